"""The model card: what the model was made of, and what it reaches, good and bad."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.scorer import PRFScore

from training.measure import Result
from training.text import LABELS

TEMPLATE = Path(__file__).parent / "card.md"
FIGURES = "{figures}"


def write_card(path: Path, results: Sequence[Result], facts: dict[str, str]) -> None:
    """`facts` fill what stands in braces in card.md."""
    text = TEMPLATE.read_text(encoding="utf-8").replace(FIGURES, table(results))
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact)
    path.write_text(text, encoding="utf-8")


def table(results: Sequence[Result]) -> str:
    heads = ("measured on", "texts", *LABELS, "all", "persons found where nobody is named, per 10,000 words")
    rows = [heads, ("---",) + ("---:",) * (len(heads) - 1)]
    for result in results:
        scores = (*(result.scores[label] for label in LABELS), result.all)
        rate = f"{10_000 * result.strangers / result.without_person:.0f}" if result.without_person else "–"
        rows.append((result.name, f"{result.texts:,}", *map(_figures, scores), rate))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _figures(score: PRFScore) -> str:
    """P/R/F in per cent; nothing where nothing is marked."""
    if score.tp + score.fn == 0:
        return "–"
    return "/".join(f"{100 * value:.0f}" for value in (score.precision, score.recall, score.fscore))
