"""Headings in the margin, sums beside the text, no rules; signatures as rows of place, date and name."""

from __future__ import annotations

import random

from samples.blocks import Divider, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total_in_words
from samples.wordings.parts import Draft, abbreviation, amended, represented
from samples.writer import Writer

Row = tuple[Text, Text, Text]


class _Margin:
    """Rows of three columns: the heading in the margin, the text, a sum beside it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.rows: list[Row] = []
        self.waiting: Text = ()

    def section(self, title: str) -> None:
        self.waiting = (self.w.next_section(), Run(" ", bold=True), self.w.heading(title))

    def put(self, text: Text, beside: Text = ()) -> None:
        self.rows.append((self.waiting, text, beside))
        self.waiting = ()

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def table(self) -> Table:
        return Table(tuple(self.rows), (1.35, 3.3, 1.45), ("left", "left", "right"), "none", padding=5.0)


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(), Run(" "), w.year(bold=True)), "right", scale=1.35, after=2),
        Paragraph(_programmes(w), "right", after=4),
        Divider(after=12),
    )
    margin = _Margin(w)
    margin.section("Wer")
    parties: list[Run] = []
    last = len(s.parties) - 1
    for index in range(len(s.parties)):
        inserted = represented(w, index)
        parties += [Run(" und " if index == last else ", ")] if index else []
        parties += [*w.party(index, "nominative", mark=True, capital=index == 0), *inserted]
        parties += [Run(",")] if inserted and index < last else []
    margin.put((*parties, Run(" einigen sich wie nebenstehend bezeichnet.")))
    if s.amendment:
        margin.section("Was bisher galt")
        old, new = replaced(w)
        margin.put(w.fill("Zusage nach der Vereinbarung, die vom {day} datiert", day=amended(w)), (old,))
        margin.section("Was künftig gilt")
        margin.put(w.fill("Zusage in der neuen Fassung"), (new,))
        margin.say("Das {authority} setzt dies um.", authority=w.authority())
    else:
        margin.section("Wozu")
        margin.say(
            "{G} {abbr}möchte, dass aus Beschäftigungslosigkeit kein Dauerzustand wird. Örtliche Angebote "
            "haben dabei Vorrang vor landesweiten.",
            abbr=abbreviation(w),
        )
        margin.section("Wie viel")
        _funds(margin)
        margin.section("Wofür")
        _projects(margin)
        margin.section("Wie und bis wann")
        margin.say(
            "Bescheide erlässt das {authority}. Mit dem {deadline} endet die Frist für die Schlussrechnung.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            margin.say("Vorgaben: Erlass vom {day}.", day=w.date(s.reference, "reference"))
    w.add(margin.table())
    _sign(w)
    return w, Sheet(
        family=rng.choice(("manrope", "caladea")),
        size=11.0,
        header="{page}",
        header_align="center",
        footer=s.file_mark,
        footer_align="right",
        left=58,
        right=64,
    )


def _programmes(w: Writer) -> Text:
    runs = [w.programme()]
    if len(w.scenario.programmes) > 1:
        runs += [Run(" / "), w.programme(1)]
    return tuple(runs)


def _funds(margin: _Margin) -> None:
    w, s = margin.w, margin.w.scenario
    amount, words = total_in_words(w, bold=True)
    margin.put(plain(f"Zusage des Landes {s.clause_year}", True), (amount,))
    if words:
        margin.put((Run("(Wort für Wort: "), words, Run(")")))
    if s.budget in SPLIT:
        for part in parts(w):
            margin.put((Run("darunter " if part.index == 0 else ""), *part.label), (part.amount,))
    margin.say("Die Zusage bindet {g_acc} nur für dieses Vorhaben.")


def _projects(margin: _Margin) -> None:
    w = margin.w
    dash = w.rng.choice(("· ", "» ", "– "))
    for number, measure in enumerate(w.scenario.measures):
        title, names = w.measure(number)
        margin.put((Run(f"{measure.number} ", bold=True), title))
        for name, project in zip(names, measure.projects, strict=True):
            beside: Text = (project_sum(w, measure, project),) if project.amount is not None else ()
            margin.put((Run(dash), name), beside)


def _sign(w: Writer) -> None:
    rows: list[tuple[Text, ...]] = []
    for signer in w.scenario.signers:
        one = enter(w, signer)
        short = "i. V. " if signer.deputising else ""
        name: Text = (Run(short), one.name) if one.name else plain("…………………………")
        rows.append(((one.place,), (one.bare_organisation,)))
        rows.append(((one.date,), name))
        rows.append(((), (one.function,) if one.function else ()))
        rows.append(((), ()))
    w.add(Gap(20), Table(tuple(rows), (1.2, 3.4), ("left", "left"), "none", padding=3.0, together=True))
