"""The pages of the form, one file each; `kinds.PAGES` has them in the order of the rail."""
