"""Facts about one indicator, one sasaran or the whole report, from which sentences are chosen.

A fact is a flag, a comparison of shown values, or a slot: a piece of text ready to stand in a sentence,
with the id of the figure in it. A slot that the snapshot cannot fill is absent, and every wording that
needs it drops out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from opensakip.dokumen.model import Isi, Potong, isi
from opensakip.pelaporan.blok.cuplik import TANDA_STATUS, Cuplik, akhiran_satuan, bilangan, satuan_selisih

_KATA_NILAI = {
    "nilai",
    "indeks",
    "persentase",
    "jumlah",
    "skor",
    "skoring",
    "tingkat",
    "rasio",
    "proporsi",
    "angka",
}
NUMERIK = ("angka", "persen", "skala")


@dataclass(frozen=True, slots=True)
class TitikDeret:
    """A value of the own series that may be compared: year, value as stored, id."""

    tahun: int
    nilai: Decimal
    angka: str


@dataclass(slots=True)
class Fakta:
    """What is known about the subject: `kata` are flags, `slot` the pieces of text."""

    subjek: str
    kata: set[str] = field(default_factory=set)
    slot: dict[str, Isi] = field(default_factory=dict)
    c: Decimal | None = None
    e: Decimal | None = None
    s: Decimal | None = None

    def isi_slot(self, **slot: object) -> None:
        """Add slots; None and empty ones stay absent."""
        for nama, nilai in slot.items():
            if nilai:
                self.slot[nama] = isi(nilai)  # type: ignore[arg-type]


def deret_sebanding(c: Cuplik, ind: Mapping[str, Any]) -> list[TitikDeret]:
    """Own values after the last change of method, without carried-over and provisional ones."""
    deret: list[TitikDeret] = []
    for t in ind.get("seri") or ():
        if t.get("putus"):
            deret = []
        nilai = c.nilai(t["angka"])
        if nilai is not None and t.get("status") == "final":
            deret.append(TitikDeret(int(t["tahun"]), nilai, t["angka"]))
    return deret


def tahun_putus(ind: Mapping[str, Any]) -> int | None:
    """Year of the last change of method in the series."""
    tahun = [int(t["tahun"]) for t in ind.get("seri") or () if t.get("putus")]
    return tahun[-1] if tahun else None


def _bentuk_deret(nilai: Sequence[Decimal]) -> str:
    """Shape of a series of at least two values."""
    naik = [b > a for a, b in zip(nilai, nilai[1:], strict=False)]
    turun = [b < a for a, b in zip(nilai, nilai[1:], strict=False)]
    if not any(naik) and not any(turun):
        return "tetap"
    if all(naik):
        return "naik_terus"
    if all(turun):
        return "turun_terus"
    if len(nilai) >= 3 and turun[-2] and naik[-1]:
        return "pulih"
    if any(naik) and any(turun):
        return "naik_turun"
    return "naik_sebagian" if any(naik) else "turun_sebagian"


def fakta_indikator(c: Cuplik, ind: Mapping[str, Any]) -> Fakta:
    """All facts about one indicator."""
    kode = str(ind["kode"])
    f = Fakta(kode)
    akhiran = akhiran_satuan(str(ind.get("satuan") or ""))
    selisih = satuan_selisih(str(ind.get("satuan") or ""))
    status = str(ind.get("status_nilai") or "belum_ada")
    tanda = TANDA_STATUS.get(status, "")
    f.c = c.bulat(ind.get("capaian"))
    f.kata |= {
        f"arah_{ind.get('arah', 'naik')}",
        f"status_{status}",
        f"terhadap_{ind.get('terhadap', 'belum')}",
    }
    if (ind.get("kartu") or {}).get("jenis_nilai", "angka") in NUMERIK:
        f.kata.add("numerik")
    f.isi_slot(
        Ind=str(ind["nama"]),
        NilaiInd=_dengan_nilai(str(ind["nama"])),
        y=str(c.tahun),
        x=_ber(c, ind.get("realisasi"), akhiran, tanda),
        t=_ber(c, ind.get("target"), akhiran),
        c=_ber(c, ind.get("capaian"), "%") if f.c is not None else None,
        d=_beda(c, f"ind.{kode}.selisih_target", selisih),
        y_nilai=str(ind["tahun_nilai"]) if ind.get("tahun_nilai") else None,
        alasan=_tanpa_titik(ind.get("alasan_nilai")),
        p=ind.get("peringkat"),
    )
    if nada_teratas(ind.get("peringkat")):
        f.kata.add("peringkat_teratas")
    _fakta_deret(c, f, ind, akhiran, selisih)
    _fakta_akhir(c, f, ind, akhiran, selisih)
    _fakta_banding(c, f, ind, akhiran, selisih)
    return f


def _dengan_nilai(nama: str) -> str:
    """The name with "Nilai" before it, unless it already begins with such a word."""
    return (
        nama if nama.split(" ", 1)[0].rstrip("/").split("/")[0].casefold() in _KATA_NILAI else f"Nilai {nama}"
    )


def nada_teratas(peringkat: str | None) -> bool:
    """Whether a class name is the best of a scale."""
    return (peringkat or "").strip().lower() in (
        "sangat baik",
        "sangat tinggi",
        "istimewa",
        "sangat memuaskan",
    )


def _ber(c: Cuplik, id: str | None, akhiran: str, tanda: str = "") -> Isi | None:
    """A figure with its unit, or None where there is none."""
    if not c.ada(id):
        return None
    if akhiran in ("", "%"):
        return (c.potong(id, akhiran, tanda=tanda),)
    return (c.potong(id, tanda=tanda), Potong(akhiran))


def _beda(c: Cuplik, id: str | None, satuan: str) -> Isi | None:
    """A difference as an absolute number; the verb of the sentence carries the direction."""
    n = c.nilai(id)
    if n is None or not n:
        return None
    p = c.potong(id)
    return (Potong(p.teks.lstrip("−-+"), angka=p.angka), Potong(satuan))


def _tanpa_titik(teks: object) -> str | None:
    t = str(teks or "").strip().rstrip(".")
    return t or None


def _fakta_deret(c: Cuplik, f: Fakta, ind: Mapping[str, Any], akhiran: str, selisih: str) -> None:
    putus = tahun_putus(ind)
    seri = [t for t in ind.get("seri") or () if c.ada(t["angka"])]
    if putus is not None:
        lama = [int(t["tahun"]) for t in seri if int(t["tahun"]) < putus]
        if lama:
            f.kata.add("putus")
            rentang = f"{lama[0]}–{lama[-1]}" if lama[0] != lama[-1] else str(lama[0])
            f.isi_slot(y_putus=str(putus), deret_lama=rentang)
    deret = deret_sebanding(c, ind)
    lalu = [t for t in seri if int(t["tahun"]) < c.tahun]
    if not lalu and c.ada(ind.get("realisasi")) and ind.get("status_nilai") == "final":
        f.kata.add("tahun_pertama")
    if len(deret) < 2:
        return
    f.kata |= {"deret", f"deret_{_bentuk_deret([t.nilai for t in deret])}"}
    awal, sebelum, kini = deret[0], deret[-2], deret[-1]
    f.kata.add("deret_tiga" if len(deret) >= 3 else "deret_dua")
    if kini.tahun == c.tahun and sebelum.tahun == c.tahun - 1:
        f.isi_slot(d_lalu=_beda(c, ind.get("selisih_tahun_lalu"), selisih))
    if kini.tahun == c.tahun:
        f.isi_slot(d_awal=_beda(c, f"ind.{ind['kode']}.selisih_awal", selisih))
    if kini.nilai < sebelum.nilai:
        f.kata.add("turun_setahun")
    f.isi_slot(
        n_deret=bilangan(kini.tahun - awal.tahun + 1),
        x0=_ber(c, awal.angka, akhiran),
        y0=str(awal.tahun),
        x1=_ber(c, sebelum.angka, akhiran),
        y1=str(sebelum.tahun),
        xn=_ber(c, kini.angka, akhiran),
        yn=str(kini.tahun),
        daftar_nilai=_daftar(c, deret, akhiran),
    )


def _daftar(c: Cuplik, deret: Sequence[TitikDeret], akhiran: str) -> Isi:
    """Values with their years, joined as a list: "1,20 (2023), 1,30 (2024), dan 1,40 (2025)"."""
    bagian: list[Potong] = []
    for i, t in enumerate(deret):
        if i:
            bagian.append(Potong(" dan " if len(deret) == 2 else ", dan " if i == len(deret) - 1 else ", "))
        bagian += [*(_ber(c, t.angka, akhiran) or ()), Potong(f" ({t.tahun})")]  # type: ignore[list-item]
    return tuple(bagian)


def _fakta_akhir(c: Cuplik, f: Fakta, ind: Mapping[str, Any], akhiran: str, selisih: str) -> None:
    kode = ind["kode"]
    m, akhir = c.bulat(ind.get("menuju_akhir")), ind.get("target_akhir")
    if c.ada(akhir):
        f.kata.add("ada_akhir")
        f.isi_slot(a=_ber(c, akhir, akhiran), y_akhir=str(ind.get("tahun_akhir") or ""))
        if m is not None:
            f.kata.add("akhir_terlewati" if m >= 100 else "akhir_belum")
            f.isi_slot(m=_ber(c, ind.get("menuju_akhir"), "%"))
        sisa = int(ind.get("tahun_akhir") or c.tahun) - c.tahun
        if sisa > 0:
            f.isi_slot(
                n_sisa=f"{bilangan(sisa)} tahun",
                d_akhir=_beda(c, f"ind.{kode}.sisa_akhir", selisih),
                d_tahun=_beda(c, f"ind.{kode}.perlu_per_tahun", selisih),
            )
    if ind.get("usul_naik") and c.ada(ind.get("target_depan")):
        f.kata.add("usul_naik")
        f.isi_slot(t_depan=_ber(c, ind["target_depan"], akhiran), y_depan=str(c.tahun + 1))


def _fakta_banding(c: Cuplik, f: Fakta, ind: Mapping[str, Any], akhiran: str, selisih: str) -> None:
    semua = ind.get("pembanding") or ()
    kita = c.nilai(ind.get("realisasi"))
    ada = [(p, n) for p in semua if (n := c.nilai(p.get("angka"))) is not None]
    if not ada or kita is None or "numerik" not in f.kata:
        keadaan = {p.get("keadaan") for p in semua} or {"tidak_ada"}
        f.kata.add("banding_belum" if "belum_dapat_diperbandingkan" in keadaan else "banding_tidak_ada")
        return
    atas = [p for p, n in ada if n > kita]
    bawah = [p for p, n in ada if n < kita]
    dekat, nilai = min(ada, key=lambda x: (abs(x[1] - kita), str(x[0]["entitas"])))
    f.kata |= {"banding", "banding_satu" if len(ada) == 1 else "banding_banyak"}
    if not atas and bawah:
        f.kata.add("banding_atas")
    elif atas and not bawah:
        f.kata.add("banding_bawah")
    elif atas and bawah:
        f.kata.add("banding_antara")
    else:
        f.kata.add("banding_sama")
    f.isi_slot(
        b_nama=str(dekat["entitas"]),
        b=_ber(c, dekat["angka"], akhiran),
        y_b=str(dekat["tahun"]),
        d_b=_beda(c, dekat.get("selisih"), selisih) if nilai != kita else None,
        n_b=bilangan(len(ada)),
        n_atas=bilangan(len(atas)),
        n_bawah=bilangan(len(bawah)),
    )
