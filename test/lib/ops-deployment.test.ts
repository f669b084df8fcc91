import { beforeAll, describe, expect, it } from "@jest/globals";
import { readTemplates, type Templates } from "#lib/cost/template.ts";
import { synthesise } from "./support/synth.ts";

let templates: Templates;
let alarms: Record<string, any>[];

beforeAll(async () => {
  templates = readTemplates((await synthesise()).folder);
  alarms = propertiesOf("AWS::CloudWatch::Alarm");
});

function propertiesOf(type: string): Record<string, any>[] {
  return Object.values(templates)
    .flatMap(({ Resources }) => Object.values(Resources))
    .flatMap(({ Type, Properties }) => (Type === type ? [Properties ?? {}] : []));
}

/** Values of one dimension, over all alarms. */
const watched = (dimension: string) =>
  alarms.flatMap(({ Dimensions = [] }) =>
    Dimensions.flatMap(({ Name, Value }: { Name: string; Value: unknown }) =>
      Name === dimension ? [Value] : [],
    ),
  );

describe("the alarms of the synthesised app", () => {
  it("are the ten of the operations stack and no others", () => {
    expect(alarms).toHaveLength(10);
  });

  it("watch functions and rules that are deployed under these names", () => {
    const functions = propertiesOf("AWS::Lambda::Function").map(({ FunctionName }) => FunctionName);
    expect(watched("FunctionName").sort()).toEqual(["gantry-dev-architect", "gantry-dev-relay"]);
    for (const name of watched("FunctionName")) expect(functions).toContain(name);
    const services = propertiesOf("AWS::Lambda::Function").map(
      ({ Environment }) => Environment?.Variables?.POWERTOOLS_SERVICE_NAME,
    );
    expect(watched("service").sort()).toEqual(["relay", "sweep"]);
    for (const name of watched("service")) expect(services).toContain(name);
  });

  it("watch the deployed queue, table and API, by reference", () => {
    for (const dimension of ["QueueName", "TableName"])
      expect(JSON.stringify(watched(dimension))).toMatch(/^\[\{.*(DeadLetters|Table)/);
    expect(propertiesOf("AWS::SQS::Queue")).toHaveLength(1);
    const [name] = propertiesOf("AWS::ApiGateway::RestApi").map(({ Name }) => Name);
    expect(watched("ApiName")).toEqual([name]);
  });
});
