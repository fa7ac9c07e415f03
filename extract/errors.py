"""Why a file could not be read: one class per cause, with words for the people who have to mend it."""

from __future__ import annotations

NO_MEMORY = ("std::bad_alloc", "Insufficient memory", "Failed to allocate memory")
"""What messages of exceptions hold where a library could not get what it asked for."""


class ReadingError(Exception):
    """`reason` says what is wrong, `advice` what to do about it; both German, without names or page text."""

    def __init__(self, reason: str, advice: str = "") -> None:
        self.reason = reason
        self.advice = advice
        super().__init__(f"{reason} {advice}".strip())


class EmptyFile(ReadingError):
    def __init__(self) -> None:
        super().__init__("Die Datei ist leer (0 Byte).", "Bitte die Datei erneut ablegen.")


class NotReadable(ReadingError):
    """The operating system does not hand the file out: no permission, a folder, a pipe, gone."""

    def __init__(self, cause: str, advice: str = "Bitte Leserecht und Ablageort prüfen.") -> None:
        super().__init__(f"Die Datei lässt sich nicht öffnen: {cause}.", advice)


class UnknownFormat(ReadingError):
    def __init__(self) -> None:
        super().__init__(
            "Der Inhalt ist weder PDF noch TIFF, PNG oder JPEG (die Dateiendung zählt nicht).",
            "Bitte die Vereinbarung als PDF oder Bild ablegen.",
        )


class DamagedFile(ReadingError):
    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Die Datei ist beschädigt oder unvollständig: {detail}.",
            "Bitte die Datei erneut übertragen oder scannen.",
        )


class PasswordRequired(ReadingError):
    def __init__(self) -> None:
        super().__init__(
            "Die PDF-Datei lässt sich nur mit einem Passwort öffnen.",
            "Bitte eine Fassung ohne Passwort ablegen.",
        )


class LimitExceeded(ReadingError):
    """`limit` is the setting's name in the section [limits]; `value` and `allowed` are in its unit."""

    def __init__(self, limit: str, value: float, allowed: float, where: str = "") -> None:
        self.limit, self.value, self.allowed = limit, value, allowed
        place = f" ({where})" if where else ""
        super().__init__(
            f"Die Grenze „{limit}“ ist überschritten{place}: {value:.0f}, erlaubt sind {allowed:.0f}.",
            f"Ist die Datei in Ordnung, lässt sich limits.{limit} in der Konfiguration erhöhen.",
        )


class DependencyMissing(ReadingError):
    """Something that has to be installed is not: `what` names it, `advice` has the command that mends it."""

    def __init__(self, what: str, advice: str) -> None:
        self.what = what
        super().__init__(f"Es fehlt: {what}.", advice)


class NoScratchSpace(ReadingError):
    """A page image could not be kept for Tesseract."""

    def __init__(self) -> None:
        super().__init__(
            "Im temporären Ordner ist kein Speicherplatz mehr frei.",
            "Bitte dort Platz schaffen oder mit der Umgebungsvariablen TMPDIR einen anderen Ordner angeben.",
        )


class OcrFailed(ReadingError):
    """Tesseract ended with an error or ran out of time."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"Die Texterkennung ist gescheitert: {detail}.", "Bitte die Datei prüfen und erneut starten."
        )


def ran_out_of_memory(error: Exception) -> bool:
    """Libraries in C++ have exceptions of their own for it: OpenCV and ONNX Runtime."""
    return isinstance(error, MemoryError) or any(said in str(error) for said in NO_MEMORY)
