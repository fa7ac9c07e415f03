"""Invented title and signature blocks: what stands where names matter, with the names marked."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from training.stock import Stock
from training.text import Text, joined
from training.writer import Writer

# What share of the blocks is what; the rest are signature blocks.
TITLE_SHARE, OTHER_SHARE = 0.25, 0.2
SIDE_BY_SIDE = 0.3
# Signature blocks are often read with the last lines of the text above them.
AFTER_TEXT = 0.15


class SignatureForm(BaseModel):
    """The lines of a block from top to bottom, each with the forms it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: int
    lines: tuple[tuple[str, ...], ...]


class Templates(BaseModel):
    """templates.toml, which says what is what."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titles: tuple[str, ...]
    others: tuple[str, ...]
    held_out: tuple[str, ...]
    signature: tuple[SignatureForm, ...]


@cache
def templates() -> Templates:
    with Path(__file__).with_name("templates.toml").open("rb") as file:
        return Templates.model_validate(tomllib.load(file))


def invented(stock: Stock, count: int, seed: int) -> Iterator[Text]:
    """`count` blocks of all kinds."""
    rng = random.Random(seed)
    writer = Writer(stock, rng)
    for _ in range(count):
        chance = rng.random()
        if chance < TITLE_SHARE:
            yield writer.fill(rng.choice(templates().titles))
        elif chance < TITLE_SHARE + OTHER_SHARE:
            yield writer.fill(rng.choice(templates().others))
        else:
            yield _signatures(writer, rng)


def held_out(stock: Stock, count: int, seed: int) -> Iterator[Text]:
    """`count` blocks in forms, and if the stock is another, with names that are not in the training."""
    writer = Writer(stock, random.Random(seed))
    forms = templates().held_out
    for number in range(count):
        yield writer.fill(forms[number % len(forms)])


def _signatures(writer: Writer, rng: random.Random) -> Text:
    """One block, several below each other, or two beside each other."""
    forms = templates().signature
    form = rng.choices(forms, weights=[form.weight for form in forms])[0]
    blocks = [_lines(writer, rng, form) for _ in range(rng.choice((1, 1, 2, 2, 3)))]
    if rng.random() < AFTER_TEXT:
        blocks.insert(0, [writer.fill(rng.choice(templates().others))])
    if len(blocks) == 2 and rng.random() < SIDE_BY_SIDE:
        rows = [[line for line in row if line] for row in zip_longest(*blocks)]
        seam = rng.choice((" ", "  ", "      "))
        return joined([joined(row, seam) for row in rows], "\n")
    return joined([line for block in blocks for line in block], rng.choice(("\n", "\n", "\n", "\n\n", " ")))


def _lines(writer: Writer, rng: random.Random, form: SignatureForm) -> list[Text]:
    chosen = [rng.choice(line) for line in form.lines]
    return [writer.fill(line) for line in chosen if line]
