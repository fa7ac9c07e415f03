"""More texts from the same texts: joined, wrapped, and for some a damaged copy."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from training.noise import noised, wrapped
from training.text import Text, joined

# Shares of the texts. Joined: with up to three that follow; damaged: a copy beside the clean text.
JOINED, WRAPPED, DAMAGED = 0.25, 0.35, 0.45
MOST_JOINED = 3


def augmented(texts: Sequence[Text], seed: int) -> Iterator[Text]:
    """Each text once, clean, some joined and wrapped; and damaged copies of some."""
    rng = random.Random(seed)
    for text in _joined(texts, rng):
        laid_out = wrapped(text, rng) if rng.random() < WRAPPED else text
        yield laid_out
        if rng.random() < DAMAGED:
            yield noised(laid_out, rng)


def damaged(texts: Sequence[Text], seed: int) -> Iterator[Text]:
    """A damaged copy of each text."""
    rng = random.Random(seed)
    for text in texts:
        yield noised(text, rng)


def _joined(texts: Sequence[Text], rng: random.Random) -> Iterator[Text]:
    index = 0
    while index < len(texts):
        count = 1 + (rng.randint(1, MOST_JOINED) if rng.random() < JOINED else 0)
        yield joined(texts[index : index + count], rng.choice((" ", "\n")))
        index += count
