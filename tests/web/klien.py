"""A client that reads every page like a strict reviewer before it hands it to the test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import html5lib
from django.test import Client
from lxml import etree

_NONCE = re.compile(r"script-src 'nonce-([A-Za-z0-9_-]+)'")
Unsur = etree._Element


class Halaman:
    """A parsed page with the few questions tests ask."""

    def __init__(self, alamat: str, teks: str, kepala: dict[str, str], status: int) -> None:
        self.alamat, self.html, self.kepala, self.status = alamat, teks, kepala, status
        pengurai = html5lib.HTMLParser(
            tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False, strict=True
        )
        self.pohon = pengurai.parse(teks)

    def semua(self, jalur: str) -> list[Unsur]:
        """Elements of an XPath."""
        return list(self.pohon.xpath(jalur))

    def satu(self, jalur: str) -> Unsur:
        """The only element of an XPath."""
        ada = self.semua(jalur)
        assert len(ada) == 1, f"{self.alamat}: {len(ada)} unsur untuk {jalur}"
        return ada[0]

    @staticmethod
    def tulisan(unsur: Unsur) -> str:
        """Text of an element as it is read, spaces folded."""
        return " ".join("".join(unsur.itertext()).split())

    @property
    def teks(self) -> str:
        """All text of the main part."""
        return self.tulisan(self.satu("//main"))

    @property
    def judul(self) -> str:
        """The h1."""
        return self.tulisan(self.satu("//h1"))

    def angka(self, id_: str) -> list[str]:
        """What the page shows for a figure, at every place."""
        return [
            self.tulisan(a)
            for a in self.semua(f"//a[contains(@href, '/angka/{id_}/')]")
            if "asal" in a.get("class", "")
        ]

    def baris(self, id_: str) -> list[str]:
        """Cells of the table row with this id."""
        return [self.tulisan(s) for s in self.satu(f"//tr[@id='{id_}']")]

    def tautan(self) -> Iterator[str]:
        """Addresses of this site that the page links to, without fragments."""
        for a in self.semua("//a[@href]"):
            tujuan = urlsplit(urljoin(self.alamat, a.get("href")))
            yield tujuan.path + (f"?{tujuan.query}" if tujuan.query else "")


def periksa(h: Halaman) -> None:
    """Fail with the address and the fault when a page is not as every page must be."""
    kata = f"{h.alamat}: "
    id_ = Counter(h.pohon.xpath("//@id"))
    assert not [k for k, n in id_.items() if n > 1], (
        kata + "id ganda " + str([k for k, n in id_.items() if n > 1][:5])
    )
    assert h.tulisan(h.satu("//title")).startswith(h.judul), kata + "judul halaman bukan h1"
    bahasa = h.satu("/html").get("lang")
    assert bahasa == h.kepala.get("Content-Language", "id"), kata + f"bahasa {bahasa}"
    assert h.satu("//main").get("id") == "isi"
    assert h.semua("//a[@class='lompat'][@href='#isi']"), kata + "tautan lompat"
    _periksa_judul(h, kata)
    _periksa_isian(h, kata)
    _periksa_tabel(h, kata)
    _periksa_kebijakan(h, kata)
    for a in h.semua("//a"):
        assert a.get("href"), kata + "tautan tanpa alamat: " + h.tulisan(a)
        assert h.tulisan(a) or a.get("aria-label"), kata + "tautan tanpa kata: " + a.get("href")
        if a.get("href").startswith("#"):
            assert a.get("href")[1:] in id_, kata + "jangkar tidak ada: " + a.get("href")
    for atribut in ("aria-labelledby", "aria-describedby"):
        for nilai in h.pohon.xpath(f"//@{atribut}"):
            assert set(nilai.split()) <= set(id_), kata + f"{atribut} menunjuk yang tidak ada: {nilai}"
    tempat = [w.get("aria-label") for w in h.semua("//*[@role='region']")]
    for s in h.semua("//section[@aria-labelledby]"):
        tempat += [h.tulisan(j) for j in h.semua(f"//*[@id='{s.get('aria-labelledby')}']")]
    kembar = [n for n, banyak in Counter(tempat).items() if banyak > 1]
    assert not kembar, kata + f"dua bagian bernama sama: {kembar}"
    _periksa_gambar(h, kata)
    for unsur in h.semua("//*[local-name()='use']"):
        assert unsur.get("href", "")[1:] in id_, kata + "gambar tidak ada: " + str(unsur.get("href"))


def _periksa_judul(h: Halaman, kata: str) -> None:
    tingkat = [int(e.tag[1]) for e in h.semua("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert tingkat.count(1) == 1, kata + "harus satu h1"
    for lama, baru in zip(tingkat, tingkat[1:], strict=False):
        assert baru <= lama + 1, kata + f"judul melompat dari h{lama} ke h{baru}"


def _periksa_isian(h: Halaman, kata: str) -> None:
    for f in h.semua("//form"):
        assert f.get("action"), kata + "formulir tanpa action"
        assert f.get("method") in ("post", "get"), kata + "formulir tanpa method"
        if f.get("method") == "post":
            assert f.xpath(".//input[@name='csrfmiddlewaretoken']"), kata + "formulir tanpa token"
    for i in h.semua("//input[not(@type='hidden')] | //select | //textarea"):
        ada = h.semua(f"//label[@for='{i.get('id')}']") if i.get("id") else []
        assert ada or i.get("aria-label"), kata + "isian tanpa label: " + str(i.get("name"))
    for t in h.semua("//button"):
        assert h.tulisan(t), kata + "tombol tanpa kata"


def _periksa_tabel(h: Halaman, kata: str) -> None:
    for t in h.semua("//table"):
        nama = h.tulisan(t.xpath("caption")[0]) if t.xpath("caption") else ""
        assert nama, kata + "tabel tanpa caption"
        assert not t.xpath(".//th[not(@scope)]"), kata + f"th tanpa scope pada {nama}"
        lebar = sum(int(c.get("colspan", 1)) for c in t.xpath("thead/tr[1]/*"))
        for r in t.xpath("tbody/tr | tfoot/tr"):
            n = sum(int(c.get("colspan", 1)) for c in r)
            assert n == lebar, kata + f"{nama}: baris {n} sel, kepala {lebar}"
            assert r.xpath("th[@scope='row']"), kata + f"{nama}: baris tanpa kepala"
    for w in h.semua("//*[@role='region']"):
        assert w.get("aria-label"), kata + "wadah geser tanpa nama atau fokus"
        assert w.get("tabindex") == "0", kata + "wadah geser tanpa nama atau fokus"


def _periksa_gambar(h: Halaman, kata: str) -> None:
    for g in h.semua("//img"):
        assert g.get("alt") is not None, kata + "gambar tanpa teks: " + str(g.get("src"))
    for g in h.semua("//*[local-name()='svg']"):
        if g.xpath("ancestor-or-self::*[@aria-hidden='true']"):
            continue
        teks = g.get("aria-label") or g.get("aria-labelledby") or g.xpath("*[local-name()='title']/text()")
        assert teks, kata + "bagan tanpa teks"
        tautan = g.xpath(".//*[local-name()='a']")
        assert g.get("role") == ("group" if tautan else "img"), kata + "bagan tanpa peran img"
        assert all(a.get("aria-label") for a in tautan), kata + "titik bagan tanpa kata"


def _periksa_kebijakan(h: Halaman, kata: str) -> None:
    kebijakan = h.kepala.get("Content-Security-Policy", "")
    nonce = _NONCE.search(kebijakan)
    assert nonce, kata + "tanpa kebijakan isi"
    assert "unsafe" not in kebijakan, kata + kebijakan
    assert "http" not in kebijakan, kata + kebijakan
    for s in h.semua("//script"):
        assert s.get("nonce") == nonce.group(1), kata + "skrip tanpa nonce"
        assert s.get("src"), kata + "skrip di dalam halaman"
        assert not (s.text or "").strip(), kata + "skrip di dalam halaman"
    assert not h.semua("//style | //*[@style]"), kata + "gaya di dalam halaman"
    penangan = [n for e in h.semua("//*") for n in e.attrib if str(n).startswith("on")]
    assert not penangan, kata + f"penangan di dalam halaman: {penangan}"
    for nilai in h.pohon.xpath("//@src | //link/@href | //form/@action | //*[local-name()='use']/@href"):
        assert not urlsplit(nilai).netloc, kata + "memanggil alamat luar: " + nilai


class Klien:
    """Django's test client whose answers have been inspected."""

    def __init__(self) -> None:
        self.asli = Client()

    def buka(self, alamat: str, status: int = 200) -> Halaman:
        """Get a page; it must answer with this status and pass the inspection."""
        jawaban = self.asli.get(alamat, follow=status == 200)
        assert jawaban.status_code == status, f"{alamat}: {jawaban.status_code}, bukan {status}"
        h = Halaman(alamat, jawaban.content.decode(), dict(jawaban.headers), jawaban.status_code)
        periksa(h)
        kuki = self.asli.cookies.get("sessionid")
        if kuki is not None and kuki.value:
            assert h.kepala["Cache-Control"] == "no-store", f"{alamat}: {h.kepala['Cache-Control']}"
        assert "Cookie" in h.kepala["Vary"], f"{alamat}: jawaban bergantung pada kuki"
        return h
