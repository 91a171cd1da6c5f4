"""The registry of what belongs in a pack: one line a part, in the order of the folders and of the papers in them."""

from ui.pack import contact, held, home, inspecting, people, planned, things
from ui.pack.part import Part, tr


def parts() -> tuple[Part, ...]:
    """All of them. A new paper of the program is added here by its line."""
    return (
        Part("group", "body", tr("领导小组"), people.group, people.no_group),
        Part("working", "body", tr("工作会议"), held.working),
        Part("working_pictures", "body", tr("会议照片"), held.working_pictures),
        Part("rules", "rules", tr("关爱规则"), people.rules),
        Part("room_rules", "rules", tr("活动室制度"), people.room_rules),
        Part("plans", "plans", tr("工作计划"), planned.plans, planned.no_plan),
        Part("calendar", "plans", tr("校历"), people.calendar),
        Part("roster", "children", tr("花名册"), people.roster, people.unknown),
        Part("statistics", "children", tr("统计表"), people.counts),
        Part("registration", "children", tr("登记表"), people.registration),
        Part("cards", "children", tr("联系卡"), people.cards),
        Part("class_lists", "children", tr("班级名单"), people.class_lists),
        Part("growth", "children", tr("成长材料"), people.growth),
        Part("pairs", "pairs", tr("结对一览表"), people.pairs, people.unpaired),
        Part("duties", "pairs", tr("帮扶责任书"), people.duties, people.unsigned),
        Part("books", "pairs", tr("帮扶记录册"), people.books),
        Part("signed", "pairs", tr("签字扫描件"), people.signed),
        Part("weeks", "contact", tr("每周一览"), contact.weeks),
        Part("registers", "contact", tr("电话和书信登记"), contact.registers, contact.no_contact),
        Part("talks", "contact", tr("谈心记录"), contact.talks, contact.no_talks),
        Part("visits", "contact", tr("家访记录"), contact.visits, contact.no_visits),
        Part("contact_pictures", "contact", tr("联系照片"), contact.pictures),
        Part("meetings", "meetings", tr("家长会和培训"), held.meetings, held.no_meetings),
        Part("meeting_pictures", "meetings", tr("家长会照片"), held.meeting_pictures),
        Part("activities", "activities", tr("活动记录"), held.activities, held.not_written_up),
        Part("activity_pictures", "activities", tr("活动照片"), held.activity_pictures),
        Part("openings", "rooms", tr("开放记录"), home.openings, home.not_written),
        Part("ledger", "rooms", tr("资产台账"), things.ledger),
        Part("stocktake", "rooms", tr("盘点和报废"), home.stocktakes, home.not_counted),
        Part("asset_pictures", "rooms", tr("物品照片和单据"), things.asset_pictures),
        Part("room_pictures", "rooms", tr("活动室照片"), home.room_pictures),
        Part("inspection", "safety", tr("迎检自查和隐患整改"), inspecting.inspection, inspecting.lacking),
        Part("problem_pictures", "safety", tr("整改照片"), inspecting.problem_pictures),
        Part("finding_pictures", "safety", tr("安全检查照片"), home.finding_pictures, home.not_mended),
        Part("honours", "honours", tr("表彰和奖状"), things.honours),
        Part("stories", "honours", tr("事迹和个案"), things.stories),
        Part("story_pictures", "honours", tr("事迹照片"), things.story_pictures),
        Part("gifts", "honours", tr("捐赠、保险、心愿"), things.gifts),
        Part("score", "assessment", tr("考核表"), things.score, things.no_table),
        Part("score_papers", "assessment", tr("考核依据"), things.score_papers),
        Part("figures", "summary", tr("学期数字"), things.term_numbers),
        Part("term_report", "summary", tr("学期总结"), things.term_report),
    )  # fmt: skip
