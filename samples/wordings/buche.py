"""Test split only. Whoever works on reading does not look in here."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Paragraph, Run, Sheet, SignatureColumns, SignLine, Text, plain
from samples.scenario import Scenario
from samples.signing import enter
from samples.wordings.money import parts, project_money, replaced, total_in_words
from samples.wordings.parts import Draft, abbreviation, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Prüfungsgebühren sind bis {cap} im Einzelfall förderfähig.",
    "Das Land geht von {persons} Teilnahmen aus; {young} Plätze bleiben Zugewanderten vorbehalten.",
    "Anfragen nimmt die Geschäftsstelle entgegen (Fernruf {phone}).",
    "Die früheren Finanzrahmen betrugen durchweg {past}.",
    "Der Landkreistag hat einer Quote von {rate} v. H. zugestimmt.",
)
INDENT = 30.0


class _Numbers:
    """Paragraphs numbered through the whole text, whatever section they stand in."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def section(self, title: str) -> None:
        w = self.w
        w.add(
            Paragraph(
                (w.next_section(), Run(". ABSCHNITT", bold=True)),
                "center",
                before=14,
                after=0,
                with_next=True,
            ),
            Paragraph((w.heading(title),), "center", after=6, with_next=True),
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.count}")
        self.w.add(Paragraph(text, after=6, indent=INDENT, hang=INDENT, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    w.add(Paragraph(_title(w), "center", scale=1.15, after=16))
    numbers = _Numbers(w)
    if s.amendment:
        numbers.section("Anlass")
        numbers.say("Geänderter Bedarf erfordert eine Anpassung der Vereinbarung vom {day}.", day=amended(w))
        numbers.section("Finanzrahmen")
        old, new = replaced(w)
        numbers.say("Der Finanzrahmen, bislang {old}, wird mit {new} neu bestimmt.", old=old, new=new)
        numbers.section("Vollzug")
        numbers.say("Der Vollzug verbleibt beim {authority}.", authority=w.authority())
    else:
        numbers.section("Leitgedanken")
        numbers.say(
            "Ausbildung ist der beste Schutz vor Arbeitslosigkeit. Das Land überlässt die Auswahl der "
            "Angebote denen, die die Verhältnisse kennen."
        )
        numbers.say("Die Angebote richten sich an Frauen und Männer gleichermaßen.")
        numbers.section("Finanzrahmen")
        _funds(numbers)
        _asides(numbers)
        numbers.section("Angebote")
        _projects(numbers)
        numbers.section("Vollzug")
        numbers.say(
            "Vollziehende Behörde ist das {authority}. Der Schlussbericht wird am {deadline} fällig.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            numbers.say("Auf die Verwaltungsvorschrift vom {day} wird verwiesen.", day=_reference(w))
    _sign(w)
    return w, Sheet(
        family=rng.choice(("caladea", "manrope", "times")),
        size=11.2,
        leading=1.45,
        header=f"– {{page}} – {s.file_mark or ''}".rstrip(),
        header_align="center",
        footer=None,
        left=80,
        right=80,
    )


def _reference(w: Writer) -> Run:
    if w.scenario.reference is None:
        raise ValueError("refers to nothing")
    return w.date(w.scenario.reference, "reference")


def _title(w: Writer) -> Text:
    """All in one bold sentence: "Zielvereinbarung des … mit dem … über das …"."""
    s = w.scenario
    inserted = represented(w, 0)
    runs: list[Run] = [w.kind(), Run(" "), *w.party(0, "genitive", mark=True), *inserted]
    runs.append(Run(", " if inserted else " "))
    runs += [*abbreviation(w), Run("mit ")]
    last = len(s.parties) - 1
    closed = ""
    for index in range(1, len(s.parties)):
        runs += [Run(f"{closed} und " if index == last else f"{closed}, ")] if index > 1 else []
        inserted = represented(w, index)
        runs += [*w.party(index, "dative", mark=True), *inserted]
        closed = "," if inserted else ""
    runs += [Run(f"{closed} über das "), w.programme()]
    if len(s.programmes) > 1:
        runs += [Run(" und das "), w.programme(1)]
    runs += [Run(" im Jahr "), w.year()]
    if s.amendment:
        runs.append(Run(" (Anpassung)"))
    return tuple(replace(run, bold=True) for run in runs)


def _funds(numbers: _Numbers) -> None:
    """The total; sums by measure stand with their measures."""
    w, s = numbers.w, numbers.w.scenario
    if s.budget == "by_year":
        amount, _ = total_in_words(w, year=None)
        last = str(s.clause_year + len(s.shares) - 1)
        numbers.say(
            "Der Finanzrahmen der Jahre {clause_year} bis {last} beträgt {total}.", last=last, total=amount
        )
        found = parts(w)
        runs: list[Run] = [Run("Fällig werden davon ")]
        for part in found:
            runs += [Run("" if part.index == 0 else " und " if part is found[-1] else ", ")]
            runs += [Run("in "), *part.label, Run(": "), part.amount]
        numbers.put((*runs, Run(".")))
        return
    amount, words = total_in_words(w)
    numbers.say(
        "Der Finanzrahmen {clause_year} beträgt "
        + ("{total}, geschrieben {words}." if words else "{total}."),
        total=amount,
        words=words or "",
    )
    if s.budget == "by_measure":
        numbers.say("Wie er sich verteilt, steht bei den Angeboten.")
    elif s.budget == "two_programmes":
        first, second = parts(w)
        numbers.say(
            "Zu ihm tragen das {one} {first} und das {two} {second} bei.",
            one=first.label,
            first=first.amount,
            two=second.label,
            second=second.amount,
        )


def _asides(numbers: _Numbers) -> None:
    """What is said by the way has its numbers, too."""
    w = numbers.w
    start = len(w.blocks)
    asides(w, OWN_ASIDES)
    said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
    del w.blocks[start:]
    for paragraph in said:
        numbers.put(paragraph.text)


def _projects(numbers: _Numbers) -> None:
    """A sentence for each measure, its sum at the end."""
    w, s = numbers.w, numbers.w.scenario
    sums = parts(w) if s.budget == "by_measure" else []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        runs: list[Run] = [Run(f"Zur Maßnahmenart {measure.number} – "), title]
        runs.append(Run(" – gehören " if len(names) > 1 else " – gehört "))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run("" if i == 0 else " sowie " if i == len(names) - 1 else ", "), name]
            runs += project_money(w, measure, project, " (", ")")
        if sums:
            runs += [Run("; hierfür sind "), sums[number].amount, Run(" bestimmt")]
        numbers.put((*runs, Run(".")))


def _sign(w: Writer) -> None:
    """Whom and where in one line, the date at the left of the signature, office and name below it."""
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        article, organisation = one.organisation("accusative")
        left = (
            SignLine((Run(f"Für {article} "), organisation, Run(", "), one.place)),
            SignLine(height=22.0),
            SignLine((one.date,)),
            SignLine(plain("(Datum)")),
        )
        right = [
            SignLine(),
            SignLine(plain("in Vertretung:" if signer.deputising else ""), height=22.0),
            SignLine(line="rule", pen=one.name is not None),
        ]
        if one.name and one.function:
            right.append(SignLine((Run("("), one.function, Run(" "), one.name, Run(")"))))
        w.add(SignatureColumns((left, tuple(right)), before=24.0 if number == 0 else 12.0))
