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
    sandbox = late.load("jinja2.sandbox").SandboxedEnvironment(undefined=jinja.StrictUndefined, autoescape=True)
    sandbox.globals.clear()
    document = docx.DocxTemplate(io.BytesIO(form))
    given = {name: _placed(document, docx, fact) for name, fact in facts.items()}
    try:
        unknown = sorted(document.get_undeclared_template_variables(sandbox, given))
        if unknown:
            raise FormRefused("unknown", unknown[0], _where(document, unknown[0]))
        document.render(given, sandbox, autoescape=True)
        out = io.BytesIO()
        document.save(out)
    except jinja.TemplateSyntaxError as error:
        raise FormRefused("mark", "", _line(document, given, sandbox, jinja)) from error
    except jinja.UndefinedError as error:
        named = _QUOTED.search(str(error))
        what = named[1] if named else ""
        raise FormRefused("unknown", what, _where(document, what)) from error
    except (jinja.TemplateError, ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError,
            ValueError) as error:  # fmt: skip
        raise FormRefused("fill") from error
    return out.getvalue()


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


def _where(document: Any, name: str) -> str:
    """The paragraph in which that name stands."""
    document.init_docx()
    return next((one[:_MOST] for one in _paragraphs(document.docx) if name and name in one), "")


def _paragraphs(part: Any) -> Iterator[str]:
    yield from (one.text for one in part.paragraphs)
    for table in part.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from (one.text for one in cell.paragraphs)


def _line(document: Any, given: Any, sandbox: Any, jinja: Any) -> str:
    """The paragraph that cannot be understood: when it renders, docxtpl tells the seven lines about it, one each."""
    try:
        document.render(given, sandbox, autoescape=True)
    except jinja.TemplateSyntaxError as error:
        lines = [str(one).strip() for one in getattr(error, "docx_context", ())]
        place = min(error.lineno - 1, 3)
        said = lines[place] if place < len(lines) else ""
        return (said or next((one for one in lines if "{" in one), ""))[:_MOST]
    return ""
