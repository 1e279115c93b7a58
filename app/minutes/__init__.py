"""The record of a meeting: frozen types, their differences, canonical JSON and findings.

Standard library and msgspec only. No clock, no randomness, no disk, no Qt.
"""
