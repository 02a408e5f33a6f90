"""What Dateline's accuracy and speed are measured with; see README.md here."""
