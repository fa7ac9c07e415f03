"""Accents that the German model does not have are read from the ink and by the second model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.accents import BY_INK, UNREAD, Accent, with_accents
from extract.page import Page
from tests.paper import dirty, photograph, read, save_scan, text_of, tilt, type_letter

NAMES = (
    "Zielvereinbarung über die Mittel für die Träger im Kreis Beispielstadt",
    "René Mustermann und Inés Beispiel",
    "Gudrun Musterfrau und Mirko Exempelský",
    "Jördis Exempelská, Jürgen Übungsmann",
)
SURE = 0.8


@pytest.fixture(scope="module", params=[0.0, -0.5])
def scan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("accents")
    image = photograph(type_letter(folder / "namen.pdf", NAMES, size=12))
    return read(save_scan(folder / "scan.pdf", [dirty(tilt(image, request.param), 300)]))[0]


def test_names_with_accents_are_read_to_the_letter(scan: Page) -> None:
    assert text_of(scan) == " ".join(NAMES)


def test_an_accent_that_two_witnesses_saw_is_certain(scan: Page) -> None:
    words = {word.text: word for word in scan.words}
    assert words["René"].confidence >= SURE
    assert words["René"].alternatives


def test_an_accent_that_only_the_ink_shows_does_not_pass_unseen(scan: Page) -> None:
    words = {word.text.strip(","): word for word in scan.words}
    for name in ("Exempelský", "Exempelská"):
        assert words[name].confidence < SURE
        assert words[name].alternatives


def test_dots_and_dust_are_no_accents(scan: Page) -> None:
    plain = [word for word in scan.words if word.text in [*NAMES[0].split(), "Übungsmann", "Jördis"]]
    assert len(plain) >= 12
    assert all(word.confidence >= SURE for word in plain)


def test_a_letter_misread_for_its_accent_is_replaced() -> None:
    found = with_accents("In&s", 0.92, "Inés", 0.97, [Accent(2, 4, "acute")])
    assert found is not None
    assert (found.text, found.alternatives) == ("Inés", ("In&s",))
    assert found.confidence >= SURE


def test_where_the_letters_are_in_dispute_the_confidence_is_low() -> None:
    found = with_accents("Tomaäs", 0.9, "Tomas", 0.9, [Accent(3, 5, "acute"), Accent(4, 5, "caron")])
    assert found is not None
    assert found.text == "Tomáš"
    assert found.confidence <= UNREAD


def test_an_accent_without_a_letter_lowers_the_confidence() -> None:
    found = with_accents("Exempelsky", 0.93, "", 0.0, [Accent(4, 7, "acute")])
    assert found is not None
    assert (found.text, found.confidence) == ("Exempelsky", UNREAD)


def test_a_hint_of_an_accent_counts_only_where_a_model_reads_it() -> None:
    hint = [Accent(3, 4, "hint")]
    found = with_accents("Rene", 0.93, "René", 0.96, hint)
    assert found is not None
    assert found.text == "René"
    assert with_accents("Rene", 0.93, "Rene", 0.96, hint) is None


@given(
    st.text("abcdeimnorstuäöü", min_size=3, max_size=9),
    st.text("abcdeéimnorstu", max_size=9),
    st.lists(
        st.builds(Accent, st.integers(0, 2), st.integers(3, 9), st.sampled_from(["acute", "caron", "hint"])),
        max_size=2,
        unique_by=lambda accent: accent.place,
    ),
)
def test_accents_never_make_a_word_certain_that_only_the_ink_vouches_for(
    first: str, second: str, accents: list[Accent]
) -> None:
    found = with_accents(first, 0.99, second, 0.99, accents)
    if found is not None and found.text != second and "é" not in second:
        assert found.confidence <= BY_INK
