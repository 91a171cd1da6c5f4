"""What the page 批量登记 says over its rows, on its button and about the cell with the cursor."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.batch_sheet import BOOKED, DOUBTFUL, EMPTY, HALF, READY, STORED, TRIED, WRONG, BatchSheet, Key
from ui.batch import words
from ui.batch.scope import CLASS, Scope
from ui.care_words import kind_word
from ui.pieces.numbers import Number


def _tr(text: str) -> str:
    return QCoreApplication.translate("Batch", text)


def label(scope: Scope, whose: str, count: int) -> str:
    """How undo and the history call what is stored."""
    if scope.what == CLASS:
        return _tr("登记{0} {1} 条{2}").format(whose, count, kind_word(scope.kind))
    if not whose:
        return _tr("登记扫描的单子 {0} 条").format(count)
    return _tr("登记{0}老师的任务单 {1} 条").format(whose, count)


def heading(scope: Scope, whose: str, sheet: BatchSheet) -> str:
    """四（2）班还有 5 个孩子没记."""
    doubtful, open_ = len(sheet.with_state(DOUBTFUL)), len(sheet.with_state(EMPTY, TRIED, HALF, WRONG, DOUBTFUL))
    if scope.page is not None:
        slip = _tr("{0}老师的单子").format(whose) if whose else _tr("扫描的单子")
        return _tr("{0}有 {1} 格要看一眼").format(slip, doubtful) if doubtful else _tr("{0}读好了").format(slip)
    if not sheet.rows:
        if scope.what == CLASS:
            return _tr("{0}没有要登记的孩子").format(whose)
        return _tr("{0}老师这一周没有要做的").format(whose)
    many = _tr("{0}还有 {1} 个孩子没记") if scope.what == CLASS else _tr("{0}老师还有 {1} 件没记")
    if open_:
        return many.format(whose, open_)
    name = whose if scope.what == CLASS else _tr("{0}老师").format(whose)
    return (_tr("{0}都填好了，还没存") if sheet.ready() else _tr("{0}都记了")).format(name)


def nothing(scope: Scope, pupils: bool) -> str:
    """What the empty grid says: why it is empty, and what to do first."""
    if not pupils:
        return _tr("名册里还没有孩子。先把孩子放进【儿童名册】，这里就按班列出来，一行一个孩子，照着纸敲。")
    if scope.page is not None:
        return _tr("这张单子上没有能登记的。")
    if scope.what == CLASS:
        return _tr("这个班没有要登记这一样的孩子，上面换一个班，或者换一样。")
    return _tr("这位老师这一周没有要做的，上面换一位老师，或者换一周。")


def sentence(scope: Scope, week: str, sheet: BatchSheet) -> list[str | Number]:
    """亲情电话，第 13 周，12 个孩子填了 7 个."""
    stored, ready = len(sheet.with_state(STORED, BOOKED)), len(sheet.ready())
    what = kind_word(scope.kind) if scope.what == CLASS else _tr("任务单")
    many = _tr("{0}，{1}，{2} 个孩子填了") if scope.what == CLASS else _tr("{0}，{1}，{2} 件填了")
    unit = _tr("个") if scope.what == CLASS else _tr("件")
    last = _tr("{0}，已经存过 {1} {0}").format(unit, stored) if stored else unit
    return [many.format(what, week, len(sheet.rows)), Number("ready", ready, _tr("去填没填的")), last]


def button(sheet: BatchSheet, is_done_with: bool) -> tuple[str, bool]:
    """What the one button says, and whether it can be pressed; a page that is done with is put away."""
    wrong, ready = len(sheet.mistakes()), len(sheet.ready())
    if is_done_with:
        return _tr("这张单子好了"), True
    if wrong:
        return _tr("先改 {0} 格").format(wrong), True
    return (_tr("存下 {0} 条").format(ready), True) if ready else (_tr("还没有要存的"), False)


def hint(sheet: BatchSheet, key: Key | None, cell: str) -> tuple[str, str]:
    """The sentence beside the button, and its tone: about the cell with the cursor, else what will be stored."""
    if key is not None and key in sheet.rows:
        wrong = sheet.mistakes(key)
        reason = wrong.get((key, cell)) or next(iter(wrong.values()), "")
        if reason:
            return words.why(key[1], reason), "over"
        state = sheet.state(key)
        if state == DOUBTFUL:
            return _tr("这一格勾得不清楚，看手写的字，按 V、X，或按空格认下。没看过的不会存。"), "soon"
        if state == STORED:
            return _tr("这一行已经存过，不会再存。要再记一次，按 F2。"), ""
        if state == BOOKED:
            return _tr("这一格从单子上登记过了，不会再登记。"), ""
        if state == HALF:
            return _tr("这一行还没选方式，选了才会存。"), ""
    if any(sheet.state(one) == READY for one in sheet.rows):
        return _tr("空着的行不会存。浅字是跟着上面的，也会存下。"), ""
    return _tr("空着的行不会存。没存就离开，填的都留着。"), ""


def keys(kind: str, *, slip: bool) -> Sequence[tuple[str, str]]:
    """The letters of the 方式 cell and the keys of the grid."""
    found = words.letters(kind) if kind else []
    more = [(_tr("空格"), _tr("认下不清楚的"))] if slip else []
    return [*found, *more, ("Tab", _tr("下一格")), ("Enter", _tr("下一个孩子")), ("D", _tr("和上面一样"))]
