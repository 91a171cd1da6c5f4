"""Reads 统计表, the page of differences and 考核自评表 back from their files, and holds every number in them against the
slow recounts."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from db.store import FileStore
from tests.journeys.figures_recount import Slow
from tests.journeys.score_recount import Office
from tests.journeys.statistics_recount import Grid, civil, counted_by_civil, register
from tests.journeys.term_papers import NUMERALS, numbers_in, percent
from tests.journeys.test_score import by_hand

Row = list[Any]
MENTORS = {"talk": "谈心", "carer": "联系照料人", "mentor-parents": "联系父母", "visit-mentor": "代理家长家访",
           "plan-review": "看帮扶计划", "parents-call": "父母通话"}  # fmt: skip
"""The rules for mentors as the head of their table names them."""


class StatisticsPapers:
    """统计表 and the page of differences."""

    def __init__(self, slow: Slow) -> None:
        self.slow = slow
        self.register: Grid = register(slow)
        self.civil: Grid = civil(slow)
        self.every = counted_by_civil(slow)

    def excel(self, book: Any) -> None:
        """The register's table and civil affairs' two."""
        names = {f"{NUMERALS[n]}年级": str(n + 1) for n in range(9)} | {"合计": ""}
        grade, seen = "", set()
        for row in body(book["学籍口径"]):
            if not isinstance(row[2], int):
                assert "不符" not in "".join(map(str, row))
                continue
            grade = names[row[0]] if row[0] else grade
            key = (grade, {"小计": "", "合计": ""}.get(row[1], row[1]))
            assert row[2:] == self.register[key], key
            seen.add(key)
        assert seen == set(self.register)
        seen = set()
        for page in ("民政口径", "民政口径（救助）"):
            what = ""
            for row in body(book[page]):
                if not isinstance(row[2], int):
                    assert "不符" not in "".join(map(str, row))
                    continue
                what = row[0] or what
                key = (what, row[1] or "")
                assert row[2:] == self.civil.get(key, [0] * 11), key
                seen.add(key)
        assert seen >= set(self.civil)

    def differences(self, book: Any) -> None:
        """Child by child, and the sums that lead to both numbers."""
        left, counted = set(self.slow.left), set(self.every)
        names = dict(self.slow.conn.execute("SELECT id, name FROM child"))
        (sheet,) = book.worksheets
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        kinds, listed, kind = {}, 0, ""
        for row in rows:
            if isinstance(row[0], int):
                listed += 1
                kinds.setdefault(kind, []).append(row[1])
                assert row[0] == listed
            elif re.search(r"，\d+ 人$", str(row[0])):
                kind = str(row[0])
                kinds[kind] = []
        assert all(len(those) == int(re.findall(r"\d+", kind)[-1]) for kind, those in kinds.items())
        only = sorted(names[child] for child in left - counted)
        assert sorted(name for kind, those in kinds.items() if kind.startswith("学籍算") for name in those) == only
        sums = [numbers_in(str(row[0])) for row in rows if "=" in str(row[0])]
        assert sums[0][:2] == [len(left), len(left & counted)] and sums[1] == [len(counted), len(counted), 0]
        assert all(whole == sum(parts) for whole, *parts in sums) and len(sums) == 3


    def by_command(self, answer: dict[str, Any]) -> None:
        """What `stats --json` says."""
        found = {(str(one["grade"] or ""), one["sex"] or ""): [
            one["pupils"], one["left"], *(one["away"][part] for part in ("both", "father", "mother", "unknown")),
            *(one["carer"][part] for part in ("grandparents", "parent", "relatives", "others", "unknown")),
            *(one["boarding"][part] for part in ("boards", "day", "unknown")),
        ] for one in answer["register"]["lines"]}  # fmt: skip
        assert found == self.register
        assert (answer["register"]["total"], answer["civil_affairs"]["total"]) == (len(self.slow.left), len(self.every))
        assert [one["total"] for one in answer["civil_affairs"]["lines"]][:1] == self.civil["合计", ""][:1]
        left, counted = set(self.slow.left), set(self.every)
        assert answer["differences"]["both"] == len(left & counted)
        assert answer["differences"]["register_only"] + answer["differences"]["register_open"] == len(left - counted)


class ScorePaper:
    """考核自评表: what every item got, why it got no more, and by which figure."""

    def __init__(self, store: FileStore, office: Office) -> None:
        self.office = office
        (self.table,) = (one for one in store.assessment.tables() if one.in_use)

    def excel(self, rows: list[Row]) -> None:
        """Item by item, and the sum."""
        *lines, total = [row for row in rows if row[1]]
        assert [row[1] for row in lines] == [item.what for item in self.table.items]
        points = 0
        for row, item in zip(lines, self.table.items, strict=True):
            name, _, arg = item.measure.partition(":")
            done, owed = (self.office.measure(name, arg) or (0, 0)) if item.measured == "figure" else (0, 0)
            marks = self.office.rows("SELECT kind, points, reason FROM assessment_mark WHERE item_id = ? ORDER BY id", item.id)
            papers = self.office.rows("SELECT count(*) FROM assessment_evidence WHERE item_id = ?", item.id)[0][0]
            counted = by_hand(item.scale, item.points, done, owed) if item.measured == "figure" else 0
            if item.measured == "paper":
                counted = item.points * (papers >= int(item.measure))
            own = [given for kind, given, _reason in marks if kind == "self"]
            routine = sum(given for kind, given, _reason in marks if kind == "routine")
            expected = min(item.points, max(0, (own[-1] if own else counted) + routine))
            assert (Decimal(row[3]), Decimal(row[4])) == (Decimal(item.points) / 2, Decimal(expected) / 2), item.what
            reviewed = [given for kind, given, _reason in marks if kind == "review"]
            assert Decimal(row[7] or 0) == Decimal(reviewed[-1] if reviewed else 0) / 2, item.what
            self.reasons(str(row[5] or ""), marks, lacking(item.scale, item.points, done, owed), item.what)
            self.evidence(str(row[6] or ""), item, f"{done}/{owed}" if owed else "")
            points += expected
        assert (Decimal(total[3]), Decimal(total[4])) == (Decimal(sum(one.points for one in self.table.items)) / 2,
                                                          Decimal(points) / 2)  # fmt: skip

    def reasons(self, text: str, marks: list[tuple[Any, ...]], lack: int, what: str) -> None:
        for _kind, given, reason in marks:
            text = text.replace(f"扣 {abs(given) / 2:g} 分：{reason}", "").replace(f"自评 {given / 2:g} 分：{reason}", "")
        assert numbers_in(text) in ([], [Decimal(lack)]), (what, text)

    def evidence(self, text: str, item: Any, figure: str) -> None:
        rows = self.office.rows("SELECT e.words, r.day, a.theme FROM assessment_evidence e LEFT JOIN care_record r ON "
                                "r.id = e.record_id LEFT JOIN activity a ON a.record_id = r.id WHERE e.item_id = ?", item.id)  # fmt: skip
        if figure:
            assert f" {figure}" in text, (item.what, figure, text)
            text = text.replace(f" {figure}", "", 1)
        if item.measure.startswith("count:"):
            text = text.replace(f"够 {item.measure.rpartition(' ')[2]} 次", "")
        for words, day, theme in rows:
            there = date.fromisoformat(day) if day else None
            text = text.replace(f"{there.month}月{there.day}日{theme}" if there else words, "")
        assert not re.search(r"\d", text), (item.what, text)

    def paper(self, pages: str, rows: list[Row]) -> None:
        """The same on A4: no number that is not in the table."""
        text = "".join(pages.split())
        for row in rows:
            cells = "".join("".join(str(cell or "").split()) for cell in row[1:])
            assert not cells or cells in text, row
            text = text.replace(cells, "", 1) if cells else text
        text = re.sub(r"第\d+页共\d+页|2026—2027学年第一学期|填报日期：\d+年\d+月\d+日", "", text)
        assert not re.search(r"\d", text), text


def lacking(scale: str, full: int, done: int, owed: int) -> int:
    """How many more bring the full points."""
    return next((more for more in range(owed - done + 1) if by_hand(scale, full, done + more, owed) == full), 0)


def body(sheet: Any) -> Iterator[Row]:
    """What stands under the header of a sheet of the office; its widths end with the header."""
    first = int(sheet.freeze_panes.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    for row in sheet.iter_rows(min_row=first, values_only=True):
        if any(cell is not None for cell in row):
            yield list(row)


class MentorPaper:
    """代理家长考核表: a line a mentor, and the sentence on why its sums are smaller than the school's."""

    def __init__(self, office: Office) -> None:
        self.found = office.mentors()
        self.names = {name: key for key, name in office.rows("SELECT id, name FROM staff")}

    def excel(self, sheet: Any) -> None:
        """Every number of the sheet."""
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        head = next(row for row in rows if row[0] == "序号")
        lines = [row for row in rows if isinstance(row[0], int)]
        rules = {key: place for place, word in enumerate(head) for key, said in MENTORS.items() if word == said}
        staff = {key for key in self.found if key}
        asked = {key for one in staff for key in self.found[one].rules}
        assert asked == set(rules) and len(head[6:]) == len(rules) + 2
        assert {self.names[row[1]] for row in lines} == staff and len(lines) == len(staff)
        shares = []
        for place, row in enumerate(lines, 1):
            one = self.found[self.names[row[1]]]
            assert row[:5] == [place, row[1], one.children, one.owed, one.done], row[1]
            assert row[5] == (percent(one.done, one.owed) if one.owed else "—"), row[1]
            for key, at in rules.items():
                done, owed = one.rules.get(key, (0, 0))
                assert row[at] == (f"{done}/{owed}" if owed else "—"), (row[1], key)
            assert row[-2] == one.visits, row[1]
            may = bool(one.children and one.owed and int(percent(one.done, one.owed)[:-1]) >= 95)
            assert row[-1] == ("可以推荐" if may else None), row[1]
            shares.append(Decimal(one.done) / one.owed if one.owed else Decimal(-1))
        assert shares == sorted(shares, reverse=True)
        self._note("".join(str(row[0]) for row in rows if row[0] and "合计该做" in str(row[0])))

    def _note(self, said: str) -> None:
        mine = [one for key, one in self.found.items() if key]
        owed, done = sum(one.owed for one in mine), sum(one.done for one in mine)
        left = self.found.get(0)
        if left is None:
            assert not said
            return
        assert numbers_in(said)[:5] == [
            Decimal(one) for one in (owed, done, owed + left.owed, done + left.done, left.owed)]  # fmt: skip

    def paper(self, pages: str, sheet: Any) -> None:
        """The same lines on A4."""
        text = "".join(pages.split())
        for row in sheet.iter_rows(values_only=True):
            if isinstance(row[0], int):
                assert "".join("".join(str(cell if cell is not None else "").split()) for cell in row) in text, row
