"""As a ministry of economics typed about 2010: Roman numerals, budget lines, letters for measures."""

from __future__ import annotations

import random

from samples.blocks import Align, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.money import parts, project_sum, replaced, split_table, subtotal, total, total_in_words
from samples.wordings.parts import Draft, amended, aside_texts, period, programme_genitives, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Reisekosten der Beteiligten werden je Vorhaben mit höchstens {cap} als notwendig angesehen.",
    "Nach der Bedarfsmeldung kommen {persons} Personen in Betracht, darunter {young} mit Sprachförderbedarf.",
    "Rückfragen zur Bewirtschaftung nimmt das Haushaltsreferat entgegen (Fernruf {phone}).",
    "In den abgelaufenen Haushaltsjahren wurden jeweils etwa {past} verausgabt.",
    "Bei Überschreitung eines Einzelansatzes um mehr als {rate} v. H. ist vorher Zustimmung einzuholen.",
)
CARRIERS = (
    ("Wirtschaftsakademie Musterau", "Musterau"),
    ("Innungsverband Probestadt", "Probestadt"),
    ("Berufsbildungszentrum Beispieltal", "Beispieltal"),
    ("Verein Arbeit und Lernen Exempelhausen", "Exempelhausen"),
)
GROUNDS = (
    "Die heimische Wirtschaft meldet einen wachsenden Bedarf an ausgebildeten Kräften.",
    "Zugleich bleibt ein Teil der Bewerberinnen und Bewerber ohne Ausbildungsvertrag.",
    "Die Landesregierung bündelt ihre Förderung deshalb in einem Budget, über dessen Einsatz in der Region "
    "entschieden wird.",
)


class _Chapters:
    def __init__(self, w: Writer) -> None:
        self.w = w
        self.align: Align = w.rng.choice(("left", "center"))

    def open(self, title: str) -> None:
        text = (self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, self.align, before=14, after=6, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=6))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    budget_line = f"Kapitel 08 {rng.randint(5, 16):02d} Titel 633 {rng.randint(70, 86)}"
    _opening(w, budget_line)
    chapters = _Chapters(w)
    if s.amendment:
        _amend(chapters)
    else:
        chapters.open(rng.choice(("Vorbemerkung", "Ausgangslage")))
        chapters.say(" ".join(GROUNDS[: rng.choice((2, 3))]))
        if s.reference:
            chapters.say(
                "Das Hessische Ministerium der Finanzen hat mit Schreiben vom {day} zugestimmt.",
                day=w.date(s.reference, "reference"),
            )
        chapters.open(rng.choice(("Verpflichtungen vor Ort", "Durchführung")))
        _projects(chapters)
        chapters.open(rng.choice(("Finanzierung", "Verpflichtungen des Landes")))
        _funds(chapters, budget_line)
        for text in aside_texts(w, OWN_ASIDES):
            w.add(Paragraph(text))
        chapters.open("Bewirtschaftung")
        chapters.say(
            "Bewilligungsbehörde ist das {authority}. Ihm ist die Verwendung der Mittel bis zum {deadline} "
            "zahlenmäßig und in einem Bericht darzulegen.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        chapters.say("Der Hessische Rechnungshof ist zur Prüfung berechtigt.")
        chapters.open("Zeitraum, Ausfertigungen")
        chapters.say("Der Bewilligungszeitraum läuft {period}.", period=period(w))
        chapters.say("Ausgefertigt sind so viele Urschriften, wie Beteiligte unterschreiben.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.5, 12.0)),
        leading=rng.choice((1.3, 1.45)),
        header="- {page} -",
        header_align="center",
        footer=None,
        left=80,
        right=74,
        top=82,
        bottom=70,
    )


def _opening(w: Writer, budget_line: str) -> None:
    """The budget line and file mark small at the top; the title; the parties as members of a list."""
    s = w.scenario
    mark = f"{s.file_mark} – " if s.file_mark else ""
    w.add(
        Paragraph(plain(f"{mark}{budget_line}"), "right", scale=0.85, after=20),
        Paragraph((w.kind(),), "center", scale=1.4, after=4),
        Paragraph((Run("über den Einsatz des "), *programme_genitives(w)), "center", after=4),
        Paragraph((Run("im Haushaltsjahr "), w.year()), "center", after=16),
        Paragraph(plain("Es verpflichten sich gegenseitig"), "left", after=6),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        name = w.party(index, "nominative", mark=True)
        inserted = represented(w, index)
        tail = "." if index == last else ", und" if index == last - 1 else ","
        w.add(
            Paragraph((*name, *inserted, Run(tail)), "left", after=4, indent=40, hang=16, marker=plain("–"))
        )


def _amend(chapters: _Chapters) -> None:
    w = chapters.w
    chapters.open("Bezug")
    chapters.say(
        "Diese Urkunde tritt ergänzend neben die Zielvereinbarung, die das Datum vom {day} trägt.",
        day=amended(w),
    )
    chapters.open("Neufassung des Ansatzes")
    old, new = replaced(w)
    chapters.say(
        w.rng.choice(
            (
                "Der Ansatz des Haushaltsjahres {clause_year} von {old} ist überholt; er lautet nun {new}.",
                "Im Haushaltsjahr {clause_year} tritt an die Stelle des Ansatzes von {old} einer von {new}.",
            )
        ),
        old=old,
        new=new,
    )
    chapters.open("Vollzug")
    chapters.say("Den Vollzug übernimmt das {authority}.", authority=w.authority())


def _projects(chapters: _Chapters) -> None:
    """Letters for the measures, dashes with quoted names and their carriers in brackets below."""
    w, s = chapters.w, chapters.w.scenario
    chapters.say("Gefördert und in eigener Verantwortung umgesetzt werden folgende Vorhaben:")
    measures_told = s.budget == "by_measure" and s.listing == "list"
    sums = [part.amount for part in parts(w)] if measures_told else []
    numbered = s.budget in ("by_measure", "by_project") or w.rng.random() < 0.5
    if s.budget == "by_project" and s.listing == "table":
        _table(w)
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number, numbered=numbered)
        lead = f"Maßnahmenart {measure.number}: " if numbered else ""
        text: Text = (Run(lead), title)
        if sums:
            text = (*text, Run(", Ansatz: "), sums[number])
        elif s.budget == "by_project":
            text = (*text, Run(", zusammen "), subtotal(w, measure))
        marker = plain("abcdef"[number] + ")")
        w.add(Paragraph(text, "left", before=3, after=2, indent=22, hang=22, marker=marker, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            carrier, place = random.Random(f"{s.deadline}/{name.text}/b").choice(CARRIERS)
            line: Text = (Run("„"), name, Run(f"“ ({carrier}, {place})"))
            if project.amount is not None:
                line = (*line, Run(" – "), project_sum(w, measure, project))
            w.add(Paragraph(line, "left", after=1.5, indent=40, hang=14, marker=plain("-")))


def _table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Vorhaben", True), plain("Träger", True), plain("Ansatz EUR", True))
    ]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        rows.append(((Run(f"{'abcdef'[number]}) Maßnahmenart {measure.number}: "), title),))
        for name, project in zip(names, measure.projects, strict=True):
            carrier, _ = random.Random(f"{s.deadline}/{name.text}/b").choice(CARRIERS)
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            rows.append(((name,), plain(carrier), (run,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append((plain("Ansätze insgesamt", True), (), (run,)))
    w.add(Table(tuple(rows), (2.4, 2.3, 1.4), ("left", "left", "right"), s.ruled))


def _funds(chapters: _Chapters, budget_line: str) -> None:
    w, s = chapters.w, chapters.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    said = (Run(" (in Worten: "), words, Run(")")) if words else ""
    if years:
        chapters.say(
            f"Aus {budget_line} wird ein Gesamtrahmen von {{total}} zugesagt, der sich über mehrere "
            "Haushaltsjahre erstreckt.",
            total=amount,
        )
        _years(chapters)
    elif s.budget == "one_line":
        chapters.say(f"Aus {budget_line} wird für das Haushaltsjahr {{clause_year}} zugesagt:")
        w.add(Paragraph((amount,), "center", before=2, after=8))
    else:
        chapters.say(
            w.rng.choice(
                (
                    f"Aus {budget_line} wird für das Haushaltsjahr {{clause_year}} ein Betrag bis zu "
                    "{total}{words} zugesagt.",
                    "Der Ansatz für das Haushaltsjahr {clause_year} ist mit {total}{words} beziffert.",
                )
            ),
            total=amount,
            words=said,
        )
    if s.budget == "two_programmes" and s.listing == "table":
        w.add(split_table(w, ("Budget", "Ansatz EUR"), "Ansätze insgesamt"))
    elif s.budget == "two_programmes":
        first, second = parts(w)
        chapters.say(
            "Dieser Betrag besteht aus {first} für das {one} und {second} für das {two}.",
            first=first.amount,
            one=first.label,
            second=second.amount,
            two=second.label,
        )
    elif s.budget == "by_measure" and s.listing == "table":
        w.tables += 1
        found = parts(w, style="cell", table=w.tables, rows=range(1, len(s.measures) + 1))
        rows: list[tuple[Text, ...]] = [(plain("Maßnahmenart", True), plain("Ansatz EUR", True))]
        for part in found:
            rows.append(((Run(f"{s.measures[part.index].number} – "), *part.label), (part.amount,)))
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Ansätze insgesamt", True), (run,)))
        w.add(Table(tuple(rows), (3.4, 1.4), ("left", "right"), s.ruled))
    chapters.say("Die Zusage gilt vorbehaltlich der Bereitstellung durch den Haushaltsgesetzgeber.")


def _years(chapters: _Chapters) -> None:
    """The first year from the budget, the others as commitments: a sentence or a table."""
    w, s = chapters.w, chapters.w.scenario
    if s.listing == "list":
        found = parts(w)
        later: list[Run] = []
        for part in found[1:]:
            later += [Run(" und " if part is found[-1] else ", ")] if part.index > 1 else []
            later += [part.amount, Run(" für "), *part.label]
        chapters.say(
            "Im Jahr {first} werden {amount} kassenwirksam. Zu Lasten der folgenden Jahre sind als "
            "Verpflichtungsermächtigung ausgebracht: {later}.",
            first=found[0].label,
            amount=found[0].amount,
            later=tuple(later),
        )
        return
    w.tables += 1
    count = len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    rows: list[tuple[Text, ...]] = [(plain("Haushaltsjahr", True), plain("Art", True), plain("EUR", True))]
    for part in found:
        sort = "Verpflichtungsermächtigung" if part.index else "Haushaltsansatz"
        rows.append((part.label, plain(sort), (part.amount,)))
    run = total(w, style="cell", bold=True, table=w.tables, row=count + 1, year=None)
    rows.append((plain("Rahmen", True), (), (run,)))
    w.add(Table(tuple(rows), (1.3, 2.4, 1.4), ("left", "left", "right"), s.ruled))


def _sign(w: Writer) -> None:
    """One party below the other: place and day, whom for, the pen, the name, the office."""
    s = w.scenario
    brackets = s.signing == "brackets" or w.rng.random() < 0.5
    blocks: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            if dated:
                lines.append(SignLine((one.place, Run(", "), one.date), height=20.0))
            if number == 0:
                article, name = one.organisation("accusative")
                lines.append(SignLine((Run(f"Für {article} "), name)))
            lines += _hand(one, brackets)
        blocks.append(tuple(lines))
    if s.signature_form == "two_columns" and len(blocks) == 2:
        w.add(SignatureColumns(tuple(blocks), before=24.0, gutter=18.0))
        return
    for number, block in enumerate(blocks):
        w.add(SignatureColumns((block,), before=16.0 if number else 24.0))


def _hand(one: Signature, brackets: bool) -> list[SignLine]:
    lines = [SignLine(plain("In Vertretung") if one.signer.deputising else ())] if one.name else []
    lines.append(SignLine((), "none", pen=one.name is not None, height=40.0))
    if one.name and one.function:
        lines.append(SignLine((Run("("), one.name, Run(")")) if brackets else (one.name,)))
        lines.append(SignLine((one.function,)))
    else:
        lines.append(SignLine(plain("." * 40)))
    return lines
