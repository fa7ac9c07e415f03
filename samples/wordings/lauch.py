"""Typed in the department that pays: clauses in brackets, the projects beside their Maßnahmenart."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
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
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.money import parts, project_sum, replaced, split_table, subtotal, total, total_in_words
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer

OWN_ASIDES = (
    "Für Lehrmittel kann je Platz ein Pauschbetrag von {cap} angesetzt werden.",
    "Die Planung sieht {persons} Plätze vor; {young} davon bleiben Nachrückenden vorbehalten.",
    "Ansprechstelle im Fachreferat ist die Geschäftsstelle, Tel. {phone}.",
    "Das Volumen der zurückliegenden Förderperiode lag bei {past}.",
    "Für Gemeinkosten werden {rate} % der direkten Ausgaben ohne Einzelnachweis anerkannt.",
)
CARRIERS = (
    "Bildungswerk Musterau",
    "Kreisvolkshochschule",
    "Werkstattverbund Beispieltal gGmbH",
    "Handwerksschule Probestadt",
    "Jugendwerk Exempelhausen",
)
AIMS = (
    "Menschen, denen der Zugang zu Ausbildung oder Arbeit erschwert ist, sollen in ihrer Region passende "
    "Angebote finden.",
    "Welche Angebote gebraucht werden, entscheidet sich vor Ort; das Land gibt den Rahmen vor.",
    "Frauen und Männer sind entsprechend ihrem Anteil an den Arbeitsuchenden zu berücksichtigen.",
    "Die Vorhaben dürfen Regelleistungen der Jobcenter und Arbeitsagenturen nicht ersetzen.",
)


class _Clauses:
    """ "§ 1 Heading" at the left, clauses "(1)", "(2)" below; one alone stands without a number."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.waiting: list[Text] = []

    def open(self, title: str) -> None:
        self.close()
        text = (Run("§ ", bold=True), self.w.next_section(), Run("   "), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.waiting.append(text)

    def close(self) -> None:
        for number, text in enumerate(self.waiting, start=1):
            marker = plain(f"({number})") if len(self.waiting) > 1 else ()
            indent = 24.0 if marker else 0.0
            self.w.add(Paragraph(text, after=5, indent=indent, hang=indent, marker=marker))
        self.waiting = []


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    _opening(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amend(clauses)
    else:
        clauses.open(rng.choice(("Anliegen", "Worum es geht")))
        for sentence in rng.sample(AIMS, 2):
            clauses.say(sentence)
        clauses.open(rng.choice(("Mittel des Landes", "Landesmittel")))
        _funds(clauses)
        clauses.open(rng.choice(("Vorhaben", "Zu fördernde Vorhaben")))
        for text in aside_texts(w, OWN_ASIDES):
            clauses.put(text)
        _projects(clauses)
        clauses.open("Dauer")
        clauses.say("Gefördert wird, was in der Zeit {period} durchgeführt wird.", period=period(w))
        clauses.open(rng.choice(("Antrag, Bescheid, Nachweis", "Abwicklung")))
        clauses.say(
            "Die Mittel werden beim {authority} abgerufen, das hierzu einen Bescheid erteilt.",
            authority=w.authority(),
        )
        clauses.say(
            "Spätestens am {deadline} muss dort der Nachweis über die Verwendung vorliegen.",
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            clauses.say(
                "Die regionale Strategie mit Stand vom {day} ist jährlich zu überprüfen.",
                day=w.date(s.reference, "reference"),
            )
        clauses.open("Schluss")
        clauses.say("Von dieser Vereinbarung erhält jede Seite ein unterschriebenes Stück.")
    clauses.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "open-sans")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.25, 1.35)),
        header=rng.choice((None, s.file_mark)),
        header_on_first=True,
        footer=rng.choice(("- {page} -", "{page}")),
        footer_on_first=False,
        hyphenate=rng.random() < 0.3,
        left=72,
        right=68,
    )


def _opening(w: Writer) -> None:
    """The title in the middle; then each party with what it is called, and what they do together."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph((Run("zum "), *programme_names(w)), "center", after=4),
        Paragraph((Run("(Haushaltsjahr "), w.year(), Run(")")), "center", after=18),
    )
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        inserted = represented(w, index)
        lead = plain("und ") if index else ()
        space = plain(" ") if short else ()
        body: Text = (*lead, *name, *space, *short[:2], *(plain(")") if short else ()), *inserted)
        w.add(Paragraph(body, "left", after=1, indent=20, with_next=True))
        role = "Land" if index == 0 else f"örtlicher Partner{f' {index}' if len(s.parties) > 2 else ''}"
        w.add(Paragraph(plain(f"– {role} –"), "right", after=5))
    w.add(Paragraph(plain("kommen in den folgenden Punkten überein:"), "left", before=4, after=2))


def _amend(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.open("Gegenstand der Änderung")
    clauses.say("Geändert wird die am {day} unterzeichnete Zielvereinbarung.", day=amended(w))
    clauses.open("Neuer Betrag")
    old, new = replaced(w)
    clauses.say(
        w.rng.choice(
            (
                "Der Betrag für {clause_year}, bislang {old}, wird auf {new} neu festgesetzt.",
                "Statt {old} stehen für {clause_year} nunmehr {new} bereit.",
            )
        ),
        old=old,
        new=new,
    )
    clauses.open("Fortgeltung")
    clauses.say("Was hier nicht angesprochen ist, gilt weiter wie vereinbart.")
    clauses.say("Das {authority} erhält einen Abdruck.", authority=w.authority())


def _funds(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        last = s.clause_year + len(s.shares) - 1
        clauses.say(
            f"Über die Jahre {s.clause_year} bis {last} verteilt werden insgesamt {{total}} bereitgestellt.",
            total=amount,
        )
    elif s.budget == "one_line":
        clauses.say(
            "Für das Jahr {clause_year} gilt der nachstehende Höchstbetrag:{line}{total}",
            line=NEW_LINE,
            total=replace(amount, bold=True),
        )
    else:
        clauses.say(
            w.rng.choice(
                (
                    "Das Land beteiligt sich {clause_year} mit insgesamt {total}{words} an den Vorhaben.",
                    "Im Landeshaushalt {clause_year} sind hierfür {total}{words} vorgesehen.",
                )
            ),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    clauses.say("Ein Anspruch auf Zahlung entsteht erst mit dem Bescheid.")
    if years or s.budget == "two_programmes":
        if s.listing == "table":
            clauses.close()
            first = "Jahr" if years else "Aus dem"
            w.add(split_table(w, (first, "Betrag (EUR)"), "Insgesamt", shares=(2.6, 1.4)), Gap(2))
            return
        runs: list[Run] = []
        for part in parts(w):
            runs += [Run("; ") if part.index else Run("")]
            runs += [Run("für " if years else "aus dem "), *part.label, Run(": "), part.amount]
        clauses.say("Im Einzelnen {shares}.", shares=tuple(runs))


def _carrier(s: Scenario, name: str) -> str:
    return random.Random(f"{s.deadline}/{name}").choice(CARRIERS)


def _projects(clauses: _Clauses) -> None:
    """A table: the measure at the left, its projects line by line at the right, sums in a third column."""
    w, s = clauses.w, clauses.w.scenario
    clauses.say("Den Maßnahmenarten der Fördergrundsätze sind die Vorhaben wie folgt zugeordnet.")
    clauses.close()
    by_project, by_measure = s.budget == "by_project", s.budget == "by_measure"
    third = (by_project or by_measure) and s.listing == "table"
    w.tables += 1
    table = w.tables
    rows: list[tuple[Text, ...]] = []
    heads = ("Maßnahmenart", "Vorhaben und Träger", *(("EUR",) if third else ()))
    rows.append(tuple(plain(head, True) for head in heads))
    sums = (
        parts(
            w,
            style="cell" if third else None,
            table=table,
            rows=range(1, len(s.measures) + 1),
        )
        if by_measure
        else []
    )
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        left: Text = (Run(f"{measure.number}. "), title)
        told = [(Run("– "), name, Run(f" ({_carrier(s, name.text)})")) for name in names]
        if third and by_project:
            for i, (line, project) in enumerate(zip(told, measure.projects, strict=True)):
                run = project_sum(w, measure, project, style="cell", table=table, row=len(rows))
                rows.append((left if i == 0 else (), line, (run,)))
            continue
        if by_measure and not third:
            left = (*left, NEW_LINE, Run("("), sums[number].amount, Run(")"))
        right: list[Run] = []
        for i, (line, project) in enumerate(zip(told, measure.projects, strict=True)):
            right += [NEW_LINE] if i else []
            right += line
            right += _money(w, measure, project, len(rows))
        if by_project:
            right += [NEW_LINE, Run("zusammen: "), subtotal(w, measure, table=table, row=len(rows))]
        rows.append((left, tuple(right), *(((sums[number].amount,),) if third else ())))
    if third:
        run = total(w, style="cell", bold=True, table=table, row=len(rows))
        rows.append((plain("Insgesamt", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right") if third else ("left", "left")
    shares = (2.5, 3.0, 1.25) if third else (2.4, 3.4)
    ruled = s.ruled if s.ruled != "none" else "rows"
    w.add(Table(tuple(rows), shares, aligns, ruled, joined=1 if third and by_project else 0))


def _money(w: Writer, measure: Measure, project: Project, row: int) -> Text:
    if project.amount is None:
        return ()
    return (Run(", "), project_sum(w, measure, project, table=w.tables, row=row))


def _sign(w: Writer) -> None:
    """Place and date over their caption, the pen over a line, the name, the office; whom for at the top."""
    s = w.scenario
    columns = [_column(w, enter(w, signer)) for signer in s.signers]
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column,), before=16.0 if number else 24.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    for start in range(0, len(columns), across):
        row = columns[start : start + across]
        row += [()] * (across - len(row))
        w.add(
            SignatureColumns(
                tuple(row),
                before=14.0 if start else 26.0,
                gutter=14.0 if across == 3 else 28.0,
                scale=0.85 if across == 3 else 1.0,
            )
        )


def _column(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    article, name = one.organisation("accusative")
    organ = "Kreisausschuss" if one.signer.organisation.gender == "m" else "Magistrat"
    lines = [SignLine((Run(f"Für {article} "), name))]
    if w.scenario.signing == "organ" and one.signer.organisation.gender != "n":
        lines = [SignLine((Run(f"Für den {organ} "), *_genitive(one)))]
    lines += [SignLine(height=6.0), SignLine((one.place, Run(", den "), one.date))]
    if w.scenario.signing == "captions":
        lines.append(SignLine(plain("Ort, Datum")))
    lines.append(SignLine((), "rule", pen=one.name is not None, height=36.0))
    if w.scenario.signing == "captions":
        lines.append(SignLine(plain("Unterschrift")))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        name_line: Text = (Run(deputy), one.name)
        if w.scenario.signing == "brackets":
            name_line = (Run(f"{deputy}("), one.name, Run(")"))
        lines += [SignLine(name_line), SignLine((one.function,))]
    return tuple(lines)


def _genitive(one: Signature) -> Text:
    article, name = one.organisation("genitive")
    return (Run(article + " "), name)
