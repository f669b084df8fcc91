import { type BuildResult, hasFailed, type StepResult } from "#core/factory/build/result.ts";
import { testFault } from "#core/factory/build/test-report.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";

/** Text that differs between runs of the same failure, with its replacement. Order matters: longer forms first. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with ESC.
  [/\u001b\[[0-9;]*[A-Za-z]/g, ""],
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?/g, "<time>"],
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<uuid>"],
  [/\b[0-9A-Za-z-]+\.localhost\b(:\d+)?/g, "<host>"],
  [/\b(https?|wss?):\/\/[^/\s'")]+/g, "<origin>"],
  [/file:\/\//g, ""],
  // Keep the last two parts of an absolute path; the folders above depend on where the build ran.
  [/(?<![\w.<>])(?:\/[\w.@+-]+)+\/(?=[\w.@+-]+\/[\w.@+-]+)/g, "<dir>/"],
  [/0x[0-9a-f]+/gi, "<address>"],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b/gi, "<hash>"],
  [/\bpid[ =:]*\d+/gi, "<pid>"],
  [/\bduration_ms:? [\d.]+/g, "<duration>"],
  [/\b\d{1,2}:\d{2}:\d{2}(\.\d+)?\b/g, "<time>"],
  [/\b\d+(\.\d+)? ?(ms|milliseconds?|s|sec|seconds?|min|minutes?|µs|ns)\b/g, "<duration>"],
  [/(\.[cm]?[jt]sx?|\.json|\.html|\.css)(:\d+(:\d+)?|\(\d+,\d+\))/g, "$1"],
  [/\bline \d+(,? ?col(umn)? \d+)?/gi, "<line>"],
  [/\bposition \d+/gi, "<position>"],
  [/[ \t]+/g, " "],
];

/** Lines of a test runner with only durations, counts or positions. */
const NOISE =
  /^(ℹ|# (tests|suites|pass|fail|cancelled|skipped|todo|duration)|ok \d|✔|✓|1\.\.\d|TAP version|at )/;
const TELLING =
  /error|fail|not ok|✖|×|assert|expect|actual|cannot|could not|undefined|missing|unexpected|refused|denied|TS\d{3,5}/i;

/** Removes what changes between runs: paths, times, durations, addresses, line numbers. */
export function normalise(text: string): string {
  return VOLATILE.reduce((result, [pattern, stand]) => result.replace(pattern, stand), text).trim();
}

/** SHA-256 that is equal for two texts about the same failure. The order of lines does not matter. */
export function fingerprintText(text: string): string {
  return canonicalHash(tellingLines(text));
}

/** SHA-256 that is equal for two build results that failed in the same way. */
export function fingerprintBuild(result: BuildResult): string {
  const how = result.steps.filter(hasFailed).map(({ name, exit_code, signal, killed, tests, ...step }) => ({
    name,
    file: tests?.file ?? null,
    fault: (tests && testFault(tests)) ?? null,
    exit_code,
    signal,
    killed,
    lines: killed === null ? tellingLines(outputOf(step)) : [],
  }));
  return canonicalHash({
    verdict: result.verdict,
    how: how.length > 0 ? how : [{ lines: tellingLines(result.reason) }],
  });
}

/** The kept output of a command. */
export function outputOf({ stdout, stderr }: Pick<StepResult, "stdout" | "stderr">): string {
  return [stdout.head, stdout.tail, stderr.head, stderr.tail].filter((text) => text !== "").join("\n");
}

function tellingLines(text: string): string[] {
  const lines = text
    .toWellFormed()
    .split(/\r?\n/)
    .map(normalise)
    .filter((line) => line !== "" && !NOISE.test(line));
  const telling = lines.filter((line) => TELLING.test(line));
  return [...new Set(telling.length > 0 ? telling : lines)].sort();
}
