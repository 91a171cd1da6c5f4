"""The field 孩子: letters, Chinese or the end of a number find a child; Enter takes it and the cursor goes on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.contacts.people import CHILD, Known, People, Target
from ui.pieces.fields import LineField
from ui.pieces.suggestions import Offer, Suggestions

MOST = 6


class Picker(LineField):
    """One child or class, or, while `adding`, one after another."""

    picked = Signal(object)
    """Target: a person took it."""
    cleared = Signal()
    """What was taken is not meant any more: somebody types anew."""

    def __init__(self, label: str, people: People, usual: Callable[[], Sequence[int]] = lambda: ()) -> None:
        """`usual` are the children offered by ↓ before anything is typed."""
        super().__init__(label)
        self._people, self._usual = people, usual
        self.classes = False
        """Whether whole classes are offered too."""
        self.adding = False
        self.target: Target | None = None
        self.list = Suggestions(self.editor, self.tr("孩子"), width=200)
        self.editor.textEdited.connect(self._typed)
        self.list.picked.connect(self._take)

    def choose(self, target: Target | None) -> None:
        """Show what is meant, without a signal."""
        self.target = target
        self.set_error("")
        self.editor.setText("" if target is None or self.adding else self._name(target))
        self.editor.setModified(False)
        self._saved = self.value()

    def typed_only(self) -> bool:
        """Whether something stands there that names nobody yet."""
        return self.target is None and bool(self.editor.text().strip())

    def take_first(self) -> bool:
        """Take the current line, or the only one that fits what was typed; else say why not."""
        if self.list.take():
            return True
        found = self._found(self.editor.text())
        if len(found) == 1:
            self._take(found[0].target)
            return True
        words = self.tr("“{0}”有几个，选一个") if found else self.tr("没有找到“{0}”，写姓名、首字母或电话后几位")
        self.set_error(words.format(self.editor.text().strip()))
        self._offer(found)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ before anything is typed offers the usual ones."""
        if event.key() == Qt.Key.Key_Down and not self.editor.text().strip():
            children = self._people.children
            self._offer([children[key] for key in self._usual() if key in children][:MOST])
            return
        super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        if self.target is not None and not self.adding:
            self.target = None
            self.cleared.emit()
        self.set_error("")
        self._offer(self._found(text))

    def _found(self, text: str) -> list[Known]:
        return self._people.find(text, MOST, classes=self.classes) if text.strip() else []

    def _offer(self, found: Sequence[Known]) -> None:
        self.list.offer([self._line(one) for one in found], 0)

    def _line(self, one: Known) -> Offer:
        if one.target[0] != CHILD:
            count = len(self._people.of_class(one.target[1]))
            return Offer(one.target, one.name, self.tr("全班 {0} 人").format(count), self.tr("班"))
        return Offer(one.target, one.name, f"{one.class_name} {one.sex}".strip(), one.name[:1])

    def _take(self, target: object) -> None:
        assert isinstance(target, tuple)
        self.choose((str(target[0]), int(target[1])))
        self.picked.emit(target)

    def _name(self, target: Target) -> str:
        kind, number = target
        return self._people.named(number).name if kind == CHILD else self._people.class_name(number)

