"""Reader of DOCX: headings by style and numbering, paragraphs, lists, captions, tables, notes, text boxes.

Word files know no lines and, unless Word has drawn them, no pages: places are the number of the paragraph or
table, row and column, and the page where the file tells it.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import Any

from opensakip.dokumen.bacaan import tanda
from opensakip.dokumen.bacaan.daftar_isi import pisah, tabel_daftar
from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.model import Bacaan, ButirDaftar, Judul, Keterangan, Paragraf, Tempat, Unsur
from opensakip.dokumen.bacaan.wadah import Wadah, bulat
from opensakip.dokumen.bacaan.word.gaya import DaftarGaya, Gaya
from opensakip.dokumen.bacaan.word.isi import IsiParagraf, Pembaca
from opensakip.dokumen.bacaan.word.nama import REL, W_KETAT, W, val
from opensakip.dokumen.bacaan.word.nomor import NomorJadi, Penomoran
from opensakip.dokumen.bacaan.word.tabel import SelWord, baca_tabel, bernama

DALAM_MAKS = 20  # tables in tables
TINGKAT_TERDALAM = 6
_TEMBUS = {f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body")}


def baca_docx(berkas: str, isi: bytes) -> Bacaan:
    """Read the bytes of a DOCX (or DOCM, whose macros are left alone)."""
    wadah = Wadah(berkas, isi)
    utama = _bagian_utama(wadah)
    akar = wadah.xml(utama)
    if akar.tag.startswith(W_KETAT):
        raise TidakTerbaca(
            berkas, "disimpan sebagai “Strict Open XML”.", "Simpan ulang sebagai Dokumen Word (.docx) biasa."
        )
    badan = akar.find(f"{W}body")
    if badan is None:
        raise TidakTerbaca(berkas, "tidak memuat naskah.", "Periksa apakah berkas itu dokumen Word.")
    folder = posixpath.dirname(utama)
    p = _Penelusur(berkas, wadah, folder, akar)
    p.blok(badan)
    p.tutup_daftar()
    peringatan: tuple[str, ...] = ()
    if any(b.endswith("vbaProject.bin") for b in wadah.bagian):
        peringatan = ("Berkas memuat makro. Makro tidak dijalankan; hanya isinya dibaca.",)
    return Bacaan(berkas, "docx", tuple(p.unsur), p.halaman, peringatan=peringatan)


def _bagian_utama(wadah: Wadah) -> str:
    akar = wadah.xml_atau_kosong("_rels/.rels")
    for r in akar.iter(f"{REL}Relationship") if akar is not None else ():
        if str(r.get("Type", "")).endswith("/officeDocument"):
            return str(r.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _butir_daftar_isi(gaya: Gaya, isi: IsiParagraf) -> tuple[str, str] | None:
    """(title, page) of a line of a list of contents, by its style or by its dots."""
    if gaya.daftar_isi and isi.ekor:
        return isi.teks[: -len(isi.ekor)].strip(), isi.ekor
    return pisah(isi.teks) or ((isi.teks, "") if gaya.daftar_isi else None)


class _Penelusur:
    """Walks the body in order and keeps the counters: paragraph, table, page, numbers of lists."""

    def __init__(self, berkas: str, wadah: Wadah, folder: str, akar: Any) -> None:
        self.berkas = berkas
        self.gaya = DaftarGaya(wadah.xml_atau_kosong(f"{folder}/styles.xml"))
        self.nomor = Penomoran(wadah.xml_atau_kosong(f"{folder}/numbering.xml"))
        self.kaki = {j: wadah.xml_atau_kosong(f"{folder}/{j}.xml") for j in ("footnotes", "endnotes")}
        self.unsur: list[Unsur] = []
        self.halaman: int | None = (
            1 if next(akar.iter(f"{W}lastRenderedPageBreak"), None) is not None else None
        )
        self.urut = self.tabel = self.dalam = 0
        self.tingkat = 1
        self.daftar_isi: list[tuple[str, str, Tempat]] = []

    def tutup_daftar(self) -> None:
        """A list of contents ends where something else begins."""
        if self.daftar_isi:
            self.tabel += 1
            self.unsur.append(tabel_daftar(self.daftar_isi, self.tabel))
            self.daftar_isi = []

    def blok(self, e: Any) -> None:
        """All blocks of an element, in order."""
        for anak in e:
            if anak.tag == f"{W}p":
                self._paragraf(anak)
            elif anak.tag == f"{W}tbl":
                self._tabel(anak)
            elif anak.tag in _TEMBUS:
                self.blok(anak)

    # ── paragraphs ────────────────────────────────────────────────────────────────────────────────────

    def _paragraf(self, p: Any) -> None:
        sifat = p.find(f"{W}pPr")
        gaya = self.gaya.gaya(val(sifat.find(f"{W}pStyle")) if sifat is not None else "")
        isi = Pembaca(gaya.tebal).baca(p)
        tempat = self._tempat()
        potongan = self._potongan(isi, tempat)
        nomor = self._nomor(sifat, gaya, isi)
        if isi.teks and (butir := _butir_daftar_isi(gaya, isi)):
            self.urut += 1
            self.daftar_isi.append((*butir, tempat))
        elif isi.teks:
            self.tutup_daftar()
            self.urut += 1
            self.unsur.append(self._unsur(sifat, gaya, isi, nomor, tempat, potongan))
        for kotak in isi.kotak:
            self.blok(kotak)
        for k in isi.kaki:
            self._catatan_kaki(k)

    def _tempat(self) -> Tempat:
        return Tempat(halaman=self.halaman, paragraf=self.urut + 1)

    def _potongan(self, isi: IsiParagraf, tempat: Tempat) -> tuple[tuple[int, Tempat], ...]:
        """Pieces by page; a break before the first letter belongs to the whole paragraph."""
        if self.halaman is None:
            return ((0, tempat),)
        hasil = [(0, tempat)]
        for awal in isi.patah:
            self.halaman += 1
            baru = replace(tempat, halaman=self.halaman)
            if awal == 0:
                hasil = [(0, baru)]
            elif awal < len(isi.teks):
                hasil.append((awal, baru))
        return tuple(hasil)

    def _nomor(self, sifat: Any, gaya: Gaya, isi: IsiParagraf) -> NomorJadi | None:
        """Count the paragraph in its list; empty paragraphs are printed without number and not counted."""
        langsung = sifat.find(f"{W}numPr") if sifat is not None else None
        num, ilvl = gaya.num, gaya.ilvl
        if langsung is not None:
            num = val(langsung.find(f"{W}numId"), num or "")
            ilvl = bulat(val(langsung.find(f"{W}ilvl"), str(ilvl or 0)))
        if not num or num == "0" or not isi.teks:
            return None
        if ilvl is None:
            kode = val(sifat.find(f"{W}pStyle")) if sifat is not None else ""
            ilvl = self.nomor.tingkat_gaya(num, kode)
        return self.nomor.berikut(num, ilvl)

    def _unsur(
        self,
        sifat: Any,
        gaya: Gaya,
        isi: IsiParagraf,
        nomor: NomorJadi | None,
        tempat: Tempat,
        potongan: tuple[tuple[int, Tempat], ...],
    ) -> Unsur:
        tempat = potongan[0][1]
        if (ket := self._keterangan(gaya, isi)) is not None:
            return Keterangan(isi.teks, tempat, jenis=ket[0], nomor=ket[1])
        if (judul := self._judul(sifat, gaya, isi, nomor, tempat)) is not None:
            return judul
        if nomor is not None:
            return ButirDaftar(isi.teks, tempat, nomor.teks, nomor.tingkat, potongan)
        if (butir := tanda.tanda_butir(isi.teks)) is not None:
            geser = len(isi.teks) - len(butir[1])
            return ButirDaftar(
                butir[1], tempat, butir[0], 0, tuple((max(0, a - geser), t) for a, t in potongan)
            )
        return Paragraf(isi.teks, tempat, potongan, tebal=isi.tebal)

    @staticmethod
    def _keterangan(gaya: Gaya, isi: IsiParagraf) -> tuple[str, str] | None:
        ket = tanda.keterangan(isi.teks)
        if ket is None and (isi.urut or gaya.keterangan):
            return isi.urut or "gambar", ""
        if ket is None or gaya.daftar_isi or gaya.tingkat is not None:
            return None
        return (isi.urut or ket[0], ket[1])

    def _judul(
        self, sifat: Any, gaya: Gaya, isi: IsiParagraf, nomor: NomorJadi | None, tempat: Tempat
    ) -> Judul | None:
        tingkat = gaya.tingkat
        peringkat = sifat.find(f"{W}outlineLvl") if sifat is not None else None
        if peringkat is not None and (n := bulat(val(peringkat), 9)) < 9:
            tingkat = n + 1
        tertulis = tanda.nomor_judul(isi.teks)
        if tingkat is not None:
            return self._judul_gaya(isi.teks, min(tingkat, TINGKAT_TERDALAM), nomor, tempat)
        if gaya.daftar_isi or len(isi.teks) > 160 or isi.teks[-1] in ".,;":
            return None
        if tertulis and tertulis.nomor.upper().startswith("BAB") and tanda.judul_polos(isi.teks):
            self.tingkat = 1
            return Judul(tertulis.isi or tertulis.nomor, 1, tempat, tertulis.nomor)
        if not isi.tebal or isi.teks.endswith(":") or not any(h.isalpha() for h in isi.teks):
            return None
        return self._judul_tebal(isi.teks, nomor, tempat)

    def _judul_gaya(self, teks: str, tingkat: int, nomor: NomorJadi | None, tempat: Tempat) -> Judul:
        self.tingkat = tingkat
        if nomor is not None and not nomor.butir and nomor.teks:
            return Judul(teks, tingkat, tempat, nomor.teks.rstrip("."))
        n = tanda.nomor_judul(teks)
        return Judul(n.isi or n.nomor, tingkat, tempat, n.nomor) if n else Judul(teks, tingkat, tempat)

    def _judul_tebal(self, teks: str, nomor: NomorJadi | None, tempat: Tempat) -> Judul:
        if tanda.judul_muka(teks):
            self.tingkat = 1
            return Judul(teks, 1, tempat)
        if nomor is not None and not nomor.butir:
            n = tanda.nomor_judul(f"{nomor.teks.rstrip('.')}. {teks}")
            tingkat = n.tingkat if n else self.tingkat + 1
            return Judul(teks, min(tingkat, TINGKAT_TERDALAM), tempat, nomor.teks.rstrip("."))
        n = tanda.nomor_judul(teks)
        if n is not None:
            self.tingkat = n.tingkat
            return Judul(n.isi or n.nomor, n.tingkat, tempat, n.nomor)
        sasaran = tanda.judul_sasaran(teks)
        return Judul(
            teks, min(max(sasaran or 0, self.tingkat + 1), TINGKAT_TERDALAM), tempat, ragu=sasaran is None
        )

    def _catatan_kaki(self, kunci: str) -> None:
        jenis, _, nomor = kunci.partition("/")
        akar = self.kaki.get(jenis)
        for k in akar if akar is not None else ():
            if k.get(f"{W}id") == nomor:
                self.blok(k)

    # ── tables ────────────────────────────────────────────────────────────────────────────────────────

    def _tabel(self, tbl: Any) -> None:
        if self.dalam >= DALAM_MAKS:
            raise TidakTerbaca(self.berkas, "tabel bertumpuk terlalu dalam.", "Sederhanakan tabel itu.")
        self.tutup_daftar()
        if self._penata(tbl):
            self.dalam += 1
            for tc in tbl.iter(f"{W}tc"):
                if next((a for a in tc.iterancestors(f"{W}tbl")), None) is tbl:
                    self.blok(tc)
            self.dalam -= 1
            return
        self.tabel += 1
        akhir = self.unsur[-1] if self.unsur else None
        tabel, dalam = baca_tabel(self.berkas, tbl, self.tabel, self._sel)
        if isinstance(akhir, Keterangan) and akhir.jenis == "tabel":
            tabel = bernama(tabel, akhir.teks, akhir.nomor)
        self.unsur.append(tabel)
        self.dalam += 1
        for t in dalam:
            self._tabel(t)
        self.dalam -= 1

    @staticmethod
    def _penata(tbl: Any) -> bool:
        """A table of one row that holds tables or pictures only places things; it is no table of figures."""
        baris = tbl.findall(f"{W}tr")
        if len(baris) != 1:
            return False
        dalam = next((t for t in tbl.iter(f"{W}tbl") if t is not tbl), None)
        return dalam is not None or next(tbl.iter(f"{W}drawing"), None) is not None

    def _sel(self, tc: Any) -> SelWord:
        hasil = SelWord(halaman=self.halaman)
        tebal: list[bool] = []
        self._isi_sel(tc, hasil, tebal)
        hasil.tebal = bool(tebal) and all(tebal)
        return hasil

    def _isi_sel(self, e: Any, hasil: SelWord, tebal: list[bool]) -> None:
        for anak in e:
            if anak.tag == f"{W}p":
                self._paragraf_sel(anak, hasil, tebal)
            elif anak.tag == f"{W}tbl":
                hasil.tabel.append(anak)
            elif anak.tag in _TEMBUS:
                self._isi_sel(anak, hasil, tebal)

    def _paragraf_sel(self, p: Any, hasil: SelWord, tebal: list[bool]) -> None:
        sifat = p.find(f"{W}pPr")
        gaya = self.gaya.gaya(val(sifat.find(f"{W}pStyle")) if sifat is not None else "")
        isi = Pembaca(gaya.tebal).baca(p)
        if self.halaman is not None:
            self.halaman += len(isi.patah)
        nomor = self._nomor(sifat, gaya, isi)
        hasil.tanda += isi.tanda
        if isi.teks:
            awal = f"{nomor.teks} " if nomor is not None and nomor.teks else ""
            hasil.paragraf.append(awal + isi.teks)
            tebal.append(isi.tebal)
        for kotak in isi.kotak:
            self._isi_sel(kotak, hasil, tebal)
