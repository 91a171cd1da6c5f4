"""An .xlsx or .docx as its parts: opened with the guards of every file that comes in, written back as it was."""

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from app import late
from app.tablefile import CannotRead
from db.caps import MAX_UNPACKED
from db.tables import file_bytes, refuse_ole

PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELS, TYPES = PACKAGE + "relationships", PACKAGE + "content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES_PART = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")


def read_form_file(path: PurePath) -> bytes:
    """The bytes of a form that can be filled. Raises CannotRead with its reason."""
    data = file_bytes(Path(path))
    open_package(data)
    return data


def open_package(data: bytes) -> "Package":
    """The parts of a workbook or a Word file. Raises CannotRead with its reason."""
    _refuse_others(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            listed = archive.infolist()
            _refuse_hostile([(part.filename, part.file_size, part.flag_bits) for part in listed])
            parts = {part.filename: archive.read(part) for part in listed if not part.is_dir()}
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError) as error:
        raise CannotRead("truncated") from error
    package = Package(parts)
    if package.kind == "":
        raise CannotRead("old" if "content.xml" in parts else "unknown")
    return package


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        try:
            refuse_ole(data)
        except CannotRead as error:
            if error.reason != "word":
                raise
        raise CannotRead("old")
    if data.startswith(b"%PDF"):
        raise CannotRead("pdf")
    if data.startswith(_PICTURES):
        raise CannotRead("picture")
    if data[:5].lower() == b"{\\rtf" or data[:2] in (b"\x09\x08", b"\x09\x04"):
        raise CannotRead("old")
    if not data.startswith(b"PK"):
        raise CannotRead("unknown")


def _refuse_hostile(listed: list[tuple[str, int, int]]) -> None:
    if sum(size for _name, size, _flags in listed) > MAX_UNPACKED:
        raise CannotRead("too_big")
    if any(flags & 1 for _name, _size, flags in listed):
        raise CannotRead("encrypted")
    if any(name.endswith("vbaProject.bin") for name, _size, _flags in listed):
        raise CannotRead("macro")


class Package:
    """Parts by name; those that are XML are parsed when asked for and written back if they were."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.counters: dict[str, int] = {}
        """By name without its number: the highest number given to a new part."""
        self._trees: dict[str, Any] = {}

    @property
    def kind(self) -> str:
        """"xlsx", "docx", or "" for neither."""
        return "xlsx" if "xl/workbook.xml" in self.parts else "docx" if "word/document.xml" in self.parts else ""

    def tree(self, name: str) -> Any:
        """The root element of a part, to be read and changed. Raises CannotRead."""
        if name not in self._trees:
            self._trees[name] = parsed(self.parts.get(name, b""))
        return self._trees[name]

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """One more part."""
        self.parts[name] = content
        types = self.tree(_TYPES_PART)
        override = late.load("lxml.etree").SubElement(types, f"{{{TYPES}}}Override")
        override.set("PartName", "/" + name)
        override.set("ContentType", content_type)

    def drop(self, name: str) -> None:
        """Take a part away; what names it as a target is the caller's."""
        self.parts.pop(name, None)
        self._trees.pop(name, None)
        for override in list(self.tree(_TYPES_PART)):
            if override.get("PartName") == "/" + name:
                override.getparent().remove(override)

    def drop_related(self, name: str, kind: str) -> None:
        """Take away the parts of that kind to which `name` refers."""
        gone = {key: part for key, of, part in self.rels(name) if of.endswith(kind)}
        for one in list(self.tree(rels_of(name))) if gone else ():
            if one.get("Id") in gone:
                one.getparent().remove(one)
        for part in gone.values():
            self.drop(part)

    def content_type(self, name: str) -> str:
        """Of a part that has one of its own, "" otherwise."""
        found = (one for one in self.tree(_TYPES_PART) if one.get("PartName") == "/" + name)
        return next((str(one.get("ContentType")) for one in found), "")

    def rels(self, name: str) -> Iterator[tuple[str, str, str]]:
        """(id, type, part) of what a part refers to inside the file."""
        relations = rels_of(name)
        for one in self.tree(relations) if relations in self.parts else ():
            if one.get("TargetMode") != "External":
                target = str(one.get("Target"))
                base = "" if target.startswith("/") else posixpath.dirname(name)
                part = posixpath.normpath(posixpath.join(base, target)).lstrip("/")
                yield str(one.get("Id")), str(one.get("Type")), part

    def to_bytes(self) -> bytes:
        """The whole file."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: name != _TYPES_PART):
                archive.writestr(name, self.content(name))
        return out.getvalue()

    def content(self, name: str) -> bytes:
        """A part as it is now."""
        tree = self._trees.get(name)
        if tree is None:
            return self.parts[name]
        written: bytes = late.load("lxml.etree").tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return written


def rels_of(name: str) -> str:
    """xl/_rels/workbook.xml.rels for xl/workbook.xml."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def parsed(xml: bytes) -> Any:
    """The root of a part; one with a document type, which may blow up, is none of ours. Raises CannotRead."""
    etree = late.load("lxml.etree")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotRead("damaged", str(error)[:200]) from error
    if root.getroottree().docinfo.doctype:
        raise CannotRead("damaged", "doctype")
    return root
