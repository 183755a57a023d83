"""From rules to the parameter objects of ``hitung``: the only place that knows both shapes."""

from opensakip.hitung.capaian import Kebijakan, Rumus
from opensakip.hitung.skala import Kelas, Skala
from opensakip.peraturan.galat import AturanTidakAda
from opensakip.peraturan.model import Aturan


def _wajib_jenis(aturan: Aturan, jenis: str) -> None:
    if aturan.jenis != jenis:
        raise AturanTidakAda(f"Aturan '{aturan.id}' berjenis {aturan.jenis}, bukan {jenis}.")


def ke_skala(aturan: Aturan) -> Skala:
    """Build the scale of ``hitung``; the rule's name and citations go along."""
    _wajib_jenis(aturan, "skala")
    kelas = tuple(
        Kelas(
            kode=k["kode"],
            nama=k["nama"],
            bawah=k["bawah"],
            atas=k["atas"],
            bawah_termasuk=k["bawah_termasuk"],
            atas_termasuk=k["atas_termasuk"],
        )
        for k in aturan.nilai["kelas"]
    )
    return Skala(
        id=aturan.id,
        kelas=kelas,
        celah=aturan.nilai["celah"],
        atas_terbuka=aturan.nilai["atas_terbuka"],
        dasar=aturan.dasar,
        aturan=aturan.aturan,
    )


def ke_kebijakan(aturan: Aturan) -> Kebijakan:
    """Build the capaian policy of ``hitung``."""
    _wajib_jenis(aturan, "kebijakan")
    nilai = aturan.nilai
    return Kebijakan(
        rumus=Rumus(nilai["rumus"]) if nilai["rumus"] else None,
        batas_atas=nilai["batas_atas"],
        batas_bawah=nilai["batas_bawah"],
        aturan_nol=nilai["aturan_nol"],
        aturan=aturan.aturan,
        dasar=aturan.dasar,
    )
