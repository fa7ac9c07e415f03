"""Another family: a county or city pays associations for a service, by kinds of cost."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, capitals, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Sachmittel des täglichen Bedarfs können bis {cap} ohne Rücksprache angeschafft werden.",
    "Als Auslastung werden {persons} Fälle im Jahr bei {young} Beratungskräften unterstellt.",
    "In Eilfällen ist der Bereitschaftsdienst unter {phone} zu verständigen.",
    "Der Risikozuschlag ist mit {rate} v. H. in den Sätzen enthalten.",
)
SERVICES = (
    ("Schuldner- und Insolvenzberatung", "Ratsuchende, die Leistungen beziehen", "§ 17 SGB II"),
    ("ambulante Erziehungshilfen", "Familien mit einem Bedarf nach § 27 SGB VIII", "§ 77 SGB VIII"),
    ("Notübernachtung wohnungsloser Menschen", "Volljährige ohne Unterkunft", "§§ 75 ff. SGB XII"),
    ("Schulbegleitung an Grundschulen", "Kinder mit Förderbedarf", "§§ 123 ff. SGB IX"),
    ("aufsuchende Jugendarbeit", "junge Menschen zwischen 14 und 27 Jahren", "§ 77 SGB VIII"),
)
QUALITY = (
    "Fachkräfte verfügen über einen einschlägigen Studienabschluss oder eine vergleichbare Ausbildung.",
    "Die Öffnungszeiten umfassen wenigstens zwanzig Stunden in der Woche.",
    "Über jede Beratung wird eine anonyme Statistik geführt.",
    "Supervision findet mindestens alle acht Wochen statt.",
)
COSTS = ("Personalkosten", "Sachkosten", "Mieten und Nebenkosten", "Regiekosten")


class _Parts:
    """Parts in letters or figures, in a light hand or in capitals, with points that have a dash or none."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.loud = w.rng.random() < 0.4
        self.sign = w.rng.choice(("–", "", "•"))

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(")" if self.w.numbering == "A" else ".", bold=True))
        heading = (self.w.heading(capitals(title) if self.loud else title),)
        self.w.add(
            Paragraph(heading, "left", before=13, after=4, indent=26, hang=26, marker=number, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), "left", after=5))

    def point(self, text: Text) -> None:
        indent = 26.0 if self.sign else 0.0
        marker = plain(self.sign) if self.sign else ()
        self.w.add(Paragraph(text, "left", after=3, indent=indent, hang=14.0, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering=rng.choice(("§", "A")))
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    service, clients, statute = rng.choice(SERVICES)
    _opening(w, service, statute)
    part = _Parts(w)
    part.open("Leistungsinhalt")
    part.say(
        "Erbracht wird die Leistung „{service}“. Sie richtet sich an {clients}.",
        service=service,
        clients=clients,
    )
    part.open(rng.choice(("Güte der Leistung", "Anforderungen")))
    for sentence in rng.sample(QUALITY, 3):
        part.point(plain(sentence))
    for text in aside_texts(w, OWN_ASIDES):
        part.point(text)
    part.open(rng.choice(("Entgelt", "Vergütung")))
    _payment(part)
    part.open("Prüfung")
    part.say(
        "Ein Sachbericht ist jährlich, erstmals zum {day}, einzureichen. Der Leistungsträger darf Räume und "
        "Unterlagen nach Ankündigung besichtigen.",
        day=w.date(s.deadline, "deadline"),
    )
    part.open(rng.choice(("Vereinbarungszeitraum", "Zeitliche Geltung")))
    part.say(
        "Vereinbarungszeitraum ist die Spanne vom {start} bis {end}. Danach gelten die Sätze fort, bis neue "
        "vereinbart sind.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("open-sans", "helvetica", "times")),
        size=rng.choice((10.4, 11.2)),
        leading=rng.choice((1.35, 1.48)),
        header=rng.choice((None, "Sozialverwaltung", s.file_mark)),
        header_align="right",
        footer=rng.choice(("{page} / {pages}", "Seite {page}")),
        footer_align=rng.choice(("right", "center")),
        left=70,
        right=80,
    )


def _opening(w: Writer, service: str, statute: str) -> None:
    """The kind with its subject, the statute in brackets, who pays and who serves as captions with names."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "left", scale=1.55, after=2),
        Paragraph(plain(f"über {service}", True), "left", scale=1.1, after=2),
        Paragraph(plain(f"({statute})"), "left", after=14),
    )
    captions = ("Leistungsträger", "Leistungserbringer")
    apart = rng.random() < 0.5
    several = len(s.parties) > 2
    for index, party in enumerate(s.parties):
        caption = captions[min(index, 1)] + (f" {index}" if several and index else "")
        name = w.bare_party(index)
        inserted = organ(w, index) if index == 0 else ()
        where = Run(f" mit Sitz in {party.seat}" if index else "")
        if apart:
            w.add(
                Paragraph(plain(f"{caption}:"), "left", scale=0.9, after=0, with_next=True),
                Paragraph((replace(name, bold=True), where, *inserted), "left", after=6),
            )
            continue
        text = (name, where, *inserted, Run(f" ({caption})"))
        w.add(Paragraph(text, "left", after=4, indent=26, hang=14, marker=plain(f"{index + 1}")))
    w.add(Gap(4))


def _payment(part: _Parts) -> None:
    """The yearly pay, and what kinds of cost it is made of: a table, lines, or the sentence."""
    w, s, rng = part.w, part.w.scenario, part.w.rng
    amount, words = w.amount(
        s.total, "total", label="Jahresentgelt", year=s.year, words=s.total if s.represented else None
    )
    part.say(
        rng.choice(
            (
                "Für {y} wird ein Jahresentgelt von {total}{words} vereinbart, das in gleichen "
                "Monatsbeträgen überwiesen wird.",
                "Das Jahresentgelt für {y} ist mit {total}{words} bemessen und deckt alle Aufwendungen ab.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten "), words, Run(")")) if words else "",
    )
    costs = COSTS[: len(s.shares)]
    form = rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        _table(w, costs)
        return
    told: list[Text] = []
    for name, share in zip(costs, s.shares, strict=True):
        run, _ = w.amount(share, "component", label=name, year=s.year)
        if form == "lines":
            w.add(Paragraph((Run(f"{name} "), run), "left", after=2, indent=40))
        else:
            told.append((run, Run(f" auf {name}")))
    if told:
        part.say("Hierin entfallen {told}.", told=enumerated(told))
    else:
        w.add(Gap(4))


def _table(w: Writer, costs: tuple[str, ...]) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Pos.", "Kostenart", "Jahr (EUR)")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for name, share in zip(costs, s.shares, strict=True):
        run, _ = w.amount(
            share, "component", style="cell", label=name, year=s.year, table=w.tables, row=len(rows)
        )
        rows.append((plain(f"K{len(rows)}"), plain(name), (run,)))
    run, _ = w.amount(
        s.total,
        "total",
        style="cell",
        bold=True,
        label="Jahresentgelt",
        year=s.year,
        table=w.tables,
        row=len(rows),
    )
    rows.append(((), plain("Jahresentgelt", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (0.6, 3.2, 1.5), aligns, s.ruled, together=True))


def _sign(w: Writer) -> None:
    """A column for each side under its caption: the pen, name and office, whom for, when and where last."""
    several = len(w.scenario.parties) > 2
    columns: list[tuple[SignLine, ...]] = []
    for index, side in enumerate(enter_by_party(w)):
        caption = "Leistungsträger" if index == 0 else "Leistungserbringer"
        caption += f" {index}" if several and index else ""
        lines = [SignLine(plain(caption, True))]
        for one, dated in side:
            lines += _hand(one)
            lines += [SignLine((one.place, Run(", am "), one.date))] if dated else []
        columns.append(tuple(lines))
    across = 3 if len(columns) == 3 else 2
    w.add(*in_rows(columns, across, gutter=18.0 if across == 3 else 32.0, scale=0.9 if across == 3 else 1.0))


def _hand(one: Signature) -> list[SignLine]:
    lines = [SignLine((), "dots", pen=one.name is not None, height=44.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return [*lines, SignLine((one.bare_organisation,))]
