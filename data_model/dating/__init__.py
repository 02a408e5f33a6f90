"""When a text was written: hard clues cut, soft clues rank what remains."""
