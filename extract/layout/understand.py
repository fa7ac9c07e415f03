"""The reading: a document's layout and language side by side; what the field rooms work on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from extract.language.language import MENTIONS, read_text
from extract.language.passage import Passage, join_passages
from extract.layout.blocks import Block
from extract.layout.first_document import first_document
from extract.layout.layout import Layout, find_layout
from extract.layout.page_labels import in_printed_order
from extract.page import Page
from models.reference import Reference

# A paragraph of this many words is body, not title.
BODY_WORDS = 30
# … unless it names the parties: the title may be one long sentence.
NAMES_PARTIES = re.compile(r"\b(?:zwischen|vertreten durch|nachfolgend|im Folgenden)\b", re.IGNORECASE)
OPENING = re.compile(
    r"(?:Präambel|Vorbemerkung(?:en)?|Inhalt(?:sverzeichnis|sübersicht)?)\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Something the reference data knows, named at start..end of the text."""

    start: int
    end: int
    group: str
    key: str


@dataclass(frozen=True)
class Reading:
    """One document as text and as layout.

    `passage` is the body, block after block, parted by line feeds; tables and signature blocks are not
    in it. `starts` are the offsets at which the blocks begin. `further` is the title of a second document
    in the same file; it and what follows it are not in the text.
    """

    layout: Layout
    passage: Passage
    starts: tuple[int, ...]
    doc: Doc
    reference: Reference
    further: Passage | None = None

    @property
    def text(self) -> str:
        return self.passage.text

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, each once, without figures."""
        return frozenset(re.findall(r"[^\W\d_]+", self.text))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(
            Mention(span.start_char, span.end_char, span.label_, span.kb_id_)
            for span in self.doc.spans[MENTIONS]
        )

    def mentioned(self, group: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Mentions of one group ("body", "ministry", "programme" …) within start..end."""
        stop = len(self.text) if end is None else end
        return [m for m in self.mentions if m.group == group and start <= m.start and m.end <= stop]

    def block_index(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def block_at(self, offset: int) -> Block:
        return self.layout.blocks[self.block_index(offset)]

    def span_of(self, index: int) -> tuple[int, int]:
        """Where block number `index` stands in the text."""
        start = self.starts[index]
        return start, start + len(self.layout.blocks[index].text)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence around an offset, within its block."""
        begin, end = self.span_of(self.block_index(offset))
        span = next((s for s in self.doc.sents if s.start_char <= offset < s.end_char), None)
        return (max(begin, span.start_char), min(end, span.end_char)) if span is not None else (begin, end)

    @cached_property
    def front_end(self) -> int:
        """Where the title part ends: at the first section or the first long paragraph."""
        for index, block in enumerate(self.layout.blocks):
            opens_body = OPENING.match(block.lines[0].text) or (
                len(block.text.split()) >= BODY_WORDS and not NAMES_PARTIES.search(block.text)
            )
            if index and (block.section is not None or opens_body):
                return self.starts[index]
        return len(self.text)


def understand(pages: Sequence[Page], nlp: Language, reference: Reference) -> Reading:
    """Layout and language of a document that has been read."""
    own, further = first_document(in_printed_order(pages))
    layout = find_layout(own)
    passages = [block.passage for block in layout.blocks]
    starts, offset = [], 0
    for passage in passages:
        starts.append(offset)
        offset += len(passage.text) + (1 if passage.text else 0)
    passage = join_passages(passages, seam="\n")
    title = further.passage if further else None
    # A name may run over a block's end: a line feed is a blank to the language.
    doc = read_text(nlp, passage.text.replace("\n", " "))
    return Reading(layout, passage, tuple(starts), doc, reference, title)
