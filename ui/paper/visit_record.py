"""家访记录 on A4, filled or to be written in (paper.md §6, look/paper/visit-record.png)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Cell, Filled, Number, Options, Row, Words
from ui.paper.page import Page
from ui.paper.registration_form import LINE, further_pages
from ui.paper.ruled import DayTime, Ruled, blank, form_head, share_out
from ui.paper.type import Face

LEFT, RIGHT = 17.0, 193.0
X = (17.0, 41.0, 75.0, 93.0, 109.0, 127.0, 147.0, 165.0)
"""24 | 34 18 16 18 20 18 28."""
TOP, ROW = 34.0, 10.0
MOST = 22.0
"""mm of a row for a sentence: what is longer goes on on 附页."""
BOTTOM = 262.0
"""Where the table ends at most; signatures and the number of the page stand below."""


@dataclass(frozen=True, slots=True)
class VisitForm:
    """What one form says; empty fields are to be written by hand."""

    school: str
    term: str = ""
    number: str = ""
    child_id: int = 0
    name: str = ""
    sex: str = ""
    age: str = ""
    class_name: str = ""
    carer: str = ""
    relation: str = ""
    phones: tuple[str, ...] = ()
    village: str = ""
    day: date | None = None
    time: str = ""
    how: str = ""
    """上门, 视频 or 电话."""
    visitors: str = ""
    present: str = ""
    purpose: str = ""
    home: str = ""
    at_home: str = ""
    at_school: str = ""
    thinks: str = ""
    """What the family says."""
    plan: str = ""
    next_day: date | None = None
    next_by: str = ""
    next_what: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("VisitRecord", text)


class VisitSheets:
    """One form laid out: its blocks with the lines they need, and what goes to 附页."""

    def __init__(self, form: VisitForm) -> None:
        self.form = form
        self.rows = _rows(form)
        self.blocks = [
            Ruled(_tr("家里情况\n住房 饮食\n安全"), 4, form.home, name=_tr("家里情况")),
            Ruled(_tr("在家表现"), 3, form.at_home), Ruled(_tr("在校表现\n（老师介绍）"), 2, form.at_school),
            Ruled(_tr("家长和照料\n人的想法"), 4, form.thinks), Ruled(_tr("商量的办法"), 3, form.plan),
        ]  # fmt: skip
        self.last = _follow_up(form)
        rest = [
            (cell.name, left) for row in (self.rows[-1], self.last) for cell in row.cells
            if isinstance(cell, Filled) and cell.needed() > MOST and (left := cell.cut(MOST))
        ]  # fmt: skip
        above = TOP + sum(row.needed() for row in self.rows) + self.last.needed()
        more = int((BOTTOM - above - sum(block.height for block in self.blocks)) / 9.0)
        self.further = further_pages([*rest, *share_out(self.blocks, max(0, more))])

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return 1 + len(self.further)

    def paint(self, page: Page, number: int) -> None:
        """Paint sheet `number`, from 1."""
        title = _tr("家访记录") if number == 1 else _tr("家访记录（附页）")
        left = f"{self.form.school}  {self.form.term}".strip()
        right = _tr("编号 {0}").format(self.form.number) if self.form.number else _tr("编号 ")
        form_head(page, 13.0, title, left, right)
        if number == 1:
            self._paint_form(page)
        else:
            self._paint_further(page, number)
        page.text(105, 284.5, _tr("第 {0} 页 共 {1} 页").format(number, self.count), Face.FORM, 9.0, "center")

    def _paint_form(self, page: Page) -> None:
        y = TOP
        for row in self.rows:
            high = row.needed()
            row.paint(page, y, high)
            y += high
            page.line(LEFT, y, RIGHT, y, 0.2)
        for block in self.blocks:
            block.paint(page, y)
            y += block.height
            page.line(LEFT, y, RIGHT, y, 0.2)
        high = self.last.needed()
        self.last.paint(page, y, high)
        page.rect(LEFT, TOP, RIGHT - LEFT, y + high - TOP, 0.5)
        _signatures(page, y + high)

    def _paint_further(self, page: Page, number: int) -> None:
        y = TOP + 4
        page.box(f"{self.form.name}  {self.form.class_name}", LEFT, y - 4, RIGHT - LEFT, 8, Face.KAI, 14.0, min_pt=7.0)
        y += 8
        for title, lines in self.further[number - 2]:
            page.text(LEFT, y, _tr("{0}（接上页）").format(title), Face.SONG, 11.0)
            for line in lines:
                y += LINE
                page.text(LEFT, y, line, Face.KAI, 12.5)
            y += LINE + 4


@dataclass(slots=True)
class _Way(Cell):
    """The village, and how one gets there to be written beside it."""

    village: str

    def paint(self, page: Page, y: float, h: float) -> None:
        result = page.box(self.village, self.x + 1.4, y + 0.6, 62.0, h - 1.2, Face.KAI, 12.5)
        x = self.x + (66.0 if result.lines else 1.4)
        x += page.text(x, y + h / 2, _tr("怎么走"), Face.FORM, 10.5)
        page.writing_line(x + 1.6, RIGHT - 3, y + h / 2 + 2.8)


def _rows(form: VisitForm) -> list[Row]:
    ways = (_tr("上门"), _tr("电话")) if form.how == _tr("电话") else (_tr("上门"), _tr("视频"))
    why = _tr("家访目的")
    return [
        Row(ROW, [
            Words(X[0], 24, _tr("学生姓名")), Filled(X[1], 34, form.name, pt=14.0), Words(X[2], 18, _tr("性别")),
            Filled(X[3], 16, form.sex), Words(X[4], 18, _tr("年龄")), Filled(X[5], 20, form.age),
            Words(X[6], 18, _tr("班级")), Filled(X[7], 28, form.class_name),
        ]),
        Row(ROW, [
            Words(X[0], 24, _tr("照料人")), Filled(X[1], 34, form.carer), Words(X[2], 18, _tr("关系")),
            Filled(X[3], 34, form.relation), Words(X[5], 20, _tr("联系电话")), Number(X[6], 46, form.phones, 14.0),
        ]),
        Row(ROW, [Words(X[0], 24, _tr("家庭住址")), _Way(X[1], 152, form.village)]),
        Row(ROW, [
            Words(X[0], 24, _tr("家访时间")), DayTime(X[1], 86, form.day, form.time), Words(X[5], 20, _tr("方式")),
            Options(X[6], 46, [(way, way == form.how) for way in ways]),
        ]),
        Row(ROW, [
            Words(X[0], 24, _tr("家访老师")), Filled(X[1], 86, form.visitors, align="left"),
            Words(X[5], 20, _tr("在场的人")), Filled(X[6], 46, form.present, align="left"),
        ]),
        Row(13.0, [Words(X[0], 24, why), Filled(X[1], 152, form.purpose, align="left", name=why)]),
    ]  # fmt: skip


def _follow_up(form: VisitForm) -> Row:
    label = Words(X[0], 24, _tr("下次跟进"))
    if form.next_day is None:
        return Row(ROW, [label, _ByHand(X[1], 152)])
    said = _tr("{0}月{1}日前").format(form.next_day.month, form.next_day.day)
    said += _tr("，由{0}办").format(form.next_by) if form.next_by else ""
    said = _tr("{0}：{1}").format(said, form.next_what) if form.next_what else said
    return Row(ROW, [label, Filled(X[1], 152, said, align="left", name=_tr("下次跟进"))])


@dataclass(slots=True)
class _ByHand(Cell):
    """____月____日前，由______办：______."""

    def paint(self, page: Page, y: float, h: float) -> None:
        parts = ((" ", 10.0), (_tr("月"), 10.0), (_tr("日前，由"), 27.0), (_tr("办："), 62.0))
        blank(page, self.x + 2.6, y + h / 2, parts)


def _signatures(page: Page, bottom: float) -> None:
    centre = bottom + 8.0
    for x, word in ((17.5, _tr("家访老师")), (78.0, _tr("照料人")), (138.0, _tr("校长"))):
        wide = page.text(x, centre, word, Face.FORM, 11.0)
        page.writing_line(x + wide + 2, x + 54, centre + 3.0)
    page.text(78.0, centre + 6.4, _tr("（不会写字可按手印）"), Face.FORM, 9.0)
