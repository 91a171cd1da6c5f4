"""`report`: a term's figures as Word or Excel; the ending of the file's name chooses the form."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from app.figures import Reading, sums, term_figures
from tests.ui.cli.conftest import Program
from ui.paper import term_sheet
from ui.setup.sample import PASSWORD, make_sample

ON = "2026-10-16"


@pytest.fixture
def sample(program: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The sample school."""
    make_sample(program.disk.vault(program.folder), date(2026, 10, 16), 80).close()
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    return program


def test_the_book_and_the_answer_say_the_same(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "报告.xlsx"
    answer = sample.json("report", "--term", "2026-1", "--out", str(out), "--on", ON)
    assert (answer["term"], answer["on"], answer["before"]) == ("2026-1", ON, None)
    vault = sample.disk.vault(sample.folder)
    store = vault.open(vault.users()[0], PASSWORD)
    snapshot = store.snapshot()
    figures = term_figures(Reading(snapshot, store), snapshot.terms[0], date(2026, 10, 16))
    store.close()
    assert answer["figures"] == {
        key: {"value": one.value, "of": one.of, "before": None} for key, one in figures.items()}
    sheet = openpyxl.load_workbook(out)["各年级各班"]
    total = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "合计")
    assert total[1:3] == (figures["children.pupils"].value, figures["children.left"].value)


def test_the_report_in_word_has_the_same_numbers(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "总结.docx"
    answer = sample.json("report", "--term", "2026-1", "--out", str(out), "--on", ON)
    text = "".join(one.text for one in docx.Document(str(out)).paragraphs)
    assert f"全校在校学生{answer['figures']['children.pupils']['value']}人" in text
    assert f"还有{answer['figures']['pairs.mentored']['of'] - answer['figures']['pairs.mentored']['value']}名" in text


def test_what_cannot_be_is_said_in_one_line(sample: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = str(tmp_path / "报告.xlsx")
    sample("report", "--term", "2026-1", "--out", str(tmp_path / "报告.txt"), status=2)
    sample("report", "--term", "第一学期", "--out", out, status=2)
    sample("report", "--term", "2019-1", "--out", out, status=1)
    assert "2026-1" in sample.err and not Path(out).exists()
    monkeypatch.setattr(term_sheet.words, "check_word", lambda *_given: "留守儿童 59，各年级相加 58")
    wrong = [sums.Check("children.left", "grade", 59, 58)]
    monkeypatch.setattr("app.figures.book.mismatches", lambda *_given: wrong)
    sample("report", "--term", "2026-1", "--out", out, "--on", ON, status=1)
    assert "各年级相加 58" in sample.err and not Path(out).exists()
