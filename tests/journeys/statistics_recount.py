"""统计表 of both agencies, counted anew from the rows of the file, one child at a time.

Nothing comes from `app.statistics` or `app.guardianship`; only whether a child counts by a meaning and what class it is
in are asked of the program, as in `figures_recount`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.kinship import FATHERS, MOTHERS
from app.status import civil_status, register_status
from tests.journeys.figures_recount import Slow

AGES = ((0, 5), (6, 13), (14, 16))
AIDS = ("建档立卡", "低保", "特困供养", "临时救助", "医疗救助", "住房救助", "残疾补助", "孤儿津贴", "其他")
GOOD_HEALTH = ("", "健康", "良好", "健康或良好", "较好", "好")
Grid = dict[tuple[str, str], list[int]]


class Children:
    """The pupils of the day with what the forms ask of each."""

    def __init__(self, slow: Slow) -> None:
        self.slow = slow
        rows = slow.conn.execute("SELECT id, sex, birth, id_number, household, health, disability, boarding, aid, entrusted "
                                 "FROM child").fetchall()  # fmt: skip
        self.rows: dict[int, tuple[Any, ...]] = {row[0]: row[1:] for row in rows}

    # what both forms ask

    def sex(self, child: int) -> str:
        return str(self.rows[child][0])

    def boarding(self, child: int) -> str:
        word = self.rows[child][6]
        return "寄宿" if word[:1] == "住" else "走读" if word == "走读" else "未采集"

    # what civil affairs ask

    def age(self, child: int) -> int:
        """Of those counted all have a day of birth."""
        _sex, birth, number = self.rows[child][:3]
        text = birth if len(birth) == 10 else f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
        born, on = date.fromisoformat(text), self.slow.on
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def household(self, child: int) -> str:
        word = self.rows[child][3]
        return "未采集" if not word else "非农村户籍" if "非农" in word or "城" in word else "农村户籍"

    def health(self, child: int) -> str:
        word, disability = self.rows[child][4:6]
        if disability not in ("", "无", "否") or "残" in word:
            return "残疾"
        for part, inside in (("重病", "重病"), ("慢性病", "慢性"), ("一般或较弱", "弱"), ("健康", "健康")):
            if inside in word:
                return part
        return "其他" if word else "未采集"

    def parents(self, child: int) -> list[tuple[Any, ...]]:
        """(id, relation, able) of those who live and have custody."""
        return [(key, relation, self.able(key)) for key, relation, state, custody in self.slow.kin(child)
                if relation in (*FATHERS, *MOTHERS) and state == "living" and custody != "none"]  # fmt: skip

    def able(self, kin: int) -> int | None:
        found: tuple[int | None] = self.slow.conn.execute("SELECT able FROM kin WHERE id = ?", (kin,)).fetchone()
        return found[0]

    def cause(self, child: int) -> str:
        parents = self.parents(child)
        if parents and all(able == 0 for _key, _relation, able in parents):
            return "双方无监护能力"
        status = register_status(self.slow.snapshot.children[child], self.slow.on).status
        if status == "both_away":
            lost = any(state != "living" or custody == "none" for _key, relation, state, custody in self.slow.kin(child)
                       if relation in (*FATHERS, *MOTHERS))  # fmt: skip
            return "一方外出另一方无监护能力" if len(parents) == 1 and lost else "父母双方同时外出"
        unable = any(able == 0 and (self.slow.facts(key) or [("",)])[-1][0] != "away" for key, _relation, able in parents)
        return "一方外出另一方无监护能力" if unable else "未采集"

    def care(self, child: int) -> str:
        kind, row = self.slow.carer(child), self.slow.carer_row(child)
        if kind == "parent" and row is not None:
            return "无委托照料人" if self.able(row[0]) == 0 else "未采集"
        return {"grandparents": "祖父母、外祖父母", "relatives": "亲戚朋友", "others": "无委托照料人"}.get(kind, "未采集")

    def condition(self, child: int) -> str:
        if self.care(child) == "无委托照料人" or self.cause(child) in ("一方外出另一方无监护能力", "双方无监护能力"):
            return "差"
        row = self.slow.carer_row(child)
        able = None if row is None else self.able(row[0])
        if row is None or able is None:
            return "未采集"
        (health,) = self.slow.conn.execute("SELECT health FROM kin WHERE id = ?", (row[0],)).fetchone()
        return "差" if not able else "较好" if health in GOOD_HEALTH else "一般"

    def aids(self, child: int) -> set[str]:
        return {word if word in (*AIDS, "无") else "其他" for word in self.rows[child][7].split("、") if word}

    def aid(self, child: int) -> str:
        found = self.aids(child)
        return "有救助（人数）" if found - {"无"} else "无" if found else "未采集"


def register(slow: Slow) -> Grid:
    """(grade's number or "", sex or "") → pupils, left-behind, who is away (4), who cares (5), boarding (3)."""
    of = Children(slow)
    left = set(slow.left)
    lines: list[tuple[str, Callable[[int], bool]]] = [
        (str(grade), lambda child, grade=grade: slow.base.grade(child, slow.on) == grade)  # type: ignore[misc]
        for grade in sorted({slow.base.grade(child, slow.on) for child in slow.pupils})
    ]
    found: Grid = {}
    for name, inside in [*lines, ("", lambda _child: True)]:
        for sex in ("", "男", "女"):
            pupils = [child for child in slow.pupils if inside(child) and sex in ("", of.sex(child))]
            mine = [child for child in pupils if child in left]
            away = [slow.who_is_away(child) for child in mine]
            carers = [slow.carer(child) for child in mine]
            rooms = [of.boarding(child) for child in mine]
            found[name, sex] = [
                len(pupils), len(mine), *(away.count(one) for one in ("both", "father", "mother", "unknown")),
                *(carers.count(one) for one in ("grandparents", "parent", "relatives", "others", "unknown")),
                *(rooms.count(one) for one in ("寄宿", "走读", "未采集")),
            ]  # fmt: skip
    return found


def counted_by_civil(slow: Slow) -> list[int]:
    """Who is left-behind as civil affairs say."""
    return [child for child in slow.pupils if civil_status(slow.snapshot.children[child], slow.on).value]


def civil(slow: Slow) -> Grid:
    """(what is asked, its part) → all, each age with boys and girls, those without an age."""
    of = Children(slow)
    every = counted_by_civil(slow)
    asked: dict[str, Callable[[int], str]] = {
        "户籍": of.household, "健康": of.health, "住宿": of.boarding, "留守原因": of.cause, "实际照料": of.care,
        "监护情况": of.condition, "救助保障": of.aid,
    }  # fmt: skip
    found: Grid = {("合计", ""): by_age(of, every)}
    for what, part_of in asked.items():
        parts = [part_of(child) for child in every]
        for part in set(parts):
            found[what, part] = by_age(of, [child for child, one in zip(every, parts, strict=True) if one == part])
    for aid in AIDS:
        found["其中（人次）", aid] = by_age(of, [child for child in every if aid in of.aids(child)])
    return found


def by_age(of: Children, children: list[int]) -> list[int]:
    """The eleven columns."""
    columns = [len(children)]
    for first, last in AGES:
        here = [child for child in children if first <= of.age(child) <= last]
        columns += [len(here), *(sum(of.sex(child) == sex for child in here) for sex in ("男", "女"))]
    return [*columns, len(children) - columns[1] - columns[4] - columns[7]]
