"""Takes the place out of a picture or film that is kept as it came: no byte of what is seen or heard is changed.

Phones write where a picture was taken into it; whose home that was must not leave with the picture.
"""

ORIENTATION = 0x0112
_JPEG, _PNG, _RIFF, _BMP = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF", b"BM"
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers of JPEG that no length follows."""
_SCAN, _EXIF, _COLOURS, _ADOBE, _REMARK = 0xDA, 0xE1, 0xE2, 0xEE, 0xFE
_TEXTS = (b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME")
_BOXES = (b"moov", b"trak", b"udta", b"meta", b"ilst")
_PLACES = (b"\xa9xyz", b"loci")
_PLACE_KEY = b"com.apple.quicktime.location"


def bare(content: bytes) -> bytes | None:
    """The same picture without texts, place and maker; None for a kind that cannot be cleaned without redrawing it."""
    if content.startswith(_JPEG):
        return _bare_jpeg(content)
    if content.startswith(_PNG):
        return _bare_png(content)
    if content.startswith(_RIFF) and content[8:12] == b"WEBP":
        return _bare_webp(content)
    return content if content.startswith(_BMP) else None


def _bare_jpeg(content: bytes) -> bytes:
    """Without EXIF, XMP, remarks and makers' segments, and without what hangs behind the picture; how it was held
    stays, and so do its colours."""
    parts, at, held = [_JPEG], 2, 1
    while content[at : at + 1] == b"\xff" and at + 1 < len(content):
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        if marker == _SCAN:
            break
        size = 2 + int.from_bytes(content[at + 2 : at + 4])
        segment = content[at : at + size]
        if marker == _EXIF and segment[4:10] == b"Exif\0\0":
            held = _held(segment[10:]) or held
        of_makers = 0xE1 <= marker <= 0xEF or marker == _REMARK
        of_colours = marker == _ADOBE or (marker == _COLOURS and segment[4:15] == b"ICC_PROFILE")
        if of_colours or not of_makers:
            parts.append(segment)
        at += max(size, 2)
    end = _end_of_jpeg(content, at)
    if held != 1:
        parts.insert(1, _only_held(held))
    return b"".join((*parts, content[at:end]))


def _end_of_jpeg(content: bytes, at: int) -> int:
    """Where the picture itself ends: phones hang a second picture or a film with a place of its own behind it."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        marker = content[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker in (0x00, 0xFF) or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return len(content)


def _held(tiff: bytes) -> int:
    """The orientation that an EXIF block notes, 0 if none."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return 0
    little = order == "little"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if little else "big")

    first = number(4, 4)
    for place in range(min(number(first, 2), 200)):
        entry = first + 2 + 12 * place
        if number(entry, 2) == ORIENTATION:
            found = number(entry + 8, 2)
            return found if 1 <= found <= 8 else 0
    return 0


def _only_held(held: int) -> bytes:
    """An EXIF segment that says nothing but how the camera was held."""
    tiff = b"II*\0\x08\0\0\0\x01\0" + ORIENTATION.to_bytes(2, "little") + b"\x03\0\x01\0\0\0" + bytes((held, 0, 0, 0))
    payload = b"Exif\0\0" + tiff + b"\0\0\0\0"
    return b"\xff\xe1" + (len(payload) + 2).to_bytes(2) + payload


def _bare_png(content: bytes) -> bytes:
    parts, at = [_PNG], len(_PNG)
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind not in _TEXTS:
            parts.append(content[at : at + 12 + size])
        at += 12 + size
        if kind == b"IEND":
            break
    return b"".join(parts)


def _bare_webp(content: bytes) -> bytes:
    parts, at = [], 12
    while at + 8 <= len(content):
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        whole = content[at : at + 8 + size + size % 2]
        if kind == b"VP8X":
            # The flags say which chunks follow: EXIF is 8, XMP 4.
            whole = whole[:8] + bytes((whole[8] & ~0x0C,)) + whole[9:]
        if kind not in (b"EXIF", b"XMP "):
            parts.append(whole)
        at += len(whole)
    body = b"WEBP" + b"".join(parts)
    return _RIFF + len(body).to_bytes(4, "little") + body


def bare_film(content: bytes) -> bytes:
    """An MP4, MOV or 3GP without the place where it was filmed: its boxes are blanked, so that nothing moves."""
    if content[4:8] != b"ftyp":
        return content
    film = bytearray(content)
    _blank(film, 0, len(film), 0)
    return bytes(film) if film != content else content


def _blank(film: bytearray, at: int, end: int, deep: int) -> None:
    while at + 8 <= end and deep < 8:
        size, kind, head = int.from_bytes(film[at : at + 4]), bytes(film[at + 4 : at + 8]), 8
        if size == 1:
            size, head = int.from_bytes(film[at + 8 : at + 16]), 16
        size = end - at if size == 0 else size
        if size < head or at + size > end:
            return
        inside = bytes(film[at + head : at + size]) if kind in (b"meta", *_PLACES) else b""
        if kind in _PLACES or (kind == b"meta" and _PLACE_KEY in inside):
            film[at + 4 : at + 8] = b"free"
            film[at + head : at + size] = bytes(size - head)
        elif kind in _BOXES:
            # A meta box of MP4 has four bytes before its boxes, one of QuickTime has none.
            skip = 4 if kind == b"meta" and inside[:4] == bytes(4) else 0
            _blank(film, at + head + skip, at + size, deep + 1)
        at += size
