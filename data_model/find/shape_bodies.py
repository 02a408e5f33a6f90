"""Bodies by shape: a head word with what belongs to it, a firm, an acronym, a country's organ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data_model.find.capitals import Page

_ACRONYM_SIZES = range(3, 8)
_LONGEST_BODY = 8
_LONGEST_UNTOLD = 3
# ", the Roman news agency": the last word of the first small letters behind a comma says what it is.
_APPOSED = re.compile(
    r",\s+(?:an?|the|its|one\sof)\s+(?:[\w’'-]+\s+){0,4}?([a-z]+)(?=\s+(?:that|which|of|in|for|based|who)\b|[,.;)])"
)


def resolve_body(page: Page, lo: int, hi: int) -> tuple[int, int, str] | None:
    """The body in a run of names, as first and last place and clue; it may reach beyond the run.

    Args:
        page: The text.
        lo: The first word of the run.
        hi: Behind its last one.
    """
    tables = page.tables
    head = _last_head(page, lo, hi)
    if head is None:
        return _without_head(page, lo, hi)
    word = page.words[head].word.rstrip(".")
    stop = head + 1
    if word in tables.firms:
        return (lo, stop, "firm") if head > lo else None
    if word in tables.body_openers and stop == hi:
        stop = _with_purpose(page, stop)
    start = _body_start(page, lo, head)
    if all(at in page.known.lands for at in range(start, stop)):
        return None
    if stop - start == 1 and not (_is_known_alone(page, start)):
        return None
    return start, stop, "head" if stop - start > 1 else "alone"


def _last_head(page: Page, lo: int, hi: int) -> int | None:
    """The last head word of a run; one before a firm's ending gives way to it."""
    for at in range(hi - 1, lo - 1, -1):
        word = page.words[at].word
        if word.rstrip(".") in page.tables.firms and at > lo:
            return at
        if word in page.tables.body_heads and not (word in page.tables.place_heads and at == hi - 1):
            return at
    return None


def _body_start(page: Page, lo: int, head: int) -> int:
    """Where the name begins: with its number ("507th Wing"), and no more words than a name can hold."""
    numbered = page.before(lo)[:1].isdigit()
    return lo - 1 if numbered else max(lo, head - _LONGEST_BODY)


def _with_purpose(page: Page, at: int) -> int:
    """Behind what a head is for: "Ministry" + "of Foreign Affairs and Trade"."""
    stop = at
    while stop < len(page.words) and (link := page.behind(stop)) in page.tables.links:
        inner = stop + 1
        if page.behind(inner).lower() == "the":
            inner += 1
        end = _run_end(page, inner)
        if end == inner:
            break
        stop = end
        if link and page.behind(stop) == "and" and _continues(page, stop + 1):
            stop = _run_end(page, stop + 1)
    return stop


def _run_end(page: Page, at: int) -> int:
    """Behind the capitalised words that begin at a place, none of them a title."""
    while page.behind(at)[:1].isupper() and _is_inner(page, at):
        at += 1
    return at


def _is_inner(page: Page, at: int) -> bool:
    word = page.words[at].word
    tables = page.tables
    return (
        word not in tables.calendar
        and word.lower() not in tables.function
        and word.rstrip(".") not in tables.titles
    )


def _continues(page: Page, at: int) -> bool:
    """Whether what follows "and" is more of the purpose, not another name."""
    end = _run_end(page, at)
    if not at < end <= at + 2:
        return False
    known = page.known
    own = any(
        k in known.lands or k in known.towns or k in known.bodies or k in known.adjectives
        for k in range(at, end)
    )
    heads = any(page.words[k].word in page.tables.body_heads for k in range(at, end))
    return not (own or heads or page.words[at].word in page.tables.given)


def _without_head(page: Page, lo: int, hi: int) -> tuple[int, int, str] | None:
    words = [page.words[at].word for at in range(lo, hi)]
    for size in (4, 3, 2):
        for at in range(hi - lo - size + 1):
            if " ".join(words[at : at + size]) in page.tables.phrases:
                return lo + at, lo + at + size, "alone"
    if len(words) > 1:
        return None
    if is_acronym(page, lo):
        return lo, hi, "acronym"
    if _is_known_alone(page, lo):
        return lo, hi, "alone"
    return None


def is_acronym(page: Page, at: int) -> bool:
    """Whether a word in capitals stands for a body: no measure, no shouting."""
    word = page.words[at].word
    letters = word.replace("&", "").replace("-", "").replace(".", "")
    if not (letters.isalpha() and letters.isupper() and len(letters) in _ACRONYM_SIZES):
        return False
    if word in page.tables.things or at in page.known.lands or at in page.known.towns:
        return False
    return not (_is_shouted(page, at - 1) or _is_shouted(page, at + 1))


def _is_shouted(page: Page, at: int) -> bool:
    """Whether a neighbour is written in capitals too, as in a headline."""
    if not 0 <= at < len(page.words):
        return False
    word = page.words[at].word
    return len(word) > len("NATO") and word.isalpha() and word.isupper()


def _is_known_alone(page: Page, at: int) -> bool:
    """Whether one word names a body: "Congress", and "Army" unless it only opens its sentence."""
    word = page.words[at]
    return word.word in page.tables.alone or (word.word in page.tables.alone_inside and not word.opens)


def find_small_bodies(page: Page) -> Iterator[tuple[int, int]]:
    """Countries' organs in small letters: "Turkish army", "Iraqi security forces"."""
    tables = page.tables
    for at in sorted(page.known.adjectives | page.known.lands):
        if at + 1 in page.known.adjectives or at + 1 in page.known.lands:
            continue
        pair = f"{page.behind(at + 1)} {page.behind(at + 2)}"
        heads = [k for k in range(at + 1, at + 5) if page.behind(k) in tables.small_heads]
        middles = (
            all(page.behind(k) in tables.small_middles for k in range(at + 1, heads[0])) if heads else False
        )
        if pair in tables.small_bodies:
            yield _land_start(page, at), at + 3
        elif middles:
            yield _land_start(page, at), heads[-1 if heads[-1] - heads[0] == 1 else 0] + 1


def _land_start(page: Page, at: int) -> int:
    """The first word of a country's name of several words."""
    while at - 1 in page.known.lands and page.words[at].joined:
        at -= 1
    return at


def find_body_clue(page: Page, lo: int, hi: int) -> str:
    """What the words around an untold name say of a body: "an analyst with Acme", "the Acme party"."""
    tables, known = page.tables, page.known
    last = page.words[hi - 1].word
    if any(at in known.lands or at in known.towns or at in known.adjectives for at in range(lo, hi)):
        return ""
    if (
        last in tables.place_heads
        or last in tables.other_heads
        or last in tables.peoples
        or hi - lo > _LONGEST_UNTOLD
    ):
        return ""
    if page.before(lo) in tables.employing and page.before(lo - 1) in tables.roles:
        return "employer"
    if page.behind(hi) in tables.staff:
        return "employer"
    if page.behind(hi) in tables.body_nouns or page.before(lo) in tables.body_nouns:
        return "noun"
    apposed = _APPOSED.match(page.text, page.words[hi - 1].stop)
    return "noun" if apposed and apposed[1] in tables.body_nouns else ""


def is_plural(page: Page, lo: int, hi: int) -> bool:
    """Whether a plural stands for a team or a band: "the Rockets", "Springfield Isotopes"."""
    last, tables, known = page.words[hi - 1], page.tables, page.known
    word = last.word
    if (
        last.opens
        or last.owns
        or not word.endswith("s")
        or word.endswith(("ss", "is", "us"))
        or word[1:].isupper()
    ):
        return False
    if (
        any(hi - 1 in one for one in (known.lands, known.towns, known.adjectives, known.surnames))
        or page.behind(hi)[:1].isupper()
    ):
        return False
    if any(word in one for one in (tables.place_heads, tables.other_heads, tables.peoples, tables.given)):
        return False
    if hi - lo == 1:
        return page.before(lo) == "the"
    return all(at in known.lands or at in known.towns for at in range(lo, hi - 1))
