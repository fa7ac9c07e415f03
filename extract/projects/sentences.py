"""Projects in sentences: "Die Volkshochschule bietet Lernhaus an. Hier werden A, B und C gefördert."

A German sentence clamps what it is about between its verb and what closes it. The names stand inside the
clamp, or before the verb if inside stands who does it: "Lernhaus wird von der Volkshochschule angeboten".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.language.language import FINITE_VERB, SENTENCE_WORDS
from extract.language.passage import Passage

DONE = (
    r"(?:[a-zäöüß]*ge(?!n\b)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{3,}iert|unterstützt|veranstaltet|übernommen|umgesetzt"
    r"|betrieben|verantwortet|bereitgestellt|vorgehalten|erprobt|bewilligt|veranschlagt|bezuschusst)"
)
# What may end a clause: "… an.", "… an, die Diakonie …", "… an und führt …".
_CLOSED = r"(?=\s*(?:[.,;](?:\s|$)|$)|\s+(?:und|sowie|während)\s)"
_ENDS = r"(?=(?<=[^\W\d_]{2}|.[“\")»«\d])\.(?:\s+[A-ZÄÖÜ]|\s*$)|;\s|\s*$)"
_SOMEBODY_DOES = (
    r"(?:biete[nt]|führ(?:t|en)|richte[nt]|setz(?:t|en)|h(?:ä|a)lt(?:en)?|stell(?:t|en)|leg(?:t|en)|bring(?:t|en)"
    r"|bau(?:t|en))"
)
_WHOLE_VERB = (
    r"(?:übernimmt|übernehmen|(?:organis|realis|finanz|koordin|initi)ier(?:t|en)|veranstalte[nt]|betreib(?:t|en)"
    r"|verantworte[nt]|fördern|fördert|unterstütz(?:t|en)|erprob(?:t|en)|gestalte[nt]|entwickel[nt]|plan(?:t|en))"
)
# "Neu begonnen wird", "weiter gefördert werden": what is done opens a clause, and the names end it.
_PARTICIPLE = (
    rf"(?:{DONE}|(?![a-zäöüß]*(?:ung|heit|keit)en)"
    r"(?:(?:an|auf|aus|ein|fort|um|vor|weiter|zu)?(?:ge|be|ver|ent|er)[a-zäöüß]{3,}(?:t|en)))"
)
DONE_FIRST = rf"(?:[A-ZÄÖÜa-zäöü][a-zäöüß]+\s+){{0,2}}(?i:{_PARTICIPLE})\s+(?:werden|wird|sind|ist)\s+"
PARTICLE = r"(?:an|aus|durch|um|bereit|vor|fort|weiter|auf|ein)"
CLAMPS = tuple(
    map(
        re.compile,
        (
            rf"\b{_SOMEBODY_DOES}\s+(?P<inside>\S.*?)\s+{PARTICLE}{_CLOSED}",
            r"\b(?:wird|werden|sollen|soll|wurden?|ist|sind|können|kann)\s+"
            rf"(?P<inside>\S.*?)\s+{DONE}(?:\s+(?:werden|worden|sein))?{_CLOSED}",
            rf"(?:^|(?<=[.:,;]\s)|(?<=\sund\s)|(?<=\ssowie\s)){DONE_FIRST}"
            rf"(?P<inside>\S.*?)(?:{_ENDS}|(?=(?:[,;]|\s(?:und|sowie))\s+{DONE_FIRST}))",
            r"\bTräger(?:in)?\s+(?:(?:des|der)\s+(?:Projekte?s?|Vorhabens?|Angebote?s?)|von)\s+"
            rf"(?P<inside>\S.*?)(?:{_ENDS}|(?=\s+ist\s|[,;]\s+d(?:er|ie|as)\s))",
            rf"\b{_WHOLE_VERB}\s+(?P<inside>\S.*?){_ENDS}",
        ),
    )
)
# The end of a clause before a verb; behind it stands who or what the next one is about.
CLAUSE_END = re.compile(r"(?<=[^\W\d_]{2}|.[“\")»«])[.;]\s+|,\s+(?=(?:d(?:er|ie|as)|ein)\s)|^\s*[–—:)]*\s*")
# What stands in quotation marks or brackets ends no clause: "„Lernhaus (2. Jahr)“".
ENCLOSED = re.compile(r"[„»«\"][^“”»«\"]*[“”»«\"]|\([^()]*\)")
STOP = re.compile(r"[.,;:]")
# What the sentence opens with where the names stand behind the verb.
OPENING = re.compile(
    r"(?:Hier|Hier\w+|Dazu|Damit|Darin|Dar\w+|Dabei|Dort|Es|Sie|Er|Im|In|Für|Aus|Mit|Unter|Zu[rm]?|Nach|Auch|Bei|Beim"
    r"|Ferner|Außerdem|Zudem|Zusätzlich|Weiter\w*|Daneben|Ebenso|Vo[nm]|Durch|Seit|Ab|Bis|Derzeit|Insgesamt|und)\b"
)
# Who does it stands here: no name of a project begins so.
SOMEBODY = re.compile(r"(?:d(?:er|ie|as|em|en)|eine?r?|von|vom|durch|sie|er|es|dies\w*)\s", re.IGNORECASE)
_LEADS = r"(?:(?:d(?:ie|as|er|en|em)|folgenden?|auch|ferner|zudem)\s+)*(?:(?:zwei|drei|vier|fünf|sechs)\s+)?"
_CALLS = rf"{_LEADS}(?:Projekte?n?|Vorhaben|Angebote?n?)"
_BEFORE_NAME = r"\s*:?\s+(?=(?-i:[A-ZÄÖÜ\d„»«\"‚']))"
# What calls the names projects, and belongs to none of them.
CALLS = re.compile(
    rf"{_CALLS}\s*:?\s+(?=\S)|{_LEADS}(?:Kurse?|Lehrgänge?){_BEFORE_NAME}",
    re.IGNORECASE,
)
# … behind a title, where "Kurse Holz" is a name.
CALLED_BEHIND_TITLE = re.compile(rf"{_CALLS}{_BEFORE_NAME}", re.IGNORECASE)
# … or is told of them: "die Projekte laufen noch", "Projekte nach Anlage 2", "Projekte für Frauen".
OF_PROJECTS = re.compile(
    rf"{_CALLS}\s+(?=\S)"
    rf"(?P<says>{FINITE_VERB.pattern}|[a-zäöüß]{{3,}}(?:en|t)\b|(?:nach|laut|gemäß|siehe|s\.|in|aus|wie)\s)?",
    re.IGNORECASE,
)
# "… setzt die Diakonie das Projekt Lernhaus um"
CALLED_BY = re.compile(r"\s(?:das|die)\s(?:Projekte?|Vorhaben|Angebote?)\s:?(?=\S)")
# "A und die Diakonie B": who does it stands within an enumeration.
SOMEBODY_ELSE = re.compile(r"d(?:er|ie|as|em|en)\s")
# No name begins like this.
SAYS = re.compile(
    r"(?:(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|mehrere|folgende)\s(?:Projekte|Vorhaben|Angebote)"
    r"|k?eine?\w*|nicht|auch|nur|noch|bis|unter|über|weitere?\w*|sich|in|im|auf|aus|zu[rm]?|bei[m]?|für|mit|nach"
    r"|höchstens|mindestens|jährlich|insgesamt|rund|etwa|EUR|Euro|[\d.,]+\s(?:EUR|Euro|€))\b"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: where it begins, its verb, and the inside of its clamp."""

    start: int
    verb: int
    inside: tuple[int, int]
    end: int


def named_in_sentences(passage: Passage) -> list[Passage]:
    """The names (or enumerations of names) in the sentences of a passage; none if it says something else."""
    return [name for clause in _clauses(passage.text) if (name := _name(passage, clause)) is not None]


def told_by_item(passage: Passage) -> Passage | None:
    """The name in an item that is a sentence: "Die Volkshochschule bietet Lernhaus an."."""
    if not (SOMEBODY.match(passage.text) or OPENING.match(passage.text)):
        return None
    names = named_in_sentences(passage)
    return names[0] if len(names) == 1 else None


def is_about_somebody(text: str) -> bool:
    """Is this a whole sentence that begins with who does something? Names behind a title are none."""
    return text.endswith(".") and len(text.split()) >= SENTENCE_WORDS and SOMEBODY.match(text) is not None


def _clauses(text: str) -> Iterator[_Clause]:
    text = ENCLOSED.sub(lambda enclosed: STOP.sub("_", enclosed[0]), text)
    at = 0
    while found := [match for clamp in CLAMPS if (match := clamp.search(text, at))]:
        clamp = min(found, key=lambda match: match.start())
        before = list(CLAUSE_END.finditer(text, at, clamp.start()))
        yield _Clause(before[-1].end() if before else at, clamp.start(), clamp.span("inside"), clamp.end())
        at = clamp.end()
        at += len(text[at:]) - len(text[at:].lstrip(".,; "))


def _name(passage: Passage, clause: _Clause) -> Passage | None:
    front = passage.part(clause.start, clause.verb)
    front = front.part(0, len(front.text.rstrip()))
    inside = passage.part(*clause.inside)
    if called := CALLS.match(inside.text) or CALLED_BY.search(inside.text):
        return inside.part(called.end(), len(inside.text))
    if _is_name(inside):
        return inside
    # "Lernhaus bietet die Volkshochschule an", "Das Projekt Lernhaus wird von der Diakonie getragen"
    name = _uncalled(front)
    named = SOMEBODY.match(inside.text) and not OPENING.match(front.text) and _is_name(name)
    return name if named else None


def _is_name(passage: Passage) -> bool:
    text = passage.text
    return bool(text) and not (SOMEBODY.match(text) or SAYS.match(text))


def _uncalled(passage: Passage) -> Passage:
    called = CALLS.match(passage.text)
    return passage.part(called.end(), len(passage.text)) if called else passage
