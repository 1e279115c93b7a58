"""What can be chosen: each setting declared once, what the user chose, what IT's policy fixes."""
