"""Phrases that complete what was said: those the school writes itself most often, then some to begin with."""

from PySide6.QtCore import QCoreApplication

from app.sounds import is_heard
from ui.pieces.fields import LineField
from ui.pieces.suggestions import Offer, Suggestions
from ui.session import Session

MOST = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("care", text)


def built_in(kind: str, reached: bool) -> tuple[str, ...]:
    """What a new school can begin with."""
    if not reached:
        return {
            "family_call": (_tr("没人接"), _tr("手机停机"), _tr("占线，晚点再打"), _tr("打到一半断了"), _tr("关机")),
            "home_visit": (_tr("家里没人，留了条子"), _tr("下地干活去了"), _tr("去镇上了，改天再去")),
            "letter": (_tr("地址不清楚，退回来了"), _tr("孩子没写完")),
            "hotline": (_tr("没接到，号码记下了"),),
        }.get(kind, (_tr("没联系上，改天再来"), _tr("生病请假"), _tr("有事走开了")))  # fmt: skip
    return {
        "family_call": (
            _tr("说学习，家里放心"), _tr("问吃穿够不够"), _tr("想爸爸妈妈了"), _tr("约好下周再打"), _tr("说好放假回来"),
            _tr("工地信号不好，约好再打"), _tr("报平安"),
        ),
        "letter": (_tr("写了在学校的事"), _tr("寄了成绩和照片"), _tr("问家里好不好")),
        "talk": (
            _tr("问学习和作业"), _tr("问和同学处得怎样"), _tr("问家里谁在带"), _tr("情绪好，有进步"),
            _tr("想家，安慰了"), _tr("约好下周再谈"),
        ),
        "home_visit": (
            _tr("看了住处和吃饭"), _tr("老人身体好"), _tr("说了孩子在校的情况"), _tr("提醒安全，不要下河"),
        ),
        "carer_contact": (_tr("说了最近的表现"), _tr("提醒按时接送"), _tr("问身体和吃饭"), _tr("一切都好")),
        "parent_contact": (_tr("说了学习和表现"), _tr("请多给孩子打电话"), _tr("约好下次通话的时间")),
        "hotline": (_tr("问孩子在校情况"), _tr("说要接孩子"), _tr("说换了号码")),
        "tutoring": (_tr("补数学"), _tr("补语文"), _tr("写完了当天的作业"), _tr("听写")),
        "counselling": (_tr("按约谈了一次"),),
        "activity": (_tr("读书"), _tr("打球"), _tr("做手工"), _tr("看电影"), _tr("过集体生日")),
        "class_meeting": (_tr("安全教育"), _tr("防溺水"), _tr("感恩父母")),
        "lecture": (_tr("法治讲座"), _tr("防溺水讲座"), _tr("心理健康讲座"), _tr("防欺凌讲座")),
    }.get(kind, (_tr("按计划办了"),))  # fmt: skip


class Phrases:
    """Offers them under the field: what fits what is typed, as it stands or by its pinyin; ↓ shows the usual ones."""

    def __init__(self, session: Session, field: LineField) -> None:
        self._session, self._field = session, field
        self._kind, self._reached = "", True
        self._known: tuple[str, ...] = ()
        self.list = Suggestions(field.editor, _tr("常写的话"))
        field.editor.textEdited.connect(lambda _text: self._offer())
        self.list.picked.connect(self._take)

    def about(self, kind: str, reached: bool) -> None:
        """Complete what is said of this kind."""
        self._kind, self._reached, self._known = kind, reached, ()

    def show_usual(self) -> None:
        """↓ in the empty field."""
        self.list.offer([Offer(text, text) for text in self._phrases()[:MOST]], 0)

    def _offer(self) -> None:
        typed = self._field.editor.text().strip()
        # Only what comes after the last mark is being written now.
        last = _last(typed)
        found = [text for text in self._phrases() if last and text != typed and is_heard(text, last.lower())]
        self.list.offer([Offer(text, text) for text in found[:MOST]])

    def _take(self, text: object) -> None:
        typed = self._field.editor.text().strip()
        self._field.editor.setText(typed[: len(typed) - len(_last(typed))] + str(text))
        self._field.editor.setModified(True)
        self._field.typing.emit()

    def _phrases(self) -> tuple[str, ...]:
        if not self._known:
            written = self._session.store.ledger.phrases(self._kind) if self._kind else []
            self._known = tuple(dict.fromkeys((*written, *built_in(self._kind, self._reached))))
        return self._known


def _last(typed: str) -> str:
    """The clause that is being written: what follows the last ，。；."""
    for mark in "，。；,;":
        typed = typed.rsplit(mark, 1)[-1]
    return typed.strip()
