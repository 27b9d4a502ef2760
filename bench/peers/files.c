/* The bound for files: one client at a time, no names, no checks.
 *
 *     gcc -O2 -o files files.c && ./files PORT FOLDER
 *
 * A line "G NAME" gets "OK SIZE" and the file by sendfile; "P NAME SIZE" takes SIZE bytes by read and write, and gets "OK stored".
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static char buffer[256 * 1024];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void get(int client, const char *path) {
    struct stat about;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &about) < 0) fail(path);
    int head = snprintf(buffer, sizeof buffer, "OK %lld\r\n", (long long)about.st_size);
    send(client, buffer, (size_t)head, MSG_MORE | MSG_NOSIGNAL);
    for (off_t at = 0; at < about.st_size;)
        if (sendfile(client, file, &at, (size_t)(about.st_size - at)) <= 0) break;
    close(file);
}

static void put(int client, const char *path, long long size, const char *early, size_t have) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, early, have) != (ssize_t)have) fail(path);
    for (size -= (long long)have; size > 0;) {
        ssize_t n = recv(client, buffer, size < (long long)sizeof buffer ? (size_t)size : sizeof buffer, 0);
        if (n <= 0 || write(file, buffer, (size_t)n) != n) break;
        size -= n;
    }
    close(file);
    send(client, "OK stored\r\n", 11, MSG_NOSIGNAL);
}

int main(int argc, char **argv) {
    if (argc != 3) return fprintf(stderr, "files PORT FOLDER\n"), 2;
    int on = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&at, sizeof at) < 0 || listen(listener, 16) < 0) fail("listen");
    if (chdir(argv[2]) < 0) fail(argv[2]);
    for (int client; (client = accept(listener, NULL, NULL)) >= 0; close(client)) {
        char line[512], name[256];
        long long size;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ssize_t n = recv(client, line, sizeof line - 1, 0);
        if (n <= 0) continue;
        line[n] = 0;
        char *end = strchr(line, '\n');
        if (end && sscanf(line, "G %255s", name) == 1) get(client, name);
        else if (end && sscanf(line, "P %255s %lld", name, &size) == 2) put(client, name, size, end + 1, (size_t)(line + n - end - 1));
    }
}
