"""What a sentence, or a label, says the date in it is for.

A sentence is read as grammar: the preposition before the date ("bis zum", "ab", "vom", "am"), and whether its
verbs tell of a duty, of something that lasts, or of the past. What nothing tells is told by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.language import date_cues as cues
from extract.language.other_agreements import (
    HOLDS_SINCE,
    LAST_CHANGED,
    OF_AGREEMENT,
    SIGNING,
    concludes_another,
    concludes_this,
    is_changed,
    is_end_of_another,
    last_clause,
)
from models.agreement import DateRole

# "Ausbildungs- und Arbeitsmarktstrategie" is one thing.
CLAUSE_BEFORE = re.compile(r"[,;]\s|(?<!-\s)\bund\b")
CLAUSE_BEHIND = re.compile(r"[,;:]|(?<!-\s)\b(?:und|sowie)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a sentence before a date and behind it."""

    before: str
    behind: str = ""

    def without_asides(self) -> Said:
        """The same without "ohne dass es einer Kündigung bedarf", and without a day that is not meant."""
        before = cues.NOT_THEN_BUT.sub(" ", cues.WITHOUT.sub(" ", self.before))
        return Said(before, cues.WITHOUT_BEHIND.sub(" ", self.behind))

    def scopes(self) -> Iterator[Said]:
        """The clause around the date, then the whole sentence."""
        yield Said(CLAUSE_BEFORE.split(self.before)[-1], CLAUSE_BEHIND.split(self.behind)[0])
        yield self

    @property
    def clause(self) -> Said:
        return next(self.scopes())

    @property
    def whole(self) -> str:
        return f"{self.before} – {self.behind}"

    @property
    def is_perfect(self) -> bool:
        """Is its verb set in the past, be it to be done or not?"""
        return bool(cues.PERFECT.search(last_clause(self.before)) or cues.PERFECT_BEHIND.match(self.behind))

    @property
    def is_past(self) -> bool:
        """Does it tell of what has been done?"""
        return bool(self.is_perfect and cues.DONE.match(self.behind) and not cues.TO_DO.search(self.behind))

    def tells(self, *told: re.Pattern[str]) -> bool:
        return any(cue.search(self.whole) for cue in told)

    def leads(self, *told: re.Pattern[str]) -> bool:
        """Does one of these stand before the date?"""
        return any(cue.search(self.before) for cue in told)


def role_told(said: Said, amends: bool) -> DateRole | None:
    """The role that its sentence gives a date; None if nothing tells. `amends`: the document changes an
    agreement."""
    said = said.without_asides()
    if said.leads(cues.EFFECT_NOT_BEFORE):
        return "period_start"
    if _is_not_meant(said, amends):
        return "other"
    if role := _taking_effect(said) or _concluding(said, amends):
        return role
    if said.leads(cues.BEFORE_DAY):
        return _before(said.clause)
    if role := _of_label(said):
        return role
    if cues.PLACE_AND_DAY.fullmatch(said.before):
        return None
    if said.leads(cues.COUNTED_ON) and cues.TOLD_ON.match(said.behind):
        return "other"
    if said.leads(cues.DUE):
        return "deadline"
    if said.leads(cues.BY):
        return _by(said)
    if role := _bounding(said):
        return role
    if said.leads(cues.FROM):
        return None if said.leads(cues.PAYMENTS_FROM) else "period_start"
    return _of_paper(said, amends) or _then(said)


def _is_not_meant(said: Said, amends: bool) -> bool:
    """Is it a day of which the sentence says what does not happen, or ends, then?"""
    if said.leads(cues.NOT_BEFORE) or (said.leads(cues.NOTICE_DAY) and said.tells(cues.NOTICE)):
        return True
    declines = said.tells(cues.DECLINES) and not said.clause.tells(cues.RUNS)
    if said.leads(cues.BY) and (said.clause.tells(cues.NOTICE) or declines):
        return True
    if said.leads(cues.IN_PLACE_OF) and cues.TAKES_PLACE.match(said.behind):
        return True
    if said.leads(cues.DID_NOT) and cues.BEGUN.match(said.behind):
        return True
    instead = said.leads(cues.NOT_THEN) and cues.BUT_THEN.match(said.behind)
    if instead or said.leads(cues.GIVES_WAY) or cues.IN_ITS_PLACE.match(said.behind):
        return True
    return is_end_of_something(said) or (not amends and is_end_of_another(said.before, said.behind))


def is_end_of_something(said: Said) -> bool:
    """Is it the first day on which there is no longer what the sentence speaks of?"""
    return said.leads(cues.CEASES_FROM) or (
        said.leads(cues.WITH_EFFECT) and cues.CEASES.match(said.behind) is not None
    )


def _taking_effect(said: Said) -> DateRole | None:
    """What the words behind a date say of something that begins or ends."""
    if cues.TAKES_EFFECT.match(said.behind):
        return "period_start"
    ends = cues.ENDS.match(said.behind) and not said.leads(cues.OF)
    stops = said.leads(cues.STOPS) and cues.STOPPING.match(said.behind)
    if ends or stops or (said.leads(cues.RUNS) and cues.OUT.match(said.behind)):
        return "period_end"
    onward = cues.ONWARD.match(said.behind) and said.leads(cues.OF)
    if said.leads(cues.LASTS_FROM) or (onward and not cues.AN.search(last_clause(said.before))):
        return "reference" if _has_happened(said) else "period_start"
    return None


def _has_happened(said: Said) -> bool:
    """Did on that day happen what the sentence tells, "Mit Wirkung vom 3. Mai ist die Stadt ausgeschieden",
    "Die Stadt ist mit Wirkung vom 3. Mai ausgeschieden"?"""
    verb = cues.LAST_AUXILIARY.search(last_clause(said.before))
    return cues.HAPPENED.match(f" {verb[0]}{said.behind}" if verb else said.behind) is not None


def _concluding(said: Said, amends: bool) -> DateRole | None:
    """The day on which an agreement was concluded: this one, the one that it changes, or some other."""
    around = said.before, said.behind
    if concludes_this(*around, said.is_perfect, amends):
        return "signature"
    if said.leads(OF_AGREEMENT) or concludes_another(*around, said.is_perfect, amends):
        return "amended_agreement" if amends or is_changed(*around) else "reference"
    if amends and (said.leads(SIGNING) or (said.leads(cues.FROM) and HOLDS_SINCE.match(said.behind))):
        return "amended_agreement"
    return "signature" if said.leads(cues.SIGNED) and not said.leads(cues.BY) else None


def _of_label(said: Said) -> DateRole | None:
    """ "Projektstart: …", "Antrag abgeben: …", "Ortstermin: …", "Planung beschlossen: …"."""
    if said.leads(cues.STARTS_LABEL):
        return "period_start"
    if said.leads(cues.ENDS_LABEL):
        return "period_end"
    if said.leads(cues.OCCASION):
        return "other"
    if said.leads(cues.DECIDED):
        return "reference"
    return "deadline" if said.leads(cues.TO_DO_LABEL) else None


def _before(clause: Said) -> DateRole | None:
    """ "vor dem …": something is to be done before that day, or the day only parts earlier from later; either
    may be meant where something "worden ist"."""
    if clause.tells(cues.TO_DO, cues.HANDED, cues.HANDS, cues.ASKED):
        return None if clause.is_past else "deadline"
    return "other"


def _by(said: Said) -> DateRole | None:
    """ "bis zum …": something is to be done until then, or lasts until then."""
    if cues.INCURRED.match(said.behind):
        return "period_end"
    if said.leads(cues.CONDITION) and not said.clause.tells(cues.LASTS):
        return "deadline"
    for scope in said.scopes():
        if scope.is_past:
            return None
        if scope.tells(cues.STAYS):
            return "period_end"
        if scope.tells(cues.TO_DO, cues.HANDED, cues.HANDS):
            return "deadline"
        if cues.LASTS.search(cues.ABOUT.sub("", scope.whole)) or scope.before.endswith("Ablauf des "):
            return "period_end"
    return "deadline"


def _bounding(said: Said) -> DateRole | None:
    """The first of several days, and what ends on a day, or has been since it."""
    asked = (cues.DELIVERS, cues.TO_DO, cues.HANDED, cues.HANDS, cues.MUST, cues.PAID)
    if said.leads(cues.FIRST) and said.tells(*asked):
        return "deadline"
    if said.leads(cues.YEAR_OF_BOOKS):
        return "other"
    if said.leads(cues.ENDS_ON) or (said.leads(cues.TO) and said.tells(cues.BROUGHT_TO_END)):
        return "period_end"
    return "other" if said.leads(cues.SINCE) and not said.tells(cues.IN_EFFECT) else None


def _of_paper(said: Said, amends: bool) -> DateRole | None:
    """The day of a paper, of this one or of another."""
    if cues.MINUTES.match(said.before) and not said.is_perfect:
        return "other"
    if amends and said.leads(LAST_CHANGED):
        return "amended_agreement"
    if said.leads(cues.COUNT_OF_DAY) and cues.COUNTED.match(said.behind):
        return "other"
    if said.leads(cues.APPOSITION, cues.PAPER, cues.STATE_OF, cues.STATE_OF_FIELD):
        return "reference"
    if said.leads(cues.OF_THE_PAPER):
        return "other"
    return "reference" if said.leads(cues.OF) else None


def _then(said: Said) -> DateRole | None:
    """What is said of a day by no more than "nach dem", "zum", "am"."""
    if said.leads(cues.AFTER):
        return "deadline" if said.tells(cues.HANDED) else None
    if said.leads(cues.AS_OF) and not said.tells(cues.TO_DO, cues.HANDED, cues.HANDS, cues.MUST):
        return "other"
    if not said.leads(cues.ON):
        return None
    if said.leads(cues.THE_ON) and cues.ATTRIBUTE.match(said.behind):
        return "reference"
    return "other" if said.leads(cues.MEETING) and not said.is_past else _on(said)


def _on(said: Said) -> DateRole | None:
    """ "am …": something was done then, is to be done, or begins."""
    for scope in said.scopes():
        if scope.is_past and cues.CAME_INTO_BEING.match(scope.behind):
            return "other"
        if scope.is_past or (cues.DONE_ON.match(scope.before) and not scope.behind.strip()):
            return "reference"
        if scope.tells(cues.TO_DO, cues.HANDED, cues.HANDS, cues.MUST, cues.FRIST, cues.PAID):
            return "deadline"
        if scope.tells(cues.BEGINS):
            return "period_start"
        if scope.before.rstrip().casefold().endswith("zum") and scope.tells(cues.DELIVERS):
            return "deadline"
        if scope.tells(cues.PRETERITE):
            return "reference"
    return None


def role_before(text: str) -> DateRole:
    """The role that a text gives the date that follows it; "other" if it says nothing.

    >>> role_before("Frist für den Nachweis: "), role_before("Kassel, den ")
    ('deadline', 'other')
    """
    return role_told(Said(text), amends=False) or "other"
