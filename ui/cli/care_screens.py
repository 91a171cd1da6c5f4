"""The page 亲情联系 in its states: the log, a child looked for, several children, a call, one record, a covered one."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from app.care import CareRecord
from app.ledger import LedgerQuery
from ui.contacts.page import ContactsPage
from ui.shell import Shell


def contacts(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Each state, and nothing written."""
    window = shell.window_
    assert window is not None
    window.go("contacts")
    page = window.page
    assert isinstance(page, ContactsPage)
    yield "contacts", shell
    page.strip.picker.editor.setText("z")
    page.strip.picker.editor.textEdited.emit("z")
    yield "contacts-find", shell
    page.strip.picker.list.shut()
    page.strip.picker.choose(None)
    page.strip.form.show_more()
    yield "contacts-more", shell
    page.strip.form.clear()
    page.strip.toggle_many()
    page.strip.company.put(page.people.classes[-1].target, whole=False)
    yield "contacts-many", shell
    page.strip.toggle_many()
    if page.waiting.grid.rows():
        page.ringing.ring(page.waiting.grid.rows()[0])
        page.strip.bar.start(datetime.now() - timedelta(minutes=3, seconds=25))
        yield "contacts-call", shell
        page.strip.stop()
    page.show_waiting()
    yield "contacts-waiting", shell
    page.back()
    for name, record in _two(window.session.store.ledger.page(LedgerQuery(), None, 2000)):
        page.open_record(record.id)
        yield name, shell
        page.back()
    page.strip.begin()


def _two(records: list[CareRecord]) -> Iterator[tuple[str, CareRecord]]:
    """One that is to be come back to, and one that is confidential, as far as there are."""
    for name, found in (
        ("contacts-record", [one for one in records if one.follow_up and not one.followed_up]),
        ("contacts-note", [one for one in records if one.confidential]),
    ):
        if found:
            yield name, found[0]
