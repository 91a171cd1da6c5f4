"""A paper or picture on its way into a pack: made by the painter or the Excel writer that the program has for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.pack import Content
from app.pack_masking import masked_text, without_numbers
from app.sheets import SheetOut
from ui.pack.scene import Scene
from ui.paper.jobs import Job, paper_of
from ui.paper.output import Paper, pdf_bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A file without its number in the folder."""

    title: str
    ending: str
    make: Callable[[], Content]
    responsible: str = ""
    day: str = ""
    proves: tuple[str, ...] = ()
    bundle: str = ""
    """Folder below that of the part, shared with other files: one line of the index."""
    mark: str = ""
    """"" = that of the scene."""
    pages: int = 0
    bytes: int = 0
    name: str = ""
    """Of the file, where it says more than the title."""


def pdf(scene: Scene, title: str, job: Callable[[], Job | Paper], responsible: str = "", day: str = "",
        proves: tuple[str, ...] = ()) -> Draft:  # fmt: skip
    """A paper of the program (`ui.paper`). What it has from elsewhere than the school's snapshot is masked here."""

    def make() -> Content:
        found = job()
        paper = found if isinstance(found, Paper) else paper_of(found if scene.choices.full else without_numbers(found))
        return Content(pdf_bytes(paper), len(paper.sheets))

    return Draft(title, "pdf", make, responsible, day, proves)


def sheet(scene: Scene, title: str, table: Callable[[], SheetOut], responsible: str = "",
          proves: tuple[str, ...] = ()) -> Draft:  # fmt: skip
    """A table of the program in Excel."""

    def make() -> Content:
        made = table() if scene.choices.full else masked_table(table())
        return Content(scene.session.disk.sheet_bytes(made))

    return Draft(title, "xlsx", make, responsible, "", proves)


def masked_table(table: SheetOut) -> SheetOut:
    """What comes from elsewhere than the school's snapshot (a donor's phone) is masked in the cells."""
    rows = tuple(tuple(masked_text(one) if isinstance(one, str) else one for one in row) for row in table.rows)
    notes = tuple(masked_text(one) for one in table.notes)
    return replace(table, rows=rows, notes=notes, more=tuple(masked_table(one) for one in table.more))
