"""Blanks around signs: as many as a line has."""

from __future__ import annotations

import re

import pytest

from extract.parties.names import AFTER_NAME
from extract.projects.names import PARTICULARS


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
