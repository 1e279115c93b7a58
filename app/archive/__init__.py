"""The archive: one SQLite file with every record, the directories and the search.

It knows the record's types and nothing of documents, Word or windows.
"""
