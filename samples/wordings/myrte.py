"""Another family: a youth office buys a service from a carrier; lettered points and a sheet of costs."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from samples.blocks import (
    Align,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.parts import Draft, aside_texts, organ, period
from samples.writer import Writer

OWN_ASIDES = (
    "Barbeihilfen an Familien sind auf {cap} im Einzelfall begrenzt.",
    "Kalkuliert ist mit {persons} Familien im Jahr und {young} Gruppenangeboten.",
    "In Krisen außerhalb der Dienstzeit ist die Bereitschaft zu rufen: {phone}.",
    "Der Gesamthaushalt der Jugendhilfe liegt derzeit bei {past}.",
    "Ein Auslastungsgrad von {rate} % unter Plan löst Verhandlungen aus.",
)
SERVICES = (
    ("aufsuchende Familienhilfe", "Familien mit Kindern unter drei Jahren werden zu Hause aufgesucht"),
    ("Schulsozialarbeit an Grundschulen", "an sechs Grundschulen ist täglich eine Fachkraft anzutreffen"),
    ("begleiteter Umgang", "Eltern und Kinder treffen sich in Gegenwart einer Fachkraft"),
    ("Hausaufgabenhilfe", "Kinder werden an vier Nachmittagen der Woche betreut"),
)
COSTS = (
    ("Fachkräfte", "nach Tarif"),
    ("Räume und Betrieb", "pauschal"),
    ("Sachmittel", "pauschal"),
    ("Leitungsanteil", "Umlage"),
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, full_figures)
    w = Writer(s, rng, numbering="A")
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    service, manner = rng.choice(SERVICES)
    _opening(w, service)
    points = _Points(w)
    points.open("Leistung")
    points.say(f"Erbracht wird die Leistung „{service}“: {manner}.")
    points.say("Art und Umfang im Einzelnen ergeben sich aus der Leistungsbeschreibung des Trägers.")
    points.open(rng.choice(("Qualität", "Personal und Qualität")))
    points.say("Eingesetzt werden nur Personen, deren erweitertes Führungszeugnis vorgelegen hat.")
    for text in aside_texts(w, OWN_ASIDES):
        points.put(text)
    points.open(rng.choice(("Vergütung", "Entgelt")))
    _costs(points)
    points.open("Dauer")
    points.say("Die Leistung wird {period} erbracht.", period=period(w))
    points.say(
        "Über das abgelaufene Jahr legt der Träger bis {day} Rechnung und Sachbericht vor.",
        day=w.date(s.deadline, "deadline"),
    )
    points.open("Datenschutz und Schluss")
    points.say("Sozialdaten bleiben beim Träger; übermittelt werden nur Zahlen ohne Personenbezug.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "vera")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.32, 1.42)),
        header="Jugendamt · Wirtschaftliche Jugendhilfe",
        header_align="left",
        header_on_first=rng.random() < 0.6,
        footer=rng.choice(("Leistungsvereinbarung, Seite {page} von {pages}", "{page}")),
        footer_align="right",
        left=74,
        right=66,
    )


class _Points:
    """ "A  Heading" with the letter hanging; below it "A.1", "A.2"."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def open(self, title: str) -> None:
        self.count = 0
        number = (self.w.next_section(),)
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=11, after=4, indent=34, hang=34, marker=number, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.w.section}.{self.count}")
        self.w.add(Paragraph(text, "left", after=4, indent=34, hang=34, marker=marker))


def _role(w: Writer, index: int) -> str:
    if index == 0:
        return "Jugendhilfeträger"
    return "Träger der Leistung" + (f" {index}" if len(w.scenario.parties) > 2 else "")


def _opening(w: Writer, service: str) -> None:
    """Title with the paragraph of the code; the parties with their roles at the left, in a table."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=2),
        Paragraph(plain(f"nach § 77 SGB VIII – {service}"), "left", scale=1.1, after=10),
    )
    rows: list[tuple[Text, ...]] = [(plain("Rolle", True), plain("Vereinbarungspartner", True))]
    for index, party in enumerate(s.parties):
        inserted = organ(w, index) if party.key else ()
        address = "" if party.key else f", {party.seat}"
        rows.append((plain(_role(w, index)), (w.bare_party(index), *inserted, Run(address))))
    ruled = "rows" if s.ruled == "none" else s.ruled
    w.add(Table(tuple(rows), (1.6, 4.0), ("left", "left"), ruled, padding=4.0))


def _costs(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    spelled = rng.random() < 0.3
    amount, words = w.amount(s.total, "total", label="Jahresentgelt", words=s.total if spelled else None)
    points.say(
        rng.choice(
            (
                "Für die Leistung wird ein Jahresentgelt von {total}{words} gezahlt.",
                "Das Entgelt beläuft sich im Jahr auf {total}{words}; es ist ein Festbetrag.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    month, _ = w.amount((s.total / 12).quantize(Decimal("0.01")), "other")
    hour, _ = w.amount(Decimal(rng.choice((58, 64, 72))).quantize(Decimal("0.01")) + Decimal("0.40"), "other")
    points.say(
        "Fällig sind monatlich {month}, jeweils zum Ersten. Zusätzliche Fachleistungsstunden werden mit "
        "{hour} vergütet. Das Kostenblatt weist aus:",
        month=month,
        hour=hour,
    )
    if s.listing == "list":
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=COSTS[index][0])
            text = (Run(f"{COSTS[index][0]} ({COSTS[index][1]}): "), run)
            w.add(Paragraph(text, "left", after=2, indent=52, hang=14, marker=plain("–")))
        return
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Kostenart", "Ansatz", "v. H.", "EUR jährlich")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, share in enumerate(s.shares):
        run, _ = w.amount(share, "component", label=COSTS[index][0], row=len(rows), **entry)
        quota = f"{share / s.total * 100:.1f}".replace(".", ",")
        rows.append((plain(COSTS[index][0]), plain(COSTS[index][1]), plain(quota), (run,)))
    run, _ = w.amount(s.total, "total", label="Jahresentgelt", bold=True, row=len(rows), **entry)
    rows.append((plain("Jahresentgelt", True), (), plain("100,0"), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (2.4, 1.4, 0.9, 1.6), aligns, s.ruled, padding=3.0, together=True))


def _sign(w: Writer) -> None:
    """The role above, then the pen; the name with its office; whom for; at the foot where and when."""
    s = w.scenario
    columns = [_column(w, enter(w, signer)) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=10.0 if number else 22.0))
        return
    w.add(*in_rows(columns, 2, gutter=28.0))


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    lines = [SignLine(plain(_role(w, one.signer.party), True))]
    lines.append(SignLine((one.bare_organisation,)))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=38.0))
    if one.name and one.function:
        name: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), *name, Run(", "), one.function)))
    lines += [SignLine(height=5.0), SignLine((one.place, Run(" am "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("(Ort und Tag der Unterschrift)")))
    return tuple(lines)
