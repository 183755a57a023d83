"""Shapes of what is neither scale nor weight: policies, deadlines, level schemes, forms, tables."""

import re
from collections.abc import Mapping
from typing import Any

from opensakip.peraturan.model import TAG
from opensakip.peraturan.pembaca import (
    Tempat,
    angka,
    boleh_kosong,
    bulat,
    catatan,
    daftar,
    peta,
    salah_satu,
    teks,
    wajib_unik,
    ya_tidak,
)

RUMUS = ("maks", "min_2t", "min_rasio", "min_reduksi", "rentang", "ordinal")
_tag = salah_satu(*TAG)


def pola(nilai: object, di: Tempat) -> str:
    """Read a regular expression that compiles and is anchored at both ends."""
    isi = teks(nilai, di)
    try:
        re.compile(isi)
    except re.error as sebab:
        raise di.rusak(f"pola tidak sah: {sebab}") from sebab
    if not (isi.startswith("^") and isi.endswith("$")):
        raise di.rusak("pola harus diawali ^ dan diakhiri $")
    return isi


_KEBIJAKAN = catatan(
    {
        "rumus": boleh_kosong(salah_satu(*RUMUS)),
        "batas_atas": boleh_kosong(angka),
        "batas_bawah": boleh_kosong(angka),
        "aturan_nol": salah_satu("baku", "tidak_dinilai"),
    },
    {"keterangan": teks},
)


def baca_kebijakan(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a capaian policy; the floor may not lie above the cap."""
    isi: Mapping[str, Any] = _KEBIJAKAN(nilai, di)
    if (
        isi["batas_atas"] is not None
        and isi["batas_bawah"] is not None
        and isi["batas_bawah"] > isi["batas_atas"]
    ):
        raise di.turun("batas_bawah").rusak("batas bawah melampaui batas atas")
    return isi


_RUMUS = catatan(
    {"butir": daftar(catatan({"kode": teks, "nama": teks, "rumus": teks, "tag": _tag}, {"keterangan": teks}))}
)


def baca_rumus(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a list of named formulas in words."""
    isi: Mapping[str, Any] = _RUMUS(nilai, di)
    wajib_unik(isi["butir"], "kode", di.turun("butir"))
    return isi


_UNSUR = catatan(
    {
        "bobot": catatan({"pembilang": bulat, "penyebut": bulat}),
        "pengali": angka,
        "nilai_terendah": angka,
        "nilai_tertinggi": angka,
        "butir": daftar(catatan({"kode": teks, "nama": teks})),
    }
)


def baca_unsur(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read survey elements; the exact weight is a fraction and the fractions of all elements make one."""
    isi: Mapping[str, Any] = _UNSUR(nilai, di)
    wajib_unik(isi["butir"], "kode", di.turun("butir"))
    pembilang, penyebut = isi["bobot"]["pembilang"], isi["bobot"]["penyebut"]
    if pembilang * len(isi["butir"]) != penyebut:
        raise di.turun("bobot").rusak(
            f"{len(isi['butir'])} unsur berbobot {pembilang}/{penyebut} tidak berjumlah 1"
        )
    return isi


_TENGGAT = catatan(
    {
        "butir": daftar(
            catatan(
                {
                    "kode": teks,
                    "dokumen": teks,
                    "tingkat": teks,
                    "sektor": salah_satu("kl", "pemda", "semua"),
                    "peristiwa": salah_satu(
                        "akhir_tahun", "akhir_triwulan", "pengesahan_anggaran", "pengundangan"
                    ),
                    "jumlah": bulat,
                    "satuan": salah_satu("hari", "bulan"),
                    "penerima": teks,
                    "tag": _tag,
                },
                {"keterangan": teks},
            )
        )
    }
)


def baca_tenggat(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read deadlines as an offset from an event, never as a fixed calendar day."""
    isi: Mapping[str, Any] = _TENGGAT(nilai, di)
    wajib_unik(isi["butir"], "kode", di.turun("butir"))
    for i, butir in enumerate(isi["butir"]):
        if butir["jumlah"] <= 0:
            raise di.turun("butir").turun(i).turun("jumlah").rusak("jarak tenggat harus lebih dari 0")
    return isi


_TINGKAT = catatan(
    {
        "nama": teks,
        "kelompok": salah_satu("arah", "hasil", "belanja"),
        "logika": boleh_kosong(salah_satu("ultimate", "intermediate", "immediate", "output")),
        "induk": daftar(teks),
        "target": ya_tidak,
        "pagu": salah_satu("tidak", "cetak", "daun"),
    },
    {"pola": pola, "indikator": teks, "keterangan": teks},
)
_SKEMA = catatan({"tingkat": peta(_TINGKAT)})


def baca_skema_tingkat(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a level scheme; every parent named exists (or is ``akar``) and every level hangs from the root."""
    isi: Mapping[str, Any] = _SKEMA(nilai, di)
    tingkat = isi["tingkat"]
    for nama, satu in tingkat.items():
        for induk in satu["induk"]:
            if induk != "akar" and induk not in tingkat:
                raise (
                    di.turun("tingkat").turun(nama).turun("induk").rusak(f"tingkat induk '{induk}' tidak ada")
                )
    tercapai = {"akar"}
    while True:
        baru = {n for n, t in tingkat.items() if n not in tercapai and tercapai & set(t["induk"])}
        if not baru:
            break
        tercapai |= baru
    if sisa := set(tingkat) - tercapai:
        raise di.turun("tingkat").rusak(f"tidak tersambung ke akar: {', '.join(sorted(sisa))}")
    return isi


_ORDINAL = catatan(
    {
        "urutan": daftar(
            catatan({"kode": teks, "nama": teks}, {"sebutan": daftar(teks), "angka": angka}), paling_sedikit=2
        )
    }
)


def baca_ordinal(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read an ordered list of values, lowest first; spellings may not belong to two of them."""
    isi: Mapping[str, Any] = _ORDINAL(nilai, di)
    wajib_unik(isi["urutan"], "kode", di.turun("urutan"))
    milik: dict[str, str] = {}
    for i, butir in enumerate(isi["urutan"]):
        for sebutan in (butir["kode"], *butir.get("sebutan", ())):
            if milik.setdefault(sebutan.casefold(), butir["kode"]) != butir["kode"]:
                raise (
                    di.turun("urutan")
                    .turun(i)
                    .rusak(f"sebutan '{sebutan}' sudah milik '{milik[sebutan.casefold()]}'")
                )
    return isi


_PARAMETER = catatan(
    {"butir": peta(catatan({"nama": teks, "nilai": angka}, {"satuan": teks, "keterangan": teks}))},
    {"rumus": daftar(teks)},
)


def baca_parameter(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read named constants of a formula."""
    isi: Mapping[str, Any] = _PARAMETER(nilai, di)
    return isi


_FORMULIR = catatan(
    {
        "bagian": daftar(
            catatan(
                {
                    "kode": teks,
                    "nama": teks,
                    "isi": daftar(
                        catatan(
                            {"kode": teks, "uraian": teks, "tag": _tag},
                            {"wajib": ya_tidak, "hanya_bila": teks, "keterangan": teks},
                        )
                    ),
                }
            )
        )
    },
    {"keterangan": teks},
)


def baca_formulir(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a form or checklist; codes are unique over the form and a condition names an existing line."""
    isi: Mapping[str, Any] = _FORMULIR(nilai, di)
    di_bagian = di.turun("bagian")
    wajib_unik(isi["bagian"], "kode", di_bagian)
    semua = tuple(b for bagian in isi["bagian"] for b in bagian["isi"])
    wajib_unik(semua, "kode", di_bagian)
    kode = {b["kode"] for b in semua}
    for butir in semua:
        for syarat in filter(None, (s.strip() for s in butir.get("hanya_bila", "").split("|"))):
            if syarat not in kode:
                raise di_bagian.rusak(f"{butir['kode']}: syarat menunjuk '{syarat}' yang tidak ada")
    return isi


_TABEL = catatan({"kolom": peta(teks), "baris": daftar(peta(boleh_kosong(teks)))}, {"keterangan": teks})


def baca_tabel(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read a table of text with declared columns; each row has exactly these columns, the first is unique."""
    isi: Mapping[str, Any] = _TABEL(nilai, di)
    kolom = set(isi["kolom"])
    for i, baris in enumerate(isi["baris"]):
        if set(baris) != kolom:
            beda = ", ".join(sorted(kolom ^ set(baris)))
            raise di.turun("baris").turun(i).rusak(f"kolom tidak sama dengan yang dinyatakan: {beda}")
        if "tag" in kolom:
            _tag(baris["tag"], di.turun("baris").turun(i).turun("tag"))
    wajib_unik(isi["baris"], next(iter(isi["kolom"])), di.turun("baris"))
    return isi


_POLA = catatan(
    {
        "butir": daftar(
            catatan(
                {
                    "kode": teks,
                    "nama": teks,
                    "pola": pola,
                    "contoh": daftar(teks),
                    "bukan": daftar(teks),
                    "tag": _tag,
                },
                {"keterangan": teks},
            )
        )
    }
)


def baca_pola(nilai: object, di: Tempat) -> Mapping[str, Any]:
    """Read code patterns and prove each on its own examples and counter-examples."""
    isi: Mapping[str, Any] = _POLA(nilai, di)
    di_butir = di.turun("butir")
    wajib_unik(isi["butir"], "kode", di_butir)
    for i, butir in enumerate(isi["butir"]):
        cocok = re.compile(butir["pola"])
        for contoh in butir["contoh"]:
            if not cocok.match(contoh):
                raise di_butir.turun(i).rusak(f"contoh '{contoh}' tidak cocok dengan polanya sendiri")
        for bukan in butir["bukan"]:
            if cocok.match(bukan):
                raise di_butir.turun(i).rusak(f"'{bukan}' seharusnya ditolak oleh pola")
    return isi
