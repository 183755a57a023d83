"""The pohon kinerja as nodes: from the cascade where there is one, else from the rows of the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from opensakip.web import rupa
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.renstra import JANGKA_MENENGAH
from opensakip.web.penyaji.saringan import lipat
from opensakip.web.penyaji.sel import SEL_KOSONG, Sel, sel_angka

_TERCAPAI = ("melampaui", "tercapai")
#: Level of the plan under a sasaran that the tree shows; what stands below belongs to the budget page.
_PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class IndikatorSimpul:
    """An indicator of a node with its cells (target, realisasi, capaian) and the address of its page.

    Where it is only a name, address, code and ``terhadap`` are empty.
    """

    nama: str
    kode: str = ""
    alamat: str = ""
    sel: tuple[Sel, Sel, Sel] = (SEL_KOSONG, SEL_KOSONG, SEL_KOSONG)
    terhadap: str = ""


@dataclass(frozen=True, slots=True)
class Kaitan:
    """Why a node serves another one. ``utama`` edges make the tree, the others cross it."""

    ke: str
    ke_nama: str
    jenis: str
    alasan: str
    utama: bool


@dataclass(slots=True)
class Simpul:
    """A node. ``lepas``: it should hang under another one and does not; ``celah`` says what it lacks."""

    id: str
    kode: str
    nama: str
    tingkat: str
    unit: str
    unit_nama: str
    indikator: list[IndikatorSimpul] = field(default_factory=list)
    kaitan: list[Kaitan] = field(default_factory=list)
    anak: list[Simpul] = field(default_factory=list)
    lepas: str = ""
    pagu: Sel | None = None
    cari: str = ""

    @property
    def jangkar(self) -> str:
        """Id of the element."""
        return rupa.jangkar("simpul", self.id)

    @property
    def dinilai(self) -> int:
        """Indicators that can be assessed."""
        return sum(i.terhadap in (*_TERCAPAI, "bawah") for i in self.indikator)

    @property
    def tercapai(self) -> int:
        """Indicators at or above their target."""
        return sum(i.terhadap in _TERCAPAI for i in self.indikator)

    @property
    def celah(self) -> list[str]:
        """What is missing at this node, in words; budget rows carry no indicators of performance here."""
        kurang = []
        if not self.indikator and self.pagu is None:
            kurang.append(_("tanpa indikator"))
        if not self.unit_nama:
            kurang.append(_("tanpa penanggung jawab"))
        return kurang

    @property
    def perlu_perhatian(self) -> bool:
        """True when it is loose, lacks something, or an indicator is below its target."""
        return bool(self.lepas or self.celah or self.tercapai < self.dinilai)


@dataclass(frozen=True, slots=True)
class PohonKinerja:
    """Roots in printed order, loose nodes apart. ``sumber`` is the title of the document it rests on."""

    akar: list[Simpul]
    lepas: list[Simpul]
    sumber: str
    dari_kaskade: bool

    def semua(self) -> list[tuple[Simpul, int, Simpul | None]]:
        """All nodes with their depth and parent, loose ones last."""
        hasil: list[tuple[Simpul, int, Simpul | None]] = []

        def turun(s: Simpul, dalam: int, induk: Simpul | None) -> None:
            hasil.append((s, dalam, induk))
            for a in s.anak:
                turun(a, dalam + 1, s)

        for s in (*self.akar, *self.lepas):
            turun(s, 0, None)
        return hasil


def kata_jenis(jenis: str) -> str:
    """Kind of an edge in words."""
    return {
        "sebab_akibat": _("sebab-akibat"),
        "komponen_rumus": _("komponen rumus"),
        "kontribusi": _("kontribusi"),
        "indikator_sama": _("indikator yang sama"),
        "acuan": _("acuan"),
        "crosscutting": _("lintas unit"),
    }.get(jenis, jenis)


def pohon_kinerja(b: Bacaan) -> PohonKinerja | None:
    """Build the tree; None when neither a cascade nor a plan with results was loaded."""
    kaskade = b.bagian("kaskade", {})
    if kaskade.get("simpul"):
        return _dari_kaskade(b, kaskade)
    rencana = [d for d in b.bagian("rencana") if any(r["kelompok"] == "hasil" for r in d["baris"])]
    if not rencana:
        return None
    rencana.sort(key=lambda d: (d["jenis"] not in JANGKA_MENENGAH, d["dokumen"]))
    return _dari_rencana(b, rencana[0])


def _judul_dokumen(b: Bacaan, kode: str) -> str:
    return next((str(d["judul"]) for d in b.bagian("dokumen") if d["kode"] == kode), "")


def _dari_kaskade(b: Bacaan, kaskade: Mapping[str, Any]) -> PohonKinerja:
    indikator = _PerIndikator(b)
    simpul = {
        s["id"]: Simpul(
            id=s["id"],
            kode=s["kode"],
            nama=s["teks"],
            tingkat=s["tingkat"],
            unit=s.get("unit", ""),
            unit_nama=s["unit_nama"],
            indikator=indikator.milik(s["kode"], s["indikator"]),
        )
        for s in kaskade["simpul"]
    }
    induk = {e["dari"]: e["ke"] for e in kaskade["sisi"] if e.get("utama", True)}
    for e in kaskade["sisi"]:
        dari, ke = simpul[e["dari"]], simpul[e["ke"]]
        utama = e.get("utama", True)
        dari.kaitan.append(
            Kaitan(ke.jangkar, ke.kode or ke.nama, kata_jenis(e["jenis"]), e.get("alasan", ""), utama)
        )
        if utama:
            ke.anak.append(dari)
    berinduk = {simpul[i].tingkat for i in induk}
    akar: list[Simpul] = []
    lepas: list[Simpul] = []
    for s in simpul.values():
        if s.id not in induk:
            if s.tingkat in berinduk:
                s.lepas = _("tidak tersambung ke atas, sedangkan yang setingkat tersambung")
            (lepas if s.lepas else akar).append(s)
    lepas += _sasaran_di_luar(b, {s.kode for s in simpul.values()}, indikator)
    return _siap(PohonKinerja(akar, lepas, _judul_dokumen(b, kaskade.get("dokumen", "")), True))


def _sasaran_di_luar(b: Bacaan, kode: set[str], indikator: _PerIndikator) -> list[Simpul]:
    """Measured sasaran that the cascade does not hold."""
    return [
        Simpul(
            id=f"sasaran-{s['kode']}",
            kode=s["kode"],
            nama=s["teks"],
            tingkat=_("Sasaran perjanjian kinerja"),
            unit=s["unit"],
            unit_nama=s["unit_nama"],
            indikator=indikator.milik(s["kode"], []),
            lepas=_("diperjanjikan, tetapi tidak ada dalam pohon kinerja"),
        )
        for s in b.bagian("sasaran")
        if s["kode"] not in kode
    ]


def _dari_rencana(b: Bacaan, d: Mapping[str, Any]) -> PohonKinerja:
    indikator = _PerIndikator(b)
    program = _program(b)
    simpul: dict[str, Simpul] = {}
    akar: list[Simpul] = []
    lepas: list[Simpul] = []
    hasil = [r for r in d["baris"] if r["kelompok"] == "hasil"]
    for r in hasil:
        s = Simpul(
            id=r["id"],
            kode=r["kode"],
            nama=r["teks"],
            tingkat=r["tingkat_nama"],
            unit=r["unit"],
            unit_nama=r["unit_nama"],
            indikator=[indikator.rencana(i) for i in r["indikator"]],
            anak=list(program.get((r["tingkat"], r["kode"]), ())) if r["kode"] else [],
            lepas=(
                _("belum dihubungkan dengan tingkat di atasnya")
                if r["tanpa_induk"] and r["tingkat"] != hasil[0]["tingkat"]
                else ""
            ),
        )
        simpul[s.id] = s
        if (
            r["induk"] in simpul
        ):  # the tree begins with the first level of results; what it serves is direction
            simpul[r["induk"]].anak.append(s)
        else:
            (lepas if s.lepas else akar).append(s)
    return _siap(PohonKinerja(akar, lepas, d["judul"], False))


def _program(b: Bacaan) -> dict[tuple[str, str], list[Simpul]]:
    """Programmes of the budget tree by level and code of the row they stand under."""
    pohon = b.bagian("anggaran", {}).get("pohon", ())
    baris = {s["id"]: s for s in pohon}
    kolom = [k["kunci"] for k in b.bagian("anggaran", {}).get("kolom", ())]
    hasil: dict[tuple[str, str], list[Simpul]] = defaultdict(list)
    for s in pohon:
        induk = baris.get(s["induk"])
        if s["tingkat"] == _PROGRAM and induk is not None and induk["kode"]:
            hasil[(induk["tingkat"], induk["kode"])].append(
                Simpul(
                    id=f"program-{s['id']}",
                    kode=s["kode"],
                    nama=s["nama"],
                    tingkat=s["tingkat_nama"],
                    unit=s["unit"],
                    unit_nama=s["unit_nama"],
                    indikator=[_indikator_program(i, kolom) for i in s["indikator"]],
                    pagu=sel_angka(b, next((s["pagu"][k] for k in reversed(kolom) if s["pagu"].get(k)), "")),
                )
            )
    return hasil


def _indikator_program(i: Mapping[str, Any], kolom: Sequence[str]) -> IndikatorSimpul:
    """An indicator of a programme with its newest printed target; nothing is measured at this level."""
    teks = next((i["target"][k] for k in reversed(kolom) if i["target"].get(k)), "")
    target = Sel(f"{teks} {i.get('satuan') or ''}".strip()) if teks else SEL_KOSONG
    return IndikatorSimpul(i["nama"], sel=(target, SEL_KOSONG, SEL_KOSONG))


def _siap(p: PohonKinerja) -> PohonKinerja:
    for s, _dalam, _induk in p.semua():
        s.cari = lipat(" ".join([s.kode, s.nama, s.unit_nama, s.tingkat, *(i.nama for i in s.indikator)]))
    return p


class _PerIndikator:
    """Finds the measured indicators that a node names, and those of the sasaran it stands for."""

    def __init__(self, b: Bacaan) -> None:
        self.b = b
        self.menurut_nama: dict[str, Mapping[str, Any]] = {}
        self.menurut_sasaran: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for i in b.bagian("indikator"):
            self.menurut_nama[lipat(i["nama"])] = i
            self.menurut_sasaran[i["sasaran_kode"]].append(i)

    def milik(self, kode: str, nama: Sequence[str]) -> list[IndikatorSimpul]:
        """Indicators printed at the node, then the others of its sasaran."""
        ketemu = [(n, self.menurut_nama.get(lipat(n))) for n in nama]
        sudah = {i["kode"] for _n, i in ketemu if i is not None}
        lain = [(i["nama"], i) for i in self.menurut_sasaran.get(kode, ()) if kode and i["kode"] not in sudah]
        return [self._isi(n, i) for n, i in [*ketemu, *lain]]

    def rencana(self, i: Mapping[str, Any]) -> IndikatorSimpul:
        """An indicator of a plan: as it is measured, else with the target that the plan has for the year."""
        terukur = self.menurut_nama.get(lipat(i["nama"]))
        if terukur is not None:
            return self._isi(i["nama"], terukur)
        tahun = self.b.tahun
        target = (t["angka"] for t in i["target"] if t["tahun"] == tahun and t["jenis"] == "target")
        sel = (sel_angka(self.b, next(target, None)), SEL_KOSONG, SEL_KOSONG)
        return IndikatorSimpul(i["nama"], alamat=self.b.ke_indikator(i["kode"]), sel=sel)

    def _isi(self, nama: str, i: Mapping[str, Any] | None) -> IndikatorSimpul:
        if i is None:
            return IndikatorSimpul(nama)
        b = self.b
        sel = (sel_angka(b, i["target"]), sel_angka(b, i["realisasi"]), sel_angka(b, i["capaian"]))
        return IndikatorSimpul(nama, i["kode"], b.ke_indikator(i["kode"]), sel, i["terhadap"])
