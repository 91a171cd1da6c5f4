"""One attachment in full size over the window; from it to the next, to paper, to a file, or into the recycle bin."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.attachments import PDF, PICTURE, Attachment, without_consent
from app.photos import PictureRefused
from app.slips.scans import ScanRefused
from app.store import MissingFile, StoreError
from ui import fonts, icons, late, tokens
from ui.attachments import words
from ui.attachments.deeds import AttachDeeds, Target, saved_name
from ui.attachments.reading import large_picture, scan_pages
from ui.photos.album import DAMAGED, MISSING
from ui.pieces import paint
from ui.pieces.button import Button
from ui.pieces.fields import LineField
from ui.pieces.label import Label
from ui.session import Session

READ_AT_ONCE = 20 << 20
"""Bytes of a PDF up to which it is opened while the window waits."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("attachments", text)


class PictureView(QWidget):
    """A picture as large as there is room, or in words what is there instead."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._icon, self._lines, self._ink = "", [""], "ink2"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(tokens.px(200), tokens.px(120))

    def show_picture(self, picture: QImage, name: str) -> None:
        """Show it."""
        self._picture = picture
        self._speak(name)

    def show_words(self, icon: str, lines: list[str], *, wrong: bool, name: str) -> None:
        """Say what is there instead."""
        self._picture, self._icon, self._lines, self._ink = None, icon, lines, "over" if wrong else "ink2"
        self._speak("，".join((name, *lines)))

    def picture(self) -> QImage | None:
        """What is shown."""
        return self._picture

    def _speak(self, name: str) -> None:
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            if self._picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                size = self._picture.size()
                scale = min(rect.width() / size.width(), rect.height() / size.height(), 1.0)
                target = QRectF(0, 0, size.width() * scale, size.height() * scale)
                target.moveCenter(rect.center())
                painter.drawImage(target, self._picture)
            else:
                side = icons.side(40)
                step = tokens.px(24)
                top = rect.center().y() - (side + step * len(self._lines)) / 2
                icons.draw(painter, self._icon, rect.center().x() - side / 2, top, self._ink, 40)
                for place, line in enumerate(self._lines):
                    middle = top + side + step * (place + 0.75)
                    wide = min(fonts.width(line), rect.width())
                    paint.text(painter, rect.center().x() - wide / 2, middle, line, token=self._ink, width=wide + 1)
            if self.hasFocus():
                paint.box(painter, rect, "", "accent", line=1.5)


class Viewer(QDialog):
    """Left and right go through them; what is written below is saved when it is left."""

    def __init__(
        self, session: Session, deeds: AttachDeeds, target: Target, place: int,
        ask_path: Callable[[QWidget, str], str], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._deeds, self._target = session, deeds, target
        self.place = place
        self.rows: list[Attachment] = []
        self.ask_path = ask_path
        self.setWindowTitle(target.whose or _tr("图片和文件"))
        self.setProperty("ground", "paper")
        self.title = Label("", "panel", wrap=True)
        self.about = Label("", "second", "ink2", wrap=True)
        self.view = PictureView()
        self.caption = LineField(_tr("说明"), placeholder=_tr("谁、在做什么"))
        self.consent = Label("", "hint", "soon", wrap=True)
        self.note = Label("", "second", "ink2", wrap=True)
        self.before = Button("", icon="chevron-left", name=_tr("上一个"))
        self.next = Button("", icon="chevron-right", name=_tr("下一个"))
        self.away = Button(_tr("删除"), kind="danger", keys="Delete")
        self.save_original = Button(_tr("存原图"))
        self.save = Button(_tr("存出来"), icon="download", keys="Ctrl+E")
        self.print = Button(_tr("打印"), icon="printer", keys="Ctrl+P")
        self.close_ = Button(_tr("关上"), keys="Esc")
        self._lay_out()
        self._connect()
        around = parent.window().size()
        self.resize(QSize(min(1100, around.width() - 60), min(900, around.height() - 40)))
        self._reread()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """The next or the one before."""
        if 0 <= self.place + step < len(self.rows) and self.caption.commit():
            self.place += step
            self._show()

    def remove(self) -> None:
        """Delete this one and show the next; the dialog closes after the last."""
        if self.rows and self._deeds.detach([self.rows[self.place]], self._target):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def export(self, *, original: bool = False) -> None:
        """Save this one where the person says."""
        one = self.rows[self.place]
        where = self.ask_path(self, saved_name(one, original))
        if where:
            self._deeds.export([one], where, original=original)

    def print_out(self) -> None:
        """Print this picture."""
        late.load("ui.paper.picture_sheets").show_sheets(self._session, [self.rows[self.place]], self._target, self)

    def done(self, result: int) -> None:
        """Closing saves what is written below."""
        if not self.rows or self.caption.commit():
            super().done(result)

    def keyPressEvent(self, event: Any) -> None:
        keys, control = Qt.Key, event.modifiers() & Qt.KeyboardModifier.ControlModifier
        step = {keys.Key_Left: -1, keys.Key_PageUp: -1, keys.Key_Right: 1, keys.Key_PageDown: 1}.get(keys(event.key()))
        if control and event.key() == keys.Key_P:
            self.print.click()
        elif control and event.key() == keys.Key_E:
            self.export()
        elif step is not None and not control:
            self.go(step)
        elif event.key() == keys.Key_Delete:
            self.remove()
        elif event.key() not in (keys.Key_Return, keys.Key_Enter):
            super().keyPressEvent(event)

    def _reread(self, _touched: object = None) -> None:
        self.rows = self._target.rows(self._session.store)
        if not self.rows:
            self.reject()
            return
        self.place = min(self.place, len(self.rows) - 1)
        self._show()

    def _show(self) -> None:
        one = self.rows[self.place]
        self.title.setText(words.called(one))
        place = _tr("第 {0} 个，共 {1} 个").format(self.place + 1, len(self.rows))
        self.about.setText(_tr("，").join((place, words.spoken(one))))
        self.caption.set_value(one.caption)
        self._show_content(one)
        self.before.setEnabled(self.place > 0)
        self.next.setEnabled(self.place + 1 < len(self.rows))
        self.print.setEnabled(self.view.picture() is not None)
        self.save_original.setVisible(bool(one.original))
        said = words.consent(*without_consent(self._target.children, self._session.snapshot))
        self.consent.setText(said if one.kind == PICTURE else "")
        self.consent.setVisible(bool(self.consent.text()))

    def _show_content(self, one: Attachment) -> None:
        spoken = words.spoken(one)
        if one.kind == PDF and one.thumbnail and one.bytes <= READ_AT_ONCE and self._show_scan(one, spoken):
            return
        if one.kind != PICTURE:
            what = words.kind_word(one.kind)
            lines = [_tr("这里看不了{0}。").format(what), _tr("按 Ctrl+E 存出来，再用别的程序打开。")]
            self.view.show_words(words.kind_icon(one.kind), lines, wrong=False, name=spoken)
            return
        try:
            self.view.show_picture(large_picture(self._session.store.file(one.file)), spoken)
            return
        except MissingFile:
            wrong = MISSING
        except (StoreError, PictureRefused):
            wrong = DAMAGED
        lines = [words.wrong_words(wrong), _tr("请从备份恢复，或者删掉后重新放一份。")]
        self.view.show_words("image", lines, wrong=True, name=spoken)

    def _show_scan(self, one: Attachment, spoken: str) -> bool:
        """The first page of a scanner's PDF; False if it has no picture."""
        try:
            pages = scan_pages(self._session.disk, self._session.store.file(one.file), one.name)
            if not pages:
                return False
            self.view.show_picture(pages[0](), spoken)
        except (StoreError, PictureRefused, ScanRefused):
            return False
        if len(pages) > 1:
            said = _tr("共 {0} 页，这是第 1 页；按 Ctrl+P 翻看、打印全部").format(len(pages))
            self.about.setText(_tr("，").join((self.about.text(), said)))
        return True

    def _connect(self) -> None:
        self._session.changed.connect(self._reread)
        self._session.said.connect(self.note.setText)
        self._session.failed.connect(self.note.setText)
        self.caption.committed.connect(self._write)
        self.before.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.away.clicked.connect(self.remove)
        self.save.clicked.connect(lambda: self.export())
        self.save_original.clicked.connect(lambda: self.export(original=True))
        self.print.clicked.connect(self.print_out)
        self.close_.clicked.connect(self.reject)

    def _write(self, value: str) -> None:
        if self.rows:
            self._deeds.caption(self.rows[self.place], value)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.BETWEEN)
        buttons.addWidget(self.before)
        buttons.addWidget(self.next)
        buttons.addWidget(self.note, 1)
        for button in (self.away, self.save_original, self.save, self.print, self.close_):
            buttons.addWidget(button)
            button.setAutoDefault(False)
        for button in (self.before, self.next):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.GUTTER, 14, tokens.GUTTER, 14)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.view, 1)
        column.addWidget(self.caption)
        column.addWidget(self.consent)
        column.addLayout(buttons)
