"""The finding over the log: how many children have not spoken with the family this week, and what else there is."""

from PySide6.QtCore import QCoreApplication

from app.call_list import CallList, CallWeek
from ui.pieces.numbers import Number
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("contacts", text)


class Calls:
    """This week's calls; after a record only its children are looked at again."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._week: CallWeek | None = None

    def now(self, touched: frozenset[int] | None) -> CallList:
        """As they stand; `touched` are the children of what was written, None for anything."""
        session, week = self._session, self._week
        due = session.due()
        same = week is not None and week.snapshot is session.snapshot and week.due is due
        if week is None or not touched or not same or week.today != session.today:
            week = self._week = CallWeek(session.snapshot, due, session.store.ledger, session.today)
        else:
            week.again(touched)
        return week.list()


def finding(found: CallList, follow: int, *, short: bool = False) -> tuple[str, list[str | Number]]:
    """The heading, and the sentence under it; `follow` is how many records wait to be come back to. `short`: for a
    narrow window."""
    week = _tr("第 {0} 周，").format(found.week) if found.week else _tr("放假，这周")
    week = week if short else _tr("亲情联系，{0}").format(week)
    called = _tr("这周通过话的 {0} 个孩子").format(found.called)
    parts: list[str | Number] = [week, Number("called", found.called, called), _tr("个已经通过")]
    if follow:
        parts += [_tr("，"), Number("follow", follow, _tr("等着跟进的 {0} 条").format(follow)), _tr("条等着跟进")]
    return _heading(found), parts


def _heading(found: CallList) -> str:
    if not found.total or not found.week:
        return _tr("亲情联系")
    if not found.uncalled:
        return _tr("这周的电话都打通了")
    return _tr("本周还有 {0} 个孩子没通话").format(len(found.uncalled))
