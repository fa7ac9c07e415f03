"""What the sides of an agreement are called once they have been introduced."""

from __future__ import annotations

from samples.scenario import Case
from samples.writer import Writer

Forms = dict[Case, str]

_LAND: Forms = {
    "nominative": "das Land",
    "genitive": "des Landes",
    "dative": "dem Land",
    "accusative": "das Land",
}
_MINISTRY: Forms = {
    "nominative": "das Ministerium",
    "genitive": "des Ministeriums",
    "dative": "dem Ministerium",
    "accusative": "das Ministerium",
}
_COUNTY: Forms = {
    "nominative": "der Kreis",
    "genitive": "des Kreises",
    "dative": "dem Kreis",
    "accusative": "den Kreis",
}
_CITY: Forms = {
    "nominative": "die Stadt",
    "genitive": "der Stadt",
    "dative": "der Stadt",
    "accusative": "die Stadt",
}
_SEVERAL: Forms = {
    "nominative": "die Kommunen",
    "genitive": "der Kommunen",
    "dative": "den Kommunen",
    "accusative": "die Kommunen",
}


def giver(w: Writer, by_short_name: bool = True) -> Forms:
    """The Land or its ministry; the ministry by its short name if it has one and that is wanted."""
    s = w.scenario
    if s.land:
        return _LAND
    if not (s.grantor.short and by_short_name):
        return _MINISTRY
    return {case: f"{form.partition(' ')[0]} {s.grantor.short}" for case, form in _MINISTRY.items()}


def takers(w: Writer) -> Forms:
    """The county or the city; several are called municipalities."""
    if len(w.scenario.recipients) > 1:
        return _SEVERAL
    return _COUNTY if w.scenario.recipients[0].gender == "m" else _CITY


def roles(w: Writer, by_short_name: bool = True) -> dict[str, str]:
    """Both sides in all cases, to fill sentences with: {gives}, {gives_dat}, {Takes}, {takes_gen} …"""
    found: dict[str, str] = {}
    for name, forms in (("gives", giver(w, by_short_name)), ("takes", takers(w))):
        nominative = forms["nominative"]
        found |= {
            name: nominative,
            name.capitalize(): nominative[0].upper() + nominative[1:],
            f"{name}_gen": forms["genitive"],
            f"{name}_dat": forms["dative"],
            f"{name}_acc": forms["accusative"],
        }
    return found


def verb(w: Writer, one: str, several: str) -> str:
    """The form of a verb whose subject are the counties and cities."""
    return several if len(w.scenario.recipients) > 1 else one
