"""The part of a page between two marks, and its pictures, from a run."""
import os

import picture
import report
from cases import CASES

BEGIN, END = "<!-- measured: begin (bench/run --doc) -->", "<!-- measured: end -->"
PICTURES = [("echo:64x16", "rps", "requests/s, 64 connections, 16 deep"), ("echo:64x16", "us", "CPU us per request, 64x16"), ("echo:64x1", "us", "CPU us per request, 64x1")]


def write(path, run):
    with open(path) as f:
        text = f.read()
    if BEGIN not in text or END not in text:
        raise SystemExit(f"{path} has no place for the tables: {BEGIN} ... {END}")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    cases = "\n".join(report.table(run, case) for case in CASES if case in run["samples"])
    made = f"{BEGIN}\n{report.about(run)}\n### What was to be reached\n\n{report.goals(run)}\n{draw(path, run)}{cases}{END}"
    with open(path, "w") as f:
        f.write(before + made + after)


def draw(path, run):
    panels = []
    for case, column, title in PICTURES:
        servers = run["samples"].get(case, {})
        rows = [(name, report.middle(samples, column)) for name, samples in servers.items()]
        if rows:
            panels.append((title, rows))
    if not panels:
        return ""
    name = os.path.splitext(os.path.basename(path))[0] + ".svg"
    with open(os.path.join(os.path.dirname(path), name), "w") as f:
        f.write(picture.drawn(panels))
    return f"![{'; '.join(title for title, _ in panels)}]({name})\n\n"
