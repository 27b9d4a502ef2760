#!/usr/bin/env python3
"""The models as a tutorial would write them in Python: echo.py iterative|thread|fork|select PORT. Lines come back as they are."""
import os
import select
import signal
import socket
import sys
import threading


def lines(client):
    """Answers whole lines until the client has gone."""
    held = b""
    with client:
        try:
            while data := client.recv(65536):
                held += data
                cut = held.rfind(b"\n") + 1
                if cut:
                    client.sendall(held[:cut])
                    held = held[cut:]
        except OSError:
            pass


def iterative(server):
    while True:
        lines(server.accept()[0])


def thread(server):
    while True:
        client, _ = server.accept()
        threading.Thread(target=lines, args=(client,), daemon=True).start()


def fork(server):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        client, _ = server.accept()
        if os.fork() == 0:
            server.close()
            lines(client)
            os._exit(0)
        client.close()


def select_(server):
    held = {}
    while True:
        for ready in select.select([server, *held], [], [])[0]:
            if ready is server:
                client, _ = server.accept()
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                held[client] = b""
                continue
            try:
                data = ready.recv(65536)
                bytes_ = held[ready] + data
                cut = bytes_.rfind(b"\n") + 1
                if cut:
                    ready.sendall(bytes_[:cut])
                held[ready] = bytes_[cut:]
            except OSError:
                data = b""
            if not data:
                del held[ready]
                ready.close()


model, port = sys.argv[1], int(sys.argv[2])
listener = socket.create_server(("127.0.0.1", port), backlog=512)
listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
{"iterative": iterative, "thread": thread, "fork": fork, "select": select_}[model](listener)
