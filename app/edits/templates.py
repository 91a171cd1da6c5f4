"""Verbs for the county's forms: add one, rename it, say what goes where, take it away."""

from app import names, values
from app.changes import Change, Delete, Insert, Update
from app.school import Template
from app.templates.marks import Marks


def add_template(name: str, kind: str, file: str, marks: Marks) -> list[Change]:
    """A new form under the token "template". `file` is what `Store.keep_file` answered. Raises BadValue."""
    row = {"name": values.name("name", name), "kind": kind, "file": file, "marks": marks.to_json()}
    return [Insert("template", row, token="template")]


def rename_template(template: Template, name: str) -> list[Change]:
    """Another name; nothing if it has it already. Raises BadValue."""
    cleaned = values.name("name", names.clean_name(name))
    return [] if cleaned == template.name else [Update("template", template.id, {"name": cleaned})]


def mark_template(template: Template, marks: Marks) -> list[Change]:
    """Which fact goes where; nothing if it says so already."""
    text = marks.to_json()
    return [] if text == template.marks else [Update("template", template.id, {"marks": text})]


def delete_template(template: Template) -> list[Change]:
    """Take the form away; its file stays, so that an undo brings it back whole."""
    return [Delete("template", template.id)]
