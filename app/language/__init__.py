"""Vietnamese text. A leaf: standard library and Babel, nothing else of the program, no disk
but the catalogue's own files.

| module    | for                                                                        |
|-----------|----------------------------------------------------------------------------|
| catalogue | the words of the interface: `Catalogue`, passed to constructors as `texts` |
| numbers   | `read_number("2.317,8")`, `write_number`, `two_digits`                     |
| dates     | days and clock times as minutes write them, and back                       |
| deadlines | `read_deadline("quý II/2026", today)`: the last day meant                  |
| folding   | text without marks and case, for searching and matching                    |
| names     | the order of people by given name                                          |

Readers answer None for what they do not understand; they never guess and never raise.
The wording of documents is not here: it is always Vietnamese and lives in resources/.
"""
