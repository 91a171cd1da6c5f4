"""帮扶记录册: one child's page in a mentor's record book of a term, to write in and to sign (REQ 9.3, 9.8)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Filled, Number, Row, Words
from ui.paper.models import Adult
from ui.paper.page import Page
from ui.paper.record_grid import LEFT, RIGHT, Duty, Section, sections
from ui.paper.registration_form import LINE, further_pages
from ui.paper.type import Face

TOP, BOTTOM = 29.4, 267.0
"""Where the first row begins, and where what is signed stands."""
GAP = 3.0
LOW, GOAL = 9.0, 8.4
BLOCK, MOST = 15.5, 36.0
"""mm of the texts on the situation and the plan; a longer one goes on on 附页."""
SUMMARY = 7
"""Lines for the end of the term at most."""
GOALS = 2
"""Rows for goals there are at least, to write in."""
X = (LEFT, 33.0)


@dataclass(frozen=True, slots=True)
class Aim:
    """One goal of the plan."""

    words: str
    by: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class BookPage:
    """What stands on a child's page; empty fields are to be written by hand."""

    child_id: int
    school: str
    term: str
    mentor: str
    name: str
    class_name: str = ""
    sex: str = ""
    age: str = ""
    boarding: str = ""
    village: str = ""
    since: str = ""
    call_time: str = ""
    people: tuple[Adult, ...] = ()
    situation: str = ""
    plan: str = ""
    aims: tuple[Aim, ...] = ()
    duties: tuple[Duty, ...] = ()


@dataclass(slots=True)
class _Sheet:
    sections: list[Section] = field(default_factory=list)
    used: float = 0.0

    def heights(self) -> list[float]:
        """What each section takes, with its share of the room that is left."""
        spare = BOTTOM - TOP - self.used
        could = sum(one.most() - one.least() for one in self.sections)
        share = min(1.0, spare / could) if could > 0 and spare > 0 else 0.0
        return [one.least() + share * (one.most() - one.least()) for one in self.sections]


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecordBook", text)


class BookSheets:
    """One child's page laid out: usually one sheet, more where rules, texts or records are many."""

    def __init__(self, found: BookPage) -> None:
        self.found = found
        self.rest: list[tuple[str, str]] = []
        self.rows = self._rows()
        self.head = sum(row.needed() for row in self.rows)
        self._sheets = self._shared_out(sections(found.duties))
        for sheet in self._sheets:
            for section, high in zip(sheet.sections, sheet.heights(), strict=True):
                self.rest += section.too_long(high)
        self.further = further_pages(self.rest)

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return len(self._sheets) + len(self.further)

    def paint(self, page: Page, number: int, place: tuple[int, int]) -> None:
        """Paint sheet `number` of this child, from 1; `place` is its number in the book and how many that has."""
        _title(page, self.found, again=number > 1)
        if number > len(self._sheets):
            self._paint_further(page, self.further[number - 1 - len(self._sheets)])
        else:
            self._paint_sheet(page, number)
        words = _tr("第 {0} 页 共 {1} 页").format(*place)
        page.text((LEFT + RIGHT) / 2, 284.0, words, Face.FORM, 9.0, "center")

    def _rows(self) -> list[Row]:
        rows = [*_who(self.found), *_family(self.found), *self._plan()]
        rows += [_aim(one) for one in self.found.aims]
        return rows + [_aim(Aim(""))] * max(0, GOALS - len(self.found.aims))

    def _plan(self) -> list[Row]:
        words = (_tr("现在的情况"), _tr("帮扶计划"))
        filled = [
            Filled(33, 72, self.found.situation, pt=11.5, align="left", name=words[0]),
            Filled(121, 72, self.found.plan, pt=11.5, align="left", name=words[1]),
        ]
        for cell in filled:
            if cell.needed() > MOST and (rest := cell.cut(MOST)):
                self.rest.append((cell.name, rest))
        now, plan = Words(LEFT, 16, _tr("现在的\n情况")), Words(105, 16, _tr("帮扶\n计划"))
        block = Row(BLOCK, [now, filled[0], plan, filled[1]])
        titles = Row(6.5, [Words(LEFT, 112, _tr("这学期的目标"), 9.5), Words(129, 24, _tr("到哪天"), 9.5),
                           Words(153, 40, _tr("做到了吗"), 9.5)])  # fmt: skip
        return [block, titles]

    def _shared_out(self, found: Sequence[Section]) -> list[_Sheet]:
        sheets = [_Sheet(used=self.head)]
        for section in found:
            if sheets[-1].used + GAP + section.least() > BOTTOM - TOP and (sheets[-1].sections or len(sheets) == 1):
                sheets.append(_Sheet())
            sheets[-1].sections.append(section)
            sheets[-1].used += GAP + section.least()
        return sheets

    def _paint_sheet(self, page: Page, number: int) -> None:
        sheet, y = self._sheets[number - 1], TOP
        if number == 1:
            for row in self.rows:
                if row is not self.rows[0]:
                    page.line(LEFT, y, RIGHT, y, 0.2)
                row.paint(page, y, row.needed())
                y += row.needed()
            page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
            y += GAP
        for section, high in zip(sheet.sections, sheet.heights(), strict=True):
            section.paint(page, y, high)
            y += high + GAP
        if number == len(self._sheets):
            self._end(page, y)

    def _end(self, page: Page, y: float) -> None:
        """What room is left is for the mentor's words at the end of the term; then whoever signs."""
        if BOTTOM - y > 12:
            page.text(LEFT, y + 3.4, _tr("期末小结"), Face.SONG, 10.5)
            line = y + 8.6
            first = LEFT + 18
            while line <= min(BOTTOM, y + 8.6 + 9.0 * SUMMARY):
                page.writing_line(first, RIGHT, line)
                line, first = line + 9.0, LEFT
        centre = BOTTOM + 8.0
        signed = ((LEFT, _tr("代理家长签名"), 84.0), (90.0, _tr("学校检查"), 142.0), (148.0, _tr("日期"), RIGHT))
        for x, word, end in signed:
            wide = page.text(x, centre, word, Face.FORM, 10.5)
            page.writing_line(x + wide + 2, end, centre + 2.8)

    def _paint_further(self, page: Page, blocks: Sequence[tuple[str, Sequence[str]]]) -> None:
        y = TOP + 4
        for title, lines in blocks:
            page.text(LEFT, y, title, Face.SONG, 11.0)
            for line in lines:
                y += LINE
                page.text(LEFT, y, line, Face.KAI, 12.5)
            y += LINE + 4


def _title(page: Page, found: BookPage, *, again: bool) -> None:
    """The head of a sheet; one that goes on says whose it is."""
    if again:
        whose = _tr("{0}  {1}").format(found.name, found.class_name)
        page.box(whose, LEFT, 11.6, 64.0, 9.6, Face.KAI, 14.0, min_pt=7.0)
    page.text((LEFT + RIGHT) / 2, 16.4, _tr("帮扶记录册"), Face.SONG, 19.0, "center")
    wide = page.text(136.0, 16.8, _tr("代理家长"), Face.FORM, 10.5)
    page.box(found.mentor, 138.0 + wide, 12.6, RIGHT - 138.0 - wide, 8.4, Face.KAI, 14.0, min_pt=8.0)
    wide = page.text(RIGHT, 26.0, found.term, Face.FORM, 10.5, "right")
    page.box(found.school, LEFT, 22.2, RIGHT - LEFT - wide - 4, 7.4, Face.KAI, 12.0, min_pt=7.5)


def _who(found: BookPage) -> list[Row]:
    first: list[Cell] = [
        Words(LEFT, 16, _tr("孩子")), Filled(33, 40, found.name, pt=14.0),
        Words(73, 11, _tr("性别")), Filled(84, 11, found.sex),
        Words(95, 11, _tr("年龄")), Filled(106, 15, found.age),
        Words(121, 11, _tr("班级")), Filled(132, 26, found.class_name),
        Words(158, 11, _tr("上学")), Filled(169, 24, found.boarding),
    ]  # fmt: skip
    second: list[Cell] = [
        Words(LEFT, 16, _tr("村组")), Filled(33, 44, found.village),
        Words(77, 18, _tr("结对时间")), Filled(95, 33, found.since, pt=11.5),
        Words(128, 18, _tr("约好通话")), Filled(146, 47, found.call_time, pt=11.5),
    ]  # fmt: skip
    return [Row(9.5, first), Row(LOW, second)]


def _family(found: BookPage) -> list[Row]:
    rows = []
    for adult in found.people or (Adult("", ""), Adult("", "")):
        word = f"{adult.word}\n{adult.tag}" if adult.tag else adult.word
        rows.append(Row(LOW, [
            Filled(LEFT, 16, word, pt=12.0), Filled(33, 40, adult.name, pt=13.0), Number(73, 37, adult.numbers, 13.0),
            Filled(110, RIGHT - 110, adult.where, pt=11.0, align="left"),
        ]))  # fmt: skip
    return rows


def _aim(aim: Aim) -> Row:
    return Row(GOAL, [
        Filled(LEFT, 112, aim.words, pt=11.5, align="left"), Filled(129, 24, aim.by, pt=11.0),
        Filled(153, 40, aim.result, pt=11.0, align="left"),
    ])  # fmt: skip
