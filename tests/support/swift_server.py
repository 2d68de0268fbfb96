#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenStack Swift with its S3 interface, all four servers in this process: in a temporary folder, on free ports of
loopback. Says "listens on URL" and ends, with its folder, when standard input does.

The account "test", its access key "test:tester" with the secret "testing", and the bucket named by the first argument.
A port as the second argument is taken instead of a free one, and a folder as the third instead of a temporary one.
"""
import os
import shutil
import socket
import sys
import tempfile
import threading

import eventlet

eventlet.patcher.monkey_patch(all=False, socket=True, select=True, thread=True)

from swift.common import utils  # noqa: E402

FOLDER = sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="headway-swift-")
utils.SWIFT_CONF_FILE = os.path.join(FOLDER, "swift.conf")

# A listing is told of an object put or removed within this many seconds, or else by a server for late news that does
# not run here: on a machine with much else to do the usual one second is over at times, and a listing stays old.
PATIENCE = """container_update_timeout = 60
node_timeout = 60
recoverable_node_timeout = 60
conn_timeout = 60"""

STORAGE = """
[DEFAULT]
bind_ip = 127.0.0.1
devices = {folder}
mount_check = false
swift_dir = {folder}
disable_fallocate = true
log_level = CRITICAL
user = root
""" + PATIENCE + """
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""

# The S3 interface wants a cache to be named; none answers, and it does without.
PROXY = """
[DEFAULT]
swift_dir = {folder}
log_level = CRITICAL
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth bulk slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
""" + PATIENCE + """
account_autocreate = true
allow_account_management = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
allow_multipart_uploads = true
min_segment_size = 5242880
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
"""


def write(name, text):
    path = os.path.join(FOLDER, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def make_ring(kind, port):
    """One copy on one device."""
    from swift.common.ring import RingBuilder

    builder = RingBuilder(1, 1, 0)
    builder.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "disk", "weight": 1.0,
                     "replication_ip": "127.0.0.1", "replication_port": port, "meta": ""})
    builder.rebalance()
    builder.get_ring().save(os.path.join(FOLDER, kind + ".ring.gz"))


def serve(sock, conf):
    from eventlet import wsgi
    from swift.common.wsgi import NullLogger, SwiftHttpProtocol, loadapp

    app = loadapp(conf, global_conf={"log_name": "swift"})
    eventlet.spawn(wsgi.server, sock, app, NullLogger(), protocol=SwiftHttpProtocol,
                   capitalize_response_headers=False, socket_timeout=60)
    return app


def listen(port):
    sock = eventlet.listen(("127.0.0.1", port), backlog=128)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


def make_bucket(app, name):
    from swift.common.swob import Request

    for path in ("/v1/AUTH_test/" + name, "/v1/AUTH_test/" + name + "+segments"):
        request = Request.blank(path, method="PUT", environ={"swift.authorize_override": True, "REMOTE_USER": ".admin",
                                                             "swift.authorize": lambda r: None})
        response = request.get_response(app)
        if response.status_int // 100 != 2:
            raise RuntimeError("no bucket: %s %s" % (response.status, response.body))


def end_with_input():
    """Runs on a thread of the system: what it waits for must not hold up the servers."""
    while os.read(0, 4096):
        pass
    shutil.rmtree(FOLDER, ignore_errors=True)
    os._exit(0)


def main():
    os.makedirs(os.path.join(FOLDER, "disk"), exist_ok=True)
    write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = a\nswift_hash_path_prefix = b\n"
                        "[storage-policy:0]\nname = one\ndefault = yes\n")
    sockets = {kind: listen(0) for kind in ("account", "container", "object")}
    for kind, sock in sockets.items():
        make_ring(kind, sock.getsockname()[1])
    for kind, sock in sockets.items():
        serve(sock, write(kind + ".conf", STORAGE.format(folder=FOLDER, kind=kind)))
    front = listen(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    app = serve(front, write("proxy.conf", PROXY.format(folder=FOLDER)))
    make_bucket(app, sys.argv[1])
    eventlet.patcher.original("threading").Thread(target=end_with_input, daemon=True).start()
    print("listens on http://127.0.0.1:%d" % front.getsockname()[1], flush=True)
    while True:
        eventlet.sleep(3600)


main()
