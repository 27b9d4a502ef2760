/* The bound for the echo protocol: one thread, edge-triggered epoll, no parser, no limits. Lines come back as they are.
 *
 *     gcc -O2 -o epoll_echo epoll_echo.c && ./epoll_echo PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { READ_SIZE = 65536, EVENTS = 256 };

/* What a client has not been sent yet: a line whose end has not come, or answers that its socket did not take. */
struct client {
    int socket;
    char *held;
    size_t length, ready;
};

static char incoming[READ_SIZE];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void drop(struct client *c) {
    close(c->socket);
    free(c->held);
    free(c);
}

static size_t whole_lines(const char *bytes, size_t length) {
    const char *last = memrchr(bytes, '\n', length);
    return last ? (size_t)(last - bytes) + 1 : 0;
}

static void hold(struct client *c, const char *bytes, size_t length) {
    if (length == 0) return;
    c->held = realloc(c->held, c->length + length);
    if (!c->held) fail("realloc");
    memcpy(c->held + c->length, bytes, length);
    c->length += length;
}

/* Sends the whole lines that are held. 0: the client is gone. */
static int send_held(struct client *c) {
    while (c->ready > 0) {
        ssize_t sent = send(c->socket, c->held, c->ready, MSG_NOSIGNAL);
        if (sent < 0) return errno == EAGAIN;
        memmove(c->held, c->held + sent, c->length - (size_t)sent);
        c->length -= (size_t)sent;
        c->ready -= (size_t)sent;
    }
    return 1;
}

/* Answers what has come. 0: the client is gone. */
static int serve(struct client *c) {
    if (!send_held(c)) return 0;
    for (;;) {
        if (c->ready > 0) return 1;
        ssize_t count = recv(c->socket, incoming, READ_SIZE, 0);
        if (count == 0) return 0;
        if (count < 0) return errno == EAGAIN;
        size_t lines = whole_lines(incoming, (size_t)count), sent = 0;
        if (c->length == 0 && lines > 0) {
            ssize_t taken = send(c->socket, incoming, lines, MSG_NOSIGNAL);
            if (taken < 0 && errno != EAGAIN) return 0;
            sent = taken < 0 ? 0 : (size_t)taken;
        }
        hold(c, incoming + sent, (size_t)count - sent);
        if (lines > sent) c->ready = c->length - ((size_t)count - lines);
        if (!send_held(c)) return 0;
        /* A read that did not fill the room has emptied the socket. */
        if (count < READ_SIZE) return 1;
    }
}

static int listen_at(int port) {
    int on = 1, socket_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (bind(socket_, (struct sockaddr *)&at, sizeof at) < 0) fail("bind");
    if (listen(socket_, 512) < 0) fail("listen");
    return socket_;
}

static void accept_all(int epoll, int listener) {
    for (int socket_; (socket_ = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        struct client *c = calloc(1, sizeof *c);
        if (!c) fail("calloc");
        c->socket = socket_;
        struct epoll_event wanted = { .events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.ptr = c };
        epoll_ctl(epoll, EPOLL_CTL_ADD, socket_, &wanted);
    }
}

int main(int argc, char **argv) {
    if (argc != 2) return fprintf(stderr, "epoll_echo PORT\n"), 2;
    int listener = listen_at(atoi(argv[1])), epoll = epoll_create1(0);
    struct epoll_event wanted = { .events = EPOLLIN, .data.ptr = NULL }, events[EVENTS];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &wanted);
    for (;;) {
        int count = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            struct client *c = events[i].data.ptr;
            if (!c) accept_all(epoll, listener);
            else if (!serve(c) || (events[i].events & EPOLLHUP)) drop(c);
        }
    }
}
