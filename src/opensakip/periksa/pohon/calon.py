"""From rows to nodes in printed order: texts that go on are joined, figures find the label they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from opensakip.periksa.pohon.baris import (
    Baris,
    Label,
    Peran,
    lanjutan,
    mirip_indikator,
    pasangkan,
    pisah_ekor,
)
from opensakip.periksa.pohon.model import DIPULIHKAN, Indikator, Isi, Simpul, Uang


@dataclass(slots=True)
class Calon:
    """A node before it has its place. `bergeser`: its figures stand on another row than its label,
    `lepas`: on a row without any label; `bersama`: one figure stands for several labels of its row;
    `berbagi`: the further labels of a row whose unit and target went to this one."""

    simpul: Simpul
    awal: bool = False
    bergeser: bool = False
    tanpa_label: bool = False
    jumlah: Baris | None = None
    bersama: bool = False
    lepas: bool = False
    berbagi: list[Calon] = field(default_factory=list)

    def ambil_ukuran(self) -> Indikator:
        """Take unit and target away from the node, for the row that printed them."""
        lama = self.simpul.indikator[0]
        ambil = Indikator(Isi(), lama.satuan, lama.target)
        lama.satuan, lama.target = Isi(), {}
        return ambil

    @property
    def tingkat(self) -> str:
        """Level of the node."""
        return self.simpul.tingkat


@dataclass(slots=True)
class Penggabung:
    """Walks the rows once. `kenal` and `ukuran`: how often a name or an indicator stands in the
    table, to recognise two halves of one."""

    urutan: tuple[str, ...]
    baris: Sequence[Baris]
    kenal: Counter[str]
    ukuran: Counter[str]
    calon: list[Calon] = field(default_factory=list)
    pemilik: Isi = field(default_factory=Isi)
    menunggu: list[Calon] = field(default_factory=list)
    lebih: list[Baris] = field(default_factory=list)
    peta: dict[Peran, Isi] = field(default_factory=dict)
    polos: Calon | None = None

    def jalankan(self) -> list[Calon]:
        """All candidates in printed order; rows of totals stand among them."""
        for b in self.baris:
            if b.pemilik.teks and not b.jumlah:
                self.pemilik = b.pemilik
            if b.jumlah:
                self.calon.append(Calon(self._simpul("", b), jumlah=b))
                self.menunggu, self.lebih, self.peta, self.pemilik = [], [], {}, Isi()
            elif b.label and not b.berangka:
                self._lanjut(b)
            elif b.label or b.berangka:
                self._isi(b)
        return self.calon

    def _simpul(self, tingkat: str, b: Baris) -> Simpul:
        return Simpul(f"s{len(self.calon) + 1}", tingkat, Isi(), b.tempat, kode=b.kode, pemilik=self.pemilik)

    # ── rows that only continue texts ──────────────────────────────────────────────────────────────────
    def _lanjut(self, b: Baris) -> None:
        """A row without any figure: its texts go on from the row above, or open a node without figures."""
        baru: dict[Peran, Isi] = {}
        for j, isi in b.sel.items():
            if j in self.peta and not baru:
                self.peta[j].sambung(isi.teks, isi.tempat[0])
                self.peta[j].keadaan = DIPULIHKAN
            elif self._isi_kosong(j, isi):
                continue
            else:
                baru[j] = isi
        if baru:
            self._tambah_label(b, pasangkan(baru))
            for c in self.menunggu:
                self.peta |= self._peta(c)
            if not self._diserap(b.urut, 1):
                self.menunggu = []

    def _isi_kosong(self, peran: Peran, isi: Isi) -> bool:
        """Fill the name or indicator that the node of the row above did not print."""
        tingkat, jenis = peran
        if self.polos is not None:
            c = self.polos
            c.simpul.tingkat_pasti = True
            c.simpul.tingkat = tingkat
        elif self.calon and self.peta and self.calon[-1].tingkat == tingkat:
            c = self.calon[-1]
        else:
            return False
        if jenis == "nama" and not c.simpul.nama.teks:
            c.simpul.nama = Isi(isi.teks, isi.tempat, DIPULIHKAN)
            return True
        if jenis == "indikator" and not c.simpul.indikator:
            c.simpul.indikator.append(Indikator(Isi(isi.teks, isi.tempat, DIPULIHKAN)))
            return True
        if jenis == "indikator" and not c.simpul.indikator[0].nama.teks:
            c.simpul.indikator[0].nama = Isi(isi.teks, isi.tempat, DIPULIHKAN)
            return True
        return False

    # ── rows with figures ──────────────────────────────────────────────────────────────────────────────
    def _isi(self, b: Baris) -> None:
        self.polos = None
        label = [x for x in b.label if not self._sambung(x, b)]
        if label:
            self.peta = {}
        sebelum = len(self.calon)
        if b.label and not label and not self.menunggu:
            if b.uang:
                self.lebih.append(b)
            return
        tunggal = self._tambahan(b, label)
        if tunggal is None:
            return
        self._tambah_label(b, tunggal)
        baru = self.calon[sebelum:]
        self.peta |= b.sel
        for c in baru:
            self.peta |= self._peta(c)
        self._bagi(b, baru)

    def _sambung(self, x: Label, b: Baris) -> bool:
        """The label is the second half of what the row above began."""
        ada = self._terakhir(x.tingkat)
        if ada is None:
            return False
        self._ekor(x, ada)
        ukuran = x.indikator if x.nama is None and ada.simpul.indikator else None
        if ukuran is not None and lanjutan(ukuran.teks):
            ada.simpul.indikator[-1].nama.sambung(ukuran.teks, ukuran.tempat[0])
            ada.simpul.indikator[-1].nama.keadaan = DIPULIHKAN
            return True
        if x.nama is not None and ada is self.calon[-1] and b.awal:
            gabung = f"{ada.simpul.nama.teks} {x.nama.teks}".casefold()
            sendiri = x.nama.teks.casefold()
            if self.kenal[gabung] and self.kenal[sendiri] < 2:
                ada.simpul.nama.sambung(x.nama.teks, x.nama.tempat[0])
                ada.simpul.nama.keadaan = DIPULIHKAN
                return self._paruh_kedua(x, ada)
        return False

    def _ekor(self, x: Label, ada: Calon) -> None:
        """An indicator that opens with the last words of the one above it: proven by the name above."""
        if x.indikator is None or x.nama is None or not ada.simpul.indikator:
            return
        ekor, ukuran = pisah_ekor(x.indikator.teks)
        atas = ada.simpul.indikator[-1].nama
        gabung = f"{atas.teks} {ekor}".casefold()
        if ekor and gabung.split()[-3:] == ada.simpul.nama.teks.casefold().split()[-3:]:
            atas.sambung(ekor, x.indikator.tempat[0])
            atas.keadaan = DIPULIHKAN
            x.indikator = Isi(ukuran, x.indikator.tempat, DIPULIHKAN)

    def _paruh_kedua(self, x: Label, ada: Calon) -> bool:
        """The indicator beside a continued name: it goes on too, or it is the next node's own."""
        if x.indikator is None or not ada.simpul.indikator:
            x.nama = None
            return x.indikator is None
        lama = ada.simpul.indikator[-1].nama
        dikenal = self.ukuran[f"{lama.teks} {x.indikator.teks}".casefold()] > 0
        if mirip_indikator(x.indikator.teks) and not dikenal:
            x.nama = None
            return False
        lama.sambung(x.indikator.teks, x.indikator.tempat[0])
        lama.keadaan = DIPULIHKAN
        return True

    def _terakhir(self, tingkat: str) -> Calon | None:
        """The open node of a level: none of a higher level has begun since."""
        urutan = self.urutan
        for c in reversed(self.calon):
            if c.jumlah is not None:
                return None
            if c.tingkat == tingkat:
                return c
            if c.tingkat in urutan and urutan.index(c.tingkat) < urutan.index(tingkat):
                return None
        return None

    def _tambahan(self, b: Baris, label: list[Label]) -> list[Label] | None:
        """Further indicators of open nodes; None when the row was only that."""
        sisa: list[Label] = []
        for x in label:
            ada = self._terakhir(x.tingkat)
            if x.nama is None and x.indikator is not None and ada is not None and not sisa:
                if len(label) > 1 or not b.uang:
                    self._tambah_indikator(ada, x.indikator, b, len(label) == 1)
                    continue
                if not ada.simpul.pagu:
                    self._tambah_indikator(ada, x.indikator, b, True)
                    ada.simpul.pagu = _pulih(b.uang)
                    ada.bergeser = True
                    if ada in self.menunggu:
                        self.menunggu.remove(ada)
                    return None
            sisa.append(x)
        return None if label and not sisa else sisa

    def _tambah_indikator(self, c: Calon, isi: Isi, b: Baris, berangka: bool) -> None:
        baru = Indikator(isi, b.satuan if berangka else Isi(), dict(b.target) if berangka else {})
        c.simpul.indikator.append(baru)
        self.peta[(c.tingkat, "indikator")] = isi

    def _tambah_label(self, b: Baris, label: list[Label]) -> None:
        for i, x in enumerate(label):
            s = self._simpul(x.tingkat, b)
            s.nama = x.nama or Isi()
            s.tingkat_pasti = x.pasti
            if x.indikator is not None:
                s.indikator.append(Indikator(x.indikator))
            c = Calon(s, awal=b.awal and i == 0)
            self.calon.append(c)
            self.menunggu.append(c)

    @staticmethod
    def _peta(c: Calon) -> dict[Peran, Isi]:
        """Columns in which the texts of a node may go on."""
        s = c.simpul
        peta: dict[Peran, Isi] = {(c.tingkat, "nama"): s.nama} if s.nama.teks else {}
        return peta | ({(c.tingkat, "indikator"): s.indikator[-1].nama} if s.indikator else {})

    def _bagi(self, b: Baris, baru: list[Calon]) -> None:
        """Give the figures of a row to the label that has waited longest."""
        if not b.uang:
            if baru:
                _beri(baru[-1], b)
                self.menunggu = [c for c in self.menunggu if c not in baru]
            elif self.menunggu:
                _beri(self.menunggu[0], b)
            return
        if not baru and not self.menunggu:
            self._tanpa_label(b)
            return
        penerima = self.menunggu.pop(0)
        _beri(penerima, b)
        penerima.bergeser = penerima not in baru
        penerima.lepas = not baru
        if self.menunggu and self.menunggu[0] in baru and len(baru) > 1:
            self._sisa_label(b, penerima)

    def _sisa_label(self, b: Baris, pertama: Calon) -> None:
        """More labels than figures in one row: earlier or later figures, or one figure for all."""
        if self.lebih:
            sumber = self.lebih.pop()
            c = self.menunggu.pop()
            _beri(c, sumber)
            c.bergeser = True
            self.calon.remove(c)
            self.calon.insert(self.calon.index(pertama), c)
        if not self.menunggu or self._diserap(b.urut, len(self.menunggu)):
            pertama.berbagi = list(self.menunggu)
            return
        terakhir = self.menunggu[-1]
        for c in self.menunggu:
            c.simpul.pagu = {k: Uang(u.teks, u.nilai, u.tempat) for k, u in b.uang.items()}
            c.bersama = True
        pertama.bersama = True
        _pindah_ukuran(pertama, terakhir)
        self.menunggu = []

    def _diserap(self, urut: int, kurang: int) -> bool:
        """Whether a later row with figures but no label closes the gap before labels pile up again."""
        for b in self.baris[urut + 1 :]:
            nama = sum(1 for x in b.label if x.nama is not None)
            if b.jumlah or nama > 1:
                return False
            if b.uang and not b.label:
                kurang -= 1
            if kurang == 0:
                return True
        return False

    def _tanpa_label(self, b: Baris) -> None:
        if b.label or not b.uang:
            return
        s = self._simpul("", b)
        s.tingkat_pasti = False
        c = Calon(s, awal=b.awal, tanpa_label=True)
        _beri(c, b)
        self.calon.append(c)
        self.polos = c
        self.peta = {}


def _beri(c: Calon, b: Baris) -> None:
    """Unit, target and money of a row go to a node."""
    if b.uang:
        c.simpul.pagu = {k: Uang(u.teks, u.nilai, u.tempat) for k, u in b.uang.items()}
    if b.satuan.teks or b.target:
        if not c.simpul.indikator:
            c.simpul.indikator.append(Indikator(Isi()))
        c.simpul.indikator[0].satuan = b.satuan
        c.simpul.indikator[0].target = dict(b.target)


def _pindah_ukuran(dari: Calon, ke: Calon) -> None:
    """With one figure for a chain of labels, unit and target stand beside the last label."""
    asal = dari.simpul.indikator[0] if dari.simpul.indikator else None
    if asal is None or not (asal.satuan.teks or asal.target):
        return
    if not ke.simpul.indikator:
        ke.simpul.indikator.append(Indikator(Isi()))
    ke.simpul.indikator[0].satuan, ke.simpul.indikator[0].target = asal.satuan, asal.target
    asal.satuan, asal.target = Isi(), {}


def _pulih(uang: dict[str, Uang]) -> dict[str, Uang]:
    return {k: Uang(u.teks, u.nilai, u.tempat, DIPULIHKAN) for k, u in uang.items()}
