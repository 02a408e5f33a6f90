"""Telegram's export (`result.json`): a document a message, with its day and, of a channel, its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from data_model.errors import ReadError
from data_model.read.published import TextNote
from data_model.read.reading import Found, Reading, stem_of
from data_model.values import Document

_PUBLIC = "public_channel"


@dataclass(frozen=True, slots=True)
class _Chat:
    name: str
    key: str
    messages: list[Any]


def is_chat(told: object) -> bool:
    """Whether some JSON is what Telegram exports: one chat, or all of them."""
    if not isinstance(told, dict):
        return False
    chats = told.get("chats")
    return _is_one(told) or (isinstance(chats, dict) and isinstance(chats.get("list"), list))


def _is_one(told: Mapping[str, Any]) -> bool:
    messages = told.get("messages")
    first = messages[0] if isinstance(messages, list) and messages else None
    return isinstance(first, dict) and {"id", "type", "date"} <= first.keys()


def read_chats(told: Any, source: str, reading: Reading) -> Found:  # noqa: ANN401 - JSON
    """The documents of the messages; what joined, was pinned or shows only a picture says nothing."""
    silent = done = 0
    for chat in _chats(told):
        for number, message in enumerate(chat.messages, start=1):
            place = f"{source}, message {number}"
            if not isinstance(message, dict):
                yield ReadError(place, "not a message")
                continue
            text = _words(message.get("text")).strip()
            if message.get("type") != "message" or not text:
                silent += message.get("type") == "message"
                continue
            done += 1
            yield Document(
                id=f"{stem_of(source)}-{chat.key}-{message.get('id', number)}",
                text=text,
                source=source,
                published=_day(message),
            )
    if silent:
        reading.on_note(TextNote(source, f"{silent} messages without words (pictures, files) were left out"))
    if not done:
        raise ReadError(source, "the chat holds no message with words")


def _chats(told: Mapping[str, Any]) -> Iterator[_Chat]:
    listed = told["chats"]["list"] if not _is_one(told) else [told]
    for number, chat in enumerate(listed, start=1):
        messages = chat.get("messages") if isinstance(chat, dict) else None
        if isinstance(messages, list):
            yield _Chat(str(chat.get("name") or ""), str(chat.get("id") or number), messages)


def _words(text: object) -> str:
    """A text is words, or a list of words and of words with a meaning (links, bold ones)."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_words(part.get("text") if isinstance(part, dict) else part) for part in text)
    return ""


def _day(message: Mapping[str, Any]) -> date | None:
    """The day as the exporting program showed it, which is that of its own clock; else by Unix time."""
    try:
        return datetime.fromisoformat(str(message.get("date"))).date()
    except ValueError:
        pass
    try:
        return datetime.fromtimestamp(int(str(message.get("date_unixtime"))), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
