"""Money that an agreement names and does not grant: rates, payments, money of others and of other years."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from models.german import find_amounts

CLAUSE_END = re.compile(r"(?<!\d)[.;](?:\s|$)")
# Another time: "im Vorjahr", "der Vorperiode", "in den vergangenen drei Jahren".
_EARLIER = (
    r"in\s+der\s+Vergangenheit|[Vv]or(?:jahr|periode|zeitraum|gänger)\w*"
    r"|(?:letzte|vergangene|abgelaufene|vorige|vorherige|vorangegangene|frühere|zurückliegende)[nrs]?\s+(?:\w+\s+)?"
    r"\w*(?:[Jj]ahr|[Pp]eriode|[Zz]eitraum|[Ll]aufzeit)\w*"
)
# A price, a rate or a limit for single cases; money of others; money of another time; an example.
OTHER_CUE = re.compile(
    r"\b(?:\w*[Pp]auschale\w*|\w*(?<![Aa]n)(?<![Ee]in)s[aä]tz(?:e[ns]?|es)?(?=\s+(?:von|in|bis|beträgt|betragen|liegt|ist|sind|zu)\b)"
    r"|(?:Einzel|Stück)preis\w*|\w*[Hh]onorar\w*|\w*[Gg]ebühr\w*|(?!(?:[Gg]esamt|[Jj]ahres)entgelt)\w*[Ee]ntgelt\w*|\w*[Pp]reisgeld\w*|(?<![Ff]ür\s)[Mm]iet\w*|(?<=[Ff]ür\s)[Mm]iet(?!en?\b)\w*|\w*[Gg]eld(?:er)?\s+von"
    r"|(?<!-)(?:[Jj]e|[Pp]ro)\s+(?:(?!auf|und)[a-zäöüß]+e[rsnm]?\s+)?"
    r"(?!(?:\w*[Mm]aßnahme|\w*[Pp]rogramm|\w*[Bb]udget|\w*[Jj]ahr|\w*[Pp]artner|\w*[Kk]reis|Land|Stadt|Partei"
    r"|\w*[Pp]rojekt|Teil(?!n[aeä]hm)|Los|Titel)\w*\b)[A-ZÄÖÜ][a-zäöüß]\w+"
    r"|(?<!-)(?:[Jj]e|[Pp]ro)\s+[A-ZÄÖÜ]\w+\s+und\s+(?:Monat|Woche|Tag|Stunde|Platz|Person|Kopf|Teilnehm\w+)\b"
    r"|(?:monatlich|wöchentlich|täglich|stündlich)(?:\s+\w+){0,3}\W*$"
    r"|(?:im|jeden|pro|je) Einzelfall|[Ee]inmalig\w*|[Vv]ertragsstrafe\w*|[Hh]aftung\w*|[Mm]ahnung\w*"
    r"|\w*[Vv]ersicherung\w*"
    r"|[Zz]u\s+je\s*$|[Ee]igen(?:mittel|anteil|leistung|beteiligung|beitrag)\w*|[Dd]rittmittel\w*|[Ss]pende\w*"
    r"|\b(?:(?:[Uu]mschichtung|[Vv]erschiebung)(?:en)?\b|\w*[Üü]bertragung(?:en)?\s[^.;]*?(?:in|auf)s?\s[^.;]*?[Jj]ahr)[^.;]*\bbis\s+zu(?:r|\s+einer)?(?:\s+(?:Höhe|Summe)\s+von)?\s*$"
    r"|\b(?:[Ee]ntspr\w+|[Ss]ind)\s+(?:\w+\s+){0,2}\d[\d,]*\s?(?:%|Prozent|v\.\s?H\.|vom\s+Hundert)\s+de[rs]\s+(?:[^\W\d_]+\s+){0,4}(?:von|in\s+Höhe\s+von)\s*$"
    r"|\b[Ee]igene[nr]?\s+(?:\w+\s+)?\w*[Mm]itteln?\s+(?:in\s+Höhe\s+)?von"
    r"|[Kk]ofinanzierung\w* von|[Bb]agatell\w*|\w*[Ss]chwelle\w*|(?!\w*[Oo]ber)\w*[Gg]renzen?\b|[Ww]ertes von"
    r"|(?:wenn|sofern|soweit|falls)\b[^.;]*\b(?:mindestens|wenigstens|höchstens|nicht mehr als)\s*$"
    r"|unter(?:halb)? von|unter\s*$|(?:von|über) (?:mehr|weniger) als|[Aa]b einem|[Aa]b\s*$"
    r"|[Gg]esamthaushalt\w*\s+(?:\w+\s+){0,4}(?:liegt|beträgt|umfasst|beläuft\s+sich)\b|[Hh]aushaltsvolumen"
    r"|[Ll]andesweit|[Dd]urchschnitt\w*"
    r"|[Mm]ittelwert\w*|langjährig\w*"
    r"|(?<!\bBad )[Bb]eispiel(?:e[ns]?|s(?:weise)?|haft\w*|rechnung\w*)?\b|z\.\s?B\.)",
)
OTHER_BEHIND = re.compile(
    r"\s*(?:ein(?:zu)?behalten|zurück(?:zu)?fordern|abgezogen"
    r"|(?:(?:ist|sind|wird|werden)\s+)?nicht\s+(?:Gegenstand|Bestandteil|Teil)"
    r"|(?:ist|sind|wird|werden)\s+(?:[^\W\d_]+\s+){0,6}?(?:zu\s+verrechnen|verrechnet)"
    r"|(?:angemeldet|beantragt|erbeten)(?!\s+(?:werden|und\s+(?:bewilligt|gewährt|zugesagt))\b|[^.]*\bin\s+voller\s+Höhe\b)"
    r"|(?:(?:davon|hiervon)\s+)?(?:(?:sind|ist)\s+)?(?:davon\s+)?nicht\s+(?:zuwendungs|förder)fähig"
    r"|komm(?:t|en)\s+von\s+(?:Dritten|anderer\s+Seite|anderen)"
    r"|verf(?:allen|ällt)|je|pro|im Monat|monatlich|täglich|im Quartal|vierteljährlich"
    r"|eines\s+(?:\w+\s+)?\w*[Aa]nteile?s"
    r"|(?:nicht\s+)?(?:über|unter)(?:steig|schreit)(?:t|et|en)"
    r"|(?:an\s+|aus\s+)?eigene[nrs]?\s+(?:\w+\s+)?\w*[Mm]itteln?|Eigen(?:mittel|anteil|leistung|beteiligung|beitrag)\w*)\b"
)
# "bis zu 500 Euro ohne Zustimmung": a limit.
UP_TO = re.compile(r"\b(?:bis\s+zu|höchstens|maximal)\s*$")
WITHOUT_ASKING = re.compile(r"\s*ohne\s+(?:\w+\s+)?(?:Änderung|Zustimmung|Genehmigung|Antrag|Ausschreibung)")
# "Mittel des einen Budgets können bis zu 500 Euro für das andere verwendet werden": how much may be moved.
MAY_BE_MOVED = re.compile(
    r"\b(?:kann|können|darf|dürfen)\s[^.;]*\bbis\s+zu(?:r|\s+einer)?(?:\s+(?:Höhe|Summe)\s+von)?\s*$"
)
MOVED = re.compile(
    r"[^.;]*?(?:\b(?:für|in|auf|zu)\s+(?:ein|das|den|die)\s+(?:jeweils\s+)?andere[ns]?\b"
    r"|\b(?:umgeschichtet|umschichten|umgewidmet|verschoben|verschieben|übertragen)\b)"
)
# "500 Euro, um die sich das Budget vermindert", but "500 Euro, um den Ausbau zu fördern"; "(bis zu 500 Euro)
# können gesondert beantragt werden".
BY_WHICH = re.compile(
    r"\s*,\s+um\s+(?:de[nm]|die|das|welche[nrs]?)\b"
    r"(?![^.;]*\b(?:zu\s+[a-zäöüß]+n|[a-zäöüß]+zu[a-zäöüß]+n)\b)"
)
NOT_YET = re.compile(
    r"\W*(?:kann|können)\s+(?:\w+\s+){0,2}?(?:zusätzlich|gesondert|ergänzend|später)\s+(?:\w+\s+){0,2}?beantragt\b"
    r"|\s*nach(?:zu)?bewillig(?:t|en)\b"
)
# "Sollten Mittel frei werden, können bis zu 500 Euro …": given only in that case.
IN_THAT_CASE = re.compile(
    r"(?:^|[.;]\s)\W*(?:Sollten?|Falls|Wenn|Sofern)\b[^.;]*,\s+(?:kann|können|darf|dürfen)\b[^.;]*\bbis\s+zu\W*(?:weiteren?\W*)?$"
)
# "je Einwohner 2,50 Euro, insgesamt 500 Euro": what it comes to is no rate.
COMES_TO = re.compile(r"[^.;]*\b(?:insgesamt|zusammen|mithin|somit|also|macht|ergibt)\b[^.;\d]*")
# "Je Platz und Monat werden in A 500 Euro, in B 400 Euro anerkannt": rates, all of them.
ALL_RATES = re.compile(
    r"^\W*(?:\(?\d+\)\s*)?(?:Je|Pro)\s+(?:[a-zäöüß]+e[rsnm]?\s+)?"
    r"(?:\w*[Pp]l[aä]tz|\w*[Pp]erson|\w*[Tt]eilneh|\w*[Ss]tund|\w*[Tt]ag|\w*[Mm]onat|\w*[Ff]all|\w*[Ee]inheit|Kopf|Kind)\w*"
)
ADDED_UP = re.compile(r"\b(?:insgesamt|zusammen|mithin|somit|also|[Gg]esamt\w*|[Ss]umme|erg(?:ibt|eben))\b")
# "Zusätzliche Stunden werden mit 58 Euro vergütet".
BY_UNIT = re.compile(
    r"(?:[Ss]tund|[Ff]ahrt|[Ss]itzung|[Ee]inheit|[Ee]insätz|[Tt]ermin|[Tt]ag)en?\s+(?:werden|wird)\s+(?:\w+\s+)?mit\s*$"
)
CHARGED = re.compile(r"\s*(?:vergütet|abgerechnet|berechnet)\b")
# "Je 500 Euro … gewähren eine Stimme".
FOR_EACH = re.compile(r"\b[Jj]e(?:de[rs]?)?\b[^.;]*$")
A_VOTE = re.compile(r"[^.;]*\beine\s+Stimme\b")
# The capital of a company, by those who found it; that of somebody else, or of one that was, is asked for.
CAPITAL = re.compile(r"\b\w*[Ss]tammkapital\b(?P<whose>\s+(?:eine[rs]|de[rs])\s+(?!Gesellschaft\b))?")
FOUNDED = re.compile(r"\bGesellschaft(?:er[ns]?)?\b|\b[Ss]tammkapital\s+(?:beträgt|ist|wird)\b")
# The founders of a company, of whom each has a part of its capital.
TAKES_SHARES = re.compile(
    r"\b\w*(?:Stammeinlage|Geschäftsanteil|Anteil)\w*|\b(?:übernimmt|übernehmen|übernommen)\b", re.IGNORECASE
)
# What was given and not used may be used later, "dürfen … bis zu … übertragen werden", …
UNSPENT = re.compile(
    r"\b[Nn]icht\s+(?:mehr\s+)?(?:verbraucht|verausgabt|verwendet|abgerufen|benötigt|ausgeschöpft|beansprucht)\w*"
    r"\s+\w+\s+(?:dürfen|können|sind|werden|verbleiben|verfallen|fließen)\b"
)
CONDITION = re.compile(r",\s+(?:soweit|sofern|falls|wenn)\b")
BY = re.compile(r"\bum\W*(?:insgesamt|weitere)?\W*$", re.IGNORECASE)
# What parts the old sum from the new one.
CHANGED_BY = re.compile(
    r"\b(?:zusätzlich\w*|weitere[nr]?|mehr|weniger|Mehr(?:betrag|bedarf|mittel|zuweisung)\w*|Minder(?:betrag|ung)\w*"
    r"|Unterschied\w*|Differenz\w*|Zuwachs|\w*(?:Erhöhung|Aufstockung|Kürzung|Anhebung|Absenkung|Reduzierung)\w*)\b",
    re.IGNORECASE,
)
# "zuzüglich nicht verbrauchter Mittel aus dem Vorjahr": of another time, and yet part of what is granted.
ADDED = re.compile(
    r"\b(?:zuzüglich|zzgl|plus|hinzu|zusätzlich|ergänzt|Übertrag\w*|Rest(?:mittel\w*|betrag\w*)?)\b",
    re.IGNORECASE,
)
OF_EARLIER = re.compile(rf"\b(?:{_EARLIER})")
# Behind what names another time, what is given now: "Anders als im Vorjahr beträgt …", not "wurden gewährt".
NOW = re.compile(
    r"\b(?:gewährt|stell(?:t|en)|erhält|erhalten|bewilligt|beträgt|betragen|ste(?:ht|hen)|wird|werden|zahlt|fördert"
    r"|leistet|beläuft|trägt)\b"
)
THEN = re.compile(r"\b(?:wurden?|ha(?:t|ben|tten?)|war(?:en)?)\b")
# "Wie in den vorangegangenen Jahren gewährt …": as before, now; not "Wie im Vorjahr wurden … gewährt".
AS_EARLIER = re.compile(
    rf"\b[Ww]ie\s+(?:(?:auch|schon|bereits|i[nm]|aus|nach|beim?|de[mrns])\s+)*?(?:{_EARLIER})"
    rf"(?!\s*\(|(?:(?!{NOW.pattern})[^.;])*{THEN.pattern})"
)
# It was so: in an agreement that changes none, of money of another time.
WAS = re.compile(
    r"\b(?:betrug(?:en)?|belief(?:en)?|lag(?:en)?|kosteten?|umfassten?|erhielt(?:en)?|flossen)\b"
    r"|\b(?:wurden?|war(?:en)?|ha(?:t|ben|tten?))\b.*\b(?:ausgegeben|verausgabt|verbraucht|abgerufen)\b"
)
# So many words between two amounts say something new of the second.
NEW_WORDS = 3
# Somebody else than the Land gives, "Der Landkreis trägt …", …
GIVES = re.compile(
    r"\b(?:trägt|tragen)\b(?![^.;]*\b(?:Sorge|Verantwortung|Rechnung)\b)|\bbeteilig(?:t|en)\s+sich\b"
    r"|\b[Aa]us\s+(?:(?:de[mnr]|(?:sein|ihr|unser)e[mnr])\s+)?eigene[mnr]\b|\b(?:gib|geb|leg)(?:t|en)\b[^.;]*\b(?:da|hin)zu\b"
    r"|\b(?:übernimmt|übernehmen)\b[^.;]*\b\w*(?:[Kk]osten|[Aa]nteil)\b"
    r"|\bsetz(?:t|en)\b[^.;]*\b(?:eigene|kommunale)[nrs]?\b[^.;]*\bein\b"
    r"|\b(?:steuer[nt]\b[^.;]*\bbei|bring(?:t|en)\b[^.;]*\b(?:ein|auf))\b"
)
SHARE_IT = re.compile(
    r"\b(?:tragen|beteiligen\s+sich|übernehmen|teilen\s+sich|bringen|zahlen)\s+(?:der|die|das)\s[^.;]*$"
)
# … unless what gives is the Land, or what it grants.
_THE_LAND = r"Land(?:es(?!weit|hauptstadt)\w*)?|\w*[Mm]inisteri\w+|H[MS][A-Z]{2,4}|Hessen"
THE_LAND = rf"\b(?:{_THE_LAND})\b"
LAND = rf"\b(?:{_THE_LAND}|Bund(?:es\w*)?|Agentur|Fördergeber\w*)\b"
OF_THE_LAND = re.compile(LAND)
# Who gets it is no grant: "den der Zuwendungsempfänger aus eigenen Mitteln deckt".
_WHO_GETS_IT = r"(?!\w*(?:[Ee]mpfäng|[Nn]ehmer))"
OF_A_GRANT = re.compile(
    rf"\b{_WHO_GETS_IT}(?:Zuwendung|Zuschuss|Förderung)\w*|\b[Gg]ewähr(?:t|en)\s+(?:\w+\s+)?{LAND}|{LAND}\s+gewährt\b"
)
GRANTED = re.compile(rf"{LAND}|\b{_WHO_GETS_IT}(?:Zuwendung|\w*[Bb]udget)\w*")

# What is paid out, and that it is a part of what is granted.
INSTALMENT = re.compile(
    r"\b(?:(?:(?:Halb)?[Jj]ahres|Quartals|(?:Aus)?[Zz]ahlungs|Teil)?[Rr]aten?|\w*[Aa]bschl[aä]g(?:e[ns]?|s\w*)?|\w*[Tt]ranchen?"
    r"|(?:Teil|Rest|Schluss|Voraus|Voran|Anzahl)\w*zahlung(?:en|s\w*)?|Anzahlung(?:en)?)\b"
)
PAYS = re.compile(
    r"\b(?:(?:Aus)?[Zz]ahl(?:ung\w*|t|bar)|(?:aus)?(?:ge|zu)zahl(?:t|en)|[Üü]berw(?:ies|eis)\w*"
    r"|angewiesen|Anweisung|[Ff]ällig\w*|\w*[Aa]bruf\w*|abgerufen)\b"
)
# "Hiervon werden 500 Euro erst nach Vorlage des Berichts freigegeben".
HELD_BACK = re.compile(r"\b(?:frei(?:zu)?ge(?:ge)?ben|gesperrt|einbehalten|zurück(?:ge|be)halten)\b")
PORTION = re.compile(
    r"\b(?:Teilbetr\w+|\w*[Hh]älfte\w*|(?:restliche|verbleibende)\w*|Rest|Viertel|Drittel|Quartal\w*|je)\b"
)
# A heading under which money is only paid out: none that also speaks of how much is granted.
GRANTS = re.compile(r"budget|mittel(?!abruf)|förder|finanz|zuwendung|verteilung|höhe|umfang", re.IGNORECASE)

# What heads a column, or a row, of money that is not granted here.
OWN_SHARE = (
    r"\b[Ee]igen(?:(?:anteil|mittel|leistung|beteiligung|beitrag)\w*|\b)"
    r"|\b[Ee]igene[mnrs]?\s+(?:\w*[Mm]ittel\w*|Haushalt\w*|Beitr[aä]ge?|Anteile?|Leistung(?:en)?)\b"
    r"|\b(?:Dritt(?:mittel|e[rn]?\b)|Ko-?finanz|Komplement)\w*"
)
OWN_MONEY = re.compile(OWN_SHARE)
OF_OTHERS = re.compile(rf"{OWN_SHARE}|\bKommun\w*")
# Beside a column of the Land one of the recipient is what the recipient gives.
OF_RECIPIENT = re.compile(r"\b(?:(?:Land)?[Kk]reis(?:es)?|Stadt|Träger[ns]?)\b")
# "Kofinanzierung des Kreises", "davon kommunale Eigenmittel", but "Werkstatt – Kofinanzierung" is a project.
ROW_OF_OTHERS = re.compile(rf"\W*(?:(?:[a-zäöü]\w*|Anteil|Mittel)\s+){{0,2}}(?:{OWN_SHARE})")
SHARE = re.compile(r"\b(?:Anteil|Beitrag|Mittel|Zuschuss)\b|(?<=kreis)mittel", re.IGNORECASE)
# "gedeckt durch …", "getragen vom …"
_PAID = r"(?:gedeckt|getragen|finanziert|aufgebracht|übernommen|gezahlt)\s+(?:durch|vom|von)\s+"
# What the Land gives of it, and nothing that is only named after it, "Werkstatt Landesgartenschau".
GIVEN_BY_THE_LAND = re.compile(
    r"\W*(?:(?:Erträge|Einnahmen|Einzahlungen)\W+)?(?:(?:\w*[Aa]nteil|\w*[Bb]eitrag|\w*[Zz]uwendung|\w*[Zz]uschuss|\w*[Zz]uweisung|\w*[Ff]örderung|\w*[Mm]ittel"
    r"|Geld|Zusage|\w*[Ff]inanzierung"
    rf"|(?={_PAID})[a-z]+)\s+)?"
    r"(?:(?:vom|von|dem|des|der|durch|das)\s+){0,2}(?:Land(?:es)?(?:\s+Hessen)?|Hessen"
    r"|(?:Hessische[sn]?\s+)?Ministerium\w*(?:\s.*)?|H[MS][A-Z]{2,4}"
    r"|Landes(?:mittel|anteil|beitrag|zuwendung|zuschuss|zuweisung|förderung))"
    r"(?:,?\s+(?:zusammen|(?:ins)?gesamt))?\W*"
)
# Who, or what, may pay the rest.
PAYS_THE_REST = re.compile(
    rf"\W*(?:{_PAID}(?:(?:die|den|der|das)\s+)?)?(?:(?:Land)?[Kk]reis(?:es)?|Stadt|Gemeinden?|Verein|Träger|Kommunen?|Entgelte?|Erlöse|Einnahmen|Spenden"
    r"|Beiträge|(?:Zuschuss|Fehl|Eigen|Rest)bedarf|Unterdeckung)\b"
)
# What all costs, and no kind of costs ("Personalkosten"); or what an account comes to on either side, "Summe
# Mittelherkunft".
_OF_A_SIDE = r"(?:Mittel)?(?:[Hh]erkunft|[Vv]erwendung)"
COSTS_OF_ALL = re.compile(
    rf"\W*(?:Summe\s+(?:der\s+)?{_OF_A_SIDE}|{_OF_A_SIDE}\s+(?:(?:ins)?gesamt|zusammen))\b"
    r"|\W*(?:\w+\s+)?(?:\w*[Gg]esamt)?(?:[Kk]osten|[Aa]usgaben|[Aa]ufw(?:and|endungen)"
    r"|(?:[Ff]inanz|[Ff]inanzierungs|[Mm]ittel)bedarf|[Vv]olumen|[Ff]inanzierung(?:svolumen)?)\b"
)
PAID_OF_IT = re.compile(r"\W*(?:davon|hiervon|darunter|darin)\b", re.IGNORECASE)
# Who pays a part of what all costs, beside the Land and the recipient.
OTHER_GIVER = re.compile(
    r"\b(?:Jobcenters?|(?:Bundes)?[Aa]gentur(?:en)? für Arbeit|Arbeitsagentur|Stiftung(?:en)?|\w*[Kk]ammern?"
    r"|Betriebe?|Unternehmen|Kirchen?|Sponsor(?:en)?|Rentenversicherung|Europäischen? \w*[Ff]onds|ESF|EU)\b"
)
OF_ANOTHER_TIME = re.compile(
    r"\b(?:[Vv]orjahr\w*|Ist\b|[Ee]rgebnis\w*|nachrichtlich\b|Vergleich\w*|verausgabt\b|Abrechnung\b)"
)
# What was asked for, beside a column of what was agreed.
ASKED = re.compile(
    r"\b(?:(?:beantragt|angemeldet|gewünscht|erbeten|Antrag(?!steller|nehmer)|Anmeldung)\w*|Bedarf\b)",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:vereinbart|bewilligt|zugesagt|zugeteilt|anerkannt|gewährt|genehmigt|festgesetzt|zugewiesen"
    r"|Bewilligung|Zusage|Zuteilung|Festsetzung|Zuweisung)\w*",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d{2}(?![\d/]|[.,]\d)")
# "im Jahr 2022", "für das Haushaltsjahr 2022", "in 2022": when, and not the year of some paper.
WHEN = re.compile(
    r"\b(?:[Ii]m|[Ii]n|[Ff]ür|[Aa]us)\s+(?:(?:das|dem|den|die)\s+)?(?:\w*(?:[Jj]ahr|[Bb]udget)\w*\s+)?((?:19|20)\d{2})\b(?![.,]\d)"
)
RATE = re.compile(r"(?<![\w-])(?:[Jj]e|[Pp]ro)\s+(?:[a-zäöüß]+e[rsnm]?\s+)?[A-ZÄÖÜ]\w+")
# What lacks or is owed, and not what is given to make up for it.
# How much of what stands beside it is paid at a time.
AT_A_TIME = re.compile(
    r"\W*(?:davon\s+)?(?:(?:je|pro)\s+(?:Rate|Abschlag|Woche|Monat|Quartal|Vierteljahr|Halbjahr)"
    r"|monatlich|quartalsweise|vierteljährlich|halbjährlich)\b.*",
    re.IGNORECASE,
)
DEFICIT = re.compile(
    r"\b(?:\w*[Ff]ehlb(?:etrag|eträge)\w*|\w*[Dd]efizit\w*|[Vv]erluste?|Schulden(?:stand)?|Verbindlichkeiten)\b"
)
DIFFERENCE = re.compile(
    r"\b(?:Änderung|Veränderung|Differenz|Abweichung|Unterschied|Umschichtung|Erhöhung|Kürzung|Zu-?\s?/\s?Abgang|mehr\W+weniger)\b"
    r"|[+]\s?/\s?[-–−]|±",
    re.IGNORECASE,
)
DEDUCTED = re.compile(
    r"(?:\b(?:abzüglich|abzgl|minus|Abzug|vermindert\s+um|gekürzt\s+um|nicht\s+(?:zuwendungs|förder)fähig\w*)\b|\./\.)",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def speaks_of_another(before: str, after: str) -> bool:
    """Is it money that this agreement does not grant: a rate, a limit, money of others or of other years?"""
    near = _own_of_a_sum(before[-90:])
    cued = OTHER_CUE.search(near) or OTHER_BEHIND.match(after) or BY.search(before)
    return (
        bool(cued)
        or bool(BY_WHICH.match(after) or NOT_YET.match(after) or IN_THAT_CASE.search(before))
        or _is_one_of_rates(before)
        or bool(UP_TO.search(near) and WITHOUT_ASKING.match(after))
        or bool(MAY_BE_MOVED.search(before) and MOVED.match(after))
        or bool(FOR_EACH.search(near) and A_VOTE.match(after))
        or bool(BY_UNIT.search(near) and CHARGED.match(after))
        or _of_unspent(near) == "it"
        or _is_capital_of_others(near, after)
        or (_of_earlier(before) is not None and not is_of_either_time(before))
    )


def _own_of_a_sum(near: str) -> str:
    """The words before an amount; where it is what the one before comes to, those between them, and where
    another clause tells what the Land gives, "Eigenmittel: 500 Euro; das Land gibt", that one."""
    earlier = find_amounts(near)
    between = near[earlier[-1].end :] if earlier else ""
    clause = CLAUSE_END.split(between)[-1]
    if clause != between and OF_THE_LAND.search(clause):
        return clause
    return between if COMES_TO.fullmatch(between) else near


def _is_one_of_rates(before: str) -> bool:
    sentence = CLAUSE_END.split(before)[-1]
    return ALL_RATES.match(sentence) is not None and not ADDED_UP.search(sentence)


def _is_capital_of_others(before: str, after: str) -> bool:
    capital = CAPITAL.search(before)
    return capital is not None and bool(capital["whose"] or not FOUNDED.search(f"{before} {after}"))


def _of_unspent(near: str) -> Literal["it", "perhaps"] | None:
    """Is the sum behind these words what was not used? Perhaps, where another clause has begun; not where one
    tells what is given, or a new sentence has begun."""
    if (cue := UNSPENT.search(near)) is None:
        return None
    between = near[cue.end() :]
    if CLAUSE_END.search(between) or NOW.search(between) or OF_THE_LAND.search(between):
        return None
    elsewhere = between.count(",") % 2 and not CONDITION.search(between)
    return "perhaps" if elsewhere else "it"


def is_of_either_time(before: str) -> bool:
    """Do the words name another time, or what was not used, and go on with what is given now?"""
    if _of_unspent(before[-90:]) == "perhaps":
        return True
    earlier = _of_earlier(before)
    return earlier is not None and NOW.search(earlier) is not None and THEN.search(earlier) is None


def _of_earlier(before: str) -> str | None:
    """What stands between the name of another time and an amount; None if it is not said of the amount."""
    near = AS_EARLIER.sub("", before[-90:])
    amounts = find_amounts(near)
    # "gegenüber dem Vorjahr (650 Euro) angehoben und beträgt 700 Euro"
    anew = bool(amounts) and len(near[amounts[-1].end :].split()) >= NEW_WORDS
    cue = OF_EARLIER.search(near, amounts[-1].end if anew else 0)
    return near[cue.end() :] if cue else None


def given_by_others(said: str) -> bool:
    """Do these words, what a sentence says of one amount, name a giver, and not the Land?"""
    return GIVES.search(said) is not None and GRANTED.search(said) is None


def is_own_share(said: str) -> bool:
    """Do these words call an amount the recipient's own, or that of third parties?"""
    return OWN_MONEY.search(said) is not None


def all_give(said: str) -> bool:
    """Do several share what these words tell of: "tragen der Kreis 500 Euro und …"?"""
    return SHARE_IT.search(said) is not None


def is_carried_over(before: str) -> bool:
    """Money of an earlier year that is added to that of this one."""
    return OF_EARLIER.search(before[-90:]) is not None and ADDED.search(before[-90:]) is not None


def years_told(said: str) -> list[int]:
    """The years for which these words tell of money."""
    return [int(year) for year in WHEN.findall(said)]


def is_instalment(said: str, own: str, heading: str) -> bool:
    """Is an amount one of several payments? `said` are the words before it and those that lead to its list,
    `own` what is said of it on both sides, `heading` is that of its section."""
    if INSTALMENT.search(said) or HELD_BACK.search(own):
        return True
    pays = PAYS.search(f"{said} {own}") or (PAYS.search(heading) and not GRANTS.search(heading))
    return bool(pays and PORTION.search(said))


def foreign_rows(labels: Collection[str], together: bool = False) -> set[str]:
    """Of the labels of rows those of money of others; beside the Land the recipient is one of them, and
    beside the recipient whoever else pays. A county that gives `together` with the Land is none."""
    land = not together and any(OF_THE_LAND.search(label) for label in labels)
    own = {
        label
        for label in labels
        if ROW_OF_OTHERS.match(label)
        or (land and SHARE.search(label) and OF_RECIPIENT.search(label) and not OF_THE_LAND.search(label))
    }
    if any(map(names_costs, labels)):
        own |= {label for label in labels if PAID_OF_IT.match(label) and _is_of_others(label)}
    givers = {label for label in labels if SHARE.search(label) and OTHER_GIVER.search(label)}
    granted = any(OF_THE_LAND.search(label) for label in {*labels} - givers)
    return own | givers if own and granted else own


def _is_of_others(label: str) -> bool:
    """Does a row name who gives, and is none of them the Land: "davon Jobcenter und Dritte"?"""
    gives = OWN_MONEY.search(label) or OTHER_GIVER.search(label)
    return gives is not None and OF_THE_LAND.search(label) is None


def names_costs(label: str) -> bool:
    """Does a row tell what all costs, "Kosten aller Angebote", "voraussichtliche Gesamtausgaben"?"""
    return COSTS_OF_ALL.match(label) is not None


def is_given_by_the_land(label: str) -> bool:
    """Does a row tell what the Land gives?"""
    return GIVEN_BY_THE_LAND.fullmatch(label) is not None


def names_the_rest(label: str) -> bool:
    """Does a row tell what others than the Land give?"""
    return not is_given_by_the_land(label) and any(
        (ROW_OF_OTHERS.match(label), SHARE.search(label), PAYS_THE_REST.match(label))
    )


def columns_of_others(headers: Collection[str], together: bool = False) -> set[str]:
    """Of the headings of columns those of others' money, of another time, of what lacks or is owed, of what
    was only asked for, of what all costs beside one of what is granted for it, and of what is paid at a time
    beside one of what that comes to. A county that gives `together` with the Land is no other."""
    land = not together and any(GRANTED.search(header) for header in headers)
    agreed = any(
        (AGREED.search(header) or GRANTED.search(header)) and not ASKED.search(header) for header in headers
    )
    grants = any(
        (OF_A_GRANT.search(header) or (land and OF_THE_LAND.search(header))) and not names_costs(header)
        for header in headers
    )
    at_a_time = {header for header in headers if AT_A_TIME.fullmatch(header)}
    return {
        header
        for header in headers
        if OF_OTHERS.search(header)
        or (header in at_a_time and len(at_a_time) < len(headers))
        or (grants and names_costs(header))
        or OF_ANOTHER_TIME.search(header)
        or DEFICIT.search(header)
        or (agreed and ASKED.search(header) and not AGREED.search(header))
        or (land and OF_RECIPIENT.search(header) and not GRANTED.search(header))
    }


def columns_of_earlier_years(headers: Collection[str], year: int | None) -> set[str]:
    """Of the headings of columns those of a year before `year`, that of the agreement: if this has a column
    too, they are there to compare."""
    years = {header: int(found[-1]) for header in headers if (found := YEAR.findall(header))}
    if year is None or year not in years.values():
        return set()
    return {header for header, named in years.items() if named < year}
