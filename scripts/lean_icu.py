"""Cuts Qt's ICU data down to what the program asks for: 32 MB less to unpack at every start on Linux.

The data library is an ELF file whose one object is ICU's table of contents with its tables. The kept tables move
together, the object ends where they end, and what follows in the file moves up by whole pages, at the same addresses.
What is kept is asserted by the executable's self-check.
"""

import re
import struct

KEPT = re.compile(
    r"""^icudt\d+l/(
        cnvalias\.icu | gb18030\.cnv | pool\.res | root\.res | zh\w*\.res | res_index\.res | supplementalData\.res
        | [\w-]+\.(icu|nrm|cfu|spp)
        | coll/(ucadata\w*\.icu | root\.res | zh\w*\.res | res_index\.res | pool\.res)
    )$""",
    re.VERBOSE,
)
PAGE = 0x1000
LOAD = 1


def lean(library: bytes) -> bytes:
    """The library with the kept tables only; a layout that is not understood stays as it is."""
    start = library.find(b"CmnD") - 12
    if start < 0 or library[start + 2 : start + 4] != b"\xda\x27" or library[:6] != b"\x7fELF\x02\x01":
        return library
    header = struct.unpack_from("<H", library, start)[0]
    data = _tables(library, start, header)
    return _moved_up(library, start, library[start : start + header] + data)


def _tables(library: bytes, start: int, header: int) -> bytes:
    base = start + header
    count = struct.unpack_from("<I", library, base)[0]
    entries = [struct.unpack_from("<II", library, base + 4 + 8 * number) for number in range(count)]
    ends = [first for _name, first in entries[1:]] + [_end_of_segment(library, start) - base]
    kept = []
    for (name_at, first), end in zip(entries, ends):
        name = library[base + name_at : library.index(b"\0", base + name_at)]
        if KEPT.match(name.decode("ascii")):
            kept.append((name + b"\0", library[base + first : base + end]))
    names, contents = b"", b""
    name_at = 4 + 8 * len(kept)
    first = _rounded(name_at + sum(len(name) for name, _ in kept), 16)
    table = struct.pack("<I", len(kept))
    for name, content in kept:
        table += struct.pack("<II", name_at + len(names), first + len(contents))
        names += name
        contents += content.ljust(_rounded(len(content), 16), b"\0")
    return (table + names).ljust(first, b"\0") + contents


def _segments(library: bytes) -> list[tuple[int, tuple[int, ...]]]:
    """Place and fields (type, flags, offset, address, …, bytes in file, bytes in memory, alignment) of each."""
    at, size, count = struct.unpack_from("<Q", library, 32)[0], *struct.unpack_from("<HH", library, 54)
    return [(at + n * size, struct.unpack_from("<IIQQQQQQ", library, at + n * size)) for n in range(count)]


def _end_of_segment(library: bytes, place: int) -> int:
    for _at, (kind, _flags, offset, _address, _physical, in_file, *_rest) in _segments(library):
        if kind == LOAD and offset <= place < offset + in_file:
            return offset + in_file
    raise ValueError("ICU's data lies in no segment")


def _moved_up(library: bytes, start: int, data: bytes) -> bytes:
    """The library with `data` in place of everything from `start` to the end of its segment."""
    end = _end_of_segment(library, start)
    less = (end - start - len(data)) // PAGE * PAGE
    made = bytearray(library[:start] + data.ljust(end - start - less, b"\0") + library[end:])
    for at, (kind, flags, offset, address, physical, in_file, in_memory, align) in _segments(library):
        if offset >= end:
            offset -= less
        elif offset + in_file > start:
            in_file, in_memory = in_file - less, in_memory - less
        struct.pack_into("<IIQQQQQQ", made, at, kind, flags, offset, address, physical, in_file, in_memory, align)
    struct.pack_into("<Q", made, 40, 0)  # the section headers, which only tools read
    struct.pack_into("<HH", made, 60, 0, 0)
    return bytes(made)


def _rounded(size: int, to: int) -> int:
    return -(-size // to) * to
