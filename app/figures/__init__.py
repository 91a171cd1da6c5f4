"""The figures of a term that reports quote, as of any day in it and for any term: one truth for page, paper and file.

Nothing is counted here that another page counts: children come from `app.statistics`, windows from `app.tally`, rooms
from `app.opening_log`. Every figure opens the list of names behind it.
"""

from collections.abc import Mapping
from datetime import date

from app.figures.book import Book, Pair
from app.figures.care import care
from app.figures.children import children
from app.figures.gifts import gifts
from app.figures.home import home
from app.figures.honours import honours
from app.figures.model import Figure, Line, Names, Opened, Reading
from app.figures.moves import moves
from app.figures.pairs import pairs
from app.figures.problems import problems
from app.figures.scene import Scene
from app.figures.sums import Check, checks
from app.figures.terms import base_day, term_before, terms_known
from app.figures.things import things
from app.termdays import Term
from app.terms import day_in_term

__all__ = [
    "GROUPS", "Book", "Check", "Figure", "Line", "Names", "Opened", "Pair", "Reading", "base_day", "by_group", "checks",
    "term_before", "term_book", "term_figures", "terms_known",
]  # fmt: skip

GROUPS = (
    "children", "moves", "grade", "class", "away", "carer", "boarding", "work", "pairs", "contact", "rule", "running",
    "follow", "activity", "award", "gift", "room", "opened", "safety", "problem", "asset", "goods",
)  # fmt: skip
"""The headings, in order."""

_PARTS = (children, moves, pairs, care, honours, gifts, home, problems, things)


def term_figures(opened: Opened, term: Term, on: date) -> dict[str, Figure]:
    """Every figure of that term by key, in order. `on` beyond the term is taken for its end; on the last day the whole
    of its last week counts."""
    return _figures(Scene(opened, term, on))


def _figures(scene: Scene) -> dict[str, Figure]:
    return {one.key: one for part in _PARTS for one in part(scene)}


def by_group(figures: Mapping[str, Figure]) -> dict[str, list[Figure]]:
    """The figures under their headings, in order; headings without any are left out."""
    found = {group: [one for one in figures.values() if one.group == group] for group in GROUPS}
    return {group: every for group, every in found.items() if every}


def term_book(opened: Opened, term: Term, on: date) -> Book:
    """The same beside the term before as of its last day."""
    last = term_before(opened.snapshot, term)
    before = None if last is None else term_figures(opened, last, last.until_day)
    scene = Scene(opened, term, on)
    return Book(term, day_in_term(term, on), _figures(scene), last, before, scene)
