"""What a performance report must hold: chapters, analyses, attachments, and what it announces itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from opensakip import peraturan
from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Keterangan, Tabel
from opensakip.periksa.bahan import (
    Potong,
    catatan_ragu,
    jenis,
    kunci,
    potong,
    rapikan,
    tahun_laporan,
    yakin,
    zona,
)
from opensakip.periksa.temuan import Lokasi, Temuan, Tingkat, pemeriksaan

KODE = "kelengkapan"
_WAJIB = {
    "kata-pengantar": r"kata pengantar",
    "ikhtisar": r"(?:ikh?tisar|ringkasan) eksekutif",
    "daftar-isi": r"daftar isi",
    "organisasi": r"struktur organisasi|tugas (?:pokok|dan fungsi)|kedudukan",
    "isu-strategis": r"isu (?:isu )?strategis|permasalahan utama|aspek strategis",
    "ringkasan-pk": r"perjanjian kinerja",
    "capaian": r"capaian kinerja",
    "realisasi-anggaran": r"realisasi anggaran|akuntabilitas keuangan|penyerapan anggaran",
    "simpulan": r"kesimpulan|simpulan|penutup",
    "langkah": r"langkah|upaya|saran|rencana tindak|perbaikan",
    "lampiran-pk": r"perjanjian kinerja",
    "pernyataan-reviu": r"(?:pernyataan|surat)[a-z ]{0,30}(?:reviu|direviu|review)",
}
"""How each part of the form (permenpanrb-53-2014/format-lkj) shows itself in headings or text."""
_RINGAN = frozenset({"kata-pengantar", "langkah", "lampiran-pk", "pernyataan-reviu"})
_ANALISIS = (
    ("1", r"target[a-z ]{0,40}realisasi|realisasi[a-z ]{0,40}target"),
    ("2", r"tahun[a-z ]{0,12}(?:sebelum|lalu)|tahun tahun|dibanding[a-z]* (?:dengan )?tahun"),
    ("3", r"renstra|jangka menengah|rencana strategis|rpjmd"),
    ("4", r"nasional|standar|provinsi lain|kabupaten kota lain|instansi lain"),
    (
        "5",
        r"penyebab|\bsebab\b|disebabkan|dipengaruhi|\bfaktor\b|hambatan|kendala",
    ),
    ("6", r"efisiensi"),
    (
        "7",
        r"program[a-z ]{0,20}kegiatan[a-z ]{0,40}(?:menunjang|mendukung|penunjang|pendukung)|(?:penunjang"
        r"|pendukung)",
    ),
)


@pemeriksaan(
    KODE,
    judul="Kelengkapan laporan kinerja",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014 Lampiran II: susunan laporan dan tujuh analisis",
    penjelasan=(
        "Bagian yang diminta susunan laporan, tujuh analisis, lampiran perjanjian kinerja dan pernyataan "
        "reviu, serta "
        "isi yang dijanjikan sistematika laporan sendiri. Label tabel tanpa tabel, hasil survei tanpa "
        "metode, "
        "persentase tanpa pembilang dan penyebut, dan indikator tujuan yang tidak pernah diukur juga dicatat."
    ),
)
def periksa_kelengkapan(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Look for parts that are missing from performance reports; other documents are left alone."""
    for b in dokumen:
        bagian = zona(b)
        if jenis(b) != "lkj" or not {"bab3"} & set(bagian):
            continue
        semua = list(potong(b, sel=False))
        yield from _bagian_wajib(b, semua, bagian)
        yield from _analisis(b, semua, bagian)
        yield from _dijanjikan(b, semua, bagian)
        yield from _label_kosong(b)
        yield from _survei(b, semua, bagian)
        yield from _tujuan(b, semua, bagian)
        yield from _tanpa_pembilang(b, semua, bagian)


def _temuan(
    b: Bacaan,
    tingkat: Tingkat,
    dasar: int,
    kalimat: str,
    tempat: Sequence[Lokasi],
    cetak: str | None,
    aturan: str,
) -> Temuan:
    return Temuan(
        KODE, tingkat, yakin(b, dasar), kalimat + catatan_ragu(b), tuple(tempat), cetak, None, aturan
    )


def _muka(semua: Sequence[Potong]) -> tuple[Lokasi, ...]:
    return (semua[0].lokasi(0, 0),) if semua else ()


def _bagian_wajib(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Parts of the form of the rule that show neither in a heading nor in the text."""
    tahun = tahun_laporan(b) or 2014
    aturan = peraturan.pada("permenpanrb-53-2014/format-lkj", date(max(tahun, 2014), 12, 31))
    utama = " | ".join(kunci(p.teks) for p in semua if bagian[p.ke] not in ("isi", "sistematika"))
    utama += " | daftar isi" if "isi" in bagian else ""
    lampiran = " | ".join(kunci(p.teks) for p in semua if bagian[p.ke] == "lampiran")
    for kelompok in aturan.nilai["bagian"]:
        for isi in kelompok["isi"]:
            pola = _WAJIB.get(isi["kode"])
            if pola is None:
                continue
            di = lampiran if isi["kode"] == "lampiran-pk" else utama
            if re.search(pola, di) or (isi["kode"] == "lampiran-pk" and not lampiran and b.pindaian):
                continue
            penting = isi["tag"] in "TS" and isi["kode"] not in _RINGAN
            kalimat = f"{isi['uraian']} ({kelompok['nama']}) tidak ditemukan dalam laporan."
            tingkat = Tingkat.SEDANG if penting else Tingkat.RENDAH
            yield _temuan(b, tingkat, 70, kalimat, _muka(semua), isi["uraian"], aturan.dasar[0])


def _analisis(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """The seven analyses: each must show in a heading or a sentence of chapter III."""
    bab3 = " | ".join(kunci(p.teks) for p in semua if bagian[p.ke] == "bab3")
    tabel = rangkum_tabel(b, bagian)
    aturan = peraturan.pada("permenpanrb-53-2014/analisis-lkj", date(2014, 12, 31))
    nama = {x["kode"]: x["nama"] for x in aturan.nilai["baris"]}
    kurang = [nama[k] for k, pola in _ANALISIS if not re.search(pola, bab3 + " | " + tabel)]
    if kurang and len(bab3) > 500:
        awal = next((p for p in semua if bagian[p.ke] == "bab3"), semua[0])
        kalimat = f"Analisis yang diminta tidak ditemukan di bab III: {'; '.join(kurang)}."
        yield _temuan(
            b, Tingkat.SEDANG, 70, kalimat, (awal.lokasi(0, 0),), "; ".join(kurang), aturan.dasar[0]
        )


def rangkum_tabel(b: Bacaan, bagian: Sequence[str]) -> str:
    """Heads of the tables of chapter III as one text."""
    isi = [u for u, z in zip(b.unsur, bagian, strict=True) if isinstance(u, Tabel) and z == "bab3"]
    kepala = (" ".join(t.teks(0, j) for j in range(t.lebar)) + " " + t.keterangan for t in isi if t.baris)
    return " | ".join(kunci(k) for k in kepala)


_JANJI = re.compile(
    r"\b(?:tentang|berisi|memuat|menyajikan|mengemukakan|menguraikan|menjabarkan|penjelasan)\b", re.IGNORECASE
)
_KATA_UMUM = frozenset(
    [
        "dan",
        "atau",
        "yang",
        "serta",
        "tentang",
        "dokumen",
        "penyusunan",
        "penulisan",
        "laporan",
        "lkip",
        "lkj",
        "umum",
        "bab",
        "ini",
        "organisasi",
        "kinerja",
        "tahun",
        "instansi",
        "pemerintah",
        "dihadapi",
        "sedang",
        "penjelasan",
        "latar",
        "belakang",
        "hal",
        "lain",
        "lainnya",
        "atas",
        "secara",
        "terkait",
        "akan",
    ]
)


def _dijanjikan(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Content that the order of the report announces for its first chapter and that the chapter does not
    hold.
    """
    janji = [p for p in semua if bagian[p.ke] == "sistematika"]
    isi = " ".join(kunci(p.teks) for p in semua if bagian[p.ke] in ("bab1", "bab2", "bab3", "bab4"))
    isi += " " + " ".join(kunci(u.teks) for u in b.unsur if isinstance(u, Keterangan))
    for n, p in enumerate(janji):
        nama = kunci(janji[n - 1].teks) if n else ""
        if "pendahuluan" not in nama and not kunci(p.teks).startswith("bab i pendahuluan"):
            continue
        c = _JANJI.search(p.teks)
        if c is None:
            continue
        butir = re.split(r",|;|\bdan\b(?= (?:sistematika|tindak|isu|struktur))", p.teks[c.end() :])
        kurang = [rapikan(x).strip(" .") for x in butir if _tidak_ada(x, isi)]
        if kurang and len(kurang) < len(butir):
            sebut = " dan ".join(f"“{x}”" for x in kurang)
            kalimat = f"Sistematika menjanjikan {sebut} di bab I, tetapi tidak ada di laporan."
            tempat = (p.lokasi(c.end(), len(p.teks)),)
            yield _temuan(b, Tingkat.RENDAH, 75, kalimat, tempat, ", ".join(kurang), "isi sesuai sistematika")


def _tidak_ada(butir: str, isi: str) -> bool:
    kata = [k for k in kunci(butir).split() if k not in _KATA_UMUM and len(k) > 3 and not k.isdigit()]
    if len(kata) < 2:
        return False
    pasangan = any(kata[i] + " " + kata[i + 1] in isi for i in range(len(kata) - 1))
    return not pasangan and not all(k in isi for k in kata)


_LABEL = re.compile(
    r"^(?:rekomendasi|tabel|rincian|daftar|penyesuaian|data|hasil)\b[^.:;]{4,80}:?$", re.IGNORECASE
)


def _label_kosong(b: Bacaan) -> Iterator[Temuan]:
    """The same short label at least three times, each followed by no table and no text of its own."""
    letak: dict[str, list[int]] = {}
    for ke, u in enumerate(b.unsur):
        if isinstance(u, Tabel | ButirDaftar) or not _LABEL.match(u.teks):
            continue
        letak.setdefault(kunci(u.teks), []).append(ke)
    for daftar in letak.values():
        kosong = [ke for ke in daftar if _tanpa_isi(b, ke)]
        if len(kosong) >= 3 or (len(kosong) == len(daftar) >= 2):
            u = b.unsur[kosong[0]]
            if isinstance(u, Tabel):
                continue
            kalimat = f"“{rapikan(u.teks)}” muncul {len(kosong)} kali tanpa tabel atau angka di bawahnya; "
            kalimat += "mungkin berupa gambar."
            tempat = [Lokasi(b.berkas, b.unsur[ke].tempat, rapikan(u.teks)) for ke in kosong]
            yield _temuan(b, Tingkat.RENDAH, 70, kalimat, tempat, rapikan(u.teks), "label diikuti isinya")


def _tanpa_isi(b: Bacaan, ke: int) -> bool:
    nanti = b.unsur[ke + 1] if ke + 1 < len(b.unsur) else None
    return (
        nanti is None
        or not isinstance(nanti, Tabel)
        and not re.search(r"\d", getattr(nanti, "teks", "")[:60])
    )


_SURVEI = re.compile(r"\bsurvei (?:mandiri|kepuasan|internal)\b|\bhasil survei\b|\bskm\b", re.IGNORECASE)
_METODE = re.compile(r"\bresponden\b|\bsampel\b|\bkuesioner\b|\bslovin\b|\bpermen[a-z]* ?14", re.IGNORECASE)


def _survei(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Results of surveys in a report that nowhere names respondents, sample or questionnaire."""
    if any(_METODE.search(p.teks) for p in potong(b)):
        return
    utama = [p for p in semua if bagian[p.ke] == "bab3" and re.search(r"\d", p.teks)]
    hasil = [(p, c) for p in utama for c in _SURVEI.finditer(p.teks)]
    if hasil:
        kalimat = "Hasil survei dipakai sebagai realisasi tanpa jumlah responden, skala, atau metodenya."
        tempat = [p.lokasi(c.start(), c.end()) for p, c in hasil]
        yield _temuan(b, Tingkat.SEDANG, 75, kalimat, tempat, hasil[0][1][0], "sumber dan cara ukur disebut")


_INDIKATOR_TUJUAN = re.compile(
    r"dengan indikator(?: kinerja)?\s*:?\s*[‘'“\"](?P<nama>[^’'”\"]{6,120})[’'”\"]", re.IGNORECASE
)


def _tujuan(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Indicators of goals set in chapter II that chapter III never measures."""
    bab3 = " ".join(kunci(p.teks) for p in potong(b) if bagian[p.ke] in ("bab3", "bab4"))
    kurang: list[tuple[Potong, re.Match[str], str]] = []
    for p in semua:
        judul = kunci(p.jalur[-1].teks) if p.jalur else ""
        if bagian[p.ke] != "bab2" or "tujuan" not in judul:
            continue
        for c in _INDIKATOR_TUJUAN.finditer(p.teks):
            for nama in re.split(
                r"\bdan\b(?= (?:indeks|nilai|persentase|tingkat))", c["nama"], flags=re.IGNORECASE
            ):
                if kunci(nama) not in bab3:
                    kurang.append((p, c, rapikan(nama)))
    if kurang:
        sebut = ", ".join(n for _, _, n in kurang)
        kalimat = f"Indikator tujuan {sebut} ditetapkan di bab II tetapi tidak diukur di bab III."
        tempat = [p.lokasi(c.start(), c.end()) for p, c, _ in kurang]
        yield _temuan(b, Tingkat.SEDANG, 75, kalimat, tempat, sebut, "setiap tujuan yang ditetapkan diukur")


def _tanpa_pembilang(b: Bacaan, semua: Sequence[Potong], bagian: Sequence[str]) -> Iterator[Temuan]:
    """Percentages of exactly one hundred, target and result, without any count they come from: one note."""
    pola = re.compile(
        r"\b(?P<nama>persentase [^.;:()]{8,90}?)[\s,(%)]*(?:yang|penanggung|ditarget|tercapai|adalah)",
        re.IGNORECASE,
    )
    tempat: dict[str, Lokasi] = {}
    for p in semua:
        if bagian[p.ke] not in ("ikhtisar", "bab3") or len(re.findall(r"\b100\s?%", p.teks)) < 2:
            continue
        if re.search(r"\b\d+ dari \d+|\bdari \d+ \w+|\d+ (?:kebijakan|dokumen|orang|paket)", p.teks):
            continue
        if c := pola.search(p.teks):
            tempat.setdefault(kunci(c["nama"]), p.lokasi(c.start("nama"), c.end("nama")))
    if tempat:
        kalimat = f"{len(tempat)} indikator persentase mencapai 100% tanpa pembilang dan penyebut; "
        kalimat += "sebut jumlah yang dihitung."
        dasar = "persentase = pembilang ÷ penyebut × 100"
        yield _temuan(b, Tingkat.CATATAN, 60, kalimat, tuple(tempat.values()), "100%", dasar)
