"""A neighbouring ministry's desk: a title at the left, the projects before the money, clauses a), b), c)."""

from __future__ import annotations

import random
import string
from dataclasses import replace

from samples.blocks import (
    Align,
    Divider,
    Gap,
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
from samples.wordings.days import redated, short_month, two_figures
from samples.wordings.money import (
    SPLIT,
    parts,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Honorare freier Mitarbeitender sind nur bis {cap} je Tag zuwendungsfähig.",
    "Als Orientierungsgröße gelten {persons} Eintritte im Jahr und {young} Teilnehmende je Gruppe.",
    "Das Servicetelefon der Bewilligungsbehörde hat die Nummer {phone}.",
    "Im Mittel der letzten fünf Jahre sind {past} abgerufen worden.",
    "Ein Sachkostenzuschlag von {rate} Prozent der Personalausgaben ist zulässig.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} vor Ort",
    "Qualifizierung „{name}“",
    "Netzwerk {name}",
    "{name} (Neustart)",
    "{name}: Praxisphase",
    "Lernort {name}",
)
TARGETS = (
    "Jugendliche ohne Abschluss",
    "Langzeitarbeitslose",
    "Alleinerziehende",
    "Geflüchtete",
    "Altbewerber",
    "Beschäftigte im Leistungsbezug",
)
MOTIVES = (
    "Land und Kommunen tragen gemeinsam Verantwortung dafür, dass niemand ohne berufliche Perspektive bleibt",
    "die Kommunen kennen den örtlichen Arbeitsmarkt und können Angebote passgenau zuschneiden",
    "der Bedarf an ausgebildeten Kräften kann ohne zusätzliche Anstrengungen nicht gedeckt werden",
    "bewährte Ansätze sollen fortgeführt, neue in kleinem Umfang erprobt werden",
)


class _Points:
    """ "1. Heading", underlined by a thin line or not, with clauses a), b), c) or none."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.ruled = w.rng.random() < 0.35

    def open(self, title: str) -> None:
        w = self.w
        lead = (w.next_section(), Run(".", bold=True))
        heading = Paragraph(
            (w.heading(title),),
            "left",
            scale=1.08,
            before=13,
            after=1 if self.ruled else 5,
            indent=24,
            hang=24,
            marker=lead,
            with_next=True,
        )
        w.add(heading, *((Divider(after=5),) if self.ruled else ()))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), "left", after=6, indent=24))

    def list(self, *texts: Text) -> None:
        for letter, text in zip(string.ascii_lowercase, texts, strict=False):
            marker = plain(f"{letter})")
            self.w.add(Paragraph(text, "left", after=4, indent=44, hang=20, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, short_month, two_figures)))
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    _sign(w)
    mark = (s.file_mark or "").removeprefix("Az. ")
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.36, 1.46)),
        header=rng.choice((None, f"{s.kind} {s.year}", mark or None)),
        header_align=rng.choice(("left", "right")),
        footer=rng.choice(("Seite {page} / {pages}", "{page} von {pages}")),
        footer_align=rng.choice(("left", "right")),
        left=68,
        right=72,
        top=84,
    )


def _opening(w: Writer) -> None:
    """Kind and year in a first line, the programme below; the parties one to a row with their roles."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.6, after=2),
        Paragraph(
            (Run("zum Vollzug des "), *programme_genitives(w)),
            "left",
            scale=1.1,
            after=rng.choice((4, 16)),
        ),
    )
    if s.file_mark:
        mark = s.file_mark.removeprefix("Az. ")
        w.add(Paragraph(plain(f"Geschäftszeichen {mark}"), "left", scale=0.88, after=14))
    rows: list[tuple[Text, ...]] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        lead = "Zwischen" if index == 0 else "und" if index == last else "sowie"
        short = abbreviation(w) if index == 0 else ()
        behind = (Run(" "), *short[:2], Run(")")) if short else ()
        inserted = represented(w, index)
        role = "(Mittelgeber)" if index == 0 else "(Mittelempfänger)"
        name = w.party(index, "dative", mark=True)
        text = (*name, *behind, *inserted, Run("," if inserted else ""))
        rows.append((plain(lead), text, plain(role)))
    w.add(
        Table(tuple(rows), (0.9, 4.4, 1.7), ("left", "left", "left"), "none", before=0, after=6),
        Paragraph(plain("gilt das Nachstehende als vereinbart:"), "left", after=4),
    )


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Bezug")
    points.say(
        "Gegenstand ist die von den Seiten am {day} geschlossene Zielvereinbarung zum selben Budget.",
        day=amended(w),
    )
    points.open("Anpassung der Mittel")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Die Obergrenze der Landesmittel für {clause_year} wird geändert: alt {old}, neu {new}.",
                "Als Obergrenze der Landesmittel für {clause_year} gilt ab sofort {new}; die frühere "
                "Obergrenze von {old} ist überholt.",
            )
        ),
        old=old,
        new=new,
    )
    points.open("Abwicklung")
    points.say("Die Bewilligungsbehörde, das {authority}, ist unterrichtet.", authority=w.authority())
    points.say("Im Weiteren gilt die bisherige Fassung fort.")


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Ausgangspunkt", "Gemeinsames Verständnis")))
    points.say("Die Seiten gehen von Folgendem aus:")
    motives = rng.sample(MOTIVES, rng.choice((2, 3)))
    points.list(*(plain(one + (";" if one is not motives[-1] else ".")) for one in motives))
    if s.reference:
        points.say(
            "Herangezogen wird die Fachkräfteanalyse, die am {day} vorgelegt wurde.",
            day=w.date(s.reference, "reference", rng.choice((None, f"{s.reference:%d.%m.%Y}"))),
        )
    points.open(rng.choice(("Vorhaben", "Vereinbarte Vorhaben")))
    _projects(points)
    points.open(rng.choice(("Mittel", "Landesmittel", "Umfang der Mittel")))
    _funds(points)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left", after=6, indent=24))
    points.open(rng.choice(("Behörde und Fristen", "Verfahren")))
    points.list(
        w.fill("Anträge und Mittelabrufe nimmt das {authority} entgegen.", authority=w.authority()),
        w.fill(
            "Letzter Tag für den Verwendungsnachweis ist der {deadline}.",
            deadline=w.date(s.deadline, "deadline", rng.choice((None, f"{s.deadline:%d.%m.%Y}"))),
        ),
        plain("Zwischenstände werden halbjährlich in einem Gespräch erörtert."),
    )
    points.open("Dauer")
    points.say("Die Vorhaben werden in der Zeit {period} durchgeführt.", period=period(w))
    points.open("Schluss")
    points.say("Nebenabreden bestehen nicht. Alle Seiten erhalten ein unterschriebenes Stück.")


def _projects(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    if s.listing == "table":
        points.say("Umgesetzt werden die Vorhaben der folgenden Tabelle.")
        _table(w)
        return
    points.say("Umgesetzt werden in den einzelnen Maßnahmenarten:")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" mit "), project_sum(w, measure, project))
            told.append((Run("„"), name, Run("“"), *money) if "„" not in name.text else (name, *money))
        lead = "Vorhaben: " if len(told) > 1 else "einziges Vorhaben: "
        w.add(
            Paragraph(
                (title, Run(f" – {lead}"), *enumerated(told, last=" sowie "), Run(".")),
                "left",
                after=4,
                indent=44,
                hang=20,
                marker=plain(f"{measure.number}."),
            )
        )


def _table(w: Writer) -> None:
    """The measure once beside its projects; with sums also what it gets together."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Maßnahmenart", "Vorhaben", "Zielgruppe", *(("Euro",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            first: Text = (Run(f"Nr. {measure.number} "), title) if index == 0 else ()
            money: tuple[Text, ...] = ()
            if paid:
                money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
            rows.append((first, (name,), plain(w.rng.choice(TARGETS)), *money))
        if paid and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows))
            rows.append(((), plain(f"Zwischensumme Nr. {measure.number}"), (), (run,)))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Alle Vorhaben", True), (), (), (run,)))
    width = len(heads)
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    shares = (2.4, 2.2, 1.8, 1.2)[:width]
    w.add(Table(tuple(rows), shares, aligns[:width], s.ruled, padding=3.0, joined=1))


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    if s.budget in SPLIT and s.listing == "table":
        if s.budget != "by_year":
            points.say(
                "Die Obergrenze der Landesmittel für {clause_year} liegt bei {total}.",
                total=total(w),
            )
        points.say("Die Landesmittel sind wie folgt festgeschrieben:")
        _split(w)
        return
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        row: tuple[Text, ...] = (w.fill("Obergrenze der Landesmittel {clause_year}"), (amount,))
        w.add(Table((row,), (2.2, 1.4), ("left", "right"), rng.choice(("rows", "none", "grid"))))
        points.say("Sie darf nicht überschritten werden.")
        return
    if years:
        points.say("Die Landesmittel belaufen sich für alle Jahre zusammen auf {total}.", total=amount)
    else:
        points.say(
            rng.choice(
                (
                    "Die Obergrenze der Landesmittel für {clause_year} liegt bei {total}{words}.",
                    "Für {clause_year} reserviert das Land bis zu {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(", in Worten: "), words) if words else "",
        )
    if s.budget not in SPLIT:
        return
    lead = {"by_measure": "Maßnahmenart ", "by_year": "Jahr "}.get(s.budget, "")
    points.say("Im Einzelnen:")
    points.list(
        *(
            (
                Run(f"{lead}{s.measures[i].number} – " if s.budget == "by_measure" else lead),
                *part.label,
                Run(" mit "),
                part.amount,
            )
            for i, part in enumerate(parts(w))
        )
    )


def _split(w: Writer) -> None:
    """The whole in the first row, "davon" its parts below it."""
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    year = None if s.budget == "by_year" else s.clause_year
    whole = total(w, style="sign", bold=True, table=w.tables, row=1, year=year)
    found = parts(w, style="sign", table=w.tables, rows=range(2, count + 2))
    what = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Programm")
    rows: list[tuple[Text, ...]] = [
        (plain(what, True), plain("Obergrenze", True)),
        (plain("Landesmittel insgesamt", True), (whole,)),
    ]
    for part in found:
        lead = "davon " if part.index == 0 else ""
        number = f"Nr. {s.measures[part.index].number} " if s.budget == "by_measure" else ""
        rows.append(((Run(lead + number), *part.label), (part.amount,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Whom for on top, the pen on its line, name and office in one line or two, then day and place."""
    s = w.scenario
    one_line = w.rng.random() < 0.4 and s.signature_form != "three_columns"
    columns = [_column(enter(w, signer), s.signing, one_line) for signer in s.signers]
    align: Align = "center" if s.signing == "brackets" else "left"
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns(((), column), before=12.0 if number else 26.0, align=align))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    scale = 0.86 if across == 3 else 1.0
    w.add(Gap(6), *in_rows(columns, across, gutter=18.0 if across == 3 else 40.0, scale=scale, align=align))


def _column(one: Signature, form: str, one_line: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        top = [SignLine((Run(f"{organ} {article} "), replace(name, bold=True)))]
    else:
        top = [SignLine((replace(one.bare_organisation, bold=True),))]
    dated = [SignLine((one.place, Run(", "), one.date))]
    if form == "captions":
        dated.append(SignLine(plain("Ort, Tag")))
    lines = [*top, SignLine(height=4.0), *dated, SignLine((), "dots", pen=one.name is not None, height=44.0)]
    if form == "captions":
        lines.append(SignLine(plain("rechtsverbindliche Unterschrift")))
    if one.name and one.function:
        deputy = "In Vertretung " if one.signer.deputising else ""
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        if one_line:
            lines.append(SignLine((Run(deputy), *named, Run(", "), one.function)))
        else:
            lines += [SignLine((Run(deputy), *named)), SignLine((one.function,))]
    return tuple(lines)
