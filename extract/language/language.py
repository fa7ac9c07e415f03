"""The spaCy pipeline: German tokens, sentences, and mentions of what the reference data knows.

Mentions are found on folded stems, so that "des Landkreises Groß-Gerau" and "Landkreis Groß-Gerau" are one.
An entity model would join here as one more component, writing `doc.ents`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from spacy import blank
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.language.longer_names import LongerNames
from models.reference import Reference
from models.reference.normal_form import stem, tokens

MENTIONS = "mentions"

FINITE_VERB = re.compile(
    r"(?<![\w.-])(?:ist|sind|wird|werden|wurden?|hat|haben|kann|können|darf|dürfen|soll|sollen|muss|müssen|gilt|gelten"
    r"|beträgt|betragen|beläuft|belaufen|liegt|lautet|macht|umfasst|stellt|stehen|steht|erhält|bewilligt"
    r"|gewährt|fördert|trägt|bleibt|bleiben)\b"
)
SENTENCE_WORDS = 6
BRIEF_NAME = 4
"""A name of so few words may hold a verb ("Jugend macht Zukunft"): it is no sentence without a full stop."""
VERB_OF_A_NAME = re.compile(r"[A-ZÄÖÜ]\S*(?:\s\S+)?\s(?:macht|steht|bleibt|stellt|trägt|liegt|gilt)\s\S")


def says_something(text: str) -> bool:
    """Does a verb make this more than a name?"""
    brief = len(text.split()) <= BRIEF_NAME and not text.endswith((".", ":", ";"))
    return FINITE_VERB.search(text) is not None and not (brief and VERB_OF_A_NAME.match(text))


def is_sentence(text: str) -> bool:
    """Does a list item say something, or does it only name something? A sentence has a verb, or words enough
    and a full stop."""
    words = len(text.split())
    return bool(FINITE_VERB.search(text)) or (text.endswith(".") and words >= SENTENCE_WORDS)


READ = 128
"""So many texts are kept with what is seen in them: those of a document of some pages."""


@lru_cache(maxsize=1)
def language_of(reference: Reference) -> Language:
    """The pipeline for one set of reference data; building it takes some 0.2 s, so it is kept."""
    nlp = blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("mentions", config={"phrases": _phrases(reference)})
    return nlp


@lru_cache(maxsize=READ)
def read_text(nlp: Language, text: str) -> Doc:
    """What a pipeline has of a text. A document is understood twice, most of its texts the same both times:
    nobody may change what is handed out."""
    return nlp(text)


def _phrases(reference: Reference) -> list[tuple[str, str, str]]:
    """(group, key, phrase) of everything the reference data names."""
    groups = {
        "body": reference.bodies,
        "ministry": reference.ministries,
        "programme": reference.programmes,
        "office": reference.offices,
        "authority": reference.authorities,
        "kind": reference.kinds,
        "measure": reference.measures,
    }
    return [
        (group, entry.key, phrase)
        for group, entries in groups.items()
        for entry in entries
        for phrase in (*entry.spellings, *entry.abbreviations)
    ]


@Language.factory("mentions", default_config={"phrases": []})
def _make_mentions(nlp: Language, name: str, phrases: list[tuple[str, str, str]]) -> Mentions:
    return Mentions(nlp, phrases)


class Mentions:
    """Sets doc.spans["mentions"]: label = group, kb_id = key. Longest match first, no overlaps in a group."""

    def __init__(self, nlp: Language, phrases: Iterable[tuple[str, str, str]]) -> None:
        self.vocab = nlp.vocab
        self.matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self.abbreviations = {phrase.casefold(): phrase for _, _, phrase in phrases if phrase.isupper()}
        names: dict[str, list[tuple[str, Doc]]] = {}
        for group, key, phrase in phrases:
            pattern = nlp.make_doc(phrase)
            _set_norms(pattern)
            self.matcher.add(f"{group}\t{key}", [pattern])
            names.setdefault(group, []).append((key, pattern))
        self.longer = {group: LongerNames(known) for group, known in names.items()}

    def __call__(self, doc: Doc) -> Doc:
        _set_norms(doc)
        by_group: dict[str, list[Span]] = {}
        for match_id, start, end in self.matcher(doc):
            group, key = self.vocab.strings[match_id].split("\t")
            if (
                self.abbreviations.get(doc[start:end].text.casefold(), doc[start:end].text)
                != doc[start:end].text
            ):
                continue
            found = Span(doc, start, end, label=group, kb_id=key)
            by_group.setdefault(group, []).append(self.longer[group].whole(found))
        doc.spans[MENTIONS] = sorted(
            (span for spans in by_group.values() for span in filter_spans(spans)),
            key=lambda span: (span.start, span.label_),
        )
        return doc


def _set_norms(doc: Doc) -> None:
    for token in doc:
        token.norm_ = _norm_of(token.text)


@lru_cache(maxsize=8192)
def _norm_of(word: str) -> str:
    return stem("".join(tokens(word))) or word
