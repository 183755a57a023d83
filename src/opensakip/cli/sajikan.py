"""``opensakip sajikan``: serve the pages from this machine, to this machine."""

from __future__ import annotations

import argparse
import socket
from collections.abc import Callable
from typing import Any

from . import django_siap
from .galat import BERHASIL, GalatPerintah

ALAMAT = "127.0.0.1"
PORT = 8000
PEKERJA = 2
UTAS = 4


def daftarkan(sub: argparse._SubParsersAction) -> None:
    """Add the command."""
    pengurai = sub.add_parser("sajikan", help="jalankan laman di komputer ini")
    tambah_port(pengurai)
    pengurai.set_defaults(jalankan=_jalankan)


def tambah_port(pengurai: argparse.ArgumentParser) -> None:
    """Add ``--port``, shared with ``opensakip demo``."""
    pengurai.add_argument("--port", type=int, default=PORT, metavar="PORT", help=f"bawaan {PORT}")


def wajib_port_bebas(port: int) -> None:
    """Make sure that the server can listen, before any work is done.

    Raises:
        GalatPerintah: the port is out of range, taken or not allowed.
    """
    if not 1 <= port <= 65535:
        raise GalatPerintah(f"--port {port}: pilih bilangan 1024 sampai 65535")
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((ALAMAT, port))
        except PermissionError:
            raise GalatPerintah(f"port {port} tidak diizinkan; pilih 1024 ke atas") from None
        except OSError:
            raise GalatPerintah(
                f"port {port} sedang dipakai, mungkin oleh OpenSAKIP yang masih berjalan; hentikan yang itu "
                f"(Ctrl-C di jendelanya), atau pilih port lain: --port {port + 1} (make demo PORT={port + 1})"
            ) from None


def layani(port: int, *, saat_siap: Callable[[], None]) -> None:
    """Serve with gunicorn until interrupted; ``saat_siap`` is called once the server listens."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    connections.close_all()  # workers are forked; each opens its own

    class Peladen(BaseApplication):
        def load_config(self) -> None:
            pilihan: dict[str, Any] = {
                "bind": f"{ALAMAT}:{port}",
                "workers": PEKERJA,
                "threads": UTAS,
                "worker_class": "gthread",
                "loglevel": "warning",
                "proc_name": "opensakip",
                "when_ready": lambda _: saat_siap(),
            }
            for kunci, nilai in pilihan.items():
                self.cfg.set(kunci, nilai)

        def load(self) -> Any:
            from django.core.wsgi import get_wsgi_application

            return get_wsgi_application()

    Peladen().run()


def _jalankan(args: argparse.Namespace) -> int:
    wajib_port_bebas(args.port)
    django_siap.siapkan()
    layani(
        args.port,
        saat_siap=lambda: django_siap.lapor(f"http://{ALAMAT}:{args.port}  (Ctrl-C untuk berhenti)"),
    )
    return BERHASIL
