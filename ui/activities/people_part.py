"""Which children take part: ticked from the class lists, a class at a time or one by one."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import tokens
from ui.contacts.people import People
from ui.pieces.fields import ComboField
from ui.pieces.label import Label
from ui.pieces.tick_list import Tick, TickList
from ui.session import Session

EVERY, TICKED, LEFT_BEHIND = "", "ticked", "left_behind"


class PeoplePart(QWidget):
    """`ticked` are child ids; those of children who have left the school stay ticked."""

    changed = Signal()

    def __init__(self, session: Session, nobody: str = "") -> None:
        """`nobody` is said while nobody is ticked."""
        super().__init__()
        self._nobody = nobody or self.tr("还没勾，来了谁就勾谁")
        self._people = People(session)
        self.scope = ComboField("", [])
        self.scope.name_it(self.tr("看哪个班"))
        self.scope.setFixedWidth(tokens.px(176))
        self.said = Label("", "second", "ink2", wrap=True)
        self.list = TickList(self.tr("孩子"), self.tr("找孩子"), narrows=False)
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        line.addWidget(self.scope)
        line.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        self.scope.committed.connect(lambda _key: self._list(self.ticked()))
        self.list.changed.connect(self._say)
        self.list.changed.connect(self.changed)

    def show_ticked(self, children: Iterable[int]) -> None:
        """Begin with these ticked."""
        classes = [(str(one.target[1]), one.name) for one in self._people.classes]
        self.scope.set_options([
            (EVERY, self.tr("全校")), (LEFT_BEHIND, self.tr("只看要关爱的")), (TICKED, self.tr("勾上的")), *classes,
        ])  # fmt: skip
        self.scope.set_value(EVERY)
        self._list(list(children))

    def show_class(self, class_id: int | None) -> None:
        """List the pupils of a class."""
        self.scope.set_value(EVERY if class_id is None else str(class_id))
        self._list(self.ticked())

    def ticked(self) -> list[int]:
        """The children ticked, in class order."""
        on = self.list.ticked()
        order = {str(key): place for place, key in enumerate(self._people.children)}
        return [int(key) for key in sorted(on, key=lambda key: (order.get(key, len(order)), int(key)))]

    def tick(self, children: Iterable[int]) -> None:
        """Tick these too."""
        self._list([*self.ticked(), *children])

    def _list(self, on: Iterable[int]) -> None:
        wanted, ticked = self.scope.value(), set(on)
        listed = [
            one for key, one in self._people.children.items()
            if wanted == EVERY or (wanted == LEFT_BEHIND and one.left_behind) or (wanted == TICKED and key in ticked)
            or (wanted.isdigit() and one.class_name == self._people.class_name(int(wanted)))
        ]  # fmt: skip
        gone = [self._people.named(key) for key in ticked if key not in self._people.children]
        self.list.show_ticks(
            [
                *(Tick(str(one.target[1]), one.name, group=one.class_name) for one in listed),
                *(Tick(str(one.target[1]), one.name, group=self.tr("已经离校")) for one in gone),
            ],
            [str(key) for key in ticked],
        )  # fmt: skip
        self._say()

    def _say(self) -> None:
        count = len(self.list.ticked())
        self.said.setText(self.tr("勾了 {0} 个孩子").format(count) if count else self._nobody)
