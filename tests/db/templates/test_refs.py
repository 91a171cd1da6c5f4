"""References when rows are put in or a formula is copied."""

import pytest

from db.templates import refs
from db.templates.refs import Growth

GROWN = Growth(10, 5)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A9", "A9"), ("A10", "A15"), ("B5:B12", "B5:B17"), ("SUM(B5:B9)+$C$10", "SUM(B5:B9)+$C$15"),
        ('IF(A10="A10",1,0)', 'IF(A15="A10",1,0)'), ("表!A10", "表!A15"), ("'别的 表'!A10", "'别的 表'!A10"), ("LOG10(A10)", "LOG10(A15)"),
        ("A:A", "A:A"), ("COUNTIF($B$5:$B$10,B5)", "COUNTIF($B$5:$B$15,B5)"), ("_xlfn.X(A10)", "_xlfn.X(A15)"), ("名称10", "名称10"),
    ],
)  # fmt: skip
def test_growing(before: str, after: str) -> None:
    assert GROWN.formula(before, "表", True) == after


def test_another_sheet_is_left_alone() -> None:
    assert GROWN.formula("A10+表!A10+'表'!B12", "表", False) == "A10+表!A15+'表'!B17"


def test_a_range_that_ends_just_above_grows_when_there_was_only_one_row() -> None:
    assert Growth(10, 5, after_last=True).formula("SUM(A9:A9)+A9", "表", True) == "SUM(A9:A14)+A9"
    assert Growth(10, 5).areas("A9 B9:C9 D1 D12:E13") == "A9:A14 B9:C14 D1:D1 D17:E18"
    assert Growth(10, 5).ref("A9:C9") == "A9:C9" and Growth(10, 5).ref("A9:C10") == "A9:C15" and Growth(10, 5).ref("A10") == "A15"


def test_copying_and_renaming() -> None:
    assert refs.moved("A5+$A$5+A$5&\"A5\"", 3) == 'A8+$A$5+A$5&"A5"'
    assert refs.moved("Z5+AA5", 0, 1) == "AA5+AB5"
    assert refs.renamed("登记表!A1+'登记表'!B2+新登记表!C3", "登记表", "张'三") == "'张''三'!A1+'张''三'!B2+新登记表!C3"
    assert refs.split("AB12") == (11, 27) and refs.name(11, 27) == "AB12"
