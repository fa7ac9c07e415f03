"""What scanning and typing do to a text: capitals, confused letters, lost spaces, specks, wrapped lines."""

from __future__ import annotations

import random

from training.text import Text, borders, rewritten

# How Tesseract misreads German print: (printed, read as). Two letters that become one are a pair.
CONFUSED = {
    "ü": ("u", "ii", "ti", "û"), "ö": ("o", "6", "é"), "ä": ("a", "i", "à"), "ß": ("B", "ss", "8", "fs"),
    "Ü": ("U", "Ue"), "Ö": ("O", "Oe", "0"), "Ä": ("A", "Ae"), "l": ("1", "I", "|"), "I": ("l", "1", "|"),
    "i": ("1", "l", "ı"), "m": ("rn", "nn"), "n": ("ri", "u"), "u": ("n", "ii"), "c": ("e", "o"),
    "e": ("c", "o"), "h": ("b", "li"), "O": ("0", "Q"), "0": ("O", "o"), "S": ("5", "$"), "5": ("S",),
    "B": ("8", "ß"), "g": ("q", "9"), "t": ("f", "r"), "f": ("t", "ſ"), "d": ("cl",), "w": ("vv",),
    "1": ("l", "I"), ".": (",", "·"), ",": (".",), "ł": ("l", "t"), "ş": ("s",), "ç": ("c",), "ć": ("c",),
    "č": ("c",), "š": ("s",), "ğ": ("g",), "é": ("e",), "ž": ("z",), "ø": ("o", "ö"), "å": ("a", "ä"),
}  # fmt: skip
PAIRS = {"rn": "m", "cl": "d", "vv": "w", "ii": "ü", "ri": "n", "fi": "ﬁ", "li": "h"}
# Letters whose sign is lost more often than others are misread.
FRAGILE = frozenset("üöäßÜÖÄłşçćčšğéžøå")
FRAGILE_RATE = 6.0
SPECKS = (".", ",", "'", "`", "-", "~", ":", "·", "*", "°", "|", "_", "^", "„")
# Characters; the narrowest of three signature columns holds some fifteen.
LINE_WIDTH = (14, 90)


def wrapped(text: Text, rng: random.Random) -> Text:
    """The text in lines of some width, as in a narrow or a wide column."""
    width = rng.randint(*LINE_WIDTH)
    characters = list(text.text)
    begun = 0
    last_space: int | None = None
    for offset, character in enumerate(characters):
        if character == "\n":
            begun, last_space = offset + 1, None
        elif character == " ":
            last_space = offset
        if offset - begun >= width and last_space is not None:
            characters[last_space] = "\n"
            begun, last_space = last_space + 1, None
    return rewritten(text, characters)


def noised(text: Text, rng: random.Random) -> Text:
    """A copy with one or several kinds of damage. Spans may no longer end where tokens do."""
    cased = rng.random()
    if cased < 0.30:
        text = in_capitals(text)
    elif cased < 0.38:
        text = rewritten(text, [character.lower() for character in text.text])
    elif cased < 0.50:
        text = _lines_in_capitals(text, rng)
    if cased >= 0.50 or rng.random() < 0.3:
        text = _misread(text, rng, rng.choice((0.01, 0.03, 0.06)))
    if rng.random() < 0.2:
        text = _without_spaces(text, rng, 0.06)
    if rng.random() < 0.25:
        text = _specked(text, rng, rng.choice((0.03, 0.1)))
    return text


def in_capitals(text: Text) -> Text:
    return rewritten(text, [character.upper() for character in text.text])


def _lines_in_capitals(text: Text, rng: random.Random) -> Text:
    characters: list[str] = []
    for line in text.text.splitlines(keepends=True):
        capitals = rng.random() < 0.5
        characters += [character.upper() if capitals else character for character in line]
    return rewritten(text, characters)


def _misread(text: Text, rng: random.Random, rate: float) -> Text:
    source = text.text
    characters = list(source)
    kept = borders(text)
    for offset, character in enumerate(source):
        if not characters[offset]:
            continue
        pair = source[offset : offset + 2]
        if pair in PAIRS and offset + 1 not in kept and rng.random() < rate * 2:
            characters[offset], characters[offset + 1] = PAIRS[pair], ""
        elif character in CONFUSED and rng.random() < rate * (FRAGILE_RATE if character in FRAGILE else 1):
            characters[offset] = rng.choice(CONFUSED[character])
    return rewritten(text, characters)


def _without_spaces(text: Text, rng: random.Random, rate: float) -> Text:
    """Some spaces are lost, but none at the edge of an entity: its end would be anybody's guess."""
    kept = borders(text)
    characters = [
        "" if one == " " and not {offset, offset + 1} & kept and rng.random() < rate else one
        for offset, one in enumerate(text.text)
    ]
    return rewritten(text, characters)


def _specked(text: Text, rng: random.Random, rate: float) -> Text:
    """Some gaps between words hold a speck."""
    characters = [
        f"{one}{rng.choice(SPECKS)}{one}" if one in " \n" and rng.random() < rate else one
        for one in text.text
    ]
    return rewritten(text, characters)
