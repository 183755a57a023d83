"""Hits of a search with their addresses, grouped by kind, the found words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from opensakip import peraturan
from opensakip.pelaporan import cari as mesin
from opensakip.pelaporan.angka import bersih
from opensakip.pelaporan.cari import Temuan, kata_kunci, ratakan
from opensakip.web.rupa import jangkar

#: Hits of one kind on a page that shows every kind.
SEKILAS = 8
#: Hits on the page of one kind.
SEMUA = 200


@dataclass(frozen=True, slots=True)
class Baris:
    """One hit: its parts alternate between plain and found, beginning with plain."""

    alamat: str
    kode: str
    ruas: tuple[str, ...]
    jalur: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Hits of one kind: how many there are, and those shown."""

    jenis: str
    nama: str
    banyak: int
    baris: tuple[Baris, ...]


def nama_jenis() -> dict[str, str]:
    """Kinds of hits in the words of the reader, in the order of the page."""
    return {
        "instansi": _("Instansi"),
        "indikator": _("Indikator"),
        "sasaran": _("Sasaran"),
        "pk": _("Perjanjian kinerja"),
        "anggaran": _("Rencana dan anggaran"),
        "unit": _("Unit"),
        "dokumen": _("Dokumen"),
        "peraturan": _("Peraturan"),
    }


def hasil(pengguna: mesin.penjaga.Pengunjung, tanya: str, jenis: str = "") -> list[Kelompok]:
    """Groups with hits; with ``jenis`` that group alone, and more of it."""
    kata = kata_kunci(tanya)
    temuan = mesin.cari(pengguna, tanya) if jenis != "peraturan" else {}
    kelompok = []
    for kunci, nama in nama_jenis().items():
        if jenis not in ("", kunci):
            continue
        batas = SEMUA if jenis else SEKILAS
        if kunci == "peraturan":
            aturan = list(_aturan(kata))
            baris, banyak = tuple(aturan[:batas]), len(aturan)
        else:
            ada = temuan[kunci]
            baris, banyak = tuple(_baris(t, kata) for t in ada[:batas]), len(ada)
        if banyak:
            kelompok.append(Kelompok(kunci, nama, banyak, baris))
    return kelompok


def _baris(t: Temuan, kata: Sequence[str]) -> Baris:
    return Baris(_alamat(t), t.kode, ruas(t.judul, kata), t.jalur)


def _alamat(t: Temuan) -> str:
    """The page on which the thing stands, and its place there."""
    if t.jenis == "instansi":
        return reverse("web:instansi", args=[t.slug])
    if t.jenis == "anggaran":
        anggaran = reverse("web:anggaran", args=[t.slug, t.tahun])
        return f"{anggaran}?buka={t.id}#{jangkar('butir', t.id)}"
    if t.jenis == "indikator":
        return reverse("web:indikator", args=[t.slug, t.tahun, bersih(t.id)])
    if t.jenis == "pk":
        return f"{reverse('web:pk', args=[t.slug, t.tahun])}?baru={t.id}#pk-{t.id}"
    if t.jenis == "sasaran":
        return f"{reverse('web:capaian', args=[t.slug, t.tahun])}#{jangkar('sas', t.id)}"
    return reverse("web:tahun", args=[t.slug, t.tahun])


def _aturan(kata: Sequence[str]) -> Iterator[Baris]:
    """Regulations whose name, title or citation holds every word. They are public."""
    if not kata:
        return
    for id_ in peraturan.daftar_id():
        a = peraturan.riwayat(id_).versi[-1]
        teks = ratakan(f"{a.id} {a.judul} {' '.join(a.dasar)}")
        if all(k in teks for k in kata):
            yield Baris(reverse("web:aturan", args=[id_]), a.id, ruas(a.judul, kata), a.dasar[:1])


def ruas(teks: str, kata: Sequence[str]) -> tuple[str, ...]:
    """Cut a text where the words occur: ("Nilai ", "AKIP", " naik"); found parts at odd places.

    Where folding changed the length of the text (ligatures), nothing is marked.
    """
    rata = teks.casefold()
    if len(rata) != len(teks):
        return (teks,)
    kena = sorted((a, a + len(k)) for k in kata for a in _tempat(rata, k))
    hasil, ujung = [], 0
    for awal, akhir in kena:
        if awal < ujung:
            continue
        hasil += [teks[ujung:awal], teks[awal:akhir]]
        ujung = akhir
    return (*hasil, teks[ujung:])


def _tempat(teks: str, kata: str) -> Iterator[int]:
    tempat = teks.find(kata)
    while tempat >= 0:
        yield tempat
        tempat = teks.find(kata, tempat + len(kata))
