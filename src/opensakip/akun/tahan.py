"""Slowing down guessers of passwords.

Wrong passwords of the last quarter of an hour are counted three ways: for an account from one address, for
an account from anywhere, and for an address over all accounts. The last two have room, because a whole office
may share one address, and because nobody should be able to lock somebody else's account with five errors.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from opensakip.akun.errors import MasukTertahan
from opensakip.akun.models import GagalMasuk, Pengguna
from opensakip.audit import services as audit
from opensakip.audit.services import Pelaku
from opensakip.inti import jam

JENDELA = timedelta(minutes=15)
#: Wrong passwords allowed inside the window, by way of counting.
BATAS = {"berdua": 5, "akun": 20, "alamat": 50}
_PESAN = (
    "Terlalu banyak kata sandi yang tidak cocok. Tunggu {menit} menit, lalu coba lagi, atau minta "
    "Koordinator SAKIP instansi Anda mengganti kata sandi."
)


def _kunci(surel: str, alamat: str) -> dict[str, str]:
    """What is counted, as keyed hashes: the table names neither people nor machines."""
    akun = surel.strip().casefold()
    isi = {"berdua": f"{akun}|{alamat}", "akun": akun, "alamat": alamat}
    return {jenis: salted_hmac(f"opensakip.masuk.{jenis}", teks).hexdigest() for jenis, teks in isi.items()}


def wajib_boleh(surel: str, alamat: str) -> None:
    """Make sure that another attempt is allowed now, for an account that exists or not.

    Raises:
        MasukTertahan: too many failures; says in how many minutes the next attempt is possible.
    """
    sejak = jam.kini() - JENDELA
    for jenis, kunci in _kunci(surel, alamat).items():
        gagal = list(
            GagalMasuk.objects.filter(kunci=kunci, waktu__gt=sejak)
            .order_by("-waktu")
            .values_list("waktu", flat=True)[: BATAS[jenis]]
        )
        if len(gagal) == BATAS[jenis]:
            sisa = gagal[-1] + JENDELA - jam.kini()
            raise MasukTertahan(_PESAN.format(menit=max(1, -(-sisa // timedelta(minutes=1)))))


@transaction.atomic
def catat_gagal(surel: str, alamat: str) -> None:
    """Remember one wrong password. The one that closes the door is entered into the journal."""
    kini = jam.kini()
    kunci = _kunci(surel, alamat)
    GagalMasuk.objects.filter(waktu__lte=kini - JENDELA).delete()
    GagalMasuk.objects.bulk_create([GagalMasuk(kunci=k, waktu=kini) for k in kunci.values()])
    if GagalMasuk.objects.filter(kunci=kunci["berdua"]).count() != BATAS["berdua"]:
        return
    pengguna = Pengguna.objects.filter(surel__iexact=surel.strip()).first()
    audit.catat(
        "akun.masuk.ditahan",
        instansi_uid=None,
        objek_jenis="akun.Pengguna",
        objek_uid=pengguna.uid if pengguna else None,
        objek_nama=pengguna.nama if pengguna else "",
        oleh=Pelaku(nama="Pengunjung", sumber="web"),
        hasil="ditolak",
    )


def lupakan(surel: str, alamat: str) -> None:
    """After a right password: this account at this address starts anew; the other counts go on."""
    GagalMasuk.objects.filter(kunci=_kunci(surel, alamat)["berdua"]).delete()
