from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Für Arbeitsmittel werden pro Kopf bis zu {cap} anerkannt, sofern sie belegt sind.",
    "Angestrebt werden {persons} Eintritte im Kalenderjahr; mindestens {young} davon entfallen auf "
    "Personen ohne Schulabschluss.",
    "Auskunft zum Abrufverfahren gibt die Bewilligungsstelle, Durchwahl {phone}.",
    "Zuletzt standen der Region jährlich ungefähr {past} aus Landesmitteln zu Gebote.",
    "Gemeinkosten können pauschal mit {rate} Prozent der direkten Kosten geltend gemacht werden.",
)
PROVIDERS = (
    "Eigenbetrieb",
    "Werkhof Beispielau gGmbH",
    "VHS",
    "Bildungswerk Muster e. V.",
    "Handwerkskammer",
    "Jugendwerkstatt Probe",
)
PRINCIPLES = (
    "Die Vorhaben fügen sich in die örtliche Arbeitsmarktstrategie ein, die mit dem Jobcenter, der Agentur "
    "für Arbeit und den Kammern beraten worden ist.",
    "Doppelförderungen sind auszuschließen. Leistungen nach dem SGB II und dem SGB III gehen vor, soweit auf "
    "sie ein Anspruch besteht.",
    "Die Vorhaben müssen für Menschen mit Behinderungen zugänglich sein und ihre Bedürfnisse von Anfang an "
    "berücksichtigen.",
    "Bei der Auswahl der Teilnehmenden ist auf Personen zu achten, die mit den herkömmlichen Angeboten nicht "
    "erreicht werden, insbesondere auf Erziehende und Zugewanderte.",
)
INDENT = 26.0


class _Clauses:
    """Sections "§ 1" with clauses that start at (1) in each of them."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.run_in = w.rng.random() < 0.5
        self.count = 0

    def section(self, title: str) -> None:
        w = self.w
        self.count = 0
        number = (Run("§ ", bold=True), w.next_section())
        between = Run(" – " if self.run_in else "   ", bold=True)
        w.add(Paragraph((*number, between, w.heading(title)), "left", before=12, after=4, with_next=True))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.count += 1
        text = self.w.fill(sentence, **filled)
        marker = plain(f"({self.count})")
        self.w.add(Paragraph(text, after=5, indent=INDENT, hang=INDENT, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    _title(w)
    _preamble(w)
    clauses = _Clauses(w)
    if s.amendment:
        _amendment(clauses)
    else:
        clauses.section("Gegenstand der Vereinbarung")
        clauses.say(
            "Gefördert werden Vorhaben, mit denen Menschen an eine Ausbildung oder eine Beschäftigung "
            "herangeführt werden, die ihnen ohne Hilfe verschlossen bliebe."
        )
        clauses.say(
            "{R} " + _verb(w, "wählt", "wählen") + " die Träger in eigener Verantwortung aus.",
            R=_capital(w),
        )
        for sentence in rng.sample(PRINCIPLES, 2):
            clauses.say(sentence)
        clauses.section("Zuwendung")
        _funds(clauses)
        start = len(w.blocks)
        asides(w, OWN_ASIDES)
        said = [block for block in w.blocks[start:] if isinstance(block, Paragraph)]
        del w.blocks[start:]
        for one in said:
            clauses.say("{aside}", aside=one.text)
        clauses.section("Maßnahmenplan")
        clauses.say("Die Zuwendung darf nur für die nachstehend aufgeführten Vorhaben verwendet werden:")
        _plan(w)
        clauses.section("Abwicklung")
        clauses.say(
            "Bewilligungsstelle ist das {authority}. Ihr ist bis zum {deadline} über die Verwendung zu "
            "berichten.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            clauses.say(
                "Im Übrigen gelten die Nebenbestimmungen aus dem Rundschreiben vom {day}.",
                day=w.date(s.reference, "reference"),
            )
        clauses.section("Inkrafttreten")
        clauses.say("Die Vereinbarung wird mit der letzten Unterschrift wirksam.")
        clauses.say("Jede Seite erhält eine Ausfertigung.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "courier", "caladea")),
        size=rng.choice((10.6, 11.2)),
        leading=1.32,
        header=s.file_mark,
        header_align="left",
        header_on_first=True,
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}", None)),
        left=70,
        right=66,
    )


def _capital(w: Writer) -> Text:
    first, *rest = w.recipients("nominative")
    return (replace(first, text=first.text.capitalize()), *rest)


def _verb(w: Writer, one: str, several: str) -> str:
    return one if len(w.scenario.recipients) == 1 else several


def _title(w: Writer) -> None:
    """The kind large with the programme below it, or all of it as one heading of three lines."""
    s = w.scenario
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" und zum " if index else "zum "), w.programme(index)]
    if w.rng.random() < 0.5:
        w.add(
            Paragraph((w.kind(),), "left", scale=1.6, after=3),
            Paragraph(tuple(names), "left", scale=1.1, after=3),
            Paragraph((Run("Förderjahr "), w.year()), "left", scale=1.1, after=16),
        )
        return
    kind, year = replace(w.kind(), bold=True), replace(w.year(), bold=True)
    w.add(
        Paragraph((kind,), "center", scale=1.25, after=1),
        Paragraph(tuple(replace(run, bold=True) for run in names), "center", scale=1.25, after=1),
        Paragraph((Run("für das Haushaltsjahr ", bold=True), year), "center", scale=1.25, after=18),
    )


def _preamble(w: Writer) -> None:
    """Everybody in one sentence, each with the name used from here on."""
    s = w.scenario
    second = ("Kommune", "Zuwendungsempfänger", "Gebietskörperschaft")[w.rng.randrange(3)]
    runs: list[Run] = []
    last = len(s.parties) - 1
    for index in range(last + 1):
        runs += [Run(" und " if index == last else " ")] if index else []
        runs += w.party(index, "nominative", mark=True, capital=index == 0)
        runs += represented(w, index)
        if index == 0:
            short = abbreviation(w)
            runs += (Run(" "), *short[:-1], Run(")")) if short else ()
            runs.append(Run(", nachstehend „Zuwendungsgeber“ genannt,"))
        elif last == 1:
            runs.append(Run(f", nachstehend „{second}“ genannt,"))
        elif index < last - 1:
            runs.append(Run(","))
    closing = " schließen folgende Vereinbarung:" if w.rng.random() < 0.5 else " kommen wie folgt überein:"
    if last > 1:
        closing = ", nachstehend „Kommunen“ genannt," + closing
    w.add(Paragraph((*runs, Run(closing)), "justify", after=8))


def _amendment(clauses: _Clauses) -> None:
    w = clauses.w
    clauses.section("Änderung der Zuwendung")
    clauses.say("Geändert wird die Zielvereinbarung vom {day}.", day=amended(w))
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        clauses.say(
            "In § 2 Absatz 1 wird die Angabe „{old}“ durch die Angabe „{new}“ ersetzt.", old=old, new=new
        )
    else:
        clauses.say(
            "§ 2 Absatz 1 nennt künftig eine Zuwendung von {new}; bisher waren es {old}.", old=old, new=new
        )
    clauses.section("Fortgeltung")
    clauses.say("Die übrigen Paragrafen bleiben unberührt.")
    clauses.say("Bewilligungsstelle ist weiterhin das {authority}.", authority=w.authority())


def _funds(clauses: _Clauses) -> None:
    w, s = clauses.w, clauses.w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    receive = _verb(w, "erhält", "erhalten gemeinsam")
    spelled = (Run(" (in Worten: "), words, Run(")")) if words else ""
    if years:
        last = str(s.clause_year + len(s.shares) - 1)
        clauses.say(
            "{R} "
            + receive
            + " in den Jahren {clause_year} bis {last} eine Zuwendung von höchstens {total}.",
            R=_capital(w),
            last=last,
            total=amount,
        )
    elif s.budget == "one_line" and w.rng.random() < 0.6:
        clauses.say("Die Zuwendung für das Jahr {clause_year} wird festgesetzt auf")
        line = Paragraph((replace(amount, bold=True),), "left", before=2, after=8, indent=90)
        w.add(line)
    else:
        clauses.say(
            "{R} " + receive + " für {clause_year} eine Zuwendung von höchstens {total}{words}.",
            R=_capital(w),
            total=amount,
            words=spelled,
        )
    if years:
        clauses.say("Hiervon werden fällig:")
        for part in parts(w):
            note = "" if part.index == 0 else " (Verpflichtungsermächtigung)"
            text: Text = (Run("im Jahr "), *part.label, Run(": "), part.amount, Run(note))
            marker = plain(f"{'abcdefgh'[part.index]})")
            w.add(Paragraph(text, "left", after=2, indent=50, hang=20, marker=marker))
        w.add(Gap(3))
    elif s.budget == "two_programmes":
        first, second = parts(w)
        clauses.say(
            "Davon werden {first} aus dem {one} und {second} aus dem {two} gezahlt.",
            first=first.amount,
            one=first.label,
            second=second.amount,
            two=second.label,
        )
    elif s.budget in (*SPLIT, "by_project"):
        clauses.say("Die Aufteilung ergibt sich aus dem Maßnahmenplan in § 3.")


def _plan(w: Writer) -> None:
    """A row for each measure, and under it one for each of its projects."""
    s = w.scenario
    by_measure, by_project = s.budget == "by_measure", s.budget == "by_project"
    sums = by_measure or by_project
    w.tables += 1 if sums else 0
    span = w.rng.random() < 0.5
    heads = ["Nr.", "Maßnahmenart / Vorhaben", "Träger", "Laufzeit" if span else "Plätze"]
    heads += ["Euro"] if sums else []
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    measured: list[Run] = []
    if by_measure:
        places: list[int] = []
        row = 1
        for measure in s.measures:
            places.append(row)
            row += 1 + len(measure.projects)
        measured = [part.amount for part in parts(w, style="cell", table=w.tables, rows=places)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head: list[Text] = [plain(str(measure.number), True), (replace(title, bold=True),), (), ()]
        if by_measure:
            head.append((replace(measured[number], bold=True),))
        elif by_project and len(names) > 1:
            run = subtotal(w, measure, style="cell", table=w.tables, row=len(rows), bold=True)
            head.append((run,))
        elif by_project:
            head.append(())
        rows.append(tuple(head))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            beside = w.rng.choice(("ganzjährig", "ab Mai", "ab Herbst", "Jan.–Juni")) if span else ""
            cells: list[Text] = [
                plain(f"{measure.number}.{i}"),
                (name,),
                plain(w.rng.choice(PROVIDERS)),
                plain(beside or str(w.rng.randint(5, 36))),
            ]
            if by_project:
                cells.append((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),))
            elif sums:
                cells.append(())
            rows.append(tuple(cells))
    if sums:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append(((), plain("Zuwendung insgesamt", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "left", "left" if span else "right", "right")
    shares = (0.55, 3.3, 1.7, 1.2, 1.35)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """For whom and where, the pen on a line, under it office and name in one line or in two."""
    one_line = w.rng.random() < 0.5
    ruled = w.rng.random() < 0.6
    columns: list[tuple[SignLine, ...]] = []
    for index in range(len(w.scenario.parties)):
        own: list[SignLine] = []
        for signer in (one for one in w.scenario.signers if one.party == index):
            own += [SignLine(height=12.0)] if own else []
            own += _column(enter(w, signer), one_line, ruled)
        columns.append(tuple(own))
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        before = 26.0 if start == 0 else 16.0
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=before, gutter=30.0))


def _column(one: Signature, one_line: bool, ruled: bool) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lines = [
        SignLine((Run(f"Für {article} "), organisation, Run(":"))),
        SignLine(height=6.0),
        SignLine((one.place, Run(", am "), one.date)),
        SignLine(line="rule" if ruled else "none", pen=one.name is not None, height=38.0),
    ]
    if not one.name or not one.function:
        return tuple(lines)
    deputy = "in Vertretung: " if one.signer.deputising else ""
    if one_line:
        lines.append(SignLine((Run(deputy), one.function, Run(" "), one.name)))
    else:
        lines += [SignLine((Run("("), one.name, Run(")"))), SignLine((Run(deputy), one.function))]
    return tuple(lines)
