"""Facts about indicators as staged rows: measured values by year, and the lines of an agreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from opensakip.dokumen.bacaan.model import Bacaan, Tempat
from opensakip.hitung.nilai import nilai_kosong
from opensakip.impor.batch.bentuk import BarisBaca, Hasil, TanyaBaca, tempat_json
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan
from opensakip.periksa.kumpulan import kumpulkan

_BOBOT = {Asal.PK: 0, Asal.UKUR: 1, Asal.RIWAYAT: 2, Asal.RENCANA: 3, Asal.DAFTAR: 4}
"""Tables speak before prose, the more binding first."""


BARIS_MAKS = 5_000
"""Table rows of a document that is still a report; more is a data sheet, and no text to reason about."""


def _terlalu_besar(bacaan: Bacaan) -> bool:
    return sum(len(t.baris) for t in bacaan.tabel()) > BARIS_MAKS


def kenali_capaian(bacaan: Bacaan) -> list[Hasil]:
    """Measured values of every indicator and year that the document prints; differing prints are asked."""
    if _terlalu_besar(bacaan):
        return []
    k = kumpulkan(bacaan)
    wadah: dict[tuple[str, int], list[Fakta]] = defaultdict(list)
    for f in k.pilih(Jenis.REALISASI):
        tahun = f.tahun or k.tahun
        if f.indikator and tahun and not nilai_kosong(f.teks) and f.tanda != "kumulatif":
            wadah[(f.indikator, tahun)].append(f)
    hasil = Hasil("capaian", bacaan.berkas, [])
    urut = {i.kunci: n for n, i in enumerate(k.indikator)}
    for (kunci, tahun), fakta in sorted(wadah.items(), key=lambda x: (urut.get(x[0][0], 0), x[0][1])):
        pengenal = f"r{urut.get(kunci, 0) + 1}-{tahun}"
        hasil.baris.append(_baris(k, pengenal, kunci, tahun, fakta))
        if soal := _beda(pengenal, k.nama(kunci), tahun, fakta):
            hasil.tanya.append(soal)
    hasil.pemetaan = {"indikator": _nama(hasil.baris)}
    return [hasil]


def _nama(baris: Iterable[BarisBaca]) -> dict[str, str]:
    return dict.fromkeys((b.terurai["nama"] for b in baris), "")


def _terpilih(fakta: Sequence[Fakta]) -> Fakta:
    """The print to follow: of the most binding kind of place."""
    return min(fakta, key=lambda f: _BOBOT.get(f.asal, 9))


def _baris(k: Kumpulan, pengenal: str, kunci: str, tahun: int, fakta: Sequence[Fakta]) -> BarisBaca:
    pilih = _terpilih(fakta)
    sasaran = next((i.sasaran for i in k.indikator if i.kunci == kunci), "")
    isi: dict[str, Any] = {
        "nama": k.nama(kunci),
        "sasaran": sasaran,
        "tahun": tahun,
        "nilai": _nilai(pilih),
        "keadaan": "tercetak",
    }
    sama = [f for f in fakta if _sama(f, pilih)]
    return BarisBaca(pengenal, isi, {"": _tempat([pilih]), "nilai": _tempat(sama)})


def _nilai(f: Fakta) -> str:
    return f.teks.strip()


def _tempat(fakta: Iterable[Fakta]) -> list[dict[str, Any]]:
    tempat: dict[Tempat, None] = {f.lokasi.tempat: None for f in fakta}
    return tempat_json(tempat)


def _sama(a: Fakta, b: Fakta) -> bool:
    if a.angka is not None and b.angka is not None:
        return a.angka == b.angka
    return a.teks.strip().casefold() == b.teks.strip().casefold()


def _beda(pengenal: str, nama: str, tahun: int, fakta: Sequence[Fakta]) -> TanyaBaca | None:
    """Several prints of one value that differ: which one holds?"""
    pilih = _terpilih(fakta)
    lain = [f for f in fakta if not _sama(f, pilih)]
    if not lain:
        return None
    hitung = Counter(_nilai(f) for f in fakta)
    sebut = "; ".join(f"{teks} ({kali}×)" for teks, kali in hitung.most_common())
    return TanyaBaca(
        "nilai_berbeda",
        pengenal,
        "nilai",
        f"Realisasi {tahun} “{nama}” tercetak berbeda: {sebut}.",
        _tempat([pilih, *lain]),
        "\n".join(dict.fromkeys(f.lokasi.kutipan for f in [pilih, *lain] if f.lokasi.kutipan)),
        "",
        _nilai(pilih),
    )


def kenali_pk(bacaan: Bacaan) -> list[Hasil]:
    """Lines of the agreements that the document carries, one result for each version of them."""
    if _terlalu_besar(bacaan):
        return []
    k = kumpulkan(bacaan)
    target = [f for f in k.pilih(Jenis.TARGET) if f.indikator and not nilai_kosong(f.teks)]
    dilampirkan = [f for f in target if f.asal is Asal.PK]
    versi: dict[str, dict[str, Fakta]] = defaultdict(dict)
    for f in dilampirkan or [f for f in target if f.asal is Asal.RENCANA]:
        versi[f.versi].setdefault(f.indikator, f)
    return [_pk(bacaan, k, nama, baris) for nama, baris in sorted(versi.items())]


def _pk(bacaan: Bacaan, k: Kumpulan, versi: str, baris: dict[str, Fakta]) -> Hasil:
    hasil = Hasil("pk", bacaan.berkas, [])
    menurut = {i.kunci: i for i in k.indikator}
    for n, (kunci, f) in enumerate(sorted(baris.items(), key=lambda x: _urutan(x[1])), 1):
        satuan = next((x.teks for x in k.sekelompok(f) if x.jenis is Jenis.SATUAN), "")
        isi: dict[str, Any] = {
            "nama": k.nama(kunci),
            "sasaran": menurut[kunci].sasaran if kunci in menurut else "",
            "urut": n,
            "tahun": f.tahun or k.tahun,
            "nilai": _nilai(f),
            "satuan": satuan,
            "keadaan": "tercetak",
        }
        hasil.baris.append(BarisBaca(f"pk{n}", isi, {"": _tempat([f]), "nilai": _tempat([f])}))
    hasil.pemetaan = {
        "indikator": _nama(hasil.baris),
        "tahap": "perubahan" if versi == "perubahan" else "murni",
    }
    return hasil


def _urutan(f: Fakta) -> tuple[int, int]:
    t = f.lokasi.tempat
    return (t.halaman or 0, t.baris or t.baris_tabel or 0)
