"""The archive pack by command: made, made again, checked, and what is wrong with it said in one line."""

from pathlib import Path

import pytest

from tests.ui.cli.conftest import Program
from ui.pack import making
from ui.pack.parts import parts


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few parts say as much as all of them."""
    monkeypatch.setattr(making, "parts", lambda: parts()[:6])


def test_made_twice_and_checked(school: Program, tmp_path: Path, qapp: object) -> None:
    out = tmp_path / "迎检"
    first = school.json("pack", "--term", "2026-1", "--out", str(out))
    assert first["files"] == first["written"] > 2 and first["left_out"] == []
    again = school.json("pack", "--term", "2026-1", "--out", str(out))
    assert (again["written"], again["kept"]) == (0, first["files"])
    assert school.json("pack-verify", str(out)) == {
        "school": "青山小学", "term": "2026-1", "sound": first["files"], "missing": [], "changed": [], "extra": [],
        "unfinished": False,
    }  # fmt: skip
    paper = next(out.rglob("*.pdf"))
    paper.write_bytes(paper.read_bytes() + b" ")
    (out / "多.txt").write_text("x")
    said = school("pack-verify", str(out), status=1).splitlines()
    assert school.err == "对不上：1 份改过，多出 1 份\n"
    assert said == [f"改过：{paper.relative_to(out).as_posix()}", "多出来：多.txt"]
    assert "里面还有 1 个别的文件" in school("pack", "--term", "2026-1", "--out", str(out))


def test_what_is_refused(school: Program, tmp_path: Path, qapp: object) -> None:
    school("pack", "--term", "2031-1", "--out", str(tmp_path / "x"), status=1)
    school("pack", "--term", "autumn", "--out", str(tmp_path / "x"), status=2)
    school("pack", "--term", "2026-1", status=2)
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / "a.txt").write_text("x")
    school("pack", "--term", "2026-1", "--out", str(tmp_path / "别的"), status=1)
    assert "已经有别的东西" in school.err
    school("pack-verify", str(tmp_path / "别的"), status=1)
    assert "没有校验清单" in school.err


def test_as_one_zip(school: Program, tmp_path: Path, qapp: object) -> None:
    out = tmp_path / "新" / "迎检.zip"
    first = school.json("pack", "--term", "2026-1", "--out", str(out))
    assert first["written"] == first["files"] > 2 and [path.name for path in out.parent.iterdir()] == [out.name]
    stamp = out.stat().st_mtime_ns
    again = school.json("pack", "--term", "2026-1", "--out", str(out))
    assert (again["written"], again["kept"], out.stat().st_mtime_ns) == (0, first["files"], stamp)
    folder = tmp_path / "folder"
    school("pack", "--term", "2026-1", "--out", str(folder))
    assert school("pack-verify", str(out)) == school("pack-verify", str(folder)) != ""
    assert school.json("pack-verify", str(out)) == school.json("pack-verify", str(folder))
    out.write_bytes(out.read_bytes()[:-9])
    school("pack-verify", str(out), status=1)
    assert "不是完整的 zip 文件" in school.err
    school("pack", "--term", "2026-1", "--out", str(out), status=1)
    assert "没有动它" in school.err
