"""Close a term, which opens the next one, and open it again."""

from collections.abc import Iterable

from app.changes import Change, Delete, Insert, New, Value
from app.term_close import TermClose, next_code
from app.termdays import Term
from app.terms import assumed_term, split_code
from app.values import BadValue, iso


def close_term(
    term: Term, terms: Iterable[Term], closes: Iterable[TermClose], *, at: str, by: str, seq: int, figures: str,
    note: str = "",
) -> list[Change]:  # fmt: skip
    """Freeze it as it is now (`seq`: newest row of the history), and enter the next term if nobody did. `at` is the
    moment as ISO text. Raises BadValue for a term that is closed already."""
    if term.id and any(one.term_id == term.id for one in closes):
        raise BadValue("term", "taken")
    known = {one.code for one in terms}
    changes: list[Change] = [] if term.id else [_entered(term, "term")]
    closed: Value = term.id or New("term")
    changes.append(Insert("term_close", {
        "term_id": closed, "at": at, "by": by, "seq": seq, "figures": figures, "note": note.strip(),
    }, "close"))  # fmt: skip
    later = next_code(term.code)
    return changes if later in known else [*changes, _entered(assumed_term(*split_code(later)), "next")]


def reopen_term(close: TermClose) -> list[Change]:
    """It is open again, as if it had not been closed; the next term stays."""
    return [Delete("term_close", close.id)]


def _entered(term: Term, token: str) -> Insert:
    days = {"from_day": iso(term.from_day), "until_day": iso(term.until_day)}
    return Insert("term", {"code": term.code, **days, "checked": int(term.checked)}, token)
