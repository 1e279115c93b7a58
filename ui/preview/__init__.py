"""The page as it will print: outline -> laid-out pages -> the view that shows them."""
