"""Sentences that state figures, chosen by facts and never by hand.

A pattern has a condition on the facts and two to four wordings. The wording is chosen by a stable hash of
report, subject and pattern, so the same snapshot gives the same text; one wording is not used twice running.
A wording whose slots the snapshot cannot fill is not eligible. Causes are never generated: generated text
ends where the data end.

Rules of wording: one claim per sentence; the direction is in the verb, differences are absolute numbers;
"meningkat" only for a rise in a series without break; carried-over values are never part of a trend.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from opensakip.dokumen.model import Isi, Potong, isi
from opensakip.pelaporan.blok.fakta import Fakta

_SLOT = re.compile(r"\{(\w+)\}")
SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Pola:
    """A sentence pattern: id, condition, wordings."""

    id: str
    bila: Callable[[Fakta], bool]
    varian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A finished sentence with the ids of the figures it shows."""

    pola: str
    isi: Isi

    @property
    def angka(self) -> tuple[str, ...]:
        """Ids of the figures in the sentence."""
        return tuple(p.angka for p in self.isi if isinstance(p, Potong) and p.angka)

    @property
    def teks(self) -> str:
        """The bare sentence."""
        return "".join(p.teks for p in self.isi)


def _kata(*perlu: str, tanpa: Sequence[str] = ()) -> Callable[[Fakta], bool]:
    """Condition: all of these flags, none of those."""
    return lambda f: all(k in f.kata for k in perlu) and not any(k in f.kata for k in tanpa)


def _c(bawah: str | None, atas: str | None, *, sama_bawah: bool = False) -> Callable[[Fakta], bool]:
    """Condition: capaian above (or at) the lower and below the upper bound."""

    def bila(f: Fakta) -> bool:
        if f.c is None:
            return False
        b = bawah is None or f.c > Decimal(bawah) or (sama_bawah and f.c == Decimal(bawah))
        return b and (atas is None or f.c < Decimal(atas))

    return bila


def _dan(*syarat: Callable[[Fakta], bool]) -> Callable[[Fakta], bool]:
    return lambda f: all(s(f) for s in syarat)


_BIASA = _kata(tanpa=("status_dibawa", "arah_turun", "arah_rentang", "arah_ordinal"))
_TURUN = _kata("arah_turun", tanpa=("status_dibawa",))

# ------------------------------------------------ 1: target and realisasi
POLA_CAPAIAN = (
    Pola("K10", _kata("status_belum_ada"), (
        "Realisasi {Ind} belum tersedia, sehingga capaiannya belum dapat dinilai dan tidak dihitung dalam rata-rata.",
        "Capaian {Ind} belum dapat dinilai karena realisasinya belum tersedia; rata-rata dihitung tanpa indikator ini.",
    )),
    Pola("K10b", _kata("status_tidak_berlaku"), (
        "{Ind} tidak diukur pada {y}, sehingga tidak dihitung dalam rata-rata.",
    )),
    Pola("K09", _kata("status_dibawa"), (
        "{NilaiInd} tahun {y} belum ada; laporan ini memakai nilai tahun {y_nilai}, yaitu {x}.",
        "Karena nilai tahun {y} belum ada, untuk {Ind} disajikan nilai tahun {y_nilai}, yaitu {x}.",
    )),
    Pola("K09a", _kata("status_dibawa", "terhadap_melampaui"), (
        "Dengan nilai itu target {t} terlampaui (capaian {c}), dan penilaian ini bersifat sementara.",
    )),
    Pola("K09b", _kata("status_dibawa", "terhadap_tercapai"), (
        "Nilai itu sesuai dengan target {t} (capaian {c}), dan penilaian ini bersifat sementara.",
    )),
    Pola("K09c", _kata("status_dibawa", "terhadap_bawah"), (
        "Dengan nilai itu target {t} belum tercapai (capaian {c}), dan penilaian ini bersifat sementara.",
    )),
    Pola("K09d", _kata("status_dibawa"), ("Alasan yang tercatat: {alasan}.",)),
    Pola("K48", _dan(_kata("arah_ordinal", "terhadap_tercapai", tanpa=("status_dibawa",))), (
        "{Ind} memperoleh {x}, sesuai target {t}.",
        "Hasil {Ind} adalah {x}; target {t} tercapai.",
    )),
    Pola("K48a", _kata("arah_ordinal", "terhadap_melampaui", tanpa=("status_dibawa",)), (
        "{Ind} memperoleh {x}, lebih tinggi daripada target {t}.",
    )),
    Pola("K48b", _kata("arah_ordinal", "terhadap_bawah", tanpa=("status_dibawa",)), (
        "{Ind} memperoleh {x}, masih di bawah target {t}.",
    )),
    Pola("K49", _dan(_kata("arah_rentang", tanpa=("status_dibawa",)), lambda f: f.c == SERATUS), (
        "Realisasi {Ind} sebesar {x} berada di dalam rentang target {t}.",
    )),
    Pola("K49a", _dan(_kata("arah_rentang", tanpa=("status_dibawa",)), lambda f: f.c not in (None, SERATUS)), (
        "Realisasi {Ind} sebesar {x} berada di luar rentang target {t} (capaian {c}).",
    )),
    Pola("K47", _dan(_TURUN, _c("100", None)), (
        "{Ind} sebesar {x}, lebih baik daripada batas {t} (capaian {c}).",
        "Dengan realisasi {x}, {Ind} lebih rendah daripada batas {t}, dan ini berarti lebih baik (capaian {c}).",
    )),
    Pola("K47a", _dan(_TURUN, lambda f: f.c == SERATUS), (
        "{Ind} sebesar {x}, sesuai batas yang ditargetkan (capaian {c}).",
    )),
    Pola("K47b", _dan(_TURUN, _c(None, "100")), (
        "{Ind} sebesar {x}, melewati batas {t}, sehingga target belum tercapai (capaian {c}).",
    )),
    Pola("K01", _dan(_BIASA, _c("100", None)), (
        "{Ind} mencapai {x}, melampaui target {t} sebesar {d} (capaian {c}).",
        "Target {t} terlampaui: {Ind} terealisasi {x} atau {c}.",
        "Dengan realisasi {x}, {Ind} berada {d} di atas target {t} (capaian {c}).",
        "{Ind} terealisasi {x}, lebih tinggi daripada target {t} (capaian {c}).",
    )),
    Pola("K02", _dan(_BIASA, lambda f: f.c == SERATUS), (
        "{Ind} terealisasi {x}, sesuai target (capaian {c}).",
        "Target {t} untuk {Ind} tercapai penuh, dengan realisasi {x} (capaian {c}).",
    )),
    Pola("K03", _dan(_BIASA, _c("95", "100", sama_bawah=True)), (
        "{Ind} terealisasi {x}, kurang {d} dari target {t} (capaian {c}).",
        "Realisasi {Ind} sebesar {x} mendekati, tetapi belum mencapai, target {t}; capaiannya {c}.",
        "{Ind} terealisasi {x} dari target {t}, sehingga target belum tercapai (capaian {c}).",
    )),
    Pola("K04", _dan(_BIASA, _c("75", "95", sama_bawah=True)), (
        "{Ind} baru mencapai {x} dari target {t}, atau {c}; masih diperlukan {d}.",
        "{Ind} baru mencapai {x} dari target {t}, atau {c}.",
    )),
    Pola("K05", _dan(_BIASA, _c(None, "75")), (
        "Capaian {Ind} jauh di bawah target: {x} dari {t} ({c}).",
    )),
    Pola("K06", _dan(_kata(tanpa=("status_dibawa",)), _c("120", None)), (
        "Capaian {c} jauh melampaui target; besaran target perlu ditinjau.",
        "Karena capaiannya {c}, besaran target indikator ini perlu ditinjau.",
    )),
    Pola("K07", _dan(_kata("peringkat_teratas"), _c(None, "100")), (
        "Target belum tercapai, meskipun capaian {c} masih termasuk peringkat {p}.",
        "Peringkat {p} tidak berarti target tercapai: capaian {c} masih di bawah seratus persen.",
    )),
    Pola("K11", _kata("status_sementara"), (
        "Angka {x} bersifat sementara dan akan dimutakhirkan setelah ditetapkan.",
    )),
)  # fmt: skip

# ------------------------------------------------ 2: earlier years
POLA_DERET = (
    Pola("K21", _kata("putus"), (
        "Mulai {y_putus} metode penilaian berubah; deret {deret_lama} tidak disambung dengan nilai sesudahnya dan keduanya tidak dibandingkan.",
        "Metode penilaian berubah pada {y_putus}, sehingga nilai {deret_lama} tidak dibandingkan dengan nilai sesudahnya.",
    )),
    Pola("K12", _kata("tahun_pertama", tanpa=("deret", "putus")), (
        "Belum ada nilai tahun sebelumnya; nilai pertama {x} menjadi pembanding tahun berikutnya.",
        "Indikator ini belum memiliki nilai tahun sebelumnya pada data yang dibekukan, sehingga {x} menjadi titik awal pembanding.",
    )),
    Pola("K13", _kata("deret_naik_terus", "deret_tiga"), (
        "Dalam {n_deret} tahun nilai naik setiap tahun, dari {x0} ({y0}) menjadi {xn} ({yn}), bertambah {d_awal}.",
        "Nilai terus meningkat: {daftar_nilai}.",
        "Nilai naik setiap tahun, dari {x0} pada {y0} menjadi {xn} pada {yn}.",
    )),
    Pola("K13a", _kata("deret_naik_terus", "deret_dua"), (
        "Dibandingkan dengan {y0}, nilai naik {d_lalu} dari {x0} menjadi {xn}.",
        "Nilai naik dari {x0} pada {y0} menjadi {xn} pada {yn}.",
    )),
    Pola("K15", _kata("turun_setahun"), (
        "Dibandingkan dengan {y1}, nilai turun {d_lalu} dari {x1} menjadi {xn}.",
        "Nilai turun dari {x1} pada {y1} menjadi {xn} pada {yn}.",
    )),
    Pola("K16", _dan(_kata("turun_setahun", tanpa=("arah_turun", "arah_rentang", "status_dibawa")), _c("100", None)), (
        "Meskipun turun, nilai itu masih di atas target {t}.",
    )),
    Pola("K17", _kata("deret_naik_turun", "deret_tiga"), (
        "Nilai bergerak naik dan turun: {daftar_nilai}.",
    )),
    Pola("K18", _kata("deret_tetap"), (
        "Nilai bertahan pada {xn} sejak {y0}.",
        "Selama {n_deret} tahun nilai bertahan pada {xn}.",
    )),
    Pola("K18a", _kata("deret_naik_sebagian", "deret_tiga"), (
        "Nilai tidak pernah turun: {daftar_nilai}.",
    )),
    Pola("K19", _kata("deret_pulih", tanpa=("arah_turun", "arah_rentang")), (
        "Setelah turun menjadi {x1} pada {y1}, nilai naik lagi menjadi {xn} pada {yn}.",
    )),
    Pola("K19a", _dan(_kata("deret_pulih"), lambda f: bool(f.kata & {"arah_turun", "arah_rentang"})), (
        "Nilai bergerak naik dan turun: {daftar_nilai}.",
    )),
)  # fmt: skip

# ------------------------------------------------ 3: end target
POLA_AKHIR = (
    Pola("K22", _kata("akhir_terlewati"), (
        "Target akhir Renstra ({a}) sudah tercapai atau terlewati; kemajuannya {m}.",
        "Dengan kemajuan {m}, realisasi sudah mencapai target akhir Renstra ({a}).",
    )),
    Pola("K23", _kata("akhir_belum"), (
        "Kemajuan menuju target akhir Renstra {y_akhir} ({a}) adalah {m}; tersisa {d_akhir} untuk {n_sisa}, rata-rata {d_tahun} per tahun.",
        "Kemajuan menuju target akhir Renstra {y_akhir} ({a}) adalah {m}, dengan waktu {n_sisa}.",
        "Kemajuan menuju target akhir Renstra ({a}) adalah {m}.",
    )),
    Pola("K24", _dan(_kata("putus"), lambda f: "m" in f.slot), (
        "Karena metode penilaian berubah, angka kemajuan ini menjadi petunjuk arah, bukan ukuran pasti.",
    )),
    Pola("K25", _kata("usul_naik"), (
        "Realisasi {y} sudah mencapai target {y_depan} ({t_depan}); target {y_depan} diusulkan ditinjau.",
    )),
    Pola("K23n", _kata(tanpa=("akhir_terlewati", "akhir_belum", "ada_akhir")), (
        "Target akhir rencana jangka menengah untuk indikator ini tidak tercatat, sehingga kemajuannya belum dapat disajikan.",
    )),
    Pola("K23m", _kata("ada_akhir", tanpa=("akhir_terlewati", "akhir_belum")), (
        "Kemajuan menuju target akhir Renstra ({a}) belum dapat dinilai.",
    )),
)  # fmt: skip

# ------------------------------------------------ 4: benchmark
POLA_BANDING = (
    Pola("K26", _kata("banding_atas", "banding_satu"), (
        "Nilai ini berada {d_b} di atas {b_nama} ({b}, {y_b}).",
        "Nilai ini lebih tinggi daripada {b_nama} ({b}, {y_b}).",
    )),
    Pola("K26a", _kata("banding_atas", "banding_banyak"), (
        "Nilai ini lebih tinggi daripada {n_b} pembanding; yang terdekat adalah {b_nama} ({b}, {y_b}).",
    )),
    Pola("K27", _kata("banding_bawah", "banding_satu"), (
        "Nilai ini masih {d_b} di bawah {b_nama} ({b}, {y_b}).",
        "Nilai ini lebih rendah daripada {b_nama} ({b}, {y_b}).",
    )),
    Pola("K27a", _kata("banding_bawah", "banding_banyak"), (
        "Nilai ini lebih rendah daripada {n_b} pembanding; yang terdekat adalah {b_nama} ({b}, {y_b}).",
    )),
    Pola("K27b", _kata("banding_antara"), (
        "Dari {n_b} pembanding, {n_atas} bernilai lebih tinggi dan {n_bawah} bernilai lebih rendah; yang terdekat adalah {b_nama} ({b}, {y_b}).",
    )),
    Pola("K27c", _kata("banding_sama"), ("Nilai ini sama dengan pembanding {b_nama} ({b}, {y_b}).",)),
    Pola("K29", _kata("banding_belum"), (
        "Indikator ini belum dapat diperbandingkan dengan standar nasional atau instansi lain.",
        "Belum tersedia nilai pembanding yang setara untuk indikator ini.",
    )),
    Pola("K29a", _kata("banding_tidak_ada"), (
        "Nilai pembanding untuk indikator ini tidak tercatat, sehingga perbandingan belum dapat disajikan.",
        "Perbandingan dengan standar nasional belum dapat disajikan karena nilai pembandingnya tidak tercatat.",
    )),
)  # fmt: skip

# ------------------------------------------------ 6: efficiency of a sasaran
POLA_EFISIENSI = (
    Pola("K30", lambda f: _ef(f, "0") and f.c is not None and f.c >= 100 and "ro" in f.kata, (
        "Dari alokasi {A} terpakai {R} ({s}). Dengan capaian {c}, tingkat efisiensinya {E}: target tercapai dengan biaya lebih rendah daripada alokasi.",
    )),
    Pola("K31", lambda f: _ef(f, "0") and f.c is not None and f.c < 100 and f.s is not None and f.s < 75, (
        "Rumus menghasilkan {E} karena hanya {s} alokasi terpakai ({R} dari {A}). Target belum tercapai, jadi angka ini menggambarkan kegiatan yang tidak dibiayai, bukan keberhasilan efisiensi.",
    )),
    Pola("K31a", lambda f: _ef(f, "0") and f.c is not None and f.c < 100 and (f.s is None or f.s >= 75) and "ro" in f.kata, (
        "Dari alokasi {A} terpakai {R} ({s}), dan rumus menghasilkan {E}. Karena target belum tercapai (capaian {c}), angka ini tidak disebut keberhasilan efisiensi.",
    )),
    Pola("K32", lambda f: f.e is not None and f.e < 0 and "ro" in f.kata, (
        "Biaya yang terpakai lebih besar daripada hasil yang dicapai: efisiensi {E} dengan capaian {c} dan serapan {s}.",
    )),
    Pola("K33", lambda f: _ef(f, "0") and "poin" in f.kata, (
        "Capaian {c} berada {E} poin persentase di atas realisasi anggaran {s}.",
    )),
    Pola("K33a", lambda f: f.e is not None and f.e < 0 and "poin" in f.kata, (
        "Capaian {c} lebih rendah daripada realisasi anggaran {s}, dengan selisih {E} poin persentase.",
    )),
    Pola("K34", lambda f: f.s is not None and f.s >= 95 and f.c is not None and f.c < 90, (
        "Anggaran terserap {s}, tetapi capaian baru {c}; kaitan belanja dengan hasil perlu ditinjau.",
    )),
    Pola("K35", lambda f: f.s is not None and f.s < 80 and f.c is not None and f.c >= 100, (
        "Target tercapai dengan serapan {s}; sisa anggarannya perlu dijelaskan: penghematan, pengadaan gagal, atau penundaan.",
    )),
)  # fmt: skip

# ------------------------------------------------ summary and budget
POLA_RINGKAS = (
    Pola("K39", _kata("ada_indikator"), (
        "Dari {n} indikator, {rincian}.",
    )),
    Pola("K40", _kata("ada_tanpa_dibawa"), (
        "Rata-rata capaian {m}; tanpa {k} nilai tahun sebelumnya, rata-ratanya {m2} ({n2} indikator).",
    )),
    Pola("K40a", _kata("ada_rata", tanpa=("ada_tanpa_dibawa",)), ("Rata-rata capaian seluruh indikator {m}.",)),
    Pola("K40b", _kata("ada_rata_sasaran"), ("Dihitung menurut sasaran, rata-ratanya {ms} ({n_sasaran} sasaran).",)),
)  # fmt: skip
POLA_ANGGARAN = (
    Pola("K37", _kata("pagu_berubah"), (
        "Pagu berubah dari {murni} menjadi {pagu}, {arah} {pct}.",
        "Pagu berubah dari {murni} menjadi {pagu}.",
    )),
    Pola("K38", _kata("terealisasi"), (
        "Sampai 31 Desember {y} terealisasi {R} ({kata}) atau {s} dari pagu {pagu}.",
    )),
    Pola("K38a", _kata("terealisasi"), (
        "Sisa anggaran {sisa} ({q}); angka ini baru dapat disebut efisiensi bila dibaca bersama capaian.",
        "Sisa anggaran {sisa}; angka ini baru dapat disebut efisiensi bila dibaca bersama capaian.",
    )),
)  # fmt: skip


def _ef(f: Fakta, bawah: str) -> bool:
    return f.e is not None and f.e >= Decimal(bawah)


@dataclass
class Penutur:
    """Speaks the sentences of one report and remembers the last wording of each pattern."""

    laporan: str
    terakhir: dict[str, int] = field(default_factory=dict)

    def ucapkan(self, pola: Sequence[Pola], f: Fakta) -> list[Kalimat]:
        """All sentences of the group whose condition holds, in order."""
        hasil = []
        for p in pola:
            if p.bila(f) and (k := self._satu(p, f)) is not None:
                hasil.append(k)
        return hasil

    def _satu(self, p: Pola, f: Fakta) -> Kalimat | None:
        layak = [i for i, v in enumerate(p.varian) if all(s in f.slot for s in _SLOT.findall(v))]
        if not layak:
            return None
        kunci = hashlib.sha256(f"{self.laporan}|{f.subjek}|{p.id}".encode()).digest()
        ke = int.from_bytes(kunci[:4], "big") % len(layak)
        if len(layak) > 1 and self.terakhir.get(p.id) == layak[ke]:
            ke = (ke + 1) % len(layak)
        self.terakhir[p.id] = layak[ke]
        return Kalimat(p.id, isi_varian(p.varian[layak[ke]], f))


def isi_varian(varian: str, f: Fakta) -> Isi:
    """Fill the slots of a wording."""
    bagian: list[object] = []
    for i, b in enumerate(_SLOT.split(varian)):
        bagian.append(f.slot[b] if i % 2 else b)
    return isi(*bagian)  # type: ignore[arg-type]


def gabung(kalimat: Sequence[Kalimat]) -> Isi:
    """Sentences as one running text."""
    bagian: list[object] = []
    for k in kalimat:
        if bagian:
            bagian.append(" ")
        bagian.append(k.isi)
    return isi(*bagian)  # type: ignore[arg-type]
