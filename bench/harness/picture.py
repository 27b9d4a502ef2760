#!/usr/bin/env python3
"""Draws what `protokit bench PATH --models all --json` measured: bench/harness/picture.py RUN.json > models.svg"""
import json
import sys
from html import escape

BAR, GAP, LABEL, WIDTH, HEAD = 16, 6, 80, 250, 46
INK, PALE, FILL = "#24292f", "#57606a", "#2f6feb"


def short(value):
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if value >= size:
            return f"{value / size:.3g}{unit}"
    return f"{value:.3g}"


def panel(left, title, rows):
    most = max((value for _, value in rows if value), default=1)
    out = [f'<text x="{left}" y="28" class="t">{escape(title)}</text>']
    for i, (name, value) in enumerate(rows):
        y = HEAD + i * (BAR + GAP)
        out.append(f'<text x="{left + LABEL - 6}" y="{y + 12}" text-anchor="end">{escape(name)}</text>')
        if value is None:
            out.append(f'<text x="{left + LABEL}" y="{y + 12}" class="n">not measured</text>')
            continue
        long = max(1, value / most * WIDTH)
        out.append(f'<rect x="{left + LABEL}" y="{y}" width="{long:.1f}" height="{BAR}"/>')
        out.append(f'<text x="{left + LABEL + long + 5:.1f}" y="{y + 12}" class="n">{short(value)}</text>')
    return out


def drawn(panels):
    """Panels are (title, [(name, value)])."""
    step = LABEL + WIDTH + 70
    height = HEAD + max(len(rows) for _, rows in panels) * (BAR + GAP) + 6
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {step * len(panels)} {height}" font-family="sans-serif" font-size="12" fill="{INK}">',
           f"<style>.t{{font-weight:bold}} .n{{fill:{PALE}}} rect{{fill:{FILL}}}</style>",
           '<rect width="100%" height="100%" style="fill:white"/>']
    for i, (title, rows) in enumerate(panels):
        out += panel(10 + i * step, title, rows)
    return "\n".join([*out, "</svg>", ""])


def main():
    with open(sys.argv[1]) as f:
        run = json.load(f)
    names = list(dict.fromkeys(row["model"] for row in run["rows"]))

    def of(column, connections, depth):
        rows = {r["model"]: r for r in run["rows"] if (r["connections"], r["depth"]) == (connections, depth)}
        return [(name, rows.get(name, {}).get(column)) for name in names]

    memory = {m["model"]: m.get("memoryPerConnection") for m in run["models"]}
    print(drawn([
        ("requests/s, 64 connections, 16 deep", of("requestsPerSecond", 64, 16)),
        ("CPU µs per request, 64 connections, 1 deep", of("cpuUsPerRequest", 64, 1)),
        ("memory per connection, KiB", [(n, memory[n] / 1024 if memory.get(n) else None) for n in names]),
    ]), end="")


if __name__ == "__main__":
    main()
