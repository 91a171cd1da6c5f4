"""Reads the report and the figures of a term back from their files and holds every number in them against the slow
recount."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.care import KINDS as EVERY_KIND
from tests.journeys.figures_recount import Slow
from tests.journeys.read_back_tables import Row, body
from tests.journeys.score_recount import Office
from tests.journeys.term_papers import KINDS, LISTED, RULES, TITLES, Numbers, named, numbers_in, percent, says, share
from tests.journeys.test_score import by_hand

MONTHLY = ("family_call", "talk", "home_visit", "carer_contact", "parent_contact")
MONEY = ("asset.value", "gift.value")


def worth(key: str, value: int) -> Decimal:
    """As it is said: money in yuan."""
    return Decimal(value) / 100 if key in MONEY else Decimal(value)


COSTS = {
    "plans": ("{0}名留守儿童还没有帮扶计划", "给{0}名留守儿童订好帮扶计划"), "pictures": ("{0}次活动没有留下照片", ""),
    "equipment": ("物品还有{0}样没有配够", "缺的{0}样物品配齐"), "known": ("{0}名留守儿童的基本情况", "把{0}名留守儿童的基本情况"),
    "agreements:care": ("{0}名留守儿童的照护协议没有签", "把{0}份照护协议"), "rooms": ("还有{0}间没有达到", "达到标准的{0}间"),
    "agreements:duty": ("{0}名留守儿童的帮扶责任书没有签", "把{0}份帮扶责任书"), "ledger": ("{0}样物品对不上", "对不上的{0}样"),
    "rules_posted": ("还有{0}间活动室的制度", "把{0}间活动室的制度"), "rule:training": ("监护人培训还差{0}次", "差的{0}次监护人培训"),
    "rule:parents-meeting": ("还有{0}个班没有开家长会", "没有开家长会的{0}个班"),
    "stages": ("计划里有{0}步到期", "没有做完的{0}步"), "rule:lecture": ("讲座还差{0}次", "差的{0}次讲座"),
}  # fmt: skip
SAID_BY_FIGURES = ("rule", "pairs", "opened", "hazards", "reviewed")


class TermPapers:
    """The term's figures, and each paper that quotes them. Every check raises AssertionError."""

    def __init__(self, slow: Slow, numbers: Numbers, today: date, office: Office) -> None:
        self.slow, self.numbers, self.today, self.office = slow, numbers, today, office
        self.named = named(slow, numbers)
        self.names = {key: words for (_heading, words), key in self.named.items()}

    def of(self, key: str) -> int:
        return self.numbers[key][0]

    def lack(self, key: str) -> int:
        return (self.numbers[key][1] or 0) - self.of(key)

    def said(self, key: str) -> str:
        return percent(*self.numbers[key])

    def group(self, group: str) -> list[str]:
        """Keys of a group that are not nought."""
        return [key for key, one in self.numbers.items() if key.partition(".")[0] == group and one[0]]

    # tables that Word and Excel have

    def line(self, children: Iterable[int]) -> list[int]:
        """Pupils, left-behind, girls, one away, both away, boarders."""
        here = list(children)
        left = [child for child in here if child in set(self.slow.left)]
        facts = {row[0]: row[1:] for row in self.slow.conn.execute("SELECT id, sex, boarding FROM child")}
        both = sum(self.slow.who_is_away(child) == "both" for child in left)
        girls, boarders = (sum(facts[child][n] == word for child in left) for n, word in ((0, "女"), (1, "住校")))
        return [len(here), len(left), girls, len(left) - both, both, boarders]

    @cached_property
    def by_place(self) -> dict[str, list[int]]:
        """The lines of every grade and class, and of all."""
        base, on = self.slow.base, self.slow.on
        found = {}
        for group, of in (("grade", base.grade), ("class", base.class_of)):
            for (heading, words), key in self.named.items():
                if key.partition(".")[0] == group and heading:
                    number = int(key.partition(".")[2])
                    found[words] = self.line(child for child in self.slow.pupils if of(child, on) == number)
        return found | {"合计": self.line(self.slow.pupils)}

    @cached_property
    def by_month(self) -> dict[tuple[int, int], list[int]]:
        """How often families were reached, by the five kinds."""
        planned = {row[0] for row in self.slow.conn.execute("SELECT record_id FROM activity WHERE planned = 1")}
        found: dict[tuple[int, int], list[int]] = {}
        rows = self.slow.rows("SELECT id, kind, day FROM care_record WHERE outcome = 'reached' AND day BETWEEN ?1 AND ?2")
        for record, kind, day in rows:
            if kind in MONTHLY and record not in planned:
                year, month = int(day[:4]), int(day[5:7])
                found.setdefault((year, month), [0] * 5)[MONTHLY.index(kind)] += 1
        return found

    def by_rule(self) -> dict[str, list[Any]]:
        """Owed, done, not done, how much of it."""
        found = {}
        for key, (done, owed) in self.numbers.items():
            if key.startswith("rule.") and owed:
                found[LISTED[key.removeprefix("rule.")]] = [owed, done, owed - done, percent(done, owed)]
        return found

    # Word

    def word(self, document: Any) -> None:
        """The term's report: text and tables."""
        paragraphs = [one.text for one in document.paragraphs if one.text.strip()]
        self.heads(paragraphs)
        begun = {one[:6]: one for one in paragraphs}
        for begin, pieces in self.sentences().items():
            text = next(one for key, one in begun.items() if one.startswith(begin))
            paragraphs.remove(text)
            says(text, pieces)
        # What costs points comes first, so either begins as that happens to.
        problems, answers = (one for one in paragraphs if one.startswith("一是"))
        costs = self.costs()
        says(problems, [*((lacks, [many]) for many, lacks, _done in costs), *self.problems()])
        says(answers, [*((done, [many]) for many, _lacks, done in costs if done), *self.answers()])
        paragraphs.remove(problems)
        paragraphs.remove(answers)
        assert not any(re.search(r"\d", one) for one in paragraphs), paragraphs
        grades, months, rules = ([[cell.text for cell in row.cells] for row in one.rows][1:] for one in document.tables)
        places = self.by_place
        assert [row[0] for row in grades] == [one for one in places if "班" not in one]
        for name, *cells in grades:
            *numbers, part = cells
            assert list(map(int, numbers)) == places[name][:5] and part == percent(places[name][1], places[name][0]), name
        self.months(months)
        assert {name: [*map(int, cells[:3]), cells[3]] for name, *cells in rules} == self.by_rule()

    def heads(self, paragraphs: list[str]) -> None:
        """Title, dates and the names of the parts, taken out."""
        on = f"{self.slow.on.year}年{self.slow.on.month}月{self.slow.on.day}日"
        for line in [one for one in paragraphs if one.endswith("关爱工作总结") or one.startswith("附件")]:
            assert line in ("2026—2027学年第一学期关爱工作总结", "附件：关爱工作数字表", f"附件　关爱工作数字表（截至{on}）"), line
            paragraphs.remove(line)
        paragraphs.remove(f"{self.today.year}年{self.today.month}月{self.today.day}日")

    def sentences(self) -> dict[str, list[tuple[str, list[object]]]]:
        """By how a paragraph begins: its pieces with their numbers."""
        of, lack, said = self.of, self.lack, self.said
        on = f"{self.slow.on.year}年{self.slow.on.month}月{self.slow.on.day}日"
        done = sum(one[0] for key, one in self.numbers.items() if key.startswith("rule."))
        owed = sum(one[1] or 0 for key, one in self.numbers.items() if key.startswith("rule."))
        contacts = [one for key, one in self.numbers.items() if key.startswith("contact.")]
        tried = sum((one[1] or 0) - one[0] for one in contacts)
        asked = self.numbers["follow.done"][1] or 0
        missed = self.missed()
        return {
            "本学期，学校": [("为{0}名留守儿童", [of("children.left")])],
            f"截至{on}": [
                (f"截至{on}，全校在校学生{{0}}人", [of("children.pupils")]), ("其中女生{0}人", [of("children.girls")]),
                ("寄宿生{0}人", [of("children.boarders")]), ("有留守儿童{0}人，占在校学生的{1}", [of("children.left"), said("children.left")]),
                ("其中女童{0}人", [of("children.left_girls")]), ("寄宿的{0}人", [of("children.left_boarders")]),
                ("一方外出的{0}人", [of("children.one_away")]), ("双方外出的{0}人", [of("children.both_away")]),
                ("农村儿童），有{0}人，占在校学生的{1}", [of("children.civil"), said("children.civil")]),
                ("另有{0}人待核实", [of("children.civil_unknown")]),
            ],
            "按年级看": [*self.grades(), *self.spread()],
            "学校的记录": [("转入{0}人", [of("moves.in")]), ("新入学{0}人", [of("moves.new")]),
                       ("毕业{0}人", [of("moves.graduated")]), ("转出和离校{0}人", [of("moves.out")])],
            "（一）": [
                ("{0}位代理家长和{1}名留守儿童结对，占留守儿童的{2}", [of("pairs.mentors"), of("pairs.mentored"), said("pairs.mentored")]),
                ("每位带{0}至{1}个孩子", self.burden()), ("还有{0}名留守儿童没有代理家长", [lack("pairs.mentored")]),
                ("有同伴帮手的{0}人", [of("pairs.peer")]), ("有志愿者的{0}人", [of("pairs.volunteer")]),
                ("新结{0}对", [of("pairs.begun")]), ("结束{0}对", [of("pairs.ended")]),
            ],
            "（二）": [
                ("联系{0}次：", [sum(one[0] for one in contacts)]), *self.kinds("contact"),
                ("没有联系上的{0}次", [tried]), ("要跟进的事{0}件", [asked]),
                ("办结{0}件", [of("follow.done") if lack("follow.done") else 0]), ("还有{0}件没有办结", [lack("follow.done")]),
            ],
            "（三）": [("到期该做{0}次，做了{1}次，做到{2}", [owed, done, percent(done, owed)]), *self.best(),
                    ("没有做的{0}次是：", [owed - done]), *((one + "{0}次", [many]) for one, many in missed)],
            "（四）": self.kinds("activity"),
            "（五）": [
                ("活动室{0}间", [of("room.rooms")]), ("本学期开放{0}次", [of("room.opened")]), ("日子{0}天", [of("room.days")]),
                ("来了{0}人次", [of("room.came")]), ("该有记录{0}次", [self.numbers["room.written"][1]]),
                ("写了{0}次", [of("room.written")]), ("其中{0}次写明没开", [of("room.shut")]), ("缺{0}次", [lack("room.written")]), ("检查{0}间次", [of("safety.checks")]),
                ("查出活动室隐患{0}处", [self.numbers["safety.mended"][1]]), ("整改{0}处", [of("safety.mended")]),
                ("还有{0}处没有整改", [of("safety.open")]),
            ],
            "（六）": [
                ("物品{0}种{1}件", [of("asset.kinds"), of("asset.owned")]), ("原值{0}元", [self.yuan("asset.value")]),
                ("入库{0}件", [of("asset.added")]), ("捐来的{0}件", [of("asset.donated")]), ("消耗{0}件", [of("asset.used")]),
                ("报废{0}件", [of("asset.scrapped")]), ("没有归还的{0}件", [of("asset.lent")]),
            ],
            "（七）": [("表彰孩子{0}次", [of("award.pupils")]), ("受表彰的孩子{0}人", [of("award.children")]),
                    ("表彰老师{0}次", [of("award.staff")])],
            "（八）": [
                ("慰问品{0}次", [of("gift.donations")]), ("有{0}个孩子收到", [of("gift.children")]),
                ("折合{0}元", [self.yuan("gift.value")]), ("另有捐来入库的物品{0}件", [of("asset.donated")]),
                ("有保险的孩子{0}人", [of("gift.insured")]),
                ("心愿{0}个，实现了{1}个", [self.numbers["gift.wishes"][1], of("gift.wishes")]),
            ],
        }  # fmt: skip

    def problems(self) -> list[tuple[str, list[object]]]:
        """What the figures lack."""
        return [
            *((one + "缺{0}次", [many]) for one, many in self.missed()[:3]),
            ("还有{0}名留守儿童没有代理", [self.lack("pairs.mentored")]), ("还有{0}件跟进", [self.of("follow.open")]),
            ("开放记录缺{0}次", [self.lack("room.written")]), ("有{0}处活动室隐患", [self.of("safety.open")]),
            ("问题还有{0}件", [self.of("problem.open")]), ("有{0}人按民政口径", [self.of("children.civil_unknown")]),
        ]  # fmt: skip

    def answers(self) -> list[tuple[str, list[object]]]:
        """What is done about it."""
        return [
            ("没有代理家长的{0}名", [self.lack("pairs.mentored")]), ("没有办结的{0}件", [self.of("follow.open")]),
            ("把{0}处活动室隐患", [self.of("safety.open")]), ("没有解决的{0}件", [self.of("problem.open")]),
            ("待核实的{0}人", [self.of("children.civil_unknown")]),
        ]  # fmt: skip

    def missed(self) -> list[tuple[str, int]]:
        """Rules with what was not done, the most first."""
        every = [(RULES[key[5:]], self.lack(key)) for key in self.numbers if key.startswith("rule.")]
        return sorted((one for one in every if one[1]), key=lambda one: -one[1])

    def costs(self) -> list[tuple[int, str, str]]:
        """Of each item of the table that has not its full points what lacks: how many, the problem, the answer."""
        found = []
        for what, points, measure, scale in self.office.rows(
            "SELECT i.what, i.points, i.measure, i.scale FROM assessment_item i JOIN assessment_table t ON t.id = i.table_id "
            "WHERE t.in_use = 1 AND i.measured = 'figure'"
        ):  # fmt: skip
            name, _, arg = measure.partition(":")
            done, owed = self.office.measure(name, arg) or (0, 0)
            if measure in COSTS:
                found.append((owed - done if by_hand(scale, points, done, owed) < points else 0, *COSTS[measure]))
            else:
                assert done == owed or name in SAID_BY_FIGURES, what
        return found

    def yuan(self, key: str) -> object:
        cents = Decimal(self.of(key)) / 100
        return 0 if not cents else f"{cents:,.0f}" if cents == cents.to_integral() else f"{cents:,.2f}"

    def kinds(self, group: str) -> list[tuple[str, list[object]]]:
        """Longer names first: 家长会 stands in no other name then."""
        keys = sorted(self.group(group), key=lambda key: -len(KINDS[key.partition(".")[2]]))
        return [(KINDS[key.partition(".")[2]] + "{0}次", [self.of(key)]) for key in keys]

    def grades(self) -> list[tuple[str, list[object]]]:
        """In which there are most, and where they are most of the pupils."""
        every = {self.names[key]: self.numbers[key] for key in self.group("grade")}
        most = max(value for value, _of in every.values())
        many = "、".join(name for name, (value, _of) in every.items() if value == most)
        high = max(value / (of or 1) for value, of in every.values())
        dense = [name for name, (value, of) in every.items() if percent(value, of) == f"{round(100 * high)}%"]
        each = "各" if "、" in many else ""
        return [("最多的是" + many + "，" + each + "{0}人", [most]),
                ("最高的是" + "、".join(dense) + "，占{0}", [f"{round(100 * high)}%"])]  # fmt: skip

    def spread(self) -> Iterator[tuple[str, list[object]]]:
        for group, pattern in (("away", "{0}的{1}人"), ("carer", "由{0}照料的{1}人"), ("work", "在{0}的{1}人")):
            for key in self.group(group):
                word = TITLES[group][1][key.partition(".")[2]]
                known = not key.endswith(".unknown")
                yield pattern.replace("{0}", word).replace("{1}", "{0}") if known else "还没有采集到的{0}人", [self.of(key)]

    def burden(self) -> list[object]:
        """The fewest and the most children of a mentor."""
        day = self.slow.on.isoformat()
        rows = self.slow.conn.execute(
            "SELECT count(DISTINCT child_id), child_id FROM pairing WHERE role = 'mentor' AND from_day <= ?1 AND "
            f"(until_day IS NULL OR ?1 < until_day) AND child_id IN ({', '.join(map(str, self.slow.pupils))}) "
            "GROUP BY staff_id", (day,)).fetchall()  # fmt: skip
        return [min(row[0] for row in rows), max(row[0] for row in rows)]

    def best(self) -> list[tuple[str, list[object]]]:
        """Which rules were kept best and worst."""
        parts: dict[str, list[str]] = {}
        rules = [(one[0] / one[1], key) for key, one in self.numbers.items() if key.startswith("rule.") and one[1]]
        for _share, key in sorted(rules, key=lambda one: -one[0]):
            parts.setdefault(self.said(key), []).append(RULES[key[5:]])
        (best, first), *_between, (worst, last) = parts.items()
        return [("最好的是" + "、".join(first) + "，" + ("都" if len(first) > 1 else "") + "做到{0}；", [best]),
                ("最差的是" + "、".join(last) + "，" + ("都只" if len(last) > 1 else "") + "做到{0}。", [worst])]  # fmt: skip

    # Excel

    def excel(self, book: Any) -> None:
        """All four sheets."""
        self.figures(list(body(book["学期数字"])))
        places = self.by_place
        rows = list(body(book["各年级各班"]))
        foot = rows.pop()
        assert {row[0]: row[1:7] for row in rows} == places and set(foot) <= {"核对", "相符", None}
        assert all(row[7] == percent(row[2], row[1]) for row in rows)
        self.rules(list(body(book["各项规则"])))
        *months, foot = body(book["各月联系"])
        assert set(foot) <= {"核对", "相符"}
        self.months(months)

    def figures(self, rows: list[Row]) -> None:
        heading, seen = "", set()
        for name, unit, value, beside in (row[:4] for row in rows if row[0]):
            if not unit:
                heading = name if value is None else heading
                assert value is None and (not re.search(r"\d", name) or "核对" in name), name
                continue
            key = self.named[heading, name]
            assert Decimal(str(value)) == worth(key, self.of(key)), (heading, name)
            assert (beside or "") == share(key, self.numbers), (heading, name)
            seen.add(key)
        assert seen == set(self.named.values())

    def rules(self, rows: list[Row]) -> None:
        foot, expected = rows.pop(), self.by_rule()
        assert set(foot) <= {"核对", "相符", None}
        *lines, total = rows
        assert {row[0]: row[1:5] for row in lines} == expected
        assert total[:4] == ["合计", *(sum(one[n] for one in expected.values()) for n in range(3))]

    def months(self, rows: list[Row]) -> None:
        months = self.by_month
        expected = [[f"{year}年{month}月", *months[year, month]] for year, month in sorted(months)]
        expected.append(["合计", *(sum(column) for column in zip(*months.values(), strict=True))])
        assert [[row[0], *map(int, row[1:6])] for row in rows] == expected

    # paper

    def paper(self, pages: str) -> None:
        """The sheets of A4: each name with the numbers that follow it."""
        heading, key, digits = "", "", {key: [] for key in self.named.values()}
        headings = {heading for heading, _name in self.named}
        for line in map(str.strip, pages.splitlines()):
            if (heading, line) in self.named and (not key or digits[key] or line not in headings):
                key = self.named[heading, line]
            elif line in headings:
                heading, key = line, ""
            elif re.search(r"\d", line) and not re.match(r"第|2026—|截至", line):
                assert key, line
                digits[key] += numbers_in(line)
        for one, found in digits.items():
            value, beside = self.of(one), numbers_in(share(one, self.numbers))
            first = [] if len(beside) == 3 or not value else [worth(one, value)]
            assert found == [*first, *beside], one


    # the command line

    def by_command(self, answer: dict[str, Any]) -> None:
        """What `report --json` says of every figure."""
        told = {key: (one["value"], one["of"]) for key, one in answer["figures"].items()}
        assert {key: one for key, one in told.items() if self.numbers.get(key) != one} == {}
        assert {key for key, one in self.numbers.items() if any(one)} <= set(told)


assert set(KINDS) >= set(EVERY_KIND) - {"award"}, "every kind of record has its name here"
