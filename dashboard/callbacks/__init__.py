"""Shells: values in, a question to the store, parts of the page out."""
