"""What may be chosen on the page 批量登记: whose rows, what is recorded, which week, who did it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.batch import ALONE
from app.school_weeks import week_number, weeks_until
from app.terms import term_around
from ui.batch import words
from ui.batch.desk import BatchDesk
from ui.batch.pile import Pile
from ui.batch.scope import CLASS, STAFF, Scope, classes, teachers
from ui.care_words import kind_word
from ui.session import Session

Option = tuple[str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Batch", text)


class Choices:
    """Remembers the kind that was keyed last, for the next class."""

    def __init__(self, session: Session, pile: Pile) -> None:
        self._session, self._pile = session, pile
        self._kind = ALONE[0]

    def whose(self, day: date) -> list[Option]:
        """Pages of the pile, classes, teachers."""
        of_class, of_staff = classes(self._session, self._session.today), teachers(self._session, day)
        return [
            *((key, self.page_word(key)) for key in self._pile.pages),
            *((f"{CLASS}:{number}", name) for number, name in of_class.items()),
            *((f"{STAFF}:{number}", _tr("{0}老师").format(name)) for number, name in of_staff.items()),
        ]

    def page_word(self, key: str) -> str:
        """张敏的单子 1/2."""
        page = self._pile.pages[key]
        name = teachers(self._session, date.min).get(page.staff_id or 0, "")
        words = _tr("{0}的单子").format(name) if name else _tr("扫描的单子")
        return words if page.pages == 1 else f"{words} {page.page}/{page.pages}"

    def weeks(self, shown: date) -> list[Option]:
        """The weeks that have begun, the newest first, with the one that is shown among them."""
        session = self._session
        found = [(week.monday, week.number) for week in weeks_until(session.snapshot, session.today)]
        if shown not in dict(found):
            term = term_around(session.snapshot, shown)
            found.append((shown, week_number(term, shown) if term else 0))
        this = max(monday for monday, _number in found) if found else shown
        running = 0 <= (session.today - this).days < 7
        return [
            (monday.isoformat(), words.week_word(number, this=running and monday == this) if number else str(monday))
            for monday, number in found
        ]

    def of(self, scope: Scope, *, whose: str = "", kind: str = "", monday: str = "") -> Scope | None:
        """What one choice leads to."""
        if whose in self._pile.pages:
            return Scope.of_page(self._pile.pages[whose])
        what, _colon, number = whose.partition(":")
        if what == CLASS:
            return scope.of_class(int(number), self._kind)
        if what == STAFF:
            return scope.of_staff(int(number))
        if kind and scope.what == CLASS:
            return scope.of_class(scope.number, kind)
        return scope.in_week(date.fromisoformat(monday)) if monday and scope.page is None else None

    def neighbour(self, scope: Scope, by: int) -> Scope | None:
        """What stands after or before it among `whose`."""
        keys = [key for key, _word in self.whose(scope.monday)]
        place = keys.index(scope.key) + by if scope.key in keys else -1
        return self.of(scope, whose=keys[place]) if 0 <= place < len(keys) else None

    def offer(self, desk: BatchDesk, scope: Scope, by: int | None) -> None:
        """Show them, with what holds now."""
        of_class = scope.what == CLASS
        self._kind = scope.kind or self._kind
        kinds: Sequence[Option] = [(kind, kind_word(kind)) for kind in ALONE] if of_class else []
        staff = teachers(self._session, scope.monday)
        people = [("", _tr("各自的老师")), *((str(key), name) for key, name in staff.items())] if of_class else []
        desk.choose(desk.whose, self.whose(scope.monday), scope.key)
        desk.choose(desk.kind, kinds, scope.kind)
        desk.choose(desk.week, [] if scope.page else self.weeks(scope.monday), scope.monday.isoformat())
        desk.choose(desk.by, people, "" if by is None else str(by))
        desk.print.setVisible(scope.page is None)
