"""Walks through every screen of the program, one after another, as a person would: for pictures of all of them."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.enrolment import pupils_on
from app.ports import Disk
from app.store import Store
from ui import start, style
from ui.children.roster_page import RosterPage
from ui.cli.activity_screens import activities
from ui.cli.attachment_screens import attachments
from ui.cli.batch_screens import batch, scanned
from ui.cli.care_screens import contacts
from ui.cli.change_screens import changes
from ui.cli.figure_screens import figures
from ui.cli.gift_screens import gifts
from ui.cli.honour_screens import honours
from ui.cli.inspection_screens import inspection
from ui.cli.ledger_import_screens import carried_out, looked_through, old_ledger
from ui.cli.ledger_screens import ledger
from ui.cli.pack_screens import pack
from ui.cli.pairing_screens import pairings
from ui.cli.photo_screens import folder_of_photos
from ui.cli.plan_screens import plans
from ui.cli.report_screens import report
from ui.cli.room_screens import no_rooms, rooms
from ui.cli.roster_screens import roster
from ui.cli.settings_screens import settings
from ui.cli.slip_screens import slips, slips_read
from ui.cli.today_screens import nobody, today
from ui.imports.import_page import ImportPage
from ui.login import Login
from ui.paper.roster_sheet import RosterJob, file_name, roster_sheet
from ui.restore import Restore
from ui.setup.first import FirstStart
from ui.setup.sample import PASSWORD, make_sample
from ui.shell import Shell

Screen = tuple[str, QWidget]
"""Name of the picture and what it shows; a dialog is shown over the window it belongs to."""
USER = "示例老师"
T = TypeVar("T", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Camera:
    """How the screens shall look; `aside` is an empty folder for what is made on the way."""

    app: QApplication
    disk: Disk
    day: date
    size: tuple[int, int]
    dark: bool
    aside: PurePath
    text: float = 1.0

    def shell(self, folder: PurePath) -> Shell:
        """A window of that size on a data folder."""
        made = Shell(self.disk, folder, start.load_pages, now=lambda: datetime.combine(self.day, datetime.now().time()))
        made.resize(*self.size)
        self.dress()
        return made

    def dress(self) -> None:
        """Light or dark and how large, whatever was chosen."""
        style.apply(self.app, theme="dark" if self.dark else "light", scale=self.text)

    def wait(self, shell: Shell) -> None:
        """Until the window's job in the background is done."""
        while shell.work.busy:
            self.app.processEvents()
            time.sleep(0.005)


def screens(camera: Camera, folder: PurePath, store: Store) -> Iterator[Screen]:
    """Every screen: a school set up beside and filled from a table, then that of `store`, which stays as it is."""
    pupils, things = _tables(camera, store)
    yield from _first_start(camera, pupils, things)
    opened = camera.shell(folder)
    opened.show_login()
    opened.show()
    yield "login", opened
    yield from _recover(opened)
    opened.enter(store)
    camera.dress()
    yield from today(opened)
    yield from roster(opened)
    yield from pairings(opened)
    yield from _photos(camera, opened, store)
    yield from _print(opened)
    yield from settings(opened)
    yield from contacts(opened)
    yield from attachments(opened)
    yield from batch(opened)
    yield from rooms(opened)
    yield from activities(opened)
    yield from honours(opened)
    yield from slips(opened)
    yield from ledger(opened)
    yield from looked_through(opened, things, camera.wait)
    yield from figures(opened)
    yield from plans(opened)
    yield from gifts(opened)
    yield from pack(opened)
    yield from inspection(opened)
    yield from report(opened, camera.aside, camera.wait)
    window = opened.window_
    assert window is not None
    for key in ("heat", "calendar", "survey", "statistics", "differences", "history", "recycle", "guide", "keys"):
        window.go(key)
        yield key, opened
    window.go("roster")
    window.show_help()
    yield "help", opened
    window.back()
    window.ask_where()
    window.go_to.edit.setText("z")
    yield "go-to", opened
    window.go_to.close_box()
    opened.show_login()
    _page(opened, Login).start(store.user, locked=True)
    yield "lock", opened
    _away(opened)


def _first_start(camera: Camera, pupils: PurePath, things: PurePath) -> Iterator[Screen]:
    """Set a school up beside, fill it from the sample's own roster, back it up and look at the backup."""
    shell = camera.shell(camera.aside / "school")
    shell.show_first()
    shell.show()
    yield "first-start", shell
    first = _page(shell, FirstStart)
    wizard = first.wizard
    first.ways.own.emit()
    wizard.school.name.set_value("青石坪中心小学")
    yield "first-school", shell
    wizard.go_on()
    wizard.user.user.set_value(USER)
    wizard.user.password.setText(PASSWORD)
    wizard.user.again.setText(PASSWORD)
    yield "first-user", shell
    wizard.go_on()
    yield "first-term", shell
    wizard.go_on()
    yield "first-code", shell
    wizard.code.typed.setText(wizard.code.big.code)
    wizard.go_on()
    camera.dress()
    yield from nobody(shell)
    yield from no_rooms(shell)
    yield from _import(camera, shell, pupils)
    yield from _templates(camera, shell)
    yield from carried_out(shell, things, camera.wait)
    yield from scanned(shell)
    yield from slips_read(shell, camera.disk, camera.aside, camera.wait)
    yield from changes(shell)
    assert shell.session is not None
    shell.session.store.backup("hand")
    shell.session.store.close()
    shell.show_restore()
    form = _page(shell, Restore).form
    yield "restore", shell
    form.password.setText(PASSWORD)
    form.go_on()
    camera.wait(shell)
    yield "restore-checked", shell
    _away(shell)


def _tables(camera: Camera, store: Store) -> tuple[PurePath, PurePath]:
    """A sample school's roster and its old ledger as Excel files; never real children outside their locked file."""
    if store.school().is_sample:
        return _written(camera, store), old_ledger(camera.disk, store, camera.aside, camera.day)
    made = make_sample(camera.disk.vault(camera.aside / "sample"), camera.day)
    try:
        return _written(camera, made), old_ledger(camera.disk, made, camera.aside, camera.day)
    finally:
        made.close()


def _written(camera: Camera, store: Store) -> PurePath:
    snapshot = store.snapshot()
    children = [child for child, _school_class in pupils_on(snapshot, camera.day)]
    job = RosterJob(children, snapshot, camera.day, full=True, all_pupils=True)
    path = camera.aside / file_name(job)
    camera.disk.write_sheet(roster_sheet(job), path)
    return path


def _import(camera: Camera, shell: Shell, table: PurePath) -> Iterator[Screen]:
    window = shell.window_
    assert window is not None
    window.go("import")
    yield "import-choose", shell
    page = window.page
    assert isinstance(page, ImportPage)
    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        ("import-columns", lambda: page.start(str(table))),
        ("import-preview", page.look_through),
        ("import-done", page.carry_out),
    )
    for name, step in steps:
        step()
        camera.wait(shell)
        yield name, shell


def _templates(camera: Camera, shell: Shell) -> Iterator[Screen]:
    """A county's form is put into the school beside."""
    assert shell.session is not None and shell.window_ is not None
    empty = roster_sheet(RosterJob((), shell.session.snapshot, camera.day, all_pupils=True))
    path = camera.aside / QCoreApplication.translate("pictures", "全县学生信息采集表.xlsx")
    blank = tuple("" for _column in empty.columns)
    camera.disk.write_sheet(replace(empty, rows=(blank,) * 8, total=None), path)
    shell.window_.go("templates", str(path))
    camera.wait(shell)
    yield "templates-marks", shell
    shell.window_.back()
    yield "templates", shell


def _recover(shell: Shell) -> Iterator[Screen]:
    login = _page(shell, Login)
    login.form.forgot.emit()
    yield "recover", shell
    login.recover.left.emit()


def _photos(camera: Camera, shell: Shell, store: Store) -> Iterator[Screen]:
    window = shell.window_
    assert window is not None
    window.go("roster")
    page = window.page
    assert isinstance(page, RosterPage)
    folder = folder_of_photos(camera.disk, store, list(page.listing.rows.values()), camera.aside)
    window.go("photos")
    yield "photos-choose", shell
    window.go("photos", folder)
    camera.wait(shell)
    yield "photos", shell


def _print(shell: Shell) -> Iterator[Screen]:
    window = shell.window_
    assert window is not None
    for layout in ("child", "pocket", "school", "form", "survey", "list", "pairing_list", "record_book", "duty_paper",
                   "leading_group", "agreements", "talks", "visits", "calls", "slips", "signin", "phones",
                   "activity_plan", "activity_record", "activity_wall", "room_rules", "openings", "asset_book",
                   "asset_cards", "asset_labels", "certificate", "honour_list", "story", "count_sheet", "standard",
                   "stocktake_report", "scrap_form", "call_back", "self_score", "mentor_score", "self_check",
                   "problem_ledger", "inspection_round"):  # fmt: skip
        window.go("print", ((), layout))
        yield f"print-{layout}", shell
    window.go("print", "due")
    yield "print-due", shell


def _page(shell: Shell, kind: type[T]) -> T:
    page = shell.currentWidget()
    assert isinstance(page, kind)
    return page


def _away(shell: Shell) -> None:
    shell.hide()
    shell.deleteLater()
    QCoreApplication.sendPostedEvents(shell, QEvent.Type.DeferredDelete.value)
