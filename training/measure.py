"""How well a model finds what is marked: precision, recall and F1; a span counts only if it fits exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.scorer import PRFScore

from training.text import LABELS, PER, Text

Figures = dict[str, PRFScore]


@dataclass
class Result:
    """Scores by label. `without_person`: words of texts in which nobody is named; `strangers`: persons
    found in them all the same.
    """

    name: str
    texts: int = 0
    scores: Figures = field(default_factory=lambda: {label: PRFScore() for label in LABELS})
    without_person: int = 0
    strangers: int = 0

    @property
    def all(self) -> PRFScore:
        total = PRFScore()
        for score in self.scores.values():
            total += score
        return total


def measured(name: str, texts: Sequence[Text], nlp: Language) -> Result:
    result = Result(name, len(texts))
    for text, doc in zip(texts, nlp.pipe([text.text for text in texts]), strict=True):
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        marked = {(span.start, span.end, span.label) for span in text.spans}
        for label, score in result.scores.items():
            score.score_set({f for f in found if f[2] == label}, {m for m in marked if m[2] == label})
        if not any(label == PER for *_, label in marked):
            result.without_person += sum(token.is_alpha for token in doc)
            result.strangers += sum(label == PER for *_, label in found)
    return result
