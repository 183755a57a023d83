"""Index of all rules as a Markdown page, made from the data: ``python -m opensakip.peraturan.indeks``."""

import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from opensakip.hitung.tampilan import tampil_penuh
from opensakip.peraturan.bentuk_register import JENIS_PERATURAN
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


CELAH = {
    "tidak_ada": "Kelas bersambung tanpa celah.",
    "bulatkan_bulat": "Nilai dibulatkan setengah ke atas ke bilangan bulat sebelum digolongkan.",
    "tutup_bawah": "Hanya batas bawah yang menentukan kelas.",
}


def _angka(nilai: Decimal | None) -> str:
    return "" if nilai is None else tampil_penuh(nilai)


def _sel(teks: object) -> str:
    """Write one table cell; a bar inside it would end the cell."""
    return str(teks).replace("|", "\\|").replace("\n", " ")


def _tabel(kepala: Iterable[str], baris: Iterable[Iterable[object]]) -> list[str]:
    judul = list(kepala)
    isi = ["| " + " | ".join(_sel(s) for s in b) + " |" for b in baris]
    return ["| " + " | ".join(judul) + " |", "|" + "---|" * len(judul), *isi]


def _selang(kelas: Mapping[str, object]) -> str:
    """Write the bounds of a class with the signs that say who owns them."""
    bawah, atas = kelas["bawah"], kelas["atas"]
    bagian = []
    if isinstance(bawah, Decimal):
        bagian.append(("≥ " if kelas["bawah_termasuk"] else "> ") + _angka(bawah))
    if isinstance(atas, Decimal):
        bagian.append(("≤ " if kelas["atas_termasuk"] else "< ") + _angka(atas))
    return ", ".join(bagian)


def _isi(aturan: Aturan) -> list[str]:
    """Show the figures of the kinds that readers look up; other kinds are described by their count."""
    nilai = aturan.nilai
    if aturan.jenis == "skala":
        kelas = ((k["kode"], k["nama"], _selang(k)) for k in nilai["kelas"])
        return [CELAH[nilai["celah"]], "", *_tabel(("Kode", "Nama", "Nilai"), kelas)]
    if aturan.jenis == "bobot":
        return _tabel(
            ("Kode", "Nama", "Bobot"), ((b["kode"], b["nama"], _angka(b["bobot"])) for b in nilai["butir"])
        )
    if aturan.jenis == "kelompok_bobot":
        return _tabel(
            ("Kelompok", "Kode", "Nama", "Bobot"),
            (
                (nama, b["kode"], b["nama"], _angka(b["bobot"]))
                for nama, kelompok in nilai["kelompok"].items()
                for b in kelompok["butir"]
            ),
        )
    if aturan.jenis == "rumus":
        return _tabel(("Kode", "Rumus", "Bukti"), ((b["kode"], b["rumus"], b["tag"]) for b in nilai["butir"]))
    if aturan.jenis == "tenggat":
        return _tabel(
            ("Dokumen", "Tingkat", "Tenggat", "Bukti"),
            ((b["dokumen"], b["tingkat"], _jarak(b), b["tag"]) for b in nilai["butir"]),
        )
    if aturan.jenis == "parameter":
        return _tabel(
            ("Tetapan", "Nilai"), ((p["nama"], _angka(p["nilai"])) for p in nilai["butir"].values())
        )
    if aturan.jenis == "register":
        return _tabel(("Peraturan", "Judul", "Bukti", "Dicabut"), map(_baris_register, nilai["butir"]))
    if aturan.jenis == "ordinal":
        return ["Urutan dari yang terendah: " + ", ".join(b["kode"] for b in nilai["urutan"]) + "."]
    return [f"Memuat {_banyak(aturan)} butir."]


def _baris_register(butir: Mapping[str, Any]) -> tuple[str, ...]:
    """One regulation of the register, and what repealed it."""
    cabut = butir.get("dicabut")
    nama = f"{JENIS_PERATURAN[butir['jenis']]} {butir['nomor']}/{butir['tahun']}"
    akhir = f"{cabut['oleh']}, {cabut['sejak'].isoformat()} [{cabut['tag']}]" if cabut else ""
    return nama, butir["judul"], butir["tag"], akhir


def _jarak(butir: Mapping[str, object]) -> str:
    peristiwa = str(butir["peristiwa"]).replace("_", " ")
    return f"{butir['jumlah']} {butir['satuan']} sesudah {peristiwa}"


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
