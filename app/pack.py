"""The archive pack of a term (迎检资料): what a file in it is, the list with checksums, and what differs from it.

REQ 8.3, 10.24. Which papers belong in it is the screen's to say (`ui.pack.parts`), writing them the disk's (`db.pack`).
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any, Protocol

MANIFEST = "校验清单.json"
"""The list with the checksums, at the top of the pack; written last, so that a pack that has it was finished."""
JOURNAL = "未做完.jsonl"
"""What is there so far, while a pack is made; gone once it is finished."""
OURS = frozenset({MANIFEST, JOURNAL})
ZIP = ".zip"
"""A pack whose name ends so is one file."""
FORMAT = 1
LONGEST = 40
"""Characters of a name in the pack: a path in it, wherever it lies, stays far below the 260 that Windows takes."""
DEEPEST = 130
"""Characters of the longest path below the pack's folder: its folder, two below it, number, name and ending."""
NOISE = re.compile(r"(?i)(^|/)(thumbs\.db|desktop\.ini|\.ds_store|~\$[^/]*|\.~[^/]*)$")
"""Files that Windows, macOS, Excel and WPS leave beside others; nobody put them there."""
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for itself."""
UNSEEN = frozenset({"Cf", "Cs"})
"""Kinds of character without a sign of their own: marks of direction, joiners, halves of a pair."""
LABEL = re.compile("(农村)?留守(儿童|学生|孩子)?")


class BadManifest(ValueError):
    """The list is not one of ours, or was damaged."""


class PackRefused(Exception):
    """A folder or zip that a pack cannot go into or be checked in. `reason`: foreign (other things lie there), other
    (the pack of another school or term), none (no list: not a pack), unfinished, damaged (the list cannot be read),
    torn (not a whole zip)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a pack, as the list and the index have it."""

    path: str
    """Below the pack's folder, with "/"."""
    title: str = ""
    part: str = ""
    """Key of the part it belongs to."""
    responsible: str = ""
    day: str = ""
    """ISO, "" = not of one day."""
    pages: int = 0
    """0 = not counted (tables)."""
    bundle: str = ""
    """Files of the same bundle (pictures of one activity) share a line of the index."""
    proves: tuple[str, ...] = ()
    """What it is evidence of: "record:12", "attachment:5", keys of parts and figures."""
    mark: str = ""
    """Says what it was made of: a file with the same mark need not be made again."""
    sha256: str = ""
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that belongs in a pack and is not in it."""

    title: str
    why: str
    """"refused" (a family does not want pictures), "unasked" (a family was not asked), "private" (a scan of a signed
    paper, whose numbers nobody can mask), "personal" (a file of one child, which nobody can read through), "damaged",
    "missing"."""
    who: str = ""
    """The children it is for."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list of a finished pack. It has no time of day in it: the same pack made again has the same list."""

    school: str
    term: str
    as_of: str
    full: bool
    entries: tuple[Entry, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def to_text(self) -> str:
        """As JSON for the disk."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a pack found; each list in the order of paths."""

    sound: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    unfinished: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of it is there and nothing else."""
        return not (self.missing or self.changed or self.extra or self.unfinished)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file and how many pages they are."""

    data: bytes
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that belongs in a pack. `make` is asked only if what lies there was made of something else."""

    entry: Entry
    make: Callable[[], Content]
    bytes: int = 0
    """About how large it is, where that is known before."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What making a pack did."""

    manifest: Manifest
    written: int
    kept: int
    """Files that were there already, as they should be."""
    removed: int = 0
    strangers: tuple[str, ...] = ()
    """What lies in the folder and is not of the pack: left alone."""


class PackFolder(Protocol):
    """The pack that is being made: `db.pack.FilePack` is a real folder, `db.pack_zip.ZipPack` one file."""

    def kept(self, entry: Entry) -> Entry | None:
        """What lies there under this path and mark, if its checksum is right."""

    def put(self, entry: Entry, content: Content) -> tuple[Entry, bool]:
        """Write a file, unless the very same lies there; (its entry, whether it was written). Raises DiskFull,
        CannotWrite."""

    def finish(self, manifest: Manifest) -> tuple[int, tuple[str, ...]]:
        """Take away what the pack no longer has, write the list; (how many went, strangers). Raises DiskFull,
        CannotWrite."""

    def close(self) -> None:
        """Let go of it, finished or not. Of an unfinished folder what is done stays, of an unfinished zip nothing."""


class PackDisk(Protocol):
    """What the disk can do with packs."""

    def begin(self, folder: PurePath, school: str, term: str, bytes: int) -> PackFolder:
        """The folder, or the zip if its name ends so, ready to be written; it is made, what lies above it must be
        there. Raises PackRefused, DiskFull (not so many bytes are free), CannotWrite."""

    def verify(self, folder: PurePath, progress: Callable[[int, int], None] | None = None) -> tuple[Manifest, Verdict]:
        """Hold every file in the folder or zip against the list. Raises PackRefused, Cancelled."""

    def listed(self, folder: PurePath) -> Manifest | None:
        """The list of the pack in that folder or zip; None if there is none that can be read."""

    def is_there(self, folder: PurePath) -> bool:
        """Whether that folder can be seen now: a stick may have been pulled out."""

    def sticks(self) -> list[PurePath]:
        """Removable drives that can be written to."""


def read_manifest(text: str) -> Manifest:
    """The list as it was written. Raises BadManifest."""
    try:
        found = json.loads(text)
        if found["format"] != FORMAT:
            raise BadManifest(str(found["format"]))
        entries = tuple(entry_of(one) for one in found["entries"])
        left = tuple(LeftOut(**one) for one in found["left_out"])
        return Manifest(found["school"], found["term"], found["as_of"], bool(found["full"]), entries, left)
    except (ValueError, TypeError, KeyError) as error:
        raise BadManifest(str(error)) from error


def entry_of(row: Mapping[str, Any]) -> Entry:
    """An entry as JSON has it. Raises TypeError, ValueError."""
    found = Entry(**{**row, "proves": tuple(row.get("proves", ()))})
    # A list that somebody tampered with must not lead out of the folder.
    if not stays_inside(found.path):
        raise ValueError(found.path)
    return found


def stays_inside(path: str) -> bool:
    """Whether a path, with "/", names a file below the pack's folder and can do so on Windows too."""
    parts = path.split("/")
    return bool(path) and not any(part in ("", ".", "..") for part in parts) and not FORBIDDEN.search("".join(parts))


def compare(wanted: Iterable[Entry], found: Mapping[str, str], *, unfinished: bool = False) -> Verdict:
    """Hold the files that were found, as path → checksum, against the list."""
    entries = {one.path: one.sha256 for one in wanted}
    there = {path for path in found if path not in OURS and not NOISE.search(path)}
    return Verdict(
        sound=sum(found.get(path) == checksum for path, checksum in entries.items()),
        missing=tuple(sorted(entries.keys() - there)),
        changed=tuple(sorted(path for path in entries.keys() & there if found[path] != entries[path])),
        extra=tuple(sorted(there - entries.keys())),
        unfinished=unfinished,
    )


def safe_name(text: str, longest: int = LONGEST) -> str:
    """A name for a file or folder: nothing that Windows forbids or nobody sees, not too long as Windows counts, and
    never 留守 (rules.md)."""
    seen = "".join(one for one in text if unicodedata.category(one) not in UNSEEN)
    said = LABEL.sub(lambda found: "儿童" if found[2] else "", seen)
    said = re.sub(r"\s+", " ", FORBIDDEN.sub(" ", said)).strip(" .")[:longest]
    # A rare character counts twice in a path of Windows.
    while len(said.encode("utf-16-le")) > 2 * longest:
        said = said[:-1]
    said = said.strip(" .") or "—"
    return f"{said}_" if DEVICES.fullmatch(said) else said


def safe_ending(text: str) -> str:
    """The ending of a file's name, which came with it from outside: pdf for ".PDF "; bin for what is none."""
    return re.sub("[^a-z0-9]", "", text.lower())[:5] or "bin"
