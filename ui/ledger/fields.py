"""The fields of the forms of the ledger, each made once and shown where it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.equipment import standard
from ui.gift_words import donor_offers
from ui.ledger.borrower import BorrowerField
from ui.ledger.errand import class_options
from ui.ledger.words import origin_words
from ui.money_words import in_yuan
from ui.pieces.choice_field import ChoiceField
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.known_field import KnownField
from ui.session import Session

OTHERS = "none"
"""Key of 不在清单里."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ledger", text)


def make(session: Session) -> dict[str, Field]:
    """One of each, in the order of the longest form."""

    def day(label: str, needed: bool = False) -> DateField:
        return DateField(label, today=lambda: session.today, needed=needed)

    def box(label: str, options: Sequence[tuple[str, str]] = ()) -> ComboField:
        return ComboField(label, options)

    return {
        "borrower": BorrowerField(session, _tr("借给谁"), _tr("姓名、首字母、班级，或者扫学籍号")),
        "number": LineField(_tr("资产编号"), check=_needed),
        "name": LineField(_tr("名称"), check=_needed, placeholder=_tr("篮球")),
        "class_of_goods": box(_tr("类别"), class_options()),
        "standard": box(_tr("配备标准里的哪一样"), [
            ("", _tr("照名称认")), (OTHERS, _tr("不在清单里")), *((one.key, one.name) for one in standard())]),
        "author": LineField(_tr("作者")), "publisher": LineField(_tr("出版社")), "isbn": LineField(_tr("书号")),
        "unit": LineField(_tr("单位"), placeholder=_tr("个、把、册")),
        "origin": ChoiceField(_tr("来源"), list(origin_words().items()), optional=True),
        "donor": KnownField(_tr("谁捐的"), lambda: donor_offers(session.store.gifts.donors()),
                            placeholder=_tr("单位或个人")),
        "count": LineField(_tr("多少"), check=_whole),
        "room": box(_tr("哪一间")), "to_room": box(_tr("搬到哪间")),
        "day": day(_tr("哪天"), needed=True), "due": day(_tr("什么时候还")),
        "accepted": box(_tr("验收人")), "second": box(_tr("另一位验收人")),
        "batch": LineField(_tr("批号")), "expires": day(_tr("有效期到")), "reason": LineField(_tr("说明")),
        "spec": LineField(_tr("型号规格")), "price": LineField(in_yuan(_tr("单价")), placeholder="45.50"),
        "bought_on": day(_tr("购置日期")), "keeper": box(_tr("保管人")),
        "consumable": ChoiceField(_tr("怎么用"), [("", _tr("借了要还")), ("1", _tr("用完就没了"))]),
        "note": AreaField(_tr("备注"), lines=2),
    }  # fmt: skip


def _needed(value: str) -> str:
    return "" if value else _tr("这一格不能空着")


def _whole(value: str) -> str:
    return "" if not value or value.isdecimal() else _tr("写个数，如 5")
