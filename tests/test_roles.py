"""What dates and sums are for: the models of words, and what becomes of them beside the rules."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from benchmarks.roles import by_both, by_rules, judged
from extract.language.date_witness import agreed
from models.roles import BUCKETS, amount_roles, buckets_of, date_roles
from tests.typed_pages import OPENING, typed_agreement
from training.passage import PASSAGES, Passage, read_passages, share_right

# Measured: 0.940 and 0.812.
DATES_RIGHT = 0.93
AMOUNTS_RIGHT = 0.8


@pytest.fixture(scope="module")
def held_out() -> list[Passage]:
    return read_passages(PASSAGES / "held_out_dates.tsv")


def test_the_models_know_most_passages_that_they_have_not_seen(held_out: list[Passage]) -> None:
    assert share_right(date_roles(), held_out) > DATES_RIGHT
    assert share_right(amount_roles(), read_passages(PASSAGES / "held_out_amounts.tsv")) > AMOUNTS_RIGHT


def test_two_witnesses_are_wrong_in_silence_more_rarely_than_one(held_out: list[Passage]) -> None:
    told = [one for one in held_out if one.role != "signature"]
    rules, both = (Counter(map(partial(judged, witness=one), told)) for one in (by_rules, by_both))
    assert both["wrong"] < rules["wrong"] / 4
    assert both["right"] + both["right, flagged"] > rules["right"] + rules["right, flagged"]


def test_shares_of_roles_are_those_of_one_whole() -> None:
    shares = date_roles().heard("Der Bericht ist bis zum ", " vorzulegen.")
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=shares.__getitem__) == "deadline"


def test_a_text_without_words_has_features_too() -> None:
    assert buckets_of("", "")
    assert all(0 <= bucket < BUCKETS for bucket in buckets_of("Am ", " beginnt die Förderung."))


def test_figures_are_told_by_their_length_only() -> None:
    assert buckets_of("Az. 123 vom ", "") == buckets_of("Az. 987 vom ", "")


def test_a_role_that_both_tell_is_certain() -> None:
    assert agreed("deadline", "Der Bericht ist bis zum ", " vorzulegen.") == ("deadline", True)


def test_a_role_that_the_model_finds_unlikely_is_doubted_or_given_up() -> None:
    assert agreed("deadline", "Die Vereinbarung tritt am ", " in Kraft.") == ("period_start", False)
    assert agreed("period_end", "Die Arbeiten sind bis zum ", " abzuschließen.") == ("period_end", False)


def test_what_the_rules_do_not_tell_the_model_may_but_for_certain_only_if_it_is_sure() -> None:
    assert agreed(None, "Der Bericht ist bis zum ", " vorzulegen.") == ("deadline", True)
    assert agreed(None, "", "")[1] is False


def test_an_agreement_that_is_changed_is_one_that_is_referred_to() -> None:
    assert agreed("amended_agreement", "Die Satzung vom ", " ist zu beachten.") == ("amended_agreement", True)


def test_a_signature_is_left_to_the_rules() -> None:
    assert agreed("signature", "Der Bericht ist bis zum ", " vorzulegen.") == ("signature", True)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Das Land gewährt dem Landkreis insgesamt 480.000 Euro.", []),
        # For the rules it is the only sum there is, so the total.
        ("Die Kaution, die die Stadt hinterlegt, liegt bei 480.000 Euro.", [480_000]),
        # What adds up is what it was taken for, whatever the words.
        (
            "Das Land gewährt insgesamt 300.000 Euro. Davon sind 200.000 Euro für Kurse und 100.000 Euro als "
            "Abschlag für das letzte Jahr.",
            [],
        ),
    ],
)
def test_a_sum_is_doubted_if_its_words_speak_of_something_else_and_nothing_adds_up(
    text: str, doubted: list[int]
) -> None:
    record = typed_agreement(OPENING + f"        § 2 Budget\n\n        {text}\n")
    assert [one.value for one in record.amounts if one.provenance.confidence <= 0.5] == doubted
