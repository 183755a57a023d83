"""The same report in three formats, read back from the finished files and compared cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from opensakip.dokumen.bacaan import baca_isi
from opensakip.dokumen.model import Dokumen
from opensakip.impor.paket import daftar_contoh, muat_contoh
from opensakip.pelaporan.keluaran import buat, dokumen
from opensakip.pelaporan.selectors import isi_cuplikan
from tests.dukungan.terbaca import (
    Terbaca,
    alt_docx,
    alt_html,
    alt_model,
    berisi,
    dari_docx,
    dari_html,
    dari_model,
    dari_pdf,
    padat,
    paragraf_model,
)

pytestmark = pytest.mark.django_db  # the module fixture needs a test database, also when run alone
BENTUK = ("pdf", "docx", "html")
SLUG = ("setda-banten", "biro-perencanaan-kemensos")


@dataclass(frozen=True)
class Laporan:
    """One example: what was frozen, what should be printed, what was read back."""

    isi: dict[str, Any]
    dok: Dokumen
    harus: Terbaca
    berkas: dict[str, bytes]
    terbaca: dict[str, Terbaca]

    def tampil(self, id: str | None) -> str:
        return padat(str(self.isi["angka"][id]["tampil"])) if id else ""

    def tabel(self, bentuk: str, kata: str) -> list[list[str]]:
        """Body of the table whose caption holds the words."""
        ada = [t for t in self.terbaca[bentuk].tabel if padat(kata) in t.judul]
        assert ada, f"{bentuk}: tabel {kata!r} tidak terbaca"
        return ada[0].baris


BACA = {"pdf": dari_pdf, "docx": dari_docx, "html": dari_html}


def _susun(slug: str) -> Laporan:
    contoh = next(c for c in daftar_contoh() if c.slug == slug)
    _, cuplikan = muat_contoh(contoh)
    berkas = {b: buat(cuplikan, b).isi for b in BENTUK}
    dok = dokumen(cuplikan)
    terbaca = {b: BACA[b](isi) for b, isi in berkas.items()}
    return Laporan(isi_cuplikan(cuplikan), dok, dari_model(dok), berkas, terbaca)


@pytest.fixture(scope="module")
def laporan(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Laporan]]:
    """Both reports in all formats, made once; the database is left as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {s: _susun(s) for s in SLUG}
        transaction.set_rollback(True)


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_setiap_sel_setiap_tabel(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    satu = laporan[slug]
    harus, ada = satu.harus.tabel, satu.terbaca[bentuk].tabel
    assert [t.judul for t in ada] == [t.judul for t in harus]
    for t, u in zip(harus, ada, strict=True):
        mau, dapat = t.baris, u.baris
        if bentuk == "pdf":
            mau, dapat = berisi(mau, t.kelompok), berisi(dapat, t.kelompok)
        assert len(dapat) == len(mau), f"{bentuk}, {t.judul}: jumlah baris"
        for n, (x, y) in enumerate(zip(mau, dapat, strict=True), 1):
            assert y == x, f"{bentuk}, {t.judul}, baris {n}"


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_setiap_judul_dan_paragraf(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    satu = laporan[slug]
    ada = satu.terbaca[bentuk]
    if bentuk == "docx":  # numbers of headings are Word's own and not in the text
        for harus, j in zip(satu.harus.judul, ada.judul, strict=True):
            assert harus.endswith(j)
    else:
        sama = [j for j in ada.judul if j in set(satu.harus.judul)]
        assert sama == [j for j in satu.harus.judul if j in set(ada.judul)]
        assert not set(satu.harus.judul) - set(ada.judul)
    for p in paragraf_model(satu.dok):
        assert p in ada.teks, f"{bentuk}: paragraf hilang: {p[:80]}"


@pytest.mark.parametrize("slug", SLUG)
def test_setiap_gambar_bertitel(laporan: dict[str, Laporan], slug: str) -> None:
    satu = laporan[slug]
    harus = alt_model(satu.dok)
    assert len(harus) >= 14
    assert alt_docx(satu.berkas["docx"]) == harus
    assert alt_html(satu.berkas["html"]) == harus
    assert satu.berkas["pdf"].count(b"/Alt") >= len(harus) or b"/ObjStm" in satu.berkas["pdf"]


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_capaian_di_selnya(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    """From the snapshot, not from the document: target, realisasi, capaian stand beside their indicator."""
    satu = laporan[slug]
    baris = satu.tabel(bentuk, "Target, realisasi, dan capaian indikator kinerja")
    for i in satu.isi["indikator"]:
        milik = [b for b in baris if any(s.startswith(padat(i["nama"])) for s in b)]
        assert milik, i["nama"]
        b = milik[0]
        di = next(n for n, s in enumerate(b) if s.startswith(padat(i["nama"])))
        tanda = {"dibawa": "*", "sementara": "‡"}.get(i["status_nilai"], "")
        harus = [satu.tampil(i["target"]), satu.tampil(i["realisasi"]) + tanda, satu.tampil(i["capaian"])]
        assert b[di + 1 : di + 4] == harus, f"{bentuk}: {i['nama']}"


@pytest.mark.parametrize("bentuk", BENTUK)
def test_setiap_pagu_renja_di_barisnya(laporan: dict[str, Laporan], bentuk: str) -> None:
    """All 317 rows of the plan with both ceilings and the difference, and every sum of the units."""
    satu = laporan["setda-banten"]
    a = satu.isi["anggaran"]
    baris = satu.tabel(bentuk, a["judul"])
    baris = berisi(baris, {padat(u["nama"]) for u in a["unit"]})
    jumlah = [b for b in baris if b[0].startswith("Jumlah") and len(b) == 4]
    sisa = iter([b for b in baris if b not in jumlah])
    dilewati = 0
    for x in _urut(a["pohon"]):
        uang = [satu.tampil(x["pagu"].get(k)) for k in ("v1", "v2")] + [satu.tampil(x["selisih"])]
        uang = [u for u in uang if u]  # a row of one version only has no amount in the other
        b = next(sisa)
        while b[len(b) - len(uang) :] != uang or not any(s.startswith(padat(x["nama"])) for s in b[:2]):
            dilewati += 1
            b = next(sisa, None)
            assert b is not None, f"{bentuk}: {x['id']} {x['nama']} tidak ada dengan pagunya"
    tambahan = sum(max(0, len(x["indikator"]) - 1) for x in a["pohon"])
    assert dilewati == tambahan == 7 - len(list(sisa)), "indikator tambahan: baris tanpa pagu sendiri"
    harus = []
    for u in a["unit"]:
        for p in (*u["program"], u):
            harus.append(
                [satu.tampil(p["pagu"]["v1"]), satu.tampil(p["pagu"]["v2"]), satu.tampil(p["selisih"])]
            )
    harus.append([satu.tampil(a["jumlah"]["v1"]), satu.tampil(a["jumlah"]["v2"]), satu.tampil(a["selisih"])])
    assert [b[-3:] for b in jumlah] == harus
    assert jumlah[-1][-3:-1] == ["253.786.078.000", "245.137.431.880"]


def _urut(pohon: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows as they are printed: by unit of the top row, then down each branch."""
    anak: dict[str, list[dict[str, Any]]] = {}
    for b in pohon:
        anak.setdefault(b["induk"] or "", []).append(b)
    unit = list(dict.fromkeys(b["unit"] for b in anak[""]))

    def turun(b: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield b
        for x in anak.get(b["id"], ()):
            yield from turun(x)

    for u in unit:
        for akar in anak[""]:
            if akar["unit"] == u:
                yield from turun(akar)


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_perjanjian_di_barisnya(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    """Every row of every attached agreement, as signed."""
    satu = laporan[slug]
    semua = [b for t in satu.terbaca[bentuk].tabel for b in t.baris]
    periksa = 0
    for p in satu.isi["pk"]:
        for x in p["baris"]:
            periksa += 1
            cari = [padat(x["indikator"]), padat(x["satuan"]), padat(x["target_teks"])]
            assert any(b[-3:] == cari for b in semua), f"{bentuk}: {x['indikator']}"
        for x in p["anggaran"]:
            nilai = satu.tampil(x["nilai"])
            assert any(b[-1] == nilai and padat(x["uraian"]) in b[-2] for b in semua), x["uraian"]
    assert periksa >= 18


@pytest.mark.parametrize("bentuk", BENTUK)
def test_instrumen_di_selnya(laporan: dict[str, Laporan], bentuk: str) -> None:
    """Survey elements of two years with their letters, NKA of five units, weights of AKIP."""
    satu = laporan["biro-perencanaan-kemensos"]
    ins = satu.isi["instrumen"]
    skm = {b[0]: b for b in satu.tabel(bentuk, "Survei Kepuasan Masyarakat tahun 2023")}
    lalu = {b["kode"]: b for b in ins["skm"]["lalu"]["baris"]}
    for b in ins["skm"]["baris"]:
        harus = [
            satu.tampil(lalu[b["kode"]]["nilai"]), satu.tampil(b["nilai"]),
            satu.tampil(lalu[b["kode"]]["konversi"]), satu.tampil(b["konversi"]), b["mutu"],
        ]  # fmt: skip
        assert skm[b["kode"]][2:] == harus
    nka = satu.tabel(bentuk, "Nilai Kinerja Anggaran tahun 2023")
    assert [b[2] for b in nka] == ["91,76", "91,01", "88,85", "93,16", "90,14"]
    akip = satu.tabel(bentuk, "Nilai AKIP tahun 2023")
    assert padat("Perencanaan Kinerja") in akip[0][1]
    assert "76,57" in akip[0]


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", BENTUK)
def test_berkas_menyebut_sidiknya(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    satu = laporan[slug]
    assert satu.isi["meta"]["sidik"] in satu.terbaca[bentuk].teks


@pytest.mark.parametrize("slug", SLUG)
@pytest.mark.parametrize("bentuk", ["pdf", "docx"])
def test_pembaca_dokumen_membaca_laporan_sendiri(laporan: dict[str, Laporan], slug: str, bentuk: str) -> None:
    """`opensakip baca` gives our report back: every table, figure and indicator with its values."""
    satu = laporan[slug]
    terbaca = baca_isi(f"laporan.{bentuk}", satu.berkas[bentuk])
    sel = {
        padat(t.keterangan): [[padat(s.teks + s.tanda) for s in b if s is not None] for b in t.baris]
        for t in terbaca.tabel()
        if t.nomor and not t.daftar
    }
    assert set(sel) == {t.judul for t in satu.harus.tabel}
    for t in satu.harus.tabel:
        angka = Counter(s for b in t.baris for s in b if any(h.isdigit() for h in s))
        hilang = angka - Counter(s for b in sel[t.judul] for s in b)
        assert not hilang, f"{bentuk}, {t.judul}: {sorted(hilang)[:5]}"
    capaian = next(b for j, b in sel.items() if padat("Target, realisasi, dan capaian indikator") in j)
    for i in satu.isi["indikator"]:
        b = next(b for b in capaian if any(s.startswith(padat(i["nama"])) for s in b))
        di = next(n for n, s in enumerate(b) if s.startswith(padat(i["nama"])))
        tanda = {"dibawa": "*", "sementara": "‡"}.get(i["status_nilai"], "")
        assert b[di + 1 : di + 4] == [
            satu.tampil(i["target"]),
            satu.tampil(i["realisasi"]) + tanda,
            satu.tampil(i["capaian"]),
        ], f"{bentuk}: {i['nama']}"
