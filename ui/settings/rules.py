"""Settings: the rules of care, as a section among the others."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.rules.desk import DRAFT, RuleDesk
from ui.session import Session
from ui.settings.section import Section
from ui.work import Work


class RulesSection(Section):
    """All of it happens in the desk."""

    key = DRAFT
    icon = "clipboard-check"
    topic = "rules"
    fills = True

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.desk = RuleDesk(session, self.save)
        self.column.addWidget(self.desk, 1)
        self.desk.keys_changed.connect(self.keys_changed)
        self.desk.print_wanted.connect(lambda: self.goes.emit("print", "rules"))

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "关爱规则")

    @staticmethod
    def also() -> tuple[str, ...]:
        return tuple(
            QCoreApplication.translate("settings", text) for text in ("最低、常用、完整三套规则", "学校从哪天起用")
        )

    def show_file(self) -> None:
        self.desk.show_file()

    def back(self) -> bool:
        return self.desk.back()

    def keys(self) -> list[tuple[str, str]]:
        return self.desk.keys()

    def resume(self) -> bool:
        return self.desk.resume()
