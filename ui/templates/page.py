"""The page 县里的表: the county's own forms, added once, filled for any children by one button."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.edits.templates import add_template, delete_template, rename_template
from app.fingerprint import card_scene
from app.store import Progress, Store
from app.templates import facts
from app.templates.form import Form
from app.templates.guess import guess
from app.templates.marks import Marks
from app.templates.memory import with_memory
from ui import words
from ui.page import Page
from ui.session import Session
from ui.templates import filling
from ui.templates.marking import Marking
from ui.templates.saving import Saving
from ui.templates.shelf import Shelf
from ui.templates.words import name_of
from ui.work import Work

Added = tuple[str, Form, Marks]
"""What was kept of a new form: the name of its file, what it looks like, the guess."""


class TemplatesPage(Page):
    """`arrive` takes the ids of children to fill for, the path of a form to add, or the id of one to choose."""

    can = frozenset({"open_table", "export"})

    def __init__(self, session: Session, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work
        self._chosen: tuple[int, ...] = ()
        self.shelf = Shelf(session)
        self.saving = Saving(session, work, self.shelf, self)
        self.marking = Marking(session, self.sample)
        self.stack = QStackedWidget()
        self.setAcceptDrops(True)
        for view in (self.shelf, self.marking):
            self.stack.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()
        self.shelf.show_all()
        self._offer("left")

    # what the window asks

    def arrive(self, want: object) -> None:
        if isinstance(want, str) and want:
            self.add(want)
        elif isinstance(want, int):
            self.close_marks()
            self.shelf.choose(want)
        elif isinstance(want, list) and want and isinstance(want[0], str):
            self.add(want[0])
        elif isinstance(want, Sequence) and not isinstance(want, str):
            self._chosen = tuple(int(key) for key in want)
            self.close_marks()
            self._offer("chosen" if self._chosen else "left")
        self.shelf.focus() if not self.is_marking() else self.marking.view.setFocus()

    def refresh(self, touched: frozenset[int] | None) -> None:
        self.shelf.show_all()
        self._offer(self.shelf.panel.scope.value() or "left")
        if self.is_marking():
            self.marking.refresh()

    def keys(self) -> list[tuple[str, str]]:
        if self.is_marking():
            return [
                ("↑↓←→", self.tr("换一格")), ("Enter", self.tr("选填什么")), ("Delete", self.tr("不填")),
                ("Ctrl+Enter", self.tr("去填表")), ("Esc", self.tr("返回")),
            ]  # fmt: skip
        if not self._session.snapshot.templates:
            return [("Ctrl+I", self.tr("选一张表")), ("Esc", self.tr("返回"))]
        return [
            ("↑↓", self.tr("换一张")), ("Enter", self.tr("哪里填什么")), ("Ctrl+E", self.tr("填好存下")),
            ("Ctrl+I", self.tr("添一张")), ("Esc", self.tr("返回")),
        ]  # fmt: skip

    def help_text(self) -> str:
        return self.tr(
            "县里发的 Excel、Word 空表，放进来一次。程序看格子旁边的字，认出哪一格填什么，绿的会填上；"
            "黄的虚线没认出，点它，在右边选一项，打拼音也能找。以后选好孩子按“填好”，得到的文件用 WPS 打开就能交。"
            "名单会自动加行，合计和签名往下移；登记表一个孩子一张。身份证号默认只写前 6 位和后 4 位。"
            "表里自己写上 {{姓名}}、{{父亲电话}} 这样的字，也会换成孩子的。"
        )

    def back(self) -> bool:
        if not self.is_marking():
            return False
        if self.marking.in_list():
            self.marking.view.setFocus()
        else:
            self.close_marks()
        return True

    def leave(self) -> bool:
        return self.shelf.chosen() is None or self.shelf.panel.name.commit()

    def open_table(self) -> None:
        """Ctrl+I: choose a form to add."""
        kinds = self.tr("县里的空表") + " (*.xlsx *.docx)"
        kinds += ";;" + self.tr("所有文件") + " (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选一张空表"), "", kinds)
        if path:
            self.add(path)

    def export(self) -> None:
        """Ctrl+E: fill the chosen form."""
        if not self.is_marking():
            self.saving.fill()

    # forms

    def add(self, path: str) -> None:
        """Read a form in the background, keep it, and show what was understood of it."""
        disk, day, templates = self._session.disk, self._session.today, self._session.snapshot.templates

        def read(store: Store, _progress: Progress) -> Added:
            data = disk.read_form(PurePath(path))
            form = disk.form_of(data)
            return store.keep_file(data), form, with_memory(form, guess(form, day), templates, day)

        self.shelf.tell("")
        self._work.run(read, lambda kept: self._added(path, kept), lambda error: self._not_read(path, error),
                       self.tr("读 {0}").format(PurePath(path).name), can_cancel=False)  # fmt: skip

    def _added(self, path: str, kept: Added) -> None:
        file, form, marks = kept
        name = name_of(path)
        changes = add_template(name, form.kind, file, marks)
        done = self._session.apply(self.tr("添上县里的表“{0}”").format(name), changes)
        self.shelf.choose(done.ids["template"])
        self._show_marks(form)

    def _not_read(self, path: str, error: Exception) -> None:
        self.close_marks()
        self.shelf.tell(self.tr("“{0}”没有读进来：{1}").format(PurePath(path).name, words.sentence(error)))

    def open_marks(self, number: int) -> None:
        """Show what goes where in a form."""
        self.shelf.choose(number)
        template, disk = self.shelf.chosen(), self._session.disk
        if template is None:
            return
        file = template.file
        self._work.run(lambda store, _progress: disk.form_of(store.file(file)), self._show_marks,
                       label=self.tr("打开 {0}").format(template.name), can_cancel=False)  # fmt: skip

    def _show_marks(self, form: Form) -> None:
        template = self.shelf.chosen()
        if template is not None:
            self.stack.setCurrentWidget(self.marking)
            self.marking.open(template, form)
            self.keys_changed.emit()

    def close_marks(self) -> None:
        """Back to the list, on the form that was open."""
        if self.is_marking():
            self.stack.setCurrentWidget(self.shelf)
            self.shelf.show_all()
            self.shelf.focus()
            self.keys_changed.emit()

    def is_marking(self) -> bool:
        """Whether the marks of a form are on screen."""
        return self.stack.currentWidget() is self.marking

    def rename(self, name: str) -> None:
        """Call the chosen form something else."""
        template = self.shelf.chosen()
        if template is not None and (changes := rename_template(template, name)):
            self._session.apply(self.tr("“{0}”改叫“{1}”").format(template.name, name), changes)

    def delete(self) -> None:
        """Take the chosen form away; Ctrl+Z brings it back."""
        template = self.shelf.chosen()
        if template is not None and not self.is_marking():
            self._session.apply(self.tr("删掉县里的表“{0}”").format(template.name), delete_template(template))
            self.shelf.focus()

    def sample(self, key: str) -> str:
        """What a fact says of the first child that it is known of, to show what it means."""
        snapshot, day = self._session.snapshot, self._session.today
        scene = card_scene(snapshot, day)
        children = self.shelf.panel.chosen_scope().children[:40]
        if key in ("seq", "count"):
            return facts.common(key, children, scene) if key == "count" else "1"
        return next((text for child in children if (text := facts.value(key, child, scene))), "")

    def _offer(self, wanted: str) -> None:
        self.shelf.offer(filling.choices(self._session.snapshot, self._session.today, self._chosen), wanted)

    def _connect(self) -> None:
        panel = self.shelf.panel
        self.shelf.add_wanted.connect(self.open_table)
        self.shelf.opened.connect(self.open_marks)
        self.marking.finished.connect(self.close_marks)
        panel.renamed.connect(self.rename)
        panel.marks_wanted.connect(lambda: self.open_marks(self.shelf.grid.current()))
        panel.delete_wanted.connect(self.delete)
        QShortcut(QKeySequence("Delete"), self.shelf.grid, self.delete, context=Qt.ShortcutContext.WidgetShortcut)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.marking, self.close_marks)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A form dropped on the page is added."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.add(paths[0])

    def minimumSizeHint(self) -> QSize:
        """Small enough for 911 px."""
        return QSize(640, 360)
