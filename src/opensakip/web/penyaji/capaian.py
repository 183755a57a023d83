"""All indicators of a year as a list: filtered and sorted by its address, its totals say what they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from opensakip.hitung.agregasi import rata_rata
from opensakip.hitung.tampilan import tampil
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.deret import Deret, deret

#: Rows of one page. Exports always hold all rows of the filter.
SEHALAMAN = 200
KATA_TERBANYAK = 200
#: History, sasaran and efficiency stand below the list up to so many indicators.
BATAS_RINCI = 60
#: Columns that can be sorted; a leading minus in the address turns the order round.
URUTAN = ("nomor", "nama", "unit", "capaian", "status", "serapan")
_URUT_STATUS = {"melampaui": 3, "tercapai": 2, "bawah": 1}


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the address asks for. Empty parts do not narrow; ``urut`` "" is the order of the agreement."""

    unit: str = ""
    status: str = ""
    peringkat: str = ""
    kata: str = ""
    urut: str = ""
    halaman: int = 1

    def alamat(self, **ganti: Any) -> str:
        """Query of the same list with some parts changed; "" when nothing is asked."""
        baru = replace(self, **{"halaman": 1, **ganti})
        isi = {
            "q": baru.kata,
            "unit": baru.unit,
            "status": baru.status,
            "peringkat": baru.peringkat,
            "urut": baru.urut,
            "hal": str(baru.halaman) if baru.halaman > 1 else "",
        }
        teks = urlencode({k: v for k, v in isi.items() if v})
        return f"?{teks}" if teks else ""

    @property
    def menyaring(self) -> bool:
        """True when the list is narrowed."""
        return bool(self.unit or self.status or self.peringkat or self.kata)


@dataclass(frozen=True, slots=True)
class Baris:
    """One indicator: its number in the agreement, its entry, its sasaran and the absorption of that."""

    nomor: int
    isi: Mapping[str, Any]
    sasaran: str
    serapan: str


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column head that sorts: where its link leads, and how the rows stand now (aria-sort)."""

    judul: str
    tautan: str
    arah: str
    angka: bool


@dataclass(frozen=True, slots=True)
class DaftarCapaian:
    """The list as shown. ``baris`` is one page of ``hasil``; the totals are over all of ``hasil``."""

    saringan: Saringan
    hasil: Sequence[Baris]
    baris: Sequence[Baris]
    semua: int
    hitungan: Mapping[str, int]
    rata: str
    dinilai: int
    rata_id: str
    pilihan: Mapping[str, Sequence[tuple[str, str]]]
    kolom: Mapping[str, Kolom]
    halaman: Sequence[tuple[int, str]]
    kalimat: str
    salah: Sequence[str]


def pilihan(b: Bacaan) -> dict[str, list[tuple[str, str]]]:
    """Values that the filters offer, only those that occur: name of the filter -> (value, words)."""
    semua = b.bagian("indikator")
    nama = {u["kode"]: u["nama"] for u in b.bagian("organisasi")} | {i["unit"]: i["unit_nama"] for i in semua}
    unit = {k for i in semua for k in (i["unit"], *i.get("unit_semua", ()))}
    kata = kata_status()
    ada = {i["terhadap"] for i in semua} | {i["status_nilai"] for i in semua}
    peringkat = dict.fromkeys(i["peringkat"] for i in semua if i["peringkat"])
    return {
        "unit": sorted(((k, nama.get(k, k)) for k in unit), key=lambda p: p[1]),
        "status": [(k, v) for k, v in kata.items() if k in ada],
        "peringkat": [(p, p) for p in peringkat],
    }


def kata_status() -> dict[str, str]:
    """Words of the states an indicator can be filtered by."""
    return {
        "melampaui": _("Melampaui target"),
        "tercapai": _("Sesuai target"),
        "bawah": _("Di bawah target"),
        "belum": _("Belum dapat dinilai"),
        "dibawa": _("Nilai dari tahun lain"),
        "sementara": _("Nilai sementara"),
    }


def baca_saringan(b: Bacaan, tanya: Mapping[str, str]) -> tuple[Saringan, list[str]]:
    """Filter of an address, and a message for every part of it that names nothing here."""
    ada = pilihan(b)
    salah: list[str] = []
    bersih: dict[str, str] = {}
    for kunci, sebutan in (("unit", _("unit")), ("status", _("status")), ("peringkat", _("peringkat"))):
        nilai = tanya.get(kunci, "").strip()
        if nilai and nilai not in {k for k, _kata in ada[kunci]}:
            salah.append(
                _("Saringan %(sebutan)s “%(nilai)s” tidak ada di tahun ini; pilih dari daftarnya.")
                % {"sebutan": sebutan, "nilai": nilai[:60]}
            )
            nilai = ""
        bersih[kunci] = nilai
    urut = tanya.get("urut", "").strip()
    if urut and urut.removeprefix("-") not in URUTAN:
        salah.append(
            _("Urutan “%(nilai)s” tidak dikenal; pilih judul kolom untuk mengurutkan.") % {"nilai": urut[:60]}
        )
        urut = ""
    hal = tanya.get("hal", "")
    nomor = int(hal) if hal.isascii() and hal.isdigit() and len(hal) < 6 else 1
    kata = " ".join(tanya.get("q", "").split())[:KATA_TERBANYAK]
    return Saringan(kata=kata, urut=urut, halaman=max(nomor, 1), **bersih), salah


def semua_baris(b: Bacaan) -> list[Baris]:
    """Every indicator with its sasaran, in the order of the agreement."""
    sasaran = {s["kode"]: s for s in b.bagian("sasaran")}
    kosong: Mapping[str, Any] = {}
    hasil = []
    for nomor, i in enumerate(b.bagian("indikator"), start=1):
        s = sasaran.get(i["sasaran_kode"], kosong)
        hasil.append(Baris(nomor, i, str(s.get("teks") or ""), str(s.get("serapan") or "")))
    return hasil


def _cocok(r: Baris, s: Saringan, kata: Sequence[str]) -> bool:
    i = r.isi
    if s.unit and s.unit not in (i["unit"], *i.get("unit_semua", ())):
        return False
    if s.status and s.status not in (i["terhadap"], i["status_nilai"]):
        return False
    if s.peringkat and s.peringkat != i["peringkat"]:
        return False
    if not kata:
        return True
    teks = f"{i['nama']} {r.sasaran} {i['kode']} {i['unit_nama']}".casefold()
    return all(k in teks for k in kata)


def _urutkan(b: Bacaan, baris: list[Baris], urut: str) -> list[Baris]:
    """Sort by one column; rows without a value stay last in both directions."""
    kunci, turun = urut.removeprefix("-"), urut.startswith("-")

    def nilai(r: Baris) -> Decimal | str | int | None:
        if kunci == "capaian":
            return b.nilai(r.isi["capaian"])
        if kunci == "serapan":
            return b.nilai(r.serapan)
        if kunci == "status":
            return _URUT_STATUS.get(r.isi["terhadap"])
        if kunci in ("nama", "unit"):
            return str(r.isi["nama" if kunci == "nama" else "unit_nama"]).casefold()
        return r.nomor

    berisi = [(n, r) for r in baris if (n := nilai(r)) is not None]
    kosong = [r for r in baris if nilai(r) is None]
    return [r for _n, r in sorted(berisi, key=lambda p: p[0], reverse=turun)] + kosong  # type: ignore[arg-type,return-value]


def saring(b: Bacaan, s: Saringan) -> list[Baris]:
    """Rows of a filter in its order."""
    kata = s.kata.casefold().split()
    hasil = [r for r in semua_baris(b) if _cocok(r, s, kata)]
    return _urutkan(b, hasil, s.urut) if s.urut else hasil


def _kolom(s: Saringan) -> dict[str, Kolom]:
    judul = {
        "nomor": (_("No."), True),
        "nama": (_("Indikator dan sasaran"), False),
        "unit": (_("Penanggung jawab"), False),
        "capaian": (_("Capaian (%)"), True),
        "status": (_("Status"), False),
        "serapan": (_("Serapan sasaran (%)"), True),
    }
    kini = s.urut or "nomor"
    hasil = {}
    for kunci, (teks, angka) in judul.items():
        naik = kini == kunci
        arah = "ascending" if naik else "descending" if kini == f"-{kunci}" else "none"
        hasil[kunci] = Kolom(teks, s.alamat(urut=f"-{kunci}" if naik else kunci) or "?", arah, angka)
    return hasil


def kalimat(b: Bacaan, s: Saringan, banyak: int) -> str:
    """What is shown, in words: "4 dari 12 indikator: unit Bidang A, di bawah target"."""
    ada = pilihan(b)
    semua = len(b.bagian("indikator"))
    bagian = []
    if s.unit:
        bagian.append(_("unit %(nama)s") % {"nama": dict(ada["unit"])[s.unit]})
    if s.status:
        bagian.append(_("status %(nama)s") % {"nama": dict(ada["status"])[s.status].lower()})
    if s.peringkat:
        bagian.append(_("peringkat %(nama)s") % {"nama": s.peringkat})
    if s.kata:
        bagian.append(_("memuat “%(kata)s”") % {"kata": s.kata})
    if not bagian:
        return _("Semua %(semua)s indikator") % {"semua": semua}
    awal = _("%(banyak)s dari %(semua)s indikator") % {"banyak": banyak, "semua": semua}
    return f"{awal}: {', '.join(bagian)}"


def daftar_capaian(b: Bacaan, tanya: Mapping[str, str]) -> DaftarCapaian:
    """The list that an address asks for. Totals are over every row of the filter, not over the page."""
    s, salah = baca_saringan(b, tanya)
    hasil = saring(b, s)
    terakhir = max(1, -(-len(hasil) // SEHALAMAN))
    s = replace(s, halaman=min(s.halaman, terakhir))
    awal = (s.halaman - 1) * SEHALAMAN
    nilai = [b.nilai(r.isi["capaian"]) for r in hasil]
    hitungan = {k: sum(r.isi["terhadap"] == k for r in hasil) for k in ("melampaui", "tercapai", "bawah")}
    utuh = len(hasil) == len(b.bagian("indikator"))
    rata_id = str(b.bagian("ringkas", {}).get("rata_indikator") or "") if utuh else ""
    return DaftarCapaian(
        saringan=s,
        hasil=hasil,
        baris=hasil[awal : awal + SEHALAMAN],
        semua=len(b.bagian("indikator")),
        hitungan=hitungan | {"belum": sum(r.isi["terhadap"] == "belum" for r in hasil)},
        rata="" if rata_id else tampil(rata_rata(nilai, nama="capaian").nilai),
        dinilai=sum(n is not None for n in nilai),
        rata_id=rata_id,
        pilihan=pilihan(b),
        kolom=_kolom(s),
        halaman=[(n, s.alamat(halaman=n) or "?") for n in range(1, terakhir + 1)] if terakhir > 1 else [],
        kalimat=kalimat(b, s, len(hasil)),
        salah=salah,
    )


@dataclass(frozen=True, slots=True)
class Rincian:
    """What the shown indicators add up to: their years, their sasaran, the efficiency of those."""

    deret: Deret
    sasaran: Sequence[Mapping[str, Any]]
    efisiensi: Sequence[Mapping[str, Any]]


def rincian(b: Bacaan, d: DaftarCapaian) -> Rincian | None:
    """Details of a list that is short enough, limited to the sasaran of its rows; else None."""
    if not d.hasil or len(d.hasil) > BATAS_RINCI:
        return None
    kode = {r.isi["sasaran_kode"] for r in d.hasil}
    return Rincian(
        deret(b, [r.isi for r in d.hasil]),
        [s for s in b.bagian("sasaran") if s["kode"] in kode],
        [r for r in b.bagian("efisiensi", {}).get("baris", ()) if r["sasaran_kode"] in kode],
    )
