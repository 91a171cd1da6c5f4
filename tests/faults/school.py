"""A school for the fault tests, and processes that die while they work on it."""

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.changes import Update
from db import keys
from db.store import FileStore
from db.vault import FileVault
from tests.db.conftest import PASSWORD, SETUP, USER
from tests.db.families import pupils

Job = Callable[[Callable[[str], None]], None]
"""Works, and tells what it has been promised is done."""


def vault_in(folder: Path) -> FileVault:
    return FileVault(folder / "学校 软件" / "张三𠮷", cost=keys.LOW_COST)


def new_school(vault: FileVault, count: int = 30) -> str:
    """A school with pupils, locked again; its recovery code."""
    code, store = vault.create(SETUP)
    store.apply("导入", pupils(count), kind="import")
    store.close()
    return code


def with_pictures(store: FileStore, count: int, size: int = 20_000) -> dict[str, bytes]:
    """Give so many children a picture of that many bytes; the pictures by name."""
    chance = random.Random(count)
    kept = {store.keep_file(content): content for content in (chance.randbytes(size) for _ in range(count))}
    store.apply("放照片", [Update("child", number, {"photo": name}) for number, name in enumerate(kept, 1)])
    return kept


def reopened(vault: FileVault) -> FileStore:
    """Open as a person would after a power cut: at once, without a question, and sound."""
    begun = time.monotonic()
    store = vault.open(USER, PASSWORD)
    assert time.monotonic() - begun < 3
    assert store.check() == []
    assert store.attached_state().sound
    return store


@dataclass
class Death:
    """What a process told before it died."""

    told: list[str] = field(default_factory=list)
    status: int = 0


def killed(job: Job, after_seconds: float | None = None) -> Death:
    """Run `job` in a process of its own; kill -9 it so long after its first word, or wait for its end."""
    out, into = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(out)
        try:
            with os.fdopen(into, "w", buffering=1) as pipe:
                job(lambda word: print(word, file=pipe, flush=True))
        finally:
            os._exit(0)
    os.close(into)
    with os.fdopen(out) as pipe:
        told = [pipe.readline()]
        if after_seconds is not None:
            time.sleep(after_seconds)
            os.kill(process, signal.SIGKILL)
        told += pipe.readlines()
    _, status = os.waitpid(process, 0)
    return Death([line.strip() for line in told if line.endswith("\n")], status)
