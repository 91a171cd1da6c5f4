"""Filling a form for some children: for whom, into which files, and the work in the background that does it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from app.audit import audited
from app.cards import class_name_on, in_class_order
from app.children import Child
from app.fingerprint import card_scene
from app.ports import Disk
from app.school import Snapshot, Template
from app.store import Progress, Store
from app.templates.filling import Order, fill
from app.templates.marks import from_json
from ui.paper.scope import Scope, class_scopes, scopes

FILL = "fill_template"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class FillJob:
    """Which form for whom; `each` = a file of its own for every child."""

    template: Template
    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    full: bool = False
    each: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)


def choices(snapshot: Snapshot, day: date, chosen: Sequence[int]) -> list[Scope]:
    """For whom a form can be filled: what was chosen, all left-behind, those of a class, a whole class, all."""
    found = [scope for scope in scopes(snapshot, day, chosen) if scope.key != "due"]
    whole = [replace(scope, key=scope.key.replace("class:", "whole:")) for scope in class_scopes(snapshot, day)[1:]]
    return [*found[:-1], *whole, found[-1]]


def file_name(template: Template, scope: Scope, snapshot: Snapshot, day: date) -> str:
    """登记表（三（1）班）.xlsx; the form's own name is the county's, what is added never says 留守."""
    kind, _, number = scope.key.partition(":")
    if len(scope.children) == 1:
        whom = scope.children[0].name
    elif kind in ("class", "whole"):
        found = next((one for one in snapshot.classes if str(one.id) == number), None)
        whom = class_name_on(found, snapshot, day)
    else:
        whom = _tr("全校") if kind == "all" else _tr("{0} 人").format(len(scope.children))
    return _safe(f"{template.name}（{whom}）.{template.kind}")


def child_names(template: Template, children: Sequence[Child]) -> list[str]:
    """登记表（周雨桐）.xlsx for each; two children of one name get numbers."""
    seen: dict[str, int] = {}
    found = []
    for child in children:
        seen[child.name] = seen.get(child.name, 0) + 1
        number = f" {seen[child.name]}" if seen[child.name] > 1 else ""
        found.append(_safe(f"{template.name}（{child.name}{number}）.{template.kind}"))
    return found


def carry_out(disk: Disk, store: Store, job: FillJob, to: PurePath, progress: Progress) -> PurePath:
    """Note it in the audit trail, fill, and write to `to`: a file, or with `each` a folder. Raises CannotRead and the
    errors of the store."""
    data = store.file(job.template.file)
    form, marks = disk.form_of(data), from_json(job.template.marks)
    children = in_class_order(job.children, job.snapshot, job.day)
    scene = card_scene(job.snapshot, job.day)
    line = f"template={job.template.id} children={len(children)} full_ids={int(job.full)} each={int(job.each)}"

    def one(of: Sequence[Child], first: int = 1) -> bytes:
        return disk.fill_form(data, fill(form, marks, Order(of, scene, job.full, first)))

    with audited(store, FILL, line):
        if not job.each:
            disk.write_bytes(to, one(children))
            return to
        for number, (child, name) in enumerate(zip(children, child_names(job.template, children), strict=True), 1):
            disk.write_bytes(to / name, one([child], number))
            progress(number, len(children))
    return to



def _safe(name: str) -> str:
    return _FORBIDDEN.sub("", name)
