"""Whose rows the batch grid shows: a class and a kind, a teacher's week, or a scanned page; where its draft lies."""

from dataclasses import dataclass, replace
from datetime import date

from app.batch import ALONE, Prefilled, Wanted
from app.care_papers import BLANK, CareAsk, paper_for
from app.classnames import class_order
from app.enrolment import name_on, pupils_on
from app.school_weeks import weeks_until
from ui.paper.slip import SLIPS
from ui.paper.slip_scopes import NEXT, THIS
from ui.session import Session

CLASS, STAFF, PAGE = "class", "staff", "page"
DRAFT = "batch"


@dataclass(frozen=True, slots=True)
class Scope:
    """`number` is the class or member of staff."""

    what: str
    number: int
    kind: str
    """Of a class; "" where every row says its own."""
    monday: date
    page: Prefilled | None = None

    @staticmethod
    def of_page(page: Prefilled) -> "Scope":
        """The rows of a scanned page."""
        return Scope(PAGE, page.staff_id or 0, "", page.week, page)

    @property
    def key(self) -> str:
        """Which entry of the choice it is."""
        if self.page is not None:
            return f"{PAGE}:{self.page.code}:{self.page.page}"
        return f"{self.what}:{self.number}"

    @property
    def draft(self) -> str:
        """The key of its draft."""
        kind = f".{self.kind}" if self.kind else ""
        return f"{DRAFT}.{self.key}{kind}.{self.monday.isoformat()}"

    def wanted(self) -> Wanted | None:
        """What leads to it again; a page lies on the pile."""
        if self.page is not None:
            return None
        of_class = self.what == CLASS
        return Wanted(self.number if of_class else None, None if of_class else self.number, self.kind, self.monday)

    def empty_form(self, today: date) -> object:
        """What the printing page opens with: the form of a class to write in, a teacher's slip."""
        if self.what == CLASS:
            return CareAsk(paper_for(self.kind), f"{CLASS}:{self.number}", BLANK, self.kind)
        week = THIS if 0 <= (today - self.monday).days < 7 else NEXT
        return f"{week}:{self.number}", SLIPS

    def of_class(self, class_id: int, kind: str) -> "Scope":
        """The rows of a class in the same week."""
        return Scope(CLASS, class_id, kind, self.monday)

    def of_staff(self, staff_id: int) -> "Scope":
        """The same week of a teacher."""
        return Scope(STAFF, staff_id, "", self.monday)

    def in_week(self, monday: date) -> "Scope":
        """The same in another week."""
        return replace(self, monday=monday)


def classes(session: Session, day: date) -> dict[int, str]:
    """The classes of that day in their order, by name."""
    snapshot = session.snapshot
    found = {of.id: of for _child, of in pupils_on(snapshot, day)}
    ordered = sorted(found.values(), key=lambda one: class_order(one.stage, one.entry_year, one.number))
    return {one.id: name_on(one, day, snapshot.school.system) for one in ordered}


def teachers(session: Session, day: date) -> dict[int, str]:
    """Who works here that day."""
    staff = [one for one in session.snapshot.staff if one.left_on is None or one.left_on > day]
    return {one.id: one.name for one in staff}


def first_scope(session: Session, wanted: Wanted) -> Scope:
    """What is wanted, or the first class, its calls, this week."""
    weeks = weeks_until(session.snapshot, session.today)
    monday = wanted.week or (weeks[0].monday if weeks else session.today)
    if wanted.staff_id is not None:
        return Scope(STAFF, wanted.staff_id, "", monday)
    class_id = wanted.class_id or next(iter(classes(session, session.today)), 0)
    return Scope(CLASS, class_id, wanted.kind or ALONE[0], monday)


def scope_of_draft(session: Session, draft: str, pages: dict[str, Prefilled]) -> Scope | None:
    """The scope whose draft has that key, if it still is one. `pages` by their keys."""
    parts = draft.split(".")
    if len(parts) < 3 or parts[0] != DRAFT:
        return None
    if parts[1] in pages:
        return Scope.of_page(pages[parts[1]])
    what, _colon, number = parts[1].partition(":")
    try:
        monday = date.fromisoformat(parts[-1])
    except ValueError:
        return None
    if what == CLASS and len(parts) == 4 and number.isdigit() and int(number) in classes(session, session.today):
        return Scope(CLASS, int(number), parts[2], monday)
    if what == STAFF and number.isdigit() and int(number) in teachers(session, session.today):
        return Scope(STAFF, int(number), "", monday)
    return None
