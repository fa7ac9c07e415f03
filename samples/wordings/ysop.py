"""An exchange of letters: the ministry proposes in one, each county or city accepts in one of its own."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
    Align,
    Divider,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    amended,
    aside_texts,
    enumerated,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Bitte beachten Sie, dass Bewirtungskosten nur bis {cap} je Veranstaltung berücksichtigt werden können.",
    "Sie haben uns {persons} Plätze gemeldet, von denen {young} noch nicht belegt sind.",
    "Für ein Gespräch erreichen Sie das Fachreferat unter {phone}.",
    "Zum Vergleich: Bisher sind über alle Kreise und Städte hinweg {past} ausgezahlt worden.",
    "Wie bisher werden {rate} v. H. der Bruttolöhne als Verwaltungsanteil anerkannt.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "„{name}“",
    "{name} der Volkshochschule",
    "{name} – Fortführung",
    "Werkstatt {name}",
)
AIMS = (
    "Wir sind mit Ihnen einig, dass niemand ohne Aussicht auf einen Beruf bleiben soll.",
    "Sie entscheiden, welche Träger Sie beauftragen; wir geben den finanziellen Rahmen.",
    "Wir erwarten, dass Frauen bei den Plätzen mindestens zur Hälfte zum Zuge kommen.",
    "Die Angebote sollen auch Menschen offenstehen, die keine Leistungen beziehen.",
)

CLOSINGS = (
    "Sind Sie einverstanden, so genügt Ihre schriftliche Antwort; mit ihrem Eingang ist die Vereinbarung "
    "geschlossen.",
    "Wir bitten um Ihre Zustimmung. Dieses Schreiben und Ihre Antwort bilden zusammen die Vereinbarung.",
)
ANSWERS = (
    "Ihrem Vorschlag stimmen wir zu. Die Vereinbarung ist damit geschlossen.",
    "mit dem Inhalt Ihres Schreibens sind wir einverstanden und erklären hiermit die Annahme.",
)


class _Points:
    """ "1. Heading." in bold at the start of its first sentence."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.lead: Text = ()

    def open(self, title: str) -> None:
        w = self.w
        self.lead = (w.next_section(), Run(". ", bold=True), w.heading(title), Run(". ", bold=True))

    def say(self, sentence: str, with_next: bool = False, **filled: Run | Text | str) -> None:
        text = (*self.lead, *self.w.fill(sentence, **filled))
        before = 5.0 if self.lead else 0.0
        self.lead = ()
        self.w.add(Paragraph(text, "left", before=before, after=4, with_next=with_next))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), rng.choice((long_date, full_figures)))
    w = Writer(s, rng)
    sides = enter_by_party(w, named_once=True)
    _letterhead(w, sides[0])
    points = _Points(w)
    annex = not s.amendment and rng.random() < 0.5
    if s.amendment:
        _amend(points)
    else:
        _agree(points, annex)
    points.say(rng.choice(CLOSINGS))
    _close(w, sides[0])
    if annex:
        w.add(Paragraph(plain("Anlage"), "left", scale=0.9, before=6, after=0), NewPage())
        w.add(Paragraph(plain("Anlage zu unserem Schreiben"), "right", scale=0.9, after=10))
        _project_table(w)
    for side in sides[1:]:
        w.add(NewPage())
        _answer(w, side)
    return w, Sheet(
        family=rng.choice(("helvetica", "source-sans", "times")),
        size=rng.choice((10.6, 11.2)),
        leading=rng.choice((1.28, 1.38)),
        footer=rng.choice((None, "- {page} -", "Servicezeiten: Mo bis Do 9 bis 15 Uhr")),
        header=None,
        left=76,
        right=64,
        top=60,
        bottom=58,
    )


def _letterhead(w: Writer, side: list[tuple[Signature, bool]]) -> None:
    """Who writes, to whom, when and why; who writes is not named again."""
    s = w.scenario
    one = side[0][0]
    name = replace(w.bare_party(0), bold=True)
    w.add(Paragraph((name,), "left", scale=1.15, after=0))
    printed = "parties[0].name"
    if s.land:
        printed = "parties[0].representative"
        w.add(Paragraph((Run(s.grantor.printed, printed),), "left", after=0))
    w.shared[f"{one.path}.organisation"] = printed
    w.add(
        Divider(after=4),
        Paragraph(plain(f"Musterallee 4 · {s.grantor.seat}"), "left", scale=0.78, after=16),
    )
    for index in range(1, len(s.parties)):
        article, body = w.party(index, "accusative", mark=True)
        inserted = represented(w, index)
        organ = (NEW_LINE, Run("– "), inserted[-1], Run(" –")) if inserted else ()
        article_line = Run("An " + article.text)
        w.add(Paragraph((article_line, NEW_LINE, body, *organ), "left", after=8))
    if s.file_mark:
        mark = f"Unser Zeichen: {s.file_mark.removeprefix('Az. ')}"
        w.add(Paragraph(plain(mark), "right", scale=0.9, after=2))
    w.add(Paragraph((one.place, Run(", den "), one.date), "right", before=6, after=14))
    w.add(
        Paragraph(
            (
                w.kind(),
                Run(" ", bold=True),
                w.year(bold=True),
                Run(" zum ", bold=True),
                *[replace(run, bold=True) for run in programme_names(w)],
            ),
            "left",
            after=1,
        ),
        Paragraph(plain("hier: Abschluss durch Briefwechsel"), "left", after=12),
        Paragraph(plain("Sehr geehrte Damen, sehr geehrte Herren,"), "left", after=7),
    )


def _amend(points: _Points) -> None:
    w = points.w
    w.add(Paragraph(plain("wir schlagen Ihnen folgende Änderung vor."), "left", after=4))
    points.open("Anlass")
    points.say(
        "Am {day} ist zwischen uns eine Zielvereinbarung zustande gekommen, die wir ändern möchten.",
        day=amended(w),
    )
    points.open(w.rng.choice(("Summe", "Zuweisung")))
    old, new = replaced(w)
    points.say(
        w.rng.choice(
            (
                "Wir hatten Ihnen für {clause_year} {old} zugesagt. Jetzt sind es {new}.",
                "Die Zusage für {clause_year} lautet künftig auf {new}; bisher waren es {old}.",
            )
        ),
        old=old,
        new=new,
    )
    points.open("Alles Weitere")
    points.say(
        "Am übrigen Inhalt ändert sich nichts. Der Bescheid kommt vom {authority}.", authority=w.authority()
    )


def _agree(points: _Points, annex: bool) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    w.add(
        Paragraph(
            plain("nach den Gesprächen der letzten Wochen schlagen wir Ihnen vor, Folgendes zu vereinbaren."),
            "left",
            after=4,
        )
    )
    points.open(rng.choice(("Ziel", "Worauf es ankommt")))
    for sentence in rng.sample(AIMS, 2):
        points.say(sentence)
    if s.reference:
        points.say("Ihr Konzept vom {day} liegt uns vor.", day=w.date(s.reference, "reference"))
    points.open(rng.choice(("Zuweisung", "Was Sie erhalten")))
    _funds(points)
    points.open(rng.choice(("Ihre Projekte", "Projekte")))
    if annex:
        points.say("Die Projekte, auf die wir uns verständigt haben, nennt die Anlage.")
    else:
        _project_lines(points)
    points.open("Termine")
    points.say("Die Zuweisung ist {period} zu verwenden.", period=period(w))
    points.say(
        "Über die Verwendung berichten Sie bis {deadline} an das {authority}, von dem Sie auch den Bescheid "
        "erhalten.",
        deadline=w.date(s.deadline, "deadline"),
        authority=w.authority(),
    )
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left", after=4))


def _funds(points: _Points) -> None:
    w, s, rng = points.w, points.w.scenario, points.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        points.say("Wir weisen Ihnen über mehrere Haushaltsjahre {total} zu.", total=amount)
    else:
        points.say(
            rng.choice(
                (
                    "Wir weisen Ihnen für das Jahr {clause_year} bis zu {total}{words} zu.",
                    "Für {clause_year} haben wir {total}{words} für Sie vorgemerkt.",
                )
            ),
            total=amount,
            words=(Run(" („"), words, Run("“)")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table":
        head = {"by_year": "Jahr", "by_measure": "Wofür"}.get(s.budget, "Woraus")
        w.add(split_table(w, (head, "Zuweisung in EUR"), "Zuweisung insgesamt", shares=(3.0, 1.6)))
        return
    lead = {"by_year": " auf das Jahr ", "by_measure": " auf die Maßnahmenart "}.get(s.budget, " auf das ")
    told = [(part.amount, Run(lead), *part.label) for part in parts(w)]
    points.say("Hiervon entfallen {told}.", told=enumerated(told))


def _project_lines(points: _Points) -> None:
    """A paragraph for each Maßnahmenart: its title, then the projects in a sentence or line by line."""
    w, s = points.w, points.w.scenario
    points.say("Sie führen durch:", with_next=True)
    prose = s.listing == "list"
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told = [
            (name, *project_money(w, measure, project, " mit "))
            for name, project in zip(names, measure.projects, strict=True)
        ]
        text: Text = (Run(f"in der Maßnahmenart {measure.number}, "), title, Run(": "))
        if prose:
            w.add(Paragraph((*text, *enumerated(told, last=" sowie ")), "left", after=4, indent=24))
            continue
        w.add(Paragraph(text, "left", after=1, indent=24, with_next=True))
        for one in told:
            w.add(Paragraph(one, "left", after=1, indent=50, hang=12, marker=plain(">")))
        w.add(Gap(3))


def _project_table(w: Writer) -> None:
    """Project by project, the Maßnahmenart beside each first one; sums where there are any."""
    s = w.scenario
    paid = s.budget == "by_project"
    w.tables += 1 if paid else 0
    rows: list[tuple[Text, ...]] = []
    heads = ("Projekt", "gehört zur Maßnahmenart", *(("Zuweisung",) if paid else ()))
    rows.append(tuple(plain(head, True) for head in heads))
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            kind: Text = (Run(f"{measure.number} – "), title) if index == 0 else plain(f"{measure.number}")
            money: tuple[Text, ...] = ()
            if paid:
                run = project_sum(
                    w, measure, project, style="sign", table=w.tables, row=len(rows), section=None
                )
                money = ((run,),)
            rows.append(((name,), kind, *money))
    if paid:
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows), section=None)
        rows.append((plain("Zuweisung insgesamt", True), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    shares = (2.6, 3.0, 1.4)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled))


def _close(w: Writer, side: list[tuple[Signature, bool]]) -> None:
    """The greeting and the hands below it; whose day is another has it over the name."""
    w.add(Paragraph(plain("Mit freundlichen Grüßen"), "left", before=8, after=0, with_next=True))
    columns = [_hand(w, one, own and number > 0) for number, (one, own) in enumerate(side)]
    columns += [()] * (2 - len(columns))
    w.add(SignatureColumns(tuple(columns), before=0, gutter=24))


def _hand(w: Writer, one: Signature, dated: bool) -> tuple[SignLine, ...]:
    lines = [SignLine(plain("In Vertretung" if one.signer.deputising else ""))]
    lines.append(SignLine((), "none", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        bracket = ("(", ")") if w.scenario.signing == "brackets" else ("", "")
        lines += [SignLine((Run(bracket[0]), one.name, Run(bracket[1]))), SignLine((one.function,))]
    if dated:
        lines.append(SignLine((one.place, Run(", "), one.date)))
    return tuple(lines)


def _answer(w: Writer, side: list[tuple[Signature, bool]]) -> None:
    """The letter back: its head, its place and day, the consent, the hands."""
    s = w.scenario
    one = side[0][0]
    party = one.signer.organisation
    if s.signing == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        head: Text = (Run(f"{organ} {article} ", bold=True), replace(name, bold=True))
    else:
        head = (replace(one.bare_organisation, bold=True),)
    aligns: tuple[Align, ...] = ("left", "center", "right")
    align = w.rng.choice(aligns)
    w.add(Paragraph(head, align, scale=1.15, after=20))
    article, ministry = s.grantor.case("accusative")
    w.add(
        Paragraph((Run(f"An {article}"), NEW_LINE, Run(ministry)), "left", after=18),
        Paragraph((one.place, Run(", "), one.date), "right", after=14),
        Paragraph(plain(f"Ihr Schreiben zur {s.kind} {s.year}", True), "left", after=12),
        Paragraph(plain("Sehr geehrte Damen, sehr geehrte Herren,"), "left", after=7),
        Paragraph(plain(w.rng.choice(ANSWERS)), "left", after=6),
    )
    _close(w, side)
