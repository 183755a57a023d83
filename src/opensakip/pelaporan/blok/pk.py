"""Annexes: each attached version of the performance agreement as a form, printed as it was signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import (
    Bagian,
    Baris,
    Blok,
    Catatan,
    GantiHalaman,
    Isian,
    JenisBagian,
    JenisBaris,
    Judul,
    JudulNaskah,
    Kolom,
    Kop,
    Paragraf,
    Penandatangan,
    Rata,
    Tabel,
    TandaTangan,
    isi,
)
from opensakip.hitung.terbilang import terbilang
from opensakip.pelaporan.blok.cuplik import Cuplik, tanggal_teliti
from opensakip.pelaporan.blok.tata import baris, kepala, sel

LABEL_LAMPIRAN = "lampiran-pk-{}"
SEBAGAI = {"pj": "Pj. ", "plt": "Plt. ", "plh": "Plh. "}
NAMA_TAHAP = {"perubahan": "Perjanjian Kinerja Perubahan", "revisi": "Perjanjian Kinerja Revisi"}


def pk_dilampirkan(c: Cuplik) -> list[Mapping[str, Any]]:
    """Versions that belong in the annex: attached, and with their rows."""
    return [p for p in c.isi.get("pk") or () if p.get("dilampirkan", True) and p.get("baris")]


def judul_pk(c: Cuplik, p: Mapping[str, Any]) -> str:
    """Title of a version; revisions are told apart by their month."""
    nama = NAMA_TAHAP.get(str(p["tahap"]), "Perjanjian Kinerja")
    sama = [q for q in pk_dilampirkan(c) if q["tahap"] == p["tahap"]]
    if len(sama) > 1:
        return f"{nama} Tahun {c.tahun} ({tanggal_teliti(str(p['tanggal']), str(p.get('teliti') or 'hari'))})"
    return f"{nama} Tahun {c.tahun}"


def lampiran_pk(c: Cuplik) -> Bagian | None:
    """All attached versions; None when there is none."""
    blok: list[Blok] = []
    for p in pk_dilampirkan(c):
        blok += _satu(c, p)
    return Bagian(JenisBagian.LAMPIRAN, tuple(blok)) if blok else None


def jabatan(p: Mapping[str, Any], peran: str) -> str:
    """Office of a party with Pj., Plt. or Plh.; empty when the paper names none."""
    for x in p.get("pihak") or ():
        if x.get("peran") == peran:
            return SEBAGAI.get(str(x.get("sebagai") or ""), "") + str(x["jabatan"])
    return ""


def _satu(c: Cuplik, p: Mapping[str, Any]) -> list[Blok]:
    return [Judul(1, judul_pk(c, p), label=LABEL_LAMPIRAN.format(p["nomor"])), *naskah_pk(c, p)]


def naskah_pk(c: Cuplik, p: Mapping[str, Any]) -> list[Blok]:
    """One version as a form to be signed: words and signatures, then the tables on a page of their own."""
    instansi = c.isi["meta"]["instansi"]
    judul = judul_pk(c, p)
    return [
        Kop((str(instansi["nama"]),)),
        JudulNaskah((NAMA_TAHAP.get(str(p["tahap"]), "Perjanjian Kinerja").upper(), f"TAHUN {c.tahun}")),
        *_naskah(p),
        _tanda_tangan(c, p),
        GantiHalaman(),
        _tabel_sasaran(p, judul),
        *_tabel_anggaran(c, p, judul),
        _tanda_tangan(c, p),
    ]


def _naskah(p: Mapping[str, Any]) -> list[Blok]:
    """The words of the agreement, in our own wording of what the regulation asks for."""
    pertama, kedua = jabatan(p, "pertama"), jabatan(p, "kedua")
    blok: list[Blok] = [
        Paragraf(
            isi(
                "Untuk mewujudkan manajemen pemerintahan yang efektif, transparan, akuntabel, dan "
                "berorientasi pada hasil, kami "
                "yang bertanda tangan di bawah ini:"
            )
        ),
        Isian((("Nama", None), ("Jabatan", pertama or None))),
        Paragraf(isi("selanjutnya disebut pihak pertama;")),
    ]
    if kedua:
        blok += [
            Isian((("Nama", None), ("Jabatan", kedua))),
            Paragraf(isi("sebagai atasan pihak pertama, selanjutnya disebut pihak kedua.")),
        ]
    blok.append(
        Paragraf(
            isi(
                "Pihak pertama berjanji mencapai target kinerja pada lampiran perjanjian ini sebagai "
                "bagian dari target jangka "
                "menengah dalam dokumen perencanaan. Berhasil atau tidaknya pencapaian target itu "
                "menjadi tanggung jawab pihak pertama."
            )
        )
    )
    if kedua:
        blok.append(
            Paragraf(
                isi(
                    "Pihak kedua membimbing dan mengawasi pelaksanaannya, menilai capaian kinerja "
                    "terhadap perjanjian ini, dan "
                    "menindaklanjuti hasil penilaian itu dengan penghargaan atau sanksi."
                )
            )
        )
    return blok


def _tanda_tangan(c: Cuplik, p: Mapping[str, Any]) -> TandaTangan:
    tempat = str(c.isi["meta"]["instansi"].get("tempat") or "")
    waktu = tanggal_teliti(str(p["tanggal"]), str(p.get("teliti") or "hari"))
    kedua = jabatan(p, "kedua")
    return TandaTangan(
        tempat_waktu=f"{tempat}, {waktu}" if tempat else waktu,
        kiri=Penandatangan("Pihak Kedua", kedua) if kedua else None,
        kanan=Penandatangan("Pihak Pertama", jabatan(p, "pertama")),
    )


def _tabel_sasaran(p: Mapping[str, Any], judul: str) -> Tabel:
    """Sasaran, indicator, unit, target; the sasaran is printed once for its indicators."""
    isi_baris: list[Baris] = []
    kini, n = None, 0
    for b in p["baris"]:
        kunci = b.get("sasaran_kode") or b["sasaran"]
        baru = kunci != kini
        if baru:
            kini, n = kunci, n + 1
        isi_baris.append(
            baris(
                str(n) if baru else "",
                str(b["sasaran"]) if baru else "",
                str(b["indikator"]),
                str(b.get("satuan") or ""),
                str(b.get("target_teks") or "–"),
            )
        )
    return Tabel(
        judul=f"Sasaran, indikator, dan target {judul}",
        kolom=(
            Kolom("8mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            Kolom("1fr", penggal=True),
            Kolom("22mm", Rata.TENGAH, penggal=True),
            Kolom("22mm", Rata.DESIMAL),
        ),
        kepala=(kepala("No", "Sasaran", "Indikator kinerja", "Satuan", "Target"),),
        baris=tuple(isi_baris),
        nomor_kolom=True,
    )


def _tabel_anggaran(c: Cuplik, p: Mapping[str, Any], judul: str) -> list[Blok]:
    anggaran = list(p.get("anggaran") or ())
    if not anggaran:
        return []
    berkode = any(a.get("kode") for a in anggaran)
    isi_baris = [
        baris(
            str(a.get("kode") or "") if berkode else str(n),
            str(a["uraian"]),
            sel(c.potong(a["nilai"])),
        )
        for n, a in enumerate(anggaran, start=1)
    ]
    total = p.get("jumlah")
    if c.ada(total):
        isi_baris.append(
            baris(sel("Jumlah", kolom=2, rata=Rata.KANAN), sel(c.potong(total)), jenis=JenisBaris.JUMLAH)
        )
    blok: list[Blok] = [
        Tabel(
            judul=f"Anggaran {judul} (rupiah)",
            kolom=(Kolom("20mm" if berkode else "10mm"), Kolom("1fr"), Kolom("38mm", Rata.KANAN)),
            kepala=(
                kepala("Kode" if berkode else "No", "Program" if berkode else "Uraian", "Anggaran (Rp)"),
            ),
            baris=tuple(isi_baris),
        )
    ]
    n = c.nilai(total)
    if n is not None:
        blok.append(Catatan(isi(f"Terbilang: {terbilang(n, rupiah=True)}.")))
    return blok
