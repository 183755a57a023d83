"""Reading frozen figures. Each function takes the visitor and answers only what exists for them."""

from __future__ import annotations

import gc
import json
from collections import defaultdict
from functools import lru_cache
from typing import Any

from opensakip.akun import penjaga
from opensakip.inti import cakupan as cakupan_mod
from opensakip.inti import jam
from opensakip.inti.cakupan import Cakupan
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.cuplikan import sidik, sidik_angka, susun_isi
from opensakip.pelaporan.errors import BelumAdaData, CuplikanRusak, TahunKosong
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.saring import saring

_TANPA_TAHUN = "{nama} belum mempunyai angka beku untuk tahun {tahun}. {saran}"


def daftar_instansi(pengguna: penjaga.Pengunjung) -> list[dict[str, Any]]:
    """Return the agencies this visitor may read, with the years that have frozen figures.

    Two queries, however many agencies there are.
    """
    instansi = list(penjaga.instansi_terbaca(pengguna))
    tahun: dict[int, set[int]] = defaultdict(set)
    for milik, t in Cuplikan.semua.filter(instansi__in=instansi, jenis="lkjip").values_list(
        "instansi_id", "tahun"
    ):
        tahun[milik].add(t)
    return [
        {
            "slug": i.slug,
            "nama": i.nama,
            "singkatan": i.singkatan,
            "rumpun": i.rumpun,
            "tempat": i.tempat,
            "contoh": i.contoh,
            "pernyataan": i.pernyataan,
            "tahun": sorted(tahun[i.pk], reverse=True),
        }
        for i in instansi
    ]


def cuplikan_terkini(pengguna: penjaga.Pengunjung, slug: str, tahun: int) -> tuple[Cuplikan, Cakupan]:
    """Return the newest snapshot of a year and what the visitor may see of it.

    Its text (up to a megabyte) is fetched only by whoever asks for it.

    Raises:
        TidakAda: unknown agency or somebody else's.
        TahunKosong: the agency may be read, and has no frozen figures for this year.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    with cakupan_mod.buka(cakupan):
        setahun = Cuplikan.objects.filter(tahun=tahun, jenis="lkjip").defer("isi")
        cuplikan = setahun.order_by("-nomor").first()
        if cuplikan is not None:
            return cuplikan, cakupan
        ada = sorted(set(Cuplikan.objects.filter(jenis="lkjip").values_list("tahun", flat=True)))
    saran = f"Tahun yang ada: {', '.join(map(str, ada))}." if ada else "Bekukan angkanya lebih dahulu."
    pesan = _TANPA_TAHUN.format(nama=instansi.nama, tahun=tahun, saran=saran)
    raise TahunKosong(pesan, slug=slug, nama=instansi.nama, tahun=tahun, tahun_ada=ada)


def isi_tahun(pengguna: penjaga.Pengunjung, slug: str, tahun: int) -> dict[str, Any]:
    """Return the content of the newest snapshot of a year, narrowed to the visitor's units.

    ``meta.sidik`` is the hash of the frozen text. The answer is shared and must not be changed.

    Raises:
        TidakAda: as :func:`cuplikan_terkini`.
        CuplikanRusak: the stored text does not have its hash.
    """
    cuplikan, cakupan = cuplikan_terkini(pengguna, slug, tahun)
    return isi_tersaring(cuplikan, cakupan.kode_unit)


def isi_tersaring(cuplikan: Cuplikan, kode_unit: frozenset[str] | None) -> dict[str, Any]:
    """Return the content of a snapshot as the holder of these units may see it; shared, not to be changed.

    Raises:
        CuplikanRusak: the stored text does not have its hash.
    """
    return isi_cuplikan(cuplikan) if kode_unit is None else _saring(Beku(cuplikan), kode_unit)


def isi_berjalan(pengguna: penjaga.Pengunjung, slug: str, tahun: int) -> dict[str, Any]:
    """Return what would be frozen now, narrowed the same way; nothing is written.

    Raises:
        TidakAda: unknown agency or somebody else's.
    """
    instansi, cakupan = penjaga.cakupan(pengguna, slug)
    isi = susun_isi(instansi, unit_pelapor(instansi), tahun, per=jam.kini(), nomor=0, oleh=cakupan.pelaku)
    return saring(isi, cakupan.kode_unit)


def unit_pelapor(instansi: Instansi) -> Unit:
    """Return the unit that reports for an agency.

    Raises:
        BelumAdaData: none is named.
    """
    unit = Unit.semua.filter(instansi=instansi, kode=instansi.unit_pelapor).first()
    if unit is None:
        raise BelumAdaData(
            f"{instansi.nama}: unit pelapor belum ditetapkan. Isi unit_pelapor di instansi.csv."
        )
    return unit


def isi_cuplikan(cuplikan: Cuplikan) -> dict[str, Any]:
    """Return the parsed content of a snapshot after checking its hash.

    Raises:
        CuplikanRusak: the stored text does not have its hash.
    """
    return _urai(Beku(cuplikan))


class Beku:
    """A snapshot as a key of the caches below: the same row with the same hash is the same text.

    Hashing and comparing never touch the text, so a hit costs no query for it.
    """

    def __init__(self, cuplikan: Cuplikan) -> None:
        self.kunci = (cuplikan.pk, cuplikan.sidik)
        self.cuplikan: Cuplikan | None = cuplikan

    def __hash__(self) -> int:
        return hash(self.kunci)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Beku) and self.kunci == lain.kunci


@lru_cache(maxsize=32)
def _urai(beku: Beku) -> dict[str, Any]:
    """Parse and check once per process: a frozen text never changes."""
    assert beku.cuplikan is not None
    teks, beku.cuplikan = beku.cuplikan.isi, None  # the cache keeps the key, not the text
    if sidik(teks) != beku.kunci[1]:
        raise CuplikanRusak(
            "Teks cuplikan tidak cocok dengan sidiknya. Pulihkan basis data dari cadangan sebelum memakainya."
        )
    isi: dict[str, Any] = json.loads(teks)
    isi["meta"]["sidik"] = beku.kunci[1]
    gc.freeze()  # this content stays; without it every full collection walks a million objects (80 ms pauses)
    return isi


@lru_cache(maxsize=64)
def _saring(beku: Beku, kode_unit: frozenset[str]) -> dict[str, Any]:
    assert beku.cuplikan is not None
    isi, beku.cuplikan = isi_cuplikan(beku.cuplikan), None
    return saring(isi, kode_unit)


def berubah_sejak_beku(cuplikan: Cuplikan) -> bool:
    """True when freezing now would give other figures than this snapshot holds."""
    kini = susun_isi(
        cuplikan.instansi,
        cuplikan.unit,
        cuplikan.tahun,
        per=cuplikan.per,
        nomor=cuplikan.nomor,
        oleh=cuplikan.oleh,
    )
    return sidik_angka(kini) != cuplikan.sidik_angka
