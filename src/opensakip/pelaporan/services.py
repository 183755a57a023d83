"""Acts of reporting: freezing figures, and the words and inputs of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from opensakip.audit import services as audit
from opensakip.audit.selectors import seq_terakhir
from opensakip.audit.services import Pelaku
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi, Unit
from opensakip.pelaporan.cuplikan import SKEMA, sidik, sidik_angka, susun_isi, teks_kanonis
from opensakip.pelaporan.errors import AlasanDiperlukan, BelumAdaData
from opensakip.pelaporan.models import CatatanAngka, Cuplikan, IsianLaporan, Laporan, Naskah
from opensakip.pelaporan.selectors import unit_pelapor


@dataclass(frozen=True, slots=True)
class DataIsian:
    """A typed line of the report's input."""

    jenis: str
    urut: int
    teks: str
    kelompok: str = ""
    jumlah: int | None = None


@dataclass(frozen=True, slots=True)
class DataCatatan:
    """A figure that a source prints differently, and why."""

    subjek: str
    kalimat: str
    tercetak: str = ""
    seharusnya: str = ""


@transaction.atomic
def bekukan(
    *, instansi: Instansi, tahun: int, oleh: Pelaku, alasan: str = "", unit: Unit | None = None
) -> tuple[Cuplikan, bool]:
    """Freeze the figures of a year. Returns the snapshot, and whether it is new.

    When nothing changed since the last one, that one is returned and nothing is written.

    Raises:
        BelumAdaData: there is neither an agreement nor a budget for the year.
        AlasanDiperlukan: figures changed since the last snapshot and no reason is given.
    """
    unit = unit or unit_pelapor(instansi)
    _antre(instansi)
    lalu = (
        Cuplikan.semua.filter(instansi=instansi, unit=unit, tahun=tahun, jenis="lkjip")
        .order_by("-nomor")
        .first()
    )
    nomor = lalu.nomor + 1 if lalu else 1
    per = jam.kini()
    isi = susun_isi(
        instansi, unit, tahun, per=per, nomor=nomor, oleh=oleh.nama, alasan=alasan if lalu is not None else ""
    )
    if not isi["indikator"] and not isi["anggaran"]["pohon"]:
        raise BelumAdaData(
            f"{instansi.nama} belum mempunyai perjanjian kinerja maupun anggaran tahun {tahun}. "
            "Muat pk.csv dan pk_baris.csv (atau butir.csv dan pagu.csv) untuk tahun itu lebih dahulu."
        )
    sama = sidik_angka(isi)
    if lalu is not None and lalu.sidik_angka == sama:
        return lalu, False
    if lalu is not None and not alasan.strip():
        raise AlasanDiperlukan(
            f"Angka {tahun} berubah sejak cuplikan nomor {lalu.nomor}. Sebutkan alasan membekukan lagi."
        )
    teks = teks_kanonis(isi)
    cuplikan = Cuplikan.semua.create(
        instansi=instansi,
        unit=unit,
        tahun=tahun,
        nomor=nomor,
        skema=SKEMA,
        isi=teks,
        per=per,
        jurnal_seq=seq_terakhir(instansi.uid),
        sidik=sidik(teks),
        sidik_angka=sama,
        menggantikan=lalu,
        alasan=alasan if lalu else "",
        oleh=oleh.nama,
    )
    Laporan.semua.create(
        instansi=instansi,
        unit=unit,
        tahun=tahun,
        nomor=nomor,
        cuplikan=cuplikan,
        menggantikan=Laporan.semua.filter(cuplikan=lalu).first() if lalu else None,
    )
    audit.catat(
        "pelaporan.angka.dibekukan",
        instansi_uid=instansi.uid,
        objek_jenis="pelaporan.Cuplikan",
        objek_uid=cuplikan.uid,
        objek_nama=f"LKjIP {tahun} nomor {nomor}",
        oleh=oleh,
        alasan=alasan,
        sesudah={"sidik": cuplikan.sidik},
    )
    return cuplikan, True


def _antre(instansi: Instansi) -> None:
    """Let two freezes of one agency run one after the other (SQLite transactions do so already)."""
    if connection.vendor == "postgresql":
        Instansi.objects.select_for_update().get(pk=instansi.pk)


@transaction.atomic
def tulis_naskah(
    *, instansi: Instansi, unit: Unit, tahun: int, naskah: Mapping[str, str], oleh: Pelaku
) -> list[Naskah]:
    """Write an officer's words at their places; a known place is rewritten."""
    Naskah.semua.filter(instansi=instansi, unit=unit, tahun=tahun, tempat__in=list(naskah)).delete()
    _jurnal("naskah", instansi, tahun, len(naskah), oleh)
    return Naskah.semua.bulk_create(
        [
            Naskah(instansi=instansi, unit=unit, tahun=tahun, tempat=tempat, isi=isi)
            for tempat, isi in naskah.items()
        ]
    )


@transaction.atomic
def tulis_isian(
    *, instansi: Instansi, unit: Unit, tahun: int, isian: Sequence[DataIsian], oleh: Pelaku
) -> list[IsianLaporan]:
    """Write typed input lines of the report, in place of those that were there."""
    IsianLaporan.semua.filter(instansi=instansi, unit=unit, tahun=tahun).delete()
    _jurnal("isian", instansi, tahun, len(isian), oleh)
    return IsianLaporan.semua.bulk_create(
        [
            IsianLaporan(
                instansi=instansi,
                unit=unit,
                tahun=tahun,
                jenis=i.jenis,
                urut=i.urut,
                kelompok=i.kelompok,
                teks=i.teks,
                jumlah=i.jumlah,
            )
            for i in isian
        ]
    )


@transaction.atomic
def tulis_catatan(
    *, instansi: Instansi, unit: Unit, tahun: int, catatan: Sequence[DataCatatan], oleh: Pelaku
) -> list[CatatanAngka]:
    """Write remarks about figures that a source prints differently, in place of those that were there."""
    CatatanAngka.semua.filter(instansi=instansi, unit=unit, tahun=tahun).delete()
    _jurnal("catatan", instansi, tahun, len(catatan), oleh)
    return CatatanAngka.semua.bulk_create(
        [
            CatatanAngka(
                instansi=instansi,
                unit=unit,
                tahun=tahun,
                urut=urut,
                subjek=c.subjek,
                tercetak=c.tercetak,
                seharusnya=c.seharusnya,
                kalimat=c.kalimat,
            )
            for urut, c in enumerate(catatan, start=1)
        ]
    )


def _jurnal(benda: str, instansi: Instansi, tahun: int, banyak: int, oleh: Pelaku) -> None:
    """One entry for the inputs of a report that were written together."""
    audit.catat(
        f"pelaporan.{benda}.ditulis",
        instansi_uid=instansi.uid,
        objek_jenis="organisasi.Instansi",
        objek_uid=instansi.uid,
        objek_nama=f"LKjIP {tahun}",
        oleh=oleh,
        sesudah={"tahun": tahun, "jumlah": banyak},
    )
