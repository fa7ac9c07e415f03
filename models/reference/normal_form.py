"""The normal form in which names are compared: what German grammar and OCR vary is gone."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

ARTICLES = frozenset({"der", "die", "das", "des", "dem", "den"})

# How Tesseract and older OCR misread the letters that are not English, seen on names of the field.
_MISREADINGS = {"ß": ("ss", "b", "8", "®", "s", "fs"), "ü": ("u", "ii", "ti"), "ö": ("o", "6"), "ä": ("a",)}
# Letters that OCR takes for each other fall together; measured in tests/test_matching_measured.py.
_LOOKALIKES = str.maketrans("1lj0ceub85f", "iiioeenhhst")
# A lone s behind a vowel belongs to the word: "kreis" has the genitive "kreises".
_INFLECTION = re.compile(r"(?:er)?(?:es|en|em|er|e|(?<![aiou])s|n)?$")
# Below five letters an ending is more often part of the word ("neue", "kreis" is longer).
_SHORTEST_INFLECTED = 5
_ASIDE = re.compile(r",?\s*(?:-\s*)?(?:vertreten\s+durch|nachfolgend|nachstehend|im\s+[Ff]olgenden)\b")
_BRACKETS = re.compile(r"\([^)]*\)")
# A place in brackets belongs to a name: Frankfurt (Oder) is not Frankfurt.
_ASIDE_BRACKETS = re.compile(
    r"\((?:[A-ZÄÖÜ]{2,}|im\b|nach\w+|kurz|auch|künftig|der|die|das|Landkreis|Kreis|Stadt)\b[^)]*\)"
)
_WORD = re.compile(r"[^\W_]+(?:®[^\W_]*)*")
_MOST_VARIANTS = 64


def join_lines(text: str) -> str:
    """Undo line-break hyphenation: "Land-⏎kreis" is one word, "Groß-⏎Gerau" keeps its hyphen."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad\n", "").replace("\u00ad", "")
    if "\n" not in text and "\0" not in text:
        return text
    text = re.sub(r"(\w)-\s*\n\s*(?=[^\W\d_])", lambda match: f"{match[1]}-\0", text)
    return re.sub(r"-\0(.)", lambda match: match[1] if match[1].islower() else f"-{match[1]}", text)


def without_aside(text: str, brackets: bool = True) -> str:
    """The name itself, without "(HMSI)", "(im Folgenden …)" and what follows "vertreten durch".

    With `brackets` everything in brackets goes, without it only what cannot be part of a place's name.
    """
    pattern = _BRACKETS if brackets else _ASIDE_BRACKETS
    return _ASIDE.split(pattern.sub(" ", text), maxsplit=1)[0]


def tokens(text: str) -> list[str]:
    """Words in lower case with plain vowels and "ss"; blanks, hyphens and punctuation part them."""
    folded = join_lines(text).casefold().replace("l<", "k")
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFD", folded)
        folded = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _WORD.findall(folded)


def stem(token: str) -> str:
    """The token without its inflection: "hessischen", "hessisches" → "hessisch"."""
    return _INFLECTION.sub("", token) if len(token) >= _SHORTEST_INFLECTED else token


def shape(plain: str) -> str:
    """What is left of a plain word when letters of one look count as one: "kre1s", "krels" → "kreis"."""
    return plain.replace("rn", "m").replace("ii", "n").translate(_LOOKALIKES)


def spelling_variants(text: str) -> list[str]:
    """`text` first, then as OCR misreads its special letters, one misreading per letter throughout."""
    letters = [letter for letter in _MISREADINGS if letter in text]
    variants = [text]
    for choice in product(*((letter, *_MISREADINGS[letter]) for letter in letters)):
        variant = text
        for letter, reading in zip(letters, choice, strict=True):
            variant = variant.replace(letter, reading)
        variants.append(variant)
    return variants[:_MOST_VARIANTS]
