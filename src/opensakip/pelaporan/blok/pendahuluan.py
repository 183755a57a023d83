"""Chapter I: why the report exists, who the agency is, what it is charged with, and what it was advised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen.bagan_susunan import BATAS_KOTAK, Kotak, alt_susunan, susunan
from opensakip.dokumen.model import (
    BelumDiisi,
    Blok,
    Daftar,
    Gambar,
    Judul,
    Kolom,
    Paragraf,
    Potong,
    Rata,
    Tabel,
    Utuh,
    isi,
)
from opensakip.pelaporan import bentuk as kumpulan_bentuk
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan
from opensakip.pelaporan.blok.tata import baris, kepala, narasi, naskah

Unit = Mapping[str, Any]
DASAR_UMUM = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan "
    "Kinerja, "
    "dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah",
    "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
)


def bagian(c: Cuplik, jenis: str) -> list[Mapping[str, Any]]:
    """Typed lines of the report's input."""
    return list((c.isi.get("bagian") or {}).get(jenis) or ())


def latar(c: Cuplik) -> tuple[Blok, ...]:
    """Background and purpose; the agency's own words follow where it wrote some."""
    nama = str(c.isi["meta"]["instansi"]["nama"])
    umum = (
        "Setiap instansi pemerintah menyampaikan pertanggungjawaban atas kinerja dan anggaran yang "
        "dipercayakan "
        f"kepadanya. Laporan ini menyajikan kinerja {nama} selama 1 Januari sampai dengan 31 Desember "
        f"{c.tahun}: "
        "apa yang dijanjikan, apa yang dicapai, dengan biaya berapa, dan apa yang akan diperbaiki."
    )
    tujuan = (
        "memberi pertanggungjawaban kepada atasan dan masyarakat atas target yang diperjanjikan",
        "menjadi bahan evaluasi bagi pimpinan untuk menetapkan kebijakan dan anggaran tahun berikutnya",
        "menunjukkan angka yang dapat ditelusuri sampai ke dokumen sumbernya",
    )
    blok: list[Blok] = [
        Paragraf(isi(umum)),
        Paragraf(isi("Laporan disusun dengan maksud:")),
        Daftar(tuple(isi(x) for x in tujuan)),
    ]
    if teks := naskah(c, "bab1.latar_belakang"):
        blok += narasi(c, "bab1.latar_belakang", teks)
    return tuple(blok)


def dasar_hukum(c: Cuplik) -> tuple[Blok, ...]:
    """Regulations that ask for the report, then those that the agency itself names."""
    sendiri = [str(b["teks"]) for b in bagian(c, "dasar_hukum")]
    daftar = [x for x in DASAR_UMUM if not any(_sama(x, s) for s in sendiri)]
    return (Daftar(tuple(isi(x) for x in (*daftar, *sendiri)), bernomor=True),)


def _sama(a: str, b: str) -> bool:
    """Whether two citations name the same regulation (kind aside: number and year decide)."""
    return _nomor_tahun(a) == _nomor_tahun(b) and a.split()[:2] == b.split()[:2]


def _nomor_tahun(teks: str) -> tuple[str, ...]:
    kata = teks.replace(",", " ").split()
    return tuple(kata[i + 1] for i, k in enumerate(kata[:-1]) if k in ("Nomor", "Tahun"))[:2]


# ------------------------------------------------ organisation


def gambaran(c: Cuplik) -> tuple[Blok, ...]:
    """General description by the officer."""
    nama = c.isi["meta"]["instansi"]["nama"]
    tempat = "bab1.gambaran_umum"
    teks = naskah(c, tempat) or naskah(c, "gambaran_umum")
    return narasi(c, tempat, teks, f"gambaran umum {nama}")


def bagan_organisasi(c: Cuplik) -> tuple[Blok, ...]:
    """The unit tree as charts: the top levels first, then branch by branch."""
    unit = list(c.isi.get("organisasi") or ())
    if len(unit) < 2:
        return ()
    anak = _anak(unit)
    akar = anak[None][0]
    blok: list[Blok] = []
    atas = _kotak(akar, anak, 2)
    if atas.jumlah > BATAS_KOTAK + 4:
        atas = _kotak(akar, anak, 1)
    blok.append(
        _bagan(c, atas, f"Susunan organisasi {akar['nama']} per 31 Desember {c.tahun}", "gambar-organisasi")
    )
    for cabang in _cabang(akar, anak, atas):
        k = _kotak(cabang, anak, 2)
        if k.anak:
            blok.append(_bagan(c, _pangkas(k), f"Susunan {cabang['nama']}", ""))
    return tuple(blok)


def _anak(unit: Sequence[Unit]) -> dict[str | None, list[Unit]]:
    ada = {u["kode"] for u in unit}
    hasil: dict[str | None, list[Unit]] = {None: []}
    for u in unit:
        induk = u.get("induk") if u.get("induk") in ada and u.get("induk") != u["kode"] else None
        hasil.setdefault(induk, []).append(u)
    return hasil


def _kotak(u: Unit, anak: Mapping[str | None, Sequence[Unit]], dalam: int) -> Kotak:
    bawah = [_kotak(a, anak, dalam - 1) for a in anak.get(u["kode"], ())] if dalam else []
    return Kotak(str(u["nama"]), anak=tuple(bawah))


def _cabang(akar: Unit, anak: Mapping[str | None, Sequence[Unit]], atas: Kotak) -> list[Unit]:
    """Units at the edge of the first chart that have units below them, so that none is left out."""
    if any(k.anak for k in atas.anak):
        tepi = [b for a in anak.get(akar["kode"], ()) for b in anak.get(a["kode"], ())]
    else:
        tepi = list(anak.get(akar["kode"], ()))
    return [u for u in tepi if anak.get(u["kode"])]


def _pangkas(k: Kotak) -> Kotak:
    """A branch with more boxes than a page holds shows its first level only."""
    return k if k.jumlah <= BATAS_KOTAK * 2 else Kotak(k.teks, anak=tuple(Kotak(a.teks) for a in k.anak))


def _bagan(c: Cuplik, k: Kotak, judul: str, label: str) -> Gambar:
    return Gambar(judul, susunan(k, judul=judul), alt_susunan(k), lebar_mm=158, label=label)


def tugas_fungsi(c: Cuplik) -> tuple[Blok, ...]:
    """Duties and functions, unit by unit in the order of the tree."""
    tugas = {str(b["kelompok"]): str(b["teks"]) for b in bagian(c, "tugas")}
    fungsi: dict[str, list[str]] = {}
    for b in bagian(c, "fungsi"):
        fungsi.setdefault(str(b["kelompok"]), []).append(str(b["teks"]))
    unit = {str(u["kode"]): str(u["nama"]) for u in c.isi.get("organisasi") or ()}
    urut = [k for k in unit if k in tugas or k in fungsi]
    if not urut:
        return (
            BelumDiisi(
                f"tugas dan fungsi {c.isi['meta']['instansi']['nama']} menurut peraturan pembentukannya"
            ),
        )
    blok: list[Blok] = []
    for kode in urut:
        if len(urut) > 1:
            blok.append(Judul(3, unit[kode], daftar=False))
        if kode in tugas:
            blok.append(Paragraf(isi(Potong("Tugas: ", tebal=True), tugas[kode])))
        if kode in fungsi:
            daftar = Daftar(tuple(isi(f) for f in fungsi[kode]), bernomor=True)
            blok.append(Utuh((Paragraf(isi(Potong("Fungsi:", tebal=True))), daftar)))
    return tuple(blok)


# ------------------------------------------------ advice of last year, and the frame of this report


def rekomendasi(c: Cuplik) -> tuple[Blok, ...]:
    """Recommendations of the last evaluation beside what was done about them."""
    saran = bagian(c, "rekomendasi")
    if not saran:
        return (
            BelumDiisi(
                f"rekomendasi evaluasi AKIP tahun {c.tahun - 1} dan tindak lanjutnya "
                "(bagian.csv, jenis rekomendasi dan tindak_lanjut)"
            ),
        )
    lanjut: dict[str, list[str]] = {}
    for b in bagian(c, "tindak_lanjut"):
        lanjut.setdefault(str(b["kelompok"]), []).append(str(b["teks"]))
    n = sum(1 for b in saran if lanjut.get(str(b["kelompok"])))
    return (
        Paragraf(
            isi(
                f"Evaluasi akuntabilitas kinerja sebelumnya memuat {bilangan(len(saran))} catatan; "
                f"tindak lanjut tercatat untuk {bilangan(n)} di antaranya."
            )
        ),
        Tabel(
            judul="Rekomendasi evaluasi sebelumnya dan tindak lanjutnya",
            kolom=(Kolom("9mm", Rata.TENGAH), Kolom("1fr", penggal=True), Kolom("1.2fr", penggal=True)),
            kepala=(kepala("No", "Rekomendasi", "Tindak lanjut"),),
            baris=tuple(
                baris(str(i), str(b["teks"]), "; ".join(lanjut.get(str(b["kelompok"]), ())) or "Belum diisi")
                for i, b in enumerate(saran, 1)
            ),
            label="tabel-rekomendasi",
            boleh_putus=True,
        ),
    )


ISI_BAB = {
    "Pendahuluan": ("latar belakang, dasar hukum, organisasi dengan tugas dan fungsinya, isu strategis, "
        "dan tindak lanjut evaluasi sebelumnya"),
    "Perencanaan Kinerja": ("rencana strategis, rencana kerja dan anggaran, serta perjanjian kinerja "
        "yang menjadi dasar pengukuran"),
    "Akuntabilitas Kinerja": "capaian setiap indikator, analisisnya, efisiensi, dan realisasi anggaran",
    "Penutup": "simpulan, usul penyesuaian target, dan langkah perbaikan",
}  # fmt: skip


def sistematika(c: Cuplik) -> tuple[Blok, ...]:
    """What stands in which chapter, made from the frame itself."""
    rangka = kumpulan_bentuk.ambil(str(c.isi["meta"]["instansi"].get("bentuk_laporan") or ""))
    butir = []
    for n, bab in enumerate(rangka.bab):
        uraian = ISI_BAB.get(bab.judul) or "; ".join(s.judul for s in bab.subbab)
        butir.append(
            isi(Potong(f"Bab {('I', 'II', 'III', 'IV', 'V')[n]} {bab.judul}", tebal=True), f": {uraian}.")
        )
    butir.append(
        isi(
            Potong("Lampiran", tebal=True),
            ": perjanjian kinerja, bahan reviu, catatan atas angka sumber, dan aturan yang dipakai.",
        )
    )
    return (
        Paragraf(
            isi(
                "Laporan disusun menurut sistematika laporan kinerja dalam Peraturan Menteri PANRB "
                "Nomor 53 Tahun "
                "2014:"
            )
        ),
        Daftar(tuple(butir)),
    )
