"""A damaged rule file is refused with one message that names the file, the key and the cause."""

from __future__ import annotations

from decimal import Decimal

import pytest

from opensakip.peraturan import AturanRusak
from opensakip.peraturan.muat import urai_berkas

KEPALA = """id: uji/aturan
judul: Aturan uji
jenis: {jenis}
sumber:
  a: {{peraturan: Peraturan Uji 1/2020, bagian: pasal 1, tag: T}}
berlaku:
  2020-01-01:
    tag: T
    dari: [a]
    tanggal_dasar: tanggal pengundangan
    nilai:
{nilai}
masih_berlaku_per: 2026-11-20
"""
NILAI = {
    "skala": """celah: tidak_ada
atas_terbuka: false
kelas:
  - {kode: A, nama: Baik, bawah: 50, atas: 100, bawah_termasuk: true, atas_termasuk: true}
  - {kode: B, nama: Kurang, bawah: 0, atas: 50, bawah_termasuk: true, atas_termasuk: false}""",
    "bobot": """jumlah: 100
butir:
  - {kode: x, nama: X, bobot: 66.7}
  - kode: y
    nama: Y
    bobot: "33.3"
    anak:
      - {kode: y1, nama: Y1, bobot: 33.3}""",
    "kelompok_bobot": """kelompok:
  satu: {jumlah: 1, butir: [{kode: x, nama: X, bobot: 1}]}""",
    "lke": """jumlah: 1
jumlah_kriteria: 2
komponen:
  - kode: "1"
    nama: Satu
    bobot: 1
    sub:
      - {kode: 1.a, jenis: keberadaan, nama: Ada, bobot: 1,
         kriteria: [{no: 1, label: satu}, {no: 2, label: dua}]}""",
    "gradasi": """butir:
  - {kode: A, nilai: 100, syarat: penuh}
  - {kode: B, nilai: 0, syarat: tidak}""",
    "kebijakan": "{rumus: null, batas_atas: 120, batas_bawah: 0, aturan_nol: baku}",
    "unsur": """bobot: {pembilang: 1, penyebut: 2}
pengali: 25
nilai_terendah: 1
nilai_tertinggi: 4
butir: [{kode: U1, nama: Satu}, {kode: U2, nama: Dua}]""",
    "tenggat": """butir:
  - {kode: t, dokumen: D, tingkat: T, sektor: kl, peristiwa: akhir_tahun, jumlah: 2, satuan: bulan,
     penerima: P, tag: R}""",
    "skema_tingkat": """tingkat:
  induk: {nama: I, kelompok: hasil, logika: null, induk: [akar], target: true, pagu: tidak}
  anak: {nama: A, kelompok: belanja, logika: output, induk: [induk], target: true, pagu: daun,
         pola: '^[0-9]$'}""",
    "ordinal": """urutan:
  - {kode: Kurang, nama: Kurang, sebutan: [Buruk]}
  - {kode: Baik, nama: Baik}""",
    "formulir": """bagian:
  - {kode: b, nama: B, isi: [{kode: b.1, uraian: satu, tag: T},
                             {kode: b.2, uraian: dua, tag: T, hanya_bila: b.1}]}""",
    "tabel": """kolom: {kode: Kode, tag: Bukti}
baris: [{kode: a, tag: T}, {kode: b, tag: M}]""",
    "pola": """butir:
  - {kode: p, nama: P, pola: '^[0-9]{2}$', contoh: ["12"], bukan: ["1"], tag: T}""",
    "rumus": "butir: [{kode: r, nama: R, rumus: a + b, tag: T}]",
    "parameter": "butir: {p: {nama: P, nilai: 3.841}}",
    "register": """butir:
  - {jenis: pp, nomor: 1, tahun: 2020, judul: Satu, tag: T}
  - {jenis: pp, nomor: 2, tahun: 2020, judul: Dua, tag: M,
     dicabut: {oleh: PP 3/2021, sejak: 2021-01-01, tag: M}}""",
}


def berkas(jenis: str) -> str:
    """A sound file of the kind."""
    return KEPALA.format(jenis=jenis, nilai="\n".join("      " + b for b in NILAI[jenis].splitlines()))


@pytest.mark.parametrize("jenis", NILAI)
def test_berkas_yang_baik_diterima(jenis: str) -> None:
    versi = urai_berkas(berkas(jenis), "uji/aturan.yaml", "uji/aturan").versi
    assert [v.aturan for v in versi] == ["uji/aturan@2020-01-01"]
    assert versi[0].dasar == ("Peraturan Uji 1/2020, pasal 1",)


def test_angka_dibaca_tepat_dari_tulisan() -> None:
    nilai = urai_berkas(berkas("bobot"), "uji/aturan.yaml", "uji/aturan").versi[0].nilai
    assert [b["bobot"] for b in nilai["butir"]] == [Decimal("66.7"), Decimal("33.3")]


# kind of file, text to be replaced, replacement, what the message must say
RUSAK = {
    "kunci_asing": (
        "skala",
        "judul: Aturan uji",
        "judul: Aturan uji\nwarna: biru",
        "warna: kunci 'warna' tidak dikenal",
    ),
    "kunci_asing_di_dalam": (
        "skala",
        "nama: Baik, bawah",
        "nama: Baik, bwah: 1, bawah",
        "kelas[0].bwah: kunci 'bwah' tidak dikenal",
    ),
    "kunci_hilang": (
        "skala",
        "masih_berlaku_per: 2026-11-20\n",
        "",
        "(akar): kunci 'masih_berlaku_per' belum ada",
    ),
    "kunci_ganda": (
        "skala",
        "judul: Aturan uji",
        "judul: Aturan uji\njudul: Lain",
        "baris 3: kunci 'judul' tertulis dua kali",
    ),
    "kunci_ganda_tanggal": (
        "kebijakan",
        "masih_berlaku_per",
        "  2020-01-01: {}\nmasih_berlaku_per",
        "kunci '2020-01-01' tertulis dua kali",
    ),
    "bukan_yaml": ("skala", "judul: Aturan uji", "judul: [", "uji/aturan.yaml: baris 4: bukan YAML yang sah"),
    "pangkat": ("bobot", "bobot: 66.7", "bobot: 667e-1", "'667e-1' bukan angka"),
    "tak_hingga": ("bobot", "bobot: 66.7", "bobot: .inf", "'.inf' bukan angka"),
    "bukan_bilangan": ("bobot", "bobot: 66.7", "bobot: .nan", "'.nan' bukan angka"),
    "ribuan": ("bobot", "jumlah: 100", "jumlah: 1_00", "'1_00' bukan angka"),
    "koma_desimal": ("bobot", "bobot: 66.7", 'bobot: "66,7"', "'66,7' bukan angka; tulis misalnya 12.5"),
    "oktal": ("bobot", "jumlah: 100", "jumlah: 0100", "'0100' bukan angka"),
    "ya_sebagai_benar": (
        "skala",
        "atas_terbuka: false",
        "atas_terbuka: yes",
        "atas_terbuka: harus true atau false",
    ),
    "benar_sebagai_angka": ("bobot", "bobot: 66.7", "bobot: true", "harus angka"),
    "jangkar": ("skala", "judul: Aturan uji", "judul: &j Aturan uji", "jangkar YAML (&) tidak dipakai"),
    "alias": ("skala", "judul: Aturan uji", "judul: *j", "alias YAML (*) tidak dipakai"),
    "tag_python": ("skala", "judul: Aturan uji", "judul: !!python/name:os.system x", "tidak dipakai di sini"),
    "tag_sendiri": ("skala", "judul: Aturan uji", "judul: !x Aturan", "tag YAML '!x' tidak dipakai"),
    "tanggal_mustahil": ("skala", "2026-11-20", "2026-02-30", "tanggal '2026-02-30' tidak ada di kalender"),
    "tanggal_bukan_tanggal": ("skala", "  2020-01-01:", "  Januari:", "berlaku.Januari: harus tanggal"),
    "tanggal_tidak_urut": (
        "kebijakan",
        "masih_berlaku_per",
        "  2019-01-01:\n    {tag: T, dari: [a], tanggal_dasar: x, nilai: {rumus: null, batas_atas: null, "
        "batas_bawah: null, aturan_nol: baku}}\nmasih_berlaku_per",
        "berlaku: tanggal harus berurutan",
    ),
    "id_salah": (
        "skala",
        "id: uji/aturan",
        "id: uji/lain",
        "id: tertulis 'uji/lain', menurut letak berkas seharusnya 'uji/aturan'",
    ),
    "jenis_asing": ("skala", "jenis: skala", "jenis: tangga", "jenis: 'tangga' tidak dikenal"),
    "tanpa_sumber": ("skala", "    dari: [a]", "    dari: []", "dari: daftar kosong"),
    "sumber_tidak_ada": (
        "skala",
        "    dari: [a]",
        "    dari: [b]",
        "sumber 'b' tidak ada pada daftar sumber",
    ),
    "sumber_tidak_dipakai": (
        "skala",
        "berlaku:",
        "  b: {peraturan: Lain, tag: M}\nberlaku:",
        "sumber.b: sumber tidak dipakai",
    ),
    "tag_asing": ("skala", "    tag: T\n    dari", "    tag: Z\n    dari", "tag: 'Z' tidak dikenal"),
    "tag_tidak_didukung": ("skala", "    tag: T\n    dari", "    tag: V\n    dari", "tag V tidak didukung"),
    "teks_kosong": ("skala", "judul: Aturan uji", 'judul: "  "', "judul: harus teks yang berisi"),
    "angka_sebagai_teks": ("skala", "judul: Aturan uji", "judul: 2020", "judul: harus teks yang berisi"),
    "dicabut_terlalu_awal": (
        "skala",
        "masih_berlaku_per",
        "dicabut: {sejak: 2019-01-01, oleh: X, tag: T}\nmasih_berlaku_per",
        "dicabut: tanggal pencabutan harus sesudah",
    ),
    "skala_tumpang_tindih": ("skala", "bawah: 0, atas: 50,", "bawah: 0, atas: 60,", "bertumpang tindih"),
    "skala_titik_ganda": ("skala", "atas_termasuk: false}", "atas_termasuk: true}", "bertumpang tindih"),
    "skala_titik_tanpa_kelas": (
        "skala",
        "bawah: 50, atas: 100, bawah_termasuk: true",
        "bawah: 50, atas: 100, bawah_termasuk: false",
        "angka 50 tidak masuk kelas A maupun B",
    ),
    "skala_celah": (
        "skala",
        "bawah: 0, atas: 50,",
        "bawah: 0, atas: 49,",
        "ada celah antara B (sampai 49) dan A (mulai 50)",
    ),
    "skala_celah_bukan_bulat": (
        "skala",
        "celah: tidak_ada",
        "celah: bulatkan_bulat",
        "tidak perlu, tulis tidak_ada",
    ),
    "skala_terbalik": ("skala", "bawah: 0, atas: 50,", "bawah: 51, atas: 50,", "melampaui batas atas"),
    "skala_atas_di_tengah": ("skala", "bawah: 0, atas: 50,", "bawah: 0, atas: null,", "hanya kelas teratas"),
    "skala_bawah_di_atas": (
        "skala",
        "bawah: 50, atas: 100",
        "bawah: null, atas: 100",
        "hanya kelas terbawah",
    ),
    "skala_kode_ganda": ("skala", "kode: B", "kode: A", "kode 'A' sudah dipakai"),
    "bobot_tidak_berjumlah": ("bobot", "bobot: 66.7", "bobot: 66.6", "jumlah bobot 99.9, seharusnya 100"),
    "bobot_anak_tidak_berjumlah": (
        "bobot",
        "nama: Y1, bobot: 33.3",
        "nama: Y1, bobot: 33",
        "butir[1].anak: jumlah bobot 33, seharusnya 33.3",
    ),
    "kelompok_tidak_berjumlah": (
        "kelompok_bobot",
        "jumlah: 1,",
        "jumlah: 2,",
        "kelompok.satu.butir: jumlah bobot 1, seharusnya 2",
    ),
    "lke_jumlah_kriteria": (
        "lke",
        "jumlah_kriteria: 2",
        "jumlah_kriteria: 3",
        "tertulis 3, kriteria yang ada 2",
    ),
    "lke_nomor": ("lke", "{no: 2,", "{no: 3,", "nomor kriteria harus berurutan"),
    "gradasi_urutan": ("gradasi", "kode: B, nilai: 0", "kode: B, nilai: 101", "urutkan dari nilai tertinggi"),
    "kebijakan_rumus": ("kebijakan", "rumus: null", "rumus: rata", "'rata' tidak dikenal; pilihannya: maks"),
    "kebijakan_batas": (
        "kebijakan",
        "batas_bawah: 0",
        "batas_bawah: 121",
        "batas bawah melampaui batas atas",
    ),
    "unsur_bobot": ("unsur", "penyebut: 2", "penyebut: 9", "2 unsur berbobot 1/9 tidak berjumlah 1"),
    "tenggat_nol": ("tenggat", "jumlah: 2", "jumlah: 0", "jarak tenggat harus lebih dari 0"),
    "tenggat_peristiwa": ("tenggat", "akhir_tahun", "lebaran", "'lebaran' tidak dikenal"),
    "skema_induk": ("skema_tingkat", "induk: [induk]", "induk: [lain]", "tingkat induk 'lain' tidak ada"),
    "skema_lepas": ("skema_tingkat", "induk: [induk]", "induk: [anak]", "tidak tersambung ke akar: anak"),
    "skema_pola": ("skema_tingkat", "'^[0-9]$'", "'[0-9]'", "pola harus diawali ^"),
    "pola_tidak_sah": ("skema_tingkat", "'^[0-9]$'", "'^[0-9$'", "pola tidak sah"),
    "ordinal_sebutan": (
        "ordinal",
        "sebutan: [Buruk]",
        "sebutan: [baik]",
        "sebutan 'Baik' sudah milik 'Kurang'",
    ),
    "formulir_kode": ("formulir", "kode: b.2", "kode: b.1", "kode 'b.1' sudah dipakai"),
    "formulir_syarat": ("formulir", "hanya_bila: b.1", "hanya_bila: b.9", "syarat menunjuk 'b.9'"),
    "tabel_kolom": (
        "tabel",
        "{kode: b, tag: M}",
        "{kode: b}",
        "baris[1]: kolom tidak sama dengan yang dinyatakan: tag",
    ),
    "tabel_tag": ("tabel", "{kode: b, tag: M}", "{kode: b, tag: Q}", "baris[1].tag: 'Q' tidak dikenal"),
    "pola_contoh": ("pola", 'contoh: ["12"]', 'contoh: ["123"]', "contoh '123' tidak cocok"),
    "pola_bukan": ("pola", 'bukan: ["1"]', 'bukan: ["12"]', "'12' seharusnya ditolak"),
    "register_jenis": (
        "register",
        "jenis: pp, nomor: 1,",
        "jenis: perda, nomor: 1,",
        "'perda' tidak dikenal",
    ),
    "register_ganda": ("register", "nomor: 2", "nomor: 1", "pp 1/2020 tercatat dua kali"),
    "register_cabut": ("register", "sejak: 2021-01-01", "sejak: 2019-01-01", "dicabut sebelum tahun"),
    "bukan_daftar": (
        "rumus",
        "butir: [{kode: r, nama: R, rumus: a + b, tag: T}]",
        "butir: {kode: r}",
        "butir: harus daftar",
    ),
    "bukan_peta": (
        "parameter",
        "butir: {p: {nama: P, nilai: 3.841}}",
        "butir: [1]",
        "butir: harus pasangan kunci",
    ),
}


@pytest.mark.parametrize("kasus", RUSAK)
def test_berkas_rusak_ditolak_dengan_sebabnya(kasus: str) -> None:
    jenis, lama, baru, pesan = RUSAK[kasus]
    asli = berkas(jenis)
    assert asli.count(lama) == 1, "kasus uji tidak mengubah tepat satu tempat"
    with pytest.raises(AturanRusak) as galat:
        urai_berkas(asli.replace(lama, baru), "uji/aturan.yaml", "uji/aturan")
    assert str(galat.value).startswith("uji/aturan.yaml: ")
    assert pesan in str(galat.value)
    assert "\n" not in str(galat.value)


def test_huruf_yang_bukan_teks_ditolak() -> None:
    with pytest.raises(AturanRusak, match="bukan YAML yang sah"):
        urai_berkas("judul: \x00", "uji/aturan.yaml", "uji/aturan")


def test_berkas_bukan_peta_ditolak() -> None:
    with pytest.raises(AturanRusak, match="harus pasangan kunci"):
        urai_berkas("- a\n", "uji/aturan.yaml", "uji/aturan")


def test_berkas_kosong_ditolak() -> None:
    with pytest.raises(AturanRusak, match="harus pasangan kunci"):
        urai_berkas("", "uji/aturan.yaml", "uji/aturan")
