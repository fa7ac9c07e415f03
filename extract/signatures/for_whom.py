"""For which of the parties each signatory signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.certainty.confidence import repaired
from extract.parties.names import nominative
from extract.signatures.representatives import represented_by_name, represented_by_office
from models.agreement import Party, Signatory
from models.reference import Body, Entry, Ministry, Reference


def assigned(
    found: Sequence[tuple[Signatory, Entry | None]],
    parties: Sequence[Party],
    from_blocks: Sequence[int],
    reference: Reference,
) -> Iterator[Signatory]:
    """Signature lines with the party they sign for: by organisation, by office, by what is left, by order.

    Nothing but the order is little to go by: such a signature is doubted, and so are those of several bodies
    where one party is left: they may be those that it names together. Where a scan lost a party for whom
    somebody signs, or only the signatures name one (`from_blocks`), it and those behind it may be counted
    wrong.
    """
    indices = [_party_index(signatory, entry, parties, reference) for signatory, entry in found]
    left = [index for index in range(len(parties)) if index not in indices]
    named = [signatory.organisation for signatory, _ in found]
    missing = any(
        one is not None and one.provenance.origin == "ocr" and index is None
        for one, index in zip(named, indices, strict=True)
    )
    doubted_from = min([*from_blocks, *([1] if missing else [])], default=len(parties))
    strangers = {one.value for one, index in zip(named, indices, strict=True) if one and index is None}
    for position, ((signatory, _), index) in enumerate(zip(found, indices, strict=True)):
        if index is None and len(left) == 1 and len(strangers) > 1 and signatory.organisation:
            signatory = with_doubt(signatory)
        elif index is None and len(left) == 1:
            index = left[0]
        elif index is None and len(found) == len(parties) and position in left:
            index, signatory = position, with_doubt(signatory)
        elif index is not None and index >= doubted_from:
            signatory = with_doubt(signatory)
        yield signatory.model_copy(update={"party": index + 1 if index is not None else None})


def with_doubt(signatory: Signatory) -> Signatory:
    parts = {part: getattr(signatory, part) for part in ("name", "function", "organisation", "place", "date")}
    return signatory.model_copy(
        update={part: repaired(value, exact=False) for part, value in parts.items() if value is not None}
    )


def _party_index(
    signatory: Signatory, entry: Entry | None, parties: Sequence[Party], reference: Reference
) -> int | None:
    kinds = [_kind(party, reference) for party in parties]
    if entry is not None:
        for index, party in enumerate(parties):
            if party.registry_key == entry.key or party.name.value == entry.name:
                return index
        if isinstance(entry, Body) and (entry.municipal or entry.kind == "state"):
            acting = [n for n, party in enumerate(parties) if reference.ministry(party.registry_key)]
            # Where it is no party, another body's office does not tell whose; a Land's ministry may be one.
            return acting[0] if entry.kind == "state" and len(acting) == 1 else None
        if isinstance(entry, Ministry):
            return kinds.index("state") if kinds.count("state") == 1 else None
    elif signatory.organisation is not None:
        for index, party in enumerate(parties):
            if party.name.value.casefold() == signatory.organisation.value.casefold():
                return index
        if (owner := _owner(signatory.organisation.value, parties)) is not None:
            return owner
    bare = signatory.organisation is None
    if bare and (named := represented_by_name(signatory, parties)) is not None:
        return named
    if signatory.function is not None and (office := reference.match_office(signatory.function.value)):
        bodies = {"state" if body in ("state", "ministry") else body for body in office.entry.bodies}
        fitting = [index for index, kind in enumerate(kinds) if kind in bodies]
        if len(fitting) == 1:
            return fitting[0]
    return represented_by_office(signatory, parties) if bare else None


def _owner(name: str, parties: Sequence[Party]) -> int | None:
    """The one party with whose name that of an enterprise of its own ends: "Neue Wege Kreis Musterau"."""
    words = name.split()
    ends = {nominative(" ".join(words[start:])) for start in range(1, len(words))}
    owners = [index for index, party in enumerate(parties) if party.name.value in ends]
    return owners[0] if len(owners) == 1 else None


def _kind(party: Party, reference: Reference) -> str | None:
    body = reference.body(party.registry_key)
    if body is not None:
        return body.kind
    if reference.ministry(party.registry_key) is not None or party.role == "grantor":
        return "state"
    return None
