"""A ministry's text template: Roman headings over a rule, parties in one sentence, tables by measure."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

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
from samples.scenario import Measure, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, programme_names, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Honorare freier Lehrkräfte werden bis {cap} je Schulungstag anerkannt.",
    "Die Bedarfsmeldung des Vorjahres nannte {persons} Personen, darunter {young} mit Betreuungspflichten.",
    "Fachliche Auskünfte erteilt das Referat unter der Nummer {phone}.",
    "Landesweit sind für vergleichbare Vorhaben zuletzt {past} abgeflossen.",
    "Eine Überschreitung einzelner Ansätze um bis zu {rate} v. H. ist ohne Zustimmung möglich, soweit sie an "
    "anderer Stelle eingespart wird.",
)
GROUNDS = (
    "Rechtsgrundlage der Förderung sind die Fördergrundsätze des Landes sowie die §§ 23 und 44 der "
    "Landeshaushaltsordnung.",
    "Die Beteiligten stimmen darin überein, dass Ausbildung vor Hilfstätigkeit geht.",
    "Vorhandene Beratungs- und Lehrgangsangebote in der Region sind vorrangig zu nutzen.",
    "Barrierefreiheit ist bei der Auswahl der Schulungsräume ein Kriterium.",
    "Zielgruppe sind junge Menschen ohne Anschluss nach der Schule ebenso wie Beschäftigte mit unsicherer "
    "Perspektive.",
)
CARRIERS = (
    "Lernhaus Musterau e. V.",
    "Volkshochschule",
    "Beispieltaler Werkstätten gGmbH",
    "Innungsverband Probestadt",
    "Eigenbetrieb Arbeit",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="I")
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "times")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, s.file_mark, "Abteilung Arbeit – Referat Regionale Förderung")),
        header_align="left",
        footer=rng.choice(("{page}/{pages}", "Seite {page}", "– {page} –")),
        footer_align=rng.choice(("right", "center")),
        left=76,
        right=72,
    )


def _open(w: Writer, title: str) -> None:
    """ "I.  Heading" at the left with a thin line below it."""
    text = (w.next_section(), Run(".  ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", scale=1.06, before=12, after=1, with_next=True), Divider(1.0, 0.0, 5.0))


def _opening(w: Writer) -> None:
    """Title and year in one line at the left, what for below; the sides named in the first sentence."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.7, after=2),
        Paragraph(
            (Run("Regionale Arbeitsmarktförderung mit Mitteln aus dem "), *programme_names(w)),
            "left",
            after=14,
        ),
    )
    giver = (*w.party(0, "nominative", mark=True, capital=True), *represented(w, 0))
    takers: list[Text] = []
    for index in range(1, len(s.parties)):
        inserted = represented(w, index)
        closing = plain(",") if inserted and index < len(s.recipients) else ()
        takers.append((*w.party(index, "dative", mark=True), *inserted, *closing))
    w.add(
        Paragraph(
            w.fill(
                "{giver} – hier „Land“ genannt – trifft mit {takers} – {called} genannt – die "
                "nachstehende Abrede.",
                giver=giver,
                takers=enumerated(takers),
                called="jeweils „Kommune“" if len(takers) > 1 else "hier „Kommune“",
            ),
            "justify",
            after=4,
        )
    )


def _amend(w: Writer) -> None:
    _open(w, "Anlass")
    w.paragraph(
        "Die Zielvereinbarung vom {day} ist an den veränderten Bedarf anzupassen, den die Kommune mit ihrem "
        "Zwischenbericht angezeigt hat.",
        day=amended(w),
    )
    _open(w, "Neufassung des Zuwendungsrahmens")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Der Zuwendungsrahmen {clause_year} wird mit {new} neu gefasst; der frühere Ansatz von {old} "
                "ist damit überholt.",
                "Bisheriger Zuwendungsrahmen {clause_year}: {old}. Künftiger Zuwendungsrahmen {clause_year}: "
                "{new}.",
            )
        ),
        old=old,
        new=new,
    )
    _open(w, "Bestand der Vereinbarung im Übrigen")
    w.paragraph("Alle anderen Abreden bestehen fort. Änderungsbescheide erlässt das {a}.", a=w.authority())


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _open(w, rng.choice(("Grundlage", "Grundlagen und Zweck")))
    for sentence in rng.sample(GROUNDS, 2):
        w.paragraph(sentence)
    if s.reference:
        w.paragraph(
            "Die Kommune legt ihrer Planung das am {day} beschlossene Arbeitsmarktkonzept zugrunde.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    _open(w, rng.choice(("Zuwendungsrahmen", "Zuwendungsrahmen des Landes")))
    _funds(w)
    _open(w, rng.choice(("Was gefördert wird", "Gegenstand der Förderung")))
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    _projects(w)
    _open(w, rng.choice(("Zeitraum und Nachweis", "Bewilligung, Zeitraum, Nachweis")))
    w.paragraph(
        "Beginn ist der {start}, Ende der {end}. Außerhalb dieses Zeitraums entstandene Ausgaben trägt die "
        "Kommune allein.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year, 12, 31), "period_end"),
    )
    w.paragraph(
        "Zuständige Bewilligungsstelle ist das {a}. Ihr ist der zahlenmäßige Nachweis mit Sachbericht bis "
        "zum {day} zuzuleiten.",
        a=w.authority(),
        day=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )
    _open(w, "Veröffentlichung und Wirksamkeit")
    w.paragraph(
        "Das Land darf Inhalt und Ergebnis veröffentlichen. Wirksam wird die Abrede, sobald alle "
        "Unterschriften geleistet sind."
    )


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year, bold=s.budget == "one_line")
    spelled: Run | Text = (Run(" – "), words, Run(" –")) if words else Run("")
    if s.budget == "one_line":
        w.add(
            Paragraph(
                (Run(f"Zuwendungsrahmen {s.clause_year}:   "), amount), "left", before=2, after=8, indent=36
            )
        )
        w.paragraph("Er ist nach oben begrenzt und wird nur in Anspruch genommen, soweit Ausgaben anfallen.")
    elif years:
        w.paragraph(
            "Das Land stellt der Kommune, verteilt auf {n} Haushaltsjahre, {total} in Aussicht. Bindend ist "
            "für das erste Jahr der Haushaltsansatz, danach die jeweilige Verpflichtungsermächtigung.",
            n=("drei", "vier", "fünf")[len(s.shares) - 3],
            total=amount,
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Der Zuwendungsrahmen ist für {clause_year} mit {total}{words} bemessen.",
                    "Mit {total}{words} ist {clause_year} der Rahmen gezogen, in dem das Land Ausgaben der "
                    "Kommune erstattet.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if years or s.budget == "two_programmes":
        _split(w, years)


def _split(w: Writer, years: bool) -> None:
    s = w.scenario
    if s.listing == "list":
        pieces = [
            (*(plain("auf das Jahr ") if years else plain("auf das ")), *part.label, Run(" "), part.amount)
            for part in parts(w)
        ]
        w.add(Paragraph((Run("Es entfallen "), *enumerated(pieces), Run("."))))
        return
    w.tables += 1
    found = parts(w, style="sign", table=w.tables, rows=range(1, len(s.shares) + 1))
    heads = ("Haushaltsjahr", "Art der Bereitstellung", "Betrag") if years else ("Herkunft", "Betrag")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part in found:
        kind = "Haushaltsansatz" if part.index == 0 else "Verpflichtungsermächtigung"
        rows.append((part.label, *((plain(kind),) if years else ()), (part.amount,)))
    whole = total(
        w, style="sign", bold=True, table=w.tables, row=len(rows), year=None if years else s.clause_year
    )
    rows.append((plain("Rahmen insgesamt", True), *(((),) if years else ()), (whole,)))
    aligns: tuple[Align, ...] = ("left", "left", "right") if years else ("left", "right")
    w.add(
        Table(
            tuple(rows), (1.5, 2.4, 1.6) if years else (3.2, 1.6), aligns, s.ruled, padding=3, together=True
        )
    )


def _projects(w: Writer) -> None:
    s = w.scenario
    w.paragraph(
        "Gefördert werden – geordnet nach den Maßnahmenarten des Landes – die hier aufgezählten Projekte, "
        "soweit sie von den angegebenen Stellen durchgeführt werden."
    )
    told = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        if s.listing == "table" and s.budget == "by_project":
            _measure_table(w, number, measure)
        else:
            _measure_list(w, number, measure, told)
    if s.listing == "table" and s.budget == "by_project":
        w.paragraph("Die Beträge verstehen sich als Höchstbeträge einschließlich aller Nebenkosten.")


def _carrier(s: Scenario, name: str) -> str:
    return random.Random(f"{s.deadline}/{name}").choice(CARRIERS)


def _measure_list(w: Writer, number: int, measure: Measure, told: list[Part]) -> None:
    """Number, title and sum in one line; below it the projects, separated by guillemets."""
    s = w.scenario
    title, names = w.measure(number)
    head: list[Run] = [Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True)]
    if told:
        head += [Run(" (Anteil am Rahmen: "), told[number].amount, Run(")")]
    w.add(Paragraph(tuple(head), "left", before=3, after=2, with_next=True))
    for name, project in zip(names, measure.projects, strict=True):
        line: list[Run] = [name, Run(f" ({_carrier(s, name.text)})")]
        if project.amount is not None:
            line += [Run(" bis zu "), project_sum(w, measure, project)]
        w.add(Paragraph(tuple(line), "left", after=1.5, indent=34, hang=14, marker=plain("»")))
    w.add(Gap(4))


def _measure_table(w: Writer, number: int, measure: Measure) -> None:
    """A small table for each measure: its title across, then project, provider and sum."""
    s = w.scenario
    w.tables += 1
    title, names = w.measure(number)
    rows: list[tuple[Text, ...]] = [
        ((Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True)),)
    ]
    for name, project in zip(names, measure.projects, strict=True):
        run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
        rows.append(((name,), plain(_carrier(s, name.text)), (run,)))
    if len(names) > 1:
        run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows))
        rows.append((plain("zusammen"), (), (run,)))
    w.add(
        Table(
            tuple(rows), (2.8, 2.1, 1.4), ("left", "left", "right"), "grid", after=7, padding=3, together=True
        )
    )


def _sign(w: Writer) -> None:
    """Place and day, the pen, the name, and in one line office and body ("Landrat des …")."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=12.0 if number else 24.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    small = across == 3
    w.add(*in_rows(columns, across, gutter=16.0 if small else 32.0, scale=0.86 if small else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", am "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("Ort / Tag")))
    if form == "organ" and party.gender != "n":
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine(plain(f"Für den {organ}:")))
    lines.append(SignLine((), "dots", pen=one.name is not None, height=38.0))
    deputy = "In Vertretung: " if one.signer.deputising else ""
    if not one.name or not one.function:
        article, name = one.organisation("accusative")
        return (*lines, SignLine((Run(f"(für {article} "), name, Run(")"))))
    named: Text = (Run(deputy), one.name)
    if form == "brackets":
        named = (Run(f"{deputy}("), one.name, Run(")"))
    lines.append(SignLine(named))
    if party.gender == "n":
        _, name = one.organisation("dative")
        lines.append(SignLine((one.function, Run(" im "), name)))
    else:
        article, name = one.organisation("genitive")
        lines.append(SignLine((one.function, Run(f" {article} "), name)))
    return tuple(lines)
