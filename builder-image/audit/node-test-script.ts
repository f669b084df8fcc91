import { REPORT_FD } from "#builder/process/run-command.ts";

/**
 * Loaded before a test file, and by Node as its reporter: counts tests and writes one line when the process ends. The
 * file runs without `node --test`, so that there is no other process between it and the supervisor. Node's runner sets
 * NODE_TEST_CONTEXT for its files, which disables `only`; so does this script. A process in which it is already set was
 * started by a test and reports nothing. A skipped suite counts as one test, because its content is unknown. A test
 * that is expected to fail counts as failed.
 */
export const NODE_TEST_SCRIPT = `
import { writeSync } from "node:fs";
import { env } from "node:process";
const counts = { planned: 0, passed: 0, failed: 0, skipped: 0, todo: 0 };
let began = false, summed = false, natural = false;
if (!env.NODE_TEST_CONTEXT) {
  env.NODE_TEST_CONTEXT = "supervised";
  const write = writeSync, text = JSON.stringify;
  process.on("beforeExit", () => { natural = true; });
  process.on("exit", () => {
    const ended = natural && (summed || !began) ? "finished" : "exited";
    write(${REPORT_FD}, text({ ended, ...counts }) + "\\n");
  });
}
const isSet = (option) => option !== undefined && option !== false;
function count({ skip, todo, expectFailure, details }, outcome) {
  const left = isSet(skip) ? "skipped" : isSet(todo) ? "todo" : undefined;
  if (details?.type !== "suite") counts[left ?? (isSet(expectFailure) ? "failed" : outcome)]++;
  else if (left) counts[left]++;
  else counts.planned--;
}
export default async function* (events) {
  for await (const { type, data } of events) {
    if (type === "test:enqueue") { began = true; counts.planned++; }
    else if (type === "test:pass") count(data, "passed");
    else if (type === "test:fail") count(data, "failed");
    else if (type === "test:summary") summed = true;
  }
}
`;
