#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Throughput against the number of servers that share one PostgreSQL behind HAProxy, as in docs/scale-out.md.

scale_bench.py BUILD_FOLDER [SECONDS]: prints Markdown. Each server is held to SHARE of a core, so that the number of
servers is what is varied and not how many cores this machine has; PostgreSQL, HAProxy and wrk are not held. Where no
cgroup may be made the servers share the cores freely, which the first line says.
"""

import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from server_bench import BUILD, PASSWORD, SECONDS, Server, call, children, cpu_seconds, header, post, wrk

COUNTS = (1, 2, 3, 4)
SHARE = 0.2
CONNECTIONS = 32
POSTGRES = next((f"/usr/lib/postgresql/{v}/bin/" for v in (15, 16, 17) if os.path.isdir(f"/usr/lib/postgresql/{v}/bin")),
                "")


class Held:
    """A cgroup whose processes together get SHARE of a core, or nothing where none may be made."""

    PERIOD = 20_000  # µs: short, so that a pause costs little latency

    def __init__(self, name):
        self.folder = None
        quota = int(SHARE * self.PERIOD)
        for root, files in (("/sys/fs/cgroup/cpu", {"cpu.cfs_period_us": self.PERIOD, "cpu.cfs_quota_us": quota}),
                            ("/sys/fs/cgroup", {"cpu.max": f"{quota} {self.PERIOD}"})):
            folder = f"{root}/headway-bench-{os.getpid()}-{name}"
            try:
                if not os.path.isfile(f"{root}/cgroup.procs"):
                    continue
                os.mkdir(folder)
                self.folder = folder
                for file, value in files.items():
                    with open(f"{folder}/{file}", "w") as out:
                        out.write(str(value))
                return
            except OSError:
                self.remove()

    def add(self, pid):
        if self.folder:
            with open(f"{self.folder}/cgroup.procs", "w") as out:
                out.write(str(pid))

    def remove(self):
        if self.folder:
            os.rmdir(self.folder)
        self.folder = None


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Postgres:
    def __init__(self, folder):
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.folder = folder + "/postgres"
        os.mkdir(self.folder)
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
            os.chmod(folder, 0o755)
        self.port = free_port()
        self.run("initdb", "-D", self.folder + "/data", "-U", "headway", "-A", "trust", "-E", "UTF8", "--locale=C",
                 "--locale-provider=icu", "--icu-locale=en-US")
        self.process = subprocess.Popen(
            [POSTGRES + "postgres", "-D", self.folder + "/data", "-p", str(self.port), "-h", "127.0.0.1", "-k",
             self.folder, "-c", "max_connections=200"], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            **self.as_user())
        for _ in range(200):
            if self.run("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port), check=False) == 0:
                return
            time.sleep(0.05)
        raise SystemExit("PostgreSQL did not start")

    def as_user(self):
        return {"user": self.user.pw_uid, "group": self.user.pw_gid} if self.user else {}

    def run(self, name, *words, check=True):
        return subprocess.run([POSTGRES + name, *words], cwd="/", check=check, capture_output=True,
                              **self.as_user()).returncode

    def make_database(self, name):
        self.run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "headway", name)
        return f"postgres://headway@127.0.0.1:{self.port}/{name}"

    def pids(self):
        return [self.process.pid] + children(self.process.pid)

    def stop(self):
        self.process.send_signal(2)
        self.process.wait()


class Haproxy:
    def __init__(self, folder, bases):
        self.port = free_port()
        path = f"{folder}/haproxy-{self.port}.cfg"
        with open(path, "w") as out:
            out.write("defaults\n  mode http\n  timeout connect 5s\n  timeout client 60s\n  timeout server 60s\n"
                      f"frontend all\n  bind 127.0.0.1:{self.port}\n  default_backend headway\n"
                      "backend headway\n  balance roundrobin\n")
            for i, base in enumerate(bases):
                out.write(f"  server s{i} {base.removeprefix('http://')}\n")
        self.process = subprocess.Popen(["/usr/sbin/haproxy", "-db", "-f", path], stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{self.port}"
        for _ in range(200):
            try:
                call(self.base, "/healthz")
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("HAProxy did not start")

    def pids(self):
        return [self.process.pid]

    def stop(self):
        self.process.terminate()
        self.process.wait()


def sign_up(base):
    login = json.dumps({"email": "anna@example.org", "password": PASSWORD}).encode()
    _, headers = call(base, "/api/auth/register", login, {"Content-Type": "application/json"})
    fields = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Headway-Request": "1",
              "Content-Type": "application/json"}
    for i in range(20):
        task = {"title": f"Task number {i}", "description": "Read the chapter and do its exercises",
                "start_on": "2026-11-29", "end_on": "2026-12-05", "priority": "low"}
        call(base, "/api/tasks", json.dumps(task).encode(), fields)
    return header("Cookie", fields["Cookie"]) + header("X-Headway-Request", "1")


def measured(count, postgres, folder, started):
    """Of each kind of request: how many a second, and CPU µs a request of servers, PostgreSQL and HAProxy."""
    url = postgres.make_database(f"bench{count}")
    servers = []
    for i in range(count):
        words = [BUILD + "/headway", "serve", "--folder", f"{folder}/{count}-{i}", "--database", url, "--listen",
                 "127.0.0.1:0", "--workers", "0", "--log", f"{folder}/{count}-{i}.log", "--cursor-key",
                 "a secret that all share", "--secret-key", "another secret that all share",
                 "--connections-per-address", "5000"]
        servers.append(Server(words, {}, r"http://127.0.0.1:(\d+)", "stdout"))
        started.append(servers[-1])
    proxy = Haproxy(folder, [s.base for s in servers])
    started.append(proxy)
    session = sign_up(proxy.base)
    groups = [Held(f"{count}-{i}") for i in range(count)]
    for group, server in zip(groups, servers):
        group.add(server.process.pid)
    out = []
    for path, script in (("/api/tasks?limit=20", session), ("/api/goals", session + post({"title": "Learn to weld"}))):
        wrk(proxy.base + path, CONNECTIONS, script, 1)  # warm
        parts = ([p for s in servers for p in s.pids()], postgres.pids(), proxy.pids())
        before = [cpu_seconds(p) for p in parts]
        requests, per_second, p99, bad = wrk(proxy.base + path, CONNECTIONS, script)
        if bad:
            raise SystemExit(f"{path}: {bad} of {requests} answers were no success")
        cost = [(cpu_seconds(p) - b) * 1e6 / max(requests, 1) for p, b in zip(parts, before)]
        out.append((per_second, p99, cost))
    held = all(g.folder for g in groups)
    for part in reversed([*servers, proxy]):
        part.stop()
        started.remove(part)
    for group in groups:
        group.remove()
    return held, out


def main():
    if not POSTGRES or not shutil.which("haproxy", path="/usr/sbin"):
        print("Not measured: PostgreSQL or HAProxy is not installed.")
        return
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        started = []
        try:
            postgres = Postgres(folder)
            started.append(postgres)
            results = [(n, *measured(n, postgres, folder, started)) for n in COUNTS]
        finally:
            for part in reversed(started):
                part.stop()
    held = all(r[1] for r in results)
    print(f"{os.cpu_count()} cores, load {load:.1f} at the start, {SECONDS} s each, `wrk -t1 -c{CONNECTIONS}` through "
          "HAProxy, PostgreSQL with fsync. " + (f"Each server has {SHARE:g} of a core; the rest is free." if held else
                                                "The servers share the cores with all else."))
    for i, what in enumerate(("20 tasks of a session", "durable create")):
        print(f"\n| servers | {what}, a second | times one server | p99 ms | CPU µs: servers | PostgreSQL | HAProxy |")
        print("|---|---|---|---|---|---|---|")
        for count, _, rows in results:
            per_second, p99, cost = rows[i]
            print(f"| {count} | {per_second:.0f} | {per_second / results[0][2][i][0]:.2f} | {p99:.1f} | "
                  f"{cost[0]:.0f} | {cost[1]:.0f} | {cost[2]:.0f} |")


if __name__ == "__main__":
    main()
