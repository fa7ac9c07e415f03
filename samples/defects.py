"""What can go wrong with the sheets of a document before they become a file."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Literal

from samples.setting import Setting

Defect = Literal["swapped_pages", "missing_page", "two_documents"]


class DefectDoesNotFit(ValueError):
    """Too few pages for this defect."""


def swap_pages(setting: Setting, rng: random.Random) -> Setting:
    """Two neighbouring pages changed places; the first stays where it is if there are more than two."""
    if len(setting.pages) < 2:
        raise DefectDoesNotFit("swapped_pages")
    pages = list(setting.pages)
    i = rng.randrange(1, len(pages) - 1) if len(pages) > 2 else 0
    pages[i], pages[i + 1] = pages[i + 1], pages[i]
    return replace(setting, pages=tuple(pages))


def lose_page(setting: Setting, rng: random.Random) -> Setting:
    """A page in the middle is gone."""
    if len(setting.pages) < 3:
        raise DefectDoesNotFit("missing_page")
    gone = rng.randrange(1, len(setting.pages) - 1)
    return replace(setting, pages=(*setting.pages[:gone], *setting.pages[gone + 1 :]))


def append(setting: Setting, other: Setting) -> Setting:
    """Another document behind the first, in the same file; none of its values is gold."""
    unmarked = tuple(
        replace(page, glyphs=tuple(replace(glyphs, mark=None) for glyphs in page.glyphs))
        for page in other.pages
    )
    return replace(setting, pages=(*setting.pages, *unmarked))
