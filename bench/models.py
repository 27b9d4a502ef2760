#!/usr/bin/env python3
"""Measures the concurrency models beside programs that do the same without them, and prints ratios.

    bench/models.py [--rounds 3] [--seconds 3] [--json FILE]

Each server runs on core 0, `protokit bench` on core 1, so figures are those of one core. In a round all servers take their turn at each case, so that a slow phase of
the machine falls on all of them; a ratio is the median of the ratios within the rounds. Needs Linux, gcc, taskset and a build:

    dotnet build src/ProtoKit.Tool -c Release && dotnet build samples/Echo -c Release
"""
import argparse
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
TOOL = f"{ROOT}/src/ProtoKit.Tool/bin/Release/net10.0/protokit.dll"
MODELS = ["async", "epoll", "select", "poll", "thread", "iterative", "process"]

# name, servers that are measured, what they are compared with, [(column, least or most, goal)]: the goals of the design's performance page.
CASES = {
    "64x1": (["c-epoll", "py-select", "py-thread", "async", "epoll", "select", "poll", "thread"], 64, 1),
    "64x16": (["c-epoll", "py-select", "py-thread", "async", "epoll", "select", "poll", "thread"], 64, 16),
    "1x1": (["c-epoll", "py-iterative", "iterative", "async", "epoll"], 1, 1),
    "churn": (["py-fork", "py-thread", "process", "thread", "async", "epoll"], 16, 0),
}
GOALS = [
    ("G8", "64x1", "select", "us", "c-epoll", "<=", 1.5), ("G8", "64x16", "select", "us", "c-epoll", "<=", 1.5),
    ("G8", "64x1", "poll", "us", "c-epoll", "<=", 1.5), ("G8", "64x16", "poll", "us", "c-epoll", "<=", 1.5),
    ("G8", "64x1", "select", "rps", "py-select", ">=", 1.2), ("G8", "64x16", "select", "rps", "py-select", ">=", 1.2),
    ("G9", "64x16", "thread", "us", "c-epoll", "<=", 1.6), ("G9", "64x16", "thread", "rps", "py-thread", ">=", 1.5),
    ("G9", "churn", "thread", "rps", "py-thread", ">=", 2.0),
    ("G10", "churn", "process", "rps", "py-fork", ">=", 1.0),
    ("G11", "1x1", "iterative", "us", "c-epoll", "<=", 1.15),
]


def command(name, port, build):
    if name == "c-epoll":
        return [f"{build}/epoll_echo", str(port)]
    if name.startswith("py-"):
        return [sys.executable, f"{HERE}/peers/echo.py", name[3:], str(port)]
    return ["dotnet", TOOL, "serve", f"{ROOT}/samples/Echo", "--no-build", "--protocol", "echo", "--model", name, "--listen", f"tcp://127.0.0.1:{port}"]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def tree(pid):
    """The process and its descendants."""
    children = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat") as f:
                children.setdefault(int(f.read().rsplit(")", 1)[1].split()[1]), []).append(int(entry))
        except OSError:
            pass
    found, next_ = [], [pid]
    while next_:
        found.append(next_.pop())
        next_ += children.get(found[-1], [])
    return found


def cpu(pid):
    """User and system seconds of the tree, with what children have used that are gone."""
    total = 0
    for one in tree(pid):
        try:
            with open(f"/proc/{one}/stat") as f:
                total += sum(map(int, f.read().rsplit(")", 1)[1].split()[11:15]))
        except OSError:
            pass
    return total / os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, name, build):
        self.port = free_port()
        self.process = subprocess.Popen(["taskset", "-c", "0", *command(name, self.port, build)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"{name} does not listen")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            for one in reversed(tree(self.process.pid)):
                os.kill(one, signal.SIGKILL)
            self.process.wait()


def under_load(server, connections, depth, seconds):
    run = ["taskset", "-c", "1", "dotnet", TOOL, "bench", f"tcp://127.0.0.1:{server.port}", "--proto", f"{ROOT}/samples/Echo", "--protocol", "echo", "--no-build",
           "-c", str(connections), "--pipeline", str(depth), "-d", f"{seconds}s", "--warmup", "3s", "--json"]
    row = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)["rows"][0]
    if row["errors"]:
        raise SystemExit(f"{row['errors']} wrong answers: {row['notes']}")
    return {"rps": row["requestsPerSecond"], "us": row["cpuUsPerRequest"], "p50": row["p50Ms"], "p99": row["p99Ms"]}


def churn(server, slots, seconds):
    """Connect, one line, close, on so many slots, in a process of its own."""
    os.sched_setaffinity(0, {1})
    program = f"import sys; sys.path.insert(0, {HERE!r}); import models; print(models.churn_count({server.port}, {slots}, {seconds}))"
    subprocess.run([sys.executable, "-c", program.replace(f"{seconds})", "3)")], check=True, capture_output=True)
    before = cpu(server.process.pid)
    count = int(subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout)
    return {"rps": count / seconds, "us": (cpu(server.process.pid) - before) / max(1, count) * 1e6}


def churn_count(port, slots, seconds):
    import selectors
    waiting, done, end = selectors.DefaultSelector(), 0, time.monotonic() + seconds

    def begin():
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        s.connect(("127.0.0.1", port))
        s.sendall(b"a line that comes back\n")
        waiting.register(s, selectors.EVENT_READ)

    for _ in range(slots):
        begin()
    while time.monotonic() < end:
        for key, _ in waiting.select(0.1):
            if key.fileobj.recv(100) != b"a line that comes back\n":
                raise SystemExit("a wrong answer")
            waiting.unregister(key.fileobj)
            key.fileobj.close()
            done += 1
            begin()
    return done


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=3)
    options.add_argument("--cases", default=",".join(CASES))
    options.add_argument("--json", help="write every sample there")
    o = options.parse_args()
    build = tempfile.mkdtemp(prefix="protokit-bench-")
    samples = {}
    try:
        subprocess.run(["gcc", "-O2", "-o", f"{build}/epoll_echo", f"{HERE}/peers/epoll_echo.c"], check=True)
        for round_ in range(o.rounds):
            for case in o.cases.split(","):
                names, connections, depth = CASES[case]
                for name in names:
                    server = Server(name, build)
                    try:
                        got = under_load(server, connections, depth, o.seconds) if depth else churn(server, connections, o.seconds)
                    finally:
                        server.stop()
                    samples.setdefault(case, {}).setdefault(name, []).append(got)
                    print(f"round {round_ + 1} {case} {name}: {got['rps']:,.0f}/s, {got['us']:.3g} us", file=sys.stderr)
    finally:
        shutil.rmtree(build)
    if o.json:
        with open(o.json, "w") as f:
            json.dump(samples, f, indent=1)
    report(samples)


def report(samples):
    for case, servers in samples.items():
        print(f"\n| {case} | requests/s | CPU per request | CPU / c-epoll |\n|---|--:|--:|--:|")
        for name, got in servers.items():
            middle = {k: statistics.median(one[k] for one in got) for k in ("rps", "us")}
            ratio = f"{between(samples, case, name, 'us', 'c-epoll'):.2f}" if "c-epoll" in servers else ""
            print(f"| {name} | {middle['rps']:,.0f} | {middle['us']:.3g} us | {ratio} |")
    print("\n| goal | case | what | ratio | wanted | |\n|---|---|---|--:|--:|---|")
    for goal, case, name, column, peer, sign, wanted in GOALS:
        if case in samples:
            ratio = between(samples, case, name, column, peer)
            met = ratio <= wanted if sign == "<=" else ratio >= wanted
            what = {"us": "CPU per request", "rps": "connections/s" if case == "churn" else "requests/s"}[column]
            print(f"| {goal} | {case} | {name}, {what} / {peer} | {ratio:.2f} | {sign} {wanted} | {'reached' if met else 'missed'} |")


def between(samples, case, name, column, peer):
    return statistics.median(a[column] / b[column] for a, b in zip(samples[case][name], samples[case][peer]))


if __name__ == "__main__":
    main()
