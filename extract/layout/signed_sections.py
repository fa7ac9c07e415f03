"""Headings with a sign that cannot be anything else, "§ 7", "Artikel 3", also where a scan misread it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extract.language.lines import Line
from extract.language.section_numbers import NO_SECTIONS
from extract.layout.section_setting import (
    BRIEF_TITLE,
    EXTRA_SPACE,
    SENTENCE_END,
    TITLE_WORDS,
    Candidate,
    Setting,
)
from models.german.roman import roman, to_roman

# A sign that cannot be anything else.
SIGNED = re.compile(
    r"(?P<sign>§+|Artikel|ARTIKEL|Art\.|Paragraph|Paragraf)\s*[.,]?(?P<number>(?!0)\d{1,2}\s?[a-z]?|[IVX]{1,5})"
    r"(?P<rest>[.:)·–—-]?(?:\s+.*|(?<=[\d·])[A-ZÄÖÜ][a-zäöüß].*)?)"
)
RUN_IN = re.compile(r"[.:)–—-]?\s*(?P<title>[A-ZÄÖÜ][^.:]*)[.:]\s+[A-ZÄÖÜ]\S*(?:\s+\S+){2,}")
# What the deu model, which does not know the sign, makes of "§ 7" when it stands alone: "87", "S7", "s 7".
MISREAD = re.compile(r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])[.:]?")
MISREAD_AND_TITLE = re.compile(
    r"(?P<sign>[§8Ss5$&3gßB6fF9])\s?(?P<number>\d{1,2}|[Iil|])(?P<rest>(?:[.:]|\s?[–—-])?\s+[A-ZÄÖÜ].*)"
)
# What may end a sentence behind its full stop.
QUOTES = '“”"«»‘’'
# Numbers missing between two misread headings may be this many: more, and it is some other number.
MISREAD_GAP = 2
# Specks before a sign.
SPECKS = "'‘’‚`´,.·"
# What parts a number from its title.
BEHIND_NUMBER = " .:)|/–—-"
# Signs, and specks read as such, between a number and its title.
BEFORE_TITLE = "([|/–— -'’‘`´•·"


def signed_chain(lines: Sequence[Line], unsigned: Sequence[Candidate], setting: Setting) -> list[Candidate]:
    """Headings with a § or another sign, and those between them whose sign was misread; in a scan also those
    of the `unsigned` that have lost it."""
    candidates = signed_candidates(lines, setting)
    chain = _increasing(candidates)
    if setting.scanned and chain:
        chain = _filled(chain, unsigned, setting)
    romans = sum(candidate.roman for candidate in candidates)
    if 2 * romans < len(chain):
        return chain
    return [replace(one, number=to_roman(int(one.number))) if one.number.isdigit() else one for one in chain]


def signed_candidates(lines: Sequence[Line], setting: Setting) -> list[Candidate]:
    """Lines that may be such headings."""
    candidates: list[Candidate] = []
    for index, line in enumerate(lines):
        scanned = line.words[0].origin == "ocr"
        text = line.text.strip().lstrip(SPECKS if scanned else "")
        if match := SIGNED.fullmatch(text):
            number, title = _arabic(match["number"]), _title_start(line, match)
            run_in = RUN_IN.fullmatch(match["rest"].strip())
            candidate = Candidate(index, number, True, title, roman=match["number"].isalpha())
            if run_in is not None and _runs_in(index, run_in["title"], setting):
                candidates.append(replace(candidate, run_in=run_in["title"]))
            elif title is not None and _goes_on(index, match["rest"].strip(" .:)"), setting):
                candidates.append(replace(candidate, certain=False, run_in=""))
            elif _is_heading(index, match["rest"].strip(" .:)"), setting):
                candidates.append(candidate)
        elif (match := MISREAD.fullmatch(text)) and _stands_alone(index, setting):
            number = "1" if match["number"] in "Iil|" else match["number"]
            candidates.append(Candidate(index, number, False, None))
        elif scanned and (match := MISREAD_AND_TITLE.fullmatch(text)):
            if _is_heading(index, match["rest"].strip(" .:"), setting):
                number = "1" if match["number"] in "Iil|" else match["number"]
                candidates.append(Candidate(index, number, False, _title_start(line, match)))
        elif text.isdigit() and len(text) <= 2 and setting.centred(index):
            # The sign was not read at all.
            candidates.append(Candidate(index, text, False, None))
    return candidates


def _filled(chain: Sequence[Candidate], unsigned: Sequence[Candidate], setting: Setting) -> list[Candidate]:
    """The headings, between two of them those without a sign that alone have a number missing there."""
    filled = [*chain[:1]]
    for before, behind in itertools.pairwise(chain):
        for number in range(_value(before.number) + 1, _value(behind.number)):
            fitting = [
                one
                for one in unsigned
                if before.index < one.index < behind.index
                and one.number == str(number)
                and setting.set_alike(one, before)
            ]
            filled += fitting if len(fitting) == 1 else []
        filled.append(behind)
    return filled


def _is_heading(index: int, title: str, setting: Setting) -> bool:
    """A line "§ 4 …" is a heading, not a sentence that happens to begin with a reference."""
    if not title:
        return setting.previous_is_complete(index) or setting.centred(index)
    if (
        len(title.split()) > TITLE_WORDS
        or title.rstrip(QUOTES).endswith(SENTENCE_END)
        or not title.lstrip(BEFORE_TITLE)[:1].isupper()
    ):
        return False
    brief = len(title.split()) <= BRIEF_TITLE and setting.ends_early(index)
    set_off = setting.above(index) >= EXTRA_SPACE or setting.centred(index) or setting.emphasised(index)
    return setting.previous_is_complete(index) and (set_off or brief)


def _runs_in(index: int, title: str, setting: Setting) -> bool:
    """A brief title right before its text: at the beginning of a paragraph, bold or with room above."""
    set_off = setting.lines[index].words[0].bold or setting.above(index) >= EXTRA_SPACE
    return len(title.split()) <= BRIEF_TITLE and set_off and setting.previous_is_complete(index)


def _goes_on(index: int, text: str, setting: Setting) -> bool:
    """Is what stands behind a sign and a number the first line of a paragraph of its own?"""
    full = not (setting.ends_early(index) or setting.centred(index) or setting.emphasised(index))
    opens = setting.above(index) >= EXTRA_SPACE and setting.previous_is_complete(index)
    refers = NO_SECTIONS.fullmatch(text.split()[0]) is not None
    return full and opens and setting.below(index) < EXTRA_SPACE and text[:1].isupper() and not refers


def _stands_alone(index: int, setting: Setting) -> bool:
    return (setting.centred(index) or setting.above(index) >= EXTRA_SPACE) and setting.previous_is_complete(
        index
    )


def _increasing(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Certain headings as they are; misread ones where their number fits between its neighbours."""
    chain: list[Candidate] = []
    previous = 0
    for position, candidate in enumerate(candidates):
        if candidate.certain:
            chain.append(candidate)
            previous = _value(candidate.number)
            continue
        value = _value(candidate.number)
        following = next((_value(c.number) for c in candidates[position + 1 :] if c.certain), None)
        fits = previous < value <= previous + 1 + MISREAD_GAP
        if fits and (following is None or value < following):
            chain.append(candidate)
            previous = value
    return chain if len(chain) >= 2 or any(c.certain for c in chain) else []


def _title_start(line: Line, match: re.Match[str]) -> int | None:
    """Index of the first title word in a line "§ 4 Haushaltsmittel"; None when the number stands alone."""
    rest = match["rest"].strip(BEHIND_NUMBER)
    if not rest:
        return None
    offset, start = 0, len(line.text) - len(match["rest"].lstrip(BEHIND_NUMBER))
    for index, word in enumerate(line.words):
        if offset >= start - 1 and word.text.strip(".:)–—-"):
            return index
        offset += len(word.text) + 1
    return None


def _arabic(number: str) -> str:
    number = number.replace(" ", "")
    return str(roman(number)) if re.fullmatch(r"[IVX]+", number) else number


def _value(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0
