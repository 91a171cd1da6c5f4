"""PDFs as scanners make them, written by hand: a picture to a page."""

import zlib
from collections.abc import Mapping, Sequence


def pdf(*pages: Sequence[tuple[Mapping[str, str], bytes]], encrypt: bool = False) -> bytes:
    """A PDF with these pictures on each page: (what the picture's head says, its bytes)."""
    parts: list[bytes] = []

    def add(body: bytes) -> int:
        parts.append(body)
        return len(parts)

    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(b"")
    kids = []
    for pictures in pages:
        names = []
        for head, data in pictures:
            said = "".join(f" /{key} {value}" for key, value in head.items())
            body = f"<< /Type /XObject /Subtype /Image{said} /Length {len(data)} >>\nstream\n".encode()
            names.append(add(body + data + b"\nendstream"))
        objects = " ".join(f"/Im{number} {number} 0 R" for number in names)
        drawn = b"".join(b"q 595 0 0 842 0 0 cm /Im%d Do Q\n" % number for number in names)
        content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            f"/Resources << /XObject << {objects} >> >> >>".encode()
        ))  # fmt: skip
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    parts[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    locked = b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32)
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    trailer = b"<< /Size %d /Root 1 0 R /ID [<00> <00>]%s >>" % (size, locked if encrypt else b"")
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + (
        b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))
    )


def flate(wide: int, high: int, space: str, bits: int, data: bytes, **more: str) -> tuple[dict[str, str], bytes]:
    """A picture packed as PNGs are."""
    head = {
        "Width": str(wide), "Height": str(high), "ColorSpace": space, "BitsPerComponent": str(bits),
        "Filter": "/FlateDecode", **more,
    }  # fmt: skip
    return head, zlib.compress(data)


def jpeg(wide: int, high: int, data: bytes) -> tuple[dict[str, str], bytes]:
    """A picture as phones and most scanners pack it."""
    return {
        "Width": str(wide), "Height": str(high), "ColorSpace": "/DeviceRGB", "BitsPerComponent": "8",
        "Filter": "/DCTDecode",
    }, data  # fmt: skip


def fax(wide: int, high: int, data: bytes) -> tuple[dict[str, str], bytes]:
    """A black and white picture as office machines pack it (CCITT group 4)."""
    return {
        "Width": str(wide), "Height": str(high), "ColorSpace": "/DeviceGray", "BitsPerComponent": "1",
        "Filter": "/CCITTFaxDecode", "DecodeParms": f"<< /K -1 /Columns {wide} /Rows {high} >>",
    }, data  # fmt: skip
