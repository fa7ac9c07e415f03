"""The words of what matters, amounts, dates, names, are read by both engines, however sure the first was.

Of words that Tesseract was sure of one in two hundred is wrong, of figures one in a hundred: the second
engine sees half of them. It would take a second a page to read all; what a record holds takes a tenth of
that. So it is read once the record is known, and the record is made anew.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from extract.errors import OcrFailed
from extract.files.sheet import Grey
from extract.files.watch import Watch
from extract.geometry import contains_center
from extract.language.spelling import as_german
from extract.page import Page, Word
from extract.scans.cuttings import spot_of
from extract.scans.german_readings import german_reading
from extract.scans.ocr import find_tesseract
from extract.scans.settling import Reading, Settled
from extract.scans.witness import CERTAIN, Question, ask
from models.agreement import Agreement
from models.values import BBox, Extracted

MAX_PER_PAGE = 200
"""Words read again on a page at most, the least certain first: some two seconds."""
ALWAYS = 1.1
"""Above any confidence."""


def with_second_opinion(pages: Sequence[Page], record: Agreement, watch: Watch) -> list[Page]:
    """The pages with what both engines have of the words in the key values of their record.

    Raises NoScratchSpace, DependencyMissing.
    """
    wanted = set(_words_of(pages, key_values(record), CERTAIN)) | set(_words_of(pages, names(record), ALWAYS))
    looked_at = []
    for page in pages:
        watch.begins(page.number)
        looked_at.append(_looked_at(page, sorted(at for number, at in wanted if number == page.number)))
    watch.leaves_pages()
    return looked_at


def _words_of(
    pages: Sequence[Page], values: Iterable[Extracted[Any]], below: float
) -> Iterator[tuple[int, int]]:
    """Page and index of the words of some values that were read with less than that, by one engine."""
    boxes: dict[int, list[BBox]] = defaultdict(list)
    for value in values:
        boxes[value.provenance.page].append(value.provenance.bbox)
    for page in pages:
        for index, word in enumerate(page.words):
            # The words of a stamp were read from its picture made level: on the page they lie aslant.
            level = word.origin == "ocr" and not word.slant
            open_ = level and not word.weighed and word.confidence < below
            within = open_ and any(contains_center(box, word.spot) for box in boxes[page.number])
            if within and any(char.isalnum() for char in word.text):
                yield page.number, index


def key_values(record: Agreement) -> Iterator[Extracted[Any]]:
    """The values of which no letter may be wrong."""
    yield from record.amounts
    yield from record.dates
    for measure in record.measures:
        yield from (project.name for project in measure.projects)
    yield from (signatory.date for signatory in record.signatories if signatory.date is not None)


def names(record: Agreement) -> Iterator[Extracted[str]]:
    """No word list knows them, and the first engine reads á as ä as surely as any other letter."""
    yield from (signatory.name for signatory in record.signatories if signatory.name is not None)


def _looked_at(page: Page, asked: Sequence[int]) -> Page:
    asked = sorted(asked, key=lambda index: page.words[index].confidence)[:MAX_PER_PAGE]
    if page.print is None or not asked:
        return page
    read = cv2.imread(str(page.print.file), cv2.IMREAD_GRAYSCALE)
    if read is None:
        return page  # what was kept of it is gone or damaged: it stays as it was read
    grey: Grey = np.asarray(read, np.uint8)
    questions = []
    for index in asked:
        word = page.words[index]
        em = word.size / page.print.points
        picture = spot_of(grey, page.print.pixels(word.bbox), em)
        questions.append((Question((index,), picture, em), Reading(word.text, word.confidence)))
    with tempfile.TemporaryDirectory(prefix="aktenlese-") as folder:
        try:
            said = ask(find_tesseract(), questions, Path(folder) / "again")
        except OcrFailed:
            return page  # it stays as it was read
    words = list(page.words)
    for index, one in zip(asked, said, strict=True):
        words[index] = _settled(words[index], one)
    return replace(page, words=tuple(words))


def _settled(word: Word, said: Settled) -> Word:
    """What the engines have of it, as one word: it is the layout that says what belongs together."""
    if " " in said.text:
        return replace(word, confidence=min(word.confidence, said.confidence), weighed=said.weighed)
    found = german_reading(said.text, said.confidence, (*said.alternatives, *word.alternatives))
    text = as_german(found or said.text)
    others = (*said.alternatives, *word.alternatives) if found is None else (said.text, *said.alternatives)
    alternatives = tuple(other for other in dict.fromkeys(others) if other not in (text, said.text))
    return replace(
        word, text=text, confidence=said.confidence, alternatives=alternatives, weighed=said.weighed
    )
