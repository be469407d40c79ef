"""The best assignment: pairs that no two share a side, with the highest total score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

LARGEST = 48
"""Rows or columns of a component that is solved exactly: at most some 20 ms. Real edits leave components of two to ten
notes; larger ones come up only where hundreds of notes look alike, and there the best pair first is as good."""

Pair = tuple[int, int]


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """Choose the pairs (left, right) with the highest total score, each side at most once; scores are positive."""
    chosen: list[Pair] = []
    for component in _components(scores):
        lefts = sorted({left for left, _ in component})
        rights = sorted({right for _, right in component})
        if len(component) == 1:
            chosen += component
        elif max(len(lefts), len(rights)) > LARGEST:
            chosen += _best_first(component, scores)
        elif len(lefts) <= len(rights):
            table = [[-scores.get((left, right), 0.0) for right in rights] for left in lefts]
            chosen += [(lefts[i], rights[j]) for i, j in enumerate(_columns(table))]
        else:
            table = [[-scores.get((left, right), 0.0) for left in lefts] for right in rights]
            chosen += [(lefts[j], rights[i]) for i, j in enumerate(_columns(table))]
    return sorted(pair for pair in chosen if pair in scores)


def _components(scores: Mapping[Pair, float]) -> list[list[Pair]]:
    by_left: dict[int, list[Pair]] = defaultdict(list)
    by_right: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(scores):
        by_left[pair[0]].append(pair)
        by_right[pair[1]].append(pair)
    found: list[list[Pair]] = []
    for start in list(by_left):
        waiting = by_left.pop(start, [])
        component: list[Pair] = []
        while waiting:
            pair = waiting.pop()
            component.append(pair)
            waiting += [p for p in by_right.pop(pair[1], []) if p != pair]
            waiting += [p for p in by_left.pop(pair[0], []) if p != pair]
        if component:
            found.append(sorted(set(component)))
    return found


def _best_first(component: Sequence[Pair], scores: Mapping[Pair, float]) -> list[Pair]:
    lefts: set[int] = set()
    rights: set[int] = set()
    chosen = []
    for left, right in sorted(component, key=lambda pair: (-scores[pair], pair)):
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            chosen.append((left, right))
    return chosen


def _columns(cost: Sequence[Sequence[float]]) -> list[int]:
    """Give each row its column at the lowest total cost (Kuhn and Munkres, by shortest augmenting paths)."""
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # the row of each column, both from 1; 0: free
    for row in range(1, rows + 1):
        owner[0] = row
        at = 0
        least = [float("inf")] * (columns + 1)
        came_from = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while owner[at]:
            done[at] = True
            current, step, next_at = owner[at], float("inf"), 0
            for column in range(1, columns + 1):
                if not done[column]:
                    slack = cost[current - 1][column - 1] - row_price[current] - column_price[column]
                    if slack < least[column]:
                        least[column], came_from[column] = slack, at
                    if least[column] < step:
                        step, next_at = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[owner[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = next_at
        while at:
            owner[at] = owner[came_from[at]]
            at = came_from[at]
    result = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result
