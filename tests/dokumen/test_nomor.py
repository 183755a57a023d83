"""Numbers of chapters, tables and pictures, and references."""

from __future__ import annotations

import pytest

from opensakip.dokumen.model import (
    Bagian,
    Blok,
    Dokumen,
    Gambar,
    JenisBagian,
    Judul,
    Kolom,
    Lanskap,
    Paragraf,
    Rujuk,
    Tabel,
    Utuh,
    isi,
    polos,
)
from opensakip.dokumen.nomor import RujukanPutus, nomori, romawi


def tabel(label: str = "") -> Tabel:
    """A table of nothing."""
    return Tabel("Judul", (Kolom("1fr"),), (), (), label=label)


def dok(*bagian: Bagian) -> Dokumen:
    """A document of these parts."""
    return Dokumen("J", "P", "K", tuple(bagian))


def bab(*blok: Blok) -> Bagian:
    """The main part."""
    return Bagian(JenisBagian.ISI, blok)


def test_bab_subbab_dan_lampiran() -> None:
    d = nomori(
        dok(
            Bagian(JenisBagian.DEPAN, (Judul(1, "Ikhtisar", bernomor=False),)),
            bab(
                Judul(1, "A"),
                Judul(2, "B"),
                Judul(3, "C"),
                Judul(3, "D"),
                Judul(2, "E"),
                Judul(1, "F"),
                Judul(2, "G"),
            ),
            Bagian(JenisBagian.LAMPIRAN, (Judul(1, "H"), Judul(2, "I"), Judul(1, "J"))),
        )
    )
    nomor = [b.nomor for bagian in d.bagian for b in bagian.blok if isinstance(b, Judul)]
    assert nomor == [
        "", "BAB I", "1.1", "1.1.1", "1.1.2", "1.2", "BAB II", "2.1", "LAMPIRAN 1", "", "LAMPIRAN 2",
    ]  # fmt: skip


def test_tabel_dan_gambar_menurut_bab_juga_di_dalam_wadah() -> None:
    gambar = Gambar("G", "<svg/>", "alt", 10)
    hias = Gambar("", "<svg/>", "alt", 10, hiasan=True)
    d = nomori(
        dok(
            bab(
                Judul(1, "A"),
                tabel(),
                hias,
                gambar,
                Utuh((tabel(),)),
                Judul(1, "B"),
                Lanskap((tabel(),)),
                gambar,
            ),
            Bagian(JenisBagian.LAMPIRAN, (Judul(1, "L"), tabel())),
        )
    )

    def nomor(blok: tuple[Blok, ...]) -> list[str]:
        hasil = []
        for b in blok:
            if isinstance(b, Tabel | Gambar):
                hasil.append(b.nomor)
            elif isinstance(b, Utuh | Lanskap):
                hasil += nomor(b.blok)
        return hasil

    assert nomor(d.bagian[0].blok) == ["1.1", "", "1.1", "1.2", "2.1", "2.1"]
    assert nomor(d.bagian[1].blok) == ["L1.1"]


def test_rujukan_maju_dan_mundur() -> None:
    d = nomori(
        dok(
            bab(
                Judul(1, "A", label="bab-a"),
                Paragraf(
                    isi("lihat ", Rujuk("t"), ", ", Rujuk("bab-a"), ", ", Rujuk("sub"), ", ", Rujuk("lamp"))
                ),
                Judul(2, "B", label="sub"),
                tabel("t"),
            ),
            Bagian(JenisBagian.LAMPIRAN, (Judul(1, "L", label="lamp"),)),
        )
    )
    paragraf = d.bagian[0].blok[1]
    assert isinstance(paragraf, Paragraf)
    assert polos(paragraf.isi) == "lihat Tabel 1.1, Bab I, Bagian 1.1, Lampiran 1"


def test_rujukan_putus_dan_label_ganda_ditolak() -> None:
    with pytest.raises(RujukanPutus, match="tidak-ada"):
        nomori(dok(bab(Paragraf(isi(Rujuk("tidak-ada"))))))
    with pytest.raises(RujukanPutus, match="dua kali"):
        nomori(dok(bab(tabel("t"), tabel("t"))))


@pytest.mark.parametrize(("n", "r"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_romawi(n: int, r: str) -> None:
    assert romawi(n) == r


def test_isi_meratakan_dan_membuang_yang_kosong() -> None:
    assert polos(isi("a", ["b", ("", "c")], isi("d"))) == "abcd"
    assert isi("", []) == ()
