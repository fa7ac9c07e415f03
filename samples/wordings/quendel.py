"""Roman headings at the left, terms in a list before all else, projects in sentences, a plan of financing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

from samples.blocks import Footnote, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import SPLIT, parts, project_money, replaced, subtotal, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    enumerated,
    programme_genitives,
    represented,
)
from samples.wordings.roles import roles, verb
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Honorarkräfte dürfen für einen Unterrichtstag nicht mehr als {cap} berechnen.",
    "Die Teilnehmerzahl liegt bei {persons}, die Gruppengröße bei höchstens {young}.",
    "Für Rückfragen steht die Koordinierungsstelle bereit, Telefon {phone}.",
    "Die Region hat im Vorjahr ungefähr {past} für vergleichbare Zwecke verwendet.",
    "Eine Überschreitung einzelner Ansätze um bis zu {rate} % ist unschädlich.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} – Stufe 1",
    "Jugendwerkstatt {name}",
    "{name} (Landwirtschaft)",
    "Talentschmiede {name}",
    "{name} regional",
)
CARRIERS = (
    "Bildungsstätte Musterau",
    "Arbeiterwohlfahrt Musterau",
    "Handwerkskammer",
    "Lebenshilfe Beispieltal",
    "Evangelisches Dekanat Probestadt",
)


class _Chapters:
    """ "I. Heading" at the left; sentences lettered where there are several."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.words = roles(w)

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=12, after=4, indent=28, hang=28, marker=number, with_next=True)
        )

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, after=5, with_next=with_next))

    def point(self, sentence: str, **filled: Run | Text | str) -> None:
        text = self.w.fill(sentence, **{**self.words, **filled})
        self.w.add(Paragraph(text, "left", after=2.5, indent=28, hang=12, marker=plain("•")))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, short_month, full_figures)))
    w = Writer(s, rng, numbering="I")
    _opening(w)
    chapters = _Chapters(w)
    if s.amendment:
        _amend(chapters)
    else:
        _agree(chapters)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "times")),
        size=rng.choice((10.8, 11.2)),
        leading=rng.choice((1.34, 1.46)),
        header=rng.choice((None, f"Zielvereinbarung {s.recipients[0].printed}")),
        header_align="right",
        footer="{page}/{pages}",
        footer_align="right",
        left=82,
        right=68,
    )


def _opening(w: Writer) -> None:
    """The title with programme and year in one sentence; the sides behind "abgeschlossen zwischen"."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "left", scale=1.7, after=3),
        Paragraph(
            (Run("zur Umsetzung des "), *programme_genitives(w), Run(" im Jahr "), w.year()), "left", after=10
        ),
        Paragraph(plain("abgeschlossen zwischen"), "left", after=5),
    )
    for index in range(len(s.parties)):
        short = abbreviation(w) if index == 0 else ()
        name = w.party(index, "dative", mark=True)
        bracket = (Run(" "), *short[:2], Run(")")) if short else ()
        inserted = represented(w, index)
        tail = plain("," if inserted and index < len(s.parties) - 1 else "")
        lead = plain("und " if index else "")
        w.add(Paragraph((*lead, *name, *bracket, *inserted, *tail), "left", after=5, indent=28))


def _amend(chapters: _Chapters) -> None:
    w = chapters.w
    chapters.open("Ausgangsvereinbarung")
    chapters.say(
        "Diese Vereinbarung ändert die am {day} geschlossene Zielvereinbarung über dasselbe Programm.",
        day=amended(w),
    )
    chapters.open("Änderungen")
    old, new = replaced(w)
    chapters.point("Bisherige Landesmittel {clause_year}: {old}", old=old)
    chapters.point("Landesmittel {clause_year} nach der Änderung: {new}", new=new)
    w.add(Gap(3))
    chapters.say("Die Projekte und ihre Träger bleiben dieselben.")
    chapters.open("Schluss")
    chapters.say(
        "Über die Auszahlung des Mehrbetrags entscheidet das {authority} gesondert.",
        authority=w.authority(),
    )


def _agree(chapters: _Chapters) -> None:
    w, rng = chapters.w, chapters.w.rng
    chapters.open(rng.choice(("Vereinbarungszweck", "Anliegen der Parteien")))
    chapters.say(
        "Land und kommunale Ebene wollen gemeinsam erreichen, dass Schulabgänge nicht in Arbeitslosigkeit "
        "münden und Erwerbslose einen neuen Anfang finden."
    )
    chapters.open(rng.choice(("Laufzeit und Termine", "Termine")))
    _terms(chapters)
    chapters.open(rng.choice(("Vorhaben", "Vereinbarte Vorhaben")))
    _projects(chapters)
    star = "*" if rng.random() < 0.5 else ""
    if star:
        stated = date(w.scenario.year, 1, 15)
        day = w.date(stated, "other", full_figures(stated))
        w.add(Footnote(w.fill("* Vorläufige Haushaltsführung, Stand {day}.", day=day)))
    chapters.open("Finanzierung")
    _money(chapters, star)
    for text in aside_texts(w, OWN_ASIDES):
        chapters.say("{text}", text=text)
    chapters.open("Schlussbestimmung")
    chapters.say(
        "Mündliche Nebenabreden bestehen nicht. {Takes} {gets} eine Ausfertigung, {gives} die andere.",
        gets=verb(w, "erhält", "erhalten"),
    )


def _terms(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    write = rng.choice((long_date, full_figures))
    later = len(s.shares) - 1 if s.budget == "by_year" else 0
    start, end = date(s.year, 1, 1), date(s.year + later, 12, 31)
    chapters.point("Beginn: {day}", day=w.date(start, "period_start", write(start)))
    chapters.point("Ende: {day}", day=w.date(end, "period_end", write(end)))
    meeting = date(s.year, 11, rng.randint(10, 27))
    chapters.point(
        "Bilanzgespräch im Ministerium: {day}, 10 Uhr", day=w.date(meeting, "other", write(meeting))
    )
    call = date(s.year, 12, rng.choice((1, 8)))
    chapters.point(
        "Letzter Tag für Mittelabrufe im Jahr {y}: {day}", day=w.date(call, "deadline", write(call))
    )
    chapters.point(
        "Abgabe des Verwendungsnachweises beim {authority}: {day}",
        authority=w.authority(),
        day=w.date(s.deadline, "deadline", write(s.deadline)),
    )
    if s.reference:
        chapters.point(
            "Beschluss der Arbeitsmarktkonferenz zur Strategie: {day} (liegt vor)",
            day=w.date(s.reference, "reference", write(s.reference)),
        )
    w.add(Gap(3))


def _projects(chapters: _Chapters) -> None:
    """A sentence for each kind; its projects parted by semicolons, with carriers and sums."""
    w, s = chapters.w, chapters.w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            carrier = random.Random(f"{project.name}/{s.deadline}").choice(CARRIERS)
            money = project_money(w, measure, project, " mit ")
            told.append((name, Run(f", Träger {carrier}"), *money))
        tail: Text = ()
        if s.budget == "by_project" and len(names) > 1:
            tail = (Run("; Summe der Maßnahmenart: "), subtotal(w, measure))
        chapters.say(
            f"Maßnahmenart {measure.number} ({{title}}) umfasst: {{told}}{{tail}}.",
            title=replace(title, bold=True),
            told=enumerated(told, "; ", "; "),
            tail=tail,
        )


def _money(chapters: _Chapters, star: str) -> None:
    """The grant in a sentence or a line, its parts below; own funds and the cost of it all."""
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        chapters.say("Aus dem Landeshaushalt {clause_year} fließen", with_next=True)
        w.add(Paragraph((amount, Run(star)), "left", after=5, indent=60, with_next=True))
        chapters.say("als nicht rückzahlbarer Zuschuss.")
    elif years:
        chapters.say(
            "Das Land sagt für die gesamte Dauer {total} zu, jedoch nie mehr als den Jahresansatz:",
            with_next=True,
            total=(amount, Run(star)),
        )
    else:
        chapters.say(
            "Das Land fördert die Vorhaben {clause_year} mit {total}{words}.",
            total=(amount, Run(star)),
            words=(Run(" („"), words, Run("“)")) if words else "",
        )
    if s.budget in SPLIT:
        _split(chapters)
    if not years and rng.random() < 0.7:
        own = (s.total * rng.choice((15, 20, 25)) / 100).quantize(Decimal("1")).quantize(Decimal("0.01"))
        chapters.say(
            "Hinzu kommen Eigenmittel {takes_gen} von {own}, sodass Ausgaben von {all} gedeckt sind.",
            own=w.amount(own, "other", label="Eigenmittel")[0],
            all=w.amount(own + s.total, "other", label="Ausgaben")[0],
        )


def _split(chapters: _Chapters) -> None:
    w, s = chapters.w, chapters.w.scenario
    if s.listing == "list" or s.budget == "by_year":
        for part in parts(w):
            lead = "Ansatz " if s.budget == "by_year" else ""
            chapters.point("{lead}{label} – {sum}", lead=lead, label=part.label, sum=part.amount)
        w.add(Gap(3))
        return
    named = [(*part.label, Run(" ("), part.amount, Run(")")) for part in parts(w)]
    chapters.say("Die Summe setzt sich zusammen aus: {named}.", named=enumerated(named, " sowie ", ", "))


def _sign(w: Writer) -> None:
    """All below one another: place and day on the left half, the hand on the right, names under the line."""
    w.add(Gap(8))
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        w.add(SignatureColumns(_row(w, one), before=20.0 if number else 14.0, gutter=26.0))


def _row(w: Writer, one: Signature) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    form = w.scenario.signing
    left = [SignLine((one.place, Run(", "), one.date), "none", height=34.0)]
    if form == "captions":
        left.append(SignLine(plain("Ort und Datum")))
    right = [SignLine((), "rule", pen=one.name is not None, height=34.0)]
    if one.name and one.function:
        deputy = plain("i. V. ") if one.signer.deputising else ()
        named = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        right += [SignLine((*deputy, *named)), SignLine((one.function,))]
    party = one.signer.organisation
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        right.append(SignLine((Run(f"{body} {article} "), name)))
    else:
        right.append(SignLine((one.bare_organisation,)))
    return tuple(left), tuple(right)
