"""考核自评表 counted anew from the rows of the file: every measure of the shipped table, as of a day."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.kinship import FATHERS, MOTHERS
from db.store import FileStore
from tests.journeys.figures_recount import HELD, SIGNS, Slow
from tests.journeys.recount import deadline, in_force
from tests.journeys.test_score import ByHand

EQUIPMENT = Path(__file__).parents[2] / "resources" / "data" / "equipment.csv"


@dataclass
class Mentor:
    """A line of 代理家长考核表; by rule (done, owed)."""

    children: int = 0
    rules: dict[str, tuple[int, int]] = field(default_factory=dict)
    visits: int = 0

    @property
    def done(self) -> int:
        return sum(done for done, _owed in self.rules.values())

    @property
    def owed(self) -> int:
        return sum(owed for _done, owed in self.rules.values())


class Office(ByHand):
    """Also what children's files, things and pictures say. `slow`: the same term in figures."""

    def __init__(self, store: FileStore, day: date, slow: Slow) -> None:
        super().__init__(store, day)
        self.slow = slow
        self.last = min(self.term[1], self.today)

    def measure(self, name: str, arg: str) -> tuple[int, int] | None:
        own = {"known": self.known, "equipment": self.equipment, "pictures": self.pictures, "ledger": self.ledger,
               "hazards": self.hazards, "opened": self.opened}.get(name)  # fmt: skip
        return own() if own is not None else super().measure(name, arg)

    def of_children(self, sql: str) -> tuple[int, int]:
        """As of the term's last day, if that is over."""
        having = {row[0] for row in self.rows(sql.replace("NOW", f"'{self.last}'"))}
        return len(having & set(self.left)), len(self.left)

    def opened(self) -> tuple[int, int]:
        """As the figures of the term have it."""
        numbers = dict(self.slow.rooms())["room.written"]
        return numbers[0], numbers[1] or 0

    def known(self) -> tuple[int, int]:
        """The five things, child by child."""
        return sum(self._is_known(child) for child in self.left), len(self.left)

    def _is_known(self, child: int) -> bool:
        names = dict(self.rows("SELECT id, name FROM kin WHERE child_id = ?", child))
        reachable = {row[0] for row in self.rows("SELECT kin_id FROM phone WHERE state = ''")}
        parents = [one for one in self.slow.kin(child) if one[1] in (*FATHERS, *MOTHERS)]
        there = {one[1] in FATHERS for one in parents}
        living = [one for one in parents if one[2] != "dead"]
        named = all(names[one[0]] or one[2] == "unknown" for one in living) and len(there) == 2
        placed = all(
            where[1] or self._address(one[0]) for one in living for sure in (True, False)
            for where in self.slow.facts(one[0], sure=sure)[-1:] if where[0] == "away"
        )  # fmt: skip
        phone = any(one[0] in reachable for one in living) or (len(there) == 2 and not living)
        carer = self.slow.carer_row(child)
        return bool(named and placed and phone and carer and names[carer[0]] and carer[0] in reachable)

    def _address(self, kin: int) -> bool:
        return bool(self.rows("SELECT 1 FROM kin WHERE id = ? AND (work_unit <> '' OR address <> '')", kin))

    def equipment(self) -> tuple[int, int]:
        """Thing by thing of the standard list, by what the movements leave and is not past its date."""
        there: Counter[str] = Counter()
        for thing, kind, count in self.rows(
            "SELECT a.standard, m.kind, m.count FROM movement m JOIN asset a ON a.id = m.asset_id WHERE m.day <= ?", self.today
        ):  # fmt: skip
            there[thing] += SIGNS.get(kind, 0) * count
        for asset, thing in self.rows("SELECT id, standard FROM asset WHERE standard <> ''"):
            there[thing] -= sum(day < str(self.today) for day, _batch in self._dated(asset))
        with EQUIPMENT.open(encoding="utf-8") as lines:
            wanted = {row["key"]: int(row["least"]) for row in csv.DictReader(lines) if int(row["least"])}
        return sum(there[key] >= least for key, least in wanted.items()), len(wanted)

    def _dated(self, asset: int) -> list[tuple[str, str]]:
        """Each piece that is left and has a date: (that day, its batch). What went without a batch was the oldest."""
        pieces: list[tuple[str, str]] = []
        loose = 0
        moved = self.rows("SELECT kind, count, expires_on, batch FROM movement WHERE asset_id = ? AND day <= ? "
                          "ORDER BY kind <> 'in'", asset, self.today)  # fmt: skip
        for kind, count, expires, batch in moved:
            if kind == "in" and expires:
                pieces = sorted([*pieces, *[(expires, batch)] * count])
            elif kind in ("consume", "scrap"):
                for _piece in range(count):
                    named = next((one for one in pieces if batch and one[1] == batch), None)
                    if named is not None:
                        pieces.remove(named)
                    else:
                        loose += 1
        return pieces[loose:]

    def ledger(self) -> tuple[int, int]:
        """A thing is wrong where its newest stock-take found another number and is not closed, or below nought."""
        wrong = set()
        newest: dict[int, tuple[str, int]] = {}
        for take, day, thing in self.rows(
            "SELECT t.id, t.day, l.asset_id FROM stocktake t JOIN stocktake_line l ON l.stocktake_id = t.id "
            "WHERE t.day <= ? AND l.counted IS NOT NULL", self.today,
        ):  # fmt: skip
            newest[thing] = max(newest.get(thing, ("", 0)), (day, take))
        for thing, (_day, take) in newest.items():
            difference, closed = self.rows(
                "SELECT sum(l.counted - l.expected), t.closed_on FROM stocktake t JOIN stocktake_line l "
                "ON l.stocktake_id = t.id WHERE t.id = ? AND l.asset_id = ? AND l.counted IS NOT NULL", take, thing,
            )[0]  # fmt: skip
            if difference and (closed is None or closed > self.today):
                wrong.add(thing)
        have: Counter[int] = Counter()
        for thing, kind, count in self.rows("SELECT asset_id, kind, count FROM movement WHERE day <= ?", self.today):
            have[thing] += SIGNS.get(kind, 0) * count
        wrong |= {thing for thing, count in have.items() if count < 0}
        every = self.rows("SELECT count(*) FROM asset")[0][0]
        return every - len(wrong), every

    def mentors(self) -> dict[int, "Mentor"]:
        """By staff id what the rules for mentors asked of each and what was done, window by window, child by child."""
        found: dict[int, Mentor] = {}
        for child in self.snapshot.children:
            if (now := self._mentor(child, self.last)) is not None:
                found.setdefault(now, Mentor()).children += 1
        for rule in in_force(self.snapshot.rules):
            if rule.owner != "mentor" or rule.whom != "child":
                continue
            for window in self.count.windows(rule):
                due, long = deadline(rule, window), rule.span in ("third", "term", "year")
                if not (due <= self.day or (long and window.first <= self.day)):
                    continue
                for child in self.snapshot.children:
                    if not self.count.owes(rule, window, ("child", child)):
                        continue
                    done = self.count.count(rule, window, ("child", child))[0] >= rule.needed
                    mine = found.setdefault(self._mentor(child, due.isoformat()) or 0, Mentor())
                    of = mine.rules.get(rule.key, (0, 0))
                    mine.rules[rule.key] = of[0] + done, of[1] + 1
        for staff, mine in found.items():
            mine.visits = self.rows(
                "SELECT count(*) FROM care_record WHERE kind = 'home_visit' AND outcome = 'reached' AND staff_id = ? "
                "AND day BETWEEN ? AND ?", staff, self.term[0], self.last,
            )[0][0]  # fmt: skip
        return found

    def _mentor(self, child: int, day: str) -> int | None:
        """Who stood by the child that day; the newest pair counts."""
        rows = self.rows(
            "SELECT staff_id FROM pairing WHERE child_id = ? AND role = 'mentor' AND (from_day IS NULL OR from_day <= ?) "
            "AND (until_day IS NULL OR until_day > ?) ORDER BY from_day DESC, id DESC LIMIT 1", child, day, day,
        )  # fmt: skip
        return rows[0][0] if rows else None

    def pictures(self) -> tuple[int, int]:
        """Gatherings that took place, and those with something kept of them."""
        kinds = ", ".join(f"'{kind}'" for kind in HELD)
        held = self.rows(
            f"SELECT id, EXISTS (SELECT 1 FROM attachment a WHERE a.record_id = r.id) FROM care_record r WHERE kind IN ({kinds}) "
            "AND outcome = 'reached' AND day BETWEEN ? AND ? AND id NOT IN (SELECT record_id FROM activity WHERE planned = 1)",
            self.term[0], self.last,
        )  # fmt: skip
        return sum(kept for _record, kept in held), len(held)

    def hazards(self) -> tuple[int, int]:
        """What checks of rooms and anybody else found and was open in the term."""
        found = self.rows(
            "SELECT f.mended_on FROM safety_finding f JOIN safety_check c ON c.id = f.check_id WHERE c.day <= ? "
            "AND (f.mended_on IS NULL OR f.mended_on >= ?) UNION ALL "
            "SELECT closed_on FROM problem WHERE found_on <= ?1 AND (closed_on IS NULL OR closed_on > ?1 OR found_on >= ?2)",
            self.last, self.term[0],
        )  # fmt: skip
        return sum(day is not None and day <= self.last for (day,) in found), len(found)
