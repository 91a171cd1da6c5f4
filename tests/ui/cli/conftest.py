"""The command line in this process, on a real disk, with keys made cheap to try."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.ports import Disk
from db import files, keys, pack, place, tables, vault, word_form, word_table, xlsx
from ui.cli import run

PASSWORD = "粉笔-password-7"


@dataclass
class Program:
    """Runs commands on one data folder."""

    disk: Disk
    folder: Path
    capture: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def __call__(self, *arguments: str, status: int = 0) -> str:
        """The standard output; fails on another status, a traceback, or a refusal of several lines."""
        self.capture.readouterr()
        code = run(self.disk, ["--data", str(self.folder), *arguments])
        self.out, self.err = self.capture.readouterr()
        assert code == status, f"{arguments} → {code}\n{self.out}\n{self.err}"
        assert "Traceback" not in self.out + self.err
        if status == 1:
            assert len(self.err.strip().splitlines()) == 1, self.err
        return self.out

    def json(self, *arguments: str) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self(*arguments, "--json"))


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("QIANSHOU_PASSWORD", PASSWORD)
    disk = Disk(
        vault=lambda folder: vault.FileVault(folder, cost=keys.LOW_COST),
        default_folder=place.default_folder,
        read_table=tables.read_table,
        write_sheet=xlsx.write_sheet,
        fill_word=word_form.filled,
        write_bytes=files.write_bytes,
        drive_warning=place.drive_warning,
        sheet_bytes=xlsx.workbook_bytes,
        word_bytes=word_table.document_bytes,
        packs=pack.FilePacks,
    )
    return Program(disk, tmp_path / "数据 𠮷", capsys)


@pytest.fixture
def school(program: Program) -> Program:
    """A school without pupils."""
    program("init", "--school", "青山小学", "--user", "李老师", "--term", "2026-1")
    return program
