# SPDX-License-Identifier: GPL-3.0-or-later
# A real mail server on a free port of loopback, over TLS: python3-aiosmtpd. mail_sink.py CERTIFICATE KEY [starttls]
# Says its address; then answers each line of its input ("next") with the next message as a line of JSON, waiting for it,
# or does what the line says: "refuse CODE" answers every recipient with that code, "take" takes them again.
# It wants the user "headway" with the password "s3cret".
import asyncio
import json
import queue
import ssl
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult

messages = queue.Queue()
refusal = None


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal:
            return f"{refusal} not now"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        messages.put({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or not starttls,
            "message": envelope.content.decode("ascii"),
        })
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"headway" and data.password == b"s3cret"
    return AuthResult(success=right, handled=False)


starttls = sys.argv[3:] == ["starttls"]
context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(sys.argv[1], sys.argv[2])


def protocol():
    return SMTP(
        Handler(),
        hostname="localhost",
        tls_context=context if starttls else None,
        require_starttls=starttls,
        auth_require_tls=starttls,
        auth_required=True,
        authenticator=authenticate,
    )


async def serve():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=None if starttls else context)
    scheme = "smtp" if starttls else "smtps"
    print(f"{scheme}://localhost:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


threading.Thread(target=lambda: asyncio.run(serve()), daemon=True).start()
for line in sys.stdin:
    word, *rest = line.split()
    if word == "next":
        print(json.dumps(messages.get()), flush=True)
        continue
    refusal = rest[0] if word == "refuse" else None
    print("{}", flush=True)
