from __future__ import annotations

import random
from typing import Any

from samples.blocks import Align, Gap, Paragraph, Run, Sheet, SignatureColumns, SignLine, Table, Text, plain
from samples.scenario import Scenario
from samples.signing import Signature, enter
from samples.wordings.parts import Draft
from samples.writer import Writer

SUBJECTS = (
    ("zum Betrieb eines gemeinsamen Rechenzentrums für Geodaten", "das Rechenzentrum"),
    ("über ein länderübergreifendes Hochwassermeldesystem", "das Meldesystem"),
    ("betreffend den Unterhalt der Zentralstelle für Fernlehrgänge", "die Zentralstelle"),
    ("über die Finanzierung eines Forschungsschiffs", "das Forschungsschiff"),
)
CITY_STATES = ("Berlin", "Bremen", "Hamburg")


def draft(s: Scenario, rng: random.Random) -> Draft:
    w = Writer(s, rng)
    subject, thing = rng.choice(SUBJECTS)
    _title(w, subject)
    marginal = rng.random() < 0.5

    def item(title: str) -> None:
        number = w.next_section()
        if marginal:
            dot = (number, Run(".", bold=True))
            w.add(
                Paragraph(
                    (w.heading(title),),
                    "left",
                    before=11,
                    after=4,
                    indent=30,
                    hang=30,
                    marker=dot,
                    with_next=True,
                )
            )
            return
        line = (Run("Nr. ", bold=True), number, Run(" – ", bold=True), w.heading(title))
        w.add(Paragraph(line, "center", before=12, after=5, with_next=True))

    indent = 30.0 if marginal else 0.0

    def say(sentence: str, **filled: Run | Text | str) -> None:
        w.add(Paragraph(w.fill(sentence, **filled), "justify", indent=indent))

    item(rng.choice(("Zweck", "Gemeinsame Einrichtung")))
    say(
        "Die Abkommensländer halten {thing} auf Dauer vor. Die Geschäfte führt jeweils für drei Jahre ein "
        "Land, beginnend mit dem erstgenannten.",
        thing=thing,
    )
    item("Lenkungskreis")
    say(
        "Jedes Land entsendet eine Stimme in den Lenkungskreis. Beschlüsse über den Wirtschaftsplan "
        "erfordern eine Mehrheit von drei Vierteln."
    )
    item(rng.choice(("Finanzierung durch die Länder", "Lastenverteilung")))
    _money(w, say)
    say("Nicht verbrauchte Beiträge werden im Folgejahr angerechnet.")
    item("Austritt")
    say(
        "Ein Land kann mit zweijähriger Frist austreten, jedoch nicht vor dem {day}. Für die verbleibenden "
        "Länder gilt das Abkommen weiter.",
        day=w.date(s.deadline, "other"),
    )
    item(rng.choice(("Schlussformel", "Beginn")))
    say("Das Abkommen wird wirksam, sobald das letzte Land unterzeichnet hat.")
    _sign(w)
    return w, Sheet(
        family=rng.choice(("times", "caladea", "source-serif")),
        size=rng.choice((10.6, 11.2)),
        leading=1.38,
        header=rng.choice((None, s.file_mark)),
        footer=rng.choice(("– {page} –", "{page}", "Seite {page}/{pages}")),
        footer_align=rng.choice(("center", "right")),
        left=80,
        right=76,
    )


def _ministry(w: Writer, index: int) -> Text:
    """ ", vertreten durch …", entered in the gold."""
    land = w.scenario.parties[index].official
    city = any(name in land for name in CITY_STATES)
    function = w.scenario.signers[0].function
    field = function.split(" für ")[1] if " für " in function else "Inneres"
    house = "Staatsministerium" if land.startswith("Freistaat") else "Ministerium"
    article, body = ("die", f"Senatsverwaltung für {field}") if city else ("das", f"{house} für {field}")
    w.gold["parties"][index]["representative"] = body
    return (Run(f", vertreten durch {article} "), Run(body, f"parties[{index}].representative"))


def _title(w: Writer, subject: str) -> None:
    """The Länder one by one under "zwischen", or in one long sentence before the title of the text."""
    s, rng = w.scenario, w.rng
    align: Align = rng.choice(("left", "center"))
    w.add(Paragraph((w.kind(),), align, scale=1.5, after=4), Paragraph(plain(subject), align, after=14))
    last = len(s.parties) - 1
    if rng.random() < 0.5:
        runs: list[Run] = []
        for index in range(last + 1):
            runs += [Run("; " if index < last else " sowie ")] if index else []
            runs += [*w.party(index, "nominative", mark=True, capital=index == 0), *_ministry(w, index)]
        runs.append(
            Run(" (im Weiteren: Abkommensländer), treffen in Ausübung ihrer Zuständigkeit dieses Abkommen.")
        )
        w.add(Paragraph(tuple(runs), "justify", after=8))
        return
    w.add(Paragraph(plain("Beteiligte Länder:"), "left", after=4, with_next=True))
    for index in range(last + 1):
        text = (*w.party(index, "nominative", mark=True), *_ministry(w, index))
        w.add(Paragraph(text, "left", after=3, indent=46, hang=18, marker=plain(f"{'abcdefgh'[index]})")))
    w.add(Paragraph(plain("– im Weiteren: Abkommensländer –"), "left", before=2, after=8))


def _money(w: Writer, say: Any) -> None:
    s = w.scenario
    amount, words = w.amount(s.total, "total", label="Jahresbedarf", words=s.total if s.represented else None)
    say(
        w.rng.choice(
            (
                "Der Wirtschaftsplan geht von einem jährlichen Bedarf in Höhe von {total}{words} aus.",
                "Benötigt werden Jahr für Jahr {total}{words}.",
            )
        ),
        total=amount,
        words=(Run(" ("), words, Run(")")) if words else "",
    )
    if s.listing == "list":
        runs: list[Run] = [Run("Hiervon übernehmen ")]
        last = len(s.parties) - 1
        for index, (party, share) in enumerate(zip(s.parties, s.shares, strict=True)):
            runs += [Run(" und " if index == last else ", ")] if index else []
            article, name = party.case("nominative")
            run, _ = w.amount(share, "component", label=party.printed)
            runs += [Run(f"{article} {name} "), run]
        say("{shares}.", shares=tuple(runs))
        return
    say("Auf die einzelnen Haushalte entfallen nach Steueraufkommen und Bevölkerung:")
    w.tables += 1
    thousands = w.rng.random() < 0.4
    style = "thousands_cell" if thousands else "cell"
    unit = "Jahresbeitrag (T€)" if thousands else "Jahresbeitrag (Euro)"
    rows: list[tuple[Text, ...]] = [(plain(unit, True), plain("v. H.", True), plain("Haushalt", True))]
    for row, (party, share) in enumerate(zip(s.parties, s.shares, strict=True), start=1):
        run, _ = w.amount(share, "component", style=style, label=party.printed, table=w.tables, row=row)
        percent = f"{share / s.total * 100:.2f}".replace(".", ",")
        rows.append(((run,), plain(percent), plain(party.printed)))
    run, _ = w.amount(
        s.total, "total", style=style, bold=True, label="alle Länder", table=w.tables, row=len(rows)
    )
    rows.append(((run,), plain("100,00"), plain("alle Länder", True)))
    w.add(Table(tuple(rows), (1.6, 0.8, 2.8), ("right", "right", "left"), s.ruled, together=True))


def _sign(w: Writer) -> None:
    """Three Länder in a row or two, office above the name, place and date beneath."""
    rng = w.rng
    across = rng.choice((2, 3))
    beneath = rng.random() < 0.6
    w.add(Gap(6))
    columns = [_column(enter(w, signer), beneath) for signer in w.scenario.signers]
    for start in range(0, len(columns), across):
        row = columns[start : start + across]
        w.add(
            SignatureColumns(
                (*row, *[()] * (across - len(row))),
                before=20.0 if start == 0 else 16.0,
                gutter=16.0 if across == 3 else 34.0,
                scale=0.88 if across == 3 else 1.0,
            )
        )


def _column(one: Signature, beneath: bool) -> tuple[SignLine, ...]:
    article, organisation = one.organisation("accusative")
    dated = SignLine((one.place, Run(", "), one.date))
    lines = [SignLine((Run(f"Für {article} "), organisation))]
    lines += [] if beneath else [dated]
    lines.append(SignLine(line="rule", pen=one.name is not None, height=38.0))
    if one.name and one.function:
        lines += [SignLine((one.function,)), SignLine((one.name,))]
    return (*lines, *((SignLine(height=4.0), dated) if beneath else ()))
