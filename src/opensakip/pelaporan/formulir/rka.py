"""The RKA form of a ministry or agency: targets and allocations of the year and three years ahead.

Amounts stand as they are printed on the source; where a printed amount is not the sum of the rows below it, a
note says so and nothing is mended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from opensakip.dokumen.model import (
    Bagian,
    Baris,
    Dokumen,
    Isi,
    Isian,
    JenisBagian,
    JenisBaris,
    JudulNaskah,
    Kolom,
    Kop,
    Lanskap,
    Penandatangan,
    Potong,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.sampul import pernyataan
from opensakip.pelaporan.blok.tata import kepala, sel
from opensakip.pelaporan.kode import kode_pendek
from opensakip.pelaporan.tata_cetak import tata_cetak

KEPALA = ("visi", "misi", "fungsi")
JENIS = {
    "sasaran_strategis": JenisBaris.TINGKAT1,
    "eselon_1": JenisBaris.JUMLAH,
    "program": JenisBaris.TINGKAT1,
    "sasaran_program": JenisBaris.TINGKAT2,
    "kegiatan": JenisBaris.TINGKAT2,
    "sasaran_kegiatan": JenisBaris.TINGKAT3,
    "kro": JenisBaris.TINGKAT3,
}
INDIKATOR = "Indikator {}"


def susun_rka(isi_cuplikan: Mapping[str, Any], *, sidik: str = "") -> Dokumen:
    """The form as a document: heading, one wide table, signature."""
    c = Cuplik(isi_cuplikan, sidik)
    instansi = c.isi["meta"]["instansi"]
    nama = str(instansi["nama"])
    judul = f"Rencana Kerja dan Anggaran {nama} Tahun {c.tahun}"
    tempat = str(instansi.get("tempat") or "")
    isi_formulir = (
        Kop((nama,)),
        JudulNaskah(("RENCANA KERJA DAN ANGGARAN", f"TAHUN ANGGARAN {c.tahun}")),
        Isian(tuple(_kepala_formulir(c, nama))),
        tabel_rka(c),
        TandaTangan(
            tempat_waktu=f"{tempat}, ......................" if tempat else "......................",
            kiri=None,
            kanan=Penandatangan("Pengguna Anggaran", f"Pimpinan {nama}"),
        ),
    )
    return Dokumen(
        judul=judul,
        penulis=nama,
        kaki=f"{judul}{f' · kode {kode_pendek(sidik)}' if sidik else ''}",
        bagian=(Bagian(JenisBagian.ISI, (Lanskap(isi_formulir),)),),
        pernyataan=pernyataan(c),
        kata_kunci=("RKA", str(c.tahun), *((f"sidik {sidik}",) if sidik else ())),
        sidik=sidik,
        tata=tata_cetak(isi_cuplikan),
    )


def _kepala_formulir(c: Cuplik, nama: str) -> Iterator[tuple[str, str | None]]:
    pohon = c.isi["anggaran"]["pohon"]
    yield "Kementerian/lembaga", nama
    for tingkat in KEPALA:
        for b in pohon:
            if b["tingkat"] == tingkat:
                yield tingkat.capitalize(), f"{b.get('kode') or ''} {b['nama']}".strip()
    yield "Satuan", str(c.isi["anggaran"].get("satuan") or "Rp")


def tabel_rka(c: Cuplik) -> Tabel:
    """Code, kind, words, and one column for each year: targets of indicators, allocations of the rest."""
    a = c.isi["anggaran"]
    kunci = [str(k["kunci"]) for k in a["kolom"]]
    return Tabel(
        judul=(
            f"Target kinerja dan alokasi anggaran {a['kolom'][0]['judul']}–{a['kolom'][-1]['judul']} "
            f"({a['satuan']})"
        ),
        kolom=(
            Kolom("18mm"),
            Kolom("40mm", penggal=True),
            Kolom("1fr", penggal=True),
            *(Kolom("27mm", Rata.KANAN) for _ in kunci),
        ),
        kepala=(kepala("Kode", "Jenis", "Uraian", *(str(k["judul"]) for k in a["kolom"])),),
        baris=tuple(_baris(c, a, kunci)),
        label="tabel-rka",
        catatan=tuple(_catatan(c, a)),
        nomor_kolom=True,
        boleh_putus=True,
    )


def _baris(c: Cuplik, a: Mapping[str, Any], kunci: Sequence[str]) -> Iterator[Baris]:
    cetak = {(str(x["id"]), str(x["kunci"])): str(x["tercetak"]) for x in a.get("beda_cetak") or ()}
    anak: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for b in a["pohon"]:
        if b["tingkat"] not in KEPALA:
            anak[str(b.get("induk") or "")].append(b)

    def turun(b: Mapping[str, Any]) -> Iterator[Baris]:
        jenis = JENIS.get(str(b["tingkat"]), JenisBaris.ISI)
        uang = [sel(_uang(c, b, k, cetak)) for k in kunci]
        yield Baris(
            (sel(str(b.get("kode") or "")), sel(str(b["tingkat_nama"])), sel(str(b["nama"])), *uang), jenis
        )
        for i in b.get("indikator") or ():
            target = i.get("target") or {}
            nama = INDIKATOR.format(str(b["tingkat_nama"]).lower())
            yield Baris(
                (
                    sel(""),
                    sel(nama),
                    Sel(isi(str(i["nama"])), takik=1),
                    *(sel(str(target.get(k) or "")) for k in kunci),
                )
            )
        for x in anak.get(str(b["id"]), ()):
            yield from turun(x)

    for akar in anak[""]:
        yield from turun(akar)


def _uang(c: Cuplik, b: Mapping[str, Any], kunci: str, cetak: Mapping[tuple[str, str], str]) -> Potong:
    """The amount as printed; marked where it is not the sum of what stands below it."""
    if (str(b["id"]), kunci) in cetak:
        return Potong(cetak[str(b["id"]), kunci], tanda="†")
    id = (b.get("pagu") or {}).get(kunci)
    return c.rupiah(id) if id else Potong("")


def _catatan(c: Cuplik, a: Mapping[str, Any]) -> Iterator[Isi]:
    yield isi(f"Angka alokasi seperti tercetak, dalam {a['satuan']}.")
    for x in a.get("beda_cetak") or ():
        yield isi(
            f"†) {x['nama']} {x.get('kolom') or x['kunci']}: tercetak {x['tercetak']}, jumlah baris di "
            f"bawahnya {x['jumlah']}, "
            f"selisih {x['selisih']}. Sumber tidak diubah."
        )
    if a.get("catatan"):
        yield isi(str(a["catatan"]))
    contoh = next(
        (
            d
            for i in (x for b in a["pohon"] for x in (b.get("pagu") or {}).values())
            if (d := c.asal(i)).startswith("dugaan")
        ),
        "",
    )
    if contoh:
        yield isi(f"Nilai rupiah hanya dugaan dari satuan yang tercetak, misalnya {contoh}.")
