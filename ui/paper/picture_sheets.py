"""Pictures of a record on paper: one to a sheet as large as it goes, what it shows below it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.attachments import PICTURE, Attachment, without_consent
from app.photos import PictureRefused
from app.store import MissingFile, Store, StoreError
from ui import late
from ui.attachments import words
from ui.attachments.deeds import Target
from ui.attachments.reading import large_picture
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import Face
from ui.photos.album import DAMAGED, MISSING
from ui.photos.reading import stored_picture
from ui.session import Session

MARGIN, FOOT = 12.0, 14.0
SIZE = 11.0
"""Points of the line below a picture."""


def picture_sheets(store: Store, some: Sequence[Attachment], title: str) -> Paper:
    """A sheet for each picture; each is read when it is painted. Lying if most of them are."""
    lying = sum(_lies(store, one) for one in some) * 2 > len(some)
    paper = Paper(title, (), landscape=lying)
    sheets: list[PaintPage] = [partial(_paint, store=store, one=one, mm=paper.mm) for one in some]
    return Paper(title, sheets, len(sheets), [frozenset()] * len(sheets), landscape=lying)


def show_sheets(session: Session, some: Sequence[Attachment], target: Target, parent: QWidget) -> None:
    """Show the sheets before they are printed or saved, with who may not be seen on them."""
    pictures = [one for one in some if one.kind == PICTURE]
    if not pictures:
        return
    title = target.whose or words.kind_word(PICTURE)
    paper = picture_sheets(session.store, pictures, title)
    which = f"attachments={','.join(str(one.id) for one in pictures)}"
    dialog = late.load("ui.children.scan_view").ScanDialog(session, paper, which, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = words.consent(*without_consent(target.children, session.snapshot))
    if said:
        dialog.note.setText(said)
        dialog.note.show()
    dialog.open()


def _lies(store: Store, one: Attachment) -> bool:
    try:
        seen = stored_picture(store.file(one.thumbnail or one.file))
    except (StoreError, PictureRefused):
        return False
    return seen.width() > seen.height()


def _paint(page: Page, store: Store, one: Attachment, mm: tuple[float, float]) -> None:
    wide, high = mm[0] - 2 * MARGIN, mm[1] - 2 * MARGIN - FOOT
    try:
        picture = large_picture(store.file(one.file))
    except MissingFile:
        page.text(mm[0] / 2, mm[1] / 2, words.wrong_words(MISSING), Face.SANS, SIZE, "center")
    except (StoreError, PictureRefused):
        page.text(mm[0] / 2, mm[1] / 2, words.wrong_words(DAMAGED), Face.SANS, SIZE, "center")
    else:
        scale = min(wide / picture.width(), high / picture.height())
        w, h = picture.width() * scale, picture.height() * scale
        page.picture(picture, (mm[0] - w) / 2, MARGIN + (high - h) / 2, w, h)
    if one.caption:
        page.text(mm[0] / 2, mm[1] - MARGIN - FOOT / 2 + 2, one.caption, Face.SANS, SIZE, "center")
