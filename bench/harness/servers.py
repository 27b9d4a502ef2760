"""The servers: what they are made of, how they are started, what /proc says of them."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(HERE)
PEERS = f"{HERE}/peers"
TOOL = f"{ROOT}/src/ProtoKit.Tool/bin/Release/net10.0/protokit.dll"
SAMPLES = {"echo": "Echo", "redis": "Redis", "ftp": "Ftp"}


def build(folder):
    for name in ("load", "epoll_echo", "files"):
        subprocess.run(["gcc", "-O2", "-o", f"{folder}/{name}", f"{PEERS}/{name}.c"], check=True)
    quiet = {"stdout": subprocess.DEVNULL, "check": True}
    for name in ("kestrel", "loop"):
        subprocess.run(["dotnet", "publish", f"{PEERS}/{name}.cs", "-c", "Release", "-o", f"{folder}/{name}"], **quiet)
    subprocess.run(["dotnet", "build", f"{ROOT}/src/ProtoKit.Tool", "-c", "Release"], **quiet)
    for sample in SAMPLES.values():
        subprocess.run(["dotnet", "build", f"{ROOT}/samples/{sample}", "-c", "Release"], **quiet)


def commands(folder):
    """Server: its command line, with {port} left open."""
    os.makedirs(f"{folder}/library")
    found = {
        "c-epoll": [f"{folder}/epoll_echo", "{port}"],
        "loop": ["dotnet", f"{folder}/loop/loop.dll", "{port}"],
        "kestrel": ["dotnet", f"{folder}/kestrel/kestrel.dll", "{port}"],
        "c-files": [f"{folder}/files", "{port}", f"{folder}/library"],
        **{f"py-{model}": [sys.executable, f"{PEERS}/echo.py", model, "{port}"] for model in ("iterative", "thread", "fork", "select")},
        **{model: served("echo", model) for model in ("async", "epoll", "select", "poll", "thread", "iterative", "process")},
        **{f"redis-{model}": served("redis", model) for model in ("async", "epoll")},
        **{f"ftp-{model}": [*served("ftp", model), "--set", f"root={folder}/library"] for model in ("async", "epoll")},
    }
    if shutil.which("redis-server"):
        found["redis"] = ["redis-server", "--port", "{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--loglevel", "warning"]
    return found


def served(protocol, model):
    return ["dotnet", TOOL, "serve", f"{ROOT}/samples/{SAMPLES[protocol]}", "--no-build", "--protocol", protocol, "--model", model,
            "--limit", "max-connections=12000", "--listen", "tcp://127.0.0.1:{port}"]


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


# On one core .NET waits ten times as long until it compiles what is hot; a figure of the first seconds would be one of its compiler. For all that run on it.
WARM = {**os.environ, "DOTNET_TC_DelaySingleProcMultiplier": "1"}


class Server:
    """Started with the block, and ended with it."""

    def __init__(self, command, pinned=True):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.command = [*(["taskset", "-c", "0"] if pinned else []), *(word.replace("{port}", str(self.port)) for word in command)]

    def __enter__(self):
        began = time.monotonic()
        self.process = subprocess.Popen(self.command, env=WARM, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except OSError:
                if time.monotonic() - began > 20 or self.process.poll() is not None:
                    self.__exit__()
                    raise RuntimeError(f"{' '.join(self.command)} does not listen") from None
                time.sleep(0.002)
        self.started_ms = (time.monotonic() - began) * 1000
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            for one in reversed(tree(self.process.pid)):
                os.kill(one, signal.SIGKILL)
            self.process.wait()

    def cpu(self):
        """User and system seconds of the tree, with those of children that are gone."""
        total = 0
        for one in tree(self.process.pid):
            try:
                with open(f"/proc/{one}/stat") as f:
                    total += sum(map(int, f.read().rsplit(")", 1)[1].split()[11:15]))
            except OSError:
                pass
        return total / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Bytes of the tree; pages that several share count once."""
        total = 0
        for one in tree(self.process.pid):
            try:
                with open(f"/proc/{one}/smaps_rollup") as f:
                    total += sum(int(line.split()[1]) for line in f if line.startswith("Pss:"))
            except OSError:
                pass
        return total * 1024
