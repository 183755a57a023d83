"""Sentence patterns about the instruments (K43 to K46)."""

from __future__ import annotations

from opensakip.pelaporan.kalimat import Pola, kata

POLA_SKM = (
    Pola(
        "K43",
        kata("ada_responden"),
        (
            "Survei diikuti {n} responden dengan hasil {v} (mutu {k}).",
            "Dari {n} responden diperoleh nilai {v}, termasuk mutu {k}.",
        ),
    ),
    Pola("K43a", kata("ada_hasil", tanpa=("ada_responden",)), ("Hasil survei {v}, termasuk mutu {k}.",)),
    Pola(
        "K43b",
        kata("naik"),
        ("Nilai itu naik dari {v0} pada {y0}.", "Setahun sebelumnya nilainya {v0}; hasil {y} lebih tinggi."),
    ),
    Pola(
        "K43c",
        kata("turun"),
        ("Nilai itu turun dari {v0} pada {y0}.", "Setahun sebelumnya nilainya {v0}; hasil {y} lebih rendah."),
    ),
    Pola("K43d", kata("tetap"), ("Nilai itu sama dengan {y0}.",)),
    Pola("K43e", kata("ada_unsur"), ("Dibandingkan dengan {y0}, {rincian}.",)),
    Pola("K43f", kata("ada_ujung"), ("Unsur tertinggi {u1} ({p1}), terendah {u2} ({p2}).",)),
)
POLA_BOBOT = (
    Pola(
        "K44",
        kata("akip"),
        (
            "Komponen terkuat {u1} ({p1} dari bobotnya), terlemah {u2} ({p2}).",
            "Terhadap bobotnya, {u1} meraih bagian terbesar ({p1}) dan {u2} terkecil ({p2}).",
        ),
    ),
    Pola(
        "K46",
        kata("ip_asn"),
        (
            "Dimensi {u1} meraih {p1} bobotnya, sedangkan yang terendah {u2} ({p2}).",
            "Bagian terbesar dari bobot diraih dimensi {u1} ({p1}), terkecil dimensi {u2} ({p2}).",
        ),
    ),
)
POLA_NKA = (
    Pola(
        "K45",
        kata("ada_unit"),
        (
            "Nilai tertinggi {u1} ({v1}), terendah {u2} ({v2}).",
            "Di antara {n} unit, {u1} paling tinggi ({v1}) dan {u2} paling rendah ({v2}).",
        ),
    ),
    Pola("K45a", kata("ada_satker_atas"), ("Nilai {u1} di atas rata-rata satkernya ({s1}).",)),
    Pola("K45b", kata("ada_satker_bawah"), ("Nilai {u1} di bawah rata-rata satkernya ({s1}).",)),
    Pola(
        "K45c",
        kata("ada_efisiensi"),
        ("Komponen yang paling rendah pada {u1} adalah nilai efisiensi ({e1}).",),
    ),
)
