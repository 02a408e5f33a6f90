"""Mentions are found: spans and kinds. Finders do not know each other."""
