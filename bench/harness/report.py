"""Samples as tables: each case, then what was to be reached."""
import statistics

from cases import CASES, GOALS

COLUMNS = {"rps": "requests/s", "us": "CPU per request, us", "p50": "p50, us", "p99": "p99, us", "p999": "p99.9, us", "mibps": "MiB/s", "cpu": "CPU, s", "bytes": "bytes per connection",
           "ms": "ms"}
SHOWN = {"rps": ["rps", "us", "p50", "p99", "p999"], "mibps": ["mibps", "cpu"], "bytes": ["bytes"], "ms": ["ms"]}


def tables(run):
    return about(run) + "\n" + "\n".join(table(run, case) for case in CASES if case in run["samples"]) + "\n" + goals(run)


def about(run):
    a = run["about"]
    return f"{a['date']}, commit {a['commit']}; {a['cpu']}, {a['cores']} cores, Linux {a['kernel']}, .NET SDK {a['dotnet']}.\n"


def table(run, case):
    servers, key = run["samples"][case], CASES[case][1]
    references = [name for name in ("c-epoll", "kestrel", "redis", "c-files") if good(servers.get(name, []), key)]
    columns = SHOWN[key]
    ratios = [(column, to) for to in references for column in columns[:2]]
    head = [COLUMNS[c] for c in columns] + [f"{COLUMNS[c].split(',')[0]} / {to}" for c, to in ratios]
    lines = [f"### {case}\n", "| server | " + " | ".join(head) + " |", "|---" + "|--:" * len(head) + "|"]
    for name, samples in servers.items():
        cells = [figure(middle(samples, c)) for c in columns] + [figure(ratio(run, case, name, c, to)) for c, to in ratios]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def goals(run):
    lines = ["| goal | case | what | measured | wanted | |", "|---|---|---|--:|--:|---|"]
    for goal, case, name, column, to, sign, wanted in GOALS:
        value = measured(run, case, name, column, to)
        if value is None:
            continue
        what = f"{name}, {COLUMNS[column]}" + (f" / {to}" if to and not to.startswith("- ") else f" {to}" if to else "")
        met = value <= wanted if sign == "<=" else value >= wanted
        lines.append(f"| {goal} | {case} | {what} | {figure(value)} | {sign} {wanted:g} | {'reached' if met else '**missed**'} |")
    return "\n".join(lines) + "\n"


def measured(run, case, name, column, to):
    if to is None:
        return middle(run["samples"].get(case, {}).get(name, []), column)
    if to.startswith("- "):
        mine, theirs = (middle(run["samples"].get(case, {}).get(one, []), column) for one in (name, to[2:]))
        return None if mine is None or theirs is None else mine - theirs
    return ratio(run, case, name, column, to)


def good(samples, column):
    return [one[column] for one in samples if column in one]


def middle(samples, column):
    values = good(samples, column)
    return statistics.median(values) if values else None


def ratio(run, case, name, column, to):
    servers = run["samples"].get(case, {})
    pairs = [(a[column], b[column]) for a, b in zip(servers.get(name, []), servers.get(to, [])) if a.get(column) is not None and b.get(column)]
    return statistics.median(a / b for a, b in pairs) if pairs else None


def figure(value):
    if value is None:
        return "-"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
