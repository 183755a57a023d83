"""The shape of a whole rule file, and which reader belongs to which kind."""

from opensakip.peraturan.bentuk_bobot import baca_bobot, baca_gradasi, baca_kelompok_bobot, baca_lke
from opensakip.peraturan.bentuk_lain import (
    baca_formulir,
    baca_kebijakan,
    baca_ordinal,
    baca_parameter,
    baca_pola,
    baca_rumus,
    baca_skema_tingkat,
    baca_tabel,
    baca_tenggat,
    baca_unsur,
)
from opensakip.peraturan.bentuk_register import baca_register
from opensakip.peraturan.bentuk_skala import baca_skala
from opensakip.peraturan.model import TAG
from opensakip.peraturan.pembaca import Pembaca, Tempat, catatan, daftar, peta, salah_satu, tanggal, teks

JENIS: dict[str, Pembaca] = {
    "skala": baca_skala,
    "bobot": baca_bobot,
    "kelompok_bobot": baca_kelompok_bobot,
    "lke": baca_lke,
    "gradasi": baca_gradasi,
    "kebijakan": baca_kebijakan,
    "rumus": baca_rumus,
    "unsur": baca_unsur,
    "tenggat": baca_tenggat,
    "skema_tingkat": baca_skema_tingkat,
    "ordinal": baca_ordinal,
    "parameter": baca_parameter,
    "formulir": baca_formulir,
    "tabel": baca_tabel,
    "pola": baca_pola,
    "register": baca_register,
}


def _apa_adanya(nilai: object, di: Tempat) -> object:
    return nilai


_SUMBER = catatan({"peraturan": teks, "tag": salah_satu(*TAG)}, {"bagian": teks, "rujukan": teks})
_BERLAKU = catatan(
    {"tag": salah_satu(*TAG), "dari": daftar(teks), "tanggal_dasar": teks, "nilai": _apa_adanya},
    {"putus_deret": teks, "catatan": teks},
)
BERKAS = catatan(
    {
        "id": teks,
        "judul": teks,
        "jenis": salah_satu(*JENIS),
        "sumber": peta(_SUMBER),
        "berlaku": peta(_BERLAKU, kunci=tanggal),
        "masih_berlaku_per": tanggal,
    },
    {
        "satuan": teks,
        "catatan": teks,
        "penerus": daftar(teks),
        "dicabut": catatan({"sejak": tanggal, "oleh": teks, "tag": salah_satu(*TAG)}),
    },
)
