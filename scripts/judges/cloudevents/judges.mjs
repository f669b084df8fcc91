import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { goProgram } from "../tools/go.mjs";
import { npmPackage } from "../tools/npm.mjs";
import { pythonTool } from "../tools/python.mjs";
import { ROOT, run } from "../tools/run.mjs";

/** The default seed results in the same signals each time; `GANTRY_SEED` changes it. */
const SEED = process.env.GANTRY_SEED ?? "20261122";
const COUNT = 1000;
const FOLDER = import.meta.dirname;

/**
 * Parses random signals as CloudEvents and serialises them again with the specification's own package for
 * JavaScript.
 */
export const cloudEventsJavaScript = {
  name: "cloudevents-javascript",
  tool: npmPackage("judges/cloudevents/javascript", "cloudevents"),
  judge(folder) {
    const { CloudEvent, HTTP } = createRequire(join(folder, "package.json"))("cloudevents");
    const headers = { "content-type": "application/cloudevents+json" };
    // The package validates only new events, not parsed ones.
    const readAndWrite = (body) => HTTP.structured(new CloudEvent(HTTP.toEvent({ headers, body }))).body;
    return judged((lines) => lines.map((line) => reply(() => readAndWrite(line))));
  },
};

/** The same for Python. */
export const cloudEventsPython = {
  name: "cloudevents-python",
  tool: pythonTool("cloudevents/python/requirements.txt", "cloudevents", "python"),
  judge: (python) => judged((lines) => ask(python, [join(FOLDER, "python/read_and_write.py")], lines)),
};

/** The same for Go. */
export const cloudEventsGo = {
  name: "cloudevents-go",
  tool: goProgram("cloudevents/go", "github.com/cloudevents/sdk-go/v2"),
  judge: (program) => judged((lines) => ask(program, [], lines)),
};

/**
 * Each signal must be unchanged after the round trip. `time` is compared as a time, because packages format
 * it differently.
 */
function judged(readAndWrite) {
  const lines = signals();
  const replies = readAndWrite(lines);
  const findings = lines.flatMap((line, index) => {
    const { event, error = "another event came back" } = replies[index] ?? { error: "nothing came back" };
    const same = event !== undefined && isDeepStrictEqual(comparable(JSON.parse(line)), comparable(event));
    return same ? [] : [`${error}: ${line}${event ? ` became ${JSON.stringify(event)}` : ""}`];
  });
  if (replies.length !== COUNT) findings.push(`${replies.length} of ${COUNT} signals came back`);
  return { subject: `${lines.length} signals, seed ${SEED}`, findings };
}

const comparable = ({ time, ...rest }) => ({ ...rest, time: Date.parse(time) });

function signals() {
  const node = join(ROOT, "node_modules/.bin/node");
  const args = [join(FOLDER, "signals.ts"), String(COUNT), SEED];
  const { status, stdout, stderr } = run(node, args, { NODE_OPTIONS: "" });
  if (status !== 0) throw new Error(`no signals could be made: ${stderr}`);
  return stdout.trimEnd().split("\n");
}

/** Returns the result of a package for one line: `{event}` or `{error}`. */
function reply(work) {
  try {
    return { event: JSON.parse(work()) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** Returns the replies of a program that reads one event per line and prints one reply per line. */
function ask(command, args, lines) {
  const { status, stdout, stderr, error } = run(command, args, {}, `${lines.join("\n")}\n`);
  if (status !== 0) throw new Error(error?.message ?? stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
