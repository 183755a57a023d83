"""Checks of what was agreed, measured and spent: papers in order, status against value."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.kolom import STATUS_BERNILAI
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat
from opensakip.pelaporan.naskah_angka import salah_tulis


def periksa_pk(k: Kumpulan, c: Pencatat) -> None:
    """Papers of a unit and year are numbered 1, 2, 3 ... in the order of their dates, with a legal ground."""
    menurut: dict[tuple[str, int], list[Baris]] = defaultdict(list)
    for b in k["pk"]:
        if b.utuh("unit", "tahun", "nomor", "tanggal"):
            menurut[(b["unit"], b["tahun"])].append(b)
    for versi in menurut.values():
        _rantai_pk(c, sorted(versi, key=lambda b: b["nomor"]))
    berisi = {b.mentah["pk"] for b in k["pk_baris"]}
    for b in k["pk"]:
        if b["dilampirkan"] and b.utuh("kode") and b["kode"] not in berisi and "pk_baris" not in k.rusak:
            c.salah(
                b,
                "kode",
                f"PK {potong(b['kode'])} tidak punya satu baris pun di pk_baris.csv.",
                "tambahkan sasaran, indikator dan targetnya, atau tulis dilampirkan = tidak.",
            )
    _periksa_realisasi_pk(k, c)
    _satu_teks_sasaran(k, c)
    _kartu_sudah_berlaku(k, c)


def _rantai_pk(c: Pencatat, versi: list[Baris]) -> None:
    for i, b in enumerate(versi):
        if b["nomor"] != i + 1:
            c.salah(
                b,
                "nomor",
                f"PK {b['unit']} tahun {b['tahun']} melompat: setelah {i} tertulis {b['nomor']}.",
                f"nomor PK berurut mulai 1; tulis {i + 1} atau tambahkan PK yang hilang.",
            )
            return
        if i and not b["alasan_kode"]:
            c.salah(
                b,
                "alasan_kode",
                "PK kedua dan seterusnya wajib menyebut dasar perubahan.",
                "isi pejabat, strategi atau asumsi.",
            )
        if i and b["tanggal"] < versi[i - 1]["tanggal"]:
            c.salah(
                b,
                "tanggal",
                f"mendahului PK nomor {i} ({versi[i - 1]['tanggal'].isoformat()}).",
                "perbaiki tanggalnya, atau tukar nomornya.",
            )


def _satu_teks_sasaran(k: Kumpulan, c: Pencatat) -> None:
    """Inside one paper a sasaran code has one wording; two wordings are usually a slip of the code."""
    teks: dict[tuple[str, str], Baris] = {}
    for b in k["pk_baris"]:
        if b.utuh("pk", "sasaran_kode"):
            ada = teks.setdefault((b["pk"], b["sasaran_kode"]), b)
            if ada["sasaran"] != b["sasaran"]:
                c.salah(
                    b,
                    "sasaran",
                    f"sasaran {b['sasaran_kode']} berbunyi lain pada baris {ada.nomor}.",
                    "samakan bunyinya, atau beri kode sasaran lain.",
                )


def _kartu_sudah_berlaku(k: Kumpulan, c: Pencatat) -> None:
    """An agreement can only name indicators whose card has begun by the end of its year."""
    tahun_pk = {b["kode"]: b["tahun"] for b in k["pk"] if b.utuh("kode", "tahun")}
    mulai: dict[str, date] = {}
    for b in k["indikator"]:
        if b.utuh("kode", "berlaku_mulai"):
            awal = b["berlaku_mulai"] or date.min
            mulai[b["kode"]] = min(awal, mulai.get(b["kode"], awal))
    for b in k["pk_baris"]:
        tahun = tahun_pk.get(b["pk"])
        if tahun and b["indikator"] in mulai and mulai[b["indikator"]] > date(tahun, 12, 31):
            c.salah(
                b,
                "indikator",
                f"kartu indikator {b['indikator']} baru berlaku {mulai[b['indikator']].isoformat()}, "
                f"sesudah tahun PK {tahun}.",
                "perbaiki berlaku_mulai di indikator.csv.",
            )


def _periksa_realisasi_pk(k: Kumpulan, c: Pencatat) -> None:
    """Agreed indicators of the report year without a row of realisasi: said, not guessed to be zero."""
    terakhir: dict[str, Baris] = {}
    for b in k["pk"]:
        if b.utuh("unit", "tahun", "nomor") and b["tahun"] == k.tahun:
            ada = terakhir.get(b["unit"])
            if b["dilampirkan"] and (ada is None or b["nomor"] > ada["nomor"]):
                terakhir[b["unit"]] = b
    kode_pk = {b["kode"] for b in terakhir.values()}
    terisi = {b["indikator"] for b in k["realisasi"] if b["tahun"] == k.tahun}
    for b in k["pk_baris"]:
        if (
            b["pk"] in kode_pk
            and b["indikator"]
            and b["indikator"] not in terisi
            and "realisasi" not in k.rusak
        ):
            c.ingatkan(
                b,
                "indikator",
                f"indikator {b['indikator']} belum punya baris realisasi tahun {k.tahun}; capaiannya "
                "akan tertulis belum dapat dinilai.",
                "tambahkan barisnya dengan status belum_ada bila memang belum ada.",
            )


def periksa_realisasi(k: Kumpulan, c: Pencatat) -> None:
    """A status says what kind of number stands there; empty is never zero."""
    for b in k["realisasi"]:
        if not b.utuh("status", "nilai"):
            continue
        if b["status"] in STATUS_BERNILAI and not b["nilai"]:
            c.salah(
                b,
                "nilai",
                f"status {b['status']} tanpa nilai.",
                "isi nilainya, atau tulis status belum_ada; sel kosong tidak dibaca 0.",
            )
        if b["status"] not in STATUS_BERNILAI and b["nilai"]:
            c.salah(
                b,
                "nilai",
                f"status {b['status']} tetapi nilainya terisi.",
                "kosongkan nilainya, atau ganti statusnya.",
            )
        if b["status"] == "dibawa":
            _dibawa(c, b)
        elif b["tahun_nilai"] is not None and b["tahun_nilai"] != b["tahun"]:
            c.salah(
                b,
                "tahun_nilai",
                f"tahun nilai {b['tahun_nilai']} berbeda dengan tahun {b['tahun']}, padahal statusnya "
                f"{b['status']}.",
                "pakai status dibawa bila nilainya milik tahun lain, atau kosongkan tahun_nilai.",
            )


def _dibawa(c: Pencatat, b: Baris) -> None:
    if b.utuh("tahun_nilai") and b["tahun_nilai"] is None:
        c.salah(
            b,
            "tahun_nilai",
            "status dibawa tanpa tahun asal nilainya.",
            "isi tahun nilai itu, sebelum tahun ini.",
        )
    elif b.utuh("tahun_nilai", "tahun") and b["tahun_nilai"] >= b["tahun"]:
        c.salah(
            b,
            "tahun_nilai",
            f"nilai dibawa dari tahun {b['tahun_nilai']}, tidak sebelum {b['tahun']}.",
            "isi tahun yang lebih awal, atau tulis status final.",
        )
    if not b["alasan"]:
        c.salah(b, "alasan", "status dibawa tanpa alasan.", "sebutkan mengapa nilai tahun ini belum ada.")


def periksa_lain(k: Kumpulan, c: Pencatat) -> None:
    """Benchmarks, realised money, efficiency bases, typed lines, places of narrative."""
    sasaran = None if "pk_baris" in k.rusak else k.nilai_kolom("pk_baris", "sasaran_kode")
    for b in k["pembanding"]:
        _pembanding(c, b)
    for b in k["realisasi_anggaran"]:
        _uang(c, b, sasaran)
    for b in k["naskah"]:
        m = re.fullmatch(r"sasaran\.(?P<kode>.+)\.[^.]+", b.teks("tempat"))
        if m and sasaran is not None and m["kode"] not in sasaran:
            c.salah(
                b,
                "tempat",
                f"sasaran {potong(m['kode'])} tidak ada pada kolom sasaran_kode di pk_baris.csv.",
                "perbaiki tempatnya, bentuknya sasaran.<kode>.<bagian>.",
                Tingkat.ACUAN,
            )
    for b in (*k["naskah"], *k["bagian"]):
        if keluhan := salah_tulis(b.teks("teks")):
            c.salah(b, "teks", f"{keluhan}.", "perbaiki acuannya, atau tulis angkanya tanpa kurung kurawal.")


def _pembanding(c: Pencatat, b: Baris) -> None:
    ada = b["keadaan"] == "ada"
    if b.utuh("keadaan", "nilai") and ada != bool(b["nilai"]):
        c.salah(
            b,
            "nilai",
            f"keadaan {b['keadaan']} {'tanpa nilai' if ada else 'tetapi nilainya terisi'}.",
            "isi nilainya, atau ganti keadaannya." if ada else "kosongkan nilainya, atau tulis keadaan ada.",
        )


def _uang(c: Pencatat, b: Baris, sasaran: set[str] | None) -> None:
    if b.utuh("nilai", "persen_cetak") and b["nilai"] is None and b["persen_cetak"] is None:
        c.salah(b, "nilai", "tanpa nilai dan tanpa persen_cetak.", "isi salah satu, atau hapus barisnya.")
    if b["tingkat"] == "sasaran" and sasaran is not None and b["kunci"] not in sasaran:
        c.salah(
            b,
            "kunci",
            f"sasaran {potong(b.teks('kunci'))} tidak ada pada kolom sasaran_kode di pk_baris.csv.",
            "perbaiki kodenya.",
            Tingkat.ACUAN,
        )
    if b["tingkat"] == "rincian" and not b["kunci"]:
        c.salah(b, "kunci", "rincian tanpa kunci.", "isi kode atau nama rinciannya.")
