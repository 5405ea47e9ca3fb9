"""Draws figures against a logarithmic axis as SVG, readable on light and dark ground."""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 44, 76
COLOURS = ["#0969da", "#bc4c00", "#1a7f37", "#8250df"]
DARK = ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff"]
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 14px; font-weight: 600; }
  .grid { stroke: #d1d9e0; } .axis { stroke: #59636e; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .grid { stroke: #30363d; } .axis { stroke: #8d96a0; }
"""


def ticks(most):
    """Some five round numbers from 0 to beyond the greatest value."""
    raw = most / 5 or 1
    power = 10 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    return [step * number for number in range(math.ceil(most / step) + 1)]


def draw(file, title, x_label, y_label, xs, series):
    """xs are positive and rise; series gives a list of values for each name, as many as xs."""
    marks = ticks(max(value for values in series.values() for value in values))
    first, last = math.log10(xs[0]), math.log10(xs[-1])

    def x(value):
        return LEFT + (math.log10(value) - first) / ((last - first) or 1) * (WIDTH - LEFT - RIGHT)

    def y(value):
        return HEIGHT - BOTTOM - value / marks[-1] * (HEIGHT - TOP - BOTTOM)

    def text(left, top, content, anchor="middle", more=""):
        return f'<text x="{left:.1f}" y="{top:.1f}" text-anchor="{anchor}"{more}>{escape(content)}</text>'

    def line(points, more):
        path = " ".join(f"{left:.1f},{top:.1f}" for left, top in points)
        return f'<polyline fill="none" points="{path}" {more}/>'

    rules = STYLE
    for number, light, dark in zip(range(len(series)), COLOURS, DARK):
        rules = f"  .s{number} {{ stroke: {light}; fill: {light}; }}\n" + rules
        rules += f"    .s{number} {{ stroke: {dark}; fill: {dark}; }}\n"
    parts = [text(LEFT, 22, title, "start", ' class="title"')]
    for mark in marks:
        parts.append(line([(LEFT, y(mark)), (WIDTH - RIGHT, y(mark))], 'class="grid"'))
        parts.append(text(LEFT - 8, y(mark) + 4, f"{mark:,.10g}", "end"))
    for value in xs:
        parts.append(line([(x(value), y(0)), (x(value), y(0) + 5)], 'class="axis"'))
        parts.append(text(x(value), y(0) + 19, f"{value:,}"))
    parts.append(line([(LEFT, y(0)), (WIDTH - RIGHT, y(0))], 'class="axis"'))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, y(0) + 38, x_label))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(text(16, middle, y_label, more=f' transform="rotate(-90 16 {middle:.1f})"'))
    place = LEFT
    for number, (name, values) in enumerate(series.items()):
        points = [(x(at), y(value)) for at, value in zip(xs, values)]
        parts.append(line(points, f'class="s{number}" style="fill:none;stroke-width:2"'))
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" class="s{number}"/>' for a, b in points]
        parts.append(f'<circle cx="{place + 4}" cy="{HEIGHT - 14}" r="4" class="s{number}"/>')
        parts.append(text(place + 13, HEIGHT - 10, name, "start"))
        place += 32 + 6.6 * len(name)
    with open(file, "w", encoding="utf-8") as svg:
        svg.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            f' aria-label="{escape(title)}">\n<style>\n{rules}  }}\n</style>\n'
        )
        svg.write("\n".join(parts) + "\n</svg>\n")
