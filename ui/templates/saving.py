"""Where filled and empty forms go: asks for the place, fills in the background, says where the file lies."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.school import Template
from app.store import StoreError
from ui import words
from ui.session import Session
from ui.templates import filling
from ui.templates.filling import FillJob
from ui.templates.shelf import Shelf
from ui.work import Work


def open_folder(folder: PurePath) -> None:
    """Show a folder in the computer's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Saving(QObject):
    """Works for the form that is chosen on the shelf, with the choices of its panel."""

    def __init__(self, session: Session, work: Work, shelf: Shelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._work, self._shelf, self._parent = session, work, shelf, parent
        self._folder = PurePath()
        self.open_folder: Callable[[PurePath], None] = open_folder
        shelf.panel.fill_wanted.connect(self.fill)
        shelf.panel.empty_wanted.connect(self.save_empty)
        shelf.panel.folder_wanted.connect(lambda: self.open_folder(self._folder))

    def fill(self) -> None:
        """Ask where, then fill in the background and say where it lies."""
        template, panel = self._shelf.chosen(), self._shelf.panel
        scope = panel.chosen_scope()
        if template is None or not panel.go.isEnabled() or self._work.busy:
            return
        snapshot, day = self._session.snapshot, self._session.today
        job = FillJob(template, scope.children, snapshot, day, panel.is_full(), panel.is_each())
        name = filling.file_name(template, scope, snapshot, day)
        to = self._ask_folder() if job.each else self._ask(name, template)
        if to is None:
            return
        disk = self._session.disk
        self._work.run(
            lambda store, progress: filling.carry_out(disk, store, job, to, progress),
            lambda path: self._filled(job, path), lambda error: panel.say(words.sentence(error)),
            self.tr("填 {0}").format(template.name), can_cancel=False,
        )  # fmt: skip

    def save_empty(self) -> None:
        """Write the empty form as it came."""
        template = self._shelf.chosen()
        path = self._ask(f"{template.name}.{template.kind}", template) if template is not None else None
        if template is None or path is None:
            return
        try:
            self._session.disk.write_bytes(path, self._session.store.file(template.file))
        except StoreError as error:
            self._shelf.panel.say(words.sentence(error))
        else:
            self._done(path.parent, self.tr("空表存好了：{0}").format(path))

    def _filled(self, job: FillJob, path: PurePath) -> None:
        self._shelf.panel.full.setChecked(False)
        said = self.tr("存好 {0} 个文件：{1}") if job.each else self.tr("填好 {0} 人，存在：{1}")
        self._done(path if job.each else path.parent, said.format(len(job.children), path))

    def _done(self, folder: PurePath, said: str) -> None:
        self._folder = folder
        self._session.said.emit(said)
        self._shelf.panel.say(said, folder=True)

    def _ask(self, suggestion: str, template: Template) -> PurePath | None:
        kind = "Excel (*.xlsx)" if template.kind == "xlsx" else "Word (*.docx)"
        path, _ = QFileDialog.getSaveFileName(self._parent, self.tr("存在哪里"), suggestion, kind)
        if not path:
            return None
        return PurePath(path if path.lower().endswith(f".{template.kind}") else f"{path}.{template.kind}")

    def _ask_folder(self) -> PurePath | None:
        path = QFileDialog.getExistingDirectory(self._parent, self.tr("存在哪个文件夹"))
        return PurePath(path) if path else None
