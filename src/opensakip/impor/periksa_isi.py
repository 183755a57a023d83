"""Checks of content: one agency, whole cards, agreements in order, status against value."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

from opensakip import peraturan
from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.format import MENURUT_NAMA, RUMUS_ARAH, STATUS_BERNILAI
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat

BERKAS_UKUR = ("pk", "pk_baris", "realisasi")
BERKAS_RENCANA = ("dokumen", "versi", "butir")


def periksa_kelengkapan(k: Kumpulan, c: Pencatat) -> None:
    """A folder is an agency that measures, or at least one that plans; half of either is refused."""
    if len(k["instansi"]) > 1:
        c.salah(k["instansi"][1], "slug", "instansi.csv berisi lebih dari satu instansi.", "satu folder satu instansi.")
    rencana = all(k[n] for n in BERKAS_RENCANA)
    for nama in ("instansi", "unit"):
        if nama in k.ada and nama not in k.rusak and not k[nama]:
            c.salah_berkas(nama, "hanya ada kepala kolom, tanpa baris data.", "isi sedikitnya satu baris.")
    if "pk" in k.ada and not k["pk"] and not rencana and "pk" not in k.rusak:
        c.salah_berkas("pk", "hanya ada kepala kolom, tanpa baris data.", "isi Perjanjian Kinerja tahun laporan.")
    for anak, induk in (("versi", "dokumen"), ("butir", "dokumen"), ("pk_anggaran", "pk"), ("sisi", "simpul")):
        if k[anak] and induk not in k.ada and induk not in k.rusak:
            c.salah_berkas(
                induk, f"berkas ini tidak ada, padahal {anak}.csv menunjuk ke sana.",
                f"tambahkan {induk}.csv dengan kepala {','.join(MENURUT_NAMA[induk].nama_kolom)}", Tingkat.BERKAS,
            )


def periksa_instansi(k: Kumpulan, c: Pencatat) -> None:
    """Rules named by the agency exist; the frozen clock of an example is given."""
    b = k.instansi
    if b is None:
        return
    if b["contoh"] and not b["pernyataan"]:
        c.salah(b, "pernyataan", "instansi contoh wajib memuat pernyataan bahwa ini contoh.", "isi kolom pernyataan.")
    if b["skala_peringkat"]:
        _aturan_ada(c, b, "skala_peringkat", "skala", k.tahun)
    if b["metode_efisiensi"] == "e_ro" and not k["efisiensi"]:
        c.ingatkan(b, "metode_efisiensi", "metode e_ro dipilih tanpa efisiensi.csv; efisiensi tidak dapat dihitung.")


def _aturan_ada(c: Pencatat, b: Baris, kolom: str, jenis: str, tahun: int | None) -> bool:
    """The rule exists, is of the kind wanted and holds in the year."""
    hari = date(tahun or date.max.year, 12, 31)
    try:
        aturan = peraturan.pada(b[kolom], hari)
    except LookupError:
        aturan = None
    if aturan is not None and aturan.jenis == jenis:
        return True
    ada = sorted({a.id for a in peraturan.semua() if a.jenis == jenis})
    c.salah(b, kolom, f"aturan {potong(b[kolom])} tidak ada di antara aturan jenis {jenis}.", f"yang ada: {', '.join(ada)}.")
    return False


def periksa_indikator(k: Kumpulan, c: Pencatat) -> None:
    """Direction, formula and scale of each card fit each other; versions of a card are in order."""
    kartu: dict[str, list[Baris]] = defaultdict(list)
    for b in k["indikator"]:
        _kartu(k, c, b)
        kartu[b.teks("kode")].append(b)
    for kode, versi in kartu.items():
        if kode and all(b.utuh("versi", "berlaku_mulai", "unit") for b in versi):
            _rantai_kartu(c, sorted(versi, key=lambda b: b["versi"]))


def _kartu(k: Kumpulan, c: Pencatat, b: Baris) -> None:
    if b.utuh("arah", "rumus") and b["rumus"] and b["rumus"] not in RUMUS_ARAH[b["arah"]]:
        c.salah(
            b, "rumus", f"rumus {b['rumus']} tidak cocok dengan arah {b['arah']}.",
            f"untuk arah {b['arah']} pakai {' | '.join(RUMUS_ARAH[b['arah']])}, atau kosongkan.",
        )
    if b.utuh("jenis_nilai", "skala_maks") and b["jenis_nilai"] == "skala" and b["skala_maks"] is None:
        c.salah(b, "skala_maks", "jenis nilai skala tanpa nilai tertinggi.", "isi skala_maks, misalnya 4.")
    if b["skala_min"] is not None and b["skala_maks"] is not None and b["skala_min"] >= b["skala_maks"]:
        c.salah(b, "skala_min", "skala_min tidak lebih kecil dari skala_maks.", "tukar atau perbaiki nilainya.")
    if b.utuh("jenis_nilai", "skala_ordinal") and b["jenis_nilai"] in ("ordinal", "level") and not b["skala_ordinal"]:
        ada = sorted({a.id for a in peraturan.semua() if a.jenis == "ordinal"})
        c.salah(
            b, "skala_ordinal", f"jenis nilai {b['jenis_nilai']} tanpa urutan nilainya.",
            f"isi skala_ordinal dengan salah satu: {', '.join(ada)}.",
        )
    elif b["skala_ordinal"]:
        _aturan_ada(c, b, "skala_ordinal", "ordinal", k.tahun)
    if b.utuh("arah", "jenis_nilai") and (b["arah"] == "ordinal") and b["jenis_nilai"] not in ("ordinal", "level"):
        c.salah(
            b, "arah", f"arah ordinal tidak cocok dengan jenis nilai {b['jenis_nilai']}.",
            "pakai arah naik, turun atau rentang, atau ganti jenis_nilai menjadi ordinal atau level.",
        )
    _batas(c, b)


def _batas(c: Pencatat, b: Baris) -> None:
    for kolom in ("batas_atas", "batas_bawah"):
        if b[kolom] is not None and not Decimal(-9999) <= b[kolom] <= Decimal(9999):
            c.salah(b, kolom, f"batas {potong(b.mentah[kolom])} di luar −9.999 sampai 9.999.", "perbaiki nilainya.")
    if b["batas_atas"] is not None and b["batas_bawah"] is not None and b["batas_bawah"] > b["batas_atas"]:
        c.salah(b, "batas_bawah", "batas bawah melampaui batas atas.", "tukar atau perbaiki nilainya.")
    if b["desimal"] is not None and b["desimal"] > 8:
        c.salah(b, "desimal", "lebih dari 8 angka di belakang koma.", "tulis 0 sampai 8.")


def _rantai_kartu(c: Pencatat, versi: list[Baris]) -> None:
    for i, b in enumerate(versi):
        if b["versi"] != i + 1:
            c.salah(b, "versi", f"versi kartu melompat: setelah {i} tertulis {b['versi']}.", f"tulis {i + 1}.")
            return
        if i == 0:
            continue
        lalu = versi[i - 1]
        if b["unit"] != lalu["unit"]:
            c.salah(b, "unit", f"pemilik berbeda dengan versi {lalu['versi']} ({lalu['unit']}).", "satu indikator satu pemilik.")
        if not b["alasan"]:
            c.salah(b, "alasan", "kartu versi kedua dan seterusnya wajib beralasan.", "isi kolom alasan.")
        if b["berlaku_mulai"] is None or (lalu["berlaku_mulai"] and b["berlaku_mulai"] <= lalu["berlaku_mulai"]):
            c.salah(
                b, "berlaku_mulai", f"kartu versi {b['versi']} harus mulai sesudah versi {lalu['versi']}.",
                "isi tanggal mulai berlakunya.",
            )


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
                b, "kode", f"PK {potong(b['kode'])} tidak punya satu baris pun di pk_baris.csv.",
                "tambahkan sasaran, indikator dan targetnya, atau tulis dilampirkan = tidak.",
            )
    _periksa_realisasi_pk(k, c)
    _satu_teks_sasaran(k, c)
    _kartu_sudah_berlaku(k, c)


def _rantai_pk(c: Pencatat, versi: list[Baris]) -> None:
    for i, b in enumerate(versi):
        if b["nomor"] != i + 1:
            c.salah(
                b, "nomor", f"PK {b['unit']} tahun {b['tahun']} melompat: setelah {i} tertulis {b['nomor']}.",
                f"nomor PK berurut mulai 1; tulis {i + 1} atau tambahkan PK yang hilang.",
            )
            return
        if i and not b["alasan_kode"]:
            c.salah(
                b, "alasan_kode", "PK kedua dan seterusnya wajib menyebut dasar perubahan.",
                "isi pejabat, strategi atau asumsi.",
            )
        if i and b["tanggal"] < versi[i - 1]["tanggal"]:
            c.salah(
                b, "tanggal", f"mendahului PK nomor {i} ({versi[i - 1]['tanggal'].isoformat()}).",
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
                    b, "sasaran", f"sasaran {b['sasaran_kode']} berbunyi lain pada baris {ada.nomor}.",
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
                b, "indikator", f"kartu indikator {b['indikator']} baru berlaku {mulai[b['indikator']].isoformat()}, "
                f"sesudah tahun PK {tahun}.", "perbaiki berlaku_mulai di indikator.csv.",
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
        if b["pk"] in kode_pk and b["indikator"] and b["indikator"] not in terisi and "realisasi" not in k.rusak:
            c.ingatkan(
                b, "indikator", f"indikator {b['indikator']} belum punya baris realisasi tahun {k.tahun}; capaiannya "
                "akan tertulis belum dapat dinilai.", "tambahkan barisnya dengan status belum_ada bila memang belum ada.",
            )


def periksa_realisasi(k: Kumpulan, c: Pencatat) -> None:
    """A status says what kind of number stands there; empty is never zero."""
    for b in k["realisasi"]:
        if not b.utuh("status", "nilai"):
            continue
        if b["status"] in STATUS_BERNILAI and not b["nilai"]:
            c.salah(
                b, "nilai", f"status {b['status']} tanpa nilai.",
                "isi nilainya, atau tulis status belum_ada; sel kosong tidak dibaca 0.",
            )
        if b["status"] not in STATUS_BERNILAI and b["nilai"]:
            c.salah(
                b, "nilai", f"status {b['status']} tetapi nilainya terisi.", "kosongkan nilainya, atau ganti statusnya."
            )
        if b["status"] == "dibawa":
            _dibawa(c, b)
        elif b["tahun_nilai"] is not None and b["tahun_nilai"] != b["tahun"]:
            c.salah(
                b, "tahun_nilai", f"tahun nilai {b['tahun_nilai']} berbeda dengan tahun {b['tahun']}, padahal statusnya "
                f"{b['status']}.", "pakai status dibawa bila nilainya milik tahun lain, atau kosongkan tahun_nilai.",
            )


def _dibawa(c: Pencatat, b: Baris) -> None:
    if b.utuh("tahun_nilai") and b["tahun_nilai"] is None:
        c.salah(b, "tahun_nilai", "status dibawa tanpa tahun asal nilainya.", "isi tahun nilai itu, sebelum tahun ini.")
    elif b.utuh("tahun_nilai", "tahun") and b["tahun_nilai"] >= b["tahun"]:
        c.salah(
            b, "tahun_nilai", f"nilai dibawa dari tahun {b['tahun_nilai']}, tidak sebelum {b['tahun']}.",
            "isi tahun yang lebih awal, atau tulis status final.",
        )
    if not b["alasan"]:
        c.salah(b, "alasan", "status dibawa tanpa alasan.", "sebutkan mengapa nilai tahun ini belum ada.")


def periksa_lain(k: Kumpulan, c: Pencatat) -> None:
    """Benchmarks, realised money, efficiency bases, instruments, places of narrative."""
    for b in k["pembanding"]:
        if b.utuh("keadaan", "nilai") and (b["keadaan"] == "ada") != bool(b["nilai"]):
            ada = b["keadaan"] == "ada"
            c.salah(
                b, "nilai", f"keadaan {b['keadaan']} {'tanpa nilai' if ada else 'tetapi nilainya terisi'}.",
                "isi nilainya, atau ganti keadaannya." if ada else "kosongkan nilainya, atau tulis keadaan ada.",
            )
    sasaran = k.nilai_kolom("pk_baris", "sasaran_kode")
    for b in k["realisasi_anggaran"]:
        if b.utuh("nilai", "persen_cetak") and b["nilai"] is None and b["persen_cetak"] is None:
            c.salah(b, "nilai", "tanpa nilai dan tanpa persen_cetak.", "isi salah satu, atau hapus barisnya.")
        if b["tingkat"] == "sasaran" and b["kunci"] not in sasaran and "pk_baris" not in k.rusak:
            c.salah(
                b, "kunci", f"sasaran {potong(b.teks('kunci'))} tidak ada pada kolom sasaran_kode di pk_baris.csv.",
                "perbaiki kodenya.", Tingkat.ACUAN,
            )
        if b["tingkat"] == "rincian" and not b["kunci"]:
            c.salah(b, "kunci", "rincian tanpa kunci.", "isi kode atau nama rinciannya.")
    for b in k["bagian"]:
        if b["jumlah"] is not None and b["jumlah"] != b["jumlah"].to_integral_value():
            c.salah(b, "jumlah", f"{potong(b.mentah['jumlah'])} bukan bilangan bulat.", "tulis jumlah orang atau barang.")
    for b in k["naskah"]:
        m = re.fullmatch(r"sasaran\.(?P<kode>[^.]+)\..+", b.teks("tempat"))
        if m and m["kode"] not in sasaran and "pk_baris" not in k.rusak:
            c.salah(
                b, "tempat", f"sasaran {potong(m['kode'])} tidak ada pada kolom sasaran_kode di pk_baris.csv.",
                "perbaiki tempatnya, bentuknya sasaran.<kode>.<bagian>.", Tingkat.ACUAN,
            )
