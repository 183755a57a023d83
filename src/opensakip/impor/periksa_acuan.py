"""Checks between rows: doubles, references that lead nowhere, trees that bite their tail."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable

from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.format import FORMAT
from opensakip.impor.kolom import Jenis
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat, rantai_berputar
from opensakip.impor.rencana import Rencana


def periksa_kembar(k: Kumpulan, c: Pencatat) -> None:
    """A key may stand once. The first line is named, so that both can be looked at."""
    for susunan in FORMAT:
        _kembar(k[susunan.nama], susunan.kunci, c)
    _kembar(k["pk"], ("unit", "tahun", "nomor"), c)
    _kembar(k["pk_baris"], ("pk", "indikator"), c)


def _kembar(baris: Iterable[Baris], kunci: tuple[str, ...], c: Pencatat) -> None:
    if not kunci:
        return
    pertama: dict[tuple[object, ...], Baris] = {}
    for b in baris:
        if not b.utuh(*kunci):
            continue
        ada = pertama.setdefault(tuple(b[n] for n in kunci), b)
        if ada is not b:
            isi = ", ".join(f"{n} {b.mentah[n] or '(kosong)'}" for n in kunci)
            c.salah(
                b,
                kunci[0],
                f"kembar dengan baris {ada.nomor}: {isi}.",
                "hapus salah satu, atau bedakan isinya.",
                Tingkat.KEMBAR,
            )


def periksa_acuan(k: Kumpulan, c: Pencatat) -> None:
    """Every code that names a row of another file must find it; one report per code, at its first line."""
    for susunan in FORMAT:
        for kolom in susunan.kolom:
            if kolom.acuan:
                _acuan(k, c, susunan.nama, kolom.nama, *kolom.acuan.split("."))
    _acuan_daftar(k, c)
    _acuan_anggota(k, c)
    _acuan_sumber(k, c)


def _acuan(k: Kumpulan, c: Pencatat, nama: str, kolom: str, tujuan: str, kolom_tujuan: str) -> None:
    if tujuan in k.rusak:
        return
    ada = k.nilai_kolom(tujuan, kolom_tujuan)
    hilang: dict[str, list[Baris]] = defaultdict(list)
    for b in k[nama]:
        if b.utuh(kolom) and b[kolom] and b[kolom] not in ada:
            hilang[b[kolom]].append(b)
    for kode, baris in hilang.items():
        _lapor(c, baris, kolom, kode, tujuan, ada, kolom_tujuan)


def _lapor(
    c: Pencatat, baris: list[Baris], kolom: str, kode: str, tujuan: str, ada: Iterable[str], kolom_tujuan: str
) -> None:
    lain = f" (juga pada {len(baris) - 1} baris lain)" if len(baris) > 1 else ""
    mirip = difflib.get_close_matches(kode, list(ada), n=1, cutoff=0.7)
    saran = f'maksudnya "{mirip[0]}"? Atau tambahkan' if mirip else "perbaiki kodenya, atau tambahkan"
    c.salah(
        baris[0],
        kolom,
        f"{potong(kode)} tidak ada pada kolom {kolom_tujuan} di {tujuan}.csv{lain}.",
        f"{saran} {potong(kode)} ke {tujuan}.csv.",
        Tingkat.ACUAN,
    )


def _acuan_daftar(k: Kumpulan, c: Pencatat) -> None:
    """Lists of codes: responsible units."""
    if "unit" in k.rusak:
        return
    unit = k.nilai_kolom("unit", "kode")
    hilang: dict[str, list[Baris]] = defaultdict(list)
    for b in k["indikator"]:
        for kode in b["penanggung_jawab"] or ():
            if kode not in unit:
                hilang[kode].append(b)
    for kode, baris in hilang.items():
        _lapor(c, baris, "penanggung_jawab", kode, "unit", unit, "kode")


def _acuan_anggota(k: Kumpulan, c: Pencatat) -> None:
    """Members of an efficiency basis are rows of the document it names."""
    if "butir" in k.rusak:
        return
    butir: dict[str, set[str]] = defaultdict(set)
    for b in k["butir"]:
        butir[b.mentah["dokumen"]].add(b.mentah["id"])
    for b in k["efisiensi"]:
        for kode in b["anggota"] or ():
            if kode not in butir[b.mentah["dokumen"]]:
                c.salah(
                    b,
                    "anggota",
                    f"butir {potong(kode)} tidak ada pada dokumen {b.teks('dokumen')} di butir.csv.",
                    "perbaiki id butirnya; beberapa id dipisah titik koma.",
                    Tingkat.ACUAN,
                )


def _acuan_sumber(k: Kumpulan, c: Pencatat) -> None:
    if "sumber" in k.rusak:
        return
    ada = k.nilai_kolom("sumber", "kode")
    hilang: dict[str, list[Baris]] = defaultdict(list)
    for susunan in FORMAT:
        if not any(kolom.jenis is Jenis.SUMBER for kolom in susunan.kolom):
            continue
        for b in k[susunan.nama]:
            for kode in dict.fromkeys(kode for kode, _ in b["sumber"] or ()):
                if kode not in ada:
                    hilang[kode].append(b)
    for kode, baris in hilang.items():
        _lapor(c, baris, "sumber", kode, "sumber", ada, "kode")


def periksa_pohon(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """No unit, plan row or condition may stand below itself."""
    unit = k.menurut("unit", "kode")
    for putaran in rantai_berputar({kode: b.teks("induk") for kode, b in unit.items()}):
        _lapor_putaran(c, unit, putaran, "induk")
    sudah: set[frozenset[str]] = set()
    for v in r.versi.values():
        for putaran in rantai_berputar({kode: b.teks("induk") for kode, b in v.butir.items()}):
            if frozenset(putaran) not in sudah:
                sudah.add(frozenset(putaran))
                _lapor_putaran(c, v.butir, putaran, "induk")
    _periksa_sisi(k, c)


def _lapor_putaran(c: Pencatat, baris: dict[str, Baris], putaran: list[str], kolom: str) -> None:
    awal = min(putaran, key=lambda kode: baris[kode].nomor)
    i = putaran.index(awal)
    rantai = " → ".join([*putaran[i:], *putaran[:i], awal])
    c.salah(
        baris[awal],
        kolom,
        f"berputar: {rantai}.",
        "ubah salah satu induk; yang paling atas tidak berinduk.",
        Tingkat.POHON,
    )


def _periksa_sisi(k: Kumpulan, c: Pencatat) -> None:
    """Edges join known conditions, form no cycle, and each condition has at most one main edge."""
    simpul: dict[str, set[str]] = defaultdict(set)
    for b in k["simpul"]:
        simpul[b.mentah["dokumen"]].add(b.mentah["id"])
    ke_atas: dict[tuple[str, str], list[tuple[str, Baris]]] = defaultdict(list)
    utama: dict[tuple[str, str], Baris] = {}
    for b in k["sisi"]:
        if not b.utuh("dokumen", "dari", "ke"):
            continue
        hilang = [n for n in ("dari", "ke") if b[n] not in simpul[b["dokumen"]]]
        if "simpul" not in k.rusak:
            for n in hilang:
                c.salah(
                    b,
                    n,
                    f"simpul {potong(b[n])} tidak ada pada dokumen {b['dokumen']} di simpul.csv.",
                    "perbaiki id simpulnya, atau tambahkan ke simpul.csv.",
                    Tingkat.ACUAN,
                )
        if not hilang:
            ke_atas[(b["dokumen"], b["dari"])].append((b["ke"], b))
        if b["utama"]:
            ada = utama.setdefault((b["dokumen"], b["dari"]), b)
            if ada is not b:
                c.salah(
                    b,
                    "utama",
                    f"simpul {potong(b['dari'])} sudah punya sisi utama pada baris {ada.nomor}.",
                    "tulis utama = ya pada satu sisi saja.",
                    Tingkat.POHON,
                )
    _putaran_sisi(ke_atas, c)


def _putaran_sisi(ke_atas: dict[tuple[str, str], list[tuple[str, Baris]]], c: Pencatat) -> None:
    """Depth-first search for a back edge; iterative, because a chain may be long."""
    selesai: set[tuple[str, str]] = set()
    for awal in list(ke_atas):
        if awal in selesai:
            continue
        jalan: dict[tuple[str, str], None] = {awal: None}
        tumpukan = [(awal, iter(ke_atas[awal]))]
        while tumpukan:
            kini, sisa = tumpukan[-1]
            lanjut = next(sisa, None)
            if lanjut is None:
                tumpukan.pop()
                jalan.pop(kini)
                selesai.add(kini)
                continue
            tujuan = (kini[0], lanjut[0])
            if tujuan in jalan:
                rantai = [kode for _, kode in jalan]
                rantai = [*rantai[rantai.index(tujuan[1]) :], tujuan[1]]
                c.salah(
                    lanjut[1],
                    "ke",
                    f"berputar: {' → '.join(rantai)}.",
                    "balik atau hapus salah satu sisi.",
                    Tingkat.POHON,
                )
            elif tujuan not in selesai and tujuan in ke_atas:
                jalan[tujuan] = None
                tumpukan.append((tujuan, iter(ke_atas[tujuan])))
