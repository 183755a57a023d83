"""What should be talked about, chosen by rules that the page itself states."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opensakip.web.penyaji.bacaan import Bacaan

#: So many entries of one rule; the list stays readable, the table below it holds every row.
TERBANYAK_BAWAH = 4
TERBANYAK_LAIN = 2
#: So many names in one entry; the rest is counted.
_NAMA_TERBANYAK = 4
#: Points below the absorption of the agency from which a sasaran is named.
JAUH_DI_BAWAH = Decimal(20)
_SERATUS = Decimal(100)
Indikator = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pokok:
    """One thing to talk about: the fact in bold, the figures behind it, and where to look."""

    judul: str
    teks: str
    tautan: str = ""
    kata_tautan: str = ""


def _sebut(nama: Sequence[str]) -> str:
    """Names in one line; a long row of them ends with how many more there are."""
    teks = "; ".join(nama[:_NAMA_TERBANYAK])
    sisa = len(nama) - _NAMA_TERBANYAK
    return _("%(teks)s; dan %(sisa)s lainnya.") % {"teks": teks, "sisa": sisa} if sisa > 0 else f"{teks}."


def _tampil(b: Bacaan, id_: str | None) -> str:
    return str(b.angka(id_)["tampil"])


def _putus(b: Bacaan, i: Indikator) -> bool:
    """True when the way of measuring changed in the reported year."""
    return any(s["tahun"] == b.tahun and s["putus"] for s in i["seri"])


def _lalu(b: Bacaan, i: Indikator) -> Mapping[str, Any] | None:
    """The last year before the reported one that has a value."""
    dulu = [s for s in i["seri"] if s["tahun"] < b.tahun and s["teks"]]
    return dulu[-1] if dulu else None


def _di_bawah(b: Bacaan) -> list[Pokok]:
    semua = [i for i in b.bagian("indikator") if i["terhadap"] == "bawah"]
    semua.sort(key=lambda i: b.nilai(i["capaian"]) or Decimal(0))
    hasil = []
    for i in semua[:TERBANYAK_BAWAH]:
        teks = _("Realisasi %(realisasi)s dari target %(target)s. Penanggung jawab: %(unit)s.") % {
            "realisasi": _tampil(b, i["realisasi"]),
            "target": _tampil(b, i["target"]),
            "unit": i["unit_nama"],
        }
        lalu = _lalu(b, i)
        if _putus(b, i) and lalu:
            teks += " " + _(
                "Cara ukurnya berganti, maka tidak dibandingkan dengan %(nilai)s tahun %(tahun)s."
            ) % {
                "nilai": lalu["teks"],
                "tahun": lalu["tahun"],
            }
        judul = _("%(nama)s mencapai %(capaian)s%%.") % {
            "nama": i["nama"],
            "capaian": _tampil(b, i["capaian"]),
        }
        hasil.append(Pokok(judul, teks, b.ke_indikator(i["kode"]), _("Buka indikator")))
    sisa = len(semua) - len(hasil)
    if sisa:
        judul = ngettext(
            "%(n)s indikator lain juga di bawah target.", "%(n)s indikator lain juga di bawah target.", sisa
        )
        nama = [i["nama"] for i in semua[TERBANYAK_BAWAH:]]
        hasil.append(
            Pokok(judul % {"n": sisa}, _sebut(nama), f"{b.alamat}capaian/?status=bawah", _("Lihat semuanya"))
        )
    return hasil


def _belum(b: Bacaan) -> list[Pokok]:
    belum = [i["nama"] for i in b.bagian("indikator") if i["terhadap"] == "belum"]
    if not belum:
        return []
    judul = ngettext(
        "%(n)s indikator belum dapat dinilai.", "%(n)s indikator belum dapat dinilai.", len(belum)
    )
    return [
        Pokok(
            judul % {"n": len(belum)},
            _sebut(belum),
            f"{b.alamat}capaian/?status=belum",
            _("Lihat indikatornya"),
        )
    ]


def _memburuk(b: Bacaan) -> list[Pokok]:
    """Met the target, yet worse than the year before by the same way of measuring; largest change first."""
    turun = []
    for i in b.bagian("indikator"):
        beda = b.nilai(i["selisih_tahun_lalu"])
        if beda is None or i["terhadap"] not in ("tercapai", "melampaui") or _putus(b, i):
            continue
        if (beda < 0 and i["arah"] == "naik") or (beda > 0 and i["arah"] == "turun"):
            turun.append((abs(beda), i))
    hasil = []
    for _beda, i in sorted(turun, key=lambda t: -t[0])[:TERBANYAK_LAIN]:
        lalu = _lalu(b, i)
        if lalu is None:
            continue
        judul = _("%(nama)s memburuk dari %(lalu)s ke %(kini)s.") % {
            "nama": i["nama"],
            "lalu": lalu["teks"],
            "kini": _tampil(b, i["realisasi"]),
        }
        teks = _(
            "Target %(target)s tetap terpenuhi; bandingannya tahun %(tahun)s dengan cara ukur yang sama."
        ) % {
            "target": _tampil(b, i["target"]),
            "tahun": lalu["tahun"],
        }
        hasil.append(Pokok(judul, teks, b.ke_indikator(i["kode"]), _("Buka indikator")))
    return hasil


def _dibawa(b: Bacaan) -> list[Pokok]:
    bawa = [i for i in b.bagian("indikator") if i["status_nilai"] == "dibawa"]
    if not bawa:
        return []
    judul = ngettext("%(n)s nilai dibawa dari tahun lain.", "%(n)s nilai dibawa dari tahun lain.", len(bawa))
    daftar = [f"{i['nama']} ({i['tahun_nilai']})" for i in bawa]
    return [
        Pokok(
            judul % {"n": len(bawa)},
            _sebut(daftar),
            f"{b.alamat}capaian/?status=dibawa",
            _("Lihat indikatornya"),
        )
    ]


def _boros(b: Bacaan, rata: Decimal) -> list[Pokok]:
    """Sasaran that used more than the agency on the whole and still stayed below their target."""
    kena = []
    for s in b.bagian("sasaran"):
        capaian, serapan = b.nilai(s["capaian"]), b.nilai(s["serapan"])
        if capaian is not None and serapan is not None and capaian < _SERATUS and serapan > rata:
            kena.append(
                _("%(nama)s (capaian %(capaian)s%%, serapan %(serapan)s%%)")
                % {
                    "nama": s["teks"],
                    "capaian": _tampil(b, s["capaian"]),
                    "serapan": _tampil(b, s["serapan"]),
                }
            )
    if not kena:
        return []
    judul = ngettext(
        "%(n)s sasaran di bawah target walau serapannya di atas rata-rata.",
        "%(n)s sasaran di bawah target walau serapannya di atas rata-rata.",
        len(kena),
    )
    return [Pokok(judul % {"n": len(kena)}, _sebut(kena), f"{b.alamat}#bagan-serapan", _("Lihat bagan"))]


def _serapan_rendah(b: Bacaan, rata: Decimal) -> list[Pokok]:
    """Sasaran whose absorption is far below that of the agency, lowest first."""
    rendah = []
    for s in b.bagian("sasaran"):
        serapan = b.nilai(s["serapan"])
        if serapan is not None and serapan <= rata - JAUH_DI_BAWAH:
            rendah.append((serapan, s))
    hasil = []
    uang = {r["sasaran_kode"]: r for r in b.bagian("efisiensi", {}).get("baris", ())}
    for _serapan, s in sorted(rendah, key=lambda t: t[0])[:TERBANYAK_LAIN]:
        judul = _("Serapan %(nama)s hanya %(serapan)s%%.") % {
            "nama": s["teks"],
            "serapan": _tampil(b, s["serapan"]),
        }
        r = uang.get(s["kode"], {})
        if b.ada(r.get("aaro")) and b.ada(r.get("raro")):
            teks = _("Rp%(realisasi)s dari Rp%(alokasi)s; capaiannya %(capaian)s%%.") % {
                "realisasi": _tampil(b, r["raro"]),
                "alokasi": _tampil(b, r["aaro"]),
                "capaian": _tampil(b, s["capaian"]),
            }
        else:
            teks = _("Capaiannya %(capaian)s%%.") % {"capaian": _tampil(b, s["capaian"])}
        hasil.append(Pokok(judul, teks, b.ke_sasaran(s["kode"]), _("Buka sasaran")))
    return hasil


def _anggaran(b: Bacaan) -> list[Pokok]:
    rata = b.nilai(b.bagian("anggaran", {}).get("serapan"))
    return [] if rata is None else _boros(b, rata) + _serapan_rendah(b, rata)


def _deret_putus(b: Bacaan) -> list[Pokok]:
    """Series that began anew this year, apart from those already named as below target."""
    kena = [i for i in b.bagian("indikator") if _putus(b, i) and i["terhadap"] != "bawah"]
    if not kena:
        return []
    judul = ngettext(
        "Cara ukur %(n)s indikator berganti tahun ini.",
        "Cara ukur %(n)s indikator berganti tahun ini.",
        len(kena),
    )
    nama = _sebut([i["nama"] for i in kena])
    return [Pokok(judul % {"n": len(kena)}, nama, b.ke_indikator(kena[0]["kode"]), _("Buka indikator"))]


def _catatan(b: Bacaan) -> list[Pokok]:
    banyak = sum(bool(c["tercetak"] and c["seharusnya"]) for c in b.bagian("catatan"))
    if not banyak:
        return []
    judul = ngettext(
        "%(n)s angka tercetak berbeda dari hitungan.",
        "%(n)s angka tercetak berbeda dari hitungan.",
        banyak,
    )
    teks = _("Yang tampil di sini dihitung kembali; yang tercetak ada pada catatan.")
    return [Pokok(judul % {"n": banyak}, teks, f"{b.alamat}catatan/#catatan", _("Lihat catatan"))]


#: The rules in the order of their weight.
ATURAN: tuple[Callable[[Bacaan], list[Pokok]], ...] = (
    _di_bawah,
    _belum,
    _memburuk,
    _anggaran,
    _dibawa,
    _deret_putus,
    _catatan,
)


def pokok(b: Bacaan) -> list[Pokok]:
    """What should be talked about, the weightiest rule first."""
    return [p for aturan in ATURAN for p in aturan(b)]


def penjelasan() -> list[str]:
    """The rules in words, in their order, for the reader who asks why an entry is there."""
    return [
        _("indikator di bawah target, dari capaian terendah (paling banyak %(n)s disebut satu per satu)")
        % {"n": TERBANYAK_BAWAH},
        _("indikator yang belum dapat dinilai"),
        _("indikator yang memenuhi target tetapi memburuk dari tahun sebelumnya dengan cara ukur yang sama"),
        _("sasaran di bawah target yang serapannya melebihi serapan seluruh anggaran"),
        _("sasaran yang serapannya paling sedikit %(poin)s poin di bawah serapan seluruh anggaran")
        % {"poin": JAUH_DI_BAWAH},
        _("nilai yang dibawa dari tahun lain"),
        _("indikator yang cara ukurnya berganti tahun ini"),
        _("angka tercetak yang berbeda dari hitungan"),
    ]
