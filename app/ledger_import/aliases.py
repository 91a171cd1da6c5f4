"""What the columns of a school's old ledgers of things are called, by hand or by some program (domain.md §5)."""

import re
from functools import lru_cache

from app.imports.aliases import IGNORED, tidy

_FIELDS = {
    "number": "资产编号 物品编号 固定资产编号 资产号 资产编码 物资编号 器材编号 图书编号 总登记号 登记号 财产编号"
    " 财产号 卡片编号 台账编号 设备编号 条码号 条形码",
    "name": "名称 品名 物品名称 资产名称 物资名称 器材名称 设备名称 财产名称 用品名称 货物名称 药品名称 物品 器材"
    " 书名 图书名称 题名 名称及规格 品名规格 物品名称及规格 名称规格 品名及规格",
    "spec": "型号规格 规格型号 规格 型号 规格/型号 型号/规格 品牌型号 规格及型号 型号及规格 规格、型号",
    "unit": "单位 计量单位 数量单位",
    "count": "数量 现有数量 账面数量 实有数量 库存数量 库存 现存数量 结存 结存数量 总数量 实有数 数目 件数 个数"
    " 册数 本数 复本 复本数 账上数量 账上 账面数 现有数 总数",
    "price": "单价 价格 定价 购置单价 单价元",
    "total": "金额 总价 总金额 价值 合计金额 原值 资产原值 总值 总价值",
    "origin": "来源 资产来源 取得方式 来源渠道 购置方式 物品来源 取得来源 来源方式",
    "donor": "捐赠人 捐赠单位 捐赠者 捐赠方",
    "bought_on": "购置日期 购买日期 购入日期 取得日期 入账日期 入库日期 购置时间 购买时间 入库时间 取得时间 购置年月"
    " 登记日期 启用日期 配发日期 配发时间 捐赠日期 接收日期 日期",
    "room": "存放地点 存放地 存放位置 存放处 存放场所 所在房间 放置地点 使用地点 所在室 室别 功能室 房间"
    " 地点 位置 存放室 使用部门",
    "keeper": "保管人 保管员 保管者 责任人 管理人 管理员 负责人 保管人员",
    "class": "类别 分类 资产类别 物品类别 资产分类 物品分类 种类 大类",
    "author": "作者 著者 主编 编者 责任者 作者/编者",
    "publisher": "出版社 出版者 出版单位",
    "isbn": "isbn isbn号 书号 国际标准书号 标准书号",
    "batch": "批号 生产批号 产品批号",
    "expires_on": "有效期 有效期至 失效日期 到期日期 有效日期",
    "note": "备注 说明",
}
_INSTEAD = {"number": "编号 编码", "keeper": "使用人 使用者 领用人"}
"""Taken only where nothing better stands in the same header."""
RUNNING = frozenset(("编号", "编码"))
"""May be a running number of the sheet and none of the thing."""
FIELDS = tuple(_FIELDS)
"""Keys of what a column may be read as, in the order in which they are offered."""
IN_BOOKS = frozenset(("author", "publisher", "isbn"))
TELLING = frozenset(("number", "spec", "count", "unit", "price", "total", "origin", "bought_on", "room", "keeper"))
"""Beside a name, what tells a ledger of things from other lists."""
_BY_ALIAS = {alias: field for field, aliases in _FIELDS.items() for alias in aliases.split()}
_BY_SECOND = {alias: field for field, aliases in _INSTEAD.items() for alias in aliases.split()}
_LONGEST = 30


@lru_cache(maxsize=512)
def field_of(header: str) -> str | None:
    """The field key of a header; "" to be ignored, None if not known."""
    return _looked_up(header, _BY_ALIAS)


def second_best(header: str) -> str | None:
    """The field that the header may stand for where no other column does."""
    return _looked_up(header, _BY_SECOND)


def _looked_up(header: str, known: dict[str, str]) -> str | None:
    if not header or len(header) > _LONGEST:
        return None
    text = tidy(header)
    for word in (text, re.sub(r"\([^)]*\)", "", text)):
        if word in ("序号", "no", "no."):
            return IGNORED
        if word in known:
            return known[word]
    return None


def is_book(header: str) -> bool:
    """Whether a column of names is one of titles."""
    return any(word in tidy(header) for word in ("书名", "图书", "题名"))


def times(header: str) -> int:
    """By how much a sum in that column is to be multiplied: 10,000 for 单价（万元）."""
    return 10_000 if "万元" in header else 1
