"""Quotation marks and brackets are made to fit their partners, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.scans.pairs import ALONE, BY_PAIR, with_pairs
from extract.scans.witness import Heard


def paired(text: str, confidence: float = 0.95) -> list[Heard]:
    return with_pairs([Heard(word, (0, 0, 1, 1), confidence, 12.0) for word in text.split()])


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Kurs „Weg frei* beginnt", "Kurs „Weg frei“ beginnt"),
        ('das „Land" und', "das „Land“ und"),
        ("das „Haus am See”, das", "das „Haus am See“, das"),
        ("(„Träger''), dann", "(„Träger“), dann"),
        ("Kurs [Modul A} beginnt", "Kurs [Modul A] beginnt"),
        ("Kurs {Modul A) beginnt", "Kurs (Modul A) beginnt"),
        ("{zehn} Euro", "(zehn) Euro"),
        ("[verlängert}", "[verlängert]"),
        ("Kurs „Weg (2. Jahr)‘ beginnt", "Kurs „Weg (2. Jahr)“ beginnt"),
        ("Kurs „Neue Wege‘ sowie „Haus am See“", "Kurs „Neue Wege“ sowie „Haus am See“"),
    ],
)
def test_a_mark_is_what_its_partner_tells(read: str, meant: str) -> None:
    found = paired(read)
    assert [word.text for word in found] == meant.split()
    changed = [word for word, was in zip(found, read.split(), strict=True) if word.text != was]
    assert changed
    assert all(word.confidence <= BY_PAIR and word.alternatives for word in changed)


@pytest.mark.parametrize(
    "text",
    [
        "Kurs „Weg frei“ beginnt * mit",
        "eine Summe* und",
        "Kurs „Hans’ Haus“ beginnt",
        'das "Land" und',
        "der Kurs (2. Jahr) [Modul A]",
        'der "Kurs Weg frei" beginnt',
        "der Kurs (2. Jahr)‘ und",
        "„Weg frei“ und eine Summe*",
    ],
)
def test_marks_in_order_stay(text: str) -> None:
    assert [(word.text, word.confidence) for word in paired(text)] == [(one, 0.95) for one in text.split()]


@pytest.mark.parametrize("read", ["yhd", "nd", "ynd", "urd"])
def test_what_a_pen_left_of_an_and_between_quotations_is_one_and_doubted(read: str) -> None:
    word = paired(f"„Lernhaus“ {read} „Werkhof“", 0.7)[1]
    assert (word.text, word.confidence, word.alternatives) == ("und", 0.5, (read,))


@pytest.mark.parametrize("confidence", [0.6, 0.97])
@pytest.mark.parametrize("word", ["in", "an", "um", "sind", "Bund", "ins", "nun", "rund"])
def test_other_words_between_quotations_stay(word: str, confidence: float) -> None:
    assert paired(f"„Lernhaus“ {word} „Werkhof“", confidence)[1].text == word


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("„Lernhaus“ nd „Werkhof“", 0.97), ("„Lernhaus“ nd Werkhof", 0.6), ("Lernhaus nd „Werkhof“", 0.6)],
)
def test_what_is_read_well_or_not_between_quotations_stays(text: str, confidence: float) -> None:
    assert [word.text for word in paired(text, confidence)] == text.split()


def test_a_mark_that_closes_what_was_not_seen_to_open_is_doubted() -> None:
    assert [word.confidence for word in paired("Kurs Weg frei“ beginnt")] == [0.95, 0.95, ALONE, 0.95]


@pytest.mark.parametrize(
    ("read", "other", "begins"),
    [("‚Weg", "", "„Weg"), (",Weg", "", "„Weg"), ("Weg", "..Weg", "„Weg"), ("Weg", "„‚Weg", "„Weg")],
)
def test_what_any_reading_has_left_of_the_mark_that_opens_is_one(read: str, other: str, begins: str) -> None:
    words = [Heard(one, (0, 0, 1, 1), 0.95, 12.0) for one in ("Kurs", read, "frei“")]
    words[1] = replace(words[1], alternatives=(other,) if other else ())
    found = with_pairs(words)
    assert [word.text for word in found] == ["Kurs", begins, "frei“"]
    assert found[1].confidence == found[2].confidence == BY_PAIR
    assert read in found[1].alternatives


@pytest.mark.parametrize("before", ["Weg, ,5", "Weg . , und", "Weg. ...und"])
def test_nothing_else_opens_what_closes(before: str) -> None:
    found = paired(f"{before} frei ist neu“")
    assert [word.text for word in found][:-1] == f"{before} frei ist".split()
    assert found[-1].confidence == ALONE


@pytest.mark.parametrize("mark", ['"', "“", "«", "‘"])
def test_a_mark_that_opens_what_nothing_closes_is_a_speck(mark: str) -> None:
    words = [word.text for word in paired(f"die {mark}Plätze im Haus „Weg frei“")]
    assert words == ["die", "Plätze", "im", "Haus", "„Weg", "frei“"]


def test_a_word_without_a_speck_is_as_sure_as_it_was_if_one_engine_saw_none() -> None:
    first, second = (
        with_pairs([Heard('"Januar', (0, 0, 1, 1), 0.97, 12.0, alternatives=told)])[0]
        for told in (("Januar",), ())
    )
    assert (first.text, first.confidence) == ("Januar", 0.97)
    assert (second.text, second.confidence) == ("Januar", BY_PAIR)
