"""A ministry's plain word processor file: "einerseits" and "andererseits", place and day told last."""

from __future__ import annotations

import random

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
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
)
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
    "Der Eigenanteil bei Exkursionen darf {cap} je Gruppe nicht übersteigen.",
    "Nach heutiger Schätzung werden {persons} Frauen und Männer erreicht, {young} davon mit kleinen Kindern.",
    "Für Fragen zum Vordruck ist die Telefonnummer {phone} eingerichtet.",
    "Das Land hat in den vergangenen Runden im Mittel {past} aufgewandt.",
    "Sachkosten über {rate} % der Gesamtausgaben sind eigens zu begründen.",
)
AIMS = (
    "Junge und ältere Menschen ohne verwertbaren Abschluss sollen einen Weg in Ausbildung und Beruf finden.",
    "Die Seiten stimmen ihre Angebote aufeinander ab, damit keine Lücken und keine Doppelungen entstehen.",
    "Auf die Belange von Menschen mit Behinderungen und von Alleinerziehenden wird besonders geachtet.",
    "Die Betriebe der Region werden früh in die Planung einbezogen.",
)


class _Sections:
    """ "1)  Heading" over a thin line."""

    def __init__(self, w: Writer) -> None:
        self.w = w

    def open(self, title: str) -> None:
        w = self.w
        text = (w.next_section(), Run(")   ", bold=True), w.heading(title))
        w.add(Paragraph(text, "left", before=12, after=0, with_next=True), Divider(after=5))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(s, rng.choice((long_date, full_figures, short_month)))
    w = Writer(s, rng)
    _opening(w)
    page = _Sections(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "times")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((None, s.file_mark, f"{s.kind} {s.year}")),
        header_align="left",
        footer=rng.choice(("Seite {page}/{pages}", "{page}")),
        footer_align=rng.choice(("left", "right")),
        left=80,
        right=76,
        hyphenate=rng.random() < 0.4,
    )


def _opening(w: Writer) -> None:
    """The title; the two sides as the subject of one sentence, each with its word at the right."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.6, after=3),
        Paragraph(
            (Run("zum Einsatz des "), *programme_genitives(w), Run(" im Jahr "), w.year(bold=True)),
            "left",
            scale=1.05,
            after=16,
        ),
        Paragraph(plain("Es vereinbaren"), "left", after=5),
    )
    short = abbreviation(w)
    closing = (Run(" ("), short[1], Run(")")) if short else ()
    inserted = represented(w, 0)
    first = (*w.party(0, "nominative", mark=True), *closing, *inserted, Run("," if inserted else ""))
    w.add(
        Paragraph(first, "left", after=2, indent=28, with_next=True),
        Paragraph(plain("einerseits und"), "right", after=6),
    )
    last = len(s.parties) - 1
    for index in range(1, last + 1):
        inserted = represented(w, index)
        tail = "," if inserted else ""
        tail += " sowie" if index < last else ""
        text = (*w.party(index, "nominative", mark=True), *inserted, Run(tail))
        w.add(Paragraph(text, "left", after=2, indent=28, with_next=True))
    w.add(
        Paragraph(plain("andererseits"), "right", after=6),
        Paragraph(plain("was folgt:"), "left", after=4),
    )


def _amend(page: _Sections) -> None:
    w = page.w
    page.open("Frühere Vereinbarung")
    page.say("Die Beteiligten haben am {day} eine Zielvereinbarung getroffen.", day=amended(w))
    page.open(w.rng.choice(("Neue Summe", "Anpassung der Summe")))
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "Die dort für {clause_year} genannte Summe von {old} entfällt; an ihre Stelle tritt die "
                "Summe von {new}.",
                "Für {clause_year} werden nicht mehr {old}, sondern {new} gewährt.",
            )
        ),
        old=old,
        new=new,
    )
    page.open("Im Übrigen")
    page.say(
        "Weitere Änderungen sind nicht verabredet. Den geänderten Bescheid fertigt das {authority}.",
        authority=w.authority(),
    )


def _agree(page: _Sections) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Beweggründe", "Ausgangslage")))
    for sentence in rng.sample(AIMS, 2):
        page.say(sentence)
    if s.reference:
        page.say(
            "Maßgeblich ist das regionale Konzept in der Fassung vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    page.open(rng.choice(("Geld", "Mittel", "Umfang der Mittel")))
    _funds(page)
    page.open(rng.choice(("Projekte", "Was gefördert wird")))
    _projects(page)
    page.open("Zeitraum")
    page.say("Die Projekte laufen {period}.", period=period(w))
    page.open(rng.choice(("Bescheid und Nachweis", "Weiteres Verfahren")))
    page.say(
        "Diese Vereinbarung ersetzt keinen Bescheid; zuständig dafür ist das {authority}.",
        authority=w.authority(),
    )
    page.say(
        "Dort sind Zahlen und Sachbericht bis {deadline} abzugeben.", deadline=w.date(s.deadline, "deadline")
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))


def _funds(page: _Sections) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        page.say("{G} gibt für {clause_year} einen Betrag von höchstens", with_next=True)
        w.add(Paragraph((amount,), "left", scale=1.1, indent=90, after=5))
        page.say("dazu.")
    elif years:
        page.say("{G} gibt über mehrere Haushalte hinweg {total} dazu.", total=amount)
    else:
        page.say(
            rng.choice(
                (
                    "{G} gibt für {clause_year} einen Betrag von höchstens {total}{words} dazu.",
                    "Im Jahr {clause_year} können bis zu {total}{words} abgerufen werden.",
                )
            ),
            total=amount,
            words=(Run(" – "), words, Run(" –")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table":
        heads = {"by_year": "Haushalt", "by_measure": "Verwendung"}.get(s.budget, "Landesprogramm")
        w.add(split_table(w, (heads, "Euro"), "Alles zusammen"))
        return
    lead = {"by_year": " im Haushalt ", "by_measure": " für "}.get(s.budget, " aus dem ")
    told = [(part.amount, Run(lead), *part.label) for part in parts(w)]
    page.say("Davon sind {told} veranschlagt.", told=enumerated(told))


def _projects(page: _Sections) -> None:
    """Counted through from first to last; or a key of the Maßnahmenarten and a table that refers to it."""
    w, s = page.w, page.w.scenario
    if s.budget == "by_project" and s.listing == "table":
        _keyed_table(page)
        return
    count = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        many = "gehören" if len(names) > 1 else "gehört"
        text = (Run(f"Zur Maßnahmenart {measure.number} („"), title, Run(f"“) {many}:"))
        w.add(Paragraph(text, "left", after=2, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            money = project_money(w, measure, project, " mit ")
            marker = plain(f"Projekt {count}")
            w.add(Paragraph((name, *money), "left", after=2, indent=78, hang=58, marker=marker))
        w.add(Gap(3))


def _keyed_table(page: _Sections) -> None:
    w, s = page.w, page.w.scenario
    page.say("Die Kennziffern der folgenden Tabelle stehen für die Maßnahmenarten", with_next=True)
    found = [w.measure(number) for number in range(len(s.measures))]
    for (title, _), measure in zip(found, s.measures, strict=True):
        marker = plain(f"{measure.number}")
        w.add(Paragraph((title,), "left", after=1.5, indent=40, hang=18, marker=marker))
    w.tables += 1
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Kennziffer", "Projekt", "Euro"))]
    for (_, names), measure in zip(found, s.measures, strict=True):
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append((plain(str(measure.number)), (name,), (run,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Alles zusammen", True), (run,)))
    aligns: tuple[Align, ...] = ("center", "left", "right")
    w.add(Table(tuple(rows), (0.9, 3.6, 1.3), aligns, s.ruled, before=8))


def _sign(w: Writer) -> None:
    """For whom, the hand, the name, the office between dashes; last where and when it was signed."""
    s = w.scenario
    sides = enter_by_party(w, named_once=True)
    if s.signature_form != "stacked" and all(len(side) == 1 for side in sides):
        across = 3 if len(sides) == 3 and s.signature_form == "three_columns" else 2
        columns = [(SignLine(_for_whom(w, side[0][0])), *_hand(w, *side[0])) for side in sides]
        for start in range(0, len(columns), across):
            row = columns[start : start + across]
            row += [()] * (across - len(row))
            small = across == 3
            w.add(
                SignatureColumns(
                    tuple(row), before=24 if not start else 18, gutter=30, scale=0.86 if small else 1.0
                )
            )
        return
    for number, side in enumerate(sides):
        text = _for_whom(w, side[0][0])
        w.add(Paragraph(text, "left", before=12 if number else 22, after=0, with_next=True))
        once = sum(dated for _, dated in side) == 1
        columns = [_hand(w, one, dated and not once) for one, dated in side]
        columns += [()] * (2 - len(columns))
        w.add(SignatureColumns(tuple(columns), before=2, gutter=30))
        if once:
            w.add(Paragraph(_when(side[0][0]), "left", before=3, after=0))


def _for_whom(w: Writer, one: Signature) -> Text:
    party = one.signer.organisation
    if w.scenario.signing == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        return (Run(f"Für den {organ} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)


def _hand(w: Writer, one: Signature, dated: bool) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    lines = [SignLine((), "rule", pen=one.name is not None, height=38.0)]
    if form == "captions":
        lines.append(SignLine(plain("eigenhändige Unterschrift")))
    if one.name and one.function:
        deputy = "in Vertretung " if one.signer.deputising else ""
        bracket = ("(", ")") if form == "brackets" else ("", "")
        lines.append(SignLine((Run(deputy + bracket[0]), one.name, Run(bracket[1]))))
        lines.append(SignLine((Run("– "), one.function, Run(" –"))))
    if dated:
        lines.append(SignLine(_when(one)))
    return tuple(lines)


def _when(one: Signature) -> Text:
    return (Run("Unterzeichnet in "), one.place, Run(" am "), one.date)
