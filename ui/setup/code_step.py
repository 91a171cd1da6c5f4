"""The wizard's last step: the recovery code, shown large, printed or saved, and typed back."""

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from app.ports import Disk
from app.store import StoreError
from ui import fonts, late, tokens, words
from ui.code_edit import CodeEdit
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.label import Label
from ui.secret import labelled
from ui.setup.step import Step


class BigCode(QWidget):
    """The code in two lines of four groups. Painted, so that it cannot be copied but only read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.setFixedHeight(tokens.px(92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str) -> None:
        """Show this code; a screen reader reads it too."""
        self.code = code
        self.setAccessibleName(code)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            paint.box(painter, rect, "surface", "edge", radius=6)
            groups = self.code.split("-")
            wide = (rect.width() - 24) / 4
            for index, group in enumerate(groups[:8]):
                x = 12 + (index % 4) * wide + (wide - fonts.width(group, 24, 600)) / 2
                y = 28.0 if index < 4 else rect.height() - 28.0
                paint.text(painter, x, y, group, size=24, weight=600)


class CodeStep(Step):
    """Goes on only once the code was typed back: then it is on paper."""

    def __init__(self, disk: Disk, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("把恢复码收好"), "", parent)
        self._disk, self._today, self._school = disk, today, ""
        self._right: Callable[[str], bool] = lambda _code: False
        warn = Label(
            self.tr("忘了密码就靠它。两样都丢了，谁也打不开这份资料。印出来封好，放校长的保险柜。"),
            "body",
            "soon",
            wrap=True,
        )
        self.big = BigCode()
        self.print_ = Button(self.tr("打印恢复码"), icon="printer")
        self.save = Button(self.tr("存成 PDF"), icon="download")
        self.said = Label("", "second", wrap=True)
        self.said.hide()
        self.typed = CodeEdit(paste=False)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.print_)
        row.addWidget(self.save)
        row.addStretch(1)
        self.column.addWidget(warn)
        self.column.addWidget(self.big)
        self.column.addLayout(row)
        self.column.addWidget(self.said)
        self.column.addLayout(labelled(self.tr("照纸上的再输一遍（不能粘贴，横线和大小写不用管）"), self.typed))
        self.print_.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def show_code(self, code: str, school: str, right: Callable[[str], bool]) -> None:
        """The school is made: show its code; `right` asks the key file whether a typed code opens it."""
        self._school, self._right = school, right
        self.big.show_code(code)

    def arrive(self) -> None:
        self.typed.setFocus()

    def check(self) -> str:
        self.typed.setFocus()
        if not self.typed.text():
            return self.tr("请照纸上的恢复码再输一遍，确认抄对了。")
        if not self._right(self.typed.text()):
            return self.tr("和恢复码不一样，对照纸上的再看看。")
        return ""

    def _tell(self, sentence: str, tone: str = "ink2") -> None:
        self.said.setText(sentence)
        self.said.set_tone(tone)
        self.said.show()

    def _print(self) -> None:
        if late.load("ui.setup.code_paper").print_code(self, self._school, self.big.code, self._today):
            self._tell(self.tr("已经送到打印机。"))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("恢复码存到哪里"), "牵手恢复码.pdf", "PDF (*.pdf)")
        if not name:
            return
        path = PurePath(name if name.lower().endswith(".pdf") else name + ".pdf")
        try:
            self._disk.write_bytes(
                path, late.load("ui.setup.code_paper").code_pdf(self._school, self.big.code, self._today)
            )
        except StoreError as error:
            self._tell(words.sentence(error), "over")
            return
        self._tell(self.tr("存好了：{0}。印出来以后请把这个文件删掉。").format(path.name))
