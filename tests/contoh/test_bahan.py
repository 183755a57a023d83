"""The shipped examples against the tables they were made from, and the texts they must not copy.

Needs the reference material (OPENSAKIP_BAHAN); skipped with a reason where it is absent.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.contoh.bacaan import CONTOH, FOLDER, Baris, angka, sumber, tabel

pytestmark = pytest.mark.bahan
SALINAN = {"setda-banten": "002_*.txt", "biro-perencanaan-kemensos": "003_*.txt", "setneg": "000_*.txt"}
STATUS = {"printed": "tercetak", "repaired": "dipulihkan", "derived": "diturunkan"}
TINGKAT = ("sasaran", "program", "kegiatan", "sub_kegiatan")


def acuan(bahan: Path, nama: str) -> list[Baris]:
    with (bahan / "data" / f"{nama}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def salinan(bahan: Path, folder: str) -> str:
    (jalur,) = (bahan / "seeds").glob(SALINAN[folder])
    return jalur.read_text(encoding="utf-8")


def baris_acuan(b: Baris) -> set[str]:
    """Line numbers of a reference row, ranges opened."""
    hasil = set()
    for bagian in b["source"].split(":", 1)[1].split(","):
        awal, _, akhir = bagian.partition("-")
        hasil |= {str(n) for n in range(int(awal), int(akhir or awal) + 1)}
    return hasil


def baris_sumber(b: Baris) -> set[str]:
    return {n for _, n in sumber(b)}


def test_butir_dan_pagu_tabel_21(bahan: Path) -> None:
    acu = {r["id"]: r for r in acuan(bahan, "banten-2025/renja") if r["level"] in TINGKAT}
    butir = {b["id"]: b for b in tabel("setda-banten", "butir") if b["dokumen"] == "renja-2025"}
    assert list(butir) == list(acu)
    for i, r in acu.items():
        b = butir[i]
        assert (b["induk"], b["tingkat"], b["keadaan"]) == (
            r["parent_id"],
            r["level"],
            STATUS[r["status_data"]],
        ), i
        assert baris_sumber(b) == baris_acuan(r), i
        if "[" not in r["nama"]:
            assert b["teks"] == r["nama"], i
        if r["level"] == "program":
            assert b["unsur"] == b["kode"] == r["kode_program"], i
        if r["level"] == "sasaran" and r["sasaran_no"]:
            assert b["unsur"] == b["kode"] == f"S{r['sasaran_no']}", i
    pagu = {(p["butir"], p["versi"]): p["nilai"] for p in tabel("setda-banten", "pagu")}
    assert pagu == {
        (i, v): r[kolom]
        for i, r in acu.items()
        for v, kolom in (("1", "pagu_murni"), ("2", "pagu_perubahan"))
        if r[kolom]
    }


def test_indikator_dan_target_tabel_21(bahan: Path) -> None:
    acu: dict[str, list[Baris]] = defaultdict(list)
    for r in acuan(bahan, "banten-2025/renja"):
        if r["indikator"] and not r["indikator"].startswith("[baris hilang]"):
            acu[r["parent_id"] if r["level"].startswith("indikator") else r["id"]].append(r)
    ada: dict[str, list[str]] = defaultdict(list)
    for b in tabel("setda-banten", "butir_indikator"):
        if b["dokumen"] == "renja-2025":
            ada[b["butir"]].append(b["nama_cetak"])
    assert {i: [r["indikator"].replace("[terpotong] ", "... ") for r in n] for i, n in acu.items()} == ada
    target = {
        (t["butir"], int(t["urut"])): t["nilai"]
        for t in tabel("setda-banten", "target")
        if t["dokumen"] == "renja-2025" and not t["versi"]
    }
    assert target == {
        (i, u): r["target_teks"] for i, n in acu.items() for u, r in enumerate(n, 1) if r["target_teks"]
    }


def test_realisasi_banten(bahan: Path) -> None:
    ada = {(b["indikator"], b["tahun"]): b for b in tabel("setda-banten", "realisasi")}
    for r in acuan(bahan, "banten-2025/riwayat"):
        if r["jenis"] == "realisasi" and r["tahun"] != "2025":
            b = ada.pop((f"I-S{r['sasaran_no']}", r["tahun"]))
            assert angka(b["nilai"]) == angka(r["nilai"])
            assert baris_sumber(b) <= baris_acuan(r)
    for r in acuan(bahan, "banten-2025/sasaran_indikator"):
        b = ada.pop((f"I-S{r['no']}", "2025"))
        assert angka(b["nilai"]) == angka(r["realisasi_2025"])
        assert (b["status"] == "dibawa", b["tahun_nilai"]) == (r["carry_over"] == "ya", r["carry_over_tahun"])
    assert ada == {}


def test_lampiran_pk_banten(bahan: Path) -> None:
    acu = [r for r in acuan(bahan, "banten-2025/pk") if r["lokasi"] == "lampiran"]
    baris = [
        (r["versi"], r["sasaran_program"], r["indikator"], r["satuan"], r["target_teks"])
        for r in acu
        if r["jenis"] == "indikator"
    ]
    assert [
        (b["pk"].removeprefix("pk-2025-"), b["sasaran"], b["indikator_cetak"], b["satuan"], b["target"])
        for b in tabel("setda-banten", "pk_baris")
    ] == baris
    uang = [
        (r["versi"], r["no_kode"], r["sasaran_program"], r["anggaran"])
        for r in acu
        if r["jenis"] == "program"
    ]
    assert [
        (b["pk"].removeprefix("pk-2025-"), b["kode"], b["uraian"], b["nilai"])
        for b in tabel("setda-banten", "pk_anggaran")
    ] == uang


def test_efisiensi_banten(bahan: Path) -> None:
    acu = acuan(bahan, "banten-2025/efisiensi")
    assert [e["sasaran"] for e in tabel("setda-banten", "efisiensi")] == [f"S{r['sasaran_no']}" for r in acu]
    raro = {
        b["kunci"]: b["nilai"]
        for b in tabel("setda-banten", "realisasi_anggaran")
        if b["tingkat"] == "sasaran"
    }
    assert raro == {f"S{r['sasaran_no']}": r["raro"] for r in acu}


def test_indikator_kemensos(bahan: Path) -> None:
    ada = {
        (b["indikator"], b["tahun"]): angka(b["nilai"])
        for b in tabel("biro-perencanaan-kemensos", "realisasi")
    }
    target = {
        (t["butir"], t["urut"], t["tahun"]): t["nilai"] for t in tabel("biro-perencanaan-kemensos", "target")
    }
    pk = {(b["pk"], b["indikator"]): b["target"] for b in tabel("biro-perencanaan-kemensos", "pk_baris")}
    urut: dict[str, int] = defaultdict(int)
    for r in acuan(bahan, "kemensos-biroren-2023/sasaran_indikator"):
        kode = "IKK-" + r["ikk_kode"].replace(".", "-")
        urut[r["sk_no"]] += 1
        for tahun in ("2021", "2022", "2023"):
            nilai = r[f"realisasi_{tahun}"]
            assert (kode, tahun) in ada if nilai else (kode, tahun) not in ada
            assert not nilai or ada.pop((kode, tahun)) == angka(nilai)
        for tahun, kolom in (("2023", "target_2023_tabel_capaian"), ("2024", "target_2024")):
            assert target.pop((f"SK{r['sk_no']}", str(urut[r["sk_no"]]), tahun)) == r[kolom]
        for nama in ("pk-2023-november", "pk-2023-desember"):
            assert pk.pop((nama, kode)) == r["target_2023_pk"]
    assert (ada, target, pk) == ({}, {}, {})


def test_instrumen_kemensos(bahan: Path) -> None:
    ada = {
        (
            b["instrumen"],
            b["tahun"],
            b["kelompok"][:2] if b["instrumen"] == "nka" else b["kelompok"],
            b["komponen"],
        ): angka(b["nilai"])
        for b in tabel("biro-perencanaan-kemensos", "instrumen")
    }
    for r in acuan(bahan, "kemensos-biroren-2023/skm"):
        if r["jenis"] == "unsur":
            assert ada["skm", r["tahun"], "unsur", r["kode"]] == angka(r["nilai"].replace(".", ","))
    kolom = {
        "csp": "csp",
        "penyerapan": "penyerapan",
        "konsistensi": "konsistensi",
        "cko": "ckp",
        "satker": "rata_rata_satker",
        "tercetak_nka": "nka",
        "tercetak_e": "efisiensi",
        "tercetak_ne": "nilai_efisiensi",
    }
    for r in acuan(bahan, "kemensos-biroren-2023/nka_smart"):
        for komponen, nama in kolom.items():
            assert ada["nka", "2023", r["kode_eselon1"], komponen] == angka(r[nama].replace(".", ","))
    for r in acuan(bahan, "kemensos-biroren-2023/ip_asn"):
        kunci = ("tercetak", "nilai") if r["bobot"] == "100" else ("dimensi", r["dimensi"].lower())
        assert ada["ip_asn", "2023", *kunci] == angka(r["nilai"].replace(".", ","))


def test_rka_setneg(bahan: Path) -> None:
    acu = acuan(bahan, "setneg-2024/rka")
    teks = {
        b["id"]: (b["induk"], b["tingkat"], b["kode"], b["teks"])
        for b in tabel("setneg", "butir")
        if b["id"] != "V"
    }
    assert teks == {
        r["id"]: (r["parent_id"], r["jenis"], r["kode"], r["uraian"])
        for r in acu
        if not r["jenis"].startswith("indikator")
    }
    pagu = {(p["butir"], p["tahun"]): p["angka_cetak"] for p in tabel("setneg", "pagu")}
    tahun = ("2024", "2025", "2026", "2027")
    assert pagu == {
        (r["id"], t): r[f"alokasi_{t}_cetak"] for r in acu for t in tahun if r[f"alokasi_{t}_cetak"]
    }
    nama = {(b["butir"], b["urut"]): b["nama_cetak"] for b in tabel("setneg", "butir_indikator")}
    target = {
        (nama[t["butir"], t["urut"]], t["butir"], t["tahun"]): t["nilai"] for t in tabel("setneg", "target")
    }
    assert target == {
        (r["uraian"], r["parent_id"], t): r[f"target_{t}_teks"]
        for r in acu
        for t in tahun
        if r["jenis"].startswith("indikator") and r[f"target_{t}_teks"]
    }


@pytest.mark.parametrize("folder", CONTOH)
def test_nomor_baris_sumber_ada_pada_salinan(bahan: Path, folder: str) -> None:
    isi = salinan(bahan, folder).split("\n")
    salah = []
    for p in FOLDER[folder].glob("*.csv"):
        for b in tabel(folder, p.stem):
            if b.get("keadaan") != "diturunkan" and "sumber" in b:  # those point at the gap in the scan
                salah += [
                    (p.name, n)
                    for _, n in sumber(b)
                    if not (0 < int(n) <= len(isi) and isi[int(n) - 1].strip())
                ]
    assert salah == []


def _rapi(teks: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"<[^>]+>", " ", teks.lower())).strip()


@pytest.mark.parametrize("folder", CONTOH)
def test_nilai_yang_dimuat_tercetak_pada_barisnya(bahan: Path, folder: str) -> None:
    """Each target and value stands, as it was loaded, on one of the lines it names."""
    isi = salinan(bahan, folder).split("\n")
    salah = []
    for berkas, kolom in (
        ("pk_baris", "target"),
        ("realisasi", "nilai"),
        ("target", "nilai"),
        ("pembanding", "nilai"),
    ):
        for b in tabel(folder, berkas):
            nilai = b[kolom]
            if not nilai:
                continue
            bentuk = {nilai.lower(), nilai.replace(",", ".").lower()}
            desimal = (
                nilai.replace(".", ",").rstrip("0").rstrip(",") if "," in nilai or "." in nilai else nilai
            )
            bentuk |= {desimal, desimal.replace(",", ".")}
            teks = " ".join(isi[int(n) - 1] for _, n in sumber(b)).lower()
            if not any(re.search(rf"(?<![\d.,]){re.escape(x)}", teks) for x in bentuk):
                salah.append((berkas, nilai, b["sumber"]))
    assert salah == []


@pytest.mark.parametrize("folder", CONTOH)
def test_uraian_ditulis_dengan_kata_sendiri(bahan: Path, folder: str) -> None:
    """No run of nine words of the source stands in our narrative, notes and issue titles."""
    sumber_teks = f" {_rapi(salinan(bahan, folder))} "
    salah = []
    for berkas, kolom in (
        ("naskah", "teks"),
        ("catatan", "kalimat"),
        ("bagian", "teks"),
        ("pk", "alasan"),
        ("realisasi", "alasan"),
    ):
        for b in tabel(folder, berkas):
            if b.get("jenis") == "dasar_hukum":
                continue  # the title of a regulation is its name
            kata = _rapi(b[kolom]).split()
            salah += [
                (berkas, " ".join(kata[i : i + 9]))
                for i in range(len(kata) - 8)
                if f" {' '.join(kata[i : i + 9])} " in sumber_teks
            ]
    assert salah == []


@pytest.mark.parametrize("folder", CONTOH)
def test_tanpa_nama_orang(bahan: Path, folder: str) -> None:
    """Names that the sources print beside "Nama" or above a signature are nowhere in the shipped files."""
    isi = salinan(bahan, folder)
    nama = set(re.findall(r"N ?a ?m ?a\s*:\s*\**([^*\n]+)", isi))
    nama |= set(re.findall(r"\*\*([^*\n]+)\*\*\s*\n+(?:\*\*NIP|Pembina)", isi))
    kata = {k for n in nama for k in re.findall(r"[A-Za-z']{4,}", n.split(",")[0].lower())}
    if folder != "setneg":
        assert kata
    kata -= {"banten", "sosial"}
    termuat = _rapi("\n".join(p.read_text(encoding="utf-8") for p in FOLDER[folder].iterdir())).split()
    assert kata & set(termuat) == set()
