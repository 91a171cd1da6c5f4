"""Copies a sheet for each further child: with its pictures, print set-up and named areas, under the child's name."""

import re
from copy import deepcopy
from typing import Any

from app import late
from db.templates import refs
from db.templates.package import OFFICE, Package, rels_of
from db.templates.xlsx_sheet import WORKBOOK, Sheet, Strings, formulas
from db.templates.xlsx_styles import tag

_ID = f"{{{OFFICE}}}id"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST = 31
_APP = "docProps/app.xml"


def copied(package: Package, sheet: Sheet, names: list[str]) -> list[Sheet]:
    """The sheet itself for the first, a copy for each further name; one alone keeps the name the form gave it."""
    if len(names) < 2:
        return [sheet]
    book = package.tree(WORKBOOK)
    listed = book.find(tag("sheets"))
    key = next(key for key, _kind, part in package.rels(WORKBOOK) if part == sheet.part)
    own = next(one for one in listed if one.get(_ID) == key)
    place = list(listed).index(own)
    taken = {str(one.get("name")).lower() for one in listed if one is not own}
    titles = [sheet_name(name, taken) for name in names]
    xml = package.content(sheet.part)
    strings = Strings(package)
    found = [sheet]
    for number, title in enumerate(titles[1:], 1):
        part = _new_part(package, sheet.part, xml)
        root = package.tree(part)
        for view in root.iter(tag("sheetView")):
            view.attrib.pop("tabSelected", None)
        for formula in formulas(root):
            formula.text = refs.renamed(formula.text or "", sheet.name, title)
        _list(package, listed, place + number, title, part)
        found.append(Sheet(package, title, part, sheet.styles, strings))
    _name_areas(book, place, sheet.name, titles)
    _rename(package, sheet, own, titles[0], {one.part for one in found[1:]})
    _forget_titles(package)
    return found


def sheet_name(name: str, taken: set[str]) -> str:
    """The name as a sheet may have it, with a number if another has it already."""
    plain = _FORBIDDEN.sub("", name).strip()[:_LONGEST] or "1"
    title, number = plain, 1
    while title.lower() in taken:
        number += 1
        title = f"{plain[: _LONGEST - len(str(number)) - 1]} {number}"
    taken.add(title.lower())
    return title


def _new_part(package: Package, part: str, xml: bytes) -> str:
    """A copy of a part and of everything that belongs to it alone."""
    etree = late.load("lxml.etree")
    name = _free_name(package, part)
    package.add(name, xml, package.content_type(part) or _SHEET_TYPE)
    if rels_of(part) in package.parts:
        relations = deepcopy(package.tree(rels_of(part)))
        targets = {key: target for key, _kind, target in package.rels(part)}
        for one in relations:
            target = targets.get(str(one.get("Id")), "")
            if target not in package.parts or target.startswith("xl/media/"):
                continue
            copy = _new_part(package, target, package.content(target))
            if one.get("Type").endswith("/table"):
                _rename_table(package.tree(copy), copy)
            one.set("Target", "/" + copy)
        package.parts[rels_of(name)] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")
    return name


def _free_name(package: Package, part: str) -> str:
    stem, dot, ending = part.rpartition(".")
    stem = stem.rstrip("0123456789")
    number = package.counters.get(stem, 0) + 1
    while f"{stem}{number}{dot}{ending}" in package.parts:
        number += 1
    package.counters[stem] = number
    return f"{stem}{number}{dot}{ending}"


def _rename_table(table: Any, part: str) -> None:
    number = re.sub(r"\D", "", part.rpartition("/")[2])
    table.set("id", str(1000 + int(number)))
    for name in ("name", "displayName"):
        table.set(name, f"{table.get(name)}_{number}")


def _list(package: Package, listed: Any, place: int, title: str, part: str) -> None:
    relations = package.tree(rels_of(WORKBOOK))
    key = f"rIdCopy{len(relations) + 1}"
    kind = f"{OFFICE}/worksheet"
    relations.append(relations.makeelement(relations[0].tag, {"Id": key, "Type": kind, "Target": f"/{part}"}))
    number = max(int(one.get("sheetId")) for one in listed) + 1
    listed.insert(place, listed.makeelement(tag("sheet"), {"name": title, "sheetId": str(number), _ID: key}))


def _name_areas(book: Any, place: int, old: str, titles: list[str]) -> None:
    """Print areas and titles belong to a sheet by its place in the list."""
    names = book.find(tag("definedNames"))
    for name in list(names) if names is not None else ():
        of = name.get("localSheetId")
        if of is None:
            continue
        if int(of) > place:
            name.set("localSheetId", str(int(of) + len(titles) - 1))
        if int(of) == place:
            for number, title in enumerate(titles[1:], 1):
                copy = deepcopy(name)
                copy.set("localSheetId", str(place + number))
                copy.text = refs.renamed(name.text or "", old, title)
                names.append(copy)
    for view in book.iter(tag("workbookView")):
        if int(view.get("activeTab", "0")) > place:
            view.set("activeTab", str(int(view.get("activeTab")) + len(titles) - 1))


def _rename(package: Package, sheet: Sheet, own: Any, title: str, copies: set[str]) -> None:
    """Give the first child's sheet its name, wherever the old one is used."""
    old, sheet.name = sheet.name, title
    own.set("name", title)
    for name in package.tree(WORKBOOK).iter(tag("definedName")):
        name.text = refs.renamed(name.text or "", old, title)
    for part in [name for name in package.parts if name.startswith("xl/worksheets/") and name.endswith(".xml")]:
        if part not in copies:
            for formula in formulas(package.tree(part)):
                formula.text = refs.renamed(formula.text or "", old, title)


def _forget_titles(package: Package) -> None:
    """The list of sheets in the file's properties is made anew by whoever saves it."""
    if _APP not in package.parts:
        return
    properties = package.tree(_APP)
    for one in list(properties):
        if isinstance(one.tag, str) and one.tag.rpartition("}")[2] in ("HeadingPairs", "TitlesOfParts"):
            properties.remove(one)
