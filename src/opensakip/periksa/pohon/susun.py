"""From nodes in printed order to a tree: levels give the parent, sums confirm it or show that it is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.periksa.pohon.baris import Baris
from opensakip.periksa.pohon.calon import Calon
from opensakip.periksa.pohon.model import DIPULIHKAN, DITURUNKAN, Isi, Simpul, Uang

Rupiah = dict[str, Decimal]


@dataclass(slots=True)
class Hitung:
    """A unit's roots and the row of totals that closes it."""

    akar: list[Simpul]
    jumlah: Baris | None


@dataclass(slots=True)
class Penyusun:
    """Places candidates one after the other under the open nodes."""

    tingkat: tuple[str, ...]
    kolom: tuple[str, ...]
    calon: list[Calon]
    simpul: list[Simpul] = field(default_factory=list)
    terbuka: list[Simpul] = field(default_factory=list)
    terpakai: dict[str, Rupiah] = field(default_factory=dict)
    unit: list[Hitung] = field(default_factory=list)
    akar: list[Simpul] = field(default_factory=list)
    lubang: list[tuple[Simpul, Simpul | None]] = field(default_factory=list)

    def jalankan(self) -> None:
        """Place everything; afterwards `simpul` is the tree in printed order."""
        i = 0
        while i < len(self.calon):
            c = self.calon[i]
            if c.jumlah is not None:
                self.unit.append(Hitung(self.akar, c.jumlah))
                self.akar, self.terbuka = [], []
            else:
                self._taruh(i, c)
            i += 1
        if self.akar:
            self.unit.append(Hitung(self.akar, None))

    def urutan(self, tingkat: str) -> int:
        """Rank of a level, 0 = top."""
        return self.tingkat.index(tingkat)

    # ── capacity ───────────────────────────────────────────────────────────────────────────────────────
    def sisa(self, s: Simpul) -> Rupiah:
        """What the printed amounts of a node leave after the children placed so far."""
        pakai = self.terpakai.get(s.id, {})
        return {k: u.nilai - pakai.get(k, Decimal(0)) for k, u in s.pagu.items()}

    def muat(self, induk: Simpul, anak: Simpul) -> bool:
        """Whether the amounts of a child still go into the parent."""
        sisa = self.sisa(induk)
        return all(sisa[k] >= u.nilai for k, u in anak.pagu.items() if k in sisa)

    def penuh(self, s: Simpul) -> bool:
        """Every printed amount is used up."""
        sisa = self.sisa(s)
        return bool(sisa) and all(x == 0 for x in sisa.values()) and s.id in self.terpakai

    def _jumlah_berikut(self, i: int, s: Simpul) -> str:
        """Level of the rows that follow, when the first of them add up to exactly this node; else empty."""
        total: Rupiah = {}
        tingkat = ""
        for c in self.calon[i + 1 :]:
            if c.jumlah is not None or not c.tingkat:
                return ""
            tingkat = tingkat or c.tingkat
            if c.tingkat != tingkat:
                if self.urutan(c.tingkat) < self.urutan(tingkat):
                    return ""
                continue
            for k, u in c.simpul.pagu.items():
                total[k] = total.get(k, Decimal(0)) + u.nilai
            if all(total.get(k) == u.nilai for k, u in s.pagu.items()):
                return tingkat
            if any(total.get(k, Decimal(0)) > u.nilai for k, u in s.pagu.items()):
                return ""
        return ""

    # ── placing ────────────────────────────────────────────────────────────────────────────────────────
    def _taruh(self, i: int, c: Calon) -> None:
        s = c.simpul
        if c.tanpa_label and not s.tingkat:
            self._tebak_tingkat(i, c)
        while self.terbuka and self.urutan(self.terbuka[-1].tingkat) >= self.urutan(s.tingkat):
            self.terbuka.pop()
        if self.terbuka and not self.muat(self.terbuka[-1], s):
            self._tidak_muat(i, c)
        self._pasang(s)

    def _pasang(self, s: Simpul) -> None:
        while self.terbuka and self.urutan(self.terbuka[-1].tingkat) >= self.urutan(s.tingkat):
            self.terbuka.pop()
        induk = self.terbuka[-1] if self.terbuka else None
        if induk is None:
            self.akar.append(s)
        else:
            s.induk = induk.id
            pakai = self.terpakai.setdefault(induk.id, {})
            for k, u in s.pagu.items():
                pakai[k] = pakai.get(k, Decimal(0)) + u.nilai
        self.simpul.append(s)
        self.terbuka.append(s)

    def _tidak_muat(self, i: int, c: Calon) -> None:
        """The amounts say that this is no child of the open node: find out what it is instead."""
        s = c.simpul
        if self._naik(i, s) or self._pisah(i, c):
            return
        if self.urutan(s.tingkat) == 1 and self.penuh(self.terbuka[-1]):
            self.terbuka.pop()  # a programme after a sasaran that is complete stands beside it
            return
        if c.awal:
            self._lubang(s)

    def _naik(self, i: int, s: Simpul) -> bool:
        """A row in the column of its children: the rows after it add up to it."""
        bawah = self._jumlah_berikut(i, s)
        if not bawah or self.urutan(bawah) == 0:
            return False
        atas = self.tingkat[self.urutan(bawah) - 1]
        if bawah != s.tingkat:
            return False
        s.tingkat = atas
        s.keadaan = DIPULIHKAN
        while self.terbuka and self.urutan(self.terbuka[-1].tingkat) >= self.urutan(atas):
            self.terbuka.pop()
        return True

    def _pisah(self, i: int, c: Calon) -> bool:
        """Figures taken over from a row without label do not fit: that row is a node of its own."""
        s = c.simpul
        baris = next(iter(s.pagu.values())).tempat if s.pagu else ()
        if not c.bergeser or not baris or not c.lepas:
            return False
        baru = Simpul(f"{s.id}b", "", Isi(), baris[0], pemilik=s.pemilik, tingkat_pasti=False)
        baru.pagu, s.pagu = s.pagu, {}
        if s.indikator:
            baru.indikator = [c.ambil_ukuran()]
        self.calon.insert(i + 1, Calon(baru, tanpa_label=True))
        return True

    def _tebak_tingkat(self, i: int, c: Calon) -> None:
        """Level of a row without a label: above the rows that add up to it, else where it fits."""
        s = c.simpul
        s.keadaan = DIPULIHKAN
        bawah = self._jumlah_berikut(i, s)
        if bawah and self.urutan(bawah) > 0:
            s.tingkat = self.tingkat[self.urutan(bawah) - 1]
            return
        for o in reversed(self.terbuka):
            if self.urutan(o.tingkat) + 1 < len(self.tingkat) and o.pagu and self.muat(o, s):
                s.tingkat = self.tingkat[self.urutan(o.tingkat) + 1]
                return
        lanjut = next((x.tingkat for x in self.calon[i + 1 :] if x.tingkat), self.tingkat[-1])
        s.tingkat = self.tingkat[max(self.urutan(lanjut) - 1, 0)]
        self.terbuka = [o for o in self.terbuka if self.urutan(o.tingkat) < self.urutan(s.tingkat)]
        while self.terbuka and not self.muat(self.terbuka[-1], s):
            self.terbuka.pop()

    # ── holes ──────────────────────────────────────────────────────────────────────────────────────────
    def _lubang(self, s: Simpul) -> None:
        """Rows are missing before this one: close what is open with place-holders, open an unknown parent."""
        while self.terbuka and not self.muat(self.terbuka[-1], s):
            o = self.terbuka.pop()
            sisa = self.sisa(o)
            if any(sisa.values()) and o.id in self.terpakai:
                self._tutup(o, sisa)
        atas = self.urutan(s.tingkat) - 1
        if atas < 0 or (self.terbuka and self.urutan(self.terbuka[-1].tingkat) == atas):
            return
        induk = Simpul(f"{s.id}x", self.tingkat[atas], Isi(), s.tempat, hilang=True, keadaan=DITURUNKAN)
        self.lubang.append((induk, None))
        self._pasang(induk)

    def _tutup(self, o: Simpul, sisa: Rupiah) -> None:
        bawah = self.tingkat[min(self.urutan(o.tingkat) + 1, len(self.tingkat) - 1)]
        pengisi = Simpul(f"{o.id}y", bawah, Isi(), o.tempat, induk=o.id, hilang=True, keadaan=DITURUNKAN)
        pengisi.pagu = {k: Uang("", x, (), DITURUNKAN) for k, x in sisa.items()}
        self.simpul.append(pengisi)
        self.lubang.append((pengisi, o))


def jumlah_anak(anak: Sequence[Simpul], kolom: str) -> tuple[Decimal, list[Simpul]]:
    """Sum of the children in a column, and those without an amount there."""
    ada = [a.pagu[kolom].nilai for a in anak if kolom in a.pagu]
    return sum(ada, Decimal(0)), [a for a in anak if kolom not in a.pagu]
