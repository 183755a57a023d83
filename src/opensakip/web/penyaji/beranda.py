"""The home of an agency: the cycle with its facts, four counts that open their lists, indicators by unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opensakip.hitung.tampilan import tampil_rupiah_ringkas
from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.pk import judul as judul_pk

#: One square per indicator stays readable up to so many.
_KOTAK_TERBANYAK = 60


@dataclass(frozen=True, slots=True)
class Hal:
    """One fact of a stage: what, in a line, when, and its state as (look, icon, word)."""

    nama: str
    ket: str
    tanggal: str
    tanda: tuple[str, str, str]
    tautan: str = ""


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A count with its denominator in words; the whole cell opens the list."""

    besar: str
    dari: str
    ket: str
    tautan: str


@dataclass(frozen=True, slots=True)
class Kotak:
    """One indicator as a square: o = value of the year, b = carried, k = not assessable, m = below target,
    mb = below target with a carried value."""

    nomor: int
    jenis: str
    kata: str
    tautan: str


#: Kinds of plan documents that have a page of their own.
_LAMAN = {"renstra": "renstra/", "pohon": "pohon/"}
_BERLAKU = ("baik", "ok")
_BELUM = ("", "ring")


def _dokumen(b: Bacaan) -> list[Hal]:
    """Plan documents, each with its newest version; the trees of performance and of amounts last."""
    menurut: dict[str, list[Mapping[str, Any]]] = {}
    for d in b.bagian("dokumen"):
        menurut.setdefault(str(d["kode"]), []).append(d)
    anggaran = b.bagian("anggaran", {})
    hasil = []
    for kode, versi in menurut.items():
        akhir = versi[-1]
        ket = (
            _("%(banyak)s versi, terakhir %(tahap)s") % {"banyak": len(versi), "tahap": akhir["tahap"]}
            if len(versi) > 1
            else _("versi %(tahap)s") % {"tahap": akhir["tahap"]}
        )
        laman = _LAMAN.get(str(akhir["jenis"]), "anggaran/" if kode == anggaran.get("dokumen") else "")
        tautan = f"{b.alamat}{laman}" if laman else ""
        tanggal = rupa.tanggal(akhir["berlaku_mulai"])
        hasil.append(Hal(str(akhir["judul"]), ket, tanggal, (*_BERLAKU, _("Berlaku")), tautan))
    if b.bagian("indikator") and "pohon" not in {str(d["jenis"]) for d in b.bagian("dokumen")}:
        ket = _("siapa menyumbang kepada siapa")
        tanda = (*_BERLAKU, _("Tersusun"))
        hasil.append(Hal(_("Pohon kinerja"), ket, str(b.tahun), tanda, f"{b.alamat}pohon/"))
    if anggaran.get("pohon"):
        ket = ngettext("%(num)s baris", "%(num)s baris", len(anggaran["pohon"])) % {
            "num": len(anggaran["pohon"])
        }
        pagu = b.nilai(anggaran.get("pagu"))
        if pagu is not None and str(anggaran.get("satuan") or "Rp") == "Rp":
            ket = _("%(baris)s, pagu %(pagu)s") % {"baris": ket, "pagu": tampil_rupiah_ringkas(pagu)}
        tahun = str(b.tahun)
        tanda = (*_BERLAKU, _("Tersusun"))
        hasil.append(Hal(_("Pohon anggaran"), ket, tahun, tanda, f"{b.alamat}anggaran/"))
    return hasil


def _perjanjian(b: Bacaan) -> list[Hal]:
    versi = b.bagian("pk")
    hasil = []
    for n, v in enumerate(reversed(versi)):
        banyak = ngettext("%(num)s indikator", "%(num)s indikator", len(v["baris"])) % {
            "num": len(v["baris"])
        }
        ket = banyak if v["baris"] else _("isinya tidak dilampirkan pada sumber")
        uang = b.nilai(v.get("jumlah"))
        if uang is not None:
            ket = _("%(ket)s, anggaran %(uang)s") % {"ket": ket, "uang": tampil_rupiah_ringkas(uang)}
        tanda = (*_BERLAKU, _("Berlaku")) if n == 0 else (*_BELUM, _("Digantikan"))
        nama = _("Perjanjian kinerja, %(judul)s") % {"judul": judul_pk(v, versi).lower()}
        tautan = f"{b.alamat}pk/" if n == 0 else f"{b.alamat}pk/?baru={v['nomor']}"
        hasil.append(Hal(nama, ket, rupa.tanggal(v["tanggal"], v["teliti"]), tanda, tautan))
    return hasil


def _pengukuran(b: Bacaan) -> list[Hal]:
    ringkas = b.bagian("ringkas", {})
    semua = int(ringkas.get("jumlah_indikator") or 0)
    if not semua:
        return []
    bagian = [
        _("%(n)s melampaui target") % {"n": ringkas["melampaui"]},
        _("%(n)s sesuai") % {"n": ringkas["tercapai"]},
        _("%(n)s di bawah") % {"n": ringkas["di_bawah"]},
    ]
    belum = int(ringkas["belum"])
    tanda = ("info", "setengah", _("Sebagian")) if belum else (*_BERLAKU, _("Dinilai"))
    hasil = [
        Hal(
            ngettext("Capaian %(num)s indikator", "Capaian %(num)s indikator", semua) % {"num": semua},
            ", ".join(bagian) + ".",
            str(b.tahun),
            tanda,
            f"{b.alamat}capaian/",
        )
    ]
    if belum:
        nama = ngettext(
            "%(num)s indikator belum dapat dinilai", "%(num)s indikator belum dapat dinilai", belum
        )
        ket = _("Nilainya belum ada; belum ada bukan nol.")
        alamat = f"{b.alamat}capaian/?status=belum"
        hasil.append(Hal(nama % {"num": belum}, ket, "", (*_BELUM, _("Belum ada")), alamat))
    return hasil


def _laporan(b: Bacaan) -> list[Hal]:
    alamat = f"{b.alamat}laporan/" if b.utuh else f"{b.alamat}catatan/"
    beku = Hal(
        _("Angka beku nomor %(nomor)s") % {"nomor": b.meta["nomor"]},
        _("Dibekukan oleh %(oleh)s. Kode periksa %(kode)s.")
        % {"oleh": b.meta["oleh"] or "–", "kode": rupa.kode_periksa(b.sidik)},
        rupa.hari_waktu(b.meta["per"], b.zona),
        (*_BERLAKU, _("Beku")),
        alamat,
    )
    if not (b.utuh and b.bagian("indikator")):
        return [beku]
    naskah = Hal(
        _("Laporan kinerja %(tahun)s") % {"tahun": b.tahun},
        _("PDF, DOCX, dan HTML dari angka beku ini."),
        str(b.tahun),
        ("info", "berkas", _("Dapat diunduh")),
        f"{b.alamat}laporan/",
    )
    return [beku, naskah]


def hal(b: Bacaan) -> dict[str, list[Hal]]:
    """Facts of the stages that are told from the snapshot: key of the stage -> its lines."""
    return {
        "rencana": _dokumen(b),
        "perjanjian": _perjanjian(b),
        "pengukuran": _pengukuran(b),
        "laporan": _laporan(b),
    }


def hitungan(b: Bacaan) -> list[Hitungan]:
    """At most four counts; without indicators those of the plan."""
    banyak_catatan = sum(bool(c["tercetak"] and c["seharusnya"]) for c in b.bagian("catatan"))
    catatan = Hitungan(
        str(banyak_catatan), "", _("angka tercetak yang berbeda dari hitungan"), f"{b.alamat}catatan/"
    )
    ringkas = b.bagian("ringkas", {})
    semua = int(ringkas.get("jumlah_indikator") or 0)
    dari = _("dari %(semua)s") % {"semua": semua}
    daftar = f"{b.alamat}capaian/"
    if semua:
        hasil = [
            Hitungan(str(semua - int(ringkas["belum"])), dari, _("indikator sudah dapat dinilai"), daftar),
            Hitungan(
                str(ringkas["di_bawah"]), dari, _("indikator di bawah target"), f"{daftar}?status=bawah"
            ),
            Hitungan(
                str(ringkas["dibawa"]), dari, _("nilai dibawa dari tahun lain"), f"{daftar}?status=dibawa"
            ),
        ]
        return [*hasil, catatan] if b.utuh else hasil
    anggaran = b.bagian("anggaran", {})
    pohon = f"{b.alamat}anggaran/"
    hasil = [Hitungan(str(len(anggaran.get("pohon", ()))), "", _("baris rencana dan anggaran"), pohon)]
    if anggaran.get("program"):
        hasil.append(Hitungan(str(len(anggaran["program"])), "", _("program"), pohon))
    if anggaran.get("kolom"):
        hasil.append(Hitungan(str(len(anggaran["kolom"])), "", _("kolom pagu"), pohon))
    return [*hasil, catatan] if b.utuh else hasil


def _jenis(i: Mapping[str, Any]) -> tuple[str, str]:
    if i["terhadap"] == "belum":
        return "k", _("belum dapat dinilai")
    if i["terhadap"] == "bawah" and i["status_nilai"] == "dibawa":
        return "mb", _("di bawah target dengan nilai %(tahun)s") % {"tahun": i["tahun_nilai"]}
    if i["terhadap"] == "bawah":
        return "m", _("di bawah target")
    if i["status_nilai"] == "dibawa":
        return "b", _("nilai %(tahun)s") % {"tahun": i["tahun_nilai"]}
    return "o", _("memenuhi target")


def kotak_unit(b: Bacaan) -> list[tuple[str, list[Kotak]]]:
    """Indicators as squares, grouped by the unit that answers for them; empty when there are too many."""
    semua = b.bagian("indikator")
    if len(semua) > _KOTAK_TERBANYAK:
        return []
    menurut: dict[str, list[Kotak]] = {}
    for nomor, i in enumerate(semua, start=1):
        jenis, kata = _jenis(i)
        kotak = Kotak(nomor, jenis, f"{i['nama']}, {kata}", b.ke_indikator(i["kode"]))
        menurut.setdefault(str(i["unit_nama"]), []).append(kotak)
    return sorted(menurut.items(), key=lambda p: -len(p[1]))


def legenda(kotak: Sequence[tuple[str, Sequence[Kotak]]]) -> list[tuple[str, str, int]]:
    """Kinds of squares that occur: (kind, words, count)."""
    kata = (
        ("o", _("Memenuhi target")),
        ("m", _("Di bawah target")),
        ("mb", _("Di bawah target, nilai tahun lain")),
        ("b", _("Nilai tahun lain")),
        ("k", _("Belum dapat dinilai")),
    )
    semua = [k.jenis for _unit, daftar in kotak for k in daftar]
    return [(jenis, teks, semua.count(jenis)) for jenis, teks in kata if jenis in semua]
