"""The page of one indicator: history, card, agreements, path of targets, in the words of a reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from opensakip.pelaporan.jurnal import Catatan
from opensakip.web import rupa
from opensakip.web.penyaji.asal import Bukti, bukti
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.jurnal import nama as nama_tindakan

Indikator = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TahunDeret:
    """One year of the history with what it rests on."""

    tahun: int
    angka: str
    teks: str
    sifat: str
    putus: bool
    keterangan: str
    bukti_isi: str
    bukti: list[Bukti]


@dataclass(frozen=True, slots=True)
class VersiKartu:
    """One version of the card; ``sampai`` empty while it is the newest."""

    nomor: int
    mulai: str
    sampai: str
    putus: bool
    alasan: str
    dasar: str
    kini: bool


@dataclass(frozen=True, slots=True)
class Janji:
    """One version of the agreement; ``angka`` and ``teks`` empty where the indicator is not in it."""

    nomor: int
    judul: str
    tanggal: str
    angka: str
    teks: str
    pihak: str
    dasar_ukur: bool
    dilampirkan: bool


@dataclass(frozen=True, slots=True)
class JalurTahun:
    """Targets of one year by plan version, oldest first."""

    tahun: int
    jenis: str
    isi: list[tuple[str, str]]


def kata_arah(arah: str) -> str:
    """Direction in words."""
    return {
        "naik": _("Makin tinggi makin baik"),
        "turun": _("Makin rendah makin baik"),
        "rentang": _("Berada di dalam rentang"),
        "ordinal": _("Makin tinggi tingkatnya makin baik"),
    }.get(arah, arah or "–")


def kata_rumus(rumus: str) -> str:
    """Formula of the capaian in words."""
    return {
        "maks": _("realisasi ÷ target × 100"),
        "min_2t": _("(2 × target − realisasi) ÷ target × 100"),
        "min_rasio": _("target ÷ realisasi × 100"),
        "min_reduksi": _("(target − realisasi) ÷ target × 100"),
        "rentang": _("100 di dalam rentang, di luarnya menurut jaraknya ke batas"),
        "ordinal": _("tingkat realisasi terhadap tingkat target"),
    }.get(rumus, rumus)


def _kata_nilai(jenis: str) -> str:
    return {
        "angka": _("Angka"),
        "persen": _("Persen"),
        "skala": _("Angka berskala"),
        "rentang": _("Rentang"),
        "ordinal": _("Peringkat"),
        "level": _("Tingkat"),
        "teks": _("Teks"),
    }.get(jenis, jenis)


def _kata_gabung(cara: str) -> str:
    return {
        "akhir": _("nilai terakhir"),
        "jumlah": _("jumlah semua periode"),
        "rata_rata": _("rata-rata semua periode"),
        "maks": _("nilai tertinggi"),
        "min": _("nilai terendah"),
        "pembilang_penyebut": _("jumlah pembilang dibagi jumlah penyebut"),
    }.get(cara, cara.replace("_", " "))


def kartu(ind: Indikator) -> list[tuple[str, str]]:
    """Lines of the card in force: (name, text); what the card leaves empty says so."""
    k = ind["kartu"]
    kosong = _("belum diisi pada kartu")
    arah = kata_arah(ind["arah"])
    if k.get("asumsi"):
        arah += " " + _("(diandaikan, tidak tercetak pada sumber)")
    baris = [
        (_("Definisi"), k.get("definisi") or kosong),
        (_("Satuan"), ind["satuan"] or "–"),
        (_("Arah"), arah),
        (_("Jenis nilai"), _kata_nilai(str(k.get("jenis_nilai", "angka")))),
        (_("Cara menghitung"), k.get("rumus_teks") or kosong),
        (_("Rumus capaian"), kata_rumus(ind["rumus"])),
        (_("Nilai setahun"), _kata_gabung(str(k.get("konsolidasi", "akhir")))),
        (_("Sumber data"), k.get("sumber_data") or kosong),
        (_("Penanggung jawab"), ind["unit_nama"] or kosong),
    ]
    if k.get("batas_atas"):
        baris.append((_("Batas atas capaian"), f"{k['batas_atas']}%".replace(".", ",")))
    if k.get("dasar"):
        baris.append((_("Dasar"), k["dasar"]))
    return baris


def versi_kartu(ind: Indikator) -> list[VersiKartu]:
    """Versions of the card, newest first; an older snapshot knows only the one in force."""
    semua: Sequence[Mapping[str, Any]] = ind.get("kartu_versi") or [ind["kartu"]]
    hasil = []
    for n, k in enumerate(semua):
        lanjut = semua[n + 1] if n + 1 < len(semua) else None
        hasil.append(
            VersiKartu(
                nomor=k["versi"],
                mulai=k.get("berlaku_mulai", ""),
                sampai=_sehari_sebelum(lanjut["berlaku_mulai"]) if lanjut else "",
                putus=bool(k.get("putus_deret")),
                alasan=k.get("alasan", ""),
                dasar=k.get("dasar", ""),
                kini=lanjut is None,
            )
        )
    return hasil[::-1]


def _sehari_sebelum(hari: str) -> str:
    """Last day of a card whose successor begins on ``hari``."""
    return (date.fromisoformat(hari) - timedelta(days=1)).isoformat()


def _sifat(s: Mapping[str, Any], ind: Indikator, tahun: int) -> str:
    if s["status"] == "dibawa":
        dari = ind["tahun_nilai"] if s["tahun"] == tahun else None
        return _("nilai %(tahun)s") % {"tahun": dari} if dari else _("nilai tahun lain")
    return {
        "final": _("final"),
        "sementara": _("sementara"),
        "belum_ada": _("belum ada"),
        "tidak_berlaku": _("tidak berlaku"),
    }.get(s["status"], s["status"])


def riwayat(b: Bacaan, ind: Indikator) -> list[TahunDeret]:
    """Years of the series with their evidence, oldest first."""
    hasil = []
    for s in ind["seri"]:
        a = b.angka(s["angka"])
        hasil.append(
            TahunDeret(
                tahun=s["tahun"],
                angka=s["angka"] if b.ada(s["angka"]) else "",
                teks=a["tampil"] if b.ada(s["angka"]) else s["teks"] or "–",
                sifat=_sifat(s, ind, b.tahun),
                putus=bool(s["putus"]),
                keterangan=s.get("keterangan") or "",
                bukti_isi=(a.get("diisi") or {}).get("bukti", ""),
                bukti=bukti(a.get("asal", ())),
            )
        )
    return hasil


def kalimat_bagan(b: Bacaan, ind: Indikator) -> str:
    """The chart as a sentence: every year with its value, the breaks, the target."""
    bagian = []
    for s in ind["seri"]:
        teks = _("%(nilai)s pada %(tahun)s") % {
            "nilai": b.angka(s["angka"])["tampil"] if b.ada(s["angka"]) else s["teks"] or "–",
            "tahun": s["tahun"],
        }
        bagian.append((_("dengan cara ukur baru") + " " + teks) if s["putus"] else teks)
    target = _("target %(tahun)s: %(nilai)s") % {
        "tahun": b.tahun,
        "nilai": b.angka(ind["target"])["tampil"],
    }
    return "; ".join([*bagian, target]) + "."


def janji(b: Bacaan, ind: Indikator) -> list[Janji]:
    """Every version of the agreement, newest first, with the target it sets for this indicator."""
    hasil = []
    for v in b.bagian("pk"):
        baris = next((r for r in v["baris"] if r["indikator_kode"] == ind["kode"]), None)
        hasil.append(
            Janji(
                nomor=v["nomor"],
                judul=_("PK %(tahap)s") % {"tahap": v["tahap"]},
                tanggal=rupa.tanggal(v["tanggal"], v["teliti"]),
                angka=baris["target"] if baris and b.ada(baris["target"]) else "",
                teks=baris["target_teks"] if baris else "",
                pihak=" – ".join(p["jabatan"] for p in v["pihak"]),
                dasar_ukur=bool(v["dasar_ukur"]),
                dilampirkan=bool(v.get("dilampirkan", True)),
            )
        )
    return hasil[::-1]


def jalur(b: Bacaan, ind: Indikator) -> list[JalurTahun]:
    """Targets over the years as each plan version prints them; several versions stand side by side."""
    sebutan = {"akhir": _("target akhir"), "garis_dasar": _("nilai awal")}
    menurut: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for t in ind.get("jalur_target") or ():
        nama = _("%(judul)s, versi %(versi)s (%(tahap)s)") % t
        kunci = (t["tahun"], sebutan.get(t["jenis"], ""))
        menurut.setdefault(kunci, []).append((nama, t["angka"]))
    return [JalurTahun(tahun, jenis, isi) for (tahun, jenis), isi in menurut.items()]


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One entry of the journal in words."""

    judul: str
    rinci: str
    pelaku: str
    waktu: datetime
    alasan: str


def jurnal(semua: Sequence[Catatan]) -> list[Peristiwa]:
    """Journal entries as a reader understands them."""
    return [
        Peristiwa(
            nama_tindakan(c.tindakan),
            "; ".join(t for t in (c.objek, ", ".join(c.rinci)) if t),
            c.pelaku,
            c.waktu,
            c.alasan,
        )
        for c in semua
    ]
