"""Achievement against its own target and realisation, row by row and statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.hitung.nilai import Nilai
from opensakip.periksa.banding_nilai import senilai, tempat_unik
from opensakip.periksa.fakta import Asal, Fakta, Jenis, Kumpulan, satu
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.nilai_sah import per_tahun
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan
from opensakip.periksa.uji_capaian import Sebab, Uji, jelas, uji

DASAR = (
    "capaian = realisasi ÷ target × 100 (naik), (2 × target − realisasi) ÷ target × 100 atau "
    "target ÷ realisasi × 100 (turun); dibulatkan setengah ke atas; bandingkan PermenPANRB 53/2014 dan 8/2021"
)


@pemeriksaan(
    "capaian-hitung",
    judul="Capaian dihitung ulang dari target dan realisasinya",
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Setiap capaian yang tercetak bersama target dan realisasinya dihitung ulang dengan semua rumus yang "
        "diperbolehkan dan pembulatan yang tercetak. Capaian yang dipotong, yang dibatasi, dan yang sesuai "
        "dengan nilai sebelum dibulatkan dibedakan dari capaian yang salah."
    ),
)
def capaian_hitung(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Every printed achievement that no admissible formula gives; one finding per indicator and figure."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        kumpul: dict[tuple[object, ...], list[tuple[Fakta, Fakta, Fakta, Uji]]] = {}
        for kelompok in k.kelompok():
            for c, t, r in tiga(k, kelompok):
                u = uji(_nilai(c), _nilai(t), _nilai(r))
                if u.sebab in (Sebab.SALAH, Sebab.POTONG, Sebab.DEKAT):
                    kunci = (c.indikator or id(c), c.angka, t.angka, r.angka, u.sebab)
                    kumpul.setdefault(kunci, []).append((c, t, r, u))
        for isi in kumpul.values():
            yield _temuan(k, isi)
        yield from _dari_bulat(k)


def tiga(k: Kumpulan, kelompok: tuple[Fakta, ...]) -> Iterator[tuple[Fakta, Fakta, Fakta]]:
    """Achievement, its target and its realisation, as far as they stand together."""
    if any(f.tanda == "rerata" for f in kelompok):
        return
    for c in kelompok:
        if c.jenis is not Jenis.CAPAIAN or c.nilai is None or c.angka is None:
            continue
        r = _realisasi(c, kelompok) or _realisasi_dokumen(k, c, kelompok)
        t = _target(c, kelompok) if r is not None else None
        if r is not None and t is not None and _sebanding(c, t, r):
            yield c, t, r


def _dari_bulat(k: Kumpulan) -> Iterator[Temuan]:
    """Achievements computed from a rounded value although the document prints a more precise one."""
    kumpul: dict[tuple[object, ...], list[tuple[Fakta, Fakta, Fakta, Uji]]] = {}
    for kelompok in k.kelompok():
        for c, t, r in tiga(k, kelompok):
            halus = _lebih_teliti(k, r) if t.jenis is Jenis.TARGET else None
            if halus is None or uji(_nilai(c), _nilai(t), _nilai(r)).sebab is not Sebab.TEPAT:
                continue
            u = uji(_nilai(c), _nilai(t), _nilai(halus))
            if u.sebab is not Sebab.TEPAT and u.seharusnya is not None:
                kumpul.setdefault((c.indikator, c.angka), []).append((c, t, halus, u))
    for isi in kumpul.values():
        c, t, halus, u = isi[0]
        yield Temuan(
            "capaian-hitung", Tingkat.RENDAH, 70,
            f"Capaian {k.nama(c.indikator)} {c.teks} dihitung dari nilai yang sudah dibulatkan; dengan "
            f"{halus.teks} dan "
            f"target {t.teks} hasilnya {jelas(u, _nilai(c))}.",
            tempat_unik([*_tempat(isi), halus.lokasi]), c.teks, jelas(u, _nilai(c)), DASAR,
        )  # fmt: skip


def _lebih_teliti(k: Kumpulan, r: Fakta) -> Fakta | None:
    """The same value of the same indicator and year printed with more decimals elsewhere."""
    if not r.indikator or r.nilai is None or r.angka is None:
        return None
    calon = [
        f
        for f in k.pilih(Jenis.REALISASI, indikator=r.indikator)
        if f.tahun == r.tahun
        and f.nilai is not None
        and (f.nilai.desimal or 0) > (r.nilai.desimal or 0) > 0
        and f.angka != r.angka
        and senilai(f.nilai, r.nilai)
    ]
    return max(calon, key=lambda f: f.nilai.desimal or 0 if f.nilai else 0, default=None)


def _realisasi_dokumen(k: Kumpulan, c: Fakta, kelompok: tuple[Fakta, ...]) -> Fakta | None:
    """For an achievement against an end target without its realisation: the one the document agrees on."""
    if not c.indikator or k.tahun is None or satu(kelompok, Jenis.TARGET_AKHIR) is None:
        return None
    if satu(kelompok, Jenis.TARGET) is not None or satu(kelompok, Jenis.REALISASI) is not None:
        return None
    kelas = per_tahun(k, c.indikator, Jenis.REALISASI).semua.get(k.tahun, ())
    return kelas[0].fakta[0] if len(kelas) == 1 else None


def _realisasi(c: Fakta, kelompok: tuple[Fakta, ...]) -> Fakta | None:
    semua = [f for f in kelompok if f.jenis is Jenis.REALISASI and f.nilai is not None]
    setahun = [f for f in semua if f.tahun == c.tahun]
    if setahun:
        return setahun[0]
    return semua[0] if len(semua) == 1 and c.asal is Asal.PROSA else None


def _target(c: Fakta, kelompok: tuple[Fakta, ...]) -> Fakta | None:
    akhir = [f for f in kelompok if f.jenis is Jenis.TARGET_AKHIR and f.nilai is not None]
    target = [f for f in kelompok if f.jenis is Jenis.TARGET and f.nilai is not None]
    if c.arah == "akhir":
        return akhir[0] if len(akhir) == 1 else None
    pinjam = any(f.tanda == "bawaan" for f in kelompok)
    setahun = [f for f in target if f.tahun == c.tahun] or (target if pinjam else [])
    if len(setahun) == 1 and not (akhir and c.asal is Asal.PROSA):
        return setahun[0]
    if not target and len(akhir) == 1 and c.asal is Asal.PROSA:
        return akhir[0]
    return None


def _nilai(f: Fakta) -> Nilai:
    assert f.nilai is not None
    return f.nilai


def _sebanding(c: Fakta, t: Fakta, r: Fakta) -> bool:
    """Printed alike enough to be divided: not a percentage by a count."""
    if t.persen != r.persen and c.asal is Asal.PROSA and t.angka is not None and t.angka > 0:
        return False
    return not (c.angka is not None and not c.persen and c.asal is Asal.PROSA)


def _temuan(k: Kumpulan, isi: list[tuple[Fakta, Fakta, Fakta, Uji]]) -> Temuan:
    c, t, r, u = isi[0]
    ragu = any(x.ragu for x in (c, t, r))
    selisih = abs((u.seharusnya or Decimal(0)) - (c.angka or Decimal(0)))
    tingkat, keyakinan, sebab = _bobot(u, selisih, c, ragu)
    nama = k.nama(c.indikator) or "indikator ini"
    kalimat = (
        f"Capaian {nama} tercetak {c.teks}, sedangkan target {t.teks} dan realisasi {r.teks} "
        f"memberi {jelas(u, _nilai(c))}. {sebab}"
    )
    if ragu:
        kalimat += " Pembacaan pindaian di tempat ini tidak pasti; bandingkan dengan dokumen asli."
    return Temuan(
        "capaian-hitung", tingkat, keyakinan, kalimat.strip(), _tempat(isi), c.teks,
        f"{jelas(u, _nilai(c))}", DASAR,
    )  # fmt: skip


def _bobot(u: Uji, selisih: Decimal, c: Fakta, ragu: bool) -> tuple[Tingkat, int, str]:
    kurang = 25 if ragu else 0
    if u.sebab is Sebab.POTONG:
        return Tingkat.RENDAH, 90 - kurang, "Angka dipotong, bukan dibulatkan."
    if u.sebab is Sebab.DEKAT:
        return (
            Tingkat.CATATAN, 60 - kurang,
            "Selisihnya dapat berasal dari nilai yang belum dibulatkan; "
            "cetak nilai dengan desimal yang dipakai menghitung.",
        )  # fmt: skip
    tingkat = Tingkat.TINGGI if selisih >= 1 else Tingkat.SEDANG
    return (
        tingkat,
        (90 if c.asal is not Asal.PROSA else 85) - kurang,
        "Hitung ulang atau periksa ketiga angkanya.",
    )


def _tempat(isi: Iterable[tuple[Fakta, Fakta, Fakta, Uji]]) -> tuple[Lokasi, ...]:
    return tempat_unik(c.lokasi for c, _, _, _ in isi)
