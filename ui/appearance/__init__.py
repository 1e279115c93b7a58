"""How the program looks: colours, size, icons. Nothing here knows minutes."""
