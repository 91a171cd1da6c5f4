"""The command line: the same use cases as the window, for automation and for checks from outside."""

import logging
from collections.abc import Sequence
from typing import IO

import click

from app.ports import Disk
from app.store import Cancelled, StoreError
from app.tablefile import CannotRead
from ui import start, words
from ui.cli import (
    activities,
    attach,
    care,
    children,
    files,
    ledger_import,
    pack,
    papers,
    pictures,
    report,
    rooms,
    safety,
    score,
    self_check,
    slips,
    staff,
    stats,
    stock,
    things,
    usage,
)
from ui.cli.call import DONE, REFUSED, Call, Refused


@click.group(context_settings={"help_option_names": ["--help", "-h"]}, invoke_without_command=True)
@click.option("--data", metavar="DIR", help="资料文件夹（不写就用本机默认的地方）")
@click.option("--password-file", type=click.File(encoding="utf-8-sig"), help="第一行是密码（或用 QIANSHOU_PASSWORD）")
@click.option("--user", metavar="NAME", help="用户（不写就用第一个管理员）")
@click.pass_context
def program(context: click.Context, data: str | None, password_file: IO[str] | None, user: str | None) -> int:
    """牵手：不带命令就打开窗口。"""
    call: Call = context.obj
    call.take(data, password_file, user)
    return start.run(call.disk, call.folder) if context.invoked_subcommand is None else DONE


for command in (
    safety.init,
    files.import_,
    files.undo_import,
    children.children,
    staff.staff,
    staff.staff_add,
    rooms.rooms,
    care.pair_,
    care.log,
    care.due,
    care.standing,
    papers.cards,
    papers.roster,
    papers.forms,
    pack.pack,
    pack.pack_verify,
    slips.slips,
    slips.read_slips,
    stats.stats,
    report.report,
    score.score,
    score.score_import,
    stock.stock,
    things.ledger,
    things.labels,
    ledger_import.import_ledger,
    attach.attach_,
    activities.activities,
    pictures.demo,
    pictures.shot,
    safety.check,
    safety.backup,
    safety.restore,
    safety.verify,
    self_check.self_check,
):
    program.add_command(command)


def run(disk: Disk, argv: Sequence[str]) -> int:
    """Carry out one command; return the exit status: 0 done, 1 refused (one Chinese line on stderr), 2 usage."""
    call = Call(disk)
    try:
        answer = program.main(list(argv), prog_name="qianshou", standalone_mode=False, obj=call)
        return answer if isinstance(answer, int) else DONE
    except click.UsageError as error:
        click.echo(usage.wording(error), err=True)
        return error.exit_code
    except Refused as error:
        return _refuse(str(error))
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _refuse(words.sentence(Cancelled()))
    except (StoreError, CannotRead, Cancelled) as error:
        return _refuse(words.sentence(error))
    except Exception as error:  # our own fault: owned up to in one line, the place goes to the log
        start.own_log_folder(call.folder)
        logging.getLogger("qianshou").exception("command line")
        return _refuse(words.sentence(error))


def _refuse(sentence: str) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return REFUSED
