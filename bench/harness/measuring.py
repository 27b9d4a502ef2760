"""One server under one load."""
import contextlib
import datetime
import json
import os
import platform
import resource
import subprocess
import time

from servers import ROOT

REFERENCES = {"c-epoll", "loop", "kestrel", "redis", "c-files"}
LINE = "x" * 63 + "\\n"
VALUE = "v" * 64
GET = ("*2\\r\\n$3\\r\\nGET\\r\\n$5\\r\\nkey:1\\r\\n", f"$64\\r\\n{VALUE}\\r\\n")
SET = (f"*3\\r\\n$3\\r\\nSET\\r\\n$5\\r\\nkey:1\\r\\n$64\\r\\n{VALUE}\\r\\n", "+OK\\r\\n")
PORTS_REST = "/proc/sys/net/ipv4/tcp_tw_reuse_delay"


def machine():
    with open("/proc/cpuinfo") as f:
        cpu = next((line.split(":", 1)[1].strip() for line in f if line.startswith("model name")), platform.machine())
    said = lambda *words: subprocess.run(words, cwd=ROOT, capture_output=True, text=True).stdout.strip()  # noqa: E731
    changed = " with changes" if said("git", "status", "--porcelain", "--untracked-files=no") else ""
    return {"date": datetime.date.today().isoformat(), "commit": said("git", "rev-parse", "--short", "HEAD") + changed, "cpu": cpu, "cores": os.cpu_count(),
            "kernel": platform.release(), "dotnet": said("dotnet", "--version")}


def measure(server, folder, case, o):
    kind, _, rest = case.partition(":")
    if kind == "start":
        return {"ms": server.started_ms, "other": 0.0}
    if kind == "idle":
        return idle(server, folder, int(rest))
    if kind in ("get", "put"):
        return transfer(server, folder, kind, int(rest))
    connections, _, depth = rest.partition("x")
    request, answer = {"resp-get": GET, "resp-set": SET}.get(kind, (LINE, LINE))
    if kind == "resp-get":
        load(server, folder, "talk", 1, 1, 0.1, 0, *SET)
    with quick_ports() if kind == "churn" else contextlib.nullcontext():
        return load(server, folder, "churn" if kind == "churn" else "talk", connections, depth or 1, o.seconds, o.warmup, request, answer)


def load(server, folder, mode, connections, depth, amount, warmup, request, answer):
    line = ["taskset", "-c", "1", f"{folder}/load", server.port, mode, connections, depth, amount, warmup, request, answer]
    with subprocess.Popen([str(word) for word in line], stdout=subprocess.PIPE, text=True) as generator:
        if generator.stdout.readline().strip() != "START":
            raise RuntimeError("the load did not start")
        cpu, busy, own, began = server.cpu(), machine_busy(), children_cpu(generator.pid), time.monotonic()
        said = generator.stdout.readline()
        used, took, all_ = server.cpu() - cpu, time.monotonic() - began, machine_busy() - busy
        own = children_cpu(generator.pid) - own
        generator.wait(10)
    if not said:
        raise RuntimeError("the server closed, or said something else")
    sample = json.loads(said)
    sample.update(us=used * 1e6 / max(1, sample["requests"]), cpu=used, other=max(0.0, (all_ - used - own) / took))
    return sample


def transfer(server, folder, kind, mib):
    size, path = mib << 20, f"{folder}/library/bench.bin"
    if kind == "get" and not os.path.exists(path):
        with open(path, "wb") as f:
            for _ in range(mib):
                f.write(os.urandom(1 << 20))
    if kind == "get":
        return load(server, folder, "get", 1, 1, size, 0, "G bench.bin\\r\\n", f"OK {size}\\r\\n")
    try:
        return load(server, folder, "put", 1, 1, size, 0, f"P up.bin {size}\\r\\n", "OK stored\\r\\n")
    finally:
        with contextlib.suppress(OSError):
            os.remove(f"{folder}/library/up.bin")


def idle(server, folder, count):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most[0] < count + 100:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most[1], count + 1000), most[1]))
    load(server, folder, "talk", 32, 4, 0.5, 0.5, LINE, LINE)   # what is made at first use is there
    time.sleep(0.5)
    before = server.memory()
    words = [f"{folder}/load", server.port, "idle", count, 1, 0, 0, LINE, LINE]
    with subprocess.Popen([str(word) for word in words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as clients:
        if not clients.stdout.readline().startswith("OPEN"):
            raise RuntimeError(f"{count} connections could not be opened")
        time.sleep(1.5)
        after = server.memory()
        clients.stdin.close()
        clients.wait(30)
    return {"bytes": (after - before) / count, "other": 0.0}


def machine_busy():
    with open("/proc/stat") as f:
        v = list(map(int, f.readline().split()[1:]))
    return (v[0] + v[1] + v[2] + v[5] + v[6]) / os.sysconf("SC_CLK_TCK")


def children_cpu(pid):
    try:
        with open(f"/proc/{pid}/stat") as f:
            return sum(map(int, f.read().rsplit(")", 1)[1].split()[11:13])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


@contextlib.contextmanager
def quick_ports():
    """A client's port rests for a second, which caps churn at some 14,000 a second; as root, on kernels that can, for 20 ms while this runs."""
    before = None
    with contextlib.suppress(OSError):
        with open(PORTS_REST) as f:
            before = f.read()
        with open(PORTS_REST, "w") as f:
            f.write("20")
    try:
        yield
    finally:
        if before:
            with contextlib.suppress(OSError), open(PORTS_REST, "w") as f:
                f.write(before)
