"""Runs a program on a terminal of its own and plays the person there.

Standard input holds one JSON object a line: {"wait": TEXT} until the program has shown it, {"send": TEXT} as keys,
{"end": true} until the program has ended. Each is answered with one line.
"""
import fcntl
import json
import os
import select
import sys
import termios
import time

PATIENCE = 60


class Terminal:
    def __init__(self, program):
        # It is held open here too: a terminal loses its settings with its last user, and they are asked for after that.
        self.keyboard, self.held = os.openpty()
        self.found = termios.tcgetattr(self.held)
        self.shown = b""
        self.seen = 0
        self.child = os.fork()
        if self.child == 0:
            self.become(program)

    def become(self, program):
        os.setsid()
        fcntl.ioctl(self.held, termios.TIOCSCTTY, 0)
        for stream in range(3):
            os.dup2(self.held, stream)
        os.closerange(3, 64)
        os.execvp(program[0], program)

    def read(self):
        more = bool(select.select([self.keyboard], [], [], 0.05)[0])
        if more:
            self.shown += os.read(self.keyboard, 65536)
        return more

    def wait(self, text):
        end = time.time() + PATIENCE
        while text not in self.shown[self.seen:]:
            if time.time() > end:
                return {"late": self.shown.decode(errors="replace")}
            self.read()
        self.seen = self.shown.index(text, self.seen) + len(text)
        return {}

    def end(self):
        end = time.time() + PATIENCE
        while time.time() < end:
            self.read()
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                while self.read():
                    pass
                return {
                    "exit": os.waitstatus_to_exitcode(status),
                    "shown": self.shown.decode(errors="replace"),
                    "restored": termios.tcgetattr(self.held) == self.found,
                }
        os.kill(self.child, 9)
        return {"late": self.shown.decode(errors="replace")}


terminal = Terminal(sys.argv[1:])
for line in sys.stdin:
    step = json.loads(line)
    answer = {}
    if "wait" in step:
        answer = terminal.wait(step["wait"].encode())
    elif "send" in step:
        os.write(terminal.keyboard, step["send"].encode())
    else:
        answer = terminal.end()
    print(json.dumps(answer), flush=True)
