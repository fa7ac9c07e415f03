from datetime import date
from pathlib import Path

import pytest

from models.reference import Reference, ReferenceDataError


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load()


@pytest.mark.parametrize(("year", "count"), [(2011, 26), (2025, 26), (2026, 27)])
def test_hessen_has_26_bodies_and_27_since_hanau_left_its_county(
    reference: Reference, year: int, count: int
) -> None:
    assert len(reference.municipal_bodies(year)) == count


def test_keys_are_municipal_keys_of_hessen(reference: Reference) -> None:
    assert all(len(body.key) == 8 and body.key.startswith("06") for body in reference.municipal_bodies(2026))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dem Landkreis Groß-Gerau", "Landkreis Groß-Gerau"),
        ("des Landkreises\nGroß-Gerau", "Landkreis Groß-Gerau"),
        ("LANDKREIS GROSS-GERAU", "Landkreis Groß-Gerau"),
        ("Kreis Groß-Gerau", "Landkreis Groß-Gerau"),
        ("Landkreis GroB-Gerau", "Landkreis Groß-Gerau"),
        ("Landkreis Gro®-Gerau", "Landkreis Groß-Gerau"),
        ("Land-\nkreis Groß-\nGerau", "Landkreis Groß-Gerau"),
        ("LandkreisGroß-Gerau", "Landkreis Groß-Gerau"),
        ("Der Kreisausschuss des Landkreises Kassel", "Landkreis Kassel"),
        ("Der Magistrat der Stadt Kassel", "Stadt Kassel"),
        ("documenta-Stadt Kassel", "Stadt Kassel"),
        ("Main - Kinzig - Kreis", "Main-Kinzig-Kreis"),
        ("des Main-Kinzig-Kreises", "Main-Kinzig-Kreis"),
        ("Werra-Meiiner-Kreis", "Werra-Meißner-Kreis"),
        ("dem Wetteraukreis, vertreten durch den Kreisausschuss", "Wetteraukreis"),
        ("der Stadt Frankfurt a. M.", "Stadt Frankfurt am Main"),
        ("Kreis Offenbach", "Kreis Offenbach"),
        ("Stadt Offenbach", "Stadt Offenbach am Main"),
        ("Landkreis Darmstadt-Dieburg", "Landkreis Darmstadt-Dieburg"),
        ("der Wissenschaftsstadt Darmstadt", "Wissenschaftsstadt Darmstadt"),
        ("dem Land Hessen, vertreten durch das Hessische Sozialministerium", "Land Hessen"),
    ],
)
def test_a_body_is_recognised_through_grammar_and_damage(reference: Reference, text: str, name: str) -> None:
    match = reference.match_body(text)
    assert match is not None
    assert match.entry.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Kassel",  # county or city? a place alone is no body
        "Darmstadt",
        "Offenbach",
        "Landkreis",
        "",
        "Landkreis Darmstadt",
        "Stadt Darmstadt-Dieburg",
        "Stadt Frankfurt (Oder)",
        "Neue Wege Kreis Bergstraße -Kommunales Jobcenter-",
        "Der Magistrat des Landkreises Kassel",
    ],
)
def test_what_is_ambiguous_or_another_body_matches_nothing(reference: Reference, text: str) -> None:
    assert reference.match_body(text) is None


@pytest.mark.parametrize(
    ("day", "valid"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (None, None)]
)
def test_a_body_outside_its_dates_matches_and_says_so(
    reference: Reference, day: date | None, valid: bool | None
) -> None:
    match = reference.match_body("Stadt Hanau", day)
    assert match is not None
    assert (match.entry.key, match.valid) == ("06415000", valid)


@pytest.mark.parametrize(
    ("text", "day", "key"),
    [
        ("HMSI", date(2020, 5, 1), "hmsi-2014"),
        ("HMSI", date(2025, 8, 7), "hmsi-2024"),
        ("dem Hessischen Sozialministerium", date(2012, 1, 1), "hsm-2010"),
        ("dem Hessischen Sozialministerium", date(2005, 1, 1), "hsm-1969"),
        ("Hessisches Ministerium\nfür Arbeit, Integra-\ntion, Jugend und Soziales (HMSI)", None, "hmsi-2024"),
    ],
)
def test_ministries_of_one_name_are_told_apart_by_date(
    reference: Reference, text: str, day: date | None, key: str
) -> None:
    match = reference.match_ministry(text, day)
    assert match is not None
    assert match.entry.key == key


def test_an_abbreviation_of_two_ministries_without_a_date_is_not_guessed(reference: Reference) -> None:
    assert reference.match_ministry("HMSI") is None


def test_a_ministry_knows_who_held_it(reference: Reference) -> None:
    ministry = reference.ministry("hmsi-2024")
    assert ministry is not None
    held = [minister.name for minister in ministry.minister if minister.valid_on(date(2025, 8, 7))]
    assert held == ["Heike Hofmann"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("hessischen Ausbildungs- und Qualifizierungsbudgets", "aqb"),
        ("Ausbildungs- und\nQualifizierungsbudget 2025", "aqb"),
        ("AQB", "aqb"),
        ("Ausbildungsbudget", "ausbildungsbudget"),
        ("des Arbeitsmarktbudgets", "arbeitsmarktbudget"),
    ],
)
def test_programmes_are_recognised(reference: Reference, text: str, key: str) -> None:
    match = reference.match_programme(text)
    assert match is not None
    assert match.entry.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("der Ersten Kreisbeigeordneten", "erster-kreisbeigeordneter"),
        ("Erster Kreisbeigeordneter\ndes Landkreises", "erster-kreisbeigeordneter"),
        ("Kreisbeigeordnete", "kreisbeigeordneter"),
        ("Landrätin", "landrat"),
        ("Der Minister für Soziales und Integration", "minister"),
        ("Oberbürgermeisterin", "oberbuergermeister"),
        ("des Stadtkämmerers", "stadtkaemmerer"),
    ],
)
def test_offices_are_recognised_in_any_gender_and_case(reference: Reference, text: str, key: str) -> None:
    match = reference.match_office(text)
    assert match is not None
    assert match.entry.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ZIELVEREINBARUNG 2025", "zielvereinbarung"),
        ("Ziel-\nvereinbarung", "zielvereinbarung"),
        ("1. Änderungsvereinbarung zur Zielvereinbarung", "aenderungsvereinbarung"),
        ("Änderung der Zielvereinbarung", "aenderungsvereinbarung"),
        ("Teilvereinbarung", None),
    ],
)
def test_kinds_of_document(reference: Reference, text: str, key: str | None) -> None:
    match = reference.match_kind(text)
    assert (match and match.entry.key) == key


def test_measure_and_authority_are_recognised(reference: Reference) -> None:
    measure = reference.match_measure("Qualifizierungsprojekte zur Arbeitsmarktintegration")
    authority = reference.match_authority("Regierungspräsidiums Kassel")
    assert measure is not None
    assert authority is not None
    assert (measure.entry.number, authority.entry.key) == (3, "rp-kassel")


def test_another_family_is_added_as_data(tmp_path: Path) -> None:
    family = tmp_path / "bayern"
    family.mkdir()
    (family / "bodies.toml").write_text(
        '[[entry]]\nkey = "09174000"\nname = "Landkreis Dachau"\nkind = "county"\nseat = "Dachau"\n',
        encoding="utf-8",
    )
    reference = Reference.load([family])
    match = reference.match_body("des Landkreises Dachau")
    assert match is not None
    assert (match.entry.key, match.entry.family) == ("09174000", "bayern")
    assert reference.match_body("Landkreis Kassel") is not None


def test_a_later_folder_replaces_an_entry(tmp_path: Path) -> None:
    family = tmp_path / "eigene"
    family.mkdir()
    (family / "programmes.toml").write_text('[[entry]]\nkey = "aqb"\nname = "Neuer Name"\n', encoding="utf-8")
    programme = Reference.load([family]).programme("aqb")
    assert programme is not None
    assert programme.name == "Neuer Name"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[entry]\n", "programmes.toml"),
        ('[[entry]]\nkey = "x"\n', "Eintrag 1: name"),
        ('[[entry]]\nkey = "x"\nname = "X"\ncolour = 1\n', "Eintrag 1: colour"),
        ('[[entry]]\nkey = "x"\nname = "X"\n[[entry]]\nkey = "x"\nname = "Y"\n', "Eintrag 2: 'x'"),
        ('[[programme]]\nkey = "x"\n', "unbekannte Angabe 'programme'"),
    ],
)
def test_a_typing_error_in_a_file_is_named(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "programmes.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=says):
        Reference.load([tmp_path])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReferenceDataError, match="nirgends"):
        Reference.load([tmp_path / "nirgends"])


def test_any_year_can_be_asked_about() -> None:
    hanau = Reference.load().body("06415000")
    assert hanau is not None
    assert [hanau.valid_in(year) for year in (2025, 2026, 10445)] == [False, True, True]


def test_what_a_document_introduces_is_told_once_and_of_others_anew(reference: Reference) -> None:
    names = ["Werkhof Musterstadt gGmbH", "Landkreis Fulda"]
    told = reference.introducing(names, {"Träger": names[0]})
    assert reference.introducing(iter(names), {"Träger": names[0]}) is told
    assert (match := told.match_introduced("des Werkhofs Musterstadt gGmbH")) is not None
    assert match.entry.name == names[0]
    assert told.match_introduced("Landkreis Fulda") is None
    other = reference.introducing(names, {"Maßnahmenträger": names[0]})
    assert other.called("Träger") is None
    assert told.called("dem Träger") is not None
    assert reference.called("Träger") is None
