from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Divider, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter, enter_by_party
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, asides, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Fahrkosten werden bis zur Höhe von {cap} je Monat und Person übernommen.",
    "Im Durchschnitt nehmen {persons} Personen teil; die Gruppen haben höchstens {young} Mitglieder.",
    "Die Koordinierungsstelle ist telefonisch unter {phone} erreichbar.",
    "Zuletzt hatte der Kreistag hierfür jährlich {past} eingeplant.",
    "Mindestens {rate} % der Plätze werden in Teilzeit angeboten (vgl. Nr. 4 des Merkblatts).",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Quereinstieg",
    "Berufssprache {name}",
    "{name} & Familie",
    "Ausbildungsbegleitung {name}",
    "{name} (halbjährig)",
)


class _Parts:
    """Lettered or counted parts; the heading stands under a line, beside its letter or below it."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.word = w.rng.choice(("", "", "Teil ", "Abschnitt "))
        self.divided = w.rng.random() < 0.4

    def section(self, title: str) -> None:
        w = self.w
        if self.divided:
            w.add(Divider(before=8, after=2))
        number: Text = (Run(self.word, bold=True), w.next_section())
        if self.word:
            number = (*number, Run(": ", bold=True))
            heading = (*number, w.heading(title))
            w.add(Paragraph(heading, "left", before=10, after=4, scale=1.05, with_next=True))
        else:
            number = (*number, Run(".", bold=True))
            w.add(
                Paragraph(
                    (w.heading(title),),
                    "left",
                    before=10,
                    after=4,
                    scale=1.05,
                    indent=22,
                    hang=22,
                    marker=number,
                    with_next=True,
                )
            )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng, numbering="A" if rng.random() < 0.55 else "§")
    _letterhead(w)
    _title(w)
    part = _Parts(w)
    if s.amendment:
        part.section("Neue Fördersumme")
        old, new = replaced(w)
        w.paragraph(
            rng.choice(
                (
                    "Die Fördersumme wird geändert; sie lag bei {old} und liegt jetzt bei {new}.",
                    "Weil Projekte später beginnen, ist die Fördersumme von {new} maßgeblich und nicht "
                    "mehr die "
                    "Fördersumme von {old}.",
                )
            ),
            old=old,
            new=new,
        )
        part.section("Unverändertes")
        w.paragraph(
            "Im Übrigen bleibt es beim Wortlaut der Ausgangsvereinbarung. Zuständig ist weiterhin das "
            "{authority}.",
            authority=w.authority(),
        )
    else:
        _agree(w, part)
    _sign(w)
    body = s.recipients[0].printed
    return w, Sheet(
        family=rng.choice(("caladea", "manrope")),
        size=10.8,
        leading=1.42,
        header=None,
        footer=rng.choice((f"{body} · {s.kind} {s.year} · Blatt {{page}}", "{page}/{pages}")),
        footer_align=rng.choice(("left", "center", "right")),
        left=76,
        right=76,
        top=60,
    )


def _letterhead(w: Writer) -> None:
    """The municipal body wrote it down."""
    body = w.scenario.recipients[0]
    article, name = body.case("genitive")
    organ = "Der Kreisausschuss" if body.gender == "m" else "Der Magistrat"
    office = w.rng.choice(("Fachdienst Arbeit und Ausbildung", "Fachbereich Soziales, Jugend und Bildung"))
    w.add(
        Paragraph(plain(f"{organ} {article} {name}", True), "left", after=1),
        Paragraph(plain(f"{office} | Am Beispielplatz {w.rng.randint(1, 30)}"), "left", scale=0.78, after=3),
        Divider(after=12),
    )
    if w.scenario.file_mark:
        w.add(
            Paragraph(plain(f"Unser Zeichen: {w.scenario.file_mark.removeprefix('Az. ')}"), "left", after=8)
        )


def _title(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    w.add(Gap(6), Paragraph((w.kind(), Run(" "), w.year(bold=True)), "left", scale=1.5, after=4))
    programmes = [w.programme()]
    if len(s.programmes) > 1:
        programmes += [Run(" und "), w.programme(1)]
    w.add(Paragraph(tuple(replace(run, bold=True) for run in programmes), "left", scale=1.1, after=12))
    if s.amendment:
        w.add(Paragraph(w.fill("Ausgangsvereinbarung vom {day}", day=amended(w)), "left", after=8))
    aliases = ("Fördergeber", "Fördernehmer")
    if rng.random() < 0.5:
        w.add(Paragraph(plain("Beteiligte dieser Vereinbarung sind:"), "left", after=4))
        for index in range(len(s.parties)):
            short: Text = (Run(" "), *abbreviation(w)) if index == 0 else ()
            text = (*w.party(index, "nominative", mark=True), *represented(w, index), *short)
            marker = plain(f"({index + 1})")
            w.add(Paragraph(text, "left", after=3, indent=40, hang=24, marker=marker))
    else:
        w.add(Paragraph(plain("zwischen"), "left", after=4))
        for index in range(len(s.parties)):
            if index:
                w.add(Paragraph(plain("und" if index == 1 else "sowie"), "left", after=4))
            text = (*w.party(index, "dative", mark=True), *represented(w, index))
            w.add(
                Paragraph(text, "left", after=0, indent=30),
                Paragraph(plain(f"– {aliases[min(index, 1)]} –"), "left", after=5, indent=30),
            )
    w.add(Gap(6))


def _agree(w: Writer, part: _Parts) -> None:
    s, rng = w.scenario, w.rng
    part.section(rng.choice(("Worum es geht", "Hintergrund")))
    w.paragraph(
        "Fachkräfte fehlen in Handwerk, Pflege und Verwaltung; zugleich finden viele Menschen keinen "
        "Zugang zu "
        "einer Ausbildung. Hier setzen die Projekte an. Sie beruhen auf der Strategie, die mit den "
        "Akteuren des regionalen Arbeitsmarktes erarbeitet wurde."
    )
    w.paragraph("Gefördert wird {period}.", period=period(w))
    part.section(rng.choice(("Fördersumme", "Geld")))
    _funds(w)
    asides(w, OWN_ASIDES)
    part.section(rng.choice(("Unsere Projekte", "Projekte nach Maßnahmenarten")))
    _projects(w)
    part.section(rng.choice(("Abrechnung", "Nachweise und Prüfung")))
    w.paragraph(
        "Der Bescheid kommt vom {authority}. Dort wird auch abgerechnet, und zwar bis {deadline}.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        w.paragraph("Maßgeblich ist der Aufruf des Landes vom {day}.", day=w.date(s.reference, "reference"))
    if rng.random() < 0.6:
        part.section("Öffentlichkeit und Datenschutz")
        w.paragraph(
            "Alle Beteiligten dürfen über die Projekte berichten. Namen von Teilnehmenden werden nur mit "
            "deren "
            "Einwilligung genannt."
        )


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        w.add(
            Paragraph(
                w.fill(rng.choice(("Fördersumme {clause_year}", "Zuschuss {clause_year}"))), "left", after=0
            ),
            Paragraph((amount,), "left", scale=1.2, after=6),
        )
        w.paragraph("Darüber hinaus anfallende Kosten werden aus eigenen Mitteln bestritten.")
        return
    spelled: Text | str = (Run(", das sind "), words, Run(",")) if words else ""
    sentence = (
        "Über mehrere Jahre verteilt fließen {r_dat} zusammen {total} zu."
        if years
        else rng.choice(
            (
                "Den Projekten kommen {clause_year} Landesmittel von {total}{words} zugute.",
                "{total}{words} beträgt die Fördersumme für {clause_year}.",
                "Die Projekte werden im Jahr {clause_year} vom Land mit {total}{words} bezuschusst.",
            )
        )
    )
    w.paragraph(sentence, total=amount, words=spelled)
    if years:
        runs: list[Run] = []
        found = parts(w)
        for one in found:
            runs += [Run("" if one.index == 0 else " und " if one is found[-1] else ", ")]
            runs += [one.amount, Run(" im Jahr " if one.index == 0 else " in "), *one.label]
        w.add(Paragraph((Run("Im Einzelnen sind es "), *runs, Run("."))))
    elif s.budget == "two_programmes":
        first, second = parts(w)
        w.paragraph(
            "Aus dem {one} kommen {first}, aus dem {two} {second}.",
            one=first.label,
            first=first.amount,
            two=second.label,
            second=second.amount,
        )
    elif s.budget in SPLIT and s.listing == "table":
        for one in parts(w):
            w.add(Paragraph((*one.label, Run(": "), one.amount), "left", after=2, indent=30))
        w.add(Gap(4))


def _projects(w: Writer) -> None:
    """In sentences with quotation marks, or one line for each project and the measure above in bold."""
    s, rng = w.scenario, w.rng
    sums = parts(w) if s.budget == "by_measure" and s.listing == "list" else []
    prose = rng.random() < 0.5
    unnumbered = rng.random() < 0.35
    if unnumbered:
        w.paragraph("Gefördert werden in den einzelnen Maßnahmenarten:")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number, numbered=not unnumbered)
        lead = "" if unnumbered else f"Maßnahmenart {measure.number} – "
        if not prose:
            behind: Text = (Run(", zusammen "), sums[number].amount) if sums else ()
            heading = (Run(lead, bold=True), replace(title, bold=True), *behind)
            w.add(Paragraph(heading, "left", before=3, after=2, with_next=True))
            for name, project in zip(names, measure.projects, strict=True):
                money = project_money(w, measure, project, " | ")
                w.add(Paragraph((name, *money), "left", after=1.5, indent=22, hang=12, marker=plain("»")))
            continue
        runs: list[Run] = [Run(lead), title, Run(": ")]
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run("" if i == 0 else " sowie " if i == len(names) - 1 else ", ")]
            quoted = "„" not in name.text
            runs += [Run("„"), name, Run("“")] if quoted else [name]
            runs += project_money(w, measure, project, " mit ")
        if sums:
            runs += [Run(", Fördersumme "), sums[number].amount]
        w.add(Paragraph((*runs, Run("." if not measure.projects[-1].name.endswith(".") else "")), after=6))
    w.add(Gap(3))


def _sign(w: Writer) -> None:
    if w.rng.random() < 0.5:
        _sign_in_pairs(w)
    else:
        _sign_in_blocks(w)


def _sign_in_blocks(w: Writer) -> None:
    """One under the other, whatever is signed beside its caption."""
    rng = w.rng
    line = rng.choice(("_" * 34, "." * 50))
    together = rng.random() < 0.5
    w.add(Gap(14))
    for signer in w.scenario.signers:
        one = enter(w, signer)
        rows: list[tuple[Text, ...]] = [(plain("für"), (one.bare_organisation,))]
        if together:
            rows.append((plain("Ort, Datum"), (one.place, Run(", "), one.date)))
        else:
            rows += [(plain("Ort"), (one.place,)), (plain("Datum"), (one.date,))]
        rows.append((plain("Unterschrift"), plain(line)))
        if one.name and one.function:
            short = (Run("i. V. "),) if signer.deputising else ()
            rows += [(plain("Name"), (*short, one.name)), (plain("Amt"), (one.function,))]
        w.add(Table(tuple(rows), (1.0, 4.0), ("left", "left"), "none", padding=2.5, together=True, after=16))


def _sign_in_pairs(w: Writer) -> None:
    """Place and date of both sides above, a wide room, beneath it the name in one line with the office."""
    rng = w.rng
    am = rng.choice((", am ", ", den ", " "))
    below = rng.random() < 0.5
    sides: list[list[SignLine]] = []
    for group in enter_by_party(w):
        lines: list[SignLine] = []
        for one, own_line in group:
            if own_line:
                lines.append(SignLine((one.place, Run(am), one.date)))
            lines.append(SignLine(pen=one.name is not None, line="rule", height=48.0))
            lines += _named(one, below)
            lines.append(SignLine(height=8.0))
        sides.append(lines)
    for start in range(0, len(sides), 2):
        pair = tuple(tuple(side) for side in sides[start : start + 2])
        w.add(
            SignatureColumns(
                (*pair, *[()] * (2 - len(pair))), before=30.0 if start == 0 else 10.0, scale=0.95
            )
        )


def _named(one: Signature, below: bool) -> list[SignLine]:
    short = (Run("i. V. "),) if one.signer.deputising else ()
    organisation = SignLine((one.bare_organisation,))
    named = [SignLine((*short, one.function, Run(" "), one.name))] if one.name and one.function else []
    return [*named, organisation] if below else [organisation, *named]
