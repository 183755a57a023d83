"""From text cells to typed cells. A cell that cannot be read is one fault with its mend; others go on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from opensakip.hitung.angka import AngkaAmbigu, AngkaSalah, baca_angka, baca_rupiah, bentuk_kolom
from opensakip.hitung.nilai import nilai_kosong
from opensakip.impor.baca import FolderTerbaca, Lembar
from opensakip.impor.errors import Kesalahan, Tingkat, potong
from opensakip.impor.format import FORMAT
from opensakip.impor.kolom import Jenis, Kolom
from opensakip.impor.kumpulan import Baris, Kumpulan

TAHUN_AWAL, TAHUN_AKHIR = 1990, 2100
_KODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ATURAN = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_PERIODE = re.compile(r"TW[1-4]|S[12]|B(0[1-9]|1[0-2])")
_SUMBER = re.compile(r"(?P<kode>[^:;\s]{1,120})(:(?P<baris>[0-9]{1,7}))?")
_TANGGAL_ID = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})")
_TANGGAL_KATA = re.compile(r"([0-9]{1,2})\s+([A-Za-z]+)\s+([0-9]{4})")
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BULAN = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
MAKS_RUPIAH = Decimal(10) ** 16


class SelSalah(ValueError):
    """A cell that cannot be read as what its column holds."""

    def __init__(self, pesan: str, perbaikan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.perbaikan = perbaikan


def ketik(folder: FolderTerbaca) -> tuple[Kumpulan, list[Kesalahan]]:
    """Type every cell of every sound sheet. Faults are returned, never raised."""
    kumpulan = Kumpulan(ada=frozenset(folder.lembar), rusak=frozenset(folder.rusak))
    salah: list[Kesalahan] = []
    for susunan in FORMAT:
        lembar = folder.lembar.get(susunan.nama)
        if lembar is None or susunan.nama in folder.rusak:
            continue
        kumpulan.sidik_berkas[susunan.nama] = lembar.sidik()
        kumpulan.berkas[susunan.nama] = _ketik_lembar(lembar, salah)
    return kumpulan, salah


def _ketik_lembar(lembar: Lembar, salah: list[Kesalahan]) -> list[Baris]:
    susunan = lembar.susunan
    bentuk = bentuk_lembar(lembar)
    hasil: list[Baris] = []
    for mentah in lembar.baris:
        baris = Baris(susunan.nama, mentah.nomor, {}, mentah.sel)
        for kolom in susunan.kolom:
            teks = mentah.sel[kolom.nama]
            try:
                baris.isi[kolom.nama] = ketik_sel(teks, kolom, bentuk.get(kolom.nama, "auto"))
            except SelSalah as sebab:
                baris.isi[kolom.nama] = None
                baris.cacat.add(kolom.nama)
                salah.append(
                    Kesalahan(
                        susunan.berkas,
                        mentah.nomor,
                        kolom.nama,
                        teks,
                        sebab.pesan,
                        sebab.perbaikan,
                        Tingkat.SEL,
                    )
                )
        hasil.append(baris)
    return hasil


def bentuk_lembar(lembar: Lembar) -> dict[str, str]:
    """Number form (``id``/``en``/``auto``) of each numeric column: its own evidence, then the file's."""
    angka = [k.nama for k in lembar.susunan.kolom if k.jenis in (Jenis.NILAI, Jenis.DESIMAL)]
    kolom = {n: [b.sel[n] for b in lembar.baris if b.sel[n]] for n in angka}
    seberkas = bentuk_kolom([t for teks in kolom.values() for t in teks])
    return {n: bentuk_kolom(teks) or seberkas or "auto" for n, teks in kolom.items()}


def ketik_sel(teks: str, kolom: Kolom, bentuk: str = "auto") -> Any:
    """Typed value of one cell; None (text columns: ``""``) when empty.

    Raises:
        SelSalah: with the message and the mend.
    """
    if not teks or (kolom.jenis is Jenis.NILAI and nilai_kosong(teks)):
        teks = kolom.baku
    if not teks:
        if kolom.wajib:
            raise SelSalah("sel wajib ini kosong.", _contoh(kolom))
        return (
            ""
            if kolom.jenis in (Jenis.TEKS, Jenis.KODE, Jenis.PILIHAN, Jenis.ATURAN, Jenis.PERIODE)
            else (() if kolom.jenis in (Jenis.DAFTAR, Jenis.SUMBER) else None)
        )
    if _KENDALI.search(teks):
        raise SelSalah(
            "sel berisi karakter kendali yang tidak tercetak.", "hapus dan ketik ulang isi selnya."
        )
    if kolom.jenis is Jenis.DESIMAL:
        return dalam_digit(desimal(teks, bentuk), teks, kolom)
    return _PEMBACA[kolom.jenis](teks, kolom)


def _contoh(kolom: Kolom) -> str:
    if kolom.pilihan:
        return f"isi dengan {' | '.join(kolom.pilihan)}."
    return {
        Jenis.TANGGAL: "isi tanggal TTTT-BB-HH.",
        Jenis.TAHUN: "isi tahun empat angka.",
        Jenis.RUPIAH: "isi rupiah dengan angka saja.",
    }.get(kolom.jenis, f"isi kolom {kolom.nama}.")


def _teks(teks: str, kolom: Kolom) -> str:
    if len(teks) > kolom.maks:
        raise SelSalah(f"teks sepanjang {len(teks)} huruf; paling banyak {kolom.maks}.", "ringkas teksnya.")
    return teks


def _kode(teks: str, kolom: Kolom) -> str:
    if not _KODE.fullmatch(teks):
        saran = re.sub(r"[^A-Za-z0-9._~-]+", "-", teks).strip("-._~")
        raise SelSalah(
            f"kode {potong(teks)} memuat spasi atau tanda yang tidak boleh ada pada alamat halaman.",
            "pakai huruf, angka, titik, garis bawah atau strip"
            + (f', misalnya "{saran}".' if saran else "."),
        )
    return _teks(teks, kolom)


def _slug(teks: str, kolom: Kolom) -> str:
    if not _SLUG.fullmatch(teks) or len(teks) > 40:
        raise SelSalah(
            f"slug {potong(teks)} tidak sah.", "pakai huruf kecil dan angka dengan strip, paling panjang 40."
        )
    return teks


def _pilihan(teks: str, kolom: Kolom) -> str:
    rapi = teks.lower() if teks.lower() in kolom.pilihan else teks
    if rapi in kolom.pilihan:
        return rapi
    mirip = difflib.get_close_matches(teks.lower(), kolom.pilihan, n=1, cutoff=0.7)
    raise SelSalah(
        f"{potong(teks)} bukan pilihan kolom ini.",
        f'maksudnya "{mirip[0]}"?' if mirip else f"pakai salah satu: {' | '.join(kolom.pilihan)}.",
    )


def _ya_tidak(teks: str, kolom: Kolom) -> bool:
    if teks.lower() not in ("ya", "tidak"):
        raise SelSalah(f"{potong(teks)} bukan ya atau tidak.", "tulis ya atau tidak.")
    return teks.lower() == "ya"


def _bulat(teks: str, kolom: Kolom) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", teks):
        raise SelSalah(
            f"{potong(teks)} bukan bilangan bulat.", "tulis dengan angka saja, tanpa titik dan koma."
        )
    if int(teks) > kolom.maks:
        raise SelSalah(f"{potong(teks)} terlalu besar untuk kolom ini.", f"paling besar {kolom.maks}.")
    return int(teks)


def _tahun(teks: str, kolom: Kolom) -> int:
    if not re.fullmatch(r"[0-9]{4}", teks) or not TAHUN_AWAL <= int(teks) <= TAHUN_AKHIR:
        raise SelSalah(f"{potong(teks)} bukan tahun {TAHUN_AWAL}–{TAHUN_AKHIR}.", "tulis tahun empat angka.")
    return int(teks)


def _tanggal(teks: str, kolom: Kolom) -> date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", teks):
        try:
            return date.fromisoformat(teks)
        except ValueError:
            raise SelSalah(
                f"tanggal {potong(teks)} tidak ada di kalender.", "periksa bulan dan harinya."
            ) from None
    raise SelSalah(f"{potong(teks)} bukan tanggal bentuk TTTT-BB-HH.", saran_tanggal(teks))


def saran_tanggal(teks: str) -> str:
    """How to write a date that was given in another form; never guesses when day and month could swap."""
    if m := _TANGGAL_KATA.fullmatch(teks):
        nama = m[2].lower()
        cocok = [
            i for i, b in enumerate(_BULAN, start=1) if b == nama or (len(nama) >= 3 and b.startswith(nama))
        ]
        if len(cocok) == 1:
            return f"tulis {m[3]}-{cocok[0]:02d}-{int(m[1]):02d}."
    if m := _TANGGAL_ID.fullmatch(teks):
        hari, bulan, tahun = int(m[1]), int(m[2]), m[3]
        if hari <= 12 and bulan <= 12 and hari != bulan:
            pertama, kedua = f"{tahun}-{bulan:02d}-{hari:02d}", f"{tahun}-{hari:02d}-{bulan:02d}"
            return f"tulis {pertama} bila {hari} adalah hari, {kedua} bila bulan."
        if bulan <= 12:
            return f"tulis {tahun}-{bulan:02d}-{hari:02d}."
    return "tulis tahun-bulan-hari dengan angka, misalnya TTTT-BB-HH."


def _waktu(teks: str, kolom: Kolom) -> datetime:
    try:
        waktu = datetime.fromisoformat(teks)
    except ValueError:
        waktu = None
    if waktu is None or "T" not in teks.upper():
        raise SelSalah(f"{potong(teks)} bukan waktu ISO.", "tulis TTTT-BB-HHTJJ:MM:DD+07:00.")
    if waktu.tzinfo is None:
        raise SelSalah(
            f"waktu {potong(teks)} tidak menyebut zona.",
            "tambahkan +07:00 (WIB), +08:00 (WITA) atau +09:00 (WIT).",
        )
    return waktu


def _periode(teks: str, kolom: Kolom) -> str:
    if not _PERIODE.fullmatch(teks.upper()):
        raise SelSalah(
            f"periode {potong(teks)} tidak dikenal.",
            "kosongkan untuk setahun, atau tulis TW1–TW4, S1–S2, B01–B12.",
        )
    return teks.upper()


def _rupiah(teks: str, kolom: Kolom) -> Decimal:
    try:
        nilai = baca_rupiah(teks)
    except AngkaSalah as sebab:
        raise dari_angka_salah(sebab) from sebab
    if abs(nilai) >= MAKS_RUPIAH:
        raise SelSalah(f"{potong(teks)} lebih dari 16 angka.", "periksa jumlah angkanya.")
    return nilai


def desimal(teks: str, bentuk: str = "auto") -> Decimal:
    """Read a number; one that can be read two ways is asked about with both readings.

    Raises:
        SelSalah: not a number, or ambiguous without evidence in its column or file.
    """
    try:
        return baca_angka(teks, bentuk=bentuk)  # type: ignore[arg-type]
    except AngkaAmbigu as sebab:
        raise dua_bacaan(teks, sebab) from sebab
    except AngkaSalah as sebab:
        raise dari_angka_salah(sebab) from sebab


def dalam_digit(nilai: Decimal, teks: str, kolom: Kolom) -> Decimal:
    """Return the number, when it keeps all its digits in the database.

    Raises:
        SelSalah: more digits than the column keeps.
    """
    bulat, pecahan = kolom.digit
    kiri, _, kanan = format(abs(nilai), "f").partition(".")
    if len(kiri.lstrip("0")) > bulat or len(kanan.rstrip("0")) > pecahan:
        raise SelSalah(
            f"{potong(teks)} melampaui {bulat} angka di depan atau {pecahan} angka di belakang koma.",
            "periksa angkanya, atau bulatkan.",
        )
    return nilai


def dari_angka_salah(sebab: AngkaSalah) -> SelSalah:
    """Split the core's one-line message into what is wrong and how to mend it."""
    pesan, _, perbaikan = str(sebab).partition("; ")
    return SelSalah(f"{pesan}.", f"{perbaikan or 'tulis digit saja, misalnya 98,85'}.")


def dua_bacaan(teks: str, sebab: AngkaAmbigu) -> SelSalah:
    """The question about a number that can be read two ways, with a spelling for each reading."""
    ribuan, pecahan = sebab.pilihan[0], sebab.pilihan[1].replace(".", ",")
    return SelSalah(
        f"{potong(teks)} dapat dibaca dua cara: {ribuan} (ribuan) atau {pecahan} (pecahan); "
        "angka lain pada kolom dan berkas ini tidak menunjukkan yang mana.",
        f"tulis {ribuan}, atau {pecahan}0.",
    )


def _sumber(teks: str, kolom: Kolom) -> tuple[tuple[str, int | None], ...]:
    hasil: list[tuple[str, int | None]] = []
    for bagian in (p.strip() for p in teks.split(";")):
        if not bagian:
            continue
        m = _SUMBER.fullmatch(bagian)
        if m is None:
            raise SelSalah(
                f"sumber {potong(bagian)} tidak terbaca.",
                "tulis kode-sumber:nomor-baris, dipisah titik koma.",
            )
        rujukan = (m["kode"], int(m["baris"]) if m["baris"] else None)
        if rujukan not in hasil:
            hasil.append(rujukan)
    return tuple(hasil)


def _daftar(teks: str, kolom: Kolom) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.strip() for p in teks.split(";") if p.strip()))


def _aturan(teks: str, kolom: Kolom) -> str:
    if not _ATURAN.fullmatch(teks) or len(teks) > 80:
        raise SelSalah(
            f"{potong(teks)} bukan nama aturan.", "tulis folder/nama seperti pada daftar peraturan."
        )
    return teks


_PEMBACA: dict[Jenis, Callable[[str, Kolom], Any]] = {
    Jenis.TEKS: _teks,
    Jenis.KODE: _kode,
    Jenis.SLUG: _slug,
    Jenis.PILIHAN: _pilihan,
    Jenis.YA_TIDAK: _ya_tidak,
    Jenis.TAHUN: _tahun,
    Jenis.BULAT: _bulat,
    Jenis.TANGGAL: _tanggal,
    Jenis.WAKTU: _waktu,
    Jenis.PERIODE: _periode,
    Jenis.RUPIAH: _rupiah,
    Jenis.NILAI: _teks,
    Jenis.SUMBER: _sumber,
    Jenis.DAFTAR: _daftar,
    Jenis.ATURAN: _aturan,
}
