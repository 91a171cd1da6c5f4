"""What one piece of a thing is called (把, 个, 本), as far as its name tells.

As it was called before, as the equipment list of REQ 10.18 has it, or as people say it; 份 where nobody knows.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from app import equipment

USUAL = "份"
SAID: Mapping[str, str] = {
    "把": "伞 椅 椅子 吉他 二胡 提琴 梳子 扇子",
    "个": "包 书包 文具盒 铅笔盒 饭盒 保温杯 台灯 玩具 足球 篮球 苹果 鸡蛋 帽子 书架 书柜 柜子 药箱",
    "本": "书 绘本 词典 字典 作文 本子 练习本 作业本 笔记本 课外书 相册",
    "套": "套装 校服 文具 桌椅 运动服 餐具",
    "件": "衣 衣服 棉衣 羽绒服 毛衣 外套 雨衣 棉袄 背心",
    "双": "鞋 手套 袜 袜子 筷子 靴",
    "条": "围巾 裤 裤子 毛毯 毯子 红领巾",
    "支": "笔 牙膏 手电筒",
    "盒": "牛奶 水彩笔 彩笔 蜡笔 粉笔 月饼 积木 口罩",
    "床": "被 被子 棉被 被褥 床单 床垫",
    "台": "电脑 平板 电视 电视机 投影仪 打印机 空调 洗衣机 冰箱 热水器 风扇 电风扇", "部": "手机 电话 电话机",
    "袋": "米 大米 面粉", "桶": "油 食用油 菜油", "张": "桌 书桌 课桌 床 票 卡 书签",
    "辆": "车 自行车", "瓶": "水 矿泉水 洗发水",
    "副": "眼镜 球拍 羽毛球拍 乒乓球拍 象棋 围棋 跳棋",
}  # fmt: skip
"""The words with which the name of a thing ends, by what one of them is called."""


def suggested(what: str, used: Mapping[str, str]) -> str:
    """The unit of a thing by its name. `used`: units by name, as the school has written them so far."""
    name = what.strip()
    if not name:
        return ""
    known = used.get(name) or next((one.unit for one in equipment.standard() if one.name == name), "")
    if known:
        return known
    ends = [word for word in _by_word() if name.endswith(word)]
    if ends:
        return _by_word()[max(ends, key=len)]
    meant = equipment.guess(name)
    return meant.unit if meant is not None else USUAL


def common() -> Iterable[str]:
    """The units people use, the usual one first."""
    return (USUAL, *SAID)


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, str]:
    return {word: unit for unit, words in SAID.items() for word in words.split()}
