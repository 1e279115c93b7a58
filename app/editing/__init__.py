"""The open record: edits as functions from record to record, and the one history over them all."""
