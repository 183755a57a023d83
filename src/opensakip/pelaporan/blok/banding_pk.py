"""The versions of the agreement beside each other: their rows, what went, what came, what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    JenisBaris,
    Judul,
    Kolom,
    Paragraf,
    Potong,
    Rata,
    Sel,
    Tabel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan, tanggal_teliti
from opensakip.pelaporan.blok.pk import NAMA_TAHAP, pk_dilampirkan
from opensakip.pelaporan.blok.tata import BARIS_BARU, baris, kepala, sel

PK = Mapping[str, Any]
LABEL = "tabel-isi-pk-{}"
KOSONG = "–"


def isi_perjanjian(c: Cuplik) -> tuple[Blok, ...]:
    """A table of sasaran, indicators and targets for each version whose rows are known, then the changes."""
    pk = pk_dilampirkan(c)
    blok: list[Blok] = []
    for p in pk:
        blok.append(_tabel(c, p))
    for lama, baru in zip(pk, pk[1:], strict=False):
        blok += _perubahan(c, lama, baru)
    return tuple(blok)


def nama_versi(p: PK) -> str:
    """How a version is called in running text, with its date as exactly as it is known."""
    nama = NAMA_TAHAP.get(str(p["tahap"]), "Perjanjian Kinerja")
    if p["tahap"] == "murni":
        nama = "Perjanjian Kinerja Murni"
    return f"{nama} ({tanggal_teliti(str(p['tanggal']), str(p.get('teliti') or 'hari'))})"


def _tabel(c: Cuplik, p: PK) -> Tabel:
    rows: list[Baris] = []
    kini: str | None = None
    n = 0
    for b in p["baris"]:
        kunci = str(b.get("sasaran_kode") or b["sasaran"])
        baru = kunci != kini
        kini, n = kunci, n + baru
        rows.append(
            baris(
                str(n) if baru else "",
                str(b["sasaran"]) if baru else "",
                str(b["indikator"]),
                str(b.get("satuan") or ""),
                sel(_target(c, b)),
            )
        )
    return Tabel(
        judul=f"Isi {nama_versi(p)}",
        kolom=(
            Kolom("8mm", Rata.TENGAH),
            Kolom("1fr", penggal=True),
            Kolom("1fr", penggal=True),
            Kolom("20mm", Rata.TENGAH, penggal=True),
            Kolom("20mm", Rata.DESIMAL),
        ),
        kepala=(kepala("No", "Sasaran", "Indikator kinerja", "Satuan", "Target"),),
        baris=tuple(rows),
        label=LABEL.format(p["nomor"]),
        boleh_putus=True,
    )


def _target(c: Cuplik, b: Mapping[str, Any]) -> Potong:
    """The target as signed; it links to its figure where that is shown in the same words."""
    teks, id = str(b.get("target_teks") or KOSONG), str(b.get("target") or "")
    return Potong(teks, angka=id if c.tampil(id) == teks else "")


def _kunci(p: PK, nama: str) -> dict[str, Mapping[str, Any]]:
    return {str(b.get(f"{nama}_kode") or b[nama]): b for b in p["baris"]}


def _perubahan(c: Cuplik, lama: PK, baru: PK) -> list[Blok]:
    """What the newer version changed: a sentence, the matrix of rows, the matrix of amounts."""
    s0, s1 = _kunci(lama, "sasaran"), _kunci(baru, "sasaran")
    hilang, tambah = [k for k in s0 if k not in s1], [k for k in s1 if k not in s0]
    blok: list[Blok] = [Judul(3, f"Perubahan dari {nama_versi(lama)} ke {nama_versi(baru)}")]
    blok.append(Paragraf(isi(_kalimat(c, lama, baru, hilang, tambah))))
    blok.append(_matriks(lama, baru))
    if (uang := _matriks_anggaran(c, lama, baru)) is not None:
        blok.append(uang)
    return blok


def _kalimat(c: Cuplik, lama: PK, baru: PK, hilang: Sequence[str], tambah: Sequence[str]) -> tuple[Any, ...]:
    n0, n1 = len(_kunci(lama, "sasaran")), len(_kunci(baru, "sasaran"))
    bagian: list[Any] = []
    if hilang or tambah:
        bagian.append(
            f"{nama_versi(baru)} mengganti {bilangan(n0)} sasaran dengan {bilangan(n1)} sasaran: "
            f"{bilangan(len(hilang))} sasaran tidak dilanjutkan dan {bilangan(len(tambah))} sasaran baru. "
        )
    else:
        bagian.append(f"{nama_versi(baru)} mempertahankan {bilangan(n1)} sasaran. ")
    ubah = _target_berubah(lama, baru)
    if ubah:
        bagian.append(f"Target {bilangan(len(ubah))} indikator berubah. ")
    if baru.get("dasar_ukur"):
        bagian.append("Pengukuran memakai perjanjian terakhir ini")
        if hilang and tambah and len(hilang) == n0:
            bagian.append(
                "; perjanjian sebelumnya tidak dibandingkan baris per baris karena seluruh sasarannya diganti"
            )
        bagian.append(". ")
    if baru.get("alasan"):
        bagian.append(f"Alasan perubahan: {str(baru['alasan']).rstrip('.')}.")
    return isi(*bagian)


def _target_berubah(lama: PK, baru: PK) -> list[str]:
    i0, i1 = _kunci(lama, "indikator"), _kunci(baru, "indikator")
    return [k for k in i1 if k in i0 and str(i0[k].get("target_teks")) != str(i1[k].get("target_teks"))]


def _matriks(lama: PK, baru: PK) -> Tabel:
    """Semula–menjadi, row by row: kept rows beside each other, dropped ones left, new ones right."""
    i0, i1 = _kunci(lama, "indikator"), _kunci(baru, "indikator")
    rows: list[Baris] = []
    for k in [*i0, *(x for x in i1 if x not in i0)]:
        a, b = i0.get(k), i1.get(k)
        kata = (
            "tetap"
            if a and b and _sama(a, b)
            else "berubah"
            if a and b
            else "tidak dilanjutkan"
            if a
            else "baru"
        )
        rows.append(baris(*_kiri_kanan(a), *_kiri_kanan(b), kata))
    dua = (Kolom("1fr", penggal=True), Kolom("19mm", Rata.TENGAH, penggal=True))
    return Tabel(
        judul=f"Matriks semula–menjadi: {nama_versi(lama)} dan {nama_versi(baru)}",
        kolom=(*dua, *dua, Kolom("20mm", penggal=True)),
        kepala=(
            (sel("Semula", kolom=2), sel("Menjadi", kolom=2), sel("Keterangan", baris=2)),
            tuple(sel(x) for x in ("Sasaran dan indikator", "Target", "Sasaran dan indikator", "Target")),
        ),
        baris=tuple(rows),
        label=f"tabel-matriks-pk-{baru['nomor']}",
        boleh_putus=True,
    )


def _sama(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return all(str(a.get(k)) == str(b.get(k)) for k in ("sasaran", "indikator", "target_teks"))


def _kiri_kanan(b: Mapping[str, Any] | None) -> tuple[Sel | str, Sel | str]:
    """Sasaran above its indicator, and the target; both empty where the version has no such row."""
    if b is None:
        return "", ""
    nama = sel(Potong(str(b["sasaran"]), redup=True), BARIS_BARU, str(b["indikator"]))
    return nama, str(b.get("target_teks") or KOSONG)


def _matriks_anggaran(c: Cuplik, lama: PK, baru: PK) -> Tabel | None:
    """Amounts of both versions by programme or output; the difference is the snapshot's own figure."""
    a0 = {str(a.get("kode") or a["uraian"]): a for a in lama.get("anggaran") or ()}
    a1 = {str(a.get("kode") or a["uraian"]): a for a in baru.get("anggaran") or ()}
    if not a0 or not a1:
        return None
    beda = {str(x["kunci"]): x for x in baru.get("perubahan_anggaran") or ()}
    rows = []
    for k in [*a0, *(x for x in a1 if x not in a0)]:
        uraian = str((a1.get(k) or a0[k])["uraian"])
        kode = str((a1.get(k) or a0[k]).get("kode") or "")
        rows.append(
            baris(
                f"{kode} {uraian}".strip(),
                sel(c.potong(a0[k]["nilai"]) if k in a0 else KOSONG),
                sel(c.potong(a1[k]["nilai"]) if k in a1 else KOSONG),
                sel(c.potong((beda.get(k) or {}).get("selisih"))),
            )
        )
    rows.append(
        baris(
            "Jumlah",
            sel(c.potong(lama.get("jumlah"))),
            sel(c.potong(baru.get("jumlah"))),
            sel(c.potong(baru.get("perubahan_jumlah"))),
            jenis=JenisBaris.JUMLAH,
        )
    )
    return Tabel(
        judul=f"Anggaran semula dan menjadi pada {nama_versi(baru)} (rupiah)",
        kolom=(
            Kolom("1fr", penggal=True),
            *(Kolom("31mm", Rata.KANAN) for _ in range(2)),
            Kolom("29mm", Rata.KANAN),
        ),
        kepala=(kepala("Uraian", "Semula", "Menjadi", "Bertambah / (berkurang)"),),
        baris=tuple(rows),
        label=f"tabel-anggaran-pk-{baru['nomor']}",
    )
