"""One guard: what is somebody else's does not exist."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from opensakip.akun import penjaga
from opensakip.akun import services as akun
from opensakip.akun.models import Pengguna
from opensakip.inti import cakupan as cakupan_mod
from opensakip.inti import jam
from opensakip.inti.cakupan import Cakupan, TanpaCakupan
from opensakip.inti.errors import TidakAda, TidakDapatDilakukan
from opensakip.organisasi import services as organisasi
from opensakip.organisasi.models import VersiUnit
from opensakip.organisasi.services import DataInstansi, DataUnit
from opensakip.pelaporan import keluaran, selectors
from opensakip.pengukuran.models import Realisasi
from opensakip.perencanaan.models import Indikator
from tests.ruang.kecil import OLEH, TAHUN, Kecil

SLUG = "dinas-teluk-biru"


@pytest.fixture
def tetangga(db: None) -> str:
    """Another agency, with a unit whose head could be anybody."""
    data = DataInstansi(slug="badan-lain", nama="Badan Lain", rumpun="kabkota", unit_pelapor="BL")
    instansi, _ = organisasi.daftarkan_instansi(data=data, oleh=OLEH)
    unit = [DataUnit("BL", "Badan Lain", "badan", pimpinan="Kepala Badan")]
    organisasi.susun_unit(instansi=instansi, unit=unit, berlaku_mulai=date(2020, 1, 1), oleh=OLEH)
    return instansi.slug


def orang(
    kecil: Kecil, unit: str, peran: str = "operator", *, mulai: int = -1, sampai: int | None = None
) -> Pengguna:
    """Somebody assigned to a unit from some day on, in days from today."""
    hari = jam.hari_ini()
    pengguna = akun.daftarkan_pengguna(
        surel=f"{peran}.{unit}@uji.contoh".lower(), nama=peran, sandi=None, oleh=OLEH
    )
    akun.tugaskan(
        pengguna=pengguna,
        instansi=kecil.instansi,
        peran=peran,
        unit=kecil.unit[unit],
        mulai=hari + timedelta(days=mulai),
        sampai=None if sampai is None else hari + timedelta(days=sampai),
        oleh=OLEH,
    )
    return pengguna


def test_tanpa_cakupan_tidak_ada_jawaban(kecil: Kecil) -> None:
    with pytest.raises(TanpaCakupan):
        Indikator.objects.count()


def test_cakupan_hanya_satu_instansi(kecil: Kecil, tetangga: str) -> None:
    with cakupan_mod.buka(Cakupan(instansi_id=kecil.instansi.pk, slug=SLUG)):
        assert Indikator.objects.count() == 4
    lain = organisasi.Instansi.objects.get(slug=tetangga)
    with cakupan_mod.buka(Cakupan(instansi_id=lain.pk, slug=tetangga)):
        assert Indikator.objects.count() == 0


def test_batasi_menyempitkan_menurut_unit(kecil: Kecil) -> None:
    kosong = Cakupan(instansi_id=kecil.instansi.pk, slug=SLUG, unit=frozenset({kecil.unit["DISKAN-1"].pk}))
    with cakupan_mod.buka(kosong):
        assert cakupan_mod.batasi(Realisasi.objects.all()).count() == 0
    milik = Cakupan(instansi_id=kecil.instansi.pk, slug=SLUG, unit=frozenset({kecil.unit["DISKAN"].pk}))
    with cakupan_mod.buka(milik):
        assert cakupan_mod.batasi(Realisasi.objects.all()).count() == 8


def test_instansi_orang_lain_dijawab_seperti_yang_tidak_ada(kecil: Kecil, tetangga: str) -> None:
    ani = orang(kecil, "DISKAN", "koordinator")
    with pytest.raises(TidakAda) as punya_orang:
        penjaga.cakupan(ani, tetangga)
    with pytest.raises(TidakAda) as tak_dikenal:
        penjaga.cakupan(ani, "tidak-pernah-ada")
    sama = (
        str(punya_orang.value).replace(tetangga, "X"),
        str(tak_dikenal.value).replace("tidak-pernah-ada", "X"),
    )
    assert sama[0] == sama[1]
    assert penjaga.cakupan(ani, SLUG)[1].unit is None


def test_pengunjung_hanya_membaca_contoh_dan_hanya_bila_diizinkan(
    kecil: Kecil, tetangga: str, settings: object
) -> None:
    tamu = AnonymousUser()
    assert penjaga.cakupan(tamu, SLUG)[1].peran == ("pembaca",)
    assert [i.slug for i in penjaga.instansi_terbaca(tamu)] == [SLUG]
    with pytest.raises(TidakAda):
        penjaga.cakupan(tamu, tetangga)
    settings.OPENSAKIP_BACA_CONTOH = False  # type: ignore[attr-defined]
    with pytest.raises(TidakAda):
        penjaga.cakupan(tamu, SLUG)
    assert list(penjaga.instansi_terbaca(tamu)) == []


@pytest.mark.parametrize(
    ("mulai", "sampai"), [(1, None), (-30, 0), (-30, -5)], ids=["besok", "berakhir", "lampau"]
)
def test_tugas_yang_tidak_berlaku_tidak_memberi_apa_pun(
    kecil: Kecil, settings: object, mulai: int, sampai: int | None
) -> None:
    settings.OPENSAKIP_BACA_CONTOH = False  # type: ignore[attr-defined]
    ani = orang(kecil, "DISKAN", mulai=mulai, sampai=sampai)
    with pytest.raises(TidakAda):
        penjaga.cakupan(ani, SLUG)


def test_tanpa_unit_yang_berlaku_hari_ini_bukan_berarti_semua(kecil: Kecil) -> None:
    VersiUnit.semua.filter(instansi=kecil.instansi).update(berlaku_mulai=date(2190, 1, 1))
    _, cakupan = penjaga.cakupan(orang(kecil, "DISKAN-1"), SLUG)
    assert cakupan.unit == frozenset({kecil.unit["DISKAN-1"].pk})


def test_unit_instansi_lain_tidak_dapat_ditugaskan(kecil: Kecil, tetangga: str) -> None:
    from opensakip.organisasi.models import Unit

    asing = Unit.semua.get(instansi__slug=tetangga)
    pengguna = akun.daftarkan_pengguna(surel="x@uji.contoh", nama="X", sandi=None, oleh=OLEH)
    with pytest.raises(TidakDapatDilakukan, match="bukan milik"):
        akun.tugaskan(
            pengguna=pengguna,
            instansi=kecil.instansi,
            peran="operator",
            unit=asing,
            mulai=date(2025, 1, 1),
            oleh=OLEH,
        )


def test_operator_bidang_hanya_melihat_angka_bidangnya(kecil: Kecil, settings: object) -> None:
    settings.OPENSAKIP_BACA_CONTOH = False  # type: ignore[attr-defined]
    kecil.bekukan()
    penuh = selectors.isi_tahun(orang(kecil, "DISKAN", "koordinator"), SLUG, TAHUN)
    operator = orang(kecil, "DISKAN-1")
    sempit = selectors.isi_tahun(operator, SLUG, TAHUN)
    assert [i["kode"] for i in penuh["indikator"]] == ["IKU-1", "IKU-3", "IKU-2", "IKU-4"]
    assert {i["kode"] for i in sempit["indikator"]} == {"IKU-1", "IKU-3"}
    milik_lain = {
        id for id in penuh["angka"] if id.startswith(("ind.IKU-2.", "ind.IKU-4.", "ringkas.", "pk."))
    }
    assert milik_lain
    assert milik_lain.isdisjoint(sempit["angka"])
    for angka in sempit["angka"].values():
        assert {m["angka"] for m in angka["masukan"]} <= set(sempit["angka"])
    assert sempit["pk"] == [] and sempit["catatan"] == [] and sempit["anggaran"]["jumlah"] == {}  # noqa: PT018
    with pytest.raises(TidakAda):
        keluaran.berkas_untuk(operator, SLUG, TAHUN, "pdf", simpanan=keluaran.Path("tidak-dipakai"))


def test_tahun_tanpa_cuplikan_menyebut_tahun_yang_ada(kecil: Kecil) -> None:
    kecil.bekukan()
    with pytest.raises(TidakAda, match="Tahun yang ada: 2025"):
        selectors.isi_tahun(AnonymousUser(), SLUG, 2019)
