"""Who answers for an indicator: the same units in every place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from opensakip.dokumen.bacaan.model import Bacaan
from opensakip.periksa.banding_nilai import tempat_unik
from opensakip.periksa.fakta import Fakta, Jenis
from opensakip.periksa.kumpulan import kumpulkan
from opensakip.periksa.pengenal_nama import kata
from opensakip.periksa.temuan import Temuan, Tingkat, pemeriksaan

DASAR = "PermenPANRB 89/2021: setiap kinerja mempunyai penanggung jawab yang jelas"
_PISAH = re.compile(
    r"\s*(?:/|;|,|\bdan\b|\bserta\b)\s*(?=(?:biro|dinas|badan|bagian|bidang|inspektorat|kecamatan|direktorat|sekretariat"
    r"|subbag\w*|seksi|unit|kantor|rsud|puskesmas|asisten|deputi)\b)",
    re.IGNORECASE,
)


@pemeriksaan(
    "penanggung-jawab",
    judul="Penanggung jawab satu indikator sama di semua tempat",
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Unit yang disebut bertanggung jawab atas suatu indikator dibandingkan antartempat. Nama unit "
        "yang hanya lebih "
        "panjang atau terpotong bukan temuan di sini."
    ),
)
def penanggung_jawab(dokumen: tuple[Bacaan, ...]) -> Iterator[Temuan]:
    """Indicators with other units in charge elsewhere."""
    for bacaan in dokumen:
        k = kumpulkan(bacaan)
        for i in k.indikator:
            wadah: list[list[Fakta]] = []
            for f in k.pilih(Jenis.PENANGGUNG_JAWAB, indikator=i.kunci):
                rumah = next((w for w in wadah if _sama(unit(w[0].teks), unit(f.teks))), None)
                if rumah is None:
                    wadah.append([f])
                else:
                    rumah.append(f)
            if len(wadah) < 2:
                continue
            wadah.sort(key=lambda w: (len(w), len(unit(w[0].teks))))
            acuan, lain = wadah[-1], wadah[:-1]
            yield Temuan(
                "penanggung-jawab", Tingkat.SEDANG, 75,
                f"Penanggung jawab {i.nama} tercetak berbeda: "
                + "; ".join(f"{w[0].teks} ({w[0].lokasi.tempat.sebut()})" for w in lain)
                + f"; di tempat lain {acuan[0].teks}.",
                tempat_unik([f.lokasi for w in lain for f in w] + [f.lokasi for f in acuan]),
                "; ".join(w[0].teks for w in lain), acuan[0].teks, DASAR,
            )  # fmt: skip


def unit(teks: str) -> tuple[str, ...]:
    """The units a text names.

    >>> unit("Biro Umum/Biro Hukum dan Kerja Sama")
    ('Biro Umum', 'Biro Hukum dan Kerja Sama')
    """
    return tuple(u.strip() for u in _PISAH.split(teks) if u.strip())


def _sama(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same units, each of one side with one of the other; a name that begins as the other does is it."""
    return len(a) == len(b) and all(any(_awal_sama(x, y) for y in b) for x in a)


def _awal_sama(a: str, b: str) -> bool:
    x, y = kata(a), kata(b)
    pendek = min(len(x), len(y))
    return pendek >= 2 and x[:2] == y[:2] if pendek >= 2 else x == y
