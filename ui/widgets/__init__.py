"""Fields, lists and bars that know Vietnamese typing, but no record."""
