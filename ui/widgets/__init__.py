"""What pages and dialogs are made of: fields for Vietnamese typing, tables, lists, bars."""
