"""Where in the text of a cell something can be filled in: lines to write on, dates, brackets and boxes, {{姓名}}."""

import re
from dataclasses import dataclass, replace

BOXES = "□☐◻▢○◯❏❑⬜"
TICKED, TICK = "☑", "√"
_GAP = r"[_ \t\u3000\u00a0]"
_DATE = rf"年{_GAP}+月(?:{_GAP}+日)?"
_TOKEN = re.compile(
    rf"(?P<name>\{{\{{(?P<ascii>[^{{}}\n]{{1,40}})\}}\}}|｛｛(?P<wide>[^｛｝\n]{{1,40}})｝｝)"
    rf"|(?P<mark>[{BOXES}]|(?:(?<=^)|(?<=[\s\u3000、，,/:：]))口(?=[^\s\u3000])|[（(]{_GAP}{{0,8}}[)）])"
    rf"|(?P<date>{_GAP}*{_DATE})"
    rf"|(?P<line>[_＿﹍]{{2,}}(?:[ \u3000]*[_＿﹍]+)*|(?<=[共有计])[ \u3000]{{2,}}(?=[人名]))"
    rf"|(?P<colon>[：:](?P<gap>[ \u3000\u00a0]{{2,}}+|[ \u3000\u00a0]*+(?=\n|$))"
    rf"(?!{_GAP}*{_DATE})(?![_＿﹍（({BOXES}{{｛]))",
    re.MULTILINE,
)
_CUT = re.compile(r"[\s\u3000、，,;；/|]+")
_SEALS = re.compile(r"[（(][^（()）]*[)）]$")
_NO_LABEL = re.compile(r"^(?:填表|填写)?(?:说明|须知|要求)$|^(?:备?注|注意事项|附件?|例如?|其中)\d*$")
_ENDS = re.compile(r"[\n。；;，,]|[ \u3000]{2,}")


@dataclass(frozen=True, slots=True)
class Option:
    """One of several words to tick; the tick goes to [start, end) of the text."""

    word: str
    start: int
    end: int
    tick: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a text: [start, end) is what a value stands in for."""

    start: int
    end: int
    kind: str
    """"line", "date", "name" ({{姓名}}) or "options"."""
    label: str = ""
    """The words before it, or those after it where nothing stands before."""
    after: str = ""
    """What follows it at once: the 岁 of a blank for the age."""
    options: tuple[Option, ...] = ()


def slots_of(text: str) -> tuple[Slot, ...]:
    """The places of a text, from left to right; () for a text that is only a label, and for a blank cell."""
    if not text.strip("_ \t\r\n\u3000\u00a0"):
        return ()
    found: list[Slot] = []
    marks: list[re.Match[str]] = []
    for match in _TOKEN.finditer(text):
        if match["mark"]:
            marks.append(match)
        elif match["name"]:
            label = (match["ascii"] or match["wide"]).strip()
            found.append(Slot(match.start(), match.end(), "name", label))
        elif match["colon"]:
            found.append(Slot(match.start("gap"), match.end("gap"), "line"))
        else:
            found.append(Slot(match.start(), match.end(), "date" if match["date"] else "line"))
    found += _of_marks(text, marks)
    found.sort(key=lambda slot: slot.start)
    named = _labelled(text, found)
    return tuple(slot for slot in named if slot.kind != "line" or not _NO_LABEL.match(slot.label))


def _labelled(text: str, found: list[Slot]) -> list[Slot]:
    named: list[Slot] = []
    end = 0
    for slot in found:
        after = _CUT.split(text[slot.end :].lstrip("_"), maxsplit=1)[0]
        after = _ENDS.split(re.split(r"[_：:（(]|年(?!级)", after, maxsplit=1)[0])[0] if slot.kind == "line" else ""
        label = slot.label
        if slot.kind in ("line", "date") and not label:
            label = label_in(text[end : slot.start])
            if named and label == named[-1].label == named[-1].after:
                label = ""  # ____年级____班: what stands between names the blank before
        if slot.kind == "line" and not label:
            label = after
        named.append(replace(slot, label=label, after=after))
        end = max(end, slot.end)
    return named


def label_in(before: str) -> str:
    """填报单位 of "  填报单位（盖章）：": the last words of what stands before a blank."""
    tail = _ENDS.split(before.rstrip("_ \t\u3000：:（("))[-1] if before.strip() else ""
    return _SEALS.sub("", tail.strip(" \t\u3000_：:")).strip()


def _of_marks(text: str, marks: list[re.Match[str]]) -> list[Slot]:
    """Groups of options; a single pair of brackets is a place to write in."""
    if len(marks) == 1 and marks[0].group() not in BOXES + "口":
        start, end = marks[0].start() + 1, marks[0].end() - 1
        return [Slot(start, end, "line")] if end > start else []
    if not marks:
        return []
    groups = _before(text, marks) if _stands_before(text, marks) else _after(text, marks)
    return [
        Slot(options[0].start, _end_of(text, options[-1]), "options", label, options=tuple(options))
        for label, options in groups
        if options
    ]


def _end_of(text: str, option: Option) -> int:
    """Where the last option ends, with the word behind its mark or the bracket around it."""
    end = option.end + 1 if text[option.end : option.end + 1] in (")", "）") else option.end
    behind = text[end:].lstrip(" \u3000")
    return len(text) - len(behind) + len(option.word) if option.word and behind.startswith(option.word) else end


def _stands_before(text: str, marks: list[re.Match[str]]) -> bool:
    """Whether the marks stand before their words (□男 □女) and not behind them (男□ 女□)."""
    tail = text[marks[-1].end() :].split("\n")[0]
    head = text[: marks[0].start()].split("\n")[-1].strip(" \t\u3000")
    if not tail.strip(" \t\u3000。；;"):
        return False
    return not head or head[-1] in "：:" or tail[:1] not in " \t\u3000"


def _option(match: re.Match[str], word: str) -> Option:
    if match.group()[0] in "（(":
        return Option(word, match.start() + 1, match.end() - 1, TICK)
    return Option(word, match.start(), match.end(), TICKED)


Groups = list[tuple[str, list[Option]]]


def _before(text: str, marks: list[re.Match[str]]) -> Groups:
    head = text[: marks[0].start()]
    groups: Groups = [(label_in(head), [])]
    for place, match in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        between = text[match.end() : end]
        words = [word for word in _CUT.split(between.strip()) if word]
        groups[-1][1].append(_option(match, _bare(words[0] if words else "")))
        last = words[-1] if len(words) > 1 else ""
        if place + 1 < len(marks) and last[-1:] in ("：", ":"):
            groups.append((last.rstrip("：:"), []))
    return groups


def _after(text: str, marks: list[re.Match[str]]) -> Groups:
    groups: Groups = [("", [])]
    start = 0
    for match in marks:
        before, colon, word = text[start : match.start()].replace(":", "：").rpartition("：")
        if colon:
            groups.append((label_in(before), []))
        words = [part for part in _CUT.split(word.strip()) if part]
        groups[-1][1].append(_option(match, _bare(words[-1] if words else "")))
        start = match.end()
    return groups


def _bare(word: str) -> str:
    """其他 of 其他（请注明____）."""
    return re.split(r"[（(：:_]", word)[0]
