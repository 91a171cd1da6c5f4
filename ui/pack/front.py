"""The folder 00 目录: the book to open first, what is printed for the boxes, and the labels of their spines."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.pack import Content, Entry, LeftOut
from app.pack_contents import Volume, boxes_of, file_number
from app.ports import Disk
from app.terms import term_title
from ui.pack.drafts import Draft
from ui.pack.index import bound_index, contents, front_files, index_book
from ui.pack.index_items import evidence_of
from ui.pack.part import tr
from ui.pack.scene import Scene
from ui.paper.bound_lists import bound_paper
from ui.paper.output import Paper, pdf_bytes
from ui.paper.spine_labels import Cabinet, Spine, spine_paper

LOOK = 4
"""To be raised when the same index would come out otherwise than before."""


def indexes(disk: Disk, scene: Scene, entries: Sequence[Entry], left: Sequence[LeftOut]) -> Iterable[Draft]:
    """They are few, and the first is the one to open: it leads to every file. Each is marked by what it says."""
    volumes = contents(entries)
    found = evidence_of(scene, volumes)
    book, bound = index_book(scene, volumes, found, left), bound_index(scene, volumes, found, left)
    spines, cabinet = _spines(scene, volumes), _cabinet(scene)
    first, *others = bound
    title = tr("卷内目录")
    made: list[Callable[[], Content]] = [
        lambda: _pdf(bound_paper(title, bound)),
        lambda: Content(disk.word_bytes(replace(first, more=tuple(others)))),
        lambda: _pdf(spine_paper(spines, cabinet)),
    ]
    marks = (_mark(bound), _mark(bound), _mark((spines, cabinet)))
    opened = Draft(tr("总目录"), "xlsx", lambda: Content(disk.sheet_bytes(book)), mark=_mark(book),
                   name=tr("总目录（先看这个）"))  # fmt: skip
    beside = [Draft(name.partition(tr("（"))[0], ending, make, mark=mark, name=name)
              for (name, ending, _what), make, mark in zip(front_files(), made, marks, strict=True)]  # fmt: skip
    return (opened, *beside)


def _pdf(paper: Paper) -> Content:
    return Content(pdf_bytes(paper), len(paper.sheets))


def _mark(what: object) -> str:
    return f"{LOOK}.{hashlib.sha256(repr(what).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _cabinet(scene: Scene) -> Cabinet:
    year, _word, term = term_title(scene.term.code).partition(tr("学年"))
    return Cabinet(scene.snapshot.school.name, year, term, scene.kept_for)


def _spines(scene: Scene, volumes: Sequence[Volume]) -> list[Spine]:
    boxes = boxes_of(volumes)
    return [Spine(one.number, one.name, file_number(scene.prefix, scene.term.code, one.number), one.pages,
                  boxes[one.number]) for one in volumes]  # fmt: skip
