"""Families of wordings. Each turns a scenario into blocks, in its own words, order and numbering.

All sentences are our own. A family of the test split shares no sentence with the others.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from samples.blocks import Align, Gap, NewPage, Paragraph, Run, Sheet, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import sign
from samples.writer import Writer

Draft = tuple[Writer, Sheet]


# Shared parts: a family chooses among them and brings its own sentences.

def funds(w: Writer, sentences: dict[str, tuple[str, ...]]) -> None:
    """The clause that grants the money, in the form the scenario asks for.

    `sentences` holds templates for each form: {total}, {words}, {old}, {new}, {first}, {second}.
    """
    s = w.scenario
    label = s.programmes[0].name
    base = {"label": label, "programme_key": s.programmes[0].key, "year": s.clause_year}
    if s.budget == "amendment":
        old, _ = w.amount(s.replaced or Decimal(0), "replaced", **base)
        new, _ = w.amount(s.total, "replacement", **base)
        w.paragraph(w.rng.choice(sentences["amendment"]), old=old, new=new)
    elif s.budget == "one_line":
        before, after = w.rng.choice([pair.split("|") for pair in sentences["one_line"]])
        w.add(Paragraph(w.fill(before), with_next=True))
        total, _ = w.amount(s.total, "total", bold=True, **base)
        w.add(Paragraph((total,), align="center", scale=1.15, before=4, after=10))
        w.paragraph(after)
    elif s.budget == "in_words":
        total, words = w.amount(s.total, "total", words=s.words_value, **base)
        w.paragraph(w.rng.choice(sentences["in_words"]), total=total, words=words or Run(""))
    elif s.budget == "two_programmes":
        total, _ = w.amount(s.total, "total", label="Gesamtbetrag", year=s.clause_year)
        shares = [w.amount(share, "component", label=p.name, programme_key=p.key, year=s.clause_year)[0]
                  for share, p in zip(s.shares, s.programmes, strict=True)]
        w.paragraph(w.rng.choice(sentences["two_programmes"]), total=total, first=shares[0], second=shares[1],
                    first_prog=w.programme(0), second_prog=w.programme(1))
    else:
        total, _ = w.amount(s.total, "total", **base)
        w.paragraph(w.rng.choice(sentences["running_text"]), total=total)
        if s.budget == "by_year":
            w.paragraph(w.rng.choice(sentences["by_year"]))
            years_table(w)
        elif s.budget == "by_measure":
            w.paragraph(w.rng.choice(sentences["by_measure"]))
            measures_table(w)


def years_table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    unit = w.rng.choice(("€", "Euro"))
    style = "cell" if unit == "Euro" else "sign"
    head: tuple[Text, ...] = (plain("Haushaltsjahr", True),
                              plain("Betrag in Euro" if unit == "Euro" else "Betrag", True))
    rows = [head]
    for row, share in enumerate(s.shares, start=1):
        year = s.clause_year + row - 1
        run, _ = w.amount(share, "component", style=style, label=str(year), year=year, table=w.tables, row=row,
                          programme_key=s.programmes[0].key)
        rows.append((plain(str(year)), (run,)))
    total, _ = w.amount(s.total, "total", style=style, bold=True, label="Summe", table=w.tables,
                        row=len(rows), programme_key=s.programmes[0].key)
    rows.append((plain("Summe", True), (total,)))
    w.add(Table(tuple(rows), (1.2, 1.0), ("left", "right"), s.ruled))


def measures_table(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Nr.", True), plain("Maßnahmenart", True), plain("Betrag in Euro", True))]
    for row, measure in enumerate(s.measures, start=1):
        run, _ = w.amount(measure.amount or Decimal(0), "component", style="cell", label=measure.title,
                          measure=measure.number, table=w.tables, row=row, year=s.clause_year)
        rows.append((plain(str(measure.number)), plain(measure.title), (run,)))
    total, _ = w.amount(s.total, "total", style="cell", bold=True, label="Gesamt", table=w.tables, row=len(rows),
                        year=s.clause_year)
    rows.append(((), plain("Gesamt", True), (total,)))
    w.add(Table(tuple(rows), (0.5, 4.2, 1.6), ("left", "left", "right"), s.ruled))


def project_list(w: Writer, bullet: str = "•", marker: str = "{n}.") -> None:
    """Maßnahmenarten as a numbered list, their projects as bullets, or all of it as a table with amounts."""
    s = w.scenario
    if s.budget == "by_project":
        projects_table(w)
        return
    for number, measure in enumerate(s.measures):
        title, projects = w.measure(number)
        w.add(Paragraph((title,), "left", after=2, indent=22, hang=18, with_next=True,
                        marker=plain(marker.format(n=measure.number))))
        for name in projects:
            w.add(Paragraph((name,), "left", after=1.5, indent=58, hang=16, marker=plain(bullet)))
    w.add(Gap(4))


def projects_table(w: Writer) -> None:
    """Each project with its sum; a subtotal per Maßnahmenart where it has several."""
    s = w.scenario
    w.tables += 1
    rows: list[tuple[Text, ...]] = [(plain("Maßnahmenart", True), plain("Projekt", True), plain("Betrag", True))]
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        for i, (project, name) in enumerate(zip(measure.projects, names, strict=True)):
            run, _ = w.amount(project.amount or Decimal(0), "component", style="sign", label=project.name,
                              measure=measure.number, project=project.name, table=w.tables, row=len(rows),
                              year=s.clause_year)
            first: Text = (Run(f"{measure.number}. "), title) if i == 0 else ()
            rows.append((first, (name,), (run,)))
    total, _ = w.amount(s.total, "total", style="sign", bold=True, label="Summe", table=w.tables, row=len(rows),
                        year=s.clause_year)
    rows.append((plain("Summe", True), (), (total,)))
    w.add(Table(tuple(rows), (2.4, 2.6, 1.5), ("left", "left", "right"), s.ruled))


def represented(w: Writer, index: int) -> Text:
    """", vertreten durch …" where the scenario says so, entered in the gold."""
    s = w.scenario
    if index == 0 and s.land:
        article, name = s.grantor.case("accusative")
        return (Run(f", vertreten durch {article} "), Run(name, "parties[0].representative"))
    if index > 0 and s.represented:
        body = "Kreisausschuss" if s.recipients[index - 1].gender == "m" else "Magistrat"
        w.gold["parties"][index]["representative"] = body
        return (Run(", vertreten durch den "), Run(body, f"parties[{index}].representative"))
    return ()


# Family "paragraf": a cover page, sections under a centred "§ 1" with the heading below.

def paragraf(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    cover(w, ("Chancen", "durch Arbeit"), "gemeinsam · regional · wirksam")

    def section(title: str) -> None:
        w.add(Paragraph((Run("§ ", bold=True), w.next_section()), "center", before=8, with_next=True))
        w.add(Paragraph((w.heading(title),), "center", with_next=True))

    w.add(Paragraph(plain(rng.choice(("Präambel", "Vorbemerkung")), True), "center", with_next=True))
    w.paragraph(rng.choice((
        "Junge Menschen und Erwachsene ohne Berufsabschluss brauchen Wege in Ausbildung und Beschäftigung, die zu "
        "ihrer Lage passen. {G} {abbr}und die kommunale Ebene tragen hierfür gemeinsam Verantwortung. Mit dieser "
        "Vereinbarung legen sie fest, welche Ziele im Gebiet {r_gen} im Jahr {y} verfolgt werden.",
        "Ein Berufsabschluss ist der verlässlichste Schutz vor Arbeitslosigkeit. Deshalb verbindet {g} {abbr}die "
        "Förderung aus dem {prog} mit Absprachen vor Ort. Grundlage ist die mit den Kammern, Trägern und Schulen "
        "abgestimmte Planung {r_gen}.")), abbr=abbreviation(w))
    if s.amendment:
        return _paragraf_amendment(w, section)
    section("Gegenstand und Ziele")
    w.paragraph(rng.choice((
        "Gegenstand ist die Verwendung der Mittel aus dem {programme} des Jahres {year}. Erreicht werden sollen vor "
        "allem Menschen, denen der Zugang zu einer regulären Ausbildung bisher nicht gelungen ist, und Personen, die "
        "nach längerer Pause in das Berufsleben zurückkehren.",
        "Mit dem {programme} {year} sollen die Chancen auf einen anerkannten Abschluss steigen, Abbrüche vermieden und "
        "Betriebe bei der Gewinnung von Nachwuchs unterstützt werden.")),
        programme=programme_names(w), year=w.year())
    w.paragraph("Die Angebote stehen allen Geschlechtern offen und sind so zu gestalten, dass Menschen mit "
                "Behinderungen ohne Hürden teilnehmen können.")
    section("Zusammenarbeit")
    w.paragraph(rng.choice((
        "Beide Seiten benennen Ansprechpersonen und unterrichten sich ohne Verzug über Umstände, die das Erreichen "
        "der Ziele gefährden. Über die Auswahl der Träger entscheidet die Verwaltung {r_gen} in eigener Zuständigkeit.",
        "Die Planung {r_gen} wird jährlich fortgeschrieben. Sie berücksichtigt die Rechtskreise des SGB II, III, VIII "
        "und XII sowie des AsylbLG und nennt die beteiligten Partner am Übergang von der Schule in den Beruf.")))
    if s.reference:
        w.paragraph("Es gilt die Förderrichtlinie vom {ref} in ihrer jeweils gültigen Fassung.",
                    ref=w.date(s.reference, "reference"))
    section("Mittel und Eckwerte")
    funds(w, PARAGRAF_FUNDS)
    section(rng.choice(("Maßnahmen und Projekte", "Umsetzung vor Ort")))
    w.paragraph("Mit den genannten Mitteln werden in den folgenden Maßnahmenarten diese Projekte gefördert:")
    project_list(w)
    w.paragraph("Maßgeblich für die Auszahlung ist der Bescheid, den das {authority} auf Antrag erteilt.",
                authority=w.authority())
    section("Steuerung und Bericht")
    w.paragraph(rng.choice((
        "Im Spätsommer werden Zwischenstand und absehbare Abweichungen in einem gemeinsamen Gespräch erörtert. Der "
        "Sachbericht ist bis zum {deadline} vorzulegen.",
        "Bis zum {deadline} ist über die Zahl der Teilnehmenden, die Übergänge und die Verwendung der Mittel zu "
        "berichten. Abweichungen von den Eckwerten sind zu begründen.")),
        deadline=w.date(s.deadline, "deadline"))
    if rng.random() < 0.7:
        section("Öffentlichkeit")
        w.paragraph("In Veröffentlichungen wird auf die Förderung durch {g_acc} hingewiesen. Der Text dieser "
                    "Vereinbarung darf im Internet bereitgestellt werden.")
    w.add(*sign(w))
    return w, Sheet(family=rng.choice(("helvetica", "times", "vera")))


PARAGRAF_FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": (
        "{G} gewährt {r_dat} für das Jahr {clause_year} Mittel in Höhe von|aus dem {prog}.",
        "Für die Umsetzung dieser Vereinbarung sind {r_dat} im Jahr {clause_year} vorgesehen:|Die Mittel stammen "
        "aus dem {prog} {clause_year}."),
    "running_text": (
        "Aus dem {prog} {clause_year} erhält die regionale Umsetzung insgesamt {total}. Eine Übertragung in das "
        "Folgejahr ist nicht vorgesehen.",
        "Zur Finanzierung werden {r_dat} im Jahr {clause_year} zusammen {total} bereitgestellt."),
    "in_words": (
        "Aus dem {prog} {clause_year} werden {r_dat} {total} (in Worten: {words}) bewilligt.",
        "Der Förderrahmen für das Jahr {clause_year} beträgt {total}, in Worten: {words}."),
    "by_year": (
        "Auf das laufende Jahr und die folgenden Jahre, für die Verpflichtungsermächtigungen bestehen, verteilt "
        "sich der Betrag so:",),
    "by_measure": ("Auf die Maßnahmenarten entfallen hiervon:",
                   "Der Betrag ist wie folgt auf die Maßnahmenarten aufgeteilt:"),
    "two_programmes": (
        "Für das Jahr {clause_year} stehen {r_dat} insgesamt {total} zur Verfügung. Davon entfallen {first} auf das "
        "{first_prog} und {second} auf das {second_prog}.",),
    "amendment": (
        "In der Regelung über die Mittel tritt an die Stelle des Betrages von {old} der Betrag von {new}.",
        "Der bisherige Betrag von {old} wird durch den Betrag von {new} ersetzt."),
}


def _paragraf_amendment(w: Writer, section: Callable[[str], None]) -> Draft:
    s = w.scenario
    section("Anlass")
    w.paragraph("Die Vereinbarung vom {day} über das {programme} {year} wird geändert, weil sich der Bedarf {r_gen} "
                "anders entwickelt hat als bei Abschluss angenommen.",
                day=w.date(s.amended_day or s.deadline, "amended_agreement"), programme=w.programme(),
                year=w.year())
    section("Geänderte Mittel")
    funds(w, PARAGRAF_FUNDS)
    w.paragraph("Über die Mehrung ergeht ein Änderungsbescheid durch das {authority}.", authority=w.authority())
    section("Übrige Regelungen")
    w.paragraph("Alle weiteren Abreden der Parteien gelten unverändert fort.")
    w.add(*sign(w))
    return w, Sheet(family=w.rng.choice(("helvetica", "times")), footer="Seite {page} von {pages}")


def abbreviation(w: Writer) -> Run | str | Text:
    """"(HMSI) " after the ministry's name."""
    short = w.scenario.grantor.short
    if w.scenario.land or not short:
        w.gold["parties"][0].pop("abbreviation", None)
        return ""
    return (Run("("), Run(short, "parties[0].abbreviation"), Run(") "))


def programme_names(w: Writer) -> Text:
    runs: list[Run] = []
    for index in range(len(w.scenario.programmes)):
        runs += [Run(" und dem ")] if index else []
        runs.append(w.programme(index))
    return tuple(runs)


def programme_genitives(w: Writer) -> Text:
    runs: list[Run] = []
    for index in range(len(w.scenario.programmes)):
        runs += [Run(" und des ")] if index else []
        runs.append(w.programme(index, genitive=True))
    return tuple(runs)


def parties_between(w: Writer, align: Align = "center", joined: bool = False) -> None:
    """The parties of the title block, each on its own line or all in one sentence."""
    count = len(w.scenario.parties)
    lines: list[Text] = []
    for index in range(count):
        lead = "" if index == 0 else "und " if index == count - 1 else ""
        tail = "," if 0 < index < count - 1 else ""
        lines.append((Run(lead), *w.party(index, "dative", mark=True), *represented(w, index), Run(tail)))
    if joined:
        runs = [run for line in lines for run in (*line, Run(" "))]
        w.add(Paragraph(tuple(runs), align))
        return
    for line in lines:
        w.add(Paragraph(line, align, after=14))


def cover(w: Writer, logo: tuple[str, ...], motto: str) -> None:
    rng = w.rng
    for line in logo:
        w.add(Paragraph(plain(line.upper()), "center", after=0))
    w.add(Paragraph(plain(motto), "center", scale=0.72, before=2), Gap(rng.uniform(60, 110)))
    w.add(Paragraph((w.kind(),), "center", scale=1.9, after=26))
    w.add(Paragraph((w.year(bold=True),), "center", scale=1.8, after=24))
    w.add(Paragraph(plain("zwischen"), "center", after=14))
    parties_between(w)
    w.add(Paragraph(w.fill("zur Umsetzung des hessischen {programme}", programme=programme_genitives(w)),
                    "center", after=20))
    if w.scenario.amendment:
        w.add(Paragraph(w.fill("zur Vereinbarung vom {day}",
                               day=w.date(w.scenario.amended_day or w.scenario.deadline, "amended_agreement")),
                        "center"))
    w.add(NewPage())


# Family "ziffer": no cover, close-set, "1. Heading" at the left; short enough for one page.

def ziffer(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.85, after=8))
    w.add(Paragraph((w.kind(), Run(" ", bold=True), w.year(bold=True)), "left", scale=1.45, after=4))
    if s.amendment:
        w.add(Paragraph(w.fill("zur Zielvereinbarung vom {day}",
                               day=w.date(s.amended_day or s.deadline, "amended_agreement")), "left", after=8))
    w.add(Paragraph(w.fill("über die Verwendung des {programme}", programme=programme_genitives(w)), "left", after=8))
    w.add(Paragraph(plain("zwischen"), "left", after=3))
    parties_between(w, "left", joined=True)

    def section(title: str) -> None:
        w.add(Paragraph((w.next_section(), Run(". ", bold=True), w.heading(title)), "left", before=6, after=3,
                        with_next=True))

    if s.amendment:
        section("Änderung")
        funds(w, ZIFFER_FUNDS)
        section("Fortgeltung")
        w.paragraph("Im Übrigen bleibt das Vereinbarte bestehen; den Änderungsbescheid erlässt das {authority}.",
                    authority=w.authority())
        w.add(*sign(w))
        return w, Sheet(family="helvetica", size=10.5, footer="{page}/{pages}")
    section("Zweck")
    w.paragraph(rng.choice((
        "Die Mittel dienen dazu, Personen mit besonderem Unterstützungsbedarf auf eine Ausbildung vorzubereiten, sie "
        "darin zu begleiten oder für eine Beschäftigung zu qualifizieren.",
        "Gefördert werden Vorhaben, die Menschen ohne abgeschlossene Ausbildung an den Arbeitsmarkt heranführen. "
        "{G} {abbr}begleitet die Umsetzung fachlich.")), abbr=abbreviation(w))
    section("Finanzrahmen")
    funds(w, ZIFFER_FUNDS)
    section("Vorhaben")
    if rng.random() < 0.5:
        w.paragraph("Vorgesehen sind:")
    project_list(w, bullet=rng.choice(("–", "•", "-")), marker=rng.choice(("{n}.", "{n})")))
    section("Abwicklung")
    w.paragraph("Anträge sind an das {authority} zu richten. Nachweise müssen dort bis zum {deadline} eingehen.",
                authority=w.authority(), deadline=w.date(s.deadline, "deadline"))
    if rng.random() < 0.5:
        section("Laufzeit")
        w.paragraph("Die Vereinbarung gilt vom {start} bis zum {end}.",
                    start=w.date(date(s.year, 1, 1), "period_start"), end=w.date(date(s.year, 12, 31), "period_end"))
    w.add(*sign(w))
    return w, Sheet(family=rng.choice(("helvetica", "helvetica-narrow", "courier")), size=10.0, top=56, bottom=56,
                    leading=1.28, footer=rng.choice(("{page}/{pages}", "- {page} -", None)))


ZIFFER_FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": ("Bereitgestellt werden für {clause_year}|aus Landesmitteln.",),
    "running_text": ("Der Finanzrahmen für {clause_year} beträgt {total}.",
                     "Im Jahr {clause_year} können bis zu {total} in Anspruch genommen werden."),
    "in_words": ("Der Finanzrahmen für {clause_year} beträgt {total} (in Worten: {words}).",),
    "by_year": ("Er verteilt sich auf die Jahre:",),
    "by_measure": ("Aufteilung nach Maßnahmenarten:",),
    "two_programmes": ("Der Finanzrahmen für {clause_year} beträgt {total}; hiervon stammen {first} aus dem "
                       "{first_prog} und {second} aus dem {second_prog}.",),
    "amendment": ("Der unter den Finanzmitteln genannte Betrag wird von {old} auf {new} geändert.",
                  "Statt {old} werden {new} bereitgestellt."),
}


# Family "artikel": a narrow cover, "Artikel 1 – Heading" centred on one line, words divided at line ends.

def artikel(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    w.add(Paragraph(plain("HESSEN"), "right", scale=1.3, after=2))
    w.add(Paragraph(plain("Arbeitsmarktförderung in der Region"), "right", scale=0.8, after=40))
    w.add(Paragraph((w.kind(),), "center", scale=1.7, after=8))
    w.add(Paragraph(w.fill("über den Einsatz des {programme} im Jahr {year}", programme=programme_genitives(w),
                           year=w.year()), "center", scale=1.1, after=20))
    w.add(Paragraph(plain("zwischen"), "center", after=8))
    parties_between(w)
    if s.amendment:
        w.add(Paragraph(w.fill("(Änderung der Zielvereinbarung vom {day})",
                               day=w.date(s.amended_day or s.deadline, "amended_agreement")), "center", after=14))

    def section(title: str) -> None:
        w.add(Paragraph((Run("Artikel ", bold=True), w.next_section(), Run(" – ", bold=True), w.heading(title)),
                        "center", before=9, with_next=True))

    if s.amendment:
        section("Gegenstand der Änderung")
        funds(w, ARTIKEL_FUNDS)
        section("Schlussbestimmung")
        w.paragraph("Die Änderung wird mit der letzten Unterschrift wirksam. Der Bescheid des {authority} wird "
                    "angepasst.", authority=w.authority())
        w.add(*sign(w))
        return w, Sheet(family="times", size=11.5, hyphenate=True, footer="- {page} -")
    section("Ausgangslage")
    w.paragraph(rng.choice((
        "Der Arbeitsmarkt in der Region verlangt nach Fach­kräften, zugleich bleiben zu viele Bewerbe­rinnen und "
        "Bewerber ohne Ausbildungs­vertrag. {G} {abbr}will diese Lücke ge­meinsam mit den kommunalen Partnern "
        "verkleinern.",
        "Trotz guter Beschäftigungs­lage gelingt der Übergang von der Schule in den Beruf nicht allen. {G} "
        "{abbr}setzt deshalb auf regionale Verant­wortung und ver­lässliche Finan­zierung.")),
        abbr=abbreviation(w))
    section("Finanzielle Ausstattung")
    funds(w, ARTIKEL_FUNDS)
    section("Vereinbarte Angebote")
    w.paragraph("Im Rahmen der regionalen Arbeitsmarkt­strategie werden folgende Angebote unter­stützt:")
    project_list(w, bullet=rng.choice(("•", "o", "-")))
    section("Verfahren")
    w.paragraph("Die Förderung setzt einen Antrag voraus, über den das {authority} entscheidet. Änderungen der "
                "Angebote sind vor Beginn abzu­stimmen.", authority=w.authority())
    if s.reference:
        w.paragraph("Die Grund­sätze der Förderung vom {ref} sind zu beachten.", ref=w.date(s.reference, "reference"))
    section("Auswertung")
    w.paragraph("Ergebnisse und Erfahrungen werden bis zum {deadline} schriftlich zusammen­gefasst und in die "
                "Planung des folgenden Jahres einbezogen.", deadline=w.date(s.deadline, "deadline"))
    section("Inkrafttreten")
    w.paragraph("Die Vereinbarung tritt rückwirkend zum {start} in Kraft und endet am {end}.",
                start=w.date(date(s.year, 1, 1), "period_start"), end=w.date(date(s.year, 12, 31), "period_end"))
    w.add(*sign(w))
    return w, Sheet(family=rng.choice(("times", "times", "vera")), size=11.5, hyphenate=True,
                    footer=rng.choice(("- {page} -", "Seite {page} von {pages}")), footer_on_first=False,
                    header=s.file_mark)


ARTIKEL_FUNDS: dict[str, tuple[str, ...]] = {
    "one_line": ("Zur Verwirk­lichung der Ziele stellt {g} {r_dat} für {clause_year} bereit:|Die Summe ist dem "
                 "{prog} entnommen.",),
    "running_text": ("{G} beteiligt sich im Jahr {clause_year} mit {total} aus dem {prog}.",),
    "in_words": ("{G} beteiligt sich im Jahr {clause_year} mit {total} – in Worten: {words} – aus dem {prog}.",),
    "by_year": ("Die Zahlungen einschließlich der Vorbindungen für spätere Jahre sind wie folgt geplant:",),
    "by_measure": ("Die Summe setzt sich zusammen aus:",),
    "two_programmes": ("{G} beteiligt sich im Jahr {clause_year} mit {total}. Das {first_prog} trägt dazu {first} "
                       "bei, das {second_prog} {second}.",),
    "amendment": ("Der in Artikel 2 der Verein­barung genannte Betrag „{old}“ wird durch den Betrag „{new}“ "
                  "ersetzt.",),
}


FAMILIES: dict[str, Callable[[Scenario, random.Random], Draft]] = {
    "paragraf": paragraf, "ziffer": ziffer, "artikel": artikel}
