from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

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
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.money import parts, project_money, replaced, total, total_in_words
from samples.wordings.parts import Draft, amended, asides, period, represented
from samples.writer import Writer

OWN_ASIDES = (
    "Lehrgangsmaterial darf bis zum Wert von {cap} in das Eigentum der Teilnehmenden übergehen.",
    "Rechnerisch ergeben sich {persons} Plätze bei {young} Gruppen.",
    "Für Terminabsprachen steht das Sekretariat unter Tel. {phone} zur Verfügung.",
    "Die Region hat in der vergangenen Förderperiode im Mittel {past} pro Jahr verausgabt.",
    "Als Erfolgsquote gelten {rate} v. H. Vermittlungen in ungeförderte Beschäftigung.",
)
PROVIDERS = (
    "Bildungszentrum Musterau",
    "Arbeit & Leben Probe e. V.",
    "Kreisvolkshochschule",
    "Diakonie Beispieltal",
    "Internationaler Bund",
    "Caritas Exempelhausen",
)

BACKGROUND = (
    "Junge Menschen ohne Abschluss, Ältere nach langer Unterbrechung und Geflüchtete haben es dabei "
    "besonders schwer. Für sie reichen kurze Kurse nicht aus; gebraucht werden verlässliche "
    "Ansprechpersonen über den ganzen Weg hinweg.",
    "Jobcenter, Jugendamt, Schulen und Betriebe stimmen sich im regionalen Beirat ab. Der Beirat hat die "
    "hier genannten Angebote befürwortet.",
    "Ein Abschluss in Teilzeit eröffnet denen einen Weg, die Kinder erziehen oder Angehörige pflegen. "
    "Angebote dieser Art werden deshalb vorrangig aufgenommen.",
    "Barrierefreiheit und Gleichstellung sind bei der Planung, der Durchführung und der Auswertung "
    "durchgängig zu beachten.",
)
_Section = Callable[[str], None]


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng, numbering="I")
    _letterhead(w)
    _title(w)
    _parties(w)
    under = rng.random() < 0.5

    def section(title: str) -> None:
        number = w.next_section()
        if under:
            w.add(
                Paragraph((number,), "center", before=12, after=1, with_next=True),
                Paragraph((w.heading(title),), "center", after=5, with_next=True),
            )
            return
        dot = Run(". ", bold=True)
        w.add(Paragraph((number, dot, w.heading(title)), "left", before=12, after=4, with_next=True))

    if s.amendment:
        _amendment(w, section)
    else:
        section("Ausgangslage")
        w.paragraph(
            "Viele Betriebe finden keinen Nachwuchs, und doch bleiben Jahr für Jahr Bewerberinnen und "
            "Bewerber unversorgt. Die Beteiligten wollen beides zusammenführen."
        )
        for sentence in rng.sample(BACKGROUND, 2):
            w.paragraph(sentence)
        section("Ziele und Angebote")
        w.paragraph(
            rng.choice(
                (
                    "Im Förderzeitraum {period} werden diese Angebote vorgehalten:",
                    "Die Angebote laufen {period}. Vorgesehen sind:",
                )
            ),
            period=period(w),
        )
        _offers(w)
        section("Finanzielle Ausstattung")
        _funds(w)
        asides(w, OWN_ASIDES)
        section("Verfahren")
        w.paragraph(
            rng.choice(
                (
                    "Über den Antrag entscheidet das {authority}. Der Sachbericht geht ihm spätestens am "
                    "{deadline} zu.",
                    "Das {authority} bewilligt die Mittel, zahlt sie aus und erhält spätestens am {deadline} "
                    "den Sachbericht.",
                )
            ),
            authority=w.authority(),
            deadline=w.date(s.deadline, "deadline"),
        )
        section("Schlussbestimmungen")
        w.paragraph(
            "Mündliche Zusagen sind unwirksam. Ein Rechtsanspruch auf Anschlussförderung entsteht nicht."
        )
    _sign(w)
    return w, Sheet(
        family=rng.choice(("source-sans", "open-sans", "manrope")),
        size=rng.choice((10.4, 11.0)),
        leading=1.38,
        footer=rng.choice(
            (f"{s.kind} {s.recipients[0].seat}  |  Seite {{page}} von {{pages}}", "{page}/{pages}")
        ),
        footer_align="right",
        left=74,
        right=70,
    )


def _letterhead(w: Writer) -> None:
    """The house that drew it up, a line below, the file mark at its side or none."""
    s = w.scenario
    house = w.rng.choice(("Referat Berufliche Bildung", "Abteilung Arbeit", "Arbeitsmarktreferat"))
    w.add(
        Paragraph(plain(f"{house} · {s.grantor.seat}"), "right", scale=0.85, after=0),
    )
    if s.file_mark:
        w.add(Paragraph(plain(s.file_mark), "right", scale=0.85, after=0))
    w.add(Divider(before=4, after=20))


def _title(w: Writer) -> None:
    s = w.scenario
    year, kind = w.year(bold=True), w.kind()
    names: list[Run] = []
    for index in range(len(s.programmes)):
        names += [Run(" und des " if index else " des "), w.programme(index, genitive=True)]
    if w.rng.random() < 0.5:
        w.add(
            Paragraph((kind,), "center", scale=1.5, after=4),
            Paragraph((Run("zur Verwendung"), *names, Run(" "), year), "center", after=16),
        )
        return
    w.add(
        Paragraph((kind, Run(" ", bold=True), year), "left", scale=1.5, after=4),
        Paragraph((Run("auf der Grundlage"), *names), "left", after=16),
    )


def _parties(w: Writer) -> None:
    """Each on lines of its own, with the name it has from here on at the right or below."""
    s = w.scenario
    last = len(s.parties) - 1
    align: Align = "right" if w.rng.random() < 0.5 else "left"
    w.add(Paragraph(plain("Zwischen"), "left", after=4, with_next=True))
    for index in range(last + 1):
        w.add(
            Paragraph(
                (*w.party(index, "dative", mark=True), *represented(w, index), Run(",")),
                "left",
                after=1,
                indent=36,
                with_next=True,
            )
        )
        name = "Land" if index == 0 else "Kommune" if last == 1 else f"Kommune {index}"
        short = _short(w) if index == 0 else ()
        end = "," if align == "left" else ""
        named: Text = (Run(f"im Folgenden: {name}"), *short, Run(end))
        w.add(Paragraph(named, align, after=5, indent=36))
        if index < last:
            w.add(Paragraph(plain("und"), "left", after=4, with_next=True))
    w.add(Paragraph(plain("wird vereinbart, was folgt."), "left", before=2, after=6))


def _short(w: Writer) -> Text:
    """ " oder HMSI" where the ministry stands there itself and has a short form."""
    short = w.scenario.grantor.short
    if w.scenario.land or not short:
        return ()
    w.gold["parties"][0]["abbreviation"] = short
    return (Run(" oder "), Run(short, "parties[0].abbreviation"))


def _amendment(w: Writer, section: _Section) -> None:
    section("Anpassung")
    w.paragraph(
        "Die am {day} getroffene Vereinbarung wird wegen zusätzlicher Plätze angepasst.", day=amended(w)
    )
    old, new = replaced(w)
    if w.rng.random() < 0.5:
        w.paragraph(
            "Statt {old} stehen {r_dat} nunmehr {new} für das Jahr {clause_year} zu.", old=old, new=new
        )
    else:
        w.paragraph("Die finanzielle Ausstattung wird angehoben")
        w.add(
            Paragraph((Run("von  "), old), "left", after=2, indent=60),
            Paragraph((Run("auf  "), new), "left", after=8, indent=60),
        )
    section("Verfahren")
    w.paragraph("Es entscheidet wie bisher das {authority}.", authority=w.authority())
    section("Schlussbestimmungen")
    w.paragraph("Alles Weitere gilt fort.")


def _offers(w: Writer) -> None:
    """Letters for the offers under each measure, who runs them in brackets or on a line below."""
    s = w.scenario
    sums = [part.amount for part in parts(w)] if s.budget == "by_measure" else []
    below = w.rng.random() < 0.5
    # Sums of measures are told apart by the numbers of these.
    numbered = w.rng.random() < 0.6 or s.budget in ("by_measure", "by_project")
    for number, measure in enumerate(s.measures):
        title, names = w.measure(number, numbered=numbered)
        head: list[Run] = [replace(title, bold=True)]
        if sums:
            head += [Run(", hierfür ", bold=False), sums[number]]
        marker = plain(f"{measure.number}." if numbered else "–", True)
        w.add(
            Paragraph(
                tuple(head), "left", before=4, after=2, indent=20, hang=20, with_next=True, marker=marker
            )
        )
        for i, (name, project) in enumerate(zip(names, measure.projects, strict=True)):
            letter = plain(f"{'abcdefghij'[i]})")
            provider = w.rng.choice(PROVIDERS)
            places = w.rng.randint(6, 40)
            if below:
                money = project_money(w, measure, project, ", Kosten: ")
                w.add(
                    Paragraph((name,), "left", after=0, indent=44, hang=22, marker=letter, with_next=True),
                    Paragraph(
                        (Run(f"Träger: {provider}, Plätze: {places}"), *money),
                        "left",
                        scale=0.92,
                        after=4,
                        indent=44,
                    ),
                )
                continue
            money = project_money(w, measure, project, "; ")
            behind = (Run(f" [{provider}; {places} Plätze"), *money, Run("]"))
            w.add(Paragraph((name, *behind), "left", after=2, indent=44, hang=22, marker=letter))
    w.add(Gap(5))


def _funds(w: Writer) -> None:
    s = w.scenario
    years = s.budget == "by_year"
    amount, words = total_in_words(w, bold=True, year=None if years else s.clause_year)
    spelled = (Run(" – "), words, Run(" –")) if words else ""
    if years:
        w.paragraph(
            "Für die mehrjährige Umsetzung ab {clause_year} werden {r_dat} insgesamt {total} gewährt, "
            "aufgeteilt auf die Haushaltsjahre wie folgt:",
            total=amount,
        )
        _years(w)
        return
    sentences = {
        "one_line": (
            "Zur Finanzierung trägt das Land {clause_year} bei: {total}",
            "Höchstbetrag der Landesmittel {clause_year}: {total}",
        )
    }.get(
        s.budget,
        (
            "Das Land stellt {r_dat} im Jahr {clause_year} bis zu {total}{words} bereit.",
            "Der Höchstbetrag der Landesmittel liegt {clause_year} bei {total}{words}.",
        ),
    )
    w.paragraph(w.rng.choice(sentences), total=amount, words=spelled)
    if s.budget == "two_programmes":
        for part in parts(w):
            text = (Run("aus dem "), *part.label, Run(": "), part.amount)
            w.add(Paragraph(text, "left", after=2, indent=44, hang=14, marker=plain("–")))
        w.add(Gap(4))
    elif s.budget in ("by_measure", "by_project"):
        w.paragraph("Der Betrag ist die Summe der oben bei den Angeboten genannten Einzelbeträge.")


def _years(w: Writer) -> None:
    s = w.scenario
    w.tables += 1
    count = len(s.shares)
    found = parts(w, style="sign", table=w.tables, rows=range(1, count + 1))
    rows: list[tuple[Text, ...]] = [(plain("Haushaltsjahr", True), plain("Art", True), plain("Betrag", True))]
    for part in found:
        kind = "Ansatz" if part.index == 0 else "Verpflichtung"
        rows.append((part.label, plain(kind), (part.amount,)))
    run = total(w, style="sign", bold=True, table=w.tables, row=count + 1, year=None)
    rows.append((plain("Zusammen", True), (), (run,)))
    w.add(Table(tuple(rows), (1.2, 1.4, 1.6), ("left", "left", "right"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """One below the other: place and date at the left, who signs at the right, typed "gez." or by pen."""
    typed = w.rng.random() < 0.35
    below = w.rng.random() < 0.5
    for number, signer in enumerate(w.scenario.signers):
        one = enter(w, signer)
        before = 24.0 if number == 0 else 14.0
        w.add(SignatureColumns(_row(one, typed, below), before=before, gutter=22.0))


def _row(one: Signature, typed: bool, below: bool) -> tuple[tuple[SignLine, ...], tuple[SignLine, ...]]:
    """Cells side by side; place and date stand level with the name."""
    right: list[SignLine] = []
    left: list[SignLine] = [SignLine(height=30.0)]
    if one.name and one.function:
        deputy = "i. V. " if one.signer.deputising else ""
        named = (Run("gez. "), one.name) if typed else (one.name,)
        right = [
            SignLine(pen=not typed, height=16.0 if typed else 30.0),
            SignLine(named),
            SignLine((Run(deputy), one.function)),
        ]
        left = [SignLine(height=16.0)] if typed else left
    else:
        right = [SignLine(line="dots", height=30.0), SignLine()]
    left.append(SignLine((one.place, Run(", den "), one.date)))
    if below:
        right.append(SignLine((one.bare_organisation,)))
        return tuple(left), tuple(right)
    article, organisation = one.organisation("accusative")
    head = SignLine((Run(f"Für {article} "), organisation))
    return (SignLine(), *left), (head, *right)
