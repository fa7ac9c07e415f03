"""As a ministry of the environment types today: letters, the partner signs first, the list in an annex."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
    Gap,
    NewPage,
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
from samples.signing import Signature, enter
from samples.wordings.money import (
    SPLIT,
    parts,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Ausgaben für Bewirtung sind bis {cap} im Jahr förderfähig.",
    "Bis Jahresende sollen {persons} Personen beraten und {young} Betriebe gewonnen sein.",
    "Auskünfte zur Datenschutzerklärung gibt die beauftragte Person unter {phone}.",
    "Der Mittelabfluss der letzten drei Jahre betrug im Mittel {past}.",
    "Mindestens {rate} % der Plätze sind in ländlichen Gemeinden anzubieten.",
)
OWN_FORMS = ("{name}", "{name}", "{name} [neu]", "Praxisjahr {name}", "{name} – Stufe 2", "{name} (Online)")
CARRIERS = (
    ("Zukunftswerk Musterau eG", "Musterau"),
    ("Grünberufe Beispieltal gGmbH", "Beispieltal"),
    ("Lernort Probestadt", "Probestadt"),
    ("Regionalbüro Exempelhausen", "Exempelhausen"),
    ("Eigenbetrieb Beschäftigung", "Kreisgebiet"),
)
COMMON = (
    "Den Beteiligten ist an einem Arbeitsmarkt gelegen, der niemanden zurücklässt.",
    "Sie stimmen ihre Angebote mit Schulen, Kammern und Betrieben ab.",
    "Auf Barrierefreiheit und auf einen sparsamen Umgang mit Ressourcen ist zu achten.",
)
Rows = list[tuple[Text, ...]]


class _Parts:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.form = w.rng.choice(("{} ", "{}. ", "{}: "))

    def open(self, title: str) -> None:
        before, after = self.form.split("{}")
        text = (Run(before, bold=True), self.w.next_section(), Run(after, bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.1, before=12, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), "left", after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng, numbering="A")
    _opening(w)
    part = _Parts(w)
    if s.amendment:
        _amend(part)
        _sign(w)
    else:
        part.open("Verständigung")
        part.say(" ".join(rng.sample(COMMON, 2)))
        part.say("Was hier festgehalten ist, gilt {period}.", period=period(w))
        part.open(rng.choice(("Zuwendung", "Geld")))
        _funds(part)
        part.open(rng.choice(("Inhalte", "Vorhaben")))
        part.say("Die Vorhaben sind nach Maßnahmenarten geordnet in der Anlage beschrieben.")
        for text in aside_texts(w, OWN_ASIDES):
            w.add(Paragraph(text, "left", after=5))
        part.open("Verfahren")
        part.say(
            "Anträge, Mittelabrufe und Nachweise gehen elektronisch an das {authority}.",
            authority=w.authority(),
        )
        part.say(
            "Der Schlussnachweis ist dort am {deadline} fällig.", deadline=w.date(s.deadline, "deadline")
        )
        if s.reference:
            part.say(
                "Es gilt die Förderrichtlinie vom {day} in der jeweils gültigen Fassung.",
                day=w.date(s.reference, "reference"),
            )
        _sign(w)
        start = len(w.gold["amounts"])
        _annex(w)
        for entry in w.gold["amounts"][start:]:
            entry["section"] = None  # an annex belongs to no section
    return w, Sheet(
        family=rng.choice(("open-sans", "source-sans", "helvetica")),
        size=rng.choice((10.2, 10.8)),
        leading=1.4,
        header=s.file_mark,
        header_align="right",
        footer=rng.choice(("{page}|{pages}", "Seite {page} / {pages}")),
        footer_align="right",
        left=70,
        right=76,
    )


def _opening(w: Writer) -> None:
    """Kind and year, a line for the programmes; the parties in a table with what they are called below."""
    s = w.scenario
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((w.kind(),), "left", scale=1.7, after=1),
        Paragraph((*names, Run(", Förderjahr "), w.year()), "left", scale=1.05, after=10),
    )
    rows: Rows = []
    many = len(s.recipients) > 1
    for index in range(len(s.parties)):
        called = "Land" if index == 0 else f"Partner {index}" if many else "Partner"
        name = replace(w.bare_party(index), bold=True)
        rows.append((plain(called), (name, *represented(w, index))))
    w.add(Table(tuple(rows), (1.0, 4.2), ("left", "left"), "rows", padding=4.0), Gap(2))


def _amend(part: _Parts) -> None:
    w = part.w
    part.open("Bezug und Anlass")
    part.say("Bezug ist die Zielvereinbarung vom {day}. Ein Vorhaben wird erweitert.", day=amended(w))
    part.open("Änderung der Zuwendung")
    old, new = replaced(w)
    part.say(
        w.rng.choice(
            (
                "Zuwendung {clause_year} nach alter Fassung: {old}. Zuwendung {clause_year} nach neuer "
                "Fassung: {new}.",
                "Die Zuwendung {clause_year} wird von {old} auf {new} geändert.",
            )
        ),
        old=old,
        new=new,
    )
    part.open("Verfahren")
    part.say("Das {authority} ändert seinen Bescheid entsprechend.", authority=w.authority())


def _funds(part: _Parts) -> None:
    w, s = part.w, part.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    said = (Run(" – in Worten: "), words, Run(" –")) if words else ""
    if years:
        part.say("Verteilt auf {n} Jahre gewährt das Land {total}.", n=str(len(s.shares)), total=amount)
    elif s.budget == "one_line":
        part.say("Die Zuwendung für {clause_year} beträgt höchstens", with_next=True)
        w.add(Paragraph((replace(amount, bold=True),), "left", indent=40, before=1, after=6))
    else:
        part.say(
            w.rng.choice(
                (
                    "Für {clause_year} wird eine Zuwendung von {total}{words} in Aussicht gestellt.",
                    "Die Zuwendung ist für {clause_year} auf {total}{words} begrenzt.",
                )
            ),
            total=amount,
            words=said,
        )
    if s.budget in SPLIT and s.listing == "table":
        if years and len(s.shares) < 5:
            w.add(years_across(w, "EUR", "Zuwendung", "Zusammen"))
        elif s.budget != "by_measure":
            w.add(split_table(w, ("Jahr" if years else "Programm", "Zuwendung in EUR"), "Zusammen"))
    elif years or s.budget == "two_programmes":
        runs: list[Run] = []
        for one in parts(w):
            runs += [Run("; " if one.index else ""), *one.label, Run(" = "), one.amount]
        part.say("Aufteilung: {shares}.", shares=tuple(runs))
    part.say("Bewilligt wird im Wege der Anteilfinanzierung; Rundungen gehen zu Lasten des Partners.")


def _annex(w: Writer) -> None:
    """Behind the signatures: measures as headings, each project with a line on who and where."""
    s = w.scenario
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "left", scale=1.3, after=2),
        Paragraph(plain("Vorhaben nach Maßnahmenarten"), "left", after=8),
    )
    if s.budget in ("by_project", "by_measure") and s.listing == "table":
        _annex_table(w)
        return
    sums = [one.amount for one in parts(w)] if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head: Text = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=8, after=2, with_next=True))
        if sums:
            w.add(Paragraph((Run("Zuwendung: "), sums[number]), "left", after=3, with_next=True))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            carrier, place, start = _about(s, name.text)
            line: Text = (
                name,
                NEW_LINE,
                Run(f"Träger: {carrier} · Ort: {place} · Beginn: {start}"),
            )
            if project.amount is not None:
                line = (*line, NEW_LINE, Run("Zuwendung: "), project_sum(w, measure, project))
            marker = plain(f"{measure.number}.{i}")
            w.add(Paragraph(line, "left", after=4, indent=44, hang=28, marker=marker))
        if s.budget == "by_project" and len(names) > 1:
            w.add(
                Paragraph(
                    (Run(f"Zuwendung Maßnahmenart {measure.number} zusammen: "), subtotal(w, measure)),
                    "left",
                    indent=44,
                    after=4,
                )
            )


def _about(s: Scenario, name: str) -> tuple[str, str, str]:
    rng = random.Random(f"{s.deadline}/{name}/e")
    return (*rng.choice(CARRIERS), rng.choice(("I. Quartal", "II. Quartal", "laufend")))


def _annex_table(w: Writer) -> None:
    s = w.scenario
    by_project = s.budget == "by_project"
    w.tables += 1
    rows: Rows = [tuple(plain(head, True) for head in ("Nr.", "Vorhaben", "Träger", "Zuwendung EUR"))]
    at: list[int] = []
    row = 1
    for measure in s.measures:
        at.append(row)
        row += 1 + len(measure.projects)
    sums = [] if by_project else [one.amount for one in parts(w, style="cell", table=w.tables, rows=at)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        bold = replace(title, bold=True)
        row = len(rows)
        money: Text = (
            (sums[number],) if sums else (subtotal(w, measure, style="cell", table=w.tables, row=row),)
        )
        rows.append((plain(f"{measure.number}", True), (bold,), (), money))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            carrier, _, _ = _about(s, name.text)
            cell: Text = ()
            if project.amount is not None:
                cell = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((plain(f"{measure.number}.{i}"), (name,), plain(carrier), cell))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Zusammen", True), (), (run,)))
    w.add(
        Table(
            tuple(rows),
            (0.5, 2.7, 1.9, 1.5),
            ("left", "left", "left", "right"),
            s.ruled if s.ruled != "none" else "rows",
            padding=3.0,
        )
    )


def _sign(w: Writer) -> None:
    """The partner first, the Land last; in frames or open; captions before what they caption."""
    s = w.scenario
    order = sorted(s.signers, key=lambda signer: signer.party == 0)
    boxed = w.rng.random() < 0.5
    columns = [_column(enter(w, signer), boxed) for signer in order]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column,), before=12.0 if number else 22.0, boxed=boxed))
        return
    across = 3 if len(columns) == 3 and s.signature_form == "three_columns" else 2
    for start in range(0, len(columns), across):
        row = columns[start : start + across]
        row += [()] * (across - len(row))
        w.add(
            SignatureColumns(
                tuple(row),
                before=12.0 if start else 22.0,
                gutter=14.0 if across == 3 else 24.0,
                scale=0.86 if across == 3 else 1.0,
                boxed=boxed,
            )
        )


def _column(one: Signature, boxed: bool) -> tuple[SignLine, ...]:
    deputy = "in Vertretung: " if one.signer.deputising else ""
    lines = [
        SignLine((one.bare_organisation,)),
        SignLine(height=4.0),
        SignLine((Run("Ort: "), one.place)),
        SignLine((Run("Datum: "), one.date)),
        SignLine((), "none" if boxed else "dots", pen=one.name is not None, height=38.0),
    ]
    if one.name and one.function:
        lines += [SignLine((Run("Name: " + deputy), one.name)), SignLine((Run("Funktion: "), one.function))]
    else:
        lines += [SignLine(plain("Name:")), SignLine(plain("Funktion:"))]
    return tuple(lines)
