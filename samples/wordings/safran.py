"""A notice that offers the agreement, and the slip by which it is accepted: two sides sign in two places."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from samples.blocks import (
    Align,
    Divider,
    Gap,
    Line,
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
from samples.signing import Signature, enter, in_rows
from samples.wordings.days import full_figures, redated
from samples.wordings.money import (
    SPLIT,
    parts,
    project_money,
    project_sum,
    replaced,
    split_table,
    subtotal,
    total,
    total_in_words,
)
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    period,
    programme_names,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Einzelanschaffungen über {cap} bedürfen meiner vorherigen Einwilligung.",
    "Ich gehe von {persons} Förderfällen und {young} Honorarkräften aus.",
    "Meine Haushaltsstelle gibt unter Tel. {phone} Auskunft.",
    "Zum Vergleich: In früheren Jahren wurden durchschnittlich {past} ausgezahlt.",
    "Overheadkosten erkenne ich ohne Einzelbeleg mit {rate} v. H. an.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "Förderkette {name}",
    "{name}, Stufe 2",
    "Kurs „{name}“",
    "{name} (Verlängerung)",
    "Anlaufstelle {name}",
)
TERMS = (
    "Die bewilligten Mittel sind ausschließlich für die oben aufgeführten Projekte einzusetzen.",
    "Belege sind zehn Jahre aufzubewahren und auf Anforderung vorzulegen.",
    "Bei Veröffentlichungen ist in geeigneter Form auf die Förderung hinzuweisen.",
    "Werden Projekte vorzeitig beendet, ist mir dies ohne Aufforderung mitzuteilen.",
    "Der Landesrechnungshof darf jederzeit Einsicht nehmen.",
)


class _Notice:
    """ "I. Heading" at the left, capital or not; what follows is set in or starts at the margin."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.indent = w.rng.choice((0.0, 26.0))

    def open(self, title: str) -> None:
        number = (self.w.next_section(), Run(".", bold=True))
        heading = (self.w.heading(title),)
        self.w.add(
            Paragraph(heading, "left", before=11, after=4, indent=26, hang=26, marker=number, with_next=True)
        )

    def put(self, text: Text, with_next: bool = False) -> None:
        self.w.add(Paragraph(text, "left", after=6, indent=self.indent, with_next=with_next))

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="I")
    _head(w)
    notice = _Notice(w)
    if s.amendment:
        _amend(notice)
    else:
        _agree(notice)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "times", "vera")),
        size=rng.choice((10.4, 11.0)),
        leading=rng.choice((1.3, 1.38)),
        header="Blatt {page}",
        header_align=rng.choice(("center", "right")),
        footer=None,
        left=76,
        right=82,
        top=72,
    )


def _head(w: Writer) -> None:
    """Who writes, to whom, under which mark, about what; then the offer itself in a sentence."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "right"))
    w.add(Paragraph((replace(w.bare_party(0), bold=True),), align, scale=1.15, after=1))
    if s.land:
        ministry = Run(s.grantor.official, "parties[0].representative")
        w.add(Paragraph((ministry,), align, after=1))
    w.add(Divider(before=3, after=22))
    for index, body in enumerate(s.recipients, start=1):
        office = "Kreisverwaltung" if body.gender == "m" else "Stadtverwaltung"
        w.add(
            Paragraph((w.bare_party(index),), "left", after=0),
            Paragraph(plain(f"{office} – {rng.choice(('Soziales', 'Fachdienst Arbeit'))}"), "left", after=0),
            Paragraph(plain(body.seat), "left", after=10),
        )
    mark = (s.file_mark or "").removeprefix("Az. ")
    if mark:
        w.add(Paragraph(plain(f"Mein Zeichen: {mark}"), "right", scale=0.9, after=4))
    w.add(
        Gap(10),
        Paragraph(
            (w.kind(), Run(" ", bold=True), w.year(bold=True), Run(" – Angebot", bold=True)),
            "left",
            scale=1.15,
            after=2,
        ),
        Paragraph((Run("Förderung aus dem "), *programme_names(w)), "left", after=2),
        Paragraph(plain("Anlage: Annahmeerklärung (zweifach)"), "left", scale=0.9, after=14),
        Paragraph(plain("Sehr geehrte Damen und Herren,"), "left", after=8),
    )
    short = abbreviation(w)
    told: list[Run] = []
    for index in range(1, len(s.parties)):
        told += [Run(" sowie ")] if index > 1 else []
        inserted = represented(w, index)
        told += [*w.party(index, "dative", mark=True), *inserted]
        told += [Run(",")] if inserted else []
    grantor = (
        *w.party(0, "nominative", mark=True),
        *((Run(" "), *short[:2], Run(")")) if short else ()),
        *represented(w, 0),
        Run("," if s.land else ""),
    )
    ends = (
        " bietet {to} an, die am {day} getroffene Zielvereinbarung wie folgt zu ändern."
        if s.amendment
        else " bietet {to} hiermit den Abschluss der Vereinbarung an, deren Inhalt in diesem Schreiben steht."
    )
    day = {"day": amended(w)} if s.amendment else {}
    w.add(
        Paragraph((*grantor, *w.fill(ends, to=tuple(told), **day)), "left", after=6),
        Paragraph(
            plain("Wirksam wird dies, sobald mir die beigefügte Erklärung unterschrieben vorliegt."), "left"
        ),
    )


def _amend(notice: _Notice) -> None:
    w = notice.w
    notice.open("Zuwendung")
    old, new = replaced(w)
    notice.say(
        w.rng.choice(
            (
                "Die Zuwendung für {clause_year} war mit {old} bemessen. Ich bemesse sie neu mit {new}.",
                "Ich setze die Zuwendung für {clause_year} von {old} auf {new} neu fest.",
            )
        ),
        old=old,
        new=new,
    )
    notice.open("Abwicklung")
    notice.say("Die Auszahlung übernimmt weiterhin das {authority}.", authority=w.authority())
    notice.open("Hinweis")
    notice.say("Alle sonstigen Bestimmungen gelten unverändert weiter.")


def _agree(notice: _Notice) -> None:
    w, s, rng = notice.w, notice.w.scenario, notice.w.rng
    notice.open("Zuwendung")
    _funds(notice)
    for text in aside_texts(w, OWN_ASIDES):
        notice.put(text)
    notice.open(rng.choice(("Zweckbestimmung", "Zweck")))
    _projects(notice)
    notice.open("Zeitraum")
    notice.say("Die Zuwendung ist bestimmt für Ausgaben {period}.", period=period(w))
    if s.reference:
        notice.say(
            "Maßgebend ist Ihr Antrag vom {day}.",
            day=w.date(s.reference, "reference", rng.choice((None, full_figures(s.reference)))),
        )
    notice.open(rng.choice(("Nebenbestimmungen", "Auflagen")))
    for sentence in rng.sample(TERMS, 3):
        w.add(
            Paragraph(plain(sentence), "left", after=3, indent=notice.indent + 14, hang=14, marker=plain("–"))
        )
    w.add(Gap(3))
    notice.open("Auszahlung und Nachweis")
    notice.say(
        "Zuständig für Auszahlung und Prüfung ist das {authority}. Ihm ist der Verwendungsnachweis bis "
        "spätestens {deadline} zuzuleiten.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline", rng.choice((None, full_figures(s.deadline)))),
    )


def _funds(notice: _Notice) -> None:
    w, s, rng = notice.w, notice.w.scenario, notice.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        notice.put(w.fill("Ich bewillige für das Haushaltsjahr {clause_year} eine Zuwendung von"), True)
        w.add(Paragraph((amount,), "center", scale=1.15, before=3, after=8))
        notice.put(plain("als Festbetrag."))
    elif years:
        notice.say(
            "Ich bewillige eine mehrjährige Zuwendung von zusammen {total}. Die Kassenmittel der Jahre sind:",
            total=amount,
        )
    else:
        notice.say(
            rng.choice(
                (
                    "Für {clause_year} bewillige ich eine nicht rückzahlbare Zuwendung von {total}{words}.",
                    "Die Zuwendung für {clause_year} wird als Festbetrag gewährt und macht {total}{words} "
                    "aus.",
                )
            ),
            total=amount,
            words=(Run(" – in Worten: "), words, Run(" –")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.budget != "by_year":
        notice.put(plain("Sie verteilt sich so:"), True)
    if s.listing == "table":
        heads = {"by_measure": "Maßnahmenart", "by_year": "Haushaltsjahr"}.get(s.budget, "Programm")
        first = rng.random() < 0.4
        shares = (3.4, 1.4) if s.budget == "by_measure" else (2.0, 1.2)
        w.add(split_table(w, (heads, "Betrag"), "Zuwendung", style="sign", money_first=first, shares=shares))
        return
    for part in parts(w):
        lead = f"({s.measures[part.index].number}) " if s.budget == "by_measure" else ""
        text = (part.amount, Run(" im Jahr " if years else f" für {lead}"), *part.label)
        w.add(Paragraph(text, "left", after=2, indent=notice.indent + 28))
    w.add(Gap(4))


def _projects(notice: _Notice) -> None:
    w, s = notice.w, notice.w.scenario
    if s.listing == "table" and s.budget == "by_project":
        notice.put(plain("Gefördert werden die Projekte mit den Beträgen der letzten Spalte:"), True)
        _table(w)
        return
    notice.put(plain("Gefördert werden die nachstehend genannten Projekte:"), True)
    count = 0
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Zu Maßnahmenart {measure.number} ("), title, Run(")"))
        w.add(Paragraph(head, "left", before=2, after=2, indent=notice.indent, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            count += 1
            money = project_money(w, measure, project, " – ")
            marker = plain(f"Projekt {count}")
            indent = notice.indent + 72
            w.add(Paragraph((name, *money), "left", after=2, indent=indent, hang=56, marker=marker))
    w.add(Gap(4))


def _table(w: Writer) -> None:
    """Projects under the row of their measure, whose sum stands there if it has several."""
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [
        (plain("Nr.", True), plain("Maßnahmenart und Projekte", True), plain("Zuwendung", True))
    ]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        several = len(names) > 1
        run = subtotal(w, measure, style="sign", table=w.tables, row=len(rows)) if several else None
        own: Text = (run,) if run else ()
        rows.append((plain(str(measure.number)), (replace(title, bold=True),), own))
        for name, project in zip(names, measure.projects, strict=True):
            run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
            lead = "davon " if several else ""
            rows.append(((), (name,), (Run(lead), run)))
    run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
    rows.append(((), plain("Zuwendung", True), (run,)))
    w.add(Table(tuple(rows), (0.5, 3.6, 1.7), ("left", "left", "right"), s.ruled, padding=3.0))


def _sign(w: Writer) -> None:
    """The ministry under its letter; those who accept under their slip, which may have a sheet of its own."""
    s, rng = w.scenario, w.rng
    signatures = [enter(w, signer) for signer in s.signers]
    ours = [one for one in signatures if one.signer.party == 0]
    theirs = [one for one in signatures if one.signer.party > 0]
    w.add(Paragraph(plain("Mit freundlichen Grüßen"), "left", before=10, after=0, with_next=True))
    for one in ours:
        w.add(SignatureColumns((_column(one, s.signing), ()), before=10.0))
    if rng.random() < 0.5:
        w.add(NewPage())
    else:
        w.add(Gap(24), Divider(after=14))
    w.add(
        Paragraph(plain("Annahmeerklärung", True), "left", scale=1.2, after=6, with_next=True),
        Paragraph(
            w.fill(
                "Das Angebot {g_gen} ist {r_dat} bekannt und wird ohne Vorbehalt angenommen. Auf weitere "
                "Erklärungen wird verzichtet."
            ),
            "left",
            with_next=True,
        ),
    )
    columns = [_column(one, s.signing) for one in theirs]
    w.add(*_blocks(columns, s))


def _blocks(columns: Sequence[tuple[SignLine, ...]], s: Scenario) -> list[SignatureColumns]:
    if s.signature_form == "stacked":
        return [
            SignatureColumns((column, ()), before=14.0 if number else 20.0)
            for number, column in enumerate(columns)
        ]
    across = 3 if s.signature_form == "three_columns" and len(columns) > 2 else 2
    return in_rows(columns, across, gutter=16.0 if across == 3 else 30.0, scale=0.86 if across == 3 else 1.0)


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", den "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("(Ort und Datum)")))
    lines.append(SignLine(height=6.0))
    if form == "organ" and party.gender != "n":
        article, name = one.organisation("genitive")
        organ = "Der Kreisausschuss" if party.gender == "m" else "Der Magistrat"
        lines.append(SignLine((Run(f"{organ} {article} "), name)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    if one.signer.deputising:
        lines.append(SignLine(plain("In Vertretung")))
    rule: Line = "rule" if party.gender != "n" or form == "captions" else "none"
    lines.append(SignLine((), rule, pen=one.name is not None, height=40.0))
    if form == "captions":
        lines.append(SignLine(plain("(Unterschrift und Siegel)")))
    if one.name and one.function:
        named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine(named), SignLine((one.function,))]
    return tuple(lines)
