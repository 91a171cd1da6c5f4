"""按考核指标找材料: for each item of the assessment table the numbers of the index under which its evidence lies."""

import re
from collections.abc import Iterable, Sequence

from app.assessment import JUDGED, Evidence, Item, in_use
from app.care_rules import in_force
from app.pack import Entry
from app.sheets import Column, SheetOut, Span, Value
from ui.pack.part import tr
from ui.pack.scene import Scene

PROOF: dict[str, tuple[str, ...]] = {
    "group": ("part:group",), "rules_posted": ("part:room_rules", "part:room_pictures"),
    "agreements": ("part:signed", "part:duties"), "keeper": ("part:room_rules", "part:openings"),
    "pairs": ("part:pairs", "part:books"), "plan": ("part:plan",), "stages": ("part:plan",),
    "reviewed": ("part:plan", "part:term_report"), "plans": ("part:books",),
    "rooms": ("part:room_rules", "part:openings", "part:room_pictures"), "equipment": ("part:ledger",),
    "known": ("part:roster", "part:registration", "part:cards"),
    "pictures": ("part:activity_pictures", "part:meeting_pictures"), "opened": ("part:openings",),
    "ledger": ("part:ledger", "part:stocktake"), "mended": ("part:inspection", "part:finding_pictures"),
    "children": ("part:statistics", "part:roster"),
    "rounds": ("part:inspection",), "problems": ("part:inspection", "part:problem_pictures"),
}  # fmt: skip
"""By the first word of a measure (`app.measures`): what in the pack shows it. Rules and counts say it themselves."""
ALSO = {"survey": ("part:registration",), "health_check": ("part:health",), "award": ("part:honours",)}
"""Kinds of record that no register of the pack lists."""
FIRST_FILES = 3
"""Files that are named; of more their number."""


def tokens(item: Item, scene: Scene, linked: Iterable[Evidence]) -> frozenset[str]:
    """What an entry proves that shows this item."""
    words = [f"item:{item.id}"]
    words += [f"record:{one.record_id}" for one in linked if one.record_id is not None]
    words += [f"attachment:{one.attachment_id}" for one in linked if one.attachment_id is not None]
    measure = re.match(r"(\w+):?([\w-]*)", item.measure)
    head, rest = (measure[1], measure[2]) if measure else ("", "")
    kinds: list[str] = [rest] if head == "count" else []
    if head == "rule":
        kinds = [kind for rule in in_force(scene.open.rules) if rule.key == rest for kind in rule.kinds]
        words.append("part:weeks")
    words += [f"kind:{kind}" for kind in kinds]
    words += [also for kind in kinds for also in ALSO.get(kind, ())]
    return frozenset([*words, *PROOF.get(head, ())])


def evidence_sheet(scene: Scene, entries: Sequence[Entry], numbers: dict[str, int]) -> SheetOut | None:
    """The table's items in order, each with where its evidence lies; None without a table. `numbers`: by path or
    bundle, the number in the index."""
    table = in_use(scene.store.assessment.tables())
    if table is None:
        return None
    linked: dict[int, list[Evidence]] = {}
    for one in scene.store.assessment.evidence(table.id, scene.term.id) if scene.term.id else []:
        linked.setdefault(one.item_id, []).append(one)
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    for place, item in enumerate(table.items, 1):
        if item.part and item.part not in {str(rows[head][0]) for head in heads}:
            heads.append(len(rows))
            rows.append((item.part, "", "", "", ""))
        rows.append(_row(place, item, scene, linked.get(item.id, []), entries, numbers))
    columns = (
        Column((tr("序号"),), 13.0), Column((tr("考核内容"),), 34.0, "left"), Column((tr("分值"),), 13.0),
        Column((tr("目录里的序号"),), 34.0, "left"), Column((tr("文件"),), 80.0, "left"),
    )  # fmt: skip
    return SheetOut(
        tr("按考核找材料"), tr("按考核内容找材料"), columns, tuple(rows), left_note=table.name, landscape=False,
        strong=frozenset(heads), spans=tuple(Span(head, 0, 1, len(columns), "left") for head in heads),
    )  # fmt: skip


def _row(place: int, item: Item, scene: Scene, linked: Sequence[Evidence], entries: Sequence[Entry],
         numbers: dict[str, int]) -> tuple[Value, ...]:  # fmt: skip
    wanted = tokens(item, scene, linked)
    found = dict.fromkeys(one.bundle or one.path for one in entries if wanted & set(one.proves))
    paths = sorted(found, key=lambda path: numbers[path])
    said = [*(one.words for one in linked if one.words), *paths[:FIRST_FILES]]
    if len(paths) > FIRST_FILES:
        said.append(tr("等 {0} 份").format(len(paths)))
    none = tr("看现场") if item.measured == JUDGED else tr("没有材料")
    points = f"{item.points / 2:g}"
    return (str(place), item.what, points, ranges([numbers[path] for path in paths]),
            "\n".join(said) or none)  # fmt: skip


def ranges(numbers: Sequence[int]) -> str:
    """3、7—12、20 of numbers in order."""
    groups: list[list[int]] = []
    for one in numbers:
        if groups and one == groups[-1][-1] + 1:
            groups[-1].append(one)
        else:
            groups.append([one])
    said = [str(one[0]) if len(one) == 1 else tr("{0}—{1}").format(one[0], one[-1]) for one in groups]
    return tr("、").join(said)
