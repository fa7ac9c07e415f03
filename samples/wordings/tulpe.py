from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrkarten für den Nahverkehr werden bis {cap} im Quartal ersetzt.",
    "Rund {persons} Menschen sollen teilnehmen, {young} von ihnen mit Wohnsitz im ländlichen Raum.",
    "Die Servicestelle meldet sich unter {phone} und hilft beim Ausfüllen der Vordrucke.",
    "Zum Vergleich: Die letzten drei Jahrgänge wurden mit jeweils {past} unterstützt.",
    "Sachkosten über {rate} Prozent hinaus gehen zu Lasten der Träger.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – zweiter Durchgang",
    "Werkstattprojekt {name}",
    "{name} (mit Kinderbetreuung)",
    "Lernort „{name}“",
    "Beratung vor Ort: {name}",
)
CARRIERS = (
    "die Jugendwerkstatt Mustertal",
    "das Bildungswerk der Wirtschaft Probe",
    "die Volkshochschule",
    "der Verein Neue Arbeit Exempel e. V.",
    "das Diakonische Werk",
)
CAUSES = (
    "Der Wandel der Arbeitswelt trifft gering Qualifizierte zuerst. Ihnen einen Berufsabschluss zu "
    "ermöglichen, ist die beste Vorsorge gegen lange Arbeitslosigkeit.",
    "Handwerk, Pflege und Erziehung suchen Kräfte, während viele Zugezogene ihre Erfahrung nicht einbringen "
    "können. Kurze Wege zwischen Sprachkurs und Betrieb schaffen Abhilfe.",
    "Jugendliche, die sich von Schule und Ämtern abgewandt haben, brauchen Menschen, die auf sie zugehen "
    "und bei ihnen bleiben.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = _gathered(s) if rng.random() < 0.55 else redated(s, full_figures)
    if rng.random() < 0.6:
        s = replace(s, figures="thousands")
    w = Writer(s, rng)
    _title(w)
    if s.amendment:
        _heading(w, "Neuer Mittelrahmen")
        old, new = replaced(w)
        w.paragraph(
            "Am {day} war für {clause_year} ein Mittelrahmen von {old} festgehalten worden. An seine Stelle "
            "tritt ein solcher von {new}.",
            day=amended(w),
            old=old,
            new=new,
        )
        _heading(w, "Alles andere")
        w.paragraph("bleibt, wie es ist. Das {authority} passt seine Unterlagen an.", authority=w.authority())
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("vera", "manrope", "source-sans")),
        size=rng.choice((9.8, 10.6)),
        leading=1.45,
        header=s.file_mark or f"{s.grantor.seat} – {s.recipients[0].seat}",
        header_align="center",
        header_on_first=rng.random() < 0.5,
        footer=rng.choice(("{page} von {pages}", "~ {page} ~", None)),
        footer_align="right",
        left=82,
        right=82,
    )


def _gathered(s: Scenario) -> Scenario:
    """All came together on the last of the days, where the Land has its seat; unless a day is missing."""
    days = [one.day for one in s.signers if one.day]
    if len(days) < len(s.signers):
        return s
    last, seat = max(days), s.grantor.seat
    return replace(
        s,
        signers=tuple(
            replace(one, place=seat, day=last, date_text=long_date(last), date_style="typed")
            for one in s.signers
        ),
    )


def _title(w: Writer) -> None:
    """The programme, the kind, and who agrees with whom: the one in the genitive, the others with "mit"."""
    s = w.scenario
    align: Align = w.rng.choice(("center", "left"))
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" & ")] if index else []
        names.append(w.programme(index))
    w.add(Paragraph((*names, Run(" "), w.year()), align, scale=1.1, before=0, after=10))
    w.add(Paragraph((w.kind(),), align, scale=1.55, after=8))
    for index in range(len(s.parties)):
        lead = "" if index == 0 else "mit " if index == 1 else "sowie mit "
        named = w.party(index, "genitive" if index == 0 else "dative", mark=True)
        w.add(Paragraph((Run(lead), *named, *represented(w, index)), align, after=4))
    w.add(Gap(8))


def _heading(w: Writer, title: str) -> None:
    text = (Run("– ", bold=True), w.heading(title), Run(" –", bold=True))
    w.add(Paragraph(text, "center", before=10, after=5, with_next=True))


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _heading(w, rng.choice(("Mittelrahmen", "Geld")))
    _funds(w)
    _heading(w, rng.choice(("Wozu die Mittel dienen", "Verwendung")))
    w.paragraph(rng.choice(CAUSES))
    if s.budget == "by_project" and s.listing == "table":
        _ledger(w)
    elif rng.random() < 0.5:
        _told(w)
    else:
        _nested(w)
    _heading(w, "Berichtswesen")
    w.paragraph(
        "Geprüft wird durch das {authority}. Zahlen und Erfahrungen sind ihm schriftlich mitzuteilen, und "
        "zwar nicht später als am {deadline}.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    asides(w, OWN_ASIDES)
    if s.reference:
        w.paragraph(
            "Wie zu berichten ist, regelt das Merkblatt mit Stand {day}.",
            day=w.date(s.reference, "reference", full_figures(s.reference)),
        )
    _heading(w, rng.choice(("Beginn und Ende", "Zeitlicher Rahmen")))
    start = w.date(date(s.year, 1, 1), "period_start")
    end = w.date(date(s.year, 12, 31), "period_end")
    w.paragraph("Gerechnet wird vom {start} bis {end} (Kalenderjahr).", start=start, end=end)


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        w.paragraph(
            "Die Beteiligten planen über mehrere Jahre hinweg mit {total} aus dem Landeshaushalt.",
            total=amount,
        )
    elif words:
        w.paragraph(
            "Für {clause_year} sagt {g} {words} zu, in Ziffern: {total}.",
            words=words,
            total=amount,
        )
    elif s.budget == "one_line":
        w.add(
            Paragraph(
                w.fill("Obergrenze {clause_year}:  {total}", total=replace(amount, bold=True)), "center"
            )
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Der Mittelrahmen für {clause_year} umfasst {total}; er ist zugleich Obergrenze.",
                    "Für {clause_year} hält {g} {total} vor; diese Obergrenze ist verbindlich.",
                )
            ),
            total=amount,
        )
    if s.budget not in SPLIT or (s.budget == "by_measure" and s.listing == "list"):
        return
    w.tables += 1
    unit, style = ("T€", "thousands_cell") if s.figures == "thousands" else ("in Euro", "cell")
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style=style, table=w.tables, rows=range(1, count + 1))
    what = {"by_measure": "Maßnahmenart", "by_year": "Kalenderjahr"}.get(s.budget, "Programm")
    rows: list[tuple[Text, ...]] = [(plain(unit, True), plain(what, True))]
    rows += [((part.amount,), part.label) for part in found]
    run = total(
        w, style=style, bold=True, table=w.tables, row=count + 1, year=None if years else s.clause_year
    )
    rows.append(((run,), plain("Mittelrahmen", True)))
    w.add(Table(tuple(rows), (1.2, 3.8), ("right", "left"), s.ruled, together=True))


def _sums(w: Writer) -> list[Run]:
    """The sums of the measures where they stand in no table."""
    s = w.scenario
    return [part.amount for part in parts(w)] if s.budget == "by_measure" and s.listing == "list" else []


def _money(w: Writer, measure: Measure, project: Project, lead: str) -> Text:
    return () if project.amount is None else (Run(lead), project_sum(w, measure, project))


def _told(w: Writer) -> None:
    """A paragraph for each measure and in it a sentence for each project, who runs it first."""
    sums = _sums(w)
    # Sums are told apart by the numbers of the measures they belong to.
    numbered = w.scenario.budget in ("by_measure", "by_project") or w.rng.random() < 0.5
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number, numbered=numbered)
        lead, closing = (f"Zur Maßnahmenart {measure.number} (", "): ") if numbered else ("", " – ")
        runs: list[Run] = [Run(lead), title, Run(closing)]
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            carrier = w.rng.choice(CARRIERS)
            verb = w.rng.choice(("richtet", "führt")) if i else "bietet"
            tail = {"richtet": " aus", "führt": " durch", "bietet": " an"}[verb]
            runs += [
                Run(f"{carrier[0].upper()}{carrier[1:]} {verb} "),
                name,
                *_money(w, measure, project, " für "),
            ]
            runs.append(Run(f"{tail}. "))
        runs += [Run("Vorgesehen sind dafür "), sums[number], Run(".")] if sums else []
        w.add(Paragraph(tuple(runs), after=6))


def _nested(w: Writer) -> None:
    """Measure, below it who runs projects, below each of these its projects."""
    sums = _sums(w)
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        behind: Text = (Run(" ("), sums[number], Run(")")) if sums else ()
        lead = Run(f"Maßnahmenart {measure.number} · ", bold=True)
        w.add(
            Paragraph((lead, replace(title, bold=True), *behind), "left", before=3, after=3, with_next=True)
        )
        pairs = list(zip(names, measure.projects, strict=True))
        cut = w.rng.randint(1, len(pairs))
        carriers = w.rng.sample(CARRIERS, 2)
        for carrier, own in zip(carriers, (pairs[:cut], pairs[cut:]), strict=True):
            if not own:
                continue
            bare = carrier.split(" ", 1)[1]
            w.add(
                Paragraph(
                    plain(f"Träger: {bare}"),
                    "left",
                    after=2,
                    indent=28,
                    hang=14,
                    marker=plain("o"),
                    with_next=True,
                )
            )
            for name, project in own:
                text = (name, *_money(w, measure, project, ", "))
                w.add(Paragraph(text, "left", after=2, indent=58, hang=14, marker=plain("–")))
    w.add(Gap(4))


def _ledger(w: Writer) -> None:
    """The sum, the project and the measure by its number; the titles head the groups."""
    s = w.scenario
    w.tables += 1
    unit, style = ("T€", "thousands_cell") if s.figures == "thousands" else ("Euro", "cell")
    rows: list[tuple[Text, ...]] = [(plain("Projekt", True), plain("Träger", True), plain(unit, True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"Zu Maßnahmenart {measure.number}: "), title), (), ()))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style=style, table=w.tables, row=len(rows))
            bare = w.rng.choice(CARRIERS).split(" ", 1)[1]
            rows.append(((name,), plain(bare), (run,)))
    run = total(w, style=style, bold=True, table=w.tables, row=len(rows))
    rows.append((plain("zusammen", True), (), (run,)))
    w.add(Table(tuple(rows), (2.9, 2.1, 1.1), ("left", "left", "right"), s.ruled))


def _sign(w: Writer) -> None:
    """One place and day for all above the names, or each beneath its own."""
    signers = w.scenario.signers
    one_day = len({(one.place, one.date_text) for one in signers}) == 1 and signers[0].day is not None
    entered = [enter(w, one, 0 if one_day and i else None) for i, one in enumerate(signers)]
    if one_day:
        line = (entered[0].place, Run(", am "), entered[0].date)
        w.add(Gap(16), Paragraph(line, "right", after=2, with_next=True))
    seal = w.rng.random() < 0.4
    for number, one in enumerate(entered):
        article, organisation = one.organisation("genitive")
        left: list[SignLine] = [SignLine((Run(f"Im Namen {article} "), organisation))]
        left += [] if one_day else [SignLine((one.place, Run(", am "), one.date))]
        right = _named(one, seal and number > 0)
        w.add(SignatureColumns((tuple(left), tuple(right)), before=14.0 if number else 12.0, gutter=20.0))


def _named(one: Signature, seal: bool) -> list[SignLine]:
    lines = [SignLine(line="dots", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines.append(SignLine((Run(deputy), one.function, Run(" "), one.name)))
    return [*lines, SignLine(plain("(Dienstsiegel)"))] if seal else lines
