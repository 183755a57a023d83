"""A PostgreSQL server of the test suite's own: temporary, local, and gone afterwards.

A supervisor process (this file run as a program) starts the server and waits on its standard input. The test
session holds the other end of that pipe. However the session ends, by its last test, by an exception or by
``kill -9``, the pipe closes and the supervisor stops the server and removes its folder.

The server listens on a unix socket only, in a short folder (a socket path has at most 107 characters), with
fsync off. PostgreSQL refuses to run as root, so root runs it through setpriv or runuser as an unprivileged
user.
"""

from __future__ import annotations

import glob
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PENGGUNA = "opensakip"
PERLU = ("initdb", "postgres")


class PgTidakAda(RuntimeError):
    """There is no PostgreSQL that this machine can run; the message says why and how to mend it."""


def cari_biner() -> Path:
    """Return the folder with initdb and postgres: PATH first, then Debian's versioned folders, newest first.

    Raises:
        PgTidakAda: neither place has both programs.
    """
    calon = [Path(p) for p in os.environ.get("PATH", "").split(os.pathsep) if p]
    versi = glob.glob("/usr/lib/postgresql/*/bin")
    calon += [Path(p) for p in sorted(versi, key=lambda p: int(re.sub(r"\D", "", p) or 0), reverse=True)]
    for folder in calon:
        if all(os.access(folder / p, os.X_OK) for p in PERLU):
            return folder
    raise PgTidakAda("PostgreSQL tidak ditemukan (Debian: apt install postgresql)")


def awalan_pengguna() -> tuple[list[str], tuple[int, int] | None]:
    """Return the command prefix that drops root, and the (uid, gid) that must own the folder.

    Raises:
        PgTidakAda: we are root and cannot become anybody else.
    """
    if os.geteuid() != 0:
        return [], None
    for nama in ("postgres", "nobody"):
        try:
            orang = pwd.getpwnam(nama)
        except KeyError:
            continue
        if shutil.which("setpriv"):
            pilihan = [f"--reuid={orang.pw_uid}", f"--regid={orang.pw_gid}", "--clear-groups"]
            return ["setpriv", *pilihan], (orang.pw_uid, orang.pw_gid)
        if shutil.which("runuser"):
            return ["runuser", "-u", nama, "--"], (orang.pw_uid, orang.pw_gid)
    raise PgTidakAda("PostgreSQL tidak mau berjalan sebagai root, dan setpriv maupun runuser tidak ada")


@dataclass
class PgSementara:
    """A running temporary server; ``soket`` is the folder of its unix socket."""

    soket: str
    versi: str
    _pengawas: subprocess.Popen[str]

    def berhenti(self) -> None:
        """Close the pipe and wait until the supervisor has cleaned up."""
        if self._pengawas.stdin and not self._pengawas.stdin.closed:
            self._pengawas.stdin.close()
        self._pengawas.wait(timeout=30)


def mulai() -> PgSementara:
    """Start a temporary server and wait until it accepts connections.

    Raises:
        PgTidakAda: there is no server to start, or it did not come up (with the end of its log).
    """
    cari_biner()
    awalan_pengguna()
    pengawas = subprocess.Popen(
        [sys.executable, "-I", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C reaches the tests first, the server ends by the closed pipe
    )
    assert pengawas.stdout is not None
    jawab = pengawas.stdout.readline().rstrip("\n").split("\t")
    if jawab[0] != "siap":
        pengawas.wait(timeout=30)
        raise PgTidakAda(" ".join(jawab[1:]) or "PostgreSQL sementara tidak dapat dijalankan")
    return PgSementara(soket=jawab[1], versi=jawab[2], _pengawas=pengawas)


# ── the supervisor ───────────────────────────────────────────────────────────────────────────────────


def _folder_pendek() -> Path:
    induk = tempfile.gettempdir()
    if len(induk) > 40 and os.access("/tmp", os.W_OK):
        induk = "/tmp"
    return Path(tempfile.mkdtemp(prefix="osakip-pg-", dir=induk))


def _inisialisasi(biner: Path, awalan: list[str], folder: Path) -> None:
    subprocess.run(
        [*awalan, str(biner / "initdb"), "-D", str(folder / "data"), "-U", PENGGUNA, "-A", "trust",
         "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        check=True, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip


def _jalankan(biner: Path, awalan: list[str], folder: Path) -> subprocess.Popen[bytes]:
    pilihan = {
        "listen_addresses": "", "unix_socket_directories": str(folder), "fsync": "off",
        "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "40",
        "shared_buffers": "64MB", "autovacuum": "off", "timezone": "UTC",
    }  # fmt: skip
    perintah = [*awalan, str(biner / "postgres"), "-D", str(folder / "data")]
    for kunci, nilai in pilihan.items():
        perintah += ["-c", f"{kunci}={nilai}"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(perintah, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def _tunggu_siap(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait at most 30 s for the line that the server writes into its pid file when it is ready."""
    berkas_pid = folder / "data" / "postmaster.pid"
    for _ in range(300):
        if berkas_pid.exists() and berkas_pid.read_text().splitlines()[-1:] == ["ready   "]:
            return
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    akhir = (folder / "log").read_text(errors="replace").strip().splitlines()[-3:]
    raise PgTidakAda("PostgreSQL sementara tidak menjawab: " + " | ".join(akhir))


def _hentikan(server: subprocess.Popen[bytes] | None) -> None:
    if server is None or server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)  # fast shutdown
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)  # immediate
        server.wait(timeout=10)


def awasi() -> int:
    """Run the server until standard input closes; always leave nothing behind."""
    for sinyal in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(sinyal, lambda *_: sys.exit(0))
    folder, server = _folder_pendek(), None
    try:
        biner, (awalan, pemilik) = cari_biner(), awalan_pengguna()
        if pemilik:
            os.chown(folder, *pemilik)
        os.chmod(folder, 0o755)
        _inisialisasi(biner, awalan, folder)
        server = _jalankan(biner, awalan, folder)
        _tunggu_siap(server, folder)
        versi = subprocess.run([str(biner / "postgres"), "--version"], capture_output=True, text=True).stdout
        print("siap", folder, versi.strip(), sep="\t", flush=True)
        sys.stdin.read()
    except (PgTidakAda, OSError) as sebab:
        print("gagal", sebab, sep="\t", flush=True)
        return 1
    except subprocess.CalledProcessError as sebab:
        print("gagal", f"initdb: {sebab.stderr.strip().splitlines()[-1:]}", sep="\t", flush=True)
        return 1
    finally:
        _hentikan(server)
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(awasi())
