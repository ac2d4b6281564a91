"""Related records: those that share the rarest tag, then the category, and stand nearest in order.

For each record only its neighbours in a few lists are looked at, so the time a record takes does not
grow with the site, and a new record changes the related ones of its neighbours only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def find_related(records: Sequence[T], groups_of: Sequence[Sequence[str]], count: int) -> list[tuple[T, ...]]:
    """For each record, up to `count` others. `groups_of[i]` names the groups of record i (tags, category),
    the most telling ones being those with the fewest members; groups of the whole site tell nothing."""
    members: dict[str, list[int]] = {}
    for index, groups in enumerate(groups_of):
        for group in dict.fromkeys(groups):
            members.setdefault(group, []).append(index)
    place: dict[str, dict[int, int]] = {
        group: {index: position for position, index in enumerate(indexes)}
        for group, indexes in members.items()
    }
    return [
        tuple(records[other] for other in _nearest(index, groups, members, place, count))
        for index, groups in enumerate(groups_of)
    ]


def _nearest(
    index: int,
    groups: Sequence[str],
    members: Mapping[str, Sequence[int]],
    place: Mapping[str, Mapping[int, int]],
    count: int,
) -> list[int]:
    found: list[int] = []
    for group in sorted(set(groups), key=lambda name: (len(members[name]), name)):
        indexes, here = members[group], place[group][index]
        for step in range(1, count + 1):
            for there in (here + step, here - step):
                if 0 <= there < len(indexes) and indexes[there] not in found:
                    found.append(indexes[there])
                    if len(found) == count:
                        return found
    return found
