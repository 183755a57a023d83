"""The papers of a review: notes to the unit, and the statement bound to the hash of the report."""

from __future__ import annotations

from opensakip.dokumen.model import (
    Bagian,
    Blok,
    Centang,
    Dokumen,
    JenisBagian,
    JenisBaris,
    JudulNaskah,
    Kolom,
    Kop,
    Paragraf,
    Penandatangan,
    Potong,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    isi,
)
from opensakip.dokumen.model import Baris as BarisTabel
from opensakip.dokumen.pdf import susun_pdf
from opensakip.dokumen.word import susun_docx
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan.blok.cuplik import tanggal as tanggal_kata
from opensakip.pelaporan.blok.tata import baris, kepala, sel
from opensakip.pelaporan.kode import kode_pendek
from opensakip.reviu.errors import ReviuTidakSah
from opensakip.reviu.models import PernyataanReviu, Reviu
from opensakip.reviu.selectors import isian_reviu, pernyataan_reviu, temuan_reviu

NASKAH = ("catatan", "pernyataan")
FORMAT = ("pdf", "docx")
TINGKAT = {"tinggi": "Tinggi", "sedang": "Sedang", "rendah": "Rendah", "catatan": "Catatan"}


def buat_naskah(reviu: Reviu, naskah: str, format: str) -> bytes:
    """Write the notes or the statement of a round as PDF or DOCX; equal data give equal bytes.

    Raises:
        TidakAda: an unknown paper or format.
        ReviuTidakSah: the statement is not issued yet, or nothing was accepted.
    """
    if naskah not in NASKAH or format not in FORMAT:
        raise TidakAda("Naskah reviu tidak dikenal; yang ada catatan dan pernyataan, sebagai PDF atau DOCX.")
    surat = pernyataan_reviu(reviu)
    if naskah == "pernyataan":
        if surat is None:
            raise ReviuTidakSah(
                "Pernyataan belum diterbitkan. Selesaikan daftar uji dan temuan lebih dahulu."
            )
        dok, waktu = (
            _dokumen(reviu, _pernyataan(reviu, surat), "Pernyataan Telah Direviu"),
            surat.dinyatakan_pada,
        )
    else:
        dok = _dokumen(reviu, _catatan(reviu), f"Catatan Reviu Putaran {reviu.putaran}")
        waktu = reviu.dikembalikan_pada or reviu.selesai_pada or reviu.dibuka_pada
    return susun_pdf(dok, waktu=waktu).isi if format == "pdf" else susun_docx(dok, waktu=waktu).isi


def _dokumen(reviu: Reviu, blok: tuple[Blok, ...], judul: str) -> Dokumen:
    nama = reviu.instansi.nama
    return Dokumen(
        judul=f"{judul}: Laporan Kinerja {nama} {reviu.tahun}",
        penulis="Aparat Pengawasan Intern Pemerintah",
        kaki=f"{judul}, Laporan Kinerja {nama} {reviu.tahun}",
        bagian=(Bagian(JenisBagian.ISI, blok),),
        pernyataan=reviu.instansi.pernyataan if reviu.instansi.contoh else "",
        kata_kunci=("reviu", str(reviu.tahun), f"sidik {reviu.sidik_laporan}"),
        sidik=reviu.sidik_laporan,
    )


def _pernyataan(reviu: Reviu, surat: PernyataanReviu) -> tuple[Blok, ...]:
    nama, bersih = reviu.instansi.nama, surat.simpulan == "bersih"
    blok: list[Blok] = [
        Kop(("Aparat Pengawasan Intern Pemerintah",)),
        JudulNaskah(
            ("PERNYATAAN TELAH DIREVIU", f"LAPORAN KINERJA {nama.upper()}", f"TAHUN ANGGARAN {reviu.tahun}")
        ),
    ]
    if surat.nomor:
        blok.append(Paragraf(isi(f"Nomor: {surat.nomor}")))
    blok += [
        Paragraf(
            isi(
                f"Kami telah mereviu Laporan Kinerja {nama} tahun anggaran {reviu.tahun} menurut pedoman "
                "reviu atas laporan kinerja. Isi laporan menjadi tanggung jawab pimpinan unit yang melapor."
            )
        ),
        Paragraf(
            isi(
                "Pernyataan ini hanya berlaku untuk laporan dengan sidik ",
                Potong(reviu.sidik_laporan, tebal=True),
                f" (kode {kode_pendek(reviu.sidik_laporan)}).",
            )
        ),
        Paragraf(
            isi(
                "Reviu bertujuan memberi keyakinan terbatas bahwa laporan kinerja disajikan secara akurat, "
                "andal, dan sahih."
            )
        ),
        Paragraf(isi("Simpulan:")),
        Paragraf(
            isi(
                Centang(True if bersih else None),
                " Tidak ada hal yang membuat kami ragu atas keandalan informasi dalam laporan kinerja ini.",
            )
        ),
        Paragraf(
            isi(Centang(None if bersih else True), " Ada hal yang perlu diperhatikan", "." if bersih else ":")
        ),
    ]
    blok += [Paragraf(isi(p)) for p in surat.perhatian.splitlines() if p.strip()]
    tempat = reviu.instansi.tempat
    tanggal = tanggal_kata(surat.tanggal)
    blok.append(
        TandaTangan(
            tempat_waktu=f"{tempat}, {tanggal}" if tempat else tanggal,
            kiri=None,
            kanan=Penandatangan("Aparat pengawasan intern", surat.jabatan),
        )
    )
    return (*blok, *_daftar(reviu))


def _daftar(reviu: Reviu) -> tuple[Blok, ...]:
    """The checklist as it was answered, behind the statement."""
    rows: list[BarisTabel] = []
    bagian = ""
    for i in isian_reviu(reviu):
        if i.bagian != bagian:
            bagian = i.bagian
            rows.append(BarisTabel((sel(bagian, kolom=5),), JenisBaris.KELOMPOK))
        rows.append(
            baris(
                i.kode,
                i.uraian[:1].upper() + i.uraian[1:],
                Sel((Centang(True if i.jawaban == "ya" else None),)),
                Sel((Centang(True if i.jawaban == "tidak" else None),)),
                "; ".join(
                    x
                    for x in (
                        "tidak berlaku" if i.jawaban == "tidak_berlaku" else "",
                        i.keterangan,
                        i.petunjuk,
                    )
                    if x
                ),
            )
        )
    if not rows:
        return ()
    return (
        Tabel(
            judul=f"Daftar uji reviu ({reviu.aturan_daftar})",
            kolom=(
                Kolom("14mm", Rata.TENGAH),
                Kolom("1.25fr", penggal=True),
                Kolom("11mm", Rata.TENGAH),
                Kolom("12mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
            ),
            kepala=(kepala("Butir", "Pernyataan", "Ya", "Tidak", "Keterangan"),),
            baris=tuple(rows),
            label="tabel-daftar-uji",
            boleh_putus=True,
        ),
    )


def _catatan(reviu: Reviu) -> tuple[Blok, ...]:
    temuan = [t for t in temuan_reviu(reviu) if t.keadaan == "diterima"]
    if not temuan:
        raise ReviuTidakSah("Belum ada temuan yang diterima pada putaran ini, jadi belum ada catatan reviu.")
    blok: list[Blok] = [
        Kop(("Aparat Pengawasan Intern Pemerintah",)),
        JudulNaskah(
            (
                f"CATATAN REVIU PUTARAN {reviu.putaran}",
                f"LAPORAN KINERJA {reviu.instansi.nama.upper()}",
                f"TAHUN ANGGARAN {reviu.tahun}",
            )
        ),
        Paragraf(
            isi(
                f"Reviu atas {reviu.nama_berkas} menghasilkan {len(temuan)} catatan berikut. "
                "Perbaiki laporannya, atau jelaskan mengapa angkanya tetap, lalu sampaikan kembali untuk "
                "putaran berikutnya."
            )
        ),
    ]
    if reviu.catatan:
        blok += [Paragraf(isi(p)) for p in reviu.catatan.splitlines() if p.strip()]
    rows = [
        baris(
            str(n),
            "; ".join(x["sebut"] for x in t.lokasi if x["sebut"]) or "seluruh laporan",
            sel(Potong(f"{t.judul}. ", tebal=True), t.kalimat),
            t.tercetak or "–",
            t.seharusnya or "–",
            TINGKAT[t.tingkat],
            t.tanggapan or "",
        )
        for n, t in enumerate(temuan, 1)
    ]
    blok.append(
        Tabel(
            judul="Catatan reviu",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("24mm", penggal=True),
                Kolom("1fr", penggal=True),
                Kolom("21mm", penggal=True),
                Kolom("21mm", penggal=True),
                Kolom("15mm", penggal=True),
                Kolom("26mm", penggal=True),
            ),
            kepala=(kepala("No", "Tempat", "Uraian", "Tercetak", "Seharusnya", "Tingkat", "Tanggapan unit"),),
            baris=tuple(rows),
            label="tabel-catatan-reviu",
            boleh_putus=True,
        )
    )
    return tuple(blok)
