"""Who held which office when: the terms of offices/, looked up by person and role."""

from __future__ import annotations

from data_model import days as ds
from data_model.days import Days
from data_model.find.offices import OfficePhrase
from data_model.knowledge.entries import Office, Term
from data_model.knowledge.load import Knowledge

# Someone of lower rank is written with the office; a "leader" word means one of these.
LEADERS = ("head-of-state", "head-of-government")


def offices_of(key: str, knowledge: Knowledge) -> tuple[Office, ...]:
    """Every office a person ever held."""
    return knowledge.held.get(key, ())


def days_in_office(key: str, office: Office) -> Days:
    """The days a person is known to have held an office."""
    return ds.union(*(term.known for term in office.terms if term.person == key))


def terms_of(key: str, phrase: OfficePhrase, knowledge: Knowledge) -> tuple[Term, ...]:
    """The terms a person served in an office that fits the words of the phrase."""
    return tuple(
        term
        for office in offices_of(key, knowledge)
        if fits(office, phrase)
        for term in office.terms
        if term.person == key
    )


def fits(office: Office, phrase: OfficePhrase) -> bool:
    """Whether an office can be the one a phrase names: same role, no other country or body."""
    if office.role != phrase.role:
        return False
    if phrase.organizations and office.organization:
        return office.organization in phrase.organizations
    if phrase.country:
        return office.country == phrase.country
    return True


def holder(phrase: OfficePhrase, country: str, on: Days, knowledge: Knowledge) -> str | None:
    """The only one who held the office of a phrase on some of the days; `country` fills a missing one.

    Nobody where several did, or where someone's term may have been over on some of the days.
    """
    wanted = phrase.country or country
    terms = [
        term
        for office in knowledge.by_role.get(phrase.role, ())
        if (
            office.organization in phrase.organizations
            if phrase.organizations
            else office.country == wanted and not office.organization
        )
        for term in office.terms
        if ds.overlap(term.days, on)
    ]
    people = {term.person for term in terms}
    sure = all(ds.intersect(term.days, on) == ds.intersect(term.known, on) for term in terms)
    return people.pop() if len(people) == 1 and sure else None


def country_of(key: str, on: Days, knowledge: Knowledge) -> str:
    """The country a person held an office of on some of the days, else the one the person belongs to."""
    for office in offices_of(key, knowledge):
        if office.country and ds.overlap(days_in_office(key, office), on):
            return office.country
    return knowledge.people[key].country


def leads(key: str, country: str, on: Days, knowledge: Knowledge) -> bool:
    """Whether a person led the country on some of the days."""
    return any(
        ds.intersect(days_in_office(key, office), on)
        for office in offices_of(key, knowledge)
        if office.country == country
        and not office.organization
        and office.role in knowledge.roles
        and knowledge.roles[office.role].rank in LEADERS
    )
