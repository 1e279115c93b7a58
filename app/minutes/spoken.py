"""The closed sets of words of the record, as the interface says them: (value, message) pairs."""

from app.marking import N_
from app.minutes.words import (
    AssignmentState,
    AttendanceState,
    Better,
    DayPart,
    DocumentKind,
    Form,
    Honorific,
    Joiner,
    MeetingKind,
    Purpose,
    RateKind,
    Reading,
    Role,
    Security,
    Side,
    SpeechPart,
    Urgency,
    VoteMethod,
)

MEETING_KINDS = (
    (MeetingKind.WORKING_VISIT, N_("Working visit")),
    (MeetingKind.CONFERENCE, N_("Conference")),
    (MeetingKind.SESSION, N_("Session")),
)
DAY_PARTS = (
    (None, N_("Not known")),
    (DayPart.MORNING, N_("Morning")),
    (DayPart.AFTERNOON, N_("Afternoon")),
    (DayPart.EVENING, N_("Evening")),
    (DayPart.ALL_DAY, N_("All day")),
)
FORMS = ((Form.PARTY, N_("Party form")), (Form.STATE, N_("State form")))
HONORIFICS = (
    (Honorific.COMRADE, N_("Comrade")),
    (Honorific.MR, N_("Mr")),
    (Honorific.MRS, N_("Mrs")),
    (Honorific.NONE, N_("None")),
)
ROLES = (
    (Role.CHAIR, N_("Chair")),
    (Role.SECRETARY, N_("Secretary")),
    (Role.DELEGATION, N_("Delegation")),
    (Role.HOST, N_("Host")),
    (Role.MEMBER, N_("Member")),
    (Role.INVITEE, N_("Invitee")),
)
ATTENDANCE = (
    (AttendanceState.PRESENT, N_("Present")),
    (AttendanceState.EXCUSED, N_("Excused")),
    (AttendanceState.ABSENT, N_("Absent")),
    (AttendanceState.SUBSTITUTED, N_("Substituted")),
)
GROUP = ((False, N_("Person")), (True, N_("Group")))
RATE_KINDS = ((RateKind.OF_PLAN, N_("Of the plan")), (RateKind.SHARE, N_("Share of a whole")))
ESTIMATED = ((False, N_("Final")), (True, N_("Estimated")))
BETTER = ((Better.HIGHER, N_("Higher")), (Better.LOWER, N_("Lower")))
READINGS = (
    (None, N_("Not said")),
    (Reading.MET, N_("Met")),
    (Reading.EXCEEDED, N_("Exceeded")),
    (Reading.MISSED, N_("Missed")),
)
DOCUMENT_KINDS = (
    (DocumentKind.REPORT, N_("Narrative report")),
    (DocumentKind.MINUTES, N_("Minutes")),
    (DocumentKind.NOTICE, N_("Notice of conclusions")),
)
SIDES = (
    (Side.LEFT, N_("Left")),
    (Side.RIGHT, N_("Right")),
    (Side.CONFIRMING, N_("Confirming")),
)
URGENCIES = (
    (Urgency.NONE, N_("Not urgent")),
    (Urgency.URGENT, N_("Urgent")),
    (Urgency.VERY_URGENT, N_("Very urgent")),
    (Urgency.EXPRESS, N_("Express")),
)
SECURITIES = (
    (Security.NONE, N_("Not classified")),
    (Security.CONFIDENTIAL, N_("Confidential")),
    (Security.SECRET, N_("Secret")),
    (Security.TOP_SECRET, N_("Top secret")),
)
PARTS = (
    (SpeechPart.REMARKS, N_("Remarks")),
    (SpeechPart.PETITIONS, N_("The host's petitions")),
    (SpeechPart.CLOSING, N_("Closing speech")),
)
JOINERS = ((Joiner.DASH, N_("Dash: X – P")), (Joiner.COMMA, N_("Comma: X, P")))
PURPOSES = (
    (Purpose.PLAIN, N_("Plain")),
    (Purpose.PETITION, N_("Petition")),
    (Purpose.REPLY, N_("Reply")),
    (Purpose.CONCLUSION, N_("Conclusion")),
    (Purpose.ASSIGNMENT, N_("Assigned task")),
)
STATES = ((AssignmentState.OPEN, N_("To be done")), (AssignmentState.DONE, N_("Done")))
VOTE_METHODS = (
    (VoteMethod.SHOW_OF_HANDS, N_("By show of hands")),
    (VoteMethod.BALLOT, N_("By ballot")),
    (VoteMethod.ELECTRONIC, N_("Electronically")),
    (VoteMethod.OTHER, N_("In another way")),
)
