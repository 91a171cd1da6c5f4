"""The home and its rooms: opening, safety, the asset ledger, activities with what belongs to them."""

from typing import TYPE_CHECKING

from db.columns import DAYS, PERIOD, PLACE, SOME_DAYS, TEXT, create, day, index, maybe, of, one_of, part_of, yes_no

if TYPE_CHECKING:
    from sqlite_utils import Database


NAMED = "name TEXT NOT NULL CHECK (name <> '')"

HOME_TABLES: dict[str, tuple[str, ...]] = {
    "room": (
        NAMED, f"kind {TEXT}", f"place {TEXT}", "area_m2 REAL CHECK (area_m2 > 0)", yes_no("classroom", vague=True),
        yes_no("safe", vague=True), yes_no("sign", vague=True), yes_no("rules_posted", vague=True), f"rules {TEXT}",
        maybe("keeper_id", "staff"), PLACE, f"note {TEXT}", day("closed_on"),
    ),
    # weekday 0 is Monday; 7 stands for each day of the holidays.
    "room_hours": (
        part_of("room_id", "room"), "weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 7)",
        "from_time TEXT NOT NULL CHECK (from_time <> '')", f"until_time {TEXT}", *DAYS, PERIOD,
    ),
    # A row with closed_why says why a room that should have been open was not.
    "opening": (
        of("room_id", "room"), day("day", needed=True), f"from_time {TEXT}", f"until_time {TEXT}",
        maybe("staff_id", "staff"), "how_many INTEGER CHECK (how_many >= 0)", f"what {TEXT}", f"closed_why {TEXT}",
        f"note {TEXT}", "UNIQUE (room_id, day, from_time)",
    ),
    "opening_child": (part_of("opening_id", "opening"), of("child_id", "child"), "UNIQUE (opening_id, child_id)"),
    "safety_check": (
        of("room_id", "room"), day("day", needed=True), maybe("staff_id", "staff"), f"note {TEXT}",
        "opening_id INTEGER REFERENCES opening(id) ON DELETE SET NULL",
    ),
    "safety_finding": (
        part_of("check_id", "safety_check"), "point INTEGER NOT NULL CHECK (point BETWEEN 1 AND 10)", f"what {TEXT}",
        f"measure {TEXT}", day("mended_on"), f"mended_by {TEXT}",
    ),
    "donor": (NAMED, f"kind {TEXT}", f"contact {TEXT}", f"phone {TEXT}", f"note {TEXT}", day("thanked_on")),
    "asset": (
        "number TEXT NOT NULL UNIQUE CHECK (number <> '')", NAMED, f"class_of_goods {TEXT}", f"spec {TEXT}",
        f"unit {TEXT}", "price_fen INTEGER CHECK (price_fen >= 0)",
        one_of("origin", "", "allotted", "bought", "donated"),
        day("bought_on"), maybe("keeper_id", "staff"), f"standard {TEXT}", yes_no("consumable"), f"author {TEXT}",
        f"publisher {TEXT}", f"isbn {TEXT}", f"photo {TEXT}", f"note {TEXT}",
    ),
    "stocktake": (
        maybe("room_id", "room"), day("day", needed=True), maybe("staff_id", "staff"), day("closed_on"),
        f"note {TEXT}", maybe("confirmed_by", "staff"),
    ),
    # Stock is the sum of these and nothing else. Only a stock-take difference may be negative.
    "movement": (
        of("asset_id", "asset"),
        "kind TEXT NOT NULL CHECK (kind IN ('in', 'loan', 'return', 'move', 'consume', 'scrap', 'stocktake'))",
        day("day", needed=True), "count INTEGER NOT NULL CHECK (count <> 0)", of("room_id", "room"),
        maybe("to_room_id", "room"), maybe("child_id", "child"), maybe("class_id", "class"),
        maybe("staff_id", "staff"), f"borrower {TEXT}", day("due_day"), maybe("loan_id", "movement"),
        maybe("donor_id", "donor"), maybe("accepted_by", "staff"), maybe("second_by", "staff"), f"batch {TEXT}",
        day("expires_on"), maybe("stocktake_id", "stocktake"), f"reason {TEXT}",
        "CHECK (count > 0 OR kind = 'stocktake')", "CHECK ((kind = 'move') = (to_room_id IS NOT NULL))",
        "CHECK ((kind = 'return') = (loan_id IS NOT NULL))",
    ),
    "stocktake_line": (
        part_of("stocktake_id", "stocktake"), of("asset_id", "asset"), of("room_id", "room"),
        "expected INTEGER NOT NULL", "counted INTEGER CHECK (counted >= 0)", f"reason {TEXT}",
        "broken INTEGER NOT NULL DEFAULT 0 CHECK (broken >= 0)", day("counted_on"),
        "UNIQUE (stocktake_id, asset_id, room_id)",
    ),
    "activity": (
        "record_id INTEGER NOT NULL UNIQUE REFERENCES care_record(id) ON DELETE CASCADE", f"theme {TEXT}",
        f"kind {TEXT}", f"organizer {TEXT}", f"host {TEXT}", f"organization {TEXT}", f"media {TEXT}", f"people {TEXT}",
        "budget_fen INTEGER CHECK (budget_fen >= 0)", "spent_fen INTEGER CHECK (spent_fen >= 0)", f"result {TEXT}",
        f"write_up {TEXT}", f"note {TEXT}", maybe("room_id", "room"), yes_no("planned"),
    ),
    "agenda_step": (part_of("activity_id", "activity"), PLACE, f"at_time {TEXT}", "what TEXT NOT NULL", f"who {TEXT}"),
    "activity_item": (
        part_of("activity_id", "activity"), PLACE, "what TEXT NOT NULL", f"count {TEXT}", f"keeper {TEXT}",
    ),
    "contest_entry": (
        part_of("activity_id", "activity"), PLACE, f"contest_group {TEXT}", maybe("child_id", "child"),
        f"name {TEXT}", f"piece {TEXT}", f"score {TEXT}", f"prize {TEXT}",
    ),
    "gift": (
        "activity_id INTEGER REFERENCES activity(id) ON DELETE SET NULL", maybe("donor_id", "donor"),
        maybe("child_id", "child"), day("day", needed=True), "what TEXT NOT NULL CHECK (what <> '')",
        "count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0)", "value_fen INTEGER CHECK (value_fen >= 0)",
        day("thanked_on"), f"note {TEXT}",
    ),
    "insurance": (
        of("child_id", "child"), maybe("donor_id", "donor"),
        "activity_id INTEGER REFERENCES activity(id) ON DELETE SET NULL", f"insurer {TEXT}", f"number {TEXT}",
        f"kind {TEXT}", "sum_fen INTEGER CHECK (sum_fen >= 0)", *SOME_DAYS, f"note {TEXT}", PERIOD,
    ),
    "wish": (
        of("child_id", "child"), "wish TEXT NOT NULL CHECK (wish <> '')", day("said_on"), day("met_on"), f"how {TEXT}",
        maybe("donor_id", "donor"), "activity_id INTEGER REFERENCES activity(id) ON DELETE SET NULL",
    ),
    # record_id: the giving stands in the ledger of care as that record.
    "award": (
        maybe("child_id", "child"), maybe("staff_id", "staff"), NAMED, f"reason {TEXT}", day("day", needed=True),
        f"given_by {TEXT}", f"level {TEXT}", "activity_id INTEGER REFERENCES activity(id) ON DELETE SET NULL",
        "record_id INTEGER REFERENCES care_record(id) ON DELETE SET NULL",
        "CHECK ((child_id IS NULL) <> (staff_id IS NULL))",
    ),
    # named: the published text says who the child is; else alias stands for the name.
    "story": (
        one_of("kind", "example", "case"), "title TEXT NOT NULL CHECK (title <> '')", f"text {TEXT}",
        one_of("state", "draft", "approved"), maybe("child_id", "child"), maybe("staff_id", "staff"),
        day("day", needed=True), yes_no("named"), f"alias {TEXT}", day("approved_on"), f"approved_by {TEXT}",
        "CHECK ((state = 'approved') = (approved_on IS NOT NULL))", "CHECK (child_id IS NULL OR staff_id IS NULL)",
    ),
    # The words of a certificate as the school has them; without a row the program's own hold.
    "certificate": (
        NAMED, PLACE, one_of("whom", "pupil", "contest", "staff"), "title TEXT NOT NULL CHECK (title <> '')",
        f"address {TEXT}", f"body {TEXT}",
    ),
}
INDEXES = (
    ("room", "keeper_id"), ("room_hours", "room_id"), ("opening", "day"), ("opening", "staff_id"),
    ("opening_child", "child_id"), ("safety_check", "room_id"), ("safety_check", "opening_id"),
    ("safety_check", "staff_id"), ("safety_finding", "check_id"), ("asset", "keeper_id"), ("stocktake", "room_id"),
    ("stocktake", "staff_id"), ("stocktake", "confirmed_by"), ("movement", "asset_id"), ("movement", "day"),
    ("movement", "room_id"),
    ("movement", "to_room_id"), ("movement", "child_id"), ("movement", "class_id"), ("movement", "staff_id"),
    ("movement", "loan_id"), ("movement", "donor_id"), ("movement", "accepted_by"), ("movement", "second_by"),
    ("movement", "stocktake_id"), ("movement", "expires_on"), ("stocktake_line", "asset_id"),
    ("stocktake_line", "room_id"), ("activity", "room_id"),
    ("agenda_step", "activity_id"), ("activity_item", "activity_id"), ("contest_entry", "activity_id"),
    ("contest_entry", "child_id"), ("gift", "activity_id"), ("gift", "donor_id"), ("gift", "child_id"),
    ("insurance", "child_id"), ("insurance", "donor_id"), ("insurance", "activity_id"), ("wish", "child_id"),
    ("wish", "donor_id"), ("wish", "activity_id"), ("award", "child_id"), ("award", "staff_id"),
    ("award", "activity_id"), ("award", "record_id"), ("award", "day"), ("story", "child_id"), ("story", "staff_id"),
)


def home_and_rooms(db: "Database") -> None:
    """The home with its rooms, the asset ledger, what an activity has more than a record."""
    create(db, HOME_TABLES)
    index(db, INDEXES)
