"""A finance department's spreadsheet, printed on its side: totals come first, signers in columns."""

from __future__ import annotations

import random
from datetime import date

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated, short_month
from samples.wordings.money import Part, parts, project_sum, replaced, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts
from samples.writer import Writer

OWN_ASIDES = (
    "Kappungsgrenze Mietkosten je Raum und Monat: {cap}",
    "Kennzahl Eintritte (Soll): {persons}, davon nach Juli: {young}",
    "Bearbeitung: Finanzdienst, Nebenstelle {phone}",
    "Ist-Ausgaben aller Kommunen im Vorjahr: {past}",
    "Zuschlagsatz Gemeinkosten: {rate} %",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Los 2)",
    "{name} (neu)",
    "Modulreihe {name}",
    "Q-Verbund {name}",
    "{name}, Ortsteil Nord",
    "{name} inkl. Kinderbetreuung",
)
TERMS = (
    "Die Kommune setzt die Mittel nur für die in diesem Blatt genannten Projekte ein.",
    "Umschichtungen zwischen Projekten derselben Maßnahmenart sind zulässig, wenn sie mitgeteilt werden.",
    "Nicht benötigte Mittel werden bis Ende Oktober zurückgemeldet.",
    "Teilnehmende werden nach Geschlecht, Alter und Rechtskreis erfasst.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, short_month)))
    w = Writer(s, rng)
    book = f"ZV_{s.year}_{rng.choice(('final', 'Stand2', 'Unterschrift'))}.xlsx"
    _top(w)
    _parties(w)
    if s.amendment:
        _amend(w)
    else:
        _money(w)
        _projects(w)
        _terms(w)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica-narrow", "helvetica", "source-sans")),
        size=rng.choice((9.4, 10.0)),
        leading=1.25,
        width=841.89,
        height=595.28,
        left=48,
        right=48,
        top=58,
        bottom=50,
        header=f"{book}  /  Vereinbarung",
        header_align=rng.choice(("left", "center")),
        header_on_first=True,
        footer="Seite {page} von {pages}",
        footer_align=rng.choice(("center", "right")),
    )


def _open(w: Writer, title: str) -> None:
    text = (Run("Block ", bold=True), w.next_section(), Run(" ", bold=True), w.heading(title))
    w.add(Paragraph(text, "left", scale=1.05, before=8, after=2, with_next=True))


def _grid(
    w: Writer, rows: list[tuple[Text, ...]], shares: tuple[float, ...], aligns: str, joined: int = 0
) -> None:
    """A table as the spreadsheet prints it; `aligns`: a letter for each column."""
    words: dict[str, Align] = {"l": "left", "c": "center", "r": "right"}
    look = tuple(words[letter] for letter in aligns)
    ruled = "rows" if w.scenario.ruled == "none" else w.scenario.ruled
    w.add(Table(tuple(rows), shares, look, ruled, after=6, padding=2.2, joined=joined))


def _top(w: Writer) -> None:
    """Captions and values in pairs, two pairs in a row, without rules."""
    s = w.scenario
    money: list[Run] = []
    for index in range(len(s.programmes)):
        money += [Run(" / ")] if index else []
        money.append(w.programme(index))
    rows = (
        (plain("Dokument"), (w.kind(),), plain("Jahr"), (w.year(bold=True),)),
        (plain("Budget"), tuple(money), plain("Zeichen"), plain(s.file_mark or "ohne")),
    )
    w.add(Table(rows, (0.8, 4.0, 0.8, 2.4), ("left", "left", "left", "left"), "none", after=2, padding=1.5))


def _parties(w: Writer) -> None:
    """Each side in a row, who represents it in a column of its own."""
    s = w.scenario
    _open(w, "Partner")
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in ("Seite", "Partner", "vertreten durch", "Sitz"))
    ]
    for index, party in enumerate(s.parties):
        name: Text = (w.bare_party(index),)
        deputy: Text = ()
        path = f"parties[{index}].representative"
        if index == 0 and s.land:
            deputy = (Run(s.grantor.printed, path),)
        elif index and s.represented:
            body = "Kreisausschuss" if party.gender == "m" else "Magistrat"
            w.gold["parties"][index]["representative"] = body
            deputy = (Run(body, path),)
        side = "Land" if index == 0 else f"Kommune {index}" if len(s.parties) > 2 else "Kommune"
        rows.append((plain(side), name, deputy or plain("–"), plain(party.seat)))
    _grid(w, rows, (0.9, 3.6, 2.6, 1.4), "llll")


def _amend(w: Writer) -> None:
    s = w.scenario
    _open(w, "Änderung")
    w.add(
        Paragraph(
            w.fill(
                "Das Blatt tritt an die Stelle von Block 2 der Zielvereinbarung vom {day}; alle übrigen "
                "Blöcke gelten fort.",
                day=amended(w),
            ),
            "left",
        )
    )
    _open(w, "Zuwendung")
    old, new = replaced(w)
    w.add(
        Paragraph((Run(f"Zuwendung {s.clause_year} vor der Änderung: "), old), "left", after=2),
        Paragraph((Run(f"Zuwendung {s.clause_year} nach der Änderung: "), new), "left", after=4),
        Paragraph((Run("Bescheid erteilt: "), w.authority()), "left"),
    )


def _money(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    _open(w, w.rng.choice(("Zuwendung", "Zuwendung des Landes")))
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    what = "Zuwendung aller Jahre: " if years else f"Zuwendung für {s.clause_year}: "
    line: list[Run] = [Run(what), amount]
    if words:
        line += [Run(" (Kontrolltext: "), words, Run(")")]
    w.add(Paragraph(tuple(line), "left", after=3))
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text, "left", after=3))
    if years or s.budget == "two_programmes":
        _split(w, years)


def _split(w: Writer, years: bool) -> None:
    """A column for each year or programme, the total at the left of them; or a row for each."""
    s = w.scenario
    w.tables += 1
    year = None if years else s.clause_year
    if s.listing == "table":
        whole = total(w, style="cell", bold=True, table=w.tables, row=1, year=year)
        found = parts(w, style="cell", table=w.tables, rows=[1] * len(s.shares))
        head = (plain("in EUR", True), plain("Summe", True), *(part.label for part in found))
        row = (plain("Zuwendung"), (whole,), *((part.amount,) for part in found))
        _grid(w, [head, row], (1.0, *[1.3] * (len(found) + 1)), "l" + "r" * (len(found) + 1))
        return
    whole = total(w, style="cell", bold=True, table=w.tables, row=1, year=year)
    rows: list[tuple[Text, ...]] = [
        (plain("Jahr" if years else "Budget", True), plain("EUR", True)),
        (plain("Summe", True), (whole,)),
    ]
    for part in parts(w, style="cell", table=w.tables, rows=range(2, len(s.shares) + 2)):
        rows.append((part.label, (part.amount,)))
    _grid(w, rows, (3.0, 1.4), "lr")


def _projects(w: Writer) -> None:
    """One row for each project, number and title of its measure at the left; the sum of all stands on top."""
    s = w.scenario
    paid, by_measure = s.budget == "by_project", s.budget == "by_measure"
    _open(w, "Projekte")
    heads = ("MA", "Maßnahmenart", "Projekt", "Plätze", "Monate")
    money = paid or by_measure
    w.tables += 1 if money else 0
    rows: list[tuple[Text, ...]] = [
        tuple(plain(head, True) for head in (*heads, *(("Zuwendung EUR",) if money else ())))
    ]
    if money:
        run = total(w, style="cell", bold=True, table=w.tables, row=1)
        rows.append(((), plain("Summe", True), (), (), (), (run,)))
    found: list[Part] = []
    if by_measure:
        at: list[int] = []
        for count in range(len(s.measures)):
            at.append(len(rows) + sum(len(one.projects) for one in s.measures[:count]))
        found = parts(w, style="cell", table=w.tables, rows=at)
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            left: tuple[Text, Text] = ((), ()) if i else (plain(str(measure.number)), (title,))
            cells: tuple[Text, ...] = ()
            if paid:
                run = project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows))
                cells = ((run,),)
            elif by_measure:
                cells = ((),) if i else ((found[number].amount,),)
            places, months = plain(str(w.rng.randint(4, 28))), plain(str(w.rng.choice((5, 6, 9, 10, 12))))
            rows.append((*left, (name,), places, months, *cells))
    shares = (0.45, 3.3, 2.9, 0.7, 0.75, 1.35)
    columns = 6 if money else 5
    _grid(w, rows, shares[:columns], "lllrrr"[:columns], joined=2)


def _terms(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    _open(w, "Termine")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in ("Termin", "Datum", "Stelle"))]
    start, end = date(s.year, 1, 1), date(s.year, 12, 31)
    write = full_figures if rng.random() < 0.7 else short_month
    rows.append((plain("Beginn"), (w.date(start, "period_start", write(start)),), plain("Kommune")))
    rows.append((plain("Ende"), (w.date(end, "period_end", write(end)),), plain("Kommune")))
    due = w.date(s.deadline, "deadline", write(s.deadline))
    rows.append((plain("Verwendungsnachweis spätestens"), (due,), (w.authority(),)))
    if s.reference:
        day = w.date(s.reference, "reference", write(s.reference))
        rows.append((plain("Stand der regionalen Strategie"), (day,), plain("Kommune")))
    _grid(w, rows, (2.4, 1.4, 2.4), "lll")
    _open(w, "Bedingungen")
    for number, sentence in enumerate(rng.sample(TERMS, 3), start=1):
        marker = plain("abc"[number - 1] + ")")
        w.add(Paragraph(plain(sentence), "left", after=2, indent=18, hang=18, marker=marker))


def _sign(w: Writer) -> None:
    """A column for each who signs; the rows: body, place, day, name, office and room for the hand."""
    s = w.scenario
    signatures = [enter(w, signer) for signer in s.signers]
    rows: list[tuple[Text, ...]] = [
        (
            plain("Für", True),
            *((*_organ(one, s.signing), one.bare_organisation) for one in signatures),
        )
    ]
    rows.append((plain("Ort"), *((one.place,) for one in signatures)))
    rows.append((plain("Datum"), *((one.date,) for one in signatures)))
    rows.append((plain("Name"), *(_name(one, s.signing) for one in signatures)))
    rows.append((plain("Funktion"), *((one.function,) if one.function else () for one in signatures)))
    rows.append((plain("Unterschrift"), *(() for _ in signatures)))
    count = len(signatures)
    left: Align = "left"
    shares = (1.0, *[2.2] * count)
    w.add(
        Gap(10),
        Table(
            tuple(rows), shares, (left,) * (count + 1), "grid", padding=4.0, row_height=20.0, together=True
        ),
    )


def _organ(one: Signature, form: str) -> Text:
    party = one.signer.organisation
    if form != "organ" or party.gender == "n":
        return ()
    return plain("Kreisausschuss – " if party.gender == "m" else "Magistrat – ")


def _name(one: Signature, form: str) -> Text:
    if not one.name:
        return ()
    deputy = (Run("i. V. "),) if one.signer.deputising else ()
    return (*deputy, *((Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)))
