/* The load for bench/run: one thread, epoll, every answer compared byte for byte.
 *
 *     gcc -O2 -o load load.c
 *     load PORT talk  CONNECTIONS DEPTH SECONDS WARMUP REQUEST ANSWER    the same request over and over, DEPTH of them in flight on each connection
 *     load PORT churn SLOTS       1     SECONDS WARMUP REQUEST ANSWER    connect, one request, close
 *     load PORT idle  CONNECTIONS 1     0       0      REQUEST ANSWER    one request on each, "OPEN n", then silence until standard input ends
 *     load PORT get   1           1     BYTES   0      REQUEST ANSWER    one answer of so many bytes behind ANSWER
 *     load PORT put   1           1     BYTES   0      REQUEST ANSWER    so many bytes behind REQUEST, then ANSWER
 *
 * REQUEST and ANSWER hold \r and \n as written. Says START when the warm-up is over, and a line of JSON at the end.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS = 512, BUCKETS = 64 * 16 };

struct client {
    int socket;
    size_t sent, got;
    long long since;
};

static int port, epoll;
static char *request, *answer;
static size_t request_length, answer_length;
static long long requests, wrong, times[BUCKETS];
static char incoming[1 << 20];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* Sixteen steps for each doubling: within 5 %. */
static int bucket(long long ns) {
    if (ns < 16) return (int)ns;
    int high = 63 - __builtin_clzll((unsigned long long)ns);
    return high * 16 + (int)((ns >> (high - 4)) & 15);
}

static double quantile(double part) {
    long long all = 0, seen = 0;
    for (int i = 0; i < BUCKETS; i++) all += times[i];
    for (int i = 0; i < BUCKETS; i++) {
        seen += times[i];
        if (seen >= all * part && seen > 0) return i < 16 ? i / 1000.0 : (double)((16LL + i % 16) << (i / 16 - 4)) / 1000.0;
    }
    return 0;
}

static char *unescaped(const char *text, size_t *length) {
    char *out = malloc(strlen(text) + 1), *to = out;
    if (!out) fail("malloc");
    for (; *text; text++) {
        if (*text != '\\') *to++ = *text;
        else if (*++text == 'n') *to++ = '\n';
        else if (*text == 'r') *to++ = '\r';
        else *to++ = *text;
    }
    *length = (size_t)(to - out);
    return out;
}

static char *times_over(const char *bytes, size_t *length, int count) {
    char *all = malloc(*length * (size_t)count + 1);
    if (!all) fail("malloc");
    for (int i = 0; i < count; i++) memcpy(all + *length * (size_t)i, bytes, *length);
    *length *= (size_t)count;
    return all;
}

static int connected(int blocking) {
    int on = 1, s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    if (s < 0) fail("socket");
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(s, (struct sockaddr *)&at, sizeof at) < 0) fail("connect");
    if (!blocking && epoll_ctl(epoll, EPOLL_CTL_ADD, s, &(struct epoll_event){ .events = EPOLLIN, .data.ptr = NULL }) < 0) fail("epoll_ctl");
    return s;
}

static void watch(struct client *c) {
    struct epoll_event wanted = { .events = EPOLLIN, .data.ptr = c };
    if (epoll_ctl(epoll, EPOLL_CTL_MOD, c->socket, &wanted) < 0) fail("epoll_ctl");
}

static void say(struct client *c) {
    c->since = now();
    c->got = 0;
    /* A batch fits into an empty socket; where it does not, waiting for room is fair, for the server is behind. */
    for (c->sent = 0; c->sent < request_length;) {
        ssize_t n = send(c->socket, request + c->sent, request_length - c->sent, MSG_NOSIGNAL);
        if (n < 0) fail("send");
        c->sent += (size_t)n;
    }
}

/* 1: the whole answer is there. -1: the server is gone. */
static int hear(struct client *c) {
    ssize_t n = recv(c->socket, incoming, sizeof incoming, MSG_DONTWAIT);
    if (n < 0 && errno == EAGAIN) return 0;
    if (n <= 0) return -1;
    if (c->got + (size_t)n > answer_length || memcmp(incoming, answer + c->got, (size_t)n) != 0) {
        wrong++;
        return -1;
    }
    c->got += (size_t)n;
    return c->got == answer_length;
}

static void begin(struct client *c) {
    c->socket = connected(0);
    watch(c);
    say(c);
}

static void end(struct client *c) {
    /* Reset, so that no port rests after it. */
    struct linger hard = { 1, 0 };
    setsockopt(c->socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close(c->socket);
}

static void load(struct client *clients, int count, int depth, double seconds, double warmup, int churns) {
    struct epoll_event events[EVENTS];
    long long start = now(), from = start + (long long)(warmup * 1e9), until = from + (long long)(seconds * 1e9);
    int warm = 1;
    for (int i = 0; i < count; i++) begin(&clients[i]);
    for (;;) {
        int ready = epoll_wait(epoll, events, EVENTS, 1000);
        long long at = now();
        if (warm && at >= from) {
            warm = 0;
            requests = 0;
            memset(times, 0, sizeof times);
            from = at;
            until = at + (long long)(seconds * 1e9);
            puts("START");
            fflush(stdout);
        }
        if (at >= until) break;
        for (int i = 0; i < ready; i++) {
            struct client *c = events[i].data.ptr;
            int whole = hear(c);
            if (whole < 0) {
                fprintf(stderr, "the server closed, or said something else\n");
                exit(1);
            }
            if (!whole) continue;
            requests += depth;
            times[bucket(now() - c->since)]++;
            if (churns) {
                end(c);
                begin(c);
            } else say(c);
        }
    }
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double took = (now() - from) / 1e9;
    printf("{\"requests\":%lld,\"seconds\":%.3f,\"rps\":%.1f,\"p50\":%.1f,\"p99\":%.1f,\"p999\":%.1f,\"wrong\":%lld}\n", requests, took, requests / took, quantile(0.5),
           quantile(0.99), quantile(0.999), wrong);
}

static void idle(struct client *clients, int count) {
    for (int i = 0; i < count; i++) {
        clients[i].socket = connected(1);
        say(&clients[i]);
        for (int whole; (whole = hear(&clients[i])) != 1;)
            if (whole < 0) fail("answer");
    }
    printf("OPEN %d\n", count);
    fflush(stdout);
    while (read(0, incoming, sizeof incoming) > 0) {}
}

static void take(int s, size_t length, const char *expected) {
    for (size_t got = 0; got < length;) {
        size_t most = length - got < sizeof incoming ? length - got : sizeof incoming;
        ssize_t n = recv(s, incoming, most, 0);
        if (n <= 0) fail("recv");
        if (expected && memcmp(incoming, expected + got, (size_t)n) != 0) wrong++;
        got += (size_t)n;
    }
}

static void give(int s, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t n = send(s, bytes, length, MSG_NOSIGNAL);
        if (n <= 0) fail("send");
        bytes += n;
        length -= (size_t)n;
    }
}

static void transfer(int puts_, size_t bytes) {
    int s = connected(1);
    puts("START");
    fflush(stdout);
    long long from = now();
    give(s, request, request_length);
    if (puts_) {
        for (size_t left = bytes; left > 0;) {
            size_t most = left < sizeof incoming ? left : sizeof incoming;
            give(s, incoming, most);
            left -= most;
        }
        take(s, answer_length, answer);
    } else {
        take(s, answer_length, answer);
        take(s, bytes, NULL);
    }
    double took = (now() - from) / 1e9;
    printf("{\"requests\":1,\"seconds\":%.3f,\"mibps\":%.1f,\"wrong\":%lld}\n", took, bytes / 1048576.0 / took, wrong);
}

int main(int argc, char **argv) {
    if (argc != 9) return fprintf(stderr, "load PORT talk|churn|idle|get|put CONNECTIONS DEPTH SECONDS|BYTES WARMUP REQUEST ANSWER\n"), 2;
    port = atoi(argv[1]);
    int count = atoi(argv[3]), depth = atoi(argv[4]);
    request = unescaped(argv[7], &request_length);
    answer = unescaped(argv[8], &answer_length);
    request = times_over(request, &request_length, depth);
    answer = times_over(answer, &answer_length, depth);
    epoll = epoll_create1(0);
    struct client *clients = calloc((size_t)count, sizeof *clients);
    if (!clients) fail("calloc");
    if (!strcmp(argv[2], "idle")) idle(clients, count);
    else if (!strcmp(argv[2], "get") || !strcmp(argv[2], "put")) transfer(argv[2][0] == 'p', strtoull(argv[5], NULL, 10));
    else load(clients, count, depth, atof(argv[5]), atof(argv[6]), !strcmp(argv[2], "churn"));
    return wrong > 0;
}
