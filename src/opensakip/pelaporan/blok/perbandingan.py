"""All indicators side by side with other yardsticks: earlier years, the end of the Renstra, others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen.model import Baris, Blok, Kolom, Paragraf, Potong, Rata, Rujuk, Sel, Tabel, isi
from opensakip.pelaporan.blok.cuplik import TANDA_STATUS, Cuplik
from opensakip.pelaporan.blok.tata import baris, catatan_tanda, kepala, sel, tanda_nilai

Ind = Mapping[str, Any]
TAHUN_MAKS = 4
KOSONG = "–"
KEADAAN = {
    "belum_dapat_diperbandingkan": "belum dapat diperbandingkan",
    "tidak_ada": "tidak ada pembanding",
}


def _semua(c: Cuplik) -> Sequence[Ind]:
    return list(c.isi.get("indikator") or ())


def tahun_lalu(c: Cuplik) -> tuple[Blok, ...]:
    """Realisasi of up to four years; a break of the series stands as a bar before the year."""
    tahun = sorted({int(t["tahun"]) for i in _semua(c) for t in i.get("seri") or ()})[-TAHUN_MAKS:]
    if len(tahun) < 2:
        return ()
    rows: list[Baris] = []
    for n, i in enumerate(_semua(c), 1):
        seri = {int(t["tahun"]): t for t in i.get("seri") or ()}
        isian = [_nilai_tahun(c, seri.get(t)) for t in tahun]
        rows.append(baris(str(n), str(i["nama"]), *isian, sel(c.potong(i.get("selisih_tahun_lalu")))))
    catatan = [
        isi("Perubahan dalam satuan indikatornya (poin); – berarti tidak dapat dibandingkan."),
        *catatan_tanda(rows),
    ]
    return (
        Paragraf(
            isi(Rujuk("tabel-banding-tahun"), " menyandingkan realisasi dengan tahun-tahun sebelumnya.")
        ),
        Tabel(
            judul=f"Realisasi indikator {tahun[0]}–{tahun[-1]}",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
                *(Kolom("19mm", Rata.DESIMAL, penggal=True) for _ in tahun),
                Kolom("21mm", Rata.KANAN),
            ),
            kepala=(kepala("No", "Indikator", *map(str, tahun), "Perubahan"),),
            baris=tuple(rows),
            label="tabel-banding-tahun",
            catatan=tuple(catatan),
            boleh_putus=True,
        ),
    )


def _nilai_tahun(c: Cuplik, t: Mapping[str, Any] | None) -> Sel:
    if t is None:
        return sel(KOSONG)
    putus = [Potong("", tanda="‖")] if t.get("putus") else []
    return sel(c.potong(t["angka"], tanda=TANDA_STATUS.get(str(t.get("status")), "")), *putus)


def renstra(c: Cuplik) -> tuple[Blok, ...]:
    """Progress towards the end target of the strategic plan."""
    ada = [i for i in _semua(c) if c.ada(i.get("target_akhir"))]
    if not ada:
        return ()
    tahun = sorted({int(i["tahun_akhir"]) for i in ada if i.get("tahun_akhir")})
    nama = f" {tahun[0]}" if len(tahun) == 1 else ""
    rows = [
        baris(
            str(n),
            str(i["nama"]),
            sel(c.potong(i["realisasi"], tanda=tanda_nilai(i))),
            sel(c.potong(i["target_akhir"])),
            sel(c.potong(i.get("menuju_akhir"))),
            sel(c.potong(f"ind.{i['kode']}.sisa_akhir")),
        )
        for n, i in enumerate(ada, 1)
    ]
    return (
        Paragraf(
            isi(
                "Kemajuan menuju target akhir rencana strategis dimuat pada ",
                Rujuk("tabel-banding-renstra"),
                ".",
            )
        ),
        Tabel(
            judul=f"Realisasi {c.tahun} terhadap target akhir rencana strategis{nama}",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
                *(Kolom("22mm", Rata.DESIMAL, penggal=True) for _ in range(2)),
                Kolom("22mm", Rata.KANAN),
                Kolom("20mm", Rata.KANAN),
            ),
            kepala=(
                kepala("No", "Indikator", f"Realisasi {c.tahun}", "Target akhir", "Kemajuan (%)", "Jarak"),
            ),
            baris=tuple(rows),
            label="tabel-banding-renstra",
            catatan=(
                isi("Jarak: target akhir dikurangi realisasi; negatif berarti target akhir sudah terlewati."),
                *catatan_tanda(rows),
            ),
            boleh_putus=True,
        ),
    )


def nasional(c: Cuplik) -> tuple[Blok, ...]:
    """Benchmarks of others; where there is none the table says so."""
    semua = _semua(c)
    if not any(i.get("pembanding") for i in semua):
        return ()
    rows: list[Baris] = []
    for n, i in enumerate(semua, 1):
        daftar = list(i.get("pembanding") or ()) or [{}]
        for m, p in enumerate(daftar):
            nama = (
                [str(n), str(i["nama"]), sel(c.potong(i["realisasi"], tanda=tanda_nilai(i)))]
                if not m
                else ["", "", ""]
            )
            siapa = f"{p['entitas']} ({p['tahun']})" if p.get("entitas") else KOSONG
            nilai = c.potong(p["angka"]) if p.get("angka") else Potong(KOSONG)
            ket = KEADAAN.get(str(p.get("keadaan") or "tidak_ada"), "")
            if not ket:
                ket = str(p.get("keterangan") or "")
            rows.append(baris(*nama, siapa, sel(nilai), sel(c.potong(p.get("selisih"))), ket or KOSONG))
    return (
        Paragraf(isi("Pembanding dari luar instansi dimuat pada ", Rujuk("tabel-banding-nasional"), ".")),
        Tabel(
            judul=f"Realisasi {c.tahun} dan nilai pembanding",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
                Kolom("18mm", Rata.DESIMAL),
                Kolom("30mm", penggal=True),
                Kolom("17mm", Rata.DESIMAL),
                Kolom("16mm", Rata.KANAN),
                Kolom("32mm", penggal=True),
            ),
            kepala=(kepala("No", "Indikator", "Realisasi", "Pembanding", "Nilai", "Selisih", "Keterangan"),),
            baris=tuple(rows),
            label="tabel-banding-nasional",
            catatan=catatan_tanda(rows),
            boleh_putus=True,
        ),
    )


def langkah(c: Cuplik) -> tuple[Blok, ...]:
    """Steps of improvement: problem and action as the officers wrote them, with who answers for it."""
    rows: list[Baris] = []
    for s in c.isi.get("sasaran") or ():
        n = s.get("naskah") or {}
        bawah = any(i.get("terhadap") == "bawah" and i.get("sasaran_kode") == s["kode"] for i in _semua(c))
        upaya = n.get("upaya") or n.get("tindakan")
        if not upaya and not bawah:
            continue
        masalah = str(n.get("sebab") or "") if bawah else "Target tercapai; langkah ini menjaga hasilnya."
        rows.append(
            baris(
                str(len(rows) + 1),
                f"{s['kode']}. {s['teks']}",
                masalah or "Belum diisi",
                str(upaya or "Belum diisi"),
                str(s.get("unit_nama") or "Belum diisi"),
                str(n.get("tenggat") or "Belum diisi"),
            )
        )
    if not rows:
        return ()
    return (
        Tabel(
            judul="Langkah perbaikan",
            kolom=(
                Kolom("8mm", Rata.TENGAH),
                Kolom("1fr", penggal=True),
                Kolom("1.5fr", penggal=True),
                Kolom("1.4fr", penggal=True),
                Kolom("23mm", penggal=True),
                Kolom("14mm", penggal=True),
            ),
            kepala=(kepala("No", "Sasaran", "Masalah", "Tindakan", "Penanggung jawab", "Tenggat"),),
            baris=tuple(rows),
            label="tabel-langkah",
            boleh_putus=True,
        ),
    )
