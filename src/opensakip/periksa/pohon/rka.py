"""The RKA-K/L form (PMK 62/2023): code, description with labels inside, targets and allocations by year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from opensakip.dokumen.bacaan.model import Bacaan, Sel, Tabel, Tempat
from opensakip.periksa.pohon.baris import baca_uang, bersih
from opensakip.periksa.pohon.bukti import tanya_jumlah
from opensakip.periksa.pohon.kepala import huruf
from opensakip.periksa.pohon.model import Indikator, Isi, Pohon, Simpul, Tanya, Uang

TINGKAT = (
    "sasaran_strategis",
    "eselon_1",
    "program",
    "sasaran_program",
    "kegiatan",
    "sasaran_kegiatan",
    "kro",
    "ro",
    "komponen",
)
INDUK = {
    "program": ("eselon_1",),
    "sasaran_program": ("program",),
    "kegiatan": ("program",),
    "sasaran_kegiatan": ("kegiatan",),
    "kro": ("kegiatan",),
    "ro": ("kro",),
    "komponen": ("ro",),
}
"""Under which level a row stands; a level that is not named stands at the root."""
BERUANG = frozenset({"eselon_1", "program", "kegiatan", "kro", "ro", "komponen"})
POLA_KODE = {
    "eselon_1": r"\d{3}\.\d{2}",
    "program": r"[A-Z]{2}",
    "kegiatan": r"\d{4}",
    "kro": r"[A-Z]{3}",
    "ro": r"\d{3}|[A-Z]{3}\.\d{3}",
    "komponen": r"\d{3}",
}
"""Shape of the code of each level (PMK 62/2023)."""
_LABEL = (
    (
        "indikator.sasaran_strategis",
        r"indikator kinerja (?:utama )?sasaran strategis|indikator sasaran strategis",
    ),
    ("indikator.sasaran_program", r"indikator (?:kinerja )?(?:sasaran )?program"),
    ("indikator.sasaran_kegiatan", r"indikator (?:kinerja )?(?:sasaran )?kegiatan"),
    ("indikator.kro", r"indikator (?:kinerja )?kro"),
    ("indikator.ro", r"indikator (?:kinerja )?ro"),
    ("sasaran_strategis", r"sasaran strategis"),
    ("sasaran_program", r"sasaran program"),
    ("sasaran_kegiatan", r"sasaran kegiatan"),
    ("eselon_1", r"(?:unit )?eselon (?:1|i)"),
    ("program", r"program"),
    ("kegiatan", r"kegiatan"),
    ("kro", r"kro|klasifikasi rincian output"),
    ("ro", r"ro|rincian output"),
    ("komponen", r"komponen"),
)
_PANJANG = "|".join(pola for _, pola in _LABEL[:8])
_DI_TENGAH = re.compile(rf"(?:^|(?<=\s))(?:{_PANJANG})(?=\s+[^\W_]|\s+[-–]\s*$|\s*$)", re.IGNORECASE)


@dataclass(slots=True)
class Bagian:
    """A labelled piece of a description cell; an empty label means that it goes on."""

    label: str
    teks: str


@dataclass(slots=True)
class _Kepala:
    kode: int
    uraian: int
    tahun: dict[int, str]
    pengali: int
    satuan: str
    baris: int
    jenis: int | None = None


def kenali_rka(bacaan: Bacaan) -> list[Pohon]:
    """Every RKA-K/L form of a document as a tree; targets and allocations by year, money as printed."""
    return kenali_formulir(bacaan.tabel())


def kenali_formulir(tabel: Iterable[Tabel]) -> list[Pohon]:
    """The same for tables that stand alone."""
    hasil: list[tuple[_Kepala, list[Tabel]]] = []
    for t in tabel:
        k = _kepala(t)
        if k is not None and (not hasil or hasil[-1][0].tahun != k.tahun):
            hasil.append((k, [t]))
        elif hasil and (k is not None or t.lebar == hasil[-1][1][0].lebar):
            hasil[-1][1].append(t)
    pohon = [_Pembaca(k).baca(daftar) for k, daftar in hasil]
    return [p for p in pohon if any(s.tingkat in BERUANG for s in p.simpul)]


def _kepala(t: Tabel) -> _Kepala | None:
    """Head of the form: a code column, a description, and years below the money column."""
    for i in range(min(4, len(t.baris))):
        kata = {huruf(s.teks): j for j, s in enumerate(t.baris[i]) if s}
        kode = next((j for k, j in kata.items() if k.startswith("kode")), None)
        uraian = next((j for k, j in kata.items() if k.startswith("uraian")), None)
        if kode is None or uraian is None:
            continue
        for n in range(i, min(i + 3, len(t.baris))):
            tahun = {
                j: s.teks.strip()
                for j, s in enumerate(t.baris[n])
                if s and re.fullmatch(r"(?:19|20)\d\d", s.teks.strip())
            }
            if len(tahun) >= 2:
                jenis = next((j for k, j in kata.items() if k in ("jenis", "tingkat", "level")), None)
                return _Kepala(kode, uraian, tahun, *_satuan(" ".join(kata)), n + 1, jenis)
    return None


def _satuan(kepala: str) -> tuple[int, str]:
    for kata, kali in (("miliar", 10**9), ("milyar", 10**9), ("juta", 10**6), ("ribu", 10**3)):
        if kata in kepala:
            return kali, f"{kata}an rupiah" if kata.startswith(("juta", "ribu")) else f"{kata} rupiah"
    return 1, "rupiah"


def pecah(teks: str) -> list[Bagian]:
    """Cut a description into labelled pieces: "Sasaran Program A Indikator Kinerja Program B".

    >>> [(b.label, b.teks) for b in pecah("SASARAN KEGIATAN -")]
    [('sasaran_kegiatan', '')]
    """
    hasil = []
    isi_penuh = bersih(teks)
    awal = [m.start() for m in _DI_TENGAH.finditer(isi_penuh) if m.start() and _judul(m[0])]
    for a, z in zip([0, *awal], [*awal, len(isi_penuh)], strict=True):
        isi = isi_penuh[a:z].strip()
        label = next(
            (
                n
                for n, pola in _LABEL
                if re.match(rf"(?:{pola})(?=\s|$|:)", isi, re.IGNORECASE) and _judul(isi)
            ),
            "",
        )
        if label:
            isi = re.sub(rf"^(?:{dict(_LABEL)[label]})\s*:?\s*", "", isi, flags=re.IGNORECASE)
        hasil.append(Bagian(label, "" if isi in ("-", "–") else isi))
    return hasil


def _judul(teks: str) -> bool:
    """Written as a label: begins with a capital letter."""
    return teks[:1].isupper()


@dataclass(slots=True)
class _Pembaca:
    k: _Kepala
    simpul: list[Simpul] = field(default_factory=list)
    tanya: list[Tanya] = field(default_factory=list)
    kini: dict[str, Simpul] = field(default_factory=dict)
    menanti: str = ""
    kode: str = ""
    kosong: list[tuple[Simpul, Indikator]] = field(default_factory=list)
    terakhir: tuple[Simpul, Isi] | None = None
    label: str = ""

    def baca(self, tabel: list[Tabel]) -> Pohon:
        for t in tabel:
            k = _kepala(t)
            for b in t.baris[k.baris if k else 0 :]:
                sel = [bersih(s.teks) if s else "" for s in b]
                if any(sel) and not self._kepala_ulang(sel):
                    self._baris(b)
        self._tutup()
        self.tanya += [x for s in self.simpul if (x := self._cek_kode(s))]
        self.tanya += tanya_jumlah(self.simpul, tuple(self.k.tahun.values()))
        return Pohon(
            "rka",
            self.simpul,
            self.tanya,
            TINGKAT,
            tuple((x, x) for x in self.k.tahun.values()),
            tabel[0].tempat,
            pengali=self.k.pengali,
            satuan_uang=self.k.satuan,
        )

    def _kepala_ulang(self, sel: list[str]) -> bool:
        kata = [huruf(x) for x in sel if x]
        return "uraian" in kata or all(x in self.k.tahun.values() for x in kata)

    def _baris(self, b: tuple[Sel | None, ...]) -> None:
        uraian = b[self.k.uraian] if self.k.uraian < len(b) else None
        nilai = {
            th: Isi(bersih(s.teks), (s.tempat,))
            for j, th in self.k.tahun.items()
            if j < len(b) and (s := b[j]) is not None and bersih(s.teks)
        }
        kode_sel = b[self.k.kode] if self.k.kode < len(b) else None
        self._kode(bersih(kode_sel.teks) if kode_sel else "")
        if uraian is None or not bersih(uraian.teks):
            if nilai:
                self._nilai(nilai)
            return
        baru = len(self.kosong)
        if self.k.jenis is not None and (label := self._jenis(b)):
            self._bagian(Bagian(label, bersih(uraian.teks)), uraian.tempat, bool(nilai))
            self._nilai(nilai, baru)
            return
        for paragraf in uraian.paragraf or (uraian.teks,):
            for bagian in self._pecah(paragraf):
                self._bagian(bagian, uraian.tempat, bool(nilai))
        if nilai:
            self._nilai(nilai, baru)

    def _jenis(self, b: tuple[Sel | None, ...]) -> str:
        """The label that a column of its own prints."""
        j = self.k.jenis
        s = b[j] if j is not None and j < len(b) else None
        bagian = pecah(s.teks) if s and s.teks else []
        return bagian[0].label if len(bagian) == 1 and not bagian[0].teks else ""

    def _pecah(self, teks: str) -> list[Bagian]:
        """After a label on a row of its own the text is all name, also where it begins like a label."""
        bagian = pecah(teks)
        satu = len(bagian) == 1 and bagian[0].teks and bagian[0].label in POLA_KODE
        if self.menanti and satu and not self.kode:
            return [Bagian("", bersih(teks))]
        return bagian

    def _kode(self, teks: str) -> None:
        """A code for the next row, or a label that was printed in the code column."""
        if not teks:
            return
        label = pecah(teks)[0].label
        if label and not pecah(teks)[0].teks:
            self.menanti = label
        else:
            self.kode = teks

    def _bagian(self, x: Bagian, tempat: Tempat, bernilai: bool) -> None:
        if x.label and not x.teks:
            self.menanti = x.label
            return
        label = x.label or self.menanti or self._dari_kode()
        self.menanti = ""
        if not label:
            if self.terakhir is not None and (x.teks[:1].islower() or not (bernilai or self._indikator())):
                self.terakhir[1].sambung(x.teks, tempat)
                return
            label = self.label
        if label.startswith("indikator."):
            self._indikator_baru(label, x.teks, tempat)
        elif label:
            self._simpul_baru(label, x.teks, tempat)

    def _indikator(self) -> bool:
        return self.label.startswith("indikator.")

    def _dari_kode(self) -> str:
        """A coded row without a label: the level whose code has this shape and whose parent is open."""
        if not self.kode:
            return ""
        cocok = [t for t, pola in POLA_KODE.items() if re.fullmatch(pola, self.kode)]
        return next((t for t in cocok if all(i in self.kini for i in INDUK.get(t, ()))), "")

    def _simpul_baru(self, tingkat: str, teks: str, tempat: Tempat) -> None:
        induk = next((self.kini[i] for i in INDUK.get(tingkat, ()) if i in self.kini), None)
        s = Simpul(f"k{len(self.simpul) + 1}", tingkat, Isi(teks, (tempat,)), tempat)
        if tingkat in BERUANG:
            s.kode, self.kode = self.kode, ""
        s.induk = induk.id if induk else ""
        if induk is None and tingkat in INDUK and tingkat != "program":
            kata = f"Baris di atas {tingkat.replace('_', ' ')} “{teks}” tidak ada pada berkas."
            self.tanya.append(Tanya("baris_hilang", s.id, "induk", kata, (tempat,)))
        self.simpul.append(s)
        mulai = TINGKAT.index(tingkat)
        self.kini = {t: x for t, x in self.kini.items() if TINGKAT.index(t) < mulai}
        self.kini[tingkat] = s
        self.label, self.terakhir = tingkat, (s, s.nama)

    def _indikator_baru(self, label: str, teks: str, tempat: Tempat) -> None:
        s = self.kini.get(label.split(".")[1])
        if s is None:
            return
        i = Indikator(Isi(teks, (tempat,)))
        s.indikator.append(i)
        self.kosong.append((s, i))
        self.label, self.terakhir = label, (s, i.nama)

    def _nilai(self, nilai: dict[str, Isi], mulai: int = 0) -> None:
        """Values go to the money row that was opened last, else to the indicator that waits longest."""
        if self.label in BERUANG and self.terakhir is not None and not self.terakhir[0].pagu:
            self._uang(self.terakhir[0], nilai)
        elif self.kosong:
            if mulai and mulai < len(self.kosong):
                self._tutup(mulai)
                mulai = 0
            self.kosong.pop(0)[1].target = nilai

    def _uang(self, s: Simpul, nilai: dict[str, Isi]) -> None:
        for th, isi in nilai.items():
            angka = baca_uang(isi.teks)
            if angka is None and re.fullmatch(r"\d{1,3}", isi.teks):
                angka = baca_uang(f"0.{isi.teks.zfill(3)}")
            if angka is None:
                kata = f"Alokasi {th} “{isi.teks}” pada “{s.nama.teks}” tidak terbaca sebagai angka."
                self.tanya.append(Tanya("angka_janggal", s.id, f"pagu.{th}", kata, isi.tempat, isi.teks))
            else:
                s.pagu[th] = Uang(isi.teks, angka, isi.tempat)

    def _tutup(self, sampai: int | None = None) -> None:
        """Indicators of a finished cell that got no values."""
        for s, i in self.kosong[:sampai]:
            kata = f"Target indikator “{i.nama.teks}” tidak tercetak; berapa target tiap tahunnya?"
            ruas = f"indikator.{s.indikator.index(i)}.target"
            self.tanya.append(Tanya("angka_tidak_tercetak", s.id, ruas, kata, i.nama.tempat))
        del self.kosong[:sampai]

    def _cek_kode(self, s: Simpul) -> Tanya | None:
        if s.tingkat not in POLA_KODE or re.fullmatch(POLA_KODE[s.tingkat], s.kode):
            return None
        sebut = s.tingkat.replace("_", " ").upper()
        kata = f"Kode {sebut} “{s.nama.teks}” {f'tercetak “{s.kode}”' if s.kode else 'tidak tercetak'}."
        return Tanya("angka_janggal", s.id, "kode", kata, (s.tempat,), s.kode)
