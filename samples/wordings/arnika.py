"""Typed in a county's writing room: capitals for headings, sums added up under dashes, both who sign for a
county below one line of place and date."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Align,
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
from samples.signing import Signature, enter_by_party
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.parts import Draft, amended, aside_texts, capitals, period, programme_names, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Als Teilnahmebeitrag dürfen monatlich nicht mehr als {cap} erhoben werden.",
    "Es ist mit {persons} Zugängen zu rechnen; {young} Plätze hält die Arbeitsverwaltung vor.",
    "Sachbearbeitung: Zimmer 214, Fernruf {phone}.",
    "Der Bedarf aller Träger des Bezirks ist mit {past} angemeldet worden.",
    "Der Anteil der Sachausgaben soll {rate} v. H. nicht überschreiten.",
)
CARRIERS = (
    "Kreisverwaltung",
    "Volkshochschule",
    "Handwerkerbildungsstätte",
    "Jugendhilfeverein",
    "Werkstätten",
)
AIMS = (
    "Die Beteiligten wollen jungen und erwachsenen Personen ohne abgeschlossene Berufsausbildung zu einem "
    "Arbeits- oder Ausbildungsverhältnis verhelfen.",
    "Die Auswahl der Teilnehmenden trifft die Kreis- oder Stadtverwaltung im Benehmen mit der "
    "Arbeitsverwaltung.",
    "Die Träger haben die Eignung ihres Personals auf Verlangen zu belegen.",
    "Bestehende Regelangebote dürfen nicht ersetzt werden.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    _opening(w)
    if s.amendment:
        _amend(w)
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("courier", "courier", "times")),
        size=rng.choice((10.2, 10.8)),
        leading=rng.choice((1.35, 1.6)),
        header="- {page} -",
        header_align="center",
        footer=None,
        left=72,
        right=62,
    )


def _opening(w: Writer) -> None:
    """A letterhead of the county or city, the file mark, then one sentence that names the parties."""
    s = w.scenario
    first = s.recipients[0]
    organ = "Der Kreisausschuss" if first.gender == "m" else "Der Magistrat"
    article, name = first.case("genitive")
    w.add(
        Paragraph(plain(capitals(f"{organ} {article} {name}")), "left", after=0),
        Paragraph(plain(f"Dienststelle {first.seat}"), "left", after=3),
    )
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", after=0))
    w.add(
        Gap(24),
        Paragraph((w.kind(),), "left", scale=1.25, after=0),
        Paragraph((Run("betr. Mittel des Landes aus dem "), *programme_names(w)), "left", after=0),
        Paragraph((Run("für das Rechnungsjahr "), w.year()), "left", after=16),
    )
    runs: list[Run] = [Run("Zwischen ")]
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        acting = represented(w, index)
        name_of = w.party(index, "dative", mark=True)
        called = "Land" if index == 0 else "Maßnahmeträger" if last == 1 else f"Maßnahmeträger {index}"
        runs += [*([Run(" und ")] if index else []), *name_of, *acting, Run(f" ({called})")]
    runs.append(Run(" wird folgendes vereinbart:" if not s.amendment else " wird nachstehendes vereinbart:"))
    w.add(Paragraph(tuple(runs), "left", after=6))


def _section(w: Writer, title: str) -> None:
    number = (w.next_section(), Run(". ", bold=True))
    heading = w.heading(capitals(title))
    w.add(Paragraph((*number, heading), "left", before=10, after=4, with_next=True))


def _say(w: Writer, sentence: str, **filled: Run | Text | str) -> None:
    w.add(Paragraph(w.fill(sentence, **filled), "left", after=5, indent=18))


def _amend(w: Writer) -> None:
    _section(w, "Bezug")
    _say(w, "Es besteht eine Zielvereinbarung vom {day}.", day=amended(w))
    _section(w, "Änderung")
    old, new = replaced(w)
    _say(
        w,
        w.rng.choice(
            (
                "Der Zuschuss des Landes für {clause_year} wird neu festgesetzt auf {new} (bisher {old}).",
                "Es wird gestrichen: {old}. Es wird gesetzt: {new}. Dies gilt für das Rechnungsjahr "
                "{clause_year}.",
            )
        ),
        old=old,
        new=new,
    )
    _section(w, "Weitergeltung")
    _say(w, "Im übrigen verbleibt es bei dem Vereinbarten.")
    _say(w, "Abschrift an: {authority}.", authority=w.authority())


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _section(w, rng.choice(("Zweck", "Zweck der Vereinbarung")))
    for sentence in rng.sample(AIMS, 2):
        _say(w, sentence)
    if s.reference:
        _say(w, "Die Planung vom {day} liegt zugrunde.", day=w.date(s.reference, "reference"))
    _section(w, rng.choice(("Zuschuss des Landes", "Zuschuss")))
    _funds(w)
    _section(w, rng.choice(("Durchzuführende Vorhaben", "Vorhaben")))
    _projects(w)
    _section(w, "Laufzeit")
    _say(w, "Die Vorhaben sind in der Zeit {period} durchzuführen.", period=period(w))
    _section(w, "Verwendungsnachweis")
    _say(
        w,
        "Der Zuschuss ist beim {authority} zu beantragen. Dieses bewilligt ihn und prüft die Verwendung, die "
        "bis {deadline} zu belegen ist.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    _section(w, "Ausfertigungen")
    _say(w, "Diese Vereinbarung ist so oft ausgefertigt, wie Beteiligte genannt sind.")


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        _say(
            w,
            "Das Land bewilligt einen auf mehrere Rechnungsjahre verteilten Zuschuss von {total}.",
            total=amount,
        )
    elif s.budget == "one_line":
        _say(w, "Das Land gewährt für das Rechnungsjahr {clause_year} einen Zuschuss von höchstens")
        w.add(Paragraph((amount, Run(".")), "left", indent=90, after=6))
    else:
        _say(
            w,
            rng.choice(
                (
                    "Das Land gewährt für {clause_year} einen Zuschuss von höchstens {total}{words}.",
                    "Der Zuschuss, den das Land im Rechnungsjahr {clause_year} gibt, ist auf {total}{words} "
                    "bemessen.",
                )
            ),
            total=amount,
            words=(Run(" - in Worten: "), words, Run(" -")) if words else "",
        )
    if s.budget in SPLIT:
        _say(w, "Er errechnet sich so:")
        _added_up(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left", after=5, indent=18))
    _say(w, "Minderausgaben sind zurückzuzahlen.")


def _lines_table(rows: list[tuple[Text, ...]]) -> Table:
    aligns: tuple[Align, ...] = ("left", "right")
    return Table(tuple(rows), (3.3, 1.5), aligns, "none", padding=0.8, before=0.0, after=6.0, together=True)


def _added_up(w: Writer) -> None:
    """One below the other, a line of dashes, the whole, a double line."""
    s = w.scenario
    years = s.budget == "by_year"
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="dash", table=w.tables, rows=range(count))
    lead = "Rechnungsjahr " if years else "für " if s.budget == "by_measure" else "aus dem "
    rows: list[tuple[Text, ...]] = [((Run(lead), *part.label), (part.amount,)) for part in found]
    rows.append(((), plain("-" * 16)))
    whole = total(w, style="dash", table=w.tables, row=len(rows), year=None if years else s.clause_year)
    rows += [(plain("zusammen"), (whole,)), ((), plain("=" * 16))]
    w.add(_lines_table(rows))


def _projects(w: Writer) -> None:
    """A paragraph for each measure, its projects below with who runs them, or with their sums added up."""
    s = w.scenario
    paid = s.budget == "by_project"
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number} - "), replace(title, bold=True))
        w.add(Paragraph(head, "left", after=2, indent=18, with_next=True))
        if not paid:
            for name in names:
                carrier = random.Random(f"{s.deadline}/{name.text}").choice(CARRIERS)
                behind = plain(f"; Träger: {carrier}") if s.listing == "table" else ()
                w.add(Paragraph((name, *behind), "left", after=1, indent=36, hang=12, marker=plain("-")))
            w.add(Gap(5))
            continue
        w.tables += 1
        rows: list[tuple[Text, ...]] = []
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="dash", table=w.tables, row=len(rows))
            rows.append(((Run("- "), name), (run,)))
        if len(names) > 1:
            rows.append(((), plain("-" * 16)))
            run = subtotal(w, measure, style="dash", table=w.tables, row=len(rows))
            rows.append(((), (run,)))
        w.add(_lines_table(rows))


def _sign(w: Writer) -> None:
    """Place and date and whom for at the top, then a pen, a name and an office for each who signs."""
    s = w.scenario
    columns: list[tuple[SignLine, ...]] = []
    for group in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, own_line) in enumerate(group):
            if own_line:
                lines += [SignLine(height=12.0)] if number else []
                lines.append(SignLine((one.place, Run(", den "), one.date)))
            lines += [*_for(one, s.signing)] if number == 0 else []
            lines += _named(one, s.signing)
        columns.append(tuple(lines))
    if s.signature_form == "stacked" or len(columns) > 2:
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=16.0 if number else 26.0))
        return
    w.add(SignatureColumns(tuple(columns), before=26.0, gutter=20.0))


def _for(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    if party.gender == "n":
        return (SignLine((one.bare_organisation,)),)
    article, name = one.organisation("genitive")
    organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
    lead = f"{organ} {article} " if form != "captions" else f"Namens {article} "
    return (SignLine((Run(lead), name)),)


def _named(one: Signature, form: str) -> tuple[SignLine, ...]:
    deputy = SignLine(plain("In Vertretung") if one.signer.deputising else ())
    pen = SignLine(pen=True, height=42.0)
    if not one.name or not one.function:
        return (deputy, SignLine((), "rule", height=42.0))
    if form == "brackets":
        return (deputy, pen, SignLine((one.function,)), SignLine((Run("("), one.name, Run(")"))))
    return (deputy, pen, SignLine((one.name,)), SignLine((one.function,)))
