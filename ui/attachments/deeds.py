"""What a person does to the attachments of one record, each under the name that undo and history show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.attachments import MOST_BYTES, PICTURE, Attachment, AttachmentRefused, Kept, kind_by_name, of_moment
from app.audit import audited
from app.changes import Change
from app.edits.attachments import attach, detach, put_first, set_caption, set_moment
from app.photos import PictureRefused
from app.ports import Disk
from app.slips.scans import ScanRefused
from app.store import Progress, Store, StoreError
from app.tablefile import CannotRead
from ui import words
from ui.attachments import words as said
from ui.attachments.reading import keep
from ui.photos.given import PICTURES, Given
from ui.session import Session
from ui.work import Work

Failed = list[tuple[str, Exception]]


@dataclass(frozen=True, slots=True)
class Target:
    """What the attachments hang on."""

    holder: str
    row_id: int
    whose: str = ""
    """For the name of the deed: 周雨桐的谈心."""
    children: tuple[int, ...] = ()
    """Who may be seen in its pictures."""
    moment: str = ""
    """Only what shows it before, or after, the mending (`app.attachments.MOMENTS`); "" = all."""

    def rows(self, store: Store) -> list[Attachment]:
        """What hangs on it."""
        return of_moment(store.attachments.of(self.holder, self.row_id), self.moment)


def keep_all(store: Store, disk: Disk, what: Given, original: bool, progress: Progress) -> tuple[list[Kept], Failed]:
    """Store every file, folders with what lies in them; a bad one is left out and named. Raises Cancelled, and the
    StoreError of a disk that takes nothing more."""
    kept: list[Kept] = []
    failed: Failed = []
    if what.content:
        return [keep(store, what.content, said.pasted_name(), original=original)], failed
    paths = _files(disk, what.paths, failed)
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            if path.suffix.lower() not in PICTURES:
                kind_by_name(path.name)
            content = disk.read_file(path, MOST_BYTES)
            kept.append(keep(store, content, path.name, original=original, first_page=_first_page(disk)))
        except (PictureRefused, AttachmentRefused, CannotRead) as error:
            failed.append((path.name, error))
    return kept, failed


def _files(disk: Disk, paths: Sequence[str], failed: Failed) -> list[PurePath]:
    found: list[PurePath] = []
    for path in map(PurePath, paths):
        try:
            found += sorted(disk.files_below(path))
        except CannotRead as error:
            if error.reason == "too_many_files":
                failed.append((path.name, error))
            else:
                found.append(path)
    return found


def _first_page(disk: Disk) -> Callable[[bytes, str], bytes]:
    def picture(content: bytes, name: str) -> bytes:
        pages = disk.scan_of(content, name).pages
        if not pages:
            raise ScanRefused("no_picture")
        return pages[0]()

    return picture


class AttachDeeds(QObject):
    """The verbs. What went wrong has been said by then."""

    refused = Signal(str)
    """Which files were not taken, and why; "" when all were."""
    added = Signal(object)
    """list[int]: ids of the new attachments."""

    def __init__(self, session: Session, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._work = session, work

    def bring(self, what: Given, target: Target, *, original: bool = False) -> None:
        """Read what was dropped, pasted or chosen in the background, then hang it on the record."""
        if self._work.busy:
            self._session.failed.emit(
                QCoreApplication.translate("attachments", "还有事没做完，等它做完再放。")
            )
            return
        disk = self._session.disk

        def job(store: Store, progress: Progress) -> tuple[list[Kept], Failed]:
            return keep_all(store, disk, what, original, progress)

        label = QCoreApplication.translate("attachments", "正在放附件")
        self._work.run(job, lambda found: self._hang(target, *found), self._broke, label)

    def detach(self, some: Sequence[Attachment], target: Target) -> bool:
        """Take them off."""
        return self._apply(said.detach_label(target.whose, some), detach(some), "delete") if some else False

    def caption(self, one: Attachment, words_: str) -> bool:
        """Say what is to be seen."""
        return self._apply(said.caption_label(one), set_caption(one, words_))

    def first(self, one: Attachment, every: Sequence[Attachment]) -> bool:
        """Before all others."""
        return self._apply(said.first_label(one), put_first(every, {one.id}))

    def turn(self, some: Sequence[Attachment], target: Target, moment: str) -> bool:
        """They show the other moment: before the mending, or after it."""
        return self._apply(said.moment_label(some, moment), set_moment(target.holder, some, moment)) if some else False

    def export(self, some: Sequence[Attachment], folder_or_file: str, *, original: bool = False) -> None:
        """Save one under a path, or several into a folder, in the background; noted in the audit trail."""
        disk, path = self._session.disk, PurePath(folder_or_file)
        several = len(some) > 1

        def job(store: Store, progress: Progress) -> tuple[int, Failed]:
            failed: Failed = []
            used: set[str] = set()
            with audited(store, "export_attachment", f"attachments={','.join(str(one.id) for one in some)}"):
                for done, one in enumerate(some):
                    progress(done, len(some))
                    target = path / unused(saved_name(one, original), used) if several else path
                    try:
                        disk.write_bytes(target, store.file(one.original if original and one.original else one.file))
                    except StoreError as error:
                        failed.append((one.name, error))
            return len(some) - len(failed), failed

        def done(found: tuple[int, Failed]) -> None:
            count, failed = found
            if failed:
                self._session.failed.emit(said.not_taken(failed))
            if count:
                text = QCoreApplication.translate("attachments", "存出了 {0} 个文件：{1}")
                self._session.said.emit(text.format(count, path))

        self._work.run(job, done, self._broke, QCoreApplication.translate("attachments", "正在存出附件"))

    def _hang(self, target: Target, kept: list[Kept], failed: Failed) -> None:
        there = self._session.store.attachments.of(target.holder, target.row_id)
        changes = attach(target.holder, target.row_id, kept, datetime.now().isoformat(timespec="seconds"), there,
                         target.moment)  # fmt: skip
        if len(changes) < len(kept):
            known = {one.file for one in there}
            failed = failed + [(one.name, AttachmentRefused("there")) for one in kept if one.file in known]
        self.refused.emit(said.not_taken(failed))
        if not changes:
            return
        done = self._session.attempt(said.attach_label(target.whose, len(changes)), changes)
        if done is None:
            return
        self.added.emit(sorted(done.ids.values()))

    def _broke(self, error: Exception) -> None:
        if isinstance(error, PictureRefused | AttachmentRefused):
            self.refused.emit(said.refused(error))
        elif isinstance(error, StoreError):
            self._session.failed.emit(words.sentence(error))

    def _apply(self, label: str, changes: list[Change], kind: str = "edit") -> bool:
        return not changes or self._session.attempt(label, changes, kind) is not None


def saved_name(one: Attachment, original: bool = False) -> str:
    """What a file is called when it leaves: as it came, but a picture is a JPEG now."""
    path = PurePath(one.name or said.kind_word(one.kind))
    if one.kind != PICTURE or (original and one.original):
        return path.name
    return path.name if path.suffix.lower() in (".jpg", ".jpeg") else f"{path.stem}.jpg"


def unused(name: str, used: set[str]) -> str:
    """The name, numbered if another file of the same saving has it."""
    path, number, found = PurePath(name), 1, name
    while found.lower() in used:
        number += 1
        found = f"{path.stem} {number}{path.suffix}"
    used.add(found.lower())
    return found
