"""Dash parts as functions: words and values in, components out."""
