"""What the head of the page 盘点 says: how far the stock-take is and what does not agree, or what is still out."""

from PySide6.QtCore import QCoreApplication

from app.inventory import Stocktake
from ui.pieces.numbers import Number
from ui.stocktake import board as of
from ui.stocktake import words
from ui.stocktake.board import Board, State

Parts = list[str | Number]


def _tr(text: str) -> str:
    return QCoreApplication.translate("stocktake", text)


def headline(board: Board) -> tuple[str, Parts]:
    """(the finding, a sentence with numbers that lead to the rows)."""
    state, take = board.state, board.state.take
    if board.asked.segment == of.LENT:
        return _of_loans(state)
    lent: Parts = [_tr("借出"), Number(of.LENT, len(state.loans), _tr("借出没还的")), _tr("笔没还")]
    if take is None:
        last = next((one for one in state.takes if one.closed_on is not None), None)
        if last is None:
            return _tr("盘点"), [_tr("还没盘过，"), *lent]
        return _tr("盘点"), [_tr("上次 {0}，").format(words.take_word(last, state.room_names, state.today)), *lent]
    found = state.sums
    return _finding(take, state), [
        _tr("共"), Number(of.ALL, found.things, _tr("全部")), _tr("样，没点"),
        Number(of.WAITING, found.uncounted, _tr("没点的")), _tr("样，"), *lent,
    ]  # fmt: skip


def _finding(take: Stocktake, state: State) -> str:
    found, room = state.sums, words.room_word(take, state.room_names)
    if take.closed_on is not None:
        differing = _tr("盘过了，{0} 样有差异").format(found.differing)
        return differing if found.differing else _tr("盘过了，都对上了")
    if found.differing:
        return _tr("{0}有 {1} 样对不上").format(room, found.differing)
    if found.uncounted:
        return _tr("{0}还有 {1} 样没点").format(room, found.uncounted)
    return _tr("{0}都对上了，可以记账").format(room)


def _of_loans(state: State) -> tuple[str, Parts]:
    late, out = sum(one.is_late(state.today) for one in state.loans), len(state.loans)
    heading = _tr("{0} 笔借出没还").format(out) if out else _tr("借出的都还了")
    return heading, [_tr("其中 {0} 笔过了日子").format(late) if late else _tr("没有过了日子的")]
