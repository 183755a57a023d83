"""A snapshot with the addresses of one agency and year: the one object that templates ask for figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from opensakip.pelaporan.angka import bersih
from opensakip.web.penyaji.indikator_rencana import indikator_rencana
from opensakip.web.rupa import jangkar

#: Stands for a figure that the snapshot does not have. Never 0: not yet is not zero.
ANGKA_KOSONG: Mapping[str, Any] = {"nilai": None, "tampil": "–", "nama": "", "satuan": ""}

_KOSONG = Markup('<span class="kosong">–</span>')
_TAUT = Markup('<a class="asal" href="%s" data-nilai="%s">%s</a>')
_TAUT_KOSONG = Markup('<a class="asal" href="%s">%s</a>')
_TAUT_INDIKATOR = Markup('<a class="nama-ind" href="%s">%s</a>')


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A snapshot and where its pages are.

    ``alamat`` is the address of the year page with a slash at its end; ``sidik`` the hash of the
    frozen text; ``lama`` lists the other years of the agency that may be opened.
    """

    isi: Mapping[str, Any]
    alamat: str
    sidik: str = ""
    tahun_lain: tuple[int, ...] = field(default=())
    _indikator: dict[str, Mapping[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def meta(self) -> Mapping[str, Any]:
        """Agency, unit, year and freezing time."""
        return self.isi["meta"]  # type: ignore[no-any-return]

    @property
    def zona(self) -> str:
        """IANA name of the agency's time zone."""
        return str(self.meta["instansi"]["zona"])

    @property
    def tahun(self) -> int:
        """The year that is reported."""
        return int(self.meta["tahun"])

    @property
    def utuh(self) -> bool:
        """True when nothing was narrowed away: the reader sees every unit of the agency."""
        return not self.isi.get("lingkup")

    def bagian(self, nama: str, kosong: Any = ()) -> Any:
        """A part of the snapshot, or ``kosong`` when this agency has none."""
        return self.isi.get(nama) or kosong

    def angka(self, id_: str | None) -> Mapping[str, Any]:
        """The figure of an id, or the empty figure."""
        if not id_:
            return ANGKA_KOSONG
        return self.isi["angka"].get(id_, ANGKA_KOSONG)  # type: ignore[no-any-return]

    def ada(self, id_: str | None) -> bool:
        """True when the snapshot holds a figure of this id."""
        return bool(id_) and id_ in self.isi["angka"]

    def nilai(self, id_: str | None) -> Decimal | None:
        """Exact value of a figure; None when it is missing or cannot be assessed yet."""
        teks = self.angka(id_).get("nilai")
        return None if teks is None else Decimal(teks)

    def ke_indikator(self, kode: str) -> str:
        """Address of the page of an indicator; empty when this snapshot has no such indicator."""
        return f"{self.alamat}indikator/{bersih(kode)}/" if self.indikator(bersih(kode)) else ""

    def indikator(self, kode: str) -> Mapping[str, Any] | None:
        """The indicator whose code, as it stands in an address, is ``kode``; None when there is none.

        One that the plan holds and nobody agreed on yet has no values.
        """
        if not self._indikator:
            self._indikator.update({bersih(k): i for k, i in indikator_rencana(self.isi).items()})
            self._indikator.update({bersih(i["kode"]): i for i in self.bagian("indikator")})
        return self._indikator.get(kode)

    def ke(self, id_: str) -> str:
        """Address of the page that says where a figure comes from."""
        return f"{self.alamat}angka/{id_}/"

    def ke_sasaran(self, kode: str) -> str:
        """Address of the row of a sasaran."""
        return f"{self.alamat}capaian/#{jangkar('sas', kode)}"

    def taut(self, id_: str | None, tanda: bool = False) -> Markup:
        """A figure as the link to its origin, a dash where there is none; ``tanda`` shows the plus of a rise.

        Written here and not as a macro: a list of 200 rows holds a thousand of them.
        """
        if not self.ada(id_):
            return _KOSONG
        a = self.angka(id_)
        nilai = a["nilai"]
        if nilai is None:
            return _TAUT_KOSONG % (self.ke(str(id_)), a["tampil"])
        awal = "+" if tanda and Decimal(nilai) > 0 else ""
        return _TAUT % (self.ke(str(id_)), nilai, f"{awal}{a['tampil']}")

    def taut_indikator(self, kode: str | None, nama: str) -> Markup:
        """The name of an indicator as the link to its page; a code without a page stays text."""
        alamat = self.ke_indikator(kode) if kode else ""
        if not alamat:
            return escape(nama)
        return _TAUT_INDIKATOR % (alamat, nama)
