"""The sample school with its papers, and pictures of every screen."""

import struct
from pathlib import Path

from tests.ui.cli.conftest import Program
from ui.pages import PAGES


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
    assert {"cards-child.pdf", "cards-school.pdf", "roster.xlsx"} <= {path.name for path in out.iterdir()}
    keys = {spec.key for spec in PAGES}
    assert {f"{key}.png" for key in keys | {"login", "first-start"}} <= set(answer["pictures"])
    for name in answer["pictures"]:
        assert size_of(out / "pictures" / name) == (1366, 697)
    program.folder = out / "data"
    password = tmp_path / "password"
    password.write_text("qianshou-demo", encoding="utf-8")
    program("check", "--password-file", str(password))
    assert len(program.json("children", "--on", "2026-10-12", "--password-file", str(password))) == answer["pupils"]


def test_shot_takes_its_own_sample_where_no_school_lies(program: Program, tmp_path: Path, qapp: object) -> None:
    answer = program.json("shot", "--out", str(tmp_path / "图"), "--size", "911x465", "--dark")
    assert "login.png" in answer["pictures"]
    assert size_of(tmp_path / "图" / "login.png") == (911, 465)
    assert not list((tmp_path / "图").rglob("*.db")), "the sample school is thrown away"
    program("shot", "--out", str(tmp_path), "--size", "big", status=2)
