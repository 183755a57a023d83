"""Facts and charts of the instruments, from the snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from opensakip.dokumen import bagan
from opensakip.dokumen.bagan_instrumen import DuaTahun, Porsi, Sumbu, batang_bobot, halter, radar
from opensakip.dokumen.model import Blok, Gambar
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan
from opensakip.pelaporan.blok.fakta import Fakta
from opensakip.pelaporan.blok.pola_instrumen import POLA_BOBOT, POLA_NKA, POLA_SKM
from opensakip.pelaporan.kalimat import Kalimat, Penutur

Ins = Mapping[str, Any]
SUMBU_RADAR = 4
KOMPONEN_NKA = ("csp", "penyerapan", "konsistensi", "cko")


def kalimat_instrumen(c: Cuplik, kunci: str, ins: Ins, penutur: Penutur) -> list[Kalimat]:
    """Sentences about one instrument, as far as its figures go."""
    if kunci == "skm":
        return penutur.ucapkan(POLA_SKM, _fakta_skm(c, ins))
    if kunci in ("akip", "ip_asn"):
        return penutur.ucapkan(POLA_BOBOT, _fakta_bobot(c, kunci, ins))
    if kunci == "nka":
        return penutur.ucapkan(POLA_NKA, _fakta_nka(c, ins))
    return []


def gambar_instrumen(c: Cuplik, kunci: str, ins: Ins) -> list[Blok]:
    """Charts of one instrument; none where the figures are missing."""
    if kunci == "skm":
        return _halter(c, ins)
    if kunci in ("akip", "ip_asn"):
        return _bobot(c, kunci, ins)
    if kunci == "nka":
        return _batang_nka(c, ins)
    return []


def _ujung(c: Cuplik, baris: Sequence[Ins], kunci: str) -> tuple[Ins, Ins] | None:
    ada = [(n, b) for b in baris if (n := c.nilai(b.get(kunci))) is not None]
    if len(ada) < 2 or min(ada, key=lambda x: x[0])[0] == max(ada, key=lambda x: x[0])[0]:
        return None
    return max(ada, key=lambda x: x[0])[1], min(ada, key=lambda x: x[0])[1]


# ------------------------------------------------ survey


def _fakta_skm(c: Cuplik, ins: Ins) -> Fakta:
    f = Fakta("ins.skm")
    lalu = ins.get("lalu") or {}
    v, v0 = c.bulat(ins.get("hasil")), c.bulat(lalu.get("hasil"))
    if v is None:
        return f
    f.kata.add("ada_hasil")
    f.isi_slot(
        v=c.potong(ins["hasil"]),
        y=str(ins.get("tahun") or c.tahun),
        k=str(ins.get("kelas") or "").split(" ")[0] or None,
    )
    seluruh = next((r for r in ins.get("responden") or () if r.get("kelompok") == "seluruh"), None)
    if seluruh:
        f.kata.add("ada_responden")
        f.isi_slot(n=c.potong(seluruh["jumlah"]))
    if v0 is not None:
        f.kata.add("naik" if v > v0 else "turun" if v < v0 else "tetap")
        f.isi_slot(v0=c.potong(lalu["hasil"]), y0=str(lalu["tahun"]))
        if rincian := _rincian_unsur(c, ins, lalu):
            f.kata.add("ada_unsur")
            f.isi_slot(rincian=rincian)
    if ujung := _ujung(c, ins.get("baris") or (), "konversi"):
        f.kata.add("ada_ujung")
        f.isi_slot(
            u1=str(ujung[0]["uraian"]), p1=c.potong(ujung[0]["konversi"]),
            u2=str(ujung[1]["uraian"]), p2=c.potong(ujung[1]["konversi"]),
        )  # fmt: skip
    return f


def _rincian_unsur(c: Cuplik, ins: Ins, lalu: Ins) -> str:
    """How many elements rose, fell, stayed: decided from the values as recorded."""
    dulu = {str(b["kode"]): c.nilai(b.get("nilai")) for b in lalu.get("baris") or ()}
    hitung = {"naik": 0, "turun": 0, "tetap": 0}
    for b in ins.get("baris") or ():
        kini, sebelum = c.nilai(b.get("nilai")), dulu.get(str(b["kode"]))
        if kini is None or sebelum is None:
            continue
        hitung["naik" if kini > sebelum else "turun" if kini < sebelum else "tetap"] += 1
    bagian = [f"{bilangan(n)} unsur {kata}" for kata, n in hitung.items() if n]
    if len(bagian) < 2:
        return "".join(bagian)
    return ", ".join(bagian[:-1]) + (", dan " if len(bagian) > 2 else " dan ") + bagian[-1]


def _halter(c: Cuplik, ins: Ins) -> list[Blok]:
    lalu = ins.get("lalu") or {}
    dulu = {str(b["kode"]): b for b in lalu.get("baris") or ()}
    butir = []
    for b in ins.get("baris") or ():
        x = dulu.get(str(b["kode"]), {})
        butir.append(
            DuaTahun(
                str(b["uraian"]),
                c.nilai(x.get("konversi")),
                c.nilai(b.get("konversi")),
                c.tampil(x.get("konversi")),
                c.tampil(b.get("konversi")),
            )  # fmt: skip
        )
    if len(butir) < 2 or not any(b.lalu is not None for b in butir):
        return []
    tahun = (str(lalu.get("tahun")), str(ins.get("tahun") or c.tahun))
    judul = f"Nilai unsur {str(ins.get('judul') or 'survei').lower()} {tahun[0]} dan {tahun[1]}"
    ambang = [(Decimal(str(a["bawah"])), str(a["mutu"])) for a in ins.get("ambang") or () if a.get("bawah")]
    svg = halter(butir, judul=judul, tahun=tahun, ambang=ambang)
    alt = f"{judul}: " + "; ".join(f"{b.nama} {b.teks_lalu} menjadi {b.teks_kini}" for b in butir) + "."
    return [Gambar(judul, svg, alt, lebar_mm=158)]


# ------------------------------------------------ parts of a weight


def _fakta_bobot(c: Cuplik, kunci: str, ins: Ins) -> Fakta:
    f = Fakta(f"ins.{kunci}")
    if ujung := _ujung(c, ins.get("baris") or (), "porsi"):
        f.kata.add(kunci)
        f.isi_slot(
            u1=str(ujung[0]["uraian"]), p1=c.potong(ujung[0]["porsi"], "%"),
            u2=str(ujung[1]["uraian"]), p2=c.potong(ujung[1]["porsi"], "%"),
        )  # fmt: skip
    return f


def _bobot(c: Cuplik, kunci: str, ins: Ins) -> list[Blok]:
    baris = [b for b in ins.get("baris") or () if c.nilai(b.get("porsi")) is not None and b.get("bobot")]
    if len(baris) < 2:
        return []
    nama = str(ins.get("judul") or kunci)
    blok: list[Blok] = []
    if kunci == "akip" and len(baris) >= SUMBU_RADAR:
        sumbu = [
            Sumbu(str(b["uraian"]), c.nilai(b["porsi"]) or Decimal(0), c.tampil(b["porsi"])) for b in baris
        ]
        judul = f"Komponen {nama}, persen dari bobot"
        alt = f"{judul}: " + "; ".join(f"{s.nama} {s.teks}%" for s in sumbu) + "."
        blok.append(Gambar(judul, radar(sumbu, judul=judul), alt, lebar_mm=110))
    porsi = [
        Porsi(
            str(b["uraian"]),
            c.nilai(b["nilai"]) or Decimal(0),
            Decimal(str(b["bobot"])),
            c.tampil(b["nilai"]),
            c.tampil(b["porsi"]),
        )  # fmt: skip
        for b in baris
    ]
    judul = f"Nilai {'komponen' if kunci == 'akip' else 'dimensi'} terhadap bobotnya: {nama}"
    alt = f"{judul}. " + "; ".join(f"{p.nama} {p.teks} ({p.teks_persen}% dari bobot)" for p in porsi) + "."
    blok.append(Gambar(judul, batang_bobot(porsi, judul=judul), alt, lebar_mm=158))
    return blok


# ------------------------------------------------ budget performance


def _fakta_nka(c: Cuplik, ins: Ins) -> Fakta:
    f = Fakta("ins.nka")
    baris = list(ins.get("baris") or ())
    ujung = _ujung(c, baris, "nilai")
    if not ujung:
        return f
    atas, bawah = ujung
    f.kata.add("ada_unit")
    f.isi_slot(
        u1=str(atas["uraian"]), v1=c.potong(atas["nilai"]), n=bilangan(len(baris)),
        u2=str(bawah["uraian"]), v2=c.potong(bawah["nilai"]),
        s1=c.potong(atas.get("satker")), e1=c.potong(atas.get("nilai_efisiensi")),
    )  # fmt: skip
    nilai, satker = c.bulat(atas["nilai"]), c.bulat(atas.get("satker"))
    if nilai is not None and satker is not None and nilai != satker:
        f.kata.add("ada_satker_atas" if nilai > satker else "ada_satker_bawah")
    efisiensi = c.nilai(atas.get("nilai_efisiensi"))
    lain = [n for k in KOMPONEN_NKA if (n := c.nilai(atas.get(k))) is not None]
    if efisiensi is not None and lain and efisiensi < min(lain):
        f.kata.add("ada_efisiensi")
    return f


def _batang_nka(c: Cuplik, ins: Ins) -> list[Blok]:
    butir = [
        bagan.ButirBatang(str(b["uraian"]), n, c.tampil(b["nilai"]))
        for b in ins.get("baris") or ()
        if (n := c.nilai(b.get("nilai"))) is not None
    ]
    if len(butir) < 2:
        return []
    butir.sort(key=lambda b: (-b.nilai, b.nama))
    judul = f"{ins.get('judul') or 'Nilai kinerja anggaran'} menurut unit"
    alt = f"Bagan batang {judul}: " + "; ".join(f"{b.nama} {b.teks}" for b in butir) + "."
    return [Gambar(judul, bagan.batang(butir, judul=judul), alt, lebar_mm=158)]
