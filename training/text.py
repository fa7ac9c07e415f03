"""A text for training: characters, and the spans of it that are entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

PER, ORG, LOC = "PER", "ORG", "LOC"
LABELS = (PER, ORG, LOC)


@dataclass(frozen=True, slots=True)
class Span:
    """The characters start..end are an entity."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Text:
    """`spans` are in their order and do not overlap."""

    text: str
    spans: tuple[Span, ...] = ()

    def entities(self) -> tuple[tuple[str, str], ...]:
        """(what is written, label) of each span."""
        return tuple((self.text[span.start : span.end], span.label) for span in self.spans)


Part = tuple[str, str | None]
"""A piece of text and its label; None where it is no entity."""


def from_parts(parts: Iterable[Part]) -> Text:
    text = ""
    spans = []
    for piece, label in parts:
        if label is not None and piece:
            spans.append(Span(len(text), len(text) + len(piece), label))
        text += piece
    return Text(text, tuple(spans))


def joined(texts: Sequence[Text], seam: str) -> Text:
    """The texts in a row with `seam` between them."""
    text = ""
    spans: list[Span] = []
    for number, one in enumerate(texts):
        if number:
            text += seam
        spans += [Span(s.start + len(text), s.end + len(text), s.label) for s in one.spans]
        text += one.text
    return Text(text, tuple(spans))


def rewritten(text: Text, characters: Sequence[str]) -> Text:
    """The text with each character replaced by what stands at its place, be that nothing or several."""
    if len(characters) != len(text.text):
        raise ValueError("one replacement for each character")
    offsets = [0]
    for one in characters:
        offsets.append(offsets[-1] + len(one))
    spans = tuple(
        Span(offsets[s.start], offsets[s.end], s.label)
        for s in text.spans
        if offsets[s.end] > offsets[s.start]
    )
    return Text("".join(characters), spans)


def borders(text: Text) -> frozenset[int]:
    """The offsets at which a span begins or ends."""
    return frozenset(offset for span in text.spans for offset in (span.start, span.end))


def of_doc(doc: Doc) -> Text:
    spans = tuple(Span(e.start_char, e.end_char, e.label_) for e in doc.ents)
    return Text(doc.text, spans)


def to_doc(text: Text, nlp: Language) -> Doc | None:
    """The text as tokens with entities; None if a span does not begin and end with a token."""
    if any(after.start < before.end for before, after in pairwise(text.spans)):
        raise ValueError("spans overlap")
    doc = nlp.make_doc(text.text)
    found = [doc.char_span(span.start, span.end, label=span.label) for span in text.spans]
    entities = [span for span in found if span is not None]
    if len(entities) < len(found):
        return None
    doc.set_ents(entities)
    return doc
