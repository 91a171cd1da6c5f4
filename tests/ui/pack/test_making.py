"""A pack of a small school: what is in it, what is not, and that a second time changes only what changed."""

import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QSize

from app.attachments import CHILD, PICTURE, RECORD, Kept
from app.changes import Change, Insert, New, Update, Value
from app.edits.attachments import attach
from app.pack import DEEPEST, LONGEST, LeftOut, Outcome
from app.scan_pages import packed
from app.store import Cancelled
from db.store import FileStore
from tests.ui.pack.conftest import REFUSED, SEEN, TODAY, UNASKED, Look, hold
from tests.ui.pack.opened import FIRST, book_of, lines_of
from ui.pack.making import make_pack, pieces, planned
from ui.pack.part import folders
from ui.pack.parts import parts
from ui.pack.scene import Scene
from ui.photos.portraits import portrait
from ui.photos.reading import encoded

FEW = ("group", "pairs", "talks", "activities", "activity_pictures")


def made(scene: Scene, root: Path, *keys: str) -> Outcome:
    root.parent.mkdir(exist_ok=True)
    registry = [one for one in parts() if one.key in (keys or FEW)]
    return make_pack(scene.session.disk, scene, root, registry=registry)


def names(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def said(root: Path) -> str:
    """Every word of the pack's papers and of the names of its files."""
    pages = [page.extract_text() for path in root.rglob("*.pdf") for page in PdfReader(path).pages]
    cells = [str(value) for path in root.rglob("*.xlsx") for sheet in load_workbook(path) for row in
             sheet.iter_rows(values_only=True) for value in row]  # fmt: skip
    return "\n".join([*pages, *cells, *names(root)])


def test_the_registry_is_in_order() -> None:
    order = list(folders())
    every = [order.index(one.folder) for one in parts()]
    assert every == sorted(every) and every[0] == 1
    assert len({one.key for one in parts()}) == len(every)
    assert [name[:2] for name in folders().values()] == [f"{number:02}" for number in range(len(order))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "迎检 资料"


def test_papers_pictures_index_and_list(look: Look, root: Path) -> None:
    done = made(look(), root)
    there = names(root)
    assert {one.path for one in done.manifest.entries} | {"校验清单.json"} == there
    assert {*FIRST, "01 组织机构/01 领导小组名单及职责.pdf",
            "05 结对帮扶/01 结对一览表.pdf", "06 亲情联系/01 谈心记录 三（1）班.pdf", "08 活动/01 活动安排.pdf",
            "08 活动/照片/2026-10-16 秋游/01 出发.jpg", "08 活动/照片/2026-10-16 秋游/02 合影.jpg"} <= there  # fmt: skip
    assert not any("留守" in name for name in there)
    assert any(name.endswith("2026-10-20 儿童联欢.pdf") for name in there)
    lines = lines_of(root)
    by_title = {line[0]: (number, *line[1:]) for number, line in lines.items()}
    assert by_title["领导小组名单及职责"] == ("01-1", "李秀兰", None, "1", None, "01 组织机构/01 领导小组名单及职责.pdf")
    assert by_title["照片：秋游"][2:] == ("2026-10-16", None, "照片 2 张", "08 活动/照片/2026-10-16 秋游/")
    assert "12 考核（本学期没有）" in {str(row[0]) for row in book_of(root)["全部材料"].iter_rows(values_only=True)}


def test_no_picture_of_a_child_whose_family_did_not_agree(look: Look, root: Path) -> None:
    done = made(look(), root, "activity_pictures")
    assert {name.rpartition("/")[2] for name in names(root) if name.endswith(".jpg")} == {"01 出发.jpg", "02 合影.jpg"}
    assert set(done.manifest.left_out) == {
        LeftOut("2026-10-20 留守儿童联欢：唱歌.jpg", "refused", REFUSED),
        LeftOut("2026-10-23 手工课：剪纸.jpg", "unasked", UNASKED),
    }
    assert "没问过家里同不同意拍照" in said(root) and "家里不同意拍照" in said(root)
    more = made(look(unasked=True), root, "activity_pictures")
    assert [one.why for one in more.manifest.left_out] == ["refused"]


def test_what_was_left_out_for_the_same_reason_stands_in_one_line(
    look: Look, root: Path, store: FileStore, ids: dict[str, int]
) -> None:
    hold(store, "activity", date(2026, 10, 27), [ids[UNASKED]], "包饺子", "和面", "下锅", "吃")
    made(look(), root, "activity_pictures")
    book = load_workbook(next((root / "00 目录").glob("*.xlsx")))
    lines = [row for row in book["没放进来的"].iter_rows(values_only=True) if row[1]]
    assert [row[1] for row in lines if "包饺子" in str(row[1])] == ["2026-10-27 包饺子：3 份（和面.jpg、下锅.jpg、吃.jpg）"]
    assert sum("手工课" in str(row[1]) for row in lines) == 1


def test_masked_or_in_full_but_never_what_is_confidential(look: Look, root: Path) -> None:
    keys = ("roster", "registration", "cards", "pairs", "books", "talks", "registers")
    made(look(), root / "masked", *keys)
    made(look(full=True), root / "full", *keys)
    shown, whole = said(root / "masked"), said(root / "full")
    number = re.compile(r"1[3-9]\d ?\d{4} ?\d{4}|433126201605120041")
    # The school's own duty phone hangs at the gate.
    assert number.findall(shown) == [] and {"13612348765", "433126201605120041"} <= set(number.findall(whole))
    assert "433126************" in shown.replace("\n", "").replace(" ", "") and "136****8765" in shown
    assert "一个人哭" not in shown + whole and "心理辅导" not in shown + whole and SEEN in shown


def test_a_second_time_changes_only_what_changed(look: Look, root: Path, store: FileStore, ids: dict[str, int]) -> None:
    first = made(look(), root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    again = made(look(), root)
    assert (again.written, again.removed, again.manifest) == (0, 0, first.manifest)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    # Everything is drawn again after a change, and what comes out the same is not written.
    store.apply("改", [Update("staff", ids["李秀兰"], {"group_duty": "抓全面"})])
    changed = made(look(), root)
    assert changed.written == 1
    after = {path: path.read_bytes() for path in before}
    assert {path.name for path in before if after[path] != before[path]} == {"01 领导小组名单及职责.pdf", "校验清单.json"}


def test_it_can_be_stopped_and_gone_on_with(look: Look, root: Path) -> None:
    scene = look()

    def stop(done: int, _total: int) -> None:
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_pack(scene.session.disk, scene, root, stop, [one for one in parts() if one.key in FEW])
    kept = {path: path.stat().st_mtime_ns for path in root.rglob("*.*") if path.suffix in (".pdf", ".jpg")}
    assert len(kept) == 4
    done = made(look(), root)
    assert done.kept == 4 and {path: path.stat().st_mtime_ns for path in kept} == kept


def test_a_damaged_picture_is_listed_and_the_rest_is_made(look: Look, tmp_path: Path, store: FileStore, ids: dict[str, int]) -> None:
    broken = store.attachments.of("record_id", ids["秋游"])[0]
    root = next(path for path in (tmp_path / "学校 软件").rglob(broken.file))
    root.write_bytes(b"x" * 200)
    done = made(look(), tmp_path / "out")
    assert LeftOut("出发", "damaged") in done.manifest.left_out
    assert any(name.endswith("合影.jpg") for name in names(tmp_path / "out"))


def test_what_is_missing_is_counted_before(look: Look, store: FileStore, ids: dict[str, int]) -> None:
    lacks = {lack.words: lack for one in planned(look()) for lack in one.lacks}
    assert lacks["1 份责任书没签回来"].page == "roster"
    assert any(words.startswith("谈心缺") for words in lacks) and any(words.startswith("家访缺") for words in lacks)
    store.apply("签", [Insert("agreement", {"child_id": ids[SEEN], "kind": "duty", "from_day": "2026-09-01"})])
    assert any(words.endswith("份委托照护协议没签回来") for words in lacks)
    assert "1 份责任书没签回来" not in {lack.words for one in planned(look()) for lack in one.lacks}


def test_a_paper_of_every_part_is_planned_and_none_twice(look: Look) -> None:
    found = [one.entry.path for one in pieces(look(), planned(look(), ask=False))]
    assert len(found) == len(set(found)) and all(re.fullmatch(r"\d\d [^/]+(/[^/]+)*/\d\d [^/]+\.\w+", one) for one in found)


def test_a_past_term_is_packed_as_of_its_end(look: Look) -> None:
    assert look(TODAY.replace(year=2027)).day == look().term.until_day
    assert look().day == TODAY


def test_what_was_given_after_the_term_is_not_in_it(look: Look, root: Path, store: FileStore, ids: dict[str, int]) -> None:
    given: list[Change] = [Insert("donor", {"name": "春苗公益"}, "donor")]
    for day, what in (("2026-10-01", "书包"), ("2027-03-10", "雨伞")):
        given.append(Insert("gift", {"donor_id": New("donor"), "child_id": ids[SEEN], "day": day, "what": what}))
    for told, met, wish in (("2026-09-10", "2027-03-01", "见爸爸"), ("2027-03-02", None, "一辆车")):
        given.append(Insert("wish", {"child_id": ids[SEEN], "wish": wish, "said_on": told, "met_on": met, "how": "视频"}))
    store.apply("捐赠", given)
    made(look(TODAY.replace(year=2027)), root, "gifts")
    words = said(root)
    assert "书包" in words and "雨伞" not in words
    assert "见爸爸" in words and "一辆车" not in words and "视频" not in words
    assert any(name.endswith("2026-10-01 领取表 书包.pdf") for name in names(root))


def test_scans_and_papers_of_one_child_go_into_a_full_pack_only(
    look: Look, root: Path, store: FileStore, ids: dict[str, int]
) -> None:
    page = encoded(portrait(3, girl=True, size=QSize(60, 80)))
    signed: dict[str, Value] = {"child_id": ids[SEEN], "kind": "duty", "from_day": "2026-09-01",
                                "file": store.keep_file(packed([page]))}  # fmt: skip
    store.apply("签", [Insert("agreement", signed)])
    for name, day in (("作文.pdf", "2026-10-10"), ("去年的作文.pdf", "2025-10-10")):
        kept = [Kept(store.keep_file(name.encode()), name, "pdf", 9)]
        store.apply("放", attach(CHILD, ids[SEEN], kept, day))
    masked_ = made(look(), root / "1", "signed", "growth").manifest
    assert [(one.title, one.why) for one in masked_.left_out] == [
        ("三（1）班 周雨桐：作文.pdf", "personal"), ("帮扶责任书 周雨桐", "private")]  # fmt: skip
    full = made(look(full=True), root / "2", "signed", "growth").manifest
    assert full.left_out == () and [one.path for one in full.entries if one.part != "index"] == [
        "04 儿童档案/成长材料/三（1）班 周雨桐/01 作文.pdf", "05 结对帮扶/签字扫描件/帮扶责任书/01 帮扶责任书 周雨桐.pdf"]


def test_paths_that_windows_takes_whatever_things_are_called(look: Look, root: Path, store: FileStore, ids: dict[str, int]) -> None:
    long = "关爱农村留守儿童“手拉手、心连心”：大型联欢活动?<1>|2*3 " + "好" * 60 + " . "
    record = hold(store, "activity", date(2026, 10, 28), [ids[SEEN]], long)
    page = encoded(portrait(3, girl=True, size=QSize(60, 80)))
    kept = [Kept(store.keep_file(page), f"{long}.JPG ", PICTURE, 9), Kept(store.keep_file(b"x"), f"{long}.p/d?f", "pdf", 9)]
    store.apply("放", attach(RECORD, record, kept, "2026-10-28"))
    done = made(look(full=True), root, "activities", "activity_pictures")
    paths = [one.path for one in done.manifest.entries]
    assert sum("好" in path for path in paths) == 3
    for path in paths:
        assert len(path.encode("utf-16-le")) // 2 <= DEEPEST and not set(path) & set('\\:*?"<>|')
        assert all(part == part.strip(" .") and "." not in part.rpartition(".")[2] for part in path.split("/"))
        stem, _dot, ending = path.rpartition(".")
        assert stem == stem.rstrip(" .") and re.fullmatch("[a-z0-9]{1,5}", ending)
    assert len({path.casefold() for path in paths}) == len(paths)


def test_the_deepest_path_stays_within_200_where_packs_are_put() -> None:
    folder = max(map(len, folders().values()))
    below = len("签字扫描件/") + LONGEST + len("12/")
    assert folder + 1 + below + len("123 ") + LONGEST + len(".docx") <= DEEPEST
    assert len("C:\\Users\\教导处办公室\\Desktop\\2026—2027学年第一学期迎检资料\\") + DEEPEST <= 200
