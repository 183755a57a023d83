"""The shipped data sets keep the published format: headers, allowed values, references, no personal data."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from opensakip.impor.format import FORMAT, MENURUT_NAMA
from opensakip.impor.kolom import Jenis, Susunan
from tests.contoh.bacaan import CONTOH, FOLDER, IMPOR, Baris, kepala, sumber, tabel
from tests.dukungan.berkas import AKAR

BERKAS = [(f, s) for f in FOLDER for s in FORMAT if (FOLDER[f] / s.berkas).exists()]
TIAP_BERKAS = pytest.mark.parametrize(("folder", "susunan"), BERKAS, ids=[f"{f}/{s.nama}" for f, s in BERKAS])
TIAP_FOLDER = pytest.mark.parametrize("folder", FOLDER)
DOKUMEN = AKAR / "docs" / "rujukan" / "format-data.md"


@TIAP_BERKAS
def test_kepala_kolom(folder: str, susunan: Susunan) -> None:
    assert kepala(FOLDER[folder] / susunan.berkas) == list(susunan.nama_kolom)


@TIAP_FOLDER
def test_berkas_wajib_ada_dan_tidak_ada_berkas_asing(folder: str) -> None:
    ada = {p.stem for p in FOLDER[folder].glob("*.csv")}
    assert {s.nama for s in FORMAT if s.wajib} <= ada <= set(MENURUT_NAMA)


@TIAP_BERKAS
def test_tiap_sel_rapi_dan_sel_wajib_terisi(folder: str, susunan: Susunan) -> None:
    salah = []
    for n, b in enumerate(tabel(folder, susunan.nama), start=2):
        for k in susunan.kolom:
            sel = b[k.nama]
            if sel != sel.strip() or "\n" in sel or "\t" in sel or "  " in sel:
                salah.append(f"baris {n} {k.nama}: spasi atau ganti baris: {sel!r}")
            if k.wajib and not sel and not k.baku:
                salah.append(f"baris {n} {k.nama}: kosong")
            if len(sel) > k.maks and k.jenis in (Jenis.TEKS, Jenis.KODE):
                salah.append(f"baris {n} {k.nama}: {len(sel)} huruf, paling banyak {k.maks}")
    assert not salah


def _cacat(jenis: Jenis, pilihan: tuple[str, ...], sel: str) -> bool:
    """Tell whether a filled cell breaks the form of its column."""
    pola = {
        Jenis.KODE: r"[A-Za-z0-9][A-Za-z0-9._-]*",
        Jenis.SLUG: r"[a-z0-9]+(-[a-z0-9]+)*",
        Jenis.YA_TIDAK: r"ya|tidak",
        Jenis.TAHUN: r"(19|20)\d\d",
        Jenis.BULAT: r"\d+",
        Jenis.PERIODE: r"TW[1-4]|S[12]|B(0[1-9]|1[0-2])",
        Jenis.RUPIAH: r"\d+|\d{1,3}(\.\d{3})+",
        Jenis.DESIMAL: r"-?\d+(,\d+)?",
        Jenis.SUMBER: r"[a-z0-9-]+:\d+(;[a-z0-9-]+:\d+)*",
        Jenis.ATURAN: r"[a-z0-9-]+/[a-z0-9-]+",
    }
    if jenis is Jenis.PILIHAN:
        return sel not in pilihan
    if jenis is Jenis.TANGGAL:
        return date.fromisoformat(sel).isoformat() != sel
    if jenis is Jenis.WAKTU:
        return datetime.fromisoformat(sel).tzinfo is None
    return jenis in pola and re.fullmatch(pola[jenis], sel) is None


@TIAP_BERKAS
def test_bentuk_tiap_sel(folder: str, susunan: Susunan) -> None:
    salah = [
        f"baris {n} {k.nama}: {b[k.nama]!r}"
        for n, b in enumerate(tabel(folder, susunan.nama), start=2)
        for k in susunan.kolom
        if b[k.nama] and _cacat(k.jenis, k.pilihan, b[k.nama])
    ]
    assert not salah


@TIAP_BERKAS
def test_tidak_ada_baris_kembar(folder: str, susunan: Susunan) -> None:
    if susunan.kunci:
        hitung = Counter(tuple(b[k] for k in susunan.kunci) for b in tabel(folder, susunan.nama))
        assert [k for k, n in hitung.items() if n > 1] == []
    else:
        hitung = Counter(tuple(b.values()) for b in tabel(folder, susunan.nama))
        assert [k for k, n in hitung.items() if n > 1] == []


@TIAP_BERKAS
def test_rujukan_antarberkas(folder: str, susunan: Susunan) -> None:
    salah = []
    for k in susunan.kolom:
        if k.acuan:
            berkas, kolom = k.acuan.split(".")
            ada = {b[kolom] for b in tabel(folder, berkas)}
            salah += [
                f"{k.nama}={b[k.nama]}"
                for b in tabel(folder, susunan.nama)
                if b[k.nama] and b[k.nama] not in ada
            ]
    assert not salah


@TIAP_FOLDER
def test_rujukan_di_dalam_rencana(folder: str) -> None:
    butir = {(b["dokumen"], b["id"]) for b in tabel(folder, "butir")}
    versi = {(v["dokumen"], v["nomor"]) for v in tabel(folder, "versi")}
    ind = {(b["dokumen"], b["butir"], b["urut"] or "1") for b in tabel(folder, "butir_indikator")}
    assert [b for b in tabel(folder, "butir") if b["induk"] and (b["dokumen"], b["induk"]) not in butir] == []
    assert [b for b in tabel(folder, "butir_indikator") if (b["dokumen"], b["butir"]) not in butir] == []
    assert [
        t for t in tabel(folder, "target") if (t["dokumen"], t["butir"], t["urut"] or "1") not in ind
    ] == []
    assert [p for p in tabel(folder, "pagu") if (p["dokumen"], p["butir"]) not in butir] == []
    for nama in ("butir", "butir_indikator", "target", "pagu"):
        assert [
            b for b in tabel(folder, nama) if b["versi"] and (b["dokumen"], b["versi"]) not in versi
        ] == []
    assert {v[0] for v in versi} == {d["kode"] for d in tabel(folder, "dokumen")}


@TIAP_FOLDER
def test_anggota_efisiensi_dan_penanggung_jawab_ada(folder: str) -> None:
    butir = {(b["dokumen"], b["id"]) for b in tabel(folder, "butir")}
    unit = {u["kode"] for u in tabel(folder, "unit")}
    for e in tabel(folder, "efisiensi"):
        assert all((e["dokumen"], a) in butir for a in e["anggota"].split(";")), e
    for i in tabel(folder, "indikator"):
        assert set(filter(None, i["penanggung_jawab"].split(";"))) <= unit, i


@TIAP_FOLDER
def test_sumber_dikenal_dan_tiap_angka_bersumber(folder: str) -> None:
    kunci = {s["kode"] for s in tabel(folder, "sumber")}
    for susunan in FORMAT:
        if "sumber" not in susunan.nama_kolom:
            continue
        for n, b in enumerate(tabel(folder, susunan.nama), start=2):
            assert b["sumber"], f"{susunan.berkas} baris {n} tanpa sumber"
            assert {k for k, _ in sumber(b)} <= kunci, f"{susunan.berkas} baris {n}"


@TIAP_FOLDER
def test_pohon_unit_dan_rencana_tidak_berputar(folder: str) -> None:
    def kedalaman(induk: dict[str, str], kode: str) -> int:
        jejak: list[str] = []
        while kode:
            assert kode not in jejak, jejak
            jejak.append(kode)
            kode = induk.get(kode, "")
        return len(jejak)

    unit = {u["kode"]: u["induk"] for u in tabel(folder, "unit")}
    assert max(kedalaman(unit, k) for k in unit) >= 2
    for d in tabel(folder, "dokumen"):
        induk = {b["id"]: b["induk"] for b in tabel(folder, "butir") if b["dokumen"] == d["kode"]}
        for k in induk:
            kedalaman(induk, k)


@TIAP_FOLDER
def test_status_realisasi_sesuai_nilai(folder: str) -> None:
    for r in tabel(folder, "realisasi"):
        assert bool(r["nilai"]) == (r["status"] in ("final", "sementara", "dibawa")), r
        if r["status"] == "dibawa":
            assert r["alasan"], r
            assert int(r["tahun_nilai"]) < int(r["tahun"]), r
        else:
            assert r["tahun_nilai"] == "", r


@pytest.mark.parametrize("folder", CONTOH)
def test_contoh_menyatakan_diri_contoh_dan_dibekukan_pada_waktu_tetap(folder: str) -> None:
    (i,) = tabel(folder, "instansi")
    assert (i["slug"], i["contoh"]) == (folder, "ya")
    assert i["pernyataan"] == "CONTOH, disusun ulang dari laporan publik, bukan dokumen resmi"
    assert datetime.fromisoformat(i["dibekukan_pada"]).utcoffset() is not None
    assert (FOLDER[folder] / "CATATAN.md").read_text(encoding="utf-8").startswith("# ")


def _teks(folder: Path) -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*")) if p.is_file())


@TIAP_FOLDER
def test_tanpa_data_pribadi_dan_tanpa_nama_salinan(folder: str) -> None:
    isi = _teks(FOLDER[folder])
    assert re.findall(r"\b(?:19|20)\d{6} ?\d{6} ?[12] ?\d{3}\b", isi) == []  # NIP
    assert re.findall(r"\bNIP\.? *\d", isi) == []
    assert re.findall(r"\(0\d{2,3}\) ?\d{5,}|\b08\d{8,}|\+62\d", isi) == []  # phones
    assert re.findall(r"[\w.]+@[\w.]+\.\w+", isi) == []
    assert (
        re.findall(r"(?:^|[\s,])(?:Drs?\.|Hj?\.|Ir\.|S\.\s?(?:Sos|STP|H|E|T)\b|M\.\s?Si\b|MM\b)", isi) == []
    )
    assert re.findall(r"\w+\.txt|/(?:work|root|tmp|home)/|\bseed", isi) == []


def test_templat_berisi_kepala_saja_dan_sama_dengan_format() -> None:
    templat = IMPOR / "templat"
    assert {p.stem for p in templat.glob("*.csv")} == {s.nama for s in FORMAT}
    for s in FORMAT:
        assert (templat / s.berkas).read_text(encoding="utf-8") == ",".join(s.nama_kolom) + "\n"


@pytest.mark.parametrize("susunan", FORMAT, ids=lambda s: s.nama)
def test_dokumen_format_menyebut_tiap_kolom_pilihan_dan_memberi_contoh(susunan: Susunan) -> None:
    isi = DOKUMEN.read_text(encoding="utf-8")
    m = re.search(rf"### {re.escape(susunan.berkas)}\n(.*?)(?=\n### |\n## |\Z)", isi, re.S)
    assert m, "berkas ini belum diterangkan"
    bagian = m[1]
    for k in susunan.kolom:
        assert f"`{k.nama}`" in bagian, k.nama
        assert not k.wajib or re.search(rf"`{k.nama}`(?:, `\w+`)* \*\*wajib\*\*", bagian), f"{k.nama} wajib"
        if k.nama != "keadaan":
            for p in k.pilihan:
                assert f"`{p}`" in bagian, f"{k.nama}: {p}"
    contoh = re.search(r"```\n(.*?)\n```", bagian, re.S)
    assert contoh, "tanpa contoh baris"
    assert set(contoh[1].splitlines()[0].split(",")) <= set(susunan.nama_kolom)


def _baris_contoh(dokumen: str) -> list[tuple[str, Baris]]:
    hasil = []
    for m in re.finditer(r"### (\w+)\.csv\n.*?```\n(.*?)\n```", dokumen, re.S):
        hasil += [(m[1], b) for b in csv.DictReader(m[2].splitlines(), strict=True)]
    return hasil


def test_baris_contoh_pada_dokumen_sah() -> None:
    contoh = _baris_contoh(DOKUMEN.read_text(encoding="utf-8"))
    assert {n for n, _ in contoh} == set(MENURUT_NAMA)
    for nama, b in contoh:
        assert None not in b, (nama, b)
        for k in MENURUT_NAMA[nama].kolom:
            sel = b.get(k.nama, "")
            if k.jenis is not Jenis.SUMBER:
                assert not (sel and _cacat(k.jenis, k.pilihan, sel)), (nama, k.nama, sel)
            assert not k.wajib or sel, (nama, k.nama)


@TIAP_FOLDER
def test_subjek_catatan_dan_tempat_naskah_dikenal(folder: str) -> None:
    kolom = {
        "indikator": "kode", "pk_baris": "sasaran_kode", "butir": "id", "unit": "kode", "pk": "kode",
        "dokumen": "kode",
    }  # fmt: skip
    kode = {b[k] for berkas, k in kolom.items() for b in tabel(folder, berkas)}
    kode |= {"anggaran", "anggaran.sisa", "anggaran.realisasi", "skala", "tujuan"}
    angka_id = re.compile(r"(?:ind|efi|sas)\.(?P<kode>[^.]+)\.\w+|ins\.\w+(?:\.\w+)*")
    for c in tabel(folder, "catatan"):
        m = angka_id.fullmatch(c["subjek"])
        assert c["subjek"] in kode or (m and (m["kode"] is None or m["kode"] in kode)), c["subjek"]
    for n in tabel(folder, "naskah"):
        m = re.fullmatch(
            r"sasaran\.(?P<kode>[^.]+)\.(?:sebab|upaya|penyerapan)|anggaran\.sebab|target_depan"
            r"|bab1\.gambaran_umum|penutup\.simpulan|instrumen\.\w+",
            n["tempat"],
        )
        assert m, n["tempat"]
        assert m["kode"] is None or m["kode"] in kode, n["tempat"]
