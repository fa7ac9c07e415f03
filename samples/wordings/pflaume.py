from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from samples.blocks import (
    Align,
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
from samples.wordings.money import (
    Part,
    parts,
    project_sum,
    replaced,
    total,
    total_in_words,
    years_across,
)
from samples.wordings.names import HELD_OUT_FORMS, fuller_names
from samples.wordings.parts import Draft, amended, asides
from samples.writer import Writer

OWN_ASIDES = (
    "Eine Prämie von {cap} erhält, wer die Abschlussprüfung besteht.",
    "Vorgehalten werden {persons} Plätze, {young} davon in Wohnortnähe kleiner Gemeinden.",
    "Die Hotline der Koordinierungsstelle hat die Nummer {phone}.",
    "Im Schnitt der letzten Programmjahre wurden {past} abgerufen.",
    "Nicht rückzahlbar sind bis zu {rate} v. H. der Vorlaufkosten.",
)
GUIDELINES = (
    "Auf der Grundlage einer fortzuschreibenden Regionalanalyse werden Bedarfe ermittelt und Angebote "
    "entwickelt. In die Analyse fließen die Erkenntnisse der Sozialpartner, der Kammern und der "
    "Arbeitsverwaltung ein.",
    "Die Beteiligten begreifen Vielfalt als Stärke. Benachteiligungen wegen der Herkunft, des Alters oder "
    "einer Behinderung ist entgegenzuwirken.",
    "Beratung und Begleitung können bis in die ersten Monate einer Beschäftigung hinein fortgeführt werden, "
    "damit der Übergang auf Dauer gelingt.",
    "Die Wirkung der Angebote wird anhand weniger, aber aussagekräftiger Kennzahlen beobachtet, auf die sich "
    "beide Seiten verständigt haben.",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, HELD_OUT_FORMS)
    w = Writer(s, rng)
    cover = rng.random() < 0.5
    _cover(w, cover)
    below = rng.random() < 0.5

    def article(title: str) -> None:
        number = (Run("Artikel ", bold=True), w.next_section())
        if below:
            w.add(
                Paragraph(number, "left", before=12, after=0, with_next=True),
                Paragraph((w.heading(title),), "left", after=4, with_next=True),
            )
        else:
            text = (*number, Run(" (", bold=True), w.heading(title), Run(")", bold=True))
            w.add(Paragraph(text, "center", before=12, after=4, with_next=True))

    if s.amendment:
        article("Grund des Nachtrags")
        w.paragraph("Dieser Nachtrag gehört zur Zielvereinbarung vom {day}.", day=amended(w))
        article("Finanzrahmen")
        old, new = replaced(w)
        w.paragraph(
            rng.choice(
                (
                    "An die Stelle des Betrages von {old} tritt der Betrag von {new}.",
                    "Der Finanzrahmen {clause_year} wird auf {new} heraufgesetzt (vormals {old}).",
                )
            ),
            old=old,
            new=new,
        )
        article("Zuständigkeit")
        w.paragraph("Die Bewilligung erteilt das {authority}.", authority=w.authority())
        _sign(w)
    else:
        article("Leitlinien")
        w.paragraph(
            "Übergeordnetes Ziel ist die eigenständige Sicherung des Lebensunterhalts. Vorrang haben "
            "Angebote, die auf einen anerkannten Abschluss hinführen oder ihn unmittelbar vermitteln."
        )
        w.paragraph("Frauen und Männer sind in gleichem Maße zu berücksichtigen.")
        for sentence in rng.sample(GUIDELINES, 2):
            w.paragraph(sentence)
        article("Finanzrahmen")
        _funds(w)
        asides(w, OWN_ASIDES)
        article("Umsetzung")
        w.paragraph(
            rng.choice(
                (
                    "Welche Projekte den einzelnen Maßnahmenarten zugeordnet sind, bestimmt die Anlage; sie "
                    "ist Bestandteil dieser Vereinbarung.",
                    "Die in der Anlage verzeichneten Projekte sind verbindlich. Ein Austausch bedarf der "
                    "Zustimmung beider Seiten.",
                )
            )
        )
        article("Berichtswesen")
        w.paragraph(
            "Berichte sind an das {authority} zu richten, der Jahresbericht bis zum {deadline}.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        if s.reference:
            w.paragraph("Auf den Antrag vom {day} wird Bezug genommen.", day=w.date(s.reference, "reference"))
        article("Geltung")
        w.paragraph("Änderungen und Ergänzungen sind schriftlich niederzulegen.")
        _sign(w)
        _annex(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "caladea", "manrope")),
        size=rng.choice((10.8, 11.4)),
        leading=1.4,
        header=s.file_mark,
        header_align="right",
        footer=rng.choice(("Seite {page} von {pages}", "{page}")),
        footer_align="center",
        footer_on_first=not cover,
        left=82,
        right=76,
    )


def _cover(w: Writer, page: bool) -> None:
    """Title, then the one side and the other; on a page of its own or above the first article."""
    s = w.scenario
    genitives: list[Run] = []
    for index in range(len(s.programmes)):
        genitives += [Run(" und des " if index else "zur Durchführung des ")]
        genitives.append(w.programme(index, genitive=True))
    wide = 26.0 if page else 12.0
    w.add(
        Gap(110.0 if page else 0.0),
        Paragraph((w.kind(),), "center", scale=1.7, after=6),
        Paragraph((*genitives, Run(" im Jahr "), w.year()), "center", after=wide),
        Paragraph(plain("vereinbart zwischen"), "center", after=wide / 2),
    )
    last = len(s.parties) - 1
    for index in range(last + 1):
        comma = "," if 0 < index < last else ""
        w.add(
            Paragraph(
                (*w.party(index, "dative", mark=True), *_behind(w, index), Run(comma)), "center", after=2
            )
        )
        if index == 0:
            w.add(Paragraph(plain("einerseits"), "center", after=wide / 2))
            w.add(Paragraph(plain("und"), "center", after=wide / 2))
    w.add(Paragraph(plain("andererseits"), "center", after=wide))
    if page:
        w.add(NewPage())


def _behind(w: Writer, index: int) -> Text:
    """Who acts for the party, between dashes."""
    s = w.scenario
    if index == 0 and s.land:
        article, name = s.grantor.case("accusative")
        return (Run(f" – handelnd durch {article} "), Run(name, "parties[0].representative"), Run(" –"))
    if index > 0 and s.represented:
        body = "Kreisausschuss" if s.recipients[index - 1].gender == "m" else "Magistrat"
        w.gold["parties"][index]["representative"] = body
        return (Run(" – handelnd durch den "), Run(body, f"parties[{index}].representative"), Run(" –"))
    return ()


def _funds(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    # More columns than these have no room for sums in a broad typeface.
    across = years and len(s.shares) <= 3 and w.rng.random() < 0.7
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    spelled = (Run(" (i. W. "), words, Run(")")) if words else ""
    if years:
        w.paragraph(
            "Der Finanzrahmen, der sich über mehrere Jahre erstreckt, ist auf {total} festgelegt.",
            total=amount,
        )
        if across:
            w.add(years_across(w, "Jahr", "Euro", "gesamt"))
        else:
            _lines(w, parts(w))
        return
    if s.budget == "one_line" and w.rng.random() < 0.5:
        w.add(Paragraph(w.fill("Der Finanzrahmen für {clause_year} ist festgelegt auf"), with_next=True))
        w.add(
            Paragraph((Run("*** ", bold=True), replace(amount, bold=True), Run(" ***", bold=True)), "center")
        )
    else:
        w.paragraph(
            w.rng.choice(
                (
                    "Der Finanzrahmen für {clause_year} ist auf {total}{words} festgelegt.",
                    "{G} sagt für das Jahr {clause_year} einen Betrag von {total}{words} zu.",
                )
            ),
            total=amount,
            words=spelled,
        )
    if s.budget in ("by_measure", "two_programmes"):
        w.paragraph("Er gliedert sich folgendermaßen:")
        _lines(w, parts(w))


def _lines(w: Writer, found: Sequence[Part]) -> None:
    """A line for each, what it is for before its sum."""
    for part in found:
        w.add(Paragraph((*part.label, Run(":  "), part.amount), "left", after=3, indent=40))
    w.add(Gap(4))


def _sign(w: Writer) -> None:
    """Side after side: whom they stand for, and under it all who sign for it, beside each other."""
    rng = w.rng
    ruled = rng.random() < 0.5
    organs = rng.random() < 0.5
    align: Align = rng.choice(("left", "center"))
    for number, side in enumerate(enter_by_party(w, named_once=True)):
        first = side[0][0]
        head = SignLine(_organisation(first, organs))
        before = 22.0 if number == 0 else 16.0
        columns = [
            _column(one, own, head if i == 0 else SignLine(), ruled) for i, (one, own) in enumerate(side)
        ]
        if len(columns) == 1:
            columns.append(())
        w.add(SignatureColumns(tuple(columns), before=before, gutter=26.0, align=align))


def _organisation(one: Signature, organs: bool) -> Text:
    party = one.signer.organisation
    if organs and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        return (Run(f"{organ} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)


def _column(one: Signature, own: bool, head: SignLine, ruled: bool) -> tuple[SignLine, ...]:
    """The line of place and date is left out where the first of the side has the same."""
    dated = SignLine((one.place, Run(", den "), one.date)) if own else SignLine()
    lines = [head, dated]
    lines.append(SignLine(line="rule" if ruled else "none", pen=one.name is not None, height=36.0))
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        lines += [SignLine((Run(deputy), one.name)), SignLine((one.function,))]
    return tuple(lines)


def _annex(w: Writer) -> None:
    s = w.scenario
    w.add(
        NewPage(),
        Paragraph(plain("Anlage", True), "right", after=2, with_next=True),
        Paragraph(plain("Verzeichnis der Projekte", True), "left", scale=1.15, after=8, with_next=True),
    )
    if w.rng.random() < 0.6:
        _listed(w)
    else:
        _tabled(w)
    if s.budget != "by_project":
        w.paragraph("Stand des Verzeichnisses: Abschluss der Vereinbarung.")


def _listed(w: Writer) -> None:
    """Numbered through below each measure, with places and term in a second line."""
    s = w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Maßnahmenart {measure.number}: ", bold=True), replace(title, bold=True))
        w.add(Paragraph(head, "left", before=6, after=3, with_next=True))
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True), start=1):
            detail: Text = plain(f"{w.rng.randint(4, 30)} Plätze, {w.rng.choice((6, 9, 12, 18))} Monate")
            if project.amount is not None:
                detail = (*detail, Run(", "), project_sum(w, measure, project))
            marker = plain(f"{measure.number}.{i}")
            w.add(
                Paragraph((name,), "left", after=0, indent=42, hang=30, marker=marker, with_next=True),
                Paragraph(detail, "left", scale=0.9, after=4, indent=42),
            )
    if s.budget == "by_project":
        w.add(Paragraph((Run("Summe der Projekte: ", bold=True), total(w, bold=True)), "left", before=6))


def _tabled(w: Writer) -> None:
    """The project first, its measure beside it in every row."""
    s = w.scenario
    sums = s.budget == "by_project"
    w.tables += 1 if sums else 0
    heads = ["Projekt", "Maßnahmenart", "Plätze", *(["Euro"] if sums else [])]
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for name, project in zip(names, measure.projects, strict=True):
            kind = (Run(f"{measure.number} "), title)
            cells: list[Text] = [(name,), kind, plain(str(w.rng.randint(4, 30)))]
            if sums:
                cells.append((project_sum(w, measure, project, style="cell", table=w.tables, row=len(rows)),))
            rows.append(tuple(cells))
    if sums:
        run = total(w, style="cell", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("Summe", True), (), (), (run,)))
    aligns: tuple[Align, ...] = ("left", "left", "right", "right")
    w.add(Table(tuple(rows), (2.4, 2.7, 0.8, 1.3)[: len(heads)], aligns[: len(heads)], s.ruled))
