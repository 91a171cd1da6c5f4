"""The heat map as an Excel sheet for the office: a column a week, √ and ×, the totals at the right."""

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.heat import AHEAD, CHILDREN, DONE, HOLIDAY, MISSED, NOW, RUN, Cell
from app.sheets import Column, SheetOut, Value
from app.terms import term_title
from ui import heat_words as words
from ui.heat.model import OWED, RUNS, HeatModel
from ui.heat_board import Board
from ui.sentences import rule_word
from ui.session import Session

WEEK_MM, NAME_MM, SECOND_MM, TOTAL_MM = 7.4, 24.0, 20.0, 14.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("heat", text)


def title_of(board: Board) -> str:
    """谈心每周一览, 全部规则每周一览."""
    return _tr("{0}每周一览").format(rule_word(board.rule) if board.rule else words.all_rules())


def file_name(board: Board, session: Session) -> str:
    """The name to suggest; names of files do not say 留守 (rules.md)."""
    return _tr("{0}{1}（截至{2}）.xlsx").format(
        session.snapshot.school.name, title_of(board), on_paper(session.today))  # fmt: skip


def mark(cell: Cell, board: Board) -> str:
    """What stands in a cell on paper and in Excel: √ × 假 …; how many where many stand behind it."""
    if cell.state in (HOLIDAY,):
        return _tr("假")
    if not cell.owed:
        return ""
    if board.by != CHILDREN or cell.owed > 1:
        return f"{cell.done}/{cell.owed}" if cell.state != AHEAD or cell.done else ""
    if cell.state == DONE:
        video = board.by_video(cell)
        return _tr("√") if video is None else _tr("视") if video else _tr("语")
    return {MISSED: _tr("×"), RUN: _tr("×"), NOW: _tr("…"), AHEAD: ""}[cell.state]


def explained(board: Board) -> str:
    """What the marks mean."""
    if board.by != CHILDREN or not board.rule:
        return _tr("格子里是做了的和该做的；只有一件的写√或×；假是放假；空着是不用做或还没到。")
    done = _tr("视是视频，语是语音") if words.is_call(board.version()) else _tr("√是做了")
    return _tr("{0}，×是没做，…是正在这一次，假是放假，空着是不用做或还没到。").format(done)


def heat_table(board: Board, session: Session) -> SheetOut:
    """What the board shows, in its order."""
    found = board.map
    assert found is not None and board.duties is not None
    model = HeatModel(board)
    model.show()
    columns = [Column((words.rows_word(board.by),), NAME_MM, "left")]
    if board.by == CHILDREN:
        columns.append(Column((_tr("班级"),), SECOND_MM))
    for one in found.columns:
        number = str(one.first_week) if one.weeks == 1 else f"{one.first_week}—{one.last_week}"
        columns.append(Column((number,), WEEK_MM * max(1.0, one.weeks * 0.8)))
    columns += [Column((head,), TOTAL_MM) for head in words.total_heads(board.by, board.rule)]
    rows: list[tuple[Value, ...]] = []
    for row in board.rows:
        named = board.named[row.key]
        ahead: tuple[Value, ...] = (named.name, named.second) if board.by == CHILDREN else (named.name,)
        totals: dict[str, Value] = {OWED: row.owed, DONE: row.done, MISSED: row.missed, RUNS: row.run}
        rows.append((*ahead, *(mark(cell, board) for cell in row.cells), *(totals[what] for what in model.totals)))
    return SheetOut(
        name=title_of(board), title=f"{session.snapshot.school.name}{title_of(board)}", columns=tuple(columns),
        rows=tuple(rows), left_note=term_title(board.duties.term.code),
        right_note=_tr("截至{0}").format(on_paper(session.today)), notes=(explained(board),), boxed=True, row_pt=16.0,
    )  # fmt: skip
