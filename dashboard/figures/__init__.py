"""Figures as plain dicts: pure functions that know neither Dash nor a store."""
