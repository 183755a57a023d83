"""The Renja table: levels side by side in columns, two ceilings, one owner for each part."""

from __future__ import annotations

from collections.abc import Iterable

from opensakip.dokumen.bacaan.model import Bacaan, Tabel
from opensakip.periksa.pohon.baris import Baris, baris_tabel, sering
from opensakip.periksa.pohon.berkode import kenali_berkode
from opensakip.periksa.pohon.bukti import Pembukti
from opensakip.periksa.pohon.calon import Penggabung
from opensakip.periksa.pohon.kepala import Kepala
from opensakip.periksa.pohon.model import Isi, Pohon, Simpul, Tanya
from opensakip.periksa.pohon.susun import Penyusun
from opensakip.periksa.pohon.teks import tanya_teks


def kenali_renja(bacaan: Bacaan) -> list[Pohon]:
    """Every hierarchical plan table of a document as a tree; what is unsure is asked, never guessed."""
    return [*kenali_tabel(bacaan.tabel()), *kenali_berkode(bacaan.tabel())]


def kenali_tabel(tabel: Iterable[Tabel]) -> list[Pohon]:
    """The same for tables that stand alone (one sheet, one section)."""
    return [_susun(k, baris) for k, baris in baris_tabel(tabel) if len(baris) > 1]


def _susun(k: Kepala, baris: list[Baris]) -> Pohon:
    nama = sering(x.nama.teks for b in baris for x in b.label if x.nama)
    ukuran = sering(x.indikator.teks for b in baris for x in b.label if x.indikator)
    kolom = tuple(dict.fromkeys(k.uang[j] for j in sorted(k.uang) if k.uang[j] != "selisih"))
    calon = Penggabung(k.tingkat, baris, nama, ukuran).jalankan()
    p = Penyusun(k.tingkat, kolom, calon)
    p.jalankan()
    bukti = Pembukti(p, k.judul_uang)
    bukti.jalankan()
    tanya = bukti.tanya + tanya_teks(p.simpul) + _pemilik(p.simpul)
    return Pohon(
        "renja",
        p.simpul,
        _urutkan(tanya, p.simpul),
        k.tingkat,
        tuple((x, k.judul_uang.get(x, x)) for x in kolom),
        baris[0].tempat,
    )


def _pemilik(simpul: list[Simpul]) -> list[Tanya]:
    """After missing rows the owner printed before them holds no longer, until another one is printed."""
    hasil = []
    lama = ""
    for i, s in enumerate(simpul):
        if s.hilang and not s.induk and i:
            lama = lama or next((x.pemilik.teks for x in simpul[i - 1 :: -1] if x.pemilik.teks), "")
            kata = "Penanggung jawab baris-baris setelah bagian yang hilang tidak terbaca."
            hasil.append(Tanya("pemilik", s.id, "pemilik", kata, (s.tempat,)))
        if lama and s.pemilik.teks == lama:
            s.pemilik = Isi()
        elif s.pemilik.teks:
            lama = ""
    return hasil


def _urutkan(tanya: list[Tanya], simpul: list[Simpul]) -> list[Tanya]:
    urut = {s.id: i for i, s in enumerate(simpul)}
    return sorted(tanya, key=lambda t: urut[t.simpul])
