"""Whatever bytes stand in a file, the answer is a list of faults, never a crash and never a silent load."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from opensakip.impor.format import FORMAT
from opensakip.impor.periksa import periksa_folder
from tests.impor.kecil import KECIL, RENCANA, tulis

SEL = st.one_of(
    st.sampled_from(
        ["", "IKU-1", "IKU-2", "DINAS", "pk-2025", "2025", "12.348", "3,5", "final", "ya", "-", "K1", "renja"]
    ),
    st.text(max_size=12),
)
NAMA = st.sampled_from([s.nama for s in FORMAT])


@settings(max_examples=150)
@given(NAMA, st.binary(max_size=200))
def test_bita_acak(nama: str, bita: bytes) -> None:
    with tempfile.TemporaryDirectory() as sementara:
        folder = tulis(Path(sementara), KECIL, RENCANA)
        (folder / f"{nama}.csv").write_bytes(bita)
        for k in periksa_folder(folder).kesalahan:
            assert k.pesan
            assert "\n" not in str(k).replace(k.isi, "")


@settings(max_examples=200)
@given(NAMA, st.lists(st.lists(SEL, min_size=3, max_size=12), max_size=6))
def test_isi_acak_dengan_kepala_benar(nama: str, baris: list[list[str]]) -> None:
    kolom = next(s for s in FORMAT if s.nama == nama).nama_kolom
    petik = "\n".join(",".join('"' + s.replace('"', '""') + '"' for s in b[: len(kolom)]) for b in baris)
    with tempfile.TemporaryDirectory() as sementara:
        folder = tulis(Path(sementara), KECIL, RENCANA)
        (folder / f"{nama}.csv").write_text(
            f"{','.join(kolom)}\n{petik}\n", encoding="utf-8", errors="replace"
        )
        assert isinstance(periksa_folder(folder).kesalahan, tuple)


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_data_sah_yang_dirusak_satu_huruf(benih: int) -> None:
    """One changed character: either it is refused with a place, or the data set is another one."""
    acak = random.Random(benih)
    semua = {**KECIL, **RENCANA}
    nama = acak.choice(sorted(semua))
    teks = semua[nama]
    i = acak.randrange(len(teks))
    rusak = teks[:i] + acak.choice('",;\n\tx0.-ä') + teks[i + 1 :]
    with tempfile.TemporaryDirectory() as sementara:
        folder = tulis(Path(sementara), semua)
        awal = periksa_folder(folder)
        assert awal.kesalahan == ()
        (folder / nama).write_text(rusak, encoding="utf-8", newline="")
        data = periksa_folder(folder)
        assert data.kesalahan or data.peringatan or data.sidik != awal.sidik or _setara(teks, rusak)


def _setara(teks: str, rusak: str) -> bool:
    """The same cells after trimming and folding the header (a blank line, a changed case in the header)."""

    def lipat(t: str) -> list[str]:
        kepala, _, isi = t.partition("\n")
        return [
            kepala.lower().replace("-", "_"),
            *(b.strip(" \t,") for b in isi.splitlines() if b.strip(" \t,")),
        ]

    return lipat(teks) == lipat(rusak)
