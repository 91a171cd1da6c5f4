"""A text in runs of one look each, as Excel and Word keep it, and the changes that leave every look as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.templates.filling import TO_THE_END, Edit

_BLANKS = " \t\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Run:
    """`raw` is what the file holds; `look` its properties as an element of the file, None for those of the cell."""

    raw: str
    look: Any = None
    lined: bool = False
    """Underlined: its blanks are a line to write on."""
    node: Any = None
    """What it was read from."""

    @property
    def text(self) -> str:
        """As a form shows it: as long as `raw`, with "_" for an underlined blank."""
        return "".join("_" if letter in _BLANKS else letter for letter in self.raw) if self.lined else self.raw


def text_of(runs: Sequence[Run]) -> str:
    """The text of all runs."""
    return "".join(run.text for run in runs)


def edited(runs: Sequence[Run], edits: Sequence[Edit]) -> list[Run]:
    """The runs after the edits, which do not overlap; new text looks as what it stands in for."""
    found = list(runs) or [Run("")]
    for edit in sorted(edits, key=lambda edit: -edit.start):
        if edit.end == TO_THE_END:
            first = next((run for run in found if run.raw.strip()), found[0])
            return [replace(first, raw=edit.text, lined=first.lined and not edit.text)]
        found = _one(found, edit)
    return found


def _one(runs: list[Run], edit: Edit) -> list[Run]:
    target = _target(runs, edit)
    found: list[Run] = []
    start = 0
    for place, run in enumerate(runs):
        end = start + len(run.raw)
        left, right = max(start, min(edit.start, end)) - start, max(start, min(edit.end, end)) - start
        new = (edit.text.replace("_", " ") if run.lined else edit.text) if place == target else ""
        found.append(replace(run, raw=run.raw[:left] + new + run.raw[right:]) if new or right > left else run)
        start = end
    return found


def _target(runs: list[Run], edit: Edit) -> int:
    """The run in which the new text stands: the first that loses something, else the one it is added to."""
    start = 0
    for place, run in enumerate(runs):
        end = start + len(run.raw)
        if start <= edit.start < end and edit.end > edit.start:
            return place
        if edit.start == edit.end <= end and (edit.start > start or end > start or place == len(runs) - 1):
            return place
        start = end
    return len(runs) - 1
