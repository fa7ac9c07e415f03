"""A reader that dies of a segmentation fault at the second page, as a parser in C may."""

from __future__ import annotations

import os
import signal
from unittest.mock import patch

import pipeline
from batch.outcome import Reading
from extract.archive import Source
from extract.document import Layer, PdfSheet
from models.settings import Settings

layer = PdfSheet.layer


def crash_at_page_2(source: Source, settings: Settings) -> Reading:
    def crashing(sheet: PdfSheet) -> Layer:
        if sheet.number == 2:
            os.kill(os.getpid(), signal.SIGSEGV)
        return layer(sheet)

    with patch.object(PdfSheet, "layer", crashing):
        return pipeline.process_document(source, settings)
