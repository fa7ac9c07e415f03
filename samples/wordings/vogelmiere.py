"""Of the test split: its text is for nobody who improves the program."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from samples.blocks import Align, Divider, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.legal import aside
from samples.wordings.money import parts, project_money, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Prämien an Betriebe sind nicht förderfähig, sonstige Hilfen bis {cap} im Einzelfall schon.",
    "Geplant wird mit {persons} TN, davon {young} U25 mit Fluchthintergrund.",
    "Durchwahl der Sachbearbeitung: {phone}.",
    "Zur Einordnung: Haushaltsvolumen des Jobcenters rund {past}.",
    "Overhead höchstens {rate} %, darüber hinaus keine Anerkennung.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}/Aktivierung",
    "{name} kompakt",
    "Jobfit mit {name}",
    "{name} 1. HJ",
    "MAT {name}",
)
CARRIERS = ("VHS", "BWHW", "Caritas", "KHW", "IB Südwest", "ProArbeit", "AWO", "Kreis selbst")


class _Paras:
    """A bare "§ 1" that hangs in the margin, its sentences beside it and no heading at all."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)
        self.fresh = False

    def open(self) -> None:
        self.fresh = True

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **{**self.words, **filled}), with_next)

    def number(self) -> Text:
        """What hangs beside the next paragraph: the number if it is the first of its clause."""
        fresh, self.fresh = self.fresh, False
        return (Run("§ ", bold=True), self.w.next_section()) if fresh else ()

    def put(self, text: Text, with_next: bool = False, marker: Text = ()) -> None:
        marker = marker or self.number()
        self.w.add(Paragraph(text, "left", after=4, indent=36, hang=36, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    w = Writer(s, rng)
    _opening(w)
    paras = _Paras(w)
    if s.amendment:
        _amend(paras)
    else:
        paras.open()
        paras.say(
            "{Gives} beteiligt sich {y} an Projekten, mit denen {takes} Menschen ohne Ausbildung oder Arbeit "
            "{helps}.",
            helps=verb(w, "hilft", "helfen"),
        )
        _money(paras)
        _projects(paras)
        _course(paras)
        paras.open()
        paras.say("Was offen ist, wird nachverhandelt. Mündliche Absprachen gelten nicht.")
        for text in aside_texts(w, OWN_ASIDES):
            paras.put(text)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "helvetica-narrow", "times")),
        size=rng.choice((10.4, 11.2)),
        leading=rng.choice((1.18, 1.28)),
        footer=rng.choice((None, None, "{page}")),
        left=62,
        right=58,
        top=58,
        bottom=56,
    )


def _opening(w: Writer) -> None:
    """Title and programme on one line over a rule; the sides in one sentence."""
    s = w.scenario
    names = enumerated([(replace(w.programme(index), bold=True),) for index in range(len(s.programmes))])
    w.add(
        Paragraph(
            (w.kind(), Run(" – ", bold=True), *names, Run(" ", bold=True), w.year(bold=True)),
            "left",
            scale=1.2,
        ),
        Divider(1.0, before=0, after=8),
    )
    sides: list[Text] = []
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        sides.append((*name, *inserted, *plain("," if inserted and index >= len(s.parties) - 2 else "")))
    text = (*enumerated(sides), Run(" verabreden:"))
    w.add(Paragraph(text, "left", after=8))


def _amend(paras: _Paras) -> None:
    w = paras.w
    paras.open()
    old, new = replaced(w)
    paras.say(
        w.rng.choice(
            (
                "Vereinbarung vom {day}: neuer Betrag {clause_year}: {new}, alter Betrag: {old}.",
                "Der in der Vereinbarung vom {day} für {clause_year} genannte Betrag ({old}) ist überholt, "
                "jetzt gilt {new}.",
            )
        ),
        day=w.date(w.scenario.amended_day, "amended_agreement", full_figures(w.scenario.amended_day))
        if w.scenario.amended_day
        else amended(w),
        old=old,
        new=new,
    )
    paras.open()
    paras.say("Alles Weitere wie gehabt. Kopie an {authority}.", authority=w.authority())


def _money(paras: _Paras) -> None:
    w, s, rng = paras.w, paras.w.scenario, paras.w.rng
    years = s.budget == "by_year"
    paras.open()
    number = paras.number()
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    spelled: Text | str = (Run(" (i. W.: "), words, Run(")")) if words else ""
    if years:
        sentence = "Vom Land kommen {total} in Jahresscheiben."
    else:
        sentence = rng.choice(
            (
                "Für {clause_year} kommen vom Land {total}{words}, und zwar als Höchstbetrag.",
                "Budget {clause_year}: {total}{words}. Aufgestockt wird nicht.",
                "{total}{words} – mehr gibt es {clause_year} nicht, weniger nur bei geringerem Bedarf.",
            )
        )
    paras.put(w.fill(sentence, total=amount, words=spelled), marker=number)
    if s.budget in ("by_year", "two_programmes") or (s.budget == "by_measure" and s.listing == "list"):
        _split(paras)
    paras.say(
        "Eigenanteil wie im Vorjahr {own}. Reste unter {small} werden nicht zurückgefordert.",
        own=aside(w, 18_500, 42_000, 66_300, 120_000),
        small=aside(w, 10, 25, 50),
    )


def _split(paras: _Paras) -> None:
    w, s = paras.w, paras.w.scenario
    if s.listing == "list":
        found = parts(w)
        short = s.budget == "by_measure"
        pieces: list[Text] = [
            ((Run(f"MA {s.measures[part.index].number}"),) if short else part.label)
            + (Run(": "), part.amount)
            for part in found
        ]
        paras.say("Aufgeteilt: {pieces}.", pieces=enumerated(pieces, " / ", " / "))
        return
    w.tables += 1
    count = len(s.shares)
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Jahr" if s.budget == "by_year" else "Topf", "EUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part in parts(w, rows=range(1, count + 1), **entry):
        rows.append((part.label, (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    rows.append((plain("Summe"), (total(w, row=count + 1, year=year, **entry),)))
    w.add(Table(tuple(rows), (2.4, 1.2), ("left", "right"), s.ruled, padding=2.0, after=6.0, together=True))


def _facts(s: Scenario, project: Project) -> tuple[str, int]:
    dice = random.Random(f"{s.total}/{project.name}")
    return dice.choice(CARRIERS), dice.randint(4, 24)


def _projects(paras: _Paras) -> None:
    """ "MA 1 = title", then the projects behind it, parted by commas; or one narrow table."""
    w, s = paras.w, paras.w.scenario
    paras.open()
    if s.listing == "table" and s.budget in ("by_project", "by_measure"):
        paras.say("Projekte und Beträge (MA = Maßnahmenart):", with_next=True)
        _table(w)
        return
    paras.say("Projekte, in Klammern Träger und Plätze (MA = Maßnahmenart):", with_next=True)
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            carrier, places = _facts(s, project)
            told.append((name, Run(f" ({carrier}, {places})"), *project_money(w, measure, project, " = ")))
        lead = (Run(f"MA {measure.number} "), replace(title, bold=True), Run(": "))
        w.add(Paragraph((*lead, *enumerated(told, ", ")), "left", after=3, indent=36))
    w.add(Gap(2))


def _table(w: Writer) -> None:
    """Both in one: a row for each Maßnahmenart or each project, the sum at its right."""
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    by_project = s.budget == "by_project"
    sums = [] if by_project else parts(w, rows=range(1, len(s.measures) + 1), **entry)
    heads = ("MA", "Titel", "Projekt", "EUR") if by_project else ("MA", "Titel", "Projekte", "EUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        if not by_project:
            listed = enumerated([(name,) for name in names], ", ")
            rows.append((plain(str(measure.number)), (title,), listed, (sums[number].amount,)))
            continue
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            first: tuple[Text, Text] = (plain(str(measure.number)), (title,)) if index == 0 else ((), ())
            rows.append((*first, (name,), (project_sum(w, measure, project, row=len(rows), **entry),)))
    if by_project:
        rows.append(((), (), plain("Summe"), (total(w, row=len(rows), **entry),)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right")
    w.add(Table(tuple(rows), (0.5, 2.6, 2.6, 1.2), aligns, s.ruled, padding=2.2, after=6.0, joined=2))


def _course(paras: _Paras) -> None:
    w, s, rng = paras.w, paras.w.scenario, paras.w.rng
    write = rng.choice((full_figures, full_figures, two_figures))

    def day(value: date, role: str) -> Run:
        return w.date(value, role, write(value))

    paras.open()
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    number = paras.number()
    paras.put(
        w.fill(
            "Laufzeit {start}–{end}.",
            start=day(date(s.year, 1, 1), "period_start"),
            end=day(date(s.year + later, 12, 31), "period_end"),
        ),
        marker=number,
    )
    paras.open()
    last = max(date(s.year, 11, 15), _signed(s) + timedelta(days=14))
    paras.say(
        "Abruf beim {authority} letztmals {last}, Nachweis (Zahlen, Belegliste, Kurzbericht) ebenfalls "
        "dorthin bis {deadline}.",
        authority=w.authority(),
        last=day(last, "deadline"),
        deadline=day(s.deadline, "deadline"),
    )
    if s.reference:
        paras.say(
            "Mail des Ministeriums vom {day} zu den Pauschalen beachten.",
            day=day(s.reference, "reference"),
        )


def _signed(s: Scenario) -> date:
    return max((one.day for one in s.signers if one.day), default=date(s.year, 6, 30))


def _sign(w: Writer) -> None:
    """Columns: the pen, then name, office and whom for; place and day below or above."""
    s = w.scenario
    first = w.rng.random() < 0.4
    columns = [_column(enter(w, signer), s.signing, first) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*[block for column in columns for block in in_rows([column], 1, then=8.0)])
        return
    across = 3 if len(columns) >= 3 and s.signature_form == "three_columns" else 2
    w.add(*in_rows(columns, across, gutter=20.0, scale=0.9))


def _column(one: Signature, form: str, first: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    dated = [SignLine((one.place, Run(" "), one.date))]
    if form == "captions":
        dated = [SignLine((Run("Ort: "), one.place)), SignLine((Run("Datum: "), one.date))]
    lines = [*dated] if first else []
    lines.append(SignLine((), "rule", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines.append(SignLine((*deputy, *named)))
        lines.append(SignLine((one.function,)))
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        lines.append(
            SignLine((Run(f"{'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name))
        )
    else:
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines if first else [*lines, *dated])
