"""What a sentence says around the name of an indicator: its sasaran, who answers for it, its class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from opensakip.periksa.fakta import Jenis
from opensakip.periksa.pengenal_daftar import Sebutan
from opensakip.periksa.pengenal_nama import inti, tutup_markah

_SASARAN = re.compile(
    r"(?:^|[:;]\s*|\d+[.)]\s+|\bsasaran(?:\s+\w+){0,2}\s+)(?P<nama>[A-Z][^:;.]{8,170}?)\s+dengan\s+(?:\d+\s+)?indikator"
    r"(?:\s+(?:kinerja|sasaran|utama))*\s*:?\s*[\"“']?\s*$"
)
_PEMILIK = re.compile(
    r"\b(?:penanggung\s*jawab(?:nya)?(?:\s+(?:adalah|yaitu))?|diamanat\w*\s+(?:kepada|pada|ke)|diampu\s+oleh"
    r"|menjadi\s+tanggung\s*jawab)\s*:?\s*(?P<nama>[A-Z][^.;:,()]{3,110}?)"
    r"(?=\s*(?:[.;:,(]|$|\b(?:ditarget|target|dengan|tahun|adapun|sebagai|didukung|yang|mencapai|memiliki|sebesar|pada|untuk|dan\s+di)))",
)
_KELAS = re.compile(
    r"\b(?:kategori|predikat|kualifikasi)(?:nya)?\s*(?:adalah|yaitu|:)?\s*[\"“'(]*\s*"
    r"(?P<nama>(?:[A-Z]{1,3}\b[+-]?|(?:sangat\s+|cukup\s+|kurang\s+|tidak\s+)?[A-Za-z]+))"
    r"(?P<lagi>[\"”')]*\s*(?:atau\s*)?[\"“'(]+\s*(?:sangat\s+|cukup\s+)?[A-Za-z]+\s*[\"”')]+)?",
    re.IGNORECASE,
)
_BUKAN_KELAS = re.compile(
    r"(?:yang|dan|atau|dengan|ini|tersebut|penilaian|capaian|nilai|kinerja|di|dari|untuk|pada|indikator|kualitas"
    r"|tingkat|sebagai|menjadi|tertentu|lain|lainnya|mutu|hasil)",
    re.IGNORECASE,
)


def keterangan_indikator(
    teks: str, s: Sebutan, sebutan: Sequence[Sebutan]
) -> Iterator[tuple[Jenis, str, int]]:
    """Kind, printed text and position of what stands around one mention."""
    isi = tutup_markah(teks)
    batas = max((x.akhir for x in sebutan if x.akhir <= s.awal), default=0)
    sasaran = _SASARAN.search(isi[batas : s.awal])
    if sasaran:
        yield Jenis.SASARAN, inti(sasaran["nama"]), batas + sasaran.start("nama")
    ujung = min((x.awal for x in sebutan if x.awal >= s.akhir and x.kunci != s.kunci), default=len(isi))
    pemilik = _PEMILIK.search(isi[s.akhir : min(ujung, s.akhir + 260)])
    if pemilik:
        nama = re.split(r"(?<=[a-z])(?=[A-Z])", pemilik["nama"].strip())[0]
        yield Jenis.PENANGGUNG_JAWAB, nama, s.akhir + pemilik.start("nama")
    for kelas in _KELAS.finditer(isi[s.akhir : ujung]):
        kata = kelas["nama"].split()
        if not _BUKAN_KELAS.fullmatch(kata[0]):
            yield Jenis.KATEGORI, kelas[0].strip(), s.akhir + kelas.start("nama")
