"""Lists of projects under titles that no catalogue knows and nothing counts, where what stands around them
tells that they are such: "Vermittlung und Begleitung" in bold above "• Tandem", in section "Maßnahmen"; or
"– Außerbetriebliche Ausbildung: Tandem" below "setzt die Mittel ein für"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from extract.certainty.confidence import with_repaired_name
from extract.language.language import is_sentence, says_something
from extract.language.passage import Passage
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.projects.announced import HEADED
from extract.projects.entries import may_be
from extract.projects.enumerations import enumerated
from extract.projects.measure_drafts import Draft
from extract.projects.names import ASIDE, ON_ITS_OWN_LINE, find_project
from models.agreement import Project

# What a section says of itself that lists what is funded.
SPEAKS_OF_PROJECTS = re.compile(
    r"\b(?:\w*[Mm]aßnahmen?|(?:\w*[Pp]r|Pr)ojekte?n?|Vorhabens?|Angebote?n?|Förder(?:ung|gegenstand|schwerpunkte?))\b"
)
# "Weitere Projekte" goes on with what is listed above it.
NO_TITLE = re.compile(r"\b(?:Projekte?n?|Vorhabens?|Angebote?n?)\b")
# "Die Träger berichten dem Landkreis."
SAYS = re.compile(r"(?:D(?:er|ie|as)|Es|Sie|Er|Alle|Jede[rs]?)\s.*\.")
# What the money is for, where a list goes on with the sentence; and titles that are of such a kind.
SPENT_FOR = re.compile(
    r"\b(?:Mittel|Budget|Zuwendung|Betr[aä]ge?)\b[^.;]*\b(?:für|zugunsten|auf|wie\s+folgt(?:\s+ein)?)\W*$"
)
OF_MEASURES = re.compile(
    r"(?:[Aa]us|[Ww]eiter|[Ff]ort)bildung|qualifi[zk]|[Bb]eschäftigung|[Vv]orbereit|[Cc]oaching|[Bb]eratung"
    r"|[Vv]ermittlung|[Aa]ktivierung|[Ee]ingliederung|[Ss]prachförderung",
    re.IGNORECASE,
)
RUN_IN = re.compile(r"(?P<title>[A-ZÄÖÜ][^:;.,\d]{3,80}):\s+(?=[„A-ZÄÖÜ])")
# Longest title in words; so many lists under titles set alike are told by their section alone, one by a
# section that is called "Vorhaben", "Projekte", if it says what it is for at once.
TITLE_WORDS, FEWEST = 14, 2
# What is set alike begins together within this, and is as large within this (letter sizes, points).
SAME_EDGE, SAME_SIZE = 0.6, 0.6


@dataclass(frozen=True, slots=True)
class _Titled:
    """A short line alone, and the list right below it."""

    head: Block
    title: Passage
    projects: list[Project]

    @classmethod
    def of(cls, head: Block, items: Sequence[Block]) -> _Titled | None:
        """The list of `items`, if each of them may be a project and the line above them a title."""
        title = head.passage.part(0, len(head.text.rstrip(" :")))
        brief = head.kind == "paragraph" and len(title.text.split()) <= TITLE_WORDS
        if not brief or not title.text[:1].isupper() or is_sentence(title.text) or says_something(title.text):
            return None
        if (
            title.text.endswith((".", ";", ","))
            or ASIDE.match(f"{title.text}:")
            or NO_TITLE.search(title.text)
        ):
            return None
        top = [item for item in items if item.level == items[0].level]
        told = any(
            is_sentence(item.text) or SAYS.fullmatch(item.text) or ON_ITS_OWN_LINE.match(item.text)
            for item in top
        )
        found = [find_project(item.passage) for item in top]
        projects = [one for one in found if one is not None and may_be(one)]
        return cls(head, title, projects) if not told and len(projects) == len(top) else None

    def set_alike(self, other: _Titled) -> bool:
        one, two = self.head.lines[0], other.head.lines[0]
        edge = abs(one.bbox[0] - two.bbox[0]) < SAME_EDGE * one.size
        return one.bold == two.bold and edge and abs(one.size - two.size) < SAME_SIZE


def with_titled_lists(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what is listed under titles they do not know, also where it was taken for a part of
    what is listed above it."""
    more = _titled_measures(reading, drafts)
    moved = {_place(project) for draft in more for project in draft.projects}
    left = [
        replace(draft, projects=[one for one in draft.projects if _place(one) not in moved])
        for draft in drafts
    ]
    return [*left, *more]


def _run_in(blocks: Sequence[Block], reading: Reading) -> list[Draft]:
    """What the items of a list name behind titles of Maßnahmenarten, each in its line, where a sentence leads
    to them that tells what the money is for."""
    drafts: list[Draft] = []
    for lead, index in ((block, n + 1) for n, block in enumerate(blocks) if SPENT_FOR.search(block.text)):
        items = list(takewhile(lambda one: one.kind == "item", blocks[index:]))
        titled = [(item, title) for item in items if (title := RUN_IN.match(item.text))]
        apart = len({title["title"] for _, title in titled}) == len(items) >= FEWEST
        if lead.kind == "item" or not apart or not all(OF_MEASURES.search(t["title"]) for _, t in titled):
            continue
        for item, title in titled:
            passage = item.passage.part(*title.span("title"))
            projects = enumerated(item.passage.part(title.end(), len(item.text)))
            doubted = [with_repaired_name(one) for one in projects]
            drafts.append(Draft(None, passage, reading.reference.match_measure(passage.text), doubted))
    return drafts


def _place(project: Project) -> tuple[int, float, float]:
    place = project.name.provenance
    return place.page, place.bbox[0], place.bbox[1]


def _titled_measures(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """What is listed under titles unknown so far, each in doubt: beside lists whose titles are those of
    `drafts`; or, where none of these has projects, in sections that speak of such."""
    known = {draft.title.text for draft in drafts if draft.projects}
    found: list[Draft] = []
    for section, blocks in groupby(reading.layout.blocks, key=lambda block: block.section):
        within = list(blocks)
        lists = [one for one in _titled_lists(within) if not _divides_budgets(one, reading)]
        told = [one for one in lists if one.title.text in known]
        if told:
            more = [one for one in lists if one not in told and any(one.set_alike(other) for other in told)]
        elif not known and section is not None and _speaks_of_projects(within, lists):
            more = [one for one in lists if one.set_alike(lists[0])]
            headed = any(HEADED.fullmatch(block.text) for block in within if block.kind == "heading")
            alone = headed and all(OF_MEASURES.match(one.title.text) for one in more)
            more = more if len(more) >= FEWEST or alone else []
        else:
            more = []
        found += [_draft(one, reading) for one in more]
        found += [] if known or more else _run_in(within, reading)
    return found


def _divides_budgets(titled: _Titled, reading: Reading) -> bool:
    """Does it list what each of several programmes gives: "Aufteilung:", "– Arbeitsmarktbudget: 500 Euro"?
    One that is read well tells it."""
    return any(reading.reference.match_programme(one.name.value) for one in titled.projects)


def _titled_lists(blocks: Sequence[Block]) -> Iterator[_Titled]:
    runs = [(listed, list(run)) for listed, run in groupby(blocks, key=lambda block: block.kind == "item")]
    for (_, before), (listed, run) in pairwise(runs):
        if listed and (titled := _Titled.of(before[-1], run)):
            yield titled


def _speaks_of_projects(blocks: Sequence[Block], lists: Sequence[_Titled]) -> bool:
    """Does the heading of a section, or what leads to its first list, speak of projects?"""
    if not lists:
        return False
    before = blocks[: next(index for index, block in enumerate(blocks) if block is lists[0].head)]
    leads = [*(block for block in before if block.kind == "heading"), *before[-1:]]
    return any(SPEAKS_OF_PROJECTS.search(block.text) for block in leads)


def _draft(titled: _Titled, reading: Reading) -> Draft:
    projects = [with_repaired_name(one) for one in titled.projects]
    return Draft(None, titled.title, reading.reference.match_measure(titled.title.text), projects)
