"""借出物品收回单: what a class, the staff or others have still out, to be collected before the stock-take."""

from PySide6.QtCore import QCoreApplication

from app.days import on_paper
from app.inventory import Movement
from ui.paper.stock_table import Block, Column, Table
from ui.paper.take_job import TakeJob, thing
from ui.stock_words import borrower, counted, day_word
from ui.stocktake import words


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakePapers", text)


def call_back_tables(job: TakeJob) -> list[Table]:
    """One for each class, the staff, and others."""
    columns = [
        Column(_tr("谁借的"), 26, "left"), Column(_tr("物品"), 0, "left"), Column(_tr("编号"), 20),
        Column(_tr("多少"), 16), Column(_tr("哪天借的"), 22, pt=10.5), Column(_tr("说好哪天还"), 23, pt=10.5),
        Column(_tr("还了打√，没还写原因"), 44),
    ]  # fmt: skip
    return [
        Table(
            job.snapshot.school.name, _tr("{0} 借出物品收回单").format(words.borrowers_word(of, job.classes or {})),
            [Block(columns, [_loan(job, loan.movement, loan.out) for loan in of.loans])],
            _tr("截至 {0}").format(on_paper(job.day)), _tr("请在　　月　　日前收齐，交回活动室"), (),
            [_tr("收的人"), _tr("活动室收到")], dated=True,
        )
        for of in job.borrowers
    ]  # fmt: skip


def _loan(job: TakeJob, one: Movement, out: int) -> tuple[str, ...]:
    asset = (job.assets or {})[one.asset_id]
    name = _tr("全班") if one.class_id is not None else borrower(one, job.snapshot, job.classes or {})
    due = day_word(one.due_day, job.day) if one.due_day is not None else ""
    return name, thing(asset), asset.number, counted(out, asset), day_word(one.day, job.day), due, ""
