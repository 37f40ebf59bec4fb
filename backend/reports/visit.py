"""What the person wants of a visit: questions, goals, and what was agreed before."""

from collections.abc import Iterator

from backend.reports.blocks import Block, Row, Section, facts, listing, row
from backend.reports.material import Material, Record, on_of
from backend.reports.wording import day


def next_visit(material: Material) -> Record | None:
    """The visit that comes, or the newest one."""
    visits = sorted(
        (one for one in material.of("appointment") if on_of(one.body)), key=lambda one: str(on_of(one.body))
    )
    coming = [one for one in visits if (on_of(one.body) or material.made_on) >= material.made_on]
    return coming[0] if coming else None


def questions(material: Material) -> list[str]:
    """What she wants to ask."""
    visit = next_visit(material)
    return [str(one) for one in visit.body.get("questions") or ()] if visit else []


def section(material: Material) -> Section:
    """Goals, questions, what was agreed."""
    blocks: list[Block] = []
    if material.may("appointments"):
        blocks.append(
            listing(
                "wishes.questions",
                "Questions for the visit",
                [row(f"wishes.question.{number}", one) for number, one in enumerate(questions(material), 1)],
            )
        )
        agreed = [
            row(f"wishes.{one.id}", day(on_of(one.body)), str(one.body["agreed"]))
            for one in material.within("appointment")
            if one.body.get("agreed")
        ]
        if agreed:
            blocks.append(facts("wishes.agreed", "Agreed at earlier visits", agreed))
    if material.may("symptoms"):
        hopes = list(_hopes(material))
        if hopes:
            blocks.append(facts("wishes.hopes", "Hopes and worries", hopes))
    if material.may("profile"):
        blocks.append(listing("wishes.goals", "What I want to be able to do", _goals(material)))
    return {"id": "wishes", "title": "What I want to ask and reach", "blocks": blocks}


def _hopes(material: Material) -> Iterator[Row]:
    """What the Pain Story holds of them, in the person's words."""
    labels = {"wish": "I want from treatment", "worry": "What worries me"}
    for one in material.of("story"):
        for name, label in labels.items():
            said = ((one.body.get("answers") or {}).get(name) or {}).get("text")
            if said:
                yield row(f"wishes.{name}.{one.id}", label, str(said))


def _goals(material: Material) -> list[Row]:
    profile = next((one.body for one in material.of("profile")), {})
    chosen = [one for one in profile.get("goals") or () if one != "own_words"]
    rows = [row(f"wishes.goal.{one}", material.words.of("goals", one)) for one in chosen]
    if profile.get("own_goal"):
        rows.append(row("wishes.goal.own", str(profile["own_goal"])))
    return rows
