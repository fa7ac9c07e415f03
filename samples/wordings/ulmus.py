"""Another family: a county or city promises associations money for some years, and they promise services."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.parts import Draft, aside_texts, organ
from samples.writer import Writer

OWN_ASIDES = (
    "Anschaffungen über {cap} werden vorher angezeigt.",
    "Im ersten Jahr sollen {persons} Menschen erreicht und {young} Freiwillige gewonnen werden.",
    "Das Haus ist während der Öffnungszeiten unter {phone} zu erreichen.",
    "Tarifsteigerungen bis {rate} % im Jahr sind in den Beträgen enthalten.",
)
PURPOSES = (
    ("den Betrieb eines Mehrgenerationenhauses", "ein offener Treff an fünf Tagen der Woche"),
    ("ein Frauenschutzhaus mit Beratungsstelle", "die Aufnahme zu jeder Tages- und Nachtzeit"),
    ("die Arbeit der Freiwilligenagentur", "die Vermittlung von Ehrenamtlichen"),
    ("eine Anlaufstelle für Alleinerziehende", "eine Sprechstunde je Woche in drei Gemeinden"),
)
PROMISES = (
    "Personal wird nicht besser vergütet als vergleichbare Beschäftigte im öffentlichen Dienst.",
    "Einnahmen aus Spenden dürfen einer Rücklage zugeführt werden.",
    "Das Wappen der fördernden Körperschaft wird auf Plakaten und Briefbögen gezeigt.",
    "Eine Vertreterin oder ein Vertreter der Verwaltung gehört dem Beirat an.",
)


class _Numbers:
    """Headings with one of three signs at the left, paragraphs flush."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.sign = w.rng.choice(("§ {}", "{}.", "Nr. {}"))

    def open(self, title: str) -> None:
        before, after = self.sign.split("{}")
        number = (Run(before, bold=True), self.w.next_section(), Run(after, bold=True))
        self.w.add(
            Paragraph((*number, Run(" "), self.w.heading(title)), "left", before=12, after=4, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.w.add(Paragraph(self.w.fill(sentence, **filled), after=5))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    purpose, service = rng.choice(PURPOSES)
    _opening(w, purpose)
    numbers = _Numbers(w)
    last = s.year + len(s.shares) - 1
    numbers.open(rng.choice(("Gegenleistung", "Angebot")) if len(s.parties) == 2 else "Leistung")
    first, second = rng.sample(PROMISES, 2)
    numbers.say(f"Zugesagt ist {service}. {first}")
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, after=5))
    numbers.open(rng.choice(("Förderung", "Zuschuss")))
    _money(numbers)
    numbers.open("Verwendung und Prüfung")
    numbers.say(
        "Jahresabschluss und Tätigkeitsbericht sind unaufgefordert vorzulegen, erstmals bis zum {day}.",
        day=w.date(s.deadline, "deadline"),
    )
    numbers.say(second)
    numbers.open(rng.choice(("Geltung", "Laufzeit und Kündigung")))
    numbers.say(
        "Die Förderung beginnt am {start} und endet am {end}, ohne dass es einer Kündigung bedarf.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(last, 12, 31), "period_end"),
    )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "vera", "source-sans")),
        size=rng.choice((10.6, 11.4)),
        leading=rng.choice((1.3, 1.42)),
        header=rng.choice((None, s.file_mark)),
        footer=rng.choice(("{page}", "Blatt {page}")),
        footer_align=rng.choice(("center", "left")),
        left=76,
        right=70,
    )


def _opening(w: Writer, purpose: str) -> None:
    """The kind and what for; then who, each with a seat, in one sentence or one below the other."""
    s, rng = w.scenario, w.rng
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=3),
        Paragraph(plain(f"für {purpose}"), "center", after=16),
    )
    together = rng.random() < 0.5
    runs: list[Run] = []
    for index, party in enumerate(s.parties):
        name = w.party(index, "nominative", mark=True, capital=index == 0)
        where: Text = organ(w, 0) if index == 0 else plain(f" in {party.seat}")
        tail = plain(",") if index == 0 and where else ()
        if together:
            joint = "" if index == 0 else " und " if index == len(s.parties) - 1 else ", "
            runs += [Run(joint), *name, *where]
            runs += tail if index == 0 else ()
            continue
        role = "fördernde Körperschaft" if index == 0 else "geförderter Träger"
        w.add(Paragraph((*name, *where, Run(f" – {role} –")), "left", after=5, indent=24))
    if together:
        w.add(Paragraph((*runs, Run(" kommen zu folgender Abrede:")), after=6))
    else:
        w.add(Paragraph(plain("kommen zu folgender Abrede:"), "left", after=6))


def _money(numbers: _Numbers) -> None:
    """What is given in all, and in each year: a table with years across or down, or a sentence."""
    w, s, rng = numbers.w, numbers.w.scenario, numbers.w.rng
    last = s.year + len(s.shares) - 1
    amount, words = w.amount(
        s.total, "total", label="Förderung", year=None, words=s.total if s.represented else None
    )
    numbers.say(
        rng.choice(
            (
                f"In den Jahren {s.year} bis {last} werden zusammen {{total}}{{words}} gezahlt.",
                f"Der Zuschuss beläuft sich bis Ende {last} auf {{total}}{{words}}.",
            )
        ),
        total=amount,
        words=(Run(" (wörtlich: "), words, Run(")")) if words and s.represented else "",
    )
    form = rng.choice(("down", "across", "sentence"))
    if form == "sentence":
        runs: list[Run] = []
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=str(s.year + index), year=s.year + index)
            joint = "" if index == 0 else " und " if index == len(s.shares) - 1 else ", "
            runs += [Run(f"{joint}{s.year + index} "), run]
        numbers.say("Davon werden {shares} überwiesen.", shares=tuple(runs))
    else:
        _table(w, across=form == "across")
    several = ", je zur Hälfte an beide Träger" if len(s.parties) > 2 else ""
    numbers.say(f"Gezahlt wird vierteljährlich im Voraus{several}.")


def _table(w: Writer, across: bool) -> None:
    s = w.scenario
    w.tables += 1
    runs: list[Run] = []
    for index, share in enumerate(s.shares):
        row = 1 if across else index + 1
        year = s.year + index
        run, _ = w.amount(
            share, "component", style="cell", label=str(year), year=year, table=w.tables, row=row
        )
        runs.append(run)
    years = [plain(str(s.year + index), across) for index in range(len(runs))]
    if across:
        head = (plain("", True), *years)
        cells = (plain("EUR"), *((run,) for run in runs))
        right: Align = "right"
        aligns = ("left", *([right] * len(runs)))
        w.add(Table((head, cells), (0.7, *([1.2] * len(runs))), aligns, s.ruled), Gap(2))
        return
    rows: list[tuple[Text, ...]] = [(plain("Jahr", True), plain("Zuschuss in EUR", True))]
    rows += [(year, (run,)) for year, run in zip(years, runs, strict=True)]
    whole, _ = w.amount(
        s.total, "total", style="cell", label="insgesamt", year=None, table=w.tables, row=len(rows)
    )
    rows.append((plain("insgesamt"), (replace(whole, bold=True),)))
    w.add(Table(tuple(rows), (1.2, 1.6), ("left", "right"), s.ruled, together=True), Gap(2))


def _sign(w: Writer) -> None:
    """Two beside each other: place and day, whom for, the pen, then name and office in one line or two."""
    one_line = w.rng.random() < 0.4
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w):
        lines: list[SignLine] = []
        for one, dated in side:
            if dated:
                lines.append(SignLine((one.place, Run(", den "), one.date), height=18.0))
            lines += _hand(one, one_line)
        columns.append(tuple(lines))
    w.add(*in_rows(columns, 2, gutter=30.0))


def _hand(one: Signature, one_line: bool) -> list[SignLine]:
    lines = [
        SignLine((one.bare_organisation,)),
        SignLine((), "rule", pen=one.name is not None, height=42.0),
    ]
    if one.name and one.function:
        deputy = "In Vertretung " if one.signer.deputising else ""
        if one_line:
            lines.append(SignLine((Run(deputy), one.name, Run(", "), one.function)))
        else:
            lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return lines
