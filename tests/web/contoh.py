"""A hand-made snapshot of an agency that does not exist: small, but with every part of a page.

``buat_isi(ganda=10)`` has ten times the indicators and ten times the rows of the plan.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.web.contoh_rencana import tambah_rencana

DASAR = ["Pasal 7 peraturan contoh 1/2020"]
SUMBER = {"sumber": "laporan-uji", "judul": "Laporan uji 2030", "keadaan": "tercetak"}


class Buku:
    """Collects figures while the snapshot is put together."""

    def __init__(self) -> None:
        self.angka: dict[str, dict[str, Any]] = {}

    def tulis(
        self, id_: str, nama: str, nilai: str | None, tampil: str, satuan: str = "", **lain: Any
    ) -> str:
        """Add one figure and give its id back."""
        self.angka[id_] = {
            "nilai": nilai,
            "tampil": tampil,
            "nama": nama,
            "satuan": satuan,
            "langkah": [],
            "dasar": [],
            "aturan": "",
            "keterangan": "",
            "masukan": [],
            "asal": [],
            "diisi": None,
            "catatan": [],
        } | lain
        return id_


def rupiah(nilai: int) -> str:
    """Grouped digits, as the core prints them."""
    return f"{nilai:,}".replace(",", ".")


def _indikator(buku: Buku, nomor: int) -> dict[str, Any]:
    """Four kinds in turn: above, exactly, below, carried and not assessable."""
    jenis = nomor % 4
    kode = f"I-{nomor}"
    nama = f"Indeks Ketahanan Pangan Wilayah {nomor}"
    target, realisasi, capaian, hasil = (
        ("80", "84", "105", "105,00"),
        ("4", "4", "100", "100,00"),
        ("90", "85.5", "95", "95,00"),
        ("70", None, None, "–"),
    )[jenis]
    terhadap = ("melampaui", "tercapai", "bawah", "belum")[jenis]
    t = buku.tulis(
        f"ind.{kode}.target",
        f"Target {nama}",
        target,
        target,
        asal=[SUMBER | {"baris": str(100 + nomor), "tercetak": target}],
    )
    tampil = "–" if realisasi is None else realisasi.replace(".", ",")
    r = buku.tulis(
        f"ind.{kode}.realisasi",
        f"Realisasi {nama}",
        realisasi,
        tampil,
        keterangan="nilai 2029" if jenis == 2 else "",
        asal=[SUMBER | {"baris": str(200 + nomor), "tercetak": tampil, "keadaan": "dipulihkan"}],
        diisi={"oleh": "Koordinator SAKIP", "pada": "2031-01-20T03:00:00+00:00"},
    )
    c = buku.tulis(
        f"ind.{kode}.capaian",
        f"Capaian {nama}",
        capaian,
        hasil,
        "%",
        masukan=[{"nama": f"Realisasi {nama}", "angka": r}, {"nama": f"Target {nama}", "angka": t}],
        langkah=[] if capaian is None else [f"{tampil} ÷ {target} × 100 = {capaian}", "dibulatkan 2 desimal"],
        dasar=DASAR,
        aturan="opensakip/capaian@2020-01-01",
        keterangan="realisasi belum ada" if capaian is None else "",
    )
    lalu = buku.tulis(f"ind.{kode}.r2029", f"{nama} 2029", "81", "81,00")
    putus = jenis == 2
    return {
        "kode": kode,
        "uid": f"uid-{nomor}",
        "nama": nama,
        "satuan": "Indeks",
        "sasaran_kode": f"S{(nomor + 1) // 2}",
        "unit": "BID1",
        "unit_nama": "Bidang Ketersediaan Pangan",
        "arah": "naik",
        "rumus": "maks",
        "kartu": {"versi": 1},
        "target": t,
        "realisasi": r,
        "capaian": c,
        "status_nilai": ("final", "final", "dibawa", "belum_ada")[jenis],
        "tahun_nilai": 2029 if jenis == 2 else None,
        "alasan_nilai": "Hasil 2030 terbit bulan Maret." if jenis == 2 else "",
        "peringkat": "Sangat Baik" if jenis < 2 else None,
        "terhadap": terhadap,
        "seri": [
            {
                "tahun": 2029,
                "angka": lalu,
                "teks": "81,00",
                "status": "final",
                "putus": False,
                "keterangan": "",
            },
            {"tahun": 2030, "angka": r, "teks": tampil, "status": "final", "putus": putus, "keterangan": ""},
        ],
        "selisih_tahun_lalu": None,
        "target_akhir": None,
        "tahun_akhir": None,
        "menuju_akhir": None,
        "target_depan": None,
        "usul_naik": None,
        "pembanding": [{"entitas": "Nasional", "tahun": 2030, "angka": None, "keadaan": "tidak_ada"}],
        "catatan": ["Dinilai pihak luar."] if jenis == 1 else [],
    }


def _pohon(buku: Buku, ganda: int) -> tuple[list[dict[str, Any]], int, int]:
    """Programmes with activities; returns rows and both sums."""
    baris: list[dict[str, Any]] = []
    jumlah = [0, 0]

    def simpul(
        id_: str, induk: str | None, kedalaman: int, nilai: tuple[int, int] | None, **lain: Any
    ) -> None:
        pagu = {}
        for kunci, rp in zip(("v1", "v2"), nilai or (), strict=False):
            pagu[kunci] = buku.tulis(
                f"pagu.{id_}.{kunci}",
                f"Pagu {id_}",
                str(rp),
                rupiah(rp),
                "Rp",
                asal=[SUMBER | {"baris": "300", "tercetak": rupiah(rp)}],
            )
        nama_tingkat = ("Program", "Kegiatan", "Sub kegiatan")[kedalaman]
        baris.append(
            {
                "id": id_,
                "induk": induk,
                "tingkat": nama_tingkat.lower(),
                "tingkat_nama": nama_tingkat,
                "kedalaman": kedalaman,
                "kode": f"9.{id_}",
                "nama": f"{nama_tingkat} Penguatan Cadangan Pangan {id_}",
                "unit": "BID1",
                "unit_nama": "Bidang Ketersediaan Pangan",
                "indikator": [],
                "pagu": pagu,
                "catatan": "",
                "keadaan": "tercetak",
            }
            | lain
        )

    for p in range(2 * ganda):
        simpul(f"P{p}", None, 0, (3_000_000_000, 2_500_000_000))
        jumlah[0] += 3_000_000_000
        jumlah[1] += 2_500_000_000
        satu = [{"nama": "Persentase desa mandiri", "satuan": "Persen", "target": {"v1": "80", "v2": "85"}}]
        simpul(f"P{p}-K1", f"P{p}", 1, (2_000_000_000, 2_500_000_000), indikator=satu)
        simpul(
            f"P{p}-K1-S1",
            f"P{p}-K1",
            2,
            (2_000_000_000, 2_500_000_000),
            keadaan="dipulihkan",
            catatan="ejaan",
        )
        dua = [
            {"nama": "Jumlah lumbung", "satuan": "Unit", "target": {"v1": "3", "v2": "3"}},
            {"nama": "Jumlah pelatihan", "satuan": "Kali", "target": {"v1": "2"}},
        ]
        simpul(f"P{p}-K2", f"P{p}", 1, (1_000_000_000,), indikator=dua, keadaan="diturunkan")
    return baris, *jumlah


def _pk(buku: Buku, indikator: list[dict[str, Any]], jumlah: tuple[int, int]) -> list[dict[str, Any]]:
    versi = []
    for nomor, (tahap, rp) in enumerate(zip(("murni", "perubahan"), jumlah, strict=True), start=1):
        ikut = indikator[1:] if nomor == 1 else indikator
        versi.append(
            {
                "uid": f"pk-{nomor}",
                "nomor": nomor,
                "tahap": tahap,
                "tanggal": "2030-01-01" if nomor == 1 else "2030-10-28",
                "teliti": "bulan" if nomor == 1 else "hari",
                "alasan": "" if nomor == 1 else "Rencana kerja berubah",
                "dasar_ukur": nomor == 2,
                "dilampirkan": True,
                "pihak": [
                    {
                        "peran": "pertama",
                        "jabatan": "Kepala Dinas",
                        "sebagai": "plt" if nomor == 1 else "definitif",
                    },
                    {"peran": "kedua", "jabatan": "Bupati", "sebagai": "definitif"},
                ],
                "baris": [
                    {
                        "urut": n,
                        "sasaran_kode": i["sasaran_kode"],
                        "sasaran": f"Meningkatnya ketahanan pangan {i['sasaran_kode']}",
                        "indikator_kode": i["kode"],
                        "indikator": i["nama"],
                        "satuan": i["satuan"],
                        "target": i["target"],
                        "target_teks": buku.angka[i["target"]]["tampil"],
                    }
                    for n, i in enumerate(ikut, start=1)
                ],
                "anggaran": [
                    {
                        "urut": 1,
                        "kode": "9.01",
                        "uraian": "Program Ketahanan Pangan",
                        "nilai": buku.tulis(f"pk.{nomor}.a1", "Pagu program", str(rp), rupiah(rp), "Rp"),
                    }
                ],
                "jumlah": buku.tulis(f"pk.{nomor}.jumlah", "Jumlah anggaran PK", str(rp), rupiah(rp), "Rp"),
            }
        )
    return versi


def _ringkas(buku: Buku, indikator: list[dict[str, Any]]) -> dict[str, Any]:
    hitung = {
        k: sum(i["terhadap"] == k for i in indikator) for k in ("melampaui", "tercapai", "bawah", "belum")
    }
    nilai = [Decimal(buku.angka[i["capaian"]]["nilai"]) for i in indikator if i["terhadap"] != "belum"]
    rata = sum(nilai) / len(nilai)
    masukan = [{"nama": i["nama"], "angka": i["capaian"]} for i in indikator]
    tampil = f"{rata:.2f}".replace(".", ",")
    return {
        "rata_indikator": buku.tulis(
            "ringkas.rata_indikator", "Rata-rata capaian indikator", str(rata), tampil, "%", masukan=masukan
        ),
        "rata_sasaran": buku.tulis(
            "ringkas.rata_sasaran", "Rata-rata capaian sasaran", str(rata), tampil, "%"
        ),
        "rata_tanpa_dibawa": None,
        "jumlah_indikator": len(indikator),
        "melampaui": hitung["melampaui"],
        "tercapai": hitung["tercapai"],
        "di_bawah": hitung["bawah"],
        "belum": hitung["belum"],
        "dibawa": sum(i["status_nilai"] == "dibawa" for i in indikator),
    }


def _anggaran(buku: Buku, pohon: list[dict[str, Any]], murni: int, ubah: int) -> dict[str, Any]:
    jumlah = {
        "v1": buku.tulis("pagu.jumlah.v1", "Jumlah pagu murni", str(murni), rupiah(murni), "Rp"),
        "v2": buku.tulis("pagu.jumlah.v2", "Jumlah pagu perubahan", str(ubah), rupiah(ubah), "Rp"),
    }
    unit = []
    for nama, lama, baru in (
        ("Bidang A", 2_000_000_000, 2_600_000_000),
        ("Bidang B", 900_000_000, 400_000_000),
    ):
        pagu = {
            k: buku.tulis(f"pagu.unit-{nama[-1]}.{k}", f"Pagu {nama}", str(n), rupiah(n), "Rp")
            for k, n in (("v1", lama), ("v2", baru))
        }
        unit.append({"kode": nama[-1], "nama": nama, "pagu": pagu})
    belanja = ubah * 9 // 10
    return {
        "dokumen": "renja-2030",
        "tahun": [2030],
        "kolom": [{"kunci": "v1", "judul": "Murni"}, {"kunci": "v2", "judul": "Perubahan"}],
        "pohon": pohon,
        "jumlah": jumlah,
        "program": [],
        "unit": unit,
        "pagu": jumlah["v2"],
        "realisasi": buku.tulis(
            "anggaran.realisasi", "Realisasi anggaran", str(belanja), rupiah(belanja), "Rp"
        ),
        "serapan": buku.tulis("anggaran.serapan", "Serapan anggaran", "90", "90,00", "%"),
        "sisa": buku.tulis(
            "anggaran.sisa", "Sisa anggaran", str(ubah - belanja), rupiah(ubah - belanja), "Rp"
        ),
        "rincian": [
            {"uraian": "Belanja pegawai", "pagu": None, "realisasi": None, "serapan": "anggaran.serapan"}
        ],
        "beda_cetak": [
            {
                "id": "P0",
                "nama": "Program P0",
                "kunci": "v1",
                "tercetak": "3.000",
                "jumlah": "3.100",
                "selisih": "−100",
            }
        ],
    }


def buat_isi(*, ganda: int = 1, tanpa_capaian: bool = False, slug: str = "dinas-uji") -> dict[str, Any]:
    """Build the snapshot; ``tanpa_capaian`` leaves agreement, realisation and everything made of them out."""
    buku = Buku()
    pohon, murni, ubah = _pohon(buku, ganda)
    indikator = [] if tanpa_capaian else [_indikator(buku, n) for n in range(4 * ganda)]
    kosong = {"rata_indikator": None, "rata_sasaran": None, "rata_tanpa_dibawa": None}
    hitungan = dict.fromkeys(("jumlah_indikator", "melampaui", "tercapai", "di_bawah", "belum", "dibawa"), 0)
    sasaran = []
    for kode in dict.fromkeys(i["sasaran_kode"] for i in indikator):
        sasaran.append(
            {
                "kode": kode,
                "teks": f"Meningkatnya ketahanan pangan {kode}",
                "unit": "BID1",
                "unit_nama": "Bidang Ketersediaan Pangan",
                "indikator": [i["kode"] for i in indikator if i["sasaran_kode"] == kode],
                "capaian": buku.tulis(f"sas.{kode}.capaian", f"Capaian sasaran {kode}", "100", "100,00", "%"),
                "efisiensi": None,
                "serapan": None,
                "naskah": {},
            }
        )
    efisiensi: dict[str, Any] = {"metode": None, "baris": [], "gabungan": None}
    if sasaran:
        efisiensi["metode"] = "e_ro"
        efisiensi["baris"] = [
            {
                "sasaran_kode": "S0",
                "uraian": "Sub kegiatan cadangan pangan",
                "cro": buku.tulis("efi.S0.cro", "CRO S0", "100", "100,00", "%"),
                "aaro": buku.tulis("efi.S0.aaro", "AARO S0", "1000000", "1.000.000", "Rp"),
                "raro": buku.tulis("efi.S0.raro", "RARO S0", "900000", "900.000", "Rp"),
                "nilai": buku.tulis("efi.S0.nilai", "Efisiensi S0", "10", "10,00", "%"),
                "nilai_penuh": "10,00",
            }
        ]
    anggaran = _anggaran(buku, pohon, murni, ubah)
    if tanpa_capaian:
        anggaran |= {"pagu": None, "realisasi": None, "serapan": None, "sisa": None, "rincian": []}
    isi: dict[str, Any] = {
        "skema": "cuplikan/1",
        "meta": {
            "instansi": {
                "uid": "uid-instansi",
                "slug": slug,
                "nama": "Dinas Ketahanan Pangan Kabupaten Uji",
                "singkatan": "DKP",
                "rumpun": "kabkota",
                "zona": "Asia/Makassar",
                "tempat": "Kota Uji",
                "contoh": True,
                "pernyataan": "",
            },
            "unit": {"kode": "DKP", "nama": "Dinas Ketahanan Pangan Kabupaten Uji"},
            "tahun": 2030,
            "nomor": 1,
            "per": "2031-02-27T02:00:00+00:00",
            "oleh": "Koordinator SAKIP",
            "alasan": "",
        },
        "aturan": [
            {
                "id": "opensakip/capaian",
                "aturan": "opensakip/capaian@2020-01-01",
                "judul": "Capaian indikator",
                "dasar": DASAR,
                "tag": "T",
                "sidik": "0" * 64,
            }
        ],
        "organisasi": [
            {"kode": kode, "nama": nama, "jenis": jenis, "induk": induk, "singkatan": "", "pimpinan": ""}
            for kode, nama, jenis, induk in (
                ("DKP", "Dinas Ketahanan Pangan", "dinas", None),
                ("BID1", "Bidang Ketersediaan Pangan", "bidang", "DKP"),
                ("BID2", "Bidang Konsumsi", "bidang", "DKP"),
            )
        ],
        "dokumen": [
            {
                "uid": "d1",
                "kode": "renja-2030",
                "jenis": "renja",
                "judul": "Renja 2030",
                "versi": 2,
                "tahap": "perubahan",
                "berlaku_mulai": "2030-09-01",
                "sidik": "1" * 64,
            }
        ],
        "arah": {"visi": None, "misi": [], "tujuan": []},
        "pk": _pk(buku, indikator, (murni, ubah)) if indikator else [],
        "ringkas": _ringkas(buku, indikator) if indikator else kosong | hitungan,
        "sasaran": sasaran,
        "indikator": indikator,
        "efisiensi": efisiensi,
        "anggaran": anggaran,
        "instrumen": {},
        "kaskade": {"simpul": [], "sisi": []},
        "bagian": {},
        "naskah": {},
        "catatan": [],
        "angka": buku.angka,
    }
    if not tanpa_capaian:
        _tambahan(isi, buku)
        tambah_rencana(isi, buku)
    return isi


def _tambahan(isi: dict[str, Any], buku: Buku) -> None:
    """Parts that only some agencies have: an instrument, a cascade, a note."""
    u1 = buku.tulis("ins.skm.U1", "Unsur persyaratan", "3.5", "3,50")
    hasil = buku.tulis(
        "ins.skm.hasil",
        "Indeks kepuasan",
        "87.5",
        "87,50",
        masukan=[{"nama": "Unsur persyaratan", "angka": u1}],
    )
    isi["instrumen"] = {
        "skm": {
            "judul": "Survei kepuasan masyarakat",
            "tahun": 2030,
            "baris": [{"kode": "U1", "uraian": "Persyaratan", "nilai": u1}],
            "hasil": hasil,
            "kelas": "B (Baik)",
        }
    }
    isi["kaskade"] = {
        "simpul": [
            {
                "id": "n1",
                "tingkat": "Tujuan",
                "kode": "T 1",
                "teks": "Pangan cukup",
                "indikator": [],
                "unit_nama": "",
            },
            {
                "id": "n2",
                "tingkat": "Sasaran",
                "kode": "S0",
                "teks": "Cadangan naik",
                "indikator": ["Indeks A", "Indeks B"],
                "unit_nama": "Bidang A",
            },
        ],
        "sisi": [{"dari": "n2", "ke": "n1", "jenis": "kontribusi"}],
    }
    isi["catatan"] = [
        {
            "subjek": "ind.I-0.capaian",
            "tercetak": "104,90",
            "seharusnya": "105,00",
            "kalimat": "Sumber membulatkan ke bawah.",
            "asal": [SUMBER | {"baris": "210"}],
        },
        {
            "subjek": "I-1",
            "tercetak": "5",
            "seharusnya": "4",
            "kalimat": "Salah ketik pada lampiran.",
            "asal": [],
        },
        {
            "subjek": "ind.I-1.target",
            "tercetak": "5",
            "seharusnya": "4",
            "kalimat": "Lampiran berbeda dari tabel.",
            "asal": [],
        },
    ]
