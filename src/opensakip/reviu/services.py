"""Acts of a review: begin a round, decide findings, answer them, fill the checklist, state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from opensakip import peraturan
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti import jam
from opensakip.organisasi.models import Instansi
from opensakip.pelaporan.blok.cuplik import Cuplik
from opensakip.pelaporan.blok.uji_reviu import jawaban_sistem
from opensakip.pelaporan.cuplikan import ATURAN_REVIU
from opensakip.pelaporan.models import Cuplikan, Laporan
from opensakip.pelaporan.selectors import isi_cuplikan, unit_pelapor
from opensakip.reviu.errors import BelumDireviu, ReviuTidakSah
from opensakip.reviu.models import JAWABAN, TINGKAT, IsianReviu, PernyataanReviu, Reviu, TemuanReviu

BERAT = ("tinggi", "sedang", "rendah")
"""Degrees that need a decision; a note may be passed over."""


@dataclass(frozen=True, slots=True)
class DataTemuan:
    """A finding of the reviewer's own."""

    judul: str
    kalimat: str
    tingkat: str = "sedang"
    tempat: str = ""
    tercetak: str = ""
    seharusnya: str = ""


@dataclass(frozen=True, slots=True)
class DataPernyataan:
    """The conclusion: ``bersih``, or ``perhatian`` with what needs attention; by which office, when."""

    simpulan: str
    tanggal: date
    jabatan: str
    nomor: str = ""
    perhatian: str = ""


@transaction.atomic
def buka_reviu(
    *,
    instansi: Instansi,
    tahun: int,
    oleh: Pelaku,
    cuplikan: Cuplikan | None = None,
    nama_berkas: str = "",
    isi: bytes = b"",
) -> Reviu:
    """Begin a round on a frozen report, or on an uploaded file; findings follow by ``pemeriksaan``.

    Raises:
        ReviuTidakSah: a round is running, the file is empty, or this very report has its statement.
    """
    unit = unit_pelapor(instansi)
    sidik = cuplikan.sidik if cuplikan else hashlib.sha256(isi).hexdigest()
    if cuplikan is None and not isi:
        raise ReviuTidakSah("Berkas laporan kosong. Pilih berkas PDF, DOCX, atau teks yang berisi laporan.")
    lalu = Reviu.semua.filter(unit=unit, tahun=tahun).order_by("-putaran").first()
    if lalu and lalu.keadaan in ("memeriksa", "berjalan"):
        raise ReviuTidakSah(
            f"Reviu {tahun} putaran {lalu.putaran} masih berjalan. "
            "Kembalikan atau selesaikan putaran itu lebih dahulu."
        )
    if PernyataanReviu.semua.filter(instansi=instansi, sidik_laporan=sidik).exists():
        raise ReviuTidakSah("Laporan ini sudah mempunyai pernyataan telah direviu; tidak perlu direviu lagi.")
    try:
        with transaction.atomic():
            reviu = Reviu.semua.create(
                instansi=instansi,
                unit=unit,
                tahun=tahun,
                putaran=lalu.putaran + 1 if lalu else 1,
                cuplikan=cuplikan,
                nama_berkas=(nama_berkas or f"LKjIP {tahun} pembekuan {cuplikan.nomor if cuplikan else ''}")[
                    :255
                ],
                sidik_laporan=sidik,
                dibuka_pada=jam.kini(),
                dibuka_oleh=oleh.nama,
            )
    except IntegrityError as sebab:
        raise ReviuTidakSah(f"Reviu {tahun} baru saja dibuka orang lain. Muat ulang halamannya.") from sebab
    _daftar_uji(reviu)
    _catat(reviu, "reviu.dibuka", oleh, sesudah={"sidik": sidik, "putaran": reviu.putaran})
    return reviu


def _daftar_uji(reviu: Reviu) -> None:
    """The statements of the edition in force at the end of the year, pre-answered where the data know."""
    try:
        aturan = peraturan.pada(ATURAN_REVIU, date(reviu.tahun, 12, 31))
    except (peraturan.AturanTidakAda, peraturan.AturanDimatikan):
        return
    tahu = jawaban_sistem(Cuplik(isi_cuplikan(reviu.cuplikan))) if reviu.cuplikan else {}
    reviu.aturan_daftar = aturan.aturan
    reviu.save(update_fields=["aturan_daftar"])
    butir = [(b, x) for b in aturan.nilai["bagian"] for x in b["isi"]]
    IsianReviu.semua.bulk_create(
        [
            IsianReviu(
                instansi_id=reviu.instansi_id,
                reviu=reviu,
                urut=n,
                kode=x["kode"],
                bagian=b["nama"],
                uraian=x["uraian"],
                hanya_bila=x.get("hanya_bila", ""),
                jawaban_sistem=tahu.get(x["kode"], ("", ""))[0],
                petunjuk=tahu.get(x["kode"], ("", ""))[1],
            )
            for n, (b, x) in enumerate(butir, 1)
        ]
    )


@transaction.atomic
def gagalkan(*, reviu: Reviu, sebab: str, oleh: Pelaku) -> None:
    """End a round whose report could not be read, with the reason; a new one can begin."""
    reviu.keadaan, reviu.sebab_gagal = "gagal", sebab
    reviu.save(update_fields=["keadaan", "sebab_gagal"])
    _catat(reviu, "reviu.gagal", oleh, alasan=sebab)


@transaction.atomic
def putuskan(*, temuan: TemuanReviu, keputusan: str, oleh: Pelaku, alasan: str = "") -> TemuanReviu:
    """Accept a finding, dismiss it with a reason, or put it back.

    Raises:
        ReviuTidakSah: the round is not running, or a dismissal has no reason.
    """
    _wajib_berjalan(temuan.reviu)
    if keputusan not in ("diterima", "ditolak", "baru"):
        raise ReviuTidakSah("Keputusan tidak dikenal; pilih terima atau tolak.")
    if keputusan == "ditolak" and not alasan.strip():
        raise ReviuTidakSah("Temuan yang ditolak memerlukan alasan. Tulis alasannya, lalu tolak lagi.")
    sebelum = temuan.keadaan
    temuan.keadaan, temuan.alasan = keputusan, alasan.strip() if keputusan == "ditolak" else ""
    temuan.diputuskan_oleh = oleh.nama if keputusan != "baru" else ""
    temuan.save(update_fields=["keadaan", "alasan", "diputuskan_oleh"])
    _catat(
        temuan.reviu,
        f"reviu.temuan.{keputusan}",
        oleh,
        alasan=temuan.alasan,
        sebelum={"keadaan": sebelum},
        sesudah={"temuan": temuan.urut, "judul": temuan.judul},
    )
    return temuan


@transaction.atomic
def tambah_temuan(*, reviu: Reviu, data: DataTemuan, oleh: Pelaku) -> TemuanReviu:
    """Add a finding of the reviewer's own; it is accepted by its making.

    Raises:
        ReviuTidakSah: the round is not running, or title or sentence is missing.
    """
    _wajib_berjalan(reviu)
    if not data.judul.strip() or not data.kalimat.strip():
        raise ReviuTidakSah("Temuan memerlukan judul dan uraian.")
    if data.tingkat not in TINGKAT:
        raise ReviuTidakSah("Tingkat temuan tidak dikenal; pilih tinggi, sedang, rendah, atau catatan.")
    terakhir = reviu.temuan(manager="semua").order_by("-urut").first()
    inti = "\n".join(["pereviu", data.judul, data.tercetak, data.seharusnya])
    temuan = TemuanReviu.semua.create(
        instansi_id=reviu.instansi_id,
        reviu=reviu,
        urut=terakhir.urut + 1 if terakhir else 1,
        asal="pereviu",
        judul=data.judul.strip()[:255],
        tingkat=data.tingkat,
        tercetak=data.tercetak.strip(),
        seharusnya=data.seharusnya.strip(),
        kalimat=data.kalimat.strip(),
        lokasi=[{"sebut": data.tempat.strip(), "kutipan": "", "jangkar": ""}] if data.tempat.strip() else [],
        sidik_temuan=hashlib.sha256(inti.encode()).hexdigest(),
        keadaan="diterima",
        diputuskan_oleh=oleh.nama,
    )
    _catat(reviu, "reviu.temuan.ditambah", oleh, sesudah={"temuan": temuan.urut, "judul": temuan.judul})
    return temuan


@transaction.atomic
def tanggapi(*, temuan: TemuanReviu, tanggapan: str, oleh: Pelaku) -> TemuanReviu:
    """Answer an accepted finding: what was mended, or why it stands.

    Raises:
        ReviuTidakSah: the finding is not accepted, the round has ended, or the answer is empty.
    """
    if temuan.keadaan != "diterima" or temuan.reviu.keadaan not in ("berjalan", "dikembalikan"):
        raise ReviuTidakSah("Hanya temuan yang diterima pada putaran yang belum selesai dapat ditanggapi.")
    if not tanggapan.strip():
        raise ReviuTidakSah("Tanggapan kosong. Tulis apa yang diperbaiki, atau mengapa angkanya tetap.")
    temuan.tanggapan, temuan.ditanggapi_oleh = tanggapan.strip(), oleh.nama
    temuan.save(update_fields=["tanggapan", "ditanggapi_oleh"])
    _catat(temuan.reviu, "reviu.temuan.ditanggapi", oleh, sesudah={"temuan": temuan.urut})
    return temuan


@transaction.atomic
def jawab_daftar(*, reviu: Reviu, jawaban: Mapping[str, tuple[str, str]], oleh: Pelaku) -> int:
    """Write answers of the checklist: code -> (answer, remark). Returns how many changed.

    Raises:
        ReviuTidakSah: the round is not running, or an answer is not one of the known ones.
    """
    _wajib_berjalan(reviu)
    berubah = []
    for i in reviu.isian(manager="semua").all():
        if i.kode not in jawaban:
            continue
        jawab, keterangan = jawaban[i.kode]
        if jawab not in JAWABAN:
            raise ReviuTidakSah(f"Butir {i.kode}: jawaban “{jawab}” tidak dikenal.")
        if (i.jawaban, i.keterangan) != (jawab, keterangan.strip()):
            i.jawaban, i.keterangan, i.dijawab_oleh = jawab, keterangan.strip(), oleh.nama
            berubah.append(i)
    IsianReviu.semua.bulk_update(berubah, ["jawaban", "keterangan", "dijawab_oleh"])
    if berubah:
        _catat(reviu, "reviu.daftar.dijawab", oleh, sesudah={"butir": [i.kode for i in berubah]})
    return len(berubah)


@transaction.atomic
def kembalikan(*, reviu: Reviu, catatan: str, oleh: Pelaku) -> Reviu:
    """Send the accepted findings to the unit to be mended; the next round begins on the mended report.

    Raises:
        ReviuTidakSah: undecided findings are left, or there is nothing to mend.
    """
    _wajib_berjalan(reviu)
    _wajib_diputus(reviu)
    if not reviu.temuan(manager="semua").filter(keadaan="diterima").exists():
        raise ReviuTidakSah("Tidak ada temuan yang diterima. Terbitkan pernyataannya, atau tambah temuan.")
    reviu.keadaan, reviu.catatan, reviu.dikembalikan_pada = "dikembalikan", catatan.strip(), jam.kini()
    reviu.save(update_fields=["keadaan", "catatan", "dikembalikan_pada"])
    _catat(reviu, "reviu.dikembalikan", oleh, alasan=catatan)
    return reviu


@transaction.atomic
def nyatakan(*, reviu: Reviu, data: DataPernyataan, oleh: Pelaku) -> PernyataanReviu:
    """Issue the statement, bound to the hash of the report.

    Raises:
        ReviuTidakSah: findings or checklist are not done, a clean conclusion stands against an accepted
            serious finding, or the conclusion lacks what needs attention.
    """
    _wajib_berjalan(reviu)
    _wajib_diputus(reviu)
    kosong = [i.kode for i in reviu.isian(manager="semua").filter(jawaban="").order_by("urut")]
    if kosong:
        raise ReviuTidakSah(f"Daftar uji belum lengkap: butir {', '.join(kosong)} belum dijawab.")
    if data.simpulan not in ("bersih", "perhatian") or not data.jabatan.strip():
        raise ReviuTidakSah("Pilih simpulan, dan tulis jabatan penanda tangan.")
    if data.simpulan == "perhatian" and not data.perhatian.strip():
        raise ReviuTidakSah("Simpulan dengan hal yang perlu diperhatikan harus menyebut halnya.")
    berat = reviu.temuan(manager="semua").filter(keadaan="diterima", tingkat="tinggi").count()
    if data.simpulan == "bersih" and berat:
        raise ReviuTidakSah(
            f"Ada {berat} temuan tinggi yang diterima. Kembalikan laporannya untuk diperbaiki, "
            "atau nyatakan dengan hal yang perlu diperhatikan."
        )
    inti = "\n".join([reviu.sidik_laporan, data.simpulan, data.perhatian, data.nomor, str(data.tanggal)])
    pernyataan = PernyataanReviu.semua.create(
        instansi_id=reviu.instansi_id,
        reviu=reviu,
        sidik_laporan=reviu.sidik_laporan,
        simpulan=data.simpulan,
        perhatian=data.perhatian.strip() if data.simpulan == "perhatian" else "",
        nomor=data.nomor.strip(),
        tanggal=data.tanggal,
        jabatan=data.jabatan.strip(),
        dinyatakan_pada=jam.kini(),
        sidik=hashlib.sha256(inti.encode()).hexdigest(),
    )
    reviu.keadaan, reviu.selesai_pada = "selesai", jam.kini()
    reviu.save(update_fields=["keadaan", "selesai_pada"])
    _catat(reviu, "reviu.dinyatakan", oleh, sesudah={"sidik": reviu.sidik_laporan, "simpulan": data.simpulan})
    return pernyataan


@transaction.atomic
def tetapkan_laporan(*, laporan: Laporan, oleh: Pelaku) -> Laporan:
    """Set a report as signed. Only a report whose very hash a statement names (Lampiran III).

    Raises:
        BelumDireviu: no statement names this hash.
    """
    sidik = laporan.cuplikan.sidik if laporan.cuplikan else ""
    if not PernyataanReviu.semua.filter(instansi_id=laporan.instansi_id, sidik_laporan=sidik).exists():
        raise BelumDireviu(
            f"LKjIP {laporan.tahun} pembekuan {laporan.nomor} belum mempunyai pernyataan telah direviu. "
            "Reviu laporannya lebih dahulu; pernyataan atas pembekuan lain tidak berlaku."
        )
    laporan.keadaan = "ditetapkan"
    laporan.save(update_fields=["keadaan"])
    audit.catat(
        "pelaporan.laporan.ditetapkan",
        instansi_uid=laporan.instansi.uid,
        objek_jenis="pelaporan.Laporan",
        objek_uid=laporan.uid,
        objek_nama=str(laporan),
        oleh=oleh,
        sesudah={"sidik": sidik},
    )
    return laporan


def _wajib_berjalan(reviu: Reviu) -> None:
    if reviu.keadaan != "berjalan":
        raise ReviuTidakSah(f"Putaran {reviu.putaran} tidak sedang berjalan ({reviu.keadaan}).")


def _wajib_diputus(reviu: Reviu) -> None:
    sisa = reviu.temuan(manager="semua").filter(keadaan="baru", tingkat__in=BERAT).count()
    if sisa:
        raise ReviuTidakSah(f"{sisa} temuan belum diputuskan. Terima atau tolak semuanya lebih dahulu.")


def _catat(
    reviu: Reviu,
    tindakan: str,
    oleh: Pelaku,
    *,
    alasan: str = "",
    sebelum: dict[str, object] | None = None,
    sesudah: dict[str, object] | None = None,
) -> None:
    audit.catat(
        tindakan,
        instansi_uid=reviu.instansi.uid,
        objek_jenis="reviu.Reviu",
        objek_uid=reviu.uid,
        objek_nama=str(reviu),
        oleh=oleh,
        alasan=alasan,
        sebelum=sebelum,
        sesudah=sesudah,
    )
