"""Every page of the window, in the order of the rail; imported after the login, for pages bring the slow libraries."""

from PySide6.QtCore import QCoreApplication

from ui.children.duplicates_page import DuplicatesPage
from ui.children.places import places as children
from ui.children.roster_page import RosterPage
from ui.guide_page import GuidePage
from ui.guide_page import places as chapters
from ui.history import HistoryPage
from ui.imports.choose_step import FORM, is_table
from ui.imports.import_page import ImportPage
from ui.key_map import KeyMapPage
from ui.page import PageSpec
from ui.paper.kinds import places as papers
from ui.paper.print_page import PrintPage
from ui.photos.given import brings_photos
from ui.photos.photos_page import PhotosPage
from ui.recycle import RecyclePage
from ui.settings.page import SettingsPage
from ui.settings.page import places as sections
from ui.statistics.differences import DifferencesPage
from ui.statistics.page import StatisticsPage
from ui.survey.page import SurveyPage
from ui.templates.page import TemplatesPage
from ui.templates.words import places as forms


def _tr(text: str) -> str:
    return QCoreApplication.translate("pages", text)


PAGES = (
    PageSpec("roster", _tr("儿童名册"), "book-open", RosterPage, places=children, group=_tr("孩子")),
    PageSpec("print", _tr("打印联系卡"), "printer", PrintPage, under="roster", on_rail=False,
             places=papers, group=_tr("打印")),
    PageSpec("survey", _tr("调查登记"), "clipboard-check", SurveyPage, under="roster", on_rail=False),
    PageSpec("import", _tr("从表格导入"), "file-spreadsheet", ImportPage, under="roster", on_rail=False,
             takes=is_table),
    PageSpec("duplicates", _tr("可能重复"), "users", DuplicatesPage, under="roster", on_rail=False),
    PageSpec("statistics", _tr("统计"), "clipboard-check", StatisticsPage, under="roster", on_rail=False),
    PageSpec("differences", _tr("为什么两个数不一样"), "circle-help", DifferencesPage, under="roster", on_rail=False),
    PageSpec("photos", _tr("照片对号"), "user-round", PhotosPage, under="roster", on_rail=False,
             takes=lambda session, paths: brings_photos(session.disk, paths)),
    PageSpec("templates", _tr("县里的表"), "file-spreadsheet", TemplatesPage, under="roster", on_rail=False,
             places=forms, takes=lambda _session, paths: paths[0].lower().endswith(FORM)),
    PageSpec("settings", _tr("设置"), "settings", SettingsPage, on_rail=False, places=sections),
    PageSpec("history", _tr("历史"), "history", HistoryPage, on_rail=False),
    PageSpec("guide", _tr("使用说明"), "book-open", GuidePage, on_rail=False, places=chapters,
             group=_tr("使用说明")),
    PageSpec("recycle", _tr("回收站"), "trash-2", RecyclePage, on_rail=False),
    PageSpec("keys", _tr("按键"), "keyboard", KeyMapPage, on_rail=False),
)
