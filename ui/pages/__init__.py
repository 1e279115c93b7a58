"""The pages of the form, one file each; `PAGES` has them in the order of the rail."""
