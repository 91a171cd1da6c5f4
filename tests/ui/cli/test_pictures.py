"""The sample school with its papers, and pictures of every screen."""

import struct
from pathlib import Path

import pytest

from tests.ui.cli.conftest import Program
from ui.cli import pictures
from ui.pages import PAGES
from ui.settings.page import SECTIONS

REGISTER = Path(__file__).parents[2] / "samples" / "register.xlsx"
SCREENS = {
    "first-start", "first-school", "first-user", "first-term", "first-code", "roster-empty", "today-empty",
    "import-choose", "import-columns", "import-preview", "import-done", "templates-marks", "templates",
    "batch-scanned", "slips-read", "slips-sign-in", "chosen", "bulk-edit", "duplicates", "recycle-filled", "restore",
    "restore-checked", "login", "recover", "today", "today-put-off", "today-staff", "today-several", "today-later",
    "today-class", "today-nothing", "roster", "roster-funnel", "roster-columns", "roster-filters", "confirm-many",
    "gone", "export", "dossier", "dossier-agreement", "photo-crop", "add-child", "pairings", "pairings-unfolded",
    "pairings-peers", "pairings-helper", "pairings-child", "pairings-choose", "pairings-priority",
    "pairings-handover", "pairings-plan", "photos-choose", "photos", "print-child", "print-pocket", "print-school",
    "print-form", "print-survey", "print-list", "print-pairing_list", "print-record_book", "print-duty_paper",
    "print-room_rules", "print-openings", "print-standard", "print-asset_book", "print-asset_cards", "print-asset_labels",
    "print-leading_group", "print-agreements",
    "print-talks", "print-visits", "print-calls", "print-slips", "print-signin", "print-phones",
    "print-activity_plan", "print-activity_record", "print-activity_wall", "activities", "activities-new",
    "activities-plan", "activities-people", "activities-contest", "activities-result", "print-due",
    "print-certificate", "print-honour_list", "print-story", "honours", "honours-people", "honours-award",
    "honours-stories", "honours-case", "honours-example", "honours-words",
    "attachment", "attachments", "attachments-child", "attachment-print",
    "rule", "rule-preset", "settings-staff-leave", "contacts", "contacts-find", "contacts-more", "contacts-many",
    "contacts-call", "contacts-waiting", "contacts-record", "contacts-note", "rooms", "rooms-empty", "rooms-missed",
    "rooms-names", "rooms-room", "rooms-check", "rooms-mended", "rooms-photos", "batch", "batch-teacher", "slips",
    "pack", "pack-close", "heat", "calendar", "survey", "statistics", "differences", "history", "recycle", "guide", "keys", "help",
    "go-to", "lock", "ledger", "ledger-to-do", "ledger-asset", "ledger-loan", "ledger-new", "ledger-standard", "ledger-past",
    "ledger-import-choose", "ledger-import-columns", "ledger-import-preview", "ledger-import-done",
    "figures", "figures-names", "print-figures", "plan", "plan-year",
    "gifts", "gifts-to-do", "gifts-given-one", "gifts-donors", "gifts-donors-one", "gifts-letter", "gifts-cover",
    "gifts-cover-one", "gifts-bare", "gifts-wishes", "gifts-wishes-one", "gifts-met", "gifts-give", "gifts-insure",
    "gifts-wish",
    "stocktake", "stocktake-scan", "stocktake-book", "stocktake-booked", "stocktake-new", "stocktake-lent",
    "print-count_sheet", "print-stocktake_report", "print-scrap_form", "print-call_back",
    "inspection", "inspection-to-do", "inspection-point", "inspection-asked", "inspection-problems",
    "inspection-problem", "inspection-close", "inspection-rounds", "inspection-round", "print-self_check",
    "print-problem_ledger", "print-inspection_round",
    "report", "report-item", "report-link", "report-names", "report-mentors", "report-past", "score-tables", "score-tables-item",
    "score-import", "score-import-columns", "score-import-preview", "print-self_score", "print-mentor_score",
}  # fmt: skip


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looks at these pictures."""
    monkeypatch.setattr(pictures, "SETTLE", 0.01)


def size_of(png: Path) -> tuple[int, int]:
    content = png.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def test_demo_makes_a_school_its_papers_and_pictures(
    program: Program, tmp_path: Path, qapp: object
) -> None:
    out = tmp_path / "示例"
    answer = program.json("demo", "--out", str(out), "--on", "2026-10-12")
    assert answer["pupils"] >= 130
    assert {"cards-child.pdf", "cards-pocket.pdf", "cards-school.pdf", "forms.pdf", "lists.pdf", "roster.xlsx",
            "pairings-office.pdf", "pairings-wall.pdf", "record-books.pdf", "duty-papers.pdf", "leading-group.pdf",
            "agreements.pdf",
            "ledger.xlsx", "asset-labels.pdf"} <= {path.name for path in out.iterdir()}
    numbers, names = zip(*(name.removesuffix(".png").split("-", 1) for name in answer["pictures"]), strict=True)
    assert numbers == tuple(f"{number:02}" for number in range(1, len(numbers) + 1))
    assert set(names) == SCREENS | {f"settings-{section.key}" for section in SECTIONS}
    assert all(any(name.startswith(spec.key) for name in names) for spec in PAGES)
    for name in answer["pictures"]:
        assert size_of(out / "pictures" / name) == (1366, 697)
    program.folder = out / "data"
    password = tmp_path / "password"
    password.write_text("qianshou-demo", encoding="utf-8")
    program("check", "--password-file", str(password))
    assert len(program.json("children", "--on", "2026-10-12", "--password-file", str(password))) == answer["pupils"]


def test_shot_takes_its_own_sample_where_no_school_lies(program: Program, tmp_path: Path, qapp: object) -> None:
    answer = program.json("shot", "--out", str(tmp_path / "图"), "--size", "911x465", "--dark")
    assert {path.name for path in (tmp_path / "图").iterdir()} == set(answer["pictures"])
    assert {size_of(path) for path in (tmp_path / "图").iterdir()} == {(911, 465)}
    assert not program.folder.exists()
    program("shot", "--out", str(tmp_path), "--size", "big", status=2)


def test_pictures_of_a_school_leave_it_as_it_is(school: Program, tmp_path: Path, qapp: object) -> None:
    school("import", str(REGISTER), "--yes")
    before, backups = school.json("children"), sorted((school.folder / "backups").iterdir())
    answer = school.json("shot", "--out", str(tmp_path / "图"))
    assert any(name.endswith("-import-done.png") for name in answer["pictures"])
    assert school.json("children") == before
    assert sorted((school.folder / "backups").iterdir()) == backups


@pytest.mark.parametrize("wrong", [("--years", "0"), ("--years", "x"), ("--pupils", "10")])
def test_a_sample_of_no_years_or_hardly_any_pupils_is_not_made(
    program: Program, tmp_path: Path, wrong: tuple[str, str]
) -> None:
    program("demo", "--out", str(tmp_path / "示例"), *wrong, status=2)
    assert not (tmp_path / "示例").exists()
