"""农村留守儿童基本情况登记表 on A4, filled or blank (paper.md §5); what is too long goes on on 附页."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.paper.form_grid import Filled, Number, Row
from ui.paper.form_rows import LEFT, NEEDS, RIGHT, RegistrationForm, X, needs_row, sections
from ui.paper.lines import wrap
from ui.paper.page import Page
from ui.paper.type import Face, width_mm

TOP = 33.0
GROWTH = 10.0
"""mm the form may grow before a text continues on 附页."""
FOOT = 297 - 12.0
LINE = 6.6
PAGE_LINES = int((FOOT - TOP - 24) / LINE)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RegistrationForm", text)


class FormSheets:
    """One form laid out: its sections with the heights of their rows, and what goes to 附页."""

    def __init__(self, form: RegistrationForm) -> None:
        self.form = form
        self.sections = sections(form)
        self.needs = needs_row(form)
        self.rest: list[tuple[str, str]] = []
        self._fit()
        self.further = further_pages(self.rest)

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return 1 + len(self.further)

    def paint(self, page: Page, number: int) -> None:
        """Paint sheet `number`, from 1."""
        if number == 1:
            self._paint_form(page)
        else:
            _paint_further(page, self.form, self.further[number - 2])
        words = _tr("第 {0} 页 共 {1} 页").format(number, self.count)
        page.text(RIGHT, self._foot(number), words, Face.FORM, 9.0, "right")

    def _rows(self) -> list[Row]:
        return [row for _title, rows in self.sections for row in rows] + [self.needs]

    def _growth(self) -> float:
        return sum(row.needed() - row.height for row in self._rows())

    def _fit(self) -> None:
        """Let rows grow by ten millimetres; then the help text goes on on 附页, then the row that grows most."""
        if self._growth() > GROWTH:
            others = self._growth() - (self.needs.needed() - self.needs.height)
            self._cut(self.needs, NEEDS + max(0.0, GROWTH - others))
        while self._growth() > GROWTH:
            widest = max(self._rows(), key=lambda row: row.needed() - row.height)
            if not self._cut(widest, widest.height):
                return

    def _cut(self, row: Row, height: float) -> bool:
        shortened = False
        for cell in row.cells:
            if isinstance(cell, (Filled, Number)) and cell.needed() > height and (rest := cell.cut(height)):
                self.rest.append((cell.name, rest))
                shortened = True
        return shortened

    def _foot(self, number: int) -> float:
        return self._bottom() + 15.2 if number == 1 else FOOT

    def _bottom(self) -> float:
        return TOP + sum(row.needed() for row in self._rows())

    def _paint_form(self, page: Page) -> None:
        _head(page, _tr("农村留守儿童基本情况登记表"), self.form)
        y = TOP
        for title, rows in self.sections:
            y = _paint_section(page, title, rows, y)
        height = self.needs.needed()
        self.needs.paint(page, y, height)
        page.rect(LEFT, TOP, RIGHT - LEFT, y + height - TOP, 0.5)
        _signatures(page, y + height)


def _head(page: Page, title: str, form: RegistrationForm) -> None:
    page.text(105, 18.4, title, Face.SONG, 20.0, "center")
    wide = page.text(LEFT, 28.9, _tr("填报单位（盖章）"), Face.FORM, 11.0)
    day = form.day or _tr("　　　　年　　月　　日")
    date_wide = page.text(RIGHT, 28.9, day, Face.FORM, 11.0, "right")
    date_wide += 2 + page.text(RIGHT - date_wide - 2, 28.9, _tr("填报日期"), Face.FORM, 11.0, "right")
    page.box(form.school, LEFT + wide + 1.5, 24.4, RIGHT - LEFT - wide - date_wide - 6, 8.0, Face.KAI, 13.0)


def _paint_section(page: Page, title: str, rows: Sequence[Row], y: float) -> float:
    top = y
    for row in rows:
        height = row.needed()
        if row is not rows[0]:
            page.line(X[0], y, RIGHT, y, 0.2)
        row.paint(page, y, height)
        y += height
    step = 4.9
    first = (top + y) / 2 - step * (len(title) - 1) / 2
    for place, character in enumerate(title):
        page.text(LEFT + 4, first + place * step, character, Face.SONG, 12.0, "center")
    page.line(X[0], top, X[0], y, 0.2)
    page.line(LEFT, y, RIGHT, y, 0.35)
    return y


def _signatures(page: Page, bottom: float) -> None:
    centre = bottom + 7.2
    for x, word, end in ((17, _tr("单位负责人"), 69), (77, _tr("复核人"), 129), (137, _tr("填表人"), 189)):
        wide = page.text(x, centre, word, Face.FORM, 11.5)
        page.writing_line(x + wide + 2, end, centre + 2.8)
    hint = _tr("填表说明：在（ ）内打√；已去世、失踪或没有的填“—”，不清楚的留空。")
    page.text(LEFT, bottom + 15.2, hint, Face.FORM, 9.0)


def _paint_further(page: Page, form: RegistrationForm, blocks: Sequence[tuple[str, Sequence[str]]]) -> None:
    _head(page, _tr("农村留守儿童基本情况登记表（附页）"), form)
    y = TOP + 6
    whose = _tr("{0}  {1}").format(form.name, form.class_name)
    page.box(whose, LEFT, y - 4, RIGHT - LEFT, 8, Face.KAI, 14.0, min_pt=7.0)
    y += 8
    for title, lines in blocks:
        page.text(LEFT, y, _tr("{0}（接上页）").format(title), Face.SONG, 11.0)
        for line in lines:
            y += LINE
            page.text(LEFT, y, line, Face.KAI, 12.5)
        y += LINE + 4


def further_pages(rest: Sequence[tuple[str, str]]) -> list[list[tuple[str, list[str]]]]:
    """What goes on, set in lines of the whole width and shared out to sheets."""
    pages: list[list[tuple[str, list[str]]]] = []
    room = 0
    for title, text in rest:
        lines = wrap(text, RIGHT - LEFT, lambda part: width_mm(part, Face.KAI, 12.5))
        while lines:
            if room < 3:
                pages.append([])
                room = PAGE_LINES
            taken, lines = lines[: room - 2], lines[room - 2 :]
            pages[-1].append((title, taken))
            room -= len(taken) + 2
    return pages
