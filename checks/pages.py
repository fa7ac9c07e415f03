"""DOC: the pages of the file, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checks.document import restarts
from checks.rule import Context, Contradiction, agreement_rule, spots
from models.agreement import Agreement, PrintedNumber
from models.values import Spot

AT_MOST = 2
"""As many pages as the file has may be lacking, not more."""
Part = list[PrintedNumber]
"""Pages that are numbered through from their first to their last, as they lie in the file."""


@agreement_rule(
    "DOC004",
    "warning",
    german="Den Seitenzahlen nach fehlen Seiten.",
    english="By the printed page numbers, pages are missing.",
    why="Was auf der fehlenden Seite steht, etwa ein Betrag, fehlt auch in der Tabelle.",
    example="Seite 1, Seite 2, Seite 4",
)
def no_page_is_missing(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for part in _parts(record):
        first, present = part[0], {label.number for label in part}
        gaps = [(first, range(1, first.number))] if first is _labels(record)[0] else []
        gaps += [(label, range(last.number + 1, label.number)) for last, label in pairwise(part)]
        for label, numbers in gaps:
            # Pages between the two that bear no number may be the missing ones.
            before = max((one.page for one in part if one.page < label.page), default=0)
            missing = [number for number in numbers if number not in present]
            if missing and label.page - before - 1 < len(missing):
                yield Contradiction(
                    "Vor dieser Seite fehlen Seiten." if len(missing) > 1 else "Vor dieser Seite fehlt eine.",
                    expected=", ".join(f"Seite {number}" for number in missing),
                    found=f"Seite {label.number}",
                    fields=_fields(record, label),
                    spots=(_spot(label),),
                )


@agreement_rule(
    "DOC005",
    "warning",
    german="Eine Seite liegt doppelt oder nicht an ihrer Stelle.",
    english="A page is repeated or out of order.",
    why="Vertauschte Seiten zerreißen Tabellen und Listen; eine doppelte Seite zählt ihre Beträge zweimal.",
    example="Seite 1, Seite 3, Seite 2",
)
def pages_lie_in_order(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for part in _parts(record):
        for last, label in pairwise(part):
            if label.number > last.number:
                continue
            twice = label.number in {one.number for one in part if one.page < label.page}
            yield Contradiction(
                "Diese Seite gab es schon." if twice else "Diese Seite liegt nicht an ihrer Stelle.",
                expected=f"nach Seite {last.number} eine spätere",
                found=f"Seite {label.number}",
                fields=_fields(record, label),
                spots=(_spot(label),),
            )


@agreement_rule(
    "DOC006",
    "warning",
    german="Gedruckt sind mehr oder weniger Seiten angekündigt, als die Datei hat.",
    english='"Page 3 of 5" does not fit the pages of the file.',
    why="Das Ende fehlt, oder hinter der Vereinbarung liegt etwas anderes.",
    example="„Seite 1 von 5“, die Datei hat vier Seiten.",
)
def all_announced_pages_are_there(record: Agreement, context: Context) -> Iterator[Contradiction]:
    parts = _parts(record)
    for position, part in enumerate(parts):
        announced = [label for label in part if label.of]
        if not announced:
            continue
        end = parts[position + 1][0].page if position + 1 < len(parts) else len(record.document.pages) + 1
        highest = max(part, key=lambda label: label.number)
        # Pages behind the last numbered one may belong to it: a page of signatures often has no number.
        possible = range(highest.number, max(highest.number, highest.number + end - 1 - part[-1].page) + 1)
        wrong = next((label for label in announced if label.of not in possible), None)
        if wrong is not None:
            yield Contradiction(
                "Die angekündigte Zahl der Seiten stimmt nicht mit der Datei überein.",
                expected=f"{wrong.of} Seiten",
                found=f"bis Seite {highest.number}",
                difference=f"{highest.number - (wrong.of or 0)} Seiten",
                fields=_fields(record, wrong),
                spots=(_spot(wrong),),
            )


@agreement_rule(
    "DOC007",
    "warning",
    german="In der Datei liegen zwei Dokumente.",
    english="Two documents in one file.",
    why="Die Angaben des zweiten mischen sich mit denen des ersten oder gehen verloren.",
    example="Nach den Unterschriften beginnt die Zählung wieder bei Seite 1 und § 1.",
)
def a_file_is_one_document(record: Agreement, context: Context) -> Iterator[Contradiction]:
    annexes = {annex.heading.provenance.page for annex in record.annexes if annex.heading}
    pages: dict[int, tuple[str, Spot, str]] = {}
    if (title := record.further_document) is not None:
        pages[title.provenance.page] = (title.text, title.spot, "further_document")
    for index in restarts(record):
        number = record.sections[index].number
        pages.setdefault(number.provenance.page, (number.text, number.spot, f"sections[{index}].number"))
    for part in _parts(record)[1:]:
        pages[part[0].page] = (f"Seite {part[0].number}", _spot(part[0]), _fields(record, part[0])[0])
    told = 0
    for page, (found, spot, field) in sorted(pages.items()):
        # An annex may count for itself. The second page of a second document is no third one.
        if annexes & {page} or (told and page - told < 2):
            continue
        told = page
        yield Contradiction(
            "Hier beginnt die Zählung von vorn: vermutlich ein zweites Dokument (aktenlese split trennt).",
            expected="ein Dokument je Datei",
            found=f"{found} auf Blatt {page} der Datei",
            fields=(field,),
            spots=(spot,),
        )


@agreement_rule(
    "DOC008",
    "info",
    german="Eine Anlage ist genannt, liegt aber nicht in der Datei.",
    english="An annex is mentioned but absent.",
    why="Anlagen sind Teil der Vereinbarung; oft stehen dort die Beträge der Projekte.",
    example="„die in Anlage 2 genannten Projekte“, aber keine Seite mit „Anlage 2“.",
)
def annexes_are_there(record: Agreement, context: Context) -> Iterator[Contradiction]:
    for index, annex in enumerate(record.annexes):
        if annex.mention is not None and annex.heading is None:
            yield Contradiction(
                "Diese Anlage ist in der Datei nicht zu finden.",
                expected=annex.name,
                found=annex.mention.text,
                fields=(f"annexes[{index}]",),
                spots=spots(annex.mention),
            )


RULES = (
    no_page_is_missing,
    pages_lie_in_order,
    all_announced_pages_are_there,
    a_file_is_one_document,
    annexes_are_there,
)


def _parts(record: Agreement) -> list[Part]:
    """The numbered pages; where the numbers begin again at 1, a new part begins."""
    parts: list[Part] = []
    for label in _labels(record):
        if not parts or (label.number == 1 and parts[-1][-1].number > 1):
            parts.append([])
        parts[-1].append(label)
    return parts


def _labels(record: Agreement) -> Part:
    """The printed numbers, without one that its two neighbours contradict: it is misread. A number beyond all
    pages that may be lacking, and not of as many, is misread, too, or counts those of a whole volume."""
    most = AT_MOST * len(record.document.pages)
    labels = [page.printed for page in record.document.pages if page.printed is not None]
    labels = [label for label in labels if label.number <= max(most, label.of or 0)]
    scanned = {page.number for page in record.document.pages if page.origin == "ocr"}
    if announced := max((label.of for label in labels if label.of), default=None):
        # "2/2" is easily read as 212.
        most = max(announced, len(record.document.pages))
        labels = [label for label in labels if label.page not in scanned or label.number <= most]
    return [label for index, label in enumerate(labels) if not _misread(labels, index)]


def _misread(labels: Sequence[PrintedNumber], index: int) -> bool:
    if not 0 < index < len(labels) - 1:
        return False
    last, label, following = labels[index - 1 : index + 2]
    return _in_step(last, following) and not _in_step(last, label)


def _in_step(first: PrintedNumber, second: PrintedNumber) -> bool:
    return second.number - first.number == second.page - first.page


def _spot(label: PrintedNumber) -> Spot:
    return Spot(page=label.page, bbox=label.bbox)


def _fields(record: Agreement, label: PrintedNumber) -> tuple[str]:
    index = next(i for i, page in enumerate(record.document.pages) if page.printed == label)
    return (f"document.pages[{index}].printed",)
