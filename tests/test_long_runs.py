"""What repeats without end, in a file that was damaged or built to hurt, costs no time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from extract.language.other_agreements import APPOSITION, PERFECT
from extract.layout.signature_zone import BODY_BEGINS
from extract.parties.groups import ASIDE, BETWEEN
from extract.parties.names import AFTER_NAME
from extract.projects.keys import BEHIND_CODE, OF_CODE
from extract.projects.marks import BEFORE
from extract.projects.names import PARTICULARS


def behind_codes(text: str) -> None:
    for code in OF_CODE.finditer(text):
        BEHIND_CODE.match(text, code.end())


LONG: tuple[tuple[Callable[[str], object], str], ...] = (
    (AFTER_NAME.search, f"Musterau{4000 * ' '}x"),
    (BODY_BEGINS.fullmatch, 4000 * "haben "),
    (BODY_BEGINS.fullmatch, 1000 * "wird folgende " + "\n"),
    (BEFORE.search, 4000 * "zu "),
    (behind_codes, 2000 * " (MA 1"),
    (behind_codes, 2000 * ", MA 1"),
    (PERFECT.match, 3000 * "vertrag"),
    (APPOSITION.search, 4000 * "vertrag "),
    (ASIDE.match, f"{4000 * ' '}x"),
    (BETWEEN.match, f"{8000 * ' '}x"),
    (PARTICULARS.search, f"Lernhaus{4000 * ' '}x"),
)


@pytest.mark.parametrize(("read", "text"), LONG)
def test_a_long_run_is_read_at_once(read: Callable[[str], object], text: str) -> None:
    began = time.perf_counter()
    read(text)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (AFTER_NAME, "Stadt Musterau  ,  vertreten durch", "  ,  vertreten"),
        (AFTER_NAME, "Stadt Musterau (Stadt)", " ("),
        (AFTER_NAME, "Stadt Musterau\nnachfolgend Stadt", "\nnachfolgend"),
        (PARTICULARS, "Lernhaus  (12 Plätze)", "  (12 Plätze"),
    ],
)
def test_blanks_around_a_sign_belong_to_it(pattern: re.Pattern[str], text: str, found: str) -> None:
    match = pattern.search(text)
    assert match is not None
    assert match[0] == found
