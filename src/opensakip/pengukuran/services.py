"""Acts of measurement. A locked value is never edited: a correction is a new version with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti import jam
from opensakip.kalender.models import Periode
from opensakip.kalender.services import baca_kode, periode
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pengukuran import rules
from opensakip.pengukuran.data import DataInstrumen, DataPembanding, DataRealisasi
from opensakip.pengukuran.errors import RealisasiTidakSah
from opensakip.pengukuran.models import NilaiInstrumen, Pembanding, Realisasi
from opensakip.perencanaan.models import Indikator, KartuIndikator


@transaction.atomic
def catat_realisasi(
    *, instansi: Instansi, realisasi: Sequence[DataRealisasi], oleh: Pelaku, alasan: str = ""
) -> list[Realisasi]:
    """Write measured values in bulk, in the given order.

    A cell that holds a value already is corrected: the old version stays, the new one names it and
    carries ``alasan``.

    Raises:
        RealisasiTidakSah: unknown indicator or missing card, status against value, a cell given twice,
            or a correction without a reason.
    """
    kartu = _kartu_menurut_indikator(instansi)
    lama = _terkini(instansi, [r.indikator for r in realisasi])
    baris: list[Realisasi] = []
    terpakai: set[tuple[int, int]] = set()
    kisi: dict[tuple[int, str], Periode] = {}
    for data in realisasi:
        baru = _baris(instansi, data, kartu, kisi, oleh)
        sel = (baru.indikator_id, baru.periode_id)
        if sel in terpakai:
            raise RealisasiTidakSah(
                f"Realisasi {data.indikator} tahun {data.tahun} ada dua kali. Sisakan satu."
            )
        terpakai.add(sel)
        if sel in lama:
            _gantikan(baru, lama[sel], alasan, data)
        baris.append(baru)
    _wajib_satu_jenis_periode(baris, lama)
    Realisasi.semua.filter(pk__in=[r.menggantikan_id for r in baris if r.menggantikan_id]).update(
        terkini=False
    )
    Realisasi.semua.bulk_create(baris, batch_size=400)
    for r, data in zip(baris, realisasi, strict=True):
        if r.menggantikan_id:
            _catat_koreksi(instansi, r, data, oleh, alasan)
    baru_saja = [d for r, d in zip(baris, realisasi, strict=True) if not r.menggantikan_id]
    if baru_saja:
        audit.catat(
            "pengukuran.realisasi.dicatat",
            instansi_uid=instansi.uid,
            objek_jenis="organisasi.Instansi",
            objek_uid=instansi.uid,
            objek_nama=instansi.nama,
            oleh=oleh,
            sesudah={"sel": [f"{d.indikator} {d.tahun}{d.periode}" for d in baru_saja]},
        )
    return baris


@transaction.atomic
def koreksi_realisasi(*, instansi: Instansi, data: DataRealisasi, oleh: Pelaku, alasan: str) -> Realisasi:
    """Correct (or fill in) one value with a reason.

    Raises:
        RealisasiTidakSah: as :func:`catat_realisasi`; also when the value is what it already was.
    """
    if not alasan.strip():
        raise RealisasiTidakSah("Koreksi realisasi memerlukan alasan. Isi alasannya.")
    baru = catat_realisasi(instansi=instansi, realisasi=[data], oleh=oleh, alasan=alasan)[0]
    if baru.menggantikan is not None and rules.isi_sama(baru, baru.menggantikan):
        raise RealisasiTidakSah(
            f"Realisasi {data.indikator} tahun {data.tahun} sudah {baru.nilai_teks or baru.status_nilai}; "
            "tidak ada yang diubah."
        )
    return baru


@transaction.atomic
def catat_pembanding(
    *, instansi: Instansi, pembanding: Sequence[DataPembanding], oleh: Pelaku
) -> list[Pembanding]:
    """Write benchmarks in bulk."""
    ind = _indikator(instansi)
    baris = []
    for p in pembanding:
        baru = Pembanding(
            instansi=instansi,
            indikator=ind[p.indikator],
            tahun=p.tahun,
            tingkat=p.tingkat or "nasional",
            entitas=p.entitas,
            keadaan=p.keadaan,
            keterangan=p.keterangan,
        )
        baru.nilai = p.nilai
        baris.append(baru)
    hasil = Pembanding.semua.bulk_create(baris)
    _jurnal("pembanding", instansi, len(hasil), oleh)
    return hasil


@transaction.atomic
def catat_instrumen(
    *, instansi: Instansi, unit: Unit, nilai: Sequence[DataInstrumen], oleh: Pelaku
) -> list[NilaiInstrumen]:
    """Write component values of instruments in bulk, keeping the given order."""
    hasil = NilaiInstrumen.semua.bulk_create(
        [
            NilaiInstrumen(
                instansi=instansi,
                unit=unit,
                tahun=n.tahun,
                instrumen=n.instrumen,
                kelompok=n.kelompok,
                komponen=n.komponen,
                urut=urut,
                uraian=n.uraian,
                nilai=n.nilai,
                nilai_cetak=n.nilai_cetak,
                keterangan=n.keterangan,
            )
            for urut, n in enumerate(nilai, start=1)
        ]
    )
    _jurnal("instrumen", instansi, len(hasil), oleh)
    return hasil


def _jurnal(benda: str, instansi: Instansi, banyak: int, oleh: Pelaku) -> None:
    """One entry for many rows of a kind; nothing written leaves no entry."""
    if banyak:
        audit.catat(
            f"pengukuran.{benda}.dicatat",
            instansi_uid=instansi.uid,
            objek_jenis="organisasi.Instansi",
            objek_uid=instansi.uid,
            objek_nama=instansi.nama,
            oleh=oleh,
            sesudah={"jumlah": banyak},
        )


def _baris(
    instansi: Instansi,
    data: DataRealisasi,
    kartu: dict[str, list[KartuIndikator]],
    kisi: dict[tuple[int, str], Periode],
    oleh: Pelaku,
) -> Realisasi:
    rules.wajib_status_sesuai(data)
    k = _kartu_pada(kartu.get(data.indikator, []), date(data.tahun, 12, 31))
    if k is None:
        raise RealisasiTidakSah(
            f"Realisasi: indikator “{data.indikator}” tidak ada atau kartunya belum berlaku. Periksa kodenya."
        )
    baru = Realisasi(
        instansi=instansi,
        unit_id=k.indikator.pemilik_id,
        indikator_id=k.indikator_id,
        kartu=k,
        periode=_periode(data, kisi),
        tahun=data.tahun,
        status_nilai=data.status,
        tahun_nilai=data.tahun_nilai,
        alasan=data.alasan,
        perkiraan_terbit=data.perkiraan_terbit,
        bukti=data.bukti,
        keterangan=data.keterangan,
        diisi_oleh=oleh.nama,
        diisi_pada=jam.kini(),
    )
    baru.nilai = data.nilai
    return baru


def _periode(data: DataRealisasi, kisi: dict[tuple[int, str], Periode]) -> Periode:
    """Period of a cell, asked of the database once per act."""
    kunci = (data.tahun, data.periode)
    if kunci not in kisi:
        try:
            kisi[kunci] = periode(data.tahun, *baca_kode(data.periode))
        except ValueError as salah:
            raise RealisasiTidakSah(f"Realisasi {data.indikator} tahun {data.tahun}: {salah}.") from salah
    return kisi[kunci]


def _wajib_satu_jenis_periode(baris: Sequence[Realisasi], lama: Mapping[tuple[int, int], Realisasi]) -> None:
    """A year made of quarters and of semesters would count the same months twice."""
    jenis: dict[tuple[int, int], set[str]] = {}
    for r in (*lama.values(), *baris):
        if r.periode.jenis != "tahun":
            jenis.setdefault((r.indikator_id, r.tahun), set()).add(r.periode.jenis)
    for r in baris:
        campur = sorted(jenis.get((r.indikator_id, r.tahun), set()))
        if len(campur) > 1:
            raise RealisasiTidakSah(
                f"Realisasi {r.kartu.indikator.kode} tahun {r.tahun} memakai {' dan '.join(campur)} "
                "sekaligus. Pakai satu jenis periode saja."
            )


def _gantikan(baru: Realisasi, lama: Realisasi, alasan: str, data: DataRealisasi) -> None:
    if not alasan:
        raise RealisasiTidakSah(
            f"Realisasi {data.indikator} tahun {data.tahun} sudah terisi. Koreksi memerlukan alasan."
        )
    baru.versi = lama.versi + 1
    baru.menggantikan = lama
    baru.alasan_koreksi = alasan


def _catat_koreksi(instansi: Instansi, r: Realisasi, data: DataRealisasi, oleh: Pelaku, alasan: str) -> None:
    lama = r.menggantikan
    assert lama is not None, "a correction replaces something"
    audit.catat(
        "pengukuran.realisasi.dikoreksi",
        instansi_uid=instansi.uid,
        objek_jenis="pengukuran.Realisasi",
        objek_uid=r.uid,
        objek_nama=f"{data.indikator} {data.tahun}",
        oleh=oleh,
        alasan=alasan,
        sebelum={"nilai": lama.nilai_teks, "status": lama.status_nilai},
        sesudah={"nilai": r.nilai_teks, "status": r.status_nilai},
    )


def _terkini(instansi: Instansi, kode: Sequence[str]) -> dict[tuple[int, int], Realisasi]:
    baris = Realisasi.semua.filter(
        instansi=instansi, indikator__kode__in=list(set(kode)), terkini=True
    ).select_related("periode")
    return {(r.indikator_id, r.periode_id): r for r in baris}


def _indikator(instansi: Instansi) -> dict[str, Indikator]:
    return {i.kode: i for i in Indikator.semua.filter(instansi=instansi)}


def _kartu_menurut_indikator(instansi: Instansi) -> dict[str, list[KartuIndikator]]:
    hasil: dict[str, list[KartuIndikator]] = {}
    for k in (
        KartuIndikator.semua.filter(instansi=instansi, keadaan="ditetapkan")
        .select_related("indikator")
        .order_by("berlaku_mulai")
    ):
        hasil.setdefault(k.indikator.kode, []).append(k)
    return hasil


def _kartu_pada(kartu: Sequence[KartuIndikator], hari: date) -> KartuIndikator | None:
    """Card in force on ``hari``; history older than the first card is read by the first card."""
    berlaku = [k for k in kartu if k.berlaku_mulai <= hari]
    return berlaku[-1] if berlaku else (kartu[0] if kartu else None)
