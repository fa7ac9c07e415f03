"""Text in two columns is read down, spaced out letters are words."""

from __future__ import annotations

from tests.typed_pages import typed_agreement, typed_layout

BODY = """
        Die Vertragspartner stimmen ihre Angebote für junge Menschen in der Region
        miteinander ab. Sie berichten einander zum Ende jedes Halbjahres über den
        Stand der Vorhaben, und zwar in der Form, die das Land ihnen jeweils vorgibt.
"""


def texts(page: str) -> list[str]:
    return [block.text for block in typed_layout(page).blocks]


def test_statements_side_by_side_are_read_one_after_the_other() -> None:
    page = """
        stellt für das Jahr 2022 einen          sorgt dafür, dass vor Ort alle
        Betrag von 500.000 Euro bereit          Ämter Hand in Hand arbeiten
        und zahlt ihn aus.                      und niemand verloren geht.
    """
    read = texts(BODY + page)
    assert "stellt für das Jahr 2022 einen Betrag von 500.000 Euro bereit und zahlt ihn aus." in read
    assert "sorgt dafür, dass vor Ort alle Ämter Hand in Hand arbeiten und niemand verloren geht." in read


def test_a_label_and_its_value_stay_together() -> None:
    page = """
        Zuwendungsgeber:                Land Hessen
        Zuwendungsempfänger:            Landkreis Gießen
    """
    read = texts(BODY + page)
    assert read.index("Land Hessen") < read.index("Zuwendungsempfänger:")


def test_sums_beside_their_labels_stay_beside_them() -> None:
    page = """
        Ausbildung in anerkannten                    300.000 Euro
        Berufen                                      200.000 Euro
    """
    amounts = typed_agreement(BODY + page).amounts
    assert [(amount.label, int(amount.value)) for amount in amounts] == [
        ("Ausbildung in anerkannten", 300_000),
        ("Berufen", 200_000),
    ]


def test_a_spaced_out_title_is_a_title() -> None:
    record = typed_agreement(
        """
                       Z i e l v e r e i n b a r u n g

          zwischen dem Land Hessen und dem Landkreis Gießen
        """
        + BODY
    )
    assert record.kind is not None
    assert record.kind.value == "Zielvereinbarung"


def test_two_spaced_out_words_are_two() -> None:
    assert texts("V e r t r a g   ü b e r   G e l d")[0] == "Vertrag über Geld"


def test_a_few_single_letters_are_none() -> None:
    assert texts("Variante a b c d")[0] == "Variante a b c d"


def test_ticks_in_narrow_columns_are_no_word() -> None:
    assert texts("Lernhaus     N x x x x")[0].endswith("x x x x")


def test_a_sentence_that_ends_in_the_line_below_runs_on_whatever_it_goes_on_with() -> None:
    page = """
        Lässt durch das Regierungspräsidium          Rechnet bis zum April 2013 ab.
        Kassel bescheiden und prüfen.
    """
    read = texts(BODY + page)
    assert "Lässt durch das Regierungspräsidium Kassel bescheiden und prüfen." in read
