from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from samples.blocks import (
    Align,
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
from samples.wordings.days import WEEKDAYS, redated, short_month
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Für Fachliteratur kann jeder Projektträger pauschal {cap} ansetzen.",
    "Die Planzahl lautet {persons} Personen, verteilt auf {young} Lerngruppen.",
    "Ansprechstelle in Rechtsfragen ist das Justiziariat (Fernruf {phone}).",
    "Bislang wurden im Schnitt {past} jährlich ausgereicht.",
    "Umschichtungen bis zu {rate} Prozent eines Ansatzes sind anzeigefrei.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (berufsbegleitend)",
    "Initiative {name}",
    "{name} – Abschluss im zweiten Anlauf",
    "„{name}“",
    "Ausbildungsverbund {name}",
)
CARRIERS = ("Lernhaus Musterau", "IHK-Bildungshaus", "Berufsförderung Fiktiv e. V.", "Stadtteilwerkstatt Süd")
UNDERTAKINGS = (
    "Sie melden einander unverzüglich, wenn ein Projekt später anläuft, vorzeitig endet oder hinter seinen "
    "Planzahlen zurückbleibt.",
    "Druckwerke, Schilder und Netzauftritte der Projekte nennen das Land als Geldgeber.",
    "Vergaberecht, Beihilferecht und Datenschutz sind einzuhalten; Belege sind zehn Jahre aufzubewahren.",
    "Projekte für Menschen mit Fluchtgeschichte sind so zu planen, dass Sprache und Fach zusammen gelernt "
    "werden.",
)


class _Chapters:
    """ "Kapitel I", its heading beside or below it, and in it sentences that are counted 1., 2., …"""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.below = w.rng.random() < 0.5
        self.count = 0

    def open(self, title: str) -> None:
        w = self.w
        self.count = 0
        number = (Run("Kapitel ", bold=True), w.next_section())
        if self.below:
            w.add(
                Paragraph(number, "left", before=13, after=0, with_next=True),
                Paragraph((w.heading(title),), "left", after=5, with_next=True),
            )
            return
        line = (*number, Run(": ", bold=True), w.heading(title))
        w.add(Paragraph(line, "left", before=13, after=5, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.count}.")
        self.w.add(Paragraph(text, "justify", after=4, indent=22, hang=22, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((short_month, long_date)))
    s = replace(s, figures=rng.choice(("code_dash", "sign_first", s.figures)))
    w = Writer(s, rng, numbering="I")
    annexed = not s.amendment and rng.random() < 0.55
    _title(w)
    _partners(w)
    chapters = _Chapters(w)
    if s.amendment:
        chapters.open("Gegenstand dieses Schriftstücks")
        chapters.say("Die Absprache vom {day} erhält in einem Punkt eine neue Fassung.", day=amended(w))
        old, new = replaced(w)
        chapters.say(
            "Der Betrag für {clause_year} heißt jetzt {new} (vorher {old}).",
            old=old,
            new=new,
        )
        chapters.open("Übrige Regelungen")
        chapters.say(
            "Kein anderer Punkt ist betroffen. Zuständig ist das {authority}.", authority=w.authority()
        )
    else:
        _agree(chapters, annexed)
    _sign(w)
    if annexed:
        w.add(NewPage(), Paragraph(plain("Anlage 1: Verzeichnis der Projekte", True), "left", after=8))
        _projects(w)
    return w, Sheet(
        family=rng.choice(("source-serif", "caladea", "helvetica")),
        size=10.6,
        leading=1.37,
        header=rng.choice((None, s.file_mark)),
        header_align="right",
        header_on_first=True,
        footer=rng.choice(("{page}", "({page})", "Seite {page} von insgesamt {pages}")),
        footer_align="center",
        left=70,
        right=70,
    )


def _title(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("center", "left"))
    w.add(Paragraph((w.kind(), Run(" "), w.year(bold=True)), align, scale=1.5, after=4))
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" und ")] if index else []
        names.append(w.programme(index))
    w.add(Paragraph((Run("("), *names, Run(")")), align, after=16))


def _partners(w: Writer) -> None:
    """Counted, each with its seat or its organ and the name it goes by."""
    w.add(Paragraph(plain("Vertragspartner sind:"), "left", after=4, with_next=True))
    last = len(w.scenario.parties) - 1
    for index, party in enumerate(w.scenario.parties):
        alias = "Land" if index == 0 else "Partner" if last == 1 else f"Partner {index}"
        organ = represented(w, index)
        seat = () if organ else (Run(f", {party.seat}"),)
        text = (*w.party(index, "nominative", mark=True), *organ, *seat, Run(f" [{alias}]"))
        marker = plain(f"{index + 1}.")
        w.add(Paragraph(text, "left", after=4, indent=40, hang=20, marker=marker))
    w.add(Gap(4))


def _agree(chapters: _Chapters, annexed: bool) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.open(rng.choice(("Grundsätze der Zusammenarbeit", "Selbstverpflichtungen")))
    for sentence in rng.sample(UNDERTAKINGS, 2):
        chapters.say(sentence)
    chapters.open(rng.choice(("Geldleistung", "Landesmittel")))
    _funds(chapters)
    start = len(w.blocks)
    asides(w, OWN_ASIDES)
    said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
    del w.blocks[start:]
    for one in said:
        chapters.put(one.text)
    chapters.open(rng.choice(("Projekte", "Einsatz der Mittel")))
    if annexed:
        chapters.say("Wofür die Mittel einzusetzen sind, steht in Anlage 1 hinter den Unterschriften.")
    else:
        chapters.say("Die Mittel sind für diese Projekte einzusetzen:")
        _projects(w)
    chapters.open("Vollzug")
    chapters.say("Mit dem Vollzug wird das {authority} betraut.", authority=w.authority())
    chapters.say(
        "Der Schlussbericht ist fällig am {weekday}, dem {deadline}.",
        weekday=WEEKDAYS[s.deadline.weekday()],
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        chapters.say("Zugrunde liegt der Kabinettsbeschluss vom {day}.", day=w.date(s.reference, "reference"))
    chapters.open("Wirksamkeit")
    chapters.say(
        "Das Dokument entfaltet Wirkung ab {start} und tritt am {end} außer Kraft.",
        start=w.date(date(s.year, 1, 1), "period_start", short_month(date(s.year, 1, 1))),
        end=w.date(date(s.year, 12, 31), "period_end", short_month(date(s.year, 12, 31))),
    )


def _funds(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    spelled = (Run(" – buchstäblich: "), words, Run(" –")) if words else ""
    if years:
        chapters.say("Für alle Rechnungsjahre zusammen wird {total} veranschlagt.", total=amount)
    else:
        chapters.say(
            rng.choice(
                (
                    "Das Land bringt im Rechnungsjahr {clause_year} {total}{words} auf.",
                    "Aus Landesmitteln fließen {r_dat} im Rechnungsjahr {clause_year} {total}{words} zu.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "list":
        found = parts(w)
        what = {"by_year": " im Rechnungsjahr ", "two_programmes": " über das "}.get(s.budget, " – ")
        for part in found:
            text = (part.amount, Run(what), *part.label)
            w.add(Paragraph(text, "left", after=2, indent=56, hang=14, marker=plain("*")))
        w.add(Gap(4))
        return
    _split(w, None if years else s.clause_year)


def _split(w: Writer, year: int | None) -> None:
    """Share in per cent before the sum, the total in the first row or in the last."""
    s = w.scenario
    w.tables += 1
    size = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    first = w.rng.random() < 0.4
    values = [measure.amount or s.total for measure in s.measures] if s.budget == "by_measure" else s.shares
    found = parts(w, style="cell", table=w.tables, rows=range(2, size + 2) if first else range(1, size + 1))
    run = total(w, style="cell", bold=True, table=w.tables, row=1 if first else size + 1, year=year)
    rows: list[tuple[Text, ...]] = []
    for part, value in zip(found, values, strict=True):
        percent = f"{value / sum(values) * 100:.1f}".replace(".", ",")
        rows.append((part.label, plain(percent), (part.amount,)))
    whole: tuple[Text, ...] = (plain("insgesamt", True), plain("100,0"), (run,))
    rows.insert(0 if first else len(rows), whole)
    head = (plain("Verwendung", True), plain("v. H.", True), plain("EUR", True))
    w.add(Table((head, *rows), (3.6, 0.8, 1.4), ("left", "right", "right"), s.ruled))


def _projects(w: Writer) -> None:
    """P-1, P-2, … through all measures: as cards, as lists, or in a table."""
    s = w.scenario
    numbers = count(1)
    if s.budget == "by_project" and s.listing == "table":
        _table(w, numbers)
    elif w.rng.random() < 0.5:
        _cards(w, numbers)
    else:
        _lists(w, numbers)


def _cards(w: Writer, numbers: Iterator[int]) -> None:
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            what = title if i == 0 else Run(measure.title)
            lines: list[Text] = [(Run(f"Maßnahmenart {measure.number}, "), what)]
            lines.append(plain(f"Projektträger: {w.rng.choice(CARRIERS)}"))
            if project.amount is not None:
                lines.append((Run("Landesmittel: "), project_sum(w, measure, project)))
            own, head = plain(f"P-{next(numbers)}", True), (replace(name, bold=True),)
            w.add(Paragraph(head, "left", before=4, after=1, indent=44, hang=44, marker=own, with_next=True))
            for line in lines:
                last = line is lines[-1]
                w.add(
                    Paragraph(line, "left", scale=0.95, after=6 if last else 0, indent=44, with_next=not last)
                )


def _lists(w: Writer, numbers: Iterator[int]) -> None:
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        summed = w.scenario.budget == "by_project" and len(names) > 1
        more: Text = (Run(" ["), subtotal(w, measure), Run("]")) if summed else ()
        marker = plain(f"({measure.number})")
        w.add(
            Paragraph(
                (title, *more), "left", before=4, after=2, indent=44, hang=22, marker=marker, with_next=True
            )
        )
        for name, project in zip(names, measure.projects, strict=True):
            money = project_money(w, measure, project, " = ")
            own = plain(f"P-{next(numbers)}")
            w.add(Paragraph((name, *money), "left", after=2, indent=84, hang=32, marker=own))
    w.add(Gap(4))


def _table(w: Writer, numbers: Iterator[int]) -> None:
    s = w.scenario
    w.tables += 1
    heads = ("Kennung", "Projekt", "EUR", "Maßnahmenart")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
            what: Text = (Run(f"{measure.number} – "), title) if i == 0 else plain("wie vor")
            rows.append((plain(f"P-{next(numbers)}"), (name,), (run,), what))
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Alle Projekte", True), (run,), ()))
    w.add(Table(tuple(rows), (0.8, 2.3, 1.2, 2.4), ("left", "left", "right", "left"), s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """All beside each other: name, office, whom for, and at the foot when and where."""
    typed = w.rng.random() < 0.4
    bare = w.rng.random() < 0.5
    columns = [_column(enter(w, signer), typed, bare) for signer in w.scenario.signers]
    for start in range(0, len(columns), 3):
        row = columns[start : start + 3]
        row += [()] if len(row) == 1 else []
        narrow = len(row) > 2
        w.add(
            SignatureColumns(
                tuple(row),
                before=28.0 if start == 0 else 16.0,
                gutter=14.0 if narrow else 30.0,
                scale=0.88 if narrow else 1.0,
            )
        )


def _column(one: Signature, typed: bool, bare: bool) -> tuple[SignLine, ...]:
    signed = one.name is not None
    lines = [SignLine(line="none" if typed and signed else "rule", pen=signed and not typed)]
    if one.name and one.function:
        deputy = "In Vertretung " if one.signer.deputising else ""
        lines += [
            SignLine((Run("gez. " if typed else ""), one.name)),
            SignLine((Run(deputy), one.function)),
        ]
    if bare:
        lines.append(SignLine((one.bare_organisation,)))
    else:
        article, organisation = one.organisation("accusative")
        lines.append(SignLine((Run(f"für {article} "), organisation)))
    return (*lines, SignLine(height=5.0), SignLine((one.place, Run(", "), one.date)))
