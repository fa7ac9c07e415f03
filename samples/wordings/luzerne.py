"""A department's working paper: one flat list of projects, each with the key of its Maßnahmenart."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, programme_names, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrkarten für den Nahverkehr werden mit bis zu {cap} monatlich berücksichtigt.",
    "Die Bedarfsmeldung der Beratungsstellen nennt {persons} Interessierte und {young} Wartende.",
    "Auskunft zum Zahlenwerk erteilt das Controlling, Apparat {phone}.",
    "Aus eigenen Haushalten flossen in der Vergangenheit {past} in vergleichbare Angebote.",
    "Ein Ausfall von bis zu {rate} % der Plätze gilt als unschädlich.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Fortsetzung)",
    "{name} am Nachmittag",
    "Beratungsreihe „{name}“",
    "{name} – Gruppe West",
)
CARRIERS = (
    "Bildungsverein Musterau",
    "Volkshochschule",
    "Arbeitsförderung Beispieltal gGmbH",
    "Kreishandwerkerschaft",
    "Frauenprojekte Probestadt e. V.",
)
STARTS = (
    "Der Übergang von der Schule in den Beruf gelingt nicht allen auf Anhieb. Hier setzen die Projekte an.",
    "Langzeitarbeitslosigkeit ist am Ort weiterhin ungleich verteilt; die Mittel folgen dem Bedarf.",
    "Betriebe suchen Fachkräfte, Arbeitsuchende einen Abschluss: Beides soll zusammenfinden.",
    "Wer Angehörige pflegt oder Kinder erzieht, braucht Kurse zu passenden Zeiten.",
)


class _Points:
    """ "1  Heading" at the left; below it paragraphs, or "1.1" before each where there are several."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.counted = w.rng.random() < 0.4
        self.waiting: list[Text] = []
        self.number = ""

    def open(self, title: str) -> None:
        self.close()
        number = self.w.next_section()
        self.number = number.text
        text = (number, Run("   ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(text, "left", scale=1.05, before=13, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.waiting.append(self.w.fill(sentence, **filled))

    def close(self) -> None:
        many = self.counted and len(self.waiting) > 1
        for index, text in enumerate(self.waiting, start=1):
            marker = plain(f"{self.number}.{index}") if many else ()
            indent = 32.0 if many else 0.0
            self.w.add(Paragraph(text, "left", after=5, indent=indent, hang=indent, marker=marker))
        self.waiting = []


def _carrier(s: Scenario, project: Project) -> int:
    return random.Random(f"{s.total}/{project.name}").randrange(len(CARRIERS))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    # Projects of one provider stand together, so that a list by provider keeps the order of the gold.
    s = replace(
        s,
        measures=tuple(
            replace(one, projects=tuple(sorted(one.projects, key=lambda project: _carrier(s, project))))
            for one in s.measures
        ),
    )
    w = Writer(s, rng)
    _opening(w)
    points = _Points(w)
    if s.amendment:
        _amend(points)
    else:
        _agree(points)
    points.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "open-sans")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.4)),
        header=rng.choice((s.file_mark, "Amt für Arbeit und Soziales", None)),
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("Seite {page}/{pages}", "– {page} –")),
        footer_align=rng.choice(("right", "center")),
        left=72,
        right=62,
    )


def _opening(w: Writer) -> None:
    """The title at the left; then the two sides in a table without rules, each with what it does."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.6, after=2),
        Paragraph((Run("über den Einsatz von Mitteln aus dem "), *programme_names(w)), "left", after=14),
        Paragraph(plain("Es vereinbaren miteinander:"), "left", after=2, with_next=True),
    )
    rows: list[tuple[Text, ...]] = []
    for index in range(len(s.parties)):
        name = w.party(index, "nominative", mark=True)
        text = (name[0], replace(name[1], bold=True), *represented(w, index))
        role = "stellt die Mittel bereit" if index == 0 else "setzt die Mittel ein"
        rows.append((text, plain(role)))
    w.add(Table(tuple(rows), (3.4, 1.6), ("left", "left"), "none", padding=3.0, after=4.0))


def _amend(points: _Points) -> None:
    w = points.w
    points.open("Warum geändert wird")
    points.say(
        "Nach der Zwischenabfrage reichen die Mittel nicht zu der Vereinbarung, die das Datum {day} trägt.",
        day=amended(w),
    )
    points.open("Was geändert wird")
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Bei Punkt 2 wird die Zahl {old} gestrichen; für {clause_year} gilt künftig {new}.",
                "Der Mittelansatz {clause_year} lautet nicht mehr {old}, sondern {new}.",
            )
        ),
        old=old,
        new=new,
    )
    points.say("Die Liste der Projekte wird davon nicht berührt.")
    points.open("Was bleibt")
    points.say("Alles Weitere bleibt stehen. Eine Kopie geht an: {authority}.", authority=w.authority())


def _agree(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.open(rng.choice(("Ausgangslage", "Worauf wir aufbauen")))
    for sentence in rng.sample(STARTS, 2):
        points.say(sentence)
    if s.reference:
        points.say(
            "Grundlage ist die Arbeitsmarktstrategie in der Fassung vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    points.open(rng.choice(("Finanzrahmen", "Mittelansatz")))
    _funds(points)
    points.open(rng.choice(("Projekte", "Liste der Projekte")))
    _projects(points)
    points.open(rng.choice(("Zeitraum und Nachweis", "Termine")))
    points.say(
        "Beginn der Förderung ist der {start}, Ende der {end}.",
        start=w.date(s.deadline.replace(year=s.year, month=1, day=1), "period_start"),
        end=w.date(s.deadline.replace(year=s.year, month=12, day=31), "period_end"),
    )
    points.say(
        "Zahlenmäßiger Nachweis und Sachbericht sind bis {deadline} vorzulegen, und zwar beim {authority}.",
        deadline=w.date(s.deadline, "deadline"),
        authority=w.authority(),
    )
    points.open(rng.choice(("Sonstiges", "Weitere Absprachen")))
    for text in aside_texts(w, OWN_ASIDES):
        points.waiting.append(text)
    points.say("Projekte können einvernehmlich ausgetauscht werden, solange der Mittelansatz gewahrt bleibt.")


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        points.say("Über alle Jahre gerechnet ist der Mittelansatz mit {total} festgelegt.", total=amount)
    elif s.budget == "one_line":
        points.say("Mittelansatz {clause_year}:  {total}", total=amount)
    else:
        points.say(
            rng.choice(
                (
                    "Der Mittelansatz {clause_year} ist auf {total}{words} festgelegt.",
                    "Für {clause_year} ist ein Mittelansatz von {total}{words} vorgesehen.",
                )
            ),
            total=amount,
            words=(Run(" – ausgeschrieben: "), words, Run(" –")) if words else "",
        )
    points.say("Er ist eine Obergrenze; Umschichtungen aus anderen Titeln sind ausgeschlossen.")
    if s.budget in SPLIT and s.budget != "by_measure":
        points.say("Davon sind bestimmt" if s.listing == "list" else "Kassenmäßig teilt er sich auf:")
        points.close()
        _split(w)


def _split(w: Writer) -> None:
    """The currency has a column of its own before the figures; a list has the sum first."""
    s = w.scenario
    years = s.budget == "by_year"
    if s.listing == "list":
        for part in parts(w):
            lead = " für das Jahr " if years else " als "
            w.add(Paragraph((part.amount, Run(lead), *part.label), "left", after=2, indent=32))
        w.add(Gap(4))
        return
    w.tables += 1
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(s.shares) + 1))
    heads = ("Jahr" if years else "Programm", "Währung", "Ansatz")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    rows += [(part.label, plain("EUR"), (part.amount,)) for part in found]
    year = None if years else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("zusammen", True), plain("EUR", True), (run,)))
    shares = (1.2, 0.9, 1.4) if years else (3.2, 0.9, 1.4)
    w.add(Table(tuple(rows), shares, ("left", "right", "right"), s.ruled, together=True))


def _projects(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    points.say("Die Spalte MA nennt den Schlüssel der Maßnahmenart." if s.listing == "table" else _LEAD)
    points.close()
    key_first = s.budget == "by_measure" or rng.random() < 0.5
    told = [w.measure(number) for number in range(len(s.measures))]
    titles = [title for title, _ in told]
    flat = [
        (measure, project, name)
        for measure, (_, names) in zip(s.measures, told, strict=True)
        for project, name in zip(measure.projects, names, strict=True)
    ]
    if key_first:
        _key(w, titles)
    if s.listing == "table":
        _table(w, sorted(flat, key=lambda one: _carrier(s, one[1])) if rng.random() < 0.5 else flat)
    else:
        _by_carrier(w, flat)
    if not key_first:
        note: list[Text] = [
            (Run(f"MA {measure.number}: "), title) for measure, title in zip(s.measures, titles, strict=True)
        ]
        lead = Run("Schlüssel der Maßnahmenarten: ")
        w.add(Paragraph((lead, *enumerated(note, "; ", "; "), Run(".")), "left", scale=0.92))


_LEAD = "Träger und Projekte sind nachstehend genannt; in Klammern der Schlüssel der Maßnahmenart (MA)."


def _key(w: Writer, titles: list[Run]) -> None:
    """What the keys mean; where sums go to the Maßnahmenarten, they stand here."""
    s = w.scenario
    paid = s.budget == "by_measure"
    heads = ("MA", "Maßnahmenart", *(("Ansatz in EUR",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    w.tables += 1 if paid else 0
    found = parts(w, style="cell", table=w.tables, rows=range(1, len(titles) + 1)) if paid else []
    for index, (measure, title) in enumerate(zip(s.measures, titles, strict=True)):
        money: tuple[Text, ...] = ((found[index].amount,),) if paid else ()
        rows.append((plain(str(measure.number)), (title,), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("zusammen", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    shares = (0.5, 4.4, 1.4)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0))


def _table(w: Writer, flat: list[tuple[Measure, Project, Run]]) -> None:
    """One row for each project, with its key in a narrow column."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    heads = ("Projekt", "Träger", "MA", *(("Ansatz in EUR",) if paid else ()))
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for measure, project, name in flat:
        money: tuple[Text, ...] = ()
        if paid:
            money = ((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),),)
        rows.append(((name,), plain(CARRIERS[_carrier(s, project)]), plain(str(measure.number)), *money))
    if paid:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("zusammen", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "center", "right")
    shares = (2.9, 2.2, 0.5, 1.4)
    look = (shares[: len(heads)], aligns[: len(heads)], s.ruled)
    w.add(Table(tuple(rows), *look, padding=3.0, together=True))


def _by_carrier(w: Writer, flat: list[tuple[Measure, Project, Run]]) -> None:
    """A paragraph for each provider: what it runs, and in brackets to which Maßnahmenart that belongs."""
    s = w.scenario
    for index, carrier in enumerate(CARRIERS):
        told: list[Text] = []
        for measure, project, name in flat:
            if _carrier(s, project) != index:
                continue
            money: Text = ()
            if project.amount is not None:
                money = (Run("; "), project_sum(w, measure, project))
            told.append((name, Run(f" (MA {measure.number}"), *money, Run(")")))
        if told:
            text = (Run(f"{carrier}: "), *enumerated(told, ", "))
            w.add(Paragraph(text, "left", after=3, indent=18, hang=18, marker=plain("–")))
    w.add(Gap(3))


def _sign(w: Writer) -> None:
    """Whom for, the pen, name and office in one line; where and when as key and value at the foot."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "stacked":
        w.add(*in_rows(columns, 1, then=14.0))
        return
    three = s.signature_form == "three_columns" and len(columns) == 3
    w.add(*in_rows(columns, 3 if three else 2, gutter=20.0 if three else 32.0, scale=0.88 if three else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.bare_organisation,))]
    if form == "organ" and party.gender != "n":
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lines.append(SignLine(plain(f"– {organ} –")))
    lines.append(SignLine((), "rule", pen=one.name is not None, height=42.0))
    if form == "captions":
        lines.append(SignLine(plain("Unterschrift und Siegel")))
    if one.name and one.function:
        name: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        deputy = "in Vertretung " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), *name, Run(", "), one.function))]
    lines += [SignLine((Run("Ort: "), one.place)), SignLine((Run("Datum: "), one.date))]
    return tuple(lines)
