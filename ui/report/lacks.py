"""What lacks, in words and with its way: the child and how often, the room and why, the thing and its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.cards import class_name_on
from app.enrolment import class_on, classes_by_id
from app.equipment import standard
from app.measures import Lack
from app.shelf import BELOW, DIFFERS
from ui.care_words import kind_word
from ui.heat_words import undone_word
from ui.inspection_words import round_word
from ui.room_words import gap_words, kind_words
from ui.sentences import missing_sentence, rule_word
from ui.session import Session

MOST_DAYS = 4
"""Days that are named before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A line of the list."""

    name: str
    second: str
    lacks: str
    label: str = ""
    page: str = ""
    want: object = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("report", text)


def named(lacks: Sequence[Lack], session: Session) -> list[Named]:
    """The lines, a child or class once, those who lack most first."""
    return _Namer(session).lines(lacks)


class _Namer:
    def __init__(self, session: Session) -> None:
        self._session, self._snapshot, self._day = session, session.snapshot, session.today
        self._classes = classes_by_id(self._snapshot)
        self._rooms = {one.id: one for one in self._snapshot.rooms}

    def lines(self, lacks: Sequence[Lack]) -> list[Named]:
        people: dict[tuple[str, int], list[Lack]] = {}
        others: list[Named] = []
        for one in lacks:
            if one.what in ("child", "class") and one.id:
                people.setdefault((one.what, one.id), []).append(one)
            else:
                others.append(self._other(one))
        ranked = sorted(people.items(), key=lambda pair: (-sum(one.times for one in pair[1]), self._order(*pair[0])))
        return [self._person(what, number, ones) for (what, number), ones in ranked] + others

    def _order(self, what: str, number: int) -> tuple[object, ...]:
        if what == "child" and number in self._snapshot.children:
            return (self._snapshot.children[number].pinyin, number)
        return ("", number)

    def _person(self, what: str, number: int, ones: list[Lack]) -> Named:
        key = ones[0].key
        if what == "class":
            name = self._class_name(number)
            return Named(name, "", self._times(ones), _tr("去安排"), "activities", None)
        child = self._snapshot.children[number]
        found = class_on(child, self._classes, self._day, self._snapshot.school.system)
        second = class_name_on(found, self._snapshot, self._day) if found else ""
        if ones[0].day is None:
            said = missing_sentence(key.split()) if key else _tr("还没有")
        else:
            said = self._times(ones)
        return Named(child.name, second, said, _tr("打开档案"), "roster", number)

    def _class_name(self, number: int) -> str:
        found = self._classes.get(number)
        return class_name_on(found, self._snapshot, self._day) if found else ""

    def _times(self, ones: list[Lack]) -> str:
        count = sum(one.times for one in ones)
        days = sorted(one.day for one in ones if one.day is not None)
        listed = "、".join(_tr("{0}月{1}日").format(day.month, day.day) for day in days[-MOST_DAYS:])
        more = _tr("等") if len(days) > MOST_DAYS else ""
        return _tr("{0} {1} 次，最晚 {2}{3}").format(undone_word(ones[0].key), count, listed, more)

    def _other(self, one: Lack) -> Named:
        ways: dict[str, Callable[[Lack], Named]] = {
            "room": self._room, "opening": self._opening, "finding": self._finding, "thing": self._thing,
            "need": self._need, "activity": self._activity, "stage": self._stage, "school": self._school,
            "round": self._round, "problem": self._problem,
        }  # fmt: skip
        return ways.get(one.what, self._words)(one)

    def _room_name(self, number: int) -> str:
        return self._rooms[number].name if number in self._rooms else ""

    def _room(self, one: Lack) -> Named:
        if not one.id:
            return Named(kind_words()[one.key], "", _tr("还没有这一间"), _tr("去活动室"), "rooms", None)
        gaps = gap_words()
        said = "、".join(gaps.get(each, each) for each in one.key.split())
        return Named(self._room_name(one.id), "", said, _tr("去活动室"), "rooms", one.id)

    def _opening(self, one: Lack) -> Named:
        assert one.day is not None
        day = _tr("{0}月{1}日").format(one.day.month, one.day.day)
        want = (one.id, one.day.isoformat())
        return Named(self._room_name(one.id), f"{day} {one.key}", _tr("该开没记"), _tr("去补记"), "rooms", want)

    def _finding(self, one: Lack) -> Named:
        day = _tr("{0}月{1}日查出").format(one.day.month, one.day.day) if one.day else ""
        return Named(self._room_name(one.id), day, one.key, _tr("去整改"), "rooms", one.id)

    def _thing(self, one: Lack) -> Named:
        asset = self._session.store.inventory.asset(one.id)
        said = {BELOW: _tr("账上少于零"), DIFFERS: _tr("盘点对不上")}.get(one.key, one.key)
        name, number = (asset.name, asset.number) if asset is not None else ("", "")
        return Named(name, number, said, _tr("去台账"), "ledger", one.id)

    def _need(self, one: Lack) -> Named:
        item = next((each for each in standard() if each.key == one.key), None)
        name, unit = (item.name, item.unit) if item is not None else (one.key, "")
        return Named(name, "", _tr("还缺 {0} {1}").format(one.times, unit), _tr("看还缺的"), "ledger", "standard")

    def _activity(self, one: Lack) -> Named:
        held = self._session.store.activities.of_record(one.id)
        theme = held.theme if held is not None and held.theme else kind_word(one.key)
        day = _tr("{0}月{1}日").format(one.day.month, one.day.day) if one.day else ""
        said = _tr("没有照片或材料")
        return Named(theme, f"{day} {kind_word(one.key)}", said, _tr("去放照片"), "activities", one.id)

    def _stage(self, one: Lack) -> Named:
        day = _tr("{0}月{1}日前").format(one.day.month, one.day.day) if one.day else ""
        return Named(one.key, day, _tr("到期没做完"), _tr("去看计划"), "plan", None)

    def _school(self, one: Lack) -> Named:
        said = _tr("还差 {0} 次").format(one.times)
        what = kind_word(one.key) if one.day is None else rule_word(one.key)
        return Named(what, "", said, _tr("去安排"), "activities", None)

    def _round(self, one: Lack) -> Named:
        want = f"round:{one.key}"
        return Named(round_word(one.key), "", _tr("这学期还没查过"), _tr("去记检查"), "inspection", want)

    def _problem(self, one: Lack) -> Named:
        day = _tr("{0}月{1}日查出").format(one.day.month, one.day.day) if one.day else ""
        return Named(one.key, day, _tr("没改好"), _tr("去整改"), "inspection", ("problem", one.id))

    def _words(self, one: Lack) -> Named:
        said = {
            "no_head": (_tr("领导小组"), _tr("没有组长")), "no_members": (_tr("领导小组"), _tr("没有组员")),
            "no_keeper": (_tr("留守儿童之家"), _tr("没有负责人")), "no_plan": (_tr("工作计划"), _tr("还没有写")),
            "no_review": (_tr("总结"), _tr("还没有写")),
            "no_paper": (_tr("材料"), _tr("还差 {0} 份").format(one.times)),
        }.get(one.key, (one.key, ""))  # fmt: skip
        return Named(said[0], "", said[1])

