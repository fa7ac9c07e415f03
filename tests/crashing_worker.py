"""Readers that die of a segmentation fault, as what is written in C may."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from unittest.mock import patch

from batch.one_document import process_document
from batch.outcome import Reading
from extract import agreement, second_opinion
from extract.files.archive import Source
from extract.files.pdf import PdfSheet
from extract.files.sheet import Layer
from extract.layout.understand import Reading as Understood
from extract.page import Page
from models.agreement import Agreement, DocumentInfo
from models.settings import Settings

layer = PdfSheet.layer
looked_at = second_opinion._looked_at


def crash_at_page_2(source: Source, settings: Settings) -> Reading:
    def crashing(sheet: PdfSheet) -> Layer:
        if sheet.number == 2:
            os.kill(os.getpid(), signal.SIGSEGV)
        return layer(sheet)

    with patch.object(PdfSheet, "layer", crashing):
        return process_document(source, settings)


def crash_at_the_second_opinion(source: Source, settings: Settings) -> Reading:
    """… where the words of the first page are looked at once more, when all pages have been read."""

    def crashing(page: Page, asked: Sequence[int]) -> Page:
        if page.number == 1:
            os.kill(os.getpid(), signal.SIGSEGV)
        return looked_at(page, asked)

    with patch.object(second_opinion, "_looked_at", crashing):
        return process_document(source, settings)


def crash_when_all_is_read(source: Source, settings: Settings) -> Reading:
    def crashing(document: DocumentInfo, reading: Understood) -> Agreement:
        os.kill(os.getpid(), signal.SIGSEGV)
        raise AssertionError

    with patch.object(agreement, "record_of", crashing):
        return process_document(source, settings)
