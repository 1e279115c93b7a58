"""From a record to an Outline: what stands on the page, in order, before any Word or Qt."""
