"""What the figures of a term are called, how they changed, and what stands on the lines behind them."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app import money
from app.care_rules import on_day
from app.enrolment import classes_by_id, name_on
from app.figures import Book, Check, Figure, Line, Pair
from app.school import Snapshot
from app.shares import percent as whole_percent
from app.statistics import Head
from ui import figure_words
from ui.care_words import day_short, kind_word
from ui.money_words import yuan_word
from ui.safety_words import point_word
from ui.sentences import rule_word
from ui.stock_words import class_words
from ui.stock_words import kind_word as move_word

MONEY = frozenset({"asset.value", "gift.value"})
POINT = "point."
_CALLED_BY_GROUP = frozenset({"grade", "class", "away", "carer", "boarding", "work", "opened"})
_DONE = frozenset({"follow.done", "room.written", "safety.mended", "gift.wishes", "problem.closed"})
SHARED = frozenset({"away", "carer", "boarding"})
"""Groups that the statistics have too, and their words."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("figures", text)


def group_word(group: str) -> str:
    """The heading of a group."""
    return {
        "children": _tr("学生和留守儿童"), "moves": _tr("增减"), "grade": _tr("各年级留守儿童"),
        "class": _tr("各班留守儿童"), "away": _tr("谁外出"), "carer": _tr("谁带"), "boarding": _tr("住宿"),
        "work": _tr("父母在哪里务工"), "pairs": _tr("结对"), "contact": _tr("关爱联系"), "rule": _tr("该做的做了多少"),
        "running": _tr("正在做，还没到期"), "follow": _tr("跟进"), "activity": _tr("活动和会议"), "award": _tr("表彰"),
        "gift": _tr("捐赠、保险和心愿"),
        "room": _tr("活动室"), "opened": _tr("各室开放"), "safety": _tr("活动室安全"), "problem": _tr("检查发现的问题"),
        "asset": _tr("物品"), "goods": _tr("各类物品"),
    }[group]  # fmt: skip


def title(one: Figure, snapshot: Snapshot, on: date) -> str:
    """What is counted, under its heading."""
    if one.group in SHARED:
        return figure_words.part_word(Head(one.group, "" if one.name == "unknown" else one.name))
    named = {
        "grade": lambda: figure_words.group_word(one.name), "contact": lambda: kind_word(one.name),
        "activity": lambda: kind_word(one.name), "rule": lambda: rule_word(one.name),
        "running": lambda: rule_word(one.name), "goods": lambda: class_words()[one.name],
        "class": lambda: _class(one, snapshot, on), "opened": lambda: _room(one, snapshot),
    }.get(one.group)  # fmt: skip
    return named() if named is not None else _titles()[one.key]


def row_title(one: Figure, snapshot: Snapshot, on: date) -> str:
    """The same in a list: of a rule that asks for several in one window how many make it done, so that nobody takes one
    of two for one of one."""
    asked = on_day(snapshot.rules, on).get(one.name) if one.group in ("rule", "running") else None
    own = title(one, snapshot, on)
    return _tr("{0}（满 {1} 次）").format(own, asked.needed) if asked is not None and asked.needed > 1 else own


def full_title(one: Figure, snapshot: Snapshot, on: date) -> str:
    """The same with its number, where no heading stands above it: 双亲留守 31 人, 谈心做了 660 / 726 次."""
    own, many = row_title(one, snapshot, on), number(one.key, one.value)
    if counts_done(one):
        own, many = own + (_tr("做了") if one.group in ("rule", "running") else ""), f"{one.value:,} / {one.of or 0:,}"
    elif one.group in _CALLED_BY_GROUP:
        own = _tr("{0}：{1}").format(group_word(one.group), own)
    return _tr("{0} {1} {2}").format(own, many, unit(one.key))


def _titles() -> dict[str, str]:
    return {
        "children.pupils": _tr("在校学生"), "children.girls": _tr("在校女生"), "children.boarders": _tr("寄宿生"),
        "children.left": _tr("留守儿童（学籍口径）"), "children.left_girls": _tr("留守女童"),
        "children.one_away": _tr("单亲留守（一方外出）"), "children.both_away": _tr("双亲留守"),
        "children.left_boarders": _tr("寄宿的留守儿童"), "children.civil": _tr("留守儿童（民政口径）"),
        "children.civil_unknown": _tr("民政口径待核实"),
        "moves.new": _tr("新入学"), "moves.in": _tr("转入"), "moves.graduated": _tr("毕业"),
        "moves.out": _tr("转出和离校"),
        "moves.left_new": _tr("新增留守儿童"), "moves.left_gone": _tr("不再是留守儿童"),
        "work.county": _tr("县内"), "work.city": _tr("县外市内"), "work.province": _tr("市外省内"),
        "work.elsewhere": _tr("省外"), "work.abroad": _tr("境外"), "work.unknown": _tr("未采集"),
        "pairs.mentored": _tr("有代理家长的留守儿童"), "pairs.peer": _tr("有同伴帮手的"),
        "pairs.volunteer": _tr("有志愿者的"), "pairs.mentors": _tr("代理家长"), "pairs.begun": _tr("新结的对"),
        "pairs.ended": _tr("结束的对"),
        "follow.done": _tr("办结的跟进"), "follow.open": _tr("还没办结的跟进"),
        "award.pupils": _tr("给孩子的表彰"), "award.children": _tr("受表彰的孩子"), "award.staff": _tr("给老师的表彰"),
        "gift.donations": _tr("捐赠和慰问品"), "gift.children": _tr("收到东西的孩子"), "gift.value": _tr("折合"),
        "gift.insured": _tr("有保险的孩子"), "gift.wishes": _tr("说了的心愿实现了"),
        "room.rooms": _tr("活动室"), "room.opened": _tr("开放"), "room.written": _tr("该开的写了记录"),
        "room.shut": _tr("其中写明没开的"),
        "room.days": _tr("有开放的日子"), "room.came": _tr("来的孩子"),
        "safety.checks": _tr("活动室安全检查"), "safety.mended": _tr("活动室隐患整改了"),
        "safety.open": _tr("还没整改的活动室隐患"),
        "problem.closed": _tr("检查发现的问题解决了"), "problem.open": _tr("检查发现还没解决的"),
        "asset.kinds": _tr("物品种类"), "asset.owned": _tr("现有物品"), "asset.value": _tr("物品原值"),
        "asset.added": _tr("入库"), "asset.donated": _tr("捐来的"), "asset.used": _tr("领用消耗"),
        "asset.scrapped": _tr("报废"),
        "asset.counted": _tr("盘点差异"), "asset.lent": _tr("借出没还"),
    }  # fmt: skip


def unit(key: str) -> str:
    """What one of them is: 人, 次, 间 …"""
    single = {
        "pairs.begun": _tr("对"), "pairs.ended": _tr("对"), "pairs.mentors": _tr("位"), "room.rooms": _tr("间"),
        "award.children": _tr("人"), "room.days": _tr("天"), "room.came": _tr("人次"),
        "safety.checks": _tr("间次"), "safety.mended": _tr("处"),
        "safety.open": _tr("处"), "asset.kinds": _tr("种"), "gift.children": _tr("人"),
        "gift.insured": _tr("人"), "gift.wishes": _tr("个"), **dict.fromkeys(MONEY, _tr("元")),
    }.get(key)  # fmt: skip
    if single is not None:
        return single
    of_group = {"follow": _tr("件"), "problem": _tr("件"), "asset": _tr("件"), "goods": _tr("件")}
    of_people = ("children", "moves", "grade", "class", "away", "carer", "boarding", "work", "pairs")
    group = key.partition(".")[0]
    return of_group.get(group, _tr("人") if group in of_people else _tr("次"))


def number(key: str, value: int) -> str:
    """1,012; money as 17,750.80; nothing is a dash."""
    if not value:
        return _tr("—")
    return money.said(value) if key in MONEY else f"{value:,}"


def last_value(before: Figure | None) -> str:
    """What stood there a term ago: of what was owed how much was done; "" where there is nothing to compare."""
    if before is None:
        return ""
    return percent(before) if before.group == "rule" else number(before.key, before.value)


def share(one: Figure) -> str:
    """42%; for what was owed 660 / 726，91%; of calls how many reached nobody."""
    if one.group in ("contact", "activity"):
        tried = (one.of or 0) - one.value
        return _tr("另有 {0} 次没成").format(f"{tried:,}") if tried else ""
    if one.percent is None or not counts_done(one):
        return percent(one) if one.value else ""
    return _tr("{0} / {1}，{2}").format(f"{one.value:,}", f"{one.of:,}", percent(one))


def percent(one: Figure) -> str:
    """91%."""
    return "" if one.percent is None else _tr("{0}%").format(_rounded(one))


def counts_done(one: Figure) -> bool:
    """Whether it says how much of what there was to do is done, not which part of the children somebody is."""
    return one.group in ("rule", "running") or one.key in _DONE


def _rounded(one: Figure) -> int:
    return whole_percent(one.value, one.of or 0) or 0


def change(pair: Pair) -> str:
    """多 3 人, 少 2 次, 一样; of what was owed by how many percent more of it was done."""
    now, before = pair.now, pair.before
    if before is None or pair.change is None:
        return ""
    if now.group == "rule":
        if now.percent is None or before.percent is None:
            return ""
        by = _rounded(now) - _rounded(before)
        more, less, many, of = _tr("高 {0} {1}"), _tr("低 {0} {1}"), str(abs(by)), _tr("个百分点")
    else:
        by = pair.change
        more, less, many, of = _tr("多 {0} {1}"), _tr("少 {0} {1}"), number(now.key, abs(by)), unit(now.key)
    return (more if by > 0 else less).format(many, of) if by else _tr("一样")


def finding(book: Book) -> str:
    """The heading: what is lacking, else that nothing is."""
    if book.wrong:
        return _tr("{0} 处数字对不上").format(len(book.wrong))
    done, owed = book.rules
    if not owed:
        return _tr("这学期还没有到期的事") if not book.is_over else _tr("这学期没有要做的事")
    if done == owed:
        return _tr("按规则该做的 {0} 次都做了").format(f"{owed:,}")
    return _tr("按规则该做 {0} 次，缺 {1} 次").format(f"{owed:,}", f"{owed - done:,}")


def check_word(one: Check, snapshot: Snapshot, book: Book) -> str:
    """留守儿童（学籍口径）59，谁外出各项相加 58."""
    total = title(book.figures[one.total], snapshot, book.on)
    if one.group == "moves":
        return _tr("{0} {1}，照上学期加减增减是 {2}").format(total, one.value, one.parts)
    parts = _tr("单亲加双亲") if one.group == "children" else group_word(one.group) + _tr("各项相加")
    return _tr("{0} {1}，{2} {3}").format(total, one.value, parts, one.parts)


def line_words(line: Line) -> tuple[str, str]:
    """The name of a line and the words beneath it."""
    detail = line.detail
    if line.key.startswith(POINT):
        return line.name, _tr("{0}：{1}").format(point_word(int(line.key.removeprefix(POINT))), detail)
    if line.kind == "window":
        return line.name or _tr("全校"), detail
    if line.kind in ("record", "follow"):
        word = kind_word(line.key)
        return line.name or word, "，".join(one for one in (word if line.name else "", detail) if one)
    if line.kind == "movement":
        return line.name, "，".join(one for one in (move_word(line.key), detail) if one)
    return line.name, detail


def line_amount(line: Line, key: str) -> str:
    """What a line adds, where it adds other than one: 17 人, 30 件, 1,680 元."""
    if line.amount is None or not line.amount:
        return ""
    if key in MONEY:
        return yuan_word(line.amount)
    units = {"asset": _tr("件"), "movement": _tr("件"), "donation": line.key, "staff": _tr("个孩子")}
    return _tr("{0} {1}").format(line.amount, units.get(line.kind, _tr("人")))


def line_day(line: Line, today: date) -> str:
    """11月24日; of a window that it was due then."""
    return "" if line.day is None else day_short(line.day, today)


def _class(one: Figure, snapshot: Snapshot, on: date) -> str:
    found = classes_by_id(snapshot).get(int(one.name))
    return name_on(found, on, snapshot.school.system) if found else one.name


def _room(one: Figure, snapshot: Snapshot) -> str:
    return next((room.name for room in snapshot.rooms if room.id == int(one.name)), one.name)
