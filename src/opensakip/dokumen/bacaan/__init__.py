"""Reading documents of others: PDF, DOCX, spreadsheets and scanned text become one model with places."""

from opensakip.dokumen.bacaan.galat import TidakTerbaca
from opensakip.dokumen.bacaan.pintu import baca_berkas, baca_isi

__all__ = ["TidakTerbaca", "baca_berkas", "baca_isi"]
