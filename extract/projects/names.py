"""The name of a project as an item or an enumeration prints it: without sum, number and stray marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from extract.certainty.confidence import doubted, repaired, with_doubted_name
from extract.language.language import FINITE_VERB, SENTENCE_WORDS
from extract.language.passage import Passage
from extract.parties.organisations import LEGAL_FORM, is_organisation
from extract.projects.sentences import told_by_item
from models.agreement import Project
from models.german import find_amounts
from models.german.dates import MONTH, MONTH_BEGINS
from models.values import Extracted

QUOTED = re.compile(r"[„»«\"](?P<name>[^“”»«\"]+)[“”»«\"]")
_MONTH_CUT = rf"{MONTH_BEGINS}[rt]?\.?"
_MONEY = (
    r"(?:Landes|Bundes|Kreis|Förder|Haushalts|Projekt|Gesamt|Teil)?(?:Mittel|Kosten|Budget|Zuwendung(?:en)?"
    r"|Zuweisung(?:en)?|Zusch[uü]sse?|Betr[aä]ge?|Ans[aä]tze?)"
)
# "Maßnahmenart 2 zusammen", "Paket 1 zusammen", "alles zusammen (EUR)", "Landesmittel insgesamt"; but
# "Stark zusammen" is a name.
_SUMMED = (
    r"(?:(?:alles?|davon|das|dies|sind|macht)\s+)*(?:(?:Projekte|Vorhaben|Angebote|Plätze|Förderung"
    rf"|{_MONEY}|Maßnahmen|Maßnahmen?art(?:\s(?:\d{{1,2}}|[IVX]{{1,4}}|[A-H]))?|[^\W\d_]+\s\d{{1,2}})\s+)?"
)
# "derzeit keine Projekte geplant"; but "Keine Angst vor Mathe" is a name.
_NONE = (
    r"(?:(?:der|zur)zeit|noch|aktuell|bisher|vorerst)?\s*keine?(?:\s+(?:weiter|eigen|neu|gesondert)e?n?)?"
    r"(?:\s+(?:Projekte?|Vorhaben|Angebote?|Maßnahmen?|Angaben?|Mittel|Förderung|Zuwendung|Nennung(?:en)?|Träger))?"
    r"(?:\s+(?-i:[a-zäöü]+(?:t|en)))*"
)
# A stamp beside the list.
_STAMP = rf"(?:Eingegangen\b.*|(?:Post)?Eingang(?:\W*|\W+(?:(?:am|den|beim?)\b|\d|{MONTH}|{_MONTH_CUT}).*))"
NO_PROJECT = re.compile(
    rf"^(?:{_NONE}|{_STAMP}|(?:Über|Vor)trag|{_SUMMED}(?:(?:ins)?gesamt|zusammen(?:gerechnet|gefasst|gezählt)?)"
    r"(?:\s\((?:in\s)?(?:EUR|Euro|€)\))?"
    rf"|{_MONEY}\s(?:für|zu[rm]?|de[rs])\s(?:(?:die|das|den)\s)?\w+\s(?:\d{{1,2}}|[IVX]{{1,4}}|[A-H])"
    r"|\w*summ[ea](?:\s(?:\w+\s)?(?:\d{1,2}|[IVX]{1,4}|[A-H]))?|entfällt|[\W\d]+|n\.\s?a\.|wie\s(?:vor|oben)|dto\.?|desgl\.?|ebenso"
    r"|Projekt(?:e|name|titel)?|Mittel|Vorhaben|Bezeichnung"
    r"|(?:Gesamt|(?:Förder)?Höchst|Förder)?(?:betrag|budget|summe)|(?:Mittel|Finanz|Förder|Budget|Gesamt)rahmen"
    r"|Zuwendung|Zuweisung|Plätze|Laufzeit|Träger|Durchführung"
    rf"|(?:\d{{1,2}}\.\s?)?(?:{MONTH}|{_MONTH_CUT})\s?(?:19|20)\d\d"
    rf"|{MONTH}|Beginn|Ende|Monate?|davon|darunter|hiervon"
    r"|Anteil am Budget|Maßnahmen?art(?:en)?"
    # A column that says by which law those are looked after for whom it is.
    r"|(?:alle\s)?(?:(?:SGB\s(?:II|III|VIII|IX|XII)(?:\s?/\s?(?:II|III|VIII|IX|XII))*|AsylbLG)[\s,;/]*)+"
    # What counts a Maßnahmenart, parted from its title on a scan.
    r"|(?:(?:Ziel|Handlungs|Förder|Aufgaben|Themen)(?:feld|bereich)|(?:Förder)?schwerpunkt)\s(?:\d{1,2}|[IVX]{1,4})\W*"
    # "300.000 Euro sind für die Ausbildungsvorbereitung bestimmt."
    r"|(?:bestimmt|vorgesehen|eingeplant|vorbehalten|reserviert|veranschlagt|gedacht|verwendet|bereitgestellt"
    r"|gebunden|bewilligt|gewährt|zu verwenden|einzusetzen)\.?"
    # "Projekte nach Anlage 2", "die Projekte richten sich nach …": where they are listed.
    r"|(?:(?-i:[a-zäöüß]+en)\ssich\s)?(?:nach|laut|gemäß|siehe|s\.)\s(?:der\s)?(?:Anlage|Anhang|Beilage|Übersicht|Liste)\b.*"
    r"|(?:Name|Titel|Bezeichnung)\s(?:de[rs]\s)?(?:Projekte?s?|Vorhabens?|Angebote?s?|Maßnahmen?))$",
    re.IGNORECASE,
)
# "Anlage", "Anlage 2 Projekte", "Anhang zur Vereinbarung", "Beiblatt: Übersicht": what heads an annex;
# "Anlage von Lehrgärten" is a name.
ANNEX = re.compile(
    r"(?:Anlage|Anhang|Beiblatt|Beilage)(?:\s+(?:\d{1,2}|[A-Z]|[IVX]+)(?=\s+[A-ZÄÖÜ])"
    r"|(?:\s+(?:\d{1,2}|[A-Z]|[IVX]+))?(?:\s*(?:$|[:(„»\"])|\s+(?:[–-]\s|zu[rm]?\b))"
    r"|\s+\w*(?:[Üü]bersicht|[Ll]iste|[Pp]lan|[Vv]erzeichnis|[Pp]rojekte)\b)"
)
# What is named so may be a sum of others, a stamp, or that there are none.
HARDLY_A_PROJECT = re.compile(r".*\s(?:insgesamt|gesamt|zusammen)$|keine?\b|Eingang\b", re.IGNORECASE)
# A name has two letters or figures in a row, or such with full stops: "B.O.B."
LETTERS = re.compile(r"[^\W_]{2}|(?:[^\W\d_]\.){2}")
TRAILING = " ,;"
# "Lernhaus [1.200 €": a scan loses a bracket that touches a sign, or a line that begins so.
OPEN_SUM = re.compile(r"\s?[(\[]\d{1,3}(?:\.\d{3})+(?:,\d\d)?(?:\s?(?:€|EUR|Euro))?\s*$")
# What an item says of a project behind its name: who runs it, how long, for how many, which Maßnahmenart.
_COUNT = (
    r"(?:(?:mit|je|ca\.|etwa|max\.|maximal|bis zu|insgesamt)\s+)*\d{1,4}\s+(?:\w+plätze?n?|Plätzen?|Platz"
    r"|Teilnehm\w*|TN\b|Teiln\.|Personen\b|Jugendlichen?\b|Auszubildenden?\b)"
)
_TIME = r"\d{1,2}(?:,\d)?\s+(?:Monate?n?|Wochen|Tagen?|Jahren?|Std\.|Stunden)\b"
_LABEL = (
    r"(?:(?:Projekt|Maßnahme|Bildungs)?(?:[Tt]räger(?:in|schaft)?)\b|Durchführ(?:ung|ende)\w*|Laufzeit\b|Zeitraum\b|Zielgruppe\b"
    r"|(?:Standort|Ort|Plätze|Platzzahl|Teilnehm\w+|TN|Kapazität|Dauer|Beginn|Start|Umfang|Ansprechpartner\w*|Ziel"
    r"|Zielzahl(?:en)?|(?:Regie|Verwaltungs)kosten|Finanzierung|Geld|Termine|Fristen)\s?:"
    r"|Plätze\s\d|(?:getragen|durchgeführt|umgesetzt|angeboten|verantwortet)\s(?:von|durch|vom)\b"
    r"|(?:unter|zu|nach)?\s*(?:Maßnahmen?art|Maßnahme)\s*(?:Nr\.\s*)?(?:\d{1,2}|[IVX]{1,4})\b)"
)
_WHEN = rf"(?:(?:vom|ab|am|bis|seit|von|zum)\s+(?:zum\s+)?)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH}\b)"
WHEN = re.compile(_WHEN)
# Nothing else is named: "1. März bis 30. Juni 2023".
ONLY_WHEN = re.compile(rf"(?:\b(?:vom|ab|am|bis|seit|von|zum|und|je|jeweils|jährlich|{MONTH})\b|[\W\d_])*")
PARTICULARS = re.compile(
    rf"(?<!\s)(?:\s*(?:[,;:(\[|/·]|\s[–—-])\s*(?:{_LABEL}|{_COUNT})"
    rf"|\s*[,;(\[]\s*(?P<when>{_WHEN})"
    # In a bracket, and on a line below the name, the number may stand behind something else.
    rf"|\s*[(\[](?=[^()\[\]]*[,;:|/–]\s*(?:{_LABEL}|{_COUNT}))"
    rf"|\s*,\s*{_TIME}"
    # A share, a file number, a place.
    r"|\s*[,;(\[]\s*(?:\d{1,3}(?:,\d+)?\s?(?:%|v\.\s?H\.|Prozent\b)|Az\.|Aktenzeichen\b|Projekt-?[Nn]r\.)"
    r"|\s*[,;]\s*(?:Standort|Ort)\b(?!\s+(?:de[rs]|für)\b))"
)
# "Lernhaus (12 Plätze)", "Lernhaus (7 belegte Plätze)": whether a count is part of the name,
# all names together tell (frame). A time alone is: "(2 Tage)".
COUNT_IN_BRACKETS = re.compile(
    rf"\s*[(\[](?P<count>{_COUNT}|(?!{_TIME})\d{{1,4}}\s+(?:[a-zäöüß]+e[nr]?\s+){{0,2}}[A-ZÄÖÜ][\w-]+)[)\]]$"
)
ON_ITS_OWN_LINE = re.compile(rf"[(\[]?(?:{_LABEL}|{_COUNT}|{_TIME}|{_WHEN})")
# "Schulung Mitarbeitende (2 Tage)": part of a name, where the line above it was full.
TIME_IN_BRACKETS = re.compile(rf"[(\[]{_TIME}[)\]]")
# What stands before the names of projects, with a colon: "Projekt(e):", "Projektname(n):".
CALLS_PROJECTS = (
    r"(?:(?:Name|Titel|Bezeichnung)(?:\s(?:des|der))?\s)?(?:Projekt(?:s|e|es|titel|namen?|bezeichnung)?|Vorhabens?"
    r"|Angebot(?:s|e)?)(?:\([ens]{1,2}\))?"
)
# … and what stands before its sum: "– Budget: 500 Euro".
CALLS_SUM = (
    r"(?:Anteil\w*(?:\s+am\s+Budget)?|(?:Förder)?[Bb]etrag|(?:Mittel)?[Aa]nsatz|Budget(?:anteil)?|Fördersumme"
    r"|Zuwendung|Zuschuss|Mittel|Kontingent|(?:Gesamt)?[Kk]osten|Förderung"
    r"|Landes(?:mittel|anteil|beitrag|zuschuss|zuwendung|förderung)|(?:vom\s+|Anteil\s+des\s+)?Land(?:es)?)"
)
# "– Land: 500 Euro" may tell who pays, or be the end of a name: "Stadt – Land"; "(Land: 500 Euro)" tells.
BY_LAND = re.compile(r"[,;–-]\s*(?:vom\s+)?Land\s*[:(\[=–—-]?\s*$")
# What heads a list within a Maßnahmenart that is none of projects: "Zielgruppen:"
ASIDE = re.compile(
    r"(?:\w+\s){0,3}(?:Ziel\w*|Inhalte?n?|Aufgaben?|Leistung(?:en)?|Voraussetzung(?:en)?|Teilnehm\w+|Personenkreise?"
    r"|Personengruppen?|Nachweise?|Unterlagen|Auflagen?|Pflichten|Standorte?|(?:Kooperations)?[Pp]artner(?:innen)?"
    r"|Methoden|Kennzahl\w*|Indikator\w*|Berichtstermine?|Termine)(?:\s\S+){0,3}:"
)
# "„Lernhaus“ wird von der vhs durchgeführt": a sentence about a quoted project, or who does it.
QUOTED_SUBJECT = re.compile(
    r"(?:(?:[Dd]as|[Dd]ie|[Dd]er)\s+)?(?:(?:Projekt|Vorhaben|Angebot)\s+)?[„»«\"](?P<name>[^“”»«\"]+)[“”»«\"]\s+(?=[a-z])"
)
DONE_BY = re.compile(r"\s+(?:wird|werden)\s+(?:von|vom|durch)\s.*$")
# "Lernhaus durch den Verein Brücke e. V.": the name goes on into who runs it; but through a school, a town or
# a partnership somebody may go: "Sicher durch die Berufsschule".
RUN_BY = re.compile(r"\s+durch\s+(?P<article>(?:die|das|den)\s+)?(?P<name>[A-ZÄÖÜ].*)$")
GOES_THROUGH = re.compile(
    r"[\w-]*(?:(?<!hoch)schulen?|(?<!handwerker)schaft|netzwerk|stadt|kreis|region|zeit)"
)
# "101.801,00 Lernhaus": the columns of a table run together.
SUM_BEFORE = re.compile(r"(?:\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+,\d\d)\s*(?:€|Euro|EUR)?\s+(?=[^\W\d_])")
# What leads from a name to its sum: ", in Höhe von", " (bis zu", " – Ansatz".
BEFORE_SUM = re.compile(
    r"(?:\s*[(\[:,=–—*#/|-]|\s+(?:mit|bis|höchstens|rund|in Höhe von|i\.\s?H\.\s?v\.|von|zu"
    rf"|für|über|bis zu)|[,;(\[–-]\s*{CALLS_SUM})+\s*$"
)
# "40.000 Euro für das Projekt Lernhaus"
SUM_FOR = re.compile(r"\s*(?:[:–—-]\s*)?für\s+(?:(?:das|die|den)\s+)?(?:(?:Projekt|Vorhaben|Angebot)\s+)?")
# Dirt behind a name that was read as a mark: "Lernhaus :", "Werkstatt •". No mark stands alone.
STRAY = re.compile(r"(?:\s[.:•·'’°|])+$")
# "Lernhaus*", "Werkstatt ¹": what a note below the list is about.
NOTE = re.compile(r"(?<=\S)\s?(?:\*{1,3}\)?|†|[¹²³⁴⁵]\)?)$")
LEADING = " –—-•·"
# A bullet that was read as a letter.
MISREAD = re.compile(r"[a-zø¢]\s+(?=[A-ZÄÖÜ„])")
# "… für junge Eltern. Rückfragen beantwortet die Fachstelle unter …": four words and more behind a full stop.
NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{5})\.\s+(?=[A-ZÄÖÜ]\S*(?:\s+\S+){3})")
# No name ends like this: what stands on the next line belongs to it, "Beratung vor", "Ort: Lernhaus".
RUNS_ON = re.compile(r"\s(?:vor|an|am|im|in|für|mit|ohne|und|oder|der|des|zu|zur|zum|von|vom|beim?|auf)\s$")
CURRENCY = re.compile(r"\b(?:EUR|Euro)\b")
# "davon Lernhaus": what leads from a sum to its parts.
DAVON = re.compile(r"(?:davon|darunter|hiervon)\s*:?\s+(?:für\s+)?(?=\S)")
# "führt durch: – Lernhaus": a colon and a mark lead to a list.
LEADS_TO_MARK = re.compile(r"[^:]+:\s+[–•▪-]\s+(?=\S)")
# Signs that lead to a name as a mark does: "→ Lernhaus", "├ Lernhaus".
SIGNS = re.compile(r"^(?:[^\w\s(\[„»«\"‚'/.&+]|\.(?=\s))+\s+")
# A word would have fitted on a line if so much (letter sizes) were left.
FITS = 0.5
# "Projekt 2: ", "Vorhaben Nr. 3 – ": a count of projects, not part of a name.
COUNTED = re.compile(r"(?:Projekt|Vorhaben|Angebot)\s*(?:Nr\.\s*)?\d{1,2}(?:\.\d{1,2})?\s*[:.)–—-]\s+(?=\S)")
# "das Vorhaben Lernhaus"
ARTICLE = re.compile(r"(?:das|dem|des)\s+(?:Projekts?|Vorhabens?|Angebots?)\s+(?=\S)")
# "e. V.", "2. Hj.", "inkl. Std."; but "Gruppe B." and "Lernhaus U25." end a sentence.
LAST_ABBREVIATION = re.compile(r"\b(?:(?<![^\W\d_]{3}\s)[^\W\d_]|Nr|Str|Std|usw|etc|ff|Co)\.$")
ENDS_IN_ABBREVIATION = re.compile(
    r"(?<![\w.,/-])\d{1,4}\.$|\b(?:[^\W\d_]|Nr|Str|Std|Kl|Abt|Jg|Hj|Tn|Teiln|bzw|usw|etc|ggf|inkl|ff|Co)\.$"
)
# What no writer puts into a name, but a misreading or another column does: signs, a stroke between nothing or
# before a count, marks that touch the wrong word, "Seite 1 von 2". "Schüler*innen(gruppe)" is written so.
ILL_WRITTEN = re.compile(
    r"[°•|\\~=<>^{}¢®©™;…]|[*_](?!in)|(?<!\w)@|@(?!\w)|/\s*/|/\s*\d+\W?$|\s[.,:]\s|[^\W\d_]\.\(|(?<!\w)[.,:]\w"
    r"|\w[(\[](?!in)\w{3}|\bSeite\s\S+\svon\b"
    # "fur", "Kompass,Lernhaus", "Plätze'mit"
    r"|\b(?:fur|uber)\b|[^\W\d],[^\W\d]|[^\W\d]['’][a-zäöü]{3}"
    # "Werkstatt. – Gruppe B", "Einstieg Metall e.", "Küche & (2. Jahr)", "(9Monate)", "Kurs II- Gruppe B",
    # "(12 Plätze): Lernhaus"
    r"|(?!Prof|Dipl)[A-ZÄÖÜ][a-zäöüß]{3,}\.\s(?:[–—-]|[A-ZÄÖÜ])|\se\.$|&\s*\(|(?<![\w.,])\d{1,2}[A-ZÄÖÜ][a-zäöüß]{2}"
    r"|\w[–-]\s[A-ZÄÖÜ]|(?<!und)(?<!oder)\s[–-][^\W\d_]|^[(\[][^()\[\]]*[)\]]\W"
)
# "Träger vhs Musterau", "Lernhaus (9 Monate) Träger: vhs", "Projekt 1Lernhaus": what is told of a project, or
# counts it, is none of its name.
HOLDS_LABEL = re.compile(
    rf"{_LABEL}|.*\b[Tt]räger(?:in)?:|.*\)\s[A-ZÄÖÜ][a-zäöüß]+:\s|(?:Projekt|Vorhaben|Angebot)\s?(?:Nr\.\s?)?\d(?![\d.]*\.\d)"
)
BRACKETS = (("(", ")"), ("[", "]"))
QUOTES = re.compile(r"[„“”\"»«]")


def is_written_well(name: str) -> bool:
    """Is a name free of what only comes in by mistake, each bracket and quotation mark with its other half?

    Of 76 wrong names above the threshold on 200 agreements in unknown layouts this found 30; of 1,659 right
    ones, there and in known layouts, none. What was seen on 400 others, 21 wrong ones, no right name of 7,000
    has.
    """
    whole = all(name.count(one) == name.count(two) for one, two in BRACKETS)
    clean = ILL_WRITTEN.search(name) is None and HOLDS_LABEL.match(name) is None
    return whole and clean and len(QUOTES.findall(name)) % 2 == 0


def without_stop(passage: Passage, above: str) -> Passage:
    """The last entry of a list without the full stop of its sentence, which a comma behind the one `above`
    tells from that of a short word or a number."""
    text = passage.text
    stop = above.rstrip().endswith((",", ";")) and text.endswith(".") and not LAST_ABBREVIATION.search(text)
    return passage.part(0, len(text) - 1) if stop else passage


@dataclass(frozen=True, slots=True)
class _Item:
    """A list item without its sum: the name is in it, before `end`. `by_land`: the sum is called that of the
    Land, which is no part of a name."""

    passage: Passage
    end: int
    amount: Extracted[Decimal] | None = None
    by_land: bool = False


def find_project(passage: Passage) -> Project | None:
    """A list item as project, with its amount if it names one."""
    if told := told_by_item(passage):
        project = find_project(told)
        return project and with_doubted_name(project)
    item = _without_sum(passage)
    passage = item.passage
    if (subject := QUOTED_SUBJECT.match(passage.text)) and FINITE_VERB.search(passage.text):
        name = passage.part(subject.start("name"), subject.end("name"))
        return Project(name=doubted(name.whole(name.text)), amount=item.amount)
    end, more = _end_of_name(passage, item.end)
    name = passage.part(_start_of_name(passage, end), end)
    text = NOTE.sub("", STRAY.sub("", OPEN_SUM.sub("", name.text)).rstrip(TRAILING))
    text = re.sub(r"\s(?:und|sowie)$", "", text).rstrip(TRAILING)
    # Where a quotation begins elsewhere, the name may, too.
    torn = text.endswith(("“", "«", "”")) and not re.search(r"[„»\"]|[“”].", text)
    quoted, text = len(text), text[:-1] if torn else text
    if text.endswith(".") and not ENDS_IN_ABBREVIATION.search(text):
        text = text[:-1]
    dated = WHEN.match(text) is not None
    nothing = dated and not _names_more(text)
    if LETTERS.search(_without_sums(text)) is None or is_no_project(text) or nothing:
        return None
    found = name.part(0, quoted if torn else len(text)).whole(text)
    if item.amount is None and OPEN_SUM.search(name.text):
        found = repaired(found, exact=False)
    says = FINITE_VERB.search(passage.text) is not None
    unsure = says or torn or more or dated or item.by_land or HARDLY_A_PROJECT.match(text)
    return Project(name=doubted(found) if unsure else found, amount=item.amount)


def _without_sum(passage: Passage) -> _Item:
    """An item without the one sum that it names behind the name or before it, and what leads to that."""
    text = passage.text
    sums = [one for one in find_amounts(text) if one.value is not None]
    if len(sums) != 1 or sums[0].value is None:
        leading = SUM_BEFORE.match(text)
        passage = passage.part(leading.end(), len(text)) if leading else passage
        return _Item(passage, len(passage.text))
    one = sums[0]
    amount = passage.extract(one.start, one.end, sums[0].value)
    if not text[one.end :].strip(" )].;,*=#"):
        end = len(BEFORE_SUM.sub("", text[: one.start].rstrip()))
        return _Item(passage, end, amount, BY_LAND.search(text, 0, one.start) is not None)
    if not text[: one.start].strip(LEADING):
        lead = SUM_FOR.match(text, one.end)
        passage = passage.part(lead.end() if lead else one.end, len(text))
    return _Item(passage, len(passage.text), amount)


def _end_of_name(passage: Passage, end: int) -> tuple[int, bool]:
    """Where the name in an item ends that what is told of it follows, and whether more may be named there."""
    if sentence := NEXT_SENTENCE.search(passage.text, 0, end):
        end = sentence.start()
    if done := DONE_BY.search(passage.text, 0, end):
        end = done.start()
    counted = COUNT_IN_BRACKETS.search(passage.text[:end])
    more = False
    if particulars := PARTICULARS.search(passage.text, 1, counted.start() if counted else end):
        more = particulars["when"] is not None and _names_more(passage.text[particulars.start("when") : end])
        end = _line_of_carrier(passage, particulars.start())
    end, through = _before_who_runs_it(
        passage.text, _before_description(passage, _before_own_line(passage, end))
    )
    return end, more or through


def _before_who_runs_it(text: str, end: int) -> tuple[int, bool]:
    """Where a name ends that runs on into who runs it, and whether that may be part of it."""
    run = RUN_BY.search(text, 1, end)
    name = run["name"].rstrip(" .,;") if run else ""
    if run is None or not is_organisation(f"{name}." if LAST_ABBREVIATION.search(f"{name}.") else name):
        return end, False
    if not run["article"] and not LEGAL_FORM.search(run["name"]):
        return end, False
    through = GOES_THROUGH.fullmatch(name) is not None
    return (end if through else run.start()), through


def _start_of_name(passage: Passage, end: int) -> int:
    """Where the name in an item begins, behind what marks, counts or leads to it."""
    start = len(passage.text) - len(SIGNS.sub("", passage.text.lstrip(LEADING), count=1))
    if passage.pieces and passage.pieces[0].word.origin == "ocr" and (mark := MISREAD.match(passage.text)):
        start = mark.end()
    for pattern in (LEADS_TO_MARK, DAVON, COUNTED, ARTICLE):
        if before := pattern.match(passage.text, start, end):
            start = before.end()
    return start


def is_no_project(text: str) -> bool:
    """Is it what heads a column, a sum, an annex or a stamp, or says that there is nothing?"""
    return NO_PROJECT.match(text) is not None or ANNEX.match(text) is not None


def _names_more(text: str) -> bool:
    """Does a text that begins with a day tell more than when, before it goes on with other particulars?"""
    particulars = PARTICULARS.search(text, 1)
    return ONLY_WHEN.fullmatch(text[: particulars.start() if particulars else len(text)]) is None


def _without_sums(text: str) -> str:
    for one in reversed(find_amounts(text)):
        text = text[: one.start] + text[one.end :]
    return CURRENCY.sub("", text)


def _line_starts(passage: Passage) -> list[int]:
    """Where the second and further printed lines begin."""
    return [
        right.start
        for left, right in pairwise(passage.pieces)
        if right.word.bbox[0] < left.word.bbox[2] and right.start > left.start
    ]


def _before_own_line(passage: Passage, end: int) -> int:
    """Where a name ends below which a line tells its particulars: "Lernhaus", "12 Plätze, 6 Monate"."""
    starts = (start for start in _line_starts(passage) if start < end)
    own = (
        start
        for start in starts
        if ON_ITS_OWN_LINE.match(passage.text, start)
        and not (TIME_IN_BRACKETS.match(passage.text, start) and not _breaks_early(passage, start))
    )
    return next((start for start in own if not RUNS_ON.search(passage.text, 0, start)), end)


def _line_of_carrier(passage: Passage, end: int) -> int:
    """Where the name ends, if a line below it begins with its carrier: "vhs Musterau, 12 Plätze"."""
    starts = [start for start in _line_starts(passage) if start < end]
    carried = bool(starts) and is_organisation(passage.text[starts[-1] : end])
    return starts[-1] if carried and _breaks_early(passage, starts[-1]) else end


def _breaks_early(passage: Passage, start: int) -> bool:
    """Would the word at `start` have fitted on the line above it, which is no longer than the longest?"""
    pieces = list(passage.pieces)
    index = next(i for i, piece in enumerate(pieces) if piece.start >= start)
    above, word = pieces[index - 1].word, pieces[index].word
    right = max(piece.word.bbox[2] for piece in pieces)
    return above.bbox[2] + 0.3 * word.size + word.bbox[2] - word.bbox[0] < right - FITS * word.size


def _before_description(passage: Passage, end: int) -> int:
    """Where a name ends that the next lines explain: "Lernhaus", "Ziel ist der Abschluss."."""
    starts = [start for start in _line_starts(passage) if start < end]
    if starts and passage.text[starts[0]].isupper() and _breaks_early(passage, starts[0]):
        rest = passage.text[starts[0] : end]
        if rest.endswith(".") and len(rest.split()) >= SENTENCE_WORDS - 1:
            return starts[0]
    verb = FINITE_VERB.search(passage.text, 0, end)
    if verb is None:
        return end
    opens = [
        start for start in _line_starts(passage) if start <= verb.start() and passage.text[start].isupper()
    ]
    return opens[0] if opens else end
