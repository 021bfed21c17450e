#!/usr/bin/env python3
"""The demo company is made through the real verbs, whatever day it is, and stands every check.  Prints TAP.

demo.py BELRONDE MAKE-DEMO"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

DAYS = ("2026-02-24", "2027-01-03", "2028-02-29")  # a Tuesday, a Sunday in another year, a leap day


def main() -> int:
    program, make_demo = map(os.path.abspath, sys.argv[1:3])
    print(f"1..{2 * len(DAYS)}")
    number = 0
    for day in DAYS:
        home = tempfile.mkdtemp(prefix="belronde-demo-")
        database = home + "/demo.db"
        env = dict(os.environ, HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, LC_ALL="C.UTF-8",
                   LANGUAGE="en", TZ="Europe/Brussels", BELRONDE_ETC=home)
        env.pop("BELRONDE_NOW", None)
        made = subprocess.run([make_demo, program, database, day], env=env, capture_output=True, text=True, check=False)
        number += 1
        print(f"{'ok' if made.returncode == 0 else 'not ok'} {number} - the demo company is made on {day}")
        for line in made.stderr.splitlines():
            print("#", line)

        def ask(*words):
            result = subprocess.run([program, "--db", database, "--agent", "An", "--now", day + "T10:00", *words], env=env,
                                    capture_output=True, text=True, check=False)
            return result.returncode, result.stdout + result.stderr

        code, text = ask("check")
        queue = json.loads(ask("queue", "--all", "--format", "json")[1])
        reasons = {row["reason"] for row in queue}
        sound = code == 0 and len(queue) >= 30 and {"callback", "promise", "cheque", "courtesy", "plan"} <= reasons
        number += 1
        print(f"{'ok' if sound else 'not ok'} {number} - on {day} every check holds and the queue has its reasons")
        if not sound:
            print(f"# check {code}: {text}\n# {len(queue)} rows, reasons {sorted(reasons)}".replace("\n", "\n# "))
        shutil.rmtree(home)
    return 0


if __name__ == "__main__":
    sys.exit(main())
