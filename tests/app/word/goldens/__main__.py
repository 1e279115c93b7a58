"""Writes the golden documents anew. Look at the difference before you commit it."""

from tests.app.word.goldens.documents import FOLDER, as_text, goldens, is_large, path_of, written


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = goldens()
    for path in FOLDER.glob("*.txt"):
        if path.stem not in found:
            path.unlink()
    for name, sample in found.items():
        text = as_text(written(sample), whole=not is_large(sample))
        path_of(name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
