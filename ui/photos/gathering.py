"""The work of 照片对号 that takes time: reading a folder of pictures, and storing those that were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from app import edits
from app.photo_plan import PhotoLine, PhotoPlan, first_plan
from app.photos import PictureRefused, match_files
from app.ports import Disk
from app.school import Snapshot
from app.store import Done, Progress, Store
from app.tablefile import CannotRead
from ui.photos import frame, reading, words
from ui.photos.given import PICTURES


@dataclass(frozen=True, slots=True)
class Gathered:
    """A folder that was read: the plan, the photo of each readable file, and how many files were no pictures."""

    source: str
    plan: PhotoPlan
    photos: dict[str, bytes]
    errors: dict[str, Exception]
    skipped: int = 0


def gather(disk: Disk, paths: Sequence[str], snapshot: Snapshot, day: date, progress: Progress) -> Gathered:
    """Read every picture of these files and folders and find out whose it is. Raises CannotRead, Cancelled."""
    named, skipped = _pictures(disk, paths)
    photos: dict[str, bytes] = {}
    errors: dict[str, Exception] = {}
    blurred: set[str] = set()
    for done, path in enumerate(named):
        progress(done, len(named))
        try:
            picture = reading.decoded(disk.read_file(PurePath(path), reading.MOST_BYTES))
        except (PictureRefused, CannotRead) as error:
            errors[path] = error
            continue
        photos[path] = reading.encoded(picture)
        if frame.prints_blurred(picture.size()):
            blurred.add(path)
    matches = match_files([shown if path in photos else "" for path, shown in named.items()], snapshot, day)
    found = [
        PhotoLine(path, match, str(errors[path]) if path in errors else "", path in blurred)
        for path, match in zip(named, matches, strict=True)
    ]
    source = PurePath(paths[0]).name if len(paths) == 1 else PurePath(paths[0]).parent.name
    return Gathered(source, first_plan(found), photos, errors, skipped)


def _pictures(disk: Disk, paths: Sequence[str]) -> tuple[dict[str, str], int]:
    """The picture files, each with the part of its path that may say whose it is; and how many others there were."""
    named: dict[str, str] = {}
    skipped = 0
    for path in paths:
        whole = PurePath(path)
        try:
            below = disk.files_below(whole)
        except CannotRead as error:
            if error.reason != "missing":
                raise
            named[path] = "/".join(whole.parts[-2:])
            continue
        for file in below:
            if file.suffix.lower() in PICTURES:
                named[str(file)] = "/".join((whole.name, *file.relative_to(whole).parts))
            else:
                skipped += 1
    return named, skipped


def carry_out(
    store: Store, gathered: Gathered, plan: PhotoPlan, agreed: bool, progress: Progress
) -> Done:
    """Store the chosen photos, as one action. Raises DiskFull, CannotWrite (nothing changed) or Cancelled."""
    store.backup("import")
    lines = [plan.lines[index] for index in plan.chosen()]
    children = store.children(line.child_id for line in lines)
    names = []
    for done, line in enumerate(lines):
        progress(done, len(lines))
        names.append((children[line.child_id], store.keep_file(gathered.photos[line.path])))
    progress(len(lines), len(lines))
    return store.apply(words.many_label(len(names)), edits.set_photos(names, agreed=agreed))
