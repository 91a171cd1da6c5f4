"""Which cards have changed since they were printed: whom the printing page offers, and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.card_changes import card_changes, due_layouts
from app.children import Child
from app.enrolment import pupils_on
from app.fingerprint import card_scene
from app.school import Snapshot
from ui.card_words import layout_word, why_short
from ui.paper.cards import CardJob
from ui.paper.scope import Scope, family_of, scopes, scopes_for

MOST_REASONS = 6
"""Children of whom the panel says why their card is due; the roster says it of each."""
Due = Mapping[str, Sequence[Child]]
"""Of each layout, the pupils whose last print no longer says what is so."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DueCards", text)


def due_by_layout(snapshot: Snapshot, day: date) -> Due:
    """What is due that day."""
    scene = card_scene(snapshot, day)
    found: dict[str, list[Child]] = {}
    for child, _school_class in pupils_on(snapshot, day):
        for layout in due_layouts(child, scene) if child.cards else ():
            found.setdefault(layout, []).append(child)
    return found


def due_scope(children: Sequence[Child]) -> Scope:
    """Those whose card has changed: after the print nobody."""
    words = _tr("有变化要重打的 {0} 人").format(len(children)) if children else _tr("有变化要重打的都印好了")
    return Scope("due", words, tuple(children))


def offered(kind: str, snapshot: Snapshot, day: date, chosen: Sequence[int], due: Due, wanted: str) -> list[Scope]:
    """For whom a kind of paper can be printed; the changed cards first, and kept while they are on screen."""
    if family_of(kind) != "people" or kind == "form":
        return scopes_for(kind, snapshot, day, chosen)
    found = scopes(snapshot, day, chosen)
    return [due_scope(due.get(kind, ())), *found] if kind in due or wanted == "due" else found


def why_lines(job: CardJob) -> list[str]:
    """Whose cards these are and what has changed on each."""
    scene = card_scene(job.snapshot, job.day)
    lines = []
    for child in job.children[:MOST_REASONS]:
        why = why_short(card_changes(child, scene, job.layout)) or _tr("有改动")
        lines.append(_tr("{0}：{1}").format(child.name, why))
    more = len(job.children) - len(lines)
    return [*lines, _tr("还有 {0} 人").format(more)] if more > 0 else lines


def still_due(due: Due) -> str:
    """Which other cards have changed as well, as a sentence; "" for none."""
    others = [
        _tr("{0}还有 {1} 人有变化").format(layout_word(layout), len(children))
        for layout, children in due.items() if children
    ]  # fmt: skip
    return _tr("，").join(others) + _tr("。") if others else ""
