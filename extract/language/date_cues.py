"""What a sentence, or a label, says the date in it is for.

A sentence is read as grammar: the preposition before the date ("bis zum", "ab", "vom", "am"), and whether its
verbs tell of a duty, of something that lasts, or of the past. What nothing tells is told by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.language.other_agreements import concludes_another, concludes_this, last_clause
from models.agreement import DateRole

SOME = r"(?:[^\W\d_][\w.-]*\W+)"
"""A word between two others."""

# Prepositions.
BY = re.compile(
    rf"\b(?:bis|\w*spätestens|späteste[rns]?\s+\w+|letztm(?:als|alig)|nicht\s+später\s+als|längstens)\W+{SOME}{{0,3}}$"
    r"(?<!\bvom\s)|\bAblauf\s+de[sr]\W+$",
    re.IGNORECASE,
)
ON = re.compile(r"\b(?:am|zum|dem)\W*$", re.IGNORECASE)
AFTER = re.compile(r"\bnach\s+dem\W*$", re.IGNORECASE)
FROM = re.compile(
    rf"\b(?:ab|seit|von)\s+(?:de[mn]\s+|\w+tag,\s+dem\s+)?$"
    rf"|\b(?:in\s+Kraft|wirksam|Wirkung|rückwirkend|beginnt|beginnen|startet|\w*beginn)\W+{SOME}{{0,4}}$",
    re.IGNORECASE,
)
TO = re.compile(r"\b(?:zum|mit\s+Ablauf\s+des)\W+$", re.IGNORECASE)
BROUGHT_TO_END = re.compile(
    r"\b(?:aufgehoben|aufgelöst|beendet|beenden)\b|\b(?:heb|lös)(?:t|en)\b[^;]*\bauf\W*$"
)
# "Das Projekt entfällt mit Wirkung vom 3. Mai", "wird ab dem 3. Mai nicht mehr gefördert": nothing begins.
_WITH_EFFECT = r"\b(?:Wirkung\s+(?:vom|zum|ab)|ab)(?:\s+dem)?\W+$"
WITH_EFFECT = re.compile(_WITH_EFFECT)
CEASES_FROM = re.compile(
    r"\b(?:entf[aä]ll(?:t|en)|erlischt|erlöschen|(?:fällt|fallen)\s+weg|scheide[nt]\b[^,;:]*\baus)\b"
    rf"[^,;:]{{0,40}}{_WITH_EFFECT}"
)
CEASES = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,4}?(?:eingestellt|aufgegeben|gestrichen|herausgenommen"
    r"|nicht\s+(?:mehr|weiter|länger)\s+(?:[^\W\d_]+\s+){0,3}?\w*(?:gefördert|geführt|finanziert|betrieben))\b"
)
ONWARD = re.compile(r"\s+an\b(?!\s+(?:de[nrmi]|das|die|ein))")
# "Ausgaben, die bis zum 3. Mai angefallen sind"
INCURRED = re.compile(r"\s*(?:tatsächlich\s+)?(?:angefallen|anfallen|entstanden|entstehen|geleistet)\b")
# Verbs to which "an" belongs: "knüpft an die Strategie vom 3. Mai an".
AN = re.compile(
    r"\b(?:(?:knüpf|schließ|lehn|pass|gleich|erkenn|häng|wende|zeig|füg)(?:t|en|n)|nimmt|nehmen|gibt|geben)\b"
)
# "endet, ohne dass es einer Kündigung bedarf, am 3. Mai"; and behind a day, where a sentence may end so.
WITHOUT = re.compile(r",\s+ohne\b[^,;.]*,")
WITHOUT_BEHIND = re.compile(rf"{WITHOUT.pattern}?")
# "(bisher: 30. Juni 2025)", "statt am 30. Juni 2025": the day that another one takes the place of.
GIVES_WAY = re.compile(
    r"\b(?:bisher|bislang|vormals|(?:an)?statt|anstelle)\b\W*(?:(?:bis|am|zum|vom|ab|auf|de[rsmn]|bisher)\s+){0,3}$",
    re.IGNORECASE,
)
# "nicht bis zum 3. Mai, sondern bis zum 4. Juni", but "nicht nur zum 3. Mai, sondern auch …"; "wird das Datum
# 3. Mai durch das Datum 4. Juni ersetzt".
_NOT = r"\bnicht\b(?!\s+(?:nur|allein|bloß)\b)"
NOT_THEN = re.compile(rf"{_NOT}[^,;:]{{0,40}}\b(?:am|zum|mit|vom|ab|de[rsm])\W*$", re.IGNORECASE)
BUT_THEN = re.compile(r"[^,;:]{0,40},\s+sondern\b")
NOT_THEN_BUT = re.compile(rf"{_NOT}[^,;:]{{0,60}},\s+sondern\b(?=[^,;:]{{0,40}}$)")
IN_ITS_PLACE = re.compile(r"\W*durch\s+(?:das\s+Datum|die\s+(?:Angabe|Wörter|Worte)|den\s+(?:Tag|Termin))\b")
OF = re.compile(r"\b(?:vom|v\.|Fassung|datiert\w*(?:\s+auf\s+den)?)\W*$", re.IGNORECASE)

# A duty: "ist vorzulegen", "muss vorliegen", "wird fällig", "reicht … ein".
TO_DO = re.compile(
    r"\b(?:zu\s+(?!beachten|entnehmen|finden|de[nr]\b|(?:ein|all|dies|ihr|sein|unser)\w*\b)[a-zäöüß]+e?n\b(?!\s+[A-ZÄÖÜ])"
    r"|(?!anzuwenden)[a-zäöüß]{2,}zu[a-zäöüß]{3,}n\b)|^\W*[A-ZÄÖÜ][a-zäöüß]+zu[a-zäöüß]{3,}n\b"
)
HANDED = re.compile(
    r"\b(?:(?:ein|vor|ab|mit|bei|nach|hoch)?ge(?:reicht|legt|rechnet|geben|teilt|bracht|wiesen|zeigt|meldet|rufen"
    r"|sandt|schickt|führt|stellt|laden)|eingehen|eingegangen|vorliegen|übersandt|übermittelt|berichtet|zugeleitet)\b"
)
ASKED = re.compile(r"\b(?:angemeldet|angezeigt|beantragt)\b")
HANDS = re.compile(
    r"\b(?:reich|leg|geh|lieg|rechne|weis|gib|geb|teil|zeig|ruf|führ|leite|stell)(?:t|en|n)\b"
    r"[^;:]*\b(?:ein|vor|ab|zu|nach|mit|fertig)\b\W*$"
)
DELIVERS = re.compile(
    r"\b(?:berichte[tn]|übermittel[tn]|übersende[tn]|erstatte[tn]|melde[tn]|erhält|erhalten|bekomm(?:t|en)|folg(?:t|en)(?!\s+aus\b)|erwartet|leg(?:t|en)"
    r"|rechne[tn]|weis(?:t|en))\b"
)
MUST = re.compile(r"\b(?:muss|müssen|sollt?e?n?|bitten?|[Ff]ällig\w*)\b")
FRIST = re.compile(r"\b(?:Frist|\w+(?<!be)frist)\b")
# What is to be done by a day, as a noun: "Frist für den Nachweis: …", "Verwendungsnachweis: …".
DUE = re.compile(
    rf"\b(?:\w*(?<!be)frist|\w*termin|(?<!zum )\w*stichtag|letzter\s+Tag|\w{{3,}}(?:(?<!b)e|s)schluss"
    rf"|Abgabe(?!n?(?:ordnung|gesetz|pflicht|satzung))|Vorlage|Einreichung|fällig(?:keit)?)\w*\W+{SOME}{{0,7}}$"
    r"|\w(?:nachweis|bericht|rechnung|abruf|meldung)\w{0,2}(?:\s+\([^)]+\))?"
    # … and to whom: "Verwendungsnachweis bei der Bewilligungsstelle", "Sachbericht an: Landratsamt Muster".
    r"(?:\s+(?:beim?|an):?\s+(?:(?:de[mnr]|die|das)\s+)?\w{4,}(?:\s+(?-i:[A-ZÄÖÜ])[\w-]+)?)?\s*:?\s*$",
    re.IGNORECASE,
)
# Where somebody signs, whatever the name of the place begins with: "Vorlagenrod, den 3. Mai 2023"; but
# "Vorlage des Nachweises, den 8. März 2023".
PLACE_AND_DAY = re.compile(
    r"\W*(?i:(?!\w*(?:frist|termin|stichtag|nachweis|bericht|abgabe|vorlage|einreichung|abruf|ende|beginn)\b))"
    r"[A-ZÄÖÜ][\w-]+(?:[ .](?!bis\b)[\w.()-]+){0,4},\s+den\s*"
)
BEFORE_DAY = re.compile(r"\bvor\s+dem\W*$", re.IGNORECASE)
# The first of several days: "jeweils zum Quartalsende, erstmals zum 30. Juni".
FIRST = re.compile(r"\berstmal(?:s|ig)\s+(?:zum|am)\W*$")
# What happens unless something is done before: "Wird bis zum 3. Mai nichts verlangt, …", "Falls bis zum …".
CONDITION = re.compile(
    r"(?:^\W*(?:Wird|Werden|Wurden?|Erfolgt|Erfolgen|Liegt|Liegen|Geht|Gehen|Kommt|Kommen|Ist|Sind|Hat|Haben|Sollten?)"
    r"|\b(?:[Ww]enn|[Ss]ofern|[Ff]alls|[Ss]oweit))\b[^,;:]*$"
)
# "Laufzeitende", but "der abschließende Nachweis", "Studierende".
_END = (
    r"(?:\w*(?:jahre?s|monats|quartals|semester|zeit|raums|projekt|maßnahmen?|förder(?:ungs)?|programm|vertrags"
    r"|ausbildungs|kurs))?ende"
)
# What lasts.
LASTS = re.compile(
    r"\b(?:gilt|gelten|gültig|Geltung\w*|Gültigkeit\w*|läuft|laufen|\w*laufzeit\w*|befriste\w+|\w*verlänger\w+|Bestand"
    r"|besteh(?:t|en)|\w*dauer|dauer[nt]|währ(?:t|en)|\w*zeitraum\w*|fortgeführt|fortgesetzt|erstreck(?:t|en)"
    rf"|reich(?:t|en)|endet|enden|{_END}|gefördert|zur\s+Verfügung|bleib(?:t|en)|außer\s+Kraft)\b",
    re.IGNORECASE,
)
# Years of books and of schools begin and end without any agreement: "das erste Geschäftsjahr endet am".
YEAR_OF_BOOKS = re.compile(
    r"\b(?:das|jedes|ein|dieses)\s+(?:[a-zäöüß]+\s+)?"
    r"\w*(?:geschäfts|wirtschafts|rechnungs|haushalts|schul|kindergarten)jahr\b[^,;]*\b(?:beginnt|endet|läuft)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
# "unterhält seit dem 3. Mai eine Stelle": how long there has been what the sentence speaks of.
SINCE = re.compile(r"\bseit\s+(?:de[mn]\s+)?$", re.IGNORECASE)
IN_EFFECT = re.compile(
    r"\b(?:gilt|gelten|läuft|laufen|gefördert|fördert|Laufzeit|Geltung\w*|gültig|in\s+Kraft|wirksam|befristet"
    r"|besteht|bereit|zur\s+Verfügung)\b"
)
# What somebody decides, or speaks about: "Über eine Verlängerung verständigen sich …".
ABOUT = re.compile(
    r"\b[Üü]ber\s+(?:\w+\s+){0,3}?\w*(?:[Vv]erlänger|[Ff]ortsetz|[Ff]ortführ|[Ll]aufzeit|[Dd]auer\b)\w*"
)
LASTS_FROM = re.compile(
    r"\b(?:(?:gilt|gelten|läuft|laufen|Wirkung)|\w*(?:zeit|zeitraum|dauer)"
    r"(?:\s+(?:ist|reicht|geht|läuft|umfasst|dauert|erstreckt\s+sich)(?:\s+die\s+Zeit)?)?)\s*:?\s+vom\W*$",
    re.IGNORECASE,
)
# A label right before the day, whatever heads its column: "Projektstart: 1.1.2024".
_SPAN = r"\b(?:Projekt|Maßnahmen?|Laufzeit|Förder(?:ung)?|Vorhabens?|Programm)"
STARTS_LABEL = re.compile(rf"{_SPAN}(?:start|beginn|anfang)\s*:?\s*$")
ENDS_LABEL = re.compile(rf"{_SPAN}ende\s*:?\s*$")
# "Antrag abgeben:" what a calendar tells to do; but "Antrag abgegeben:", "Konzept vorhanden:".
TO_DO_LABEL = re.compile(
    r"(?:^|\|)\W*(?:[^\W\d_][\w-]*\s+){1,6}?(?!vorhanden)"
    r"(?:(?:ab|an|auf|aus|ein|vor|nach|zurück|mit|weiter)(?!ge(?!ben\b|hen\b))[a-zäöü]{3,}"
    r"|(?:stell|meld|send|zahl|prüf|beantrag|erstatt|übersend|übermittel|liefer|führ|bericht)e?)n\s*:\s*$"
)
ENDS_ON = re.compile(
    rf"\b(?:endet|enden|erlischt|erlöschen|schließt|{_END}|außer\s+Kraft)\W+{SOME}{{0,4}}$", re.IGNORECASE
)
TAKES_EFFECT = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?(?:in\s+Kraft|wirksam)\b", re.IGNORECASE)
ENDS = re.compile(
    r"\s*(?!und\b|sowie\b)(?:[^\W\d_]+\s+){0,3}?(?:außer\s+Kraft|endet(?!\s+die\s+\w*[Ff]rist)|nicht\s+mehr"
    r"|(?:ihre|seine)\s+(?:Gültigkeit|Geltung|Wirkung)\b)"
)
RUNS, OUT = re.compile(r"\b(?:läuft|laufen)\b"), re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}?aus\b")
# What is to be done all the time, "muss offenstehen", "ist vorzuhalten", lasts.
STAYS = re.compile(
    r"\b(?:offen|vor|bereit|aufrecht|instand|frei)(?:zu|ge)?(?:halten|steh(?:en|t))\b|\bzugänglich\b(?!\s+(?:zu\s+|ge)?mach)|\bgeöffnet\b"
    r"|\b(?:genutzt|betrieben|(?:zu\s+)?(?:nutzen|betreiben))\b"
    # "Zweckbindung", "Belegungsbindung", but "Verbindung", "Anbindung".
    r"|\b(?!\w*(?:[Vv]er|[Aa]n|[Ee]in)bindung)\w*[Bb]indung\b"
)
# When a payment is made.
PAID = re.compile(
    r"\b(?:zahlbar|(?:[Aa]us|[Aa]n)?[Gg]ezahlt|zahl(?:t|en)|[Üü]berw(?:iesen|eist|eisen)|angewiesen"
    r"|\w*(?:[Rr]aten?|[Aa]bschl[aä]ge?|[Aa]uszahlung(?:en)?|[Zz]ahlung(?:en)?))\b"
)
BEGINS = re.compile(
    r"\b(?:beginn(?:en|t)|starte[nt]|aufgenommen|an(?:ge)?laufen|errichte[nt]|gründe[nt]|gegründet|bilde[nt]|gebildet"
    r"|eröffne[nt]|eingerichtet|Anfang|übernehmen|übernimmt|übertragen)\b"
)

# The past.
PARTICIPLE = r"(?:\w*ge|be|er|ver|ent|über|unter)[a-zäöüß]{2,}(?:t|en)"
PERFECT = re.compile(r"\b(?:wurden?|hat|haben|hatten?|war|waren)\b")
# "am 3. Mai wurde … beschlossen", "das am 3. Mai vorgelegt wurde", "… beschlossen worden ist"
PERFECT_BEHIND = re.compile(
    r"\s*(?:(?:[^;:,.]|(?<=\d)\.(?=\d))*?\b[a-zäöüß]+(?:t|en)\s+)?(?:wurden?|worden|hat|haben|hatten?|war|waren)\b"
)
DONE = re.compile(rf"[^;:]*?\b{PARTICIPLE}\b(?!\s+(?:werden|sein|haben)\b)")
# "Mit Wirkung vom 1. Mai ist … ausgeschieden", "wurde … übertragen": it happened then.
HAPPENED = re.compile(
    r"\s*(?:(?:ist|sind)\b[^;:.]*\b(?:\w*ge(?:worden|treten|gangen|schieden|wechselt|laufen)|entstanden|hervorgegangen)\b"
    r"|(?:wurden?|ha(?:t|ben))\b(?![^;:.]*\b(?:vereinbart|verlängert|\w*geschlossen)\b)"
    rf"[^;:.]*\b{PARTICIPLE}\b)"
)
LAST_AUXILIARY = re.compile(r"\b(?:ist|sind|wurden?|hat|haben)\b(?!.*\b(?:ist|sind|wurden?|hat|haben)\b)")
# How things stood on a day.
AS_OF = re.compile(r"\bzum\s+\w*stichtag\W*$", re.IGNORECASE)
# A label: "Bedarf angemeldet am".
DONE_ON = re.compile(rf"\W*(?:[^\W\d_]+\s+){{0,3}}{PARTICIPLE}\s+am\W*$")
# What there has been since that day refers to no paper of it.
CAME_INTO_BEING = re.compile(
    r"[^;:]*?\b(?:eröffnet|gegründet|eingeweiht|geboren|ins\s+Leben\s+gerufen|in\s+Betrieb\s+(?:genommen|gegangen))\b"
)
PRETERITE = re.compile(
    r"\b(?:war|fand|ging|lag|kam|trat|trafe?|tagte|beschloss|beriet|erließ|hielt|stimmte|billigte|genehmigte"
    r"|verabschiedete|einigte|erteilte|bewilligte|beantragte|reichte|legte|übersandte|informierte|meldete|berichtete"
    r"|bestätigte|erklärte)(?:e?n)?\b"
)
APPOSITION = re.compile(
    rf"[,(]\s*(?:\w+\s+){{0,4}}?{PARTICIPLE}\s+(?:am|zum)\W*$|\b[Zz]uletzt\s+\w+\s*(?:am|:)\W*$"
)
PAPER = re.compile(
    r"(?:antrag|beschluss|bescheid|schreiben|erlass|sitzung|gespräch|besprechung|anhörung|konferenz|angebot)\w*"
    rf"\W+(?:(?!ist\b|sind\b|wird\b|findet\b){SOME}){{0,3}}(?:am|vom|v\.)\W*$",
    re.IGNORECASE,
)
# The meeting that the paper itself tells of: "Niederschrift über die Besprechung am 3. Mai".
MINUTES = re.compile(
    rf"^\W*(?:\w*niederschrift|\w*protokoll|\w*vermerk|niedergelegt|aufgezeichnet)\s+{SOME}{{0,3}}"
    r"\b\w*(?:verhandlung|besprechung|sitzung|gespräch|unterredung|beratung|treffen|termin)(?:e?s|en|e)?"
    rf"\W+{SOME}{{0,3}}(?:am|vom|v\.)\W*$",
    re.IGNORECASE,
)
# "die am 3. Mai geschlossene Vereinbarung, zuletzt geändert am 4. Juni"
LAST_CHANGED = re.compile(
    r"\b\w*(?:vereinbarung|vertrag\w*|abkommens?)\b[^.;:]{0,60}(?:[,(]\s*(?:(?:die|der|das)\s+)?"
    r"(?:zuletzt\s+(?:\w+\s+)?)?(?:geändert|ergänzt|fortgeschrieben|verlängert|angepasst)\s+(?:am|durch)"
    r"|\bin\s+der\s+Fassung\s+(?:de[rs]|vom))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
STATE_OF = re.compile(
    r"(?:[(,]|\b(?:mit|nach\s+dem|zum|im))\s*(?:Stand|Fassung):?\s+(?:vom\s+)?$|\bStand\s+de[rs]\s+(?:[a-zäöüß]+\s+)?\w+\W*$"
)
# "Arbeitsmarktstrategie: Stand", the field of a form; not the state of this paper: "Vordruck, Stand".
STATE_OF_FIELD = re.compile(
    r"^\W*(?!(?:Letzter|Aktueller|Neuester|\w*(?:[Vv]ordruck|[Ff]ormular|[Dd]okument|[Ff]assung|[Vv]ersion|[Vv]ereinbarung"
    r"|[Vv]ertrag|[Dd]ruck|[Dd]atei|[Ee]ntwurf|[Mm]uster|[Bb]earbeitung))\b)[A-ZÄÖÜ][\w-]{3,}(?:\s[\w-]+){0,3}[,:]?\s+"
    r"Stand:?\s+(?:vom\s+)?$"
)

# "die am 3. Mai beschlossene Strategie"
THE_ON = re.compile(r"\b[Dd](?:ie|er|as|en|em|es)\s+(?:(?:vo[mn]|durch)\s+(?:\w+\s+){1,3}|\w+\s+)?am\W*$")
ATTRIBUTE = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?\w*{PARTICIPLE}e[mnrs]?\s+(?:\w+\s+)?[A-ZÄÖÜ]")

# "Abschlagszahlungen erfolgen frühestens ab dem 3. Mai": money is paid then, and nothing begins.
PAYMENTS_FROM = re.compile(
    r"\b(?:\w*[Zz]ahlung(?:en)?|\w*[Rr]aten?|\w*[Aa]bschl[aä]ge?)\s+(?:erfolg\w+|wird|werden|beginn\w+)\b[^;:]*$"
)

# The paper itself: when it was printed or sent, when it came in.
_PAPER = (
    r"(?:\w*datum(?:\s+de[rs]\s+\w+)?|Stand|\w*druck|\w*gedruckt|erstellt|Entwurf|Version|\w*fassung|\w*eingang(?:s\w+)?"
    r"|\w*eingegangen)"
)
# What is done with the paper itself. Behind a colon a version may be that of a rule: "Es gilt der Text der
# Richtlinie: Fassung vom".
_PRINTED_OR_RECEIVED = r"(?:\w*druck|\w*gedruckt|erstellt|\w*eingang(?:s\w+)?|\w*eingegangen)"
OF_THE_PAPER = re.compile(
    rf"(?:\b{_PAPER}\s*:|(?:^\W*{_PAPER}|:\W*{_PRINTED_OR_RECEIVED}|\b{_PRINTED_OR_RECEIVED}\s*:\W*{_PAPER})(?:\s+[A-Z]+)?)\W*(?:am\W*|vom\W*)?$|\b(?:Text|Druck|Entwurfs|Arbeits)fassung\s+vom\s+$|\b\w*eingang(?:\s+[A-Z]+)?\s+$|\bEINGEGANGEN\s+$",
    re.IGNORECASE,
)
NOT_BEFORE = re.compile(r"\bnicht\s+(?:schon\s+)?vor(?:\s+dem)?\W*$", re.IGNORECASE)
# The day to which notice may be given is nothing that ends, or is due, for certain.
NOTICE = re.compile(
    r"kündig|\bkündbar|\b(?:austreten|auszutreten|Austritt(?!e)|ausscheiden|Rücktritt)", re.IGNORECASE
)
NOTICE_DAY = re.compile(r"(?<!\bbis\s)\bzum\W*$|\b(?:frühestens|erstmals)\s+(?:am|mit)\W*$", re.IGNORECASE)
AMENDED = re.compile(
    r"(?:vereinbarung|vertrag\w*|abkommens?|abmachung|absprache|übereinkunft)\W+(?:\w+\W+){0,12}?"
    r"(?:(?:vom|von)|(?:unter\s+dem|das|ein|mit(?:\s+dem)?)\s+\w*Datum(?:\s+(?:des|vom))?)\W*$",
    re.IGNORECASE,
)
# "die Vereinbarung vom 3. Mai endet", "…, die am 4. Juni ergänzt wurde, endet", "wird aufgehoben": this one
# changes it, whatever it is called; but not "diese Vereinbarung vom 3. Mai endet".
_RELATIVE = r",\s+(?:[a-zäöü]{2,5}\s+)?(?:de[rmn]|die|das|denen|deren|dessen|welche[rmns]?)\b"
_CLAUSE = r"(?:[^;:.]|(?<=\d)\.)*?"
CHANGES = re.compile(
    rf"(?:\s*{_RELATIVE}{_CLAUSE},)?\s*endet\b|{_CLAUSE}\b(?:aufgehoben|aufgelöst|beendet)\b"
    rf"|{_CLAUSE}\b(?:wie\s+folgt\s+(?:neu|geändert|abgeändert|ergänzt)|neu\s+gefa(?:ss|ß)t)\b"
)
IN_CLAUSE, CHANGES_BEHIND = re.compile(rf"{_RELATIVE}[^,;:]*$"), re.compile(rf"{_CLAUSE},\s*endet\b")
# "Die Vereinbarung vom 3. Mai tritt gleichzeitig außer Kraft": this one takes its place.
AT_ONCE = re.compile(
    r"\b(?:gleichzeitig|zeitgleich|zugleich|mit\s+(?:dem\s+)?(?:Inkrafttreten|Wirksamwerden|Beginn)\s+dieser)\b",
    re.IGNORECASE,
)
ENDS_ANOTHER = re.compile(
    r"(?:vereinbarung|vertrag\w*|abkommens?|absprache)\s+(?:\w+\s+){0,8}?vom\s+\S+\s+"
    r"(?:tritt|treten|verliert|verlieren)\b[^,;:]*$",
    re.IGNORECASE,
)
ITSELF = re.compile(
    r"\b(?:diese[mnrs]?|(?:de[rmn]|die|das)\s+vorliegenden?)\s+\w*(?:vereinbarung|vertrag\w*|abkommens?)"
    rf"(?:\W+vom\W*|{_RELATIVE}(?:(?!\b\w*(?:vereinbarung|vertrag(?:e?s)?|abkommens?)\b)[^,;:])*)$",
    re.IGNORECASE,
)
# "seit der Unterzeichnung am 3. Mai", "seit dem 3. Mai gilt eine Vereinbarung"
SIGNING = re.compile(r"\b(?:Unterzeichnung|Abschluss(?:es)?|Vertragsschluss(?:es)?)\s+(?:am|vom)\W*$")
HOLDS_SINCE = re.compile(
    r"\s*(?:gilt|besteht)\b(?![^;:.]*\b(?:diese|vorliegende))[^;:.]*\b\w*(?:vereinbarung|vertrag|abkommen)\b",
    re.IGNORECASE,
)
_ENDING = r"(?:wirksam|in\s+Kraft|beginnt|endet|gilt)"
SIGNED = re.compile(
    rf"\b(?:unterzeichnet|unterschrieben|gezeichnet|Unterschrift)\b(?:(?!\b{_ENDING}\b)[^.;]){{0,60}}\b(?:am|den)\W*$"
    # How a deed begins or ends: "Verhandelt zu Fulda am …", "Geschehen zu Berlin, den …".
    r"|^\W*(?:So\s+)?(?:Verhandelt|Geschehen|Beurkundet|Ausgefertigt)\s+(?:zu|in)\s[^.;]{0,60}\b(?:am|den)\W*$"
)
CLAUSE_BEFORE, CLAUSE_BEHIND = re.compile(r"[,;]\s|\bund\b"), re.compile(r"[,;:]|\b(?:und|sowie)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a sentence before a date and behind it."""

    before: str
    behind: str = ""

    def scopes(self) -> Iterator[Said]:
        """The clause around the date, then the whole sentence."""
        yield Said(CLAUSE_BEFORE.split(self.before)[-1], CLAUSE_BEHIND.split(self.behind)[0])
        yield self

    @property
    def whole(self) -> str:
        return f"{self.before} – {self.behind}"

    @property
    def is_past(self) -> bool:
        """Does it tell of what has been done?"""
        perfect = PERFECT.search(last_clause(self.before)) or PERFECT_BEHIND.match(self.behind)
        return bool(perfect and DONE.match(self.behind) and not TO_DO.search(self.behind))

    def tells(self, *cues: re.Pattern[str]) -> bool:
        return any(cue.search(self.whole) for cue in cues)


def role_told(said: Said, amends: bool) -> DateRole | None:
    """The role that its sentence gives a date; None if nothing tells. `amends`: the document changes an
    agreement."""
    before = NOT_THEN_BUT.sub(" ", WITHOUT.sub(" ", said.before))
    said = Said(before, WITHOUT_BEHIND.sub(" ", said.behind))
    before, behind = said.before, said.behind
    clause = next(said.scopes())
    notice = NOTICE_DAY.search(before) and NOTICE.search(said.whole)
    if notice or NOT_BEFORE.search(before) or (BY.search(before) and clause.tells(NOTICE)):
        return "other"
    instead = NOT_THEN.search(before) and BUT_THEN.match(behind)
    if instead or GIVES_WAY.search(before) or IN_ITS_PLACE.match(behind):
        return "other"
    if is_end_of_something(said):
        return "other"
    if not amends and is_end_of_another(said):
        return "other"
    if TAKES_EFFECT.match(behind):
        return "period_start"
    if (ENDS.match(behind) and not OF.search(before)) or (RUNS.search(before) and OUT.match(behind)):
        return "period_end"
    onward = ONWARD.match(behind) and OF.search(before) and not AN.search(last_clause(before))
    if onward or LASTS_FROM.search(before):
        return "reference" if _has_happened(before, behind) else "period_start"
    told = bool(PERFECT.search(last_clause(before)) or PERFECT_BEHIND.match(behind))
    if concludes_this(before, behind, told, amends):
        return "signature"
    if AMENDED.search(before) or concludes_another(before, behind, told, amends):
        return "amended_agreement" if amends or _is_changed(before, behind) else "reference"
    if amends and (SIGNING.search(before) or (FROM.search(before) and HOLDS_SINCE.match(behind))):
        return "amended_agreement"
    if SIGNED.search(before) and not BY.search(before):
        return "signature"
    if BEFORE_DAY.search(before):
        return _before(clause)
    if STARTS_LABEL.search(before):
        return "period_start"
    if ENDS_LABEL.search(before):
        return "period_end"
    if TO_DO_LABEL.search(before):
        return "deadline"
    if PLACE_AND_DAY.fullmatch(before):
        return None
    if DUE.search(before):
        return "deadline"
    if BY.search(before) and INCURRED.match(behind):
        return "period_end"
    if BY.search(before):
        return "deadline" if CONDITION.search(before) and not clause.tells(LASTS) else _limit(said)
    if FIRST.search(before) and said.tells(DELIVERS, TO_DO, HANDED, HANDS, MUST, PAID):
        return "deadline"
    if YEAR_OF_BOOKS.search(before):
        return "other"
    if ENDS_ON.search(before):
        return "period_end"
    if TO.search(before) and said.tells(BROUGHT_TO_END):
        return "period_end"
    if SINCE.search(before) and not said.tells(IN_EFFECT):
        return "other"
    if FROM.search(before):
        return None if PAYMENTS_FROM.search(before) else "period_start"
    if MINUTES.match(before) and not told:
        return "other"
    if amends and LAST_CHANGED.search(before):
        return "amended_agreement"
    if any(cue.search(before) for cue in (APPOSITION, PAPER, STATE_OF, STATE_OF_FIELD)):
        return "reference"
    if OF_THE_PAPER.search(before):
        return "other"
    if OF.search(before):
        return "reference"
    if AFTER.search(before):
        return "deadline" if said.tells(HANDED) else None
    if AS_OF.search(before) and not said.tells(TO_DO, HANDED, HANDS, MUST):
        return "other"
    if ON.search(before):
        return "reference" if THE_ON.search(before) and ATTRIBUTE.match(behind) else _day(said)
    return None


def _has_happened(before: str, behind: str) -> bool:
    """Did on that day happen what the sentence tells, "Mit Wirkung vom 3. Mai ist die Stadt ausgeschieden",
    "Die Stadt ist mit Wirkung vom 3. Mai ausgeschieden"?"""
    verb = LAST_AUXILIARY.search(last_clause(before))
    return HAPPENED.match(f" {verb[0]}{behind}" if verb else behind) is not None


def _is_changed(before: str, behind: str) -> bool:
    """Is it said of another agreement, which a date in this sentence is of, that it ends?"""
    within = IN_CLAUSE.search(before) and CHANGES_BEHIND.match(behind)
    at_once = AT_ONCE.search(last_clause(before)) or AT_ONCE.search(behind)
    return bool(within or CHANGES.match(behind)) and not at_once and not ITSELF.search(before)


def is_end_of_something(said: Said) -> bool:
    """Is it the first day on which there is no longer what the sentence speaks of?"""
    stopped = WITH_EFFECT.search(said.before) and CEASES.match(said.behind)
    return CEASES_FROM.search(said.before) is not None or stopped is not None


def is_end_of_another(said: Said) -> bool:
    """Is it the day on which an agreement ends that is no longer this one: "Die Vereinbarung vom 3. Mai tritt
    mit Ablauf des 4. Juni außer Kraft"?"""
    return ENDS_ANOTHER.search(said.before) is not None and ENDS.match(said.behind) is not None


def _limit(said: Said) -> DateRole | None:
    """ "bis zum …": something is to be done until then, or lasts until then."""
    for scope in said.scopes():
        if scope.is_past:
            return None
        if scope.tells(STAYS):
            return "period_end"
        if scope.tells(TO_DO, HANDED, HANDS):
            return "deadline"
        if LASTS.search(ABOUT.sub("", scope.whole)) or scope.before.endswith("Ablauf des "):
            return "period_end"
    return "deadline"


def _before(clause: Said) -> DateRole | None:
    """ "vor dem …": something is to be done before that day, or the day only parts earlier from later; either
    may be meant where something "worden ist"."""
    if clause.tells(TO_DO, HANDED, HANDS, ASKED):
        return None if clause.is_past else "deadline"
    return "other"


def _day(said: Said) -> DateRole | None:
    """ "am …": something was done then, is to be done, or begins."""
    for scope in said.scopes():
        if scope.is_past and CAME_INTO_BEING.match(scope.behind):
            return "other"
        if scope.is_past or (DONE_ON.match(scope.before) and not scope.behind.strip()):
            return "reference"
        if scope.tells(TO_DO, HANDED, HANDS, MUST, FRIST, PAID):
            return "deadline"
        if scope.tells(BEGINS):
            return "period_start"
        if scope.before.rstrip().casefold().endswith("zum") and scope.tells(DELIVERS):
            return "deadline"
        if scope.tells(PRETERITE):
            return "reference"
    return None


def role_before(text: str) -> DateRole:
    """The role that a text gives the date that follows it; "other" if it says nothing.

    >>> role_before("Frist für den Nachweis: "), role_before("Kassel, den ")
    ('deadline', 'other')
    """
    return role_told(Said(text), amends=False) or "other"
