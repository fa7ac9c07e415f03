"""What the operating system says is wrong, in German; and how to install what is missing."""

from __future__ import annotations

import errno
import os
import sys

CAUSES = {
    errno.ENOENT: "das gibt es nicht",
    errno.EACCES: "das Recht dazu fehlt",
    errno.EPERM: "das Recht dazu fehlt",
    errno.ENOTDIR: "das ist kein Ordner",
    errno.EISDIR: "das ist ein Ordner",
    errno.EEXIST: "das ist kein Ordner",
    errno.EROFS: "dort lässt sich nur lesen",
    errno.ENOSPC: "es ist kein Speicherplatz mehr frei",
    errno.EDQUOT: "es ist kein Speicherplatz mehr frei",
    errno.EFBIG: "die Datei würde zu groß",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.EIO: "das Speichermedium meldet einen Fehler",
    errno.EMFILE: "es sind zu viele Dateien offen",
}


def system_cause(error: OSError) -> str:
    """In words for people, to stand after a colon; as the system says it where nothing is known."""
    if error.errno is None:
        return str(error)
    return CAUSES.get(error.errno) or os.strerror(error.errno)


def pip_install(what: str) -> str:
    """The command that installs a package for the Python that runs us."""
    return f"{sys.executable} -m pip install '{what}'"
