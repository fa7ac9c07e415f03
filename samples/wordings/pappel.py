"""Another family: counties and cities declare what they mean to build, by stages."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Für die Abstimmung mit den Anliegern sind je Veranstaltung {cap} vorgesehen.",
    "Vom Vorhaben profitieren etwa {persons} Betriebe mit {young} Ausbildungsberufen.",
    "Die Projektgruppe ist unter {phone} zu erreichen.",
    "Aus Bundesmitteln wird eine Förderung von bis zu {rate} Prozent erwartet.",
)
SUBJECTS = (
    (
        "zum Bau einer Radschnellverbindung",
        "eine durchgehende Radschnellverbindung",
        ("Abschnitt Nord", "Abschnitt Mitte", "Abschnitt Süd", "Brücke am Güterbahnhof"),
    ),
    (
        "zur Entwicklung eines interkommunalen Gewerbegebiets",
        "ein gemeinsames Gewerbegebiet",
        ("Grunderwerb", "Innere Erschließung", "Ausgleichsflächen", "Anschluss an die Landesstraße"),
    ),
    (
        "zur Erneuerung des gemeinsamen Berufsschulstandorts",
        "einen zeitgemäßen Berufsschulstandort",
        ("Werkstattgebäude", "Haupthaus", "Außenanlagen", "Sporthalle"),
    ),
    (
        "zum Aufbau eines Netzes von Mobilitätsstationen",
        "ein dichtes Netz von Mobilitätsstationen",
        ("Planung", "Stationen an Bahnhöfen", "Stationen im ländlichen Raum", "Leitsystem"),
    ),
)


class _Headings:
    """ "1. Heading" or "A. Heading", or a heading without a number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.numbered = w.rng.random() < 0.7

    def open(self, title: str) -> None:
        if not self.numbered:
            self.w.add(Paragraph(plain(title, True), "left", scale=1.1, before=12, after=4, with_next=True))
            return
        text = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.1, before=12, after=4, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering=rng.choice(("§", "A")))
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    subject, aim, stages = rng.choice(SUBJECTS)
    _opening(w, subject)
    headings = _Headings(w)
    headings.open(rng.choice(("Was beabsichtigt ist", "Vorhaben")))
    w.paragraph(
        "Die Unterzeichnenden beabsichtigen, {aim} zu schaffen, und bekunden dazu ihren Willen.", aim=aim
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    headings.open(rng.choice(("Kostenschätzung", "Voraussichtliche Kosten")))
    _costs(w, stages)
    headings.open(rng.choice(("Nächste Schritte", "Zeitplan")))
    w.paragraph(
        "Ein unterschriftsreifer Vertrag soll bis {day} ausgehandelt sein. Bis dahin tagt monatlich eine "
        "Projektgruppe.",
        day=w.date(s.deadline, "deadline"),
    )
    headings.open("Rechtliche Wirkung")
    w.paragraph(
        "Diese Erklärung bindet nicht. Die Gremien aller Unterzeichnenden behalten sich ihre Beschlüsse vor."
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "manrope", "helvetica")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.4, 1.5)),
        footer=rng.choice((None, "{page}", "Seite {page} von {pages}")),
        footer_align=rng.choice(("center", "left")),
        left=78,
        right=78,
    )


def _opening(w: Writer, subject: str) -> None:
    """Title and subject; who declares: in lines, or in the sentence."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.8, after=3),
        Paragraph(plain(subject), align, scale=1.2, after=14),
    )
    last = len(s.parties) - 1
    if rng.random() < 0.5:
        w.add(Paragraph(plain("Es erklären gemeinsam:"), "left", after=4, with_next=True))
        for index in range(last + 1):
            text = (replace(w.bare_party(index), bold=True), *organ(w, index))
            w.add(Paragraph(text, "left", after=3, indent=30, hang=14, marker=plain("–")))
        w.add(Gap(3))
        return
    named: list[Text] = []
    for index in range(last + 1):
        inserted = organ(w, index)
        party = w.party(index, "nominative", mark=True, capital=index == 0)
        named.append((*party, *inserted, Run("," if inserted and index >= last - 1 else "")))
    w.add(Paragraph((*enumerated(named), Run(" geben folgende Erklärung ab:")), "left", after=6))


def _costs(w: Writer, stages: tuple[str, ...]) -> None:
    """What all of it may cost, and what each stage does: a table, counted lines, or the sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Gesamtkosten", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Nach der Machbarkeitsstudie ist mit Kosten von {total}{words} zu rechnen.",
                "Die Investition wird auf {total}{words} geschätzt.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        _table(w, stages)
        return
    told: list[Text] = []
    for number, (stage, share) in enumerate(zip(stages, s.shares, strict=False), start=1):
        run, _ = w.amount(share, "component", label=stage)
        if form == "lines":
            marker = plain(f"{number}.")
            w.add(Paragraph((Run(f"{stage}: "), run), "left", after=2, indent=36, hang=20, marker=marker))
        else:
            told.append((Run(f"„{stage}“ mit "), run))
    if told:
        w.add(Paragraph((Run("Darin enthalten sind die Teilvorhaben "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer, stages: tuple[str, ...]) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Nr.", "Teilvorhaben", "Federführung", "Schätzung")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for stage, share in zip(stages, s.shares, strict=False):
        row = len(rows)
        run, _ = w.amount(share, "component", style="sign", label=stage, table=w.tables, row=row)
        leader = w.rng.choice(s.parties).printed
        rows.append((plain(str(row)), plain(stage), plain(leader), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Gesamtkosten", table=w.tables, row=len(rows)
    )
    rows.append(((), plain("Gesamtkosten", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(Table(tuple(rows), (0.45, 2.2, 2.0, 1.5), aligns, s.ruled, together=True))


def _sign(w: Writer) -> None:
    """A column for each side, two in a row: whose it is, then for each hand the pen, the name, the office and
    below them where and when."""
    framed = w.rng.random() < 0.4
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines = [SignLine((replace(side[0][0].bare_organisation, bold=True),))]
        for number, (one, _) in enumerate(side):
            lines += _hand(one)
            if number == len(side) - 1 or side[number + 1][1]:
                # The first of those who sign on one day prints it; all of them stand above it.
                first = max(at for at in range(number + 1) if side[at][1])
                lines.append(SignLine((side[first][0].place, Run(", "), side[first][0].date)))
        columns.append(tuple(lines))
    w.add(*in_rows(columns, gutter=14.0 if framed else 30.0, boxed=framed))


def _hand(one: Signature) -> list[SignLine]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=40.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return lines
