"""Pure computing core of SAKIP: no Django, no input or output, no clock.

Every public function takes decimals or typed values and returns a result that carries the value
(or None, *belum dapat dinilai*), the shown value, the steps, the legal basis and the rule version.

Names of functions that equal the name of their module (``capaian``, ``terbilang``) are not repeated
here, so that ``opensakip.hitung.capaian`` is always the module. The instruments keep their own
modules: ``nka``, ``skm``, ``akip``, ``ip_asn``, ``sampel``.

>>> from opensakip.hitung.capaian import capaian
>>> capaian(baca_nilai("90"), baca_nilai("83,5"), Arah.NAIK).tampil
'92,78'
"""

from .agregasi import CARA_KONSOLIDASI, jumlah, konsolidasi, rata_rata
from .angka import AngkaAmbigu, AngkaSalah, baca_angka, baca_rupiah, bentuk_kolom
from .banding import (
    jarak_ke_akhir,
    perlu_naik_target,
    pertumbuhan,
    selisih_poin,
    terhadap_akhir,
    terhadap_pembanding,
    terhadap_tahun_depan,
)
from .capaian import Kebijakan, KebijakanSalah
from .efisiensi import ButirEfisiensi, HasilEfisiensi, efisiensi_poin, efisiensi_ro, serapan, sisa
from .hasil import BELUM, Hasil
from .nilai import JenisNilai, Nilai, baca_nilai, nilai_kosong
from .presisi import bulatkan
from .rumus import Arah, Rumus
from .skala import HasilKelas, Kelas, Skala, SkalaSalah, golongkan
from .tampilan import tampil, tampil_penuh, tampil_persen, tampil_rupiah, tampil_rupiah_ringkas
from .terbilang import bilangan_tingkat

__all__ = [
    "BELUM",
    "CARA_KONSOLIDASI",
    "AngkaAmbigu",
    "AngkaSalah",
    "Arah",
    "ButirEfisiensi",
    "Hasil",
    "HasilEfisiensi",
    "HasilKelas",
    "JenisNilai",
    "Kebijakan",
    "KebijakanSalah",
    "Kelas",
    "Nilai",
    "Rumus",
    "Skala",
    "SkalaSalah",
    "baca_angka",
    "baca_nilai",
    "baca_rupiah",
    "bentuk_kolom",
    "bilangan_tingkat",
    "bulatkan",
    "efisiensi_poin",
    "efisiensi_ro",
    "golongkan",
    "jarak_ke_akhir",
    "jumlah",
    "konsolidasi",
    "nilai_kosong",
    "perlu_naik_target",
    "pertumbuhan",
    "rata_rata",
    "selisih_poin",
    "serapan",
    "sisa",
    "tampil",
    "tampil_penuh",
    "tampil_persen",
    "tampil_rupiah",
    "tampil_rupiah_ringkas",
    "terhadap_akhir",
    "terhadap_pembanding",
    "terhadap_tahun_depan",
]
