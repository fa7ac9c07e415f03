"""Another family: a centre shared by counties and cities; "der Beteiligte zu 1." pays, a column for each."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.parts import Draft, aside_texts, enumerated, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Für Einsätze außerhalb des Gebiets wird eine Pauschale von {cap} erhoben.",
    "Im Dienstplan stehen {persons} Kräfte, darunter {young} in Ausbildung.",
    "Die Störungsstelle ist unter {phone} ständig besetzt.",
    "Die Beschaffung der Funktechnik hat {past} gekostet.",
    "Steigt der Verbraucherpreisindex um mehr als {rate} %, ist neu zu verhandeln.",
)
TASKS = (
    ("die Leitstelle", "einer gemeinsamen Leitstelle für Rettungsdienst und Brandschutz", "§ 6 HRDG"),
    ("das Veterinärlabor", "eines gemeinsamen Labors für Lebensmittel und Tiergesundheit", "§ 39 LFGB"),
    ("die Medienzentrale", "einer gemeinsamen Medienzentrale für die Schulen", "§ 162 HSchG"),
)
SMALL = "¹²³"


class _Paragraphs:
    """ "§ 1. Heading." at the left; the sentences of a clause have small raised figures."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.raised = w.rng.random() < 0.6

    def open(self, title: str) -> None:
        text = (Run("§ ", bold=True), self.w.next_section(), Run("  ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", before=12, after=4, with_next=True))

    def clause(self, *sentences: Text) -> None:
        runs: list[Run] = []
        for number, sentence in enumerate(sentences):
            runs += [Run(" ")] if runs else []
            runs += [Run(SMALL[number])] if self.raised and len(sentences) > 1 else []
            runs += sentence
        self.w.add(Paragraph(tuple(runs), "justify", after=6))


def _called(s: Scenario, index: int, capital: bool = True) -> str:
    party = s.parties[index]
    article = {"m": "der", "f": "die", "n": "das"}[party.gender]
    noun = "Beteiligte"
    return f"{article.capitalize() if capital else article} {noun} zu {index + 1}."


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    task, subject, statute = rng.choice(TASKS)
    _opening(w, subject)
    page = _Paragraphs(w)
    page.open(rng.choice(("Aufgabe", "Gemeinsame Aufgabe")))
    page.clause(
        w.fill("Die Beteiligten errichten {task} mit Sitz in {seat}.", task=task, seat=s.grantor.seat),
        w.fill("{first} übernimmt den Betrieb in eigenem Namen.", first=_called(s, 0)),
        w.fill("Die Aufgaben nach {statute} gehen nicht über.", statute=statute),
    )
    page.open(rng.choice(("Aufbringung der Kosten", "Umlage")))
    _levy(page, task)
    page.open(rng.choice(("Zahlung", "Zahlungsweise")))
    page.clause(
        w.fill("Die Umlage wird in zwei Hälften erhoben."),
        w.fill("Die Abrechnung ist bis {day} zu übersenden.", day=w.date(s.deadline, "deadline")),
    )
    for text in aside_texts(w, OWN_ASIDES):
        page.clause(text)
    page.open(rng.choice(("Beirat", "Fachlicher Beirat")))
    page.clause(
        plain("Jede Körperschaft entsendet zwei Mitglieder in den Beirat."),
        plain("Er tritt halbjährlich zusammen und wird vor Beschaffungen gehört."),
    )
    page.open("Laufzeit")
    page.clause(
        plain("Die Vereinbarung läuft auf unbestimmte Zeit."),
        plain("Sie kann mit einer Frist von zwei Jahren zum Ende eines Haushaltsjahres gekündigt werden."),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.35, 1.48)),
        header=rng.choice((None, s.file_mark, "Entwurf zur Unterschrift, 3. Fassung")),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "- {page} -")),
        footer_align="center",
        left=78,
        right=72,
    )


def _opening(w: Writer, subject: str) -> None:
    """The title with its subject; who takes part, numbered, so that the rest can refer to the number."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(f"über den Betrieb {subject}"), "center", scale=1.05, after=14),
        Paragraph(plain("Beteiligt sind"), "left", after=4, with_next=True),
    )
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        inserted = organ(w, index)
        name = w.party(index, "nominative", mark=True)
        end = "." if index == last else " und" if index == last - 1 else ","
        comma = "," if inserted and index == last - 1 else ""
        text = (name[0], replace(name[1], bold=True), *inserted, Run(comma + end))
        w.add(Paragraph(text, "left", after=3, indent=46, hang=26, marker=plain(f"{index + 1}.")))


def _levy(page: _Paragraphs, task: str) -> None:
    """The yearly cost and what each pays: a column for each, with how it was reckoned, or a sentence."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    amount, words = w.amount(
        s.total, "total", label="Jahresaufwand", words=s.total if s.represented else None
    )
    said = w.fill(
        rng.choice(
            (
                "Der ungedeckte Jahresaufwand {task} wird mit {total}{words} veranschlagt.",
                "Veranschlagt ist ein ungedeckter Jahresaufwand {task} von {total}{words}.",
            )
        ),
        task=_genitive(task),
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    form = rng.choice(("table", "table", "sentence", "lines"))
    if form == "table":
        page.clause(said, plain("Für die Umlage zählen Einwohner und Inanspruchnahme je zur Hälfte:"))
        _table(w)
        return
    told: list[Text] = []
    for index, share in enumerate(s.shares):
        run, _ = w.amount(share, "component", label=s.parties[index].printed)
        told.append((Run(_called(s, index, capital=False) + " einen Anteil von "), run))
    if form == "sentence":
        page.clause(said, (Run("Davon trägt "), *enumerated(told), Run(".")))
        return
    page.clause(said, plain("Die Umlage beträgt für"))
    for index, text in enumerate(told):
        party = s.parties[index]
        lead = Run({"m": "den", "f": "die", "n": "das"}[party.gender] + f" Beteiligte{_n(s, index)} zu ")
        line = (lead, Run(f"{index + 1}.: "), text[1])
        w.add(Paragraph(line, "left", after=2, indent=46, hang=18, marker=plain("–")))
    w.add(Gap(4))


def _genitive(task: str) -> str:
    article, _, noun = task.partition(" ")
    return f"der {noun}" if article == "die" else f"des {noun}s"


def _n(s: Scenario, index: int) -> str:
    return "n" if s.parties[index].gender == "m" else ""


def _table(w: Writer) -> None:
    """A column for each party by its number: inhabitants, share per cent, and the sum in the last row."""
    s = w.scenario
    w.tables += 1
    count = len(s.shares)
    whole = sum(s.shares)
    heads = [plain(f"zu {index + 1}.", True) for index in range(count)]
    heads = [plain("Beteiligte", True), *heads, plain("gesamt", True)]
    people = [w.rng.randint(70, 420) * 1000 + w.rng.randint(0, 999) for _ in range(count)]
    dotted = [f"{one:,}".replace(",", ".") for one in (*people, sum(people))]
    percents = [f"{share * 100 / whole:.1f}".replace(".", ",") for share in s.shares]
    runs = [
        w.amount(share, "component", style="cell", label=party.printed, table=w.tables, row=3)[0]
        for share, party in zip(s.shares, s.parties, strict=True)
    ]
    run, _ = w.amount(s.total, "total", style="cell", bold=True, label="gesamt", table=w.tables, row=3)
    rows: list[tuple[Text, ...]] = [
        tuple(heads),
        (plain("Einwohner"), *(plain(one) for one in dotted)),
        (plain("v. H."), *(plain(one) for one in percents), plain("100")),
        (plain("Umlage (EUR)", True), *((one,) for one in runs), (run,)),
    ]
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *([right] * (count + 1)))
    w.add(Table(tuple(rows), (1.25, *([1.0] * (count + 1))), aligns, s.ruled, padding=3.5, together=True))


def _sign(w: Writer) -> None:
    """The number of the party, then whom for, the pen, name and office; where and when in the last line."""
    columns = [_column(enter(w, signer)) for signer in w.scenario.signers]
    w.add(*in_rows(columns, w.rng.choice((1, 2, 2)), gutter=30.0))


def _column(one: Signature) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [SignLine((Run(f"Zu {one.signer.party + 1}. – für {article} "), organisation))]
    lines.append(SignLine((), "rule", pen=one.name is not None, height=42.0))
    if one.name and one.function:
        deputy = ", in Vertretung" if one.signer.deputising else ""
        lines += [SignLine((one.name,)), SignLine((one.function, Run(deputy)))]
    lines.append(SignLine((Run("Unterzeichnet am "), one.date, Run(" in "), one.place)))
    return tuple(lines)
