"""Another family: the Land and municipalities build a house and share what it costs."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Nachträge über {cap} bedürfen der Zustimmung aller Kostenträger.",
    "Vorgesehen sind {persons} Plätze auf {young} Fluren.",
    "Die Bauleitung ist für Nachbarn unter {phone} zu sprechen.",
    "Verwaltungskosten werden mit {rate} v. H. der Baukosten abgegolten.",
)
SUBJECTS = (
    ("über den Bau eines Familienzentrums", "des Familienzentrums", "das Familienzentrum"),
    ("über die Erweiterung einer Pflegeschule", "der Pflegeschule", "die Pflegeschule"),
    ("über den Umbau einer Kaserne zum Wohnheim für Auszubildende", "des Wohnheims", "das Wohnheim"),
    ("über den Neubau einer Lehrwerkstatt", "der Lehrwerkstatt", "die Lehrwerkstatt"),
)
LOTS = ("Los 1", "Los 2", "Los 3", "Planung", "Grunderwerb", "Ausstattung")


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject, of_thing, thing = rng.choice(SUBJECTS)
    _opening(w, subject)
    below = rng.random() < 0.5

    def section(title: str) -> None:
        number = (Run("§ ", bold=True), w.next_section())
        heading = w.heading(title)
        if below:
            w.add(
                Paragraph(number, "left", before=13, after=0, with_next=True),
                Paragraph((heading,), "left", after=4, with_next=True),
            )
            return
        w.add(
            Paragraph(
                (heading,), "left", before=13, after=5, indent=40, hang=40, marker=number, with_next=True
            )
        )

    section("Gegenstand")
    w.paragraph(
        "Die Kostenträger planen und bauen gemeinsam. Ausschreibung und Vergabe obliegen dem Landesbetrieb "
        "für Bauwesen; die Unterhaltung {of_thing} wird gesondert geregelt.",
        of_thing=of_thing,
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    section(rng.choice(("Baukosten", "Kosten und ihre Verteilung")))
    _costs(w)
    section(rng.choice(("Bauzeit", "Ausführung")))
    w.paragraph(
        "{thing} soll bis {day} bezogen werden können. Verzögerungen werden unverzüglich mitgeteilt.",
        thing=thing[0].upper() + thing[1:],
        day=w.date(s.deadline, "deadline"),
    )
    section("Abrechnung")
    w.paragraph(
        "Abschläge werden nach Baufortschritt angefordert und binnen eines Monats gezahlt. Überzahlungen "
        "werden erstattet."
    )
    section("Inkrafttreten")
    w.paragraph("Die Vereinbarung wird mit der letzten Unterschrift wirksam.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "open-sans")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.35, 1.48)),
        header=rng.choice((None, "Hochbau", s.file_mark)),
        header_align="left",
        footer=rng.choice(("Blatt {page} von {pages}", "{page}")),
        footer_align=rng.choice(("center", "right")),
        left=80,
        right=70,
    )


def _opening(w: Writer, subject: str) -> None:
    """The kind with its subject; the sides in figures, and what all of them are called."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.9, after=10))
    w.add(
        Paragraph((w.kind(),), "left", scale=1.5, after=3),
        Paragraph(plain(subject, True), "left", scale=1.05, after=12),
        Paragraph(
            plain(rng.choice(("An dieser Vereinbarung sind beteiligt:", "Es schließen die Vereinbarung:"))),
            "left",
            after=4,
            with_next=True,
        ),
    )
    for index in range(len(s.parties)):
        name = w.party(index, "nominative", mark=True)
        text = (name[0], replace(name[1], bold=True), *represented(w, index))
        w.add(Paragraph(text, "left", after=3, indent=40, hang=24, marker=plain(f"({index + 1})")))
    w.add(Paragraph(plain("(gemeinsam im Folgenden „Kostenträger“)"), "left", before=2, after=6))


def _costs(w: Writer) -> None:
    """What it costs and who bears which part: a table with the rates, lines, or the sentence."""
    s, rng = w.scenario, w.rng
    amount, words = w.amount(s.total, "total", label="Baukosten", words=s.total if s.represented else None)
    w.paragraph(
        rng.choice(
            (
                "Die Baukosten sind mit {total}{words} veranschlagt.",
                "Der Kostenberechnung liegen Baukosten von {total}{words} zugrunde.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "lines", "sentence"))
    if form == "table":
        _table(w)
        return
    told: list[Text] = []
    for index, share in enumerate(s.shares):
        party = w.grantor if index == 0 else s.recipients[index - 1]
        run, _ = w.amount(share, "component", label=party.printed)
        article, name = party.case("nominative")
        if form == "lines":
            lead = Run(f"{article.capitalize()} {name} zahlt ")
            marker = plain(f"{'abcdef'[index]}.")
            w.add(Paragraph((lead, run, Run(".")), "left", after=3, indent=40, hang=20, marker=marker))
        else:
            told.append((Run(f"{article} {name} {'mit ' if index else 'mit einem Betrag von '}"), run))
    if told:
        w.add(Paragraph((Run("An ihnen beteiligen sich "), *enumerated(told), Run("."))))
    else:
        w.add(Gap(4))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    lots = w.rng.sample(LOTS, len(s.shares))
    heads = ("Kostenträger", "übernimmt", "v. H.", "Betrag")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, share in enumerate(s.shares):
        party = w.grantor if index == 0 else s.recipients[index - 1]
        run, _ = w.amount(
            share, "component", style="sign", label=party.printed, table=w.tables, row=len(rows)
        )
        rate = f"{share / s.total * 100:.2f}".replace(".", ",")
        rows.append((plain(party.printed), plain(lots[index]), plain(rate), (run,)))
    run, _ = w.amount(
        s.total, "total", style="sign", bold=True, label="Baukosten", table=w.tables, row=len(rows)
    )
    rows.append((plain("Baukosten", True), (), plain("100,00"), (run,)))
    w.add(
        Table(tuple(rows), (2.6, 1.2, 0.8, 1.5), ("left", "left", "right", "right"), s.ruled, together=True)
    )


def _sign(w: Writer) -> None:
    """A column for each side, two in a row: where and when, whom for, then each hand with name and office."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        first = side[0][0]
        article, name = first.organisation("accusative")
        lines = [SignLine((first.place, Run(", den "), first.date)), SignLine(height=5.0)]
        lines.append(SignLine((Run(f"für {article} "), name)))
        for number, (one, dated) in enumerate(side):
            if number and dated:
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            lines += _hand(one)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, gutter=32.0))


def _hand(one: Signature) -> list[SignLine]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=42.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.name)))
        lines.append(SignLine((Run("– "), one.function, Run(" –"))))
    return lines
