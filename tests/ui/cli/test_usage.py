"""A wrong call is answered in Chinese, with status 2."""

import re

import pytest

from tests.ui.cli.conftest import Program

WRONG = {
    ("chek",): "是不是 check",
    ("check", "--deep"): "没有这个选项：--deep",
    ("check", "夜里"): "多写了：夜里",
    ("cards",): "缺 --out",
    ("cards", "--out"): "--out 后面要写值",
    ("check", "--json=1"): "--json 后面不用写值",
    ("cards", "--out", "x.pdf", "--layout", "large"): "--layout 只能写 child、pocket、school",
    ("demo", "--out", "x", "--pupils", "3"): "--pupils 要写 80 到 20000 的数",
    ("undo-import", "三"): "ID 要写整数",
    ("verify",): "缺 FILE",
    ("check", "--password-file", "没有这个文件"): "--password-file 的文件打不开",
    ("children", "--on", "1.9.2026"): "1.9.2026 不是日期",
    ("shot", "--out", "x", "--size", "big"): "big 不是大小",
    ("init", "--school", "青山小学"): "缺 --user",
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_call_is_explained_in_chinese(program: Program, arguments: tuple[str, ...]) -> None:
    program(*arguments, status=2)
    assert WRONG[arguments] in program.err
    assert not re.search("Error|Usage|Try|Missing|Invalid", program.err)
    assert "--help" in program.err.splitlines()[-1]
