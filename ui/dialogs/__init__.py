"""Dialogs: one a file. None of them blocks: they are opened, and tell by a signal."""
