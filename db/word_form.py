"""Fills a Word file that the school wrote (docxtpl): {{ name }} in the text, {%tr for … %} in tables.

It comes from outside: looked through like every office file, and its marks see nothing but the facts (a sandbox without
globals). An unknown name is refused, never left blank.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from app import late
from app.tablefile import CannotRead
from app.word_form import Facts, FormRefused, Picture
from db.templates.package import open_package

_QUOTED = re.compile(r"'([^']+)'(?: is undefined)?$")
_MOST = 40
"""Characters of a paragraph that are quoted."""


def filled(form: bytes, facts: Facts) -> bytes:
    """The file with the facts in it. Raises FormRefused."""
    _refuse_others(form)
    docx, jinja = late.load("docxtpl"), late.load("jinja2")
    sandbox = _sandbox(jinja, frozenset(facts))
    document = docx.DocxTemplate(io.BytesIO(form))
    given = {name: _placed(document, docx, fact) for name, fact in facts.items()}
    try:
        document.render(given, sandbox, autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except _Unknown as error:
        raise FormRefused("unknown", error.name, _where(form, error.name)) from error
    except jinja.TemplateSyntaxError as error:
        raise FormRefused("mark", "", _line(error)) from error
    except jinja.UndefinedError as error:
        named = _QUOTED.search(str(error))
        what = named[1] if named else ""
        raise FormRefused("unknown", what, _where(form, what)) from error
    except (jinja.TemplateError, ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError,
            ValueError) as error:  # fmt: skip
        raise FormRefused("fill") from error
    return out.getvalue()


class _Unknown(Exception):
    """A name in the file that no fact has."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _sandbox(jinja: Any, names: frozenset[str]) -> Any:
    """Marks see the facts of these names and nothing else. Every part of the file is looked through as it is read, what
    is never written too, for a name that is none of them."""
    undeclared = late.load("jinja2.meta").find_undeclared_variables

    class Sandbox(late.load("jinja2.sandbox").SandboxedEnvironment):  # type: ignore[misc]
        def from_string(self, source: str, *more: Any, **named: Any) -> Any:
            tree = self.parse(source)
            unknown = undeclared(tree) - names
            if unknown:
                raise _Unknown(min(unknown))
            return super().from_string(tree, *more, **named)

    sandbox = Sandbox(undefined=jinja.StrictUndefined, autoescape=True)
    sandbox.globals.clear()
    return sandbox


def _refuse_others(form: bytes) -> None:
    try:
        kind = open_package(form).kind
    except CannotRead as error:
        raise FormRefused("file", error.reason) from error
    if kind != "docx":
        raise FormRefused("file", "unknown")


def _placed(document: Any, docx: Any, fact: Any) -> Any:
    if not isinstance(fact, Picture):
        return fact
    return docx.InlineImage(document, io.BytesIO(fact.png), width=late.load("docx").shared.Mm(fact.width_mm))


def _where(form: bytes, name: str) -> str:
    """The paragraph in which that name stands."""
    document = late.load("docx").Document(io.BytesIO(form))
    return next((one[:_MOST] for one in _paragraphs(document) if name and name in one), "")


def _paragraphs(part: Any) -> Iterator[str]:
    yield from (one.text for one in part.paragraphs)
    for table in part.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from (one.text for one in cell.paragraphs)


def _line(error: Any) -> str:
    """The paragraph that cannot be understood: docxtpl tells the seven lines about it, one each."""
    lines = [str(one).strip() for one in getattr(error, "docx_context", ())]
    place = min(error.lineno - 1, 3)
    said = lines[place] if place < len(lines) else ""
    return (said or next((one for one in lines if "{" in one), ""))[:_MOST]
