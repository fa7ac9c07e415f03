"""What agreements outside the family say: of all Länder or some, of a Land with cities, of partners in a
company, of a county with associations, of counties and cities among themselves.

They have no programme, no measures and no budget year; their parties are equals.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from samples.scenario import (
    Party,
    Scenario,
    Signer,
    Wishes,
    bodies,
    date_text,
    invented_person,
    random_scenario,
)

_HEAD = ("Ministerpräsident", "Ministerpräsidentin")
LAENDER: tuple[tuple[Party, tuple[str, str]], ...] = (
    (Party("Land Baden-Württemberg", "n", None, "Stuttgart"), _HEAD),
    (Party("Freistaat Bayern", "m", None, "München"), _HEAD),
    (Party("Land Berlin", "n", None, "Berlin"), ("Regierender Bürgermeister", "Regierende Bürgermeisterin")),
    (Party("Land Brandenburg", "n", None, "Potsdam"), _HEAD),
    (
        Party("Freie Hansestadt Bremen", "f", None, "Bremen"),
        ("Präsident des Senats", "Präsidentin des Senats"),
    ),
    (
        Party("Freie und Hansestadt Hamburg", "f", None, "Hamburg"),
        ("Erster Bürgermeister", "Erste Bürgermeisterin"),
    ),
    (Party("Land Hessen", "n", None, "Wiesbaden"), _HEAD),
    (Party("Land Mecklenburg-Vorpommern", "n", None, "Schwerin"), _HEAD),
    (Party("Land Niedersachsen", "n", None, "Hannover"), _HEAD),
    (Party("Land Nordrhein-Westfalen", "n", None, "Düsseldorf"), _HEAD),
    (Party("Land Rheinland-Pfalz", "n", None, "Mainz"), _HEAD),
    (Party("Saarland", "n", None, "Saarbrücken"), _HEAD),
    (Party("Freistaat Sachsen", "m", None, "Dresden"), _HEAD),
    (Party("Land Sachsen-Anhalt", "n", None, "Magdeburg"), _HEAD),
    (Party("Land Schleswig-Holstein", "n", None, "Kiel"), _HEAD),
    (Party("Freistaat Thüringen", "m", None, "Erfurt"), _HEAD),
)
"""The sixteen in the order of the alphabet, and what their heads are called."""

_COMPANIES = (
    "Lernwerk Musterau gGmbH",
    "Beispieltal Wohnbau GmbH",
    "Verkehrsbetriebe Exempelhausen GmbH",
    "Stadtwerke Probestadt AG",
    "Energieverein Fiktiv e. V.",
    "Gründerzentrum Musterau GmbH",
)
_ASSOCIATIONS: tuple[tuple[str, Literal["m", "f"]], ...] = (
    ("Wohlfahrtsverband Musterau e. V.", "m"),
    ("Sozialwerk Beispieltal gGmbH", "f"),
    ("Frauenhilfe Exempelhausen e. V.", "f"),
    ("Jugendhilfeverein Probestadt e. V.", "m"),
    ("Stiftung Lebenswege Fiktiv", "f"),
    ("Kinderschutzverein Musterau e. V.", "m"),
)
_SEATS = ("Musterau", "Beispieltal", "Exempelhausen", "Probestadt")
_MUNICIPALITIES = (
    "Stadt Musterberg",
    "Gemeinde Probenau",
    "Stadt Bad Beispiel",
    "Gemeinde Exempelsheim",
    "Gemeinde Ober-Musterbach",
    "Stadt Fiktivstein",
    "Gemeinde Erdachtal",
    "Gemeinde Vorlagenrod",
    "Stadt Neu-Erfunden",
)
Office = tuple[str, str]
"""What a man and what a woman in it is called."""
_COUNTY: tuple[Office, ...] = (
    ("Landrat", "Landrätin"),
    ("Erster Kreisbeigeordneter", "Erste Kreisbeigeordnete"),
)
_CITY: tuple[Office, ...] = (
    ("Oberbürgermeister", "Oberbürgermeisterin"),
    ("Stadtkämmerer", "Stadtkämmerin"),
)
_TOWN: tuple[Office, ...] = (("Bürgermeister", "Bürgermeisterin"), ("Erster Stadtrat", "Erste Stadträtin"))
_VILLAGE: tuple[Office, ...] = (_TOWN[0], ("Erster Beigeordneter", "Erste Beigeordnete"))
_UNIVERSITY: tuple[Office, ...] = (("Präsident", "Präsidentin"), ("Kanzler", "Kanzlerin"))
_CHAMBER: tuple[Office, ...] = (
    ("Präsident", "Präsidentin"),
    ("Hauptgeschäftsführer", "Hauptgeschäftsführerin"),
)
_ASSOCIATION_OF_TOWNS: tuple[Office, ...] = (
    ("Verbandsvorsteher", "Verbandsvorsteherin"),
    ("Geschäftsleiter", "Geschäftsleiterin"),
)
_CLUB: tuple[Office, ...] = (("Vorsitzender", "Vorsitzende"), ("Schatzmeister", "Schatzmeisterin"))


def staatsvertrag(rng: random.Random, wishes: Wishes) -> Scenario:
    """All Länder agree, each at its own desk."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1))
    first = date(base.year, rng.randint(2, 10), rng.randint(1, 28))
    style = rng.choice(("typed", "hand"))
    signers = []
    for index, (land, titles) in enumerate(LAENDER):
        person = invented_person(rng)
        day = first + timedelta(days=rng.randint(0, 30))
        function = titles[1 if person.woman else 0]
        text = date_text(day, style, rng)
        signers.append(
            Signer(
                index, person, function, land, land.seat, day, text, "hand" if style == "hand" else "typed"
            )
        )
    return replace(
        _unlike_the_family(base, "Staatsvertrag"),
        grantor=LAENDER[0][0],
        recipients=tuple(land for land, _ in LAENDER[1:]),
        total=_round(rng, 800_000, 9_000_000),
        signers=tuple(signers),
    )


def verwaltungsvereinbarung(rng: random.Random, wishes: Wishes) -> Scenario:
    """The Land and two or three municipalities share the cost of something."""
    count = rng.choice((2, 3))
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=count, land=True))
    shares = tuple(_round(rng, 15_000, 400_000) for _ in base.parties)
    return replace(
        _unlike_the_family(base, "Verwaltungsvereinbarung", land=True),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
    )


def gesellschaft(rng: random.Random, wishes: Wishes) -> Scenario:
    """Partners of a company and what each has paid in, in Deutsche Mark."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1))
    day = date(rng.randint(1991, 2001), rng.randint(1, 12), rng.randint(1, 28))
    seats = [rng.choice(_SEATS) for _ in range(rng.choice((3, 4)))]
    names = rng.sample(_COMPANIES, len(seats))
    parties = [
        Party(name, "m" if "e. V." in name else "f", None, seat)
        for name, seat in zip(names, seats, strict=True)
    ]
    shares = tuple(_round(rng, 20_000, 400_000) for _ in parties)
    text = date_text(day, "typed", rng)
    signers = []
    for index, party in enumerate(parties):
        person = invented_person(rng)
        head = "Vorstand" if not party.official.endswith("GmbH") else "Geschäftsführer"
        function = ("Vorständin" if head == "Vorstand" else "Geschäftsführerin") if person.woman else head
        signers.append(Signer(index, person, function, party, seats[0], day, text))
    return replace(
        _unlike_the_family(base, "Vertrag"),
        year=day.year,
        clause_year=day.year,
        grantor=parties[0],
        recipients=tuple(parties[1:]),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signers),
        deadline=date(day.year + 1, 3, 31),
    )


def kooperation(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city and two or three associations of social welfare pay for a common service."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    body = base.recipients[0]
    chosen = rng.sample(_ASSOCIATIONS, rng.choice((2, 2, 3)))
    associations = [Party(name, gender, None, rng.choice(_SEATS)) for name, gender in chosen]
    signers = [replace(signer, party=0) for signer in base.signers if signer.party == 1]
    style = rng.choice(("typed", "typed", "hand"))
    for index, party in enumerate(associations, start=1):
        person = invented_person(rng)
        lone, woman = rng.choice(
            (
                ("Vorstandsvorsitzender", "Vorstandsvorsitzende"),
                ("Geschäftsführer", "Geschäftsführerin"),
                ("Vorstand", "Vorständin"),
            )
        )
        day = date(base.year, rng.randint(2, 11), rng.randint(1, 28))
        text = date_text(day, style, rng)
        function = woman if person.woman else lone
        signers.append(
            Signer(
                index, person, function, party, party.seat, day, text, "hand" if style == "hand" else "typed"
            )
        )
    shares = tuple(_round(rng, 6_000, 180_000) for _ in (body, *associations))
    return replace(
        _unlike_the_family(base, "Kooperationsvereinbarung"),
        grantor=body,
        recipients=tuple(associations),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signers),
    )


def aufgabe(rng: random.Random, wishes: Wishes, counts: tuple[int, ...] = (2, 2, 3)) -> Scenario:
    """Counties and cities, two or three unless told, share the cost of a task that one of them takes over."""
    count = rng.choice(counts)
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=count, land=False))
    first, *rest = base.recipients
    signers = tuple(replace(one, party=one.party - 1) for one in base.signers if one.party > 0)
    shares = tuple(_round(rng, 20_000, 600_000) for _ in base.recipients)
    return replace(
        _unlike_the_family(base, "Öffentlich-rechtliche Vereinbarung"),
        grantor=first,
        recipients=tuple(rest),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=signers,
    )


def bauvertrag(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two or three counties and cities build something together."""
    return replace(aufgabe(rng, wishes), kind="Öffentlich-rechtlicher Vertrag")


def einrichtung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Three to five counties and cities keep a common office."""
    return replace(aufgabe(rng, wishes, (3, 3, 4, 5)), kind="Verwaltungsvereinbarung")


def abkommen(rng: random.Random, wishes: Wishes) -> Scenario:
    """Four to six Länder share the cost of something; ministers sign, each at home."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    chosen = sorted(rng.sample(range(len(LAENDER)), rng.choice((4, 4, 5, 6))))
    laender = [LAENDER[index][0] for index in chosen]
    field = rng.choice(("", "", " für Wissenschaft", " für Umwelt"))
    style = rng.choice(("typed", "typed", "hand"))
    signers = []
    for index, land in enumerate(laender):
        person = invented_person(rng)
        head = "Senator" if land.seat in ("Berlin", "Bremen", "Hamburg") else "Minister"
        if land.official.startswith("Freistaat"):
            head = "Staatsminister"
        day = date(base.year, rng.randint(2, 11), rng.randint(1, 28))
        text = date_text(day, style, rng)
        function = head + ("in" if person.woman else "") + field
        signers.append(
            Signer(
                index, person, function, land, land.seat, day, text, "hand" if style == "hand" else "typed"
            )
        )
    shares = tuple(_round(rng, 40_000, 1_200_000) for _ in laender)
    return replace(
        _unlike_the_family(base, "Verwaltungsabkommen"),
        grantor=laender[0],
        recipients=tuple(laender[1:]),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signers),
    )


def grenzland(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two or three Länder keep something together; their heads sign, on one day or each at home."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    chosen = sorted(rng.sample(range(len(LAENDER)), rng.choice((2, 2, 3))))
    together = rng.random() < 0.5
    style = "hand" if not together and rng.random() < 0.4 else "typed"
    day = date(base.year, rng.randint(2, 10), rng.randint(1, 28))
    text = date_text(day, style, rng)
    place = LAENDER[chosen[0]][0].seat
    signers = []
    for index, (land, titles) in enumerate(LAENDER[number] for number in chosen):
        person = invented_person(rng)
        if not together and index:
            day += timedelta(days=rng.randint(0, 20))
            text = date_text(day, style, rng)
        signers.append(
            Signer(
                index,
                person,
                titles[1 if person.woman else 0],
                land,
                place if together else land.seat,
                day,
                text,
                "hand" if style == "hand" else "typed",
            )
        )
    laender = [LAENDER[number][0] for number in chosen]
    shares = tuple(_round(rng, 60_000, 2_400_000) for _ in laender)
    return replace(
        _unlike_the_family(base, "Staatsvertrag"),
        grantor=laender[0],
        recipients=tuple(laender[1:]),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signers),
    )


def absicht(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities mean to build something in three or four stages; each has its cost."""
    base = aufgabe(rng, wishes, (2, 3, 3, 4))
    shares = tuple(_round(rng, 150_000, 3_800_000) for _ in range(rng.choice((3, 3, 4))))
    return replace(base, kind="Absichtserklärung", total=sum(shares, Decimal("0.00")), shares=shares)


def leistung(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city pays one or two associations for a service, by kinds of cost."""
    base = kooperation(rng, wishes)
    count = rng.choice((1, 1, 2))
    shares = tuple(
        _round(rng, 8_000 * weight, 40_000 * weight) for weight in (6, 2, 2, 1)[: rng.choice((3, 4))]
    )
    return replace(
        base,
        kind="Leistungsvereinbarung",
        recipients=base.recipients[:count],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signer for signer in base.signers if signer.party <= count),
    )


def rahmen(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities buy something together for some years."""
    return replace(aufgabe(rng, wishes, (2, 3, 3, 4)), kind="Rahmenvereinbarung")


def ausgleich(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two counties or cities settle who owes what in three or four fields."""
    base = aufgabe(rng, wishes, (2,))
    shares = tuple(_round(rng, 9_000, 310_000) for _ in range(rng.choice((3, 3, 4))))
    return replace(base, kind="Vereinbarung", total=sum(shares, Decimal("0.00")), shares=shares)


def traegerschaft(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city and two or three associations keep a house together."""
    return replace(kooperation(rng, wishes), kind="Vertrag")


def gruendung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities found a company; all sign on one day at the seat of the first."""
    base = aufgabe(rng, wishes, (2, 3, 3, 4))
    day = date(base.year, rng.randint(2, 11), rng.randint(1, 28))
    text = date_text(day, "typed", rng)
    first = base.signers[0]
    return replace(
        base,
        kind="Vertrag",
        signers=tuple(
            replace(one, place=first.place, day=day, date_text=text, date_style="typed")
            for one in base.signers
        ),
    )


def bauzuschuss(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city gives an association money for a building in three or four instalments."""
    base = kooperation(rng, wishes)
    count = rng.choice((1, 1, 1, 2))
    return _paid(base, count, tuple(_round(rng, 10_000, 120_000) for _ in range(rng.choice((3, 4)))))


def zuschuss(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city gives one or two associations money for three or four years."""
    base = kooperation(rng, wishes)
    count = rng.choice((1, 1, 2))
    return _paid(base, count, tuple(_round(rng, 30_000, 240_000) for _ in range(rng.choice((3, 3, 4)))))


def _paid(base: Scenario, count: int, shares: tuple[Decimal, ...]) -> Scenario:
    """The first `count` recipients are given the money of `shares`."""
    return replace(
        base,
        kind="Fördervereinbarung",
        recipients=base.recipients[:count],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signer for signer in base.signers if signer.party <= count),
    )


def aufhebung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two or three counties and cities end an older agreement and share out what is left."""
    base = aufgabe(rng, wishes)
    old = date(base.year - rng.randint(4, 15), rng.randint(1, 12), rng.randint(1, 28))
    return replace(base, kind="Öffentlich-rechtlicher Vertrag", amended_day=old)


def trennung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities end what they had together and share what is left."""
    return replace(aufgabe(rng, wishes, (2, 3, 3, 4)), kind="Vereinbarung")


def foerderung(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city helps one association to build, in three or four instalments."""
    base = kooperation(rng, wishes)
    shares = tuple(_round(rng, 12_000, 160_000) for _ in range(rng.choice((3, 3, 4))))
    decided = date(base.year - 1, rng.randint(3, 12), rng.randint(1, 28))
    return replace(_paid(base, 1, shares), reference=decided if rng.random() < 0.6 else None)


def ergaenzung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two or three counties and cities add a task to an agreement of years ago."""
    base = aufgabe(rng, wishes, (2, 2, 3))
    earlier = date(base.year - rng.randint(2, 9), rng.randint(1, 12), rng.randint(1, 28))
    return replace(base, kind="Ergänzungsvereinbarung", amended_day=earlier)


def umlage(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities keep a centre that one of them runs; each pays its share every year."""
    return aufgabe(rng, wishes, (2, 3, 3, 4))


def buendnis(rng: random.Random, wishes: Wishes) -> Scenario:
    """A ministry, a county or city and one or two associations share the cost of a service."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1))
    helpers = kooperation(rng, replace(wishes, year=base.year))
    count = rng.choice((1, 1, 2))
    associations = helpers.recipients[:count]
    own = tuple(
        replace(one, party=one.party + 1) for one in helpers.signers if 0 < one.party <= len(associations)
    )
    shares = tuple(_round(rng, 8_000, 260_000) for _ in range(len(associations) + 2))
    return replace(
        _unlike_the_family(base, "Kooperationsvereinbarung", land=base.land),
        recipients=(*base.recipients, *associations),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=(*base.signers, *own),
    )


def aufgabenverbund(rng: random.Random, wishes: Wishes) -> Scenario:
    """Three to five counties and cities let the first do a task for all and share its cost."""
    return aufgabe(rng, wishes, (3, 3, 4, 5))


def beteiligung(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city and two or three firms hold a company; all sign at the seat of the first."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    body = base.recipients[0]
    firms = [
        Party(name, "m" if "e. V." in name else "f", None, rng.choice(_SEATS))
        for name in rng.sample(_COMPANIES, rng.choice((2, 2, 3)))
    ]
    day = date(base.year, rng.randint(2, 11), rng.randint(1, 28))
    text = date_text(day, "typed", rng)
    signers = [
        replace(one, party=0, place=body.seat, day=day, date_text=text, date_style="typed")
        for one in base.signers
        if one.party == 1
    ]
    for index, firm in enumerate(firms, start=1):
        person = invented_person(rng)
        head = "Geschäftsführer" if firm.official.endswith("GmbH") else "Vorstand"
        function = ("Vorständin" if head == "Vorstand" else "Geschäftsführerin") if person.woman else head
        signers.append(Signer(index, person, function, firm, body.seat, day, text))
    shares = tuple(_round(rng, 10_000, 240_000) for _ in (body, *firms))
    return replace(
        _unlike_the_family(base, "Vertrag"),
        grantor=body,
        recipients=tuple(firms),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=tuple(signers),
    )


def kreisaufgabe(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county and three to five of its municipalities share the cost of an office for one to four years.

    The shares: of the first year those of all parties, then those of the next.
    """
    county = rng.choice([body.official for body in bodies(2020) if body.gender == "m"])
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False, body=county))
    parties = (base.recipients[0], *_municipalities(rng, rng.choice((3, 3, 4, 5))))
    first = [_round(rng, 9_000, 95_000) for _ in parties]
    years = rng.choice((1, 3, 3, 4))
    shares = tuple(
        share + 500 * year * (1 + int(share) // 30_000) for year in range(years) for share in first
    )
    return replace(
        _unlike_the_family(base, "Öffentlich-rechtliche Vereinbarung"),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


def jahresraten(rng: random.Random, wishes: Wishes) -> Scenario:
    """The Bund and two or three Länder, or a Land and a university or foundation: money by years.

    The shares: with the Bund, of each year its own and that of the Länder; else one for each year.
    """
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    years = rng.choice((3, 4, 5))
    if rng.random() < 0.5:
        chosen = sorted(rng.sample(range(len(LAENDER)), rng.choice((2, 2, 3))))
        laender = [LAENDER[index][0] for index in chosen]
        laender = [one for one in laender if not one.official.startswith(("Freie ", "Land Berlin"))]
        laender = laender or [LAENDER[6][0]]
        parties = (Party("Bundesrepublik Deutschland", "f", None, "Berlin"), *laender)
        rate = rng.choice((1, 1, 3, 9))
        pairs = [_round(rng, 200_000, 900_000) for _ in range(years)]
        shares = tuple(one for pair in pairs for one in (pair * rate, pair))
    else:
        partner = rng.choice(
            (
                Party("Universität Musterau", "f", None, "Musterau"),
                Party("Hochschule Beispieltal", "f", None, "Beispieltal"),
                Party("Stiftung Schloss Exempelhausen", "f", None, "Exempelhausen"),
                Party("Stiftung Haus der Geschichte Probestadt", "f", None, "Probestadt"),
            )
        )
        parties = (rng.choice((LAENDER[6][0], LAENDER[6][0], LAENDER[10][0], LAENDER[15][0])), partner)
        shares = tuple(_round(rng, 150_000, 2_400_000) for _ in range(years))
    return replace(
        _unlike_the_family(base, "Verwaltungsvereinbarung"),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, 1),
    )


def nachtrag(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city and one or two others change the sums of an earlier agreement.

    The shares: of each item, a year or a purpose, the old sum and the new one.
    """
    base = kooperation(rng, wishes)
    towns = _municipalities(rng, 1)
    parties = (base.grantor, *rng.choice((base.recipients[:1], base.recipients[:1], tuple(towns))))
    if rng.random() < 0.25:
        parties = (base.grantor, base.recipients[0], towns[0])
    shares: tuple[Decimal, ...] = ()
    for _ in range(rng.choice((1, 1, 2, 3))):
        old = _round(rng, 24_000, 310_000)
        shares += (old, old + _round(rng, 1_000, 40_000) * rng.choice((1, 1, 1, -1)) // 2)
    return replace(
        _unlike_the_family(
            base, rng.choice(("Änderungsvereinbarung", "Änderungsvereinbarung", "Nachtragsvereinbarung"))
        ),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares[1::2], Decimal("0.00")),
        replaced=sum(shares[::2], Decimal("0.00")),
        amended_day=date(base.year - rng.randint(1, 6), rng.randint(1, 12), rng.randint(1, 28)),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


def satzung(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county or city and one to four municipalities hold a company, in Deutsche Mark if it is that old."""
    body = rng.choice([body.official for body in bodies(2020)])
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False, body=body))
    year = rng.choice((rng.randint(1988, 2001), rng.randint(1999, 2001), base.year))
    parties = (base.recipients[0], *_municipalities(rng, rng.choice((1, 2, 3, 4))))
    unit = rng.choice((2_500, 5_000, 10_000))
    shares = tuple(Decimal(unit * rng.randint(10, 60)).quantize(Decimal("0.01")) for _ in parties)
    shares = (sum(shares[1:], Decimal("0.00")) + unit, *shares[1:])
    return replace(
        _unlike_the_family(base, "Vertrag"),
        year=year,
        clause_year=year,
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, year, 1, together=rng.random() < 0.75),
        deadline=date(year + 1, 6, 30),
    )


def kammer(rng: random.Random, wishes: Wishes) -> Scenario:
    """A chamber, an association and a city or county pay for something together, in any order."""
    base = kooperation(rng, wishes)
    seat = rng.choice(_SEATS)
    chamber = rng.choice(
        (
            f"Industrie- und Handelskammer {seat}",
            f"Handwerkskammer {seat}",
            f"Landwirtschaftskammer {seat}",
        )
    )
    clubs = [party for party in base.recipients if party.official.endswith("e. V.")]
    club = next(iter(clubs), base.recipients[0])
    parties = [Party(chamber, "f", None, seat), club, base.grantor]
    rng.shuffle(parties)
    shares = tuple(_round(rng, 6_000, 140_000) for _ in parties)
    return replace(
        _unlike_the_family(
            base, rng.choice(("Kooperationsvereinbarung", "Kooperationsvereinbarung", "Vereinbarung"))
        ),
        grantor=parties[0],
        recipients=tuple(parties[1:]),
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 2, 2))),
    )


def rechenzentrum(rng: random.Random, wishes: Wishes) -> Scenario:
    """A special-purpose association works for a county or city and one to three municipalities, which pay it.

    The shares: of each that pays.
    """
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    seat = rng.choice(_SEATS)
    name = rng.choice((f"Zweckverband Rechenzentrum {seat}", f"Zweckverband Kommunale IT {seat}"))
    clients = (*base.recipients, *_municipalities(rng, rng.choice((1, 2, 2, 3))))
    parties = (Party(name, "m", None, seat), *clients)
    shares = tuple(_round(rng, 9_000, 420_000) for _ in clients)
    return replace(
        _unlike_the_family(base, rng.choice(("Vereinbarung", "Öffentlich-rechtliche Vereinbarung"))),
        grantor=parties[0],
        recipients=clients,
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


def linienbus(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county, one to three towns and at times a neighbouring county share what a bus line costs."""
    counties = rng.sample([body.official for body in bodies(2020) if body.gender == "m"], 2)
    base = random_scenario(
        rng, replace(wishes, budget="one_line", recipients=1, land=False, body=counties[0])
    )
    others = _municipalities(rng, rng.choice((1, 2, 2, 3)))
    if rng.random() < 0.3:
        neighbour = next(body for body in bodies(2020) if body.official == counties[1])
        others = (neighbour, *others[:2])
    parties = (base.recipients[0], *others)
    shares = tuple(_round(rng, 14_000, 310_000) for _ in parties)
    return replace(
        _unlike_the_family(base, rng.choice(("Vereinbarung", "Öffentlich-rechtliche Vereinbarung"))),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


TIER_RATES = ("0.75", "0.85", "0.95", "1.10", "1.25")


def tier_rate(deadline: date) -> Decimal:
    """What a municipality pays a year for each inhabitant, so that stray animals are taken in."""
    return Decimal(TIER_RATES[deadline.toordinal() % len(TIER_RATES)])


def fundtiere(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four municipalities pay an animal shelter so much a year for each of their inhabitants."""
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    seat = rng.choice(_SEATS)
    name = rng.choice((f"Tierschutzverein {seat} e. V.", f"Tierheim {seat} und Umgebung e. V."))
    towns = _municipalities(rng, rng.choice((2, 3, 3, 4)))
    parties = (*towns, Party(name, "m" if name.startswith("Tierschutz") else "n", None, seat))
    rate = tier_rate(base.deadline)
    shares = tuple((rng.randint(3_900, 38_000) * rate).quantize(Decimal("0.01")) for _ in towns)
    return replace(
        _unlike_the_family(base, rng.choice(("Vertrag", "Vereinbarung"))),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


def glasfaser(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county and two to four of its municipalities lay glass fibre and share what Bund and Land do not pay.

    The shares: of each party, the county included.
    """
    county = rng.choice([body.official for body in bodies(2020) if body.gender == "m"])
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False, body=county))
    parties = (base.recipients[0], *_municipalities(rng, rng.choice((2, 3, 3, 4))))
    shares = tuple(_round(rng, 60_000, 740_000) for _ in parties)
    return replace(
        _unlike_the_family(
            base, rng.choice(("Öffentlich-rechtliche Vereinbarung", "Kooperationsvereinbarung"))
        ),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 2, 2))),
    )


def klinik(rng: random.Random, wishes: Wishes) -> Scenario:
    """A county, one to three others and a hospital, whose loss in one ward all but the hospital make good.

    The shares: of each that pays. The hospital is named last, now and then first.
    """
    county, neighbour = rng.sample([body.official for body in bodies(2020) if body.gender == "m"], 2)
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False, body=county))
    payers: tuple[Party, ...] = (base.recipients[0], *_municipalities(rng, rng.choice((1, 2, 2, 3))))
    if rng.random() < 0.4:
        payers = (*payers[:2], next(body for body in bodies(2020) if body.official == neighbour))
    seat = rng.choice(_SEATS)
    hospital = Party(f"Krankenhaus {seat} gGmbH", "f", None, seat)
    parties = (hospital, *payers) if rng.random() < 0.25 else (*payers, hospital)
    shares = tuple(_round(rng, 40_000, 900_000) for _ in payers)
    return replace(
        _unlike_the_family(base, rng.choice(("Vereinbarung", "Kooperationsvereinbarung", "Vertrag"))),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 1, 2))),
    )


def klaeranlage(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four municipalities extend the sewage plant of the first and share what that costs.

    The shares: of each party, the owner included. A town owns the plant if there is one among them.
    """
    base = random_scenario(rng, replace(wishes, budget="one_line", recipients=1, land=False))
    towns = _municipalities(rng, rng.choice((2, 3, 3, 4)))
    parties = tuple(sorted(towns, key=lambda party: not party.official.startswith("Stadt ")))
    shares = tuple(_round(rng, 160_000, 2_900_000) for _ in parties)
    return replace(
        _unlike_the_family(
            base, rng.choice(("Öffentlich-rechtliche Vereinbarung", "Öffentlich-rechtlicher Vertrag"))
        ),
        grantor=parties[0],
        recipients=parties[1:],
        total=sum(shares, Decimal("0.00")),
        shares=shares,
        signers=_signing(rng, wishes, parties, base.year, rng.choice((1, 2, 2))),
    )


def _municipalities(rng: random.Random, count: int) -> tuple[Party, ...]:
    names = rng.sample(_MUNICIPALITIES, count)
    return tuple(Party(name, "f", None, name.partition(" ")[2]) for name in names)


def _signing(
    rng: random.Random,
    wishes: Wishes,
    parties: Sequence[Party],
    year: int,
    count: int,
    together: bool | None = None,
) -> tuple[Signer, ...]:
    """So many for each party: all on one day at the seat of the first, or the people of each at home."""
    together = rng.random() < 0.4 if together is None else together
    style = "typed" if together else rng.choice(wishes.date_styles)
    first = date(year, rng.randint(2, 10), rng.randint(1, 28))
    text = date_text(first, style, rng)
    day = first
    taken: set[str] = set()
    signers = []
    for index, party in enumerate(parties):
        if index and not together:
            day = first + timedelta(days=rng.randint(1, 45))
            text = date_text(day, style, rng)
        for office in _offices(rng, party)[:count]:
            person = invented_person(rng)
            while person.name in taken:
                person = invented_person(rng)
            taken.add(person.name)
            place = parties[0].seat if together else party.seat
            signers.append(Signer(index, person, office[person.woman], party, place, day, text, style))
    return tuple(signers)


def _offices(rng: random.Random, party: Party) -> tuple[Office, ...]:
    name = party.official
    if party.key:
        return _COUNTY if party.gender == "m" else _CITY
    if name.startswith(("Stadt ", "Gemeinde ")):
        return _TOWN if name.startswith("Stadt") else _VILLAGE
    if name.startswith(("Universität", "Hochschule")):
        return _UNIVERSITY
    if "kammer" in name:
        return _CHAMBER
    if name.startswith("Zweckverband"):
        return _ASSOCIATION_OF_TOWNS
    if name.startswith("Bundesrepublik"):
        return (rng.choice((("Bundesminister", "Bundesministerin"), ("Staatssekretär", "Staatssekretärin"))),)
    if name.startswith(("Land ", "Saarland", "Freistaat")):
        head = "Staatsminister" if name.startswith("Freistaat") else "Minister"
        return (rng.choice(((head, f"{head}in"), ("Staatssekretär", "Staatssekretärin"))),)
    if name.endswith("gGmbH"):
        return (("Geschäftsführer", "Geschäftsführerin"), ("Prokurist", "Prokuristin"))
    if name.startswith("Stiftung"):
        return (("Vorstandsvorsitzender", "Vorstandsvorsitzende"), ("Vorstand", "Vorständin"))
    return _CLUB


def aenderung(rng: random.Random, wishes: Wishes) -> Scenario:
    """Two to four counties and cities change what each pays under an agreement of years ago."""
    base = aufgabe(rng, wishes, (2, 2, 3, 4))
    earlier = date(base.year - rng.randint(1, 8), rng.randint(1, 12), rng.randint(1, 28))
    raised = _round(rng, 6_000, 36_000)
    return replace(base, kind="Änderungsvereinbarung", amended_day=earlier, replaced=base.total - raised)


def _unlike_the_family(base: Scenario, kind: str, land: bool = False) -> Scenario:
    return replace(base, kind=kind, land=land, programmes=(), measures=(), reference=None, equal=True)


def _round(rng: random.Random, low: int, high: int) -> Decimal:
    return Decimal(rng.randint(low // 500, high // 500) * 500).quantize(Decimal("0.01"))


SCENARIOS = {
    "staatsvertrag": staatsvertrag,
    "verwaltung": verwaltungsvereinbarung,
    "eibe": gesellschaft,
    "iris": kooperation,
    "quitte": aufgabe,
    "ginster": bauvertrag,
    "distel": abkommen,
    "holunder": einrichtung,
    "hasel": leistung,
    "minze": gruendung,
    "esche": grenzland,
    "pappel": absicht,
    "fichte": rahmen,
    "kiefer": ausgleich,
    "buchs": verwaltungsvereinbarung,
    "wacholder": traegerschaft,
    "eiche": bauzuschuss,
    "lorbeer": aufhebung,
    "ulmus": zuschuss,
    "platane": trennung,
    "zeder": foerderung,
    "akazie": ergaenzung,
    "robinie": umlage,
    "zypresse": buendnis,
    "erika": aufgabenverbund,
    "mistel": beteiligung,
    "calla": kreisaufgabe,
    "protea": jahresraten,
    "jasione": nachtrag,
    "agave": satzung,
    "sanikel": kammer,
    "ilex": verwaltungsvereinbarung,
    "taxus": aenderung,
    "linaria": abkommen,
    "myrte": leistung,
    "hibiskus": rechenzentrum,
    "feldahorn": linienbus,
    "feuerdorn": fundtiere,
    "seidelbast": glasfaser,
    "liguster": klinik,
    "ackersenf": klaeranlage,
}
"""By template."""
