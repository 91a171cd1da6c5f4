"""Children built in a line or two, for the tests of the rules."""

from dataclasses import replace
from datetime import date

from app.children import Child, Claim, Enrolment, Kin, Phone, Whereabouts

DAY = date(2026, 11, 24)


def away(place: str = "广东省东莞市长安镇五金厂", since: date | None = None, until: date | None = None, *,
         sure: bool = True, row: int = 1) -> Whereabouts:
    """A parent out for work."""
    return Whereabouts(row, "away", place, since, until, DAY if sure else None)


def home(since: date | None = None, until: date | None = None, *, sure: bool = True, row: int = 2) -> Whereabouts:
    """A parent at home."""
    return Whereabouts(row, "home", "在家", since, until, DAY if sure else None)


def kin(relation: str, *where: Whereabouts, name: str = "周建华", phone: str = "13900467715", **more: object) -> Kin:
    """A relative with one phone, or none."""
    phones = (Phone(1, phone),) if phone else ()
    made = Kin({"父亲": 1, "母亲": 2}.get(relation, 3), relation, name, phones=phones, whereabouts=where)
    return replace(made, **more)  # type: ignore[arg-type]


def child(*family: Kin, claim: str = "", **more: object) -> Child:
    """A rural pupil of ten in class 1 with this family."""
    claims = (Claim(1, claim, date(2026, 9, 1), "学籍导出.xlsx"),) if claim else ()
    made = Child(1, "周雨桐", "女", "2016-05-04", household="农业户口", kin=family, claims=claims,
                 enrolments=(Enrolment(1, 1, date(2026, 9, 1)),))
    return replace(made, **more)  # type: ignore[arg-type]
