"""Builds what IT installs, from pinned inputs only. It never changes the program it packs."""
