"""Index of all rules as a Markdown page, made from the data: ``python -m opensakip.peraturan.indeks``."""

import sys
from collections.abc import Iterable

from opensakip.peraturan.isi import CELAH, rincian
from opensakip.peraturan.model import TAG, Aturan
from opensakip.peraturan.muat import daftar_id, riwayat

NAMA_JENIS = {
    "skala": "Skala dan kategori",
    "bobot": "Bobot komponen",
    "kelompok_bobot": "Bobot bertingkat",
    "lke": "Lembar kerja evaluasi",
    "gradasi": "Gradasi nilai",
    "kebijakan": "Kebijakan capaian",
    "rumus": "Rumus",
    "unsur": "Unsur survei",
    "tenggat": "Tenggat",
    "skema_tingkat": "Skema tingkat",
    "ordinal": "Urutan peringkat",
    "parameter": "Tetapan rumus",
    "formulir": "Formulir dan daftar uji",
    "tabel": "Tabel rujukan",
    "pola": "Pola kode",
    "register": "Register peraturan",
}
PEMBUKA = """# Rujukan peraturan

Halaman ini dibuat dari data peraturan dengan `python -m opensakip.peraturan.indeks`; jangan diubah
dengan tangan.

Setiap angka yang dipakai OpenSAKIP dari peraturan tersimpan sebagai data bertanggal dan bersumber.
Hasil hitungan menyebut versi aturannya sebagai `id@tanggal`. Tanggal berlaku yang belum dibaca pada
naskah dijelaskan di sampingnya. Aturan bertag X dan M belum terverifikasi; matikan satu per satu dengan
`OPENSAKIP_ATURAN_MATI="id,id"` atau semuanya dengan `OPENSAKIP_ATURAN_MATI=belum-terverifikasi`.

Rujukan `lkip-2025`, `lkj-2023` dan `rka-2024` menunjuk baris salinan teks tiga dokumen publik yang
dibaca: laporan kinerja sebuah sekretariat daerah tahun 2025, laporan kinerja sebuah biro kementerian
tahun 2023, dan formulir rencana kerja dan anggaran sebuah kementerian tahun 2024."""


def _sel(teks: object) -> str:
    """Write one table cell; a bar inside it would end the cell."""
    return str(teks).replace("|", "\\|").replace("\n", " ")


def _tabel(kepala: Iterable[str], baris: Iterable[Iterable[object]]) -> list[str]:
    judul = list(kepala)
    isi = ["| " + " | ".join(_sel(s) for s in b) + " |" for b in baris]
    return ["| " + " | ".join(judul) + " |", "|" + "---|" * len(judul), *isi]


#: Kinds that readers look up; the others are described by their count.
_TERCETAK = ("skala", "bobot", "kelompok_bobot", "rumus", "tenggat", "parameter", "register")


def _isi(aturan: Aturan) -> list[str]:
    """Show the figures of the kinds that readers look up."""
    if aturan.jenis in _TERCETAK:
        celah = [CELAH[aturan.nilai["celah"]], ""] if aturan.jenis == "skala" else []
        return [*celah, *_tabel(*rincian(aturan))]
    if aturan.jenis == "ordinal":
        return ["Urutan dari yang terendah: " + ", ".join(b["kode"] for b in aturan.nilai["urutan"]) + "."]
    return [f"Memuat {_banyak(aturan)} butir."]


def _banyak(aturan: Aturan) -> int:
    """Count the items of a rule whose items are not listed here."""
    nilai = aturan.nilai
    if aturan.jenis == "lke":
        return int(nilai["jumlah_kriteria"])
    if aturan.jenis == "formulir":
        return sum(len(b["isi"]) for b in nilai["bagian"])
    for kunci in ("butir", "baris", "tingkat"):
        if kunci in nilai:
            return len(nilai[kunci])
    return len(nilai)


def _bagian(id: str) -> list[str]:
    """Write the section of one rule with all its versions."""
    aturan = riwayat(id)
    akhir = aturan.versi[-1]
    baris = [
        f"### `{id}`",
        "",
        f"{akhir.judul}. Terakhir diperiksa {akhir.masih_berlaku_per.isoformat()}.",
        "",
    ]
    if aturan.dicabut_sejak:
        ganti = f" Penggantinya: {', '.join(f'`{p}`' for p in akhir.penerus)}." if akhir.penerus else ""
        baris += [
            f"Tidak berlaku sejak {aturan.dicabut_sejak.isoformat()} ({aturan.dicabut_oleh}).{ganti}",
            "",
        ]
    elif akhir.penerus:
        baris += [f"Aturan yang lebih baru: {', '.join(f'`{p}`' for p in akhir.penerus)}.", ""]
    for versi in aturan.versi:
        status = "" if versi.terverifikasi else " **Belum terverifikasi.**"
        baris += [
            f"- Berlaku {versi.berlaku.isoformat()} ({versi.tanggal_dasar}). Bukti {versi.tag}.{status}"
        ]
        baris += [
            f"  - {s.sebutan()} [{s.tag}]" + (f" ({s.rujukan})" if s.rujukan else "") for s in versi.sumber
        ]
        baris += [f"  - Putus deret: {versi.putus_deret}."] if versi.putus_deret else []
        baris += [f"  - Catatan: {versi.catatan}"] if versi.catatan else []
        baris += ["", *_isi(versi), ""]
    return baris


def susun() -> str:
    """Return the whole page."""
    semua = [riwayat(id).versi[-1] for id in daftar_id()]
    baris = [PEMBUKA, "", f"{len(semua)} aturan, {sum(len(riwayat(a.id).versi) for a in semua)} versi.", ""]
    baris += ["## Tag bukti", "", *_tabel(("Tag", "Arti"), TAG.items()), ""]
    for jenis, nama in NAMA_JENIS.items():
        isi = [a.id for a in semua if a.jenis == jenis]
        if isi:
            baris += [f"## {nama}", ""]
            for id in isi:
                baris += _bagian(id)
    return "\n".join(baris).rstrip() + "\n"


if __name__ == "__main__":
    sys.stdout.write(susun())
