"""Of the test split: not to be opened by whoever tunes or trains a reader."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter_by_party, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import law
from samples.wordings.money import parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, represented
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden können bis zu {cap} je Person und Kurs berücksichtigt werden.",
    "Die Planung sieht {persons} Eintritte vor, darunter {young} Eintritte aus dem "
    "Asylbewerberleistungsgesetz.",
    "Für Rückfragen zu dieser Vereinbarung steht das Fachreferat telefonisch ({phone}) bereit.",
    "Zum Vergleich: Das Land hat im vorangegangenen Jahr landesweit {past} bewilligt.",
    "Gemeinkosten sind mit pauschal {rate} % der direkten Personalausgaben abgegolten.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} - Kooperationsmodell",
    "{name} in Teilzeit",
    "Beratungsstelle {name}",
    "Kurs „{name}“",
    "{name} PLUS",
)
CARRIERS = (
    "Bildungswerk der Wirtschaft",
    "Kreisvolkshochschule",
    "Internationaler Bund",
    "Lernwerk Musterau gGmbH",
    "AWO-Kreisverband",
    "Eigenbetrieb Arbeit und Beschäftigung",
)
AIMS = (
    "mindestens {a} junge Menschen auf eine Ausbildung vorzubereiten und {b} von ihnen in Ausbildung zu "
    "bringen,",
    "{b} Ausbildungsverhältnisse durch Coaching zu stabilisieren,",
    "die Zahl der vorzeitig gelösten Ausbildungsverträge auf unter {c} % zu senken,",
    "{a} Personen im Leistungsbezug nach dem SGB II an den Arbeitsmarkt heranzuführen,",
    "{b} Plätze für Alleinerziehende vorzuhalten,",
)


class _Numbers:
    """ "1. Heading" with a hanging number; justified or ragged paragraphs below without one."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)
        self.align: Align = w.rng.choice(("left", "justify"))

    def open(self, title: str) -> None:
        marker = (self.w.next_section(), Run(".", bold=True))
        self.w.add(
            Paragraph(
                (self.w.heading(title),),
                "left",
                before=12,
                after=5,
                indent=22,
                hang=22,
                marker=marker,
                with_next=True,
            )
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, self.align, after=6, with_next=with_next))

    def bullet(self, text: Text, with_next: bool = False) -> None:
        self.w.add(
            Paragraph(text, "left", after=2, indent=38, hang=14, marker=plain("•"), with_next=with_next)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    _opening(w)
    numbers = _Numbers(w)
    if s.amendment:
        _amend(numbers)
    else:
        _agree(numbers)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "helvetica", "source-sans")),
        size=rng.choice((11.0, 11.5)),
        leading=rng.choice((1.25, 1.38)),
        footer=rng.choice(("Seite {page} von {pages}", "{page}", "Seite {page}")),
        footer_align=rng.choice(("right", "center")),
        left=71,
        right=71,
    )


def _opening(w: Writer) -> None:
    """The title in the middle, the sides one below the other with what they are called in dashes."""
    s = w.scenario
    words = roles(w)
    w.add(
        Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "center", scale=1.5, after=4),
        Paragraph(plain("zum"), "center", after=2),
    )
    for index in range(len(s.programmes)):
        lead = plain("und zum ", True) if index else ()
        name = replace(w.programme(index), bold=True)
        w.add(Paragraph((*lead, name), "center", scale=1.15, after=2))
    w.add(Paragraph(plain("zwischen"), "center", before=10, after=6))
    last = len(s.parties) - 1
    for index in range(last + 1):
        named = (*w.party(index, "dative", mark=True), *represented(w, index))
        w.add(Paragraph(named, "center", after=2, with_next=True))
        if index in (0, last):
            short = abbreviation(w) if index == 0 else ()
            noun = short[1] if short else Run(words["takes" if index else "gives"].partition(" ")[2])
            called = (Run("– nachstehend: "), noun, Run(" –"))
            w.add(Paragraph(called, "center", scale=0.92, after=6))
        if index < last:
            w.add(Paragraph(plain("und"), "center", after=6))


def _amend(numbers: _Numbers) -> None:
    w, rng = numbers.w, numbers.w.rng
    numbers.open("Anlass der Änderung")
    numbers.say(
        "Die am {day} geschlossene Zielvereinbarung wird wegen eines höheren Platzbedarfs angepasst.",
        day=amended(w),
    )
    numbers.open(rng.choice(("Neue Fördersumme", "Änderung der Fördersumme")))
    old, new = replaced(w)
    numbers.say(
        rng.choice(
            (
                "Die Fördersumme für das Jahr {clause_year} erhöht sich von {old} auf {new}.",
                "Die Angabe „{old}“ als Fördersumme {clause_year} wird durch die Angabe „{new}“ ersetzt.",
            )
        ),
        old=old,
        new=new,
    )
    numbers.open("Übrige Bestimmungen")
    numbers.say(
        "Die übrigen Bestimmungen gelten unverändert weiter. Der Änderungsantrag ist dem {authority} "
        "unverzüglich vorzulegen.",
        authority=w.authority(),
    )


def _agree(numbers: _Numbers) -> None:
    w, s, rng = numbers.w, numbers.w.scenario, numbers.w.rng
    numbers.open(rng.choice(("Grundlagen", "Rechtliche Grundlagen")))
    numbers.say(
        "Die Förderung erfolgt nach den §§ 23 und 44 {lho} und den Fach- und Fördergrundsätzen des Landes in "
        "der jeweils geltenden Fassung. Ein Rechtsanspruch besteht nicht.",
        lho=law(w, "lho", short=True),
    )
    if s.reference:
        numbers.say(
            "Fachliche Grundlage ist die regionale Ausbildungs- und Arbeitsmarktstrategie in der Fassung vom "
            "{day}.",
            day=w.date(s.reference, "reference"),
        )
    numbers.open(rng.choice(("Ziele", "Ziele der Förderung")))
    numbers.say("Mit der Förderung wird das Ziel verfolgt,", with_next=True)
    for aim in rng.sample(AIMS, 3):
        figures = {"a": rng.randint(24, 180), "b": rng.randint(8, 22), "c": rng.randint(11, 28)}
        numbers.bullet(plain(aim.format(**figures)))
    numbers.say("und so zur Sicherung des Fachkräftebedarfs in der Region beizutragen.")
    numbers.open(rng.choice(("Höhe der Förderung", "Fördersumme")))
    _money(numbers)
    numbers.open(rng.choice(("Projekte", "Förderfähige Projekte")))
    _projects(numbers)
    numbers.open("Antrag, Auszahlung und Nachweis")
    _course(numbers)
    numbers.open("Zusammenarbeit")
    numbers.say(
        "{Gives} und {takes} unterrichten einander über Umstände, die das Erreichen der Ziele gefährden. Auf "
        "die Förderung durch das Land ist in allen Veröffentlichungen hinzuweisen."
    )
    for text in aside_texts(w, OWN_ASIDES):
        numbers.say("{text}", text=text)
    numbers.open(rng.choice(("Laufzeit", "Geltungsdauer")))
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    numbers.say(
        "Der Förderzeitraum beginnt am {start} und endet am {end}. Änderungen und Ergänzungen sind nur "
        "schriftlich möglich.",
        start=w.date(date(s.year, 1, 1), "period_start"),
        end=w.date(date(s.year + later, 12, 31), "period_end"),
    )


def _money(numbers: _Numbers) -> None:
    w, s, rng = numbers.w, numbers.w.scenario, numbers.w.rng
    years = s.budget == "by_year"
    alone = s.budget == "one_line"
    amount, words = total_in_words(w, bold=alone, year=None if years else s.clause_year)
    if alone:
        numbers.say(
            "{Takes} {gets} für das Haushaltsjahr {clause_year} eine Zuwendung in Höhe von bis zu",
            with_next=True,
            gets=verb(w, "erhält", "erhalten"),
        )
        w.add(Paragraph((amount, Run(".")), "left", before=2, after=8, indent=60))
    else:
        numbers.say(
            "{Takes} {gets} für die kommenden Haushaltsjahre Zuwendungen in Höhe von insgesamt bis zu "
            "{total}."
            if years
            else rng.choice(
                (
                    "{Gives} gewährt {takes_dat} für das Haushaltsjahr {clause_year} eine Zuwendung von bis "
                    "zu {total}{words}.",
                    "Die Fördersumme für das Haushaltsjahr {clause_year} beträgt höchstens {total}{words}.",
                )
            ),
            gets=verb(w, "erhält", "erhalten"),
            total=amount,
            words=(Run(" (in Worten: "), words, Run(")")) if words else "",
        )
    if s.budget in ("by_measure", "by_year", "two_programmes"):
        _split(numbers)
    numbers.say(
        "Es handelt sich um eine Projektförderung in Form der Fehlbedarfsfinanzierung. Übersteigen die "
        "Ausgaben die Planung, erhöht sich die Zuwendung dadurch nicht."
    )


def _split(numbers: _Numbers) -> None:
    w, s = numbers.w, numbers.w.scenario
    if s.listing == "list":
        pieces: list[Text] = []
        for part in parts(w):
            lead = {"by_measure": " auf „", "by_year": " auf das Jahr ", "two_programmes": " auf das "}
            tail = "“" if s.budget == "by_measure" else ""
            pieces.append((part.amount, Run(lead[s.budget]), *part.label, Run(tail)))
        numbers.say("Hiervon entfallen {pieces}.", pieces=enumerated(pieces, last=" sowie "))
        return
    numbers.say("Die Fördersumme verteilt sich wie folgt:", with_next=True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    heads = {
        "by_measure": ("Maßnahmenart", "Anzahl der Projekte", "Landesmittel in Euro"),
        "by_year": ("Haushaltsjahr", "Veranschlagung", "Landesmittel in Euro"),
        "two_programmes": ("Budget", "Kapitel", "Landesmittel in Euro"),
    }[s.budget]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for part in found:
        if s.budget == "by_measure":
            middle = str(len(s.measures[part.index].projects))
        elif s.budget == "by_year":
            middle = "Verpflichtungsermächtigung" if part.index else "Ansatz"
        else:
            middle = ("08 05", "08 06")[part.index]
        rows.append((part.label, plain(middle), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Fördersumme", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "center", "right")
    shares = (1.6, 2.6, 1.8) if s.budget == "by_year" else (3.0, 1.6, 1.7)
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=3.0, together=True))


def _projects(numbers: _Numbers) -> None:
    """The Maßnahmenart on a line in bold; below it bullets, or a table where the projects have sums."""
    w, s = numbers.w, numbers.w.scenario
    numbers.say("Aus der Zuwendung werden die nachstehenden Projekte gefördert:", with_next=True)
    dash = w.rng.choice((" – ", ": "))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}{dash}", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=5, after=3, with_next=True))
        if s.budget == "by_project" and s.listing == "table":
            _sums(w, measure, names)
            continue
        for name, project in zip(names, measure.projects, strict=True):
            carrier, places = _facts(s, project)
            money: Text = (Run(": "), project_sum(w, measure, project)) if project.amount else ()
            numbers.bullet((name, Run(f" (Träger: {carrier}; {places} Plätze)"), *money))
        if s.budget == "by_project" and len(names) > 1:
            text = (Run(f"Zwischensumme Maßnahmenart {measure.number}: "), subtotal(w, measure))
            w.add(Paragraph(text, "left", before=2, after=4, indent=38))
    w.add(Gap(4))


def _sums(w: Writer, measure: Measure, names: list[Run]) -> None:
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Projekt", "Träger", "Plätze", "Euro")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for name, project in zip(names, measure.projects, strict=True):
        carrier, places = _facts(s, project)
        run = project_sum(w, measure, project, row=len(rows), **entry)
        rows.append(((name,), plain(carrier), plain(str(places)), (run,)))
    if len(names) > 1:
        run = subtotal(w, measure, row=len(rows), **entry)
        rows.append((plain("zusammen"), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (2.6, 2.3, 0.8, 1.3), aligns, s.ruled, padding=2.5, after=6.0, together=True))


def _facts(s: Scenario, project: Project) -> tuple[str, int]:
    dice = random.Random(f"{s.year}{project.name}{s.deadline}")
    return dice.choice(CARRIERS), dice.randint(6, 36)


def _course(numbers: _Numbers) -> None:
    w, s, rng = numbers.w, numbers.w.scenario, numbers.w.rng
    first = min((one.day for one in s.signers if one.day), default=date(s.year, 2, 1))
    applied = date(s.year, 3, rng.randint(1, 28))
    if applied < first:
        numbers.say(
            "Der Förderantrag vom {day} liegt dem {authority}, Dezernat 57, vor; das Dezernat entscheidet "
            "durch Bescheid.",
            day=w.date(applied, "reference"),
            authority=w.authority(),
        )
    else:
        numbers.say(
            "Der Förderantrag ist bis zum {day} beim {authority}, Dezernat 57, zu stellen; das Dezernat "
            "entscheidet durch Bescheid.",
            day=w.date(date(s.year, 3, 31), "deadline"),
            authority=w.authority(),
        )
    numbers.say(
        "Die Mittel werden in Höhe von 60 v. H. nach Bestandskraft des Bescheids ausgezahlt, der Rest nach "
        "Anforderung, die spätestens am {call} eingegangen sein muss. Der Verwendungsnachweis besteht aus "
        "Sachbericht und zahlenmäßigem Nachweis; er ist bis zum {deadline} vorzulegen.",
        call=w.date(date(s.year, 11, 30), "deadline"),
        deadline=w.date(s.deadline, "deadline"),
    )


def _sign(w: Writer) -> None:
    """A column for each side: place and day, whom for, room for the hand, name and office."""
    columns: list[tuple[SignLine, ...]] = []
    for side in enter_by_party(w, named_once=True):
        lines: list[SignLine] = []
        for number, (one, dated) in enumerate(side):
            lines += _hand(one, number == 0, dated, w.scenario.signing)
        columns.append(tuple(lines))
    across = 3 if w.scenario.signature_form == "three_columns" and len(columns) == 3 else 2
    w.add(*in_rows(columns, across, scale=0.88 if across == 3 else 1.0, gutter=26.0))


def _hand(one: Signature, first: bool, dated: bool, form: str) -> list[SignLine]:
    lines: list[SignLine] = []
    if dated:
        lines.append(SignLine((one.place, Run(", "), one.date)))
        lines.append(SignLine(plain("Ort, Datum") if form == "captions" else (), height=10.0))
    if first:
        article, name = one.organisation("accusative")
        lead = Run(f"Für {article} ")
        if form == "organ" and one.signer.organisation.gender != "n":
            article, name = one.organisation("genitive")
            body = "Kreisausschuss" if one.signer.organisation.gender == "m" else "Magistrat"
            lead = Run(f"Für den {body} {article} ")
        lines.append(SignLine((lead, name)))
    ruled = form in ("captions", "brackets")
    lines.append(SignLine((), "rule" if ruled else "none", pen=one.name is not None, height=40.0))
    if one.name and one.function:
        deputy = plain("In Vertretung: ") if one.signer.deputising else ()
        named = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine((*deputy, *named)), SignLine((one.function,))]
    return lines
