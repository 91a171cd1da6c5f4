"""What the page of the figures does with Word: write the report, give the school its form to change, take it back."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.audit import audited
from app.figures import Book
from app.store import Store
from app.word_form import Facts, FormRefused
from ui import words
from ui.pieces.button import Button
from ui.session import Session
from ui.sheet_saving import asked_path
from ui.word.facts import facts
from ui.word.report import SETTING, Written, file_name, form_in_use, refusal, written
from ui.work import Work

Progress = Callable[[int, int], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_word", text)


class WordDesk(QObject):
    """`go` writes the report; `form` opens what can be done with its form."""

    def __init__(self, session: Session, work: Work, page: QWidget, book: Callable[[], Book | None]) -> None:
        """`book` gives the figures, None while they may not leave."""
        super().__init__(page)
        self._session, self._work, self._book, self._page = session, work, book, page
        self.go = Button(_tr("写成 Word"), icon="file-text", keys="Ctrl+Shift+E")
        self.form = Button(_tr("Word 模板"), kind="link")
        self.menu = QMenu(self.form)
        self.take_out = self.menu.addAction(_tr("存出来，用 WPS 改"))
        self.put_in = self.menu.addAction(_tr("放进改好的模板"))
        self.drop = self.menu.addAction(_tr("用回原来的模板"))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.go.clicked.connect(self.save)
        QShortcut(QKeySequence(self.go.keys), page, self.save, context=within)
        self.form.clicked.connect(self._open)
        self.take_out.triggered.connect(self.save_form)
        self.put_in.triggered.connect(self.choose_form)
        self.drop.triggered.connect(self.drop_form)

    def save(self) -> None:
        """Ask where the report shall go, write it in the background, say where it lies and by whose form."""
        book, snapshot = self._book(), self._session.snapshot
        if book is None:
            return
        path = asked_path(self._page, _tr("写成 Word"), file_name(snapshot.school.name, book), "Word (*.docx)")
        if path is None:
            return
        given, disk = self._facts(book), self._session.disk

        def write(store: Store, _progress: Progress) -> Written:
            with audited(store, "export_report", f"term={book.term.code} on={book.on.isoformat()}"):
                made = written(disk, store, given)
                disk.write_bytes(path, made.content)
            return made

        self._run(write, lambda made: self._say_written(made, path), _tr("正在写报告"))

    def save_form(self) -> None:
        """The form in use as a file."""
        path = asked_path(self._page, _tr("存出模板"), _tr("学期总结模板.docx"), "Word (*.docx)")
        disk = self._session.disk
        if path is not None:
            said = _tr("模板存好了：{0}").format(path)
            self._run(lambda store, _progress: disk.write_bytes(path, form_in_use(store)),
                      lambda _none: self._session.said.emit(said), _tr("正在存"))  # fmt: skip

    def choose_form(self) -> None:
        """Ask for the file that was changed."""
        chosen, _kind = QFileDialog.getOpenFileName(self._page, _tr("选改好的模板"), "", "Word (*.docx)")
        if chosen:
            self.keep_form(PurePath(chosen))

    def keep_form(self, path: PurePath) -> None:
        """Reports are written by that file from now on, if one can be."""
        book, disk = self._book(), self._session.disk
        if book is None:
            return
        given = self._facts(book)

        def keep(store: Store, _progress: Progress) -> None:
            content = disk.read_form(path)
            disk.fill_word(content, given)
            store.set_setting(SETTING, store.keep_file(content))

        self._run(keep, lambda _none: self._session.said.emit(_tr("以后的报告照“{0}”写").format(path.name)),
                  _tr("正在读模板"))  # fmt: skip

    def drop_form(self) -> None:
        """The program's own form again."""
        self._session.store.set_setting(SETTING, "")
        self._session.said.emit(_tr("以后的报告照原来的模板写"))

    def _facts(self, book: Book) -> Facts:
        return facts(book, self._session.snapshot, self._session.today)

    def _run(self, what: Callable[[Store, Progress], object], done: Callable[..., None], label: str) -> None:
        self._work.run(what, done, self._broke, label, can_cancel=False)

    def _say_written(self, made: Written, path: PurePath) -> None:
        if made.refused:
            said = _tr("存好了：{0}。没有照学校的模板写，用的是原来的：{1}")
            self._session.failed.emit(said.format(path, made.refused))
        else:
            self._session.said.emit(_tr("存好了：{0}").format(path))

    def _broke(self, error: Exception) -> None:
        said = refusal(error) if isinstance(error, FormRefused) else words.sentence(error)
        self._session.failed.emit(said)

    def _open(self) -> None:
        self.drop.setEnabled(bool(self._session.store.setting(SETTING)))
        self.menu.popup(self.form.mapToGlobal(QPoint(0, self.form.height() + 2)))
