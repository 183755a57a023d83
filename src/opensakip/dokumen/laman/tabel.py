"""Tables of the model as HTML tables: caption, scoped heads, row headers."""

from __future__ import annotations

from opensakip.dokumen.laman.ruas import Perangkai
from opensakip.dokumen.model import Baris, JenisBaris, Potong, Rata, Sel, Tabel

KOLOM_PENDEK = 3


def kolom_kepala(t: Tabel) -> int:
    """The column that names a row: the first with running text; a number or code before it does not."""
    for i, k in enumerate(t.kolom):
        if k.rata is Rata.KIRI and (k.lebar.endswith("fr") or k.penggal):
            return i
    return 0


def tabel(t: Tabel, p: Perangkai, *, urut: int) -> str:
    """The table in a region that can be scrolled and reached by keyboard."""
    nama = f"judul-tabel-{urut}"
    kelas = "lebar" if len(t.kolom) > KOLOM_PENDEK else "sempit"
    kepala = "".join(_baris_kepala(k, p) for k in t.kepala)
    if t.nomor_kolom:
        kepala += (
            '<tr class="nomor-kolom" aria-hidden="true">'
            + "".join(f"<td>({i})</td>" for i in range(1, len(t.kolom) + 1))
            + "</tr>"
        )
    pengenal = kolom_kepala(t)
    badan = "".join(_baris(b, t, p, pengenal) for b in t.baris)
    return (
        f'<div class="gulir" role="region" tabindex="0" aria-labelledby="{nama}"><table class="{kelas}">'
        f'<caption id="{nama}"><span class="nomor">Tabel {t.nomor}</span> {p.teks(t.judul)}</caption>'
        f"<thead>{kepala}</thead><tbody>{badan}</tbody></table></div>"
    )


def _rentang(s: Sel) -> str:
    kolom = f' colspan="{s.kolom}"' if s.kolom > 1 else ""
    return kolom + (f' rowspan="{s.baris}"' if s.baris > 1 else "")


def _baris_kepala(sel: tuple[Sel, ...], p: Perangkai) -> str:
    isi = "".join(
        f'<th scope="{"colgroup" if s.kolom > 1 else "col"}"{_rentang(s)}>{p.isi(s.isi)}</th>' for s in sel
    )
    return f"<tr>{isi}</tr>"


def _baris(b: Baris, t: Tabel, p: Perangkai, pengenal: int) -> str:
    hasil, i = [], 0
    sel = b.sel
    if b.jenis is JenisBaris.KELOMPOK and t.panjang:
        sel = (Sel(b.sel[0].isi, kolom=len(t.kolom)),)
    for s in sel:
        kolom = t.kolom[min(i, len(t.kolom) - 1)]
        rata = s.rata or kolom.rata
        kelas = [] if rata is Rata.KIRI else [{Rata.TENGAH: "tengah"}.get(rata, "kanan")]
        if s.takik:
            kelas.append(f"takik{min(s.takik, 4)}")
        sebut = f' class="{" ".join(kelas)}"' if kelas else ""
        isi = p.isi(s.isi) + _ganjal(s, rata, kolom.desimal)
        nama = i <= pengenal < i + s.kolom and any(r.teks.strip() for r in s.isi)
        tanda, cakup = ("th", ' scope="row"') if nama else ("td", "")
        if b.jenis is JenisBaris.KELOMPOK and nama:
            cakup = ' scope="rowgroup"'
        hasil.append(f"<{tanda}{cakup}{_rentang(s)}{sebut}>{isi}</{tanda}>")
        i += s.kolom
    kelas_baris = "" if b.jenis is JenisBaris.ISI else f' class="{b.jenis.value}"'
    return f"<tr{kelas_baris}>{''.join(hasil)}</tr>"


def _ganjal(s: Sel, rata: Rata, desimal: int) -> str:
    """Empty width of the decimals that a figure lacks; copied text stays clean."""
    pertama = s.isi[0] if s.isi else None
    if rata is not Rata.DESIMAL or not isinstance(pertama, Potong) or not pertama.teks[:1].isdigit():
        return ""
    ada = len(pertama.teks.split(",")[1]) if "," in pertama.teks else 0
    kurang = desimal - ada
    return f'<span class="ganjal d{kurang}{"k" if ada == 0 else ""}"></span>' if kurang > 0 else ""
