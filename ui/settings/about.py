"""Settings: light or dark, how large, where the data lies, what the program is made of."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.card import Card
from ui.look import SIZES
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
        look = self.look = session.look
        self.theme = Segments(
            [
                Segment("light", self.tr("浅色")), Segment("dark", self.tr("深色")),
                Segment("system", self.tr("跟随系统")),
            ],
            look.theme if look is not None else "light", name=self.tr("颜色"),
        )  # fmt: skip
        self.letters = Segments(
            [Segment(str(size), f"{size} %") for size in SIZES], str(look.size if look is not None else SIZES[0]),
            name=self.tr("字的大小"),
        )  # fmt: skip
        self.place = Label("", "body", wrap=True)
        self.place.setAccessibleName(self.tr("资料在哪里"))
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        colours = Card(self.tr("颜色"), "", self.theme)
        large = Card(
            self.tr("字的大小"), self.tr("随时按 Ctrl+= 放大，Ctrl+- 缩小，Ctrl+0 恢复。打印出来的字不变。"),
            self.letters,
        )  # fmt: skip
        where = Card(self.tr("资料在哪里"), self.tr("就在这台电脑的这个文件夹里，加密的；程序不上网。"))
        where.column.addWidget(self.place)
        about = Card(self.tr("牵手 {0}").format(_version()), self.tr("自由软件，MIT 许可。用到的部件和许可："))
        about.column.addWidget(Label(LICENCES, "hint", wrap=True))
        for card in (colours, large, where, about):
            self.column.addWidget(card)
        self.column.addStretch(1)
        if look is not None:
            self.theme.chosen.connect(lambda theme: look.choose(theme=theme))
            self.letters.chosen.connect(lambda size: look.choose(size=int(size)))
        self.show_file()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("settings", "外观和关于")

    @staticmethod
    def also() -> tuple[str, ...]:
        return (
            QCoreApplication.translate("settings", "字的大小"), QCoreApplication.translate("settings", "浅色和深色"),
            QCoreApplication.translate("settings", "资料在哪里"),
        )  # fmt: skip

    def show_file(self) -> None:
        self.place.setText(str(self.session.folder or ""))


def _version() -> str:
    try:
        return version("qianshou")
    except PackageNotFoundError:
        return ""
