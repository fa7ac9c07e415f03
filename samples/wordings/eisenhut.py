"""Of the test split: no author of reading rules ever opens this file."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    Part,
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total_in_words,
    years_across,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer

OWN_ASIDES = (
    "Zuschüsse zu Führerscheinen sind ausgeschlossen, soweit sie {cap} überschreiten.",
    "In den Kursen stehen {persons} Plätze bereit; {young} davon werden als Vormittagskurs angeboten.",
    "Die Koordinierungsstelle im Haus ist unter {phone} zu erreichen.",
    "Der Sozialetat schließt jährlich mit einem Aufwand von etwa {past} ab.",
    "Die Abbruchquote lag bei der letzten Auswertung bei {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Fortführung)",
    "Netzwerk {name}",
    "{name} am Nachmittag",
    "Jugendwerkstatt {name}",
    "{name} II. Halbjahr",
)
CARRIERS = (
    "Diakonisches Werk",
    "GFFB Musterau",
    "Bildungsgesellschaft Exempel mbH",
    "Kreishandwerkerschaft",
    "Volkshochschule",
    "Jobcenter",
    "Verein Zweite Etage e. V.",
)
NEEDS = (
    "Trotz guter Beschäftigungslage bleibt vor Ort jeder achte Jugendliche ohne Berufsabschluss.",
    "Die Nachfrage der Betriebe nach Fachkräften und die Voraussetzungen der Arbeitsuchenden klaffen "
    "auseinander.",
    "Viele Zugewanderte bringen Berufserfahrung mit, können sie aber ohne Anerkennung nicht nutzen.",
    "Alleinerziehende finden selten eine Ausbildung, die sich mit der Betreuung ihrer Kinder vereinbaren "
    "lässt.",
)
_CENT = Decimal("0.01")


class _Romans:
    """ "I. Heading" in bold at the left; everything below it starts at the same edge."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w, by_short_name=False)

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.05, before=13, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, full_figures)
    w = Writer(s, rng, numbering="I")
    _opening(w)
    romans = _Romans(w)
    if s.amendment:
        _amend(romans)
    else:
        romans.open("Ausgangslage")
        for sentence in rng.sample(NEEDS, 2):
            romans.say(sentence)
        if s.reference:
            romans.say(
                "Die Ergebnisse der Vorjahre wurden im Jahresgespräch am {day} ausgewertet.",
                day=_day(w, s.reference, "reference"),
            )
        romans.open(rng.choice(("Vorgesehene Projekte", "Was gefördert wird")))
        _projects(romans)
        romans.open(rng.choice(("Kosten und Finanzierung", "Finanzierung")))
        _money(romans)
        romans.open("Zahlung")
        _paid(romans)
        romans.open("Berichte")
        _reports(romans)
        romans.open(rng.choice(("Inkrafttreten und Ende", "Gültigkeit")))
        _term(romans)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "vera")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, "Fachbereich Soziales · Beschäftigungsförderung")),
        header_align="right",
        header_on_first=True,
        footer=rng.choice(("Seite {page}", "{page}/{pages}")),
        footer_align="left",
        left=76,
        right=64,
    )


def _day(w: Writer, day: date, role: str) -> Run:
    return w.date(day, role, full_figures(day))


def _opening(w: Writer) -> None:
    """The title at the left; who and what in lines of caption and entry."""
    s = w.scenario
    w.add(Paragraph((w.kind(),), "left", scale=1.7, after=6))
    rows: list[tuple[Text, ...]] = []
    for index in range(len(s.programmes)):
        caption = "Förderprogramm" if index == 0 else ""
        rows.append((plain(caption) if caption else (), (replace(w.programme(index), bold=True),)))
    rows.append((plain("Förderjahr"), (w.year(bold=True),)))
    for index in range(len(s.parties)):
        caption = ("Für das Land", "Für die kommunale Seite", "")[min(index, 2)]
        entry = (replace(w.bare_party(index), bold=True), *represented(w, index))
        rows.append((plain(caption) if caption else (), entry))
    if s.file_mark:
        rows.append((plain("Aktenzeichen"), plain(s.file_mark.removeprefix("Az. "))))
    w.add(Table(tuple(rows), (1.3, 3.4), ("left", "left"), "none", padding=2.0, after=4.0))


def _amend(romans: _Romans) -> None:
    w, s = romans.w, romans.w.scenario
    romans.open("Bisherige Regelung")
    old, new = replaced(w)
    romans.say(
        "In der Zielvereinbarung vom {day} ist für {clause_year} eine Landeszuwendung von {old} festgelegt.",
        day=_day(w, s.amended_day or s.deadline, "amended_agreement") if s.amended_day else amended(w),
        old=old,
    )
    romans.open("Neue Regelung")
    more, _ = w.amount(s.total - (s.replaced or Decimal(0)), "other")
    romans.say(
        "Wegen zusätzlicher Plätze kommen {more} hinzu. Die Landeszuwendung für {clause_year} lautet damit "
        "auf {new}.",
        more=more,
        new=new,
    )
    romans.open("Sonstiges")
    romans.say(
        "Zahlungs- und Berichtstermine ändern sich nicht. Der Bescheid wird vom {authority} neu gefasst.",
        authority=w.authority(),
    )


def _facts(s: Scenario, project: Project) -> tuple[str, int]:
    dice = random.Random(f"{project.name}/{s.year}/{s.deadline}")
    return dice.choice(CARRIERS), dice.randint(5, 30)


def _projects(romans: _Romans) -> None:
    """One table in which the Maßnahmenart runs across above its projects, or a paragraph for each."""
    w, s = romans.w, romans.w.scenario
    sums = []
    if s.budget == "by_measure" and s.listing == "table":
        w.tables += 1
        sums = parts(w, table=w.tables)
    if s.listing == "list":
        _told(romans)
        return
    paid = s.budget == "by_project"
    romans.say("Im Einzelnen sollen durchgeführt werden:", with_next=True)
    if not sums:
        w.tables += 1
    heads = ("Nr.", "Projekt", "durchgeführt von", "Plätze", *(("Landesmittel",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money = _across(w, sums, number, len(rows))
        rows.append(((Run(f"Maßnahmenart {measure.number}: "), title, *money),))
        for count, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            carrier, places = _facts(s, project)
            cells: tuple[Text, ...] = (
                plain(f"{measure.number}.{count}"),
                (name,),
                plain(carrier),
                plain(str(places)),
            )
            if paid:
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                cells = (*cells, (run,))
            rows.append(cells)
    if paid:
        run, _ = total_in_words(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Landesmittel gesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "right", "right")
    shares = (0.5, 2.6, 2.0, 0.7, 1.5)
    width = len(heads)
    w.add(Table(tuple(rows), shares[:width], aligns[:width], s.ruled, padding=2.6, after=6.0))


def _across(w: Writer, sums: list[Part], number: int, row: int) -> Text:
    """What stands behind the Maßnahmenart in its row across the table."""
    if not sums:
        return ()
    index = int((sums[number].amount.mark or "")[len("amounts[") : -1])
    w.gold["amounts"][index]["row"] = row
    return (Run(" – "), replace(sums[number].amount, bold=True))


def _told(romans: _Romans) -> None:
    w, s = romans.w, romans.w.scenario
    sums = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            carrier, places = _facts(s, project)
            money = project_money(w, measure, project, ", ")
            told.append((name, Run(f" ({carrier}, {places} Plätze"), *money, Run(")")))
        money = (Run(" – "), sums[number].amount) if sums else ()
        if s.budget == "by_project" and len(names) > 1:
            money = (Run(" – zusammen "), subtotal(w, measure))
        lead = (Run(f"Maßnahmenart {measure.number}: "), replace(title, bold=True), *money)
        w.add(
            Paragraph(lead, "left", before=3, after=1, with_next=True),
            Paragraph((*enumerated(told, "; ", "; "), Run(".")), "left", after=4, indent=18),
        )
    w.add(Gap(3))


def _money(romans: _Romans) -> None:
    """What the Land gives, in a sentence; its parts; beside it the whole cost and who else pays."""
    w, s, rng = romans.w, romans.w.scenario, romans.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    last = s.clause_year + len(s.shares) - 1
    romans.say(
        f"Vom Land fließen {{takes_dat}} von {s.clause_year} bis {last} zusammen höchstens {{total}} zu."
        if years
        else rng.choice(
            (
                "Aus Landesmitteln fließen {takes_dat} für {clause_year} bis zu {total}{words} zu.",
                "Die Landeszuwendung für {clause_year} ist auf {total}{words} begrenzt.",
            )
        ),
        total=amount,
        words=(Run(" (in Buchstaben: "), words, Run(")")) if words else "",
    )
    if years and s.listing == "table" and len(s.shares) < 5:
        w.add(years_across(w, "Kassenjahr", "Land", "gesamt"))
    elif s.budget in ("by_year", "two_programmes"):
        lead = "im Jahr " if years else "aus dem "
        pieces: list[Text] = [(Run(lead), *part.label, Run(" "), part.amount) for part in parts(w)]
        romans.say("Das sind {pieces}.", pieces=enumerated(pieces))
    own = Decimal(rng.randint(90, 1_400) * 100).quantize(_CENT)
    others = Decimal(rng.randint(40, 700) * 100).quantize(_CENT)
    lines = (
        ("Gesamtausgaben", s.total + own + others),
        ("davon Eigenmittel", own),
        ("davon Jobcenter und Dritte", others),
    )
    sums = [w.amount(value, "other", style="sign" if s.listing == "table" else None)[0] for _, value in lines]
    if s.listing == "table":
        w.tables += 1
        for row, entry in enumerate(w.gold["amounts"][-3:], start=1):
            entry |= {"table": w.tables, "row": row - 1}
        rows = tuple((plain(name), (run,)) for (name, _), run in zip(lines, sums, strict=True))
        romans.say("Daneben setzen sich die Ausgaben aller Projekte so zusammen:", with_next=True)
        w.add(Table(rows, (3.0, 1.5), ("left", "right"), s.ruled, padding=2.4, together=True))
    else:
        romans.say(
            "Alle Projekte zusammen kosten {whole}. Eigenmittel sind mit {own} eingeplant, {others} steuern "
            "das Jobcenter und Dritte bei.",
            whole=sums[0],
            own=sums[1],
            others=sums[2],
        )
    for text in aside_texts(w, OWN_ASIDES):
        romans.say("{text}", text=text)


def _signed(s: Scenario) -> date:
    return max((one.day for one in s.signers if one.day), default=date(s.year, 6, 30))


def _paid(romans: _Romans) -> None:
    """Two instalments with their days, told behind one another."""
    w, s, rng = romans.w, romans.w.scenario, romans.w.rng
    dues = [day for day in (date(s.year, 6, 1), date(s.year, 10, 15)) if day > _signed(s)]
    dues = [*dues, date(s.year, 12, 1)][:2]
    if s.budget == "by_year" or len(dues) < 2:
        romans.say(
            "Das {authority} zahlt auf Abruf. Der letzte Abruf für {y} muss ihm bis {day} zugehen.",
            authority=w.authority(),
            day=_day(w, dues[-1], "deadline"),
        )
        return
    first = (s.total * rng.choice((4, 5, 6)) / 10).quantize(_CENT)
    runs = [w.amount(value, "other")[0] for value in (first, s.total - first)]
    romans.say(
        "Das {authority} zahlt in zwei Raten: {first} zum {one} und {second} zum {two}.",
        authority=w.authority(),
        first=runs[0],
        one=_day(w, dues[0], "deadline"),
        second=runs[1],
        two=_day(w, dues[1], "deadline"),
    )


def _reports(romans: _Romans) -> None:
    w, s = romans.w, romans.w.scenario
    romans.say(
        "{Takes} {writes} einen Zwischenbericht (Stichtag {count}) bis {half}. Schlussbericht und "
        "Verwendungsnachweis folgen bis {deadline}.",
        writes=verb(w, "erstellt", "erstellen"),
        count=_day(w, date(s.year, 10, 31), "other"),
        half=_day(w, date(s.year, 11, 20), "deadline"),
        deadline=_day(w, s.deadline, "deadline"),
    )
    romans.say("Belege sind zehn Jahre aufzubewahren und auf Verlangen im Original vorzulegen.")


def _term(romans: _Romans) -> None:
    w, s, rng = romans.w, romans.w.scenario, romans.w.rng
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    end = date(s.year + later, 12, 31)
    romans.say(
        "Die Vereinbarung tritt mit Wirkung vom {start} in Kraft und gilt bis {end}.",
        start=_day(w, date(s.year, 1, 1), "period_start"),
        end=_day(w, end, "period_end"),
    )
    if rng.random() < 0.5:
        notice = max(date(s.year, 9, 30), _signed(s) + timedelta(days=30))
        romans.say(
            "Eine Kündigung ist nur aus wichtigem Grund und nur bis {day} möglich.",
            day=_day(w, notice, "other"),
        )


def _sign(w: Writer) -> None:
    """One below the other: whom for; the hand at the right; place and day at the left of it."""
    for number, signer in enumerate(w.scenario.signers):
        left, right = _row(enter(w, signer), w.scenario.signing)
        w.add(SignatureColumns((left, right), before=12.0 if number else 26.0, gutter=26.0))


def _row(one: Signature, form: str) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    party = one.signer.organisation
    whose: Text = (one.bare_organisation,)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        whose = (Run(f"Der {'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    left = [SignLine(whose), SignLine(height=26.0), SignLine((one.place, Run(", den "), one.date))]
    if form == "captions":
        left.append(SignLine(plain("(Ort und Datum)")))
    right = [SignLine(plain("i. V." if one.signer.deputising else ""))]
    right.append(SignLine((), "rule", pen=one.name is not None))
    if one.name and one.function:
        if form == "brackets":
            right.append(SignLine((Run("("), one.name, Run(", "), one.function, Run(")"))))
        else:
            right += [SignLine((one.name, Run(",")))]
            right += [SignLine((one.function,))]
    return tuple(left), tuple(right)
