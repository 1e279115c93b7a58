"""Every setting of the program, declared once. The dialog, the policy and its templates read this.

A new setting is a constant here and a place in `GROUPS`.
"""

from collections.abc import Mapping, Sequence

from app.marking import N_
from app.settings.setting import Setting

AnySetting = Setting[bool] | Setting[int] | Setting[str]

LANGUAGE = Setting(
    "language",
    "vi",
    N_("&Language of the program"),
    N_("The documents are always Vietnamese."),
    choices=(("vi", "Tiếng Việt"), ("en", "English")),
)
THEME = Setting(
    "theme",
    "system",
    N_("&Colours"),
    N_("Light or dark, or as the system has it."),
    choices=(("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
)
INTERFACE_SIZE = Setting(
    "interface_size",
    100,
    N_("Si&ze of the interface"),
    N_("How large letters and controls are on the screen; documents do not change."),
    least=80,
    most=200,
    unit="%",
)
EXPAND = Setting(
    "expand_abbreviations",
    True,
    N_("Write out a&bbreviations"),
    N_(
        "What stands in the table of abbreviations is written out as you type; Backspace undoes it."
    ),
)
CLEAN_PASTE = Setting(
    "clean_paste",
    True,
    N_("Clean what is &pasted"),
    N_("Doubled spaces, soft line breaks and bullets of Word, Zalo and PDF are put right."),
)
OFFICE = Setting(
    "office",
    "",
    N_("&Office of new minutes"),
    N_("The profile that new minutes start from."),
)
SECOND_BACKUPS = Setting(
    "second_backups",
    "",
    N_("Second place for bac&kups"),
    N_("A folder on a stick or a share that gets a copy of every backup; empty for none."),
    path=True,
)
BACKUP_BUDGET = Setting(
    "backup_budget",
    4000,
    N_("&Room for backups"),
    N_("The oldest backups go when all of them together take more than this."),
    least=100,
    most=1_000_000,
    unit="MB",
)
ARCHIVE = Setting(
    "archive",
    "",
    N_("&Archive file"),
    N_("Where the minutes are kept; empty for the usual place. It takes effect at the next start."),
    path=True,
)
FORMS = Setting(
    "forms",
    "",
    N_("Folder of the office's own &forms"),
    N_("party.toml and state.toml in it are laid over the program's own rules."),
    path=True,
    it_only=True,
)
CLASSIFIED = Setting(
    "allow_classified",
    True,
    N_("Classified minutes are allowed on this computer"),
    N_(
        "Where they are not, minutes can neither be given a security mark nor be exported with one."
    ),
    it_only=True,
)
HAND_OVER = Setting(
    "feature_hand_over",
    True,
    N_("Minutes may be sent to colleagues as files"),
    N_("Sending and taking in .bienban files, and merging archives."),
    it_only=True,
)
PDF = Setting(
    "feature_pdf",
    True,
    N_("Documents may be written as PDF"),
    N_(
        "Export to PDF, and the print dialog's own PDF file. The system's PDF printers are not the"
        " program's: switch printing off too where they must not be used."
    ),
    it_only=True,
)
PRINT = Setting(
    "feature_print",
    True,
    N_("Documents may be printed"),
    N_("The print dialog."),
    it_only=True,
)

GROUPS: Mapping[str, Sequence[AnySetting]] = {
    N_("Appearance"): (LANGUAGE, THEME, INTERFACE_SIZE),
    N_("Typing"): (EXPAND, CLEAN_PASTE),
    N_("Documents"): (OFFICE, FORMS, CLASSIFIED),
    N_("Archive and backups"): (ARCHIVE, SECOND_BACKUPS, BACKUP_BUDGET),
    N_("Set by IT"): (HAND_OVER, PDF, PRINT),
}
"""The settings in the order of the dialog, under their headings."""

SETTINGS: Mapping[str, AnySetting] = {
    setting.key: setting for group in GROUPS.values() for setting in group
}
"""Every setting by its key."""
