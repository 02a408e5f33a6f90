"""What an installation may set, as one frozen value read once."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one page.

    Attributes:
        hosts: Host names the page answers to, without port; requests for others are refused, so
            that a foreign site cannot reach it under a name of its own.
        prefix: The path the page lives under, with a slash at both ends.
        max_body: Largest request body in bytes.
        table_rows: How many rows of the event table are drawn at first.
        tray_cards: How many cards of the undated tray are drawn at first.
        single_marks: Up to how many marks are drawn one by one.
        address: What readers know the page by, told in figures and citations: `https://example.org/`, with a
            slash at its end; "" to tell the address it is asked by.
        embed_from: Hosts whose pages may show a chart of this one in a frame, as a policy names them
            (`https://example.org`); without any, no chart can be framed.
    """

    hosts: tuple[str, ...] = LOOPBACK
    prefix: str = "/"
    max_body: int = 1_000_000
    table_rows: int = 50
    tray_cards: int = 8
    single_marks: int = 600
    address: str = ""
    embed_from: tuple[str, ...] = ()
