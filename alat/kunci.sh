#!/bin/sh
# Make the hash-locked requirement lists anew (called by `make kunci`).
# The lists carry package, version, marker and hashes only: no address, no index, no path.
set -eu
cd "$(dirname "$0")/.."
UV=${UV:-uv}
ubah=${UBAH:-}            # UBAH=--upgrade takes the newest versions that the ranges allow

kunci() {  # kunci NAMA KETERANGAN masukan...
  keluaran=persyaratan/$1.txt; keterangan=$2; shift 2
  sementara=$keluaran.baru
  if [ -f "$keluaran" ]; then cp "$keluaran" "$sementara"; fi
  # shellcheck disable=SC2086
  "$UV" pip compile "$@" --universal --python-version 3.11 --generate-hashes --allow-unsafe \
    --no-annotate --no-header --no-emit-index-url --no-emit-find-links $ubah --quiet -o "$sementara" >/dev/null
  { printf '# %s\n# Made by "make kunci"; do not edit by hand.\n' "$keterangan"; cat "$sementara"; } > "$keluaran"
  rm -f "$sementara"
  printf '%s: %s paket\n' "$keluaran" "$(grep -c '==' "$keluaran")"
}

kunci inti "The core: what opensakip needs to run with SQLite." pyproject.toml persyaratan/bangun.in
kunci pg "The core with PostgreSQL." pyproject.toml --extra pg persyaratan/bangun.in -c persyaratan/inti.txt
kunci uji "The core, PostgreSQL and the tools of the test suite." pyproject.toml --extra uji persyaratan/bangun.in -c persyaratan/pg.txt
kunci alat "What makes these lists." persyaratan/alat.in
