"""A small agency of six files, and ways to break it."""

from __future__ import annotations

from pathlib import Path

KECIL: dict[str, str] = {
    "instansi.csv": "slug,nama,rumpun,zona,tahun,unit_pelapor\n"
    "dinas-uji,Dinas Uji Kabupaten Rekaan,kabkota,Asia/Makassar,2025,DINAS\n",
    "unit.csv": "kode,nama,jenis,induk,pimpinan\n"
    "DINAS,Dinas Uji,dinas,,Kepala Dinas\n"
    "BID1,Bidang Satu,bidang,DINAS,Kepala Bidang Satu\n",
    "indikator.csv": "kode,nama,satuan,unit,jenis_nilai,arah,rumus\n"
    "IKU-1,Jumlah layanan selesai,Layanan,DINAS,angka,naik,maks\n"
    "IKU-2,Angka keluhan,Keluhan,BID1,angka,turun,min_2t\n",
    "pk.csv": "kode,unit,tahun,nomor,tahap,tanggal,pihak_pertama,pihak_kedua\n"
    "pk-2025,DINAS,2025,1,murni,2025-01-10,Kepala Dinas,Bupati\n",
    "pk_baris.csv": "pk,urut,sasaran_kode,sasaran,indikator,target\n"
    'pk-2025,1,S1,Meningkatnya layanan,IKU-1,"80,5"\n'
    "pk-2025,2,S2,Menurunnya keluhan,IKU-2,10\n",
    "realisasi.csv": "indikator,tahun,nilai,status\n"
    'IKU-1,2024,"70,0",final\n'
    'IKU-1,2025,"84,525",final\n'
    "IKU-2,2025,8,final\n",
}

RENCANA: dict[str, str] = {
    "dokumen.csv": "kode,jenis,judul,unit,tahun_awal,tahun_akhir,skema\n"
    "renja,renja,Rencana Kerja 2025,DINAS,2025,2025,daerah-90-2019\n",
    "versi.csv": "dokumen,nomor,tahap,berlaku_mulai,alasan,pengali_uang\n"
    "renja,1,murni,2025-01-02,,\n"
    "renja,2,perubahan,2025-09-01,Pagu turun,\n",
    "butir.csv": "dokumen,versi,id,induk,tingkat,kode,teks,unit\n"
    "renja,,S1,,sasaran,,Meningkatnya layanan,DINAS\n"
    "renja,,P1,S1,program,1.01.02,Program Layanan,DINAS\n"
    "renja,,K1,P1,kegiatan,1.01.02.2.01,Kegiatan Layanan,BID1\n"
    "renja,2,SK1,K1,sub_kegiatan,1.01.02.2.01.0001,Subkegiatan Layanan,BID1\n",
    "butir_indikator.csv": "dokumen,versi,butir,urut,indikator,nama_cetak\n"
    "renja,,S1,1,IKU-1,Jumlah layanan selesai\n"
    "renja,,K1,1,,Jumlah kegiatan\n",
    "target.csv": "dokumen,versi,butir,urut,tahun,nilai\nrenja,,S1,1,2025,80\nrenja,,K1,1,2025,4\n",
    "pagu.csv": "dokumen,versi,butir,tahun,peran,nilai\n"
    "renja,1,P1,2025,cetak,1.000.000\n"
    "renja,1,K1,2025,daun,1.000.000\n"
    "renja,2,P1,2025,cetak,900.000\n"
    "renja,2,SK1,2025,daun,900.000\n",
}


def tulis(folder: Path, *isi: dict[str, str]) -> Path:
    """Write files into a folder, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for bagian in isi:
        for nama, teks in bagian.items():
            (folder / nama).write_text(teks, encoding="utf-8", newline="")
    return folder


def ganti(folder: Path, berkas: str, lama: str, baru: str) -> Path:
    """Replace the one occurrence of a text in a file; a test that breaks nothing is a wrong test."""
    jalur = folder / berkas
    teks = jalur.read_text(encoding="utf-8")
    assert teks.count(lama) == 1, f"{berkas}: {lama!r} ada {teks.count(lama)} kali"
    jalur.write_text(teks.replace(lama, baru), encoding="utf-8", newline="")
    return folder
