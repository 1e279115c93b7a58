"""The office's abbreviations: a table to type in, and in and out of a file."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.language.abbreviations import USUAL, from_csv, to_csv
from app.language.catalogue import Catalogue
from app.marking import N_
from ui.models.abbreviations_model import AbbreviationsModel
from ui.widgets.boxes import ButtonBox, file_dialog
from ui.widgets.button_row import Button, ButtonRow
from ui.widgets.form_rows import Note
from ui.widgets.sizes import resize_in_letters
from ui.widgets.tab_order import follow_layout
from ui.widgets.table_view import TableView

TITLE = N_("Abbreviations")
TOLD = N_(
    "A short word is written out when a space, a mark or Enter follows it. “Đc” becomes “Đồng chí”;"
    " what is typed in capitals stays, unless it stands here so. Backspace, right after, takes it"
    " back."
)
HINT = N_("Nothing here yet. Take the usual ones, or press Enter and type your own.")
BUTTONS = (
    (N_("&Add"), "add_row", N_("Begins a row at the end.")),
    (N_("&Remove"), "remove_rows", N_("Removes the selected rows (Ctrl+Delete).")),
)
USUAL_ONES = N_("Take the &usual ones")
USUAL_HELP = N_("Adds the abbreviations that most offices use; you can change them.")
IMPORT, EXPORT = N_("Read a &file…"), N_("&Write to a file…")
IMPORT_HELP = N_("A CSV file: the abbreviation, then what it stands for.")
EXPORT_HELP = N_("The table as a CSV file, which Excel opens too.")
FILES = N_("Tables (*.csv)")
UNREAD = N_("The file {path} cannot be read: {reason}.")
UNWRITTEN = N_("The file {path} cannot be written: {reason}.")
NOT_TEXT = N_("The file {path} is no text; save the table as “CSV UTF-8”, and read it again.")
WIDTHS = (14, 46)


class AbbreviationsDialog(QDialog):
    """`chosen`: the table that is to hold from now on."""

    chosen = Signal(object)

    def __init__(self, texts: Catalogue, table: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts(TITLE))
        self._texts = texts
        self._model = AbbreviationsModel(texts, table, self)
        self.view = TableView(self._model)
        self.view.setAccessibleName(texts(TITLE))
        self.view.set_widths(WIDTHS)
        self.view.set_hint(texts(HINT))
        self._note = Note()
        told = QLabel(texts(TOLD), wordWrap=True)
        standard = QDialogButtonBox.StandardButton
        buttons = ButtonBox(standard.Save | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (told, self._commands(), self.view, self._note, buttons):
            column.addWidget(widget)
        column.setStretch(2, 1)
        resize_in_letters(self, 80, 26)
        follow_layout(self)
        self.view.setFocus()

    def accept(self) -> None:
        self.view.finish_inside()
        problem = self._model.problem()
        self._note.tell(problem)
        if not problem:
            self.chosen.emit(dict(sorted(self._model.table().items())))
            super().accept()

    def _commands(self) -> ButtonRow:
        texts = self._texts
        table = [Button(texts(w), getattr(self.view, do), texts(h)) for w, do, h in BUTTONS]
        return ButtonRow(
            [
                *table,
                Button(texts(USUAL_ONES), self._take_usual, texts(USUAL_HELP)),
                Button(texts(IMPORT), self._ask_what_to_read, texts(IMPORT_HELP)),
                Button(texts(EXPORT), self._ask_where_to_write, texts(EXPORT_HELP)),
            ]
        )

    def _take_usual(self) -> None:
        self.view.finish_inside()
        self._model.add(
            {short: USUAL[short] for short in USUAL if short not in self._model.table()}
        )

    def _ask_what_to_read(self) -> None:
        self._ask(IMPORT, QFileDialog.AcceptMode.AcceptOpen).fileSelected.connect(self._read)

    def _ask_where_to_write(self) -> None:
        dialog = self._ask(EXPORT, QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self._texts(TITLE)}.csv")
        dialog.fileSelected.connect(self._write)

    def _ask(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        words = self._texts(title).replace("&", "").rstrip("…")
        dialog = file_dialog(self, words, str(Path.home()), self._texts(FILES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix("csv")
        if mode is QFileDialog.AcceptMode.AcceptOpen:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()
        return dialog

    def _read(self, name: str) -> None:
        try:
            self._model.add(from_csv(Path(name).read_text("utf-8-sig")))
        except KnownError as error:
            self._note.tell(error.told(self._texts))
        except OSError as error:
            self._note.tell(KnownError(UNREAD, path=name, reason=error).told(self._texts))
        except UnicodeDecodeError:
            self._note.tell(self._texts(NOT_TEXT, path=name))
        else:
            self._note.tell("")

    def _write(self, name: str) -> None:
        self.view.finish_inside()
        try:
            Path(name).write_text(to_csv(self._model.table()), "utf-8-sig", newline="")
        except OSError as error:
            self._note.tell(KnownError(UNWRITTEN, path=name, reason=error).told(self._texts))
        else:
            self._note.tell("")
