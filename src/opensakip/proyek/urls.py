"""All addresses come from the room ``web``."""

from django.urls import include, path

urlpatterns = [path("", include("opensakip.web.urls"))]

handler403 = "opensakip.web.galat.dilarang"
handler404 = "opensakip.web.galat.tidak_ada"
handler500 = "opensakip.web.galat.rusak"
