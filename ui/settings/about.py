"""Settings: light or dark, where the data lies, what the program is made of."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui import style
from ui.card import Card
from ui.pieces.label import Label
from ui.pieces.segments import Segment, Segments
from ui.session import Session
from ui.settings.section import Section
from ui.work import Work

LICENCES = (
    "Qt / PySide6 (LGPL-3.0) · SQLCipher (BSD) · SQLite (public domain) · sqlite-utils (Apache-2.0) · "
    "argon2-cffi (MIT) · PyNaCl (Apache-2.0) · openpyxl (MIT) · python-calamine (MIT) · lxml (BSD) · "
    "pypinyin (MIT) · lunar_python (MIT) · Noto Sans SC, LXGW WenKai (OFL-1.1) · Lucide (ISC)"
)


class AboutSection(Section):
    """Look, place, version, licences."""

    key = "about"
    icon = "sun"

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(session, work, parent)
        self.theme = Segments(
            [Segment("light", self.tr("浅色")), Segment("dark", self.tr("深色"))],
            session.store.setting("theme", "light"), name=self.tr("颜色"),
        )  # fmt: skip
        self.place = Label("", "body", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        look = Card(self.tr("颜色"), "", self.theme)
        where = Card(self.tr("资料在哪里"), self.tr("就在这台电脑的这个文件夹里，加密的；程序不上网。"))
        where.column.addWidget(self.place)
        about = Card(self.tr("牵手 {0}").format(_version()), self.tr("自由软件，MIT 许可。用到的部件和许可："))
        about.column.addWidget(Label(LICENCES, "hint", wrap=True))
        for card in (look, where, about):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.theme.chosen.connect(self._dress)
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "外观和关于")

    def show_file(self) -> None:
        self.place.setText(str(self.session.folder or ""))

    def _dress(self, theme: str) -> None:
        self.session.store.set_setting("theme", theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, theme=theme)


def _version() -> str:
    try:
        return version("qianshou")
    except PackageNotFoundError:
        return ""
