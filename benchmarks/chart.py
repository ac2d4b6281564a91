"""A log-log chart of cost against size as SVG, readable on light and on dark ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 44, 52
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600; font-size: 15px }
.grid { stroke: #8884; stroke-width: 1 }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round }
.dashed { stroke-dasharray: 6 4 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } }
"""
COLOURS = ("#c2571a", "#b08a00", "#1d7fb8", "#2a8f5b", "#8a5cc2", "#777777")


@dataclass(frozen=True, slots=True)
class Line:
    """`points` are (size, seconds), both above zero. Lines of one `group` share a colour."""

    label: str
    group: str
    points: tuple[tuple[float, float], ...]
    dashed: bool = False


def draw(title: str, x_label: str, lines: Sequence[Line]) -> str:
    xs = [x for line in lines for x, _ in line.points]
    ys = [y for line in lines for _, y in line.points]
    left, right = floor(log10(min(xs))), max(ceil(log10(max(xs))), floor(log10(min(xs))) + 1)
    low, high = floor(log10(min(ys))), max(ceil(log10(max(ys))), floor(log10(min(ys))) + 1)

    def across(x: float) -> float:
        return LEFT + (log10(x) - left) / (right - left) * (WIDTH - LEFT - RIGHT)

    def down(y: float) -> float:
        return HEIGHT - BOTTOM - (log10(y) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [_text(LEFT, 24, title, "title")]
    for power in range(low, high + 1):
        y = down(10.0**power)
        parts.append(_rule(LEFT, y, WIDTH - RIGHT, y))
        parts.append(_text(LEFT - 8, y + 4, f"{10.0**power:g} s", anchor="end"))
    for power in range(left, right + 1):
        x = across(10.0**power)
        parts.append(_rule(x, TOP, x, HEIGHT - BOTTOM))
        parts.append(_text(x, HEIGHT - BOTTOM + 20, f"{10**power:,}", anchor="middle"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, x_label, anchor="middle"))

    groups = list(dict.fromkeys(line.group for line in lines))
    ends = []
    for line in lines:
        colour = COLOURS[groups.index(line.group) % len(COLOURS)]
        points = [(across(x), down(y)) for x, y in sorted(line.points)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashed = " dashed" if line.dashed else ""
        parts.append(f'<polyline class="line{dashed}" stroke="{colour}" points="{path}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        ends.append((points[-1], line.label, colour))
    parts += _labels(ends)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}">\n<style>{STYLE}</style>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _labels(ends: Sequence[tuple[tuple[float, float], str, str]]) -> list[str]:
    """Each line's label at its end, moved apart where lines end close together."""
    parts, last = [], 0.0
    for (x, y), label, colour in sorted(ends, key=lambda end: end[0][1]):
        last = max(y + 4, last + 15)
        parts.append(f'<path d="M{x + 5:.1f} {y:.1f}L{WIDTH - RIGHT + 12} {last - 4:.1f}" stroke="{colour}" '
                     f'stroke-opacity=".5" fill="none"/>')  # fmt: skip
        parts.append(_text(WIDTH - RIGHT + 16, last, label))
    return parts


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="grid" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, class_: str = "", anchor: str = "start") -> str:
    name = f' class="{class_}"' if class_ else ""
    return f'<text{name} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
