"""The list of indicators as a sheet: exactly the rows and words of the page, for CSV and XLSX."""

from __future__ import annotations

from django.utils.translation import gettext as _

from opensakip.dokumen.model import Baris as BarisTabel
from opensakip.dokumen.model import Kolom, Rata, Sel, Tabel, isi
from opensakip.web.penyaji.bacaan import Bacaan
from opensakip.web.penyaji.capaian import Baris, Saringan, kalimat, kata_status, saring


def _sifat(r: Baris) -> str:
    """How the value stands, in the words of the page; empty for a final value of the year."""
    status = str(r.isi["status_nilai"])
    if status == "dibawa":
        return str(_("Nilai %(tahun)s") % {"tahun": r.isi["tahun_nilai"]})
    kata = {
        "sementara": _("Sementara"),
        "belum_ada": _("Nilai belum ada"),
        "tidak_berlaku": _("Tidak berlaku"),
    }
    return str(kata.get(status, ""))


def _sel(b: Bacaan, id_: str | None, kosong: str) -> Sel:
    """A figure as it is shown; a missing one is a dash for people and nothing for machines."""
    a = b.angka(id_)
    return Sel(isi(kosong if a["nilai"] is None and a["tampil"] == "–" else str(a["tampil"])))


def tabel(b: Bacaan, s: Saringan, *, mesin: bool = False) -> Tabel:
    """All rows of a filter in its order; the note says what they are and which figures they show."""
    baris = saring(b, s)
    kosong = "" if mesin else "–"
    status = kata_status()
    kepala = (
        _("No."), _("Kode"), _("Indikator"), _("Sasaran"), _("Penanggung jawab"), _("Satuan"), _("Target"),
        _("Realisasi"), _("Capaian (%)"), _("Status"), _("Sifat nilai"), _("Peringkat"),
        _("Serapan sasaran (%)"),
    )  # fmt: skip
    lebar = (10, 20, 80, 80, 50, 20, 20, 20, 20, 34, 30, 30, 24)
    angka = {0, 6, 7, 8, 12}
    return Tabel(
        judul=_("Capaian kinerja %(nama)s %(tahun)s. %(kalimat)s.")
        % {"nama": b.meta["instansi"]["nama"], "tahun": b.tahun, "kalimat": kalimat(b, s, len(baris))},
        kolom=tuple(Kolom(f"{mm}mm", Rata.KANAN if n in angka else Rata.KIRI) for n, mm in enumerate(lebar)),
        kepala=(tuple(Sel(isi(str(k))) for k in kepala),),
        baris=tuple(
            BarisTabel(
                (
                    Sel(isi(str(r.nomor))),
                    *(
                        Sel(isi(str(t or "")))
                        for t in (
                            r.isi["kode"],
                            r.isi["nama"],
                            r.sasaran,
                            r.isi["unit_nama"],
                            r.isi["satuan"],
                        )
                    ),
                    _sel(b, r.isi["target"], kosong),
                    _sel(b, r.isi["realisasi"], kosong),
                    _sel(b, r.isi["capaian"], kosong),
                    *(
                        Sel(isi(str(t or "")))
                        for t in (status[r.isi["terhadap"]], _sifat(r), r.isi["peringkat"])
                    ),
                    _sel(b, r.serapan, kosong),
                )
            )
            for r in baris
        ),
        catatan=(
            isi(
                _("Angka beku nomor %(nomor)s, kode periksa %(kode)s.")
                % {"nomor": b.meta["nomor"], "kode": b.sidik[:12]}
            ),
        ),
    )
