import { globSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { MACHINES, type Machine } from "#core/workflows/machines.ts";
import { CONSULTANT_FUNCTION } from "#deployment/api-functions.ts";
import { REST, SOCKETS } from "#deployment/apis.ts";
import { FUNCTIONS } from "#deployment/functions.ts";
import { MACHINE_ROWS, machineFunctions, placeholderOf } from "#deployment/machines.ts";
import { OUTBOX } from "#deployment/outbox.ts";
import { BUNDLED } from "#deployment/programs.ts";
import { ruleRows } from "#deployment/rules.ts";
import { STACK_FUNCTIONS } from "#deployment/stack-functions.ts";

const NAMES = Object.keys(FUNCTIONS);

it("the catalogue has a row for each module of lambdas/ that exports a handler, and no other", () => {
  const handlers = globSync("lambdas/**/*.ts").filter((path) =>
    /^export (const|async function|function) handler\b/m.test(readFileSync(path, "utf8")),
  );
  const entries = Object.values(FUNCTIONS).map(({ entry }) => entry);
  expect(entries.toSorted()).toEqual(handlers.toSorted());
});

it("the catalogue names only entries and files that exist", () => {
  const paths = [
    ...Object.values(BUNDLED).map(({ entry }) => entry),
    ...Object.values(FUNCTIONS).flatMap(({ files }) => files),
  ];
  expect(paths.filter((path) => globSync(path).length === 0)).toEqual([]);
});

it("the catalogue's entries have the names of their functions", () => {
  for (const [name, { entry }] of Object.entries(FUNCTIONS))
    if (/^lambdas\/(steps|events|deploy)\//.test(entry)) expect(entry).toMatch(new RegExp(`/${name}\\.ts$`));
});

it("the catalogue has one machine for each definition of statemachines/", () => {
  const definitions = MACHINES.map((machine) => MACHINE_ROWS[machine].definition);
  expect(globSync("statemachines/*.asl.json").toSorted()).toEqual(definitions.toSorted());
});

it.each(MACHINES)(
  "the machine %s calls exactly the functions of its row, by their placeholders",
  (machine) => {
    const placeholders = [...definitionOf(machine).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect([...new Set(placeholders)].toSorted()).toEqual([...machineFunctions(machine).keys()].toSorted());
  },
);

/** States that call the function of another one: leaving pages out is the last repair. */
const SHARED: Readonly<Record<string, string>> = { LeaveOut: "Heal" };

it.each(MACHINES)("each state of the machine %s has the name of the function that it calls", (machine) => {
  const { States } = JSON.parse(definitionOf(machine)) as { States: Record<string, any> };
  for (const [state, { Arguments }] of Object.entries(States))
    if (Arguments?.FunctionName)
      expect(Arguments.FunctionName).toBe(`\${${SHARED[state] ?? state}FunctionArn}`);
});

it("each placeholder is its function's name in capitals", () => {
  expect(placeholderOf("stop-build")).toBe("StopBuildFunctionArn");
});

it("each function has one caller, except that both machines call the gate loop's", () => {
  const callers = [
    REST.handler,
    REST.streaming,
    ...Object.values(REST.authorizers),
    ...Object.values(SOCKETS.routes),
    SOCKETS.authorizer,
    OUTBOX.target,
    CONSULTANT_FUNCTION, // The relay invokes it.
    ...ruleRows().map(({ target }) => target),
    ...new Set(MACHINES.flatMap((machine): string[] => [...machineFunctions(machine).values()])),
    ...Object.keys(STACK_FUNCTIONS),
  ];
  expect(callers.toSorted()).toEqual(NAMES.toSorted());
});

function definitionOf(machine: Machine): string {
  return readFileSync(MACHINE_ROWS[machine].definition, "utf8");
}
