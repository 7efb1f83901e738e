"""The window in which a lead says who somebody is at the desk, and what it brought back.

Limits: https://docs.slack.dev/reference/block-kit/block-elements (100 options of 75 characters).
"""

from collections.abc import Iterable, Mapping

from warmline.adapters.slack.blocks import Block, button_value, plain
from warmline.adapters.slack.modals import View
from warmline.adapters.slack.parts import NotTaken
from warmline.adapters.slack.presses import Submission
from warmline.application.leads import Profile, profile_of
from warmline.domain.agent import LONGEST_NAME, Agent, tidy_name
from warmline.domain.policy import Policy
from warmline.domain.queueing import MAIN

PROFILE = "agent_profile"
SOMEBODY_NEW = "new"
PERSON, NAME, TEAM, SKILLS, LANGUAGES, LIMIT, LEAD = (
    "person",
    "display_name",
    "team",
    "skills",
    "languages",
    "limit",
    "lead",
)
MOST_OPTIONS, LONGEST_OPTION = 100, 75
HIGHEST_LIMIT = 100

NO_NAME = f"1 to {LONGEST_NAME} characters, as customers will read it."
NO_LIMIT = f"A whole number from 1 to {HIGHEST_LIMIT}, or nothing for the usual limit."
NOBODY = "Pick somebody."


def profile_window(agent: Agent | None, policy: Policy, *, place: str) -> View:
    """Return the window for an agent, or for somebody new; `place` is where it was opened."""
    profile = profile_of(agent) if agent else Profile(display_name="")
    named = button_value(agent.id if agent else SOMEBODY_NEW, 0)
    return {
        "type": "modal",
        "callback_id": PROFILE,
        "title": plain("Change an agent" if agent else "Add an agent"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "private_metadata": f"{named}.{place}",
        "blocks": [
            *([_about(agent)] if agent else [_input(PERSON, "Who", {"type": "users_select"})]),
            _input(
                NAME,
                "Name that customers see",
                {
                    "type": "plain_text_input",
                    "max_length": LONGEST_NAME,
                    **({"initial_value": profile.display_name} if agent else {}),
                },
            ),
            *_menus(profile, policy),
            _limit(profile, policy),
            _lead(profile),
        ],
    }


def profile_in(sent: Submission, before: Agent | None) -> Profile:
    """Return what the window says. Raises NotTaken for what cannot be; what it did not ask stays.

    A field that was emptied is not sent at all: only one that was shown can have been emptied.
    """
    values, kept = sent.values, profile_of(before) if before else Profile(display_name="")
    name = tidy_name(values.get(NAME, ""))
    if not name:
        raise NotTaken({NAME: NO_NAME})
    return Profile(
        display_name=name,
        team=values.get(TEAM, kept.team),
        skills=_several(values, SKILLS),
        languages=_several(values, LANGUAGES),
        limit=_limit_in(values),
        lead=LEAD in values,
    )


def person_in(sent: Submission) -> str:
    """Return whom the window is about. Raises NotTaken when it does not say."""
    user = sent.values.get(PERSON, "") if sent.conversation == SOMEBODY_NEW else sent.conversation
    if not user:
        raise NotTaken({PERSON: NOBODY})
    return user


def _about(agent: Agent) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": f"<@{agent.id}>"}}


def _menus(profile: Profile, policy: Policy) -> list[Block]:
    """What may be picked: teams where there are any, and what cases may need."""
    skills = _names([*policy.skills.values(), *profile.skills])
    languages = _names([*policy.languages, *profile.languages])
    team = _one_of(TEAM, "Team", _names([MAIN, *policy.teams]), profile.team or MAIN)
    return [
        *([team] if policy.teams else []),
        *([_some_of(SKILLS, "Skills", skills, profile.skills)] if skills else []),
        *([_some_of(LANGUAGES, "Languages", languages, profile.languages)] if languages else []),
    ]


def _limit(profile: Profile, policy: Policy) -> Block:
    usual = f"Usually {int(policy.agent_limit)}"
    field: Block = {"type": "plain_text_input", "placeholder": plain(usual), "max_length": 3}
    if profile.limit:
        field["initial_value"] = str(profile.limit)
    return _input(LIMIT, "Open cases at once", field, optional=True)


def _lead(profile: Profile) -> Block:
    option = _option("Leads the desk", LEAD)
    field: Block = {"type": "checkboxes", "options": [option]}
    if profile.lead:
        field["initial_options"] = [option]
    return _input(LEAD, "Lead", field, optional=True)


def _one_of(name: str, label: str, names: list[str], picked: str) -> Block:
    options = [_option(one, one) for one in names]
    field: Block = {"type": "static_select", "options": options}
    if picked in names:
        field["initial_option"] = options[names.index(picked)]
    return _input(name, label, field)


def _some_of(name: str, label: str, names: list[str], picked: Iterable[str]) -> Block:
    options = {one: _option(one, one) for one in names}
    field: Block = {"type": "multi_static_select", "options": list(options.values())}
    already = [options[one] for one in names if one in set(picked)]
    if already:
        field["initial_options"] = already
    return _input(name, label, field, optional=True)


def _input(name: str, label: str, field: Block, *, optional: bool = False) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "optional": optional,
        "element": {"action_id": name, **field},
    }


def _option(text: str, value: str) -> Block:
    return {"text": plain(text[:LONGEST_OPTION]), "value": value}


def _names(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))[:MOST_OPTIONS]


def _several(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(one for one in values.get(name, "").split(",") if one)


def _limit_in(values: Mapping[str, str]) -> int:
    given = values.get(LIMIT, "").strip()
    if not given:
        return 0
    if not (given.isascii() and given.isdecimal() and 0 < int(given) <= HIGHEST_LIMIT):
        raise NotTaken({LIMIT: NO_LIMIT})
    return int(given)
