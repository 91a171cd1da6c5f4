"""Schools of random children, for properties that must hold whatever an office has entered."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from app.children import AIDS, Care, Child, Claim, Enrolment, Kin, Override, Whereabouts
from app.classes import SchoolClass
from app.school import School, Snapshot

DAY = date(2026, 11, 24)
CLASSES = (SchoolClass(1, "primary", 2024, 1), SchoolClass(2, "primary", 2026, 1), SchoolClass(3, "primary", 2021, 2),
           SchoolClass(4, "junior", 2025, 1))  # fmt: skip
DAYS = st.integers(-400, 30).map(lambda back: DAY + timedelta(days=back))
MAYBE = st.none() | DAYS
STATUSES = st.sampled_from(("none", "one_away", "both_away"))
RELATIONS = ("父亲", "母亲", "继父或养父", "祖母", "外祖父", "曾祖父", "姑母", "姐姐", "非亲属", "保姆", "干妈")


def _stays() -> st.SearchStrategy[tuple[Whereabouts, ...]]:
    one = st.builds(
        Whereabouts, st.just(1), st.sampled_from(("away", "home")), st.sampled_from(("", "广东省东莞市")), MAYBE, MAYBE, MAYBE
    )
    return st.lists(one, max_size=3).map(tuple)


def _kin() -> st.SearchStrategy[Kin]:
    return st.builds(
        Kin,
        id=st.integers(1, 9),
        relation=st.sampled_from(RELATIONS),
        name=st.just("周建华"),
        state=st.sampled_from(("living", "living", "living", "dead", "missing", "unknown")),
        custody=st.sampled_from(("", "", "sole", "none")),
        able=st.sampled_from((None, True, False)),
        health=st.sampled_from(("", "健康", "重病")),
        whereabouts=_stays(),
    )


def _children() -> st.SearchStrategy[Child]:
    return st.builds(
        Child,
        id=st.just(0),
        name=st.sampled_from(("周雨桐", "罗子轩")),
        sex=st.sampled_from(("男", "女", "女", "", "未知")),
        birth=st.sampled_from(("2016-05-04", "2021-12", "2012", "2010-11-25", "2009-01-01", "")),
        household=st.sampled_from(("农业户口", "农业户口", "农村居民", "非农业户口", "居民户口", "")),
        health=st.sampled_from(("", "健康或良好", "一般或较弱", "有慢性病", "有生理缺陷", "残疾", "无残疾", "重病")),
        disability=st.sampled_from(("", "", "无", "听力残疾")),
        boarding=st.sampled_from(("", "走读", "住校", "借宿")),
        aid=st.sampled_from(("", "无", "低保", "低保、医疗救助", "无、低保", "别的", *AIDS)),
        kin=st.lists(_kin(), max_size=4, unique_by=lambda kin: kin.id).map(tuple),
        cares=st.lists(st.builds(Care, st.just(1), st.integers(1, 9), MAYBE, MAYBE), max_size=2).map(tuple),
        enrolments=st.lists(
            st.builds(Enrolment, st.just(1), st.sampled_from((1, 2, 3, 4)), DAYS, MAYBE), min_size=1, max_size=2
        ).map(tuple),
        claims=st.lists(st.builds(Claim, st.just(1), STATUSES, DAYS), max_size=2).map(tuple),
        overrides=st.lists(
            st.builds(Override, st.just(1), st.just("register"), STATUSES, st.just("村里核实"), DAYS, MAYBE)
            | st.builds(Override, st.just(1), st.just("civil"), st.sampled_from(("yes", "no")), st.just("村里核实"), DAYS),
            max_size=1,
        ).map(tuple),
    )


def _school(children: list[Child]) -> Snapshot:
    numbered = {number: replace(child, id=number) for number, child in enumerate(children, 1)}
    return Snapshot(School("青山小学"), classes=CLASSES, children=numbered)


SCHOOLS = st.lists(_children(), max_size=12).map(_school)
