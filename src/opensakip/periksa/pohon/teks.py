"""Questions about texts: names that are not printed, texts cut short, units and words that look misread."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from opensakip.periksa.pohon.baris import bersih, pisah_ekor, terpotong
from opensakip.periksa.pohon.model import Isi, Simpul, Tanya


def datar(teks: str) -> str:
    """For comparing texts: small letters, single spaces, no space at hyphens and slashes."""
    return re.sub(r"\s*([-/,&()])\s*", r"\1", " ".join(teks.casefold().split()))


def kata(teks: str) -> list[str]:
    """The words of a text, small."""
    return re.findall(r"[^\W\d_]+", teks.casefold())


@dataclass(slots=True)
class Kamus:
    """What the table itself prints: names and indicators with their partners."""

    nama: Counter[str] = field(default_factory=Counter)
    indikator: Counter[str] = field(default_factory=Counter)
    asli: dict[str, str] = field(default_factory=dict)
    nama_untuk: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    indikator_untuk: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    satuan: Counter[str] = field(default_factory=Counter)
    kata: Counter[str] = field(default_factory=Counter)
    pasangan: set[tuple[str, str]] = field(default_factory=set)

    def baca(self, simpul: Iterable[Simpul]) -> None:
        """Take in the texts of all nodes."""
        for s in simpul:
            n = datar(s.nama.teks)
            self._kata(s.nama.teks)
            if n:
                self.nama[n] += 1
                self.asli.setdefault(n, s.nama.teks)
            for i in s.indikator:
                self.satuan[i.satuan.teks] += 1
                self._kata(i.nama.teks)
                if d := datar(i.nama.teks):
                    self.indikator[d] += 1
                    self.asli.setdefault(d, i.nama.teks)
            if n and s.indikator and (d := datar(s.indikator[0].nama.teks)):
                self.nama_untuk[d][n] += 1
                self.indikator_untuk[n][d] += 1

    def _kata(self, teks: str) -> None:
        baris = kata(teks)
        self.kata.update(baris)
        self.pasangan.update(zip(["", *baris], [*baris, ""], strict=True))

    def kata_putus(self, teks: str) -> bool:
        """The last word stands nowhere else, and longer words of the table begin with it."""
        akhir = kata(teks)[-1:]
        if not akhir or len(akhir[0]) < 5 or self.kata[akhir[0]] > 1:
            return False
        return any(k.startswith(akhir[0]) and k != akhir[0] for k in self.kata)

    def lebih_panjang(self, teks: str, pilihan: Iterable[str]) -> str:
        """A text that begins with this one and goes on at a word; empty when there is none or several."""
        awal = datar(teks)
        cocok = sorted({p for p in pilihan if p.startswith(awal) and p != awal})
        return self.asli[cocok[0]] if len(cocok) == 1 else ""


def tanya_teks(simpul: Sequence[Simpul]) -> list[Tanya]:
    """All questions about texts, in the order of the nodes."""
    kamus = Kamus()
    kamus.baca(simpul)
    hasil: list[Tanya] = []
    ejaan = salah_ejaan(kamus.kata)
    for s in simpul:
        if s.hilang:
            continue
        hasil += _ejaan(s, ejaan, kamus)
        hasil += _nama(s, simpul, kamus)
        hasil += _indikator(s, kamus)
        hasil += _satuan(s, kamus)
    return hasil


def _nama(s: Simpul, semua: Sequence[Simpul], kamus: Kamus) -> list[Tanya]:
    if not s.nama.teks:
        usul = _usul_nama(s, semua, kamus)
        ukuran = s.indikator[0].nama.teks if s.indikator else ""
        sebut = f" dengan indikator “{ukuran}”" if ukuran else ""
        kalimat = f"Nama {s.tingkat.replace('_', ' ')}{sebut} tidak tercetak."
        return [Tanya("nama_tidak_tercetak", s.id, "nama", kalimat, (s.tempat,), usul=usul)]
    if s.nama.tempat and s.nama.tempat[0].baris != s.tempat.baris and s.nama.keadaan != "tercetak":
        kalimat = f"Awal nama “{s.nama.teks}” tidak tercetak."
        usul = _usul_nama(s, semua, kamus)
        return [Tanya("nama_tidak_tercetak", s.id, "nama", kalimat, s.nama.tempat, s.nama.teks, usul)]
    if terpotong(s.nama.teks):
        usul = kamus.lebih_panjang(s.nama.teks, kamus.nama)
        return [_terpotong(s, "nama", s.nama, usul)]
    return []


def _usul_nama(s: Simpul, semua: Sequence[Simpul], kamus: Kamus) -> str:
    """The name that the same indicator has elsewhere, else the name whose children are the same."""
    if s.indikator and (calon := kamus.nama_untuk.get(datar(s.indikator[0].nama.teks))):
        return kamus.asli[calon.most_common(1)[0][0]]
    anak: dict[str, set[str]] = defaultdict(set)
    for a in semua:
        anak[a.induk].add(datar(a.nama.teks))
    sendiri = anak.get(s.id, set()) - {""}
    nilai: Counter[str] = Counter()
    for lain in semua:
        if lain.tingkat == s.tingkat and lain.nama.teks:
            nilai[lain.nama.teks] = max(nilai[lain.nama.teks], len(sendiri & anak.get(lain.id, set())))
    terbaik = nilai.most_common(1)
    return terbaik[0][0] if terbaik and terbaik[0][1] > 0 else ""


def _indikator(s: Simpul, kamus: Kamus) -> list[Tanya]:
    hasil = []
    for n, i in enumerate(s.indikator):
        teks = i.nama.teks
        if not teks:
            continue
        kenal = kamus.indikator_untuk.get(datar(s.nama.teks), Counter())
        panjang = kamus.lebih_panjang(teks, kenal) if n == 0 else ""
        putus = terpotong(teks) or kamus.kata_putus(teks)
        if putus or panjang:
            satu = _terpotong(s, f"indikator.{n}", i.nama, panjang)
            hasil.append(satu if putus else _catatan(satu))
        elif pisah_ekor(teks)[0]:
            usul = pisah_ekor(teks)[1]
            kalimat = f"Indikator “{teks}” dibuka dengan kata dari baris lain."
            hasil.append(Tanya("nama_terpotong", s.id, f"indikator.{n}", kalimat, i.nama.tempat, teks, usul))
    return hasil


def _catatan(t: Tanya) -> Tanya:
    """A text that is whole in itself but longer elsewhere: a remark."""
    kalimat = t.kalimat.replace("tampak terpotong", "di tempat lain tercetak lebih panjang")
    return replace(t, kalimat=kalimat, catatan=True)


def _terpotong(s: Simpul, ruas: str, isi: Isi, usul: str) -> Tanya:
    sebut = "Nama" if ruas == "nama" else "Indikator"
    kalimat = f"{sebut} “{isi.teks}” tampak terpotong."
    return Tanya("nama_terpotong", s.id, ruas, kalimat, isi.tempat or (s.tempat,), isi.teks, usul)


def jarak(a: str, b: str, batas: int = 2) -> int:
    """Edit distance with neighbouring letters swapped as one step; more than `batas` counts as batas + 1.

    >>> jarak("paekt", "paket"), jarak("lima", "delapan")
    (1, 3)
    """
    if abs(len(a) - len(b)) > batas:
        return batas + 1
    lalu2: list[int] = []
    lalu = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        kini = [i]
        for j, y in enumerate(b, 1):
            kini.append(min(lalu[j] + 1, kini[-1] + 1, lalu[j - 1] + (x != y)))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                kini[j] = min(kini[j], lalu2[j - 2] + 1)
        lalu2, lalu = lalu, kini
    return min(lalu[-1], batas + 1)


def _satuan(s: Simpul, kamus: Kamus) -> list[Tanya]:
    hasil = []
    for n, i in enumerate(s.indikator):
        teks = bersih(i.satuan.teks)
        if not teks:
            continue
        usul = _mirip(teks, kamus.satuan)
        if usul or not re.search(r"[^\W\d]|%", teks) or re.fullmatch(r"[\d.,]+\s*%", teks):
            kalimat = f"Satuan “{teks}” tidak lazim."
            hasil.append(Tanya("satuan_janggal", s.id, f"satuan.{n}", kalimat, i.satuan.tempat, teks, usul))
    return hasil


def _mirip(teks: str, ada: Counter[str]) -> str:
    """A unit that stands often and differs from a rare one by a slip."""
    if ada[teks] > 2 or len(teks) < 4:
        return ""
    for lain, kali in ada.most_common():
        if kali >= 10 * ada[teks] and lain != teks and jarak(teks.casefold(), lain.casefold()) <= 1:
            return lain
    return ""


def salah_ejaan(ada: Counter[str]) -> dict[str, str]:
    """Rare words of one slip beside a word that stands at least twelve times as often: probably misread."""
    ujung: dict[str, set[str]] = defaultdict(set)  # one slip leaves the first two letters or the last two
    for k, n in ada.items():
        if n >= 12 and len(k) >= 6:
            ujung[f"{k[:2]}-"].add(k)
            ujung[f"-{k[-2:]}"].add(k)
    hasil = {}
    for jarang, n in ada.items():
        if len(jarang) < 6 or n > 3:
            continue
        calon = ujung.get(f"{jarang[:2]}-", set()) | ujung.get(f"-{jarang[-2:]}", set())
        dekat = [k for k in calon if ada[k] >= 12 * n and k != jarang and jarak(jarang, k, 1) == 1]
        if len(dekat) == 1 and not _imbuhan(jarang, dekat[0]):
            hasil[jarang] = dekat[0]
    return hasil


def _imbuhan(a: str, b: str) -> bool:
    """One word is the other with a letter before or after it, as affixes do."""
    panjang, pendek = (a, b) if len(a) > len(b) else (b, a)
    return len(a) != len(b) and (panjang.startswith(pendek) or panjang.endswith(pendek))


def _ejaan(s: Simpul, salah: dict[str, str], kamus: Kamus) -> list[Tanya]:
    """Remarks on words that look misread; the printed text stands unless somebody changes it."""
    hasil = []
    ruas = [("nama", s.nama), *((f"indikator.{n}", i.nama) for n, i in enumerate(s.indikator))]
    for kunci, isi in ruas:
        temuan = [
            k
            for a, k, z in _tetangga(kata(isi.teks))
            if k in salah and {(a, salah[k]), (salah[k], z)} & kamus.pasangan
        ]
        if not temuan:
            continue
        usul = isi.teks
        for k in temuan:
            usul = _ganti(usul, k, salah[k])
        kalimat = f"“{temuan[0]}” mungkin salah baca dari “{salah[temuan[0]]}”."
        hasil.append(Tanya("ejaan", s.id, kunci, kalimat, isi.tempat, isi.teks, usul, catatan=True))
    return hasil


def _tetangga(baris: list[str]) -> Iterable[tuple[str, str, str]]:
    return zip(["", *baris], baris, [*baris[1:], ""], strict=False)


def _ganti(teks: str, lama: str, baru: str) -> str:
    """Replace a word, keeping its capital."""

    def tulis(m: re.Match[str]) -> str:
        return baru.capitalize() if m[0][:1].isupper() else baru

    return re.sub(lama, tulis, teks, flags=re.IGNORECASE)
