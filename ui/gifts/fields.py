"""The fields of the forms of 捐赠与心愿, each made once and shown where it is asked for."""

from PySide6.QtCore import QCoreApplication

from app.units import USUAL, common
from ui import gift_words as words
from ui.gifts.book import Book
from ui.money_words import in_yuan
from ui.pieces.date_field import DateField
from ui.pieces.fields import AreaField, ComboField, Field, LineField
from ui.pieces.known_field import KnownField
from ui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("gifts", text)


def make(session: Session, book: Book) -> dict[str, Field]:
    """One of each, in an order that suits every form."""

    def day(label: str, needed: bool = False) -> DateField:
        return DateField(label, today=lambda: session.today, needed=needed)

    def donors() -> list[tuple[str, str]]:
        return words.donor_offers(one.donor for one in book.state.given.values())

    def things() -> list[tuple[str, str]]:
        return [(one, "") for one in dict.fromkeys(each.first.what for each in book.state.donations.values())]

    def units() -> list[tuple[str, str]]:
        return [(one, "") for one in dict.fromkeys((*book.state.units.values(), *common()))]

    def insurers() -> list[tuple[str, str]]:
        return [(one, "") for one in dict.fromkeys(each.first.insurer for each in book.state.policies.values())]

    def kinds() -> list[tuple[str, str]]:
        used = [each.first.kind for each in book.state.policies.values() if each.first.kind]
        return [(one, "") for one in dict.fromkeys((*used, *words.cover_kinds()))]

    return {
        "into": KnownField(_tr("并到哪一位"), donors, check=_needed),
        "name": LineField(_tr("名称"), check=_needed),
        "donor_kind": ComboField(_tr("是谁"), [("", _tr("没写")), *words.people_words().items()]),
        "contact": LineField(_tr("联系人")), "phone": LineField(_tr("电话")),
        "insurer": KnownField(_tr("保险公司"), insurers, check=_needed),
        "cover_kind": KnownField(_tr("险种"), kinds, placeholder=words.cover_kinds()[0]),
        "sum": LineField(in_yuan(_tr("保额")), placeholder="30000"),
        "from_day": day(_tr("从哪天")), "until_day": day(_tr("到哪天")), "number": LineField(_tr("保单号")),
        "wish": AreaField(_tr("心愿"), lines=3, check=_needed), "said_on": day(_tr("哪天说的")),
        "met_on": day(_tr("哪天实现的"), needed=True), "how": AreaField(_tr("怎么实现的"), lines=2),
        "donor": KnownField(_tr("谁捐的"), donors, placeholder=_tr("单位或个人，没留名就空着")),
        "what": KnownField(_tr("捐了什么"), things, placeholder=_tr("雨伞"), check=_needed),
        "count": LineField(words.each_word(""), check=_whole),
        "unit": KnownField(_tr("单位"), units, placeholder=USUAL),
        "value": LineField(words.one_worth_word(""), placeholder="35"),
        "day": day(_tr("哪天"), needed=True), "activity": ComboField(_tr("哪次活动"), []),
        "note": AreaField(_tr("备注"), lines=2),
    }  # fmt: skip


def _needed(value: str) -> str:
    return "" if value else _tr("这一格不能空着")


def _whole(value: str) -> str:
    return "" if value.isdecimal() and int(value) > 0 else _tr("写个数，如 1")
