"""卷内目录 of a pack: number, title, responsible, date, pages and place of each file, and what was left out."""

from collections.abc import Iterable, Sequence

from app.days import on_paper
from app.pack import Entry, LeftOut
from app.sheets import Column, SheetOut, Span, Value
from app.terms import term_title
from ui.pack.evidence import evidence_sheet
from ui.pack.part import folders, tr
from ui.pack.scene import Scene

PARTS = 6
"""Columns of the index."""


def index_sheet(scene: Scene, entries: Sequence[Entry], left: Sequence[LeftOut]) -> SheetOut:
    """The index, folder by folder; on a second sheet what was left out and why."""
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    numbers: dict[str, int] = {}
    for key, folder in folders().items():
        if key == "index":
            continue
        heads.append(len(rows))
        lines = list(_lines(one for one in entries if one.path.startswith(f"{folder}/")))
        rows.append((folder if lines else tr("{0}（本学期没有）").format(folder), *("",) * (PARTS - 1)))
        for where, *line in lines:
            numbers[str(where)] = len(numbers) + 1
            rows.append((str(len(numbers)), *line))
    columns = (
        Column((tr("序号"),), 13.0), Column((tr("材料名称"),), 52.0, "left"), Column((tr("责任者"),), 18.0),
        Column((tr("日期"),), 23.0), Column((tr("页数"),), 14.0), Column((tr("文件"),), 54.0, "left"),
    )  # fmt: skip
    said = tr("身份证号和电话是完整的，请妥善保管。") if scene.choices.full else tr(
        "身份证号只留前 6 位，电话中间遮住 4 位，住址只写到村。家里没同意拍照的孩子，联系卡上不放照片。"
    )
    found = evidence_sheet(scene, entries, numbers)
    more = (*((found,) if found is not None else ()), *((_left_sheet(left),) if left else ()))
    return SheetOut(
        tr("卷内目录"), _title(scene), columns, tuple(rows), left_note=scene.snapshot.school.name,
        right_note=tr("截至 {0}").format(on_paper(scene.day)), landscape=False, strong=frozenset(heads),
        spans=tuple(Span(place, 0, 1, PARTS, "left") for place in heads), notes=(said,),
        signatures=(tr("立卷人："), tr("检查人：")), more=more,
    )  # fmt: skip


def _title(scene: Scene) -> str:
    return tr("{0} 卷内目录").format(term_title(scene.term.code))


def _lines(entries: Iterable[Entry]) -> Iterable[tuple[Value, ...]]:
    """A line for each file, after its path; files of one bundle share one."""
    bundles: dict[str, list[Entry]] = {}
    for one in entries:
        bundles.setdefault(one.bundle or one.path, []).append(one)
    for path, those in bundles.items():
        first = those[0]
        if not first.bundle:
            yield path, first.title, first.responsible, first.day, str(first.pages or ""), path
            continue
        folder, _slash, name = path.rpartition("/")
        # The day of what it shows has a column of its own.
        name = name.removeprefix(first.day).strip() or name
        title = tr("{0}：{1}").format(folder.rpartition("/")[2], name) if "/" in folder else name
        yield path, title, first.responsible, first.day, tr("{0} 份").format(len(those)), f"{path}/"


def _left_sheet(left: Sequence[LeftOut]) -> SheetOut:
    columns = (
        Column((tr("序号"),), 13.0), Column((tr("材料"),), 70.0, "left"), Column((tr("为什么没放"),), 42.0, "left"),
        Column((tr("孩子"),), 50.0, "left"),
    )  # fmt: skip
    rows = tuple((str(place), one.title, why_word(one.why), one.who) for place, one in enumerate(left, 1))
    return SheetOut(tr("没放进来的"), tr("没放进来的材料"), columns, rows, landscape=False)


def why_word(why: str) -> str:
    """Why something is not in the pack."""
    return {
        "refused": tr("家里不同意拍照"), "unasked": tr("没问过家里同不同意拍照"), "damaged": tr("附件坏了，读不出来"),
        "missing": tr("附件不在资料文件夹里"), "private": tr("扫描件上的号码遮不住"),
    }[why]  # fmt: skip
