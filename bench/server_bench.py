#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server under load by wrk, beside three of its routes in Flask + gunicorn + SQLite (bench/flask/app.py).

server_bench.py BUILD_FOLDER [SECONDS]: prints Markdown. CPU time is that of the server's processes alone, read from
/proc, so that it says the same on a busy machine; requests a second and latencies are only what this machine had left.
"""

import collections
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


# Between an answer and the next request of the same connection, in ms. Without one, eight connections ask as often as two
# cores can answer: a latency is then mostly the queue for the processor that they make themselves.
PAUSE = "function delay() return 20 end\n"


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


class Pressure:
    """Twenty people a second sign in, each when it is their turn and whether or not those before them are in, and ten
    uploads of a résumé are under way at every moment; until the end of a scope."""

    def __init__(self, headway, fields):
        self.headway, self.fields = headway, fields
        self.stop = threading.Event()
        self.lock = threading.Lock()
        self.logins, self.uploads, self.longest = 0, 0, 0.0
        self.failures = collections.Counter()
        self.threads = [threading.Thread(target=self.sign_in_on_time)]
        self.threads += [threading.Thread(target=self.upload_again) for _ in range(10)]

    def __enter__(self):
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for thread in self.threads:
            thread.join()

    def counted(self, what, act):
        try:
            act()
            with self.lock:
                setattr(self, what, getattr(self, what) + 1)
        except OSError as error:  # with a status when the server has answered
            with self.lock:
                self.failures[f"{what} {getattr(error, 'code', error)}"] += 1

    def sign_in_on_time(self):
        login = json.dumps({"email": "anna@example.org", "password": PASSWORD}).encode()
        under_way = []

        def sign_in():
            due = time.monotonic()
            self.counted("logins", lambda: call(self.headway.base, "/api/auth/login", login,
                                                {"Content-Type": "application/json"}))
            with self.lock:
                self.longest = max(self.longest, time.monotonic() - due)

        turn = 0
        while not self.stop.wait(max(0.0, self.began + turn / 20 - time.monotonic())):
            under_way.append(threading.Thread(target=sign_in))
            under_way[-1].start()
            turn += 1
        for thread in under_way:
            thread.join()

    def upload_again(self):
        def once():
            made, _ = upload(self.headway.base, self.fields)
            path = "/api/backend/resumes/" + json.loads(made)["id"]
            call(self.headway.base, path, headers={**self.fields, "If-Match": "*"}, method="DELETE")

        while not self.stop.is_set():
            self.counted("uploads", once)


def under_pressure(headway, cookie, fields):
    """Everything else while many sign in and upload."""
    session = header("Cookie", cookie) + header("X-Headway-Request", "1")
    made = {}
    for path, body in (("/api/resumes", {"name": "cv", "text": "Skills\nPython and Docker, for five years\n"}),
                       ("/api/jobs", {"title": "Developer", "description": "Requirements\n- Python\n- Kubernetes\n"})):
        made[path] = json.loads(call(headway.base, path, json.dumps(body).encode(), fields)[0])["id"]
    report = json.loads(call(headway.base, "/api/gap/run", json.dumps({"job_id": made["/api/jobs"]}).encode(),
                             fields)[0])["gap_report_id"]
    routes = (("20 tasks", "/api/tasks?limit=20", session),
              ("a job", "/api/jobs/" + made["/api/jobs"], session),
              ("searching jobs", "/api/jobs/search?q=kubernetes", session),
              ("a gap report", "/api/gap/" + report, session),
              ("the skills of a résumé", f"/api/resumes/{made['/api/resumes']}/skills", session),
              ("a durable create", "/api/goals", session + post({"title": "Learn to weld"})))
    print("\n| Under pressure | with pauses: a second | p99 ms | without: a second | p99 ms | failures |")
    print("|---|---|---|---|---|---|")
    with Pressure(headway, fields) as pressure:
        for name, path, script in routes:
            _, paused, paused_p99, bad = wrk(headway.base + path, 8, script + PAUSE)
            _, per_second, p99, bad_too = wrk(headway.base + path, 8, script)
            print(f"| {name} | {paused:.0f} | {paused_p99:.2f} | {per_second:.0f} | {p99:.2f} | {bad + bad_too} |",
                  flush=True)
        took = time.monotonic() - pressure.began
    failures = ", ".join(f"{n} {what}" for what, n in pressure.failures.items()) or "none"
    print(f"\nMeanwhile {pressure.logins / took:.1f} people a second signed in (the slowest in {pressure.longest:.1f} s) and "
          f"{pressure.uploads / took:.1f} résumés a second were uploaded, ten at once; refused: {failures}. Eight connections "
          "asked for one thing each, 20 ms after they had the last answer, then at once. "
          "wrk and those who signed in and uploaded shared the cores with the server and its readers of documents.")


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
