"""Every reason an import can give is said in Chinese: what, where, what to do."""

import ast
import re
from pathlib import Path

import pytest

from app.imports import aliases
from app.imports.plan import KINDS, Diff
from app.imports.records import Problem
from ui.imports import words

IMPORTS = Path(__file__).parents[2] / "app" / "imports"


def codes_in_use() -> set[str]:
    """Codes that the program can raise: arguments of Problem(), refuse() and remark()."""
    found: set[str] = set()
    for path in IMPORTS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
                "Problem",
                "refuse",
                "remark",
            ):
                texts = (
                    [text.value for text in ast.walk(node.args[0]) if isinstance(text, ast.Constant)]
                    if node.args
                    else []
                )
                found |= {text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z_]{5,}", text)}
    return found


def test_no_reason_is_without_words() -> None:
    assert codes_in_use() - set(words._PROBLEMS) == set()
    assert {"id_damaged", "duplicate", "same_name", "no_class"} <= codes_in_use()


def test_a_refusal_says_what_where_and_what_to_do() -> None:
    said = words.problem_sentence(Problem("id_damaged", "E", ("341125201712174000",)), 12)
    assert said == (
        "第 12 行 E 列 身份证号坏了：341125201712174000 的后几位已被 Excel 改成 0，认不回来了。"
        "请把这一格设成文本，重新填 18 位号码。"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: str) -> None:
    assert all(words.kind_words(kind))


def test_every_field_to_choose_has_a_word_of_its_own() -> None:
    named = [words.column_word(field) for field in words.column_fields()]
    assert all(re.search(r"[\u4e00-\u9fff]", word) for word in named)
    assert len(set(named)) == len(named)
    assert words.column_word("父亲.phone") == "爸爸的电话"
    assert words.column_word(aliases.IGNORED) == "不导入"


def test_differences_are_read_as_people_say_them() -> None:
    phone = Diff("phones", "13900467715", "13900462280、13900467715", "父亲")
    assert words.diff_word(phone) == "爸爸的电话"
    assert words.diff_values(phone) == ("139 0046 7715", "139 0046 2280、139 0046 7715")
    carer = Diff("carer", "吴月娥", "邓秋菊", "姑母", doubt=True)
    assert (words.diff_word(carer), *words.diff_values(carer)) == ("谁带", "吴月娥", "姑姑 邓秋菊")
    assert words.diff_note(carer) == "换了照料人"
    assert words.diff_values(Diff("claim", "none", "both_away")) == ("非留守", "双亲留守")
    assert words.diff_values(Diff("whereabouts", "", "home", "母亲")) == ("", "在家")
    assert words.diff_word(Diff("other", "", "A", "血型")) == "血型"
