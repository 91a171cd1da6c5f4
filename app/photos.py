"""Photos of children: whose a file's name says it is, why a file is no photo, and which of them may be shown."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from app.children import Child
from app.classes import SchoolClass
from app.classnames import ClassKey, class_in, parse_class
from app.enrolment import pupils_on
from app.names import SEPARATOR, clean_name, name_key
from app.school import Snapshot

YES, NO = "yes", "no"
SAME_NAME, NOBODY, SEVERAL, GONE, TWICE, CONSENT = "same_name", "nobody", "several", "gone", "twice", "consent"
DOUBTS = (SAME_NAME, SEVERAL, NOBODY, GONE, TWICE, CONSENT)
"""Why a person must say whose photo it is, or whether it may be stored."""

_NUMBER = re.compile(r"(?<![0-9A-Za-z])([GJLgjl]?\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])")
_HAN = re.compile(rf"[^\W\d_a-zA-Z]+(?:{SEPARATOR}[^\W\d_a-zA-Z]+)*")
_CLASS = re.compile(
    r"(?:20\d\d级|小学|初中)?(?:初?[一二三四五六七八九]|[1-9])(?:年级|年)?[(\[（]?(?:[一二三四五六七八九]|十[一二]?|\d{1,2})[)\]）]?班"
    r"|20\d\d级[(\[（]?\d{1,2}[)\]）]?班|(?<!\d)[1-9]0[1-9](?:班|(?!\d))|(?<!\d)[1-9][.\-][1-9](?!\d)"
)
_SEAT = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_COPY = re.compile(r"[(（]\d+[)）]\s*$")
_WORDS = (
    "一寸", "二寸", "1寸", "2寸", "寸照",
    "照片", "证件照", "登记照", "学籍照", "相片", "头像", "同学", "副本", "学号", "座号",
    "号",
)  # fmt: skip
"""What stands in names of files beside the name of the child."""


class PictureRefused(Exception):
    """A file that cannot become a photo. `reason`: empty, no_picture, apple, truncated, too_heavy, too_large,
    too_small, unreadable."""

    def __init__(self, reason: str, width: int = 0, height: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.width, self.height = reason, width, height


@dataclass(frozen=True, slots=True)
class Match:
    """Whose photo a file is by its name. With a `doubt` it is nobody's until a person says so."""

    file: str
    child_id: int = 0
    doubt: str = ""
    candidates: tuple[int, ...] = ()


def printed_photo(child: Child) -> str:
    """The photo that may stand on paper: only with the family's consent (domain.md §4)."""
    return child.photo if child.photo_consent == YES else ""


def shown_photo(child: Child) -> str:
    """The photo that the dossier shows: not against the family's word."""
    return "" if child.photo_consent == NO else child.photo


def match_files(files: Sequence[str], snapshot: Snapshot, day: date) -> list[Match]:
    """Whose photo each file is; `files` are paths, whose folders may name the class."""
    known = _Known(snapshot, day)
    found = [_consenting(_match(file, known), snapshot) for file in files]
    claimed: dict[int, int] = defaultdict(int)
    for match in found:
        claimed[match.child_id] += 1
    return [
        replace(match, child_id=0, doubt=TWICE, candidates=(match.child_id,))
        if match.child_id and claimed[match.child_id] > 1
        else match
        for match in found
    ]


class _Known:
    """The school's children by what a file may be named by."""

    def __init__(self, snapshot: Snapshot, day: date) -> None:
        self.day, self.system = day, snapshot.school.system
        self.here: dict[int, ClassKey] = {child.id: _key(of) for child, of in pupils_on(snapshot, day)}
        self.by_number: dict[str, list[int]] = defaultdict(list)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        self.seats: dict[int, str] = {}
        for child in snapshot.children.values():
            for number in {child.id_number.upper(), child.register_number.upper()} - {""}:
                self.by_number[number].append(child.id)
            self.by_name[name_key(child.name)].append(child.id)
            self.seats[child.id] = child.seat_number.strip().lstrip("0")


def _key(of: SchoolClass) -> ClassKey:
    return ClassKey(of.stage, of.entry_year, of.number)


def _match(file: str, known: _Known) -> Match:
    path = PurePath(file.replace("\\", "/"))
    stem = clean_name(_COPY.sub("", path.stem))
    for number in _NUMBER.findall(stem):
        found = known.by_number.get(number.upper(), []) or known.by_number.get(number.upper()[-18:], [])
        if len(found) == 1:
            return _of_one(file, found[0], known)
        if found:
            return Match(file, 0, SAME_NAME, tuple(found))
    rest = _NUMBER.sub(" ", stem)
    of_class, rest = _class_of(rest, path, known)
    seats = {seat.lstrip("0") for seat in _SEAT.findall(rest)} - {""}
    called = _named(rest, known)
    if len(called) > 1:
        ids = tuple(child_id for name in called for child_id in known.by_name[name])
        return Match(file, 0, SEVERAL, ids)
    if called:
        return _of_namesakes(file, known.by_name[called[0]], of_class, seats, known)
    if of_class and len(seats) == 1:
        return _by_seat(file, of_class, seats, known)
    return Match(file, 0, NOBODY, _like(rest, known))


def _of_one(file: str, child_id: int, known: _Known) -> Match:
    return Match(file, child_id) if child_id in known.here else Match(file, 0, GONE, (child_id,))


def _class_of(rest: str, path: PurePath, known: _Known) -> tuple[ClassKey | None, str]:
    """The class that the name, else the folders, speak of; and the name without it."""
    if found := _CLASS.search(rest):
        said = found[0] if found[0].endswith("班") else found[0] + "班"
        key = parse_class(said, day=known.day, system=known.system)
        if key in known.here.values():
            return key, rest[: found.start()] + " " + rest[found.end() :]
    for folder in reversed(path.parent.parts):
        key = parse_class(folder, day=known.day, system=known.system) or class_in(
            folder, day=known.day, system=known.system
        )
        if key in known.here.values():
            return key, rest
    return None, rest


def _named(rest: str, known: _Known) -> list[str]:
    """Names of pupils that stand in the file's name as words of their own."""
    for word in _WORDS:
        rest = rest.replace(word, " ")
    words = _HAN.findall(rest)
    # 张 三 is a name too, set apart in the fashion of class lists.
    joined = "".join(words)
    return list(dict.fromkeys(word for word in (*words, joined) if word in known.by_name))


def _of_namesakes(
    file: str, namesakes: Sequence[int], of_class: ClassKey | None, seats: set[str], known: _Known
) -> Match:
    here = [child_id for child_id in namesakes if child_id in known.here]
    if not here:
        return Match(file, 0, GONE, tuple(namesakes))
    mates = [child_id for child_id in here if known.here[child_id] == of_class] if of_class else here
    if len(mates) > 1 and len(seats) == 1:
        seated = [child_id for child_id in mates if known.seats[child_id] in seats]
        mates = seated if len(seated) == 1 else mates
    # A pupil of that name in another class than the file says may be somebody else: a person decides.
    return Match(file, mates[0]) if len(mates) == 1 else Match(file, 0, SAME_NAME, tuple(mates or here))


def _by_seat(file: str, of_class: ClassKey, seats: set[str], known: _Known) -> Match:
    mates = [child_id for child_id, key in known.here.items() if key == of_class]
    seated = [child_id for child_id in mates if known.seats[child_id] in seats]
    if len(seated) == 1:
        return Match(file, seated[0])
    return Match(file, 0, SAME_NAME if seated else NOBODY, tuple(seated))


def _like(rest: str, known: _Known) -> tuple[int, ...]:
    """Pupils whose name is part of a word in the file's name, or the other way round: to be offered, never taken."""
    words = [word for word in _HAN.findall(rest) if len(word) > 1]
    return tuple(
        child_id
        for name, ids in known.by_name.items()
        if any(name in word or (len(word) > 1 and word in name) for word in words)
        for child_id in ids
        if child_id in known.here
    )[:6]


def _consenting(match: Match, snapshot: Snapshot) -> Match:
    child = snapshot.children.get(match.child_id)
    if child is not None and child.photo_consent == NO:
        return replace(match, child_id=0, doubt=CONSENT, candidates=(child.id,))
    return match

