"""Values of one thing printed in several places: which agree, and which is the binding one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opensakip.hitung.angka import bulatkan
from opensakip.hitung.tipe import JenisNilai, Nilai
from opensakip.periksa.fakta import Asal, Fakta, Jenis
from opensakip.periksa.temuan import Lokasi

_BOBOT_TARGET = {Asal.PK: 1000, Asal.RENCANA: 60, Asal.UKUR: 40, Asal.RIWAYAT: 20, Asal.DAFTAR: 20}
_BOBOT_HASIL = {Asal.UKUR: 40, Asal.RIWAYAT: 25, Asal.RENCANA: 10, Asal.DAFTAR: 10, Asal.EFISIENSI: 2}
BOBOT_PROSA = 10


def senilai(a: Nilai, b: Nilai) -> bool:
    """Equal values, or the shorter print of one is the rounding of the other.

    >>> from opensakip.hitung.nilai import baca_nilai as n
    >>> senilai(n("4,75"), n("4,7512")), senilai(n("4,70"), n("4,7")), senilai(n("4,75"), n("4,76"))
    (True, True, False)
    """
    if a.angka is not None and b.angka is not None:
        if a.angka == b.angka:
            return True
        kasar, halus = (a, b) if (a.desimal or 0) <= (b.desimal or 0) else (b, a)
        if not kasar.desimal or halus.angka is None or kasar.angka is None:
            return False
        return bulatkan(halus.angka, kasar.desimal) == kasar.angka
    if JenisNilai.RENTANG in (a.jenis, b.jenis):
        return (a.bawah, a.atas) == (b.bawah, b.atas)
    return (a.kode or a.teks).casefold().split() == (b.kode or b.teks).casefold().split()


@dataclass(frozen=True)
class Kelas:
    """Facts that agree, with the value they print most precisely."""

    fakta: tuple[Fakta, ...]

    @property
    def nilai(self) -> Nilai:
        """The most precise print."""
        isi = [f.nilai for f in self.fakta if f.nilai is not None]
        return max(isi, key=lambda n: n.desimal or 0)

    @property
    def teks(self) -> str:
        """The value as most often printed."""
        teks = [f.teks for f in self.fakta]
        return max(teks, key=lambda t: (teks.count(t), -len(t)))

    @property
    def sumber(self) -> Asal:
        """The most binding kind of place the value comes from."""
        return max((f.asal for f in self.fakta), key=lambda a: self._peta().get(a, BOBOT_PROSA))

    def _peta(self) -> dict[Asal, int]:
        return _BOBOT_TARGET if self.fakta[0].jenis is Jenis.TARGET else _BOBOT_HASIL

    def bobot(self) -> int:
        """How much stands behind the value: the binding place first, then the number of places."""
        peta = self._peta()
        terlihat: set[tuple[object, ...]] = set()
        jumlah = 0
        for f in self.fakta:
            kunci = (f.lokasi.berkas, f.lokasi.tempat, f.asal)
            if kunci not in terlihat:
                terlihat.add(kunci)
                berat = peta.get(f.asal, BOBOT_PROSA)
                jumlah += berat // 4 if f.ragu else berat
        return jumlah

    def lokasi(self) -> tuple[Lokasi, ...]:
        """Every place once, in order."""
        return tempat_unik(f.lokasi for f in self.fakta)


def tempat_unik(lokasi: Iterable[Lokasi]) -> tuple[Lokasi, ...]:
    """Places without repetition, in the order given."""
    hasil: dict[tuple[str, object], Lokasi] = {}
    for x in lokasi:
        hasil.setdefault((x.berkas, x.tempat), x)
    return tuple(hasil.values())


def kelas(fakta: Iterable[Fakta]) -> list[Kelas]:
    """Facts sorted into classes of equal value, the weightiest class first."""
    urut = sorted((f for f in fakta if f.nilai is not None), key=lambda f: -(_desimal(f)))
    wadah: list[list[Fakta]] = []
    for f in urut:
        assert f.nilai is not None
        rumah = next((w for w in wadah if w[0].nilai is not None and senilai(w[0].nilai, f.nilai)), None)
        if rumah is None:
            wadah.append([f])
        else:
            rumah.append(f)
    hasil = [Kelas(tuple(sorted(w, key=_urut))) for w in wadah]
    return sorted(hasil, key=lambda k: -k.bobot())


def _desimal(f: Fakta) -> int:
    return (f.nilai.desimal or 0) if f.nilai else 0


def _urut(f: Fakta) -> tuple[int, int, int]:
    t = f.lokasi.tempat
    return (t.halaman or 0, t.baris or 0, t.kolom or 0)


def sebanding(fakta: Sequence[Fakta], persentase: bool) -> list[Fakta]:
    """Facts printed in the same kind of unit: a count beside a percentage is another figure."""
    tabel = [f for f in fakta if f.asal is not Asal.PROSA]
    if persentase or any(f.persen for f in tabel):
        return list(fakta)
    return [f for f in fakta if not f.persen] if tabel else list(fakta)


def selisih_kecil(a: Nilai, b: Nilai) -> bool:
    """Values that differ by less than a thousandth of the larger: worth a lighter word."""
    if a.angka is None or b.angka is None:
        return False
    besar = max(abs(a.angka), abs(b.angka))
    return besar > 0 and abs(a.angka - b.angka) * 1000 < besar * Decimal(1)
