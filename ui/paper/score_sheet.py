"""考核自评表 and 代理家长考核表 on A4 across: the same table as the Excel file, with room to sign and stamp."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.children import Child
from app.days import shown
from app.school import Snapshot
from app.sheets import SheetOut
from ui.paper.form_grid import Filled, Row, Words
from ui.paper.lines import wrap
from ui.paper.output import Paper
from ui.paper.page import Page
from ui.paper.sharing import lowered, saved
from ui.paper.type import Face, width_mm
from ui.score_board import ReportBoard
from ui.score_sheets import mentor_sheet, self_sheet
from ui.session import Session

LEFT, RIGHT, TOP, BOTTOM = 12.0, 285.0, 34.0, 184.0
HEAD, LEAST, PT = 9.0, 8.0, 10.5
NOTE, NOTE_PT = 5.0, 9.5
"""mm and points of a line of the notes beneath."""
SELF, MENTORS = PAPERS = ("self_score", "mentor_score")


@dataclass(frozen=True, slots=True)
class ScoreJob:
    """The table of a term as of a day; it is about no child."""

    paper: str
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    sheet: SheetOut | None = field(default=None, compare=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ScoreSheet", text)


def score_job(session: Session, code: str, paper: str = SELF) -> ScoreJob:
    """The job for that term."""
    board = ReportBoard(session)
    board.term_code = code
    board.read()
    sheet = None
    if board.score is not None:
        sheet = self_sheet(board) if paper == SELF else mentor_sheet(board)
    return ScoreJob(paper, (), session.snapshot, session.today, sheet)


def score_paper(job: ScoreJob) -> Paper:
    """As many sheets as the rows need, the header on each."""
    return sheet_paper(job.sheet, _tr("代理家长考核表") if job.paper == MENTORS else _tr("考核自评表"))


def sheet_paper(sheet: SheetOut | None, title: str) -> Paper:
    """A table as it goes to Excel, on A4 across; `title` is that of the paper."""
    if sheet is None or not sheet.rows:
        return Paper(title, ())
    columns = _columns(sheet)
    rows = [_row(sheet, place, columns) for place in range(len(sheet.rows))]
    bottom = BOTTOM - NOTE * max(0, len(_notes(sheet)) - 2)
    parts = saved(lambda factor: _share(lowered(rows, factor), bottom))
    begins = [sum(map(len, parts[:number])) for number in range(len(parts))]
    paints = [
        partial(_paint, sheet=sheet, rows=part, begin=begin, columns=columns, place=(number + 1, len(parts)))
        for number, (part, begin) in enumerate(zip(parts, begins, strict=True))
    ]
    count = len(rows) - len(sheet.strong)
    return Paper(title, paints, count, [frozenset()] * len(parts), landscape=True)


def _columns(sheet: SheetOut) -> list[tuple[float, float]]:
    """Left edge and width of each, so that together they fill the sheet."""
    factor = (RIGHT - LEFT) / sum(one.width_mm for one in sheet.columns)
    widths = [one.width_mm * factor for one in sheet.columns]
    return [(LEFT + sum(widths[:place]), wide) for place, wide in enumerate(widths)]


def _row(sheet: SheetOut, place: int, columns: list[tuple[float, float]]) -> Row:
    covered = {span.row + step for span in sheet.spans for step in range(1, span.rows) if span.column == 0}
    cells = []
    for number, ((x, wide), column) in enumerate(zip(columns, sheet.columns, strict=True)):
        text = "" if number == 0 and place in covered else shown(sheet.rows[place][number])
        face = Face.SONG if place in sheet.strong else Face.KAI
        cells.append(Filled(x, wide, text, face, PT, "left" if column.align == "left" else "center"))
    return Row(LEAST, cells)


def _share(rows: Sequence[Row], bottom: float) -> list[list[Row]]:
    """As many to a sheet as it holds down to `bottom`."""
    parts: list[list[Row]] = [[]]
    room = bottom - TOP - HEAD
    for row in rows:
        high = row.needed()
        if parts[-1] and high > room:
            parts.append([])
            room = bottom - TOP - HEAD
        parts[-1].append(row)
        room -= high
    return parts


def _paint(
    page: Page, sheet: SheetOut, rows: Sequence[Row], begin: int, columns: list[tuple[float, float]],
    place: tuple[int, int],
) -> None:  # fmt: skip
    page.box(sheet.title, LEFT, 10.0, RIGHT - LEFT, 10.0, Face.SONG, 18.0, min_pt=11.0, align="center")
    page.text(LEFT, 28.0, sheet.left_note, Face.FORM, 10.5)
    page.text((LEFT + RIGHT) / 2, 28.0, sheet.middle_note, Face.FORM, 10.5, "center")
    page.text(RIGHT, 28.0, sheet.right_note, Face.FORM, 10.5, "right")
    for (x, wide), column in zip(columns, sheet.columns, strict=True):
        Words(x, wide, column.heads[0]).paint(page, TOP, HEAD)
    y = TOP + HEAD
    starts = {span.row for span in sheet.spans if span.column == 0}
    inside = {span.row + step for span in sheet.spans for step in range(1, span.rows) if span.column == 0}
    for number, row in enumerate(rows, begin):
        high = row.needed()
        left = columns[1][0] if number in inside and number != begin else LEFT
        page.line(left, y, RIGHT, y, 0.35 if number == begin or number in starts else 0.2)
        if number in inside and number == begin:
            # The part goes on from the sheet before: its name is said again.
            span = next(one for one in sheet.spans if one.row < number < one.row + one.rows)
            Filled(*columns[0], shown(sheet.rows[span.row][0]), Face.KAI, PT).paint(page, y, high)
        row.paint(page, y, high)
        y += high
    for x, _wide in columns[1:]:
        page.line(x, TOP, x, y, 0.2)
    page.rect(LEFT, TOP, RIGHT - LEFT, y - TOP, 0.5)
    if place[0] == place[1]:
        _foot(page, sheet, y)
    page.text((LEFT + RIGHT) / 2, 200.0, _tr("第 {0} 页 共 {1} 页").format(*place), Face.FORM, 9.0, "center")


def _notes(sheet: SheetOut) -> list[str]:
    """The notes as they stand beneath the table, line by line."""
    return [line for note in sheet.notes
            for line in wrap(note, RIGHT - LEFT, lambda part: width_mm(part, Face.FORM, NOTE_PT))]  # fmt: skip


def _foot(page: Page, sheet: SheetOut, y: float) -> None:
    lines = _notes(sheet)
    for number, line in enumerate(lines):
        page.text(LEFT, y + NOTE * (number + 1), line, Face.FORM, NOTE_PT)
    step = (RIGHT - LEFT) / max(1, len(sheet.signatures))
    for number, word in enumerate(sheet.signatures):
        page.text(LEFT + step * number, min(198.0, y + 10.0 + NOTE * len(lines)), word, Face.FORM, 10.5)
