"""The command that hangs files on a record or a child."""

from datetime import datetime

import click

from app.attachments import CHILD, RECORD
from app.care import CareRecord
from app.edits.attachments import attach
from app.school import Snapshot
from ui.attachments import words as said
from ui.attachments.deeds import keep_all
from ui.care_words import kind_word
from ui.cli.call import Call, Refused, common, tr
from ui.cli.care import child_of
from ui.photos.given import Given


@click.command("attach")
@click.option("--record", type=click.IntRange(min=1), metavar="ID", help="记录编号（log 命令给的）")
@click.option("--child", metavar="ID", help="身份证号或学籍号：放在孩子的档案里")
@click.option("--original", is_flag=True, help="图片的原图也留一份（去掉拍摄地点）")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@common
def attach_(call: Call, record: int | None, child: str | None, original: bool, files: tuple[str, ...]) -> None:
    """把图片和文件放到一条记录或一个孩子的档案里。"""
    if (record is None) == (child is None):
        raise click.UsageError(tr("--record 和 --child 要写一个，也只写一个。"))
    with call.opened() as store:
        snapshot = store.snapshot()
        if record is not None:
            found = store.ledger.record(record)
            if found is None:
                raise Refused(tr("没有编号是 {0} 的记录。").format(record))
            holder, row_id, whose = RECORD, record, _called(found, snapshot)
        else:
            whom = child_of(snapshot, child or "")
            holder, row_id, whose = CHILD, whom.id, whom.name
        kept, failed = keep_all(store, call.disk, Given(files), original, lambda _done, _total: None)
        there = store.attachments.of(holder, row_id)
        changes = attach(holder, row_id, kept, datetime.now().isoformat(timespec="seconds"), there)
        if changes:
            store.apply(said.attach_label(whose, len(changes)), changes)
        new = store.attachments.of(holder, row_id)[len(there) :]
    value = {
        "attached": [{"id": one.id, "name": one.name, "kind": one.kind, "bytes": one.bytes} for one in new],
        "there": len(kept) - len(new),
        "refused": [{"file": name, "reason": said.refused(error)} for name, error in failed],
    }
    lines = [tr("放上了 {0} 个，本来就有 {1} 个，没收 {2} 个").format(len(new), len(kept) - len(new), len(failed))]
    lines += [tr("{0}：{1}").format(name, said.refused(error)) for name, error in failed]
    if failed and not kept:
        raise Refused(" ".join(lines[1:]))
    call.say(value, "\n".join(lines))


def _called(record: CareRecord, snapshot: Snapshot) -> str:
    """周雨桐的谈心, 周雨桐等 12 人的活动."""
    names = [snapshot.children[one.child_id].name for one in record.participants if one.child_id in snapshot.children]
    if not names:
        return kind_word(record.kind)
    whose = names[0] if len(names) == 1 else tr("{0}等 {1} 人").format(names[0], len(names))
    return tr("{0}的{1}").format(whose, kind_word(record.kind))
