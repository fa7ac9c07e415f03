"""Projects in lists below their Maßnahmenart, or behind it in the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.certainty.confidence import with_repaired_name
from extract.layout.blocks import Block
from extract.layout.understand import Reading
from extract.parties.organisations import is_organisation
from extract.projects.enumerations import enumerated
from extract.projects.list_heads import DEEPER, counted_within, is_below, measure_head, next_run_in
from extract.projects.measure_drafts import Draft, same_measure
from extract.projects.names import ANNEX, ASIDE, CALLS_PROJECTS, ON_ITS_OWN_LINE, find_project, without_stop

# "Projekte: A; B", "… mit den Projekten A, B sowie C"
NAMES_PROJECTS = re.compile(rf"{CALLS_PROJECTS}\s*:\s+")
# What a label tells of the project above, though a scan has a mark before it.
PARTICULAR = re.compile(r"[\w-]+:\s")
# An item this much left of the first one of a list is none of it; scanned pages do not lie exactly alike.
LEAVES_LIST = 1.2
# A paragraph of this many words ends a list of projects; a stray shorter one (a stamp, a mark) does not.
END_OF_LIST_WORDS = 6


def listed_measures(reading: Reading) -> tuple[list[Draft], dict[int, Draft | None]]:
    """The measures with their lists; and for each block, and the end, the measure it stands under."""
    lists = _Lists(reading)
    for index in range(len(reading.layout.blocks)):
        lists.take(index)
    lists.above[len(reading.layout.blocks)] = lists.current
    _doubt_cut(lists.run_in)
    return lists.drafts, lists.above


class _Lists:
    """The measures of the blocks taken so far, and the one under which the next block stands."""

    def __init__(self, reading: Reading) -> None:
        self.drafts: list[Draft] = []
        self.above: dict[int, Draft | None] = {}
        self.current: Draft | None = None
        self.run_in: list[tuple[Draft, str]] = []
        self._reading, self._blocks = reading, reading.layout.blocks
        self._head: Block | None = None
        self._first: Block | None = None
        self._aside = False

    def take(self, index: int) -> None:
        reading, block = self._reading, self._blocks[index]
        self.above[index] = self.current
        head = measure_head(reading, self._blocks, index) or next_run_in(
            reading, block, self._head, self.current
        )
        self._aside = self._aside and head is None and block.kind == "item"
        if head is not None:
            self._open(head, block)
        elif within := counted_within(reading, block):
            self.drafts += within
            self.current = None
        elif block.kind != "heading" and ASIDE.fullmatch(block.text):
            self._aside = True
        elif self._aside and block.kind == "item":
            return
        elif self.current is not None and (named := NAMES_PROJECTS.match(block.text)):
            self.current.projects += enumerated(block.passage.part(named.end(), len(block.text)))
        elif _is_set_off(block):
            self.current = None
        elif self.current is not None and self._head is not None and is_below(block, self._head):
            self._take_item(index, self.current)
        elif self._ends_list(block):
            self.current = None

    def _open(self, draft: Draft, head: Block) -> None:
        self.current, self._head, self._first = draft, head, None
        self.run_in += [(draft, head.text)] if draft.projects else []
        known = next((one for one in self.drafts if same_measure(one, draft)), None)
        if known is None:
            self.drafts.append(draft)
        else:
            known.projects += draft.projects
            self.current = known

    def _take_item(self, index: int, measure: Draft) -> None:
        block = self._blocks[index]
        if _heads_group(self._blocks, index):
            self._first = None
            return
        if measure.projects and PARTICULAR.match(block.text) and ON_ITS_OWN_LINE.match(block.text):
            return  # "Träger: Volkshochschule"
        self._first = self._first or block
        if not _is_beside(block, self._first):
            self.current = measure if _is_deeper(block, self._first) else None
        elif project := find_project(without_stop(block.passage, self._blocks[index - 1].text)):
            measure.projects.append(project)

    def _ends_list(self, block: Block) -> bool:
        if block.kind == "heading" or ANNEX.match(block.text):
            return True
        told = self._first and (_is_deeper(block, self._first) or ON_ITS_OWN_LINE.match(block.text))
        return len(block.text.split()) >= END_OF_LIST_WORDS and not told


def _doubt_cut(run_in: Sequence[tuple[Draft, str]]) -> None:
    """Doubts the last name of an enumeration that stops without the sign at which all others end: the page
    ended there, and what is printed on the next one may belong to it."""
    cut = [draft for draft, text in run_in if not text.rstrip().endswith((".", ";", ","))]
    if len(cut) == 1 < len(run_in):
        last = cut[0].projects[-1]
        cut[0].projects[-1] = with_repaired_name(last)


def _is_set_off(block: Block) -> bool:
    """ "– Bericht –": a heading between dashes, of which the first looks like the mark of an item."""
    return block.marker is not None and block.marker.style == "dash" and block.text.endswith(("–", "—", " -"))


def _heads_group(blocks: Sequence[Block], index: int) -> bool:
    """Does an item say who runs the projects that are listed deeper below it?"""
    block, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "item" or _is_set_off(below):
        return False
    lost = below.marker is not None and below.marker.words == 0
    left, reach = (below.left, _text_left(block)) if lost else (below.left, block.left)
    if left <= reach + DEEPER * block.lines[0].size:
        return False
    carries = ON_ITS_OWN_LINE.match(block.text) is not None or is_organisation(block.text.rstrip(" :,;"))
    return carries and ON_ITS_OWN_LINE.match(below.text) is None


def _is_beside(block: Block, first: Block) -> bool:
    """Is `block` an item of the list that began with `first`? Its mark is of that kind, no further left."""
    marks = [one.marker is not None and one.marker.style in ("bullet", "dash") for one in (block, first)]
    # Where the mark of one was lost, their texts tell.
    lost = any(one.marker is not None and one.marker.words == 0 for one in (block, first))
    left, reach = (_text_left(block), _text_left(first)) if lost else (block.left, first.left)
    return marks[0] == marks[1] and left > reach - LEAVES_LIST * first.lines[0].size


def _text_left(block: Block) -> float:
    return block.left if block.marker is None else block.marker.text_x0


def _is_deeper(block: Block, above: Block) -> bool:
    """Does `block` tell something of the item `above`?"""
    return block.left > above.left + DEEPER * above.lines[0].size
