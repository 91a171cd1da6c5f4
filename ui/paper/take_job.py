"""What a paper of the stock-take is about: a stock-take with its rows, what is scrapped, what is called back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.call_back import Borrowers
from app.children import Child
from app.inventory import Asset, Stocktake
from app.school import Snapshot
from app.stocktake import Row

SHEET, REPORT, SCRAP_FORM, CALL_BACK = PAPERS = ("count_sheet", "stocktake_report", "scrap_form", "call_back")


@dataclass(frozen=True, slots=True)
class Scrapped:
    """A line of a scrap form."""

    asset: Asset
    count: int
    day: date
    reason: str
    room_id: int


@dataclass(frozen=True, slots=True)
class TakeJob:
    """One of PAPERS; `children` are those whom a list of loans names."""

    children: Sequence[Child]
    snapshot: Snapshot
    day: date
    paper: str
    take: Stocktake | None = None
    rows: Sequence[Row] = ()
    shown: bool = True
    """Whether a count sheet says how many there should be."""
    scrapped: Sequence[Scrapped] = ()
    borrowers: Sequence[Borrowers] = ()
    assets: Mapping[int, Asset] | None = None
    classes: Mapping[int, str] | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakePapers", text)


def title_of(paper: str) -> str:
    """What a paper is called; the PDF's title."""
    return {
        SHEET: _tr("盘点表"), REPORT: _tr("盘点报告"), SCRAP_FORM: _tr("物品报废单"), CALL_BACK: _tr("借出物品收回单"),
    }[paper]  # fmt: skip


def room_name(snapshot: Snapshot, room_id: int) -> str:
    """Of any room that ever was."""
    return next((one.name for one in snapshot.rooms if one.id == room_id), "")


def thing(asset: Asset) -> str:
    """Name and spec: 篮球，7号."""
    return _tr("{0}，{1}").format(asset.name, asset.spec) if asset.spec else asset.name
