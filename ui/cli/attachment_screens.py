"""The screens of attachments: a record with its pictures, one of them in full, on paper, and a child's own files."""

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.attachments import CHILD, RECORD
from app.ledger import LedgerQuery
from ui.attachments.album import album_of
from ui.attachments.strip import AttachmentStrip
from ui.children.roster_page import RosterPage
from ui.contacts.page import ContactsPage
from ui.pieces.revealing import area_around
from ui.session import Session
from ui.shell import Shell


def attachments(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Each state, as far as there are pictures; nothing is written."""
    window = shell.window_
    assert window is not None
    session = window.session
    ids = [one.id for one in session.store.ledger.page(LedgerQuery(kinds=("activity",)), None, 500)]
    record = max(session.store.attachments.counts(RECORD, ids), default=0)
    if record:
        window.go("contacts")
        page = window.page
        assert isinstance(page, ContactsPage)
        page.open_record(record)
        _settle(session)
        for _each in range(2):
            _scroll_to(page.record.attachments)
            _settle(session)
        page.record.attachments.tiles.setFocus()
        _scroll_to(page.record.attachments)
        yield "attachments", shell
        yield from _opened(page.record.attachments)
        page.back()
    window.go("roster")
    roster = window.page
    assert isinstance(roster, RosterPage)
    with_files = session.store.attachments.counts(CHILD, roster.listing.shown())
    if with_files:
        roster.open_child(min(with_files))
        panel = roster.dossier.files
        QApplication.processEvents()
        for column in (roster.dossier.right, roster.dossier.left_column):
            column.ensureWidgetVisible(panel)
        _settle(session)
        yield "attachments-child", shell
        roster.close_child()


def _opened(strip: AttachmentStrip) -> Iterator[tuple[str, QWidget]]:
    asks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("attachment", partial(strip.open, 0)), ("attachment-print", strip.print_out),
    )  # fmt: skip
    for name, ask in asks:
        ask()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            yield name, dialog
            dialog.reject()


def _scroll_to(strip: AttachmentStrip) -> None:
    """In a small window the panel scrolls, and the page around it."""
    area = area_around(strip)
    while area is not None:
        area.ensureWidgetVisible(strip, 0, 0)
        area = area_around(area)


def _settle(session: Session) -> None:
    """Until the thumbnails on the screen are read."""
    until = time.monotonic() + 5
    QApplication.processEvents()
    while album_of(session).reading and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()
