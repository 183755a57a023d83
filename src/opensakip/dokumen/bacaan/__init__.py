"""Reading documents of others: PDF, DOCX, spreadsheets and scanned text become one model with places."""
