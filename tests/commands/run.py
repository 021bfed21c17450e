#!/usr/bin/env python3
"""Runs command stories: a small book, commands and their exact output, in one readable file.

A story (tests/commands/*.story):
    lines starting with #      prose; the first says what the story shows
    now 2026-02-24T09:00       the clock (for all commands until the next one); agent An sets who is at the desk
    $ belronde queue           a command, run by bash in an own empty home; files/ and the books of the screen stories stand beside it
    expected output            stdout and stderr together
    ? 1                        exit status, when it is not 0
BELRONDE_RECORD=1 rewrites the expected output; the result is reviewed like code.  Prints TAP.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORD = bool(os.environ.get("BELRONDE_RECORD"))


def environment(program: str, home: str) -> dict:
    env = {key: os.environ[key] for key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "BELRONDE_DATA") if key in os.environ}
    env.update(HOME=home, XDG_DATA_HOME=home + "/data", XDG_STATE_HOME=home + "/state", XDG_CONFIG_HOME=home + "/config",
               LC_ALL="C.UTF-8", LANGUAGE="en", TZ="Europe/Brussels", BELRONDE_ETC=home + "/etc")
    env["PATH"] = str(pathlib.Path(program).parent) + ":" + env["PATH"]
    return env


def steps_of(lines):
    """Yields (prefix lines, command or None, expected lines, status)."""
    prefix, command, expected, status = [], None, [], 0
    for line in lines:
        if line.startswith("$ "):
            if command is not None or prefix:
                yield prefix, command, expected, status
                prefix = []
            command, expected, status = line[2:], [], 0
        elif line.startswith("? ") and command is not None:
            status = int(line[2:])
        elif line.startswith(("# ", "now ", "agent ")) or (line == "" and command is None) or line == "#":
            if command is not None:
                yield prefix, command, expected, status
                prefix, command, expected, status = [], None, [], 0
            prefix.append(line)
        else:
            expected.append(line)
    if command is not None or prefix:
        yield prefix, command, expected, status


def run_story(path: pathlib.Path, program: str, counter: list) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    home = tempfile.mkdtemp(prefix="belronde-")
    env = environment(program, home)
    shutil.copytree(HERE / "files", home + "/files")
    shutil.copytree(HERE.parent / "books", home + "/books")
    recorded, failed = [], []
    for prefix, command, expected, status in steps_of(lines):
        for line in prefix:
            word, _, value = line.partition(" ")
            if word == "now":
                env["BELRONDE_NOW"] = value
            elif word == "agent":
                env["USER"] = env["LOGNAME"] = value
                config = pathlib.Path(home, "config/belronde")
                config.mkdir(parents=True, exist_ok=True)
                (config / "belronde.ini").write_text(f'[belronde]\nagent = "{value}"\n', encoding="utf-8")
                (config / "belronde.ini").chmod(0o600)
        recorded += prefix
        if command is None:
            continue
        result = subprocess.run(["bash", "-c", command], cwd=home, env=env, stdin=subprocess.DEVNULL, timeout=60,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        got = result.stdout.decode("utf-8", "replace").replace(home, "HOME").rstrip("\n").split("\n")
        got = [line.rstrip() for line in got] if got != [""] else []
        want = [line.rstrip() for line in expected]
        while want and want[-1] == "":
            want.pop()
        recorded += ["$ " + command] + got + ([f"? {result.returncode}"] if result.returncode else [])
        if got != want or result.returncode != status:
            failed.append((command, want, status, got, result.returncode))
    shutil.rmtree(home)
    if RECORD:
        path.write_text("\n".join(recorded) + "\n", encoding="utf-8")
        failed = []
    counter[0] += 1
    title = lines[0].lstrip("# ") if lines else path.stem
    print(f"{'not ' if failed else ''}ok {counter[0]} - {path.stem}: {title}")
    for command, want, status, got, code in failed:
        print(f"#   $ {command}\n#   wanted status {status}, got {code}")
        for line in want:
            print(f"#   - {line}")
        for line in got:
            print(f"#   + {line}")
    sys.stdout.flush()


def main() -> int:
    program, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    stories = sorted(HERE.glob("*.story")) if not names else [HERE / f"{name}.story" for name in names]
    print(f"1..{len(stories)}")
    counter = [0]
    for story in stories:
        run_story(story, program, counter)
    return 0


if __name__ == "__main__":
    sys.exit(main())
