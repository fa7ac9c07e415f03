"""The words of signature blocks, by class: offices, bodies, labels, deputising, those who do not sign.

A class holds what is said in its place anywhere, in all genders and cases, not what one document says.
"""

from __future__ import annotations

import re
from functools import lru_cache

TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_OFFICES = (
    r"(?:minister(?!i(?:um|en|al))|staatssekretär|landr[aä]t|beigeordnet|bürgermeister|stadtr[aä]t|dezernent|"
    r"kämmerer|präsident|direktor|(?<!gemeinde)vorst[aä]nd|prokurist|schatzmeister|geschäftsführ|leiter|stadtverordnet|bevollmächtigt"
    r"|dirigent|ministerialr[aä]t|regierungsr[aä]t|oberr[aä]t|amtsr[aä]t|senator|vorsteher|kanzler|rektor|dekan"
    r"|referent(?:in)?(?!\w)|sachbearbeiter|amtfrau|amtmann|inspektor|vorsitzende|kassenwart|kassierer"
    r"|schriftführer|rechnungsführer|superintendent|generalvikar)"
)
OFFICE = re.compile(rf"{_OFFICES}\w*", re.IGNORECASE)
# Who holds it, or the organ, and no body called after it: "Dekan", but "Dekanat", "Direktorenkonvent".
HOLDER = re.compile(
    rf"[\w-]*{_OFFICES}(?:e?[nrs]?|(?:er)?(?:[/*:_]-?)?in(?:nen)?|er[ns]|ung|s?(?:mitglied|sprecher|stellvertret)\w*)",
    re.IGNORECASE,
)
# Offices of administration as they are written before a name or below it: "LMR'in", "MinDirig", "Ltd. RD".
ABBREVIATED_OFFICE = re.compile(
    r"(?:(?:Ltd|Erst)\.?\s)?(?:L?Min(?:R|Dir|Dirig)|L?MR|MDgt?|MDirig|RegDir|L?RD|ORR|RR|RegR|OAR|RAR|AmtsR|AR|ROI|RI"
    r"|StS|KVD|KVR|VwD|BauD|BauR|StD|OStR|StR|LRD|OB|Bgm)(?:['’]?in|\(in\))?\.?"
)
# What stands before an office and is part of it: "Leitender Ministerialrat", "Erste Kreisbeigeordnete".
RANK = re.compile(
    r"(?:Erste|Zweite|Dritte|Leitende|Stellvertretende|Hauptamtliche|Ehrenamtliche|Kommissarische|Amtierende"
    r"|Geschäftsführende|Parlamentarische|Ständige|Beamtete|Technische|Kaufmännische|Wissenschaftliche)[rsn]?\b",
    re.IGNORECASE,
)
# The word of a body by which it is known.
BODY = (
    r"(?:\w*[Mm]inisterium\w*|Landkreis\w*|Kreis(?:es|ausschuss\w*)?|(?:\w+-)*\w+-?[Kk]reis(?:es)?|(?:\w*[Ss])tadt"
    r"|Magistrat\w*|Gemeindevorstand\w*|(?:Saarl|L)and(?:es)?|Gemeinde|Freistaat\w*|Regierungspräsidium\w*|(?:Staats|Senats)kanzlei"
    r"|(?:Landes|Bundes)amt\w*|Jobcenter|(?:Bundes)?[Aa]gentur\s+für\s+Arbeit)"
)
LEGAL_FORM = re.compile(
    r"\s(?:g?GmbH|g?AG|mbH|g?UG|eG|KG|AöR|KdöR|e\.\s?[VG]\.|Stiftung|Verein|Verband)(?:\s.*)?$"
)
# What says what stands beside, above or below it: "(Ort, Datum)", "Name in Druckbuchstaben".
_LABEL = re.compile(
    r"Ort|Datum|Tag|Zeitpunkt|Zeitstempel|Vor-|Vorname|(?:Zu|Nach)?namen?|Amt|(?:Amts|Dienst)bezeichnung|Dienststellung|Funktion|Stellung"
    r"|Position|Unterschrift(?:en)?|(?:unter)?zeichne(?:r(?:in)?|nde[rn]?)|(?:Dienst|Amts)?siegel"
    r"|(?:Firmen|Dienst)?stempel|[LS]\.|L\.S\.|Partei|Vertragspartner(?:in)?|Vertragspartei|Beteiligte[rn]?"
    r"|Körperschaft|Organisation|(?:Dienst)?stelle|Behörde|Person|(?:\w+s)berechtigte[rn]?|für|als|vertreten|durch"
    r"|(?:unter|ge)zeichnet|unterschrieben|wer|wo|wann",
    re.IGNORECASE,
)
_BESIDE_LABELS = re.compile(
    r"und|oder|bzw\.|in|de[rs]|die|mit|durch|Druckbuchstaben|Druckschrift|Blockschrift|leserlich"
    r"|rechtsverbindliche|eigenhändige|lfd\.|Nr\.|-",
    re.IGNORECASE,
)
_LABELLED = (
    r"(?:(?P<place>Ort(?:\s*(?:,|und|/)\s*(?:Datum|Tag))?|Datum|Tag)"
    r"|(?P<name>(?:Vor- und (?:Nach|Zu)?name|Vor- und Name|Namen?)(?:\s+(?:in|\()[^:]{1,30})?)"
    r"|(?P<office>Amt|Funktion|Dienststellung|(?:Amts|Dienst)bezeichnung|Stellung)"
    r"|(?P<organisation>[Ff]ür|Organisation|Dienststelle|Körperschaft|(?:Vertrags)?(?:[Pp]artei|[Pp]artner(?:in)?)|Behörde)"
    r"|(?P<ink>Unterschrift(?:en)?|(?:Dienst)?[Ss]iegel|Stempel))\s*"
)
LABEL = re.compile(rf"{_LABELLED}:\s*")
"""Before what it labels, in one line."""
LABEL_ALONE = re.compile(rf"{_LABELLED}:?")
"""At the head of a line of a form; what it labels stands beside it."""
ANY_LABEL = (
    r"[A-ZÄÖÜ][\w-]*(?:\s+(?!(?:am|den|dem)\b)[a-zäöüß]+|\s+(?:de[rs]\s)[A-ZÄÖÜ]\w+)?(?:\s+am)?\s*:\s*"
)
"""A word before a colon says what stands behind it, whatever it is: "Zeitpunkt:", "Freigegeben durch:"."""
# That somebody stands in for another, and for whom.
DEPUTISING = re.compile(
    r"(?:[ij]\.\s?Vm?\.?(?!\w)|i\.\s?A\.?(?!\w)|In\s+Vertretung|Im\s+Auftrage?(?!\w)|In\s+Vollmacht"
    r"|pp(?:a|\.\s?a)\.|per\s+procura):?",
    re.IGNORECASE,
)
# Below the office of somebody who acts through another: "Der Minister" "vertreten durch den Staatssekretär".
ACTS_THROUGH = re.compile(r"(?:diese[rs]?\s+)?vertreten\s+durch\s+(?P<article>den|die)\s+", re.IGNORECASE)
# Where the office of that other stands in the next line.
THROUGH = re.compile(r"(?:diese[rs]?\s+)?vertreten\s+durch\b", re.IGNORECASE)
INSTEAD_OF = re.compile(r"\s*(?:des|der|von|für\s+(?:den|die|das))\s+", re.IGNORECASE)
ELECTRONIC = re.compile(
    r"(?:(?:qualifiziert\s+)?(?:digital|elektronisch)\s+)?(?:unterschrieben|unterzeichnet|signiert)\s*(?:von|durch|:)"
    r"|(?:qualifiziert\s+)?(?:digital|elektronisch)\s+(?:unterschrieben|unterzeichnet|signiert|gezeichnet)(?!\w)",
    re.IGNORECASE,
)
# Where a seal was set, behind a name or an organisation: "(L. S.)" is the place of the seal.
SEALED = re.compile(r"(?<=\S)\s*\((?:L\.\s?S\.|(?:Dienst|Amts)?[Ss]iegel)\)")
# That a document was signed: "Geschehen zu Kassel am …".
EXECUTED = re.compile(
    r"\b(?:(?:ab)?geschlossen|vereinbart|(?:unter|ge)zeichnet|unterschrieben|(?:aus)?gefertigt|geschehen|verhandelt|errichtet"
    r"|vollzogen)\b",
    re.IGNORECASE,
)
# That somebody signs, as a sentence says it: "Für den Landkreis Fulda unterschreibt in Fulda am …"
SIGNS = r"(?:(?:unter)?zeichne(?:t|n|te|ten)|unterschr(?:eib(?:t|en)|ieb(?:en)?))"
# What may stand in the name of a party in small letters; a sentence "Für die Werkstatt stellt …" has a verb.
SMALL_WORD = r"(?:für|und|de[srmn]|die|das|am|an|i[mn]|zur?|vo[nr]|vertreten|durch|e\.V\.|[advbioe]\.)"
# How to reach those who sign, and where: "Wörthstraße 15", "36037 Fulda".
CONTACT = re.compile(
    r"\S+@\S+|(?:Tel(?:efon|efax)?|Fax|E-?Mail|Internet|Postfach)\b.*|(?:https?:|www\.).*"
    r"|[^\W\d_][^\d,:;]*(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ring|ufer|damm|wall)\s+\d{1,4}\s?[a-z]?"
    r"(?:\s?[-–/+]\s?\d{1,4}\s?[a-z]?)?|(?:D-)?\d{5}\s+[^\W\d_][^\d,:;]*",
    re.IGNORECASE,
)
# The number under which the document lists those who sign: "Zu 1. – für den Kreis …", "b) für die Stadt …",
# "Unterschrift zu 2.: Kreis …", but "1. Kreisbeigeordneter", and the day of a date, are none.
COUNTED = re.compile(
    r"(?:zu\s+(?:Nr\.\s*|Ziff(?:er|\.)\s*)?)?\(?(?:\d{1,2}|[a-h]|[IVX]{1,4})(?:[.:]?\)[.:]?|[.:]{1,2})\s*(?:[–—-]\s*)?"
    r"(?=(?:für|namens|im\s+Namen|seitens)\s+(?:das|den|die|des|der)\s)"
    r"|Unterschrift(?:en)?\s+zu\s+(?:Nr\.\s*)?\(?(?:\d{1,2}|[a-h]|[IVX]{1,4})[.)]{0,2}\s*:\s*(?=\S)",
    re.IGNORECASE,
)
# What heads the signatures of those who certify, witness, receive or take notice.
OTHERS = re.compile(
    r"(?:Für\s+die\s+(?:Richtigkeit|Übereinstimmung)|.*\bBeglaubig(?:t|ung)\b"
    # … but not the parties, "Gelesen und genehmigt", and not the text above, of which the last line goes on:
    # "… genehmigt. Sie tritt am 1. Mai in Kraft."
    r"|(?!.*gelesen\b).*\bgenehmigt\b(?!.*[.;]\s+(?:Er|Sie|Es|Der|Die|Das|Dies\w*)\s)"
    r"|Die\s+(?:Übereinstimmung|Richtigkeit)\b|(?:Als\s+)?Zeug(?:e|en|in|innen)\b|In\s+Anwesenheit"
    r"|(?:Zur\s+)?Kenntnis\s*(?:genommen|nahme)?\b|Nachrichtlich\b|(?:Gegenzeichnung|Sichtvermerk|Freigabe)\s+(?:d(?:er|es|urch)\s+)?(?:d(?:ie|as|en)\s+)?"
    r"(?:\w*kämmerei|Rechts(?:amt|abteilung)|Justi[tz]iariat|Revision|Rechnungsprüfung|Personalrat)|Mit(?:ge)?zeichnung|Eingegangen\b|Eing(?:ang|\.)"
    r"|(?:\w+\s+)?(?:Bekanntmachung|Genehmigung)(?:svermerk)?\s*:?$|.*\bNotar(?:in)?\W*$|Posteingang|(?:\w+\s+){0,4}?geprüft\b|Sachlich\b|Rechnerisch\b|Verteiler\b)",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:Dr|Prof|Dipl|Ing|jur|med|phil|rer|nat|pol|h|c|hc|M|A|B|Sc|LL|MdL|MdB|a|D|habil|oec|Mag|iur|Univ"
    r"|mult|em|soc)"
)
# "Dr.", "Dipl.-Ing.", and without blanks "Dr.h.c."
TITLE = re.compile(rf"(?:{_DEGREE}\.)*{_DEGREE}\.?(?:-\w+\.?)*\.?,?")
NOT_A_NAME = re.compile(
    r"(?:Landkreis\w*|Kreis\w*|\w+kreis(?:es)?|Stadt\w*|Landeshauptstadt|Wissenschaftsstadt|Land|Landes|Hessen|Hessische\w*|\w*[Mm]inisterium\w*|Magistrat\w*"
    r"|Der|Die|Das|Für|Fir|Im|In|Ort|Datum|Siegel|Dienstsiegel|Unterschrift\w*|Stempel|Gemeinde\w*|Regierungs\w+|Jugend|Soziales|Arbeit|Integration|Familie|Gesundheit"
    r"|Vertretung|Auftrag|gez|Anlage\w*|Seite|Abteilung\w*|Dezernat\w*|Fachbereich\w*|Amt|Jobcenter|Vorsitzende\w*|Name|Funktion|Namens|Zielvereinbarung\w*|GmbH|AG|e\.V\."
    r"|(?:[Qq]ualifizierte?|[Ee]lektronisch|[Dd]igital|[Ss]igniert|[Ss]ignatur)\w*)\b"
)


def is_label(text: str) -> bool:
    """Is it the heading of a column to fill in, or what stands in brackets under a line to write on?"""
    words = re.findall(r"[^\s,/()&:+]+", text)
    known = [_LABEL.fullmatch(word) or _BESIDE_LABELS.fullmatch(word) for word in words]
    return all(known) and any(map(_LABEL.fullmatch, words))


def without_capitals(text: str) -> str:
    """Words in capitals as they are usually written: "STADT" → "Stadt"; degrees and "II" stay."""
    return re.sub(r"\b[A-ZÄÖÜ]{3,}\b", lambda word: word[0].capitalize(), text)


@lru_cache(maxsize=4096)
def names_a_body(text: str) -> bool:
    plain = without_capitals(text)
    return any(words.search(plain) for words in (NOT_A_NAME, OFFICE, RANK))
