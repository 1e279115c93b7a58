"""Handing over: a record with its files as one `.bienban` file, and taking such a file in."""
