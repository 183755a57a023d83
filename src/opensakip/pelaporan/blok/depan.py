"""Before the chapters: kata pengantar, the year in words, and the year on one page."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from opensakip.dokumen import bagan
from opensakip.dokumen.model import (
    Berdampingan,
    Blok,
    Gambar,
    Judul,
    Kotak,
    Nada,
    Paragraf,
    Penandatangan,
    Rujuk,
    TandaTangan,
    Ubin,
    Utuh,
    isi,
)
from opensakip.hitung.angka import tampil_rupiah_ringkas
from opensakip.pelaporan.blok.anggaran import fakta_anggaran
from opensakip.pelaporan.blok.capaian import LABEL
from opensakip.pelaporan.blok.cuplik import BULAN, Cuplik, akhiran_satuan, bilangan, waktu_setempat
from opensakip.pelaporan.blok.ikhtisar import fakta_ringkas, perhatian, simpangan, ubin_tahun
from opensakip.pelaporan.blok.pk import jabatan
from opensakip.pelaporan.blok.pola_umum import POLA_ANGGARAN, POLA_RINGKAS
from opensakip.pelaporan.blok.tata import narasi, naskah, tanda_nilai
from opensakip.pelaporan.kalimat import Penutur, gabung

SERATUS = Decimal(100)


def kata_pengantar(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """Why the report is made, one result, one thing that is missing, and who answers for it."""
    meta = c.isi["meta"]
    nama = str(meta["instansi"]["nama"])
    blok: list[Blok] = [
        Judul(1, "Kata Pengantar", bernomor=False),
        Paragraf(
            isi(
                f"Laporan Kinerja {nama} Tahun {c.tahun} disusun untuk memenuhi Peraturan Presiden Nomor "
                "29 Tahun "
                "2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah. Laporan ini "
                "mempertanggungjawabkan target yang diperjanjikan, menjadi bahan perbaikan bagi "
                "pimpinan, dan "
                "terbuka bagi masyarakat yang ingin mengetahui hasil kerja instansi."
            )
        ),
    ]
    kalimat = penutur.ucapkan(POLA_RINGKAS, fakta_ringkas(c))
    kalimat += [k for k in penutur.ucapkan(POLA_ANGGARAN, fakta_anggaran(c)) if k.pola == "K38"]
    if kalimat:
        blok.append(Paragraf(gabung(kalimat)))
    if kurang := _yang_kurang(c):
        blok.append(Paragraf(kurang))
    blok.append(
        Paragraf(
            isi(
                "Seluruh angka berasal dari data yang dibekukan pada "
                f"{waktu_setempat(meta['per'], meta['instansi']['zona'])}; tiap angka dapat ditelusuri "
                "ke dokumen "
                "sumber dan cara menghitungnya. Perbedaan antara angka tercetak pada sumber dan angka "
                "yang dipakai "
                "dicatat, tidak disembunyikan."
            )
        )
    )
    tempat = "kata_pengantar"
    if teks := naskah(c, tempat):
        blok += narasi(c, tempat, teks)
    blok.append(
        Paragraf(
            isi(
                "Terima kasih disampaikan kepada semua unit kerja yang menyediakan data. Saran atas "
                "laporan ini "
                "diperlukan agar perencanaan dan pengukuran tahun berikutnya lebih baik."
            )
        )
    )
    # The signature keeps the last paragraph with it, so that it never stands alone on a page.
    terakhir = blok.pop()
    return (*blok, Utuh((terakhir, _tanda_tangan(c))))


def _yang_kurang(c: Cuplik) -> tuple[Any, ...]:
    """What the reader should know is missing or still below target, in one sentence each."""
    r = c.isi.get("ringkas") or {}
    bagian: list[Any] = []
    if bawah := int(r.get("di_bawah") or 0):
        bagian.append(
            f"{bilangan(bawah).capitalize()} indikator belum mencapai target; penyebab dan tindakannya "
            "diuraikan "
            "pada Bab III."
        )
    if dibawa := int(r.get("dibawa") or 0):
        bagian.append(
            f"{bilangan(dibawa).capitalize()} indikator masih memakai nilai tahun sebelumnya karena "
            "nilai tahun "
            f"{c.tahun} belum ada; nilai itu bertanda bintang."
        )
    if belum := int(r.get("belum") or 0):
        bagian.append(f"{bilangan(belum).capitalize()} indikator belum dapat dinilai.")
    return isi(" ".join(bagian))


def _tanda_tangan(c: Cuplik) -> TandaTangan:
    meta = c.isi["meta"]
    pk = next((p for p in c.isi.get("pk") or () if p.get("dasar_ukur")), None)
    nama = (jabatan(pk, "pertama") if pk else "") or f"Pimpinan {meta['unit']['nama']}"
    tempat = str(meta["instansi"].get("tempat") or "")
    tahun, bulan = str(meta["per"])[:4], int(str(meta["per"])[5:7])
    waktu = f"{BULAN[bulan - 1]} {tahun}"
    return TandaTangan(
        tempat_waktu=f"{tempat}, {waktu}" if tempat else waktu,
        kiri=None,
        kanan=Penandatangan("Penanggung jawab laporan", nama),
    )


# ------------------------------------------------ the year in words


def ikhtisar_eksekutif(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """One page of text: the result, its ends, the money, and what needs attention."""
    indikator = list(c.isi.get("indikator") or ())
    blok: list[Blok] = [Judul(1, "Ikhtisar Eksekutif", bernomor=False)]
    if not indikator:
        blok.append(Paragraf(isi(f"Belum ada indikator yang diukur untuk tahun {c.tahun}.")))
        return tuple(blok)
    nama = str(c.isi["meta"]["instansi"]["nama"])
    sasaran = len(c.isi.get("sasaran") or ())
    blok.append(
        Paragraf(
            isi(
                f"Pada tahun {c.tahun} {nama} memperjanjikan {bilangan(sasaran)} sasaran dengan "
                f"{bilangan(len(indikator))} indikator kinerja. ",
                gabung(penutur.ucapkan(POLA_RINGKAS, fakta_ringkas(c))),
            )
        )
    )
    if ujung := _ujung(c, indikator):
        blok.append(Paragraf(ujung))
    kalimat = penutur.ucapkan(POLA_ANGGARAN, fakta_anggaran(c))
    if kalimat:
        blok.append(Paragraf(gabung(kalimat)))
    blok += _bawah_target(c, indikator)
    if kurang := _dibawa(c, indikator):
        blok.append(Paragraf(kurang))
    tempat = "ikhtisar"
    if teks := naskah(c, tempat):
        blok += narasi(c, tempat, teks)
    return tuple(blok)


def _ujung(c: Cuplik, indikator: list[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Highest and lowest achievement, when they differ."""
    nilai = [(n, i) for i in indikator if (n := c.bulat(i["capaian"])) is not None]
    if len(nilai) < 2:
        return ()
    atas = max(nilai, key=lambda x: x[0])
    bawah = min(nilai, key=lambda x: x[0])
    if atas[0] == bawah[0]:
        return isi(
            "Semua indikator yang dinilai berada pada capaian yang sama, yaitu ",
            c.potong(atas[1]["capaian"], "%"),
            ".",
        )
    return isi(
        f"Capaian tertinggi ada pada {atas[1]['nama']} (",
        c.potong(atas[1]["capaian"], "%"),
        f"), sedangkan yang terendah pada {bawah[1]['nama']} (",
        c.potong(bawah[1]["capaian"], "%"),
        ").",
    )


def _bawah_target(c: Cuplik, indikator: list[Mapping[str, Any]]) -> list[Blok]:
    bawah = perhatian(c, indikator)
    if not bawah:
        return [Paragraf(isi("Tidak ada indikator yang berada di bawah target."))]
    return [Kotak("Yang memerlukan perhatian", bawah, Nada.PERHATIAN, bernomor=len(bawah) > 1)]


def _dibawa(c: Cuplik, indikator: list[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Which values are older than the year, and why."""
    bagian: list[Any] = []
    for i in indikator:
        if i.get("status_nilai") != "dibawa":
            continue
        alasan = str(i.get("alasan_nilai") or "").strip().rstrip(".")
        bagian += [" " if bagian else "", f"{i['nama']} memakai nilai tahun {i.get('tahun_nilai')}, yaitu "]
        bagian += [c.potong(i["realisasi"], tanda=tanda_nilai(i)), akhiran_satuan(str(i.get("satuan") or ""))]
        bagian.append(f": {alasan[:1].lower()}{alasan[1:]}." if alasan else ".")
    return isi(*bagian)


# ------------------------------------------------ the year on one page


def infografis(c: Cuplik, penutur: Penutur) -> tuple[Blok, ...]:
    """Tiles, distance of every indicator from its target, absorption, and what to remember."""
    indikator = list(c.isi.get("indikator") or ())
    if not indikator:
        return ()
    blok: list[Blok] = [
        Judul(1, f"Kinerja {c.tahun} dalam Satu Halaman", bernomor=False),
        Ubin(ubin_tahun(c), besar=True),
        *simpangan(c, indikator),
    ]
    ingat = Kotak("Yang perlu diingat", _ingat(c, indikator), Nada.UTAMA, bernomor=True)
    serapan = _serapan(c)
    blok.append(Berdampingan((serapan,), (ingat,), (1, 1)) if serapan else ingat)
    return tuple(blok)


def _serapan(c: Cuplik) -> Gambar | None:
    a = c.isi.get("anggaran") or {}
    s = c.bulat(a.get("serapan"))
    if s is None:
        return None
    baris = []
    pagu = a.get("jumlah") or {}
    for k in a.get("kolom") or ():
        id = pagu.get(k["kunci"])
        if id and c.nilai(id) is not None and len(a.get("kolom") or ()) == 2:
            baris.append(
                (f"Pagu {str(k['judul']).lower()}", tampil_rupiah_ringkas(c.nilai(id) or Decimal(0)))
            )
    if not baris and c.nilai(a.get("pagu")) is not None:
        baris.append(("Pagu", tampil_rupiah_ringkas(c.nilai(a["pagu"]) or Decimal(0))))
    for nama, kunci in (("Realisasi", "realisasi"), ("Sisa", "sisa")):
        if (n := c.nilai(a.get(kunci))) is not None:
            baris.append((nama, tampil_rupiah_ringkas(n)))
    teks = c.tampil(a["serapan"]) + "%"
    judul = "Penyerapan anggaran"
    svg = bagan.cincin(s, teks, baris, judul=judul)
    rincian = "; ".join(f"{n} {v}" for n, v in baris)
    return Gambar(judul, svg, f"Penyerapan anggaran {teks}. {rincian}.", lebar_mm=76, hiasan=True)


def _ingat(c: Cuplik, indikator: list[Mapping[str, Any]]) -> tuple[Any, ...]:
    """Up to four things to remember, each from the figures."""
    hasil: list[Any] = []
    r = c.isi.get("ringkas") or {}
    capai = int(r.get("melampaui") or 0) + int(r.get("tercapai") or 0)
    hasil.append(
        isi(
            f"{bilangan(capai).capitalize()} dari {len(indikator)} indikator mencapai atau melampaui "
            "target; rinciannya pada ",
            Rujuk(LABEL),
            ".",
        )
    )
    if ujung := _ujung(c, indikator):
        hasil.append(ujung)
    if c.ada(r.get("rata_tanpa_dibawa")) and r.get("dibawa"):
        hasil.append(
            isi("Tanpa nilai tahun sebelumnya rata-rata capaian ", c.potong(r["rata_tanpa_dibawa"], "%"), ".")
        )
    usul = [i for i in indikator if i.get("usul_naik")]
    if usul:
        hasil.append(
            isi(f"{bilangan(len(usul)).capitalize()} indikator sudah melampaui target tahun {c.tahun + 1}.")
        )
    akhir = [i for i in indikator if (m := c.bulat(i.get("menuju_akhir"))) is not None and m >= SERATUS]
    if akhir and len(hasil) < 4:
        hasil.append(
            isi(
                f"{bilangan(len(akhir)).capitalize()} indikator sudah sampai pada target akhir rencana "
                "strategis."
            )
        )
    return tuple(hasil[:4])
