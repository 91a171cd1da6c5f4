"""The sample school's score, item by item, recounted from the rows of the file by other means."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import disk as real_disk
from app.activities import KINDS as TOGETHER
from app.care_rules import in_force
from app.measures import FIGURES, Facts, measure
from app.mentor_score import mentor_scores, without_mentor
from app.sample import sample_school
from app.scoring import Score, read_score
from app.self_check import FINE, MOSTLY, PART, check, enough
from app.shelf import lines_on
from app.status import register_status
from app.vault import Setup
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.journeys.recount import Recount, deadline
from ui.score_board import ReportBoard
from ui.score_sheets import mentor_sheet
from ui.session import Session

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileStore]:
    sample = sample_school(TODAY, 80)
    school = replace(sample.school, started_on=date(2026, 8, 31))
    setup = Setup(school, "陈晓梅", "青山-password-1", sample.term.code, sample.term.from_day, sample.term.until_day)
    folder = Path(tmp_path_factory.mktemp("score")) / "学校"
    _code, store = FileVault(folder, cost=keys.LOW_COST).create(setup)
    store.apply("示例学校", sample.changes)
    yield store
    store.close()


@pytest.fixture(scope="module")
def score(store: FileStore) -> Score:
    snapshot = store.snapshot()
    return read_score(Facts(snapshot, store, snapshot.terms[-1], TODAY), store.assessment.tables()[0])


class ByHand:
    """(done, owed) of every measure as of a day, from the rows."""

    def __init__(self, store: FileStore, day: date = TODAY) -> None:
        self.day = day
        self.rows: Callable[..., list[tuple[Any, ...]]] = lambda sql, *given: store._conn.execute(sql, given).fetchall()
        self.count = Recount(store)
        self.snapshot = store.snapshot()
        self.left = [key for key in self.snapshot.children if self.count.in_scope(key, self.day)]
        self.today = self.day.isoformat()
        self.term = self.rows("SELECT from_day, until_day FROM term ORDER BY from_day DESC")[0]

    def rule(self, key: str) -> tuple[int, int]:
        """Window by window, child by child."""
        done = owed = 0
        rules = [one for one in in_force(self.snapshot.rules) if one.key == key]
        for rule in rules:
            for window in self.count.windows(rule):
                long = rule.span in ("third", "term", "year")
                if not (deadline(rule, window) <= self.day or (long and window.first <= self.day)):
                    continue
                for subject in self._subjects(rule.whom):
                    if self.count.owes(rule, window, subject):
                        owed += rule.needed
                        done += min(rule.needed, self.count.count(rule, window, subject)[0])
        return done, owed

    def _subjects(self, whom: str) -> list[tuple[str, int]]:
        if whom == "child":
            return [("child", key) for key in self.snapshot.children]
        if whom == "class":
            here = {self.count.class_of(key, self.day) for key in self.snapshot.children}
            return [("class", key) for key in here if key is not None]
        return [("school", 0)]

    def of_children(self, sql: str) -> tuple[int, int]:
        """How many of the left-behind are among the ids."""
        having = {row[0] for row in self.rows(sql.replace("NOW", f"'{self.today}'"))}
        return len(having & set(self.left)), len(self.left)

    def agreements(self, kind: str) -> tuple[int, int]:
        """Those that hold, of the children who are to have one."""
        holds = f"(from_day IS NULL OR from_day <= '{self.today}') AND (until_day IS NULL OR until_day > '{self.today}')"
        having = {row[0] for row in self.rows(f"SELECT child_id FROM agreement WHERE kind = ? AND {holds}", kind)}
        asked = set(self.left)
        if kind == "care":
            asked = {key for key in asked if register_status(self.snapshot.children[key], self.day).status == "both_away"}
        if kind == "duty":
            asked &= {row[0] for row in self.rows(f"SELECT child_id FROM pairing WHERE role = 'mentor' AND {holds}")}
        return len(asked & having), len(asked)

    def opened(self) -> tuple[int, int]:
        """Day by day, room by room, by the hours of the weekday."""
        written: dict[tuple[int, str], list[str]] = {}
        for room, day, begin in self.rows("SELECT room_id, day, from_time FROM opening"):
            written.setdefault((room, day), []).append(begin)
        done = owed = 0
        day = date.fromisoformat(self.term[0])
        while day <= self.day:
            if self.count.school_day(day):
                for room, begin in self.rows(
                    "SELECT room_id, from_time FROM room_hours WHERE weekday = ? AND from_day <= ? "
                    "AND (until_day IS NULL OR until_day > ?)", day.weekday(), day.isoformat(), day.isoformat(),
                ):  # fmt: skip
                    there = begin in written.get((room, day.isoformat()), [])
                    owed += day < self.day or there
                    done += there
            day += timedelta(days=1)
        return done, owed

    def plans(self, span: str, which: str) -> tuple[int, int]:
        """Whether there is such a plan of the term or year."""
        there = self.rows(f"SELECT 1 FROM work_plan WHERE span = ? AND ({which}) AND term_id = "
                          "(SELECT id FROM term WHERE from_day = ?)", span or "term", self.term[0])  # fmt: skip
        return min(1, len(there)), 1

    def measure(self, name: str, arg: str) -> tuple[int, int] | None:
        """None for what this recount does not know."""
        one = {
            "rule": lambda: self.rule(arg),
            "pairs": lambda: self.of_children(
                "SELECT child_id FROM pairing WHERE role = 'mentor' AND from_day <= NOW AND "
                "(until_day IS NULL OR until_day > NOW)"),
            "plans": lambda: self.of_children(
                "SELECT p.child_id FROM help_plan h JOIN pairing p ON p.id = h.pairing_id WHERE h.from_day <= NOW AND "
                "(h.until_day IS NULL OR h.until_day > NOW) AND p.from_day <= NOW AND "
                "(p.until_day IS NULL OR p.until_day > NOW)"),
            "agreements": lambda: self.agreements(arg),
            "opened": self.opened,
            "rules_posted": lambda: self.rows("SELECT sum(rules_posted IS 1), count(*) FROM room")[0],
            "rooms": lambda: (self.rows(
                "SELECT count(*) FROM room WHERE kind <> 'other' AND area_m2 >= 20 AND classroom = 0 AND safe = 1 "
                "AND sign = 1 AND rules_posted = 1 AND keeper_id IS NOT NULL AND id IN (SELECT room_id FROM room_hours)"
            )[0][0], 6),
            "count": lambda: (min(int(arg.split()[1]), self.rows(
                "SELECT count(*) FROM care_record WHERE kind = ? AND outcome = 'reached' AND day BETWEEN ? AND ? AND "
                "id NOT IN (SELECT record_id FROM activity WHERE planned = 1)", arg.split()[0], self.term[0],
                self.today)[0][0]), int(arg.split()[1])),
            "pictures": lambda: self.rows(
                "SELECT sum(EXISTS (SELECT 1 FROM attachment WHERE record_id = r.id)), count(*) FROM care_record r WHERE "
                "outcome = 'reached' AND day BETWEEN ? AND ? AND id NOT IN (SELECT record_id FROM activity WHERE "
                f"planned = 1) AND kind IN ({','.join(repr(kind) for kind in TOGETHER)})", self.term[0], self.today)[0],
            "keeper": lambda: (self.rows("SELECT count(*) FROM room WHERE kind = 'home' AND keeper_id > 0")[0][0], 1),
            "group": lambda: (2, 2),
            "plan": lambda: self.plans(arg, "text <> '' OR title <> '' OR id IN (SELECT plan_id FROM plan_stage)"),
            "reviewed": lambda: self.plans(arg, "review <> ''"),
            "stages": lambda: self.rows(
                "SELECT sum(state IN ('done', 'dropped')), count(*) FROM plan_stage WHERE plan_id IN (SELECT id FROM "
                "work_plan WHERE term_id = (SELECT id FROM term WHERE from_day = ?)) AND "
                "(state IN ('done', 'dropped') OR until_day <= ?)", self.term[0], self.today)[0],
        }.get(name)  # fmt: skip
        return one() if one is not None else None


def by_hand(scale: str, full: int, done: int, owed: int) -> int:
    """Points in halves, with fractions."""
    share = Fraction(done, owed) if owed else Fraction(1)
    kind, *rest = scale.split()
    if kind == "share":
        return int(full * share)
    if kind == "all":
        return full * (done == owed)
    if kind == "each":
        return max(0, full - int(rest[0]) * (owed - done))
    steps = sorted((tuple(map(int, one.split(":"))) for one in rest), reverse=True)
    return next((points for percent, points in steps if share >= Fraction(percent, 100)), 0)


def test_every_figure_and_every_point_is_as_counted_by_hand(store: FileStore, score: Score) -> None:
    hand, total, compared = ByHand(store), 0, 0
    for one in score.items:
        name, _, arg = one.item.measure.partition(":")
        figures = hand.measure(name, arg) if one.item.measured == "figure" else None
        found = one.found
        if figures is not None and found is not None:
            assert (found.done, found.owed) == figures, one.item.what
            compared += 1
        marks = hand.rows("SELECT kind, points FROM assessment_mark WHERE item_id = ?", one.item.id)
        own = [points for kind, points in marks if kind == "self"]
        counted = 0
        if found is not None and found.known:
            counted = by_hand(one.item.scale, one.item.points, found.done, found.owed)
        base = own[-1] if own else counted
        points = min(one.item.points, max(0, base + sum(points for kind, points in marks if kind == "routine")))
        assert one.points == points, one.item.what
        total += points
    assert score.points == total and score.full == 200
    assert compared >= 23


def test_what_lacks_is_as_many_as_the_figures_say(score: Score) -> None:
    for one in score.items:
        if one.found is not None and one.found.known and one.item.measured == "figure":
            assert sum(lack.times for lack in one.found.lacks if lack.what != "need") in (
                one.found.owed - one.found.done, 0
            ), one.item.what
        assert 0 <= one.points <= one.item.points
    assert score.points <= score.reachable <= score.at_most <= score.full


def test_the_share_of_a_rule_is_that_of_the_heat_map(store: FileStore, score: Score) -> None:
    found = Recount(store).tally(date(2026, 8, 31), TODAY, TODAY)
    for one in score.items:
        name, _, key = one.item.measure.partition(":")
        if name == "rule" and key in ("talk", "carer", "family-call", "activity") and one.found is not None:
            assert (one.found.owed, one.found.done) == found[key][:2]


def test_the_mentors_figures_add_up_to_the_rules_of_mentors(store: FileStore, score: Score) -> None:
    snapshot = store.snapshot()
    facts = Facts(snapshot, store, snapshot.terms[-1], TODAY)
    scores = mentor_scores(facts)
    paired = [one for one in facts.all_entries() if one.owed.rule.owner == "mentor" and one.mentor_id is not None]
    assert sum(one.owed for one in scores) == len(paired)
    assert sum(one.done for one in scores) == sum(one.done for one in paired)
    assert [one.percent or 0 for one in scores] == sorted((one.percent or 0 for one in scores), reverse=True)
    apart, everybody = without_mentor(facts), [
        one for one in facts.all_entries() if one.owed.rule.owner == "mentor"
    ]
    assert apart.owed == len(everybody) - len(paired) > 0 and apart.children > 0
    board = ReportBoard(Session(real_disk(), store, TODAY))
    board.read()
    note = mentor_sheet(board).notes[-1]
    done = sum(one.done for one in everybody)
    assert f"全校这几条该做 {len(everybody)} 次、做了 {done} 次。多出来的 {apart.owed} 次" in note
    visits = store._conn.execute(
        "SELECT staff_id, count(*) FROM care_record WHERE kind = 'home_visit' AND outcome = 'reached' AND day BETWEEN "
        "? AND ? GROUP BY 1", (facts.term.from_day.isoformat(), TODAY.isoformat()),
    ).fetchall()  # fmt: skip
    by_staff = {one.staff_id: one.records.get("home_visit", 0) for one in scores}
    assert all(by_staff[staff] == count for staff, count in visits if staff in by_staff)
    assert all(one.is_candidate == (one.children > 0 and one.owed > 0 and 100 * one.done >= 95 * one.owed)
               for one in scores)  # fmt: skip


def test_a_figure_of_the_term_measures_as_the_figures_page_counts(store: FileStore) -> None:
    snapshot = store.snapshot()
    facts = Facts(snapshot, store, snapshot.terms[-1], TODAY)
    for key in FIGURES:
        found, figure = measure(facts, f"figure:{key}"), facts.figures[key]
        assert (found.done, found.owed) == (figure.value, figure.of)
        assert len(found.lacks) == found.owed - found.done
    assert not measure(facts, "figure:nothing").known and not measure(facts, "figure:children.pupils").known
    insured = store._conn.execute(
        "SELECT count(DISTINCT child_id) FROM insurance WHERE from_day <= ?1 AND (until_day IS NULL OR until_day > ?1)",
        (TODAY.isoformat(),),
    ).fetchone()  # fmt: skip
    assert measure(facts, "figure:gift.insured").done == insured[0]


@pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 9, 1), date(2026, 10, 20), date(2027, 1, 15),
                                 date(2027, 2, 1)])  # fmt: skip
def test_any_day_of_the_term_and_after_has_a_score(store: FileStore, day: date) -> None:
    snapshot = store.snapshot()
    facts = Facts(snapshot, store, snapshot.terms[-1], day)
    found = read_score(facts, store.assessment.tables()[0])
    assert 0 <= found.points <= found.reachable <= found.at_most <= found.full
    talk = next(one.found for one in found.items if one.item.measure == "rule:talk")
    assert talk is not None and talk.known
    # What was written later is not known yet.
    owed = [one for one in facts.entries("talk") if one.owed.deadline <= day]
    windows = {(one.subject[1], one.owed.window.from_day.isoformat(), one.owed.window.until_day.isoformat())
               for one in owed}  # fmt: skip
    done = {
        window for window in windows
        if store._conn.execute(
            "SELECT 1 FROM care_record r JOIN participant p ON p.record_id = r.id WHERE r.kind = 'talk' AND "
            "r.outcome = 'reached' AND p.child_id = ? AND r.day BETWEEN ? AND ? AND r.day <= ?",
            (*window, day.isoformat()),
        ).fetchone()
    }  # fmt: skip
    assert (talk.done, talk.owed) == (len(done), len(windows))


def test_the_self_check_takes_as_mostly_done_what_the_table_gives_full_points_for(store: FileStore) -> None:
    snapshot = store.snapshot()
    facts = Facts(snapshot, store, snapshot.terms[-1], TODAY)
    by_point = {one.point.key: one for one in check(facts, ())}
    for key in ("talks", "calls", "carers"):
        one = by_point[key]
        assert one.enough == 90 and one.found is not None
        full, much = one.found.done >= one.found.owed, one.found.done * 100 >= 90 * one.found.owed
        assert one.state == (FINE if full else MOSTLY if much else PART)
        assert not one.is_open or not much
    assert by_point["visits"].enough == by_point["pairs"].enough == 100
    table = store.assessment.tables()[0]
    strict = replace(table, items=tuple(
        replace(one, scale="steps 95:12 80:6") if one.measure == "rule:talk" else one for one in table.items))
    assert enough(facts, "rule:talk", strict) == 95 and enough(facts, "rule:carer", None) == 90


def test_what_is_unsafe_and_what_the_ledger_has_otherwise_are_counted_as_their_pages_count(store: FileStore) -> None:
    snapshot = store.snapshot()
    facts = Facts(snapshot, store, snapshot.terms[-1], TODAY)
    hand = ByHand(store)
    term, today = hand.term[0], TODAY.isoformat()
    rooms = hand.rows("SELECT sum(mended_on IS NOT NULL AND mended_on <= ?1), count(*) FROM safety_finding f JOIN "
                      "safety_check c ON c.id = f.check_id WHERE c.day <= ?1 AND (mended_on IS NULL OR mended_on >= ?2)",
                      today, term)[0]  # fmt: skip
    found = hand.rows("SELECT sum(closed_on IS NOT NULL AND closed_on <= ?1), count(*) FROM problem WHERE found_on <= ?1 "
                      "AND (found_on >= ?2 OR closed_on IS NULL OR closed_on > ?1)", today, term)[0]  # fmt: skip
    hazards = measure(facts, "hazards")
    assert (hazards.done, hazards.owed) == (rooms[0] + found[0], rooms[1] + found[1]) and hazards.owed >= 3
    assert {lack.what for lack in hazards.lacks} == {"finding", "problem"}
    ledger = measure(facts, "ledger")
    wrong = [one.id for one in lines_on(store.inventory, TODAY) if one.state in ("below", "differs")]
    assert [lack.id for lack in ledger.lacks] == wrong and wrong
    assert any(one.late for one in lines_on(store.inventory, TODAY)), "a late loan is no difference"
