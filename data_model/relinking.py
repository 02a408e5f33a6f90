"""Links of a store, worked out for what has changed and no more.

What two events have to say to each other depends on the two alone, and the happenings of a connected part on
that part alone. So a new document is compared with what is told of its days, the parts it touches are made
anew, and all other links stay: the same links as if all were made from nothing. That is done when the
linker itself has changed, when much has, or when a run was cut off. What no day tells has no
neighbours by days: where such a report comes or goes, all of them are laid beside each other again.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from data_model.copies import copies_among, signature_of
from data_model.joining import joined
from data_model.link.candidates import days_around
from data_model.link.clusters import link_group
from data_model.link.linker import edges_of, parts_of
from data_model.link.telling import tellings_of, undated_of
from data_model.link.undated import link_undated
from data_model.pipeline import linking_version
from data_model.store.linking import Linking
from data_model.store.store import Store
from data_model.store.tellings import Told
from data_model.tellings import Telling
from data_model.values import Link

# So many documents are read and written at once.
_BATCH = 500
# Above this share of new documents everything is made anew, which then is less work.
_MUCH = 0.2


def link_store(store: Store) -> None:
    """Bring the links of a store up to what is in it.

    Raises:
        StoreError: If the store cannot be read or written.
    """
    linking = store.linking
    # What linking knows of a document is of its version and of the linker's.
    now = {document: f"{digest} {linking_version()}" for document, digest in linking.digests().items()}
    before = linking.told()
    gone = {document for document in before if now.get(document) != before[document]}
    fresh = {document for document in now if before.get(document) != now[document]}
    made = linking.links_made()
    if not gone and not fresh and made == _made(now):
        return
    undated = linking.told_undated() if before else {}
    lost = {telling.id for telling in linking.tellings(documents=gone)} if gone else set()
    if gone:
        linking.forget(gone)
    told = (
        Told(
            report.document.id,
            now[report.document.id],
            signature_of(report.document.text),
            tuple(tellings_of(report)),
            undated_of(report),
        )
        for report in linking.reports(sorted(fresh))
    )
    while some := list(islice(told, _BATCH)):
        linking.keep(some)
    whole = made == _made(before)  # no run was cut off, so the links are those of what was told
    kept = [link for link in linking.links() if link.kind != "copy"] if whole else []
    if not whole or len(fresh) + len(gone) > _MUCH * len(now):
        links = _all_links(linking)
    else:
        links = _links_with(linking, [link for link in kept if link.kind != "alike"], fresh, lost)
    same = whole and linking.told_undated() == undated
    alike = [link for link in kept if link.kind == "alike"] if same else link_undated(linking.undated())
    linking.put_links(chain(links, alike, _copies(linking)), _made(now))


def mend_store(store: Store) -> tuple[str, ...]:
    """Make anew what is damaged and can be worked out again.

    Returns:
        The names of the tables that were.
    """
    if not store.upkeep.find_dispensable():
        return ()  # nothing to wait for, should an import be running
    with store.upkeep.importing():
        mended = store.upkeep.mend()
        if mended:
            link_store(store)
    return mended


def _all_links(linking: Linking) -> Iterator[Link]:
    """Everything from nothing: once over the tellings for what belongs together, once more for the links."""
    parts = parts_of(edges_of(linking.tellings()))
    yield from _links_of(parts, linking.tellings(ids=_members(parts)))


def _links_with(
    linking: Linking, kept: Sequence[Link], fresh: Iterable[str], lost: set[str]
) -> Iterator[Link]:
    """The links as they were, but for the parts that the new documents touch or the old ones leave."""
    new = list(linking.tellings(documents=fresh))
    ids = {telling.id for telling in new}
    around = linking.tellings(days=days_around(new))
    touching = list(edges_of(around, about=ids))
    root = joined((link.one, link.other) for link in kept)
    touched = {root[one] for one in {*lost, *(end for edge in touching for end in edge)} if one in root}
    stay = [link for link in kept if root[link.one] not in touched]
    members = {one for one in root if root[one] in touched} | {end for edge in touching for end in edge}
    again = list(linking.tellings(ids=members - lost))
    yield from stay
    yield from _links_of(parts_of(edges_of(again)), again)


def _copies(linking: Linking) -> Iterator[Link]:
    """Documents of one wording."""
    for one, other, share in copies_among(linking.signatures()):
        yield Link(one, other, round(share, 3), (f"one wording ({share:.0%})",), "copy")


def _links_of(parts: Iterable[tuple[str, ...]], tellings: Iterable[Telling]) -> Iterator[Link]:
    """The links of each part, as soon as its last member has come by."""
    part_of = {one: at for at, part in enumerate(parts) for one in part}
    missing = Counter(part_of.values())
    waiting: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.id in part_of:
            at = part_of[telling.id]
            waiting[at].append(telling)
            missing[at] -= 1
            if not missing[at]:
                yield from link_group(waiting.pop(at))


def _members(parts: Iterable[tuple[str, ...]]) -> set[str]:
    return {one for part in parts for one in part}


def _made(digests: Mapping[str, str]) -> str:
    """Of which documents, in which versions and by which linker."""
    digest = hashlib.blake2b(digest_size=16)
    for document in sorted(digests):
        digest.update(f"{document}\0{digests[document]}\0".encode())
    return digest.hexdigest()
