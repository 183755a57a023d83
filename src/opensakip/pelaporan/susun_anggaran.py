"""The budget of a snapshot: the tree with its ceilings, totals that add up, what was spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from opensakip import peraturan
from opensakip.anggaran.models import Pagu
from opensakip.hitung.agregasi import jumlah
from opensakip.hitung.efisiensi import perubahan_pagu, perubahan_pagu_persen
from opensakip.hitung.tampilan import tampil, tampil_rupiah
from opensakip.pelaporan.angka import DaftarAngka, bersih
from opensakip.pelaporan.bahan import Bahan, BahanVersi
from opensakip.pelaporan.susun_realisasi import realisasi_rincian, realisasi_total
from opensakip.pelaporan.susun_unit import persen_berubah, program_unit
from opensakip.perencanaan.models import Butir

_TAHAP = {
    "awal": "Awal",
    "murni": "Murni",
    "perubahan": "Perubahan",
    "pergeseran": "Pergeseran",
    "pemutakhiran": "Pemutakhiran",
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of amounts: a version of the document in the year, or one of several years."""

    kunci: str
    judul: str
    versi: BahanVersi
    tahun: int
    anak: dict[str, list[str]]


@dataclass(slots=True)
class Pohon:
    """The budget tree while it is put together."""

    kolom: list[Kolom]
    baris: list[Butir]
    anak: dict[str, list[str]]
    satuan: str
    tahun: int
    nama_tingkat: dict[str, str]
    angka: dict[tuple[str, str], str] = field(default_factory=dict)
    induk: dict[str, str] = field(default_factory=dict)
    letak: dict[tuple[int, str], Butir] = field(default_factory=dict)
    teks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index parents, and rows by version, so that building stays linear in the rows."""
        self.induk = {a: p for p, anak in self.anak.items() for a in anak if p}
        self.teks = {b.pengenal: b.teks for b in self.baris}
        self.letak = {(k.versi.versi.pk, b.pengenal): b for k in self.kolom for b in k.versi.butir}

    @property
    def pasangan(self) -> tuple[str, ...]:
        """Keys of the last two versions, older first; empty when columns are years or there is one."""
        versi = {k.versi.versi.pk for k in self.kolom}
        return tuple(k.kunci for k in self.kolom[-2:]) if len(versi) > 1 else ()

    @property
    def berlaku(self) -> str:
        """Key of the column in force: the newest version, else the report's own year; empty when absent."""
        if self.pasangan or len(self.kolom) == 1:
            return self.kolom[-1].kunci
        return next((k.kunci for k in self.kolom if k.tahun == self.tahun), "")

    @property
    def dalam_rupiah(self) -> bool:
        """False when amounts stand in a printed unit whose worth in rupiah is only supposed."""
        return self.satuan == "Rp"

    def id(self, pengenal: str, kunci: str) -> str | None:
        """Return the figure of a row in a column, None when the row has no amount there."""
        return self.angka.get((pengenal, kunci))


def susun_anggaran(bahan: Bahan, daftar: DaftarAngka) -> tuple[dict[str, Any], Pohon | None]:
    """Build the budget part, and the tree for those who measure against it."""
    pohon = _pohon(bahan)
    isi: dict[str, Any] = {
        "dokumen": None,
        "judul": "",
        "satuan": "Rp",
        "catatan": "",
        "kolom": [],
        "pohon": [],
        "jumlah": {},
        "program": [],
        "unit": [],
        "beda_cetak": [],
    }
    if pohon is not None:
        for k in pohon.kolom:
            _isi_kolom(bahan, daftar, pohon, k)
        terakhir = pohon.kolom[-1].versi.versi
        isi |= {
            "dokumen": terakhir.dokumen.kode,
            "judul": terakhir.dokumen.judul,
            "satuan": pohon.satuan,
            "catatan": terakhir.catatan,
            "kolom": [{"kunci": k.kunci, "judul": k.judul} for k in pohon.kolom],
            "pohon": [_baris(bahan, daftar, pohon, b) for b in pohon.baris],
            "jumlah": {k.kunci: _jumlah_akar(daftar, pohon, k) for k in pohon.kolom},
            "program": _program(daftar, pohon),
            "unit": _unit(bahan, daftar, pohon),
            "beda_cetak": _beda_cetak(daftar, pohon),
        }
        isi |= _perubahan_jumlah(daftar, pohon, isi["jumlah"])
    # Spending is reported in rupiah: it is compared with amounts in rupiah only, never with a supposed one.
    rupiah = pohon if pohon is not None and pohon.dalam_rupiah else None
    isi |= realisasi_total(bahan, daftar, isi["jumlah"].get(rupiah.berlaku) if rupiah else None)
    if pohon is not None:
        isi["pagu"] = isi["jumlah"].get(pohon.berlaku)
    isi["rincian"] = realisasi_rincian(
        bahan, daftar, lambda kode: rupiah.id(kode, rupiah.berlaku) if rupiah else None
    )
    return isi, pohon


def _pohon(bahan: Bahan) -> Pohon | None:
    """Choose the document that holds the most amounts, and its columns."""
    menurut: dict[str, list[BahanVersi]] = defaultdict(list)
    for v in bahan.versi:
        if v.pagu:
            menurut[v.versi.dokumen.kode].append(v)
    if not menurut:
        return None
    versi = max(menurut.values(), key=lambda daftar: sum(len(v.pagu) for v in daftar))
    kolom = [Kolom(f"v{v.versi.nomor}", _TAHAP[v.versi.tahap], v, bahan.tahun, _anak(v)) for v in versi]
    tahun = sorted({p.tahun for v in versi for pagu in v.pagu.values() for p in pagu})
    if len(versi) == 1 and len(tahun) > 1:
        kolom = [Kolom(str(t), str(t), versi[0], t, kolom[0].anak) for t in tahun]
    # A row that moved stands where the newest version has it; sums follow each version's own tree.
    baris = {b.pengenal: b for v in versi for b in v.butir}
    induk = {anak: atas for k in kolom for atas, semua in k.anak.items() for anak in semua}
    urut = sorted(baris.values(), key=lambda b: b.jalur)
    anak: dict[str, list[str]] = defaultdict(list)
    for b in urut:
        anak[induk[b.pengenal]].append(b.pengenal)
    skema = peraturan.pada(f"skema/{versi[-1].versi.dokumen.skema}", date(bahan.tahun, 12, 31))
    nama = {t: str(isi["nama"]) for t, isi in skema.nilai["tingkat"].items()}
    return Pohon(kolom, urut, anak, versi[-1].versi.satuan_cetak or "Rp", bahan.tahun, nama)


def _anak(v: BahanVersi) -> dict[str, list[str]]:
    """Children of each row of one version, in printed order; the key of the roots is empty."""
    pengenal = {b.pk: b.pengenal for b in v.butir}
    anak: dict[str, list[str]] = defaultdict(list)
    for b in v.butir:
        anak[pengenal.get(b.induk_id or 0, "")].append(b.pengenal)
    return anak


def _isi_kolom(bahan: Bahan, daftar: DaftarAngka, pohon: Pohon, kolom: Kolom) -> None:
    """Add the amounts of one column from the leaves up; an upper row is the sum of its children."""
    butir = {b.pengenal: b for b in kolom.versi.butir}

    def isi(pengenal: str) -> None:
        for anak in kolom.anak.get(pengenal, []):
            isi(anak)
        b = butir[pengenal]
        pagu = {p.peran: p for p in kolom.versi.pagu.get(b.pk, []) if p.tahun == kolom.tahun}
        di_bawah = [a for a in kolom.anak.get(pengenal, []) if (a, kolom.kunci) in pohon.angka]
        id = f"pagu.{bersih(pengenal)}.{kolom.kunci}"
        if di_bawah:
            _tambah_jumlah(daftar, pohon, id, f"Pagu {kolom.judul}: {b.teks}", di_bawah, kolom.kunci, b)
        elif pagu:
            _tambah_pagu(bahan, daftar, pohon, id, kolom, b, pagu.get("daun") or pagu["cetak"])
        else:
            return
        pohon.angka[(pengenal, kolom.kunci)] = id

    for akar in kolom.anak.get("", []):
        isi(akar)


def _tambah_pagu(
    bahan: Bahan, daftar: DaftarAngka, pohon: Pohon, id: str, kolom: Kolom, b: Butir, pagu: Pagu
) -> None:
    versi = kolom.versi.versi
    nilai, keterangan = Decimal(pagu.nilai), b.catatan
    if versi.pengali_uang:
        nilai = Decimal(pagu.nilai) / versi.pengali_uang
        rupiah, pengali = tampil_rupiah(pagu.nilai, awalan=True), tampil(versi.pengali_uang, 0)
        keterangan = f"dugaan dalam rupiah: {rupiah} (× {pengali})"
    daftar.masukan(
        id,
        f"Pagu {kolom.judul}: {b.teks}",
        nilai,
        satuan=pohon.satuan,
        desimal=0,
        asal=bahan.asal_dari("anggaran.Pagu", pagu.pk, "nilai"),
        keterangan=keterangan,
    )


def _tambah_jumlah(
    daftar: DaftarAngka,
    pohon: Pohon,
    id: str,
    nama: str,
    anak: Sequence[str],
    kunci: str,
    b: Butir | None = None,
) -> None:
    sumber = [pohon.angka[(a, kunci)] for a in anak]
    hasil = jumlah([daftar.nilai(s) for s in sumber], nama="jumlah", rupiah=True)
    teks = pohon.teks
    daftar.hasil(
        id,
        nama,
        hasil,
        satuan=pohon.satuan,
        masukan=[(teks[a], s) for a, s in zip(anak, sumber, strict=True)],
    )
    if b is not None and b.catatan:
        daftar.catat(id, b.catatan)


def _jumlah_akar(daftar: DaftarAngka, pohon: Pohon, kolom: Kolom) -> str | None:
    akar = [a for a in kolom.anak.get("", []) if (a, kolom.kunci) in pohon.angka]
    if not akar:
        return None
    id = f"anggaran.jumlah.{kolom.kunci}"
    _tambah_jumlah(daftar, pohon, id, f"Jumlah pagu {kolom.judul}", akar, kolom.kunci)
    return id


def _selisih(daftar: DaftarAngka, pohon: Pohon, nama: str, pagu: Mapping[str, str | None]) -> str | None:
    """Change of an amount between the last two versions; years beside each other have none."""
    pasangan = pohon.pasangan
    lama, baru = (pagu.get(k) for k in pasangan) if pasangan else (None, None)
    if lama is None or baru is None:
        return None
    return daftar.hasil(
        f"{baru}.selisih",
        f"Perubahan pagu: {nama}",
        perubahan_pagu(daftar.nilai(baru), daftar.nilai(lama)),
        satuan=pohon.satuan,
        masukan=[("Pagu perubahan", baru), ("Pagu semula", lama)],
    )


def _perubahan_jumlah(
    daftar: DaftarAngka, pohon: Pohon, jumlah_pagu: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Change of the grand total, in rupiah and in per cent."""
    rupiah = _selisih(daftar, pohon, "jumlah", jumlah_pagu)
    if rupiah is None:
        return {"selisih": None, "selisih_pct": None}
    lama, baru = (str(jumlah_pagu[k]) for k in pohon.pasangan)
    persen = daftar.hasil(
        "anggaran.selisih_pct",
        "Perubahan jumlah pagu",
        perubahan_pagu_persen(daftar.nilai(baru), daftar.nilai(lama)),
        satuan="%",
        masukan=[("Pagu perubahan", baru), ("Pagu semula", lama)],
    )
    return {"selisih": rupiah, "selisih_pct": persen}


def _baris(bahan: Bahan, daftar: DaftarAngka, pohon: Pohon, b: Butir) -> dict[str, Any]:
    pagu = {k.kunci: id for k in pohon.kolom if (id := pohon.id(b.pengenal, k.kunci))}
    return {
        "id": b.pengenal,
        "induk": pohon.induk.get(b.pengenal),
        "tingkat": b.tingkat,
        "tingkat_nama": pohon.nama_tingkat[b.tingkat],
        "kedalaman": b.jalur.count(".") - 1,
        "kode": b.kode,
        "nama": b.teks,
        "unit": bahan.kode_unit(b.unit_id),
        "unit_nama": bahan.nama_unit(b.unit_id),
        "indikator": _indikator_butir(pohon, b),
        "pagu": pagu,
        "selisih": _selisih(daftar, pohon, b.teks, pagu),
        "catatan": b.catatan,
        "keadaan": b.keadaan,
    }


def _indikator_butir(pohon: Pohon, b: Butir) -> list[dict[str, Any]]:
    """Indicators of a row with their printed targets by column; typed texts stay as printed."""
    hasil: dict[int, dict[str, Any]] = {}
    for k in pohon.kolom:
        di_sini = pohon.letak.get((k.versi.versi.pk, b.pengenal))
        for i in k.versi.indikator.get(di_sini.pk, []) if di_sini else []:
            kosong = {"kode": i.indikator.kode, "nama": i.nama_cetak, "satuan": i.satuan_cetak, "target": {}}
            isi = hasil.setdefault(i.urut, kosong)
            for t in k.versi.target.get(i.pk, []):
                if t.tahun == k.tahun and t.jenis == "target":
                    isi["target"][k.kunci] = t.nilai_teks
    return [hasil[urut] for urut in sorted(hasil)]


def _program(daftar: DaftarAngka, pohon: Pohon) -> list[dict[str, Any]]:
    """Total of each programme over all units, by identity, so that a shared programme is one line."""
    menurut: dict[str, list[Butir]] = defaultdict(list)
    for b in pohon.baris:
        if b.tingkat == "program":
            menurut[b.unsur.kunci].append(b)
    hasil = []
    for kunci, baris in sorted(menurut.items(), key=lambda p: (p[1][0].kode, p[1][0].jalur)):
        pagu: dict[str, str | None] = {}
        for k in pohon.kolom:
            anak = [b.pengenal for b in baris if (b.pengenal, k.kunci) in pohon.angka]
            if anak:
                id = f"program.{bersih(kunci)}.{k.kunci}"
                _tambah_jumlah(daftar, pohon, id, f"Pagu {k.judul} {baris[0].teks}", anak, k.kunci)
                pagu[k.kunci] = id
        nama = baris[0].teks
        hasil.append(
            {
                "kode": baris[0].kode,
                "nama": nama,
                "pagu": pagu,
                "selisih": _selisih(daftar, pohon, nama, pagu),
                "selisih_pct": persen_berubah(daftar, nama, pohon.pasangan, pagu),
            }
        )
    return hasil


def _unit(bahan: Bahan, daftar: DaftarAngka, pohon: Pohon) -> list[dict[str, Any]]:
    """Total of each unit over the top rows that are its own."""
    baris = {b.pengenal: b for b in pohon.baris}
    semua = dict.fromkeys(baris[a].unit_id for k in pohon.kolom for a in k.anak.get("", []))
    unit = [u for u in semua if u is not None]
    if len(unit) < 2:
        return []
    hasil = []
    for unit_id in unit:
        pagu: dict[str, str | None] = {}
        kode, nama = bahan.kode_unit(unit_id), bahan.nama_unit(unit_id)
        for k in pohon.kolom:
            akar = [a for a in k.anak.get("", []) if baris[a].unit_id == unit_id]
            anak = [a for a in akar if (a, k.kunci) in pohon.angka]
            if anak:
                id = f"unit.{bersih(kode)}.{k.kunci}"
                _tambah_jumlah(daftar, pohon, id, f"Pagu {k.judul} {nama}", anak, k.kunci)
                pagu[k.kunci] = id
        if pagu:
            program = program_unit(
                bahan,
                unit_id,
                pohon.baris,
                lambda pengenal, kunci: (pengenal, kunci) in pohon.angka,
                [(k.kunci, k.judul) for k in pohon.kolom],
                lambda id, nama, anak, kunci: _tambah_jumlah(daftar, pohon, id, nama, anak, kunci),
                lambda nama, isi: _selisih(daftar, pohon, nama, isi),
            )
            hasil.append(
                {
                    "kode": kode,
                    "nama": nama,
                    "pagu": pagu,
                    "selisih": _selisih(daftar, pohon, nama, pagu),
                    "selisih_pct": persen_berubah(daftar, nama, pohon.pasangan, pagu),
                    "program": program,
                }
            )
    return hasil


def _beda_cetak(daftar: DaftarAngka, pohon: Pohon) -> list[dict[str, Any]]:
    """Rows whose printed amount is not the sum of the rows below; listed, never mended."""
    hasil = []
    for k in pohon.kolom:
        for b in k.versi.butir:
            id = pohon.id(b.pengenal, k.kunci)
            cetak = [p for p in k.versi.pagu.get(b.pk, []) if p.tahun == k.tahun and p.peran == "cetak"]
            if not cetak or id is None:
                continue
            nilai = Decimal(cetak[0].nilai) / (k.versi.versi.pengali_uang or 1)
            dihitung = daftar.nilai(id)
            if dihitung is not None and dihitung != nilai:
                hasil.append(
                    {
                        "id": b.pengenal,
                        "nama": b.teks,
                        "kunci": k.kunci,
                        "kolom": k.judul,
                        "tercetak": tampil_rupiah(nilai),
                        "jumlah": daftar.tampil(id),
                        "selisih": tampil_rupiah(nilai - dihitung),
                    }
                )
    return hasil
