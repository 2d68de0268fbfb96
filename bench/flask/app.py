# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server is compared with: three of its routes as one would write them with Flask, gunicorn and SQLite.

hello, the list of a person's tasks behind a session, and a durable create. Run by bench/server_bench.py:
gunicorn --workers N app:app in this folder, with BENCH_DATABASE naming the SQLite file.
"""

import hashlib
import json
import os
import sqlite3
import time
import uuid

from flask import Flask, Response, g, request

app = Flask(__name__)


def database():
    if "database" not in g:
        g.database = sqlite3.connect(os.environ["BENCH_DATABASE"], timeout=30, isolation_level=None)
        g.database.row_factory = sqlite3.Row
        g.database.execute("pragma journal_mode = wal")
        g.database.execute("pragma synchronous = full")
        g.database.execute("pragma foreign_keys = on")
    return g.database


@app.teardown_appcontext
def close(_error):
    open_one = g.pop("database", None)
    if open_one is not None:
        open_one.close()


def caller():
    secret = request.cookies.get("session", "")
    digest = hashlib.sha256(secret.encode()).hexdigest()
    row = database().execute("select user_id from sessions where token_hash = ?", (digest,)).fetchone()
    return row["user_id"] if row else None


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


@app.get("/healthz")
def hello():
    return answer({"status": "ok"})


@app.get("/api/tasks")
def tasks():
    user = caller()
    if user is None:
        return answer({"title": "you are not signed in"}, 401)
    rows = database().execute(
        "select id, title, description, start_on, end_on, priority, created_at, updated_at from tasks "
        "where user_id = ? order by id limit 20",
        (user,),
    )
    return answer({"items": [dict(row) for row in rows]})


@app.post("/api/goals")
def create():
    user = caller()
    if user is None:
        return answer({"title": "you are not signed in"}, 401)
    body = request.get_json()
    goal = {"id": str(uuid.uuid4()), "title": body["title"], "created_at": time.time()}
    database().execute(
        "insert into goals (id, user_id, title, created_at) values (?, ?, ?, ?)",
        (goal["id"], user, goal["title"], goal["created_at"]),
    )
    return answer(goal, 201)


def prepare(secret="secret", count=20):
    """An empty database with one person, their session and their tasks."""
    with app.app_context():
        d = database()
        d.executescript(
            """
            create table sessions (token_hash text primary key, user_id text not null);
            create table tasks (id text primary key, user_id text not null, title text, description text,
                                start_on text, end_on text, priority integer, created_at real, updated_at real);
            create index tasks_by_user on tasks (user_id, id);
            create table goals (id text primary key, user_id text not null, title text, created_at real);
            """
        )
        d.execute("insert into sessions values (?, 'anna')", (hashlib.sha256(secret.encode()).hexdigest(),))
        for i in range(count):
            d.execute(
                "insert into tasks values (?, 'anna', ?, 'Read the chapter and do its exercises', '2026-11-29', "
                "'2026-12-05', 1, ?, ?)",
                (str(uuid.uuid4()), f"Task number {i}", time.time(), time.time()),
            )
