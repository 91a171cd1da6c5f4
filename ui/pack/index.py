"""目录 of a pack: the volumes, where the evidence of each item lies, each volume's papers, and what was left out.

One book in Excel to open first, whose lines open the files; the same in Word and as a PDF in the form that lies in the
box (卷内目录, paper.md §7).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.days import on_paper
from app.pack import MANIFEST, Entry, LeftOut
from app.pack_contents import (
    FILM,
    OTHER,
    PICTURE,
    SCAN,
    WORD,
    Line,
    Volume,
    boxes_of,
    file_number,
    kind_of,
    volumes_of,
)
from app.sheets import Column, Link, SheetOut, Span, Value
from app.terms import term_title
from ui.pack.evidence import ranges
from ui.pack.index_items import in_one_cell, linked
from ui.pack.part import folders, tr
from ui.pack.scene import Scene

PAGE_ROWS, ROW_PT = 21, 30.3
"""Rows of a page of 卷内目录, and how high they are."""


def contents(entries: Sequence[Entry]) -> list[Volume]:
    """The volumes of the pack."""
    return volumes_of(entries, [title for key, title in folders().items() if key != "index"])


def index_book(scene: Scene, volumes: Sequence[Volume], found: SheetOut | None, left: Sequence[LeftOut]) -> SheetOut:
    """To open first: every line leads to its file or folder, beside this one in the folder "00 目录"."""
    lines, places = _all_lines(scene, volumes)
    first = _volumes(scene, volumes)
    how = [tr("点带横线的字，就打开那个文件夹或文件（从 zip 里先解压出来）。")]
    if found is not None:
        how.insert(0, tr("找一项考核的材料：点下面的“{0}”。找一份材料：点“{1}”。").format(found.name, lines.name))
    links = tuple(Link(place, 1, f"../{one.folder}") for place, one in enumerate(volumes) if one.lines)
    more = (*((linked(found, volumes, places, lines.name),) if found is not None else ()), lines, *_left_out(left))
    beside = _beside(len(first.columns))
    below = len(first.rows)
    links += tuple(Link(below + place, 0, path) for place, (_row, path) in enumerate(beside, 1) if path)
    head = (tr("一起在“00 目录”里的，还有核对用的清单"), *("",) * (len(first.columns) - 1))
    spans = tuple(Span(below + place, column, 1, wide, "left") for place in range(1, len(beside) + 1)
                  for column, wide in ((0, 3), (3, len(first.columns) - 3)))  # fmt: skip
    rows = (*first.rows, head, *(row for row, _path in beside))
    return replace(first, rows=rows, links=links, more=more, spans=spans, sections=frozenset({below}),
                   notes=(*how, *first.notes))  # fmt: skip


def front_files() -> list[tuple[str, str, str]]:
    """What lies beside the book in the folder "00 目录", in order: its name, its ending, what it is for."""
    return [
        (tr("卷内目录（打印）"), "pdf", tr("打印出来，每卷一份，放在盒子最前面")),
        (tr("卷内目录（可以改）"), "docx", tr("要改字的用这份，改好再打印")),
        (tr("档案盒背脊标签"), "pdf", tr("打印，剪开，贴在盒子背脊上")),
    ]  # fmt: skip


def _beside(columns: int) -> list[tuple[tuple[str, ...], str]]:
    """(row, file) for each of them; at last the list of checksums, which nobody has to open."""
    found = [(f"{number:02} {name}.{ending}", what, f"{number:02} {name}.{ending}")
             for number, (name, ending, what) in enumerate(front_files(), 2)]  # fmt: skip
    found.append((MANIFEST, tr("程序核对材料有没有少、有没有改过用的，谁都不用打开，别删"), ""))
    return [((said, "", "", what, *("",) * (columns - 4)), path) for said, what, path in found]


def bound_index(scene: Scene, volumes: Sequence[Volume], found: SheetOut | None,
                left: Sequence[LeftOut]) -> list[SheetOut]:  # fmt: skip
    """To print and put into the boxes: the volumes, the items, 卷内目录 of each volume that has papers, what was left
    out."""
    how = [
        tr("序号就是文件名前面的编号；照片、扫描件的文件夹排在后面。"),
        tr("备注写“电子”的不用打印；写“Word”“扫描件”的，打印的或者原件放在本卷最后，页号手写。"),
    ]  # fmt: skip
    if found is not None:
        how.insert(0, tr("一项考核的材料在哪里，见后面的“按考核内容找材料”：05-1 是第 05 卷的第 1 号。"))
    one = _volumes(scene, volumes)
    return [replace(one, notes=(*how, *one.notes)), *((in_one_cell(found),) if found is not None else ()),
            *(_volume(scene, one) for one in volumes if one.lines), *_left_out(left)]  # fmt: skip


def _volumes(scene: Scene, volumes: Sequence[Volume]) -> SheetOut:
    """总目录."""
    columns = (
        Column((tr("卷号"),), 14.0), Column((tr("卷名"),), 42.0, "left"), Column((tr("盒号"),), 16.0),
        Column((tr("档号"),), 36.0), Column((tr("份数"),), 14.0), Column((tr("页数"),), 14.0),
        Column((tr("备注"),), 40.0),
    )  # fmt: skip
    boxes = boxes_of(volumes)
    rows = tuple(
        (f"{one.number:02}", one.name, ranges([*boxes[one.number]]),
         file_number(scene.prefix, scene.term.code, one.number), str(len(one.files) or ""), str(one.pages or ""),
         _what_else(one)) for one in volumes
    )  # fmt: skip
    files, pages = sum(len(one.files) for one in volumes), sum(one.pages for one in volumes)
    said = tr("身份证号和电话是完整的，请妥善保管。") if scene.choices.full else tr(
        "身份证号只留前 6 位，电话中间遮住 4 位，住址只写到村。家里没同意拍照的孩子，联系卡上不放照片。"
    )
    number = tr("档号：{0} 是本校的开头，2026-1 这样的是学年和学期，最后是卷号。").format(scene.prefix)
    return SheetOut(
        tr("总目录"), tr("{0} 总目录").format(term_title(scene.term.code)), columns,
        (*rows, (tr("合计"), "", str(sum(map(len, boxes.values()))), "", str(files), str(pages), "")),
        left_note=scene.snapshot.school.name,
        right_note=tr("截至 {0}").format(on_paper(scene.day)), landscape=False, strong=frozenset({len(rows)}),
        row_pt=28.0, notes=(_private(), number, said), signatures=(tr("立卷人："), tr("检查人：")),
    )  # fmt: skip


def _private() -> str:
    """For whom the records of talks and visits are meant (REQ 10.25)."""
    return tr("谈心、家访、帮扶记录写的是孩子和家里的私事，只给检查的人看：不外传，不拍照，看完放回盒里。")


def _what_else(volume: Volume) -> str:
    """照片 20 张、电子 3 份: what the volume holds beside counted pages."""
    if not volume.lines:
        return tr("本学期没有")
    counts = Counter(kind_of(one) for one in volume.files)
    words = {WORD: tr("Word {0} 份"), SCAN: tr("扫描件 {0} 份"), OTHER: tr("电子 {0} 份"), PICTURE: tr("照片 {0} 张"),
             FILM: tr("录像 {0} 段")}  # fmt: skip
    return tr("、").join(said.format(counts[kind]) for kind, said in words.items() if counts[kind])


def _volume(scene: Scene, volume: Volume) -> SheetOut:
    """卷内目录 of one volume."""
    columns = (
        Column((tr("序号"),), 12.0), Column((tr("材料名称"),), 66.0, "left"), Column((tr("责任者"),), 26.0),
        Column((tr("日期"),), 34.0), Column((tr("页号"),), 18.0), Column((tr("备注"),), 18.0),
    )  # fmt: skip
    rows = tuple(
        (str(one.number), _title(one), one.entries[0].responsible, on_paper(one.entries[0].day), _pages(one),
         _remark(one)) for one in volume.lines
    )  # fmt: skip
    number = file_number(scene.prefix, scene.term.code, volume.number)
    return SheetOut(
        volume.folder, tr("卷内目录"), columns, rows, left_note=tr("档号  {0}").format(number), landscape=False,
        right_note=tr("{0}　{1}").format(term_title(scene.term.code), volume.name), row_pt=ROW_PT, page_rows=PAGE_ROWS,
        signatures=(tr("立卷人："), tr("检查人：")), boxed=True,
    )  # fmt: skip


def _title(line: Line) -> str:
    first = line.entries[0]
    if not first.bundle:
        return first.title
    folder, _slash, name = line.path.rpartition("/")
    # The day of what it shows has a column of its own.
    name = name.removeprefix(first.day).strip() or name
    return tr("{0}：{1}").format(folder.rpartition("/")[2], name) if "/" in folder else name


def _pages(line: Line) -> str:
    """2—3: pages of the volume."""
    return str(line.first or "") if line.first == line.last else tr("{0}—{1}").format(line.first, line.last)


def _remark(line: Line) -> str:
    """照片 3 张, 电子, Word, 扫描件; nothing for a paper of counted pages."""
    kinds, count = {kind_of(one) for one in line.entries}, len(line.entries)
    if kinds == {PICTURE}:
        return tr("照片 {0} 张").format(count)
    if kinds == {FILM}:
        return tr("录像 {0} 段").format(count)
    if line.entries[0].bundle:
        return tr("{0} 份").format(count)
    if line.first:
        return ""
    return {WORD: tr("Word"), SCAN: tr("扫描件")}.get(kinds.pop(), tr("电子"))


def _all_lines(scene: Scene, volumes: Sequence[Volume]) -> tuple[SheetOut, dict[str, int]]:
    """Every line with its file, and by 05-1 and by path the row where it stands."""
    columns = (
        Column((tr("序号"),), 16.0), Column((tr("材料名称"),), 66.0, "left"), Column((tr("责任者"),), 20.0),
        Column((tr("日期"),), 23.0), Column((tr("页号"),), 18.0), Column((tr("备注"),), 20.0),
        Column((tr("文件"),), 112.0, "left"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    heads: list[int] = []
    links: list[Link] = []
    places: dict[str, int] = {}
    for volume in volumes:
        heads.append(len(rows))
        number = file_number(scene.prefix, scene.term.code, volume.number)
        said = tr("{0}　{1}") if volume.lines else tr("{0}（本学期没有）")
        rows.append((said.format(volume.folder, number), *("",) * (len(columns) - 1)))
        for line in volume.lines:
            places[f"{volume.number:02}-{line.number}"] = places[line.path] = len(rows)
            links += [Link(len(rows), column, f"../{line.path}") for column in (1, len(columns) - 1)]
            first = line.entries[0]
            path = f"{line.path}/" if first.bundle else line.path
            rows.append((f"{volume.number:02}-{line.number}", _title(line), first.responsible, first.day, _pages(line),
                         _remark(line), path))  # fmt: skip
    return SheetOut(
        tr("全部材料"), tr("{0} 全部材料").format(term_title(scene.term.code)), columns, tuple(rows),
        left_note=scene.snapshot.school.name, right_note=tr("截至 {0}").format(on_paper(scene.day)),
        sections=frozenset(heads), links=tuple(links),
    ), places  # fmt: skip


def _left_out(left: Sequence[LeftOut]) -> list[SheetOut]:
    if not left:
        return []
    columns = (
        Column((tr("序号"),), 13.0), Column((tr("材料"),), 70.0, "left"), Column((tr("为什么没放"),), 42.0, "left"),
        Column((tr("孩子"),), 50.0, "left"),
    )  # fmt: skip
    rows = tuple(
        (str(place), title, why_word(why), who) for place, (title, why, who) in enumerate(_together(left), 1)
    )
    return [SheetOut(tr("没放进来的"), tr("没放进来的材料"), columns, rows, landscape=False)]


def _together(left: Sequence[LeftOut]) -> list[tuple[str, str, str]]:
    """(titles, why, who): what hangs on one thing and is left out for the same children stands in one line."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for one in left:
        holder, colon, name = one.title.partition(tr("："))
        groups.setdefault((holder if colon else "", one.why, one.who), []).append(name if colon else one.title)
    found = []
    for (holder, why, who), names in groups.items():
        if not holder:
            found += [(name, why, who) for name in names]
        elif len(names) == 1:
            found.append((tr("{0}：{1}").format(holder, names[0]), why, who))
        else:
            said = tr("{0}：{1} 份（{2}）").format(holder, len(names), tr("、").join(names))
            found.append((said, why, who))
    return found


def why_word(why: str) -> str:
    """Why something is not in the pack."""
    return {
        "refused": tr("家里不同意拍照"), "unasked": tr("没问过家里同不同意拍照"), "damaged": tr("附件坏了，读不出来"),
        "missing": tr("附件不在资料文件夹里"), "private": tr("签字的扫描件，上面的号码遮不住"),
        "personal": tr("孩子自己的材料，里面写了什么程序看不到，遮住的这份不放"),
    }[why]  # fmt: skip
