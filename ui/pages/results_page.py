"""Kết quả: the reported results as paragraphs, the indicators as a table, and the tally."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app.editing.session import Changed
from app.marking import N_
from app.minutes.figures import Indicator, counted
from app.minutes.record import Result
from ui.models.indicators_model import INDICATOR_COLUMNS, as_known
from ui.models.indicators_pasting import INDICATOR_TARGETS
from ui.models.paragraph_items import Shape
from ui.models.rates import IndicatorsModel
from ui.pages import kinds
from ui.pages.fields import Count, FieldPart, place_at
from ui.pages.page import Page
from ui.pages.paragraphs_box import ParagraphsBox
from ui.pages.table_part import TablePart, TableWords
from ui.widgets.button_row import Button
from ui.widgets.form_rows import Note, heading, name_field

ACTUAL = 1
"""The column of the actual figures."""
SHAPE = Shape(Result, field="field", follows="agenda_item")
HINT = N_("Type or paste what was reported, one paragraph after the other.")
WORDS = TableWords(
    title=N_("Indicators"),
    add=N_("Add indicator"),
    remove=N_("Remove indicator {name}"),
    remove_several=N_("Remove {count} indicators"),
    move=N_("Move indicators"),
    paste=N_("Paste indicators"),
    hint=N_("Type the name of an indicator, Tab, its figure with the unit: 2.317,8 tỷ đồng."),
)
REPORTED = N_("Reported tally: &met")
TALLY_HELP = N_("As it was reported, beside what the table counts.")
TOTAL = N_("&of")
COUNTED = N_("counted in the table: {met}/{total} met or exceeded")
NOTHING_WORKED_OUT = N_(
    "No rate of the selected rows can be worked out, or all stand there already."
)
MISSED = N_(", {missed} missed")
NONE_BEFORE = N_("No earlier minutes with {who} have indicators that are not here yet.")
NOBODY = N_("Say first, on the page General, whose meeting it is.")
LAST_BUTTON = N_("From the &last meeting")
LAST_HELP = N_(
    "Adds the indicators of the last meeting with the same host, with their units, to be filled in."
)
RATES_BUTTON = N_("Work out the ra&te")
RATES_HELP = N_("Writes the rate that follows from plan and actual into the selected rows.")


class ResultsPage(Page):
    """What the host reported of the past period."""

    title = kinds.RESULTS.title

    def build(self) -> None:
        self.results = ParagraphsBox(self, "results", SHAPE, self.title, HINT)
        self.indicators = TablePart(
            self,
            "indicators",
            INDICATOR_COLUMNS,
            self._make,
            WORDS,
            model=IndicatorsModel,
            targets=INDICATOR_TARGETS,
        )
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.texts(WORDS.title), 1.1))
        column.addWidget(self.indicators.buttons(self._last_button(), self._rates_button()))
        column.addWidget(self.indicators.view, 1)
        column.addWidget(self.indicators.note)
        column.addWidget(self._tally())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.results)
        splitter.addWidget(below)
        self.column.addWidget(splitter, 1)

    def refresh(self, changed: Changed | None = None) -> None:
        super().refresh(changed)
        rows = counted(self.record.indicators if self.record else ())
        met, total = rows.met or 0, rows.total or 0
        missed = self.texts(MISSED, missed=total - met) if met < total else ""
        self.counted.setText(self.texts(COUNTED, met=met, total=total) + missed)

    def _tally(self) -> QWidget:
        box, note = QWidget(), Note()
        column, row = QVBoxLayout(box), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(note)
        for label, path in ((REPORTED, "tally.met"), (TOTAL, "tally.total")):
            field, caption = Count().make(self), QLabel(self.texts(label))
            name_field(field, self.texts(label), self.texts(TALLY_HELP))
            field.setMaximumWidth(field.fontMetrics().averageCharWidth() * 10)
            caption.setBuddy(field)
            FieldPart(self, field, place_at(path), label, note=note, unread=Count().unread)
            row.addWidget(caption)
            row.addWidget(field)
        self.counted = QLabel()
        self.counted.setWordWrap(True)
        row.addStretch(1)
        column.addWidget(self.counted)
        return box

    def _last_button(self) -> Button:
        return Button(self.texts(LAST_BUTTON), self.take_last, self.texts(LAST_HELP))

    def take_last(self) -> None:
        """Add the indicators of the last meeting with the same host, and go to the first figure."""
        view, model = self.indicators.view, self.indicators.model
        if self.record is None or not isinstance(model, IndicatorsModel):
            return
        view.finish_inside()
        meeting = self.record.meeting
        who = (meeting.host.name if meeting.host else "") or meeting.working_party
        if not who:
            self.refused.emit(self.texts(NOBODY))
            return
        known = self.suggestions.reported(who, self.record.id)
        row = model.take_in([as_known(self._make(), each, self.new_id) for each in known])
        if row < 0:
            self.refused.emit(self.texts(NONE_BEFORE, who=who))
        else:
            view.edit_cell(row, ACTUAL)

    def _rates_button(self) -> Button:
        return Button(self.texts(RATES_BUTTON), self.work_out_rates, self.texts(RATES_HELP))

    def work_out_rates(self) -> None:
        """Write the rates of the selected rows that follow from plan and actual."""
        view, model = self.indicators.view, self.indicators.model
        view.finish_inside()
        if isinstance(model, IndicatorsModel) and not model.work_out(view.selected_rows()):
            self.refused.emit(self.texts(NOTHING_WORKED_OUT))

    def _make(self) -> Indicator:
        return Indicator(id=self.new_id())
