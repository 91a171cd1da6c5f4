"""Every paper of a masked pack, read word by word: no number, no house, no last digits beside a birth date."""

import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from app.changes import Change, Insert, New, Update
from app.edits import Told, log_care
from app.idnumber import birth_of
from db.store import FileStore
from tests.ui.pack.conftest import SEEN, TODAY, Look
from ui.pack.making import make_pack

SAID = "妈妈 13612348765，座机 0743-0051234，证件 433126198505120041，住青石坪村3组41号"
"""What somebody may write anywhere."""


def words(root: Path) -> dict[str, str]:
    """All words of each file, without the blanks that group numbers and break lines; the list of checksums is none."""
    found: dict[str, str] = {}
    for path in sorted(root.rglob("*")):
        if path.suffix == ".pdf":
            parts = [page.extract_text() for page in PdfReader(path).pages]
        elif path.suffix == ".xlsx":
            parts = [str(cell) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True)
                     for cell in row if cell is not None]  # fmt: skip
        elif path.suffix == ".docx":
            file = Document(str(path))
            parts = [one.text for one in file.paragraphs]
            parts += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        else:
            continue
        found[path.relative_to(root).as_posix()] = f"{path.name}|" + re.sub(r"\s", "", "|".join(parts))
    return found


@pytest.fixture
def told(store: FileStore, ids: dict[str, int]) -> None:
    """The numbers written wherever a person may write them."""
    child, teacher = ids[SEEN], ids["李秀兰"]
    kin = store.snapshot().children[child].kin
    changes: list[Change] = [
        Update("child", child, {"attention": SAID, "note": SAID, "needs": SAID, "call_time": "周日 13612348765",
                                "register_number": "G433126201605120041", "travel": "住青石坪村3组41号"}),
        *(Update("kin", one.id, {"address": "青山县吉信镇青石坪村3组41号", "id_number": "433126198505120041"}) for one in kin),
        Insert("agreement", {"child_id": child, "kind": "duty", "from_day": "2026-09-01", "signed_by": "石翠英", "note": SAID}),
        Insert("donor", {"name": "春苗公益", "phone": "13612348765", "note": SAID}, "donor"),
        Insert("gift", {"donor_id": New("donor"), "child_id": child, "day": "2026-10-01", "what": "书包", "note": SAID}),
        Insert("wish", {"child_id": child, "wish": SAID, "said_on": "2026-09-10"}),
        Insert("award", {"child_id": child, "day": "2026-10-20", "name": "三好学生", "given_by": "学校", "level": "school",
                         "reason": SAID}),
        Insert("story", {"child_id": child, "kind": "example", "title": "一件小事", "text": SAID, "state": "approved", "approved_on": "2026-10-21",
                         "day": "2026-10-20"}),
    ]  # fmt: skip
    store.apply("写", changes)
    for kind in ("family_call", "letter", "home_visit", "carer_contact", "parent_contact", "hotline", "festival_visit",
                 "tutoring", "talk", "forum", "guardian_training"):  # fmt: skip
        store.apply(kind, log_care(Told(kind, TODAY, staff_id=teacher, summary=SAID), [child]))


@pytest.mark.usefixtures("told")
def test_no_paper_of_a_masked_pack_shows_a_number_or_a_house(look: Look, tmp_path: Path, store: FileStore) -> None:
    scene = look()
    make_pack(scene.session.disk, scene, tmp_path / "遮住")
    found = words(tmp_path / "遮住")
    assert len(found) > 25
    private = re.compile(r"13612348765|433126198505120041|433126201605120041|0743-?0051234|组\d+号|村\d+组")
    duty = store.snapshot().school.duty_phone
    for path, text in found.items():
        assert private.findall(text) == [], path
        for child in store.snapshot().children.values():
            for number in (child.id_number, *(one.id_number for one in child.kin)):
                if number:
                    assert not re.search(rf"\*{number[-4:]}(?!\d)", text), path
                    assert number[6:14] not in text and birth_of(number)
            for one in child.kin:
                for phone in one.phones:
                    assert phone.number in (duty, "") or phone.number not in text, path
    # The words beside the numbers are there.
    assert sum("住青石坪村" in text for text in found.values()) > 10


@pytest.mark.usefixtures("told")
def test_they_are_all_in_a_full_one(look: Look, tmp_path: Path) -> None:
    scene = look(full=True)
    make_pack(scene.session.disk, scene, tmp_path / "完整")
    text = "".join(words(tmp_path / "完整").values())
    assert {"13612348765", "433126201605120041", "3组41号"} <= set(
        re.findall(r"13612348765|433126201605120041|3组41号", text)
    )
