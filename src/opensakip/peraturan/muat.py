"""From packaged files to rules. One file is read only when it is asked for, and then once."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from opensakip.peraturan.bentuk import BERKAS, JENIS
from opensakip.peraturan.galat import AturanRusak, AturanTidakAda
from opensakip.peraturan.model import Aturan, Sumber
from opensakip.peraturan.pembaca import Tempat
from opensakip.peraturan.yaml_ketat import baca_yaml

_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class Riwayat:
    """All versions of one rule, oldest first, and the day it was withdrawn, if it was."""

    id: str
    versi: tuple[Aturan, ...]
    dicabut_sejak: date | None
    dicabut_oleh: str

    def pada(self, tanggal: date) -> Aturan:
        """Return the version in force on the day.

        Raises AturanTidakAda before the first and after the last day of the rule.
        """
        if self.dicabut_sejak is not None and tanggal >= self.dicabut_sejak:
            penerus = self.versi[-1].penerus
            ganti = f"; penggantinya: {', '.join(penerus)}" if penerus else ""
            raise AturanTidakAda(
                f"Aturan '{self.id}' tidak berlaku lagi sejak {self.dicabut_sejak.isoformat()} "
                f"({self.dicabut_oleh}){ganti}. Tanggal yang diminta: {tanggal.isoformat()}."
            )
        for versi in reversed(self.versi):
            if versi.berlaku <= tanggal:
                return versi
        raise AturanTidakAda(
            f"Aturan '{self.id}' belum berlaku pada {tanggal.isoformat()}; versi pertamanya mulai berlaku "
            f"{self.versi[0].berlaku.isoformat()}."
        )


def urai_berkas(isi: str, berkas: str, id_wajib: str) -> Riwayat:
    """Read the text of one rule file; every departure from the shape raises AturanRusak."""
    di = Tempat(berkas)
    data: Mapping[str, Any] = BERKAS(baca_yaml(isi, berkas), di)
    if data["id"] != id_wajib:
        raise di.turun("id").rusak(f"tertulis '{data['id']}', menurut letak berkas seharusnya '{id_wajib}'")
    tanggal = list(data["berlaku"])
    if tanggal != sorted(tanggal):
        raise di.turun("berlaku").rusak("tanggal harus berurutan dari yang paling lama")
    sumber = {
        k: Sumber(k, s["peraturan"], s.get("bagian", ""), s.get("rujukan", ""), s["tag"])
        for k, s in data["sumber"].items()
    }
    _periksa_sumber(data, sumber, di)
    dicabut = data.get("dicabut")
    if dicabut and dicabut["sejak"] <= tanggal[-1]:
        raise di.turun("dicabut").rusak("tanggal pencabutan harus sesudah versi terakhir")
    akhir = dicabut["sejak"] if dicabut else None
    sidik = hashlib.sha256(isi.encode()).hexdigest()
    versi = tuple(
        _versi(data, sumber, mulai, sampai, sidik, di.turun("berlaku").turun(mulai))
        for mulai, sampai in zip(tanggal, [*tanggal[1:], akhir], strict=True)
    )
    return Riwayat(data["id"], versi, akhir, dicabut["oleh"] if dicabut else "")


def _periksa_sumber(data: Mapping[str, Any], sumber: Mapping[str, Sumber], di: Tempat) -> None:
    """Each version cites known sources, its tag is backed by one of them, and no source stands unused."""
    terpakai: set[str] = set()
    for mulai, versi in data["berlaku"].items():
        di_versi = di.turun("berlaku").turun(mulai)
        for kunci in versi["dari"]:
            if kunci not in sumber:
                raise di_versi.turun("dari").rusak(f"sumber '{kunci}' tidak ada pada daftar sumber")
        if versi["tag"] not in {sumber[k].tag for k in versi["dari"]}:
            raise di_versi.turun("tag").rusak(
                f"tag {versi['tag']} tidak didukung oleh sumber yang disebut pada 'dari'"
            )
        terpakai.update(versi["dari"])
    if sisa := [k for k in sumber if k not in terpakai]:
        raise di.turun("sumber").turun(sisa[0]).rusak("sumber tidak dipakai oleh versi mana pun")


def _versi(
    data: Mapping[str, Any],
    sumber: Mapping[str, Sumber],
    mulai: date,
    sampai: date | None,
    sidik: str,
    di: Tempat,
) -> Aturan:
    """Build one dated version, its value read by the reader of its kind."""
    versi = data["berlaku"][mulai]
    return Aturan(
        id=data["id"],
        judul=data["judul"],
        jenis=data["jenis"],
        satuan=data.get("satuan", ""),
        nilai=JENIS[data["jenis"]](versi["nilai"], di.turun("nilai")),
        sumber=tuple(sumber[k] for k in versi["dari"]),
        tag=versi["tag"],
        berlaku=mulai,
        tanggal_dasar=versi["tanggal_dasar"],
        sampai=sampai,
        putus_deret=versi.get("putus_deret", ""),
        catatan=versi.get("catatan") or data.get("catatan", ""),
        masih_berlaku_per=data["masih_berlaku_per"],
        penerus=data.get("penerus", ()),
        sidik=sidik,
    )


def _akar() -> Traversable:
    return files("opensakip.peraturan") / "data"


@cache
def daftar_id() -> tuple[str, ...]:
    """Return the ids of all packaged rules, sorted."""
    return tuple(
        sorted(
            f"{folder.name}/{berkas.name.removesuffix('.yaml')}"
            for folder in _akar().iterdir()
            if folder.is_dir()
            for berkas in folder.iterdir()
            if berkas.name.endswith(".yaml")
        )
    )


@cache
def riwayat(id: str) -> Riwayat:
    """Read one rule with all its versions.

    Raises AturanTidakAda for an unknown id, AturanRusak for a damaged file.
    """
    folder, _, nama = id.partition("/")
    letak = _akar() / folder / f"{nama}.yaml"
    if not _ID.match(id) or not letak.is_file():
        raise AturanTidakAda(_tidak_dikenal(id))
    try:
        isi = letak.read_text(encoding="utf-8")
    except UnicodeDecodeError as sebab:
        raise AturanRusak(f"{id}.yaml: bukan teks UTF-8") from sebab
    return urai_berkas(isi, f"{id}.yaml", id)


def _tidak_dikenal(id: str) -> str:
    """Word the refusal for an unknown id, with the nearest known ones."""
    from difflib import get_close_matches

    mirip = get_close_matches(id, daftar_id(), n=3, cutoff=0.5)
    saran = (
        f" Barangkali yang dimaksud: {', '.join(mirip)}."
        if mirip
        else " Daftar id ada pada rujukan peraturan."
    )
    return f"Aturan '{id}' tidak dikenal.{saran}"
