"""Which words of a page are set in bold type, by the thickness of their strokes.

One word is hardly measured: of "3." or "es" the ink is too little. So words are taken together with those
beside them, of which they have the weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from extract.scans.ink import Inked

BOLD = 1.22
"""Strokes this much thicker than the page's usual, in font sizes: bold is 1.35 to 1.6 times regular."""
BESIDE_BOLD, SHORT_BESIDE_BOLD = 1.15, 1.05
"""The same of a word beside a bold one, and of a short one: "3:" of a bold "Feld 3: Unterschriften" has 1.07,
plain words have 1.1 at most."""
SHORT = 2
"""Letters and figures of a word whose weight says little."""


def with_weight(words: Sequence[Inked]) -> list[Inked]:
    """The words, marked whose strokes are clearly thicker than the page's usual ones."""
    weights = [word.stroke / word.em for word in words if word.em and word.token.text.isalpha()]
    if not weights:
        return list(words)
    usual = float(np.median(weights))
    lines: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        lines[word.token.line].append(index)
    bold: set[int] = set()
    for line in lines.values():
        shares = [words[at].stroke / words[at].em / usual if words[at].em else 0.0 for at in line]
        brief = [sum(map(str.isalnum, words[at].token.text)) <= SHORT for at in line]
        bold.update(at for at, one in zip(line, _bold_in_line(shares, brief), strict=True) if one)
    return [replace(word, bold=index in bold) for index, word in enumerate(words)]


def _bold_in_line(shares: Sequence[float], brief: Sequence[bool]) -> list[bool]:
    """Which words of a line are bold: a run of thick ones, of which one is clearly so."""
    thick = [
        share >= (SHORT_BESIDE_BOLD if short else BESIDE_BOLD)
        for share, short in zip(shares, brief, strict=True)
    ]
    bold = [False] * len(shares)
    for is_thick, run in groupby(range(len(shares)), key=lambda at: thick[at]):
        places = list(run) if is_thick else []
        # A short word before plain text may well be plain.
        while places and places[-1] < len(shares) - 1 and brief[places[-1]] and shares[places[-1]] <= BOLD:
            places.pop()
        for at in places if any(shares[at] > BOLD for at in places) else ():
            bold[at] = True
    return bold
