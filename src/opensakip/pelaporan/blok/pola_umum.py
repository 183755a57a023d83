"""Sentence patterns about efficiency, the report as a whole and the budget (K30 to K40)."""

from __future__ import annotations

from decimal import Decimal

from opensakip.pelaporan.blok.fakta import Fakta
from opensakip.pelaporan.kalimat import Pola, kata


def _ef(f: Fakta, bawah: str) -> bool:
    return f.e is not None and f.e >= Decimal(bawah)


# ------------------------------------------------ 6: efficiency of a sasaran
POLA_EFISIENSI = (
    Pola(
        "K30",
        lambda f: _ef(f, "0") and f.c is not None and f.c >= 100 and "ro" in f.kata,
        (
            "Dari alokasi {A} terpakai {R} ({s}). Dengan capaian {c}, tingkat efisiensinya {E}: target "
            "tercapai dengan biaya lebih rendah daripada alokasi.",
        ),
    ),
    Pola(
        "K31",
        lambda f: _ef(f, "0") and f.c is not None and f.c < 100 and f.s is not None and f.s < 75,
        (
            "Rumus menghasilkan {E} karena hanya {s} alokasi terpakai ({R} dari {A}). Target belum "
            "tercapai, jadi angka ini menggambarkan kegiatan yang tidak dibiayai, bukan keberhasilan "
            "efisiensi.",
        ),
    ),
    Pola(
        "K31a",
        lambda f: (
            _ef(f, "0") and f.c is not None and f.c < 100 and (f.s is None or f.s >= 75) and "ro" in f.kata
        ),
        (
            "Dari alokasi {A} terpakai {R} ({s}), dan rumus menghasilkan {E}. Karena target belum "
            "tercapai (capaian {c}), angka ini tidak disebut keberhasilan efisiensi.",
        ),
    ),
    Pola(
        "K32",
        lambda f: f.e is not None and f.e < 0 and "ro" in f.kata,
        (
            "Biaya yang terpakai lebih besar daripada hasil yang dicapai: efisiensi {E} dengan capaian "
            "{c} dan serapan {s}.",
        ),
    ),
    Pola(
        "K33",
        lambda f: _ef(f, "0") and "poin" in f.kata,
        ("Capaian {c} berada {E} poin persentase di atas realisasi anggaran {s}.",),
    ),
    Pola(
        "K33a",
        lambda f: f.e is not None and f.e < 0 and "poin" in f.kata,
        ("Capaian {c} lebih rendah daripada realisasi anggaran {s}, dengan selisih {E} poin persentase.",),
    ),
    Pola(
        "K34",
        lambda f: f.s is not None and f.s >= 95 and f.c is not None and f.c < 90,
        ("Anggaran terserap {s}, tetapi capaian baru {c}; kaitan belanja dengan hasil perlu ditinjau.",),
    ),
    Pola(
        "K35",
        lambda f: f.s is not None and f.s < 80 and f.c is not None and f.c >= 100,
        (
            "Target tercapai dengan serapan {s}; sisa anggarannya perlu dijelaskan: penghematan, "
            "pengadaan gagal, atau penundaan.",
        ),
    ),
)

# ------------------------------------------------ summary and budget
POLA_RINGKAS = (
    Pola("K39", kata("ada_indikator"), ("Dari {n} indikator, {rincian}.",)),
    Pola(
        "K40",
        kata("ada_tanpa_dibawa"),
        ("Rata-rata capaian {m}; tanpa {k} nilai tahun sebelumnya, rata-ratanya {m2} ({n2} indikator).",),
    ),
    Pola(
        "K40a", kata("ada_rata", tanpa=("ada_tanpa_dibawa",)), ("Rata-rata capaian seluruh indikator {m}.",)
    ),
    Pola(
        "K40b",
        kata("ada_rata_sasaran"),
        ("Dihitung menurut sasaran, rata-ratanya {ms} ({n_sasaran} sasaran).",),
    ),
)
POLA_ANGGARAN = (
    Pola(
        "K37",
        kata("pagu_berubah"),
        (
            "Pagu berubah dari {murni} menjadi {pagu}, {arah} {pct}.",
            "Pagu berubah dari {murni} menjadi {pagu}.",
        ),
    ),
    Pola(
        "K38",
        kata("terealisasi"),
        ("Sampai 31 Desember {y} terealisasi {R} ({kata}) atau {s} dari pagu {pagu}.",),
    ),
    Pola(
        "K38a",
        kata("terealisasi"),
        (
            "Sisa anggaran {sisa} ({q}); angka ini baru dapat disebut efisiensi bila dibaca bersama capaian.",
            "Sisa anggaran {sisa}; angka ini baru dapat disebut efisiensi bila dibaca bersama capaian.",
        ),
    ),
)
