"""The table of all indicators: target, realisasi, capaian, position and rating, with means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opensakip.dokumen.model import (
    Baris,
    Blok,
    Isi,
    JenisBaris,
    Kolom,
    Paragraf,
    Potong,
    Rata,
    Rujuk,
    Tabel,
    isi,
)
from opensakip.pelaporan.blok.cuplik import Cuplik, bilangan, nada_peringkat
from opensakip.pelaporan.blok.tata import (
    BARIS_BARU,
    baris,
    catatan_nilai,
    kepala,
    sel,
    status_peringkat,
    status_target,
    tanda_nilai,
)

LABEL = "tabel-capaian"


def tabel_capaian(c: Cuplik) -> tuple[Blok, ...]:
    """Introduction, the table, and the scale where the snapshot holds it."""
    indikator = c.isi.get("indikator") or ()
    if not indikator:
        return ()
    banyak = len(indikator) != len(c.isi.get("sasaran") or ())
    ada_peringkat = any(i.get("peringkat") for i in indikator)
    kolom = [
        Kolom("8mm" if not banyak else "15mm", Rata.TENGAH),
        *([] if banyak else [Kolom("1fr", penggal=True)]),
        Kolom("1.1fr", penggal=True),
        Kolom("16mm", Rata.DESIMAL, penggal=True),
        Kolom("17mm", Rata.DESIMAL, penggal=True),
        Kolom("16mm", Rata.KANAN),
        Kolom("26mm"),
    ]
    judul_status = "Terhadap target" + (" / peringkat" if ada_peringkat else "")
    atas = kepala(
        "Kode" if banyak else "No",
        *([] if banyak else ["Sasaran"]),
        "Indikator (satuan)",
        "Target",
        "Realisasi",
        "Capaian (%)",
        judul_status,
    )
    tabel = Tabel(
        judul=f"Target, realisasi, dan capaian indikator kinerja tahun {c.tahun}",
        kolom=tuple(kolom),
        kepala=(atas,),
        baris=(*_baris(c, banyak), *_rata(c, len(kolom))),
        label=LABEL,
        catatan=_catatan(c),
        nomor_kolom=True,
    )
    return (_pengantar(c), tabel, *_skala(c))


def _pengantar(c: Cuplik) -> Blok:
    pk = [p for p in c.isi.get("pk") or () if p.get("dasar_ukur")]
    dasar = " Target berasal dari perjanjian kinerja yang berlaku pada akhir tahun." if pk else ""
    return Paragraf(
        isi(
            "Capaian setiap indikator dihitung menurut rumus yang ditetapkan pada kartu indikatornya dan "
            "dibulatkan satu "
            "kali ke dua desimal. Nilai yang belum ada tidak dihitung nol dan tidak dihitung seratus."
            + dasar
            + " ",
            Rujuk(LABEL),
            " memuat seluruh indikator.",
        )
    )


def _baris(c: Cuplik, banyak: bool) -> list[Baris]:
    sasaran = {s["kode"]: s for s in c.isi.get("sasaran") or ()}
    hasil: list[Baris] = []
    kini = None
    for n, ind in enumerate(c.isi["indikator"], start=1):
        s = sasaran.get(ind.get("sasaran_kode"), {})
        if banyak and ind.get("sasaran_kode") != kini:
            kini = ind.get("sasaran_kode")
            hasil.append(
                baris(
                    sel(f"{kini}. {s.get('teks', '')}", kolom=4, rata=Rata.KIRI),
                    sel(c.potong(s.get("capaian"))),
                    sel("rata-rata"),
                    jenis=JenisBaris.TINGKAT2,
                )
            )
        hasil.append(
            _baris_indikator(
                c, ind, str(ind["kode"]) if banyak else str(n), None if banyak else str(s.get("teks", ""))
            )
        )
    return hasil


def _baris_indikator(c: Cuplik, ind: Mapping[str, Any], kode: str, sasaran: str | None) -> Baris:
    satuan = str(ind.get("satuan") or "").lower()
    nama = isi(str(ind["nama"]), Potong(f" ({satuan})", redup=True) if satuan else "")
    status: list[Any] = [status_target(ind.get("terhadap"))]
    if peringkat := status_peringkat(ind.get("peringkat")):
        status += [BARIS_BARU, peringkat]
    return baris(
        kode,
        *([] if sasaran is None else [sasaran]),
        sel(nama),
        sel(c.potong(ind.get("target"))),
        sel(c.potong(ind.get("realisasi"), tanda=tanda_nilai(ind))),
        sel(c.potong(ind.get("capaian"), tebal=True)),
        sel(*status),
    )


def _rata(c: Cuplik, n: int) -> list[Baris]:
    """Mean row, and its twin without carried-over values."""
    r = c.isi["ringkas"]
    jumlah, dibawa, belum = (int(r.get(k) or 0) for k in ("jumlah_indikator", "dibawa", "belum"))

    def satu(judul: str, id: str | None) -> Baris:
        return baris(sel(judul, kolom=n - 2, rata=Rata.KANAN), sel(c.potong(id)), "", jenis=JenisBaris.JUMLAH)

    hasil = [satu(f"Rata-rata {jumlah - belum} indikator", r.get("rata_indikator"))]
    if r.get("rata_tanpa_dibawa"):
        hasil.append(
            satu(
                f"Rata-rata {jumlah - belum - dibawa} indikator tanpa nilai tahun sebelumnya",
                r["rata_tanpa_dibawa"],
            )
        )
    if c.ada(r.get("rata_sasaran")) and c.tampil(r["rata_sasaran"]) != c.tampil(r.get("rata_indikator")):
        hasil.append(satu(f"Rata-rata {len(c.isi['sasaran'])} sasaran", r["rata_sasaran"]))
    return hasil


def _catatan(c: Cuplik) -> tuple[Isi, ...]:
    r = c.isi["ringkas"]
    hasil = list(catatan_nilai(c.isi["indikator"]))
    if c.ada(r.get("rata_tanpa_dibawa")):
        k = bilangan(int(r["dibawa"]))
        hasil.append(
            isi(
                f"Tanpa {k} nilai tahun sebelumnya, rata-rata capaian adalah ",
                c.potong(r["rata_tanpa_dibawa"], "%"),
                ".",
            )
        )
    if int(r.get("belum") or 0):
        hasil.append(isi("Tanda – berarti belum ada nilai; indikator itu tidak ikut dalam rata-rata."))
    return tuple(hasil)


def _skala(c: Cuplik) -> tuple[Blok, ...]:
    """The rating scale, printed when the snapshot carries it."""
    skala = c.isi.get("skala") or {}
    kelas = skala.get("kelas") or ()
    if not kelas:
        return ()
    return (
        Tabel(
            judul="Skala peringkat capaian",
            kolom=(Kolom("44mm", Rata.TENGAH), Kolom("1fr")),
            kepala=(kepala("Interval capaian (%)", "Peringkat"),),
            baris=tuple(
                baris(str(k.get("interval", "")), sel(Potong(str(k["nama"]), nada=nada_peringkat(k["nama"]))))
                for k in kelas
            ),
            label="tabel-skala",
            catatan=(isi(f"Sumber: {skala['judul']}."),) if skala.get("judul") else (),
        ),
    )
