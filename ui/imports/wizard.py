"""A wizard that takes a table in, as a page of the window: four steps, one file, nothing written before the last."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from app.imports.carrying import Carried
from app.imports.headers import Mapping
from app.store import Cancelled, StoreError
from ui import words
from ui.imports import half_chosen, reading
from ui.imports.columns_step import NO_HEADER
from ui.imports.import_frame import ImportFrame
from ui.imports.matter import Matter, Plan
from ui.imports.reading import Pasted, Reading
from ui.photos.given import brings_photos
from ui.session import Session
from ui.work import Work


def _tr(text: str) -> str:
    return QCoreApplication.translate("imports", text)


class Wizard(ImportFrame):
    """Opened with a path (str), paths or None by `Page.goes(key, path)`."""

    can = frozenset({"open_table"})

    def __init__(self, session: Session, work: Work, matter: Matter[Any, Any]) -> None:
        super().__init__(matter)
        self.session, self.work = session, work
        self._done: Carried | None = None
        self._connect()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.forward)
        self._show(0)

    def _connect(self) -> None:
        self.choose.chosen.connect(self._take_file)
        self.choose.other_wanted.connect(lambda: self.goes.emit(self.matter.words.other_page, None))
        self.columns.remapped.connect(self._remap)
        self.columns.header_moved.connect(self._move_header)
        self.columns.as_of_changed.connect(self._move_day)
        self.columns.back_wanted.connect(self.step_back)
        self.columns.forward_wanted.connect(self.look_through)
        self.preview.planned.connect(self._show_plan)
        self.preview.resolved.connect(self._resolve)
        self.preview.back_wanted.connect(lambda: self._show(1))
        self.preview.save_refused.connect(self.save_refused)
        self.preview.carry_out.connect(self.carry_out)
        self.done.finished.connect(self.finish)
        self.done.save_refused.connect(self.save_refused)
        self.done.take_back.connect(self.take_back)

    # the window's questions

    def arrive(self, want: object) -> None:
        if isinstance(want, (list, str)) and want:
            paths = [want] if isinstance(want, str) else want
            self.start(paths[0])
            if len(paths) > 1:
                self.session.noted.emit(_one_by_one(len(paths) - 1))
        elif isinstance(want, Pasted):
            self.paste(want)
        elif self._done is not None or self._reading is None:
            self._done = self._reading = self._plan = None
            self._show(0)

    def refresh(self, touched: frozenset[int] | None) -> None:
        """A plan beside a school that has changed since is taken back to the columns, to be made anew."""
        plan = self._plan
        if self.stack.currentWidget() is self.preview and plan is not None and self.matter.is_stale(plan):
            self._show(1)

    def open_table(self) -> None:
        self._show(0)
        self.choose.ask()

    def _take_file(self, path: str) -> None:
        """A table is read; photos that landed here go where they belong."""
        if brings_photos(self.session.disk, (path,)):
            self.goes.emit("photos", (path,))
        else:
            self.start(path)

    # steps

    def start(self, path: str) -> None:
        """Read a file in the background and go on to its columns, or say why it cannot be read."""
        self._begin(PurePath(path).name, lambda as_of: self.matter.read(path, as_of))

    def paste(self, pasted: Pasted) -> None:
        """Read a block off the clipboard in the background and go on to its columns."""
        name = self.tr("粘贴的表格")
        self._begin(name, lambda as_of: self.matter.read_pasted(pasted, name, as_of))

    def _begin(self, name: str, read: Callable[[date], Reading]) -> None:
        as_of = self.matter.day()
        self._done = None
        self.work.run_alone(
            lambda _progress: read(as_of), self._read, lambda error: self._not_read(name, error),
            self.tr("读 {0}").format(name), can_cancel=False,
        )  # fmt: skip

    def _read(self, found: Reading) -> None:
        self.choose.tell("", "", "")
        self._reading = found = reading.with_remembered(found, self.session.store, self.choices)
        self.columns.show_mapping(found.table, found.mapping, found.as_of)
        self._show(1)
        if all(column.why or not column.samples for column in found.mapping.columns):
            self.columns.forward.setFocus()

    def _not_read(self, path: str, error: Exception) -> None:
        self.choose.tell(path, *words.wording(error))
        self._show(0)

    def _remap(self, mapping: Mapping) -> None:
        assert self._reading is not None
        self._take(reading.with_mapping(self._reading, mapping))
        half_chosen.keep(self.session, self._reading, self.matter.key, self.choices)

    def resume(self) -> bool:
        if path := half_chosen.path_of(self.session, self.matter.key):
            self.start(path)
        return bool(path)

    def leave(self) -> bool:
        self.session.drafts.close(self.matter.key)
        return True

    def _move_header(self, sheet: int, row: int) -> None:
        assert self._reading is not None
        self._take(self.matter.with_header(self._reading, sheet, None if row == NO_HEADER else row))

    def _move_day(self, as_of: date) -> None:
        if self._reading is not None:
            self._reading = replace(self._reading, as_of=as_of)

    def _take(self, found: Reading) -> None:
        self._reading = found
        self.columns.show_mapping(found.table, found.mapping, found.as_of)

    def look_through(self) -> None:
        """Plan the import in the background and show it."""
        found = self._reading
        if found is not None and self.columns.forward.isEnabled():
            reading.remember(found, self.session.store, self.choices)
            beside = self.matter.beside(found.as_of)
            self.work.run_alone(lambda _progress: self.matter.plan(found, beside), self._planned,
                                label=self.matter.words.comparing, can_cancel=False)  # fmt: skip

    def _planned(self, plan: Plan) -> None:
        self._show_plan(plan)
        self._show(2)
        self.preview.grid.focus_first()

    def _show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self._say()

    def _resolve(self, index: int, answer: int | str | None) -> None:
        before, found = self._plan, self._reading
        if before is None or found is None:
            return
        try:
            plan = before.choose({index: False}) if answer is None else self.matter.resolve(
                before, index, answer, found)  # fmt: skip
        except ValueError:
            self.session.failed.emit(self.matter.not_resolved(answer))
        else:
            self._show_plan(plan)

    def forward(self) -> None:
        """Ctrl+Enter: the step's main button."""
        {0: self.choose.ask, 1: self.look_through, 2: self.carry_out, 3: self.finish}[self.stack.currentIndex()]()

    def carry_out(self) -> None:
        """Back up and write the chosen rows in one transaction, with progress and cancel."""
        plan = self._plan
        if plan is None or not any(row.chosen for row in plan.rows):
            return
        label = self.matter.words.label.format(plan.source)
        self.work.run(lambda store, progress: self.matter.carry_out(store, plan, label, progress), self._carried,
                      partial(_not_carried, self.session), label)  # fmt: skip

    def _carried(self, done: Carried) -> None:
        assert self._plan is not None
        self.session.drafts.drop(self.matter.key)
        self._done = done
        self.done.show_done(self._plan)
        self._show(3)
        self.session.show_import(done.touched, done.action_id)
        self.session.said.emit(self.tr("导入好了，Ctrl+Z 撤回"))

    def take_back(self) -> None:
        """Undo the import just made, saying what stays because it was edited since."""
        if self._done is None:
            return
        try:
            undone = self.session.store.undo(self._done.action_id)
        except StoreError as error:
            self.session.failed.emit(words.sentence(error))
            return
        kept = [self.matter.kept(one) for one in undone.kept]
        self.session.show_import(undone.touched)
        self.done.show_undone(undone.reversed, kept)
        self._say()

    def save_refused(self) -> None:
        """Write the refused rows with their original columns and the reason to an .xlsx."""
        if self._plan is None or self._reading is None:
            return
        if not (path := _ask_path(self, PurePath(self._reading.path or self._reading.name))):
            return
        sheet = self.matter.refused_sheet(self._plan, self._reading, self.tr("原因"))
        try:
            self.session.disk.write_sheet(sheet, PurePath(path))
        except StoreError as error:
            self.session.failed.emit(words.sentence(error))
            return
        self.session.noted.emit(self.tr("存好了：{0}").format(path))


def _ask_path(page: Wizard, name: PurePath) -> str:
    suggestion = str(name.with_name(page.tr("{0}（没导入的）.xlsx").format(name.stem)))
    return QFileDialog.getSaveFileName(page, page.tr("另存成表"), suggestion, "Excel (*.xlsx)")[0]


def _not_carried(session: Session, error: Exception) -> None:
    if not isinstance(error, Cancelled):
        session.failed.emit(words.sentence(error))


def _one_by_one(more: int) -> str:
    return _tr("一次导入一张表：先看这一张，另外 {0} 张再拖一次").format(more)
