"""The tables of the file, and the steps from one version of it to the next.

Columns are named as the fields of `app.children`, `app.care`, `app.school` …; dates are ISO text, yes/no is 1/0.
"""

from typing import TYPE_CHECKING

from db.columns import DAYS, PERIOD, SOME_DAYS, TEXT, create, index
from db.columns import day as _day
from db.columns import of as _of
from db.columns import one_of as _one_of
from db.columns import yes_no as _yes_no
from db.steps_forms import FORM_TABLES, own_forms
from db.steps_home import HOME_TABLES, home_and_rooms
from db.steps_later import links_of_evidence, units_of_gifts
from db.steps_term import TERM_TABLES, ends_of_terms

if TYPE_CHECKING:
    from sqlite_utils import Database

CHILD_TEXTS = (
    "birth", "id_number", "register_number", "register_aux", "seat_number", "pinyin", "ethnicity", "household",
    "residence_code", "native_place", "health", "political", "boarding", "travel", "distance_km", "address",
    "home_address", "phone", "only_child", "orphan", "disability", "former_name", "attention", "note", "confirmed_by",
)
KIN_TEXTS = ["name", "address", "work_unit", "occupation", "id_number", "birth", "health"]

FIRST_TABLES: dict[str, tuple[str, ...]] = {
    "school": (
        "name TEXT NOT NULL CHECK (name <> '')", f"code {TEXT}", f"county {TEXT}", f"duty_phone {TEXT}",
        _one_of("system", "六三", "五四"), _yes_no("is_sample"), _day("started_on"), "CHECK (id = 1)",
    ),
    "user": ("name TEXT NOT NULL UNIQUE CHECK (name <> '')", f"role {TEXT}", "active INTEGER NOT NULL DEFAULT 1"),
    "setting": ("name TEXT NOT NULL UNIQUE", f"value {TEXT}"),
    "term": (
        "code TEXT NOT NULL UNIQUE CHECK (code GLOB '[0-9][0-9][0-9][0-9]-[12]')",
        *(_day(column, needed=True) for column in ("from_day", "until_day")), _yes_no("checked"), PERIOD,
    ),
    "staff": ("name TEXT NOT NULL CHECK (name <> '')", f"phone {TEXT}", f"duties {TEXT}", _day("left_on")),
    "class": (
        "stage TEXT NOT NULL CHECK (stage IN ('primary', 'junior'))", "entry_year INTEGER NOT NULL",
        "number INTEGER NOT NULL CHECK (number > 0)", "UNIQUE (stage, entry_year, number)",
    ),
    "class_teacher": (_of("class_id", "class"), _of("staff_id", "staff"), *DAYS, PERIOD),
    "child": (
        "name TEXT NOT NULL CHECK (name <> '')", _one_of("sex", "", "男", "女"),
        *(f"{column} {TEXT}" for column in CHILD_TEXTS), _yes_no("pinyin_by_hand"), _day("confirmed_on"),
        "other TEXT NOT NULL DEFAULT '' CHECK (other = '' OR json_valid(other))",
    ),
    "kin": (
        _of("child_id", "child"), "position INTEGER NOT NULL DEFAULT 0", "relation TEXT NOT NULL",
        _one_of("state", "living", "dead", "missing", "unknown"), _one_of("custody", "", "sole", "none"),
        _yes_no("guardian", vague=True), _yes_no("able", vague=True), *(f"{column} {TEXT}" for column in KIN_TEXTS),
    ),
    "phone": (
        _of("kin_id", "kin"), "position INTEGER NOT NULL DEFAULT 0", "number TEXT NOT NULL",
        _one_of("state", "", "停机", "空号"), _day("checked_on"), f"note {TEXT}",
    ),
    "whereabouts": (
        _of("kin_id", "kin"), "kind TEXT NOT NULL CHECK (kind IN ('away', 'home'))", f"place {TEXT}", *SOME_DAYS,
        _day("confirmed_on"), f"confirmed_by {TEXT}", f"source {TEXT}", PERIOD,
    ),
    "care": (_of("child_id", "child"), _of("kin_id", "kin"), *SOME_DAYS, f"source {TEXT}", PERIOD),
    "enrolment": (
        _of("child_id", "child"), _of("class_id", "class"), *DAYS, f"entered_how {TEXT}", f"left_how {TEXT}",
        f"left_where {TEXT}", PERIOD,
    ),
    "claim": (
        _of("child_id", "child"), "status TEXT NOT NULL CHECK (status IN ('none', 'one_away', 'both_away'))",
        _day("from_day", needed=True), f"source {TEXT}",
    ),
    "override": (
        _of("child_id", "child"), "meaning TEXT NOT NULL CHECK (meaning IN ('register', 'civil'))",
        "status TEXT NOT NULL CHECK (status IN ('none', 'one_away', 'both_away', 'yes', 'no'))", f"reason {TEXT}",
        *DAYS, PERIOD,
    ),
    "card_print": (_of("child_id", "child"), f"layout {TEXT}", f"printed_at {TEXT}", f"facts {TEXT}"),
    "action": (
        "at TEXT NOT NULL", f"user {TEXT}", f"label {TEXT}", "kind TEXT NOT NULL DEFAULT 'edit'", _yes_no("undone"),
        "reverses INTEGER REFERENCES action(id) ON DELETE RESTRICT",
    ),
    "import_run": (
        _of("action_id", "action"), f"file_name {TEXT}", "at TEXT NOT NULL", _day("as_of", needed=True),
        "new INTEGER NOT NULL DEFAULT 0", "changed INTEGER NOT NULL DEFAULT 0",
    ),
    "log_entry": ("at TEXT NOT NULL", f"user {TEXT}", f"what {TEXT}", f"detail {TEXT}"),
    "context": ("action_id INTEGER", "at TEXT", "user TEXT", "CHECK (id = 1)"),
}
HISTORY = """CREATE TABLE history (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, action_id INTEGER NOT NULL REFERENCES action(id) ON DELETE RESTRICT,
    at TEXT NOT NULL, user TEXT NOT NULL, "table" TEXT NOT NULL, row_id INTEGER NOT NULL, field TEXT NOT NULL,
    old TEXT, new TEXT, child_id INTEGER, chain TEXT NOT NULL DEFAULT ''
) STRICT"""
INDEXES = (
    ("kin", "child_id"), ("phone", "kin_id"), ("whereabouts", "kin_id"), ("care", "child_id"), ("care", "kin_id"),
    ("enrolment", "child_id"), ("enrolment", "class_id"), ("claim", "child_id"), ("override", "child_id"),
    ("card_print", "child_id"), ("class_teacher", "class_id"), ("class_teacher", "staff_id"), ("history", "action_id"),
    ("history", "child_id"), ("import_run", "action_id"), ("action", "reverses"),
)


def first_tables(db: "Database") -> None:
    """Everything of the first version. Ids are never used twice, so that the history of a row stays its own."""
    create(db, FIRST_TABLES)
    db.execute(HISTORY)
    index(db, INDEXES)
    db.execute("INSERT INTO context (id) VALUES (1)")


SECOND_TABLES: dict[str, tuple[str, ...]] = {
    "not_same": (
        _of("child_id", "child"), _of("other_id", "child"), "CHECK (child_id < other_id)",
        "UNIQUE (child_id, other_id)",
    ),
    "template": (
        "name TEXT NOT NULL CHECK (name <> '')", "kind TEXT NOT NULL CHECK (kind IN ('xlsx', 'docx'))",
        "file TEXT NOT NULL", f"marks {TEXT}",
    ),
}
SECOND_CHILD_COLUMNS = (
    *(f"{column} {TEXT}" for column in ("call_time", "marriage", "income", "aid", "needs", "entrusted", "photo")),
    _one_of("photo_consent", "", "yes", "no"),
)


def roster_complete(db: "Database") -> None:
    """What the registration form asks, the agreed call time, photos, pairs that are not the same child, templates."""
    for column in SECOND_CHILD_COLUMNS:
        db.execute(f"ALTER TABLE child ADD COLUMN {column}")
    create(db, SECOND_TABLES)
    db.execute('CREATE INDEX "not_same_other_id" ON "not_same"(other_id)')


CARE_TABLES: dict[str, tuple[str, ...]] = {
    "calendar_day": (
        f"{_day('day', needed=True)} UNIQUE", "kind TEXT NOT NULL CHECK (kind IN ('off', 'work'))", f"name {TEXT}",
    ),
    "care_rule": (
        "key TEXT NOT NULL CHECK (key <> '')", "kinds TEXT NOT NULL CHECK (kinds <> '')",
        "owner TEXT NOT NULL CHECK (owner IN ('class_teacher', 'mentor', 'keeper', 'office'))",
        "span TEXT NOT NULL CHECK (span IN ('week', 'fortnight', 'month', 'third', 'term', 'year'))",
        "needed INTEGER NOT NULL DEFAULT 1 CHECK (needed > 0)", _one_of("deadline", "S", "D"),
        _one_of("whom", "child", "class", "school"), "grade_from INTEGER NOT NULL DEFAULT 0",
        "third INTEGER NOT NULL DEFAULT 0 CHECK (third BETWEEN 0 AND 3)", f"by_date {TEXT}", _yes_no("with_plan"),
        f"req {TEXT}", *SOME_DAYS, PERIOD,
    ),
    "pairing": (
        _of("child_id", "child"), "role TEXT NOT NULL CHECK (role IN ('mentor', 'peer', 'volunteer'))", *DAYS,
        "staff_id INTEGER REFERENCES staff(id) ON DELETE RESTRICT",
        "peer_id INTEGER REFERENCES child(id) ON DELETE RESTRICT",
        f"helper_name {TEXT}", f"focus {TEXT}", f"why_ended {TEXT}", PERIOD,
        "CHECK ((staff_id IS NOT NULL) + (peer_id IS NOT NULL) + (helper_name <> '') = 1)",
    ),
    "care_record": (
        "kind TEXT NOT NULL CHECK (kind <> '')", _day("day", needed=True), f"from_time {TEXT}",
        "minutes INTEGER CHECK (minutes >= 0)", "staff_id INTEGER REFERENCES staff(id) ON DELETE RESTRICT",
        "class_id INTEGER REFERENCES class(id) ON DELETE RESTRICT", f"place {TEXT}", f"medium {TEXT}",
        f"relation {TEXT}", _one_of("outcome", "reached", "not_reached"), f"summary {TEXT}", _day("follow_up"),
        _day("followed_up"), _yes_no("confidential"),
    ),
    "participant": (
        _of("record_id", "care_record"), _of("child_id", "child"), f"remark {TEXT}", "UNIQUE (record_id, child_id)",
    ),
}
CARE_TERM_COLUMNS = (_day("second_from"), _day("third_from"))
CARE_INDEXES = (
    ("pairing", "child_id"), ("pairing", "staff_id"), ("pairing", "peer_id"), ("care_record", "day"),
    ("care_record", "staff_id"), ("care_record", "class_id"), ("participant", "child_id"),
)


def ledger_of_care(db: "Database") -> None:
    """Rules, the calendar, pairings and the ledger of care."""
    for column in CARE_TERM_COLUMNS:
        db.execute(f"ALTER TABLE term ADD COLUMN {column}")
    create(db, CARE_TABLES)
    index(db, CARE_INDEXES)


CARD_PRINT_COLUMNS = (f"said {TEXT}",)


def words_of_cards(db: "Database") -> None:
    """What stood on a printed card, so that a card that is due can say why."""
    for column in CARD_PRINT_COLUMNS:
        db.execute(f"ALTER TABLE card_print ADD COLUMN {column}")


PLAN_TABLES: dict[str, tuple[str, ...]] = {
    "staff_leave": (_of("staff_id", "staff"), *DAYS, f"why {TEXT}", PERIOD),
    "priority": (_of("child_id", "child"), *DAYS, f"reason {TEXT}", PERIOD),
    # A plan belongs to its pair and goes with it; the history keeps both.
    "help_plan": (
        "pairing_id INTEGER NOT NULL REFERENCES pairing(id) ON DELETE CASCADE", *DAYS, f"situation {TEXT}",
        f"content {TEXT}", f"times {TEXT}", PERIOD,
    ),
    "plan_goal": (
        "plan_id INTEGER NOT NULL REFERENCES help_plan(id) ON DELETE CASCADE", "position INTEGER NOT NULL DEFAULT 0",
        "goal TEXT NOT NULL CHECK (goal <> '')", _day("by_day"), f"result {TEXT}", _day("met_on"),
    ),
    "postponed": (
        "rule TEXT NOT NULL CHECK (rule <> '')", "child_id INTEGER REFERENCES child(id) ON DELETE RESTRICT",
        "class_id INTEGER REFERENCES class(id) ON DELETE RESTRICT", _day("window_from", needed=True),
        _day("until_day", needed=True), f"reason {TEXT}",
    ),
    "agreement": (
        _of("child_id", "child"), "kind TEXT NOT NULL CHECK (kind IN ('care', 'duty', 'notice', 'consent'))",
        *SOME_DAYS, f"signed_by {TEXT}", f"note {TEXT}", f"file {TEXT}", PERIOD,
    ),
    "slip": (
        "code TEXT NOT NULL UNIQUE CHECK (code <> '')",
        "kind TEXT NOT NULL CHECK (kind IN ('week', 'survey', 'signin'))",
        _day("week", needed=True), "staff_id INTEGER REFERENCES staff(id) ON DELETE RESTRICT",
        "class_id INTEGER REFERENCES class(id) ON DELETE RESTRICT", "page INTEGER NOT NULL DEFAULT 1",
        "pages INTEGER NOT NULL DEFAULT 1", "rows TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rows))",
        f"printed_at {TEXT}",
    ),
    "note_opened": (
        "record_id INTEGER NOT NULL REFERENCES care_record(id) ON DELETE RESTRICT", "at TEXT NOT NULL",
        f"user {TEXT}", "reason TEXT NOT NULL CHECK (reason <> '')", _yes_no("seen"),
    ),
}
PLAN_COLUMNS = {
    "care_record": (
        _one_of("mood", "", "good", "fair", "low"), f"follow_up_note {TEXT}", f"source {TEXT}",
        "pairing_id INTEGER REFERENCES pairing(id) ON DELETE SET NULL",
    ),
    "staff": (
        _one_of("sex", "", "男", "女"), f"village {TEXT}", f"group_role {TEXT}", f"group_duty {TEXT}",
        _yes_no("counsellor"),
    ),
}
PLAN_INDEXES = (
    ("staff_leave", "staff_id"), ("priority", "child_id"), ("help_plan", "pairing_id"), ("plan_goal", "plan_id"),
    ("postponed", "child_id"), ("postponed", "class_id"), ("agreement", "child_id"), ("slip", "week"),
    ("slip", "staff_id"), ("slip", "class_id"), ("note_opened", "record_id"), ("care_record", "pairing_id"),
)


def plans_and_slips(db: "Database") -> None:
    """Help plans, priority, leave, postponing, agreements, slips that are read back, and what a record says more."""
    for table, columns in PLAN_COLUMNS.items():
        for column in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    create(db, PLAN_TABLES)
    index(db, PLAN_INDEXES)
    # A box of a slip is booked once.
    db.execute("CREATE UNIQUE INDEX care_record_source ON care_record(source) WHERE source <> ''")
    # What waits is a handful, however long the ledger grows; what was followed up is not in this index.
    db.execute(
        "CREATE INDEX care_record_waiting ON care_record(follow_up) WHERE follow_up IS NOT NULL AND followed_up IS NULL"
    )
    db.execute("CREATE INDEX care_record_kind_day ON care_record(kind, day)")
    # A child's timeline is read off the index alone; the child alone stays its beginning.
    db.execute("DROP INDEX participant_child_id")
    db.execute("CREATE INDEX participant_child_record ON participant(child_id, record_id)")


STEPS = (first_tables, roster_complete, ledger_of_care, words_of_cards, plans_and_slips, home_and_rooms, ends_of_terms,
         own_forms, units_of_gifts, links_of_evidence)
"""In order, append only: a step that has been in a release is never changed."""

TABLES = {*FIRST_TABLES, *SECOND_TABLES, *CARE_TABLES, *PLAN_TABLES, *HOME_TABLES, *TERM_TABLES,
          *FORM_TABLES, "history"}
"""Every table that the file must have."""
