"""Rules that need only what is already in hand: tree order, levels, what may change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from opensakip.perencanaan.data import DataButir, DataSisi
from opensakip.perencanaan.errors import SusunanButirSalah, VersiSudahDitetapkan
from opensakip.perencanaan.models import VersiDokumen

_ANGKA36 = "0123456789abcdefghijklmnopqrstuvwxyz"


def wajib_draf(versi: VersiDokumen) -> None:
    """Refuse a change of a set version.

    Raises:
        VersiSudahDitetapkan: it is set.
    """
    if versi.keadaan != "draf":
        raise VersiSudahDitetapkan(
            f"Versi {versi.nomor} sudah ditetapkan dan tidak berubah lagi. Buka versi baru dengan alasan."
        )


def jalur_butir(butir: Sequence[DataButir]) -> dict[str, str]:
    """Return the fixed-width base-36 path of each row; siblings keep the given order.

    Raises:
        SusunanButirSalah: an identifier stands twice, a parent is unknown, or rows hang in a cycle.
    """
    menurut = {b.pengenal: b for b in butir}
    if len(menurut) != len(butir):
        ganda = next(b.pengenal for i, b in enumerate(butir) if b.pengenal in {x.pengenal for x in butir[:i]})
        raise SusunanButirSalah(f"Butir “{ganda}” ada dua kali dalam satu versi. Beri pengenal lain.")
    anak: dict[str, list[str]] = {}
    for b in butir:
        if b.induk and b.induk not in menurut:
            raise SusunanButirSalah(f"Butir “{b.pengenal}”: induk “{b.induk}” tidak ada pada versi ini.")
        anak.setdefault(b.induk, []).append(b.pengenal)
    jalur: dict[str, str] = {}
    antre = [("", "")]
    while antre:
        induk, awal = antre.pop()
        for i, pengenal in enumerate(anak.get(induk, []), start=1):
            jalur[pengenal] = f"{awal}{_basis36(i)}."
            antre.append((pengenal, jalur[pengenal]))
    if len(jalur) != len(butir):
        tersesat = next(b.pengenal for b in butir if b.pengenal not in jalur)
        raise SusunanButirSalah(f"Butir “{tersesat}” berada di bawah dirinya sendiri. Perbaiki kolom induk.")
    return jalur


def wajib_tingkat_sah(butir: Sequence[DataButir], boleh_di: Mapping[str, Sequence[str]], skema: str) -> None:
    """Check every row against the level scheme; ``boleh_di`` maps a level to its parents ("akar" = root).

    Raises:
        SusunanButirSalah: a level is unknown to the scheme or stands under a level where it may not.
    """
    menurut = {b.pengenal: b for b in butir}
    for b in butir:
        if b.tingkat not in boleh_di:
            raise SusunanButirSalah(
                f"Butir “{b.pengenal}”: tingkat “{b.tingkat}” tidak dikenal skema {skema}. "
                f"Pilih salah satu: {', '.join(boleh_di)}."
            )
        induk = menurut[b.induk].tingkat if b.induk else "akar"
        if induk not in boleh_di[b.tingkat]:
            raise SusunanButirSalah(
                f"Butir “{b.pengenal}” ({b.tingkat}) tidak boleh di bawah {induk} menurut skema {skema}. "
                f"Induk yang boleh: {', '.join(boleh_di[b.tingkat])}."
            )


def wajib_tanpa_putaran(sisi: Sequence[DataSisi]) -> None:
    """Refuse a pohon kinerja whose conditions serve themselves.

    Raises:
        SusunanButirSalah: the edges form a cycle.
    """
    ke: dict[str, list[str]] = {}
    for s in sisi:
        ke.setdefault(s.dari, []).append(s.ke)
    selesai: set[str] = set()
    for awal in ke:
        if awal not in selesai:
            _telusuri(awal, ke, selesai)


def _telusuri(awal: str, ke: Mapping[str, Sequence[str]], selesai: set[str]) -> None:
    """Walk down from one node, every edge once; nodes left for good go to ``selesai``.

    Raises:
        SusunanButirSalah: an edge leads back to a node that is still open.
    """
    terbuka = {awal}
    tumpukan = [(awal, iter(ke.get(awal, ())))]
    while tumpukan:
        simpul, sisa = tumpukan[-1]
        berikut = next(sisa, None)
        if berikut is None:
            tumpukan.pop()
            terbuka.discard(simpul)
            selesai.add(simpul)
        elif berikut in terbuka:
            raise SusunanButirSalah(f"Simpul “{berikut}” mendukung dirinya sendiri. Perbaiki sisi.csv.")
        elif berikut not in selesai:
            terbuka.add(berikut)
            tumpukan.append((berikut, iter(ke.get(berikut, ()))))


def _basis36(n: int) -> str:
    if n >= 36**4:
        raise SusunanButirSalah("Terlalu banyak butir di bawah satu induk.")
    teks = ""
    for _ in range(4):
        n, sisa = divmod(n, 36)
        teks = _ANGKA36[sisa] + teks
    return teks
