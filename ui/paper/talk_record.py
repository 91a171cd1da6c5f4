"""谈心记录: two talks to a sheet of A4, filled or to be written in (domain.md §3); a long one takes a sheet alone."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Filled, Options, Row, Words
from ui.paper.page import Page
from ui.paper.registration_form import LINE, further_pages
from ui.paper.ruled import DayTime, Ruled, form_head, share_out
from ui.paper.type import Face

LEFT, RIGHT = 17.0, 193.0
ROW = 9.0
HALF, WHOLE = 106.0, 240.0
"""mm of rows and blocks that half a sheet, and a whole one, has room for."""
TOPS = (10.0, 150.0)
HEAD = 20.0


@dataclass(frozen=True, slots=True)
class TalkForm:
    """What one form says; empty fields are to be written by hand."""

    school: str
    term: str = ""
    number: str = ""
    child_id: int = 0
    name: str = ""
    sex: str = ""
    age: str = ""
    class_name: str = ""
    teacher: str = ""
    day: date | None = None
    place: str = ""
    minutes: str = ""
    mood: str = ""
    said: str = ""
    answered: str = ""
    """What the child said."""
    plan: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TalkRecord", text)


class TalkSheets:
    """One form laid out; `is_long`: it needs a sheet of its own."""

    def __init__(self, form: TalkForm) -> None:
        self.form = form
        self.rows = _rows(form)
        self.blocks = [
            Ruled(_tr("谈了什么"), 3, form.said), Ruled(_tr("孩子怎么说\n有什么反应"), 2, form.answered),
            Ruled(_tr("办法和跟进"), 2, form.plan),
        ]  # fmt: skip
        lacks = sum(block.short() for block in self.blocks) - sum(block.spare() for block in self.blocks)
        self.is_long = lacks > 0
        room = WHOLE if self.is_long else HALF
        used = sum(row.needed() for row in self.rows) + sum(block.height for block in self.blocks)
        self.further = further_pages(share_out(self.blocks, max(0, int((room - used) / 9.0)) if self.is_long else 0))

    def paint(self, page: Page, top: float) -> None:
        """Paint the form from `top` down."""
        form = self.form
        left = f"{form.school}  {form.term}".strip()
        right = _tr("编号 {0}").format(form.number) if form.number else _tr("编号 ")
        form_head(page, top, _tr("谈心记录"), left, right, 17.0)
        y = start = top + HEAD
        for row in self.rows:
            row.paint(page, y, row.needed())
            y += row.needed()
            page.line(LEFT, y, RIGHT, y, 0.2)
        for block in self.blocks:
            block.paint(page, y)
            y += block.height
            page.line(LEFT, y, RIGHT, y, 0.2)
        page.rect(LEFT, start, RIGHT - LEFT, y - start, 0.5)
        centre = y + 6.0
        signed = ((LEFT, _tr("谈心老师签名"), 84.0), (90.0, _tr("学生"), 128.0), (134.0, _tr("检查"), RIGHT))
        for x, word, end in signed:
            wide = page.text(x, centre, word, Face.FORM, 10.5)
            page.writing_line(x + wide + 2, end, centre + 2.8)

    def paint_further(self, page: Page, number: int) -> None:
        """What found no room, on a sheet of its own; `number` from 0."""
        y = 20.0
        page.box(f"{self.form.name}  {self.form.class_name}", LEFT, y - 4, RIGHT - LEFT, 8, Face.KAI, 14.0, min_pt=7.0)
        y += 9
        for title, lines in self.further[number]:
            page.text(LEFT, y, _tr("谈心记录，{0}（接上页）").format(title), Face.SONG, 11.0)
            for line in lines:
                y += LINE
                page.text(LEFT, y, line, Face.KAI, 12.5)
            y += LINE + 4


def _rows(form: TalkForm) -> list[Row]:
    moods = (_tr("好"), _tr("一般"), _tr("低落"))
    subjects = (_tr("学习"), _tr("生活"), _tr("心情"), _tr("同学"), _tr("健康"), _tr("家里"))
    return [
        Row(ROW, [
            Words(LEFT, 24, _tr("学生姓名")), Filled(41, 40, form.name, pt=14.0), Words(81, 14, _tr("性别")),
            Filled(95, 14, form.sex), Words(109, 14, _tr("年龄")), Filled(123, 20, form.age),
            Words(143, 16, _tr("班级")), Filled(159, 34, form.class_name),
        ]),
        Row(ROW, [
            Words(LEFT, 24, _tr("谈心老师")), Filled(41, 40, form.teacher), Words(81, 14, _tr("时间")),
            DayTime(95, 48, form.day), Words(143, 16, _tr("多久")), Filled(159, 34, form.minutes),
        ]),
        Row(ROW, [
            Words(LEFT, 24, _tr("地点")), Filled(41, 40, form.place), Words(81, 14, _tr("心情")),
            Options(95, 98, [(word, word == form.mood) for word in moods]),
        ]),
        Row(ROW, [Words(LEFT, 24, _tr("谈哪方面")), Options(41, 152, [(word, False) for word in subjects])]),
    ]  # fmt: skip
