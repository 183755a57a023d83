"""Planning documents: direction, rows with indicators and targets over the years, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.sel import Sel, sel_angka

#: Kinds of document that look over several years, in the order they are shown; others follow folded.
JANGKA_MENENGAH = ("renstra", "rpjmd", "rpjmn", "iku")
_URUT_TARGET = {"garis_dasar": 0, "target": 1, "akhir": 2}


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """An indicator under its row, with one cell per column of the document and the address of its page."""

    alamat: str
    nama: str
    satuan: str
    sel: list[Sel]
    berkartu: bool


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """A row of a plan with its depth."""

    jangkar: str
    kode: str
    nama: str
    tingkat_nama: str
    dalam: int
    unit_nama: str
    catatan: str
    indikator: list[BarisIndikator]


@dataclass(frozen=True, slots=True)
class DokumenRencana:
    """A document: versions newest first, columns of its targets, rows in printed order.

    ``menengah``: it plans over several years; ``utama``: it stands open on the page.
    """

    kode: str
    judul: str
    masa: str
    menengah: bool
    utama: bool
    versi: list[Mapping[str, Any]]
    kolom: list[str]
    baris: list[BarisRencana]

    @property
    def banyak_indikator(self) -> int:
        """Indicators over all rows."""
        return sum(len(r.indikator) for r in self.baris)


@dataclass(frozen=True, slots=True)
class Celah:
    """One kind of gap: what is missing, how to mend it, and where (name, anchor on the page)."""

    judul: str
    mend: str
    isi: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Arah:
    """Vision and missions as the plan in force words them."""

    visi: str
    misi: list[tuple[str, str]]
    tujuan: list[Mapping[str, Any]]


def arah(b: Bacaan) -> Arah:
    """Direction of the agency; empty parts where no plan says it."""
    a = b.bagian("arah", {})
    misi = [(str(m["kode"]), str(m["teks"])) for m in a.get("misi", ())]
    return Arah(str(a.get("visi") or ""), misi, list(a.get("tujuan", ())))


def dokumen(b: Bacaan) -> list[DokumenRencana]:
    """Documents with rows of results; those over several years first, each with the rows it prints."""
    semua = [d for d in b.bagian("rencana") if any(r["kelompok"] == "hasil" for r in d["baris"])]
    semua.sort(key=lambda d: (_peringkat(d["jenis"]), d["dokumen"]))
    return [_dokumen(b, d, n == 0) for n, d in enumerate(semua)]


def _peringkat(jenis: str) -> int:
    return JANGKA_MENENGAH.index(jenis) if jenis in JANGKA_MENENGAH else len(JANGKA_MENENGAH)


def tanpa_hasil(b: Bacaan) -> list[Mapping[str, Any]]:
    """Documents of several years that were loaded with vision and mission only."""
    return [
        d
        for d in b.bagian("rencana")
        if d["jenis"] in JANGKA_MENENGAH and not any(r["kelompok"] == "hasil" for r in d["baris"])
    ]


def _dokumen(b: Bacaan, d: Mapping[str, Any], pertama: bool) -> DokumenRencana:
    hasil = [r for r in d["baris"] if r["kelompok"] == "hasil"]
    kolom = sorted(
        {(t["tahun"], t["jenis"]) for r in hasil for i in r["indikator"] for t in i["target"]},
        key=lambda k: (k[0], _URUT_TARGET[k[1]]),
    )
    dalam: dict[str, int] = {}
    baris = []
    for r in hasil:
        dalam[r["id"]] = dalam.get(r["induk"], -1) + 1
        baris.append(
            BarisRencana(
                jangkar=rupa.jangkar(f"ren-{d['dokumen']}", r["id"]),
                kode=r["kode"],
                nama=r["teks"],
                tingkat_nama=r["tingkat_nama"],
                dalam=dalam[r["id"]],
                unit_nama=r["unit_nama"],
                catatan=r["catatan"],
                indikator=[_indikator(b, i, kolom) for i in r["indikator"]],
            )
        )
    return DokumenRencana(
        kode=d["dokumen"],
        judul=d["judul"],
        masa=f"{d['tahun_awal']}–{d['tahun_akhir']}" if d["tahun_awal"] != d["tahun_akhir"] else "",
        menengah=d["jenis"] in JANGKA_MENENGAH,
        utama=pertama or d["jenis"] in JANGKA_MENENGAH,
        versi=list(d["versi"])[::-1],
        kolom=[_judul_kolom(*k) for k in kolom],
        baris=baris,
    )


def _judul_kolom(tahun: int, jenis: str) -> str:
    if jenis == "akhir":
        return _("Akhir %(tahun)s") % {"tahun": tahun}
    return _("Awal %(tahun)s") % {"tahun": tahun} if jenis == "garis_dasar" else str(tahun)


def _indikator(b: Bacaan, i: Mapping[str, Any], kolom: Sequence[tuple[int, str]]) -> BarisIndikator:
    menurut = {(t["tahun"], t["jenis"]): t["angka"] for t in i["target"]}
    sel = [sel_angka(b, menurut.get(k)) for k in kolom]
    return BarisIndikator(b.ke_indikator(i["kode"]), i["nama"], i["satuan"], sel, i["berkartu"])


def celah(b: Bacaan, semua: Sequence[DokumenRencana]) -> list[Celah]:
    """Gaps of the documents that are shown open: one entry per kind that really occurs."""
    asli = {d["dokumen"]: d for d in b.bagian("rencana")}
    kurang: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for d in (x for x in semua if x.utama):
        hasil = [r for r in asli[d.kode]["baris"] if r["kelompok"] == "hasil"]
        for r, isi in zip(d.baris, hasil, strict=True):
            for ada, kunci in (
                (isi["tanpa_induk"], "induk"),
                (not r.indikator, "indikator"),
                (not isi["unit"], "unit"),
            ):
                if ada:
                    kurang[kunci].append((f"{r.kode} {r.nama}".strip(), r.jangkar))
            kurang["target"] += [(i.nama, r.jangkar) for i in r.indikator if not any(c.alamat for c in i.sel)]
            kurang["kartu"] += [(i.nama, r.jangkar) for i in r.indikator if not i.berkartu]
    jenis = (
        (_("Tanpa induk"), _("Hubungkan dengan tingkat di atasnya: kolom induk pada butir.csv."), "induk"),
        (_("Tanpa indikator"), _("Tambahkan indikatornya pada butir_indikator.csv."), "indikator"),
        (_("Indikator tanpa target"), _("Isi targetnya per tahun pada target.csv."), "target"),
        (
            _("Indikator tanpa kartu"),
            _("Lengkapi definisi dan arahnya pada indikator.csv."),
            "kartu",
        ),
        (_("Tanpa penanggung jawab"), _("Isi kolom unit pada butir.csv."), "unit"),
    )
    return [Celah(judul, mend, kurang[kunci]) for judul, mend, kunci in jenis if kurang[kunci]]
