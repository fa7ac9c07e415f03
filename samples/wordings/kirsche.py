from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import parts, project_money, replaced, subtotal, total_in_words
from samples.wordings.parts import Draft, amended, asides, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Zuschüsse zum Mittagessen sind auf {cap} je Woche beschränkt.",
    "Der Fachdienst rechnet mit {persons} Anmeldungen und {young} Abbrüchen.",
    "Fragen der Datenerhebung klärt die Statistikstelle (Telefon {phone}).",
    "Gemessen an den vergangenen Jahren, in denen je {past} flossen, bleibt der Umfang unverändert.",
    "Ein Anteil von {rate} Prozent soll Menschen mit Behinderungen zugutekommen.",
)
PRINCIPLES = (
    "Die Kosten müssen angemessen sein. Personal wird höchstens nach dem Tarif des öffentlichen Dienstes "
    "berücksichtigt.",
    "Träger sind in einem offenen Verfahren auszuwählen; das Ergebnis ist aktenkundig zu machen.",
    "Zielgruppe sind Menschen aller Altersstufen, gleich aus welchem Rechtskreis sie Leistungen beziehen "
    "(SGB II, III, VIII, XII oder AsylbLG).",
    "Mindestens einmal im Jahr kommen die Beteiligten zusammen und ziehen Bilanz.",
)
INDENT = 32.0


class _Points:
    """Sections "1" with points "1.1", "1.2" under them."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.dot = w.rng.choice((".", ""))
        self.number = ""
        self.count = 0

    def section(self, title: str) -> None:
        w = self.w
        run = w.next_section()
        self.number, self.count = run.text, 0
        w.add(
            Paragraph(
                (w.heading(title),),
                "left",
                before=11,
                after=4,
                indent=INDENT,
                hang=INDENT,
                with_next=True,
                marker=(run, Run(self.dot, bold=True)),
            )
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.count += 1
        marker = plain(f"{self.number}.{self.count}")
        self.w.add(Paragraph(text, after=5, indent=INDENT, hang=INDENT, marker=marker, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    inside = rng.random() < 0.5
    w.add(
        Paragraph(
            plain(rng.choice(("Arbeitsmarktförderung", "Förderung der Beschäftigung"))), "left", scale=0.9
        )
    )
    w.add(Paragraph((w.kind(),), "left", scale=1.7, after=10))
    points = _Points(w)
    if inside:
        _subject_line(w)
        points.section("Beteiligte")
        _partners(points)
    else:
        _head(w)
    if s.amendment:
        _amendment(points)
    else:
        points.section("Auftrag")
        points.say(
            "Wer am Übergang in den Beruf Unterstützung braucht, soll sie vor Ort und ohne Umwege bekommen."
        )
        for sentence in rng.sample(PRINCIPLES, 2):
            points.say(sentence)
        points.say("Diese Vereinbarung erstreckt sich auf die Zeit {period}.", period=period(w))
        points.section("Vorhaben")
        _projects(points)
        points.section("Fördermittel")
        _funds(points)
        start = len(w.blocks)
        asides(w, OWN_ASIDES)
        said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
        del w.blocks[start:]
        for one in said:
            points.put(one.text)
        points.section("Nachweis und Kontrolle")
        points.say("Mit der Durchführung ist das {authority} betraut.", authority=w.authority())
        points.say(
            rng.choice(
                (
                    "Der Verwendungsnachweis ist dort bis {deadline} einzureichen.",
                    "Stichtag für den Verwendungsnachweis ist der {deadline}.",
                )
            ),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            points.say(
                "Grundlage der Prüfung sind die Fördergrundsätze in der Fassung vom {day}.",
                day=w.date(s.reference, "reference"),
            )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "vera", "caladea")),
        size=rng.choice((10.2, 10.8)),
        leading=1.4,
        header=rng.choice((None, "- {page} -")),
        header_align="center",
        footer=f"{s.file_mark or 'Ausfertigung'}",
        footer_align="left",
        left=78,
        right=64,
    )


def _programmes(w: Writer, lead: str, again: str) -> Text:
    runs: list[Run] = []
    for index in range(len(w.scenario.programmes)):
        runs += [Run(again if index else lead), w.programme(index)]
    return tuple(runs)


def _subject_line(w: Writer) -> None:
    text = (*_programmes(w, "", " und "), Run(" "), w.year())
    w.add(Paragraph(tuple(replace(run, bold=True) for run in text), "left", scale=1.1, after=10))


def _partners(points: _Points) -> None:
    """Who gives and who receives, a point each."""
    w = points.w
    for index in range(len(w.scenario.parties)):
        lead = "Zuwendungsgeber ist " if index == 0 else "Zuwendungsempfänger ist "
        inserted = represented(w, index)
        points.put((Run(lead), *w.party(index, "nominative", mark=True), *inserted, Run(".")))


def _head(w: Writer) -> None:
    """The same as a list of captions with what they stand for."""
    s = w.scenario
    rows: list[tuple[Text, ...]] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        caption = "Zuwendungsgeber" if index == 0 else "Zuwendungsempfänger"
        caption += f" {index}" if index and last > 1 else ""
        rows.append((plain(caption + ":"), (w.bare_party(index), *represented(w, index))))
    rows.append((plain("Programm:"), _programmes(w, "", " / ")))
    rows.append((plain("Förderjahr:"), (w.year(),)))
    if w.scenario.amendment:
        rows.append((plain("Art der Vereinbarung:"), plain("Änderung")))
    w.add(Table(tuple(rows), (1.5, 4.0), ("left", "left"), w.rng.choice(("none", "grid"))), Gap(4))


def _amendment(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    points.section("Anlass")
    points.say("Seit der Vereinbarung vom {day} hat sich der Platzbedarf erhöht.", day=amended(w))
    points.section("Geänderte Fördermittel")
    if w.rng.random() < 0.5:
        old, new = replaced(w)
        points.say(
            "Die Fördermittel {clause_year} steigen; bewilligt waren {old}, bewilligt werden {new}.",
            old=old,
            new=new,
        )
    else:
        points.say("Für {clause_year} gilt nun dieser Betrag:")
        w.tables += 1
        entry: dict[str, Any] = {"programme_key": s.programmes[0].key, "year": s.clause_year, "style": "sign"}
        cells: list[Text] = [(w.programme(),)]
        for value, role, label in ((s.replaced, "replaced", "alt"), (s.total, "replacement", "neu")):
            if value is None:
                raise ValueError("not an amendment")
            cells.append((w.amount(value, role, label=label, table=w.tables, row=1, **entry)[0],))
        head = (plain("Programm", True), plain("alt", True), plain("neu", True))
        w.add(Table((head, tuple(cells)), (2.4, 1.4, 1.4), ("left", "right", "right"), s.ruled))
    points.section("Sonstiges")
    points.say("Weiterhin ist das {authority} zuständig.", authority=w.authority())


def _projects(points: _Points) -> None:
    """A sentence for each measure, its projects inside."""
    w, s = points.w, points.w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" else []
    verb_last = w.rng.random() < 0.5
    # Sums of measures are told apart by the numbers of these.
    numbered = w.rng.random() < 0.3 or s.budget in ("by_measure", "by_project")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number, numbered=numbered)
        several = len(names) > 1
        runs: list[Run] = [Run(f"Maßnahmenart {measure.number} „" if numbered else "Maßnahmenart „"), title]
        if verb_last:
            runs.append(Run("“: Hier " + ("werden" if several else "wird") + " "))
        else:
            runs.append(Run("“ – " + ("dazu zählen " if several else "dazu zählt ")))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run("" if i == 0 else " sowie " if i == len(names) - 1 else ", "), name]
            runs += project_money(w, measure, project, " mit ")
        runs += [Run(" angeboten")] if verb_last else []
        if sums:
            runs += [Run("; das Fördervolumen liegt bei "), sums[number]]
        elif s.budget == "by_project" and several:
            runs += [Run(", zusammen "), subtotal(w, measure)]
        points.put((*runs, Run("" if runs[-1].text.endswith(".") else ".")))


def _funds(points: _Points) -> None:
    w, s = points.w, points.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    if years:
        found = parts(w)
        runs: list[Run] = []
        for part in found:
            runs += [Run("" if part.index == 0 else " und " if part is found[-1] else ", ")]
            runs += [part.amount, Run(" für "), *part.label]
        points.say(
            "Das Fördervolumen über alle Jahre ist {total}. Es setzt sich zusammen aus {shares}.",
            total=amount,
            shares=tuple(runs),
        )
    elif s.budget == "one_line" and w.rng.random() < 0.5:
        points.put(w.fill("Das Fördervolumen {clause_year} beträgt:"), with_next=True)
        w.add(Paragraph((replace(amount, bold=True),), "right", before=1, after=8))
    else:
        points.say(
            w.rng.choice(
                (
                    "{G} fördert die Vorhaben {clause_year} mit {total}{words}.",
                    "Im Jahr {clause_year} umfasst das Fördervolumen {total}{words}.",
                )
            ),
            total=amount,
            words=(Run(", in Buchstaben: "), words) if words else "",
        )
    if s.budget == "two_programmes":
        first, second = parts(w)
        points.say("Auf das {one} entfallen {first}.", one=first.label, first=first.amount)
        points.say("Auf das {two} entfallen {second}.", two=second.label, second=second.amount)
    points.say("Nicht verbrauchte Mittel fallen an das Land zurück.")


def _sign(w: Writer) -> None:
    """The pen, the name in one of two ways, whom it stands for, and when and where last; framed or open."""
    boxed = w.rng.random() < 0.4
    captions = w.rng.random() < 0.5
    columns = [_column(enter(w, signer), captions) for signer in w.scenario.signers]
    three = len(columns) == 3 and w.rng.random() < 0.5
    wide = 3 if three else 2
    align: Align = "left" if captions else "center"
    for start in range(0, len(columns), wide):
        row = columns[start : start + wide]
        w.add(
            SignatureColumns(
                (*row, *[()] * (wide - len(row))),
                before=24.0 if start == 0 else 14.0,
                gutter=16.0,
                scale=0.86 if three else 1.0,
                align=align,
                boxed=boxed,
            )
        )


def _column(one: Signature, captions: bool) -> tuple[SignLine, ...]:
    lines = [SignLine(line="rule" if captions else "none", pen=one.name is not None, height=38.0)]
    if one.name and one.function:
        deputy = "In Vertretung: " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    lines.append(SignLine((one.bare_organisation,)))
    lines.append(SignLine((one.place, Run(", "), one.date), height=22.0))
    return tuple(lines)
