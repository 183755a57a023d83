"""Indicators of sasaran that count activities or papers instead of results: one note per document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from opensakip.dokumen.bacaan.model import Bacaan, Sel
from opensakip.periksa.bahan import catatan_ragu, kunci, lokasi, rapikan, yakin
from opensakip.periksa.kolom import badan, kolom, rangkai, sel
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

KODE = "keluaran-sebagai-hasil"
_KELUARAN = re.compile(
    r"^(?:jumlah (?:dokumen|laporan|kegiatan|rapat|sosialisasi|bimbingan|pelatihan|peserta|paket"
    r"|berita acara)"
    r"|terlaksananya|tersusunnya|terselenggaranya|pelaksanaan|penyusunan|penyelenggaraan)\b"
)


@pemeriksaan(
    KODE,
    judul="Keluaran dihitung sebagai hasil",
    tingkat=Tingkat.CATATAN,
    dasar="PermenPANRB 89/2021: sasaran strategis diukur dengan hasil, keluaran berada di tingkat kegiatan",
    penjelasan=(
        "Indikator sasaran yang menghitung dokumen, laporan, rapat, atau terlaksananya kegiatan mengukur "
        "keluaran. "
        "Hanya dicatat, karena pada unit pendukung keluaran dapat menjadi kinerja utamanya."
    ),
)
def periksa_hasil(dokumen: tuple[Bacaan, ...]) -> Iterable[Temuan]:
    """Note indicators of sasaran that count outputs, each name once."""
    for b in dokumen:
        ada: dict[str, Sel] = {}
        for _, t in rangkai(b):
            sasaran = kolom(t, r"^sasaran(?: strategis)?$")
            indikator = kolom(t, r"^indikator(?: kinerja)?(?: sasaran| utama)?(?: strategis)?$")
            if len(sasaran) != 1 or len(indikator) != 1 or not kolom(t, r"^target"):
                continue
            for i in badan(t):
                s = sel(t, i, indikator[0])
                if s is not None and _KELUARAN.match(kunci(s.teks)):
                    ada.setdefault(kunci(s.teks), s)
        if ada:
            isi = list(ada.values())
            yield Temuan(
                KODE,
                Tingkat.CATATAN,
                yakin(b, 70, any(s.ragu for s in isi)),
                f"{len(isi)} indikator sasaran menghitung keluaran, bukan hasil: "
                f"{'; '.join(rapikan(s.teks) for s in isi[:5])}.{catatan_ragu(b)}",
                tuple(lokasi(b, s.tempat, s.teks) for s in isi[:15]),
                tercetak=rapikan(isi[0].teks),
                dasar="PermenPANRB 89/2021: jenjang kinerja",
            )
