"""Pictures and scans of a record on paper: one to a sheet as large as it goes, what it shows below it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.attachments import PDF, PICTURE, Attachment, without_consent
from app.photos import PictureRefused
from app.slips.scans import ScanRefused
from app.store import MissingFile, Store, StoreError
from ui import late
from ui.attachments import words
from ui.attachments.deeds import Target
from ui.attachments.reading import large_picture, scan_pages
from ui.paper.output import PaintPage, Paper
from ui.paper.page import Page
from ui.paper.type import Face
from ui.photos.album import DAMAGED, MISSING
from ui.photos.reading import stored_picture
from ui.session import Session

MARGIN, FOOT = 12.0, 14.0
SIZE, MARKED = 11.0, 9.0
"""Points of the line below a picture, and of what is said under it of consent."""
Load = Callable[[], QImage]


def picture_sheets(session: Session, some: Sequence[Attachment], title: str, children: Iterable[int] = ()) -> Paper:
    """A sheet for each picture and for each page of a scan; each is read when it is painted. Lying if most of them
    are. `children` may be seen in the pictures: one without consent is marked on every one, without a name."""
    store = session.store
    lying = sum(_lies(store, one) for one in some) * 2 > len(some)
    paper = Paper(title, (), landscape=lying)
    marked = any(without_consent(children, session.snapshot))
    sheets: list[PaintPage] = [
        partial(_paint, load=load, caption=one.caption, mm=paper.mm, marked=marked and one.kind == PICTURE)
        for one in some for load in _loads(session, one)
    ]  # fmt: skip
    return Paper(title, sheets, len(sheets), [frozenset()] * len(sheets), landscape=lying)


def show_sheets(session: Session, some: Sequence[Attachment], target: Target, parent: QWidget) -> None:
    """Show the sheets before they are printed or saved, with who may not be seen on them."""
    printed = [one for one in some if one.kind in (PICTURE, PDF)]
    title = target.whose or words.kind_word(PICTURE)
    paper = picture_sheets(session, printed, title, target.children)
    if not paper.sheets:
        return
    which = f"attachments={','.join(str(one.id) for one in printed)}"
    dialog = late.load("ui.children.scan_view").ScanDialog(session, paper, which, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said = words.consent(*without_consent(target.children, session.snapshot), most=len(target.children))
    if said and any(one.kind == PICTURE for one in printed):
        dialog.note.setText(said)
        dialog.note.show()
    dialog.open()


def _loads(session: Session, one: Attachment) -> list[Load]:
    if one.kind == PDF:
        try:
            return scan_pages(session.disk, session.store.file(one.file), one.name)
        except (StoreError, ScanRefused):
            return []
    return [lambda: large_picture(session.store.file(one.file))]


def _lies(store: Store, one: Attachment) -> bool:
    try:
        seen = stored_picture(store.file(one.thumbnail or one.file))
    except (StoreError, PictureRefused):
        return False
    return seen.width() > seen.height()


def _paint(page: Page, load: Load, caption: str, mm: tuple[float, float], marked: bool = False) -> None:
    wide, high = mm[0] - 2 * MARGIN, mm[1] - 2 * MARGIN - FOOT
    try:
        picture = load()
    except (StoreError, PictureRefused, ScanRefused) as error:
        wrong = words.wrong_words(MISSING if isinstance(error, MissingFile) else DAMAGED)
        page.text(mm[0] / 2, mm[1] / 2, wrong, Face.SANS, SIZE, "center")
    else:
        scale = min(wide / picture.width(), high / picture.height())
        w, h = picture.width() * scale, picture.height() * scale
        page.picture(picture, (mm[0] - w) / 2, MARGIN + (high - h) / 2, w, h)
    if caption:
        page.text(mm[0] / 2, mm[1] - MARGIN - FOOT / 2 + 2, caption, Face.SANS, SIZE, "center")
    if marked:
        page.text(mm[0] - MARGIN, mm[1] - MARGIN - 0.6, words.no_consent_mark(), Face.SANS, MARKED, "right")
