"""A mail server that takes letters and shows them: a line of JSON on stdout for each it was given.

The name before the @ says how it behaves: `late` answers after a while, `busy` refuses twice for now (451),
`gone` refuses for ever (550), `mute` never answers, `lost` breaks off after it has taken the letter, once.
Anybody else's letters are taken. Its first line is the port it listens on.
"""

import asyncio
import email
import email.policy
import json
import socket
import sys

from aiosmtpd.smtp import SMTP

LATE_SECONDS = 0.3


class Sink:
    def __init__(self):
        self.tries = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        self.tries[address] = tries = self.tries.get(address, 0) + 1
        if name == "busy" and tries <= 2:
            return "451 4.3.0 try again later"
        if name == "gone":
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        name = address.split("@")[0]
        if name == "mute":
            await asyncio.sleep(3600)
        if name == "late":
            await asyncio.sleep(LATE_SECONDS)
        show(envelope)
        if name == "lost" and self.tries[address] == 1:
            server.transport.abort()
        return "250 OK"


def show(envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    parts = [
        {
            "type": part.get_content_type(),
            "method": part.get_param("method"),
            "text": part.get_content() if part.get_content_maintype() == "text" else None,
        }
        for part in letter.walk()
        if not part.is_multipart()
    ]
    shown = {
        "to": envelope.rcpt_tos[0],
        "headers": [[name.lower(), str(value)] for name, value in letter.items()],
        "parts": parts,
    }
    print(json.dumps(shown), flush=True)


async def main():
    sink = Sink()
    loop = asyncio.get_running_loop()
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    server = await loop.create_server(
        # Without a name it would ask the network for its own, at each connection.
        lambda: SMTP(sink, enable_SMTPUTF8=True, hostname="localhost"),
        "127.0.0.1",
        port,
        family=socket.AF_INET,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


asyncio.run(main())
