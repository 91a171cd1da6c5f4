"""Commands about the file itself: set up, check, back up, verify and restore."""

from datetime import date, timedelta
from pathlib import Path, PurePath

import click

from app.backups import AttachedState, Backup
from app.passwords import LEAST
from app.school import School
from app.terms import current_or_next_code, guess_term
from app.vault import Setup
from ui.cli.call import REFUSED, Call, Day, Refused, common, tr


@click.command()
@click.option("--school", required=True, help="校名")
@click.option("--term", help="学期：2026-1 是 2026—2027学年第一学期（不写就按今天）")
@click.option("--rules-from", type=Day(), help="从哪天起算要做的事（不写就是本周一）")
@common
def init(call: Call, school: str, term: str | None, rules_from: date | None) -> None:
    """在空文件夹里建一所学校，恢复码只打印这一次。"""
    today = date.today()
    if not call.user:
        raise click.UsageError(tr("缺 --user：第一个用户叫什么"))
    if not school.strip():
        raise click.UsageError(tr("缺 --school：校名"))
    guessed = guess_term(term or current_or_next_code(today))
    if guessed is None:
        raise click.UsageError(tr("{0} 不是学期，要写成 2026-1 或 2026-2").format(term))
    vault = call.vault
    if vault.exists():
        vault.users()
        raise Refused(tr("这个文件夹里已经有一所学校了：{0}。请换一个空文件夹。").format(call.folder))
    record = School(school.strip(), started_on=rules_from or today - timedelta(days=today.weekday()))
    password = call.password()
    if len(password) < LEAST:
        raise Refused(tr("密码太短，至少 {0} 个字符。").format(LEAST))
    code, store = vault.create(Setup(record, call.user, password, guessed.code, guessed.from_day, guessed.until_day))
    store.close()
    call.say({"recovery_code": code}, tr("恢复码（只显示这一次，请抄下来锁好）：{0}").format(code))


@click.command()
@common
def check(call: Call) -> int:
    """检查资料文件是否完好。"""
    with call.opened() as store:
        faults, attached = store.check(), store.attached_state()
    sound = not faults and attached.sound
    files = {"stored": attached.stored, "missing": len(attached.missing), "damaged": len(attached.damaged)}
    if sound:
        call.say({"sound": True, "faults": [], "files": files}, _sound_words(attached))
        return 0
    if call.json:
        call.say({"sound": False, "faults": faults, "files": files}, "")
    if faults:
        click.echo(tr("资料有 {0} 处坏了，请从最近的备份恢复。").format(len(faults)), err=True)
    if not attached.sound:
        click.echo(_attached_words(attached), err=True)
    return REFUSED


def _sound_words(attached: AttachedState) -> str:
    words = tr("资料完好。")
    return words + tr("附件 {0} 个，都在。").format(attached.stored) if attached.stored else words


def _attached_words(attached: AttachedState) -> str:
    """附件 600 个，不见了 2 个，坏了 1 个."""
    parts = [tr("附件 {0} 个").format(attached.stored)]
    if attached.missing:
        parts.append(tr("不见了 {0} 个").format(len(attached.missing)))
    if attached.damaged:
        parts.append(tr("坏了 {0} 个").format(len(attached.damaged)))
    return "，".join(parts) + tr("。照片在孩子的档案里重新放，或者从备份恢复。")


@click.command()
@click.option("--to", metavar="DIR", help="备份到哪个文件夹（不写就在资料旁边）")
@common
def backup(call: Call, to: str | None) -> None:
    """备份一次，并当场验过。"""
    _must_be_there(to)
    with call.opened() as store:
        made = store.backup("hand", PurePath(to) if to else None)
    left_out = tr("。有 {0} 个附件读不出来，没有备进去").format(made.left_out) if made.left_out else ""
    call.say(_as_json(made), tr("备份好了，已验过：{0}").format(made.path) + left_out)


@click.command()
@click.argument("file")
@common
def verify(call: Call, file: str) -> None:
    """打开一份备份，从头到尾验一遍。"""
    found = call.vault.verify(PurePath(file), password=call.password())
    call.say(_as_json(found), tr("这份备份完好：{0}，{1}").format(found.school, found.at.isoformat(" ", "minutes")))


@click.command()
@click.argument("file")
@click.option("--into", required=True, metavar="DIR", help="恢复到哪个文件夹")
@common
def restore(call: Call, file: str, into: str) -> None:
    """把一份备份恢复到一个文件夹，原来在那里的资料移到旁边。"""
    call.disk.vault(PurePath(into)).restore(PurePath(file), password=call.password(), user=call.user)
    call.say({"restored": into}, tr("恢复好了：{0}").format(into))


def _must_be_there(to: str | None) -> None:
    """A stick that is not plugged in must not become a folder of that name on the hard disk. Raises Refused."""
    if to is None:
        return
    folder = Path(to).parent if to.endswith(".qsbak") and not Path(to).is_dir() else Path(to)
    if not folder.is_dir():
        why = tr("没有这个文件夹：{0}。看看 U 盘插好了没有；要备份到新文件夹，请先把它建好。")
        raise Refused(why.format(folder))


def _as_json(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "at": backup.at.isoformat(timespec="seconds"),
        "school": backup.school,
        "bytes": backup.bytes,
        "why": backup.why,
        "files": backup.attached,
        "left_out": backup.left_out,
    }
