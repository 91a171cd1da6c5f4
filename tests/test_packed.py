"""What the one-file executable keeps inside itself is found there, and libraries come out when they are imported."""

import ctypes
import importlib
import importlib.util
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import PySide6
import pytest
from PyInstaller.archive.writers import CArchiveWriter

from resources import packed

ROOT = Path(__file__).parent.parent
ICU = sorted((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))


@pytest.fixture
def unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where an executable with a late font and a late library of two files has been unpacked."""
    (tmp_path / "font").write_bytes(b"a font")
    (tmp_path / "code").write_bytes(zlib.compress(b"from latelib_of_test import b\nvalue = b.value"))
    (tmp_path / "more").write_bytes(zlib.compress(b"value = 17"))
    entries = [
        ("late/resources/fonts/A.ttf", str(tmp_path / "font"), False, "a"),
        ("late/latelib_of_test/__init__.py.z", str(tmp_path / "code"), False, "a"),
        ("late/latelib_of_test/b.py.z", str(tmp_path / "more"), False, "a"),
    ]
    CArchiveWriter(str(tmp_path / "archive"), entries, "libpython")
    program = tmp_path / "program"
    program.write_bytes(b"\x7fELF" * 5000 + (tmp_path / "archive").read_bytes() + b"signature")
    folder = tmp_path / "unpacked"
    folder.mkdir()
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.syspath_prepend(str(folder))
    packed._parts.cache_clear()
    yield folder
    packed._parts.cache_clear()
    for name in [name for name in sys.modules if name.startswith("latelib_of_test")]:
        del sys.modules[name]


def test_a_font_is_read_from_the_executable(unpacked: Path) -> None:
    assert packed.content("resources/fonts/A.ttf") == b"a font"
    assert packed.content("resources/fonts/B.ttf") is None
    assert list(unpacked.iterdir()) == []


def test_a_font_becomes_a_file_once_and_an_older_one_goes(unpacked: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "qianshou"
    font = packed.on_disk("resources/fonts/A.ttf", cache)
    assert font is not None
    assert font.read_bytes() == b"a font"
    before = font.stat()
    assert packed.on_disk("resources/fonts/A.ttf", cache) == font
    assert font.stat() == before
    font.write_bytes(b"half")
    (cache / "99-A.ttf").write_bytes(b"of the program before")
    assert packed.on_disk("resources/fonts/A.ttf", cache) == font
    assert font.read_bytes() == b"a font"
    assert list(cache.iterdir()) == [font]
    assert packed.on_disk("resources/fonts/B.ttf", cache) is None


def test_where_no_file_can_be_written_a_font_stays_in_the_executable(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way", encoding="utf-8")
    assert packed.on_disk("resources/fonts/A.ttf", tmp_path / "cache") is None
    assert packed.content("resources/fonts/A.ttf") == b"a font"


def test_a_library_comes_out_when_it_is_imported(unpacked: Path) -> None:
    packed.install()
    assert list(unpacked.iterdir()) == []
    assert importlib.import_module("latelib_of_test").value == 17
    assert sorted(path.name for path in (unpacked / "latelib_of_test").glob("*.py")) == ["__init__.py", "b.py"]


def test_from_source_nothing_is_packed() -> None:
    assert packed.content("resources/fonts/NotoSansSC-Regular.ttf") is None


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so.z", "lxml"),
        ("pypinyin/style/x.json.z", "pypinyin"),
        ("_cffi_backend.cp311-win_amd64.pyd.z", "_cffi_backend"),
        ("python3.11/lib-dynload/pyexpat.cpython-311-x86_64-linux-gnu.so.z", "pyexpat"),
    ],
)
def test_which_import_a_file_belongs_to(part: str, name: str) -> None:
    assert packed.library(part) == name


def lean_icu() -> ModuleType:
    """The module that the build uses, which is no part of the program."""
    spec = importlib.util.spec_from_file_location("lean_icu", ROOT / "scripts" / "lean_icu.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not ICU, reason="Qt brings ICU on Linux only")
def test_icu_stays_a_library_with_its_kept_tables(tmp_path: Path) -> None:
    path = tmp_path / ICU[0].name
    path.write_bytes(lean_icu().lean(ICU[0].read_bytes()))
    assert path.stat().st_size < 5_000_000
    symbol = f"icudt{path.suffix.removeprefix('.')}_dat"
    assert ctypes.c_char.in_dll(ctypes.CDLL(str(path)), symbol)
    # Qt itself, with this library in the place of its own: Chinese collates by pinyin, other languages by the root.
    code = (
        "from PySide6.QtCore import QCollator, QLocale as L;"
        "print(*(''.join(sorted(w, key=QCollator(L(n)).sortKey)) for n, w in (('zh_CN', '周阿李'), ('de_DE', 'zäb'))))"
    )
    environment = {"LD_LIBRARY_PATH": str(tmp_path), "LD_PRELOAD": str(path), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").split() == ["阿李周", "äbz"]


def test_an_unknown_layout_stays_as_it_is() -> None:
    assert lean_icu().lean(b"MZ nothing of ICU") == b"MZ nothing of ICU"
