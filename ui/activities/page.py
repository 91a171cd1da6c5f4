"""The page 活动: the term's activities and meetings, and one of them with all it has."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.activities import KINDS, PLANNED, Held
from app.history import Undone
from ui.activities.deeds import ActivityDeeds
from ui.activities.desk import DRAFT, ActivityDesk
from ui.activities.listing import Listing
from ui.activities.parts import PARTS, PLAN
from ui.gift_words import GIVE
from ui.page import KeyGroup, Page
from ui.session import Session
from ui.work import Work


class ActivitiesPage(Page):
    """`arrive`: the id of a record, ("new", kind), or None."""

    can = frozenset({"search", "print_out"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.listing = Listing(session)
        self.desk = ActivityDesk(session, work, ActivityDeeds(session))
        self.stack = QStackedWidget()
        for one in (self.listing, self.desk):
            self.stack.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.listing.opened.connect(self.open_record)
        self.listing.new.clicked.connect(lambda: self.begin())
        self.listing.print.clicked.connect(self.print_out)
        self.desk.print_wanted.connect(lambda _record: self.print_out())
        self.desk.contest.awards.clicked.connect(
            lambda: self.goes.emit("honours", ("prizes", self.desk.number()))
        )
        self.desk.closed.connect(self.close_desk)
        self.desk.gifts.opened.connect(lambda kind, number: self.goes.emit("gifts", (kind, number)))
        self.desk.gifts.wanted.connect(lambda activity: self.goes.emit("gifts", (GIVE, activity)))
        self.desk.stored.connect(self._stored)
        session.undone.connect(self._go_to_undone)

    # what the window asks

    def keys(self) -> list[tuple[str, str]]:
        return _desk_keys() if self.in_desk() else _list_keys()

    def key_groups(self) -> list[KeyGroup]:
        return [KeyGroup("", tuple(_list_keys())), KeyGroup(_tr("一次活动"), (*_desk_keys(), *_grid_keys()))]

    def refresh(self, touched: frozenset[int] | None) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def arrive(self, want: object) -> None:
        self._show()
        if isinstance(want, int) and not isinstance(want, bool):
            self.open_record(want)
        elif isinstance(want, tuple) and want[:1] == ("new",):
            self.begin(str(want[1]))
        elif self.in_desk():
            self.desk.show_part(self.desk.parts.current())
        else:
            self.listing.grid.focus_first()

    def here(self) -> object:
        return (self.desk.number() or ("new", "")) if self.in_desk() else None

    def back(self) -> bool:
        if self.in_desk():
            self.close_desk()
            return True
        return False

    def leave(self) -> bool:
        if self.in_desk():
            self.desk.keep()
        return True

    def resume(self) -> bool:
        drafts = self._session.drafts
        if not drafts.opened().startswith(DRAFT):
            return False
        kept = drafts.read(drafts.opened())
        self._show()
        part = str(kept.get("part", PLAN))
        record = int(kept.get("record") or 0)
        if record:
            self.open_record(record, part if part in PARTS else PLAN)
        else:
            self.begin(part=part if part in PARTS else PLAN)
        return self.in_desk()

    def search(self) -> None:
        if self.in_desk():
            self.close_desk()
        self.listing.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.listing.search.selectAll()

    def print_out(self) -> None:
        """The term for the wall; of one activity the record, or the plan until it was held."""
        if self.in_desk() and self.desk.held is not None:
            self._print_one(self.desk.held)
        elif self.listing.code():
            self.goes.emit("print", (self.listing.code(), "activity_wall"))

    def _print_one(self, held: Held) -> None:
        paper = "activity_plan" if held.state == PLANNED else "activity_record"
        self.goes.emit("print", (f"activity:{held.record.id}", paper))

    def help_text(self) -> str:
        return _help()

    # inside

    def in_desk(self) -> bool:
        """Whether one activity is on screen."""
        return self.stack.currentWidget() is self.desk

    def begin(self, kind: str = "", part: str = PLAN) -> None:
        """F4: a new one."""
        self._turn(self.desk)
        self.desk.open_for(None, kind if kind in KINDS else "", part)

    def open_record(self, record_id: int, part: str = PLAN) -> None:
        """Show one; nothing happens if it is gone."""
        held = self._session.store.activities.of_record(record_id)
        if held is not None and not held.record.confidential:
            self._turn(self.desk)
            self.desk.open_for(held, part=part)

    def close_desk(self) -> None:
        """Back to the list; what is not stored stays as a draft."""
        shown = self.desk.number()
        self.desk.keep()
        self._session.drafts.close(self.desk.draft())
        self._turn(self.listing)
        self._show()
        self.listing.show_record(shown)
        self.listing.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stored(self, record_id: int) -> None:
        self._turn(self.listing)
        self._stale = True
        self._show()
        self.listing.show_record(record_id)
        self.listing.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, shown: QWidget) -> None:
        self.stack.setCurrentWidget(shown)
        self.keys_changed.emit()

    def _show(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.listing.reread()
        if self.in_desk() and self.desk.number():
            held = self._session.store.activities.of_record(self.desk.number())
            if held is None:
                self._turn(self.listing)
            elif held != self.desk.held:
                self.desk.open_for(held, part=self.desk.parts.current())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _go_to_undone(self, undone: Undone) -> None:
        if self.isVisible() and not self.in_desk():
            self.listing.grid.flash(undone.records)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds: Mapping[int, object] = {Qt.Key.Key_F4: self.begin} if not self.in_desk() else {
            Qt.Key.Key_F6: self.desk.next_part
        }
        deed = deeds.get(event.key())
        if callable(deed) and not event.modifiers():
            deed()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 320)


def _tr(text: str) -> str:
    return QCoreApplication.translate("activities", text)


def _list_keys() -> list[tuple[str, str]]:
    return [("↑↓", _tr("换一个")), ("Enter", _tr("打开")), ("F4", _tr("新的活动")), ("Ctrl+P", _tr("打印")),
            ("Esc", _tr("返回"))]  # fmt: skip


def _desk_keys() -> list[tuple[str, str]]:
    return [("F6", _tr("下一部分")), ("Ctrl+Enter", _tr("记下")), ("Ctrl+P", _tr("打印")),
            ("Esc", _tr("返回，没记下的留着"))]  # fmt: skip


def _grid_keys() -> list[tuple[str, str]]:
    return [("Alt+↑↓", _tr("这一行往上往下")), ("Ctrl+Delete", _tr("去掉这一行"))]


def _help() -> str:
    return _tr(
        "活动、班会、讲座、座谈会、家长会、培训和工作会议都在这里，和“亲情联系”里记的是同一本账。"
        "还没办的放在计划里，不算做过；办了改成“办了”，勾上来了的孩子，该做的就算做到了。"
        "议程、物品、花了多少钱、比赛名次和总结写在一起，印出来就是方案和记录。"
    )
