"""Who takes part in an event: every person, country and body near it is weighed, the likely ones are kept.

A candidate is all that a stretch of the report says of one person, country or body: the sentences around the
event, the headline and the lead; for the news of the document the whole report. The points stand in
`people.toml`, `countries.toml` and `bodies.toml` beside this file, written by `make fit`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_model.assemble.attributions import denied_by, said_or_told
from data_model.assemble.drafts import Draft, Side, speaks_for_others
from data_model.assemble.surroundings import GATHERINGS, Near, Report, is_led_in, near_of
from data_model.dating.scene import Scene
from data_model.resolve.people import Reference
from data_model.spans import Stretch
from data_model.weights import Features, load_weights

# Who is told so near by not to have come was not there.
_CLOSE = 3
# Where the fewest errors are made, out of fold: what is at least as likely takes part.
LIKELY_ENOUGH = {"people": 0.42, "countries": 0.42, "bodies": 0.3}


@dataclass(frozen=True, slots=True)
class Argument:
    """A candidate for taking part.

    Attributes:
        key: What tells it from the others of its kind: a name, a code, a register's key.
        side: Where it is spoken of closest to the event, None for a country that only people come from.
        features: What speaks for it.
    """

    key: str
    side: Side | None
    features: Features


def choose(kind: str, weighed: Sequence[Argument]) -> list[Argument]:
    """The likely ones of people, countries or bodies, in order of place."""
    weights = load_weights("data_model.assemble", f"{kind}.toml")
    kept = [one for one in weighed if weights.share(one.features) >= LIKELY_ENOUGH[kind]]
    return sorted(kept, key=lambda one: (one.side is None, one.side.start if one.side else 0))


def weigh_people(report: Report, draft: Draft, kind: str, *, main: bool) -> list[Argument]:
    """The persons near an event of a type, each with what speaks for it."""
    scene, found = report.scene, []
    for near in _of_its_part(report, draft, kind, near_of(report, report.people, draft, kind, main=main)):
        one = near.spot
        # A spokesman tells of a meeting and was not there.
        tells = kind in GATHERINGS and speaks_for_others(scene, one)
        here = report.sentence_at(draft.sentence.start)
        close = (each.start for each in near.mentions if abs(report.sentence_at(each.start) - here) <= _CLOSE)
        spoken = [each for each in near.mentions if report.sentence_at(each.start) == here] or [one]
        if all(each.start in report.besides for each in spoken):
            continue
        if tells or not report.absent.isdisjoint(close) or _is_apart(scene, draft, one):
            continue
        offices = [each.office for each in near.mentions if each.office]
        rank = scene.knowledge.roles[offices[0].role].rank if offices else "none"
        own = {
            f"rank_{rank}": True,
            "named": any(each.named for each in near.mentions),
            "by_office": one.how in ("office", "leader"),
            "by_pronoun": one.how == "pronoun",
            "spokesperson": speaks_for_others(scene, one),
        }
        found.append(_argument(near.key, one, near.around, own))
    return found


def _of_its_part(report: Report, draft: Draft, kind: str, found: Iterable[Near]) -> Iterator[Near]:
    """Without whom the sentence names only where it says who says so, or only in what somebody says."""
    other = said_or_told(report.scene, draft)
    if other is not None and kind == "statement" and draft.mention.start < other.start:
        other = None  # what was said was said by whoever says so
    other = denied_by(report.scene, draft) if kind == "statement" and other is None else other
    here = report.sentence_at(draft.sentence.start)
    for near in found:
        own = (each for each in near.mentions if each.text.lower() not in report.scene.prose.owners)
        spoken = [each.start for each in own if report.sentence_at(each.start) == here]
        if other is None or not spoken or not all(other.start <= one < other.stop for one in spoken):
            yield near


def _is_apart(scene: Scene, draft: Draft, one: Reference) -> bool:
    """Whether the speaker stands between a pronoun and the verb: "he knows I am meeting you today"."""
    between = scene.text[one.stop : draft.mention.start] if one.start >= draft.sentence.start else ""
    return one.how == "pronoun" and not scene.prose.speaker.isdisjoint(between.split())


def weigh_bodies(report: Report, draft: Draft, kind: str, *, main: bool) -> list[Argument]:
    """The bodies near an event of a type, each with what speaks for it."""
    found = []
    other = said_or_told(report.scene, draft)
    for near in near_of(report, report.bodies, draft, kind, main=main):
        entry = report.scene.knowledge.organizations[near.key]
        if entry.media and all(_is_source(report.scene, one, other) for one in near.mentions):
            continue
        own = {"media": entry.media, "national": bool(entry.country), "organ": bool(entry.parent)}
        found.append(_argument(near.key, near.spot, near.around, own))
    return found


def _is_source(scene: Scene, one: Side, other: Stretch | None) -> bool:
    """Whether a newspaper is only where the news comes from: "(Reuters)", "…, the Times reported"."""
    bracketed = scene.text[one.start - 1 : one.start] == "(" and scene.text[one.stop : one.stop + 1] == ")"
    return bracketed or (other is not None and other.start <= one.start < other.stop)


def weigh_countries(
    report: Report, draft: Draft, kind: str, sent: Collection[str], *, main: bool
) -> list[Argument]:
    """The countries near an event of a type, those that sent people among them, with what speaks for each."""
    scene, found = report.scene, []
    for near in near_of(report, report.countries, draft, kind, main=main):
        one = near.spot
        own = {
            f"how_{one.how}": True,
            "sent": near.key in sent,
            "only_place": all(each.city or is_led_in(scene, each) for each in near.mentions),
        }
        found.append(_argument(near.key, one, near.around, own))
    unnamed = sorted(set(sent).difference(one.key for one in found))
    return [
        *found,
        *(_argument(key, None, {f"is_{kind}": True}, {"sent": True, "unnamed": True}) for key in unnamed),
    ]


def _argument(key: str, side: Side | None, around: Features, own: Mapping[str, bool]) -> Argument:
    features = {name: float(value) for name, value in {**around, **own}.items() if value}
    return Argument(key, side, features)
