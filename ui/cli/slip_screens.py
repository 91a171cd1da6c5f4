"""The screens of the slips that come back: none printed yet, and a pile of pictures just read."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.enrolment import pupils_on
from app.ports import Disk
from app.slips.sheet import Sheet
from app.slips.weekly import monday_of, week_slips
from ui.paper.output import image
from ui.paper.sign_in_form import SignInJob, sign_in_pages, sign_in_paper, sign_in_records
from ui.paper.slip import printed_pages, slip_job, slip_paper, slip_records
from ui.photos.given import content
from ui.session import PRINT
from ui.shell import Shell

WIDE = 1654
"""Points of a page that is photographed for the pictures: 200 dpi."""


def slips(shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Nothing printed yet."""
    window = shell.window_
    assert window is not None
    window.go("slips")
    yield "slips", shell


def slips_read(
    shell: Shell, disk: Disk, aside: PurePath, wait: Callable[[Shell], None]
) -> Iterator[tuple[str, QWidget]]:
    """The week's slips printed and photographed with ticks; one has lost two of its corners."""
    window, session = shell.window_, shell.session
    assert window is not None and session is not None
    due = session.due()
    if due is None:
        return
    monday = monday_of(session.today)
    job = slip_job(week_slips(due, session.store.ledger, monday), session.snapshot, session.today, monday)
    session.apply("slips", slip_records(job, (), datetime.now()), kind=PRINT)
    paths = []
    for place, (one, paint) in enumerate(zip(printed_pages(job), slip_paper(job).sheets, strict=True)):
        picture = ticked(image(paint, WIDE), one.page.sheet(), torn=place == 1)
        paths.append(str(aside / f"IMG_{place + 1:03}.jpg"))
        disk.write_bytes(PurePath(paths[-1]), content(picture, "jpeg"))
    window.go("slips", paths[:4])
    wait(shell)
    yield "slips-read", shell
    window.page.back()
    pupils = pupils_on(session.snapshot, session.today)
    first = [child for child, school_class in pupils if school_class.id == pupils[0][1].id]
    form = SignInJob("parents_meeting", first, session.snapshot, session.today)
    session.apply("signin", sign_in_records(form, (), datetime.now()), kind=PRINT)
    picture = ticked(image(sign_in_paper(form).sheets[0], WIDE), sign_in_pages(form)[0].sheet(), torn=False)
    path = aside / "IMG_101.jpg"
    disk.write_bytes(path, content(picture, "jpeg"))
    window.go("slips", [str(path)])
    wait(shell)
    yield "slips-sign-in", shell
    window.page.back()
    window.go("roster")


def ticked(picture: QImage, sheet: Sheet, *, torn: bool) -> QImage:
    """The page with some boxes ticked by a pen."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(picture.width() / 210, picture.width() / 210)
    painter.setPen(QPen(QColor(25, 30, 90), 0.6))
    for place, line in enumerate(sheet.lines):
        boxes = list(sheet.boxes(line).values())
        if place % 3 < len(boxes):
            x, y = boxes[place % 3]
            painter.drawPolyline([QPointF(x + 1, y + 2.5), QPointF(x + 2.2, y + 4), QPointF(x + 4.6, y + 0.6)])
    if torn:
        for x, y in ((0, 0), (180, 270)):
            painter.fillRect(x, y, 30, 27, QColor(120, 104, 88))
    painter.end()
    return picture
