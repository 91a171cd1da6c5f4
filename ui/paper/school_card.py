"""联系卡: the card school, family and mentor keep, two to an A4 (paper.md §2)."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.paper.lines import wrap
from ui.paper.models import Adult, SchoolCard
from ui.paper.page import Page, text_height
from ui.paper.type import Face, width_mm

PER_SHEET = 2
LEFT = 12.0
RIGHT = 198.0
TOPS = (11.5, 155.5)
CUT = 148.5
TABLE = 48.0
TABLE_END = 104.2
HEAD = 5.8
TALL = 12.6
TALLEST = 15.5
DEAD = 9.0
LEAST = 8.5
"""From this height on, room that is left becomes an empty row to write in."""
ROOM = TABLE_END - TABLE - HEAD
COLUMNS = (13.0, 30.0, 55.0, 102.0)
WIDTHS = (16.0, 23.5, 45.0, 95.0)
NONE = "—"
MOST_ADULTS = 4
"""Rows of the table; further people go to a second card of the same child, never into smaller type."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SchoolCard", text)


def paint_sheet(page: Page, cards: Sequence[SchoolCard]) -> None:
    """Paint up to two cards on one A4 with the cut line between them."""
    for top, card in zip(TOPS, cards[:PER_SHEET], strict=False):
        _head(page, card, top)
        _child(page, card, top)
        _table(page, card.adults, top)
        _staff(page, card, top)
        _foot(page, card, top)
    page.cut(10.0, CUT, 200.0, CUT)


def _head(page: Page, card: SchoolCard, y: float) -> None:
    wide = page.text(LEFT, y + 3.6, _tr("联系卡"), Face.SONG, 20.0)
    copy_wide = width_mm(card.copy, Face.SANS, 10.5) + 5
    page.box(card.school, LEFT + wide + 5, y, RIGHT - LEFT - wide - copy_wide - 12, 8, Face.SANS, 12.0)
    page.rect(RIGHT - copy_wide, y + 0.3, copy_wide, 6.6, 0.3)
    page.text(RIGHT - copy_wide / 2, y + 3.6, card.copy, Face.SANS, 10.5, "center")
    page.line(LEFT, y + 8.6, RIGHT, y + 8.6, 0.5)


def _child(page: Page, card: SchoolCard, y: float) -> None:
    page.cells(card.name, LEFT, y + 11, 15.0, 62.0)
    _pair(page, _tr("证件号码"), card.id_number, LEFT, y + 27.6, 62.0, Face.SANS, 12.0, gap=15.0)
    middle = LEFT + 66.0
    _pair(page, _tr("班级"), card.class_name, middle, y + 11.4, 34.0)
    _pair(page, _tr("性别"), card.sex, middle + 36, y + 11.4, 20.0)
    _pair(page, _tr("民族"), card.ethnicity, middle + 58, y + 11.4, 35.0)
    _pair(page, _tr("出生"), card.birth, middle, y + 19.4, 46.0)
    _pair(page, _tr("上学"), card.to_school, middle + 48, y + 19.4, 45.0)
    if _time_below(card):
        _pair(page, _tr("要注意"), card.attention, middle, y + 26.4, 93.0, Face.BOLD, 12.0, gap=11.5, height=8.6,
              min_pt=7.5)
    else:
        _pair(page, _tr("要注意"), card.attention, middle, y + 27.4, 46.0, Face.BOLD, 12.0, gap=11.5)
        _pair(page, _tr("约好通话"), card.call_time, middle + 48, y + 27.4, 45.0, gap=15.0)
    _pair(page, _tr("家庭住址"), card.address, LEFT, y + 35.0, 159.0, gap=15.0, height=11.0)
    _photo(page, card, RIGHT - 25, y + 10.6)


def _photo(page: Page, card: SchoolCard, x: float, y: float) -> None:
    picture = card.photo()
    if picture is not None:
        page.picture(picture, x, y, 25, 35)
    else:
        page.text(x + 12.5, y + 15.6, _tr("贴照片处"), Face.SANS, 10.0, "center", "#555555")
        page.text(x + 12.5, y + 20.2, _tr("（1 寸）"), Face.SANS, 9.0, "center", "#555555")
    page.rect(x, y, 25, 35, 0.3)


def _time_below(card: SchoolCard) -> bool:
    """Whether the agreed time stands at the foot: what is to be noted takes the whole line, or the time is long."""
    return width_mm(card.attention, Face.BOLD, 12.0) > 33.0 or width_mm(card.call_time, Face.KAI, 9.0) > 29.0


def _pair(page: Page, label: str, value: str, x: float, y: float, w: float, face: Face = Face.KAI, pt: float = 13.0, *,
          gap: float = 8.5, height: float = 6.6, min_pt: float = 9.0) -> None:
    """A printed word and what is filled in; nothing known = a line to write on."""
    page.text(x, y + height / 2, label, Face.SANS, 9.5)
    if value:
        page.box(value, x + gap, y, w - gap, height, face, pt, min_pt=min_pt)
    else:
        page.writing_line(x + gap, x + w - 1, y + height - 0.6)


def _table(page: Page, adults: Sequence[Adult], y: float) -> None:
    page.line(LEFT, y + TABLE, RIGHT, y + TABLE, 0.5)
    for x, word in zip(COLUMNS, (_tr("家里人"), _tr("姓名"), _tr("电话"), _tr("在哪里、做什么")), strict=True):
        page.text(x, y + TABLE + HEAD / 2, word, Face.SANS, 9.0)
    top = y + TABLE + HEAD
    page.line(LEFT, top, RIGHT, top, 0.2)
    end = y + TABLE_END
    for adult, height in zip(adults, _heights(adults), strict=True):
        _adult(page, adult, top, height)
        top += height
        if end - top > 1:
            page.line(LEFT, top, RIGHT, top, 0.2)
    _empty_rows(page, top, end)
    page.line(LEFT, end, RIGHT, end, 0.5)


def portions(adults: Sequence[Adult]) -> list[Sequence[Adult]]:
    """Share the people out to as many cards as they need: at most four to a card, and only whole rows."""
    parts: list[list[Adult]] = [[]]
    for adult in adults:
        used = sum(_needed(other) for other in parts[-1])
        if parts[-1] and (len(parts[-1]) == MOST_ADULTS or used + _needed(adult) > ROOM + 0.01):
            parts.append([])
        parts[-1].append(adult)
    return list(parts)


def _needed(adult: Adult) -> float:
    """The least height of a row in mm: its text at 9 points fits."""
    if adult.gone:
        return DEAD
    lines = wrap(adult.where, WIDTHS[3], lambda part: width_mm(part, Face.KAI, 9.0))
    return min(ROOM, max(TALL, text_height(len(lines), 9.0) + 0.8))


def _heights(adults: Sequence[Adult]) -> list[float]:
    """Rows of 12.6 mm; two numbers get 15.5; what is no room for a row to write in is shared out."""
    heights = [_needed(adult) for adult in adults]
    spare = ROOM - sum(heights)
    for place, adult in enumerate(adults):
        more = TALLEST - heights[place]
        if len(adult.numbers) > 1 and more > 0 and spare - more >= LEAST:
            heights[place] += more
            spare -= more
    living = [place for place, adult in enumerate(adults) if not adult.gone]
    if spare < LEAST:
        for place in living:
            heights[place] += spare / len(living)
    return heights


def _empty_rows(page: Page, top: float, end: float) -> None:
    while end - top >= LEAST:
        bottom = min(top + TALL, end) if end - top - TALL >= LEAST else end
        for x, wide in zip(COLUMNS, WIDTHS, strict=True):
            page.line(x, bottom - 2.4, x + wide - 2, bottom - 2.4, 0.15, "#777777", (0.8, 0.8))
        if bottom < end:
            page.line(LEFT, bottom, RIGHT, bottom, 0.2)
        top = bottom


def _adult(page: Page, adult: Adult, y: float, h: float) -> None:
    if adult.tag:
        page.box(adult.word, COLUMNS[0], y + 0.4, WIDTHS[0], h / 2 + 0.4, Face.BOLD, 13.0, min_pt=8.0)
        page.text(COLUMNS[0], y + h / 2 + min(3.4, h / 3.6), adult.tag, Face.BOLD, 9.0)
    else:
        page.box(adult.word, COLUMNS[0], y, WIDTHS[0], h, Face.BOLD, 13.0, min_pt=8.0)
    page.box(adult.name, COLUMNS[1], y + 0.3, WIDTHS[1], h - 0.6, Face.KAI, 14.0)
    _dials(page, adult.numbers, y, h)
    page.box(adult.where, COLUMNS[3], y + 0.3, WIDTHS[3], h - 0.6, Face.KAI, 12.5)
    if not adult.gone and not adult.name:
        page.writing_line(COLUMNS[1], COLUMNS[1] + WIDTHS[1] - 2, y + h - 3)
    if not adult.gone and not adult.numbers:
        page.writing_line(COLUMNS[2], COLUMNS[2] + WIDTHS[2] - 2, y + h - 3)
    if not adult.where:
        page.writing_line(COLUMNS[3], COLUMNS[3] + WIDTHS[3] - 2, y + h - 3)


def _dials(page: Page, numbers: Sequence[str], y: float, h: float) -> None:
    """One number large, two on two lines, more in two columns: smaller, but all of them."""
    if numbers == (NONE,):
        page.text(COLUMNS[2], y + h / 2, NONE, Face.KAI, 14.0)
    elif len(numbers) <= 1:
        page.box("".join(numbers), COLUMNS[2], y, WIDTHS[2], h, Face.BOLD, 16.5, min_pt=10.0)
    elif len(numbers) == 2:
        page.box("\n".join(numbers), COLUMNS[2], y, WIDTHS[2], h, Face.BOLD, 15.5 if h > 13 else 14.5, min_pt=10.0)
    else:
        page.box("  ".join(number.replace(" ", "") for number in numbers), COLUMNS[2], y, WIDTHS[2], h, Face.BOLD, 11.0,
                 min_pt=8.0)


def _staff(page: Page, card: SchoolCard, y: float) -> None:
    page.rect(LEFT, y + 106, 186, 13.4, 0.4)
    boxes = (
        (_tr("班主任"), card.class_teacher, card.class_teacher_phone),
        (_tr("结对老师"), card.mentor, card.mentor_phone),
        (_tr("学校值班"), "", card.duty_phone),
    )
    for number, (label, name, phone) in enumerate(boxes):
        x = LEFT + 62 * number
        if number:
            page.line(x, y + 106, x, y + 119.4, 0.3)
        page.text(x + 2.6, y + 109.2, label, Face.SANS, 9.0)
        wide = page.number(x + 59.4, y + 115.2, phone, 14.5, 38 if number < 2 else 56.8)
        page.box(name, x + 2.6, y + 111.4, 55 - wide, 7.6, Face.KAI, 13.0, min_pt=8.0)
        if not name and number < 2:
            page.writing_line(x + 2.6, x + 22, y + 117.4)
        if not phone:
            page.writing_line(x + 26, x + 59.4, y + 117.4)


def _foot(page: Page, card: SchoolCard, y: float) -> None:
    centre = y + 126
    page.text(LEFT, centre, _tr("最近核对"), Face.SANS, 9.5)
    if card.confirmed:
        page.box(card.confirmed, LEFT + 14.6, centre - 3, 49, 6, Face.BOLD, 11.0, min_pt=7.5)
    else:
        page.writing_line(LEFT + 14.6, LEFT + 60, centre + 2.5)
    page.text(LEFT + 66, centre, _tr("照料人签名"), Face.SANS, 10.5)
    page.writing_line(LEFT + 86, LEFT + 122, centre + 2.5)
    if not _time_below(card):
        page.text(RIGHT, centre, _tr("号码变了，请打学校值班电话"), Face.SANS, 10.5, "right")
    elif card.call_time:
        words = _tr("约好通话  {0}").format(card.call_time)
        page.box(words, LEFT + 124, centre - 4, 62, 8, Face.BOLD, 11.0, min_pt=7.5, align="right")
    else:
        page.text(RIGHT - 38, centre, _tr("约好通话"), Face.SANS, 10.5, "right")
        page.writing_line(RIGHT - 36, RIGHT, centre + 2.5)
