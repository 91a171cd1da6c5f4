"""The settings page: its sections at the left, the chosen one beside them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import tokens
from ui.page import KeyGroup, Page, Place
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.pieces.scrolling import scrolling
from ui.session import Session
from ui.settings.about import AboutSection
from ui.settings.account import AccountSection
from ui.settings.backups import BackupSection
from ui.settings.group import GroupSection
from ui.settings.rules import RulesSection
from ui.settings.school import SchoolSection
from ui.settings.section import Section
from ui.settings.staff import StaffSection
from ui.settings.terms import TermSection
from ui.unsaved import Unsaved
from ui.work import Work

SECTIONS: tuple[type[Section], ...] = (
    SchoolSection, TermSection, RulesSection, StaffSection, GroupSection, BackupSection, AccountSection, AboutSection,
)  # fmt: skip


def places(_session: Session) -> list[Place]:
    """The sections and what stands in them, for Ctrl+K."""
    here = QCoreApplication.translate("settings", "设置")
    found = [Place("settings", made.key, made.title(), detail=here, icon=made.icon) for made in SECTIONS]
    for made in SECTIONS:
        inside = QCoreApplication.translate("settings", "设置，{0}").format(made.title())
        found += [Place("settings", made.key, words, detail=inside, icon=made.icon) for words in made.also()]
    return found


class SettingsPage(Page):
    """Opened from the foot of the rail; `arrive("staff")` opens that section."""

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("设置"))
        self.list.setFixedWidth(tokens.px(132))
        self.list.setProperty("quiet", "true")
        self.stack = QStackedWidget()
        self.sections = [made(session, work) for made in SECTIONS]
        for section in self.sections:
            self.list.addItem(section.title())
            self.stack.addWidget(section if section.fills else self._scrolled(section))
            section.keys_changed.connect(self.keys_changed)
            section.goes.connect(self.goes)
        self.all = Button(self.tr("按键"), icon="keyboard")
        self.history = Button(self.tr("历史"), icon="history")
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("设置"), "heading"))
        head.addStretch(1)
        head.addWidget(self.all)
        head.addWidget(self.history)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list)
        body.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.unsaved = Unsaved(self, session)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.currentRowChanged.connect(lambda _row: self.keys_changed.emit())
        self.list.setCurrentRow(0)
        self.all.clicked.connect(lambda: self.goes.emit("keys", None))
        self.history.clicked.connect(lambda: self.goes.emit("history", None))

    def _scrolled(self, section: Section) -> QScrollArea:
        section.setMaximumWidth(tokens.px(section.wide))
        inner = QWidget()
        inner.setProperty("ground", "paper")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 6, 0)
        row.addWidget(section, 1)
        row.addStretch(0)
        area = scrolling(inner)
        return area

    def section(self, key: str) -> Section:
        """The section of that key. Raises StopIteration."""
        return next(section for section in self.sections if section.key == key)

    def arrive(self, want: object) -> None:
        if isinstance(want, str):
            self.list.setCurrentRow([section.key for section in self.sections].index(want))
        self.refresh(None)
        self.list.setFocus()

    def here(self) -> object:
        return self.sections[self.list.currentRow()].key

    def refresh(self, touched: frozenset[int] | None) -> None:
        for section in self.sections:
            section.show_file()

    def back(self) -> bool:
        return self.sections[self.list.currentRow()].back()

    def leave(self) -> bool:
        for section in self.sections:
            section.leave()
        return True

    def resume(self) -> bool:
        draft = self._session.drafts.opened()
        found = [section for section in self.sections if draft in (section.key, *section.kept)]
        for section in found:
            self.list.setCurrentRow(self.sections.index(section))
        return any(section.resume() for section in found)

    def key_groups(self) -> list[KeyGroup]:
        groups = [KeyGroup("", tuple(self._own_keys()))]
        return groups + [KeyGroup(one.title(), tuple(one.keys())) for one in self.sections if one.keys()]

    def keys(self) -> list[tuple[str, str]]:
        return self.sections[self.list.currentRow()].keys() + self._own_keys()

    def _own_keys(self) -> list[tuple[str, str]]:
        return [("↑↓", self.tr("换一项")), ("Tab", self.tr("下一格")), ("Esc", self.tr("返回"))]

    def topic(self) -> str:
        return self.sections[self.list.currentRow()].topic

    def help_text(self) -> str:
        return QCoreApplication.translate(
            "settings", "学校、学期、老师和班主任在这里改，离开一格就存下，Ctrl+Z 撤回。备份、密码、自动锁定也在这里。"
        )
