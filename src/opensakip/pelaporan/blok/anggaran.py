"""Budget: ceilings by programme and unit, what was spent, absorption and rest."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from opensakip.dokumen import bagan
from opensakip.dokumen.model import (
    Baris,
    Blok,
    Gambar,
    Isi,
    JenisBaris,
    Kolom,
    Paragraf,
    Potong,
    Rata,
    Tabel,
    isi,
)
from opensakip.hitung.terbilang import terbilang
from opensakip.pelaporan.blok.cuplik import Cuplik, ringkas
from opensakip.pelaporan.blok.fakta import Fakta
from opensakip.pelaporan.blok.penunjang import kolom_pagu, satuan_uang
from opensakip.pelaporan.blok.pola_umum import POLA_ANGGARAN
from opensakip.pelaporan.blok.tata import TIDAK_DIRINCI, baris, kepala, narasi, naskah, sel
from opensakip.pelaporan.kalimat import Penutur, gabung

KOSONG = Potong(TIDAK_DIRINCI, redup=True, miring=True)


def ada_pagu(c: Cuplik) -> bool:
    """Whether the snapshot holds any ceiling."""
    return bool((c.isi.get("anggaran") or {}).get("kolom"))


def fakta_anggaran(c: Cuplik) -> Fakta:
    """Facts about the budget as a whole."""
    a = c.isi.get("anggaran") or {}
    f = Fakta("anggaran")
    rupiah = satuan_uang(c) == "rupiah"
    kolom = list(a.get("kolom") or ())
    jumlah = a.get("jumlah") or {}
    if rupiah and len(kolom) >= 2 and kolom == kolom_pagu(c):
        awal, akhir = jumlah.get(kolom[0]["kunci"]), jumlah.get(kolom[-1]["kunci"])
        na, nb = c.nilai(awal), c.nilai(akhir)
        if na is not None and nb is not None and na != nb:
            f.kata.add("pagu_berubah")
            pct = c.potong(a.get("selisih_pct"), "%") if c.ada(a.get("selisih_pct")) else None
            f.isi_slot(
                murni=c.rupiah(awal, awalan=True),
                arah="naik" if nb > na else "turun",
                pct=Potong(pct.teks.lstrip("−-("), angka=pct.angka) if pct else None,
            )
    f.isi_slot(
        pagu=c.rupiah(a["pagu"], awalan=True) if rupiah and c.ada(a.get("pagu")) else None, y=str(c.tahun)
    )
    r = c.nilai(a.get("realisasi"))
    if r is not None:
        f.kata.add("terealisasi")
        f.isi_slot(
            R=c.rupiah(a["realisasi"], awalan=True),
            kata=Potong(terbilang(r, rupiah=True), miring=True),
            s=c.potong(a.get("serapan"), "%") if c.ada(a.get("serapan")) else None,
            sisa=c.rupiah(a["sisa"], awalan=True) if c.ada(a.get("sisa")) else None,
            q=c.potong(a.get("sisa_pct"), "%") if c.ada(a.get("sisa_pct")) else None,
        )
    return f


def pagu(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """Ceilings by programme and by unit, for the planning chapter."""
    a = c.isi.get("anggaran") or {}
    if not ada_pagu(c):
        return ()
    kalimat = [k for k in penutur.ucapkan(POLA_ANGGARAN, fakta_anggaran(c)) if k.pola == "K37"]
    blok: list[Blok] = [Paragraf(gabung(kalimat))] if kalimat else []
    if a.get("program"):
        blok.append(_tabel_pagu(c, a, "program", "Program", "Anggaran menurut program", kode=True))
    if a.get("unit"):
        blok.append(_tabel_pagu(c, a, "unit", "Unit kerja", "Anggaran menurut unit kerja", kode=False))
    if not a.get("program") and not a.get("unit"):
        blok.append(_tabel_akar(c, a))
    return tuple(blok)


def _tabel_pagu(c: Cuplik, a: Mapping[str, Any], kunci: str, nama: str, judul: str, *, kode: bool) -> Tabel:
    kolom = kolom_pagu(c)
    selisih = any(b.get("selisih") for b in a[kunci]) or bool(a.get("selisih"))
    selisih = selisih and len(kolom) == 2
    isi_baris: list[Baris] = [
        baris(
            *([str(b.get("kode") or "")] if kode else []),
            str(b["nama"]),
            *(sel(c.potong((b.get("pagu") or {}).get(k["kunci"]))) for k in kolom),
            *([sel(c.potong(b.get("selisih")))] if selisih else []),
        )
        for b in a[kunci]
    ]
    jumlah = a.get("jumlah") or {}
    isi_baris.append(
        baris(
            sel("Jumlah", kolom=2 if kode else 1, rata=Rata.KANAN),
            *(sel(c.potong(jumlah.get(k["kunci"]))) for k in kolom),
            *([sel(c.potong(a.get("selisih")))] if selisih else []),
            jenis=JenisBaris.JUMLAH,
        )
    )
    lebar = "31mm" if len(kolom) <= 2 else "27mm"
    return Tabel(
        judul=f"{judul} ({satuan_uang(c)})",
        kolom=(
            *([Kolom("20mm")] if kode else []),
            Kolom("1fr", penggal=True),
            *(Kolom(lebar, Rata.KANAN) for _ in kolom),
            *([Kolom("29mm", Rata.KANAN)] if selisih else []),
        ),
        kepala=(
            kepala(
                *(["Kode"] if kode else []),
                nama,
                *(str(k["judul"]) for k in kolom),
                *(["Bertambah / (berkurang)"] if selisih else []),
            ),
        ),
        baris=tuple(isi_baris),
        label=f"tabel-pagu-{kunci}",
        catatan=_catatan_pagu(c, a),
    )


def _tabel_akar(c: Cuplik, a: Mapping[str, Any]) -> Tabel:
    """Top rows of a tree that has neither programmes nor several units."""
    akar = [b for b in a.get("pohon") or () if not b.get("induk") and b.get("pagu")]
    return _tabel_pagu(
        c, {**a, "akar": akar}, "akar", "Uraian", "Anggaran", kode=any(b.get("kode") for b in akar)
    )


def _catatan_pagu(c: Cuplik, a: Mapping[str, Any]) -> tuple[Isi, ...]:
    hasil = (
        [isi(f"Sumber: {a['judul']}. Setiap jumlah dihitung dari baris di bawahnya.")]
        if a.get("judul")
        else []
    )
    if satuan_uang(c) != "rupiah" and a.get("catatan"):
        hasil.append(isi(str(a["catatan"])))
    return tuple(hasil)


def realisasi(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """What was spent: sentences, summary table, details as far as the source prints them, chart."""
    a = c.isi.get("anggaran") or {}
    blok: list[Blok] = []
    sebab = narasi(c, "anggaran.sebab", naskah(c, "anggaran.sebab"))
    if not ada_pagu(c) and not c.ada(a.get("realisasi")):
        return sebab
    if not c.ada(a.get("realisasi")):
        blok.append(
            Paragraf(
                isi(
                    f"Realisasi anggaran tahun {c.tahun} {TIDAK_DIRINCI}, sehingga serapan dan sisa tidak "
                    "dihitung."
                )
            )
        )
        return (*blok, *sebab)
    kalimat = [k for k in penutur.ucapkan(POLA_ANGGARAN, fakta_anggaran(c)) if k.pola != "K37"]
    if kalimat:
        blok.append(Paragraf(gabung(kalimat)))
    blok += sebab
    blok.append(_ringkasan(c, a))
    if a.get("rincian"):
        blok.append(_rincian(c, a))
    blok += _bagan_serapan(c)
    return tuple(blok)


def _ringkasan(c: Cuplik, a: Mapping[str, Any]) -> Tabel:
    kolom, jumlah = kolom_pagu(c), a.get("jumlah") or {}
    isi_baris = [
        baris(f"Pagu {str(k['judul']).lower()}", sel(c.potong(jumlah.get(k["kunci"])))) for k in kolom
    ]
    isi_baris += [
        baris("Realisasi", sel(c.rupiah(a["realisasi"], tebal=True))),
        baris("Sisa", sel(c.potong(a.get("sisa")) if c.ada(a.get("sisa")) else KOSONG)),
        baris(
            sel("Serapan (%)", rata=Rata.KANAN),
            sel(c.potong(a.get("serapan")) if c.ada(a.get("serapan")) else KOSONG),
            jenis=JenisBaris.JUMLAH,
        ),
    ]
    catatan: list[Isi] = []
    if a.get("program") and not a.get("rincian"):
        catatan.append(isi(f"Realisasi menurut program dan unit kerja {TIDAK_DIRINCI}."))
    return Tabel(
        judul=f"Pagu, realisasi, dan sisa anggaran tahun {c.tahun} ({satuan_uang(c)})",
        kolom=(Kolom("1fr"), Kolom("50mm", Rata.KANAN)),
        kepala=(kepala("Uraian", "Jumlah"),),
        baris=tuple(isi_baris),
        label="tabel-realisasi-anggaran",
        catatan=tuple(catatan),
    )


def _rincian(c: Cuplik, a: Mapping[str, Any]) -> Tabel:
    def uang(id: str | None) -> Potong:
        return c.potong(id) if c.ada(id) else KOSONG

    return Tabel(
        judul=f"Rincian realisasi anggaran tahun {c.tahun} ({satuan_uang(c)})",
        kolom=(
            Kolom("1fr", penggal=True),
            Kolom("34mm", Rata.KANAN),
            Kolom("34mm", Rata.KANAN),
            Kolom("22mm", Rata.KANAN),
        ),
        kepala=(kepala("Uraian", "Pagu", "Realisasi", "Serapan (%)"),),
        baris=tuple(
            baris(
                str(r["uraian"]),
                sel(uang(r.get("pagu"))),
                sel(uang(r.get("realisasi"))),
                sel(uang(r.get("serapan"))),
            )
            for r in a["rincian"]
        ),
        label="tabel-rincian-anggaran",
    )


def _bagan_serapan(c: Cuplik) -> list[Blok]:
    """Absorption per sasaran, where at least two are known."""
    butir = []
    for s in c.isi.get("sasaran") or ():
        n = c.nilai(s.get("serapan"))
        if n is not None:
            butir.append(
                bagan.ButirBatang(
                    f"{s['kode']} {ringkas(str(s['teks']), 90)}",
                    n,
                    c.tampil(s["serapan"]),
                    sorot=n < Decimal(75),
                )
            )
    if not 2 <= len(butir) <= 24:
        return []
    judul = "Penyerapan anggaran yang dianalisis menurut sasaran (%)"
    alt = f"Bagan batang {judul}: " + "; ".join(f"{b.nama} {b.teks}" for b in butir) + "."
    catatan = isi(
        "Jingga: penyerapan di bawah 75%. Cakupan alokasi mengikuti dasar yang disebut pada tabel efisiensi."
    )
    return [Gambar(judul, bagan.batang(butir, judul=judul), alt, lebar_mm=158, catatan=(catatan,))]
