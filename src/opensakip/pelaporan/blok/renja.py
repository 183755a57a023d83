"""The whole plan as one wide table: every row with its indicators, targets and ceilings, and all its sums.

Rows stand by unit in the order of the plan. Sums come from the snapshot, where each names the rows that
went into it; nothing is added up here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    Isi,
    JenisBaris,
    Kolom,
    Lanskap,
    Paragraf,
    Potong,
    Rata,
    Rujuk,
    Sel,
    Tabel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.penunjang import satuan_uang
from opensakip.pelaporan.blok.tata import kepala, sel

LABEL = "tabel-renja"
TINGKAT = (JenisBaris.TINGKAT1, JenisBaris.TINGKAT2, JenisBaris.TINGKAT3)
KOSONG = "–"
DITURUNKAN = "†"


def renja(c: Cuplik) -> tuple[Blok, ...]:
    """A sentence on the upright page, then the table on turned pages; nothing without a plan with amounts."""
    a = c.isi.get("anggaran") or {}
    if not a.get("pohon") or not a.get("kolom"):
        return ()
    unit = sum(1 for u in a.get("unit") or ())
    menurut = f" menurut {unit} unit kerja" if unit else ""
    pengantar = isi(
        "Rincian lengkapnya dimuat pada ",
        Rujuk(LABEL),
        f": {len(a['pohon'])} baris rencana{menurut}, masing-masing dengan indikator, target, dan pagunya.",
    )
    return (Paragraf(pengantar), Lanskap((tabel_renja(c),)))


def tabel_renja(c: Cuplik) -> Tabel:
    """The table itself, for the report and for the export alike."""
    a = c.isi["anggaran"]
    kolom = list(a["kolom"])
    beda = bool(a.get("selisih"))
    return Tabel(
        judul=f"{a.get('judul') or 'Rencana kerja'} ({satuan_uang(c)})",
        kolom=_kolom(len(kolom), beda),
        kepala=_kepala(kolom, beda),
        baris=tuple(_semua_baris(c, a, [str(k["kunci"]) for k in kolom], beda)),
        label=LABEL,
        catatan=_catatan(c, a),
        nomor_kolom=True,
        boleh_putus=True,
    )


def _kolom(n: int, beda: bool) -> tuple[Kolom, ...]:
    uang = "26mm" if n + beda <= 3 else "23mm"
    return (
        Kolom("16mm"),
        Kolom("1.15fr", penggal=True),
        Kolom("1fr", penggal=True),
        Kolom("19mm", penggal=True),
        *(Kolom("16mm" if n <= 2 else "13mm", Rata.TENGAH, penggal=True) for _ in range(n)),
        *(Kolom(uang, Rata.KANAN) for _ in range(n + beda)),
    )


def _kepala(kolom: Sequence[Mapping[str, Any]], beda: bool) -> tuple[tuple[Sel, ...], ...]:
    judul = [str(k["judul"]) for k in kolom]
    if len(judul) == 1 and not beda:
        return (kepala("Kode", "Uraian", "Indikator", "Satuan", f"Target {judul[0]}", f"Pagu {judul[0]}"),)
    atas = tuple(sel(x, baris=2) for x in ("Kode", "Uraian", "Indikator", "Satuan"))
    tambah = ("Bertambah / (berkurang)",) if beda else ()
    return (
        (*atas, sel("Target", kolom=len(judul)), sel("Pagu", kolom=len(judul) + beda)),
        tuple(sel(x) for x in (*judul, *judul, *tambah)),
    )


def _semua_baris(c: Cuplik, a: Mapping[str, Any], kunci: Sequence[str], beda: bool) -> Iterator[Baris]:
    anak: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for b in a["pohon"]:
        anak[str(b.get("induk") or "")].append(b)
    unit = {str(u["kode"]): u for u in a.get("unit") or ()}
    lebar = 4 + 2 * len(kunci) + beda
    menurut: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for akar in anak[""]:
        menurut[str(akar.get("unit") or "") if unit else ""].append(akar)
    for kode, akar_unit in menurut.items():
        if kode in unit:
            yield Baris((sel(unit[kode]["nama"], kolom=lebar),), JenisBaris.KELOMPOK)
        for akar in akar_unit:
            yield from _turun(c, akar, anak, kunci, beda)
        if kode in unit:
            yield from _jumlah_unit(c, unit[kode], kunci, beda)
    yield _jumlah(
        c, "Jumlah seluruhnya", a.get("jumlah") or {}, a.get("selisih"), kunci, beda, JenisBaris.TOTAL
    )


def _turun(
    c: Cuplik,
    b: Mapping[str, Any],
    anak: Mapping[str, Sequence[Mapping[str, Any]]],
    kunci: Sequence[str],
    beda: bool,
) -> Iterator[Baris]:
    dalam = int(b.get("kedalaman") or 0)
    terdalam = not anak.get(str(b["id"]))
    jenis = JenisBaris.ISI if terdalam or dalam >= len(TINGKAT) else TINGKAT[dalam]
    indikator = list(b.get("indikator") or ()) or [{}]
    pagu = b.get("pagu") or {}
    uang = [sel(c.rupiah(pagu.get(k)) if pagu.get(k) else Potong("")) for k in kunci]
    if beda:
        uang.append(sel(c.potong(b["selisih"]) if b.get("selisih") else Potong("")))
    tanda = DITURUNKAN if b.get("keadaan") == "diturunkan" else ""
    nama = sel(Potong(str(b["nama"]), tanda=tanda), takik=min(dalam, 3))
    yield Baris((sel(str(b.get("kode") or "")), nama, *_sel_indikator(indikator[0], kunci), *uang), jenis)
    # An extra indicator is a row with an empty name: the name and the amounts belong to the row above.
    kosong = [sel("") for _ in uang]
    for i in indikator[1:]:
        yield Baris((sel(""), sel(""), *_sel_indikator(i, kunci), *kosong), jenis)
    for x in anak.get(str(b["id"]), ()):
        yield from _turun(c, x, anak, kunci, beda)


def _sel_indikator(i: Mapping[str, Any], kunci: Sequence[str]) -> list[Sel]:
    target = i.get("target") or {}
    return [
        sel(str(i.get("nama") or "")),
        sel(str(i.get("satuan") or "")),
        *(sel(str(target.get(k) or "")) for k in kunci),
    ]


def _jumlah_unit(c: Cuplik, u: Mapping[str, Any], kunci: Sequence[str], beda: bool) -> Iterator[Baris]:
    for p in u.get("program") or ():
        nama = f"Jumlah {p['kode']} {p['nama']}".replace("  ", " ")
        yield _jumlah(c, nama, p.get("pagu") or {}, p.get("selisih"), kunci, beda, JenisBaris.SUBJUMLAH)
    yield _jumlah(
        c, f"Jumlah {u['nama']}", u.get("pagu") or {}, u.get("selisih"), kunci, beda, JenisBaris.JUMLAH
    )


def _jumlah(
    c: Cuplik,
    nama: str,
    pagu: Mapping[str, str | None],
    selisih: str | None,
    kunci: Sequence[str],
    beda: bool,
    jenis: JenisBaris,
) -> Baris:
    uang = [sel(c.rupiah(pagu.get(k))) for k in kunci]
    if beda:
        uang.append(sel(c.potong(selisih)))
    return Baris((sel(nama, kolom=4 + len(kunci)), *uang), jenis)


def _catatan(c: Cuplik, a: Mapping[str, Any]) -> tuple[Isi, ...]:
    hasil = [isi("Setiap jumlah dihitung dari baris di bawahnya. Sel kosong: tidak tercetak pada sumber.")]
    if any(b.get("keadaan") == "diturunkan" for b in a["pohon"]):
        hasil.append(
            isi(
                f"{DITURUNKAN}) Rincian tidak terbaca pada sumber; pagunya diturunkan dari jumlah di atasnya."
            )
        )
    if any(b.get("keadaan") == "dipulihkan" for b in a["pohon"]):
        hasil.append(
            isi("Baris yang salah baca pada salinan sudah diluruskan; penjelasannya ada pada asal angkanya.")
        )
    for d in a.get("beda_cetak") or ():
        hasil.append(
            isi(
                f"{d['nama']} ({d.get('kolom') or d['kunci']}): tercetak {d['tercetak']}, "
                f"jumlah baris di bawahnya {d['jumlah']}."
            )
        )
    if a.get("catatan"):
        hasil.append(isi(str(a["catatan"])))
    return tuple(hasil)
