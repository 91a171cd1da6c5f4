"""What the page shows: helpers, who lacks somebody, proposals; worked out from the session when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from app.board import Board, HelperRow, board_on
from app.children import Child
from app.names import initials
from app.pairing import MENTOR, PEER, VOLUNTEER
from app.quiet import Quiet, quiet_on
from app.search import TAIL
from app.sounds import is_heard
from app.suggest import (
    LIMIT,
    PEER_LIMIT,
    Suggestion,
    Wishes,
    lacking,
    loads,
    ranked_mentors,
    ranked_peers,
    suggest_mentors,
    suggest_peers,
)
from ui.pairings import words
from ui.pairings.painting import Knot
from ui.remembered import recall, remember
from ui.session import Session

MOST = 30
"""The largest limit that can be set."""
SEGMENTS = ("mentors", "room", "late", "quiet", "peers", "volunteers")


class Circle:
    """Forget with `forget` what a change made untrue; everything is built again when it is needed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._board: Board | None = None
        self._quiet: Quiet | None = None
        self._found: dict[str, list[Suggestion]] = {}
        self.query = ""

    def forget(self) -> None:
        """Something changed."""
        self._board, self._quiet, self._found = None, None, {}

    # what the office wishes

    @property
    def limit(self) -> int:
        """How many children a mentor may have."""
        kept = recall(self._session, "mentor_limit")
        return min(MOST, int(kept)) if kept.isdecimal() and int(kept) else LIMIT

    def set_limit(self, limit: int) -> None:
        """Remember another limit."""
        remember(self._session, "mentor_limit", str(limit))
        self.forget()

    @property
    def wishes(self) -> Wishes:
        """What a proposal looks at."""
        village, sex = (recall(self._session, f"pairing_{name}") for name in ("village", "sex"))
        return Wishes(self.limit, village != "0", sex == "1")

    def set_wishes(self, wishes: Wishes) -> None:
        """Remember whether same village and same sex are wished."""
        remember(self._session, "pairing_village", str(int(wishes.same_village)))
        remember(self._session, "pairing_sex", str(int(wishes.same_sex)))
        self.forget()

    def limit_of(self, role: str) -> int:
        """The most children for a helper in that role; 0 = none is set."""
        return {MENTOR: self.limit, PEER: PEER_LIMIT}.get(role, 0)

    # helpers

    @property
    def quiet(self) -> Quiet:
        """When each pair was last in touch."""
        if self._quiet is None:
            session = self._session
            self._quiet = quiet_on(session.snapshot, session.store.ledger, session.today)
        return self._quiet

    @property
    def board(self) -> Board:
        """Every helper with their children."""
        if self._board is None:
            session = self._session
            self._board = board_on(session.snapshot, session.today, session.due(), self.quiet)
        return self._board

    def rows(self, segment: str) -> list[HelperRow]:
        """The helpers of a segment that the search leaves."""
        found = self._of(segment)
        wanted = self.query.lower()
        return found if not wanted else [one for one in found if self._is_found(one, wanted)]

    def counts(self) -> dict[str, int]:
        """How many helpers each segment has."""
        return {key: len(self._of(key)) for key in SEGMENTS}

    def _of(self, segment: str) -> list[HelperRow]:
        board = self.board
        ways: dict[str, Callable[[], Sequence[HelperRow]]] = {
            "mentors": board.with_children, "room": lambda: board.with_room(self.limit), "late": board.late,
            "quiet": board.quiet, "peers": lambda: board.peers, "volunteers": lambda: board.volunteers,
        }  # fmt: skip
        return list(ways[segment]())

    def _is_found(self, row: HelperRow, wanted: str) -> bool:
        if is_heard(row.name, wanted) or any(is_child(charge.child, wanted) for charge in row.charges):
            return True
        number = next((one.phone for one in self._session.snapshot.staff if one.id == row.helper.staff_id), "")
        return len(wanted) >= TAIL and wanted.isdigit() and wanted in number

    # children who have nobody

    def lacking(self, role: str) -> list[Suggestion]:
        """The proposal for each child who has nobody in that role, as far as the search leaves it."""
        if role not in self._found:
            suggest = suggest_mentors if role == MENTOR else suggest_peers
            self._found[role] = suggest(self._session.snapshot, self._session.today, self.wishes)
        found, wanted = self._found[role], self.query.lower()
        children = self._session.snapshot.children
        return [one for one in found if is_child(children[one.child_id], wanted)] if wanted else found

    def lack(self) -> dict[str, int]:
        """How many have nobody, by role."""
        session = self._session
        return {role: len(lacking(session.snapshot, session.today, role)) for role in (MENTOR, PEER)}

    def proposed(self, child_id: int) -> Suggestion | None:
        """The mentor proposed for a child; None for one who has one."""
        if MENTOR not in self._found:
            self.lacking(MENTOR)
        return next((one for one in self._found[MENTOR] if one.child_id == child_id), None)

    def knot(self, one: Suggestion, role: str, button: str) -> Knot:
        """A proposal as it is painted."""
        snapshot, day = self._session.snapshot, self._session.today
        child = snapshot.children[one.child_id]
        helper = ""
        if one.helper_id is not None:
            staff = {each.id: each.name for each in snapshot.staff} if role == MENTOR else {}
            helper = staff[one.helper_id] if role == MENTOR else snapshot.children[one.helper_id].name
        first = any(each.child_id == child.id and each.until_day is None for each in snapshot.priorities)
        line = (
            words.tr("建议：{0}").format(words.why(one)) if helper else words.nobody(role, bool(snapshot.staff))
        )
        return Knot(child.name, words.child_line(child, snapshot, day), helper, line, button, first)

    def ranked(self, child_id: int, role: str) -> list[Suggestion]:
        """Everybody who can be asked for a child, best first."""
        ask = ranked_mentors if role == MENTOR else ranked_peers
        return ask(self._session.snapshot, self._session.today, self.wishes, child_id)

    def handover(self, staff_id: int, day: date, chosen: dict[int, int | None]) -> dict[int, Suggestion]:
        """To whom the children of a member of staff go: those chosen by hand, and for the others a proposal beside."""
        session = self._session
        theirs = [charge.child.id for one in self.board.mentors if one.id == staff_id for charge in one.charges]
        snapshot, wishes = session.snapshot, self.wishes
        rest = [child_id for child_id in theirs if child_id not in chosen]
        taken = [helper for child, helper in chosen.items() if helper is not None and child in theirs]
        found = suggest_mentors(snapshot, max(day, session.today), wishes, rest, without=(staff_id,), taken=taken)
        proposals = {one.child_id: one for one in found}
        before = loads(snapshot, session.today)
        by_hand = {
            child: Suggestion(child, helper, (), max(0, wishes.limit - before.get(helper or 0, 0)))
            for child, helper in chosen.items() if child in theirs
        }  # fmt: skip
        return {child: by_hand.get(child) or proposals[child] for child in theirs}

    def volunteers(self) -> list[str]:
        """The names of everybody who ever stood by a child as a volunteer."""
        pairs = self._session.snapshot.pairings
        return sorted({one.helper_name for one in pairs if one.role == VOLUNTEER and one.helper_name})


def is_child(child: Child, wanted: str) -> bool:
    """Whether a child is meant by what was typed, in small letters."""
    if wanted in child.name.lower():
        return True
    if wanted.isdigit():
        return len(wanted) >= TAIL and (
            child.register_number.endswith(wanted) or child.id_number.endswith(wanted)
            or any(phone.number.endswith(wanted) for kin in child.kin for phone in kin.phones)
        )  # fmt: skip
    if not wanted.isascii():
        return False
    return wanted in child.pinyin.replace(" ", "") or wanted in initials(child.pinyin)

