"""按考核指标找材料: for each item of the assessment table the numbers of the index under which its evidence lies."""

import itertools
from collections.abc import Mapping, Sequence

from app.assessment import JUDGED, Evidence, Item, in_use
from app.pack import Entry
from app.proofs import DRAFT, speaks_of, wanted
from app.sheets import Column, SheetOut, Span, Value
from ui.pack.part import tr
from ui.pack.scene import Scene

FIRST_LINES = 3
"""Papers that are named, those that show an item alike in one line; of more their number."""


def evidence_sheet(scene: Scene, entries: Sequence[Entry], numbers: dict[str, int]) -> SheetOut | None:
    """The table's items in order, each with where its evidence lies; None without a table. `numbers`: by path or
    bundle, the number in the index, a line of them beside the line that names their files."""
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
    groups = papers_of(item, scene, linked, entries, numbers)
    said = [" ".join(one.words.split()) for one in linked if one.words]
    if item.measured == JUDGED and (not groups or tr("现场") in item.criteria + item.how):
        said.append(tr("看现场"))
    lies = [""] * len(said)
    for group in groups[:FIRST_LINES]:
        said.append(group[0] if len(group) == 1 else tr("{0} 等 {1} 份").format(group[0], len(group)))
        lies.append(ranges([numbers[path] for path in group]))
    if len(groups) > FIRST_LINES:
        said.append(tr("共 {0} 份").format(sum(map(len, groups))))
        lies.append(tr("、").join(ranges([numbers[path] for path in group]) for group in groups[FIRST_LINES:]))
    drafts = {one.bundle or one.path for one in entries if DRAFT in one.proves}
    if groups and drafts.issuperset(itertools.chain.from_iterable(groups)):
        said.append(_only_draft(scene))
        lies.append("")
    return (str(place), item.what, f"{item.points / 2:g}", "\n".join(lies), "\n".join(said) or tr("没有材料"))


def _only_draft(scene: Scene) -> str:
    """Why what is there does not count yet; the score counts what is written in the plan."""
    return tr("学期末写，这是稿") if scene.day < scene.term.until_day else tr("总结还没写进计划，这是稿")


def papers_of(item: Item, scene: Scene, linked: Sequence[Evidence], entries: Sequence[Entry],
              numbers: Mapping[str, int]) -> list[list[str]]:  # fmt: skip
    """The files and bundles that show this item, the best first, those that show it alike together; a draft only
    where there is nothing else."""
    finished = [one for one in entries if DRAFT not in one.proves]
    found = _found(item, scene, linked, finished, numbers)
    return found if found or len(finished) == len(entries) else _found(item, scene, linked, entries, numbers)


def _found(item: Item, scene: Scene, linked: Sequence[Evidence], entries: Sequence[Entry],
           numbers: Mapping[str, int]) -> list[list[str]]:  # fmt: skip
    for tokens in wanted(item, linked, scene.open.rules):
        ranks: dict[str, int] = {}
        for rank, alike in enumerate(tokens):
            for token in alike.split():
                ranks.setdefault(token, rank)
        found: dict[str, int] = {}
        for one in entries:
            mine = [ranks[token] for token in one.proves if token in ranks]
            path = one.bundle or one.path
            if mine:
                found[path] = min([*mine, found.get(path, len(ranks))])
        if found:
            return _grouped(found, numbers)
    named = {one.bundle or one.path: 0 for one in entries if speaks_of(item, one.title)}
    return _grouped(named, numbers)


def _grouped(found: Mapping[str, int], numbers: Mapping[str, int]) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for path in sorted(found, key=lambda path: numbers[path]):
        groups.setdefault(found[path], []).append(path)
    return [groups[rank] for rank in sorted(groups)]


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
