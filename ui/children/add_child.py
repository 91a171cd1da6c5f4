"""Quick entry of new children: one panel, the class stays, Enter saves and asks for the next; a draft is never lost."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from app import days, idnumber
from app.edits import BadValue
from ui import labels, tokens
from ui.children import checks
from ui.children.card import slim
from ui.children.deeds import Deeds, bad_value_words
from ui.children.facts_panel import ALONE
from ui.children.kin_editor import relation_options
from ui.children.new_child import DRAFT, changes_for, class_of, double_of
from ui.children.school_panel import class_options
from ui.pieces.button import Button
from ui.pieces.editors import is_as_above
from ui.pieces.fields import ComboField, Field, LineField
from ui.pieces.label import Label
from ui.pieces.side_panel import SidePanel
from ui.session import Session


class AddChild(SidePanel):
    """`added` names the new child; `closed` asks to be put away."""

    added = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, deeds: Deeds) -> None:
        super().__init__(name=session.tr("添加孩子"))
        self._session, self._deeds = session, deeds
        self._double_shown = ""
        self._before: dict[str, str] = {}
        """What was typed for the child before."""
        self.fields: dict[str, Field] = {}
        self.close_button = Button(self.tr("收起"), kind="link", keys="Esc")
        self.warning = Label("", "second", "soon", wrap=True)
        self.last = Label("", "second", "ink2", wrap=True)
        self.save_button = Button(
            self.tr("存下，再添一个"), keys="Enter", kind="primary", height=tokens.CONTROL_PANEL
        )
        self._make()
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.save_button.clicked.connect(self.save)
        for field in self.fields.values():
            field.committed.connect(lambda _value: self._fill_in())
            field.typing.connect(self.keep)

    def open(self) -> None:
        """Show the draft, if there is one, and put the cursor where typing goes on."""
        options = class_options(self._session)
        self._class.set_options([(name, name) for _id, name in options])
        words = self._session.drafts.read(DRAFT)
        typed: dict[str, str] = words.get("fields", {})
        if not self._class.saved() and options:
            self._class.set_value(options[0][1])
        for key, field in self.fields.items():
            if typed.get(key):
                field.put_back(typed[key])
        self.last.setText(self.tr("还有没填完的一条，接着填") if typed else "")
        at = str(words.get("at", "")) or ("name" if self._class.value() else "class_name")
        self.fields.get(at, self.fields["name"]).setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.keep()

    def typed(self) -> dict[str, str]:
        """What stands in the fields, as the file would hold it."""
        found = {key: field.value() for key, field in self.fields.items()}
        return found | {"birth": checks.iso_day(found["birth"])}

    def keep(self) -> None:
        """Keep what was typed as a draft."""
        self._session.drafts.keep(DRAFT, self._draft, "roster")

    def put_away(self) -> None:
        """Keep it without coming back to it by itself."""
        self.keep()
        self._session.drafts.close(DRAFT)

    def _draft(self) -> dict[str, Any] | None:
        """Nothing but the class and whom to call is no draft."""
        if not isValid(self):
            return None
        fields = {key: field.typed() for key, field in self.fields.items() if field.typed()}
        at = next((key for key, field in self.fields.items() if field.isAncestorOf(self.focusWidget())), "")
        return {"fields": fields, "at": at} if set(fields) - {"class_name", "relation"} else {}

    def _fill_in(self) -> None:
        """Say what the ID number says."""
        number = self.fields["id_number"].value()
        if number and not checks.id_wrong(number):
            if not self.fields["birth"].value():
                self.fields["birth"].set_value(days.on_paper(idnumber.birth_of(number)))
            if not self.fields["sex"].value():
                self.fields["sex"].set_value(idnumber.sex_of(number))
        self.keep()

    def save(self) -> bool:
        """Store the child; the first time a double is only pointed out. False if it was not stored."""
        if not self._all_right():
            return False
        typed = self.typed()
        if self._is_double(typed):
            return False
        try:
            changes = changes_for(self._session, typed)
        except BadValue as error:
            self._warn(bad_value_words(error))
            return False
        done = self._deeds.write(labels.add_child(typed["name"]), changes)
        if done is None:
            return False
        self._next(typed)
        self.added.emit(done.ids["child"])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            return
        if is_as_above(event):
            here = next((key for key, field in self.fields.items() if field.isAncestorOf(self.focusWidget())), "")
            if self._before.get(here) and here not in ALONE:
                self.fields[here].put_back(self._before[here])
            return
        super().keyPressEvent(event)

    def _all_right(self) -> bool:
        wrong = [field for field in self.fields.values() if not field.commit()]
        if not self._class.value() or class_of(self._session, self._class.value())[1] is None:
            self._class.set_error(self.tr("班级没看懂，写成三（1）班"))
            wrong.insert(0, self._class)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _is_double(self, typed: dict[str, str]) -> bool:
        found = double_of(self._session, typed)
        key = f"{typed['name']}|{typed['class_name']}|{typed['id_number']}" if found else ""
        if found is None or key == self._double_shown:
            return False
        self._double_shown = key
        where = found.class_name or self.tr("已离校的孩子里")
        if found.by == "id":
            self._warn(self.tr("这个身份证号是{0} {1} 的。真是另一个孩子，再按一次 Enter。").format(where, found.name))
        else:
            self._warn(self.tr("{0}已经有一个{1}。真是另一个孩子，再按一次 Enter。").format(where, found.name))
        return True

    def _next(self, typed: dict[str, str]) -> None:
        self._before = {key: field.value() for key, field in self.fields.items()}
        for key, field in self.fields.items():
            if key not in ("class_name", "relation"):
                field.set_value("")
                field.revert()
        self._warn("")
        self._session.drafts.drop(DRAFT)
        self.last.setText(self.tr("{0} {1} 存下了，接着添下一个").format(typed["class_name"], typed["name"]))
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, sentence: str) -> None:
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def _make(self) -> None:
        self._class = ComboField(self.tr("班级"), [], editable=True)
        sexes = [("", ""), ("男", self.tr("男")), ("女", self.tr("女"))]
        self.fields = {
            "class_name": self._class,
            "sex": ComboField(self.tr("性别"), sexes),
            "name": LineField(self.tr("姓名"), clean=checks.clean_name, check=checks.name_wrong),
            "id_number": LineField(self.tr("身份证号"), placeholder=self.tr("有就写，生日和性别会自己填"),
                                   clean=idnumber.clean_id, check=checks.id_wrong),
            "birth": LineField(self.tr("出生"), placeholder=self.tr("如 2016-5-12"), clean=checks.clean_day,
                               check=checks.day_wrong),
            "relation": ComboField(self.tr("打给谁"), relation_options(), "父亲"),
            "kin_name": LineField(self.tr("他叫什么"), clean=checks.clean_name),
            "phone": LineField(self.tr("电话"), clean=checks.clean_phone, check=checks.phone_wrong),
        }  # fmt: skip
        for field in self.fields.values():
            if isinstance(field, ComboField):
                slim(field)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("添加孩子"), "panel"))
        head.addStretch(1)
        head.addWidget(self.close_button)
        self.head.addLayout(head)
        self.head.addWidget(self.last)
        self.add(_pair(self._class, self.fields["sex"], 3, 2))
        for key in ("name", "id_number", "birth"):
            self.add(self.fields[key])
        self.add_section(self.tr("一个能打通的电话"))
        self.add(_pair(self.fields["relation"], self.fields["kin_name"], 3, 2))
        self.add(self.fields["phone"])
        self.add(self.warning)
        self.warning.hide()
        self.set_action(self.save_button)


def _pair(first: QWidget, second: QWidget, left: int, right: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.BETWEEN)
    row.addWidget(first, left, Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, right, Qt.AlignmentFlag.AlignTop)
    return box
