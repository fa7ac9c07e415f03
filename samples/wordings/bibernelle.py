"""From the ministry's own unit: cover, pages of policy, the sum on an indented line, provider and places
below each project, head and body named together ("Landrat des Landkreises …") under the signatures."""

from __future__ import annotations

import random

from samples.blocks import (
    NEW_LINE,
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
from samples.scenario import Measure, Project, Scenario
from samples.signing import Signature, enter, in_rows
from samples.wordings.money import SPLIT, parts, project_sum, replaced, total_in_words
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
from samples.writer import Writer

OWN_ASIDES = (
    "Der Höchstsatz für Teilnahmebeiträge liegt bei {cap} im Monat.",
    "Die Zielgröße für das laufende Jahr sind {persons} Teilnahmen; {young} Teilnahmen entfallen auf die "
    "Ausbildung in Teilzeit.",
    "Bei Fragen zum Abruf hilft das Servicetelefon {phone} weiter.",
    "Landesweit standen zuletzt {past} je Quartal zur Verfügung.",
    "Die Abbruchquote soll {rate} Prozent nicht übersteigen.",
)
OWN_FORMS = (
    "{name}",
    "{name}",
    "{name}",
    "{name} - Begleitung und Coaching",
    "Vorbereitungskurs {name}",
    "{name} / BaE integrativ",
    "„{name}“",
    "{name} für Geflüchtete",
    "AQB-{name}",
)
CARRIERS = (
    "Volkshochschule",
    "Bildungszentrum Musterau gGmbH",
    "Kreishandwerkerschaft",
    "Eigenbetrieb Arbeit und Bildung",
    "Jugendwerkstatt Beispieltal e. V.",
    "Berufsbildungsstätte Probestadt",
)
CONTEXT = (
    "Der hessische Arbeitsmarkt steht vor einem Umbruch. Bis 2030 werden viele Beschäftigte in den Ruhestand "
    "gehen, während zugleich Menschen ohne Berufsabschluss keine dauerhafte Stelle finden. Wer beides "
    "zusammenbringen will, braucht Angebote, die nahe am Betrieb und nahe an den Menschen sind.",
    "Ausbildung bleibt der sicherste Weg in Beschäftigung. Das gilt für Jugendliche nach der Schule ebenso "
    "wie für Erwachsene, die nach Jahren der Familienarbeit oder nach einer Flucht neu beginnen.",
    "Die Kreise und kreisfreien Städte kennen ihre Betriebe, ihre Schulen und die Träger vor Ort. Das Land "
    "überlässt ihnen deshalb die Auswahl der Projekte und beschränkt sich auf wenige Vorgaben.",
    "Gleichstellung von Frauen und Männern, Barrierefreiheit und der schonende Umgang mit natürlichen "
    "Ressourcen sind bei allen Projekten mitzudenken.",
)
STEERING = (
    "Halbjährlich, erstmals zum 30. Juni, werden Eintritte, Abbrüche und Übergänge gemeldet. Grundlage sind "
    "die Angaben im Monitoring.",
    "Zeichnet sich ab, dass Mittel nicht gebraucht werden, ist dies unverzüglich mitzuteilen, damit sie "
    "anderen Kreisen oder Städten zugutekommen.",
    "An Fachtagen und Befragungen des Landes wird mitgewirkt. Auf die Förderung ist bei Veröffentlichungen "
    "mit dem Schriftzug des Landes hinzuweisen.",
)


class _Sections:
    """ "§ 1" and its heading at the left, in two lines or in one."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        self.two_lines = w.rng.random() < 0.5

    def open(self, title: str) -> None:
        number = (Run("§ ", bold=True), self.w.next_section())
        heading = self.w.heading(title)
        if self.two_lines:
            self.w.add(
                Paragraph(number, "left", before=14, after=0, with_next=True),
                Paragraph((heading,), "left", after=6, with_next=True),
            )
            return
        text = (*number, Run("  ", bold=True), heading)
        self.w.add(Paragraph(text, "left", before=14, after=6, with_next=True))


def draft(s: Scenario, rng: random.Random) -> Draft:
    s = fuller_names(s, OWN_FORMS)
    w = Writer(s, rng)
    _cover(w)
    sections = _Sections(w)
    if s.amendment:
        _amend(w, sections)
    else:
        _agree(w, sections)
    _sign(w)
    return w, Sheet(
        family=rng.choice(("helvetica", "open-sans", "source-sans")),
        size=rng.choice((10.8, 11.3)),
        leading=rng.choice((1.4, 1.5)),
        header=rng.choice((None, "ARBEITSMARKTFÖRDERUNG IN HESSEN", s.file_mark)),
        header_align="left",
        header_on_first=rng.random() < 0.5,
        footer=rng.choice(("Seite {page}", "Seite {page} von {pages}", "{page}")),
        footer_align=rng.choice(("center", "right")),
        footer_on_first=False,
        left=74,
        right=80,
    )


def _cover(w: Writer) -> None:
    s = w.scenario
    w.add(
        Gap(110),
        Paragraph((w.kind(),), "left", scale=2.1, after=4),
        Paragraph((Run("für das Haushaltsjahr "), w.year(bold=True)), "left", scale=1.35, after=34),
        Paragraph(plain("zwischen"), "left", after=14),
    )
    for index in range(len(s.parties)):
        if index:
            w.add(Paragraph(plain("und"), "left", after=14))
        short = abbreviation(w)[:2] if index == 0 else ()
        behind = (Run(" "), *short, Run(")")) if short else ()
        text = (*w.party(index, "dative", mark=True), *behind, *represented(w, index))
        w.add(Paragraph(text, "left", scale=1.1, after=14))
    subject = "zur Umsetzung des {programme}"
    w.add(Paragraph(w.fill(subject, programme=programme_genitives(w)), "left", before=14), NewPage())


def _amend(w: Writer, sections: _Sections) -> None:
    sections.open("Anlass")
    w.paragraph(
        "Im Verlauf des Jahres hat sich gezeigt, dass in der Region mehr Plätze gebraucht werden, als bei "
        "Abschluss der Zielvereinbarung vom {day} abzusehen war.",
        day=amended(w),
    )
    sections.open("Neufestsetzung des Budgets")
    old, new = replaced(w)
    w.paragraph(
        w.rng.choice(
            (
                "Das für {clause_year} vereinbarte Budget in Höhe von {old} erhöht sich auf nunmehr {new}.",
                "An die Stelle des bisherigen Budgets {clause_year} ({old}) tritt ein Budget von {new}.",
            )
        ),
        old=old,
        new=new,
    )
    sections.open("Verfahren")
    w.paragraph(
        "Den Änderungsbescheid erlässt das {authority}. Alle weiteren Absprachen haben Bestand.",
        authority=w.authority(),
    )


def _agree(w: Writer, sections: _Sections) -> None:
    s, rng = w.scenario, w.rng
    w.add(Paragraph(plain(rng.choice(("Präambel", "Vorbemerkung")), True), "left", after=6, with_next=True))
    for sentence in rng.sample(CONTEXT, 2):
        w.paragraph(sentence)
    sections.open(rng.choice(("Ziele des Landes", "Gemeinsame Ziele")))
    w.paragraph(
        "{G} verfolgt mit dem {prog} {y} das Ziel, benachteiligte Menschen auf eine Ausbildung "
        "vorzubereiten, sie zum Abschluss zu führen und Beschäftigte zu qualifizieren. Einbezogen sind die "
        "Rechtskreise SGB II, SGB III, SGB VIII und SGB XII sowie das Asylbewerberleistungsgesetz."
    )
    if s.reference:
        w.paragraph(
            "Grundlage vor Ort ist die Ausbildungs- und Arbeitsmarktstrategie in der Fassung vom {day}.",
            day=w.date(s.reference, "reference"),
        )
    sections.open("Budget")
    _funds(w)
    money = w.gold["sections"][-1]
    sections.open(rng.choice(("Projekte", "Geplante Umsetzung")))
    w.paragraph(
        f"Aus dem in § {money} genannten Budget werden im Zeitraum {{period}} in den einzelnen "
        "Maßnahmenarten diese Projekte gefördert:",
        period=period(w),
    )
    _projects(w)
    sections.open("Steuerung")
    for sentence in rng.sample(STEERING, 2):
        w.paragraph(sentence)
    sections.open("Bewilligung und Nachweis")
    w.paragraph(
        "Über die Förderung entscheidet das {authority} durch Bescheid. Dort ist bis zum {deadline} der "
        "Verwendungsnachweis einzureichen.",
        authority=w.authority(),
        deadline=w.date(s.deadline, "deadline"),
    )


def _funds(w: Writer) -> None:
    s, rng = w.scenario, w.rng
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=s.budget == "one_line", year=None if years else s.clause_year)
    if years:
        last = s.clause_year + len(s.shares) - 1
        w.paragraph(
            f"Für Projekte, die in den Jahren {s.clause_year} bis {last} Ausgaben verursachen, werden "
            "Haushaltsmittel und Verpflichtungsermächtigungen von zusammen {total} eingeplant.",
            total=amount,
        )
    elif s.budget == "one_line":
        w.add(
            Paragraph(w.fill("Das Budget des Jahres {clause_year} beläuft sich für {r_acc} auf"), after=3),
            Paragraph((amount,), "left", indent=36, after=8),
        )
    else:
        w.paragraph(
            rng.choice(
                (
                    "Aus Mitteln des Landes sind für {r_acc} im Jahr {clause_year} bis zu {total}{words} "
                    "vorgesehen.",
                    "Im Haushaltsjahr {clause_year} kann {r} über ein Budget von {total}{words} verfügen.",
                )
            )
            if len(s.recipients) == 1
            else "Aus Mitteln des Landes sind {clause_year} zusammen bis zu {total}{words} eingeplant.",
            total=amount,
            words=(Run(", in Worten: "), words, Run(",")) if words else "",
        )
    if s.budget in SPLIT:
        _split(w)
    for text in aside_texts(w, OWN_ASIDES):
        w.add(Paragraph(text))
    w.paragraph("Ein Rechtsanspruch auf Bewilligung in dieser Höhe folgt aus der Vereinbarung nicht.")


def _split(w: Writer) -> None:
    """Bulleted lines with the sum in front, or a table without a row for the whole."""
    s = w.scenario
    years = s.budget == "by_year"
    lead = (
        "Davon entfallen auf" if not years else "Die Beträge verteilen sich auf die Haushaltsjahre wie folgt:"
    )
    w.add(Paragraph(plain(lead), "left", after=3, with_next=True))

    def label(index: int, text: Text) -> Text:
        if years and index:
            return (*text, Run(" (Verpflichtungsermächtigung)"))
        return (*text, Run(" (Barmittel)")) if years else text

    if s.listing == "list":
        for part in parts(w):
            text = (*label(part.index, part.label), Run(": "), part.amount)
            w.add(Paragraph(text, "left", indent=34, hang=12, marker=plain("-"), after=2))
        w.add(Gap(4))
        return
    w.tables += 1
    count = len(s.measures) if s.budget == "by_measure" else len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(count))
    rows = tuple((label(part.index, part.label), (part.amount,)) for part in found)
    w.add(Table(rows, (3.4, 1.4), ("left", "right"), s.ruled, padding=3.0, together=True))


def _projects(w: Writer) -> None:
    s = w.scenario
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number)
        head = (Run(title.text, title.mark, bold=True),)
        marker = plain(f"{measure.number}.", True)
        w.add(Paragraph(head, "left", before=4, after=3, indent=20, hang=20, marker=marker, with_next=True))
        for name, project in zip(names, measure.projects, strict=True):
            w.add(
                Paragraph((name,), "left", after=0, indent=40, hang=14, marker=plain("•"), with_next=True),
                Paragraph(_details(w, measure, project), "left", scale=0.9, indent=40, after=4),
            )


def _details(w: Writer, measure: Measure, project: Project) -> Text:
    """Who does it and for how many, and what it gets."""
    known = random.Random(f"{w.scenario.deadline}/{project.name}")
    said = plain(f"Träger: {known.choice(CARRIERS)}; Plätze: {known.randint(6, 48)}")
    if project.amount is None:
        return said
    return (*said, Run("; Budgetanteil: "), project_sum(w, measure, project))


def _sign(w: Writer) -> None:
    """A column for each party; who signs for the same one stands below the first."""
    s = w.scenario
    columns: list[tuple[SignLine, ...]] = []
    last = -1
    for signer in s.signers:
        column = _column(enter(w, signer), s.signing)
        if signer.party == last and s.signature_form == "two_columns":
            columns[-1] += (SignLine(height=14.0), *column)
        else:
            columns.append(column)
        last = signer.party
    if s.signature_form == "stacked":
        for number, column in enumerate(columns):
            w.add(SignatureColumns((column, ()), before=14.0 if number else 30.0))
        return
    across = 3 if s.signature_form == "three_columns" and len(columns) == 3 else 2
    small = across == 3
    w.add(*in_rows(columns, across, gutter=16.0 if small else 36.0, scale=0.9 if small else 1.0))


def _column(one: Signature, form: str) -> tuple[SignLine, ...]:
    party = one.signer.organisation
    lines = [SignLine((one.place, Run(", den "), one.date))]
    if form == "captions":
        lines.append(SignLine(plain("(Ort, Datum)")))
    if form == "organ" and party.gender != "n":
        lines.append(SignLine(plain(f"für den {'Kreisausschuss' if party.gender == 'm' else 'Magistrat'}")))
    lines.append(SignLine(plain("in Vertretung") if one.signer.deputising else ()))
    lines.append(SignLine(pen=one.name is not None, height=44.0))
    if not one.name or not one.function:
        return (*lines, SignLine((one.bare_organisation,)))
    named: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
    if party.gender == "n":
        office: Text = (one.function, NEW_LINE, one.bare_organisation)
    else:
        article, name = one.organisation("genitive")
        office = (one.function, Run(f" {article} "), name)
    return (*lines, SignLine((*named, NEW_LINE, *office)))
