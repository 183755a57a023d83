"""Sentence patterns about one indicator: value, earlier years, end target, benchmark."""

from __future__ import annotations

from opensakip.pelaporan.kalimat import SERATUS, Pola, antara, dan, kata

_BUKAN_TAHUN_INI = ("status_dibawa", "status_belum_ada", "status_tidak_berlaku")
_BIASA = kata(tanpa=(*_BUKAN_TAHUN_INI, "arah_turun", "arah_rentang", "arah_ordinal"))
_TURUN = kata("arah_turun", tanpa=_BUKAN_TAHUN_INI)

# ------------------------------------------------ 1: target and realisasi
POLA_CAPAIAN = (
    Pola(
        "K10",
        kata("status_belum_ada"),
        (
            "Realisasi {Ind} belum tersedia, sehingga capaiannya belum dapat dinilai dan tidak dihitung "
            "dalam rata-rata.",
            "Capaian {Ind} belum dapat dinilai karena realisasinya belum tersedia; rata-rata dihitung "
            "tanpa indikator ini.",
        ),
    ),
    Pola(
        "K10b",
        kata("status_tidak_berlaku"),
        ("{Ind} tidak diukur pada {y}, sehingga tidak dihitung dalam rata-rata.",),
    ),
    Pola(
        "K09",
        kata("status_dibawa"),
        (
            "{NilaiInd} tahun {y} belum ada; laporan ini memakai nilai tahun {y_nilai}, yaitu {x}.",
            "Karena nilai tahun {y} belum ada, untuk {Ind} disajikan nilai tahun {y_nilai}, yaitu {x}.",
        ),
    ),
    Pola(
        "K09a",
        kata("status_dibawa", "terhadap_melampaui"),
        ("Dengan nilai itu target {t} terlampaui (capaian {c}), dan penilaian ini bersifat sementara.",),
    ),
    Pola(
        "K09b",
        kata("status_dibawa", "terhadap_tercapai"),
        ("Nilai itu sesuai dengan target {t} (capaian {c}), dan penilaian ini bersifat sementara.",),
    ),
    Pola(
        "K09c",
        kata("status_dibawa", "terhadap_bawah"),
        ("Dengan nilai itu target {t} belum tercapai (capaian {c}), dan penilaian ini bersifat sementara.",),
    ),
    Pola("K09d", kata("status_dibawa"), ("Alasan yang tercatat: {alasan}.",)),
    Pola(
        "K48",
        kata("arah_ordinal", "terhadap_tercapai", tanpa=_BUKAN_TAHUN_INI),
        (
            "{Ind} memperoleh {x}, sesuai target {t}.",
            "Hasil {Ind} adalah {x}; target {t} tercapai.",
        ),
    ),
    Pola(
        "K48a",
        kata("arah_ordinal", "terhadap_melampaui", tanpa=_BUKAN_TAHUN_INI),
        ("{Ind} memperoleh {x}, lebih tinggi daripada target {t}.",),
    ),
    Pola(
        "K48b",
        kata("arah_ordinal", "terhadap_bawah", tanpa=_BUKAN_TAHUN_INI),
        ("{Ind} memperoleh {x}, masih di bawah target {t}.",),
    ),
    Pola(
        "K49",
        dan(kata("arah_rentang", tanpa=_BUKAN_TAHUN_INI), lambda f: f.c == SERATUS),
        ("Realisasi {Ind} sebesar {x} berada di dalam rentang target {t}.",),
    ),
    Pola(
        "K49a",
        dan(kata("arah_rentang", tanpa=_BUKAN_TAHUN_INI), lambda f: f.c not in (None, SERATUS)),
        ("Realisasi {Ind} sebesar {x} berada di luar rentang target {t} (capaian {c}).",),
    ),
    Pola(
        "K47",
        dan(_TURUN, antara("100", None)),
        (
            "{Ind} sebesar {x}, lebih baik daripada batas {t} (capaian {c}).",
            "Dengan realisasi {x}, {Ind} lebih rendah daripada batas {t}, dan ini berarti lebih baik "
            "(capaian {c}).",
        ),
    ),
    Pola(
        "K47a",
        dan(_TURUN, lambda f: f.c == SERATUS),
        ("{Ind} sebesar {x}, sesuai batas yang ditargetkan (capaian {c}).",),
    ),
    Pola(
        "K47b",
        dan(_TURUN, antara(None, "100")),
        ("{Ind} sebesar {x}, melewati batas {t}, sehingga target belum tercapai (capaian {c}).",),
    ),
    Pola(
        "K01",
        dan(_BIASA, antara("100", None)),
        (
            "{Ind} mencapai {x}, melampaui target {t} sebesar {d} (capaian {c}).",
            "Target {t} terlampaui: {Ind} terealisasi {x} atau {c}.",
            "Dengan realisasi {x}, {Ind} berada {d} di atas target {t} (capaian {c}).",
            "{Ind} terealisasi {x}, lebih tinggi daripada target {t} (capaian {c}).",
        ),
    ),
    Pola(
        "K02",
        dan(_BIASA, lambda f: f.c == SERATUS),
        (
            "{Ind} terealisasi {x}, sesuai target (capaian {c}).",
            "Target {t} untuk {Ind} tercapai penuh, dengan realisasi {x} (capaian {c}).",
        ),
    ),
    Pola(
        "K03",
        dan(_BIASA, antara("95", "100", sama_bawah=True)),
        (
            "{Ind} terealisasi {x}, kurang {d} dari target {t} (capaian {c}).",
            "Realisasi {Ind} sebesar {x} mendekati, tetapi belum mencapai, target {t}; capaiannya {c}.",
            "{Ind} terealisasi {x} dari target {t}, sehingga target belum tercapai (capaian {c}).",
        ),
    ),
    Pola(
        "K04",
        dan(_BIASA, antara("75", "95", sama_bawah=True)),
        (
            "{Ind} baru mencapai {x} dari target {t}, atau {c}; masih diperlukan {d}.",
            "{Ind} baru mencapai {x} dari target {t}, atau {c}.",
        ),
    ),
    Pola(
        "K05", dan(_BIASA, antara(None, "75")), ("Capaian {Ind} jauh di bawah target: {x} dari {t} ({c}).",)
    ),
    Pola(
        "K06",
        dan(kata(tanpa=_BUKAN_TAHUN_INI), antara("120", None)),
        (
            "Capaian {c} jauh melampaui target; besaran target perlu ditinjau.",
            "Karena capaiannya {c}, besaran target indikator ini perlu ditinjau.",
        ),
    ),
    Pola(
        "K07",
        dan(
            kata("peringkat_teratas", tanpa=("status_belum_ada", "status_tidak_berlaku")), antara(None, "100")
        ),
        (
            "Target belum tercapai, meskipun capaian {c} masih termasuk peringkat {p}.",
            "Peringkat {p} tidak berarti target tercapai: capaian {c} masih di bawah seratus persen.",
        ),
    ),
    Pola(
        "K11",
        kata("status_sementara"),
        ("Angka {x} bersifat sementara dan akan dimutakhirkan setelah ditetapkan.",),
    ),
)

# ------------------------------------------------ 2: earlier years
POLA_DERET = (
    Pola(
        "K21",
        kata("putus"),
        (
            "Mulai {y_putus} metode penilaian berubah; deret {deret_lama} tidak disambung dengan nilai "
            "sesudahnya dan keduanya tidak dibandingkan.",
            "Metode penilaian berubah pada {y_putus}, sehingga nilai {deret_lama} tidak dibandingkan "
            "dengan nilai sesudahnya.",
        ),
    ),
    Pola(
        "K12",
        kata("tahun_pertama", tanpa=("deret", "putus")),
        (
            "Belum ada nilai tahun sebelumnya; nilai pertama {x} menjadi pembanding tahun berikutnya.",
            "Indikator ini belum memiliki nilai tahun sebelumnya pada data yang dibekukan, sehingga {x} "
            "menjadi titik awal pembanding.",
        ),
    ),
    Pola(
        "K13",
        kata("deret_naik_terus", "deret_tiga"),
        (
            "Dalam {n_deret} tahun nilai naik setiap tahun, dari {x0} ({y0}) menjadi {xn} ({yn}), "
            "bertambah {d_awal}.",
            "Nilai terus meningkat: {daftar_nilai}.",
            "Nilai naik setiap tahun, dari {x0} pada {y0} menjadi {xn} pada {yn}.",
        ),
    ),
    Pola(
        "K13a",
        kata("deret_naik_terus", "deret_dua"),
        (
            "Dibandingkan dengan {y0}, nilai naik {d_lalu} dari {x0} menjadi {xn}.",
            "Nilai naik dari {x0} pada {y0} menjadi {xn} pada {yn}.",
        ),
    ),
    Pola(
        "K15",
        kata("turun_setahun"),
        (
            "Dibandingkan dengan {y1}, nilai turun {d_lalu} dari {x1} menjadi {xn}.",
            "Nilai turun dari {x1} pada {y1} menjadi {xn} pada {yn}.",
        ),
    ),
    Pola(
        "K16",
        dan(
            kata("turun_setahun", tanpa=("arah_turun", "arah_rentang", "status_dibawa")), antara("100", None)
        ),
        ("Meskipun turun, nilai itu masih di atas target {t}.",),
    ),
    Pola(
        "K17",
        kata("deret_naik_turun", "deret_tiga", tanpa=("turun_setahun",)),
        ("Nilai bergerak naik dan turun: {daftar_nilai}.",),
    ),
    Pola(
        "K18",
        kata("deret_tetap"),
        (
            "Nilai bertahan pada {xn} sejak {y0}.",
            "Selama {n_deret} tahun nilai bertahan pada {xn}.",
        ),
    ),
    Pola("K18a", kata("deret_naik_sebagian", "deret_tiga"), ("Nilai tidak pernah turun: {daftar_nilai}.",)),
    Pola(
        "K19",
        kata("deret_pulih", tanpa=("arah_turun", "arah_rentang")),
        ("Setelah turun menjadi {x1} pada {y1}, nilai naik lagi menjadi {xn} pada {yn}.",),
    ),
    Pola(
        "K19a",
        dan(kata("deret_pulih"), lambda f: bool(f.kata & {"arah_turun", "arah_rentang"})),
        ("Nilai bergerak naik dan turun: {daftar_nilai}.",),
    ),
)

# ------------------------------------------------ 3: end target
POLA_AKHIR = (
    Pola(
        "K22",
        kata("akhir_terlewati"),
        (
            "Target akhir Renstra ({a}) sudah tercapai atau terlewati; kemajuannya {m}.",
            "Dengan kemajuan {m}, realisasi sudah mencapai target akhir Renstra ({a}).",
        ),
    ),
    Pola(
        "K23",
        kata("akhir_belum"),
        (
            "Kemajuan menuju target akhir Renstra {y_akhir} ({a}) adalah {m}; tersisa {d_akhir} untuk "
            "{n_sisa}, rata-rata {d_tahun} per tahun.",
            "Kemajuan menuju target akhir Renstra {y_akhir} ({a}) adalah {m}, dengan waktu {n_sisa}.",
            "Kemajuan menuju target akhir Renstra ({a}) adalah {m}.",
        ),
    ),
    Pola(
        "K24",
        dan(kata("putus"), lambda f: "m" in f.slot),
        ("Karena metode penilaian berubah, angka kemajuan ini menjadi petunjuk arah, bukan ukuran pasti.",),
    ),
    Pola(
        "K25",
        kata("usul_naik"),
        ("Realisasi {y} sudah mencapai target {y_depan} ({t_depan}); target {y_depan} diusulkan ditinjau.",),
    ),
    Pola(
        "K23n",
        kata(tanpa=("akhir_terlewati", "akhir_belum", "ada_akhir")),
        (
            "Target akhir rencana jangka menengah untuk indikator ini tidak tercatat, sehingga "
            "kemajuannya belum dapat disajikan.",
        ),
    ),
    Pola(
        "K23m",
        kata("ada_akhir", tanpa=("akhir_terlewati", "akhir_belum")),
        ("Kemajuan menuju target akhir Renstra ({a}) belum dapat dinilai.",),
    ),
)

# ------------------------------------------------ 4: benchmark
POLA_BANDING = (
    Pola(
        "K26",
        kata("banding_atas", "banding_satu"),
        (
            "Nilai ini berada {d_b} di atas {b_nama} ({b}, {y_b}).",
            "Nilai ini lebih tinggi daripada {b_nama} ({b}, {y_b}).",
        ),
    ),
    Pola(
        "K26a",
        kata("banding_atas", "banding_banyak"),
        ("Nilai ini lebih tinggi daripada {n_b} pembanding; yang terdekat adalah {b_nama} ({b}, {y_b}).",),
    ),
    Pola(
        "K27",
        kata("banding_bawah", "banding_satu"),
        (
            "Nilai ini masih {d_b} di bawah {b_nama} ({b}, {y_b}).",
            "Nilai ini lebih rendah daripada {b_nama} ({b}, {y_b}).",
        ),
    ),
    Pola(
        "K27a",
        kata("banding_bawah", "banding_banyak"),
        ("Nilai ini lebih rendah daripada {n_b} pembanding; yang terdekat adalah {b_nama} ({b}, {y_b}).",),
    ),
    Pola(
        "K27b",
        kata("banding_antara"),
        (
            "Dari {n_b} pembanding, {n_atas} bernilai lebih tinggi dan {n_bawah} bernilai lebih rendah; "
            "yang terdekat adalah {b_nama} ({b}, {y_b}).",
        ),
    ),
    Pola("K27c", kata("banding_sama"), ("Nilai ini sama dengan pembanding {b_nama} ({b}, {y_b}).",)),
    Pola(
        "K29",
        kata("banding_belum"),
        (
            "Indikator ini belum dapat diperbandingkan dengan standar nasional atau instansi lain.",
            "Belum tersedia nilai pembanding yang setara untuk indikator ini.",
        ),
    ),
    Pola(
        "K29a",
        kata("banding_tidak_ada"),
        (
            "Nilai pembanding untuk indikator ini tidak tercatat, sehingga perbandingan belum dapat "
            "disajikan.",
            "Perbandingan dengan standar nasional belum dapat disajikan karena nilai pembandingnya tidak "
            "tercatat.",
        ),
    ),
)
