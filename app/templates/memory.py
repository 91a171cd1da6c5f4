"""What the office chose by hand for the words of one form, it need not choose again in the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.imports.aliases import tidy
from app.school import Template
from app.templates.form import Form
from app.templates.guess import open_blanks
from app.templates.marks import Mark, Marks, from_json

BEFORE = "before"
"""Why of a mark that was chosen so in another form."""


def chosen_before(templates: Iterable[Template]) -> dict[str, str]:
    """Fact by the words beside the blank, of everything chosen by hand; what was chosen last holds."""
    marks = (mark for template in templates for mark in from_json(template.marks).marks)
    return {tidy(mark.label): mark.fact for mark in marks if mark.why == "hand" and tidy(mark.label)}


def with_memory(form: Form, marks: Marks, templates: Iterable[Template], day: date) -> Marks:
    """The guess, put right by what was chosen for the same words before."""
    known = chosen_before(templates)
    unknown = [one for number, grid in enumerate(form.grids) for one in open_blanks(grid, number, marks, day)]
    for mark in (*marks.marks, *unknown):
        fact = known.get(tidy(mark.label), mark.fact) if mark.label else mark.fact
        if fact != mark.fact:
            marks = marks.with_mark(replace(mark, fact=fact, why=BEFORE))
    return marks


def label_at(marks: Marks, unknown: Iterable[Mark], place: tuple[int, int, int, int]) -> str:
    """The words beside a place, as the guess read them."""
    return next((mark.label for mark in (*marks.marks, *unknown) if mark.place == place), "")
