"""Findings beside the document as one HTML page that needs nothing else: no script, no network, no font.

A finding leads to its places and each place back to its finding; filters are radio buttons and CSS. The page
carries its own content policy, which admits its one stylesheet and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files

from opensakip.periksa.jalan import URUTAN, Hasil
from opensakip.periksa.laman.naskah import naskah
from opensakip.periksa.laman.sorot import sorot
from opensakip.periksa.temuan import DAFTAR, Temuan, Tingkat

NAMA = {
    Tingkat.TINGGI: "Tinggi",
    Tingkat.SEDANG: "Sedang",
    Tingkat.RENDAH: "Rendah",
    Tingkat.CATATAN: "Catatan",
}
BENTUK = {Tingkat.TINGGI: "■", Tingkat.SEDANG: "▲", Tingkat.RENDAH: "○", Tingkat.CATATAN: "–"}
"""A sign beside each degree, so that none is told by colour alone."""
YAKIN = 60
"""Below this a finding is said to be uncertain."""


def judul_jenis(jenis: str) -> str:
    """The title of a check, or its id where the register does not know it."""
    return DAFTAR[jenis].judul if jenis in DAFTAR else jenis


def laman(hasil: Hasil) -> str:
    """The page as HTML text."""
    gaya = (files("opensakip.periksa.laman") / "gaya.css").read_text(encoding="utf-8")
    sidik = base64.b64encode(hashlib.sha256(gaya.encode()).digest()).decode()
    nama = ", ".join(b.berkas for b in hasil.bacaan) or "tanpa berkas"
    judul = escape(f"Pemeriksaan {nama}")
    tanda = [sorot(n, b, hasil.temuan) for n, b in enumerate(hasil.bacaan)]
    dokumen = "".join(naskah(n, b, t) for n, (b, t) in enumerate(zip(hasil.bacaan, tanda, strict=True)))
    terpasang = {n: x for t in tanda for n, x in t.terpasang.items()}
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'sha256-{sidik}'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{judul}</title><style>{gaya}</style></head><body>"
        '<a class="lompat" href="#temuan">Langsung ke temuan</a><main>'
        f"<header><h1>{judul}</h1>{_anak_judul(hasil)}</header>{_peringatan(hasil)}{_saring(hasil)}"
        f'<div class="periksa"><section class="naskah" aria-label="Isi dokumen">{dokumen}</section>'
        f'<section class="daftar" id="temuan" tabindex="-1" aria-label="Daftar temuan">'
        f"{_daftar(hasil, terpasang)}</section></div>{_yang_diperiksa(hasil)}</main></body></html>\n"
    )


def _anak_judul(hasil: Hasil) -> str:
    halaman = [b.halaman for b in hasil.bacaan if b.halaman]
    dibaca = f"{sum(halaman)} halaman dibaca. " if halaman else ""
    pindai = (
        "Teks berasal dari pindaian, salah baca mungkin ada. "
        if any(b.pindaian for b in hasil.bacaan)
        else ""
    )
    return f'<p class="anak">{dibaca}{pindai}Setiap temuan dapat dibantah: bacalah tempatnya dahulu.</p>'


def _peringatan(hasil: Hasil) -> str:
    if not hasil.peringatan:
        return ""
    butir = "".join(f"<li>{escape(p)}</li>" for p in hasil.peringatan)
    judul = f"{len(hasil.peringatan)} peringatan"
    return f'<details class="ingat"><summary>{judul}</summary><ul>{butir}</ul></details>'


def _saring(hasil: Hasil) -> str:
    """Radio buttons before the list; CSS hides what is not chosen."""
    jumlah = {t: sum(x.tingkat is t for x in hasil.temuan) for t in URUTAN}
    kotak = [("semua", f"Semua {len(hasil.temuan)}")]
    kotak += [(t.value, f"{BENTUK[t]} {NAMA[t]} {n}") for t, n in jumlah.items() if n]
    return (
        '<fieldset class="saring"><legend>Tampilkan</legend>'
        + "".join(
            f'<label><input type="radio" name="tingkat" id="s-{k}"{" checked" if k == "semua" else ""}>'
            f"<span>{escape(teks)}</span></label>"
            for k, teks in kotak
        )
        + "</fieldset>"
    )


def _daftar(hasil: Hasil, terpasang: dict[tuple[int, int], str]) -> str:
    if not hasil.temuan:
        return '<p class="bersih">Tidak ada temuan. Yang diperiksa tercantum di bawah.</p>'
    butir = "".join(_temuan(n, t, terpasang, len(hasil.bacaan) > 1) for n, t in enumerate(hasil.temuan, 1))
    return f'<ol class="temuan">{butir}</ol>'


def _temuan(n: int, t: Temuan, terpasang: dict[tuple[int, int], str], banyak: bool) -> str:
    tempat = []
    for i, x in enumerate(t.lokasi):
        teks = escape(f"{x.berkas}, {x.tempat.sebut()}" if banyak else x.tempat.sebut())
        tujuan = terpasang.get((n, i))
        tempat.append(f'<a href="#{tujuan}">{teks}</a>' if tujuan else f"<span>{teks}</span>")
    adu = "".join(
        f"<dt>{nama}</dt><dd>{escape(nilai)}</dd>"
        for nama, nilai in (("Tercetak", t.tercetak), ("Seharusnya", t.seharusnya))
        if nilai
    )
    ragu = f' <span class="ragu">keyakinan {t.keyakinan}%</span>' if t.keyakinan < YAKIN else ""
    return (
        f'<li id="t{n}" class="{t.tingkat.value}">'
        f'<h2><span class="no">{n}</span> {escape(judul_jenis(t.jenis))}</h2>'
        f'<p class="atas"><span class="tag {t.tingkat.value}">{BENTUK[t.tingkat]} {NAMA[t.tingkat]}</span>'
        f"{ragu} {'; '.join(tempat)}</p>"
        + (f'<dl class="adu">{adu}</dl>' if adu else "")
        + f"<p>{escape(t.kalimat)}</p>"
        + (f'<p class="dasar">Dasar: {escape(t.dasar)}</p>' if t.dasar else "")
        + f'<p class="kode">{escape(t.jenis)} · {t.id}</p></li>'
    )


def _yang_diperiksa(hasil: Hasil) -> str:
    ada: dict[str, int] = {}
    for t in hasil.temuan:
        ada[t.jenis] = ada.get(t.jenis, 0) + 1
    baris = "".join(
        f'<tr><th scope="row">{escape(p.judul)}</th><td>{escape(p.dasar)}</td>'
        f'<td class="n">{ada.get(p.kode, 0)}</td></tr>'
        for p in DAFTAR.values()
    )
    return (
        '<details class="cek"><summary>Yang diperiksa</summary><table><caption>Pemeriksaan, dasar, dan '
        'jumlah temuannya</caption><thead><tr><th scope="col">Pemeriksaan</th><th scope="col">Dasar</th>'
        f'<th scope="col">Temuan</th></tr></thead><tbody>{baris}</tbody></table></details>'
    )
