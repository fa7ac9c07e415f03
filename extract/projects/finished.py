"""Measures as they are delivered: how sure each name and each title is, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from rapidfuzz import fuzz

from extract.certainty.confidence import repaired, weighed, with_repaired_name
from extract.language.longer_names import letters_of
from extract.layout.understand import Reading
from extract.parties.organisations import is_organisation
from extract.projects.carriers import tells_of_carriers
from extract.projects.cut_titles import is_cut
from extract.projects.frame import unframed, without_label
from extract.projects.measure_anchors import CODE, NUMBER_ALONE
from extract.projects.measure_drafts import Draft, bare_name
from extract.projects.names import is_written_well
from extract.projects.strips import ADJECTIVE
from extract.projects.two_readings import SPOILED, uncounted
from models.agreement import Measure, Project
from models.values import Extracted

# What behind a known title is none of it: ". Es sind dies", " mit zusammen 500 Euro", " (Anteil: 500 Euro)",
# and " (Anteil" where the sum was cut off.
BEHIND_TITLE = re.compile(r"[.:;]\s|\s(?:mit|in Höhe|zu|i\.\s?H\.)\s|\s\([^()]*(?:$|\d\s?(?:€|Euro\b|EUR\b))")
# No name ends like this: "Bewilligung durch"; and so many letters in a row make a piece of a title.
CUT = re.compile(rf"\s(?:durch|bis|von|vom|an|am|über|mit|bei|nach|auf|aus|unter)$|{ADJECTIVE}")
TELLING = 14
# ".Lernhaus", "Küche &.Service", "BaP –.Modul": no stop stands before a word, and no blank before a colon.
SPECK_BEFORE = re.compile(r"(?:^|(?<=\s)|(?P<sign>[–—&]))[.·](?=[^\W\d_])")
# "3A Küche & Service", "32 Startklar", "4X Fachtag": the number of an item with a pen's tick on it; "3D" is a
# word.
LIKE_MARK = re.compile(r"^(?!3D\b)\d[\dA-Z]?\s(?=[„\"]?[A-ZÄÖÜ][a-zäöüß])")
BLANK_BEFORE = re.compile(r"(?<=\w) (?=[:;,]\s)")
# What leads from one title of a list to the next.
GOES_ON = re.compile(r",?\s(?:und|sowie|oder)$")
# "($ 13 SGB VIII)", "(8 13 SGB VIII)": what stands before the number of a law's paragraph.
PARAGRAPH_SIGN = re.compile(r"\$(?=\s?\d)|(?<=\()8(?=\s\d{1,3}[a-z]?\sSGB\b)")
LOST_STOP = re.compile(r"\se\.\s?V$")
# "Ausbildungsvorbereitung zusammen"
SUMMED_UP = re.compile(r"\s(?:insgesamt|gesamt|zusammen)$")
# What is shorter is what counts the projects: "1a".
SHORTEST = 3
# A project may be called like an organisation, "Jugendwerkstatt Tandem". Where so many are, and no more than
# one of their list is not, they run the projects.
MOST_CARRIERS = 3
# Likeness in 100 of a scanned title and a name of the catalogue: here a letter or two are misread, here none.
NEARLY, ALIKE = 96.0, 100.0


def without_more(reading: Reading, draft: Draft) -> Draft:
    """The draft without what goes on behind the title: "Ausbildungsvorbereitung. Es sind dies"."""
    text = draft.title.text
    if draft.match is None and (behind := BEHIND_TITLE.search(text)):
        title = draft.title.part(0, behind.start())
        if title.text and (match := reading.reference.match_measure(title.text)):
            return replace(draft, title=title, match=match)
    return draft


def sound_draft(reading: Reading, draft: Draft, counted: bool) -> Draft:
    """The draft without the rest of a title that was taken for a project. Where that happened, or a name
    was cut wrongly, the list was not understood: what else is in it is doubted. If its names are those of
    organisations, or codes, nothing in it is certain. `counted`: does a number or a letter count each name?
    """
    spellings = [bare_name(text) for measure in reading.reference.measures for text in measure.spellings]
    projects = [
        one
        for one in draft.projects
        if len(of_title := bare_name(SUMMED_UP.sub("", one.name.value))) < TELLING
        or not any(of_title in text for text in spellings)
    ]
    cut = any(SPOILED.search(one.name.value) or CUT.search(one.name.value) for one in projects)
    if cut or len(projects) < len(draft.projects):
        projects = list(map(with_repaired_name, projects))
    carriers = [one for one in projects if is_organisation(one.name.value)]
    carried = len(carriers) >= MOST_CARRIERS and len(carriers) >= len(projects) - 1
    coded = any(NUMBER_ALONE.fullmatch(one.name.value) or len(one.name.value) < SHORTEST for one in projects)
    understood = not (carried or coded)
    written = [
        one.model_copy(
            update={
                "name": repaired(
                    _closed(one.name), exact=understood and _is_spelled_well(one, reading, counted)
                )
            }
        )
        for one in projects
    ]
    return replace(draft, projects=written)


def _closed(name: Extracted[str]) -> Extracted[str]:
    """A scanned name with the last stop of "e. V.", of which it lost it, without specks before words or
    what a pen left of its mark, with the sign of a paragraph."""
    if name.provenance.origin != "ocr":
        return name
    text = LIKE_MARK.sub("", name.value)
    text = SPECK_BEFORE.sub(lambda speck: f"{speck['sign']} " if speck["sign"] else "", text)
    text = PARAGRAPH_SIGN.sub("§", BLANK_BEFORE.sub("", text))
    specked = text != name.value
    text = f"{text}." if LOST_STOP.search(text) else text
    mended = name.model_copy(update={"value": text})
    return repaired(mended, exact=False) if specked else mended


def _is_spelled_well(project: Project, reading: Reading, counted: bool) -> bool:
    """Is a name written well? In a scan no word of it is parted that the document writes as one, "Logistik
    kom pakt", nor written otherwise, "Sprint" for "SprInt"."""
    name = project.name.value
    name = uncounted(name) if counted else name
    if project.name.provenance.origin != "ocr":
        return is_written_well(name)
    parted = {f"{one}{two}" for one, two in pairwise(name.split()) if one.isalpha() and two.islower()}
    inner = {word[1:] for word in re.findall(r"[^\W\d_]{4,}", name)}
    alike = set(map(str.casefold, inner))
    otherwise = {word[1:] for word in reading.words if not word.isupper() and word[1:].casefold() in alike}
    return is_written_well(name) and parted.isdisjoint(reading.words) and otherwise <= inner


def measures_of(drafts: Sequence[Draft], reading: Reading) -> tuple[Measure, ...]:
    listed = without_label([draft.projects for draft in drafts])
    projects = iter(unframed(listed, any(tells_of_carriers(block.text) for block in reading.layout.blocks)))
    return tuple(
        Measure(
            number=draft.number,
            title=repaired(_title(draft), exact=not is_cut(draft.title, reading)),
            measure_key=draft.match.entry.key if draft.match else None,
            projects=tuple(islice(projects, len(draft.projects))),
        )
        for draft in drafts
    )


def _likeness(one: str, other: str) -> float:
    """Of the letters of two names, in 100."""
    return fuzz.ratio(letters_of(one), letters_of(other))


def _title(draft: Draft) -> Extracted[str]:
    """The title as printed; the catalogue vouches for it if it has it with the same letters. A scanned one
    that it does not have is disputed."""
    text = GOES_ON.sub("", " ".join(draft.title.text.split()).strip(" ,;:=–—-"))
    spellings = draft.match.entry.spellings if draft.match else ()
    scanned = bool(draft.title.pieces) and draft.title.pieces[0].word.origin == "ocr"
    if scanned:
        # Of a catalogue's name only blanks and marks differ: specks of the scan.
        text = next((one for one in spellings if letters_of(one) == letters_of(text)), text)
    known = [one for one in spellings if text.casefold().startswith(one.casefold())]
    if known and BEHIND_TITLE.match(text, longest := max(map(len, known))):
        text = text[:longest]
    if scanned:
        near = max(spellings, key=lambda one: _likeness(one, text), default="")
        if near != text and NEARLY <= _likeness(near, text) < ALIKE:
            return repaired(draft.title.whole(near), exact=False)
    if CODE.fullmatch(text):
        return repaired(draft.title.whole(text), exact=False)  # nothing tells what it stands for
    in_catalogue = any(text.casefold() == spelling.casefold() for spelling in spellings)
    if known and not in_catalogue:
        return repaired(draft.title.whole(text), exact=False)  # what is behind the title is none of it
    if scanned and not in_catalogue:
        return repaired(draft.title.whole(text), exact=False)  # so were 15 of 400 scans, all of them wrong
    return weighed(draft.title.whole(text), 1.0 if in_catalogue else 0.0)
