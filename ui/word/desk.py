"""What a page does with Word: write its report or plan, give the school the form to change, take it back."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.audit import audited
from app.edits.word_form import drop_form, use_form
from app.store import Store
from app.word_form import FormRefused
from ui import words
from ui.pieces.button import Button
from ui.session import Session
from ui.sheet_saving import asked_path
from ui.word.forms import Writing, Written, called, form_in_use, refusal, written
from ui.work import Work

Progress = Callable[[int, int], None]
KEYS = "Ctrl+Shift+E"


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_word", text)


class WordDesk(QObject):
    """`go` writes; `form` opens what can be done with the form of that name (`ui.word.forms`)."""

    def __init__(
        self, session: Session, work: Work, page: QWidget, form: str, writing: Callable[[], Writing | None], *,
        main: bool = False,
    ) -> None:  # fmt: skip
        """`writing` gives what is to be written, None while it may not leave. `main`: it is what the page is for; its
        key stands in the foot alone, among other buttons of the head."""
        super().__init__(page)
        self.session, self._work, self._writing, self._page = session, work, writing, page
        self._name, self._called = form, called(form)
        kind, keys = ("primary", "") if main else ("secondary", KEYS)
        self.go = Button(_tr("写成 Word"), kind=kind, icon="file-text", keys=keys)
        self.form = Button(_tr("Word 模板"), kind="link")
        self.menu = QMenu(self.form)
        self.take_out = self.menu.addAction(_tr("存出来，用 WPS 改"))
        self.put_in = self.menu.addAction(_tr("放进改好的模板"))
        self.drop = self.menu.addAction(_tr("用回原来的模板"))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.go.clicked.connect(self.save)
        QShortcut(QKeySequence(KEYS), page, self.save, context=within)
        self.form.clicked.connect(self._open)
        self.take_out.triggered.connect(self.save_form)
        self.put_in.triggered.connect(self.choose_form)
        self.drop.triggered.connect(self.drop_form)

    def save(self) -> None:
        """Ask where it shall go, write it in the background, say where it lies and by whose form."""
        found = self._writing() if self.go.isEnabled() else None
        if found is None:
            return
        path = asked_path(self._page, _tr("写成 Word"), found.file_name, "Word (*.docx)")
        if path is None:
            return
        disk, name = self.session.disk, self._name

        def write(store: Store, _progress: Progress) -> Written:
            with audited(store, found.what, found.detail):
                made = written(disk, store, name, found.facts)
                disk.write_bytes(path, made.content)
            return made

        self._run(write, lambda made: self._say_written(made, path), _tr("正在写{0}").format(self._called.what))

    def save_form(self) -> None:
        """The form in use as a file."""
        path = asked_path(self._page, _tr("存出模板"), self._called.file, "Word (*.docx)")
        disk, name = self.session.disk, self._name
        if path is not None:
            said = _tr("模板存好了：{0}").format(path)
            self._run(lambda store, _progress: disk.write_bytes(path, form_in_use(store, name)),
                      lambda _none: self.session.said.emit(said), _tr("正在存"))  # fmt: skip

    def choose_form(self) -> None:
        """Ask for the file that was changed."""
        chosen, _kind = QFileDialog.getOpenFileName(self._page, _tr("选改好的模板"), "", "Word (*.docx)")
        if chosen:
            self.keep_form(PurePath(chosen))

    def keep_form(self, path: PurePath) -> None:
        """All is written by that file from now on, if anything can be; Ctrl+Z takes it back."""
        found, disk = self._writing(), self.session.disk
        if found is None:
            return

        def keep(store: Store, _progress: Progress) -> str:
            content = disk.read_form(path)
            disk.fill_word(content, found.facts)
            return store.keep_file(content)

        self._run(keep, lambda file: self._use(file, path.name), _tr("正在读模板"))

    def drop_form(self) -> None:
        """The program's own form again; Ctrl+Z brings the school's back."""
        own = self.session.store.own_forms.of(self._name)
        if own is not None:
            said = _tr("以后的{0}照原来的模板写，Ctrl+Z 撤回").format(self._called.what)
            self.session.attempt(_tr("{0}用回原来的模板").format(self._called.what), drop_form(own), said=said)

    def _use(self, file: str, name: str) -> None:
        changes = use_form(self._name, file, self.session.store.own_forms.of(self._name))
        said = _tr("以后的{0}照“{1}”写").format(self._called.what, name)
        if not changes:
            self.session.said.emit(said)
            return
        self.session.attempt(_tr("换{0}的 Word 模板").format(self._called.what), changes,
                              said=_tr("{0}，Ctrl+Z 撤回").format(said))  # fmt: skip

    def _run(self, what: Callable[[Store, Progress], object], done: Callable[..., None], label: str) -> None:
        self._work.run(what, done, self._broke, label, can_cancel=False)

    def _say_written(self, made: Written, path: PurePath) -> None:
        if made.refused:
            said = _tr("存好了：{0}。没有照学校的模板写，用的是原来的：{1}")
            self.session.failed.emit(said.format(path, made.refused))
        else:
            self.session.said.emit(_tr("存好了：{0}").format(path))

    def _broke(self, error: Exception) -> None:
        said = refusal(error) if isinstance(error, FormRefused) else words.sentence(error)
        self.session.failed.emit(said)

    def _open(self) -> None:
        self.drop.setEnabled(self.session.store.own_forms.of(self._name) is not None)
        self.menu.popup(self.form.mapToGlobal(QPoint(0, self.form.height() + 2)))
