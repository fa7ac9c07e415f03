"""Another family: a deed by which counties and cities found a company."""

from __future__ import annotations

import random
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer

OWN_ASIDES = (
    "Geschäfte mit einem Wert über {cap} bedürfen eines Beschlusses der Gesellschafterversammlung.",
    "Die Beurkundende hat darauf hingewiesen, dass sie unter {phone} für Rückfragen bereitsteht.",
    "Der Aufsichtsrat besteht aus {young} Mitgliedern.",
)
COMPANIES = (
    ("Breitbandgesellschaft Mittelland mbH", "Ausbau und Betrieb eines Glasfasernetzes"),
    ("Regionalverkehr Beispieltal GmbH", "Planung und Bestellung des Busverkehrs"),
    ("Klimaagentur Musterland gGmbH", "Beratung von Haushalten und Betrieben in Energiefragen"),
    ("Abfallverwertung Fiktivtal GmbH", "Verwertung der überlassenen Bioabfälle"),
    ("Gründerwerk Probeland GmbH", "Förderung von Unternehmensgründungen"),
)
NOTARIES = ("Notarin in Musterau", "Notar in Probestadt", "Notarin in Beispieltal")


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    company, purpose = rng.choice(COMPANIES)
    hands = _opening(w, company)
    bracketed = rng.random() < 0.5
    align: Align = rng.choice(("center", "left"))

    def section(title: str) -> None:
        number = (Run("§ ", bold=True), w.next_section())
        if bracketed:
            text = (*number, Run(" [", bold=True), w.heading(title), Run("]", bold=True))
            w.add(Paragraph(text, align, before=12, after=5, with_next=True))
            return
        w.add(
            Paragraph(
                (*number, Run(". ", bold=True), w.heading(title)), align, before=12, after=5, with_next=True
            )
        )

    section("Firma, Sitz")
    w.paragraph(
        "Die Gesellschaft führt die Firma {company} und hat ihren Sitz in {seat}.",
        company=company,
        seat=s.grantor.seat,
    )
    section(rng.choice(("Unternehmensgegenstand", "Gegenstand des Unternehmens")))
    w.paragraph("Unternehmensgegenstand: {purpose}. Gewinne werden nicht ausgeschüttet.", purpose=purpose)
    section(rng.choice(("Stammkapital, Geschäftsanteile", "Kapital")))
    _capital(w)
    section("Geschäftsführung und Vertretung")
    w.paragraph(
        "Sind zwei Personen zur Geschäftsführung bestellt, vertreten sie gemeinschaftlich. Ein Prokurist "
        "kann an die Stelle einer von ihnen treten."
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    section("Ausscheiden")
    w.paragraph(
        "Der Austritt ist erstmals zum {day} möglich; die Abfindung richtet sich nach dem Buchwert.",
        day=w.date(s.deadline, "other"),
    )
    _close(w, hands)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.8)),
        leading=rng.choice((1.4, 1.6)),
        footer=rng.choice(("- {page} -", "Blatt {page}")),
        footer_align=rng.choice(("center", "right")),
        left=100,
        right=60,
        top=80,
    )


def _opening(w: Writer, company: str) -> list[Signature]:
    """A deed: the roll, where and when, before whom, and who came for whom."""
    s, rng = w.scenario, w.rng
    hands = [enter(w, signer, 0 if number else None) for number, signer in enumerate(s.signers)]
    roll = f"Nr. {rng.randint(12, 980)} der Urkundenrolle für {s.year}"
    w.add(
        Paragraph(plain(roll), "left", after=16),
        Paragraph(
            (
                Run(rng.choice(("Verhandelt zu ", "Geschehen zu "))),
                hands[0].place,
                Run(" am "),
                hands[0].date,
            ),
            "center",
            after=12,
        ),
        Paragraph(plain(f"Vor mir, {rng.choice(NOTARIES)}, erschienen:"), "left", after=6, with_next=True),
    )
    named: set[int] = set()
    for number, one in enumerate(hands, start=1):
        party = one.signer.party
        address = "Frau" if one.signer.person and one.signer.person.woman else "Herr"
        who: list[Run] = [Run(f"{address} ")]
        who += [one.name, Run(", "), one.function] if one.name and one.function else []
        article, name = s.parties[party].case("accusative")
        marked = Run(name, None if party in named else f"parties[{party}].name")
        w.shared[f"{one.path}.organisation"] = f"parties[{party}].name"
        named.add(party)
        who += [Run(f", handelnd für {article} "), marked, Run("." if number == len(hands) else ",")]
        w.add(Paragraph(tuple(who), "left", after=4, indent=30, hang=24, marker=plain(f"{number}.")))
    w.add(
        Paragraph(
            plain("Die Erschienenen schließen namens der Vertretenen folgenden"), "left", before=6, after=8
        ),
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(f"über die Gründung der {company}:"), "center", after=10),
    )
    return hands


def _capital(w: Writer) -> None:
    """The capital and who takes over which shares: a table with their numbers, counted lines, or prose."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Stammkapital", words=s.total if s.represented else None)
    w.paragraph(
        "Das Stammkapital von {total}{words} wird von den Gesellschaftern in bar aufgebracht.",
        total=amount,
        words=(Run(" (in Buchstaben: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "lines", "prose"))
    if form == "table":
        _table(w)
        return
    if form == "lines":
        w.add(Paragraph(plain("Bei der Gründung übernehmen"), "left", after=3, with_next=True))
    told: list[Text] = []
    for index, (party, share) in enumerate(zip(s.parties, s.shares, strict=True)):
        run, _ = w.amount(share, "component", label=party.printed)
        article, name = party.case("nominative")
        if form == "lines":
            text = (Run(f"{article} {name} einen Anteil zum Nennbetrag von "), run)
            w.add(Paragraph(text, "left", after=3, indent=46, hang=20, marker=plain(f"{'abcdef'[index]})")))
        else:
            told.append((Run(f"{article} {name} einen Geschäftsanteil über "), run))
    if told:
        w.add(Paragraph((Run("Davon übernimmt "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Anteile Nr.", "Übernehmer", "Nennbetrag (EUR)", "in %")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    first = 1
    for party, share in zip(s.parties, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="cell", label=party.printed, table=w.tables, row=len(rows)
        )
        count = int(share / Decimal(500))
        rows.append(
            (
                plain(f"{first} bis {first + count - 1}"),
                plain(party.printed),
                (run,),
                plain(f"{share / s.total * 100:.1f}".replace(".", ",")),
            )
        )
        first += count
    run, _ = w.amount(
        s.total, "total", style="cell", bold=True, label="Stammkapital", table=w.tables, row=len(rows)
    )
    rows.append((plain(f"1 bis {first - 1}"), plain("Stammkapital", True), (run,), plain("100,0")))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (1.2, 2.6, 1.6, 0.7), aligns, s.ruled, together=True))


def _close(w: Writer, hands: list[Signature]) -> None:
    """Read aloud and signed; the names beneath the pens, in some copies with their offices."""
    offices = w.rng.random() < 0.5
    sentence = w.rng.choice(
        (
            "Diese Niederschrift wurde den Erschienenen vorgelesen, von ihnen genehmigt und wie folgt "
            "eigenhändig unterschrieben:",
            "Vorgelesen, genehmigt und unterschrieben:",
        )
    )
    w.add(Paragraph(plain(sentence), "left", before=16, after=0, with_next=True))
    columns: list[tuple[SignLine, ...]] = []
    for one in hands:
        lines = [SignLine((), pen=one.name is not None, height=36.0)]
        lines += [SignLine((one.name,))] if one.name else []
        lines += [SignLine((one.function,))] if one.function and offices else []
        columns.append(tuple(lines))
    w.add(*in_rows(columns, w.rng.choice((1, 2)), before=8.0), Gap(8), Paragraph(plain("(L. S.)"), "right"))
