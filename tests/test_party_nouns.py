"""What a party is, before what it is called."""

from __future__ import annotations

import pytest

from tests.test_signatures_anywhere import BODY
from tests.typed_pages import typed_agreement

OPENING = """
                              Zuwendungsvertrag
                                zwischen
        der Stadt Hünfeld, vertreten durch den Magistrat,
                                  und
        dem {party}, vertreten durch den Vorstand,
"""
SIGNED = """
        Hünfeld, den 12.04.2016          Hünfeld, den 20.04.2016
        Für die Stadt Hünfeld            {signs}

        Karl Muster                      Ernst Beispiel
        Bürgermeister                    Vorsitzender
"""


def named(party: str, signs: str) -> str:
    record = typed_agreement(OPENING.format(party=party) + BODY + SIGNED.format(signs=signs))
    return record.parties[1].name.value


@pytest.mark.parametrize("noun", ["Verein", "gemeinnützigen Verein", "Firma"])
def test_a_noun_is_no_part_of_a_name_that_stands_alone_elsewhere(noun: str) -> None:
    assert (
        named(f"{noun} Lernbrücke Werra e. V.", "Für die Lernbrücke Werra e. V.") == "Lernbrücke Werra e. V."
    )


@pytest.mark.parametrize(
    ("party", "signs"),
    [
        ("Verein Lernbrücke Werra e. V.", "Für den Verein Lernbrücke Werra e. V."),
        ("Verein Lernbrücke Werra e. V.", "Für den Verein"),
        ("Verein für Jugendhilfe e. V.", "Verein für Jugendhilfe e. V."),
    ],
)
def test_a_noun_stays_where_nothing_tells_that_it_is_no_part_of_the_name(party: str, signs: str) -> None:
    assert named(party, signs) == party
