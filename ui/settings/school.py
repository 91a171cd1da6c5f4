"""Settings: the school's own data, saved field by field."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.changes import Update
from ui.card import Card
from ui.pieces.fields import ComboField, Field, LineField
from ui.session import Session
from ui.settings.section import Section
from ui.setup.steps import digits
from ui.work import Work


class SchoolSection(Section):
    """Name, code, county, phone on duty, 学制."""

    key = "school"
    icon = "school"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        systems = [("六三", self.tr("六三制（小学六年，初中三年）")), ("五四", self.tr("五四制（小学五年，初中四年）"))]
        self.fields: dict[str, Field] = {
            "name": LineField(self.tr("学校名称"), check=self._named),
            "code": LineField(self.tr("学校标识码"), clean=digits),
            "county": LineField(self.tr("所在县（市、区）")),
            "duty_phone": LineField(self.tr("值班电话"), hint=self.tr("印在孩子的随身卡上")),
            "system": ComboField(self.tr("学制"), systems),
        }
        card = Card(self.title())
        for name, field in self.fields.items():
            card.column.addWidget(field)
            field.committed.connect(partial(self._save, name))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "学校")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (
            QCoreApplication.translate("settings", "值班电话"), QCoreApplication.translate("settings", "学制"),
        )  # fmt: skip

    def _named(self, text: str) -> str:
        return "" if text else self.tr("学校名称不能空着")

    def _save(self, name: str, value: str) -> None:
        self.save(self.tr("修改{what}").format(what=self.fields[name].label()), [Update("school", 1, {name: value})])

    def show_file(self) -> None:
        school = self.session.snapshot.school
        for name, field in self.fields.items():
            field.set_value(str(getattr(school, name)))
