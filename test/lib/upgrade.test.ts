import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Assembly, DEV, ROOT, STRICT, synthesise } from "./support/synth.ts";

interface Kept {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  /** Physical, with `<stage>` in it; CloudFormation makes one up where it is left out. */
  readonly name?: string;
  readonly kept: "always" | "prod" | "never";
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly lost: string;
}

const cases = JSON.parse(readFileSync(join(ROOT, "test/cases/stateful-resources.json"), "utf8"));
const LOGS = {
  type: "AWS::Logs::LogGroup",
  lost: "what was logged, and the new group's name is still taken",
};
const kept: readonly Kept[] = [
  ...cases.resources,
  ...cases.logs.map((row: Omit<Kept, "type" | "lost">) => ({ ...row, ...LOGS })),
];
/** Types of which nothing is to be listed but what is retained. */
const stateless = new Set<string>(cases.stateless);
const RETAINS = /^Retain(ExceptOnCreate)?$/;
const NAME = /^(Alias|Bucket|Cluster|LogGroup|Queue|StateMachine|Table|Topic)?Name$/;

describe.each([
  ["dev", DEV],
  ["prod", STRICT],
] as const)("an update of %s", (stage, context) => {
  let templates: Assembly["templates"];

  beforeAll(async () => {
    ({ templates } = await synthesise(context));
  });

  test("keeps the logical id of everything that stores data", () => {
    expect(kept.flatMap((row) => losses(row, stage, templates))).toEqual([]);
  });

  test("stores data only in resources of test/cases/stateful-resources.json", () => {
    const known = new Set(kept.map(({ stack, id }) => `Gantry-${stage}-${stack} ${id}`));
    const unknown = all(templates)
      .filter(
        ({ resource: { Type, DeletionPolicy } }) => !stateless.has(Type) || RETAINS.test(DeletionPolicy),
      )
      .filter(({ stack, id }) => !known.has(`${stack} ${id}`));
    expect(unknown.map(({ stack, id, resource: { Type } }) => `${stack} has a new ${Type}, ${id}`)).toEqual(
      [],
    );
  });

  test("cannot delete the table", () => {
    const table = all(templates).find(({ resource }) => resource.Type === "AWS::DynamoDB::Table");
    expect(table?.resource.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });
});

test("everything in the data stack remains when the stack is deleted, except the alias of its key", () => {
  const data = kept.filter(({ stack }) => stack === "Data");
  expect(data.filter(({ kept }) => kept !== "always").map(({ type }) => type)).toEqual(["AWS::KMS::Alias"]);
});

/** In sentences: what an update to these templates would take from a deployment that has the resource. */
function losses(row: Kept, stage: "dev" | "prod", templates: Assembly["templates"]): string[] {
  const stack = `Gantry-${stage}-${row.stack}`;
  const what = `${row.type} ${row.id} of ${stack}`;
  const resource = templates[stack]?.Resources[row.id] as Resource | undefined;
  if (resource?.Type !== row.type) return [`The ${what} is gone. Lost: ${row.lost}.`];
  const { Properties = {} } = resource;
  const name = row.name?.replace("<stage>", stage);
  const named = nameOf(Properties);
  const changed = Object.entries(row.fixed ?? {}).filter(([key, value]) => !same(Properties[key], value));
  const outlives = row.kept === "always" || row.kept === stage;
  return [
    ...(named === name
      ? []
      : [`The ${what} is replaced: its name was ${name ?? "made up by CloudFormation"}. Lost: ${row.lost}.`]),
    ...changed.map(([key]) => `The ${what} is replaced: its ${key} has changed. Lost: ${row.lost}.`),
    ...["DeletionPolicy", "UpdateReplacePolicy"]
      .filter((key) => outlives && !RETAINS.test(String(resource[key])))
      .map((key) => `The ${what} has no ${key} that retains it. Lost with its stack: ${row.lost}.`),
  ];
}

type Resource = Record<string, unknown> & {
  readonly Type: string;
  readonly DeletionPolicy: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
};

function nameOf(properties: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(properties).find(([key]) => NAME.test(key))?.[1];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const all = (templates: Assembly["templates"]) =>
  Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).map(([id, resource]) => ({ stack, id, resource: resource as Resource })),
  );
