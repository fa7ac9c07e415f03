"""The entity model as a witness: what it sees in typed signature blocks, and what its word is worth."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
import spacy

from batch import marks
from extract.certainty.confidence import REPAIRED, UNCONFIRMED
from extract.errors import DependencyMissing
from extract.language.lines import Line
from extract.signatures import entities
from extract.signatures.entities import MODEL, Persons, model_files, model_version
from models.settings import Settings
from tests.test_signatories import FRONT
from tests.typed_pages import typed_agreement, typed_pages
from training.text import LABELS

ROOT = Path(__file__).parent.parent
LARGEST = 25_000_000
BLOCK = """
Für das Land Hessen
Wiesbaden, den 3. April 2019
Dr. Annegret Schäfer-Kowalczyk
Staatssekretärin

Für den Landkreis Gießen
Gießen, den 9. April 2019
Mehmet Güngör
Landrat
"""


def column(text: str) -> list[Line]:
    (page,) = typed_pages(text)
    return [Line(1, tuple(words)) for _, words in groupby(page.words, key=lambda word: word.bbox[1])]


def names(text: str) -> list[str]:
    return [name.text for name in Persons(column(text)).names()]


def test_persons_are_seen_without_their_degrees() -> None:
    assert names(BLOCK) == ["Annegret Schäfer-Kowalczyk", "Mehmet Güngör"]


def test_persons_are_seen_in_capitals() -> None:
    assert names(BLOCK.upper()) == ["ANNEGRET SCHÄFER-KOWALCZYK", "MEHMET GÜNGÖR"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Annegret Schäfer-Kowalczyk", "Annegret Schafer-Kowa1czyk"),
        ("Annegret Schäfer-Kowalczyk", "Annegret Schäfer-Kovvalczyk"),
        ("Mehmet Güngör", "Mehrnet Giingor"),
    ],
)
def test_persons_are_seen_though_letters_are_misread(printed: str, read: str) -> None:
    assert read in names(BLOCK.replace(printed, read))


def test_places_offices_and_bodies_are_nobody() -> None:
    nobody = """
    Hessisches Ministerium für Soziales und Integration
    Groß-Gerau, den 12. Mai 2020
    Erster Kreisbeigeordneter
    Landkreis Groß-Gerau
    Regierungspräsidium Kassel
    """
    assert names(nobody) == []


def test_a_name_parted_over_two_lines_is_one_and_knows_what_stands_beside_it() -> None:
    lines = column("""
    Wiesbaden, den 3. April 2019
    Dr. Annegret
    Schäfer-Kowalczyk, Landrätin
    Landkreis Gießen
    """)
    sighting = Persons(lines).begins_at(1)
    assert sighting is not None
    assert sighting.before.text == "Dr."
    assert sighting.name.text == "Annegret Schäfer-Kowalczyk"
    assert [piece.word.text for piece in sighting.name.pieces] == ["Annegret", "Schäfer-Kowalczyk,"]
    assert (sighting.after.text, sighting.lines) == (", Landrätin", 2)
    assert Persons(lines).begins_at(2) is None


def test_a_column_without_words_names_nobody() -> None:
    assert Persons([]).names() == []


def signed(block: str, confidence: float = 0.95) -> list[tuple[str, float, str | None]]:
    """Name with its confidence, and office, as read from a scan."""
    read = typed_agreement(typed_pages(FRONT + block, origin="ocr", confidence=confidence))
    return [
        (one.name.value, one.name.provenance.confidence, one.function.value if one.function else None)
        for one in read.signatories
        if one.name
    ]


HEAD = """
        Groß-Gerau, den 9. September 2022
"""


def test_a_name_that_rules_and_model_see_is_as_certain_as_its_ink() -> None:
    block = HEAD + "        Mehmet Güngör\n        Landrat\n"
    assert signed(block) == [("Mehmet Güngör", 0.95, "Landrat")]


def test_a_name_that_only_the_model_sees_is_delivered_with_doubt() -> None:
    block = HEAD + "        mehmet güngör\n        Landrat\n"
    ((name, confidence, office),) = signed(block)
    assert (name, office) == ("mehmet güngör", "Landrat")
    assert confidence <= REPAIRED


def test_a_name_before_a_comma_is_no_place() -> None:
    block = HEAD + "        Annegret Schäfer,\n        Landrätin\n"
    ((name, _, office),) = signed(block)
    assert (name, office) == ("Annegret Schäfer", "Landrätin")


def test_name_and_office_are_parted_without_a_sign_between_them() -> None:
    block = HEAD + "        Annegret Schäfer Landrätin\n"
    ((name, _, office),) = signed(block)
    assert (name, office) == ("Annegret Schäfer", "Landrätin")


def test_a_name_parted_over_two_lines_is_delivered_whole() -> None:
    block = HEAD + "        Dr. Annegret\n        Schäfer-Kowalczyk, Landrätin\n"
    ((name, _, office),) = signed(block)
    assert (name, office) == ("Dr. Annegret Schäfer-Kowalczyk", "Landrätin")


def test_a_signature_read_as_a_word_is_no_part_of_the_name_below_it() -> None:
    block = HEAD + "        Ihn\n        Annegret Schäfer\n        Landrätin\n"
    assert [(name, office) for name, _, office in signed(block)] == [("Annegret Schäfer", "Landrätin")]


def test_an_organisation_does_not_swallow_the_name_below_it() -> None:
    block = """
        Für den Zuwendungsempfänger:
        gez. Annegret Schäfer
        Landrätin
        Groß-Gerau, den 9. September 2022
    """
    assert [(name, office) for name, _, office in signed(block)] == [("Annegret Schäfer", "Landrätin")]


def test_a_scanned_name_that_the_model_denies_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Persons, "names", lambda self: [])
    monkeypatch.setattr(Persons, "begins_at", lambda self, index: None)
    block = HEAD + "        Mehmet Güngör\n        Landrat\n"
    assert signed(block) == [("Mehmet Güngör", UNCONFIRMED, "Landrat")]


def test_capitals_that_lead_to_no_office_and_are_nobody_are_no_name() -> None:
    block = """
        Nachweise und Fristen
        Groß-Gerau, den 9. September 2022
        Mehmet Güngör
        Landrat
    """
    assert [name for name, *_ in signed(block)] == ["Mehmet Güngör"]


def test_the_model_is_loaded_when_the_first_signature_is_read_and_only_then() -> None:
    code = """
import pipeline
from extract.signatures.entities import entity_model
from tests.test_signatories import FRONT
from tests.typed_pages import typed_agreement
print(entity_model.cache_info().currsize)
for _ in range(2):
    typed_agreement(FRONT + "Gießen, den 9. April 2019\\nMehmet Güngör\\nLandrat")
print(entity_model.cache_info().currsize, entity_model.cache_info().misses)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1", "1"]


def test_the_model_is_small_and_holds_no_word_of_its_training() -> None:
    assert sum(file.stat().st_size for file in model_files()) < LARGEST
    words = {*spacy.load(MODEL).vocab.strings} - {*spacy.blank("de").vocab.strings}
    assert words <= {*LABELS, "ROOT"}


def test_a_missing_model_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(entities, "MODEL", tmp_path)
    with pytest.raises(DependencyMissing, match="Eigennamen"):
        model_files()


def test_the_model_decides_what_of_earlier_runs_may_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    versions = marks.versions_here()
    assert versions["entities"] == model_version()
    before = marks.reading_mark(versions, Settings())
    assert marks.reading_mark(versions, Settings()) == before
    another = tmp_path / "model"
    another.write_bytes(b"trained anew")
    monkeypatch.setattr(marks, "model_files", lambda: [another])
    assert marks.reading_mark(versions, Settings()) != before
