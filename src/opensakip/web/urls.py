"""Addresses of the pages. Slash at the end; codes and years are part of the address."""

from django.urls import path

from opensakip.web.tampilan import anggaran, angka, daftar, laporan, masuk, tahun

app_name = "web"

urlpatterns = [
    path("", daftar.daftar, name="daftar"),
    path("masuk/", masuk.masuk, name="masuk"),
    path("keluar/", masuk.keluar, name="keluar"),
    path("i/<slug:slug>/", daftar.instansi, name="instansi"),
    path("i/<slug:slug>/<int:tahun>/", tahun.tahun, name="tahun"),
    path("i/<slug:slug>/<int:tahun>/anggaran/", anggaran.anggaran, name="anggaran"),
    path("i/<slug:slug>/<int:tahun>/angka/<str:id>/", angka.angka, name="angka"),
    path("i/<slug:slug>/<int:tahun>/laporan.pdf", laporan.pdf, name="laporan"),
]
