"""What is measured, with which servers, and what is to be reached."""

MODELS = ["async", "epoll", "select", "poll", "thread", "iterative", "process"]
FAST = ["c-epoll", "loop", "kestrel", "async", "epoll"]

# case: servers; what the first column of its table shows.
CASES = {
    "echo:1x1": (["c-epoll", "loop", "kestrel", "py-iterative", "async", "epoll", "iterative"], "rps"),
    "echo:64x1": ([*FAST, "py-select", "select", "poll"], "rps"),
    "echo:64x16": ([*FAST, "py-select", "py-thread", "select", "poll", "thread"], "rps"),
    "echo:1024x1": (FAST, "rps"),
    "echo:1024x16": (FAST, "rps"),
    "churn:16": ([*FAST, "py-thread", "py-fork", "thread", "process"], "rps"),
    "resp-get:50x1": (["redis", "redis-async", "redis-epoll"], "rps"),
    "resp-get:50x16": (["redis", "redis-async", "redis-epoll"], "rps"),
    "resp-get:50x64": (["redis", "redis-async", "redis-epoll"], "rps"),
    "resp-set:50x16": (["redis", "redis-async", "redis-epoll"], "rps"),
    "get:1024": (["c-files", "ftp-async", "ftp-epoll"], "mibps"),
    "put:1024": (["c-files", "ftp-async", "ftp-epoll"], "mibps"),
    "idle:10000": (["kestrel", "async", "epoll"], "bytes"),
    "start": (["async"], "ms"),
}

BOTH = ["async", "epoll"]


def _both(goal, case, column, to, sign, wanted):
    return [(goal, case, name, column, to, sign, wanted) for name in BOTH]


# goal, case, server, column, compared with (None: the figure itself; "- x": the difference), sign, bound.
GOALS = [
    *_both("G1", "echo:64x1", "us", "c-epoll", "<=", 1.25), *_both("G1", "echo:64x1", "us", "kestrel", "<=", 0.5),
    *_both("G1", "echo:64x1", "rps", "kestrel", ">=", 2.0), *_both("G1", "echo:64x1", "rps", "c-epoll", ">=", 0.8),
    *_both("G2", "echo:64x16", "us", "c-epoll", "<=", 1.25), *_both("G2", "echo:64x16", "us", "kestrel", "<=", 0.5),
    *_both("G2", "echo:64x16", "rps", "kestrel", ">=", 2.0), *_both("G2", "echo:64x16", "rps", "c-epoll", ">=", 0.8),
    *[goal for case in ("echo:1024x1", "echo:1024x16") for column, to, sign, wanted in
      (("us", "c-epoll", "<=", 1.35), ("us", "kestrel", "<=", 0.75), ("rps", "kestrel", ">=", 1.3)) for goal in _both("G3", case, column, to, sign, wanted)],
    *_both("G4", "echo:1x1", "p50", "c-epoll", "<=", 1.15), *_both("G4", "echo:1x1", "us", "kestrel", "<=", 0.6),
    *_both("G5", "churn:16", "us", "c-epoll", "<=", 1.2), *_both("G5", "churn:16", "rps", "kestrel", ">=", 1.6),
    *[("G8", case, name, column, to, sign, wanted) for case in ("echo:64x1", "echo:64x16") for name in ("select", "poll")
      for column, to, sign, wanted in (("us", "c-epoll", "<=", 1.5), ("rps", "py-select", ">=", 1.2))],
    ("G9", "echo:64x16", "thread", "us", "c-epoll", "<=", 1.6), ("G9", "echo:64x16", "thread", "rps", "py-thread", ">=", 1.5),
    ("G9", "churn:16", "thread", "rps", "py-thread", ">=", 2.0),
    ("G10", "churn:16", "process", "rps", "py-fork", ">=", 1.0),
    ("G11", "echo:1x1", "iterative", "us", "c-epoll", "<=", 1.15),
    ("G12", "idle:10000", "async", "bytes", None, "<=", 1000), ("G12", "idle:10000", "epoll", "bytes", None, "<=", 400),
    *_both("G12", "idle:10000", "bytes", "kestrel", "<=", 0.2),
    *[("G13", case, f"redis-{name}", column, "redis", sign, wanted) for name in BOTH for case, column, sign, wanted in
      (("resp-get:50x16", "rps", ">=", 1.3), ("resp-get:50x16", "us", "<=", 0.75), ("resp-get:50x64", "rps", ">=", 2.0), ("resp-get:50x1", "rps", ">=", 1.05))],
    *[("G14", "resp-set:50x16", f"redis-{name}", "rps", "redis", ">=", 1.3) for name in BOTH],
    *[(goal, case, f"ftp-{name}", column, "c-files", sign, wanted) for name in BOTH for goal, case, column, sign, wanted in
      (("G15", "get:1024", "mibps", ">=", 0.95), ("G15", "get:1024", "cpu", "<=", 1.05), ("G16", "put:1024", "mibps", ">=", 0.95))],
    *_both("G17", "echo:64x16", "us", "- loop", "<=", 0.15),
    *_both("G18", "echo:64x16", "p999", "c-epoll", "<=", 1.5),
    ("start", "start", "async", "ms", None, "<=", 400),
]
