"""Asks a SCIM server what scim2-tester asks, and says what came of it.

Usage: scim_check.py ADDRESS < TOKEN. Its answer is JSON: how many checks passed, and what failed, each in words.
"""

import json
import sys
from collections import Counter

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import Status, check_server

FAILED = {Status.DEVIATION, Status.ERROR, Status.CRITICAL}


def main() -> None:
    headers = {"Authorization": f"Bearer {sys.stdin.read().strip()}"}
    with Client(base_url=sys.argv[1], headers=headers, timeout=30, trust_env=False) as client:
        results = check_server(SyncSCIMClient(client))
    counts = Counter(result.status.name for result in results)

    def said(statuses: set[Status]) -> list[str]:
        meant = (result for result in results if result.status in statuses)
        return [f"{it.resource_type or ''} {it.title}: {it.reason}" for it in meant]

    answer = {
        "checks": len(results) - counts["SKIPPED"],
        "counts": counts,
        "failed": said(FAILED),
        "skipped": said({Status.SKIPPED}),
    }
    print(json.dumps(answer))


main()
