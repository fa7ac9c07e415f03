"""Of the test split: left shut by everybody who works on how papers are understood."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Divider, Gap, NewPage, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import Part, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Einzelfallhilfen über {cap} sind zuvor mit der Bewilligungsstelle abzustimmen.",
    "Vorgesehen sind {persons} Plätze, davon {young} in Kursen außerhalb der Kernorte.",
    "Fragen der Fraktionen beantwortet der Fachdienst unter {phone} vorab.",
    "Die freiwilligen Leistungen belaufen sich derzeit auf {past}.",
    "Die Vermittlungsquote betrug im letzten abgeschlossenen Jahr {rate} %.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} [neu]",
    "Quartiersprojekt {name}",
    "{name} mit Praktikum",
    "Qualifizierung {name}",
    "{name} – ländlicher Raum",
)
CARRIERS = (
    ("die", "Volkshochschule"),
    ("den", "Internationalen Bund"),
    ("das", "Berufsbildungszentrum"),
    ("die", "Kreishandwerkerschaft"),
    ("den", "Verein Jugendwerk e. V."),
    ("die", "Arbeitsförderung gGmbH"),
)
_CENT = Decimal("0.01")


class _Paragraphs:
    """ "§ 1. Heading" at the left, sentences below it without numbers."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        text = (Run("§ ", bold=True), self.w.next_section(), Run(". ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=11, after=4, with_next=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, after=5, with_next=with_next))

    def beside(self, caption: str, sentence: str, **filled: Run | Text | str) -> None:
        """What the council's paper says beside a caption in its margin."""
        text = self.w.fill(sentence, **{**self.words, **filled})
        marker = plain(caption, True) if caption else ()
        self.w.add(Paragraph(text, "left", after=7, indent=112, hang=112, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    paragraphs = _Paragraphs(w)
    number = f"{rng.randint(21, 398)}/{s.year}"
    _paper(paragraphs, number)
    w.add(
        NewPage(),
        Paragraph(plain(f"Anlage zur Drucksache {number}"), "right", scale=0.9, after=14),
    )
    _title(w)
    if s.amendment:
        _amend(paragraphs)
    else:
        _agree(paragraphs)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "source-serif")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.28, 1.38)),
        header=rng.choice((None, f"Drucksache {number}")),
        header_align="right",
        footer=rng.choice(("{page}", "Seite {page} von {pages}")),
        footer_align="center",
        left=68,
        right=68,
    )


def _day(w: Writer, day: date, role: str) -> Run:
    return w.date(day, role, full_figures(day))


def _signed(s: Scenario) -> date:
    return max((one.day for one in s.signers if one.day), default=date(s.year, 6, 30))


def _paper(paragraphs: _Paragraphs, number: str) -> None:
    """The council's own paper: where it will be dealt with, what it is about, what it costs."""
    w, s, rng = paragraphs.w, paragraphs.w.scenario, paragraphs.w.rng
    county = s.recipients[0].gender == "m"
    council = "Kreistag" if county else "Stadtverordnetenversammlung"
    board = "Kreisausschuss" if county else "Magistrat"
    w.add(
        Paragraph(plain(council.upper()), "left", scale=1.4, after=2),
        Paragraph(plain(f"Mitteilungsvorlage · Drucksache {number}"), "left", after=2),
        Paragraph(
            plain(f"Federführung: Dezernat {rng.choice(('II', 'III'))}, Fachdienst Arbeit"), "left", after=4
        ),
        Divider(1.0, before=2, after=10),
    )
    meeting = _signed(s) + timedelta(days=rng.randint(9, 20))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Beratungsfolge", "Sitzung am", ""))]
    for name, wait, manner in (
        (board, 0, "nicht öffentlich"),
        ("Ausschuss für Arbeit und Soziales", rng.randint(6, 12), "öffentlich"),
        (council, rng.randint(14, 24), "öffentlich"),
    ):
        held = meeting + timedelta(days=wait)
        rows.append((plain(name), (_day(w, held, "other"),), plain(manner)))
    w.add(Table(tuple(rows), (3.0, 1.3, 1.4), ("left", "left", "left"), s.ruled, padding=3.0, after=14.0))
    programmes = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    partner = w.party(0, "dative", mark=True)
    paragraphs.beside(
        "Betreff:",
        "{kind} {year} mit {partner}: {programmes}",
        kind=replace(w.kind(), bold=True),
        year=w.year(bold=True),
        partner=partner,
        programmes=programmes,
    )
    if s.amendment:
        old, new = replaced(w)
        paragraphs.beside(
            "Sachverhalt:",
            "Das Budget {clause_year} wird von {old} auf {new} angehoben. Die Vereinbarung ist beigefügt.",
            old=old,
            new=new,
        )
        paragraphs.beside("Kosten:", "keine; die Mehrausgaben trägt das Land.")
    else:
        _cost(paragraphs)
    paragraphs.beside(
        "Beschluss:", f"Der {council} nimmt Kenntnis." if county else f"Die {council} nimmt Kenntnis."
    )
    paragraphs.beside("Anlagen:", "1")


def _cost(paragraphs: _Paragraphs) -> None:
    """What the budget of the county has to bear, with what comes from the Land."""
    w, s, rng = paragraphs.w, paragraphs.w.scenario, paragraphs.w.rng
    years = s.budget == "by_year"
    past, _ = w.amount(
        (s.total * rng.randint(88, 108) / 100).quantize(Decimal("1")).quantize(_CENT),
        "other",
        year=s.year - 1,
    )
    paragraphs.beside(
        "Sachverhalt:",
        "Die Vereinbarung ist unterzeichnet und in Abschrift beigefügt. Zuletzt ({last}) lag das Budget bei "
        "{past}. Der Ausschuss hat die Schwerpunkte bereits beraten.",
        last=str(s.year - 1),
        past=past,
    )
    own = Decimal(rng.randint(120, 1_900) * 100).quantize(_CENT)
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    head = f"{s.clause_year} ff." if years else str(s.clause_year)
    rows: list[tuple[Text, ...]] = [(plain("Finanzielle Auswirkungen", True), plain(f"EUR ({head})", True))]
    run = total(w, row=1, year=None if years else s.clause_year, **entry)
    rows.append((plain("Erträge (Zuweisung des Landes)"), (run,)))
    for row, (name, value) in enumerate((("Aufwendungen", s.total + own), ("Zuschussbedarf", own)), start=2):
        run, _ = w.amount(value, "other", row=row, **entry)
        rows.append((plain(name), (run,)))
    ruled = "rows" if s.ruled == "none" else s.ruled
    w.add(Table(tuple(rows), (3.4, 1.6), ("left", "right"), ruled, padding=3.0, after=12.0, together=True))


def _title(w: Writer) -> None:
    """The agreement itself begins: its title in the middle, its sides in one sentence."""
    s = w.scenario
    words = roles(w)
    title = (w.kind(), Run(" ", bold=True), w.year(bold=True))
    w.add(Paragraph(title, "center", scale=1.4, after=10))
    sides: list[Text] = []
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        short = abbreviation(w) if index == 0 else ()
        noun = short[1] if short else Run(words["takes" if index else "gives"].partition(" ")[2])
        called = (Run(" ("), noun, Run(")")) if index == 0 or len(s.recipients) == 1 else ()
        name = w.party(index, "dative", mark=True)
        close = plain(",") if inserted and index >= len(s.parties) - 2 else ()
        sides.append((*name, *called, *inserted, *close))
    text = (Run("Zwischen "), *enumerated(sides), Run(" wird zum "), *_names(w))
    w.add(Paragraph((*text, Run(" nachstehende Vereinbarung getroffen:")), after=4))


def _names(w: Writer) -> Text:
    return enumerated([(w.programme(index),) for index in range(len(w.scenario.programmes))], " und zum ")


def _amend(paragraphs: _Paragraphs) -> None:
    w, s = paragraphs.w, paragraphs.w.scenario
    paragraphs.open("Änderung")
    old, new = replaced(w)
    paragraphs.say(
        "In der Vereinbarung vom {day} treten für das Jahr {clause_year} an die Stelle von {old} nunmehr "
        "{new}.",
        day=w.date(s.amended_day, "amended_agreement") if s.amended_day else amended(w),
        old=old,
        new=new,
    )
    paragraphs.open("Ausführung")
    paragraphs.say(
        "{Takes} {asks} beim {authority} um einen geänderten Bescheid nach. Sonst bleibt es beim Wortlaut.",
        asks=verb(w, "sucht", "suchen"),
        authority=w.authority(),
    )


def _agree(paragraphs: _Paragraphs) -> None:
    w, s, rng = paragraphs.w, paragraphs.w.scenario, paragraphs.w.rng
    paragraphs.open(rng.choice(("Zweck", "Anliegen")))
    paragraphs.say(
        "Wer auf dem Weg in Ausbildung oder Beschäftigung Unterstützung braucht, soll sie wohnortnah finden. "
        "{Gives} und {takes} stimmen die Angebote dafür gemeinsam ab."
    )
    paragraphs.open(rng.choice(("Projekte", "Angebote vor Ort")))
    _projects(paragraphs)
    paragraphs.open(rng.choice(("Zuweisung", "Zuweisung des Landes")))
    _money(paragraphs)
    paragraphs.open("Meilensteine")
    _steps(paragraphs)
    paragraphs.open(rng.choice(("Dauer", "Zeitlicher Geltungsbereich")))
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    start, end = date(s.year, 1, 1), date(s.year + later, 12, 31)
    paragraphs.say(
        "Diese Vereinbarung erfasst den Zeitraum ab {start}; sie läuft am {end} aus, ohne dass es einer "
        "Kündigung bedarf.",
        start=w.date(start, "period_start"),
        end=w.date(end, "period_end"),
    )
    for text in aside_texts(w, OWN_ASIDES):
        paragraphs.say("{text}", text=text)


def _facts(s: Scenario, project: Project) -> tuple[str, str, int]:
    dice = random.Random(f"{s.year}:{project.name}:{s.deadline}")
    return *dice.choice(CARRIERS), dice.randint(3, 90)


def _projects(paragraphs: _Paragraphs) -> None:
    """Under each Maßnahmenart letters with who carries the project out; with sums also what it costs."""
    w, s = paragraphs.w, paragraphs.w.scenario
    sums = parts(w) if s.budget == "by_measure" and s.listing == "list" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        money: Text = (Run(" mit "), sums[number].amount) if sums else ()
        lead = (Run(f"Maßnahmenart {measure.number} ("), title, Run(")"), *money, Run(":"))
        w.add(Paragraph(lead, "left", before=3, after=2, with_next=True))
        if s.budget == "by_project" and s.listing == "table":
            _table(w, measure, names)
            continue
        for letter, name, project in zip("abcdef", names, measure.projects, strict=False):
            article, carrier, _ = _facts(s, project)
            text: Text = (name, Run(f" durch {article} {carrier}"))
            if project.amount is not None:
                granted = project_sum(w, measure, project)
                whole, _ = w.amount(_whole(s, project), "other")
                text = (*text, Run(", Landesanteil "), granted, Run(" von "), whole)
            w.add(Paragraph(text, "left", after=2, indent=34, hang=16, marker=plain(f"{letter})")))
        if s.budget == "by_project" and len(names) > 1:
            text = (Run("Landesanteile zusammen: "), subtotal(w, measure))
            w.add(Paragraph(text, "left", after=3, indent=34))
    w.add(Gap(3))


def _whole(s: Scenario, project: Project) -> Decimal:
    """All that a project costs, whoever pays it."""
    return (project.amount or Decimal(0)) + Decimal(_facts(s, project)[2] * 500).quantize(_CENT)


def _table(w: Writer, measure: Measure, names: list[Run]) -> None:
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Träger", "Projekt", "Gesamtkosten (EUR)", "Landesanteil (EUR)")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for name, project in zip(names, measure.projects, strict=True):
        whole, _ = w.amount(_whole(s, project), "other", row=len(rows), **entry)
        run = project_sum(w, measure, project, row=len(rows), **entry)
        rows.append((plain(_facts(s, project)[1].replace("nalen ", "naler ")), (name,), (whole,), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (1.9, 2.5, 1.3, 1.3), aligns, s.ruled, padding=2.6, after=6.0, together=True))


def _money(paragraphs: _Paragraphs) -> None:
    w, s, rng = paragraphs.w, paragraphs.w.scenario, paragraphs.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    paragraphs.say(
        "{Gives} weist {takes_dat} über die Laufzeit verteilt insgesamt {total} zu."
        if years
        else rng.choice(
            (
                "{Gives} weist {takes_dat} für {clause_year} einen Betrag von {total}{words} zu.",
                "Die Zuweisung für {clause_year} beträgt {total}{words} und ist zweckgebunden.",
            )
        ),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if years or s.budget == "two_programmes" or (s.budget == "by_measure" and s.listing == "table"):
        _split(paragraphs)
    paragraphs.say("Nicht benötigte Beträge sind bis zum Ablauf des Folgemonats zu erstatten.")


def _split(paragraphs: _Paragraphs) -> None:
    """A column for each part, the names above and the sums below; or a line for each."""
    w, s = paragraphs.w, paragraphs.w.scenario
    lead = {"by_year": "Jahr ", "by_measure": "", "two_programmes": ""}[s.budget]
    if s.listing == "list":
        for part in parts(w):
            text = (Run(lead), *part.label, Run(" – "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=34, hang=16, marker=plain("–")))
        w.add(Gap(4))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=[1] * count)
    rows: tuple[tuple[Text, ...], ...] = (
        tuple(_column_head(w, part) for part in found),
        tuple((part.amount,) for part in found),
    )
    center: Align = "center"
    w.add(Table(rows, (1.0,) * count, (center,) * count, s.ruled, padding=3.0, after=8.0, together=True))


def _column_head(w: Writer, part: Part) -> Text:
    s = w.scenario
    if s.budget == "by_measure":
        return plain(f"Maßnahmenart {s.measures[part.index].number}")
    return (Run("Jahr "), *part.label) if s.budget == "by_year" else part.label


def _steps(paragraphs: _Paragraphs) -> None:
    """Days before what is to be reached on them."""
    w, s = paragraphs.w, paragraphs.w.scenario
    first = max(date(s.year, 9, 30), _signed(s) + timedelta(days=10))
    lines = (
        (first, "deadline", "Alle Kurse sind besetzt und dem Land gemeldet."),
        (date(s.year, 12, 5), "deadline", "Die Mittel sind vollständig abgerufen."),
        (s.deadline, "deadline", "Der Verwendungsnachweis liegt vor."),
    )
    for day, role, what in lines:
        text = (_day(w, day, role), Run(f"  {what}"))
        w.add(Paragraph(text, "left", after=2, indent=34, hang=16, marker=plain("–")))
    w.add(Gap(3))
    if s.reference:
        paragraphs.say(
            "Abgerufen und nachgewiesen wird beim {authority}, wie in der Besprechung am {day} erläutert.",
            authority=w.authority(),
            day=w.date(s.reference, "reference"),
        )
    else:
        paragraphs.say("Abgerufen und nachgewiesen wird beim {authority}.", authority=w.authority())


def _sign(w: Writer) -> None:
    """As in a copy: place and day, then "gez." with name, office and body, one under the other."""
    w.add(Gap(10))
    for signer in w.scenario.signers:
        one = enter(w, signer)
        w.add(
            Paragraph((one.place, Run(", "), one.date), "left", before=10, after=3, with_next=True),
            Paragraph(_hand(one, w.scenario.signing), "left", after=6, indent=34),
        )


def _hand(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    article, name = one.organisation("accusative")
    whose: Text = (Run(f"für {article} "), name)
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        whose = (Run(f"für den {'Kreisausschuss' if party.gender == 'm' else 'Magistrat'} {article} "), name)
    if not (one.name and one.function):
        return (*whose, Run(": " + "_" * 22))
    deputy = "i. V. " if one.signer.deputising else ""
    bracket = form == "brackets"
    office: Text = (Run(" ("), one.function, Run(")")) if bracket else (Run(", "), one.function)
    return (*whose, Run(f": gez. {deputy}"), one.name, *office)
