"""Colours come from the tokens: no module of the screen names one of its own, and no widget has a palette of its own."""

import ast
import re
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"
PAPER = {"paper", "photos", "word"}
"""Paper is white and black, and a photograph has its own colours."""
ALLOWED = {("tokens.py", "QColor"), ("cli/pictures.py", "QColor"), ("pieces/paint.py", "QColor"), ("sign.py", "QColor"),
           ("slips/pictures.py", "QColor"), ("cli/batch_screens.py", "QColor"), ("cli/slip_screens.py", "QColor")}
"""Where a QColor is made of a token, of nothing at all, or is that of a photographed page."""


def modules() -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(UI).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(UI.rglob("*.py"))
        if path.relative_to(UI).parts[0] not in PAPER
    ]


def test_no_module_names_a_colour() -> None:
    named = [
        f"ui/{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.fullmatch(r"#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{8}", node.value) and name != "tokens.py"
    ]  # fmt: skip
    assert named == []


def test_no_widget_is_dressed_by_hand() -> None:
    calls = [
        f"ui/{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for called in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if (called in ("setPalette", "setStyleSheet") and name != "style.py")
        or (called == "QColor" and (name, called) not in ALLOWED)
    ]
    assert calls == []


def test_no_colour_of_qt_is_named() -> None:
    named = [
        f"ui/{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor")
        and node.attr not in ("transparent", "color0", "color1")
    ]  # fmt: skip
    assert named == []
