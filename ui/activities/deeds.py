"""What a person does to activities, each under the name that undo and history show."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.activities import PLANNED, Held
from app.edits import BadValue, Told
from app.edits.activities import ActivityTold, Lines, delete_activity, set_activity
from ui import activity_words as words
from ui.care_words import kind_word
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("activities", text)


class ActivityDeeds:
    """The verbs. What went wrong has been said by then."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(
        self, told: Told, more: ActivityTold, children: Iterable[int], lines: Lines, held: Held | None
    ) -> int:
        """记下活动“唱歌比赛”; the id of its record, 0 if it was not written."""
        name = more.theme.strip() or kind_word(told.kind)
        if held is not None:
            label = _tr("修改活动“{0}”").format(name)
        else:
            label = (_tr("计划活动“{0}”") if more.state == PLANNED else _tr("记下活动“{0}”")).format(name)
        try:
            changes = set_activity(told, more, children, lines, self._session.today, held)
        except BadValue as error:
            self._session.failed.emit(_tr("没有存下：{0}。").format(wrong_words(error)))
            return 0
        if not changes:
            return held.record.id if held is not None else 0
        done = self._session.attempt(label, changes)
        if done is None:
            return 0
        return held.record.id if held is not None else done.ids["record"]

    def delete(self, held: Held) -> bool:
        """删除活动“唱歌比赛”."""
        label = _tr("删除活动“{0}”").format(words.title(held))
        said = _tr("{0}，Ctrl+Z 撤回").format(label)
        return self._session.attempt(label, delete_activity(held), said=said) is not None


def wrong_words(error: BadValue) -> str:
    """What is wrong with what was written, in one sentence."""
    return {
        ("theme", "empty"): _tr("先写主题"),
        ("day", "in_the_future"): _tr("这一天还没到，只能放在计划里"),
        ("at_time", "not_a_time"): _tr("时间写成 14:30"),
        ("from_time", "not_a_time"): _tr("时间写成 14:30"),
        ("budget", "not_money"): _tr("钱写数字，如 120 或 36.5"),
        ("spent", "not_money"): _tr("钱写数字，如 120 或 36.5"),
        ("agenda", "empty"): _tr("议程有一行没写做什么"),
        ("materials", "empty"): _tr("物品有一行没写名字"),
        ("entries", "empty"): _tr("比赛有一行没写是谁"),
        ("entries", "taken"): _tr("比赛里同一个孩子的同一个节目写了两次"),
    }.get((error.field, error.reason), _tr("这个值存不下"))
