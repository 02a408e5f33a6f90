"""Reports are kept and asked for: the only place that speaks SQL or a table format."""
