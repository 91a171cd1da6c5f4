"""Volumes of a pack: numbered as the files are, pages counted through, a line said by its volume."""

import pytest

from app.pack import Entry
from app.pack_contents import REF, Line, file_number, kind_of, numbers_of, said_by_volume, volumes_of

ENTRIES = [
    Entry("08 活动/01 活动安排.pdf", pages=2), Entry("08 活动/02 秋游.pdf", pages=1),
    Entry("08 活动/照片/秋游/01 合影.jpg", pages=1, bundle="08 活动/照片/秋游"),
    Entry("08 活动/04 名单.xlsx"), Entry("08 活动/05 总结.docx"), Entry("08 活动/06 汇演.pdf", pages=3),
    Entry("08 活动/照片/秋游/02 出发.jpg", pages=1, bundle="08 活动/照片/秋游"),
    Entry("05 结对帮扶/签字扫描件/01 责任书.pdf", pages=1, bundle="05 结对帮扶/签字扫描件"),
    Entry("05 结对帮扶/签字扫描件/02 责任书.pdf", pages=2, bundle="05 结对帮扶/签字扫描件"),
    Entry("05 结对帮扶/01 一览表.pdf", pages=4), Entry("081 别的/01 x.pdf", pages=9),
]  # fmt: skip


def told(line: Line) -> tuple[int, str, int, int]:
    return line.number, line.path.rpartition("/")[2], line.first, line.last


def test_lines_have_the_numbers_of_their_files_and_pages_run_through() -> None:
    pairs, activities, rooms = volumes_of(ENTRIES, ["05 结对帮扶", "08 活动", "09 活动室"])
    assert [told(one) for one in activities.lines] == [
        (1, "01 活动安排.pdf", 1, 2), (2, "02 秋游.pdf", 3, 3), (4, "04 名单.xlsx", 0, 0), (5, "05 总结.docx", 0, 0),
        (6, "06 汇演.pdf", 4, 6), (7, "秋游", 0, 0)]  # fmt: skip
    assert [len(one.entries) for one in activities.lines] == [1, 1, 1, 1, 1, 2]
    assert [told(one) for one in pairs.lines] == [(1, "01 一览表.pdf", 1, 4), (2, "签字扫描件", 5, 7)]
    assert (activities.number, activities.name, activities.pages, len(activities.files)) == (8, "活动", 6, 7)
    assert (rooms.lines, rooms.pages) == ((), 0)


@pytest.mark.parametrize(("path", "pages", "kind"), [
    ("a.pdf", 2, "printed"), ("a.pdf", 0, "scan"), ("a.docx", 0, "word"), ("a.jpg", 1, "picture"), ("a.mp4", 0, "film"),
    ("a.xlsx", 0, "other"), ("a", 0, "other"),
])  # fmt: skip
def test_kinds_of_files(path: str, pages: int, kind: str) -> None:
    assert kind_of(Entry(path, pages=pages)) == kind


def test_file_numbers() -> None:
    assert file_number("QS", "2026-1", 5) == "QS-2026-1-05" and file_number("0417", "2026-2") == "0417-2026-2"


def test_numbers_are_said_by_volume() -> None:
    numbers = numbers_of(volumes_of(ENTRIES, ["05 结对帮扶", "08 活动"]))
    assert numbers["05 结对帮扶/01 一览表.pdf"] == 5 * REF + 1 and numbers["08 活动/照片/秋游"] == 8 * REF + 7
    assert said_by_volume("50001—50003、90012、130001") == "05-1—3、09-12、13-1"
    for text in ("", "12", "见 50001", "05 结对帮扶/01 一览表.pdf", "1、50001"):
        assert said_by_volume(text) == text
