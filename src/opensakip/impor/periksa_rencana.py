"""Checks of planning documents: versions in a chain, levels of the scheme, targets, ceilings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from opensakip import peraturan
from opensakip.impor.errors import Tingkat, potong
from opensakip.impor.kumpulan import Baris, Kumpulan, Pencatat
from opensakip.impor.rencana import Rencana, VersiRencana

AWALAN_SKEMA = "skema/"


def skema_pada(kode: str, hari: date) -> Mapping[str, Any] | None:
    """Levels of a scheme in force on a day, by name; None when there is no such scheme."""
    try:
        return peraturan.pada(AWALAN_SKEMA + kode, hari).nilai["tingkat"]  # type: ignore[no-any-return]
    except LookupError:
        return None


def periksa_versi(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """Each document has versions 1, 2, 3 ... whose dates do not run backwards; changes give a reason."""
    menurut: dict[str, list[Baris]] = defaultdict(list)
    for v in r.versi.values():
        menurut[v.versi["dokumen"]].append(v.versi)
    for d in k["dokumen"]:
        if not menurut.get(d.mentah["kode"]) and "versi" not in k.rusak and d.utuh("kode"):
            c.salah(
                d,
                "kode",
                f"dokumen {potong(d['kode'])} tidak punya versi.",
                f"tambahkan baris {d['kode']},1 ke versi.csv.",
            )
        if d.utuh("tahun_awal", "tahun_akhir") and d["tahun_akhir"] < d["tahun_awal"]:
            c.salah(d, "tahun_akhir", "tahun akhir mendahului tahun awal.", "tukar atau perbaiki tahunnya.")
    for baris in menurut.values():
        _rantai_versi(baris, c)


def _rantai_versi(baris: list[Baris], c: Pencatat) -> None:
    for seharusnya, b in enumerate(baris, start=1):
        if b["nomor"] != seharusnya:
            c.salah(
                b,
                "nomor",
                f"versi dokumen {b['dokumen']} melompat: setelah {seharusnya - 1} tertulis {b['nomor']}.",
                f"nomor versi berurut mulai 1; tulis {seharusnya} atau tambahkan versi yang hilang.",
            )
            return
        if seharusnya > 1 and not b.teks("alasan") and not b.teks("alasan_kode"):
            c.salah(b, "alasan", "versi kedua dan seterusnya wajib beralasan.", "isi kolom alasan.")
        lalu = baris[seharusnya - 2]
        if (
            seharusnya > 1
            and b["berlaku_mulai"]
            and lalu["berlaku_mulai"]
            and b["berlaku_mulai"] < lalu["berlaku_mulai"]
        ):
            c.salah(
                b,
                "berlaku_mulai",
                f"mendahului versi {lalu['nomor']} ({lalu['berlaku_mulai'].isoformat()}).",
                "perbaiki tanggalnya, atau tukar nomor versinya.",
            )


def periksa_letak(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """Rows of the plan stand in a version that exists, once, and hang from a row that exists there."""
    for nama in ("butir", "butir_indikator", "target", "pagu"):
        for b in k[nama]:
            _versi_ada(k, c, r, b)
    if not k.rusak & {"butir", "butir_indikator", "versi", "dokumen"}:
        for b in r.lepas:
            _lepas(c, b)
    sudah: set[int] = set()
    for v in r.versi.values():
        for pertama, kedua in v.kembar:
            if id(kedua) not in sudah:
                sudah.add(id(kedua))
                c.salah(
                    kedua,
                    "id" if kedua.berkas == "butir" else "butir",
                    f"kembar dengan baris {pertama.nomor} pada versi {v.versi['nomor']} "
                    f"dokumen {v.versi['dokumen']}.",
                    "hapus salah satu, atau bedakan id, urut, tahun atau versinya.",
                    Tingkat.KEMBAR,
                )
        if "butir" not in k.rusak:
            _induk_ada(c, v, sudah)


def _versi_ada(k: Kumpulan, c: Pencatat, r: Rencana, b: Baris) -> None:
    if not b.utuh("dokumen", "versi") or b["versi"] is None or k.rusak & {"versi", "dokumen"}:
        return
    nomor = [n for n, _ in r.milik(b["dokumen"])]
    if nomor and b["versi"] not in nomor:
        c.salah(
            b,
            "versi",
            f"dokumen {b['dokumen']} tidak punya versi {b['versi']} di versi.csv.",
            f"versi yang ada: {', '.join(map(str, nomor))}; kosongkan bila berlaku untuk semua.",
            Tingkat.ACUAN,
        )


def _lepas(c: Pencatat, b: Baris) -> None:
    pada = f" versi {b['versi']}" if b["versi"] is not None else ""
    if b.berkas == "target":
        c.salah(
            b,
            "butir",
            f"butir {potong(b['butir'])} indikator urut {b['urut']} tidak ada pada "
            f"dokumen {b['dokumen']}{pada} di butir_indikator.csv.",
            "perbaiki butir dan urut, atau tambahkan indikatornya ke butir_indikator.csv.",
            Tingkat.ACUAN,
        )
    else:
        c.salah(
            b,
            "butir",
            f"butir {potong(b['butir'])} tidak ada pada dokumen {b['dokumen']}{pada} di butir.csv.",
            "perbaiki id butirnya, atau tambahkan ke butir.csv.",
            Tingkat.ACUAN,
        )


def _induk_ada(c: Pencatat, v: VersiRencana, sudah: set[int]) -> None:
    for b in v.butir.values():
        if b.utuh("induk") and b["induk"] and b["induk"] not in v.butir and id(b) not in sudah:
            sudah.add(id(b))
            c.salah(
                b,
                "induk",
                f"induk {potong(b['induk'])} tidak ada pada dokumen {v.versi['dokumen']} "
                f"versi {v.versi['nomor']}.",
                "perbaiki kodenya; butir paling atas tidak berinduk.",
                Tingkat.ACUAN,
            )


def periksa_tingkat(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """Levels are those of the document's scheme and stand under the parents the scheme allows."""
    dikenal = {i.removeprefix(AWALAN_SKEMA) for i in peraturan.daftar_id() if i.startswith(AWALAN_SKEMA)}
    kode = {}
    for d in k["dokumen"]:
        if d.utuh("kode", "skema"):
            kode[d["kode"]] = d["skema"]
            if d["skema"] not in dikenal:
                c.salah(
                    d,
                    "skema",
                    f"skema tingkat {potong(d['skema'])} tidak dikenal.",
                    f"yang ada: {', '.join(sorted(dikenal))}.",
                )
    sudah: set[int] = set()
    for (dokumen, _), v in r.versi.items():
        mulai = v.versi["berlaku_mulai"]
        if kode.get(dokumen) not in dikenal or mulai is None:
            continue
        skema = skema_pada(kode[dokumen], mulai)
        if skema is None:
            c.salah(
                v.versi,
                "berlaku_mulai",
                f"skema {kode[dokumen]} belum berlaku pada {mulai.isoformat()}.",
                "perbaiki tanggalnya, atau pakai skema lain pada dokumen.csv.",
            )
        else:
            _tingkat_versi(c, v, skema, sudah)


def _tingkat_versi(c: Pencatat, v: VersiRencana, skema: Mapping[str, Any], sudah: set[int]) -> None:
    for b in v.butir.values():
        if id(b) in sudah or not b.utuh("tingkat", "induk"):
            continue
        sudah.add(id(b))
        if b["tingkat"] not in skema:
            c.salah(
                b,
                "tingkat",
                f"tingkat {potong(b['tingkat'])} tidak ada pada skema dokumen ini.",
                f"yang ada: {', '.join(skema)}.",
            )
            continue
        induk = v.butir.get(b["induk"]) if b["induk"] else None
        di_bawah = induk["tingkat"] if induk else "akar"
        boleh = skema[b["tingkat"]]["induk"]
        if (induk or not b["induk"]) and di_bawah in ("akar", *skema) and di_bawah not in boleh:
            tempat = "paling atas" if di_bawah == "akar" else f"di bawah {di_bawah}"
            c.salah(
                b,
                "induk",
                f"{b['tingkat']} tidak boleh {tempat} menurut skema dokumen ini.",
                f"tempatnya: {', '.join('paling atas' if i == 'akar' else f'di bawah {i}' for i in boleh)}.",
            )


def periksa_indikator_butir(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """One indicator stands once at a row; years of targets lie inside the document or just after it."""
    sudah: set[int] = set()
    for v in r.versi.values():
        pertama: dict[tuple[str, str], Baris] = {}
        for b in v.indikator.values():
            if not b.teks("indikator"):
                continue
            ada = pertama.setdefault((b["butir"], b["indikator"]), b)
            if ada is not b and id(b) not in sudah:
                sudah.add(id(b))
                c.salah(
                    b,
                    "indikator",
                    f"indikator ini sudah ada pada butir yang sama, baris {ada.nomor}.",
                    "hapus salah satu.",
                    Tingkat.KEMBAR,
                )


def periksa_pagu(k: Kumpulan, c: Pencatat, r: Rencana) -> None:
    """Every amount has a value or a printed figure with a multiplier; no counting leaf above another."""
    for v in r.versi.values():
        pengali = v.versi["pengali_uang"]
        daun: dict[int, set[str]] = defaultdict(set)
        for (butir, tahun, peran), b in v.pagu.items():
            _isi_pagu(c, b, pengali)
            if peran == "daun":
                daun[tahun].add(butir)
        for tahun, anggota in daun.items():
            _daun_bertumpuk(c, v, tahun, anggota)


def _isi_pagu(c: Pencatat, b: Baris, pengali: int | None) -> None:
    if not b.utuh("nilai") or b["nilai"] is not None:
        return
    if not b.teks("angka_cetak"):
        c.salah(
            b, "nilai", "pagu tidak berisi nilai.", "isi rupiahnya; pagu yang tercetak kosong tidak ditulis."
        )
    elif not pengali:
        c.salah(
            b,
            "nilai",
            "hanya angka_cetak yang terisi, sedangkan versi ini tidak punya pengali_uang.",
            "isi pengali_uang di versi.csv, atau isi nilai dalam rupiah.",
        )
    elif not b["angka_cetak"].replace(".", "").isdigit():
        c.salah(
            b, "angka_cetak", f"{potong(b['angka_cetak'])} bukan bilangan bulat.", "tulis dengan angka saja."
        )


def _daun_bertumpuk(c: Pencatat, v: VersiRencana, tahun: int, anggota: set[str]) -> None:
    for butir in anggota:
        atas = v.butir[butir]["induk"]
        dilewati = {butir}
        while atas and atas in v.butir and atas not in dilewati:
            if atas in anggota:
                c.salah(
                    v.pagu[(atas, tahun, "daun")],
                    "peran",
                    f"butir {potong(atas)} dan anaknya {potong(butir)} sama-sama daun pada tahun {tahun}; "
                    "jumlahnya akan terhitung dua kali.",
                    f"tulis peran cetak untuk {atas}, atau untuk {butir}.",
                )
                break
            dilewati.add(atas)
            atas = v.butir[atas]["induk"]
