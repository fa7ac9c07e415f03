"""A letter that offers and a leaf that accepts: the ministry writes "we" and signs, the county overleaf;
"A. Heading", projects in guillemets inside sentences."""

from __future__ import annotations

import random

from samples.blocks import (
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
from samples.signing import Signature, enter
from samples.wordings.days import full_figures, redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, split_table, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import Draft, amended, aside_texts, enumerated, period, represented
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Dolmetscherkosten erkennen wir bis zu {cap} je Fall an.",
    "Ihrer Anmeldung entnehmen wir, dass {persons} Personen und {young} Gruppen vorgesehen sind.",
    "Sollten Sie Fragen haben, rufen Sie uns bitte an ({phone}).",
    "Zuletzt haben wir landesweit für vergleichbare Zwecke rund {past} bewilligt.",
    "Ihre eigenen Verwaltungskosten dürfen {rate} % der Summe ausmachen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} für Neuzugewanderte",
    "Brücke {name}",
    "{name} (6 Monate)",
    "{name} mit Praktikum",
)


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    s = redated(s, rng.choice((full_figures, long_date)))
    w = Writer(s, rng, numbering="A")
    _letterhead(w)
    if s.amendment:
        _amend(w)
    else:
        _offer(w)
    _signed(w)
    _acceptance(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((11.0, 11.4)),
        leading=rng.choice((1.32, 1.4)),
        footer=rng.choice((None, "{page}", "Blatt {page}")),
        footer_align="center",
        footer_on_first=False,
        header=rng.choice((None, "– {page} –")),
        header_align="center",
        left=80,
        right=74,
        top=70,
        bottom=66,
    )


def _letterhead(w: Writer) -> None:
    s = w.scenario
    sender = (w.bare_party(0), *represented(w, 0))
    w.add(
        Paragraph(tuple(Run(r.text, r.mark, bold=True) for r in sender), "left", scale=1.1, after=2),
        Divider(after=14),
    )
    for index, party in enumerate(s.recipients, start=1):
        organ = "Kreisausschuss" if party.gender == "m" else "Magistrat"
        lead = "An" if index == 1 else "und an"
        w.add(
            Paragraph(plain(lead), "left", after=0),
            Paragraph(w.party(index, "accusative", mark=True), "left", after=0),
            Paragraph(plain(f"– {organ} –"), "left", after=0),
            Paragraph(plain(party.seat), "left", after=6),
        )
    w.add(Gap(8))
    if s.file_mark:
        w.add(
            Paragraph(
                plain(f"Unser Zeichen: {s.file_mark.removeprefix('Az. ')}"), "right", scale=0.9, after=4
            )
        )
    names = enumerated([(w.programme(index),) for index in range(len(s.programmes))])
    w.add(
        Paragraph((*names, Run(" "), w.year(bold=True)), "left", after=1),
        Paragraph((Run("hier: "), w.kind(), Run(" durch Angebot und Annahme")), "left", after=10),
        Paragraph(plain("Sehr geehrte Damen, sehr geehrte Herren,"), "left", after=6),
    )


def _open(w: Writer, title: str) -> None:
    head = (w.next_section(), Run(".  ", bold=True), w.heading(title))
    w.add(Paragraph(head, "left", before=7, after=4, with_next=True))


def _amend(w: Writer) -> None:
    w.paragraph(
        "wir schlagen Ihnen vor, unsere Abmachung vom {day} zu ändern. Die Änderung wird wirksam, wenn die "
        "beigefügte Annahmeerklärung unterschrieben bei uns eingeht.",
        day=amended(w),
    )
    _open(w, "Neue Summe")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Wir hatten Ihnen für {clause_year} {old} angeboten und ersetzen sie durch {new}.",
                "Für {clause_year} können Sie jetzt {new} abrufen; die früheren {old} sind damit überholt.",
            )
        ),
        old=old,
        new=new,
    )
    _open(w, "Weiteres Verfahren")
    w.paragraph(
        "Nach Ihrer Annahme schickt Ihnen das {authority} einen geänderten Bescheid.", authority=w.authority()
    )


def _offer(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    w.paragraph(
        rng.choice(
            (
                "wir bieten Ihnen an, zu den folgenden Bedingungen mit uns zusammenzuarbeiten. Das Angebot "
                "wird verbindlich, wenn Sie die beigefügte Annahmeerklärung unterschreiben.",
                "nachfolgend erhalten Sie unser Angebot. Mit Ihrer Unterschrift unter der Annahmeerklärung "
                "auf dem letzten Blatt ist die Vereinbarung geschlossen.",
            )
        )
    )
    if s.reference:
        w.paragraph("Ihr Schreiben vom {day} haben wir berücksichtigt.", day=w.date(s.reference, "reference"))
    _open(w, rng.choice(("Unsere Leistung", "Was wir Ihnen geben")))
    _funds(w)
    _open(w, rng.choice(("Ihre Vorhaben", "Anerkannte Vorhaben")))
    _projects(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    _open(w, "Ihre Pflichten")
    w.paragraph(
        "Belege und einen Sachbericht erwartet das {authority} von Ihnen bis zum {deadline}. Dort erhalten "
        "Sie auch den Bescheid und das Geld.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    _open(w, "Zeitlicher Rahmen")
    w.paragraph("Wir fördern, was {period} stattfindet.", period=period(w))


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if s.budget == "one_line":
        w.add(Paragraph(w.fill("Für {clause_year} können Sie abrufen"), with_next=True))
        w.add(Paragraph((amount,), "center", scale=1.1, before=2, after=6))
    elif years:
        w.paragraph("Im Verlauf mehrerer Jahre überlassen wir Ihnen zusammen {total}.", total=amount)
    else:
        w.paragraph(
            rng.choice(
                (
                    "Wir überlassen Ihnen für {clause_year} eine Summe von {total}{words}.",
                    "Im Jahr {clause_year} können Sie bis zu {total}{words} bei uns abrufen.",
                )
            ),
            total=amount,
            words=(Run(" (wörtlich: "), words, Run(")")) if words else "",
        )
    if s.budget not in SPLIT:
        return
    if s.listing == "table":
        what = {"by_measure": "Maßnahmenart", "by_year": "Jahr"}.get(s.budget, "Quelle")
        w.add(split_table(w, (what, "Summe"), "Leistung insgesamt", style="sign"))
        return
    lead = {"by_measure": "für die Maßnahmenart ", "by_year": "für "}.get(s.budget, "aus dem ")
    told: list[Text] = []
    for part in parts(w):
        number = f"Nr. {s.measures[part.index].number} " if s.budget == "by_measure" else ""
        told.append((part.amount, Run(f" {lead}{number}"), *part.label))
    w.add(Paragraph((Run("Das sind "), *enumerated(told), Run("."))))


def _projects(w: Writer) -> None:
    s = w.scenario
    if s.budget == "by_project" and s.listing == "table":
        w.paragraph("Wir erkennen an und beteiligen uns jeweils mit der Summe in der letzten Spalte:")
        w.tables += 1
        heads = ("Art", "Bezeichnung", "Summe")
        rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
        for number, measure in enumerate(s.measures):
            title, names = w.measure(number)
            for order, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
                run = project_sum(w, measure, project, style="sign", table=w.tables, row=len(rows))
                kind: Text = () if order else (Run(f"Nr. {measure.number}: "), title)
                rows.append((kind, (name,), (run,)))
        run = total(w, style="sign", bold=True, table=w.tables, row=len(rows))
        rows.append((plain("insgesamt", True), (), (run,)))
        w.add(Table(tuple(rows), (2.4, 2.6, 1.5), ("left", "left", "right"), s.ruled, joined=1))
        return
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        told: list[Text] = []
        for name, project in zip(names, measure.projects, strict=True):
            money: Text = ()
            if project.amount is not None:
                money = (Run(" mit "), project_sum(w, measure, project))
            told.append((Run("»"), name, Run("«"), *money))
        lead = (Run(f"In der Maßnahmenart Nr. {measure.number} „"), title, Run("“ erkennen wir an: "))
        w.add(Paragraph((*lead, *enumerated(told), Run(".")), "left"))


def _signed(w: Writer) -> None:
    """The end of the letter, signed for the ministry."""
    w.add(Gap(4), Paragraph(plain("Mit freundlichen Grüßen"), "left", after=0, with_next=True))
    for signer in w.scenario.signers:
        if signer.party == 0:
            w.add(SignatureColumns((_lines(w, enter(w, signer)), ()), before=8.0))


def _acceptance(w: Writer) -> None:
    """The leaf of the other side; one declaration for each county or city."""
    s = w.scenario
    w.add(NewPage(), Paragraph(plain("Annahmeerklärung", True), "center", scale=1.35, after=12))
    for index in range(1, len(s.parties)):
        called = "Änderung" if s.amendment else "Angebot"
        article = "die" if s.amendment else "das"
        text = (
            *w.party(index, "nominative", capital=True),
            *w.fill(f" nimmt {article} voranstehende {called} {{g_gen}} an und wird sich daran halten."),
        )
        w.add(Paragraph(text, before=10 if index > 1 else 0, with_next=True))
        signers = [signer for signer in s.signers if signer.party == index]
        columns = [_lines(w, enter(w, signer)) for signer in signers]
        for start in range(0, len(columns), 2):
            pair = columns[start : start + 2]
            w.add(SignatureColumns((*pair, *[()] * (2 - len(pair))), before=16.0, gutter=26.0))


def _lines(w: Writer, one: Signature) -> tuple[SignLine, ...]:
    s = w.scenario
    lines = [
        SignLine((one.place, Run(", den "), one.date)),
        SignLine((), "rule" if s.signing == "captions" else "none", pen=one.name is not None, height=44.0),
    ]
    if s.signing == "captions":
        caption = "(rechtsverbindliche Unterschrift)" if one.signer.party else "(Unterschrift)"
        lines.append(SignLine(plain(caption)))
    if one.name and one.function:
        deputy = Run("i. V. " if one.signer.deputising else "")
        name: Text = (Run("("), one.name, Run(")")) if s.signing == "brackets" else (one.name,)
        lines += [SignLine((deputy, *name)), SignLine((one.function,))]
    if s.signing == "organ" and one.signer.organisation.gender != "n":
        organ = "Kreisausschuss" if one.signer.organisation.gender == "m" else "Magistrat"
        article, organisation = one.organisation("genitive")
        lines.append(SignLine((Run(f"{organ} {article} "), organisation)))
    else:
        lines.append(SignLine((one.bare_organisation,)))
    return tuple(lines)
