"""Held back for the test split; closed to everybody who works on the reader."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für die Anmietung von Räumen werden je Projekt und Monat höchstens {cap} eingeplant.",
    "Zuletzt waren hier {persons} Jugendliche ohne Ausbildungsplatz; {young} von ihnen besuchten keine "
    "Schule.",
    "Die Koordinierungsstelle ist vormittags unter {phone} besetzt.",
    "Die Arbeitsagentur hat im Vorjahr Eingliederungshilfen von {past} ausgezahlt.",
    "Die Arbeitslosenquote lag im Jahresmittel bei {rate} Prozent.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} Land",
    "Kurs {name}",
    "{name} – Standort Süd",
    "{name} mit Sprachförderung",
    "Jugendhilfe {name}",
)
CARRIERS = (
    "VHS",
    "Diakonie",
    "Jugendberufshilfe e. V.",
    "GAB Musterau",
    "Arbeitsförderung gGmbH",
    "Werkstatt Beispieltal",
    "BFW",
)
LETTERS = "abcdefgh"


class _Heads:
    """A bold heading without a number, plain text below it at the left."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        self.w.add(Paragraph((self.w.heading(title),), "left", before=11, after=3, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    heads = _Heads(w)
    _opening(heads)
    if s.amendment:
        _amend(heads)
    else:
        _ground(heads)
        heads.open(rng.choice(("Projekte", "Was gefördert wird")))
        _projects(heads)
        heads.open("Finanzierung")
        _money(heads)
        _days(heads)
        heads.open(rng.choice(("Allgemeines", "Weitere Absprachen")))
        heads.say(
            "Ändern sich Projekte oder Träger, genügt eine Mitteilung in Textform, solange die Maßnahmenart "
            "dieselbe bleibt."
        )
        heads.say("Von dieser Zielvereinbarung erhält jede Seite eine unterschriebene Fassung.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "caladea", "times")),
        size=rng.choice((11.0, 11.4)),
        leading=rng.choice((1.2, 1.32)),
        footer=rng.choice((None, "{page}", "Seite {page}")),
        footer_align=rng.choice(("center", "right")),
        left=74,
        right=66,
    )


def _opening(heads: _Heads) -> None:
    """Two centred lines, then one sentence in which the county or city comes before the Land."""
    w, s = heads.w, heads.w.scenario
    programmes = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((w.kind(),), "center", scale=1.4, after=2),
        Paragraph((*programmes, Run(" "), w.year()), "center", scale=1.1, after=16),
    )
    sides: list[Run] = []
    last = len(s.parties) - 1
    for index in (*range(1, last + 1), 0):
        acting = represented(w, index)
        sides += w.party(index, "nominative", mark=True, capital=index == 1)
        sides += acting
        if index in (0, last):
            noun = heads.words["takes" if index else "gives"].partition(" ")[2]
            sides.append(Run(f" (nachfolgend „{noun}“)"))
        sides += [Run(",")] if acting else []
        if index:
            sides.append(Run(" und "))
    w.add(Paragraph((*sides, Run(" treffen die nachstehende Vereinbarung.")), "left", after=6))


def _amend(heads: _Heads) -> None:
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Anlass der Änderung", "Warum geändert wird")))
    heads.say(
        "In zwei Projekten werden mehr Plätze gebraucht, als bei Abschluss der Zielvereinbarung vom {day} "
        "abzusehen war.",
        day=amended(w),
    )
    heads.open("Neue Finanzierung")
    old, new = replaced(w)
    heads.say(
        "Die Landesmittel für {clause_year} werden auf {new} festgesetzt (bislang {old}).", new=new, old=old
    )
    if rng.random() < 0.5:
        more, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
        heads.say("Die Aufstockung um {more} darf nur für diese Projekte verwendet werden.", more=more)
    heads.open("Was gleich bleibt")
    heads.say(
        "Alles andere gilt fort. Das {authority} erlässt einen Änderungsbescheid.", authority=w.authority()
    )


def _ground(heads: _Heads) -> None:
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Ausgangssituation", "Lage vor Ort")))
    dice = random.Random(f"{s.deadline}/{s.total}")
    heads.say(
        "{where} waren {count} Menschen arbeitslos gemeldet (Stand {day}). Viele von ihnen haben keinen "
        "Berufsabschluss.",
        where=_where(s),
        count=f"{dice.randint(2, 19)}.{dice.randint(100, 999)}",
        day=w.date(date(s.year - 1, 12, 31), "other", f"31.12.{s.year - 1}"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        heads.say("{text}", text=text)
    if s.reference:
        heads.say(
            "Die Schwerpunkte hat der örtliche Beirat am {day} festgelegt.",
            day=w.date(s.reference, "reference", rng.choice((None, f"{s.reference:%d.%m.%Y}"))),
        )


def _where(s: Scenario) -> str:
    if len(s.recipients) > 1:
        return "In den Kommunen"
    return "Im Kreisgebiet" if s.recipients[0].gender == "m" else "Im Stadtgebiet"


def _projects(heads: _Heads) -> None:
    """Projects as 1a, 1b: in columns without a head, or one below the other with who runs them."""
    w, s = heads.w, heads.w.scenario
    heads.say("Mit Mitteln des Landes werden gefördert:", with_next=True)
    columns = s.listing == "table"
    if columns and s.budget == "by_project":
        w.tables += 1
    row = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        w.add(
            Paragraph(
                (Run(f"MA {measure.number}: "), title), "left", before=3, after=1, with_next=True, indent=10
            )
        )
        rows: list[tuple[Text, ...]] = []
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            mark = f"{measure.number}{LETTERS[index]}"
            carrier, places = _carrier(s, project)
            if columns:
                row += 1
                cells: tuple[Text, ...] = (plain(mark), (name,), plain(carrier), plain(f"{places} Plätze"))
                if s.budget == "by_project":
                    run = project_sum(w, measure, project, style="sign", table=w.tables, row=row)
                    cells = (*cells, (run,))
                rows.append(cells)
                continue
            money: Text = ()
            if project.amount is not None:
                money = (Run(": "), project_sum(w, measure, project))
            text = (name, Run(f", {carrier}, {places} Plätze"), *money)
            w.add(Paragraph(text, "left", after=1, indent=36, hang=20, marker=plain(mark)))
        if columns:
            _columns(w, measure, rows, row)
    w.add(Gap(4))


def _columns(w: Writer, measure: Measure, rows: list[tuple[Text, ...]], row: int) -> None:
    paid = w.scenario.budget == "by_project"
    if paid and len(rows) > 1 and w.scenario.represented:
        run = subtotal(w, measure, style="sign", table=w.tables, row=row)
        rows.append(((), (), (), plain("zusammen"), (run,)))
    shares = (0.5, 2.9, 2.0, 1.1, 1.5)
    aligns: tuple[Align, ...] = ("right", "left", "left", "right", "right")
    count = 5 if paid else 4
    w.add(Table(tuple(rows), shares[:count], aligns[:count], "none", padding=1.5, before=0.0, after=3.0))


def _carrier(s: Scenario, project: Project) -> tuple[str, int]:
    dice = random.Random(f"{s.deadline}/{project.name}")
    return dice.choice(CARRIERS), dice.randint(5, 36)


def _money(heads: _Heads) -> None:
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    heads.say(
        "Bis alle Ausbildungen abgeschlossen sind, trägt {gives} Kosten von insgesamt {total}."
        if years
        else rng.choice(
            (
                "{Gives} trägt von den Kosten des Jahres {clause_year} einen Anteil von {total}{words}.",
                "Der Zuschuss {gives_gen} für {clause_year} ist auf {total}{words} begrenzt.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten "), words, Run(")")) if words else "",
    )
    if years:
        _years(heads)
    elif s.budget == "by_measure":
        heads.say("Davon sind vorgesehen für", with_next=True)
        for part in parts(w):
            text = (Run(f"MA {s.measures[part.index].number}: "), part.amount)
            w.add(Paragraph(text, "left", after=1, indent=24, hang=12, marker=plain("-")))
        w.add(Gap(4))
    elif s.budget == "two_programmes":
        pieces: list[Text] = [(Run("das "), *part.label, Run(" mit "), part.amount) for part in parts(w)]
        heads.say("Herangezogen werden dafür {pieces}.", pieces=enumerated(pieces))
    elif s.budget != "by_project" and rng.random() < 0.75:
        _plan(heads)
    heads.say("Einnahmen aus den Projekten mindern den Zuschuss.")


def _round(rng: random.Random, low: int, high: int) -> Decimal:
    return Decimal(rng.randint(low, high) * 500).quantize(Decimal("0.01"))


def _plan(heads: _Heads) -> None:
    """Who pays how much of what it all costs; the grant is one of several lines."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.say("Gesamtfinanzierung (in Euro):", with_next=True)
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    own, others = _round(rng, 40, 420), _round(rng, 20, 300)
    kreis = "Eigenmittel " + heads.words["takes_gen"]
    lines: list[tuple[str, Run]] = []
    for what, value in ((kreis, own), ("Jobcenter und Arbeitsagentur", others)):
        lines.append((what, w.amount(value, "other", row=len(lines) + 1, label=what, **entry)[0]))
    lines.append(("Zuschuss des Landes", total(w, row=len(lines) + 1, **entry)))
    whole, _ = w.amount(s.total + own + others, "other", row=len(lines) + 1, **entry)
    rows: list[tuple[Text, ...]] = [(plain(what), (run,)) for what, run in lines]
    rows.append((plain("Gesamtkosten", True), (whole,)))
    w.add(Table(tuple(rows), (3.0, 1.4), ("left", "right"), s.ruled, padding=3.0, together=True))


def _years(heads: _Heads) -> None:
    """A line for each year, with what the county or city adds; or what each brings in a sentence."""
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    if s.listing == "list":
        for part in parts(w):
            text = (Run("in "), *part.label, Run(" "), part.amount)
            w.add(Paragraph(text, "left", after=1, indent=24, hang=12, marker=plain("-")))
        w.add(Gap(4))
        return
    w.tables += 1
    heads_row = ("", "Land", "Eigenanteil")
    count = len(s.shares)
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) if head else () for head in heads_row)]
    owns = Decimal("0.00")
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        own = _round(rng, 20, 150)
        owns += own
        run, _ = w.amount(own, "other", style="sign", table=w.tables, row=len(rows))
        rows.append((part.label, (part.amount,), (run,)))
    whole = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=None)
    run, _ = w.amount(owns, "other", style="sign", table=w.tables, row=count + 1)
    rows.append((plain("gesamt"), (whole,), (run,)))
    w.add(
        Table(tuple(rows), (1.0, 1.5, 1.5), ("left", "right", "right"), s.ruled, padding=3.0, together=True)
    )


def _days(heads: _Heads) -> None:
    w, s, rng = heads.w, heads.w.scenario, heads.w.rng
    heads.open(rng.choice(("Laufzeit und Nachweise", "Zeitraum, Abruf und Abrechnung")))
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    numeric = rng.random() < 0.5

    def told(day: date) -> str:
        return f"{day:%d.%m.%Y}" if numeric else long_date(day)

    heads.say(
        "Die Projekte beginnen frühestens am {start}. Letzter Tag der Förderung ist der {end}.",
        start=w.date(start, "period_start", told(start)),
        end=w.date(end, "period_end", told(end)),
    )
    signed = max((one.day for one in s.signers if one.day), default=start)
    call = next((day for day in (date(s.year, 10, 15), date(s.year, 11, 20)) if day > signed), end)
    heads.say(
        "{Takes} {calls} die Mittel spätestens zum {call} beim {authority} ab und {settles} dort bis "
        "{deadline} "
        "ab.",
        calls=verb(w, "ruft", "rufen"),
        settles=verb(w, "rechnet", "rechnen"),
        call=w.date(call, "deadline", told(call)),
        deadline=w.date(s.deadline, "deadline", told(s.deadline)),
        authority=w.authority(),
    )
    if rng.random() < 0.6:
        day = date(s.year + 1, rng.choice((1, 2)), rng.randint(8, 28))
        heads.say(
            "Ihre Erfahrungen stellen die Träger bei einer Fachveranstaltung am {day} vor.",
            day=w.date(day, "other", told(day)),
        )


def _sign(w: Writer) -> None:
    """The county or city signs first; whom for and who it is at the left, or columns."""
    s = w.scenario
    ours = [one for one in s.signers if one.party]
    ordered = (*ours, *(one for one in s.signers if not one.party))
    if s.signature_form == "stacked" or len(ordered) > 2:
        for number, signer in enumerate(ordered):
            left, right = _row(enter(w, signer), s.signing)
            w.add(SignatureColumns((left, right), before=14.0 if number else 26.0, gutter=24.0))
        return
    columns = [
        tuple(line for part in _row(enter(w, signer), s.signing) for line in part) for signer in ordered
    ]
    w.add(*in_rows(columns, 2, before=26.0, gutter=32.0))


def _row(one: Signature, form: str) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("accusative")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        whose: Text = (Run(f"Für {article} "), name, Run(f" ({body})"))
    else:
        article, name = one.organisation("accusative")
        whose = (Run(f"Für {article} "), name)
    caption = "Ort, Datum: " if form == "captions" else ""
    left = (SignLine(whose), SignLine((Run(caption), one.place, Run(", "), one.date)))
    right = [SignLine((), "dots", pen=one.name is not None, height=36.0)]
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        right += [SignLine((*deputy, *named)), SignLine((one.function,))]
    return left, tuple(right)
