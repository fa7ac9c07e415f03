"""How far a run is, in German, for `aktenlese status`."""

from __future__ import annotations

from batch.outcome import Cause
from batch.state import Standing
from models.exit import Exit

CAUSES = {
    Cause.FILE: "Datei unbrauchbar oder über einer Grenze",
    Cause.OCR: "Texterkennung gescheitert",
    Cause.SURROUNDINGS: "Rechte, Speicherplatz oder fehlender Programmteil",
    Cause.TIMEOUT: "Zeitgrenze",
    Cause.MEMORY: "Arbeitsspeicher",
    Cause.OUTPUT: "Ergebnis zu groß",
    Cause.CRASH: "Absturz",
    Cause.UNEXPECTED: "unerwarteter Fehler",
    Cause.INTERRUPTED: "abgebrochen",
}

ENDS = {
    Exit.DONE: "fertig",
    Exit.FAILED_DOCUMENTS: "fertig, mit fehlgeschlagenen Dokumenten",
    Exit.INTERRUPTED: "abgebrochen; derselbe Befehl setzt den Lauf fort",
}


def report(standing: Standing) -> str:
    """Some lines; the last says how long it will take, if the run goes on."""
    total = standing.waiting + standing.running + standing.done
    causes = {Cause(cause): count for cause, count in standing.failed.items()}
    unread = causes.pop(Cause.INTERRUPTED, 0)
    lines = [
        f"Begonnen:        {standing.started:%d.%m.%Y %H:%M} UTC",
        f"Gelesen:         {standing.done - unread} von {total} Dokumenten, {standing.pages} Seiten",
        f"In Arbeit:       {standing.running}",
        f"Fehlgeschlagen:  {sum(causes.values())}",
    ]
    for cause, count in sorted(causes.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"  {CAUSES[cause]}: {count}")
    if standing.ended and standing.exit_status is not None:
        lines.append(f"Stand:           {ENDS.get(Exit(standing.exit_status), 'beendet')}")
    elif standing.remaining is not None:
        lines.append(f"Noch etwa:       {duration(standing.remaining)}")
    else:
        lines.append("Noch etwa:       unbekannt, bis das erste Dokument gelesen ist")
    return "\n".join(lines)


def duration(seconds: float) -> str:
    """3 Tage 4 h; 2 h 5 min; 7 min; 42 s."""
    minutes, hours, days = int(seconds // 60), int(seconds // 3600), int(seconds // 86_400)
    if days:
        return f"{days} {'Tag' if days == 1 else 'Tage'} {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"
