"""One analysis per sasaran: tiles, sentences, chart, the officer's words, efficiency, programmes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen import bagan
from opensakip.dokumen.model import (
    BelumDiisi,
    Blok,
    ButirUbin,
    Catatan,
    Gambar,
    Isi,
    Judul,
    JudulButir,
    Nada,
    Paragraf,
    Potong,
    Ubin,
    Utuh,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik, akhiran_satuan, ringkas
from opensakip.pelaporan.blok.efisiensi import fakta_efisiensi
from opensakip.pelaporan.blok.fakta import NUMERIK, fakta_indikator
from opensakip.pelaporan.blok.penunjang import tabel_penunjang
from opensakip.pelaporan.blok.pola_indikator import POLA_AKHIR, POLA_BANDING, POLA_CAPAIAN, POLA_DERET
from opensakip.pelaporan.blok.pola_umum import POLA_EFISIENSI
from opensakip.pelaporan.blok.rincian import tabel_deret, tabel_kartu
from opensakip.pelaporan.blok.tata import narasi, naskah, tanda_nilai
from opensakip.pelaporan.kalimat import Penutur, Pola, gabung

JUDUL = (
    "Target dan realisasi tahun ini",
    "Perbandingan dengan tahun sebelumnya",
    "Kemajuan menuju target akhir rencana strategis",
    "Perbandingan dengan standar nasional atau instansi lain",
    "Penyebab dan tindakan",
    "Efisiensi sumber daya",
    "Program dan kegiatan penunjang",
)
KUNCI_NASKAH = ("capaian", "tahun_lalu", "target_akhir", "pembanding", "sebab", "efisiensi", "penunjang")
POLA_BUTIR: tuple[Sequence[Pola], ...] = (POLA_CAPAIAN, POLA_DERET, POLA_AKHIR, POLA_BANDING)
# Sentences that only say "not recorded": printed under their own heading, left out of running paragraphs.
POLA_TANPA_DATA = {"K23n", "K29a"}
WARNA_TERHADAP = {"melampaui": Nada.BAIK, "tercapai": Nada.UTAMA, "bawah": Nada.PERHATIAN}


def analisis_sasaran(c: Cuplik, s: Mapping[str, Any], penutur: Penutur) -> tuple[Blok, ...]:
    """All blocks of one sasaran."""
    per_kode = {i["kode"]: i for i in c.isi.get("indikator") or ()}
    indikator = [per_kode[k] for k in s.get("indikator") or () if k in per_kode]
    satu = len(indikator) == 1
    muka: list[Blok] = [Judul(3, f"Sasaran {s['kode']}: {s['teks']}")]
    if s.get("unit_nama"):
        muka.append(Catatan(isi(f"Penanggung jawab: {s['unit_nama']}")))
    muka.append(Ubin(ubin_indikator(c, indikator[0]) if satu else _ubin_sasaran(c, s, indikator)))
    blok: list[Blok] = [Utuh(tuple(muka))]
    if satu:
        blok += _butir_indikator(c, s, indikator[0], penutur)
    else:
        for ind in indikator:
            blok += _ringkas_indikator(c, ind, penutur)
    blok += _sebab(c, s, indikator)
    blok += _efisiensi(c, s, penutur)
    blok += _penunjang(c, s)
    return tuple(blok)


def ubin_indikator(c: Cuplik, ind: Mapping[str, Any]) -> tuple[ButirUbin, ...]:
    """Target, realisasi, capaian, end target and progress, as far as they exist."""
    akhiran = "%" if akhiran_satuan(str(ind.get("satuan") or "")) == "%" else ""
    ubin = [
        ButirUbin(f"Target {c.tahun}", c.potong(ind.get("target"), akhiran)),
        ButirUbin(f"Realisasi {c.tahun}", c.potong(ind.get("realisasi"), akhiran, tanda=tanda_nilai(ind))),
        ButirUbin(
            "Capaian", c.potong(ind.get("capaian"), "%"), nada=WARNA_TERHADAP.get(str(ind.get("terhadap")))
        ),
    ]
    if c.ada(ind.get("target_akhir")):
        tahun = f" {ind['tahun_akhir']}" if ind.get("tahun_akhir") else ""
        ubin.append(ButirUbin(f"Target akhir{tahun}", c.potong(ind["target_akhir"], akhiran)))
        ubin.append(ButirUbin("Menuju akhir", c.potong(ind.get("menuju_akhir"), "%")))
    return tuple(ubin)


def _ubin_sasaran(
    c: Cuplik, s: Mapping[str, Any], indikator: Sequence[Mapping[str, Any]]
) -> tuple[ButirUbin, ...]:
    capai = sum(1 for i in indikator if i.get("terhadap") in ("melampaui", "tercapai"))
    ubin = [
        ButirUbin("Rata-rata capaian", c.potong(s.get("capaian"), "%"), nada=Nada.UTAMA),
        ButirUbin("Mencapai target", Potong(f"{capai} dari {len(indikator)} indikator")),
    ]
    if c.ada(s.get("serapan")):
        ubin.append(ButirUbin("Serapan anggaran", c.potong(s["serapan"], "%")))
    if c.ada(s.get("efisiensi")):
        poin = (c.isi.get("efisiensi") or {}).get("metode") == "poin"
        ubin.append(
            ButirUbin(
                "Efisiensi (poin)" if poin else "Efisiensi", c.potong(s["efisiensi"], "" if poin else "%")
            )
        )
    return tuple(ubin)


def _butir_indikator(c: Cuplik, s: Mapping[str, Any], ind: Mapping[str, Any], penutur: Penutur) -> list[Blok]:
    """Analyses 1 to 4 of a sasaran with one indicator, each under its own small heading."""
    f = fakta_indikator(c, ind)
    blok: list[Blok] = []
    for n, pola in enumerate(POLA_BUTIR):
        blok.append(JudulButir(n + 1, JUDUL[n]))
        blok += _kalimat(c, s, n, penutur.ucapkan(pola, f))
        if n == 0:
            blok += [Catatan(isi(k)) for k in ind.get("catatan") or ()]
            blok += tabel_kartu(c, ind)
        elif n == 1:
            blok += bagan_tren(c, ind)
            blok += tabel_deret(c, ind)
        elif n == 3:
            blok += bagan_banding(c, ind)
    return blok


def _kalimat(c: Cuplik, s: Mapping[str, Any], n: int, kalimat: Sequence[Any]) -> list[Blok]:
    """Generated sentences followed by the officer's text of that place."""
    tempat = f"sasaran.{s['kode']}.{KUNCI_NASKAH[n]}"
    ganti = teks_sasaran(c, s, f"{KUNCI_NASKAH[n]}.ganti")
    blok: list[Blok] = [Paragraf(gabung(kalimat))] if kalimat and not ganti else []
    blok += narasi(c, f"{tempat}.ganti", ganti)
    blok += narasi(c, tempat, teks_sasaran(c, s, KUNCI_NASKAH[n]))
    return blok or [BelumDiisi("nilai tahun sebelumnya belum ada pada data yang dibekukan", "Belum ada data")]


def _ringkas_indikator(c: Cuplik, ind: Mapping[str, Any], penutur: Penutur) -> list[Blok]:
    """One of several indicators: heading, tiles, and the four comparisons as short paragraphs."""
    f = fakta_indikator(c, ind)
    judul = Judul(4, f"{ind['kode']} {ind['nama']}", bernomor=False, daftar=False)
    blok: list[Blok] = [Utuh((judul, Ubin(ubin_indikator(c, ind))))]
    capaian, deret, akhir, banding = (penutur.ucapkan(p, f) for p in POLA_BUTIR)
    akhir = [k for k in akhir if k.pola not in POLA_TANPA_DATA]
    banding = [k for k in banding if k.pola not in POLA_TANPA_DATA]
    blok.append(Paragraf(gabung([*capaian, *deret])))
    blok += [Catatan(isi(k)) for k in ind.get("catatan") or ()]
    blok += bagan_tren(c, ind)
    blok += tabel_deret(c, ind)
    if akhir or banding:
        blok.append(Paragraf(gabung([*akhir, *banding])))
    blok += bagan_banding(c, ind)
    return blok


def _sebab(c: Cuplik, s: Mapping[str, Any], indikator: Sequence[Mapping[str, Any]]) -> list[Blok]:
    """Causes and actions: only an officer may write them."""
    ada = [k for k in ("sebab", "tindakan", "upaya") if teks_sasaran(c, s, k)]
    kurang = any(i.get("terhadap") == "bawah" for i in indikator)
    petunjuk = (
        "penyebab kegagalan dan tindakan perbaikan" if kurang else "penyebab keberhasilan dan tindak lanjut"
    )
    blok: list[Blok] = [JudulButir(5, JUDUL[4])]
    for k in ada or ["sebab"]:
        blok += narasi(c, f"sasaran.{s['kode']}.{k}", teks_sasaran(c, s, k), "" if ada else petunjuk)
    return blok


def teks_sasaran(c: Cuplik, s: Mapping[str, Any], kunci: str) -> str:
    """The officer's text at a place of a sasaran; empty when there is none."""
    return str((s.get("naskah") or {}).get(kunci) or naskah(c, f"sasaran.{s['kode']}.{kunci}") or "")


def _efisiensi(c: Cuplik, s: Mapping[str, Any], penutur: Penutur) -> list[Blok]:
    f = fakta_efisiensi(c, s)
    kalimat = penutur.ucapkan(POLA_EFISIENSI, f) if f else []
    blok: list[Blok] = [JudulButir(6, JUDUL[5])]
    if kalimat:
        blok.append(Paragraf(gabung(kalimat)))
    else:
        blok.append(
            Paragraf(
                isi(
                    "Realisasi anggaran untuk sasaran ini tidak dirinci sumber, sehingga efisiensinya "
                    "tidak dihitung."
                )
            )
        )
    for k in ("efisiensi", "penyerapan"):
        blok += narasi(c, f"sasaran.{s['kode']}.{k}", teks_sasaran(c, s, k))
    return blok


def _penunjang(c: Cuplik, s: Mapping[str, Any]) -> list[Blok]:
    teks = narasi(c, f"sasaran.{s['kode']}.penunjang", teks_sasaran(c, s, "penunjang"))
    tabel = tabel_penunjang(c, s)
    if not tabel and not teks:
        tidak_ada = isi(
            "Program dan kegiatan penunjang sasaran ini tidak dirinci pada dokumen rencana yang dibekukan."
        )
        return [JudulButir(7, JUDUL[6]), Paragraf(tidak_ada)]
    return [JudulButir(7, JUDUL[6]), *teks, *tabel]


# ---------------------------------------------------------------- charts


def bagan_tren(c: Cuplik, ind: Mapping[str, Any]) -> list[Blok]:
    """Line of the years with target and end target; needs two numeric values."""
    if (ind.get("kartu") or {}).get("jenis_nilai", "angka") not in NUMERIK:
        return []
    titik = [
        bagan.TitikTren(
            tahun=str(t["tahun"]),
            nilai=c.nilai(t["angka"]),
            teks=c.tampil(t["angka"]),
            putus=bool(t.get("putus")),
            sementara=t.get("status") in ("dibawa", "sementara"),
        )
        for t in ind.get("seri") or ()
    ]
    if sum(1 for t in titik if t.nilai is not None) < 2:
        return []
    acuan = []
    if (n := c.nilai(ind.get("target"))) is not None:
        acuan.append(bagan.GarisAcuan(n, c.tampil(ind["target"]), f"target {c.tahun}"))
    if (n := c.nilai(ind.get("target_akhir"))) is not None:
        acuan.append(bagan.GarisAcuan(n, c.tampil(ind["target_akhir"]), "target akhir Renstra", akhir=True))
    judul = f"{ringkas(str(ind['nama']), 120)} {titik[0].tahun}–{titik[-1].tahun}"
    nilai = "; ".join(
        f"{t.tahun}: {t.teks}{' (metode berubah sejak tahun ini)' if t.putus else ''}" for t in titik
    )
    garis = "".join(f"; {g.keterangan} {g.teks}" for g in acuan)
    svg = bagan.tren(titik, acuan, judul=judul)
    catatan: tuple[Isi, ...] = ()
    if any(t.sementara for t in titik):
        catatan = (isi("*) Titik terbuka: nilai tahun sebelumnya atau nilai sementara."),)
    return [Gambar(judul, svg, f"Grafik garis {judul}. {nilai}{garis}.", lebar_mm=150, catatan=catatan)]


def bagan_banding(c: Cuplik, ind: Mapping[str, Any]) -> list[Blok]:
    """Dots of the own value and at least two comparable ones of others."""
    ada = [(p, n) for p in ind.get("pembanding") or () if (n := c.nilai(p.get("angka"))) is not None]
    kita = c.nilai(ind.get("realisasi"))
    if len(ada) < 2 or kita is None:
        return []
    butir = [bagan.ButirBatang(f"{p['entitas']} ({p['tahun']})", n, c.tampil(p["angka"])) for p, n in ada]
    instansi = c.isi["meta"]["instansi"]
    nama = ringkas(str(instansi.get("singkatan") or instansi["nama"]), 40)
    tahun = ind.get("tahun_nilai") or c.tahun
    butir.append(bagan.ButirBatang(f"{nama} ({tahun})", kita, c.tampil(ind["realisasi"]), sorot=True))
    butir.sort(key=lambda b: (-b.nilai, not b.sorot, b.nama))
    judul = f"{ringkas(str(ind['nama']), 120)} menurut instansi"
    alt = f"Bagan titik {judul}: " + "; ".join(f"{b.nama} {b.teks}" for b in butir) + "."
    return [Gambar(judul, bagan.titik_banding(butir, judul=judul), alt, lebar_mm=130)]
