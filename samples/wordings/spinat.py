"""What a desk officer types: "§ 1 Heading" at the left, numbered clauses, a small table of providers and
places under each Maßnahmenart."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignLine, Table, Text, plain
from samples.scenario import Measure, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, abbreviation, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Fahrtkosten der Teilnehmenden werden bis zu {cap} im Monat als förderfähig angesehen.",
    "Die Planung geht von {persons} Eintritten aus, von denen {young} auf Berufsrückkehrerinnen entfallen "
    "sollen.",
    "Für fachliche Fragen ist das Referat unter {phone} zu sprechen.",
    "In den zurückliegenden Jahren wurden jeweils ungefähr {past} abgerufen.",
    "Gemeinkosten dürfen {rate} Prozent der direkten Kosten nicht übersteigen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Werkstatt {name}",
    "{name} (Teilzeit)",
    "Maßnahme „{name}“",
    "{name} – Fortführung",
)
CARRIERS = (
    "Bildungswerk Musterau",
    "Lernhof Beispieltal gGmbH",
    "Kolpinghaus Probestadt",
    "Volkshochschule",
    "Jugendwerkstatt Exempelhausen",
    "Neue Arbeit Fiktiv GmbH",
    "in eigener Regie",
)
SPOTS = ("Musterau", "Beispieltal", "Probestadt", "Exempelhausen", "kreisweit", "online")


class _Text:
    """Headings and clauses; the clauses of each section are counted anew."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.clause = 0
        self.lone: int | None = None
        many = len(w.scenario.recipients) > 1
        self.many = many
        self.giver = "Land" if w.scenario.land else "Ministerium"
        self.words: dict[str, str] = {
            "M": f"Das {self.giver}",
            "m": f"das {self.giver}",
            "K": "Die Gebietskörperschaften" if many else "Die Gebietskörperschaft",
            "k": "die Gebietskörperschaften" if many else "die Gebietskörperschaft",
            "k_dat": "den Gebietskörperschaften" if many else "der Gebietskörperschaft",
            "k_gen": "der Gebietskörperschaften" if many else "der Gebietskörperschaft",
        }

    def open(self, title: str) -> None:
        self.close()
        head = (Run("§ ", bold=True), self.w.next_section(), Run("  ", bold=True), self.w.heading(title))
        self.w.add(Paragraph(head, "left", before=9, after=4, with_next=True))

    def close(self) -> None:
        """A clause that is the only one of its section has no number."""
        if self.clause == 1 and self.lone is not None:
            block = self.w.blocks[self.lone]
            if isinstance(block, Paragraph):
                self.w.blocks[self.lone] = replace(block, marker=(), indent=0.0, hang=0.0)
        self.clause = 0

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **{**self.words, **filled}))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.clause += 1
        if self.clause == 1:
            self.lone = len(self.w.blocks)
        marker = plain(f"({self.clause})")
        self.w.add(
            Paragraph(text, "justify", after=5, indent=24, hang=24, marker=marker, with_next=with_next)
        )


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng)
    text = _Text(w)
    _opening(text)
    if s.amendment:
        _amend(text)
    else:
        _agree(text)
    text.close()
    _sign(text)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "source-serif")),
        size=rng.choice((10.8, 11.2)),
        leading=rng.choice((1.3, 1.38)),
        header=rng.choice((None, s.file_mark)),
        header_align="left",
        footer=rng.choice(("Seite {page} von {pages}", "- {page} -")),
        footer_align=rng.choice(("center", "right")),
        left=78,
        right=68,
        top=72,
        bottom=72,
    )


def _opening(text: _Text) -> None:
    w, s = text.w, text.w.scenario
    names = enumerated(
        [(w.programme(index, genitive=True),) for index in range(len(s.programmes))], " und des "
    )
    w.add(
        Paragraph((w.kind(),), "center", scale=1.5, after=4),
        Paragraph((Run("über den Einsatz des "), *names), "center", after=2),
        Paragraph((Run("im Haushaltsjahr "), w.year(bold=True)), "center", after=16),
    )
    short = abbreviation(w)
    first = (*w.party(0, "nominative", mark=True, capital=True), Run(" " if short else ""), *short)
    w.add(
        Paragraph((*first, *represented(w, 0)), "left", after=2),
        Paragraph(plain(f"– nachstehend „{text.giver}“ –"), "left", indent=36, after=5),
    )
    for index in range(1, len(s.parties)):
        name = (*w.party(index, "nominative", mark=True), *represented(w, index))
        w.add(Paragraph((Run("und " if index == 1 else "sowie "), *name), "left", after=2))
    called = text.words["k"].removeprefix("die ")
    w.add(
        Paragraph(plain(f"– nachstehend „{called}“ –"), "left", indent=36, after=8),
        Paragraph(plain("verabreden Folgendes:"), "left", after=6),
    )


def _amend(text: _Text) -> None:
    w = text.w
    text.open("Anlass")
    text.say(
        "Seit der Unterzeichnung am {day} hat sich der Bedarf {k_gen} verändert. {M} trägt dem Rechnung.",
        day=amended(w),
    )
    text.open("Neuer Höchstbetrag")
    old, new = replaced(w)
    text.say(
        w.rng.choice(
            (
                "Der Höchstbetrag der Förderung für {clause_year} steigt von {old} auf {new}.",
                "Für {clause_year} gilt statt des Höchstbetrages von {old} der Höchstbetrag von {new}.",
            )
        ),
        old=old,
        new=new,
    )
    text.open("Vollzug")
    text.say("Das {authority} passt seinen Bescheid an.", authority=w.authority())
    text.say("An allen anderen Abreden halten die Beteiligten fest.")


def _agree(text: _Text) -> None:
    w, s, rng = text.w, text.w.scenario, text.w.rng
    text.open(rng.choice(("Anlass und Ziel", "Ziel der Förderung")))
    text.say(
        "Menschen ohne Berufsabschluss oder ohne Arbeit sollen im Gebiet {k_gen} ein Angebot finden, das zu "
        "ihnen passt und sie einem festen Arbeitsplatz näher bringt."
    )
    if s.reference:
        text.say(
            "Die Abreden bauen auf dem Konzept auf, das {k} unter dem {day} eingereicht {have}.",
            day=w.date(s.reference, "reference"),
            have="haben" if text.many else "hat",
        )
    text.open(rng.choice(("Fördermittel", "Höhe der Förderung")))
    _funds(text)
    text.open(rng.choice(("Vorgesehene Maßnahmen", "Maßnahmen und Projekte")))
    _projects(text)
    text.open("Abwicklung")
    text.say("Bescheide erteilt und Auszahlungen veranlasst das {authority}.", authority=w.authority())
    for aside in aside_texts(w, OWN_ASIDES):
        text.put(aside)
    text.open(rng.choice(("Nachweis", "Bericht und Nachweis")))
    text.say(
        "{K} {give} bis spätestens {deadline} Rechenschaft über Verlauf, Ergebnis und Kosten der Maßnahmen.",
        give="geben" if text.many else "gibt",
        deadline=w.date(s.deadline, "deadline"),
    )
    text.open("Geltungsdauer")
    text.say("Gefördert werden Kosten, die in der Zeit {period} entstehen.", period=period(w))


def _funds(text: _Text) -> None:
    w, s, rng = text.w, text.w.scenario, text.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    filled: dict[str, Run | Text | str] = {
        "total": amount,
        "words": (Run(" (in Worten: "), words, Run(")")) if words else "",
    }
    if s.budget == "one_line":
        text.put(
            w.fill("{M} hält {k_dat} für das Jahr {clause_year} an Fördermitteln bereit:", **text.words), True
        )
        w.add(Paragraph((amount,), "center", scale=1.08, before=2, after=8))
    elif years:
        text.say("{M} sagt {k_dat} über mehrere Jahre verteilt insgesamt {total} zu.", **filled)
    else:
        text.say(
            rng.choice(
                (
                    "{M} beteiligt sich im Jahr {clause_year} mit höchstens {total}{words} an den Kosten.",
                    "{K} {can} im Jahr {clause_year} Fördermittel bis zum Betrag von {total}{words} in "
                    "Anspruch nehmen.",
                )
            ),
            can="können" if text.many else "kann",
            **filled,
        )
    if s.budget in SPLIT:
        _split(text)
    text.say("Nicht benötigte Mittel {report} {k} unverzüglich.", report="melden" if text.many else "meldet")


def _split(text: _Text) -> None:
    w, s = text.w, text.w.scenario
    if s.listing == "list":
        lead = {"by_measure": "die Maßnahmenart ", "by_year": "das Jahr "}.get(s.budget, "das ")
        told: list[Text] = []
        for part in parts(w):
            number = f"{s.measures[part.index].number} – " if s.budget == "by_measure" else ""
            told.append((Run(f"auf {lead}{number}"), *part.label, Run(": "), part.amount))
        text.put((Run("Davon kommen "), *enumerated(told, "; ", "; "), Run(".")))
        return
    text.put(plain("Der Betrag ist wie folgt aufgeteilt:"), True)
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="cell", table=w.tables, rows=range(1, count + 1))
    head = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Förderprogramm")
    rows: list[tuple[Text, ...]] = [(plain(head, True), plain("Euro", True))]
    for part in found:
        number = f"{s.measures[part.index].number}. " if s.budget == "by_measure" else ""
        rows.append(((Run(number), *part.label), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    run = total(w, style="cell", bold=True, table=w.tables, row=len(rows), year=year)
    rows.append((plain("Summe der Förderung", True), (run,)))
    w.add(Table(tuple(rows), (3.4, 1.2), ("left", "right"), s.ruled, together=True))


def _projects(text: _Text) -> None:
    w, s = text.w, text.w.scenario
    text.say("{K} {run} die folgenden Projekte durch:", run="führen" if text.many else "führt")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        heading = (Run(f"Maßnahmenart {measure.number}: ", bold=True), title)
        if s.listing == "list":
            w.add(Paragraph(heading, "left", before=3, after=3, with_next=True))
            _lettered(w, measure, names)
        else:
            _carried(w, measure, heading, names)


def _lettered(w: Writer, measure: Measure, names: list[Run]) -> None:
    for letter, name, project in zip("abcdefgh", names, measure.projects, strict=False):
        money: Text = ()
        if project.amount is not None:
            money = (Run(": "), project_sum(w, measure, project))
        w.add(Paragraph((name, *money), "left", after=2, indent=44, hang=18, marker=plain(f"{letter})")))
    w.add(Gap(3))


def _carried(w: Writer, measure: Measure, heading: Text, names: list[Run]) -> None:
    """Number, name, provider and place of each project, and its sum where it has one."""
    s, rng = w.scenario, w.rng
    paid = s.budget == "by_project"
    heads = ("Nr.", "Projekt", "Träger", "Ort", *(("Betrag",) if paid else ()))
    rows: list[tuple[Text, ...]] = [(heading,), tuple(plain(head, True) for head in heads)]
    if paid:
        w.tables += 1
    for number, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
        row: list[Text] = [plain(str(number)), (name,), plain(rng.choice(CARRIERS)), plain(rng.choice(SPOTS))]
        if paid:
            row.append((project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows) - 1),))
        rows.append(tuple(row))
    if paid and len(names) > 1:
        run = subtotal(w, measure, style="sign", bold=True, table=w.tables, row=len(rows) - 1)
        rows.append(((), plain("zusammen", True), (), (), (run,)))
    shares = (0.5, 3.0, 2.2, 1.6, 1.7) if paid else (0.5, 3.6, 2.6, 1.6)
    left: Align = "left"
    aligns: tuple[Align, ...] = (left, left, left, left, "right") if paid else (left, left, left, left)
    w.add(Table(tuple(rows), shares, aligns, s.ruled, padding=3.0, after=8, together=True))


def _sign(text: _Text) -> None:
    """Whom for, where and when, the pen, the name, the office; one below the other or beside each other."""
    w, s = text.w, text.w.scenario
    columns = [_column(enter(w, signer), s) for signer in s.signers]
    across = {"stacked": 1, "three_columns": 3}.get(s.signature_form, 2)
    scale = 0.88 if across == 3 else 1.0
    w.add(Gap(4), *in_rows(columns, across, gutter=26.0, scale=scale))


def _column(one: Signature, s: Scenario) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    lead = f"Für {article} "
    if s.signing == "organ" and one.signer.organisation.gender != "n":
        organ = "den Kreisausschuss" if one.signer.organisation.gender == "m" else "den Magistrat"
        article, organisation = one.organisation("genitive")
        lead = f"Für {organ} {article} "
    lines = [
        SignLine((Run(lead), organisation)),
        SignLine(height=8.0),
        SignLine((one.place, Run(", den "), one.date)),
        SignLine(
            plain("in Vertretung" if one.signer.deputising else ""),
            "rule" if s.signing == "captions" or s.organisation_above else "none",
            pen=one.name is not None,
            height=48.0,
        ),
    ]
    if s.signing == "captions":
        lines.append(SignLine(plain("Unterschrift und Dienstsiegel")))
    if one.name and one.function:
        name: Text = (Run("("), one.name, Run(")")) if s.signing == "brackets" else (one.name,)
        lines += [SignLine(name), SignLine((one.function,))]
    return tuple(lines)
