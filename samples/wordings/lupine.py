"""An old-fashioned agreement: Roman chapters, clauses counted through, dots that lead to sums, a register."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    Align,
    Divider,
    Gap,
    NewPage,
    Paragraph,
    Run,
    Sheet,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import redated, short_month
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total, total_in_words
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
    "Aufwendungen für Bewirtung sind nur bis zu {cap} je Veranstaltung anzuerkennen.",
    "Erwartet wird der Zuspruch von {persons} Personen, worunter wenigstens {young} Jugendliche sein sollen.",
    "Die Registratur ist unter {phone} zu erreichen.",
    "Die Staatskasse hat in früheren Jahren im Mittel {past} beigesteuert.",
    "Der Einbehalt bis zur Schlussabrechnung beträgt {rate} v. H. der Zuweisung.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Lehrwerkstatt {name}",
    "{name}, Abteilung Holz",
    "{name} (Jahrgang 2)",
    "Jugendberufshilfe {name}",
    "Eingliederungshilfe „{name}“",
)
MAXIMS = (
    "Die Mittel sind wirtschaftlich und sparsam zu verwenden; sie dürfen nur insoweit angefordert werden, "
    "als sie alsbald benötigt werden.",
    "Mit den Agenturen für Arbeit, den Kammern und den Verbänden der freien Wohlfahrtspflege ist "
    "Einvernehmen herzustellen.",
    "Bewerberinnen und Bewerber, die mehrfach benachteiligt sind, genießen bei gleicher Eignung den Vorzug.",
    "Auf eine gleichmäßige Versorgung von Stadt und Land ist Bedacht zu nehmen.",
)


class _Chapters:
    """ "I. Abschnitt" in the middle with its heading beneath, or "I." beside it; the clauses are counted
    through the whole text."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.word = w.rng.random() < 0.6
        self.count = 0

    def open(self, title: str) -> None:
        w = self.w
        number = (w.next_section(), Run(". Abschnitt" if self.word else ".", bold=True))
        if self.word:
            w.add(
                Paragraph(number, "center", before=14, after=0, with_next=True),
                Paragraph((w.heading(title),), "center", after=6, with_next=True),
            )
            return
        heading = (w.heading(title),)
        w.add(
            Paragraph(heading, "left", before=14, after=5, indent=30, hang=30, marker=number, with_next=True)
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text) -> None:
        self.count += 1
        marker = plain(f"{self.count}.")
        self.w.add(Paragraph(text, "justify", after=5, indent=30, hang=30, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((long_date, short_month)))
    s = replace(s, figures=rng.choice(("code_dash", "dash", "code", s.figures)))
    w = Writer(s, rng, numbering="I")
    _opening(w)
    chapters = _Chapters(w)
    listed = not s.amendment and ((s.budget == "by_project" and s.listing == "table") or rng.random() < 0.35)
    if s.amendment:
        _amend(chapters)
    else:
        _agree(chapters, listed)
    _sign(w)
    if listed:
        _register(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "caladea")),
        size=rng.choice((11.4, 12.0)),
        leading=rng.choice((1.3, 1.45)),
        header=rng.choice((None, "– {page} –")),
        header_align="center",
        footer=None,
        left=92,
        right=72,
        top=84,
        bottom=72,
    )


def _opening(w: Writer) -> None:
    """The mark of the file, the title, and the sides with letter-spaced "zwischen" and "und"."""
    s, rng = w.scenario, w.rng
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark.replace("Az.", "Gesch.-Z.:")), "left", scale=0.9, after=2))
    w.add(Paragraph(plain(f"{rng.choice(('Erste', 'Zweite'))} Ausfertigung"), "right", scale=0.9, after=22))
    w.add(Paragraph((w.kind(),), "center", scale=1.5, after=6))
    between = [Paragraph(plain("z w i s c h e n"), "center", after=6)]
    last = len(s.parties) - 1
    for index in range(last + 1):
        text = (*w.party(index, "dative", mark=True), *represented(w, index))
        between.append(Paragraph(text, "center", after=6))
        between += [Paragraph(plain("u n d"), "center", after=6)] if index < last else []
    subject = Paragraph(
        (Run("betreffend das "), *programme_names(w), Run(" für das Rechnungsjahr "), w.year()),
        "center",
        before=4,
        after=10,
    )
    w.add(*((subject, *between) if rng.random() < 0.5 else (*between, subject)))
    w.add(Divider(before=4, after=10))


def _amend(chapters: _Chapters) -> None:
    w = chapters.w
    chapters.open("Gegenstand des Nachtrages")
    chapters.say(
        "Unter Bezugnahme auf die am {day} getroffene Zielvereinbarung kommen die Beteiligten überein, deren "
        "Ansatz zu ändern.",
        day=amended(w),
    )
    old, new = replaced(w)
    chapters.say(
        w.rng.choice(
            (
                "Die Zuweisung für {clause_year}, bislang {old}, wird auf {new} festgesetzt.",
                "Statt der Zuweisung von {old} wird für {clause_year} eine solche von {new} gewährt.",
            )
        ),
        old=old,
        new=new,
    )
    chapters.open("Fortbestand")
    chapters.say("Die getroffene Vereinbarung behält im Übrigen ihre Gültigkeit.")
    chapters.say("Das {authority} ist verständigt.", authority=w.authority())


def _agree(chapters: _Chapters, listed: bool) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    chapters.open(rng.choice(("Allgemeines", "Grundsätze")))
    chapters.say(
        "Ausbildung und berufliche Qualifizierung benachteiligter Personen sind eine gemeinsame Aufgabe von "
        "Land und kommunaler Selbstverwaltung."
    )
    for sentence in rng.sample(MAXIMS, 2):
        chapters.say(sentence)
    chapters.open(rng.choice(("Zuweisung", "Mittelzuweisung")))
    _funds(chapters)
    for text in aside_texts(w, OWN_ASIDES):
        chapters.put(text)
    chapters.open("Verwendung der Mittel")
    if listed:
        chapters.say("Die Mittel sind nach Maßgabe des beigehefteten Verzeichnisses zu verwenden.")
        if s.budget == "by_measure":
            chapters.say("Auf die Maßnahmenarten entfallen:")
            for part in parts(w):
                _leader(w, part.label, part.amount)
            w.add(Gap(4))
    else:
        _uses(chapters)
    chapters.open("Rechnungslegung")
    chapters.say(
        "Über die Verwendung ist dem {authority} Rechnung zu legen, und zwar längstens bis {deadline}.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    if s.reference:
        chapters.say("Der Erlass vom {day} ist zu beachten.", day=w.date(s.reference, "reference"))
    chapters.open("Geltungsdauer")
    chapters.say("Die Vereinbarung wird für die Zeit {period} getroffen.", period=period(w))
    chapters.say("Sie ist in so vielen Stücken ausgefertigt, wie Beteiligte unterzeichnen.")


def _leader(w: Writer, label: Text, amount: Run) -> None:
    """What it is for, dots, and how much."""
    dots = "." * max(6, 48 - sum(len(run.text) for run in label))
    w.add(Paragraph((*label, Run(f" {dots} "), amount), "left", after=3, indent=48))


def _funds(chapters: _Chapters) -> None:
    w, s, rng = chapters.w, chapters.w.scenario, chapters.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        chapters.say(
            "Die Zuweisung, auf mehrere Rechnungsjahre verteilt, beläuft sich auf {total}.", total=amount
        )
    elif words and rng.random() < 0.5:
        chapters.say(
            "{G} weist {r_dat} für das Rechnungsjahr {clause_year} {words} ({total}) zu.",
            words=words,
            total=amount,
        )
    elif s.budget == "one_line" and rng.random() < 0.5:
        chapters.say("Aus dem Einzelplan des Ministeriums werden für {clause_year} zugewiesen")
        w.add(Paragraph((amount,), "right", before=2, after=8))
    else:
        chapters.say(
            rng.choice(
                (
                    "{G} weist {r_dat} für das Rechnungsjahr {clause_year} einen Betrag von "
                    "{total}{words} zu.",
                    "Für das Rechnungsjahr {clause_year} gelangen {total}{words} zur Zuweisung.",
                )
            ),
            total=amount,
            words=(Run(" (buchstäblich: "), words, Run(")")) if words else "",
        )
    if s.budget in SPLIT and s.budget != "by_measure":
        if s.budget == "two_programmes" and rng.random() < 0.5:
            first, second = parts(w)
            chapters.say(
                "Hierbei kommen {first} aus dem {one}, die restlichen {second} aus dem {two}.",
                first=first.amount,
                one=first.label,
                second=second.amount,
                two=second.label,
            )
            return
        chapters.say("Im Einzelnen:")
        for part in parts(w):
            _leader(w, part.label, part.amount)
        w.add(Gap(4))


def _behind(w: Writer, measure: Measure, project: Project, lead: str) -> Text:
    return () if project.amount is None else (Run(lead), project_sum(w, measure, project))


def _uses(chapters: _Chapters) -> None:
    """The measures as clauses, their projects below in letters or in the sentence."""
    w, s = chapters.w, chapters.w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" else []
    lettered = w.rng.random() < 0.5
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        pairs = list(zip(names, measure.projects, strict=True))
        money: Text = (Run(" mit zusammen "), sums[number]) if sums else ()
        lead = (Run(f"Maßnahmenart {measure.number}, "), title, *money)
        if lettered:
            chapters.put((*lead, Run(":")))
            for letter, (name, project) in zip("abcdefgh", pairs, strict=False):
                text = (name, *_behind(w, measure, project, "; "))
                w.add(Paragraph(text, "left", after=3, indent=56, hang=20, marker=plain(f"{letter})")))
            continue
        items = [(name, *_behind(w, measure, project, " mit ")) for name, project in pairs]
        chapters.put((*lead, Run(". Es sind dies: "), *enumerated(items, "; ", "; "), Run(".")))
    w.add(Gap(4))


def _register(w: Writer) -> None:
    """The register on a sheet of its own; the title of a measure runs across above its projects."""
    s = w.scenario
    by_project = s.budget == "by_project"
    w.tables += 1 if by_project else 0
    w.add(
        NewPage(),
        Paragraph(plain("Verzeichnis der aus der Zuweisung bestrittenen Projekte", True), "center", after=10),
    )
    heads = ("Lfd. Nr.", "Gegenstand", "EUR" if by_project else "Plätze")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    running = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        lead = Run(f"Maßnahmenart {measure.number}: ")
        rows.append(((lead, title),))
        for name, project in zip(names, measure.projects, strict=True):
            running += 1
            money: Text = plain(str(w.rng.randint(4, 40)))
            if by_project:
                money = (project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),)
            rows.append((plain(str(running)), (name,), money))
    if by_project:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Summa", True), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right")
    w.add(Table(tuple(rows), (0.9, 4.0, 1.5), aligns, s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """One below the other in the middle, or two beside each other; the office above the name or below it."""
    rng = w.rng
    typed = rng.random() < 0.4
    office_first = rng.random() < 0.6
    columns = [_column(enter(w, signer), typed, office_first) for signer in w.scenario.signers]
    across = rng.choice((1, 2, 2))
    w.add(*in_rows(columns, across, gutter=28.0, align="center"))


def _column(one: Signature, typed: bool, office_first: bool) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [
        SignLine((one.place, Run(", am "), one.date)),
        SignLine((Run(f"Für {article} "), organisation)),
    ]
    signed = one.name is not None
    seal = "(L. S.)" if typed and signed else ""
    lines.append(SignLine(plain(seal), pen=signed and not typed, height=18.0 if seal else 36.0))
    if one.name and one.function:
        deputy = "In Vertretung " if one.signer.deputising else ""
        name = SignLine((Run("gez. " if typed else ""), one.name))
        office = SignLine((Run(deputy), one.function))
        lines += [office, name] if office_first else [name, office]
    return tuple(lines)
