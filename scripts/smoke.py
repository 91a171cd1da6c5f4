"""Runs the built executable as a school would and asserts what comes out; PyInstaller's own success says nothing."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "samples"
PASSWORD = "smoke-Kx3-粉笔"


def executable() -> Path:
    """The program that `make build` made: one file, or in its folder."""
    name = "qianshou.exe" if sys.platform == "win32" else "qianshou"
    found = ROOT / "dist" / name
    return found / name if found.is_dir() else found


def run(*arguments: str, cwd: Path, status: int = 0, **environment: str) -> str:
    """What the executable prints; fails unless it ends with `status` and without a traceback."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QIANSHOU_PASSWORD": PASSWORD} | environment
    # Nothing of this machine's Python may help the executable.
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        surroundings.pop(name, None)
    done = subprocess.run(
        [str(executable()), *arguments], cwd=cwd, env=surroundings, capture_output=True, timeout=180, check=False
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    said = f"{' '.join(arguments)} → {done.returncode}\n{out}\n{err}"
    assert done.returncode == status, said
    assert "Traceback" not in out + err, said
    assert "failed to" not in err.lower(), said
    if status == 1:
        assert len(err.strip().splitlines()) == 1, said
    return out


def test_parts(folder: Path) -> None:
    """What silently breaks in executables: codecs, collation, fonts, encryption, spreadsheets."""
    (folder / "parts").mkdir()
    answer = json.loads(run("--data", "parts", "self-check", "--json", cwd=folder))
    assert all(answer.values()), answer


def test_window(folder: Path) -> None:
    """The window comes up to its first paint."""
    mark = folder / "first-paint"
    run("--data", str(folder / "window"), cwd=folder, QIANSHOU_FIRST_PAINT=str(mark))
    assert int(mark.read_text()) > 0


def test_school(folder: Path) -> None:
    """From nothing to paper, in an empty folder with a Chinese path."""
    register = folder / "学籍表.xlsx"
    shutil.copy(SAMPLES / "register.xlsx", register)
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    code = json.loads(run("--data", "数据", "init", "--school", "山坪小学", "--user", "李老师", "--json", cwd=folder))
    assert len(code["recovery_code"].split("-")) == 8
    answer = json.loads(run("--data", "数据", "import", register.name, "--yes", "--json", cwd=folder))
    assert answer["new"] == expected["pupils"], answer
    pupils = json.loads(run("--data", "数据", "children", "--json", cwd=folder))
    assert {pupil["id_number"]: pupil["name"] for pupil in pupils} == expected["names"]
    test_paper(folder)
    run("--data", "数据", "check", cwd=folder)
    run("--data", "数据", "check", cwd=folder, status=1, QIANSHOU_PASSWORD="wrong")
    run("--data", "数据", "no-such-command", cwd=folder, status=2)
    names = [name.encode() for name in expected["names"].values()]
    for path in (folder / "数据").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not any(name in content for name in names), f"{path} holds names in the clear"


def test_paper(folder: Path) -> None:
    """Cards and roster hold what was imported."""
    run("--data", "数据", "cards", "--out", "卡片.pdf", cwd=folder)
    run("--data", "数据", "cards", "--layout", "school", "--out", "联系卡.pdf", cwd=folder)
    run("--data", "数据", "roster", "--all", "--out", "花名册.xlsx", cwd=folder)
    assert (folder / "卡片.pdf").read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "卡片.pdf", "-"], cwd=folder, capture_output=True, check=True).stdout
        assert "班" in text.decode("utf-8")
    with zipfile.ZipFile(folder / "花名册.xlsx") as book:
        assert any(name.startswith("xl/worksheets/") for name in book.namelist())


def main() -> None:
    """Run all of it in a scratch folder."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "校务 𠮷 办公室"
        folder.mkdir()
        for test in (test_parts, test_window, test_school):
            test(folder)
            print(f"smoke: {test.__name__.removeprefix('test_')} ok")
    size = executable().stat().st_size / 1e6
    print(f"smoke: {executable().relative_to(ROOT)} works, {size:.1f} MB")


if __name__ == "__main__":
    main()
