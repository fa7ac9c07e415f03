"""Set in LaTeX by the ministry's lawyers: lettered parts, paragraphs counted in the margin, a footnote."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.blocks import (
    NEW_LINE,
    Footnote,
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
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.days import redated
from samples.wordings.money import SPLIT, parts, project_sum, replaced, subtotal, total, total_in_words
from samples.wordings.names import fuller_names
from samples.wordings.parts import (
    Draft,
    abbreviation,
    amended,
    aside_texts,
    period,
    programme_genitives,
    represented,
)
from samples.writer import Writer, long_date

OWN_ASIDES = (
    "Anschaffungen über {cap} bedürfen der vorherigen Zustimmung.",
    "Als Richtgröße gelten {persons} begonnene und {young} abgeschlossene Ausbildungen.",
    "Die Referatsleitung ist unter {phone} zu erreichen.",
    "Das durchschnittliche Landesbudget vergleichbarer Gebietskörperschaften wird mit {past} angegeben.",
    "Eine Abweichung von bis zu {rate} % je Förderbereich ist unschädlich.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name} (Verbundausbildung)",
    "Assistierte Ausbildung {name}",
    "{name}, Durchgang 3",
    "Initiative „{name}“",
    "{name} – Fortsetzung",
)
GROUNDS = (
    "Ein Berufsabschluss ist der wirksamste Schutz vor Langzeitarbeitslosigkeit; ihn zu ermöglichen, ist "
    "gemeinsame Aufgabe.",
    "Die Ausgestaltung im Einzelnen obliegt der kommunalen Seite, die den örtlichen Arbeitsmarkt kennt.",
    "Bundesrechtliche Leistungen gehen vor; Doppelförderung ist ausgeschlossen.",
    "Die Gleichstellung der Geschlechter und die Barrierefreiheit der Angebote sind sicherzustellen.",
)


class _Margin:
    """A letter and a heading in the middle; the paragraphs count on through all parts, in the margin."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.count = 0

    def open(self, title: str) -> None:
        self.w.add(
            Paragraph((self.w.next_section(),), "center", scale=1.1, before=14, after=0, with_next=True),
            Paragraph((self.w.heading(title),), "center", scale=1.1, after=6, with_next=True),
        )

    def say(self, sentence: str, **filled: Run | Text | str) -> None:
        self.put(self.w.fill(sentence, **filled))

    def put(self, text: Text, with_next: bool = False) -> None:
        self.count += 1
        marker = plain(str(self.count))
        self.w.add(Paragraph(text, after=6, indent=28, hang=28, marker=marker, with_next=with_next))

    def item(self, index: int, text: Text) -> None:
        marker = plain(f"({('i', 'ii', 'iii', 'iv', 'v', 'vi')[index]})")
        self.w.add(Paragraph(text, "left", after=3, indent=60, hang=26, marker=marker))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = redated(fuller_names(s, OWN_FORMS), long_date)
    w = Writer(s, rng, numbering="A")
    _opening(w)
    page = _Margin(w)
    if s.amendment:
        _amend(page)
    else:
        _agree(page)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif")),
        size=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.22, 1.3)),
        header=rng.choice((None, "Referat für regionale Arbeitsmarktpolitik")),
        header_align="center",
        footer="{page}",
        left=92,
        right=92,
        top=88,
        bottom=92,
        hyphenate=rng.random() < 0.5,
    )


def _short(w: Writer, index: int) -> str:
    s = w.scenario
    if index == 0:
        return "das Land" if s.land else "das Ministerium"
    name = "der Kreis" if s.recipients[index - 1].gender == "m" else "die Stadt"
    return name + (f" zu {index}." if len(s.recipients) > 1 else "")


def _opening(w: Writer) -> None:
    s = w.scenario
    w.add(
        Gap(10),
        Paragraph((w.kind(),), "center", scale=1.75, after=6),
        Paragraph((Run("über die Verwendung des "), *programme_genitives(w)), "center", scale=1.1, after=4),
        Paragraph((Run("im Jahr "), w.year()), "center", scale=1.1, after=20),
    )
    text: list[Run] = [Run("Zwischen ")]
    for index in range(len(s.parties)):
        last = index == len(s.parties) - 1
        text += [Run(" und " if last else ", ")] if index else []
        text += w.party(index, "dative", mark=True)
        short = abbreviation(w) if index == 0 else ()
        text += (Run(" "), *short[:2], Run(")")) if short else ()
        text += represented(w, index)
        text.append(Run(f" – nachfolgend: {_short(w, index)} –"))
    w.add(Paragraph((*text, Run(" wird Folgendes vereinbart:")), after=4))


def _amend(page: _Margin) -> None:
    w = page.w
    page.open("Vorgeschichte")
    page.say("Am {day} ist eine Zielvereinbarung geschlossen worden, die fortbesteht.", day=amended(w))
    page.open("Neufassung der Mittelzusage")
    old, new = replaced(w)
    page.say(
        w.rng.choice(
            (
                "In der Mittelzusage für {clause_year} tritt an die Stelle des Betrages {old} der Betrag "
                "{new}.",
                "Die auf {old} lautende Mittelzusage für {clause_year} wird durch eine über {new} abgelöst.",
            )
        ),
        old=old,
        new=new,
    )
    page.say("Nicht verbrauchte Beträge verfallen.")
    page.open("Vollzug")
    page.say("Zuständig bleibt das {authority}.", authority=w.authority())


def _agree(page: _Margin) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    page.open(rng.choice(("Grundlagen", "Leitgedanken")))
    chosen = rng.sample(GROUNDS, 2)
    page.put(w.fill(chosen[0]))
    if s.reference:
        w.add(
            Footnote(
                w.fill(
                    "¹ Vgl. die regionale Strategie in der Fassung vom {day}.",
                    day=w.date(s.reference, "reference"),
                )
            )
        )
    page.put(w.fill(chosen[1] + ("¹" if s.reference else "")))
    page.open(rng.choice(("Mittelzusage", "Zusage des Landes")))
    _funds(page)
    page.open(rng.choice(("Förderbereiche", "Förderbereiche und Vorhaben")))
    _projects(page)
    page.open("Vollzug und Geltung")
    page.say(
        "Bewilligungsbehörde ist das {authority}. Ihm ist der Schlussbericht bis {deadline} zu erstatten.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )
    page.say("Gefördert wird {period}.", period=period(w))
    for text in aside_texts(w, OWN_ASIDES):
        page.put(text)
    page.say("Nebenabreden bestehen nicht; Rn. 1 und 2 sind nicht einklagbar.")


def _funds(page: _Margin) -> None:
    w, s, rng = page.w, page.w.scenario, page.w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, year=None if years else s.clause_year)
    giver = _short(w, 0)
    giver = giver[0].upper() + giver[1:]
    if years:
        end = s.clause_year + len(s.shares) - 1
        page.say(
            f"{giver} sagt für die Jahre {s.clause_year} bis {end} Mittel von zusammen {{total}} zu.",
            total=amount,
        )
    elif s.budget == "one_line":
        page.say(
            f"{giver} sagt für das Haushaltsjahr {{clause_year}} folgenden Betrag zu:{{line}}{{total}}",
            line=NEW_LINE,
            total=replace(amount, bold=True),
        )
    else:
        page.say(
            rng.choice(
                (
                    f"{giver} sagt für das Haushaltsjahr {{clause_year}} Mittel von {{total}}{{words}} zu.",
                    f"{giver} verpflichtet sich, für {{clause_year}} Mittel bis zur Höhe von "
                    "{total}{words} bereitzuhalten.",
                )
            ),
            total=amount,
            words=(Run(" ["), words, Run("]")) if words else "",
        )
    if s.budget in SPLIT:
        _split(page)
    page.say("Die Zusage steht unter dem Vorbehalt, dass der Landtag die Mittel bewilligt.")


def _split(page: _Margin) -> None:
    """In items "(i)", or in two columns without a rule."""
    w, s = page.w, page.w.scenario
    by_measure = s.budget == "by_measure"
    page.put(plain("Der zugesagte Betrag teilt sich auf wie folgt:"), with_next=True)
    if s.listing == "list":
        found = parts(w)
        for part in found:
            lead = {"by_measure": " im Förderbereich „", "by_year": " im Haushaltsjahr "}.get(
                s.budget, " aus dem "
            )
            end = "." if part.index == len(found) - 1 else ";"
            close = "“" if by_measure else ""
            page.item(part.index, (part.amount, Run(lead), *part.label, Run(close + end)))
        return
    w.tables += 1
    count = len(s.measures) if by_measure else len(s.shares)
    first = {"by_measure": "Förderbereich", "by_year": "Haushaltsjahr"}.get(s.budget, "Budget")
    rows: list[tuple[Text, ...]] = [(plain(first, True), plain("zugesagt", True))]
    for part in parts(w, style="sign", table=w.tables, rows=range(1, count + 1)):
        number = f"{s.measures[part.index].number}. " if by_measure else ""
        rows.append(((Run(number), *part.label), (part.amount,)))
    year = None if s.budget == "by_year" else s.clause_year
    whole = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=year)
    rows.append((plain("Summe der Zusage", True), (whole,)))
    w.add(Table(tuple(rows), (3.6, 1.5), ("left", "right"), s.ruled, padding=2.5, together=True))


def _projects(page: _Margin) -> None:
    """Each measure is a paragraph of its own; its projects behind it in one sentence, or as items."""
    w, s, rng = page.w, page.w.scenario, page.w.rng
    paid = s.budget == "by_project"
    running = not paid and rng.random() < 0.5
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(f"Förderbereich {measure.number} ("), replace(title, bold=True), Run(")"))
        if running:
            told: list[Run] = []
            for index, name in enumerate(names):
                told += [Run("; ")] if index else []
                told.append(name)
            page.put((*head, Run(" umfasst: "), *told, Run(".")))
            continue
        page.put((*head, Run(":")), with_next=True)
        for index, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            money: Text = (Run(" mit "), project_sum(w, measure, project)) if paid else ()
            page.item(index, (name, *money))
        if paid and len(names) > 1:
            text = (Run("– zusammen "), subtotal(w, measure), Run(" –"))
            w.add(Paragraph(text, "left", after=6, indent=60))


def _sign(w: Writer) -> None:
    """In the middle or in two columns: place and day, the pen, the name, and the office with whose it is."""
    s = w.scenario
    columns = [_column(enter(w, signer), s.signing) for signer in s.signers]
    if s.signature_form == "two_columns":
        for start in range(0, len(columns), 2):
            pair = (*columns[start : start + 2], ())[:2]
            w.add(SignatureColumns(pair, before=24.0, gutter=26.0, align="center", scale=0.95))
        return
    for number, column in enumerate(columns):
        w.add(SignatureColumns((column,), before=14.0 if number else 24.0, align="center"))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    lines = [SignLine((one.place, Run(", am "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("[Ort, Tag]")))
    lines.append(SignLine((), "none", pen=one.name is not None, height=38.0))
    if not (one.name and one.function):
        article, name = one.organisation("accusative")
        return (*lines, SignLine(plain("." * 30)), SignLine((Run(f"für {article} "), name)))
    lines.append(SignLine((Run("["), one.name, Run("]")) if form == "brackets" else (one.name,)))
    neuter = one.signer.organisation.gender == "n"
    article, name = one.organisation("dative" if neuter else "genitive")
    joint = "im" if neuter else article
    deputy = "i. V. " if one.signer.deputising else ""
    lines.append(SignLine((Run(deputy), one.function, Run(f" {joint} "), name)))
    return tuple(lines)
