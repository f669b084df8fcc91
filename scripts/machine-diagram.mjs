// Prints the mission machine as a Mermaid state diagram, generated from its ASL file: the diagram in docs/architecture.md
// is this output, and a test compares the two. `node scripts/machine-diagram.mjs [file]`
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * An error handler that this many states share is shown as a note, because its arrows would hide everything
 * else.
 */
const SHARED_BY = 3;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = process.argv[2] ?? join(root, "statemachines/mission.asl.json");
console.log(diagram(JSON.parse(readFileSync(file, "utf8"))).join("\n"));

function diagram({ StartAt, States }) {
  const states = Object.entries(States);
  const catches = states.flatMap(([from, { Catch = [], Next }]) =>
    Catch.filter((handler) => handler.Next !== Next).map((handler) => ({ from, to: handler.Next })),
  );
  const handlers = groupByTarget(catches);
  return [
    "stateDiagram-v2",
    `  [*] --> ${StartAt}`,
    ...states.flatMap(([name, state]) => edges(name, state)),
    ...[...handlers].flatMap(([target, sources]) => handler(target, sources)),
  ];
}

function edges(name, { Type, Next, Choices = [], Default }) {
  const ways = [...Choices, ...(Default ? [{ Next: Default }] : [])];
  return [
    ...[...new Set(ways.map((way) => way.Next))].map((to) => `  ${name} --> ${to}: ${reasons(ways, to)}`),
    ...(Next ? [`  ${name} --> ${Next}`] : []),
    ...(Type === "Succeed" || Type === "Fail" ? [`  ${name} --> [*]`] : []),
  ];
}

function handler(target, sources) {
  if (sources.length < SHARED_BY) return sources.map((source) => `  ${source} --> ${target}: on an error`);
  return [`  note right of ${target}`, `    on an error in ${sources.join(", ")}`, "  end note"];
}

function groupByTarget(pairs) {
  const groups = new Map();
  for (const { from, to } of pairs) groups.set(to, [...new Set([...(groups.get(to) ?? []), from])]);
  return groups;
}

/** Returns the conditions of a transition of a choice; the default has none. */
function reasons(ways, to) {
  return ways
    .filter(({ Next }) => Next === to)
    .map(({ Condition }) => (Condition ? words(Condition) : "otherwise"))
    .join(", or ");
}

/** Renders a JSONata condition without delimiters, long lists and characters with a meaning in Mermaid. */
function words(condition) {
  return condition
    .replace(/^\{%\s*|\s*%\}$/g, "")
    .replace(/\[([^\]]*)\]/g, (_, list) => (list.length > 40 ? "(…)" : `(${list})`))
    .replace(/\$states\.input\.|[$']/g, "")
    .replaceAll(">=", "at least")
    .replaceAll("<", "below");
}
