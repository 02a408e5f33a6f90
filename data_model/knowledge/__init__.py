"""Facts in files, and one loader that checks them."""
