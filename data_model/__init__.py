"""Dateline's data model: documents in, dated events out."""
