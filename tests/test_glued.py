"""Marks of items are words of their own, capitals are none, whatever white there is behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.scans.glued import with_marks_apart, with_parts_joined
from extract.scans.witness import Heard


def heard(text: str, *alternatives: str) -> Heard:
    return Heard(text, (100.0, 0.0, 100.0 + 10 * len(text), 20.0), 0.9, 20.0, alternatives=alternatives)


@pytest.mark.parametrize(
    ("read", "apart"),
    [
        ("(1)Ausbildung", ["(1)", "Ausbildung"]),
        ("2.Werkhof", ["2.", "Werkhof"]),
        ("a)Mittel", ["a)", "Mittel"]),
        ("IV)„Haus“", ["IV)", "„Haus“"]),
        ("VertretungJürgen", ["Vertretung", "Jürgen"]),
        ("AuftragPetra", ["Auftrag", "Petra"]),
    ],
)
def test_a_mark_and_its_word_are_two(read: str, apart: list[str]) -> None:
    mark, word = with_marks_apart([heard(read)])
    assert [mark.text, word.text] == apart
    assert 100 == mark.box[0] < mark.box[2] < word.box[0] < word.box[2] == 100 + 10 * len(read)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("1– Ausbildung", ["1", "–", "Ausbildung"]),
        ("12- „Werkhof“", ["12", "-", "„Werkhof“"]),
        ("1- und 2-jährig", ["1-", "und", "2-jährig"]),
        ("Seite 3–", ["Seite", "3–"]),
    ],
)
def test_a_number_and_the_dash_before_what_it_counts_are_two(text: str, apart: list[str]) -> None:
    assert [part.text for part in with_marks_apart([heard(word) for word in text.split()])] == apart


@pytest.mark.parametrize(
    ("read", "apart"),
    [
        ("mit.Sitz", ["mit", "Sitz"]),
        ("in,den", ["in", "den"]),
        ("der:Zeit,", ["der", "Zeit,"]),
        ("Marlene.Beispiel", ["Marlene.", "Beispiel"]),
        ("Wiesbaden,Landrat", ["Wiesbaden,", "Landrat"]),
        ("Jana.Muster-Groß,", ["Jana.", "Muster-Groß,"]),
        ("HofPlusÜ27;", ["HofPlus", "Ü27;"]),
        ("Verbund.MoVe", ["Verbund.", "MoVe"]),
        ("NEU:.IdA", ["NEU:", "IdA"]),
        ("Ausbildungs-.und", ["Ausbildungs-", "und"]),
        (".Ort:", ["Ort:"]),
    ],
)
def test_where_a_blank_must_stand_it_was_lost_or_is_the_speck_that_is_read(
    read: str, apart: list[str]
) -> None:
    parts = with_marks_apart([heard(read)])
    assert [part.text for part in parts] == apart
    assert all(part.confidence < 0.85 for part in parts)


@pytest.mark.parametrize(
    "read",
    [
        "grün:raum",
        "HofPlus27",
        "PlusÜ275",
        "IdÜ27",
        "Nr.:",
        "e.-V.",
        ".12",
        ".de",
        "Job:Brücke",
        "Haus.der",
        "an.d",
        "z.B.",
        "am.12.",
        "(1)",
        "1.2",
        "e.V.",
        "Abs.Nr",
        "Kommunal.IT",
        "www.hessen.de",
        "Dr.h.c.",
        "U25",
        "(TZ)",
        "1.A",
        "Lehrer(innen)",
        "a)nd",
        "Auftraggeber",
    ],
)
def test_other_words_stay_whole(read: str) -> None:
    assert [word.text for word in with_marks_apart([heard(read)])] == [read]


def test_other_readings_are_parted_where_they_can_be() -> None:
    mark, word = with_marks_apart([heard("(1)Werkhof", "(4)Werkhof", "(1)Werkhot", "JWerkhof")])
    assert mark.alternatives == ("(4)",)
    assert word.alternatives == ("Werkhot",)


@pytest.mark.parametrize(
    ("capital", "rest", "gap", "joined"),
    [
        ("S", "ervice", 8.0, True),
        ("B", "für", 8.0, False),
        ("S", "ervice", 30.0, False),
        ("C", "ompetenzen", 8.0, False),
    ],
)
def test_a_capital_is_joined_with_the_rest_of_its_word_if_only_together_they_are_one(
    capital: str, rest: str, gap: float, joined: bool
) -> None:
    first, second = heard(capital), heard(rest)
    x0 = first.box[2] + gap
    second = replace(second, box=(x0, 0.0, x0 + 60, 20.0))
    found = with_parts_joined([first, second])
    assert [word.text for word in found] == ([capital + rest] if joined else [capital, rest])
    assert all(word.confidence < 0.85 for word in found) is joined


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Teilproj", "ekt", True),
        ("daru", "nter", True),
        ("„Oberbürgermeisteri", "n“", True),
        ("Projekte", "sind", False),
        ("Beschaffungen", "gehört.", False),
        ("Fiktiv", "e.", False),
        ("in", "der", False),
        ("Lernhaus", "SprInt", False),
    ],
)
def test_two_parts_are_one_word_if_neither_is_one(one: str, two: str, joined: bool) -> None:
    first, second = heard(one), heard(two)
    x0 = first.box[2] + 6.0
    second = replace(second, box=(x0, 0.0, x0 + 40, 20.0))
    found = with_parts_joined([first, second])
    assert [word.text for word in found] == ([one + two] if joined else [one, two])


@pytest.mark.parametrize(
    ("one", "two", "gap", "joined"),
    [
        ("6", "75", 1.0, True),
        ("6", "75.000,00", 1.0, True),
        ("675", "000,00", 5.0, False),
        ("6", "Monate", 1.0, False),
        ("2024", "6", 1.0, False),
        ("573.", "500,00", 1.0, True),
        ("238.458,", "00.", 3.4, True),
        ("1.", "125", 6.0, False),
        ("2.", "12345", 1.0, False),
        ("Lahn-", "Dill-Kreis", 1.0, True),
        ("(Karl-", "Heinz", 3.0, True),
        ("Berufs-", "und", 3.0, False),
        ("Chance-", "Standort", 6.0, False),
        ("2026-05-", "12", 9.0, True),
        ("2026-", "05-12.", 9.0, True),
        ("2026-05-", "Mai", 9.0, False),
        ("26-05-", "12", 9.0, False),
    ],
)
def test_figures_are_one_group_if_no_blank_stands_between_them(
    one: str, two: str, gap: float, joined: bool
) -> None:
    first, second = heard(one), heard(two)
    x0 = first.box[2] + gap
    second = replace(second, box=(x0, 0.0, x0 + 40, 20.0))
    found = with_parts_joined([first, second])
    assert [word.text for word in found] == ([one + two] if joined else [one, two])


@pytest.mark.parametrize(
    ("read", "apart"),
    [
        ("Chance –Standort", ["Chance", "–", "Standort"]),
        ("Chance -Standort", ["Chance", "-", "Standort"]),
        ("e. V.– Teil", ["e.", "V.", "–", "Teil"]),
        ("Berufs- und -Fachschule", ["Berufs-", "und", "-Fachschule"]),
        ("Chance -standort", ["Chance", "-standort"]),
        ("Berufs- –Fachschule", ["Berufs-", "–Fachschule"]),
        ("–Standort", ["–Standort"]),
        ("e. V.- Teil", ["e.", "V.-", "Teil"]),
        ("Chance- vollfinanzierte Plätze", ["Chance", "-", "vollfinanzierte", "Plätze"]),
        ("Berufs- und Fachschule", ["Berufs-", "und", "Fachschule"]),
        ("Berufs- Fachschule", ["Berufs-", "Fachschule"]),
    ],
)
def test_a_dash_that_stands_apart_from_one_word_does_so_from_the_other(read: str, apart: list[str]) -> None:
    line, left = [], 100.0
    for text in read.split():
        line.append(replace(heard(text), box=(left, 0.0, left + 10 * len(text), 20.0)))
        left += 10 * len(text) + 6
    assert [word.text for word in with_marks_apart(line)] == apart


def test_a_dash_far_behind_a_word_is_the_mark_of_what_it_stands_before() -> None:
    line = [heard("Chance"), replace(heard("–Standort"), box=(300.0, 0.0, 390.0, 20.0))]
    assert [word.text for word in with_marks_apart(line)] == ["Chance", "–Standort"]


@pytest.mark.parametrize(
    ("one", "two", "gap", "joined"),
    [
        ("Swantj", "e", 0.3, True),
        ("Swantj", "e", 0.5, False),
        ("Swantj", "x", 0.3, False),
        ("Haus", "e", 0.3, False),
        ("IHK", "e", 0.3, False),
        ("Sw", "e", 0.3, False),
    ],
)
def test_a_small_letter_alone_is_the_last_of_a_word_that_is_none_without(
    one: str, two: str, gap: float, joined: bool
) -> None:
    first = heard(one)
    left = first.box[2] + gap * first.em
    second = replace(heard(two), box=(left, 0.0, left + 10, 20.0))
    found = [word.text for word in with_parts_joined([first, second])]
    assert found == ([one + two] if joined else [one, two])
