"""Text enters: anything a person may drop in becomes a Document, and a Document sentences."""
