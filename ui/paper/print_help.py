"""The paragraph of F1 on the printing page."""

from PySide6.QtCore import QCoreApplication


def help_words() -> str:
    """What there is to print, and for whom."""
    return QCoreApplication.translate(
        "PrintPage",
        "随身卡给孩子随身带，一张 A4 纸四张，小的十张，只有电话，没有身份证号、住址。"
        "联系卡学校、家庭、老师各留一份，一张 A4 纸两张。"
        "沿虚线剪开。停机、空号的号码不印，家里人的号码改了，名册里会显示“待重打”。"
        "调查表按班印，把知道的都填好，发给班主任核对。"
        "登记表一人一张，“给谁印”里有空白表。班级名单可以贴门上、给老师用，也有打勾的空格表。"
        "结对一览表有办公室用的和上墙的，帮扶记录册一个孩子一页，责任书和领导小组名单签字盖章用。"
        "任务单一位老师一份，星期一印好发下去，收回来扫一扫就能读进来。"
    )
