"""Which children came: a list of all pupils by class to tick, over the page."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.cards import class_name_on
from app.classnames import class_order
from app.enrolment import pupils_on
from ui import tokens
from ui.pieces.button import Button
from ui.pieces.flyout import Flyout
from ui.pieces.tick_list import Tick, TickList
from ui.session import Session


class NamesFlyout(Flyout):
    """`taken` comes with the ids of the children that are ticked."""

    taken = Signal(object)

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page, page.tr("来了哪些孩子"))
        self._session = session
        self.list = TickList(self.tr("来了哪些孩子"), self.tr("找孩子或班级"), narrows=False)
        self.go = Button("", keys="Ctrl+Enter")
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        self.list.changed.connect(self._name_it)
        self.go.clicked.connect(self._take)

    def ask(self, anchor: QRect, day: date, chosen: Sequence[int]) -> None:
        """Open for the pupils of that day, with those ticked who are chosen."""
        snapshot = self._session.snapshot
        pupils = sorted(pupils_on(snapshot, day), key=lambda one: (
            class_order(one[1].stage, one[1].entry_year, one[1].number), one[0].name))  # fmt: skip
        ticks = [Tick(str(child.id), child.name, group=class_name_on(of, snapshot, day)) for child, of in pupils]
        self.list.show_ticks(ticks, [str(key) for key in chosen])
        self._name_it()
        self.open_at(anchor, QSize(tokens.px(320), tokens.px(460)), self.list.box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._take()
            return
        super().keyPressEvent(event)

    def _name_it(self) -> None:
        count = len(self.list.ticked())
        self.go.set_label(self.tr("就这 {0} 个孩子").format(count) if count else self.tr("不记名字"))

    def _take(self) -> None:
        self.taken.emit(sorted(int(key) for key in self.list.ticked()))
        self.shut()
