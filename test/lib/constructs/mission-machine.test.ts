import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import validate from "asl-validator";
import { machineFunctions } from "#deployment/machines.ts";
import { synthesise } from "#test/lib/support/synth.ts";
import { ACCOUNT, type Resolved, resolveTemplates } from "#test/support/template.ts";

const DEFINITION = readFileSync(join(import.meta.dirname, "../../../statemachines/mission.asl.json"), "utf8");
let dev: Resolved;
let machine: any;

beforeAll(async () => {
  dev = resolveTemplates((await synthesise()).templates);
  const machines = dev.all("AWS::StepFunctions::StateMachine");
  expect(machines).toHaveLength(1);
  machine = machines[0]!.properties;
});

const substituted = (): string =>
  machine.DefinitionString.replace(
    /\$\{(\w+)\}/g,
    (_: string, name: string) => machine.DefinitionSubstitutions[name],
  );

test("is the definition of the repository, word for word", () => {
  expect(machine.DefinitionString).toBe(DEFINITION);
  expect(machine.StateMachineName).toBe("gantry-dev-mission");
});

test("is valid with the functions put in", () => {
  expect(substituted()).not.toContain("${");
  const { isValid, errorsText } = validate(JSON.parse(substituted()));
  expect(errorsText()).toBe("");
  expect(isValid).toBe(true);
});

test("is given each function that it names, as the catalogue says", () => {
  const named = [...new Set([...DEFINITION.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))].toSorted();
  expect(Object.keys(machine.DefinitionSubstitutions).toSorted()).toEqual(named);
  const functions = Object.entries(machine.DefinitionSubstitutions).map(([name, arn]) => [
    name,
    String(arn).split(":function:gantry-dev-")[1],
  ]);
  expect(Object.fromEntries(functions)).toEqual(Object.fromEntries(machineFunctions("mission")));
});

test("may call these functions and nothing else of them", () => {
  const policy = dev.all("AWS::IAM::Policy").find(({ id }) => id.startsWith("MissionsRole"))!.properties;
  const calls = policy.PolicyDocument.Statement.filter(({ Action }: any) =>
    [Action].flat().join().includes("lambda:"),
  );
  expect(calls).toEqual([
    {
      Effect: "Allow",
      Action: "lambda:InvokeFunction",
      Resource: Object.values(machine.DefinitionSubstitutions).toSorted(),
    },
  ]);
});

test("has a role that Step Functions takes on for machines of this account alone", () => {
  const role = dev.all("AWS::IAM::Role").find(({ id }) => id.startsWith("MissionsRole"))!.properties;
  expect(role.AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "states.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
    },
  ]);
});

test("logs every step, and nothing of what was asked or answered", () => {
  expect(machine.LoggingConfiguration).toMatchObject({ Level: "ALL", IncludeExecutionData: false });
  expect(machine.TracingConfiguration).toEqual({ Enabled: true });
});
