"""What to do with a damaged archive: finding out, and rescuing what can still be read.

The damaged file is only ever read.
"""
