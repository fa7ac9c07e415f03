"""A contract with a preamble: parties with address and head of office, "Ziffer 1", lettered lists, a
footnote, one line of place and date for all, names in brackets under the lines."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import Footnote, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Text, plain
from samples.scenario import Scenario, Signer, invented_person
from samples.signing import Signature, enter
from samples.wordings.money import SPLIT, parts, project_money, replaced, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import ASIDES, Draft, abbreviation, amended, asides, programme_genitives
from samples.writer import Writer


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = _signed_together(fuller_names(s), rng)
    w = Writer(s, rng)
    w.add(
        Paragraph((w.kind(),), "center", scale=1.7, after=4),
        Paragraph(
            w.fill("zur Verwendung des {programme} {year}", programme=programme_genitives(w), year=w.year()),
            "center",
            after=14,
        ),
        Paragraph(plain("Zwischen"), "left", after=6),
    )
    for index in range(len(s.parties)):
        _party(w, index)
    if s.amendment:
        w.paragraph("wird die Vereinbarung vom {day} wie folgt geändert:", day=amended(w))
    else:
        w.paragraph("wird Folgendes vereinbart:")

    def section(title: str) -> None:
        number = (Run("Ziffer ", bold=True), w.next_section(), Run(": ", bold=True))
        w.add(Paragraph((*number, w.heading(title)), "left", before=9, after=3, with_next=True))

    if s.amendment:
        section("Zuwendungsbetrag")
        old, new = replaced(w)
        w.paragraph(
            "Die Worte „bis zu {old}“ werden durch die Worte „bis zu {new}“ ersetzt.", old=old, new=new
        )
        section("Inkrafttreten")
        w.paragraph(
            "Die Änderung tritt mit der letzten Unterschrift in Kraft und ist dem {authority} anzuzeigen.",
            authority=w.authority(),
        )
    else:
        w.add(Paragraph(plain("Präambel", True), "center", before=4, after=4, with_next=True))
        w.paragraph(
            "Arbeit gibt Halt. Wo Lebensläufe brüchig sind, braucht es Angebote, die nicht beim ersten "
            "Rückschlag enden. In diesem Sinne wirken {g} {abbr}und {r} zusammen.",
            abbr=abbreviation(w),
        )
        section("Zuwendungsbetrag")
        _funds(w)
        section("Verwendung")
        _projects(w)
        asides(w, ASIDES)
        section("Pflichten")
        w.paragraph(
            "a) Die Mittel sind sparsam einzusetzen. b) Ein Bericht ist dem {authority} bis zum {deadline} "
            "vorzulegen. c) Auf die Förderung ist hinzuweisen.",
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        section("Schriftform")
        w.paragraph("Änderungen bedürfen der Schriftform; das gilt auch für diese Ziffer.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "courier", "vera")),
        size=10.8,
        footer="– Seite {page} von {pages} –",
        left=74,
        right=74,
    )


def _signed_together(s: Scenario, rng: random.Random) -> Scenario:
    """Everybody at one table, on one day: in half of the agreements, unless a date has gone wrong."""
    first = s.signers[0]
    if rng.random() < 0.5 or any(one.day is None for one in s.signers):
        return s
    return replace(
        s,
        signers=tuple(
            replace(
                one, place=first.place, day=first.day, date_text=first.date_text, date_style=first.date_style
            )
            for one in s.signers
        ),
    )


def _together(signers: tuple[Signer, ...]) -> bool:
    return len({(one.place, one.date_text) for one in signers}) == 1 and signers[0].day is not None


def _party(w: Writer, index: int) -> None:
    """Name, address, "vertreten durch" with the head of office, and the name to come."""
    s = w.scenario
    party = s.parties[index]
    own = [one for one in s.signers if one.party == index]
    head = own[0].person or invented_person(w.rng)
    office = own[0].function
    form = "die" if head.woman else "den"
    address = (
        f"Am Musterplatz {w.rng.randint(1, 40)}, {w.rng.choice((34, 35, 36, 61, 63, 64))}000 {party.seat}"
    )
    named = f"{_inflected(office)} {'Frau' if head.woman else 'Herrn'} {head.name}"
    w.gold["parties"][index]["representative"] = named
    w.add(
        Paragraph((*w.party(index, "dative", mark=True), Run(",")), "left", after=0, indent=40),
        Paragraph(plain(address + ","), "left", after=0, indent=40),
        Paragraph(
            (Run(f"vertreten durch {form} "), Run(named, f"parties[{index}].representative")),
            "left",
            after=2,
            indent=40,
        ),
        Paragraph(
            plain("– nachstehend „Land“ genannt –" if index == 0 else "– nachstehend „Kommune“ genannt –"),
            "right",
            after=6,
        ),
    )
    if index < len(s.parties) - 1:
        w.add(Paragraph(plain("und"), "left", after=6))


def _inflected(office: str) -> str:
    """The office after "durch den" or "durch die"."""
    endings = {
        "Erster": "Ersten",
        "Hauptamtlicher": "Hauptamtlichen",
        "Kreisbeigeordneter": "Kreisbeigeordneten",
    }
    return " ".join(endings.get(word, word) for word in office.split())


def _funds(w: Writer) -> None:
    s = w.scenario
    noted = w.rng.random() < 0.5
    if noted:
        w.add(Footnote(plain("1  Der Betrag steht unter dem Vorbehalt des Haushaltsgesetzes.")))
    sign = "¹" if noted else ""
    amount, words = total_in_words(w)
    w.paragraph(
        "Das Land stellt {r_dat} für {clause_year} eine Zuwendung in Höhe von bis zu {total}{words}{sign} in "
        "Aussicht.",
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
        sign=sign,
    )
    if s.budget in SPLIT:
        w.paragraph("Davon sind bestimmt")
        found = parts(w)
        for part, letter in zip(found, "abcdefgh", strict=False):
            end = "." if part is found[-1] else ","
            what = {"by_year": "für das Jahr ", "two_programmes": "für das "}.get(s.budget, "für ")
            text: Text = (part.amount, Run(f" {what}"), *part.label, Run(end))
            w.add(Paragraph(text, "left", after=2, indent=44, hang=20, marker=plain(f"{letter})")))
        w.add(Gap(4))


def _projects(w: Writer) -> None:
    s = w.scenario
    w.paragraph("Die Zuwendung ist für folgende Maßnahmen zu verwenden:")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        runs: list[Run] = [title, Run(" mit " if len(names) > 1 else " mit dem Projekt ")]
        if len(names) > 1:
            runs[-1] = Run(" mit den Projekten ")
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            runs += [Run("" if i == 0 else " sowie " if i == len(names) - 1 else ", "), name]
            runs += project_money(w, measure, project, " (", ")")
        end = Run("." if number == len(s.measures) - 1 else ";")
        marker = plain(f"({measure.number})")
        w.add(Paragraph((*runs, end), "left", after=3, indent=30, hang=30, marker=marker))


def _sign(w: Writer) -> None:
    signers = w.scenario.signers
    together = _together(signers)
    entered = [enter(w, one, 0 if together and i else None) for i, one in enumerate(signers)]
    if together:
        line = (entered[0].place, Run(", den "), entered[0].date)
        w.add(Paragraph(line, "center", before=26, after=0, with_next=True))
    columns = [_column(w, one, together) for one in entered]
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        w.add(
            SignatureColumns(
                (*pair, *[()] * (2 - len(pair))), before=18.0 if start == 0 else 12.0, align="center"
            )
        )


def _column(w: Writer, one: Signature, together: bool) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    article, organisation = one.organisation("accusative")
    lines = [SignLine((Run(f"Für {article} "), organisation))]
    if party.gender == "n" and w.scenario.land:
        lines = [SignLine(plain("Für das Land Hessen")), SignLine((one.bare_organisation,))]
    if not together:
        lines.append(SignLine((one.place, Run(", "), one.date)))
    lines.append(
        SignLine(plain("In Vertretung" if one.signer.deputising else ""), "rule", one.name is not None, 42.0)
    )
    if one.name and one.function:
        lines += [SignLine((Run("("), one.name, Run(")"))), SignLine((one.function,))]
    return tuple(lines)
