"""While very many records are made, the collector stands still, and works again afterwards."""

import gc

import pytest

from app.making import many_records


def test_the_collector_stands_still_inside_only() -> None:
    with many_records():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), many_records():
        raise ValueError("no")
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with many_records():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
