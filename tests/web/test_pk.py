"""Agreements: two versions, what changed and why, contradictions at the very cell, and the forms as files."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from docx import Document

from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.pertentangan import pertentangan, tercetak_lain
from opensakip.web.penyaji.pk import pasangan
from tests.web.contoh import buat_isi
from tests.web.klien import Klien

DASAR = "/i/dinas-uji/2030/pk/"


def _isi_tiga_versi() -> dict[str, Any]:
    """A third version: one indicator dropped, one target moved."""
    isi = buat_isi()
    dua = isi["pk"][1]
    baris = [dict(r) for r in dua["baris"] if r["indikator_kode"] != "I-3"]
    baris[0] |= {"target": "pk.3.1", "target_teks": "85"}
    isi["angka"]["pk.3.1"] = isi["angka"]["ind.I-0.target"] | {"nilai": "85", "tampil": "85"}
    isi["pk"].append(dua | {"nomor": 3, "tahap": "revisi", "baris": baris, "alasan": "Target dinaikkan"})
    return isi


def _pasangan(isi: dict[str, Any], lama: str = "", baru: str = "") -> Any:
    hasil = pasangan(Bacaan(isi, "/i/x/2030/"), lama, baru)
    assert hasil is not None
    return hasil


def test_keadaan_tiap_indikator() -> None:
    p = _pasangan(_isi_tiga_versi())
    assert (p.lama["nomor"], p.baru["nomor"], p.berlaku) == (2, 3, 3)
    assert p.keadaan == {"I-0": ("berubah", "80"), "I-3": ("dilepas", "")}
    assert ("1", "target berubah") in p.perubahan


def test_tanpa_indikator_yang_dipertahankan_tidak_ditandai_satu_satu() -> None:
    isi = buat_isi()
    isi["pk"][0]["baris"] = [r | {"indikator_kode": f"M-{r['urut']}"} for r in isi["pk"][0]["baris"]]
    p = _pasangan(isi)
    assert p.keadaan == {}
    assert ("0", "indikator dipertahankan") in p.perubahan


@pytest.mark.parametrize(
    ("lama", "baru", "hasil"),
    [
        ("", "", (2, 3)),
        ("1", "", (1, 3)),
        ("", "2", (1, 2)),
        ("", "1", (None, 1)),
        ("3", "2", (1, 2)),
        ("9", "x", (2, 3)),
    ],
)
def test_versi_dipilih_pada_alamat(lama: str, baru: str, hasil: tuple[int | None, int]) -> None:
    """The left one is always older; numbers that name nothing are as if not given."""
    p = _pasangan(_isi_tiga_versi(), lama, baru)
    assert ((p.lama or {}).get("nomor"), p.baru["nomor"]) == hasil


def test_selisih_bertaut_hanya_antara_versi_beruntun() -> None:
    isi = _isi_tiga_versi()
    isi["angka"]["pk.3.a1.selisih"] = isi["angka"]["pk.1.a1"]
    isi["pk"][2]["perubahan_anggaran"] = [{"kunci": "9.01", "selisih": "pk.3.a1.selisih"}]
    assert _pasangan(isi).program[0].selisih_id == "pk.3.a1.selisih"
    assert _pasangan(isi, lama="1").program[0].selisih_id == "", (
        "selisih beku hanya terhadap versi sebelumnya"
    )


def test_pertentangan_menurut_aturan() -> None:
    isi = buat_isi()
    isi["angka"]["pk.2.jumlah"] |= {"nilai": "5000000001", "tampil": "5.000.000.001"}
    isi["catatan"].append(
        {"subjek": "I-2", "tercetak": "99", "seharusnya": "90", "kalimat": "Tabel lain.", "asal": []}
    )
    isi["catatan"].append(
        {"subjek": "I-2", "tercetak": "baik", "seharusnya": "tinggi", "kalimat": "Bukan target.", "asal": []}
    )
    b = Bacaan(isi, "/i/x/2030/")
    p = _pasangan(isi)
    semua = [(t.tempat, t.tertulis, t.lain) for t in pertentangan(b, p)]
    assert ("PK perubahan, Indeks Ketahanan Pangan Wilayah 2", "99", "90") in semua
    assert ("PK perubahan, jumlah anggaran", "5.000.000.001", "5.000.000.000") in semua
    assert ("Indeks Ketahanan Pangan Wilayah 0", "80", "81,00 (2029)") in semua, "target di bawah tahun lalu"
    assert not [t for t in semua if t[0] == "Indeks Ketahanan Pangan Wilayah 2"], "cara ukur berganti"
    assert not [t for t in semua if "baik" in t]
    assert tercetak_lain(b, p) == {"ind.I-1.target": "5", "ind.I-2.target": "99"}


def test_tanpa_perjanjian_tanpa_pertentangan() -> None:
    b = Bacaan(buat_isi(tanpa_capaian=True), "/i/x/2030/")
    assert pasangan(b) is None
    assert pertentangan(b, None) == []
    assert tercetak_lain(b, None) == {}


def test_halaman_menandai_dan_mengunduh(dinas: object, klien: Klien) -> None:
    h = klien.buka(DASAR)
    assert "Alasan perubahan: Rencana kerja berubah" in h.teks
    lama, baru = h.semua("//div[@class='banding']/section")
    assert "Indikator baru" in h.tulisan(baru)
    assert "Indikator baru" not in h.tulisan(lama)
    assert [h.tulisan(s) for s in h.semua("//span[@class='beda']")] == ["tercetak 5", "tercetak 5"]
    riwayat = [h.tulisan(li) for li in h.semua("//ol[@class='versi']/li")]
    assert riwayat[0].startswith("Perubahan. Rencana kerja berubah28 Oktober 2030.")
    assert riwayat[1].startswith("MurniJanuari 2030, tanggal tidak tercetak. Plt. Kepala Dinas kepada Bupati")
    assert {a for a in h.tautan() if a.endswith((".pdf", ".docx"))} == {
        f"{DASAR}{n}.{f}" for n in (1, 2) for f in ("pdf", "docx")
    }


def test_formulir_pdf_dan_docx_memuat_versinya(dinas: object, klien: Klien) -> None:
    jawab = klien.asli.get(DASAR + "1.pdf")
    assert jawab.headers["Content-Disposition"] == 'attachment; filename="pk-dinas-uji-2030-1.pdf"'
    pdf = pypdfium2.PdfDocument(jawab.content)
    teks = " ".join(" ".join(h.get_textpage().get_text_range() for h in pdf).split())
    assert "Plt. Kepala Dinas" in teks
    assert "Bupati" in teks
    assert "6.000.000.000" in teks
    docx = klien.asli.get(DASAR + "2.docx")
    kata = Document(io.BytesIO(docx.content))
    sel = {s.text.strip() for t in kata.tables for r in t.rows for s in r.cells}
    assert "Indeks Ketahanan Pangan Wilayah 0" in sel
    assert "5.000.000.000" in sel


def test_formulir_bertanda_dan_tidak_dibuat_dua_kali(
    dinas: object, klien: Klien, monkeypatch: pytest.MonkeyPatch
) -> None:
    jawab = klien.asli.get(DASAR + "2.docx")
    monkeypatch.setattr("opensakip.web.tampilan.pk.buat_pk", lambda *_: 1 / 0)
    lagi = klien.asli.get(DASAR + "2.docx", headers={"If-None-Match": jawab.headers["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")


@pytest.mark.parametrize("berkas", ["3.pdf", "0.docx", "2.html", "dua.pdf"])
def test_formulir_yang_tidak_ada(dinas: object, klien: Klien, berkas: str) -> None:
    assert klien.asli.get(DASAR + berkas).status_code == 404
