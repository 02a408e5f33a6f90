"""Resolved mentions of a sentence become events."""
