"""actions.toml, tables [modality.*] and [company.*]: how the words around an action change it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file

DEFAULT = "en"
# Between an auxiliary and its verb stand at most two words ("has not yet met").
_GAP = r"(?:\s+[\w'-]+){0,2}\s+$"
# The lists that are matched as they stand, in small letters or in any.
_PLAIN = (
    "planned", "unlikely", "unfulfilled", "dropped", "alleged", "unfounded", "given_up", "announced",
    "undecided", "leaning", "due", "doubtful",
)  # fmt: skip
_ANY_CASE = ("denied_reports", "foreseen", "subordinate", "contents", "drafts", "set_for")
# What turns a plan: what was moved is not off.
MOODS_OFF = ("postponed", "cancelled")
# Moods of what did not take place.
MOODS_UNDONE = (*MOODS_OFF, "denied")


@dataclass(frozen=True, slots=True)
class Modality:
    """Patterns made from one language's modality table."""

    before: tuple[tuple[str, re.Pattern[str]], ...]
    near: tuple[tuple[str, re.Pattern[str]], ...]
    planned: re.Pattern[str]
    passive: re.Pattern[str]
    generic: re.Pattern[str]
    anaphoric: re.Pattern[str]
    denied_reports: re.Pattern[str]
    forgone: re.Pattern[str]
    elsewhere: re.Pattern[str]
    undecided: re.Pattern[str]
    supposed: re.Pattern[str]
    foreseen: re.Pattern[str]
    nobody: re.Pattern[str]
    came_about: re.Pattern[str]
    none: re.Pattern[str]
    off: tuple[tuple[str, re.Pattern[str]], ...]
    absent: re.Pattern[str]
    undone: re.Pattern[str]
    lacking: re.Pattern[str]
    unlikely: re.Pattern[str]
    unfulfilled: re.Pattern[str]
    dropped: re.Pattern[str]
    alleged: re.Pattern[str]
    unfounded: re.Pattern[str]
    went_on: re.Pattern[str]
    whole: re.Pattern[str]
    off_unless: re.Pattern[str]
    given_up: re.Pattern[str]
    off_wanted: re.Pattern[str]
    announced: re.Pattern[str]
    determiner: re.Pattern[str]
    under_way: re.Pattern[str]
    according: re.Pattern[str]
    of_noun: re.Pattern[str]
    specified: re.Pattern[str]
    occasion: re.Pattern[str]
    venue: re.Pattern[str]
    settlement: re.Pattern[str]
    led_ahead: re.Pattern[str]
    leaning: re.Pattern[str]
    due: re.Pattern[str]
    throughout: re.Pattern[str]
    record: re.Pattern[str]
    turn: re.Pattern[str]
    subordinate: re.Pattern[str]
    staying_away: re.Pattern[str]
    question: re.Pattern[str]
    doubtful: re.Pattern[str]
    article: re.Pattern[str]
    contents: re.Pattern[str]
    voted_down: re.Pattern[str]
    drafts: re.Pattern[str]
    set_for: re.Pattern[str]
    circumstance: re.Pattern[str]
    generic_many: re.Pattern[str]

    def mood_before(self, before: str, tense: str) -> str:
        """What the words in front of a verb of that tense make of it."""
        for mood, pattern in self.before:
            if mood == "ongoing" and tense != "ing":
                continue
            if pattern.search(before):
                return mood
        if tense == "ing" and self.circumstance.search(before):
            return "happened"
        return "happened" if tense in ("past", "present", "participle") else "mentioned"

    def passive_before(self, before: str) -> bool:
        """Whether an auxiliary of the passive stands before the verb."""
        return bool(self.passive.search(before))

    def generic_before(self, before: str, noun: str) -> bool:
        """Whether the noun speaks of no particular event: "such a meeting", "regular meetings"."""
        many = noun.endswith("s") and self.generic_many.search(before) is not None
        return many or bool(self.generic.search(before))

    def anaphoric_before(self, before: str) -> bool:
        """Whether the noun only points back to the event under way."""
        return bool(self.anaphoric.search(before))

    def specified_behind(self, before: str, behind: str) -> bool:
        """Whether an occasion ("at the meeting") is told by what follows ("with …"): an event of its own."""
        return bool(self.occasion.search(before) and self.specified.match(behind))

    def said_near(self, mood: str, words: str) -> bool:
        """Whether words near a noun say it was cancelled, postponed or denied."""
        hits = self.off_hits(mood, words)
        # "Refused to endorse the plan at a meeting" denies no meeting.
        return any(mood != "denied" or not self.elsewhere.search(words, stop) for _, stop in hits)

    def called_off_behind(self, mood: str, behind: str) -> bool:
        """Whether words behind a noun say that it was called off, put off or denied."""
        pattern = next(pattern for name, pattern in self.off if name == mood)
        return any(self._is_so(hit, behind) for hit in pattern.finditer(behind))

    def off_hits(self, mood: str, words: str) -> Iterator[tuple[int, int]]:
        """Where words say that something was called off, put off or denied: offsets in them."""
        pattern = next(pattern for name, pattern in self.near if name == mood)
        return (hit.span() for hit in pattern.finditer(words) if self._is_so(hit, words))

    def _is_so(self, hit: re.Match[str], words: str) -> bool:
        """Not so where it may be called off, or was not: "threatened to cancel", "twice postponed"."""
        before = words[: hit.start()]
        if self.nobody.search(before):
            return False  # "none of the meetings had to be dropped"
        return self.is_whole(hit[0]) or not self.off_unless.search(before)

    def is_wanted_off(self, words: str) -> bool:
        """Whether somebody may call off, or is asked to call off, what stands behind: it is still to come."""
        hits = (hit for name, pattern in self.near if name in MOODS_OFF for hit in pattern.finditer(words))
        return any(self.off_wanted.search(words[: hit.start()]) for hit in hits)

    def off_behind(self, words: str) -> str | None:
        """What the rest of its sentence makes of a plan: called off, put off, or None for neither."""
        if self.went_on.search(words):
            return None
        return next((mood for mood in MOODS_OFF if self.said_near(mood, words)), None)

    def is_whole(self, cue: str) -> bool:
        """Whether a cue says by itself that something came to nothing: "fell through"."""
        return self.whole.match(cue.lower()) is not None

    def doubt_before(self, words: str, *, noun: bool = False, finite: bool = False) -> str | None:
        """What a sentence up to its verb or noun makes of it: denied, only supposed, planned, or None."""
        if self.is_denied(words, finite=finite) or (self.none if noun else self.nobody).search(words):
            return "denied"
        if self.supposed.match(words):
            return "hypothetical"
        return "planned" if self.foreseen.search(words) else None

    def is_denied(self, words: str, *, finite: bool = False) -> bool:
        """Whether words in front of a verb or noun say that it is not so, or that somebody would not."""
        if self.denied_reports.search(words):
            return True
        # "Refused to resign and met the envoys": what is told in a tense of its own was done.
        return not finite and self.forgone.search(words) is not None

    def mood_behind(self, behind: str) -> str | None:
        """What the rest of its sentence makes of a noun: announced, unlikely, or None for neither."""
        if self.unlikely.search(behind):
            return "hypothetical"
        if self.came_about.search(behind):
            return None  # "the talks planned for June were held"
        first = behind.lstrip(" ,")  # "the visit planned for June", «визит, назначенный на июнь»
        ahead = self.announced.search(behind) or self.planned.match(first) or self.due.match(first)
        ahead = ahead or self.set_for.match(first)
        return "planned" if ahead else None

    def under_way_behind(self, behind: str) -> bool:
        """Whether the verb behind a noun says it goes on ("the conference the UN is organizing")."""
        return bool(self.under_way.match(behind))

    def noun_here(self, before: str) -> bool:
        """Whether a word that may be verb or noun is a noun behind these words."""
        return bool(self.determiner.search(before))


@lru_cache
def load_modality(language: str) -> Modality:
    """The modality words of a language; those of English for one the file does not hold."""
    tables = read_file("actions.toml")
    english = tables["modality"][DEFAULT]
    # What a language has no words for it does not say.
    own = dict.fromkeys(english, ()) | tables["modality"].get(language, english)
    company = tables["company"].get(language, tables["company"][DEFAULT])
    moods = (
        ("cancelled", own["given_up"]),
        ("denied", own["negated"]),
        ("planned", own["planned"]),
        ("hypothetical", own["hypothetical"]),
        ("ongoing", own["progressive"]),
    )
    return Modality(
        before=tuple((mood, re.compile(_any(words) + _GAP)) for mood, words in moods if words),
        near=tuple(
            (mood, re.compile(_any(own[mood]), re.IGNORECASE))
            for mood in ("cancelled", "postponed", "denied")
        ),
        passive=re.compile(_any(own["passive"]) + _GAP),
        generic=re.compile(_any(own["generic"]) + r"(?:\s+[\w'-]+)?\s+$"),
        anaphoric=re.compile(_any(own["anaphoric"]) + r"\s*$"),
        # "Declined an invitation to visit", as far as the clause goes.
        forgone=re.compile(
            rf"{_any(own['forgone'])}(?:\s+(?!{_any(own['forgone_unless'])}\s)[\w’'.-]+){{0,14}}\s+$",
            re.IGNORECASE,
        ),
        elsewhere=re.compile(_any(own["forgone_unless"])),
        supposed=re.compile(r"\W*(?:" + ("|".join(own["supposed"]) or "(?!)") + ")", re.IGNORECASE),
        # "Neither delegation initialled", "no agreement was signed", as far as the clause goes.
        nobody=re.compile(
            rf"(?:^|[,;:–—]|\s-)\s*{_any(own['nobody'])}(?!\s+{_any(own['nobody_unless'])})"
            rf"(?:(?!\s{_any(company['subordinate'])}\s)[^,;:–—])*$",
            re.IGNORECASE,
        ),
        came_about=re.compile(
            rf"^(?:(?!{_any(own['other_clauses'])})[^,;])*?{_any(own['came_about'])}", re.IGNORECASE
        ),
        # Of a noun it stands with: "there was no statement after the meeting".
        none=re.compile(
            rf"(?:(?:^|[,;:–—“\"«]|\s-)\s*{_any(own['none'])}(?!\s+{_any(own['nobody_unless'])})"
            rf"|{_any(own['nor'])})(?:\s+(?!{_any(own['across'])})[\w'-]+){{0,2}}\s*$",
            re.IGNORECASE,
        ),
        # "The ministers cancelled the debt": with an object of its own it is not about the noun in front.
        off=tuple(
            (mood, re.compile(rf"{_any(own[mood])}(?!\s+{_any(own['objects'])}\s)"))
            for mood in ("cancelled", "postponed", "denied")
        ),
        absent=re.compile(rf"{_any(own['absent'])}\s+(?:[\w-]+\s+)?$"),
        undone=re.compile(rf"\s*{_any(own['undone'])}"),
        lacking=re.compile(rf"{_any(own['lacking'])}\W*$"),
        went_on=re.compile(_any(own["went_on"])),
        whole=re.compile(_any(own["whole"]) if own["whole"] else ""),
        off_unless=re.compile(
            rf"(?:{_any(own['off_unless'])}|{_any(own['off_wanted'])}(?!\s+{_any(own['tensed'])}))" + _GAP
        ),
        off_wanted=re.compile(_any(own["off_wanted"]) + _GAP),
        # Behind the words of a date line a sentence begins with its capital: "Date: 2 May The visit …".
        determiner=re.compile(_any(own["determiners"]) + r"\s+$", re.IGNORECASE),
        under_way=re.compile(r".{0,30}?" + _any(own["progressive"]) + r"\s+\w+ing\b"),
        according=re.compile(_any(company["according"]) + r"\s+(?:the\s+)?$", re.IGNORECASE),
        of_noun=re.compile(
            r"(?<!"
            + r")(?<!".join(f"{word} " for word in company["parts_of_time"])
            + ")"
            + _any(company["of_noun"])
            + r"\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        throughout=re.compile(_any(company["throughout"]) + r"\s+(?:the\s+)?$", re.IGNORECASE),
        question=re.compile(r"\W*" + _any(company["questions"]), re.IGNORECASE),
        staying_away=re.compile(
            _any(company["staying_away"]) + rf"(?!\s+{_any(own['generic'])})", re.IGNORECASE
        ),
        record=re.compile(_any(company["records"]) + _near(40), re.IGNORECASE),
        turn=re.compile(_any(company["turns"]) + _near(75), re.IGNORECASE),
        article=re.compile(_any(company["articles"]), re.IGNORECASE),
        # "The Senate of Chad on Friday refused to ratify": no comma, no other clause between them.
        voted_down=re.compile(
            rf"{_any(company['voters'])}(?:\s+(?!{_any(company['voted_unless'])})(?!{_any(company['refusing'])})[\w’'-]+){{0,9}}"
            rf"\s+{_any(company['refusing'])}\s+(?:\w+\s+)?{_any(company['votes'])}(?!\s+(?:down|through|on|away|off)\b)",
            re.IGNORECASE,
        ),
        led_ahead=re.compile(
            rf"{_any(own['planned'])}(?:\s+[\w'-]+){{0,4}}?\s+{_any(company['leads'])}(?:\s+[\w'-]+){{0,4}}\s+$"
            rf"|{_any(company['coming'])}(?:\s+[\w'-]+){{0,2}}\s+$"
        ),
        settlement=re.compile(r"(?:\w+\s+)?" + _any(company["settlements"]) + r"\s+$"),
        venue=re.compile(r"\s+" + _any(company["venues"])),
        occasion=re.compile(_any(company["occasion"]) + r"\s+$"),
        specified=re.compile(r"\s+" + _any(company["specified"]) + r"\s"),
        circumstance=re.compile(_any(own["circumstance"]) + r"\s+(?:\w+ly\s+)?$"),
        generic_many=re.compile(_any(own["generic_many"]) + r"(?:\s+[\w'-]+)?\s+$"),
        **{name: re.compile(_any((own | company)[name])) for name in _PLAIN},
        **{name: re.compile(_any((own | company)[name]), re.IGNORECASE) for name in _ANY_CASE},
    )


def _near(most: int) -> str:
    """So many letters of one clause; the stop of an abbreviation does not end it: "a U.N. chief"."""
    return rf"(?:[^,;:.]|\.(?!\s+(?-i:[A-Z]))){{0,{most}}}$"


def _any(words: Iterable[str]) -> str:
    forms = sorted((re.escape(word.replace("’", "'")) for word in words), key=len, reverse=True)
    forms = [form.replace(r"\*", r"[\w'“”\"-]+(?:\s+[\w'“”\"-]+){0,2}?") for form in forms]
    if not forms:
        return r"(?!)"
    # A contraction ("'ll") is glued to the word before it.
    return r"(?:(?<![\w'])|(?=['’]))(?:" + "|".join(forms) + r")(?!\w)"
