"""Proof by sums: what the totals confirm, what they let us compute, what they contradict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.bacaan.model import Tempat
from opensakip.hitung.tampilan import tampil_rupiah
from opensakip.periksa.pohon.calon import Calon
from opensakip.periksa.pohon.model import DITURUNKAN, Simpul, Tanya, Uang
from opensakip.periksa.pohon.susun import Hitung, Penyusun, jumlah_anak

NOL = Decimal(0)


@dataclass(slots=True)
class Pembukti:
    """Checks every level of a placed tree; `tanya` collects what stays open."""

    p: Penyusun
    judul_uang: dict[str, str]
    tanya: list[Tanya] = field(default_factory=list)
    cocok: set[str] = field(default_factory=set)
    anak: dict[str, list[Simpul]] = field(default_factory=dict)

    def jalankan(self) -> None:
        """Levels from the top down, then units and the grand total, then what was moved."""
        for s in self.p.simpul:
            self.anak.setdefault(s.induk, []).append(s)
        self._unit()
        for s in self.p.simpul:
            if s.id in self.anak and not s.hilang:
                self._induk(s)
        for hilang, induk in self.p.lubang:
            self._tanya_lubang(hilang, induk)
        for c in self.p.calon:
            if c.jumlah is None:
                self._pindahan(c)

    def nama(self, s: Simpul) -> str:
        """How a question calls a node."""
        if s.nama.teks:
            return f"“{s.nama.teks}”"
        if s.indikator and s.indikator[0].nama.teks:
            return f"dengan indikator “{s.indikator[0].nama.teks}”"
        return "tanpa nama"

    def _induk(self, s: Simpul) -> None:
        anak = self.anak[s.id]
        selisih: dict[str, Decimal] = {}
        for kolom in self.p.kolom:
            total, tanpa = jumlah_anak(anak, kolom)
            if kolom not in s.pagu:
                self._tanpa_pagu(s, kolom, total, tanpa, anak)
            elif total == s.pagu[kolom].nilai:
                self._tandai(s, anak, kolom)
            elif len(tanpa) == len(anak):
                continue
            elif len(tanpa) == 1 and total < s.pagu[kolom].nilai:
                self._turunkan(tanpa[0], kolom, s.pagu[kolom].nilai - total)
            else:
                selisih[kolom] = s.pagu[kolom].nilai - total
        if selisih:
            self._tanya_selisih(s, anak, selisih)
        elif any(k in s.pagu for k in self.p.kolom) and all(s.pagu[k].terbukti for k in s.pagu):
            self.cocok.add(s.id)

    def _tandai(self, s: Simpul, anak: Sequence[Simpul], kolom: str) -> None:
        s.pagu[kolom].terbukti = True
        for a in anak:
            if kolom in a.pagu:
                a.pagu[kolom].terbukti = True

    def _tanpa_pagu(
        self, s: Simpul, kolom: str, total: Decimal, tanpa: list[Simpul], anak: list[Simpul]
    ) -> None:
        """A parent that prints no amount gets the sum; certain only where the level above agrees."""
        if len(tanpa) == len(anak) or not total:
            return
        s.pagu[kolom] = Uang("", total, (), DITURUNKAN)
        if kolom == self.p.kolom[0]:
            self.tanya.append(self._soal_turunan(s, "jumlah baris di bawahnya"))

    def _turunkan(self, a: Simpul, kolom: str, nilai: Decimal) -> None:
        a.pagu[kolom] = Uang("", nilai, (), DITURUNKAN)
        bawah, tanpa = jumlah_anak(self.anak.get(a.id, ()), kolom)
        if bawah == nilai and not tanpa:
            a.pagu[kolom].terbukti = True
        elif not a.hilang and not any(
            t.simpul == a.id and t.jenis == "angka_tidak_tercetak" for t in self.tanya
        ):
            self.tanya.append(self._soal_turunan(a, "sisa dari jumlah di atasnya"))

    def _soal_turunan(self, s: Simpul, cara: str) -> Tanya:
        return Tanya(
            "angka_tidak_tercetak",
            s.id,
            "pagu",
            f"Pagu {self.nama(s)} tidak tercetak; {cara} dapat dipakai.",
            (s.tempat,),
            usul="hitung",
        )

    def _tanya_selisih(self, s: Simpul, anak: list[Simpul], selisih: dict[str, Decimal]) -> None:
        beda = "; ".join(
            f"{self.judul_uang.get(k, k)}: tercetak {tampil_rupiah(s.pagu[k].nilai)}, "
            f"jumlah barisnya {tampil_rupiah(s.pagu[k].nilai - x)}"
            for k, x in selisih.items()
        )
        tempat = tuple(x for u in s.pagu.values() for x in u.tempat) or (s.tempat,)
        self.tanya.append(
            Tanya(
                "jumlah_tidak_cocok",
                s.id,
                "pagu",
                f"Pagu {self.nama(s)} tidak sama dengan jumlah baris di bawahnya ({beda}).",
                (*tempat, *(a.tempat for a in anak)),
            )
        )

    # ── units and the grand total ──────────────────────────────────────────────────────────────────────
    def _unit(self) -> None:
        total = [
            h for h in self.p.unit if h.jumlah and h.jumlah.jumlah.casefold().startswith(("total", "grand"))
        ]
        for h in self.p.unit:
            if h.jumlah is not None and h not in total and h.akar:
                self._satu_unit(h)
        for h in total:
            self._total(h)

    def _satu_unit(self, h: Hitung) -> None:
        assert h.jumlah is not None
        mulai = next((i for i, a in enumerate(h.akar) if a.hilang), None)
        akar = h.akar if mulai is None else h.akar[mulai:]
        for kolom, u in h.jumlah.uang.items():
            total, tanpa = jumlah_anak([a for a in akar if not a.hilang], kolom)
            if total == u.nilai and not any(a.hilang for a in akar):
                for a in akar:
                    if kolom in a.pagu:
                        a.pagu[kolom].terbukti = True
            elif mulai is not None and total < u.nilai:
                akar[0].pagu[kolom] = Uang("", u.nilai - total, u.tempat, DITURUNKAN)
            else:
                self._tanya_unit(h, akar, kolom, total)

    def _tanya_unit(self, h: Hitung, akar: list[Simpul], kolom: str, total: Decimal) -> None:
        assert h.jumlah is not None
        u = h.jumlah.uang[kolom]
        self.tanya.append(
            Tanya(
                "jumlah_tidak_cocok",
                akar[0].id,
                f"jumlah.{kolom}",
                f"Baris {h.jumlah.jumlah} mencetak {self.judul_uang.get(kolom, kolom)} "
                f"{tampil_rupiah(u.nilai)}, jumlah di atasnya {tampil_rupiah(total)}.",
                (h.jumlah.tempat,),
                u.teks,
            )
        )

    def _total(self, h: Hitung) -> None:
        assert h.jumlah is not None
        lain = [x for x in self.p.unit if x is not h]
        for kolom, u in h.jumlah.uang.items():
            jumlah = NOL
            for x in lain:
                lubang = next((i for i, a in enumerate(x.akar) if a.hilang), 0)
                sebelum = x.akar[:lubang] if x.jumlah else x.akar
                jumlah += x.jumlah.uang[kolom].nilai if x.jumlah and kolom in x.jumlah.uang else NOL
                jumlah += jumlah_anak(sebelum, kolom)[0]
            if jumlah == u.nilai:
                for x in lain:
                    for a in x.akar:
                        if kolom in a.pagu and not a.hilang:
                            a.pagu[kolom].terbukti = True
            elif lain and any(x.akar for x in lain):
                self._tanya_unit(h, [a for x in lain for a in x.akar], kolom, jumlah)

    # ── holes and moved figures ────────────────────────────────────────────────────────────────────────
    def _tanya_lubang(self, hilang: Simpul, induk: Simpul | None) -> None:
        uang = ", ".join(
            f"{self.judul_uang.get(k, k)} {tampil_rupiah(u.nilai)}" for k, u in hilang.pagu.items()
        )
        isi = f" senilai {uang}" if uang else ""
        tentang = f"di bawah {self.nama(induk)}" if induk else "di atas baris ini"
        self.tanya.append(
            Tanya(
                "baris_hilang",
                hilang.id,
                "simpul",
                f"Baris {tentang}{isi} tidak ada pada berkas; mungkin satu halaman terlewat.",
                (hilang.tempat,),
            )
        )

    def _pindahan(self, c: Calon) -> None:
        """Figures or levels that were put back: certain only where a sum confirms them."""
        s = c.simpul
        if c.berbagi and not all(terbukti(x.simpul) for x in c.berbagi):
            kata = f"Baris {self.nama(s)} memuat lebih dari satu nama; satuan dan targetnya milik yang mana?"
            self.tanya.append(Tanya("angka_bergeser", s.id, "satuan.0", kata, (s.tempat,)))
        if terbukti(s) or all(u.keadaan == DITURUNKAN for u in s.pagu.values()):
            return
        tempat: tuple[Tempat, ...] = (s.tempat, *(x for u in s.pagu.values() for x in u.tempat))
        tercetak = "; ".join(u.teks for u in s.pagu.values())
        if c.bergeser or c.bersama:
            kata = f"Angka {tercetak} ditaruh pada {self.nama(s)}, padahal tercetak di baris lain."
            self.tanya.append(Tanya("angka_bergeser", s.id, "pagu", kata, tempat, tercetak))
        elif not s.tingkat_pasti:
            kata = f"Kolom {self.nama(s)} bergeser; tingkatnya ditaksir {s.tingkat.replace('_', ' ')}."
            self.tanya.append(Tanya("kolom_bergeser", s.id, "tingkat", kata, tempat, usul=s.tingkat))


def terbukti(s: Simpul) -> bool:
    """Every printed amount of the node is confirmed by a sum."""
    return bool(s.pagu) and all(u.terbukti for u in s.pagu.values())


def tanya_jumlah(simpul: Sequence[Simpul], kolom: Sequence[str]) -> list[Tanya]:
    """Mark what sums confirm in a finished tree, and ask where a parent differs from its children."""
    anak: dict[str, list[Simpul]] = {}
    for s in simpul:
        anak.setdefault(s.induk, []).append(s)
    hasil = []
    for s in simpul:
        beda = {}
        for k in kolom:
            total, tanpa = jumlah_anak(anak.get(s.id, ()), k)
            if k not in s.pagu or len(tanpa) == len(anak.get(s.id, ())):
                continue
            if total == s.pagu[k].nilai:
                for x in (s, *anak[s.id]):
                    if k in x.pagu:
                        x.pagu[k].terbukti = True
            else:
                beda[k] = total
        if beda:
            hasil.append(_soal_jumlah(s, beda))
    return hasil


def _soal_jumlah(s: Simpul, beda: dict[str, Decimal]) -> Tanya:
    rinci = "; ".join(
        f"{k}: tercetak {tampil_rupiah(s.pagu[k].nilai)}, jumlah barisnya {tampil_rupiah(x)}"
        for k, x in beda.items()
    )
    tempat = tuple(x for k in beda for x in s.pagu[k].tempat)
    kata = f"Alokasi “{s.nama.teks}” tidak sama dengan jumlah baris di bawahnya ({rinci})."
    return Tanya("jumlah_tidak_cocok", s.id, "pagu", kata, tempat or (s.tempat,))
