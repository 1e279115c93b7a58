"""A choice has room for each of its words, not only for those that are chosen."""

from ui.widgets.choice_field import ChoiceField
from ui.widgets.list_field import ListField
from ui.widgets.quiet_combo import QuietComboBox

LONG = "Gạch ngang: X – P, gạch ngang: X – P"


def test_a_choice_asks_for_the_room_of_its_longest_words(qtbot):
    field = ChoiceField([(1, "Phẩy"), (2, LONG)])
    qtbot.addWidget(field)
    assert field.minimumSizeHint().width() > field.fontMetrics().horizontalAdvance(LONG)


def test_what_the_user_wrote_himself_may_be_longer_than_its_place(qtbot):
    field = ListField("None")
    qtbot.addWidget(field)
    before = field.minimumSizeHint()
    field.set_choices([("a", LONG)])
    assert field.minimumSizeHint() == before
    assert before.width() < field.fontMetrics().horizontalAdvance(LONG)


def test_a_box_asks_for_the_room_of_words_that_come_late(qtbot):
    box = QuietComboBox("State")
    qtbot.addWidget(box)
    box.setSizeAdjustPolicy(QuietComboBox.SizeAdjustPolicy.AdjustToContents)
    assert box.minimumSizeHint().width() < box.fontMetrics().horizontalAdvance(LONG)
    box.addItem(LONG)
    assert box.minimumSizeHint().width() > box.fontMetrics().horizontalAdvance(LONG)
