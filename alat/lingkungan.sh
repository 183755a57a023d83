#!/bin/sh
# Prepare the virtual environment (called by `make env`, `make demo`, `make test`).
#   alat/lingkungan.sh inti   the core, from persyaratan/inti.txt
#   alat/lingkungan.sh uji    the core and the test tools, from persyaratan/uji.txt
# A stamp with the hash of lists, metadata and interpreter makes a repetition instant.
# Where packages come from is the machine's own pip configuration; nothing is set here.
set -eu
cd "$(dirname "$0")/.."
kelompok=${1:-inti}
VENV=${VENV:-.venv}

gagal() {
  printf '\n%s\n' "GAGAL: $1" >&2
  shift
  for baris in "$@"; do printf '       %s\n' "$baris" >&2; done
  exit 1
}

cukup_baru() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

cari_python() {
  if [ -n "${PYTHON:-}" ]; then
    cukup_baru "$PYTHON" || gagal "PYTHON=$PYTHON tidak ada atau lebih tua dari 3.11." \
      "Pilih yang lain, misalnya: make env PYTHON=python3.12" "(Python >= 3.11 is needed.)"
    printf '%s' "$PYTHON"; return
  fi
  for calon in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if cukup_baru "$calon"; then printf '%s' "$calon"; return; fi
  done
  versi=$(python3 -V 2>&1) || versi="python3 tidak ditemukan"
  gagal "OpenSAKIP memerlukan Python 3.11 atau lebih baru; di komputer ini: $versi." \
    "Debian/Ubuntu: sudo apt install python3 python3-venv" \
    "Lalu ulangi, atau tunjuk sendiri: make env PYTHON=python3.12" "(Python >= 3.11 is needed.)"
}

python=$(cari_python) || exit 1
daftar=persyaratan/$kelompok.txt
tanda=$( { cat "$daftar" pyproject.toml; "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; pwd; } | cksum )
stempel=$VENV/.stempel

# Never remove a folder that is not an environment.
if [ -d "$VENV" ] && [ ! -f "$VENV/pyvenv.cfg" ] && [ -n "$(ls -A "$VENV")" ]; then
  gagal "folder $VENV sudah berisi hal lain." "Pilih nama lain: make env VENV=.venv-opensakip" "(Not an environment.)"
fi

# A list of tests contains the core, so its stamp serves both. A moved or broken environment is made anew.
if [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -c '' 2>/dev/null; then
  if [ "$(cat "$stempel-$kelompok" 2>/dev/null)" = "$tanda" ] && [ -x "$VENV/bin/opensakip" ]; then exit 0; fi
  if [ -f "$VENV/.asal" ] && [ "$(cat "$VENV/.asal")" != "$(pwd)" ]; then rm -rf "$VENV"; fi
else
  rm -rf "$VENV"
fi

if [ ! -x "$VENV/bin/python" ]; then
  "$python" -c 'import venv, ensurepip' 2>/dev/null || gagal "modul venv belum lengkap untuk $("$python" -V)." \
    "Debian/Ubuntu: sudo apt install python3-venv" "(The venv module of Python is missing.)"
  printf '%s\n' "Menyiapkan lingkungan Python di $VENV ($("$python" -V)) ..."
  "$python" -m venv "$VENV" || { rm -rf "$VENV"; gagal "lingkungan $VENV tidak dapat dibuat." \
    "Debian/Ubuntu: sudo apt install python3-venv; periksa juga izin tulis dan sisa ruang folder ini." \
    "(The virtual environment could not be created.)"; }
fi
pwd > "$VENV/.asal"

# At a terminal pip shows its own progress; elsewhere only errors.
if [ -t 1 ]; then tenang=; else tenang=-qq; fi

pasang() {
  # shellcheck disable=SC2086
  "$VENV/bin/python" -m pip install $tenang --disable-pip-version-check --no-input "$@" || gagal "paket tidak dapat dipasang." \
    "Periksa sambungan internet (atau cermin paket pada konfigurasi pip), sisa ruang disk, lalu ulangi perintah yang sama;" \
    "yang sudah terpasang tidak diulang. (Packages could not be installed: check the network, then repeat.)"
}

printf '%s\n' "Memasang paket terkunci dari $daftar (beberapa saat pada kali pertama) ..."
rm -f "$stempel"-*
pasang --require-hashes -r "$daftar"
pasang --no-deps --no-build-isolation -e .
[ -x "$VENV/bin/opensakip" ] || gagal "$VENV/bin/opensakip tidak terbentuk." "Hapus folder $VENV lalu ulangi make env."

printf '%s\n' "$tanda" > "$stempel-$kelompok"
if [ "$kelompok" = uji ]; then
  { cat persyaratan/inti.txt pyproject.toml; "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; pwd; } | cksum > "$stempel-inti"
fi
printf '%s\n' "Siap: $VENV/bin/opensakip"
