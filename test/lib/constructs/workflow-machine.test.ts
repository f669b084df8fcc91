import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import validate from "asl-validator";
import { MACHINES } from "#core/workflows/machines.ts";
import { MACHINE_ROWS, machineFunctions } from "#deployment/machines.ts";
import { ACCOUNT, type Resolved, resolveTemplates } from "#test/support/template.ts";
import { synthesise } from "../support/synth.ts";

let dev: Resolved;

beforeAll(async () => {
  dev = resolveTemplates((await synthesise()).templates);
});

test("the stacks have one state machine for each in the catalogue", () => {
  const names = dev
    .all("AWS::StepFunctions::StateMachine")
    .map(({ properties }) => properties.StateMachineName);
  expect(names.toSorted()).toEqual(MACHINES.map((machine) => `gantry-dev-${machine}`).toSorted());
});

describe.each(MACHINES)("the state machine %s", (name) => {
  const definition = readFileSync(MACHINE_ROWS[name].definition, "utf8");
  const machineOf = (): any =>
    dev
      .all("AWS::StepFunctions::StateMachine")
      .find(({ properties }) => properties.StateMachineName === `gantry-dev-${name}`)?.properties;
  const substituted = (): string =>
    machineOf().DefinitionString.replace(
      /\$\{(\w+)\}/g,
      (_: string, placeholder: string) => machineOf().DefinitionSubstitutions[placeholder],
    );
  const idOf = () => (name === "mission" ? "MissionsRole" : "WorkflowsRole");

  test("is the repository's definition, unchanged", () => {
    expect(machineOf().DefinitionString).toBe(definition);
  });

  test("is valid with the functions' ARNs", () => {
    expect(substituted()).not.toContain("${");
    const { isValid, errorsText } = validate(JSON.parse(substituted()));
    expect(errorsText()).toBe("");
    expect(isValid).toBe(true);
  });

  test("receives each function that it names, as in the catalogue", () => {
    const named = [
      ...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder)),
    ];
    const given = machineOf().DefinitionSubstitutions;
    expect(Object.keys(given).toSorted()).toEqual(named.toSorted());
    const functions = Object.entries(given).map(([placeholder, arn]) => [
      placeholder,
      String(arn).split(":function:gantry-dev-")[1],
    ]);
    expect(Object.fromEntries(functions)).toEqual(Object.fromEntries(machineFunctions(name)));
  });

  test("may invoke these functions and no others", () => {
    const policy = dev.all("AWS::IAM::Policy").find(({ id }) => id.startsWith(idOf()))?.properties;
    const calls = policy?.PolicyDocument.Statement.filter(({ Action }: any) =>
      [Action].flat().join().includes("lambda:"),
    );
    expect(calls).toEqual([
      {
        Effect: "Allow",
        Action: "lambda:InvokeFunction",
        Resource: Object.values(machineOf().DefinitionSubstitutions).toSorted(),
      },
    ]);
  });

  test("has a role that only Step Functions in this account can assume", () => {
    const role = dev.all("AWS::IAM::Role").find(({ id }) => id.startsWith(idOf()))?.properties;
    expect(role?.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "states.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
      },
    ]);
  });

  test("logs every step without its input and output", () => {
    expect(machineOf().LoggingConfiguration).toMatchObject({ Level: "ALL", IncludeExecutionData: false });
    expect(machineOf().TracingConfiguration).toEqual({ Enabled: true });
  });
});
