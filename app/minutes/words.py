"""The closed sets of words of the field. The value is what JSON and the archive store."""

from enum import StrEnum


class Form(StrEnum):
    """Hệ thể thức: two sets of typographic rules that never mix."""

    PARTY = "party"
    STATE = "state"


class DocumentKind(StrEnum):
    """Loại văn bản xuất."""

    REPORT = "report"
    MINUTES = "minutes"
    NOTICE = "notice"


class MeetingKind(StrEnum):
    """Loại cuộc: it chooses the wording ("buổi làm việc", "hội nghị", "cuộc họp")."""

    WORKING_VISIT = "working_visit"
    CONFERENCE = "conference"
    SESSION = "session"


class DayPart(StrEnum):
    """Buổi: kept apart from the hour, which is often not known ("Sáng ngày 11/5")."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    ALL_DAY = "all_day"


class Honorific(StrEnum):
    """Xưng hô."""

    COMRADE = "comrade"
    MR = "mr"
    MRS = "mrs"
    NONE = "none"


class Role(StrEnum):
    """Vai trò at this meeting."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    DELEGATION = "delegation"
    HOST = "host"
    MEMBER = "member"
    INVITEE = "invitee"


class AttendanceState(StrEnum):
    """Có mặt / vắng có lý do / vắng / dự thay."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    SUBSTITUTED = "substituted"


class RateKind(StrEnum):
    """What the rate of an indicator is a rate of: its plan, or the whole it is a share of."""

    OF_PLAN = "of_plan"
    SHARE = "share"


class Better(StrEnum):
    """Whether a higher or a lower figure is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


class Reading(StrEnum):
    """How the report itself reads an indicator: đạt / vượt / không đạt."""

    MET = "met"
    EXCEEDED = "exceeded"
    MISSED = "missed"


class SpeechPart(StrEnum):
    """Which part of the meeting a speech is: it chooses the opener."""

    REMARKS = "remarks"
    PETITIONS = "petitions"
    CLOSING = "closing"


class Joiner(StrEnum):
    """What stands between a speaker's name and positions: "X – P" or "X, P"."""

    DASH = "dash"
    COMMA = "comma"


class Purpose(StrEnum):
    """What a passage is for."""

    PLAIN = "plain"
    PETITION = "petition"
    REPLY = "reply"
    CONCLUSION = "conclusion"
    ASSIGNMENT = "assignment"


class AssignmentState(StrEnum):
    """Whether a task is still to be done."""

    OPEN = "open"
    DONE = "done"


class VoteMethod(StrEnum):
    """Cách biểu quyết."""

    SHOW_OF_HANDS = "show_of_hands"
    BALLOT = "ballot"
    ELECTRONIC = "electronic"
    OTHER = "other"


class Side(StrEnum):
    """Which block of the signatures a signatory stands in."""

    LEFT = "left"
    RIGHT = "right"
    CONFIRMING = "confirming"


class Urgency(StrEnum):
    """Độ khẩn."""

    NONE = "none"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    EXPRESS = "express"


class Security(StrEnum):
    """Độ mật."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"
    TOP_SECRET = "top_secret"
