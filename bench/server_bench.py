#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server under load by wrk, beside three of its routes in Flask + gunicorn + SQLite (bench/flask/app.py).

server_bench.py BUILD_FOLDER [SECONDS]: prints Markdown. CPU time is that of the server's processes alone, read from
/proc, so that it says the same on a busy machine; requests a second and latencies are only what this machine had left.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.abspath(sys.argv[1])
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
TICKS = os.sysconf("SC_CLK_TCK")
PYTHON = "/usr/bin/python3"  # Debian's own, whose packages Flask and gunicorn are
PASSWORD = "correct horse battery"


def cpu_seconds(pids):
    total = 0
    for pid in pids:
        with open(f"/proc/{pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def children(pid):
    out = []
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children") as found:
            for child in found.read().split():
                out += [int(child)] + children(int(child))
    return out


def call(base, path, body=None, headers=None, method=None):
    request = urllib.request.Request(base + path, data=body, headers=headers or {}, method=method)
    with urllib.request.urlopen(request, timeout=60) as reply:
        return reply.read(), reply.headers


def wrk(url, connections, script="", seconds=None):
    """Requests, requests a second, p99 in ms, answers that were no success."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(script)
        lua.flush()
        words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds or SECONDS}s", "--latency", "-s", lua.name, url]
        out = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    scale = {"us": 0.001, "ms": 1, "s": 1000}[p99.group(2)]
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    requests = int(re.search(r"(\d+) requests in", out).group(1))
    per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))
    return requests, per_second, float(p99.group(1)) * scale, int(bad.group(1)) if bad else 0


class Server:
    """A started program that says on which port it is."""

    def __init__(self, words, environment, pattern, stream):
        self.log = tempfile.TemporaryFile("w+")
        to = {"stdout": self.log, "stderr": self.log}
        to[stream] = subprocess.PIPE
        self.process = subprocess.Popen(words, env={**os.environ, **environment}, text=True, cwd=HERE, **to)
        for line in getattr(self.process, stream):
            found = re.search(pattern, line)
            if found:
                self.base = "http://127.0.0.1:" + found.group(1)
                break
        else:
            self.log.seek(0)
            raise SystemExit(f"{words[0]} did not start:\n{self.log.read()}")
        # What it still says must not fill the pipe.
        threading.Thread(target=lambda: [None for _ in getattr(self.process, stream)], daemon=True).start()

    def pids(self):
        return [self.process.pid] + children(self.process.pid)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def measured(server, path, connections, script):
    wrk(server.base + path, connections, script, 1)  # warm
    before = cpu_seconds(server.pids())
    requests, per_second, p99, bad = wrk(server.base + path, connections, script)
    micros = (cpu_seconds(server.pids()) - before) * 1e6 / max(requests, 1)
    if bad:
        raise SystemExit(f"{path}: {bad} of {requests} answers were no success")
    return micros, per_second, p99


def header(name, value):
    return f'wrk.headers["{name}"] = "{value}"\n'


def post(body):
    return f"wrk.method = 'POST'\nwrk.body = '{json.dumps(body)}'\n" + header("Content-Type", "application/json")


def start_headway(folder, started):
    subprocess.run([BUILD + "/headway", "user", "add", "anna@example.org", "--folder", folder], input=PASSWORD + "\n",
                   text=True, check=True, capture_output=True)
    server = Server([BUILD + "/headway", "serve", "--folder", folder, "--listen", "127.0.0.1:0", "--log",
                     folder + "/log", "--connections-per-address", "5000"], {}, r"http://127.0.0.1:(\d+)", "stdout")
    started.append(server)
    login = json.dumps({"email": "anna@example.org", "password": PASSWORD}).encode()
    _, headers = call(server.base, "/api/auth/login", login, {"Content-Type": "application/json"})
    cookie = headers["Set-Cookie"].split(";")[0]
    fields = {"Cookie": cookie, "X-Headway-Request": "1", "Content-Type": "application/json"}
    for i in range(20):
        task = {"title": f"Task number {i}", "description": "Read the chapter and do its exercises",
                "start_on": "2026-11-29", "end_on": "2026-12-05", "priority": "low"}
        call(server.base, "/api/tasks", json.dumps(task).encode(), fields)
    return server, cookie, fields


def start_flask(folder, started):
    environment = {"BENCH_DATABASE": folder + "/flask.db", "PYTHONPATH": HERE + "/flask"}
    subprocess.run([PYTHON, "-c", "import app; app.prepare()"], env={**os.environ, **environment}, check=True)
    server = Server([PYTHON, "-m", "gunicorn", "--workers", str(os.cpu_count() + 1), "--bind", "127.0.0.1:0",
                     "app:app"], environment, r"Listening at: http://127.0.0.1:(\d+)", "stderr")
    started.append(server)
    return server


def side_by_side(headway, cookie, flask):
    session = header("Cookie", cookie) + header("X-Headway-Request", "1")
    theirs = header("Cookie", "session=secret")
    goal = {"title": "Learn to weld"}
    print("| | Headway CPU µs | Flask CPU µs | times less | Headway a second | Flask a second | Headway p99 ms |")
    print("|---|---|---|---|---|---|---|")
    for name, path, connections, ours, other in (
            ("hello (`/healthz`)", "/healthz", 64, "", ""),
            ("20 tasks of a session", "/api/tasks?limit=20", 64, session, theirs),
            ("durable create, 64 at once", "/api/goals", 64, session + post(goal), theirs + post(goal))):
        micros, per_second, p99 = measured(headway, path, connections, ours)
        f_micros, f_per_second, _ = measured(flask, path, connections, other)
        print(f"| {name} | {micros:.1f} | {f_micros:.0f} | {f_micros / micros:.0f} | {per_second:.0f} | "
              f"{f_per_second:.0f} | {p99:.2f} |", flush=True)


def upload(base, fields):
    sample = os.path.join(HERE, "..", "samples", "resume-backend.pdf")
    with open(sample, "rb") as file:
        body = (b'--x\r\nContent-Disposition: form-data; name="resume_file"; filename="cv.pdf"\r\n\r\n' + file.read() +
                b"\r\n--x--\r\n")
    return call(base, "/api/backend/resume/upload", body,
                {**fields, "Content-Type": "multipart/form-data; boundary=x"})


def under_pressure(headway, cookie, fields):
    """The list of tasks while twenty people a second sign in and ten upload a résumé."""
    stop = threading.Event()
    done = {"logins": 0, "uploads": 0}

    def sign_in():
        login = json.dumps({"email": "anna@example.org", "password": PASSWORD}).encode()
        while not stop.wait(1):
            due = time.monotonic()
            threads = [threading.Thread(target=lambda: call(headway.base, "/api/auth/login", login,
                                                            {"Content-Type": "application/json"}))
                       for _ in range(20)]
            for i, thread in enumerate(threads):
                time.sleep(max(0, due + i / 20 - time.monotonic()))
                thread.start()
            for thread in threads:
                thread.join()
            done["logins"] += len(threads)

    def uploads():
        for _ in range(10):
            if stop.is_set():
                return
            upload(headway.base, fields)
            done["uploads"] += 1

    signing = threading.Thread(target=sign_in)
    uploading = threading.Thread(target=uploads)
    signing.start()
    uploading.start()
    session = header("Cookie", cookie)
    _, per_second, p99, bad = wrk(headway.base + "/api/tasks?limit=20", 8, session)
    stop.set()
    signing.join()
    uploading.join()
    print(f"\nWhile {done['logins']} people signed in and {done['uploads']} uploaded a résumé within {SECONDS} s, the "
          f"list of tasks came {per_second:.0f} times a second with p99 {p99:.2f} ms ({bad} failures); wrk itself, the "
          "readers of documents and everybody else shared these cores.")


def main():
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        started = []
        try:
            headway, cookie, fields = start_headway(folder, started)
            flask = start_flask(folder, started)
            print(f"{os.cpu_count()} cores, load {load:.1f} at the start, {SECONDS} s each, `wrk -t1`.\n")
            side_by_side(headway, cookie, flask)
            under_pressure(headway, cookie, fields)
        finally:
            for server in started:
                server.stop()


if __name__ == "__main__":
    main()
