"""The verdicts in words: every reason has a sentence, places are shortened as one says them, actions have names."""

from dataclasses import replace

import pytest

from app.carer import carer_of
from app.children import Child, Override
from app.known import KEYS
from app.roster import rows
from app.sample import sample_school
from app.status import civil_status, judge, register_status
from tests.app.families import DAY, away, child, home, kin
from ui import labels, sentences

BOTH = (kin("父亲", away()), kin("母亲", away()))


@pytest.mark.parametrize(("pupil", "sentence"), [
    (child(*BOTH), "父母都在外务工，已经满三个月，是双亲留守。"),
    (child(kin("父亲", away()), kin("母亲", home())), "爸爸在外务工，妈妈在家，是单亲留守。"),
    (child(kin("父亲", away()), kin("母亲", state="dead")), "妈妈去世，爸爸一人带着又在外，所以按父母都在外算。"),
    (child(kin("父亲", away(), custody="sole"), kin("母亲", home(), custody="none")),
     "父母离婚，爸爸一人带着又在外，所以按父母都在外算。"),
    (child(kin("父亲", home()), kin("母亲", state="missing")), "妈妈失踪，爸爸在家，不算留守。"),
    (child(claim="one_away"), "学籍导出.xlsx写的是单亲留守（从2026年9月1日起），父母去处还没全部确认。"),
    (child(), "还不知道父母在哪里，先按非留守算。"),
    (child(overrides=(Override(1, "register", "none", "父亲每天回家。", DAY),)), "学校自己定的：父亲每天回家。"),
])
def test_why_by_the_register(pupil: Child, sentence: str) -> None:
    assert sentences.why_register(register_status(pupil, DAY)) == sentence


@pytest.mark.parametrize(("pupil", "sentence"), [
    (child(*BOTH), "父母都在外务工，是农村留守儿童。"),
    (child(*BOTH, household=""), "户口性质没填，民政口径待核实。"),
    (child(*BOTH, household="非农业户口"), "户口是非农业户口，不是农村户籍，不在民政统计里。"),
    (child(*BOTH, birth="2010-01-01"), "已满 16 岁，不在民政统计里。"),
    (child(kin("父亲", away()), kin("母亲", home(), able=False)), "爸爸在外，妈妈没有监护能力，是农村留守儿童。"),
    (child(kin("父亲", away()), kin("母亲", state="dead")), "唯一带孩子的爸爸在外，是农村留守儿童。"),
])
def test_why_by_civil_affairs(pupil: Child, sentence: str) -> None:
    assert sentences.why_civil(civil_status(pupil, DAY)) == sentence


def test_no_pupil_of_the_sample_school_leaves_a_gap_in_a_sentence() -> None:
    snapshot = sample_school(DAY).snapshot
    for pupil in snapshot.children.values():
        judged = judge(pupil, DAY)
        for said in (sentences.why_register(judged.register), sentences.why_civil(judged.civil)):
            assert said.endswith("。") and "{" not in said and "，，" not in said and not said.startswith("，")
    for row in rows(snapshot, DAY):
        assert sentences.away_summary(row) and sentences.carer_word(row.carer)


def test_facts_against_the_claim() -> None:
    found = judge(child(*BOTH, claim="one_away"), DAY).disagreement
    assert found is not None
    assert sentences.disagreement_sentence(found).startswith("核实到的情况是双亲留守，学籍表写的是单亲留守")


@pytest.mark.parametrize(("place", "short"), [
    ("广东省东莞市长安镇五金厂", "广东东莞"), ("上海市嘉定区", "上海嘉定"), ("浙江宁波", "浙江宁波"), ("在家务农", "在家务农"),
    ("广西壮族自治区南宁市", "广西南宁"), ("湖南省湘西土家族苗族自治州吉首市", "湖南湘西"), ("东莞市", "东莞"), ("", "")])
def test_places_are_said_short(place: str, short: str) -> None:
    assert sentences.place_short(place) == short


def test_what_is_missing() -> None:
    assert sentences.missing_sentence(()) == "五样都清楚"
    assert sentences.missing_sentence(("parents_phones", "carer_name")) == "还缺父母电话、谁带"
    assert len({sentences.missing_word(key) for key in KEYS}) == 5


def test_who_looks_after_the_child() -> None:
    granny = kin("祖母")
    assert sentences.carer_word(carer_of(child(granny), DAY)) == "奶奶，待确认"
    assert sentences.carer_word(carer_of(child(), DAY)) == "还不知道"


def test_the_parents_column() -> None:
    def summary(pupil: Child) -> str:
        snapshot = sample_school(DAY, 80).snapshot
        known = replace(pupil, enrolments=next(iter(snapshot.children.values())).enrolments)
        return sentences.away_summary(rows(replace(snapshot, children={1: known}), DAY)[0])

    assert summary(child(*BOTH)) == "父母都在外"
    assert summary(child(kin("父亲", away()), kin("母亲", state="dead"))) == "妈妈去世，爸爸在外"
    assert summary(child(claim="both_away")) == "父母都在外"
    assert summary(child()) == "还不知道"


def test_actions_have_names() -> None:
    pupil = child(kin("父亲"))
    assert labels.edit_kin(pupil, pupil.kin[0], "phone") == "修改周雨桐的爸爸电话"
    assert labels.edit_child(pupil, "address") == "修改周雨桐的住址"
    assert labels.confirm_class("三（1）班", 12) == "确认三（1）班 12 人的父母去处"
