"""From the registry to the folder: which files belong in a pack, made or kept, with the index, as one job."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from app.audit import audited
from app.figures import term_figures
from app.pack import Entry, LeftOut, Manifest, Outcome, PackFolder, Piece, safe_ending, safe_name
from app.photos import PictureRefused
from app.ports import Disk
from app.scan_pages import NoPages
from app.store import DamagedAttachment, MissingFile, Progress
from ui.pack.drafts import Draft
from ui.pack.front import indexes
from ui.pack.part import Figures, Lack, Part, folders, tr
from ui.pack.parts import parts
from ui.pack.pictures import counted
from ui.pack.scene import Scene

PACKED = "pack"
"""The audit trail's word for it."""
UNREADABLE = (MissingFile, DamagedAttachment, PictureRefused, NoPages)


@dataclass(frozen=True, slots=True)
class Planned:
    """One part with what goes in, what is left out, and what is missing for it."""

    part: Part
    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...] = ()
    lacks: tuple[Lack, ...] = ()


def planned(scene: Scene, registry: Sequence[Part] | None = None, *, ask: bool = True) -> list[Planned]:
    """Every part of the pack; nothing is drawn yet. `ask`: also what is missing."""
    figures: Figures = term_figures(scene.session, scene.term, scene.day) if ask else {}
    found = []
    for part in parts() if registry is None else registry:
        drafts, left = counted(part.made(scene))
        lacks = (*part.lacks(scene, figures), *_unasked(left)) if ask else ()
        found.append(Planned(part, tuple(drafts), tuple(left), lacks))
    return found


def _unasked(left: Sequence[LeftOut]) -> list[Lack]:
    """Pictures that would go in if the families had been asked."""
    count = sum(one.why == "unasked" for one in left)
    return [Lack(count, tr("{0} 张照片没问过同意").format(count), "roster")] if count else []


def pieces(scene: Scene, plan: Iterable[Planned]) -> list[Piece]:
    """The files with their places: 05 结对帮扶/01 结对一览表.pdf."""
    titles, places = folders(), defaultdict[str, int](int)
    found = []
    for one in plan:
        folder = titles[one.part.folder]
        for draft in one.drafts:
            where = f"{folder}/{draft.bundle}" if draft.bundle else folder
            places[where] += 1
            path = f"{where}/{places[where]:02} {safe_name(draft.name or draft.title)}.{safe_ending(draft.ending)}"
            entry = Entry(
                path, draft.title, one.part.key, draft.responsible, draft.day, draft.pages,
                f"{folder}/{draft.bundle}" if draft.bundle else "", (f"part:{one.part.key}", *draft.proves),
                draft.mark or scene.mark,
            )  # fmt: skip
            found.append(Piece(entry, draft.make, draft.bytes))
    return found


def make_pack(disk: Disk, scene: Scene, folder: PurePath, progress: Progress | None = None,
              registry: Sequence[Part] | None = None) -> Outcome:  # fmt: skip
    """Write the pack of the term, or go on with it; what is there as it should be is kept. Raises PackRefused,
    DiskFull, CannotWrite, Cancelled: what was done by then stays."""
    plan = planned(scene, registry, ask=False)
    wanted = pieces(scene, plan)
    choices = scene.choices
    detail = f"term={scene.term.code} files={len(wanted)} full={int(choices.full)} unasked={int(choices.unasked)}"
    with audited(scene.store, PACKED, detail):
        size = sum(one.bytes for one in wanted)
        into = disk.packs().begin(folder, scene.snapshot.school.name, scene.term.code, size)
        try:
            left = [one for part in plan for one in part.left_out]
            return _filled(disk, scene, into, wanted, left, progress)
        finally:
            into.close()


def _filled(disk: Disk, scene: Scene, into: PackFolder, wanted: Sequence[Piece], left: list[LeftOut],
            progress: Progress | None) -> Outcome:  # fmt: skip
    entries: list[Entry] = []
    written = kept = 0
    for done, piece in enumerate(wanted):
        if progress:
            progress(done, len(wanted) + 1)
        entry, fresh = into.kept(piece.entry), False
        if entry is None:
            try:
                content = piece.make()
            except UNREADABLE as error:
                left.append(LeftOut(piece.entry.title, "missing" if isinstance(error, MissingFile) else "damaged"))
                continue
            entry, fresh = into.put(piece.entry, content)
        entries.append(entry)
        written, kept = written + fresh, kept + (not fresh)
    for entry, fresh in _indexes(disk, scene, into, entries, left):
        entries.append(entry)
        written, kept = written + fresh, kept + (not fresh)
    manifest = Manifest(
        scene.snapshot.school.name, scene.term.code, scene.day.isoformat(), scene.choices.full, tuple(entries),
        tuple(left),
    )  # fmt: skip
    removed, strangers = into.finish(manifest)
    return Outcome(manifest, written, kept, removed, strangers)


def _indexes(disk: Disk, scene: Scene, into: PackFolder, entries: Sequence[Entry],
             left: Sequence[LeftOut]) -> list[tuple[Entry, bool]]:  # fmt: skip
    """What an inspector opens first, and what is printed for the boxes; made anew only if something in it is new."""
    found = []
    for number, draft in enumerate(indexes(disk, scene, entries, left), 1):
        path = f"{folders()['index']}/{number:02} {draft.name or draft.title}.{draft.ending}"
        entry = Entry(path, draft.title, "index", mark=draft.mark)
        kept = into.kept(entry)
        found.append((kept, False) if kept is not None else into.put(entry, draft.make()))
    return found
