from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Align,
    Divider,
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
from samples.signing import enter_by_party
from samples.wordings.money import (
    parts,
    project_money,
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
    asides,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Für die Betreuung von Kindern der Teilnehmenden können monatlich bis zu {cap} abgerechnet werden.",
    "Der Kreis der Teilnehmenden umfasst voraussichtlich {persons} Personen, davon {young} mit "
    "Fluchterfahrung.",
    "Das Fachreferat ist für Nachfragen unter {phone} zu erreichen.",
    "Landesweit standen in der letzten Förderperiode {past} je Gebietskörperschaft bereit.",
    "Indirekte Ausgaben werden mit einem Pauschalsatz von {rate} Prozent abgegolten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (vollfinanziert)",
    "Assistierte Ausbildung {name}",
    "{name} – Gruppe Süd",
    "Teilzeitausbildung „{name}“",
    "{name}/Begleitung",
)


class _Clauses:
    """Sections with or without counted paragraphs, their headings on one line with the number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.counted = w.rng.random() < 0.5
        self.align: Align = w.rng.choice(("left", "left", "center"))
        self.between = w.rng.choice(("   ", " ", " – "))
        self.count = 0

    def section(self, title: str) -> None:
        number = (Run("§ ", bold=True), self.w.next_section(), Run(self.between, bold=True))
        heading = (*number, self.w.heading(title))
        self.w.add(Paragraph(heading, self.align, before=11, after=4, with_next=True))
        self.count = 0

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        if self.counted:
            self.w.add(Paragraph(text, indent=24, hang=24, marker=plain(f"({self.count})")))
        else:
            self.w.add(Paragraph(text))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        _agree(clauses)
    _sign(w)
    body = s.recipients[0]
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=rng.choice((10.5, 11.0)),
        leading=1.38,
        header=rng.choice((None, s.file_mark, f"{s.kind} {s.year} – {body.printed}")),
        header_align="right",
        footer=rng.choice(("{page}", "Seite {page} von {pages}", "- {page} -")),
        footer_align=rng.choice(("center", "right")),
        footer_on_first=False,
        left=74,
        right=70,
    )


def _opening(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    cover = rng.random() < 0.6
    align: Align = rng.choice(("center", "left"))
    if rng.random() < 0.5:
        w.add(
            Paragraph(plain("HESSEN", True), "right", scale=1.3, after=0),
            Paragraph(plain(s.grantor.official), "right", scale=0.8, after=6),
        )
    else:
        w.add(Paragraph(plain("Landesprogramm Arbeit und Ausbildung"), align, scale=0.85, after=2), Divider())
    w.add(Gap(110 if cover else 14))
    w.add(Paragraph((w.kind(),), align, scale=1.7, after=8))
    w.add(
        Paragraph((Run(rng.choice(("für das Jahr ", "Förderjahr "))), w.year(bold=True)), align, after=16),
    )
    _parties(w, align)
    w.add(
        Paragraph(
            (
                Run(rng.choice(("über die Verwendung des ", "zur Durchführung des "))),
                *programme_genitives(w),
            ),
            align,
            before=6,
            after=14,
        )
    )
    if s.amendment:
        w.add(
            Paragraph(
                w.fill("zur Fortschreibung der Zielvereinbarung vom {day}", day=amended(w)), align, after=14
            )
        )
    if cover:
        w.add(NewPage())


def _parties(w: Writer, align: Align) -> None:
    """The article ends one line, the name is the next."""
    names = w.rng.random() < 0.6
    for index, party in enumerate(w.scenario.parties):
        article, name = w.party(index, "dative", mark=True)
        lead = "zwischen" if index == 0 else "und" if index == 1 else "sowie"
        short: Text = (Run(" "), *abbreviation(w)) if index == 0 else ()
        w.add(
            Paragraph((Run(f"{lead} {article.text.strip()}"),), align, after=4),
            Paragraph((replace(name, bold=True), *represented(w, index), *short), align, after=3),
        )
        if names:
            alias = "Land" if index == 0 else "Landkreis" if party.gender == "m" else "Stadt"
            w.add(Paragraph(plain(f"– nachstehend „{alias}“ –"), align, scale=0.92, after=8))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    old, new = replaced(w)
    clauses.section("Anpassung der Haushaltsmittel")
    clauses.say(
        w.rng.choice(
            (
                "Die für das Jahr {clause_year} zugesagten Haushaltsmittel werden von {old} auf {new} "
                "geändert.",
                "Der im Jahr {clause_year} verfügbare Betrag beläuft sich nicht mehr auf {old}, sondern "
                "auf {new}.",
            )
        ),
        old=old,
        new=new,
    )
    clauses.say("Grund der Anpassung ist ein geänderter Bedarf bei den Trägern der Maßnahmen.")
    clauses.section("Weitere Bestimmungen")
    clauses.say(
        "Alle sonstigen Bestimmungen gelten weiter. Den Änderungsbescheid erteilt das {authority}.",
        authority=w.authority(),
    )


def _agree(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    w.add(Paragraph(plain(w.rng.choice(("Vorbemerkung", "Präambel")), True), clauses.align, after=4))
    w.paragraph(
        "Wer Menschen dauerhaft in Arbeit bringen will, muss die Verhältnisse vor Ort kennen. {G} "
        "überlässt es "
        "daher den Kreisen und kreisfreien Städten, aus einem gemeinsamen Budget die Angebote "
        "auszuwählen, die "
        "zu ihrer Ausbildungs- und Arbeitsmarktstrategie passen. Die Angebote stehen allen Geschlechtern "
        "offen und berücksichtigen die Belange von Menschen mit Behinderungen."
    )
    clauses.section(w.rng.choice(("Landespolitische Ziele", "Zielsetzung des Landes")))
    clauses.say(
        "Mit dem {prog} {y} sollen Personen ohne Abschluss einen Beruf erlernen, Beschäftigte ihre Stelle "
        "sichern und Arbeitsuchende Schritt für Schritt an Betriebe herangeführt werden."
    )
    clauses.say(
        "Die Förderung richtet sich an Leistungsberechtigte nach dem SGB II, III, VIII und XII sowie "
        "nach dem "
        "AsylbLG und an Menschen, die von keinem dieser Rechtskreise erreicht werden."
    )
    clauses.section("Zusammenwirken der Beteiligten")
    clauses.say(
        "Kammern, Agentur für Arbeit, Jobcenter und Schulen werden an der Planung beteiligt. Die "
        "Vereinbarung umfasst Maßnahmen, die {period} durchgeführt werden.",
        period=period(w),
    )
    if w.rng.random() < 0.6:
        clauses.section("Teilhabe")
        clauses.say(
            "Barrierefreie Zugänge zu Ausbildung und Beruf sind den Beteiligten ein besonderes Anliegen. Bei "
            "der Auswahl der Träger ist darauf zu achten."
        )
    clauses.section(w.rng.choice(("Mittelausstattung", "Haushaltsmittel")))
    _funds(clauses)
    start = len(w.blocks)
    asides(w, OWN_ASIDES)
    said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
    del w.blocks[start:]
    for block in said:
        clauses.put(block.text)
    clauses.section(w.rng.choice(("Umsetzung in der Region", "Maßnahmenarten und Projekte")))
    clauses.say(
        w.rng.choice(
            (
                "In den nachstehenden Maßnahmenarten werden diese Projekte aus dem Budget finanziert:",
                "Aus den Haushaltsmitteln werden, geordnet nach Maßnahmenarten, folgende Projekte gefördert:",
            )
        )
    )
    _projects(w)
    clauses.section("Bewilligung und Nachweis")
    clauses.say(
        "Über die Zuwendung entscheidet auf Antrag das {authority}. Der Nachweis über die Verwendung der "
        "Mittel "
        "liegt dort bis zum {deadline} vor.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        clauses.say(
            "Es gelten § 44 LHO und die Fach- und Fördergrundsätze vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    clauses.section("Steuerung und Erfahrungsaustausch")
    clauses.say(
        "Im zweiten Halbjahr besprechen die Beteiligten den Stand der Umsetzung. Ergebnisse und gute "
        "Beispiele "
        "dürfen veröffentlicht werden."
    )


def _funds(clauses: _Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    if s.budget == "one_line":
        clauses.say(
            rng.choice(
                (
                    "{G} beteiligt sich an der Umsetzung im Haushaltsjahr {clause_year} mit",
                    "Im Jahr {clause_year} werden {r_dat} Landesmittel zugewiesen in Höhe von",
                )
            )
        )
        amount, _ = total_in_words(w, bold=True)
        align: Align = rng.choice(("center", "left"))
        w.add(Paragraph((amount,), align, scale=1.1, indent=0 if align == "center" else 60, after=8))
        w.paragraph("Diese Summe ist zweckgebunden und kann nur einmal in Anspruch genommen werden.")
        return
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.5, year=None if years else s.clause_year)
    sentence = (
        "Zur Finanzierung sind für {r_acc} ab dem Jahr {clause_year} insgesamt {total}{words} eingeplant."
        if years
        else rng.choice(
            (
                "{G} weist {r_dat} für {clause_year} insgesamt {total}{words} aus dem Landeshaushalt zu.",
                "Die Mittelausstattung für {r_acc} umfasst im Jahr {clause_year} einen Betrag von "
                "{total}{words}.",
            )
        )
    )
    spelled: Text | str = (Run(rng.choice((" (in Worten: ", " (i. W.: "))), words, Run(")")) if words else ""
    clauses.say(sentence, total=amount, words=spelled)
    if s.budget == "two_programmes":
        first, second = parts(w)
        clauses.say(
            "Hierin enthalten sind {first} für das {one} und {second} für das {two}.",
            first=first.amount,
            one=first.label,
            second=second.amount,
            two=second.label,
        )
    elif years:
        _years(clauses)
    elif s.budget == "by_measure" and s.listing == "table":
        clauses.say("Die Summe ist für die einzelnen Maßnahmenarten wie folgt verplant:")
        _split(w, "Maßnahmenart", "Landesmittel", s.clause_year)


def _years(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    clauses.say("Ausgezahlt werden können, vorbehaltlich der Haushaltslage:")
    if s.listing == "table":
        _split(w, "Jahr", "Höchstbetrag", None)
        return
    for part in parts(w):
        text = (Run("im Jahr "), *part.label, Run(" bis zu "), part.amount)
        w.add(Paragraph(text, "left", after=1.5, indent=40, hang=14, marker=plain("–")))
    w.add(Gap(4))


def _split(w: Writer, head: str, money: str, year: int | None) -> None:
    s = w.scenario
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    amount = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=year)
    rows: list[tuple[Text, ...]] = [(plain(head, True), plain(money, True))]
    rows += [(part.label, (part.amount,)) for part in found]
    rows.append((plain("Insgesamt", True), (amount,)))
    w.add(Table(tuple(rows), (3.2, 1.3), ("left", "right"), s.ruled))


def _projects(w: Writer) -> None:
    """Decimals under the number of the measure."""
    s, rng = w.scenario, w.rng
    if s.budget == "by_project" and s.listing == "table":
        _project_table(w)
        return
    sums = parts(w) if s.budget == "by_measure" and s.listing == "list" else []
    decimals = rng.random() < 0.65
    before = rng.choice(("Maßnahmenart {n}: ", "{n}. ", "{n} "))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (Run(" ("), sums[number].amount, Run(")")) if sums else ()
        lead = Run(before.format(n=measure.number), bold=True)
        w.add(
            Paragraph(
                (lead, replace(title, bold=True), *behind),
                "left",
                before=3,
                after=2,
                indent=6,
                with_next=True,
            )
        )
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            money = project_money(w, measure, project, ": ")
            marker = f"{measure.number}.{i}" if decimals else "–"
            w.add(Paragraph((name, *money), "left", after=1.5, indent=46, hang=26, marker=plain(marker)))
    w.add(Gap(5))


def _project_table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    between = w.rng.random() < 0.4
    heads = ("Nr.", "Maßnahmenart / Projekt", "Landesmittel")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        several = between and len(names) > 1
        sub = subtotal(w, measure, style="cell", table=w.tables, row=len(rows)) if several else None
        rows.append((plain(str(measure.number)), (replace(title, bold=True),), (sub,) if sub else ()))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append((plain(f"{measure.number}.{i}"), (name,), (run,)))
    amount = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Insgesamt (Euro)", True), (amount,)))
    w.add(Table(tuple(rows), (0.5, 4.0, 1.4), ("left", "left", "right"), s.ruled))


def _sign(w: Writer) -> None:
    """A column for each party, a second signature under the first one's line of place and date."""
    rng = w.rng
    above = rng.random() < 0.6
    den = rng.choice((", den ", ", "))
    one_line = rng.random() < 0.5
    ruled = rng.random() < 0.5
    genitive = rng.random() < 0.5
    columns: list[tuple[SignLine, ...]] = []
    for group in enter_by_party(w, named_once=above):
        lines: list[SignLine] = []
        for number, (one, own_line) in enumerate(group):
            article, organisation = one.organisation("accusative")
            if above and number == 0:
                lines += [SignLine((Run(f"Für {article} "), organisation)), SignLine(height=8.0)]
            if own_line:
                lines.append(SignLine((one.place, Run(den), one.date)))
            short = "i. V." if one.signer.deputising else ""
            lines.append(
                SignLine(plain(short), "rule" if ruled else "none", pen=one.name is not None, height=44.0)
            )
            if one.name and one.function and one_line:
                lines.append(SignLine((one.name, Run(", "), one.function)))
            elif one.name and one.function:
                lines += [SignLine((one.name,)), SignLine((one.function,))]
            if not above:
                article, name = one.organisation("genitive")
                municipal = one.signer.organisation.gender != "n"
                of: Text = (Run(f"{article} "), name) if genitive and municipal else (one.bare_organisation,)
                lines.append(SignLine(of))
            lines.append(SignLine(height=6.0))
        columns.append(tuple(lines))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=28.0 if start == 0 else 14.0))
