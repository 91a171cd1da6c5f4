"""Takes the time of writing out of PDF and Office files, so that the same content is the same bytes on any day."""

import hashlib
import io
import re
import zipfile

PDF_DAY, XML_DAY, ZIP_DAY = b"20000101000000", b"2000-01-01T00:00:00", (2000, 1, 1, 0, 0, 0)
_PDF_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")
_XMP_DATE = re.compile(rb"((?:Create|Modify|Metadata)Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_XMP_ID = re.compile(rb"(uuid:)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_TRAILER_ID = re.compile(rb"(/ID \[ <)([0-9a-f]+)(> <)([0-9a-f]+)(>)")
_CORE_DATE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
OFFICE = (".xlsx", ".docx")


def steady(data: bytes, ending: str) -> bytes:
    """The content of a file of that ending (".pdf") without what differs from one writing to the next."""
    if ending == ".pdf":
        return _pdf(data)
    return _office(data) if ending in OFFICE else data


def _pdf(data: bytes) -> bytes:
    """Of the same length, so that the offsets inside stay right."""
    head = max(0, data.rfind(b"trailer"))
    front, tail = data[:head], data[head:]
    front = _PDF_DATE.sub(rb"\g<1>" + PDF_DAY, front)
    front = _XMP_DATE.sub(rb"\g<1>" + XML_DAY, front)
    front = _XMP_ID.sub(lambda found: found[1] + re.sub(rb"[0-9a-f]", b"0", found[2]), front)
    name = hashlib.sha256(front).hexdigest().encode()

    def own(found: re.Match[bytes]) -> bytes:
        first, second = ((name * (1 + len(one) // len(name)))[: len(one)] for one in (found[2], found[4]))
        return found[1] + first + found[3] + second + found[5]

    return front + _TRAILER_ID.sub(own, tail)


def _office(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _CORE_DATE.sub(rb"\g<1>" + XML_DAY, content)
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()
