"""Planning: documents as full snapshots per version; indicators as identity and dated card."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from opensakip.inti.models import Bernilai, Beruid, Milik, nilai_sah
from opensakip.organisasi.models import Jabatan, Unit

JENIS_DOKUMEN = ["rpjmn", "rpjmd", "renstra", "iku", "rkpd", "renja", "rkt", "rka", "dpa", "dipa", "pohon"]
KEADAAN_VERSI = ["draf", "ditetapkan"]
ARAH = ["naik", "turun", "rentang", "ordinal"]
RUMUS_MENURUT_ARAH = {
    "naik": ["maks"],
    "turun": ["min_2t", "min_rasio", "min_reduksi"],
    "rentang": ["rentang"],
    "ordinal": ["ordinal"],
}


class Dokumen(Milik, Beruid):
    """A planning document over its years (UU 25/2004; Perpres 29/2014 Pasal 5-7)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60)
    jenis = models.CharField(max_length=12)
    judul = models.CharField(max_length=500)
    tahun_awal = models.SmallIntegerField()
    tahun_akhir = models.SmallIntegerField()
    skema = models.CharField(max_length=40)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="dokumen_kode"),
            models.CheckConstraint(name="dokumen_jenis", condition=Q(jenis__in=JENIS_DOKUMEN)),
            models.CheckConstraint(name="dokumen_tahun", condition=Q(tahun_akhir__gte=F("tahun_awal"))),
        ]

    def __str__(self) -> str:
        return self.judul


class VersiDokumen(Milik, Beruid):
    """One version of a document. Once ``ditetapkan`` it does not change; a change is a new version."""

    dokumen = models.ForeignKey(Dokumen, on_delete=models.PROTECT, related_name="versi", db_index=False)
    nomor = models.SmallIntegerField()
    tahap = models.CharField(max_length=16)
    keadaan = models.CharField(max_length=12, default="draf")
    judul = models.CharField(max_length=500, blank=True, default="")
    berlaku_mulai = models.DateField(null=True, blank=True)
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    menggantikan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_kode = models.CharField(max_length=24, blank=True, default="")
    alasan = models.TextField(blank=True, default="")
    pengali_cetak = models.BigIntegerField(null=True, blank=True)
    pengali_uang = models.BigIntegerField(null=True, blank=True)
    satuan_cetak = models.CharField(max_length=80, blank=True, default="")
    catatan = models.TextField(blank=True, default="")
    sidik = models.CharField(max_length=64, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["dokumen", "nomor"], name="versi_dok_nomor"),
            models.UniqueConstraint(
                fields=["dokumen"], condition=Q(keadaan="draf"), name="versi_dok_satu_draf"
            ),
            models.UniqueConstraint(
                fields=["menggantikan"], condition=Q(menggantikan__isnull=False), name="versi_dok_rantai"
            ),
            models.CheckConstraint(name="versi_dok_keadaan", condition=Q(keadaan__in=KEADAAN_VERSI)),
            models.CheckConstraint(
                name="versi_dok_tahap",
                condition=Q(tahap__in=["awal", "murni", "perubahan", "pergeseran", "pemutakhiran"]),
            ),
            models.CheckConstraint(
                name="versi_dok_tetap",
                condition=~Q(keadaan="ditetapkan")
                | Q(berlaku_mulai__isnull=False, ditetapkan_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="versi_dok_pengganti", condition=Q(nomor=1) | Q(menggantikan__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["dokumen", "-berlaku_mulai"], name="ix_versi_berlaku")]

    def __str__(self) -> str:
        return f"{self.dokumen_id} v{self.nomor}"


class Unsur(Milik, Beruid):
    """What stays the same while texts change: a sasaran, programme, kegiatan ... across versions."""

    kelompok = models.CharField(max_length=8)
    kunci = models.CharField(max_length=120)
    kode = models.CharField(max_length=60, blank=True, default="")
    nama_awal = models.TextField()

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kunci"], name="unsur_kunci"),
            models.CheckConstraint(
                name="unsur_kelompok", condition=Q(kelompok__in=["arah", "hasil", "belanja", "simpul"])
            ),
        ]

    def __str__(self) -> str:
        return self.nama_awal


class Butir(Milik):
    """One row of one version: visi ... sasaran ... programme ... sub kegiatan, KRO, RO."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="butir", db_index=False)
    unsur = models.ForeignKey(Unsur, on_delete=models.PROTECT, related_name="+", db_index=False)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak")
    asal = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    pengenal = models.CharField(max_length=60)
    tingkat = models.CharField(max_length=32)
    jalur = models.CharField(max_length=120)
    urut = models.IntegerField()
    kode = models.CharField(max_length=60, blank=True, default="")
    teks = models.TextField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    keadaan = models.CharField(max_length=12, default="tercetak")
    sidik = models.CharField(max_length=64, blank=True, default="")
    catatan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["versi", "jalur"], name="butir_jalur"),
            models.UniqueConstraint(fields=["versi", "pengenal"], name="butir_pengenal"),
            models.CheckConstraint(name="butir_teks", condition=~Q(teks="")),
        ]
        indexes = [
            models.Index(fields=["versi", "unsur"], name="ix_butir_unsur"),
            models.Index(fields=["versi", "tingkat", "kode"], name="ix_butir_tingkat"),
        ]

    def __str__(self) -> str:
        return self.teks


class Indikator(Milik, Beruid):
    """What stays the same when the words of an indicator change: no name, no unit, no formula."""

    kode = models.CharField(max_length=60)
    pemilik = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    berakhir = models.DateField(null=True, blank=True)

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="indikator_kode")]

    def __str__(self) -> str:
        return self.kode


class KartuIndikator(Milik):
    """Definition of an indicator from a date on (manual IKU, PER/09/M.PAN/5/2007).

    ``ringkas`` cards know only name and unit: they may be targeted and printed, never scored.
    """

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="kartu", db_index=False)
    versi = models.SmallIntegerField(default=1)
    keadaan = models.CharField(max_length=12, default="ringkas")
    berlaku_mulai = models.DateField()
    nama = models.TextField()
    definisi = models.TextField(blank=True, default="")
    rumus_teks = models.TextField(blank=True, default="")
    sumber_data = models.TextField(blank=True, default="")
    satuan = models.CharField(max_length=80, blank=True, default="")
    jenis_nilai = models.CharField(max_length=8, default="angka")
    skala_min = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    skala_maks = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    skala_ordinal = models.CharField(max_length=80, blank=True, default="")
    desimal = models.SmallIntegerField(default=2)
    arah = models.CharField(max_length=8, blank=True, default="")
    rumus = models.CharField(max_length=24, blank=True, default="")
    asumsi_arah = models.BooleanField(default=False)
    batas_atas = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    batas_bawah = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    aturan_nol = models.CharField(max_length=24, default="baku")
    konsolidasi = models.CharField(max_length=20, default="akhir")
    putus_deret = models.BooleanField(default=False)
    alasan = models.TextField(blank=True, default="")
    dasar = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["indikator", "versi"], name="kartu_versi"),
            models.UniqueConstraint(
                fields=["indikator", "berlaku_mulai"], condition=Q(keadaan="ditetapkan"), name="kartu_mulai"
            ),
            models.CheckConstraint(
                name="kartu_keadaan", condition=Q(keadaan__in=["ringkas", "draf", "ditetapkan"])
            ),
            models.CheckConstraint(name="kartu_arah", condition=~Q(keadaan="ditetapkan") | Q(arah__in=ARAH)),
            models.CheckConstraint(
                name="kartu_skala", condition=~Q(jenis_nilai="skala") | Q(skala_maks__isnull=False)
            ),
            models.CheckConstraint(
                name="kartu_ordinal",
                condition=~Q(jenis_nilai__in=["ordinal", "level"]) | ~Q(skala_ordinal=""),
            ),
            models.CheckConstraint(
                name="kartu_rumus",
                condition=Q(rumus="")
                | Q(arah="naik", rumus__in=RUMUS_MENURUT_ARAH["naik"])
                | Q(arah="turun", rumus__in=RUMUS_MENURUT_ARAH["turun"])
                | Q(arah="rentang", rumus__in=RUMUS_MENURUT_ARAH["rentang"])
                | Q(arah="ordinal", rumus__in=RUMUS_MENURUT_ARAH["ordinal"]),
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PeranIndikator(Milik):
    """Who answers for an indicator beside its owner: penanggung jawab, pendukung, penyedia data."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="peran", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=20, default="penanggung_jawab")
    urut = models.SmallIntegerField(default=1)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["indikator", "unit", "peran"], name="peran_indikator_unik"),
            models.CheckConstraint(
                name="peran_indikator_sah",
                condition=Q(peran__in=["penanggung_jawab", "pendukung", "penyedia_data", "koordinator"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.peran} {self.indikator_id}"


class ButirIndikator(Milik):
    """An indicator standing at a row of a version, with its name as printed there."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="+", db_index=False)
    butir = models.ForeignKey(Butir, on_delete=models.PROTECT, related_name="indikator", db_index=False)
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    kartu = models.ForeignKey(KartuIndikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    urut = models.SmallIntegerField(default=1)
    nama_cetak = models.TextField()
    satuan_cetak = models.CharField(max_length=80, blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [models.UniqueConstraint(fields=["butir", "indikator"], name="butir_indikator_unik")]
        indexes = [
            models.Index(fields=["versi"], name="ix_bi_versi"),
            models.Index(fields=["indikator", "versi"], name="ix_bi_ind"),
        ]

    def __str__(self) -> str:
        return self.nama_cetak


class Target(Milik, Bernilai):
    """A target of a year as a version prints it. A printed empty cell is no row."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="+", db_index=False)
    baris = models.ForeignKey(ButirIndikator, on_delete=models.PROTECT, related_name="target", db_index=False)
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="+", db_index=False)
    tahun = models.SmallIntegerField()
    jenis = models.CharField(max_length=12, default="target")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["baris", "tahun", "jenis"], name="target_unik"),
            models.CheckConstraint(
                name="target_jenis", condition=Q(jenis__in=["target", "garis_dasar", "akhir"])
            ),
            nilai_sah("target_nilai", boleh_kosong=False),
        ]
        indexes = [
            models.Index(fields=["indikator", "tahun", "versi"], name="ix_target_ind"),
            models.Index(fields=["versi", "tahun"], name="ix_target_versi"),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.nilai_teks}"


class Simpul(Milik):
    """A condition in the pohon kinerja (PermenPANRB 89/2021) or one box of a cascade."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="simpul", db_index=False)
    pengenal = models.CharField(max_length=60)
    tingkat = models.CharField(max_length=40, blank=True, default="")
    logika = models.CharField(max_length=16, blank=True, default="")
    jenis = models.CharField(max_length=8, default="kondisi")
    kode = models.CharField(max_length=60, blank=True, default="")
    teks = models.TextField()
    indikator_cetak = models.TextField(blank=True, default="")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit_cetak = models.CharField(max_length=255, blank=True, default="")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urut = models.IntegerField(default=0)

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["versi", "pengenal"], name="simpul_pengenal"),
            models.CheckConstraint(name="simpul_jenis", condition=Q(jenis__in=["kondisi", "csf"])),
            models.CheckConstraint(
                name="simpul_logika",
                condition=Q(logika__in=["", "ultimate", "intermediate", "immediate", "output"]),
            ),
        ]

    def __str__(self) -> str:
        return self.teks


class Sisi(Milik):
    """An edge from a condition to what it serves; exactly one ``utama`` edge gives the printed tree."""

    versi = models.ForeignKey(VersiDokumen, on_delete=models.PROTECT, related_name="sisi", db_index=False)
    dari = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="ke_atas", db_index=False)
    ke = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="dari_bawah")
    jenis = models.CharField(max_length=16)
    utama = models.BooleanField(default=True)
    alasan = models.TextField(blank=True, default="")

    class Meta(Milik.Meta):
        constraints = [
            models.UniqueConstraint(fields=["dari", "ke", "jenis"], name="sisi_unik"),
            models.UniqueConstraint(fields=["dari"], condition=Q(utama=True), name="sisi_satu_utama"),
            models.CheckConstraint(name="sisi_bukan_diri", condition=~Q(dari=F("ke"))),
            models.CheckConstraint(
                name="sisi_jenis",
                condition=Q(
                    jenis__in=[
                        "sebab_akibat",
                        "komponen_rumus",
                        "kontribusi",
                        "indikator_sama",
                        "acuan",
                        "crosscutting",
                    ]
                ),
            ),
        ]
        indexes = [models.Index(fields=["versi", "jenis"], name="ix_sisi_versi")]

    def __str__(self) -> str:
        return f"{self.dari_id} → {self.ke_id}"
