"""A mention gets its meaning, or None with the reason."""
