"""Checks of the agency and its indicators: a whole folder, rules that exist, whole cards in order."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from opensakip import peraturan
from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.format import MENURUT_NAMA
from opensakip.impor.kolom import RUMUS_ARAH
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat

BERKAS_RENCANA = ("dokumen", "versi", "butir")


def periksa_kelengkapan(k: Kumpulan, c: Pencatat) -> None:
    """A folder is an agency that measures, or at least one that plans; half of either is refused."""
    if len(k["instansi"]) > 1:
        c.salah(
            k["instansi"][1],
            "slug",
            "instansi.csv berisi lebih dari satu instansi.",
            "satu folder satu instansi.",
        )
    rencana = all(k[n] for n in BERKAS_RENCANA)
    for nama in ("instansi", "unit"):
        if nama in k.ada and nama not in k.rusak and not k[nama]:
            c.salah_berkas(nama, "hanya ada kepala kolom, tanpa baris data.", "isi sedikitnya satu baris.")
    if "pk" in k.ada and not k["pk"] and not rencana and "pk" not in k.rusak:
        c.salah_berkas(
            "pk", "hanya ada kepala kolom, tanpa baris data.", "isi Perjanjian Kinerja tahun laporan."
        )
    for anak, induk in (
        ("versi", "dokumen"),
        ("butir", "dokumen"),
        ("pk_anggaran", "pk"),
        ("sisi", "simpul"),
    ):
        if k[anak] and induk not in k.ada and induk not in k.rusak:
            c.salah_berkas(
                induk,
                f"berkas ini tidak ada, padahal {anak}.csv menunjuk ke sana.",
                f"tambahkan {induk}.csv dengan kepala {','.join(MENURUT_NAMA[induk].nama_kolom)}",
                Tingkat.BERKAS,
            )


def periksa_instansi(k: Kumpulan, c: Pencatat) -> None:
    """Rules named by the agency exist; the frozen clock of an example is given."""
    b = k.instansi
    if b is None:
        return
    if b["contoh"] and not b["pernyataan"]:
        c.salah(
            b,
            "pernyataan",
            "instansi contoh wajib memuat pernyataan bahwa ini contoh.",
            "isi kolom pernyataan.",
        )
    if b["skala_peringkat"]:
        _aturan_ada(c, b, "skala_peringkat", "skala", k.tahun)
    if b["metode_efisiensi"] == "e_ro" and not k["efisiensi"]:
        c.ingatkan(
            b, "metode_efisiensi", "metode e_ro dipilih tanpa efisiensi.csv; efisiensi tidak dapat dihitung."
        )


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
    c.salah(
        b,
        kolom,
        f"aturan {potong(b[kolom])} tidak ada di antara aturan jenis {jenis}.",
        f"yang ada: {', '.join(ada)}.",
    )
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
            b,
            "rumus",
            f"rumus {b['rumus']} tidak cocok dengan arah {b['arah']}.",
            f"untuk arah {b['arah']} pakai {' | '.join(RUMUS_ARAH[b['arah']])}, atau kosongkan.",
        )
    if b.utuh("jenis_nilai", "skala_maks") and b["jenis_nilai"] == "skala" and b["skala_maks"] is None:
        c.salah(b, "skala_maks", "jenis nilai skala tanpa nilai tertinggi.", "isi skala_maks, misalnya 4.")
    if b["skala_min"] is not None and b["skala_maks"] is not None and b["skala_min"] >= b["skala_maks"]:
        c.salah(
            b, "skala_min", "skala_min tidak lebih kecil dari skala_maks.", "tukar atau perbaiki nilainya."
        )
    if (
        b.utuh("jenis_nilai", "skala_ordinal")
        and b["jenis_nilai"] in ("ordinal", "level")
        and not b["skala_ordinal"]
    ):
        ada = sorted({a.id for a in peraturan.semua() if a.jenis == "ordinal"})
        c.salah(
            b,
            "skala_ordinal",
            f"jenis nilai {b['jenis_nilai']} tanpa urutan nilainya.",
            f"isi skala_ordinal dengan salah satu: {', '.join(ada)}.",
        )
    elif b["skala_ordinal"]:
        _aturan_ada(c, b, "skala_ordinal", "ordinal", k.tahun)
    if (
        b.utuh("arah", "jenis_nilai")
        and (b["arah"] == "ordinal")
        and b["jenis_nilai"] not in ("ordinal", "level")
    ):
        c.salah(
            b,
            "arah",
            f"arah ordinal tidak cocok dengan jenis nilai {b['jenis_nilai']}.",
            "pakai arah naik, turun atau rentang, atau ganti jenis_nilai menjadi ordinal atau level.",
        )
    _batas(c, b)


def _batas(c: Pencatat, b: Baris) -> None:
    if b["batas_atas"] is not None and b["batas_bawah"] is not None and b["batas_bawah"] > b["batas_atas"]:
        c.salah(b, "batas_bawah", "batas bawah melampaui batas atas.", "tukar atau perbaiki nilainya.")
    if b["desimal"] is not None and b["desimal"] > 8:
        c.salah(b, "desimal", "lebih dari 8 angka di belakang koma.", "tulis 0 sampai 8.")


def _rantai_kartu(c: Pencatat, versi: list[Baris]) -> None:
    for i, b in enumerate(versi):
        if b["versi"] != i + 1:
            c.salah(
                b, "versi", f"versi kartu melompat: setelah {i} tertulis {b['versi']}.", f"tulis {i + 1}."
            )
            return
        if i == 0:
            continue
        lalu = versi[i - 1]
        if b["unit"] != lalu["unit"]:
            c.salah(
                b,
                "unit",
                f"pemilik berbeda dengan versi {lalu['versi']} ({lalu['unit']}).",
                "satu indikator satu pemilik.",
            )
        if not b["alasan"]:
            c.salah(b, "alasan", "kartu versi kedua dan seterusnya wajib beralasan.", "isi kolom alasan.")
        if b["berlaku_mulai"] is None or (
            lalu["berlaku_mulai"] and b["berlaku_mulai"] <= lalu["berlaku_mulai"]
        ):
            c.salah(
                b,
                "berlaku_mulai",
                f"kartu versi {b['versi']} harus mulai sesudah versi {lalu['versi']}.",
                "isi tanggal mulai berlakunya.",
            )
