"""Hyphens and en dashes, told by the width of their ink: the model reads one for the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from extract.scans.blobs import BELOW, DEEP, Blobs, Line, around, font_size, sides
from extract.scans.ocr import Token

DASH = re.compile(r"[-–—_‐‑~]")
HYPHENATED = re.compile(r"^[^\W\d]\w*(?:[-–][^\W\d]\w+)*[-–]?[,.;)]?$")
"""A word with hyphens inside or one at its end; no en dash stands there."""
DASH_HEIGHT = 0.2
"""Font sizes: no dash is thicker, even bold ones have 0.12."""
DASH_WIDTH = 0.15
"""Font sizes: a dash is wider, the dots of an umlaut are narrower."""
EN_DASH = 0.32
"""Font sizes: the ink of a hyphen is 0.22 to 0.27 wide, of an en dash 0.36 (DejaVu Condensed) to 0.56;
a scan at 200 dpi adds 0.05 to either."""
EN_DASH_RATIO = 1.22
"""An en dash is this many times wider than the hyphens of its page at least: 1.3 in DejaVu, 1.5 to 2.3
in Liberation; hyphens themselves vary by 1.17 on a 200-dpi scan."""
HYPHENS_NEEDED = 2
"""Hyphens between letters on a page that make a measure; monospaced ones are 0.4 font sizes wide."""
MARK_RISE = (0.12, 0.62)
"""Font sizes that the centre of a dash or a bullet lies above the baseline; a full stop's lies at 0.06."""
UNSURE_PITCH, UNSURE_WIDTH = (0.945, 1.055), (0.95, 1.15)
"""Shares of the least width of an en dash between which either is as likely, in monospaced and other type: of
158 dashes in other type no hyphen was wider than 0.95, no en dash narrower than 1.12."""
UNSURE_DASH = 0.5
"""Confidence of a dash of such a width."""


def usual_en_dash(tokens: Sequence[Token], blobs: Blobs) -> float:
    """The width that parts hyphens from en dashes on this page, from the hyphens inside its words."""
    widths = []
    for token in tokens:
        if not DASH.search(token.text) or not HYPHENATED.match(token.text):
            continue
        found = blobs.within(token.box)
        if not len(found):
            continue
        box = around(blobs.boxes[found])
        em = font_size(token.text, box[3] - box[1])
        foot = box[3] - (BELOW * em if DEEP.search(token.text) else 0.0)
        seen = [index for index in found if is_dash(blobs.boxes[index], em, foot)]
        widths += [float(blobs.boxes[index, 2] - blobs.boxes[index, 0]) / em for index in seen]
    return EN_DASH_RATIO * float(np.median(widths)) if len(widths) >= HYPHENS_NEEDED else EN_DASH


def is_dash(box: npt.NDArray[np.float64], em: float, baseline: float) -> bool:
    rise = (baseline - (box[1] + box[3]) / 2) / em
    return _is_flat(box, em) and bool(MARK_RISE[0] <= rise <= MARK_RISE[1])


def _is_flat(box: npt.NDArray[np.float64], em: float) -> bool:
    width, height = sides(box)
    return height <= DASH_HEIGHT * em and width >= max(DASH_WIDTH * em, 1.5 * height)


def with_dashes(token: Token, found: npt.NDArray[np.intp], blobs: Blobs, line: Line) -> Token:
    """Tell hyphens from en dashes by their width, where each dash read is a dash seen."""
    read = [match.start() for match in DASH.finditer(token.text)]
    if not read:
        return token
    seen = [index for index in found if is_dash(blobs.boxes[index], line.em, line.baseline)]
    if len(read) == len(token.text) and len(found) == 1 and _is_flat(blobs.boxes[found[0]], line.em):
        # On a bowed line it stands higher or lower than it should.
        seen = list(found)
    if len(seen) == 1 and len(read) == len(token.text):
        token, read = replace(token, text="-"), [0]
    if len(seen) != len(read):
        # It fell apart, or touches something.
        sure = UNSURE_DASH if len(read) == len(token.text) else 1.0
        return replace(token, text=token.text.replace("—", "–"), confidence=min(token.confidence, sure))
    inside = len(read) < len(token.text)
    if line.pitch and inside and HYPHENATED.match(token.text):
        # By their width hyphens of monospaced type are hardly told from its en dashes.
        return replace(token, text=DASH.sub("-", token.text))
    letters, sure = list(token.text), 1.0
    for place, index in zip(read, seen, strict=True):
        letters[place], sure = dash_of(blobs.boxes[index], line, max(token.confidence, 0.9))
    # Within a word, hyphens and en dashes mean the same.
    return replace(token, text="".join(letters), confidence=token.confidence if inside else sure)


def dash_of(box: npt.NDArray[np.float64], line: Line, read: float) -> tuple[str, float]:
    """Hyphen or en dash, by the width of its ink, and how sure; `read` is the confidence of a dash."""
    share = float(box[2] - box[0]) / (line.en_dash * line.em)
    low, high = UNSURE_PITCH if line.pitch else UNSURE_WIDTH
    return "–" if share >= 1 else "-", UNSURE_DASH if low < share < high else read
