"""The year on one page: tiles, distance of every indicator from its target, what needs attention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from opensakip.dokumen import bagan
from opensakip.dokumen.model import (
    Blok,
    ButirUbin,
    Catatan,
    Gambar,
    Isi,
    Nada,
    Potong,
    Rujuk,
    isi,
)
from opensakip.hitung.angka import tampil_rupiah_ringkas
from opensakip.pelaporan.blok.capaian import LABEL
from opensakip.pelaporan.blok.cuplik import KATA_TERHADAP, Cuplik, akhiran_satuan, bilangan
from opensakip.pelaporan.blok.fakta import Fakta
from opensakip.pelaporan.blok.tata import tanda_nilai

BATAS_BAGAN = 18
BATAS_PERHATIAN = 6


def fakta_ringkas(c: Cuplik) -> Fakta:
    """Facts about the report as a whole."""
    r = c.isi.get("ringkas") or {}
    f = Fakta("ringkas")
    n, dibawa = int(r.get("jumlah_indikator") or 0), int(r.get("dibawa") or 0)
    if n:
        f.kata.add("ada_indikator")
        f.isi_slot(n=str(n), rincian=_rincian(r))
    if c.ada(r.get("rata_indikator")):
        f.kata.add("ada_rata")
        f.isi_slot(m=c.potong(r["rata_indikator"], "%"))
    if c.ada(r.get("rata_tanpa_dibawa")) and dibawa:
        f.kata.add("ada_tanpa_dibawa")
        sisa = n - dibawa - int(r.get("belum") or 0)
        f.isi_slot(k=bilangan(dibawa), m2=c.potong(r["rata_tanpa_dibawa"], "%"), n2=str(sisa))
    sasaran = c.isi.get("sasaran") or ()
    if c.tampil(r.get("rata_sasaran")) != c.tampil(r.get("rata_indikator")) and c.ada(r.get("rata_sasaran")):
        f.kata.add("ada_rata_sasaran")
        f.isi_slot(ms=c.potong(r["rata_sasaran"], "%"), n_sasaran=str(len(sasaran)))
    return f


def _rincian(r: Mapping[str, Any]) -> str:
    """Counts by position in words: "empat melampaui target, dan dua di bawah target"; zeros are left out."""
    nama = (
        ("melampaui", "melampaui target"),
        ("tercapai", "mencapai target"),
        ("di_bawah", "di bawah target"),
        ("belum", "belum dapat dinilai"),
    )
    bagian = [f"{bilangan(int(r[k]))} {kata}" for k, kata in nama if int(r.get(k) or 0)]
    if len(bagian) < 2:
        return "".join(bagian)
    return ", ".join(bagian[:-1]) + (", dan " if len(bagian) > 2 else " dan ") + bagian[-1]


def ubin_tahun(c: Cuplik) -> tuple[ButirUbin, ...]:
    """Four figures of the year: mean, indicators on target, absorption, values of an earlier year."""
    r, a = c.isi["ringkas"], c.isi.get("anggaran") or {}
    n, dibawa = int(r["jumlah_indikator"]), int(r.get("dibawa") or 0)
    rata = r.get("rata_indikator")
    tanpa = r.get("rata_tanpa_dibawa")
    ket: Isi = isi(f"{n} indikator")
    if c.ada(tanpa):
        ket = isi(ket, "; ", c.potong(tanpa, "%"), " tanpa nilai tahun sebelumnya")
    capai = int(r.get("melampaui") or 0) + int(r.get("tercapai") or 0)
    hitung = [
        (r.get("melampaui"), "melampaui"),
        (r.get("tercapai"), "tepat"),
        (r.get("di_bawah"), "di bawah"),
    ]
    if r.get("belum"):
        hitung.append((r["belum"], "belum dinilai"))
    ubin = [
        ButirUbin("Rata-rata capaian", c.potong(rata, "%"), ket, Nada.BAIK if c.ada(rata) else None),
        ButirUbin(
            "Indikator mencapai target",
            Potong(f"{capai} dari {n}"),
            isi(" · ".join(f"{j or 0} {kata}" for j, kata in hitung)),
        ),
    ]
    if c.ada(a.get("serapan")):
        ubin.append(ButirUbin("Penyerapan anggaran", c.potong(a["serapan"], "%"), _ket_serapan(c, a)))
    if dibawa:
        tahun = sorted({str(i["tahun_nilai"]) for i in c.isi["indikator"] if i.get("tahun_nilai")})
        ubin.append(
            ButirUbin(
                f"Nilai dibawa dari {' dan '.join(tahun)}",
                Potong(f"{dibawa}*"),
                isi(f"nilai tahun {c.tahun} belum ada"),
                Nada.AKSEN,
            )
        )
    return tuple(ubin)


def _ket_serapan(c: Cuplik, a: Mapping[str, Any]) -> Isi:
    r, p = c.nilai(a.get("realisasi")), c.nilai(a.get("pagu"))
    if r is None or p is None:
        return ()
    return isi(
        Potong(tampil_rupiah_ringkas(r), angka=a["realisasi"]),
        " dari ",
        Potong(tampil_rupiah_ringkas(p), angka=a["pagu"]),
    )


def simpangan(c: Cuplik, indikator: Sequence[Mapping[str, Any]]) -> list[Blok]:
    """Chart of the distance from the target; of very many indicators only the ends are drawn."""
    pilih, ket = list(indikator), "Simpangan capaian dari target (% capaian)"
    if len(pilih) > BATAS_BAGAN:
        ternilai = [i for i in pilih if c.nilai(i["capaian"]) is not None]
        ternilai.sort(key=lambda i: c.nilai(i["capaian"]) or Decimal(0))
        tepi = BATAS_BAGAN // 2
        pilih = ternilai if len(ternilai) <= BATAS_BAGAN else ternilai[:tepi] + ternilai[-tepi:]
        ket += f", {bilangan(tepi)} terendah dan {bilangan(tepi)} tertinggi"
    butir = [_butir(c, i) for i in pilih]
    if not butir:
        return []
    svg = bagan.simpangan(butir, judul=ket)
    hitung = {kata: sum(1 for b in butir if b.kata == kata) for _, kata in KATA_TERHADAP.values()}
    pesan = ", ".join(f"{n} {kata}" for kata, n in hitung.items() if n)
    alt = f"Bagan batang capaian {len(butir)} indikator terhadap target 100 persen: {pesan}."
    if len(butir) < 15:
        alt += " " + "; ".join(f"{b.nama} {b.teks}" for b in butir) + "."
    blok: list[Blok] = [Gambar(ket, svg, alt, lebar_mm=158, hiasan=True)]
    if any(b.sementara for b in butir):
        blok.append(
            Catatan(
                isi(
                    "*) Batang berarsir: nilai tahun sebelumnya atau nilai sementara, lihat catatan "
                    "tabel capaian."
                )
            )
        )
    return blok


def _butir(c: Cuplik, i: Mapping[str, Any]) -> bagan.ButirSimpangan:
    nada, kata = KATA_TERHADAP.get(str(i.get("terhadap")), KATA_TERHADAP["belum"])
    return bagan.ButirSimpangan(
        nama=str(i["nama"]),
        nilai=c.bulat(i["capaian"]),
        teks=c.tampil(i["capaian"]) + ("%" if c.ada(i["capaian"]) else ""),
        nada=nada,
        kata=kata,
        sementara=bool(tanda_nilai(i)),
    )


def perhatian(c: Cuplik, indikator: Sequence[Mapping[str, Any]]) -> tuple[Isi, ...]:
    """Indicators below target, farthest first, and those without a value."""
    bawah = sorted(
        (i for i in indikator if i.get("terhadap") == "bawah"),
        key=lambda i: c.nilai(i["capaian"]) or Decimal(0),
    )
    hasil = []
    for i in bawah[:BATAS_PERHATIAN]:
        akhiran = akhiran_satuan(str(i.get("satuan") or ""))
        hasil.append(
            isi(
                f"{i['nama']}: ",
                c.potong(i["realisasi"], tanda=tanda_nilai(i)),
                akhiran,
                " dari target ",
                c.potong(i["target"]),
                akhiran,
                " (",
                c.potong(i["capaian"], "%"),
                ").",
            )
        )
    if len(bawah) > BATAS_PERHATIAN:
        hasil.append(
            isi(
                f"{bilangan(len(bawah) - BATAS_PERHATIAN).capitalize()} indikator lain di bawah target "
                "dimuat pada ",
                Rujuk(LABEL),
                ".",
            )
        )
    belum = [i for i in indikator if i.get("terhadap") == "belum"]
    if belum:
        hasil.append(
            isi(
                f"{bilangan(len(belum)).capitalize()} indikator belum dapat dinilai karena nilainya belum "
                "ada."
            )
        )
    return tuple(hasil)
