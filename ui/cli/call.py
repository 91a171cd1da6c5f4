"""One call of the command line: where the data lies, who opens it with which password, and how it answers."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import PurePath
from typing import IO, Any

import click
from PySide6.QtCore import QCoreApplication

from app.ports import Disk
from app.store import Store
from app.vault import Vault

DONE, REFUSED = 0, 1


def tr(text: str) -> str:
    """The sentence in the language of the interface."""
    return QCoreApplication.translate("Cli", text)


class Refused(Exception):
    """The command cannot be carried out; the text is the one line for the person."""


class Call:
    """What the options in front of and behind the command's name said."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.data = ""
        self.password_text: str | None = None
        self.user = ""
        self.json = False

    def take(self, data: str | None, password_file: IO[str] | None, user: str | None) -> None:
        """Remember what was given; what stands behind the command's name wins."""
        self.data = data or self.data
        self.user = user or self.user
        if password_file is not None:
            self.password_text = password_file.readline().rstrip("\r\n")

    @property
    def folder(self) -> PurePath:
        """The data folder."""
        return PurePath(self.data) if self.data else self.disk.default_folder()

    @property
    def vault(self) -> Vault:
        """The locked school of the data folder."""
        return self.disk.vault(self.folder)

    def password(self) -> str:
        """From --password-file, QIANSHOU_PASSWORD or, at a terminal, the keyboard. Raises Refused."""
        given = self.password_text if self.password_text is not None else os.environ.get("QIANSHOU_PASSWORD")
        if given is None and sys.stdin is not None and sys.stdin.isatty():
            given = str(click.prompt(tr("密码"), hide_input=True, err=True))
        if not given:
            raise Refused(tr("没有给密码：请用 --password-file 文件，或者环境变量 QIANSHOU_PASSWORD。"))
        return given

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The unlocked school, closed again afterwards. Raises Refused, StoreError."""
        vault = self.vault
        if not vault.exists():
            raise Refused(tr("这里还没有学校：{0}。请先用 init 建一所。").format(self.folder))
        password = self.password()
        users = vault.users()
        user = self.user or users[0]
        if user not in users:
            raise Refused(tr("没有这个用户：{0}。有的是：{1}。").format(user, "、".join(users)))
        store = vault.open(user, password)
        try:
            yield store
        finally:
            store.close()

    def say(self, value: Any, sentence: str) -> None:
        """Answer: `value` as the one JSON value with --json, else the sentence."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=1) if self.json else sentence)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options every command takes behind its name as well."""
    options = (
        click.option("--data", metavar="DIR", expose_value=False, callback=_data),
        click.option("--password-file", type=click.File(encoding="utf-8-sig"), expose_value=False, callback=_file),
        click.option("--user", metavar="NAME", expose_value=False, callback=_user),
        click.option("--json", "json", is_flag=True, expose_value=False, callback=_json, help="只打印一个 JSON 值"),
    )
    wrapped: Callable[..., Any] = click.pass_obj(command)
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Raises BadParameter for anything but YYYY-MM-DD."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(tr("{0} 不是日期，要写成 2026-09-01").format(value), param, ctx)


def _json(context: click.Context, _option: click.Parameter, value: bool) -> None:
    context.obj.json = value or context.obj.json


def _user(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    context.obj.take(None, None, value)


def _data(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    context.obj.take(value, None, None)


def _file(context: click.Context, _option: click.Parameter, value: IO[str] | None) -> None:
    context.obj.take(None, value, None)
