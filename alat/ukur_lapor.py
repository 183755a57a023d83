"""The measurement as text for docs/rujukan: figures first, then every miss and every doubtful finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from opensakip.periksa.temuan import Temuan

if TYPE_CHECKING:
    from alat.ukur_periksa import Kebun, Nyata

KEPALA = """# Ukuran pemeriksaan

Ditulis oleh `make ukur-periksa`. Kena berarti tempat yang sama (selisih paling banyak dua baris) dan angka
atau kata yang sama. Peta tiap galat ke pemeriksaannya: [pemeriksaan-banten.csv](pemeriksaan-banten.csv);
penilaian atas temuan di luar daftar: [temuan-lain-banten.csv](temuan-lain-banten.csv). Temuan bertingkat
catatan bukan galat dan tidak masuk ketepatan.
"""


def persen(a: int, b: int) -> str:
    """Share in per cent with one decimal, in whole numbers; a dash where there is nothing to share."""
    if not b:
        return "–"
    seribu = (a * 1000 * 2 + b) // (2 * b)
    return f"{seribu // 10},{seribu % 10}%"


def tulis(nyata: Nyata, kebun: Kebun | None, jenis: tuple[str, ...]) -> str:
    """The whole report."""
    bagian = [KEPALA, *_nyata(nyata)]
    if kebun is not None:
        bagian += [*_bersih(kebun), *_tanam(kebun, jenis)]
    return "\n".join(bagian).rstrip() + "\n"


def _nyata(n: Nyata) -> Iterator[str]:
    dilapor = len(n.benar) + len(n.salah)
    yield "## Laporan nyata dengan 115 galat yang diketahui\n"
    yield "| ukuran | nilai |\n|---|---|"
    yield f"| galat dalam daftar | {len(n.diketahui)} |"
    yield f"| dapat diketahui program | {len(n.dapat)} |"
    yield f"| ditemukan | {len(n.ditemukan)} ({persen(len(n.ditemukan), len(n.dapat))}) |"
    yield f"| galat yang dilaporkan | {dilapor}, dan {n.catatan} catatan |"
    yield f"| di antaranya salah atau meragukan | {len(n.salah)} ({persen(len(n.salah), dilapor)}) |"
    yield f"| waktu baca dan periksa | {n.detik:.1f} detik |\n".replace(".", ",")
    yield "| jenis galat | dapat diketahui | ditemukan |\n|---|---|---|"
    for jenis in dict.fromkeys(d.pemeriksaan for d in n.dapat):
        semua = [d for d in n.dapat if d.pemeriksaan == jenis]
        yield f"| {jenis} | {len(semua)} | {sum(bool(n.kena[d.id]) for d in semua)} |"
    yield "\nTidak ditemukan:\n"
    for d in n.dapat:
        if not n.kena[d.id]:
            yield f"- {d.id} ({d.pemeriksaan}, baris {d.tempat}): {d.alasan}"
    yield "\nTidak dapat diketahui program:\n"
    for d in n.diketahui:
        if not d.dapat_diketahui:
            yield f"- {d.id}: {d.alasan.removeprefix('tidak dapat diketahui program, ')}"
    yield "\nDilaporkan tetapi salah, meragukan, atau belum dinilai:\n"
    for t, alasan in n.salah:
        yield f"- {_sebut(t)}: {alasan}"
    yield ""


def _sebut(t: Temuan) -> str:
    baris = ", ".join(str(x.tempat.baris) for x in t.lokasi[:3])
    return f"`{t.id}` {t.jenis}, baris {baris}, “{' '.join((t.tercetak or '').split()[:6])}”"


def _bersih(k: Kebun) -> Iterator[str]:
    yield "## Laporan kita sendiri tanpa galat\n"
    yield "Galat data sumber yang ikut tercetak, karena sumber tidak diubah, dihitung terpisah.\n"
    yield "| laporan | galat keliru | galat data sumber |\n|---|---|---|"
    for nama, temuan in k.bersih.items():
        yield f"| {nama} | {len(temuan)} | {k.sumber[nama]} |"
    yield ""
    for nama, temuan in k.bersih.items():
        for t in temuan:
            yield f"- {nama}: `{t.jenis}`, {t.lokasi[0].tempat.sebut()}, “{(t.tercetak or '')[:60]}”"
    yield ""


def _tanam(k: Kebun, jenis: tuple[str, ...]) -> Iterator[str]:
    ditanam, kena = sum(k.ditanam.values()), sum(k.ditemukan.values())
    bentuk = list(dict.fromkeys(b for _, b in k.ditanam))
    yield "## Galat yang ditanam\n"
    yield f"{ditanam} galat {len(jenis)} jenis, ditemukan {kena} ({persen(kena, ditanam)}).\n"
    yield "| jenis | " + " | ".join(bentuk) + " |\n|---|" + "---|" * len(bentuk)
    for j in sorted(jenis):
        yield f"| {j} | " + " | ".join(_dari(k.ditemukan, k.ditanam, (j, b)) for b in bentuk) + " |"
    yield "\nTidak ditemukan:\n"
    yield from (f"- {x}" for x in k.luput)


def _dari(kena: Counter[tuple[str, str]], tanam: Counter[tuple[str, str]], kunci: tuple[str, str]) -> str:
    return f"{kena[kunci]} dari {tanam[kunci]}" if tanam[kunci] else "–"
