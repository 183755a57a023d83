# OpenSAKIP: the commands of the repository. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help env env-uji demo test lint bench mutasi ukur-periksa kunci gambar bersih
SHELL := /bin/sh

VENV ?= .venv
PORT ?= 8000
export VENV PYTHON
PY := $(VENV)/bin/python

help: ## daftar perintah ini (this list)
	@printf 'OpenSAKIP. Perintah:\n\n'
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r n k; do printf '  make %-12s %s\n' "$$n" "$$k"; done
	@printf '\nVariabel: PYTHON=python3.12  VENV=folder  PORT=8000  OPENSAKIP_DATA=folder\n'

env: ## lingkungan Python dengan paket terkunci; hasilnya .venv/bin/opensakip
	@alat/lingkungan.sh inti

env-uji:
	@alat/lingkungan.sh uji

demo: env ## contoh lengkap: basis data, tiga instansi, laporan, server di 127.0.0.1:8000
	@exec $(VENV)/bin/opensakip demo --port $(PORT)

test: env-uji ## semua uji: SQLite, PostgreSQL sementara, Chromium; jumlahnya dicetak di akhir
	@$(PY) alat/uji.py $(ARG)

lint: env-uji ## gaya (ruff), tipe (mypy), lapisan (import-linter)
	@$(PY) alat/lint.py

bench: env-uji ## tolok ukur kecepatan, kedua sisi dalam satu kali jalan
	@$(PY) -m bench $(ARG)

mutasi: env-uji ## sepuluh rumus diubah satu per satu; tiap perubahan harus ketahuan
	@$(PY) alat/mutasi.py $(ARG)

ukur-periksa: env-uji ## temuan pemeriksa terhadap galat yang diketahui dan yang ditanam (OPENSAKIP_BAHAN)
	@$(PY) alat/ukur_periksa.py $(ARG)

kunci: env-uji ## buat ulang daftar paket terkunci di persyaratan/ (UBAH=--upgrade untuk versi terbaru)
	@$(PY) -m pip install -qq --require-hashes -r persyaratan/alat.txt
	@UV=$(VENV)/bin/uv UBAH="$(UBAH)" alat/kunci.sh

gambar: env-uji ## foto ulang halaman dan laporan untuk README
	@$(PY) alat/gambar.py

bersih: ## hapus lingkungan dan berkas antara; data-lokal/ tidak disentuh
	@if [ -f "$(VENV)/pyvenv.cfg" ]; then rm -rf "$(VENV)"; fi
	rm -rf build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
