"""Set arithmetic over facts: precision, recall, F1, and the two figures that matter most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.facts import Fact

# The fields of which every one must be right for a document to count as right.
KEY_FIELDS = frozenset(
    {
        "kind",
        "programme",
        "budget_year",
        "party",
        "registry_key",
        "amount",
        "signatory_name",
        "signatory_function",
        "signatory_organisation",
        "signatory_place",
        "signatory_date",
        "project",
    }
)


@dataclass
class Score:
    """True positives, false positives, false negatives; sums of scores are scores."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Score) -> None:
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp + self.fp + self.fn else 1.0


@dataclass
class DocumentScore:
    """How one document was read.

    `wrong` are facts that are not in the gold, `lost` gold facts that were not delivered. A wrong fact is
    silent if neither its confidence nor a finding flags it; a lost one if nothing of its field is flagged.
    """

    name: str
    fields: dict[str, Score] = field(default_factory=dict)
    lenient: dict[str, Score] = field(default_factory=dict)
    wrong: list[Fact] = field(default_factory=list)
    lost: list[Fact] = field(default_factory=list)
    silent: list[Fact] = field(default_factory=list)
    needless: list[Fact] = field(default_factory=list)
    values: int = 0
    judged: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def right(self) -> bool:
        return all(score.fp == score.fn == 0 for name, score in self.fields.items() if name in KEY_FIELDS)


def score_document(
    name: str,
    delivered: Sequence[Fact],
    gold: Sequence[Fact],
    flagged: Callable[[Fact], bool],
    noticed: Callable[[str], bool],
) -> DocumentScore:
    """Delivered facts against gold. `flagged`: is the value marked as uncertain? `noticed`: is the field,
    where something is missing, marked as incomplete?
    """
    result = DocumentScore(name)
    for one in sorted({fact.field for fact in (*delivered, *gold)}):
        ours = [fact for fact in delivered if fact.field == one]
        theirs = [fact for fact in gold if fact.field == one]
        wrong, lost = _difference(ours, theirs)
        result.fields[one] = Score(len(ours) - len(wrong), len(wrong), len(lost))
        lenient_ours, lenient_theirs = Counter(f.lenient for f in ours), Counter(f.lenient for f in theirs)
        shared = sum((lenient_ours & lenient_theirs).values())
        result.lenient[one] = Score(shared, len(ours) - shared, len(theirs) - shared)
        result.values += max(len(ours), len(theirs))
        result.wrong += wrong
        result.lost += lost
        result.silent += [fact for fact in wrong if not flagged(fact)]
        unpaired = lost[len(wrong) :]
        if unpaired and not noticed(one):
            result.silent += unpaired
        wrong_ids = {id(fact) for fact in wrong}
        result.needless += [fact for fact in ours if id(fact) not in wrong_ids and flagged(fact)]
        result.judged += [(fact.confidence, id(fact) not in wrong_ids) for fact in ours]
    return result


def _difference(ours: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Facts of ours that theirs lack, and the other way round; each fact counts once."""
    left = Counter(fact.value for fact in theirs)
    wrong = []
    for fact in ours:
        if left[fact.value]:
            left[fact.value] -= 1
        else:
            wrong.append(fact)
    lost = []
    for fact in theirs:
        if left[fact.value]:
            left[fact.value] -= 1
            lost.append(fact)
    return wrong, lost


def total(scores: Iterable[Score]) -> Score:
    result = Score()
    for score in scores:
        result.add(score)
    return result
