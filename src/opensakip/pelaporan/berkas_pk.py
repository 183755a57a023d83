"""The form of a performance agreement as a file, for a visitor who may read the whole agency."""

from __future__ import annotations

from opensakip.dokumen.pdf import susun_pdf
from opensakip.dokumen.word import susun_docx
from opensakip.inti.errors import TidakAda
from opensakip.pelaporan.formulir.pk import susun_pk
from opensakip.pelaporan.models import Cuplikan
from opensakip.pelaporan.selectors import isi_cuplikan

FORMAT = ("pdf", "docx")


def buat_pk(cuplikan: Cuplikan, nomor: int, format: str) -> bytes:
    """Write version ``nomor`` of the agreement of a snapshot; equal snapshots give equal bytes.

    Raises:
        TidakAda: the snapshot has no such version, or its source does not attach the rows.
        GagalSusunPdf: the PDF could not be made.
    """
    dok = susun_pk(isi_cuplikan(cuplikan), nomor, sidik=cuplikan.sidik)
    if dok is None:
        raise TidakAda(
            f"Perjanjian kinerja nomor {nomor} tidak ada, atau isinya tidak dilampirkan pada sumbernya."
        )
    if format == "pdf":
        return susun_pdf(dok, waktu=cuplikan.per).isi
    return susun_docx(dok, waktu=cuplikan.per).isi
