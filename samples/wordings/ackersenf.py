"""Of the test split, another family: a sewage plant and who pays for its extension; no reading for tuners."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter_by_party
from samples.wordings.days import full_figures, redated
from samples.wordings.legal import Clauses, acting, aside, law
from samples.wordings.parts import Draft, aside_texts, enumerated
from samples.writer import Writer, figures, long_date

OWN_ASIDES = (
    "Für unerlaubte Einleitungen ist je Vorfall ein Ausgleich von {cap} zu leisten.",
    "Angeschlossen sind {persons} Gewerbebetriebe, von denen {young} eine Vorbehandlung betreiben.",
    "Betriebsstörungen sind dem Klärmeister unter {phone} zu melden.",
    "Das Anlagevermögen der Kläranlage ist mit {past} bewertet.",
    "Die Zulaufmessung darf um höchstens {rate} % abweichen.",
)
PLANTS = ("Untere Aue", "Wiesengrund", "Musterbachtal", "Am Erlenbruch")


def draft(s: Scenario, rng: random.Random) -> Draft:
    write = rng.choice((full_figures, long_date))
    s = redated(s, write)
    w = Writer(s, rng)
    w.gold["parties"][0]["registry_key"] = s.grantor.key
    plant = rng.choice(PLANTS)
    _opening(w, plant)
    clauses = Clauses(w, sign="§ {}", after_sign="   ", align="left", indent=28.0)
    clauses.open("Gegenstand")
    clauses.say(
        f"Die Betreiberin reinigt in ihrer Kläranlage „{plant}“ auch das Abwasser aus dem Gebiet der "
        "{partners}. Sie handelt auf der Grundlage {law}.",
        partners=_partners(s),
        law=law(w, "kgg"),
    )
    allowed = date(s.year - rng.randint(1, 4), rng.randint(3, 11), rng.randint(2, 27))
    clauses.say(
        "Für die Einleitung in das Gewässer gilt die wasserrechtliche Erlaubnis vom {day}.",
        day=w.date(allowed, "reference", write(allowed)),
    )
    clauses.open(rng.choice(("Erweiterung der Anlage", "Ausbau")))
    _extension(clauses)
    clauses.open(rng.choice(("Laufende Kosten", "Betriebskosten")))
    _running(clauses)
    clauses.open("Messung und Haftung")
    clauses.say("Die Abwassermenge wird an den Übergabeschächten gemessen und monatlich mitgeteilt.")
    for text in aside_texts(w, OWN_ASIDES):
        clauses.put(text)
    clauses.say("Wer Stoffe einleitet, die den Betrieb stören, trägt den Schaden.")
    clauses.open("Dauer")
    start, end = date(s.year + 1, 1, 1), date(s.year + rng.choice((20, 25, 30)), 12, 31)
    notice = date(s.year + 10, 12, 31)
    clauses.say(
        "Die Vereinbarung tritt am {start} in Kraft und hat eine Laufzeit bis {end}.",
        start=w.date(start, "period_start", write(start)),
        end=w.date(end, "period_end", write(end)),
    )
    clauses.say(
        "Eine ordentliche Kündigung ist frühestens zum {notice} und mit einer Frist von drei Jahren "
        "statthaft.",
        notice=w.date(notice, "other", write(notice)),
    )
    clauses.open("Zustimmung und Anzeige")
    _approved(clauses)
    clauses.close()
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "source-serif", "helvetica")),
        size=rng.choice((10.8, 11.4)),
        leading=rng.choice((1.26, 1.38)),
        header=rng.choice((None, f"Kläranlage {plant}")),
        header_align="right",
        footer=rng.choice(("- {page} -", "Seite {page} von {pages}")),
        footer_align="center",
        hyphenate=rng.random() < 0.25,
        left=74,
        right=70,
    )


def _partners(s: Scenario) -> str:
    """What those that use the plant of another are called together."""
    return "Mitbenutzerin" if len(s.recipients) == 1 else "Mitbenutzerinnen"


def _opening(w: Writer, plant: str) -> None:
    """Title and subject; then one sentence with all sides and their roles."""
    s = w.scenario
    w.add(
        Paragraph((w.kind(),), "center", scale=1.45, after=4),
        Paragraph(
            plain(f"über Mitbenutzung und Erweiterung der Kläranlage „{plant}“"),
            "center",
            scale=1.1,
            after=16,
        ),
    )
    sides: list[Text] = []
    for index in range(1, len(s.parties)):
        close = plain(",") if index >= len(s.parties) - 2 else ()
        acts = (*acting(w, index), *close) if s.represented else ()
        sides.append((*w.party(index, "dative", mark=True), *acts))
    owner = (*w.party(0, "dative", mark=True), *((*acting(w, 0), Run(",")) if s.represented else ()))
    text = (
        Run("Zwischen "),
        *owner,
        Run(" als Betreiberin und "),
        *enumerated(sides, " sowie "),
        Run(f" als {_partners(s)} kommt folgende Vereinbarung zustande:"),
    )
    w.add(Paragraph(text, after=4))


def _extension(clauses: Clauses) -> None:
    """What the extension costs after the grant, who bears which part of it, and when it is to be paid."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    write = full_figures if rng.random() < 0.6 else long_date
    done = date(s.year + rng.choice((2, 3)), rng.choice((6, 9, 10)), 30)
    grant = (s.total * rng.randint(15, 40) / 100).quantize(Decimal("1")).quantize(Decimal("0.01"))
    size = rng.choice((12_000, 18_000, 24_000))
    clauses.say(
        f"Die Anlage wird bis zum {{day}} auf {f'{size:,}'.replace(',', '.')} Einwohnerwerte (EW) ausgebaut.",
        day=w.date(done, "deadline", write(done)),
    )
    whole, _ = w.amount(s.total + grant, "other")
    given, _ = w.amount(grant, "other")
    spelled = rng.random() < 0.3
    amount, words = w.amount(s.total, "total", label="Baukosten", words=s.total if spelled else None)
    clauses.say(
        "Von den Baukosten in Höhe von {whole} deckt das Land voraussichtlich {given}. Die Beteiligten "
        "bringen gemeinsam {total}{words} auf.",
        whole=whole,
        given=given,
        total=amount,
        words=(Run(" (in Worten: "), words, Run(")")) if words else "",
    )
    if s.listing == "list":
        clauses.say("Es tragen:")
        for index, share in enumerate(s.shares):
            run, _ = w.amount(share, "component", label=s.parties[index].printed)
            clauses.item((*w.party(index, "nominative"), Run(f" ({_units(s, index, size)} EW) "), run))
    else:
        clauses.say("Der Betrag wird nach Einwohnerwerten umgelegt:")
        clauses.put(_table(w, size))
    rates = ((30, 6, 30), (40, 6, 30), (30, 3, 31))
    dues = []
    for number, (rate, month, day) in enumerate(rates):
        due = date(s.year + 1 + number, month, day)
        dues.append((Run(f"{rate} v. H. am "), w.date(due, "deadline", write(due))))
    clauses.say("Zu zahlen sind {dues}.", dues=enumerated(dues))


def _units(s: Scenario, index: int, size: int) -> str:
    return figures(Decimal(int(s.shares[index] * size / s.total)), "cell").partition(",")[0]


def _table(w: Writer, size: int) -> Table:
    s = w.scenario
    w.tables += 1
    entry: dict[str, Any] = {"style": "cell", "table": w.tables}
    heads = ("Beteiligte", "EW", "v. H.", "Baukostenanteil EUR")
    rows: list[tuple[Text, ...]] = [tuple(plain(head, True) for head in heads)]
    for index, share in enumerate(s.shares):
        name = s.parties[index].printed
        run, _ = w.amount(share, "component", label=name, row=len(rows), **entry)
        quota = f"{share * 100 / s.total:.2f}".replace(".", ",")
        rows.append((plain(name), plain(_units(s, index, size)), plain(quota), (run,)))
    run, _ = w.amount(s.total, "total", label="Baukosten", row=len(rows), bold=True, **entry)
    rows.append((plain("alle Beteiligten", True), (), plain("100,00"), (run,)))
    aligns: tuple[Align, ...] = ("left", "right", "right", "right")
    return Table(tuple(rows), (2.6, 0.9, 0.9, 1.6), aligns, s.ruled, padding=3.0, together=True)


def _running(clauses: Clauses) -> None:
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    cents = Decimal(rng.randint(71, 148)) / 100
    clauses.say(
        "Je Kubikmeter Abwasser wird ein Entgelt von {rate} erhoben, Niederschlagswasser eingeschlossen. "
        "Reparaturen unter {small} sind darin enthalten.",
        rate=w.amount(cents, "other", style="euro_cents")[0],
        small=aside(w, 2_500, 5_000, 7_500),
    )
    settled = s.deadline.replace(year=s.year + 2)
    clauses.say(
        "Die erste Jahresabrechnung legt die Betreiberin bis {day} vor, die weiteren jeweils in demselben "
        "Monat.",
        day=w.date(settled, "deadline"),
    )


def _approved(clauses: Clauses) -> None:
    """Whose council decided when."""
    w, s, rng = clauses.w, clauses.w.scenario, clauses.w.rng
    told: list[Text] = []
    for party in s.parties:
        town = party.official.startswith("Stadt")
        day = date(s.year - 1, rng.choice((9, 10, 11, 12)), rng.randint(1, 19))
        council = "Stadtverordnetenversammlung" if town else "Gemeindevertretung"
        told.append(
            (
                Run(f"die {council} in {party.seat} am "),
                w.date(day, "reference", full_figures(day)),
            )
        )
    clauses.say("Zugestimmt haben {told}.", told=enumerated(told))
    clauses.say("Die Betreiberin zeigt die Vereinbarung der Aufsichtsbehörde an und veröffentlicht sie.")


def _sign(w: Writer) -> None:
    """For each side a line of place and day and whom for; below it hands and seal."""
    for number, side in enumerate(enter_by_party(w, named_once=True)):
        first = side[0][0]
        w.add(
            Paragraph(
                (*_whose(w, first), Run(" – "), first.place, Run(", den "), first.date),
                "left",
                before=16.0 if number else 26.0,
                after=0,
                with_next=True,
            )
        )
        hands = [_hand(w, one, dated and index > 0) for index, (one, dated) in enumerate(side)]
        empty: tuple[SignLine, ...] = (SignLine(height=40.0), SignLine(plain("(Siegel)")))
        w.add(SignatureColumns((*hands, empty), before=2.0, gutter=20.0, scale=0.94))
    w.add(Gap(2))


def _whose(w: Writer, one: Signature) -> Text:
    if w.scenario.signing == "organ":
        article, name = one.organisation("genitive")
        body = "Magistrat" if one.signer.organisation.official.startswith("Stadt") else "Gemeindevorstand"
        return (Run(f"Der {body} {article} "), name)
    article, name = one.organisation("accusative")
    return (Run(f"Für {article} "), name)


def _hand(w: Writer, one: Signature, dated: bool) -> tuple[SignLine, ...]:
    form = w.scenario.signing
    lines = [SignLine((), "rule", pen=one.name is not None, height=40.0)]
    if one.name and one.function:
        bracketed: Text = (Run("("), one.name, Run(")")) if form == "brackets" else (one.name,)
        lines += [SignLine(bracketed), SignLine((one.function,))]
    if dated:
        lines.append(SignLine((one.place, Run(", den "), one.date)))
    return tuple(lines)
