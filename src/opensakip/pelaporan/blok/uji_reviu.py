"""What the frozen data already say about the criteria of the review; judgement is left to the reviewer."""

from __future__ import annotations

from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan


def jawaban_sistem(c: Cuplik) -> dict[str, tuple[str, str]]:
    """Criterion -> (proposed answer "ya", "tidak" or "", the fact it rests on), for those the data know.

    A criterion that needs judgement is not in the answer (PermenPANRB 53/2014 Lampiran III).
    """
    indikator = list(c.isi.get("indikator") or ())
    n = len(indikator)
    hasil: dict[str, tuple[str, str]] = {}

    def semua(kode: str, ada: int, sebutan: str) -> None:
        jawab = "ya" if n and ada == n else "tidak" if n else ""
        hasil[kode] = (jawab, f"{ada} dari {n} indikator {sebutan}")

    semua("I.2", sum(1 for i in indikator if c.ada(i.get("target"))), "bertarget")
    semua("I.3", sum(1 for i in indikator if c.ada(i.get("capaian"))), "dapat dinilai")
    bersumber = sum(1 for i in indikator if (c.angka.get(str(i.get("realisasi"))) or {}).get("asal"))
    hasil["II.2"] = (
        "ya" if n and bersumber == n else "tidak" if n else "",
        f"{bersumber} dari {n} realisasi menyebut sumbernya",
    )
    if n:
        hasil["III.1"] = ("ya", f"{n} indikator diambil dari perjanjian kinerja")
    semua("III.2", sum(1 for i in indikator if c.ada(i.get("target_akhir"))), "bertarget akhir renstra")
    hasil["III.7"] = _pembandingan(c)
    a = c.isi.get("anggaran") or {}
    if c.ada(a.get("realisasi")):
        hasil["I.6"] = ("ya", f"realisasi anggaran {c.tampil(a.get('serapan'))}%")
    dilampirkan = sum(1 for p in c.isi.get("pk") or () if p.get("dilampirkan", True) and p.get("baris"))
    if dilampirkan:
        hasil["I.4"] = ("ya", f"{bilangan(dilampirkan)} perjanjian kinerja dilampirkan")
    return hasil


def _pembandingan(c: Cuplik) -> tuple[str, str]:
    """Both kinds of comparison together make a yes; one alone is for the reviewer to judge."""
    indikator = list(c.isi.get("indikator") or ())
    lalu = sum(1 for i in indikator if any(int(t["tahun"]) < c.tahun for t in i.get("seri") or ()))
    banding = sum(1 for i in indikator if any(c.ada(p.get("angka")) for p in i.get("pembanding") or ()))
    jawab = "ya" if lalu and banding else "tidak" if not lalu and not banding else ""
    return jawab, f"{lalu} berderet tahun lalu, {banding} berpembanding luar"
