"""The figures of a term, counted anew from the rows of the file, one number at a time.

Nothing comes from `app.figures`, `app.statistics`, `app.tally`, `app.opening_log` or the sums of the ledger of things;
only whether a child is left-behind on a day and what class it is in are asked of the program, as in `recount`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from app.care import KINDS
from app.care_rules import in_force
from app.figures import Reading
from app.kinship import FATHERS, MOTHERS
from app.status import civil_status, register_status
from tests.journeys.recount import Recount, deadline, walk

ONE = timedelta(days=1)
HELD = ("activity", "class_meeting", "lecture", "forum", "parents_meeting", "guardian_training", "work_meeting")
GRANDS = ("祖父", "祖母", "外祖父", "外祖母", "祖父母", "外祖父母")
SIGNS = {"in": 1, "stocktake": 1, "consume": -1, "scrap": -1}


class Slow:
    """One reading of the file, for the term that holds a day."""

    def __init__(self, reading: Reading, first: date, last: date, on: date, before: date) -> None:
        self.base = Recount(reading.store)
        self.snapshot = reading.snapshot
        self.conn: Any = reading.store._conn  # type: ignore[attr-defined]
        self.first, self.last, self.on, self.before = first, last, on, before
        self.until = on if on < last else last + ONE * (6 - last.weekday())
        self.pupils = [key for key in self.snapshot.children if self.base.class_of(key, on) is not None]
        self.left = [key for key in self.pupils if self.base.in_scope(key, on)]

    def rows(self, query: str, *given: object) -> list[tuple[Any, ...]]:
        """Rows of the file; ?1 and ?2 are the term's first day and the day up to which it is counted."""
        return list(self.conn.execute(query, (self.first.isoformat(), self.until.isoformat(), *given)))

    def count(self, query: str) -> int:
        """One number."""
        return int(self.rows(query)[0][0] or 0)

    def all(self) -> dict[str, tuple[int, int | None]]:
        """Every figure as (value, of)."""
        return dict([*self.children(), *self.families(), *self.moves(), *self.pairs(), *self.records(), *self.awards(), *self.gifts(), *self.rooms(), *self.problems(),
                     *self.things()])  # fmt: skip

    def children(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Who is there, by sex, boarding, meaning, grade and class."""
        facts = {row[0]: row[1:] for row in self.conn.execute("SELECT id, sex, boarding FROM child")}
        pupils, left = self.pupils, self.left
        status = {key: register_status(self.snapshot.children[key], self.on).status for key in pupils}
        civil = [civil_status(self.snapshot.children[key], self.on).value for key in pupils]
        boards = [key for key in pupils if facts[key][1][:1] == "住"]
        n, m = len(pupils), len(left)
        yield "children.pupils", (n, None)
        yield "children.girls", (sum(facts[key][0] == "女" for key in pupils), n)
        yield "children.boarders", (len(boards), n)
        yield "children.left", (m, n)
        yield "children.left_girls", (sum(facts[key][0] == "女" for key in left), m)
        yield "children.one_away", (sum(status[key] == "one_away" for key in left), m)
        yield "children.both_away", (sum(status[key] == "both_away" for key in left), m)
        yield "children.left_boarders", (len([key for key in left if key in boards]), m)
        yield "children.civil", (civil.count(True), n)
        yield "children.civil_unknown", (civil.count(None), n)
        day = [facts[key][1] == "走读" for key in left].count(True)
        boarding = len([key for key in left if key in boards])
        yield "boarding.boards", (boarding, m)
        yield "boarding.day", (day, m)
        yield "boarding.unknown", (m - day - boarding, m)
        for name, of in (("grade", self.base.grade), ("class", self.base.class_of)):
            every = Counter(of(key, self.on) for key in pupils)
            mine = Counter(of(key, self.on) for key in left)
            for part, many in every.items():
                yield f"{name}.{part}", (mine[part], many)

    def families(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Who is away, who cares, how far away they work."""
        m = len(self.left)
        away = Counter(self.who_is_away(key) for key in self.left)
        for part in ("both", "father", "mother", "unknown"):
            yield f"away.{part}", (away[part], m)
        carers = Counter(self.carer(key) for key in self.left)
        for part in ("grandparents", "parent", "relatives", "others", "unknown"):
            yield f"carer.{part}", (carers[part], m)
        far = sum(self.works_in_another_province(key) for key in self.left)
        for part in ("county", "city", "province", "abroad"):
            yield f"work.{part}", (0, m)
        yield "work.elsewhere", (far, m)
        yield "work.unknown", (m - far, m)

    def kin(self, child: int) -> list[tuple[int, str, str, str]]:
        """(id, relation, state, custody), in the order of the file."""
        return list(self.conn.execute(
            "SELECT id, relation, state, custody FROM kin WHERE child_id = ? ORDER BY position, id", (child,)))

    def facts(self, kin: int, *, sure: bool = True) -> list[tuple[Any, ...]]:
        """(kind, place, from) that hold on the day."""
        day = self.on.isoformat()
        known = "IS NOT NULL" if sure else "IS NULL"
        return list(self.conn.execute(
            f"SELECT kind, place, from_day FROM whereabouts WHERE kin_id = ? AND confirmed_on {known} "
            "AND (from_day IS NULL OR from_day <= ?) AND (until_day IS NULL OR until_day > ?) "
            "ORDER BY coalesce(from_day, ''), id", (kin, day, day)))

    def who_is_away(self, child: int) -> str:
        """Of a left-behind child."""
        if register_status(self.snapshot.children[child], self.on).status == "both_away":
            return "both"
        long_ago = date(self.on.year - (self.on.month <= 3), (self.on.month - 4) % 12 + 1, min(self.on.day, 28))
        away = []
        for kin, relation, state, _custody in self.kin(child):
            if relation in (*FATHERS, *MOTHERS) and state == "living":
                found = self.facts(kin)
                if found and found[-1][0] == "away" and (not found[-1][2] or found[-1][2] <= long_ago.isoformat()):
                    away.append(relation)
        return "unknown" if len(away) != 1 else "father" if away[0] in FATHERS else "mother"

    def carer(self, child: int) -> str:
        """Who looks after the child."""
        entrusted, = next(self.conn.execute("SELECT entrusted FROM child WHERE id = ?", (child,)))
        if entrusted == "无照料人":
            return "others"
        found = self.carer_row(child)
        if found is None:
            return "unknown"
        return "parent" if found[1] in (*FATHERS, *MOTHERS) else "grandparents" if found[1] in GRANDS else "relatives"

    def carer_row(self, child: int) -> tuple[int, str, str, str] | None:
        """The kin who does, or who probably does, as `kin` has them."""
        kin = self.kin(child)
        day = self.on.isoformat()
        entered = [row[0] for row in self.conn.execute(
            "SELECT kin_id FROM care WHERE child_id = ? AND (from_day IS NULL OR from_day <= ?) "
            "AND (until_day IS NULL OR until_day > ?) ORDER BY coalesce(from_day, ''), id", (child, day, day))]
        alive = [one for one in kin if one[2] == "living"]
        parents = [one for one in alive if one[1] in (*FATHERS, *MOTHERS) and one[3] != "none"]
        home = [one for one in parents if (self.facts(one[0]) or [("",)])[-1][0] == "home"]
        guess = [one for one in parents if not self.facts(one[0])
                 and (self.facts(one[0], sure=False) or [("",)])[-1][0] == "home"]
        others = [one for one in alive if one[1] not in (*FATHERS, *MOTHERS, "兄", "弟", "姐姐", "妹妹", "兄弟", "姐妹")]
        dead = {one[0] for one in kin if one[2] == "dead"}
        chosen = [one for one in kin if entered and one[0] == [each for each in entered if each not in dead][-1]]
        return (chosen or home or guess or others or [None])[0]

    def works_in_another_province(self, child: int) -> bool:
        """As all parents of the sample do whose place is confirmed."""
        return any(
            place and not place.startswith("湖南")
            for kin, relation, state, _custody in self.kin(child) if relation in (*FATHERS, *MOTHERS) and state == "living"
            for kind, place, _from in self.facts(kin)[-1:] if kind == "away"
        )  # fmt: skip

    def moves(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Who came and went since the day before, day by day."""
        were = {key for key in self.snapshot.children if self.base.class_of(key, self.before) is not None}
        here = list(walk(self.before + ONE, self.on))
        came = {key for key in self.snapshot.children if key not in were
                and any(self.base.class_of(key, day) is not None for day in here)}
        gone = (were | came) - set(self.pupils)
        new = {key for key in came if self.base.grade(key, self.first) == 1 and self.how(key) != "转入"}
        out = {key for key in gone if self.left_by_leaving(key)}
        yield "moves.new", (len(new), None)
        yield "moves.in", (len(came - new), None)
        yield "moves.graduated", (len(gone - out), None)
        yield "moves.out", (len(out), None)
        was = {key for key in were if register_status(self.snapshot.children[key], self.before).status != "none"}
        yield "moves.left_new", (len(set(self.left) - was), None)
        yield "moves.left_gone", (len(was - set(self.left)), None)

    def how(self, child: int) -> str:
        """How it came last."""
        row = self.conn.execute("SELECT entered_how FROM enrolment WHERE child_id = ? ORDER BY from_day DESC", (child,))
        return str(next(row)[0])

    def left_by_leaving(self, child: int) -> bool:
        """Not with its class."""
        found = self.conn.execute("SELECT 1 FROM enrolment WHERE child_id = ? AND left_how <> '' AND until_day <= ?",
                                  (child, self.on.isoformat()))  # fmt: skip
        return found.fetchone() is not None

    def pairs(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Who stands by whom."""
        day = self.on.isoformat()
        rows = list(self.conn.execute("SELECT child_id, role, staff_id, from_day, until_day FROM pairing"))
        now = [one for one in rows if one[3] <= day and (one[4] is None or day < one[4])]
        for key, role in (("pairs.mentored", "mentor"), ("pairs.peer", "peer"), ("pairs.volunteer", "volunteer")):
            have = {one[0] for one in now if one[1] == role}
            yield key, (len([one for one in self.left if one in have]), len(self.left))
        mentors = {one[2] for one in now if one[1] == "mentor" and one[0] in self.pupils}
        yield "pairs.mentors", (len(mentors - {None}), None)
        first = self.first.isoformat()
        yield "pairs.begun", (sum(one[1] == "mentor" and first <= one[3] <= day for one in rows), None)
        ended = [one for one in rows if one[1] == "mentor" and one[4] is not None and first <= one[4] <= day]
        yield "pairs.ended", (len(ended), None)

    def records(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """What was done, tried, and come back to."""
        planned = {row[0] for row in self.conn.execute("SELECT record_id FROM activity WHERE planned = 1")}
        rows = [row for row in self.rows("SELECT id, kind, outcome FROM care_record WHERE day BETWEEN ?1 AND ?2")
                if not (row[0] in planned and row[2] == "not_reached")]
        for kind in KINDS:
            mine = [row[2] for row in rows if row[1] == kind]
            yield f"{'activity' if kind in HELD else 'contact'}.{kind}", (mine.count("reached"), len(mine))
        asked = self.rows("SELECT followed_up FROM care_record WHERE follow_up IS NOT NULL AND day BETWEEN ?1 AND ?2")
        done = [day for (day,) in asked if day is not None and day <= self.until.isoformat()]
        yield "follow.done", (len(done), len(asked))
        yield "follow.open", (self.count("SELECT count(*) FROM care_record WHERE ?1 <> '' AND follow_up IS NOT NULL "
                                         "AND day <= ?2 AND (followed_up IS NULL OR followed_up > ?2)"), None)  # fmt: skip

    def rules(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Windows owed and done: those that were due, and those that still run."""
        base, on = self.base, self.on
        for key, (owed, done, _missed) in base.tally(self.first, self.until, self.until).items():
            yield f"rule.{key}", (done, owed)
        for rule in in_force(self.snapshot.rules):
            if rule.whom == "child":
                subjects = [("child", child) for child in self.snapshot.children]
            elif rule.whom == "class":
                subjects = [("class", number) for number in sorted({base.class_of(one, on) or 0 for one in self.pupils})]
            else:
                subjects = [("school", 0)]
            running = [one for one in base.windows(rule) if one.first <= on < deadline(rule, one)]
            running = [one for one in running if deadline(rule, one) <= self.last + 6 * ONE]
            mine = [(window, one) for window in running for one in subjects if base.owes(rule, window, one)]
            if mine:
                done = sum(base.count(rule, window, one)[0] >= rule.needed for window, one in mine)
                yield f"running.{rule.key}", (done, len(mine))

    def awards(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """What was given to whom."""
        rows = self.rows("SELECT child_id, staff_id FROM award WHERE day BETWEEN ?1 AND ?2")
        children = [child for child, _staff in rows if child is not None]
        yield "award.pupils", (len(children), None)
        yield "award.children", (len(set(children)), None)
        yield "award.staff", (sum(staff is not None for _child, staff in rows), None)

    def gifts(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """What came from outside."""
        rows = self.rows("SELECT child_id, count, value_fen, what, donor_id, activity_id, day, note FROM gift "
                         "WHERE day BETWEEN ?1 AND ?2")  # fmt: skip
        yield "gift.donations", (len({(row[0] is None, *row[2:]) for row in rows}), None)
        yield "gift.children", (len({row[0] for row in rows} - {None}), None)
        yield "gift.value", (sum(row[1] * (row[2] or 0) for row in rows), None)
        day = self.on.isoformat()
        covered = {child for child, first, last in self.conn.execute("SELECT child_id, from_day, until_day FROM insurance")
                   if (first is None or first <= day) and (last is None or day <= last)}  # fmt: skip
        yield "gift.insured", (len(covered & set(self.pupils)), len(self.pupils))
        wishes = self.rows("SELECT met_on FROM wish WHERE said_on BETWEEN ?1 AND ?2")
        met = [on for (on,) in wishes if on is not None and on <= self.until.isoformat()]
        yield "gift.wishes", (len(met), len(wishes))

    def rooms(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """Openings, day by day against the hours; rounds and what they found."""
        # The days after the term's last are holidays to the rooms.
        end = min(self.until, self.last).isoformat()
        rows = self.rows("SELECT room_id, day, closed_why, how_many FROM opening WHERE day BETWEEN ?1 AND min(?2, ?3)", end)
        opened = [row for row in rows if not row[2]]
        rooms = [row[0] for row in self.conn.execute("SELECT id FROM room WHERE closed_on IS NULL")]
        yield "room.rooms", (len(rooms), None)
        yield "room.opened", (len(opened), None)
        yield "room.days", (len({row[1] for row in opened}), None)
        yield "room.came", (sum(row[3] or 0 for row in opened), None)
        for room in rooms:
            yield f"opened.{room}", (sum(row[0] == room for row in opened), None)
        owed = done = shut = 0
        begun = max(self.first, self.snapshot.school.started_on or self.first)
        for day in walk(begun, min(self.until, self.last)):
            # New Year's Day is off by law; the notices that `recount` reads end with 2026.
            if not self.base.school_day(day) or (day.month, day.day) == (1, 1):
                continue
            for room in rooms:
                hours = len(list(self.conn.execute(
                    "SELECT 1 FROM room_hours WHERE room_id = ? AND weekday = ? AND from_day <= ? "
                    "AND (until_day IS NULL OR until_day > ?)",
                    (room, day.weekday(), day.isoformat(), day.isoformat()))))  # fmt: skip
                there = [row for row in rows if row[:2] == (room, day.isoformat())]
                met = min(hours, len(there))
                shut += sum(bool(row[2]) for row in there[:hours])
                owed, done = owed + (hours if day < self.until else met), done + met
        yield "room.written", (done, owed)
        yield "room.shut", (shut, None)
        yield "safety.checks", (self.count("SELECT count(*) FROM safety_check WHERE day BETWEEN ?1 AND ?2"), None)
        found = self.rows("SELECT f.mended_on FROM safety_finding AS f JOIN safety_check AS c ON c.id = f.check_id "
                          "WHERE c.day BETWEEN ?1 AND ?2")  # fmt: skip
        mended = [day for (day,) in found if day is not None and day <= self.until.isoformat()]
        yield "safety.mended", (len(mended), len(found))
        yield "safety.open", (self.count(
            "SELECT count(*) FROM safety_finding AS f JOIN safety_check AS c ON c.id = f.check_id "
            "WHERE ?1 <> '' AND c.day <= ?2 AND (f.mended_on IS NULL OR f.mended_on > ?2)"), None)  # fmt: skip

    def problems(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """What was found wrong."""
        found = self.rows("SELECT closed_on FROM problem WHERE found_on BETWEEN ?1 AND ?2")
        closed = [day for (day,) in found if day is not None and day <= self.until.isoformat()]
        yield "problem.closed", (len(closed), len(found))
        yield "problem.open", (self.count("SELECT count(*) FROM problem WHERE ?1 <> '' AND found_on <= ?2 "
                                          "AND (closed_on IS NULL OR closed_on > ?2)"), None)  # fmt: skip

    def things(self) -> Iterator[tuple[str, tuple[int, int | None]]]:
        """What the school has, movement by movement."""
        moved = self.rows("SELECT asset_id, kind, day, count, id, loan_id FROM movement WHERE ?1 <> '' AND day <= ?2")
        assets = {row[0]: row[1:] for row in self.conn.execute("SELECT id, class_of_goods, price_fen FROM asset")}
        have: Counter[int] = Counter()
        for asset, kind, _day, count, _id, _loan in moved:
            have[asset] += SIGNS.get(kind, 0) * count
        there = {asset: count for asset, count in have.items() if count}
        whole = sum(there.values())
        yield "asset.kinds", (len(there), None)
        yield "asset.owned", (whole, None)
        yield "asset.value", (sum(count * (assets[one][1] or 0) for one, count in there.items()), None)
        for key, kind in (("added", "in"), ("used", "consume"), ("scrapped", "scrap"), ("counted", "stocktake")):
            mine = [row[3] for row in moved if row[1] == kind and row[2] >= self.first.isoformat()]
            yield f"asset.{key}", (sum(mine), None)
        donated = self.count("SELECT sum(count) FROM movement WHERE kind = 'in' AND donor_id IS NOT NULL "
                             "AND day BETWEEN ?1 AND ?2")  # fmt: skip
        yield "asset.donated", (donated, None)
        out = sum(row[3] for row in moved if row[1] == "loan") - sum(row[3] for row in moved if row[1] == "return")
        yield "asset.lent", (out, None)
        goods: Counter[str] = Counter()
        for asset, count in there.items():
            goods[assets[asset][0]] += count
        for kind, count in goods.items():
            yield f"goods.{kind}", (count, whole)
