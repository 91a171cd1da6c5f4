"""Every page of the window, in the order of the rail; all but the first are loaded when they are first shown."""

from PySide6.QtCore import QCoreApplication

from ui.late import made_by as page
from ui.page import PageSpec
from ui.pairings.badge import badge as unpaired
from ui.pairings.badge import places as staff
from ui.today.day import badge as late
from ui.today.page import TodayPage


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)


BRINGS_SLIPS = page("ui.slips.reading", "brings_slips")
BRINGS_PHOTOS = page("ui.photos.given", "brings_photos")
PAGES = (
    PageSpec("today", _tr("今日"), "sun", TodayPage, badge=late,
             opens=lambda session: bool(session.snapshot.children)),
    PageSpec("roster", _tr("儿童名册"), "book-open", page("ui.children.roster_page", "RosterPage"),
             places=page("ui.children.places", "places"), group=_tr("孩子")),
    PageSpec("pairings", _tr("结对帮扶"), "heart-handshake", page("ui.pairings.page", "PairingsPage"), badge=unpaired,
             places=staff, group=_tr("老师")),
    PageSpec("print", _tr("打印联系卡"), "printer", page("ui.paper.print_page", "PrintPage"),
             under="roster", follows=True, on_rail=False, places=page("ui.paper.kinds", "places"), group=_tr("打印")),
    PageSpec("contacts", _tr("亲情联系"), "phone", page("ui.contacts.page", "ContactsPage"),
             places=page("ui.contacts.places", "places"), group=_tr("记一笔")),
    PageSpec("rooms", _tr("活动室"), "house", page("ui.rooms.page", "RoomsPage")),
    PageSpec("report", _tr("学期报告"), "clipboard-check", page("ui.report.page", "ReportPage")),
    PageSpec("plan", _tr("工作计划"), "calendar", page("ui.plan.page", "PlanPage"), under="report", on_rail=False),
    PageSpec("score-tables", _tr("考核表"), "clipboard-check", page("ui.report.tables_page", "TablesPage"),
             under="report", on_rail=False),
    PageSpec("score-import", _tr("读县里的考核表"), "file-spreadsheet",
             page("ui.score_import.page", "ScoreImportPage"), under="report", on_rail=False),
    PageSpec("survey", _tr("调查登记"), "clipboard-check", page("ui.survey.page", "SurveyPage"),
             under="roster", on_rail=False),
    PageSpec("batch", _tr("批量登记"), "clipboard-check", page("ui.batch.page", "BatchPage"),
             under="contacts", on_rail=False),
    PageSpec("slips", _tr("任务单"), "clipboard-check", page("ui.slips.page", "SlipsPage"),
             under="contacts", on_rail=False, takes=lambda session, paths: BRINGS_SLIPS(session.disk, paths)),
    PageSpec("heat", _tr("每周一览"), "clipboard-check", page("ui.heat.page", "HeatPage"), under="contacts",
             on_rail=False),
    PageSpec("activities", _tr("活动"), "users", page("ui.activities.page", "ActivitiesPage"), under="rooms",
             on_rail=False),
    PageSpec("ledger", _tr("台账"), "clipboard-check", page("ui.ledger.page", "LedgerPage"), under="rooms",
             on_rail=False),
    PageSpec("ledger-import", _tr("从表格导入台账"), "file-spreadsheet",
             page("ui.ledger_import.page", "LedgerImportPage"), under="rooms", on_rail=False,
             takes=page("ui.ledger_import.given", "brings_ledger")),
    PageSpec("honours", _tr("奖励和事迹"), "shield-check", page("ui.honours.page", "HonoursPage"), under="rooms",
             on_rail=False),
    PageSpec("gifts", _tr("捐赠与心愿"), "heart-handshake", page("ui.gifts.page", "GiftsPage"), under="rooms",
             on_rail=False, places=page("ui.gifts.places", "places"), group=_tr("记一笔")),
    PageSpec("stocktake", _tr("盘点"), "clipboard-check", page("ui.stocktake.page", "StocktakePage"), under="rooms",
             on_rail=False),
    PageSpec("import", _tr("从表格导入"), "file-spreadsheet", page("ui.imports.import_page", "ImportPage"),
             under="roster", on_rail=False, takes=page("ui.imports.choose_step", "is_table")),
    PageSpec("duplicates", _tr("可能重复"), "users", page("ui.children.duplicates_page", "DuplicatesPage"),
             under="roster", on_rail=False),
    PageSpec("statistics", _tr("统计"), "clipboard-check", page("ui.statistics.page", "StatisticsPage"),
             under="roster", on_rail=False),
    PageSpec("differences", _tr("为什么两个数不一样"), "circle-help",
             page("ui.statistics.differences", "DifferencesPage"), under="roster", on_rail=False),
    PageSpec("figures", _tr("本学期数字"), "clipboard-check", page("ui.figures.page", "FiguresPage"), under="report",
             on_rail=False),
    PageSpec("pack", _tr("迎检资料"), "folder-archive", page("ui.pack.page", "PackPage"), under="report",
             on_rail=False),
    PageSpec("inspection", _tr("迎检自查"), "shield-check", page("ui.inspection.page", "InspectionPage"),
             places=page("ui.inspection.places", "places"), under="report", on_rail=False, group=_tr("迎检")),
    PageSpec("photos", _tr("照片对号"), "user-round", page("ui.photos.photos_page", "PhotosPage"),
             under="roster", on_rail=False, takes=lambda session, paths: BRINGS_PHOTOS(session.disk, paths)),
    PageSpec("templates", _tr("县里的表"), "file-spreadsheet", page("ui.templates.page", "TemplatesPage"),
             under="roster", on_rail=False, places=page("ui.templates.words", "places"),
             takes=page("ui.templates.words", "is_form")),
    PageSpec("settings", _tr("设置"), "settings", page("ui.settings.page", "SettingsPage"), on_rail=False,
             places=page("ui.settings.page", "places")),
    PageSpec("calendar", _tr("校历"), "calendar", page("ui.calendar.page", "CalendarPage"), under="settings",
             on_rail=False),
    PageSpec("history", _tr("历史"), "history", page("ui.history", "HistoryPage"), on_rail=False),
    PageSpec("guide", _tr("使用说明"), "book-open", page("ui.guide_page", "GuidePage"), on_rail=False,
             places=page("ui.guide_page", "places"), group=_tr("使用说明")),
    PageSpec("recycle", _tr("回收站"), "trash-2", page("ui.recycle", "RecyclePage"), on_rail=False),
    PageSpec("keys", _tr("按键"), "keyboard", page("ui.key_map", "KeyMapPage"), on_rail=False),
)
