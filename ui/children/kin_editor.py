"""A relative opened for correction: who, alive or not, numbers, where, whether they look after the child."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import days, kinship, whereabouts
from app.children import Kin
from ui import tokens
from ui.children import checks
from ui.children.card import slim
from ui.children.fact_row import IdRow
from ui.children.fields import Fact
from ui.children.phone_rows import PhoneRows
from ui.pieces.button import Button
from ui.pieces.fields import ComboField, Field, LineField
from ui.pieces.label import Label


@dataclass(frozen=True, slots=True)
class Where:
    """Where a parent is, as a person says it; `from_day` is ISO text or ""."""

    kind: str
    place: str
    from_day: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("kin", text)


def state_words() -> dict[str, str]:
    """What the states of a relative are called."""
    return {"living": _tr("在世"), "dead": _tr("已去世"), "missing": _tr("失联"), "unknown": _tr("不详")}


def relation_options() -> list[tuple[str, str]]:
    """All relations, as a child says them with the register's word behind."""
    found = []
    for relation in kinship.RELATIONS:
        spoken = kinship.spoken_relation(relation)
        found.append((relation, relation if spoken == relation else _tr("{0}（{1}）").format(spoken, relation)))
    return found


class KinEditor(QWidget):
    """Everything known of one relative, each field saved when it is left."""

    edited = Signal(str, str, str)
    """(field of Kin, label, value)"""
    phone_edited = Signal(str, int, str)
    """As PhoneRows.edited."""
    where_edited = Signal(object)
    """Where"""
    removed = Signal()
    unmasked = Signal()
    """The whole ID number was shown: to be logged."""

    def __init__(self, kin: Kin, day: date) -> None:
        super().__init__()
        self.kin = kin
        self._day = day
        self._spoken = kinship.spoken_relation(kin.relation) or _tr("家里人")
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        self._person()
        self._numbers()
        if whereabouts.is_parent(kin):
            self._place()
        self._more()
        self._foot()

    def show_kin(self, kin: Kin) -> None:
        """Show the relative as they are in the file now; what somebody is typing stays."""
        self.kin = kin
        where = whereabouts.current(kin, self._day)
        values = {
            "relation": kin.relation, "name": kin.name, "state": kin.state, "custody": kin.custody,
            "able": "" if kin.able is None else str(int(kin.able)), "address": kin.address, "work_unit": kin.work_unit,
            "occupation": kin.occupation, "health": kin.health, "birth": checks.clean_day(kin.birth),
            "kind": where.kind if where else "", "place": where.place if where else "",
            "from_day": days.on_paper(where.from_day) if where and where.from_day else "",
        }  # fmt: skip
        for field, editor in self.fields.items():
            editor.set_value(values[field])
        self.id_row.show_value(kin.id_number)
        self.phones.show_numbers(kin.phones)

    def commit(self) -> bool:
        """Save what is being typed. False if something is wrong."""
        fields = (*self.fields.values(), self.id_row.field)
        return all([*(field.commit() for field in fields), self.phones.commit()])

    def focus(self, what: str = "name") -> None:
        """Put the cursor where something is missing: name, phone or place."""
        first = self.phones.rows()[0].number
        target: QWidget = first if what == "phone" else self.fields.get(what, self.fields["name"])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self) -> None:
        self._choice("relation", _tr("关系"), relation_options(), self.kin.relation, editable=False)
        self._line("name", _tr("姓名"), self.kin.name)
        states = list(state_words().items())
        self._choice("state", _tr("在不在世"), states, self.kin.state, editable=False)

    def _numbers(self) -> None:
        self.phones = PhoneRows(self.kin.phones, self._spoken)
        self.phones.edited.connect(self.phone_edited)
        self._row(_tr("电话"), self.phones)

    def _place(self) -> None:
        where = whereabouts.current(self.kin, self._day)
        kinds = [("", _tr("还不知道")), ("away", _tr("在外")), ("home", _tr("在家"))]
        self._where("kind", _tr("现在在哪"), slim(ComboField("", kinds, where.kind if where else "")))
        place = LineField("", where.place if where else "", placeholder=_tr("如 浙江宁波，建筑工"))
        self._where("place", _tr("地方"), place)
        since = days.on_paper(where.from_day) if where and where.from_day else ""
        field = LineField(
            "", since, placeholder=_tr("不知道就空着"), clean=checks.clean_day, check=checks.whole_day_wrong
        )
        self._where("from_day", _tr("从哪天起"), field)
        custody = [("", _tr("没离婚，或不用填")), ("sole", _tr("离婚，孩子跟{0}").format(self._spoken)),
                   ("none", _tr("离婚，孩子不跟{0}").format(self._spoken))]  # fmt: skip
        self._choice("custody", _tr("抚养"), custody, self.kin.custody, editable=False)

    def _more(self) -> None:
        able = [("", _tr("没填")), ("1", _tr("有")), ("0", _tr("没有"))]
        known = "" if self.kin.able is None else str(int(self.kin.able))
        self._choice("able", _tr("监护能力"), able, known, editable=False)
        self._line("address", _tr("住址"), self.kin.address)
        self._line("work_unit", _tr("工作单位"), self.kin.work_unit)
        self._line("occupation", _tr("职业"), self.kin.occupation)
        healths = [("", ""), *((text, text) for text in ("健康", "一般", "有慢性病", "重病", "残疾"))]
        self._choice("health", _tr("健康"), healths, self.kin.health, editable=True)
        birth = LineField("", checks.clean_day(self.kin.birth), placeholder=_tr("只知道哪年也行"),
                          clean=checks.clean_day, check=checks.day_wrong)  # fmt: skip
        self._dress("birth", _tr("出生"), birth)
        birth.committed.connect(lambda value: self.edited.emit("birth", _tr("出生"), checks.iso_day(value)))
        self.id_row = IdRow(Fact("id_number", _tr("证件号"), "id"))
        self.id_row.field.name_it(_tr("{0}的证件号").format(self._spoken))
        self.id_row.show_value(self.kin.id_number)
        self.id_row.committed.connect(lambda field, value: self.edited.emit(field, _tr("证件号"), value))
        self.id_row.unmasked.connect(self.unmasked)
        self._column.addWidget(self.id_row)

    def _foot(self) -> None:
        remove = Button(_tr("去掉{0}").format(self._spoken), kind="link", icon="trash-2")
        remove.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(remove)
        self._column.addLayout(row)

    def _line(self, field: str, label: str, value: str) -> None:
        self._keep(field, label, LineField("", value))

    def _choice(self, field: str, label: str, options: list[tuple[str, str]], value: str, *, editable: bool) -> None:
        self._keep(field, label, slim(ComboField("", options, value, editable=editable)))

    def _keep(self, field: str, label: str, editor: LineField | ComboField) -> None:
        self._dress(field, label, editor)
        editor.committed.connect(lambda value: self.edited.emit(field, label, value))

    def _where(self, field: str, label: str, editor: LineField | ComboField) -> None:
        self._dress(field, label, editor)
        editor.committed.connect(lambda _value: self._hand_on_where())

    def _dress(self, field: str, label: str, editor: LineField | ComboField) -> None:
        editor.editor.setProperty("plain", "true")
        editor.name_it(_tr("{0}的{1}").format(self._spoken, label))
        self.fields[field] = editor
        self._row(label, editor)

    def _row(self, label: str, editor: QWidget) -> None:
        words = Label(label, "second")
        words.setFixedSize(tokens.px(68), tokens.px(34))
        words.setBuddy(editor)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(editor, 1)
        self._column.addLayout(row)

    def _hand_on_where(self) -> None:
        kind, place, since = (self.fields[field].value() for field in ("kind", "place", "from_day"))
        self.where_edited.emit(Where(kind or ("away" if place else ""), place, checks.iso_day(since)))
