"""Another family: a county or city helps an association to build, and pays as the work goes on."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Einzelne Anschaffungen über {cap} sind dem Förderer vorab anzuzeigen.",
    "Das Haus muss {persons} Besucherinnen und Besuchern in der Woche und {young} Gruppen Platz bieten.",
    "Die Bauaufsicht ist über {phone} von Unfällen zu unterrichten.",
    "Der Eigenanteil beläuft sich auf wenigstens {rate} v. H. der anerkannten Baukosten.",
)
HOUSES = (
    ("den Umbau des früheren Bahnhofs zu einem Familienzentrum", "Familienzentrum"),
    ("die Erweiterung der Jugendwerkstatt", "Jugendwerkstatt"),
    ("den Neubau eines Frauenhauses mit Beratungsräumen", "Frauenhaus"),
    ("die Sanierung des Begegnungshauses am Anger", "Begegnungshaus"),
)
STAGES = ("nach Baubeginn", "nach Fertigstellung des Rohbaus", "nach Abnahme", "nach Prüfung der Belege")
DUTIES = (
    "Vor dem ersten Spatenstich ist ein Bauzeitenplan einzureichen.",
    "Am Bauzaun ist ein Schild mit dem Wappen der fördernden Körperschaft anzubringen.",
    "Das Gebäude ist für die Dauer von fünfzehn Jahren dem genannten Zweck zu widmen.",
    "Mehrkosten gehen zu Lasten des Bauherrn.",
    "Räume und Baustelle dürfen nach Voranmeldung betreten werden.",
)


class _Clauses:
    """ "§ 1 – Heading" with sentences that follow each other, or with counted ones."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.dash = w.rng.choice((" – ", ": ", "  "))
        self.align: Align = w.rng.choice(("left", "center"))

    def open(self, title: str) -> None:
        lead = (Run("§ ", bold=True), self.w.next_section(), Run(self.dash, bold=True))
        self.w.add(Paragraph((*lead, self.w.heading(title)), self.align, before=11, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.paragraph(sentence, **filled)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    work, house = rng.choice(HOUSES)
    _opening(w, work)
    clauses = _Clauses(w)
    clauses.open(rng.choice(("Das Vorhaben", "Gegenstand")))
    clauses.say("Der Förderer unterstützt {work}. Bei {r_dat} liegt die Trägerschaft.", work=work)
    if s.reference:
        clauses.say(
            "Die zuständige Vertretung hat am {day} zugestimmt.", day=w.date(s.reference, "reference")
        )
    clauses.open(rng.choice(("Höhe der Förderung", "Zuschuss")))
    _grant(clauses)
    clauses.open("Pflichten des Bauherrn")
    for number, sentence in enumerate(rng.sample(DUTIES, 3), start=1):
        w.add(Paragraph(plain(sentence), "left", after=3, indent=22, hang=22, marker=plain(f"{number}.")))
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    clauses.open("Prüfung")
    clauses.say(
        "Rechnungen und Zahlungsbelege für das {house} sind bis {day} zusammengestellt zu übergeben.",
        house=house if house != "Jugendwerkstatt" else "Werkstattgebäude",
        day=w.date(s.deadline, "deadline"),
    )
    clauses.open("Geltungszeit")
    clauses.say(
        "Die Abmachungen gelten ab {start}. Am {end} endet die Auszahlung; was bis dahin nicht abgerufen "
        "ist, verfällt.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.34, 1.45)),
        header=s.file_mark if rng.random() < 0.5 else None,
        header_align="left",
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}", None)),
        left=80,
        right=74,
    )


def _opening(w: Writer, work: str) -> None:
    """The kind, what it is about, and one sentence with both sides and what they are called hereafter."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    w.add(
        Paragraph((w.kind(),), align, scale=1.6, after=3),
        Paragraph(plain(f"über {work}"), align, scale=1.05, after=18),
    )
    inserted = organ(w, 0)
    seat = Run(f" mit Sitz in {s.recipients[0].seat}")
    first = (*w.party(0, "nominative", mark=True, capital=True), *inserted)
    second = (*w.party(1, "nominative", mark=True), seat)
    w.paragraph(
        "{first}{comma} (im Text: Förderer) und {second} (im Text: Bauherr) einigen sich zur Förderung "
        "eines Bauvorhabens auf die folgenden Punkte.",
        first=first,
        comma="," if inserted else "",
        second=second,
    )


def _grant(clauses: _Clauses) -> None:
    """The whole, perhaps in words, and the instalments: a table, lines, or the sentence."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    amount, words = w.amount(
        s.total, "total", label="Zuschuss", year=s.year, words=s.total if s.represented else None
    )
    clauses.say(
        rng.choice(
            (
                "Der Förderer beteiligt sich an den Baukosten mit einem Zuschuss von {total}{words}. Dieser "
                "Betrag ist fest.",
                "Als Zuschuss zu den Baukosten werden {total}{words} gewährt; eine Erhöhung ist "
                "ausgeschlossen.",
            )
        ),
        total=amount,
        words=(Run(" (wörtlich: "), words, Run(")")) if words else "",
    )
    stages = STAGES[: len(s.shares)]
    form = rng.choice(("table", "lines", "sentence"))
    if form == "table":
        clauses.say("Ausgezahlt wird nach dem Fortgang der Arbeiten:")
        _table(w, stages)
        return
    told: list[Text] = []
    for number, (stage, share) in enumerate(zip(stages, s.shares, strict=True), start=1):
        run, _ = w.amount(share, "component", label=f"{number}. Rate", year=s.year)
        if form == "lines":
            text = (Run(f"{number}. Rate {stage}: "), run)
            w.add(Paragraph(text, "left", after=2, indent=36, hang=14, marker=plain("–")))
        else:
            told.append((run, Run(f" {stage}")))
    if told:
        clauses.say("Hiervon werden {told} überwiesen.", told=enumerated(told))
    else:
        w.add(Gap(4))


def _table(w: Writer, stages: tuple[str, ...]) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Rate", True), plain("Zeitpunkt", True), plain("Auszahlung", True))
    ]
    for stage, share in zip(stages, s.shares, strict=True):
        number = len(rows)
        run, _ = w.amount(
            share,
            "component",
            style="sign",
            label=f"{number}. Rate",
            year=s.year,
            table=w.tables,
            row=number,
        )
        rows.append((plain(f"{number}. Rate"), plain(stage), (run,)))
    run, _ = w.amount(
        s.total,
        "total",
        style="sign",
        bold=True,
        label="Zuschuss",
        year=s.year,
        table=w.tables,
        row=len(rows),
    )
    rows.append((plain("Zuschuss", True), (), (run,)))
    w.add(Table(tuple(rows), (1.0, 2.8, 1.6), ("left", "left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """A row for each hand, day at the left and name at the right; or a column for each side."""
    s = w.scenario
    sides = enter_by_party(w)
    if s.signature_form == "stacked":
        first = True
        for side in sides:
            for one, dated in side:
                left = (
                    (SignLine(height=12.0), SignLine((one.place, Run(", den "), one.date))) if dated else ()
                )
                w.add(SignatureColumns((left, _hand(one)), before=30.0 if first else 10.0))
                first = False
        return
    columns = []
    for index, side in enumerate(sides):
        lines = [SignLine(plain("Förderer:" if index == 0 else "Bauherr:"))]
        for one, dated in side:
            lines += [SignLine((one.place, Run(", den "), one.date))] if dated else []
            lines += _hand(one)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, gutter=36.0))


def _hand(one: Signature) -> tuple[SignLine, ...]:
    lines = [SignLine((), "rule", pen=one.name is not None, height=42.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), replace(one.name, bold=False))), SignLine((one.function,))]
    article, name = one.organisation("genitive")
    if one.signer.organisation.key and one.signer.organisation.gender == "m":
        return (*lines, SignLine((Run(f"{article} "), name)), SignLine(height=6.0))
    return (*lines, SignLine((one.bare_organisation,)), SignLine(height=6.0))
