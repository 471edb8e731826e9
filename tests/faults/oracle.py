"""What must hold of a run into which a fault was put, beside the same run without one."""
import dataclasses
import json

STOPPED = 143  # by SIGTERM
UNHEARD = 10  # calls before telex listens to signals; it has done nothing then
# What messages begin with that name an output, or the run as a whole.
OF_THE_RUN = ("telex: all.ndjson", "telex: failed.ndjson", "telex: out/", "telex: standard output", "telex: out of memory")
ABSORBED = {"short", "EINTR"}  # these are no faults: nothing may come of them


@dataclasses.dataclass
class Result:
    code: int  # negative: killed by that signal; None: it hung
    stdout: bytes
    stderr: str
    files: dict  # what the run left, by name

    def lines(self, scenario):
        return (self.stdout if scenario.kind == "stdout" else self.files.get(scenario.target, b"")).splitlines(True)


def is_hidden(name):
    """What is not an output: files being written, and telex's notes in a folder (written where a record cannot be read
    back)."""
    base = name.rsplit("/", 1)[-1]
    return ".part" in base or base == ".telex"


def finals(result):
    """The files with their final names."""
    return {name: content for name, content in result.files.items() if not is_hidden(name)}


def source_of(line):
    """Path and member of a record or of a line of --errors or --check."""
    try:
        value = json.loads(line)
    except ValueError:
        return line.decode(errors="replace").split(":")[0], None
    source = value.get("source", value)
    return source.get("path", "<stdin>"), source.get("member")


def new_messages(clean, got):
    known = clean.stderr.splitlines()
    return [line for line in got.stderr.splitlines() if line.startswith("telex: ") and line not in known]


def names(path, member=None):
    """What a message may call a source: itself, its archive, a folder above, its file in the output folder, its list."""
    whole = path if member is None else f"{path}/{member}"
    parts = whole.split("/")
    return ["/".join(parts[:i]) for i in range(1, len(parts) + 1)] + [f"out/{whole}", "names"]


def is_named(messages, path, member=None):
    archives = tuple(f"telex: {name}/" for name in names(path, member) if name.endswith(".tar.gz"))
    if any(line.startswith(archives) and "cannot read the archive" in line for line in messages):
        return True
    return any(line.startswith((f"telex: {name}:", f"telex: {name}/:", f"telex: {name}.json:", f"telex: {name}.ndjson:"))
               for line in messages for name in names(path, member))


def check_lines(clean, got, messages, what):
    """The lines are those of the clean run, but for sources that a message names."""
    def kept(lines):
        return [line for line in lines if not is_named(messages, *source_of(line))]

    want, have = kept(clean), kept(got)
    if want == have:
        return []
    missing = [source_of(line) for line in want if line not in set(have)]
    strange = [line[:120] for line in have if line not in set(want)]
    return [f"{what}: missing without a word: {missing[:3]}; not of the clean run: {strange[:3]}; "
            f"{len(have)} lines for {len(want)}"]


def check_folder(clean, got, messages):
    faults = []
    have = finals(got)
    for name, content in finals(clean).items():
        if not name.startswith("out/"):
            continue
        if name not in have and not is_named(messages, name[4:].rsplit(".", 1)[0]):
            faults.append(f"{name} is missing without a word")
        elif name in have and have[name] != content:
            faults.append(f"{name} is not whole: {len(have[name])} bytes for {len(content)}")
    faults += [f"{name} is not of the clean run" for name in have if name not in finals(clean)]
    return faults


def check_errors(got, messages_at_all):
    """Each error that was said is in the file of errors, once."""
    content = got.files.get("failed.ndjson")
    if content is None:
        return []
    found = sorted("/".join(filter(None, source_of(line))) for line in content.splitlines())
    said = sorted(line[7:].split(":")[0] for line in messages_at_all
                  if not line.startswith(("telex: all.ndjson", "telex: failed.ndjson", "telex: out/", "telex: out of memory")))
    return [] if found == said else [f"failed.ndjson has {found}, said was {said}"]


def check_whole(scenario, clean, got):
    """No name of an output holds less than the whole."""
    if scenario.kind == "folder":
        return [f"{name} is not whole" for name, content in finals(got).items()
                if content != clean.files.get(name)]
    return [f"{name} is not whole" for name, content in finals(got).items() if content != clean.files[name]]


def check_same(clean, got):
    if (got.code, got.stdout, finals(got)) != (clean.code, clean.stdout, finals(clean)):
        return [f"another result: exit {got.code} for {clean.code}, {sorted(got.files)} for {sorted(clean.files)}, "
                f"{len(got.stdout)} bytes for {len(clean.stdout)}; {got.stderr[:200]}"]
    return []


def check_refused(scenario, clean, got, messages):
    """Exit 3: an output could not be written; it is not there, and it is named."""
    faults = [] if any(line.startswith(OF_THE_RUN) for line in messages) else ["exit 3, and no message names an output"]
    if scenario.kind == "stdout":
        return faults + ([] if clean.stdout.startswith(got.stdout) else ["not the clean run's first bytes"])
    if scenario.kind == "file":
        return faults + check_whole(scenario, clean, got)
    return faults


def check_stopped(scenario, clean, got):
    if scenario.kind == "stdout":
        whole = got.stdout.endswith(b"\n") or got.stdout == b""
        return [] if whole and clean.stdout.startswith(got.stdout) else ["not whole lines of the clean run"]
    if scenario.once:
        lines, all_lines = got.lines(scenario), clean.lines(scenario)
        faults = [] if lines == all_lines[:len(lines)] else ["not whole records of the clean run"]
        held = [name for name, content in got.files.items() if content]
        if held and "all.ndjson" not in got.stderr:
            faults.append(f"no message says where the records are: {held}")
        return faults
    faults = check_whole(scenario, clean, got)
    if scenario.kind == "folder" and "out/: not finished" not in got.stderr:
        faults.append("no message says that the folder is not finished")
    if scenario.kind == "file" and got.files.get("all.ndjson.part") and "all.ndjson.part" not in got.stderr:
        faults.append("no message says where the records are")
    return faults


def check_failed(scenario, clean, got):
    messages = new_messages(clean, got)
    if got.code == 2 and scenario.cut_off is not None:
        # What was there to be read then cannot be read now.
        return check_whole(scenario, clean, got) + ([] if len(messages) == 2 else ["it is not said what cannot be read"])
    if got.code not in (0, 1, 3):
        return [f"exit {got.code}: {got.stderr[:200]}"]
    if got.code == 3 and scenario.kind != "folder":
        return check_refused(scenario, clean, got, messages)
    if got.code == 3 and not messages:
        return ["exit 3 and no message"]
    if got.code == 0 and messages and scenario.name != "check":
        return [f"exit 0 with messages: {messages[0]}"]
    given_up = [line for line in messages if line.startswith("telex: out of memory")]
    if got.code == 1 and scenario.kind == "file" and scenario.target not in got.files:
        return check_refused(scenario, clean, got, messages)
    if given_up and scenario.kind == "stdout":
        return check_refused(scenario, clean, got, messages)
    ended = [line for line in messages if line.startswith(("telex: out/: ", "telex: failed.ndjson"))]
    if scenario.kind == "folder":
        faults = check_whole(scenario, clean, got) if given_up or ended else check_folder(clean, got, messages)
    else:
        faults = check_lines(clean.lines(scenario), got.lines(scenario), messages, "records")
    lost = clean.code == 0 and got.code == 0 and (got.stdout, finals(got)) != (clean.stdout, finals(clean))
    faults += ["exit 0, and something is missing"] if lost else []
    faults += ["no message"] if got.code != clean.code and not messages else []
    said = [line for line in got.stderr.splitlines() if line.startswith("telex: ")]
    has_errors_of_its_own = scenario.kind == "file" and scenario.cut_off is None and not given_up
    return faults + (check_errors(got, said) if has_errors_of_its_own else [])


def check_resumed(clean, again):
    """A folder may have files left that a killed run was writing; a later run does not look at them."""
    left = [name for name in again.files if is_hidden(name) and not name.startswith("out/")]
    if (again.code, finals(again), left) == (clean.code, finals(clean), []):
        return []
    want, have = finals(clean), finals(again)
    differing = [name for name in sorted(set(want) | set(have)) if want.get(name) != have.get(name)]
    return [f"resumed: exit {again.code} for {clean.code}, differing: {differing}, left: {left}; {again.stderr[:200]}"]


def judge(scenario, fault, clean, got):
    """What is wrong with the run, in words."""
    if got.code is None:
        return ["it hangs"]
    if fault.how in ("kill", "cut"):
        if scenario.once or scenario.kind == "stdout":
            return []
        # An errors file may be there before the records: the journal finishes them together.
        return check_whole(scenario, clean, got)
    if fault.how == "term" and got.code == -15 and fault.number < UNHEARD:
        return []
    if got.code < 0:
        return [f"killed by signal {-got.code}: {got.stderr[-300:]}"]
    if fault.klass == "say":
        return check_same(clean, got)
    if fault.how in ABSORBED:
        return check_same(clean, got)
    if fault.how == "term" and got.code == STOPPED:
        return check_stopped(scenario, clean, got)
    return check_failed(scenario, clean, got)
