"""Planning documents, their versions and rows; indicators and their dated cards; pohon kinerja."""
