"""What a reader can take away: figures, data, reports, each with the words that say where it is from."""
