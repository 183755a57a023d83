"""Agreements and what was measured against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from opensakip.anggaran import services as anggaran
from opensakip.anggaran.services import DataDasar, DataRealisasiAnggaran
from opensakip.impor.kumpulan import Baris
from opensakip.impor.pemuat import Pemuat, wajib
from opensakip.pengukuran import services as pengukuran
from opensakip.pengukuran.data import DataInstrumen, DataPembanding, DataRealisasi
from opensakip.perjanjian import services as perjanjian
from opensakip.perjanjian.services import DataAnggaranPK, DataBarisPK, DataPihak, DataPK


def muat_pk(p: Pemuat, pk: Iterable[Baris]) -> None:
    """Each paper: written as a draft with its lines and budget, then set."""
    baris: dict[str, list[Baris]] = defaultdict(list)
    uang: dict[str, list[Baris]] = defaultdict(list)
    for b in p.k["pk_baris"]:
        baris[b["pk"]].append(b)
    for b in p.k["pk_anggaran"]:
        uang[b["pk"]].append(b)
    for b in sorted(pk, key=lambda b: (b["tahun"], b["unit"], b["nomor"])):
        p.kemajuan(f"Perjanjian Kinerja {b['tahun']} nomor {b['nomor']}")
        _satu_pk(p, b, baris[b["kode"]], uang[b["kode"]])


def _satu_pk(p: Pemuat, b: Baris, baris: list[Baris], uang: list[Baris]) -> None:
    pihak = [DataPihak("pertama", b["pihak_pertama"], b["pihak_pertama_sebagai"])]
    if b["pihak_kedua"]:
        pihak.append(DataPihak("kedua", b["pihak_kedua"], b["pihak_kedua_sebagai"]))
    tertulis = perjanjian.susun_pk(
        instansi=p.instansi,
        unit=p.unit[b["unit"]],
        tahun=b["tahun"],
        data=DataPK(
            kode=b["kode"],
            nomor=b["nomor"],
            tahap=b["tahap"],
            tanggal=b["tanggal"],
            pihak=tuple(pihak),
            baris=tuple(_baris_pk(x) for x in baris),
            anggaran=tuple(
                DataAnggaranPK(urut=x["urut"], uraian=x["uraian"], nilai=x["nilai"], kode=x["kode"])
                for x in uang
            ),
            tanggal_teliti=b["tanggal_teliti"],
            alasan_kode=b["alasan_kode"],
            alasan=b["alasan"],
            dilampirkan=b["dilampirkan"],
        ),
    )
    p.catat("perjanjian.VersiPK", tertulis.versi.pk, "naskah", b, peran="pk", kolom="kode", tahun=b["tahun"])
    for x in baris:
        p.catat(
            "perjanjian.BarisPK",
            tertulis.baris[x["urut"]].pk,
            "nilai",
            x,
            peran="target",
            kolom="target",
            tahun=b["tahun"],
            nilai=x.nilai,
        )
    for x in uang:
        p.catat(
            "perjanjian.AnggaranPK",
            tertulis.anggaran[x["urut"]].pk,
            "nilai",
            x,
            peran="pagu",
            kolom="nilai",
            tahun=b["tahun"],
            rupiah=x["nilai"],
        )
    perjanjian.tetapkan_pk(versi=tertulis.versi, oleh=p.oleh)


def _baris_pk(x: Baris) -> DataBarisPK:
    assert x.nilai is not None
    return DataBarisPK(
        urut=x["urut"],
        sasaran_kode=x["sasaran_kode"],
        sasaran=x["sasaran"],
        indikator=x["indikator"],
        target=x.nilai,
        indikator_cetak=x["indikator_cetak"],
        satuan=x["satuan"],
        alasan_beda=x["alasan_beda"],
    )


def data_realisasi(b: Baris) -> DataRealisasi:
    """A row of realisasi.csv as the service takes it."""
    return DataRealisasi(
        indikator=b["indikator"],
        tahun=b["tahun"],
        nilai=b.nilai,
        status=b["status"],
        periode=b["periode"],
        tahun_nilai=b["tahun_nilai"],
        alasan=b["alasan"],
        perkiraan_terbit=b["perkiraan_terbit"],
        bukti=b["bukti"],
        keterangan=b["keterangan"],
    )


def muat_realisasi(p: Pemuat, baris: Sequence[Baris], alasan: str = "") -> None:
    """Measured values; a cell that holds one already is corrected by a new version."""
    if not baris:
        return
    p.kemajuan(f"{len(baris)} nilai realisasi")
    hasil = pengukuran.catat_realisasi(
        instansi=p.instansi, realisasi=[data_realisasi(b) for b in baris], oleh=p.oleh, alasan=alasan
    )
    for b, r in zip(baris, hasil, strict=True):
        p.catat(
            "pengukuran.Realisasi",
            r.pk,
            "nilai",
            b,
            peran="realisasi",
            kolom="nilai",
            tahun=b["tahun"],
            nilai=b.nilai,
        )


def muat_pembanding(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Benchmarks."""
    data = [
        DataPembanding(
            indikator=b["indikator"],
            tahun=b["tahun"],
            entitas=b["entitas"],
            keadaan=b["keadaan"],
            tingkat=b["tingkat"],
            nilai=b.nilai,
            keterangan=b["keterangan"],
        )
        for b in baris
    ]
    for b, r in zip(
        baris, pengukuran.catat_pembanding(instansi=p.instansi, pembanding=data, oleh=p.oleh), strict=True
    ):
        p.catat(
            "pengukuran.Pembanding",
            r.pk,
            "nilai",
            b,
            peran="pembanding",
            kolom="nilai",
            tahun=b["tahun"],
            nilai=b.nilai,
        )


def muat_instrumen(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Components of SKM, AKIP, NKA, IP ASN and other instruments."""
    data = [
        DataInstrumen(
            instrumen=b["instrumen"],
            tahun=b["tahun"],
            komponen=b["komponen"],
            nilai=b["nilai"],
            kelompok=b["kelompok"],
            uraian=b["uraian"],
            nilai_cetak=b.mentah["nilai"],
            keterangan=b["keterangan"],
        )
        for b in baris
    ]
    hasil = pengukuran.catat_instrumen(instansi=p.instansi, unit=p.unit_pelapor, nilai=data, oleh=p.oleh)
    for b, r in zip(baris, hasil, strict=True):
        p.catat(
            "pengukuran.NilaiInstrumen", r.pk, "nilai", b, peran="instrumen", kolom="nilai", tahun=b["tahun"]
        )


def muat_realisasi_anggaran(p: Pemuat, baris: Sequence[Baris], alasan: str = "") -> None:
    """Money spent, at the level that is printed."""
    if not baris:
        return
    p.kemajuan("realisasi anggaran dan dasar efisiensi")
    data = [
        DataRealisasiAnggaran(
            tingkat=b["tingkat"],
            tahun=b["tahun"],
            kunci=b["kunci"],
            uraian=b["uraian"],
            nilai=b["nilai"],
            persen_cetak=b["persen_cetak"],
        )
        for b in baris
    ]
    hasil = anggaran.catat_realisasi_anggaran(
        instansi=p.instansi, unit=p.unit_pelapor, realisasi=data, oleh=p.oleh, alasan=alasan
    )
    for b, r in zip(baris, hasil, strict=True):
        kolom = "nilai" if b["nilai"] is not None else "persen_cetak"
        rupiah: Decimal | None = b["nilai"]
        p.catat(
            "anggaran.RealisasiAnggaran",
            r.pk,
            "nilai",
            b,
            peran="realisasi_anggaran",
            kolom=kolom,
            tahun=b["tahun"],
            rupiah=rupiah,
        )


def muat_efisiensi(p: Pemuat, baris: Sequence[Baris]) -> None:
    """Declared bases of efficiency."""
    if not baris:
        return
    baku = wajib(p.k.instansi)["pembulatan_cro"]
    anggaran.nyatakan_dasar_efisiensi(
        instansi=p.instansi,
        unit=p.unit_pelapor,
        tahun=p.tahun,
        dasar=[
            DataDasar(
                hasil_kode=b["sasaran"],
                tingkat=b["tingkat"],
                uraian=b["uraian"],
                dokumen=b["dokumen"],
                anggota=b["anggota"],
                pembulatan_cro=b["pembulatan_cro"] or baku,
                alasan=b["alasan"],
            )
            for b in baris
        ],
        oleh=p.oleh,
    )
