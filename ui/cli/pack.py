"""Commands for the archive pack: make it, and hold one against its checksums."""

from dataclasses import asdict
from datetime import date
from pathlib import PurePath

import click

from app.pack import ZIP, Outcome, PackRefused, Verdict
from app.terms import guess_term, term_title
from ui.cli.call import DONE, REFUSED, Call, Refused, common, tr
from ui.cli.headless import fonts_ready, made_folder
from ui.pack import words
from ui.pack.making import make_pack
from ui.pack.scene import Choices, scene_of


@click.command()
@click.option("--term", required=True, metavar="2026-1", help="哪个学期")
@click.option("--out", required=True, metavar="DIR|F.zip",
              help="放在哪个文件夹（空的，或者上次生成的那个）；写成 名字.zip 就是一个 zip 文件")  # fmt: skip
@click.option("--full", is_flag=True, help="身份证号和电话不遮（会记下来）")
@click.option("--unasked", is_flag=True, help="没问过同不同意拍照的孩子，照片也放（会记下来）")
@common
def pack(call: Call, term: str, out: str, full: bool, unasked: bool) -> None:
    """生成迎检资料：一个学期的全部材料、目录和校验清单。"""
    with call.opened() as store:
        snapshot = store.snapshot()
        named = next((one for one in snapshot.terms if one.code == term), None)
        if named is None and guess_term(term) is None:
            raise click.UsageError(tr("{0} 不是学期，要写成 2026-1 或 2026-2").format(term))
        if named is None:
            known = "、".join(f"{one.code}（{term_title(one.code)}）" for one in snapshot.terms)
            raise Refused(tr("学校里没有这个学期：{0}。有的是：{1}。").format(term, known or tr("一个也没有")))
        fonts_ready()
        scene = scene_of(call.disk, store, snapshot, named, date.today(), Choices(full, unasked))
        try:
            done = make_pack(call.disk, scene, _ready(PurePath(out)))
        except PackRefused as error:
            raise Refused(words.refused(error, out)) from None
    call.say(_outcome(done, out), tr("{0}：{1}").format(words.made(done), out))


def _ready(target: PurePath) -> PurePath:
    """The folder of the pack, or that of its zip, is there. Raises CannotWrite."""
    made_folder(target.parent if target.suffix.lower() == ZIP else target)
    return target


@click.command("pack-verify")
@click.argument("folder", metavar="DIR|F.zip")
@common
def pack_verify(call: Call, folder: str) -> int:
    """核对迎检资料（文件夹或 zip）：少了、改过、多出来的文件一个一个说。"""
    try:
        manifest, found = call.disk.packs().verify(PurePath(folder))
    except PackRefused as error:
        raise Refused(words.refused(error, folder)) from None
    value = {"school": manifest.school, "term": manifest.term, **_verdict(found)}
    if found.is_whole:
        call.say(value, words.verdict(found))
        return DONE
    call.say(value, "\n".join(words.wrongs(found)))
    click.echo(words.verdict(found), err=True)
    return REFUSED


def _outcome(done: Outcome, out: str) -> dict[str, object]:
    return {
        "out": out, "files": len(done.manifest.entries), "written": done.written, "kept": done.kept,
        "removed": done.removed, "strangers": list(done.strangers),
        "left_out": [asdict(one) for one in done.manifest.left_out],
    }  # fmt: skip


def _verdict(found: Verdict) -> dict[str, object]:
    return {
        "sound": found.sound, "missing": list(found.missing), "changed": list(found.changed),
        "extra": list(found.extra), "unfinished": found.unfinished,
    }  # fmt: skip
