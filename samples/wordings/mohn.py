from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from samples.blocks import (
    Align,
    Divider,
    Gap,
    Paragraph,
    Run,
    Sheet,
    SignatureColumns,
    SignLine,
    Table,
    Text,
    plain,
)
from samples.scenario import Project, Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, two_figures
from samples.wordings.money import parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, asides, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Prüfungsgebühren trägt das jeweilige Vorhaben, höchstens jedoch {cap} für jeden Prüfling.",
    "Nach der Bedarfserhebung kommen {persons} Personen in Betracht; {young} stehen auf der Warteliste.",
    "Die Geschäftsstelle erreichen Sie vormittags unter {phone}.",
    "Frühere Förderrunden hatten ein mittleres Volumen von {past}.",
    "Mietausgaben sollen {rate} v. H. der Gesamtausgaben nicht übersteigen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "Vorhaben {name}",
    "{name} - Praxisjahr",
    "Ausbildungslotsen „{name}“",
    "{name} (Gruppe B)",
    "{name}: Berufssprache Deutsch",
)
CARRIERS = (
    "bfw Beispielheim",
    "Verein für Berufshilfe Muster e. V.",
    "Kreiseigene Lernwerkstatt",
    "AWO Probetal",
    "Handwerksbildung Exempel gGmbH",
    "Kolpingwerk",
)
AIMS = (
    "Wer ohne Abschluss von der Schule abgeht, wird binnen dreier Monate zu einem Beratungsgespräch "
    "eingeladen.",
    "Kleine Betriebe werden bei der Ausbildung entlastet, indem Fachkräfte die Auszubildenden und ihre "
    "Familien begleiten.",
    "Beschäftigte, deren Arbeitsplatz durch technische Umbrüche gefährdet ist, holen einen Berufsabschluss "
    "nach, ohne ihre Stelle zu verlieren.",
    "Frauen, die aus dem Leistungsbezug heraus eine Ausbildung beginnen möchten, haben Vorrang.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, two_figures)))
    s = replace(s, figures=rng.choice(("code_dash", "wide", s.figures)))
    w = Writer(s, rng)
    _head(w)
    if s.amendment:
        _clause(w, "Anlass der Änderung")
        w.paragraph(
            "Am {day} haben sich die Unterzeichner auf Ziele verständigt. Inzwischen liegen neue Zahlen zum "
            "Bedarf vor.",
            day=amended(w),
        )
        _clause(w, "Geänderter Ansatz")
        old, new = replaced(w)
        w.paragraph(
            "Der Ansatz {clause_year}, ausgewiesen mit {old}, lautet mit Wirkung vom Tag der letzten "
            "Unterschrift an auf {new}.",
            old=old,
            new=new,
        )
        _clause(w, "Was bleibt")
        w.paragraph(
            "Soweit hier nichts anderes steht, bleibt alles beim Alten; auch die Zuständigkeit des "
            "{authority} besteht fort.",
            authority=w.authority(),
        )
    else:
        _agree(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "open-sans", "caladea")),
        size=rng.choice((10.4, 11.0)),
        leading=1.36,
        header=None,
        footer=rng.choice(("Blatt {page}", "Blatt {page} von {pages}")),
        footer_align="left",
        left=78,
        right=64,
    )


def _head(w: Writer) -> None:
    """The office and its mark, a line, title and programme, then each side behind its caption."""
    s, rng = w.scenario, w.rng
    office = rng.choice(
        ("Fachbereich 5 – Soziales", "Amt für Arbeit und Integration", "Stabsstelle Übergang")
    )
    w.add(Paragraph(plain(office), "left", scale=0.86, after=0))
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "left", scale=0.86, after=0))
    w.add(Divider(before=3, after=16))
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" / ")] if index else []
        names.append(w.programme(index))
    year = w.year(bold=True)
    if rng.random() < 0.5:
        w.add(Paragraph((w.kind(), Run(" für ", bold=True), year), "left", scale=1.4, after=2))
        w.add(Paragraph(tuple(names), "left", scale=1.05, after=14))
    else:
        w.add(Paragraph((*names, Run(" "), year), "left", scale=1.05, after=2))
        w.add(Paragraph((w.kind(),), "left", scale=1.4, after=14))
    w.add(Paragraph(plain("Es verpflichten sich gegenseitig"), "left", after=5, with_next=True))
    for index, party in enumerate(s.parties):
        caption = (
            "für das Land:" if index == 0 else f"für {'den Kreis' if party.gender == 'm' else 'die Stadt'}:"
        )
        text = (*w.party(index, "nominative", mark=True), *represented(w, index))
        w.add(Paragraph(text, "left", after=4, indent=96, hang=84, marker=plain(caption)))
    w.add(Gap(6))


def _clause(w: Writer, title: str) -> None:
    number = (Run("Ziff. ", bold=True), w.next_section())
    w.add(
        Paragraph(
            (*number, Run("  ", bold=True), w.heading(title)), "left", before=11, after=4, with_next=True
        )
    )


def _agree(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _clause(w, rng.choice(("Dauer", "Zeitraum der Förderung")))
    start = w.date(date(s.year, 1, 1), "period_start", f"01.01.{s.year}")
    end = w.date(date(s.year, 12, 31), "period_end", f"31.12.{s.year}")
    w.paragraph("Maßgeblicher Zeitraum: {start} – {end}", start=start, end=end)
    _clause(w, rng.choice(("Was erreicht werden soll", "Wirkungsziele")))
    for aim in rng.sample(AIMS, 2):
        w.add(Paragraph(plain(aim), "justify", after=4, indent=16, hang=16, marker=plain("-")))
    _clause(w, rng.choice(("Träger und ihre Vorhaben", "Vorhaben vor Ort")))
    if rng.random() < 0.5:
        _by_measure(w)
    else:
        _in_one(w)
    _clause(w, rng.choice(("Ansatz", "Mittelansatz")))
    _funds(w)
    _clause(w, "Nachweise")
    text = full_figures(s.deadline)
    w.paragraph(
        "Die Abrechnung samt Zahlenteil liegt bis {deadline} beim {authority} vor, das auch die Abschläge "
        "anweist.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", text),
    )
    asides(w, OWN_ASIDES)
    if s.reference:
        day = w.date(s.reference, "reference", full_figures(s.reference))
        w.paragraph("Ergänzend ist die Verwaltungsvorschrift vom {day} zu beachten.", day=day)
    _clause(w, "Schluss")
    w.paragraph("Nebenabreden wurden nicht getroffen; Änderungen bedürfen eines weiteren Schriftstücks.")


def _by_measure(w: Writer) -> None:
    """A table under the title of each measure; who runs a project stands first."""
    s = w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" else []
    heads = ("Träger", "Vorhaben", "Mittel" if s.budget == "by_project" else "Plätze")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        behind: Text = (Run(" – Ansatz: "), sums[number]) if sums else ()
        caption = (Run(f"Maßnahmenart {measure.number}: "), title, *behind)
        w.add(Paragraph(caption, "left", before=4, after=1, with_next=True))
        w.tables += 1 if s.budget == "by_project" else 0
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for name, project in zip(names, measure.projects, strict=True):
            beside = _money(w, number, project, len(rows)) or plain(str(w.rng.randint(4, 48)))
            rows.append((plain(w.rng.choice(CARRIERS)), (name,), beside))
        w.add(Table(tuple(rows), (2.0, 2.8, 1.3), ("left", "left", "right"), s.ruled, together=True))


def _in_one(w: Writer) -> None:
    """All projects in one table that says only the number of the measure; a key to the numbers below it."""
    s = w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" else []
    by_project = s.budget == "by_project"
    w.tables += 1 if by_project else 0
    heads = ["Träger", "MA", "Vorhaben", "TN", *(["Betrag"] if by_project else [])]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    titles: list[Run] = []
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        titles.append(title)
        for name, project in zip(names, measure.projects, strict=True):
            cells: list[Text] = [plain(w.rng.choice(CARRIERS)), plain(str(measure.number)), (name,)]
            cells.append(plain(str(w.rng.randint(4, 48))))
            cells += [_money(w, number, project, len(rows))] if by_project else []
            rows.append(tuple(cells))
    if by_project:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Alle Vorhaben", True), (), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "center", "left", "right", "right")
    shares = (2.1, 0.6, 2.8, 0.6, 1.3)
    w.add(Table(tuple(rows), shares[: len(heads)], aligns[: len(heads)], s.ruled, after=4))
    for number, measure in enumerate(s.measures):
        behind: Text = (Run(": "), sums[number]) if sums else ()
        text = (Run(f"MA {measure.number} = "), titles[number], *behind)
        w.add(Paragraph(text, "left", scale=0.9, after=1.5, indent=6))
    w.add(Paragraph(plain("TN = Zahl der Teilnehmenden"), "left", scale=0.9, after=8, indent=6))


def _money(w: Writer, number: int, project: Project, row: int) -> Text:
    if project.amount is None:
        return ()
    return (project_sum(w, w.scenario.measures[number], project, style="cell", table=w.tables, row=row),)


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=rng.random() < 0.4, year=None if years else s.clause_year)
    if years:
        last = str(s.clause_year + len(s.shares) - 1)
        w.paragraph(
            "Über die Laufzeit {clause_year} bis {last} sind es in Summe {total}, nämlich",
            last=last,
            total=amount,
        )
        found = parts(w)
        for part in found:
            end = Run("." if part is found[-1] else ",")
            w.add(Paragraph((part.amount, Run(" in "), *part.label, end), "left", after=2, indent=30))
        w.add(Gap(4))
        return
    if s.budget == "one_line" and rng.random() < 0.5:
        w.paragraph("Ansatz {clause_year}:  {total}", total=amount)
        w.paragraph("Mehr als dieser Ansatz kann nicht abgerufen werden.")
        return
    w.paragraph(
        rng.choice(
            (
                "{clause_year} sind für {r_acc} {total}{words} im Landeshaushalt eingeplant.",
                "Im Landeshaushalt sind für {r_acc} im Jahr {clause_year} {total}{words} vorgemerkt.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    if s.budget == "two_programmes":
        first, second = parts(w)
        w.paragraph(
            "{one}: {first}; {two}: {second}.",
            one=first.label,
            first=first.amount,
            two=second.label,
            second=second.amount,
        )
    elif s.budget in ("by_measure", "by_project"):
        w.paragraph("Die Einzelansätze finden sich bei den Vorhaben.")


def _sign(w: Writer) -> None:
    """A frame for each side, one or two hands in it; the office above the name, the date first or last."""
    rng = w.rng
    seal, last = rng.random() < 0.5, rng.random() < 0.5
    s = w.scenario
    frames: list[tuple[SignLine, ...]] = []
    for index in range(len(s.parties)):
        lines: list[SignLine] = []
        for signer in (one for one in s.signers if one.party == index):
            one = enter(w, signer)
            article, organisation = one.organisation("accusative")
            if lines:
                lines.append(SignLine(height=10.0))
            lines.append(SignLine((Run(f"Für {article} "), organisation)))
            lines += _signature(one, last)
        lines += [SignLine(plain("(Siegel)"))] if seal and index else []
        frames.append(tuple(lines))
    if rng.random() < 0.5:
        for number, frame in enumerate(frames):
            w.add(SignatureColumns((frame,), before=22.0 if number == 0 else 10.0, boxed=True))
        return
    for start in range(0, len(frames), 2):
        pair = frames[start : start + 2]
        before = 22.0 if start == 0 else 10.0
        w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=before, gutter=12.0, boxed=True))


def _signature(one: Signature, last: bool) -> list[SignLine]:
    dated = SignLine((one.place, Run(", "), one.date))
    deputy = "i. V." if one.signer.deputising else ""
    lines = [] if last else [dated]
    lines.append(SignLine(plain(deputy), "none", one.name is not None, 40.0))
    if one.name and one.function:
        lines += [SignLine((one.function,)), SignLine((one.name,))]
    return [*lines, dated] if last else lines
