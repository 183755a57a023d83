"""Instruments of a snapshot: SKM, AKIP components, NKA, IP ASN. Components go in, totals are computed.

Where a body states a total of its own, it stands beside the computed one (group ``tercetak``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.hitung import akip, ip_asn, skm
from opensakip.hitung.skala import HasilKelas
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan
from opensakip.pelaporan.susun_nka import susun_nka
from opensakip.pengukuran.models import NilaiInstrumen

Baris = list[NilaiInstrumen]


def susun_instrumen(bahan: Bahan, daftar: DaftarAngka) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Build every instrument that has values for the year; other instruments are absent.

    Returns them, and a remark for each that cannot be computed: values that do not fit its rule, or a
    year for which the rule does not hold. One such instrument never stops the rest of the report.
    """
    hasil: dict[str, Any] = {}
    catatan: list[dict[str, Any]] = []
    for nama, susun in _SUSUN.items():
        baris = [n for n in bahan.instrumen if n.instrumen == nama]
        if not any(n.tahun == bahan.tahun for n in baris):
            continue
        percobaan = DaftarAngka()
        try:
            hasil[nama] = susun(bahan, percobaan, baris)
        except (ValueError, LookupError) as sebab:
            kalimat = f"Instrumen {nama} {bahan.tahun} tidak dihitung: {sebab}"
            catatan.append(
                {
                    "subjek": f"instrumen.{nama}",
                    "tercetak": "",
                    "seharusnya": "",
                    "kalimat": kalimat,
                    "asal": [],
                }
            )
        else:
            daftar.isi |= percobaan.isi
    return hasil, catatan


def nilai_masuk(bahan: Bahan, daftar: DaftarAngka, n: NilaiInstrumen, id: str, desimal: int = 2) -> str:
    """Add a component value as it was entered. Returns its id."""
    return daftar.masukan(
        id,
        n.uraian or n.komponen,
        Decimal(n.nilai),
        desimal=desimal,
        asal=bahan.asal_dari("pengukuran.NilaiInstrumen", n.pk, "nilai"),
        keterangan=n.keterangan,
    )


def sebutan_kelas(kelas: HasilKelas) -> str | None:
    """Write a class as code and name, for example ``B (Baik)``."""
    if kelas.kelas is None:
        return None
    kode, nama = kelas.kelas.kode, kelas.kelas.nama
    return nama if kode.replace("-", " ").casefold() == nama.casefold() else f"{kode} ({nama})"


def tercetak(baris: Baris, tahun: int) -> dict[str, str] | None:
    """Return the total that the source states, with its words, when there is one."""
    n = next((n for n in baris if n.kelompok == "tercetak" and n.tahun == tahun), None)
    return {"nilai": n.nilai_cetak, "uraian": n.uraian, "keterangan": n.keterangan} if n else None


def _skm(bahan: Bahan, daftar: DaftarAngka, baris: Baris) -> dict[str, Any]:
    """Nine elements of PermenPANRB 14/2017, each year computed by itself."""
    tahun = sorted({n.tahun for n in baris if n.kelompok == "unsur"}, reverse=True)
    per_tahun = {t: _skm_tahun(bahan, daftar, baris, t) for t in tahun}
    kini = per_tahun[bahan.tahun]
    lalu = per_tahun.get(bahan.tahun - 1)
    if lalu is not None:
        menurut = {b["kode"]: b for b in lalu["baris"]}
        for b in kini["baris"]:
            sama = menurut.get(b["kode"])
            b["lalu"], b["mutu_lalu"] = (sama["nilai"], sama["mutu"]) if sama else (None, None)
    responden = [
        {
            "kelompok": n.kelompok.removeprefix("responden").removeprefix(" menurut ").strip() or "seluruh",
            "uraian": n.uraian or n.komponen,
            "jumlah": nilai_masuk(bahan, daftar, n, f"ins.skm.responden{n.urut}", 0),
        }
        for n in baris
        if n.kelompok.startswith("responden") and n.tahun == bahan.tahun
    ]
    return kini | {"judul": "Survei Kepuasan Masyarakat", "lalu": lalu, "responden": responden}


def _skm_tahun(bahan: Bahan, daftar: DaftarAngka, baris: Baris, tahun: int) -> dict[str, Any]:
    aturan = peraturan.pada("permenpanrb-14-2017/unsur", date(tahun, 12, 31))
    skala = peraturan.skala("permenpanrb-14-2017/mutu", date(tahun, 12, 31))
    akhiran = "" if tahun == bahan.tahun else f".{tahun}"
    unsur = [n for n in baris if n.kelompok == "unsur" and n.tahun == tahun]
    hasil = skm.indeks(
        {n.komponen: Decimal(n.nilai) for n in unsur},
        skala,
        jumlah_unsur=int(aturan.nilai["bobot"]["penyebut"]),
        dasar=aturan.dasar,
        aturan=aturan.aturan,
    )
    isi: list[dict[str, Any]] = []
    for n, u in zip(unsur, hasil.unsur, strict=True):
        id = nilai_masuk(bahan, daftar, n, f"ins.skm.{bersih(n.komponen)}{akhiran}", 3)
        konversi = daftar.hasil(
            f"{id}.konversi", f"{n.uraian} dikonversi {tahun}", u.nilai, masukan=[(n.uraian, id)]
        )
        isi.append(
            {"kode": n.komponen, "uraian": n.uraian, "nilai": id, "konversi": konversi, "mutu": u.mutu.kode}
        )
    id = daftar.hasil(
        f"ins.skm.nilai{akhiran}",
        f"Indeks kepuasan masyarakat {tahun}",
        hasil.nilai,
        masukan=[(b["uraian"], b["nilai"]) for b in isi],
    )
    return {
        "tahun": tahun,
        "baris": isi,
        "hasil": id,
        "kelas": sebutan_kelas(hasil.mutu),
        "ambang": [{"mutu": k.kode, "bawah": str(k.bawah)} for k in skala.kelas if k.bawah is not None],
        "tercetak": _catat_tercetak(daftar, id, tercetak(baris, tahun)),
    }


def _catat_tercetak(daftar: DaftarAngka, id: str, cetak: dict[str, str] | None) -> dict[str, str] | None:
    """Put the stated total beside the computed figure when they differ."""
    if cetak is not None and cetak["nilai"] and cetak["nilai"] != daftar.tampil(id):
        daftar.catat(id, f"Sumber menyatakan {cetak['nilai']}.")
    return cetak


def _akip(bahan: Bahan, daftar: DaftarAngka, baris: Baris) -> dict[str, Any]:
    """Components of PermenPANRB 88/2021 to total and predikat."""
    hari = date(bahan.tahun, 12, 31)
    aturan = peraturan.pada("permenpanrb-88-2021/bobot", hari)
    bobot = {str(b["kode"]): b for b in aturan.nilai["butir"]}
    isi, komponen = [], []
    for n in (n for n in baris if n.kelompok == "komponen" and n.tahun == bahan.tahun):
        b = bobot[n.komponen]
        id = nilai_masuk(bahan, daftar, n, f"ins.akip.{bersih(n.komponen)}")
        komponen.append(akip.Komponen(n.komponen, n.uraian, Decimal(b["bobot"]), Decimal(n.nilai)))
        isi.append({"kode": n.komponen, "uraian": n.uraian, "nilai": id, "bobot": str(b["bobot"])})
    hasil = akip.nilai_akip(
        komponen,
        peraturan.skala("permenpanrb-88-2021/predikat", hari),
        dasar=aturan.dasar,
        aturan=aturan.aturan,
    )
    for b, porsi in zip(isi, hasil.porsi, strict=True):
        b["porsi"] = daftar.hasil(
            f"{b['nilai']}.porsi",
            f"{b['uraian']}, persen dari bobot",
            porsi,
            satuan="%",
            masukan=[("Nilai", b["nilai"])],
        )
    return _penutup(bahan, daftar, baris, isi, "akip", "Nilai AKIP", hasil.total, hasil.predikat)


def _ip_asn(bahan: Bahan, daftar: DaftarAngka, baris: Baris) -> dict[str, Any]:
    """Four dimensions of PermenPANRB 38/2018 to index and category."""
    hari = date(bahan.tahun, 12, 31)
    aturan = peraturan.pada("permenpanrb-38-2018/ip-asn", hari)
    bobot = {str(b["kode"]): b for b in aturan.nilai["butir"]}
    isi, dimensi = [], []
    for n in (n for n in baris if n.kelompok == "dimensi" and n.tahun == bahan.tahun):
        b = bobot[n.komponen]
        id = nilai_masuk(bahan, daftar, n, f"ins.ip_asn.{bersih(n.komponen)}")
        dimensi.append(ip_asn.Dimensi(n.uraian, Decimal(b["bobot"]), Decimal(n.nilai)))
        isi.append({"kode": n.komponen, "uraian": n.uraian, "nilai": id, "bobot": str(b["bobot"])})
    skala = peraturan.skala("permenpanrb-38-2018/ip-asn-kategori", hari)
    hasil = ip_asn.indeks(dimensi, skala, dasar=aturan.dasar, aturan=aturan.aturan)
    for b, porsi in zip(isi, hasil.porsi, strict=True):
        b["porsi"] = daftar.hasil(
            f"{b['nilai']}.porsi",
            f"{b['uraian']}, persen dari bobot",
            porsi,
            satuan="%",
            masukan=[("Nilai", b["nilai"])],
        )
    judul = "Indeks Profesionalitas ASN"
    return _penutup(bahan, daftar, baris, isi, "ip_asn", judul, hasil.indeks, hasil.kategori)


def _penutup(
    bahan: Bahan,
    daftar: DaftarAngka,
    baris: Baris,
    isi: list[dict[str, Any]],
    nama: str,
    judul: str,
    total: Any,
    kelas: HasilKelas,
) -> dict[str, Any]:
    """Close an instrument that adds its components up to one total with a class."""
    id = daftar.hasil(
        f"ins.{nama}.nilai", f"{judul} {bahan.tahun}", total, masukan=[(b["uraian"], b["nilai"]) for b in isi]
    )
    return {
        "judul": judul,
        "tahun": bahan.tahun,
        "baris": isi,
        "hasil": id,
        "kelas": sebutan_kelas(kelas),
        "tercetak": _catat_tercetak(daftar, id, tercetak(baris, bahan.tahun)),
    }


def _nka(bahan: Bahan, daftar: DaftarAngka, baris: Baris) -> dict[str, Any]:
    return susun_nka(bahan, daftar, baris, nilai_masuk)


_SUSUN: dict[str, Callable[[Bahan, DaftarAngka, Baris], dict[str, Any]]] = {
    "skm": _skm,
    "akip": _akip,
    "nka": _nka,
    "ip_asn": _ip_asn,
}
