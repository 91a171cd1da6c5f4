"""Sums of money are said in one way: no module of the screen or of paper puts 元 to a number by itself."""

import ast
import re
from pathlib import Path

from ui.money_words import in_yuan, yuan_word

UI = Path(__file__).parents[2] / "ui"
OWN = {"money_words.py", "word/works.py"}
"""Where the words are; an official text has no space before 元 and takes its numbers from `app.money` itself."""


def test_as_it_is_read() -> None:
    assert [yuan_word(fen) for fen in (3_000_000, 1_775_080, 0, None)] == ["30,000 元", "17,750.80 元", "0 元", ""]
    assert in_yuan("保额") == "保额（元）"


def test_nobody_else_words_a_sum() -> None:
    found = [
        f"ui/{name}:{node.lineno}"
        for path in sorted(UI.rglob("*.py"))
        if (name := path.relative_to(UI).as_posix()) not in OWN
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.search(r"\} ?元|，元|（元）|[¥￥]", node.value) and not _is_text_about(node.value)
    ]  # fmt: skip
    assert found == []


def _is_text_about(text: str) -> bool:
    return "\n" in text or text.endswith(".")
