"""Set up, check, back up, verify, restore; and how the command line refuses."""

import re
from pathlib import Path

import pytest

from app.passwords import LEAST
from tests.ui.cli.conftest import Program


def test_init_prints_the_recovery_code_once(program: Program) -> None:
    code = program.json("init", "--school", "青山小学", "--user", "李老师")["recovery_code"]
    assert re.fullmatch(r"([A-Z2-7]{4}-){7}[A-Z2-7]{4}", code)
    program("init", "--school", "青山小学", "--user", "李老师", status=1)
    assert "已经有一所学校" in program.err


def test_init_asks_for_a_password_as_long_as_the_window_does(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QIANSHOU_PASSWORD", "x" * (LEAST - 1))
    program("init", "--school", "青山小学", "--user", "李老师", status=1)
    assert f"至少 {LEAST} 个字符" in program.err
    assert not any(program.folder.glob("*"))
    monkeypatch.setenv("QIANSHOU_PASSWORD", "x" * LEAST)
    program("init", "--school", "青山小学", "--user", "李老师")


def test_init_without_a_school_is_a_usage_error(program: Program) -> None:
    program("init", "--user", "李老师", status=2)
    program("init", "--school", "青山小学", status=2)
    program("init", "--school", "青山小学", "--user", "李老师", "--term", "2026-3", status=2)
    program("init", "--school", "青山小学", "--user", "李老师", "--rules-from", "1.9.2026", status=2)


def test_unknown_commands_and_options_are_usage_errors(school: Program) -> None:
    school("report", status=2)
    school("check", "--deep", status=2)


def test_a_wrong_password_is_refused_in_one_line(school: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANSHOU_PASSWORD", "falsch")
    school("check", status=1)
    assert "密码不对" in school.err
    monkeypatch.delenv("QIANSHOU_PASSWORD")
    school("check", status=1)
    assert "QIANSHOU_PASSWORD" in school.err


def test_the_password_comes_from_a_file_s_first_line(
    school: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("粉笔-password-7\r\nnot this line\r\n", encoding="utf-8-sig")
    monkeypatch.setenv("QIANSHOU_PASSWORD", "falsch")
    school("check", "--password-file", str(secret))
    assert school.out.strip() == "资料完好。"


def test_an_empty_folder_and_an_unknown_user_are_refused(program: Program) -> None:
    program("check", status=1)
    assert "还没有学校" in program.err
    program("init", "--school", "青山小学", "--user", "李老师")
    program("check", "--user", "王老师", status=1)
    assert "李老师" in program.err


def test_an_empty_file_is_called_empty_by_every_command(program: Program) -> None:
    program.folder.mkdir()
    (program.folder / "qianshou.db").write_bytes(b"")
    for command in (["init", "--school", "青山小学", "--user", "李老师"], ["check"], ["children"]):
        program(*command, status=1)
        assert "一个字节也没有" in program.err


def test_a_backup_verifies_and_restores(school: Program, tmp_path: Path) -> None:
    school("backup", "--to", str(tmp_path / "U盘"), status=1)  # a stick that is not there is no new folder
    assert "没有这个文件夹" in school.err and str(tmp_path / "U盘") in school.err
    school("backup", "--to", str(tmp_path / "U盘" / "今天.qsbak"), status=1)
    assert "没有这个文件夹" in school.err
    (tmp_path / "U盘").mkdir()
    made = school.json("backup", "--to", str(tmp_path / "U盘"))
    assert made["school"] == "青山小学"
    assert Path(made["path"]).stat().st_size == made["bytes"]
    assert school.json("verify", made["path"])["school"] == "青山小学"
    school("restore", made["path"], "--into", str(tmp_path / "新电脑"))
    school("--data", str(tmp_path / "新电脑"), "check")


def test_a_damaged_backup_is_refused(school: Program, tmp_path: Path) -> None:
    path = Path(school.json("backup")["path"])
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    school("verify", str(path), status=1)
    school("restore", str(path), "--into", str(tmp_path / "新电脑"), status=1)
    assert not any((tmp_path / "新电脑").glob("*.db"))


def test_a_damaged_file_is_said_to_be_damaged(school: Program) -> None:
    path = school.folder / "qianshou.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    school("check", status=1)
    assert "备份" in school.err


def test_every_command_has_help_in_chinese(program: Program) -> None:
    for command in ("init", "check", "backup", "restore", "verify"):
        program(command, "--help")
        assert any("一" <= character <= "鿿" for character in program.out), command
