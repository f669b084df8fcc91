import { describe, expect, it } from "@jest/globals";
import { parseDefinition } from "#local-cloud/states/parse-definition.ts";
import { invoke, machine } from "#test/support/asl.ts";

const places = (definition: object | string) => {
  const parsed = parseDefinition(typeof definition === "string" ? definition : JSON.stringify(definition));
  return "definition" in parsed ? [] : parsed.diagnostics.map(({ location }) => location);
};
const pass = { Type: "Pass", End: true };
const one = (state: object) => machine({ A: state });
const task = (fields: object) => one(invoke("f", { End: true, ...fields }));

describe("a state machine definition", () => {
  it("is accepted with every supported field", () => {
    const Retry = [
      {
        ErrorEquals: ["E"],
        IntervalSeconds: 1,
        MaxAttempts: 0,
        BackoffRate: 1.5,
        MaxDelaySeconds: 9,
        JitterStrategy: "NONE",
      },
    ];
    const Catch = [
      { ErrorEquals: ["States.ALL"], Assign: { e: "{% $states.errorOutput.Error %}" }, Next: "Z" },
    ];
    const inner = machine.chain({ I: { ...pass, Assign: { inner: 1 } } });
    const full = {
      Comment: "c",
      Version: "1.0",
      TimeoutSeconds: 5,
      ...machine({
        T: invoke("f", {
          Retry,
          Catch,
          TimeoutSeconds: 9,
          HeartbeatSeconds: "{% 3 %}",
          Comment: "c",
          Next: "P",
        }),
        P: { Type: "Parallel", Arguments: {}, Branches: [inner], Retry, Catch, Next: "M" },
        M: {
          Type: "Map",
          Items: "{% [1] %}",
          ItemSelector: { v: "{% $states.context.Map.Item.Value %}" },
          MaxConcurrency: "{% 2 %}",
          ToleratedFailureCount: 1,
          ToleratedFailurePercentage: 10,
          ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...machine.chain({ J: pass }) },
          Next: "Z",
        },
        Z: { Type: "Succeed", Output: 1, QueryLanguage: "JSONata" },
      }),
    };
    expect(places(full)).toEqual([]);
  });

  it.each([
    ["text that is not JSON", "{", ["/"]],
    [
      "no query language, which would be JSONPath",
      { ...one(pass), QueryLanguage: undefined },
      ["/QueryLanguage"],
    ],
    ["JSONPath in a state", one({ ...pass, QueryLanguage: "JSONPath" }), ["/States/A/QueryLanguage"]],
    ["a JSONPath field", one({ ...pass, Parameters: {} }), ["/States/A/Parameters"]],
    ["an unknown field at the top", { ...one(pass), Timeout: 1 }, ["/Timeout"]],
    ["an unknown state type", one({ Type: "Sleep", End: true }), ["/States/A/Type"]],
    ["a missing target", one({ Type: "Pass", Next: "B" }), ["/States/A/Next"]],
    ["a target that every object has", one({ Type: "Pass", Next: "constructor" }), ["/States/A/Next"]],
    ["a missing start", { ...one(pass), StartAt: "B" }, ["/StartAt", "/States/A"]],
    ["a state that is never reached", machine({ A: pass, B: pass }), ["/States/B"]],
    ["neither Next nor End", one({ Type: "Pass" }), ["/States/A"]],
    ["both Next and End", one({ ...pass, Next: "A" }), ["/States/A"]],
    ["Wait without a time", one({ Type: "Wait", End: true }), ["/States/A"]],
    [
      "a distributed Map",
      one({
        Type: "Map",
        ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" }, ...machine.chain({ B: pass }) },
        End: true,
      }),
      ["/States/A/ItemProcessor/ProcessorConfig/Mode"],
    ],
    [
      "one state name twice",
      one({ Type: "Parallel", Branches: [machine.chain({ A: pass })], End: true }),
      ["/States/A/Branches/0/States/A"],
    ],
    [
      "an unsupported resource",
      task({ Resource: "arn:aws:states:::sqs:sendMessage" }),
      ["/States/A/Resource"],
    ],
    [
      "an AWS SDK integration",
      task({ Resource: "arn:aws:states:::aws-sdk:s3:getObject" }),
      ["/States/A/Resource"],
    ],
    ["Lambda with .sync", task({ Resource: "arn:aws:states:::lambda:invoke.sync" }), ["/States/A/Resource"]],
    [
      "an unknown argument",
      task({ Arguments: { FunctionName: "f", Qualifier: "1" } }),
      ["/States/A/Arguments"],
    ],
    ["a missing argument", task({ Arguments: { Payload: 1 } }), ["/States/A/Arguments/FunctionName"]],
    [
      "States.ALL beside others",
      task({ Retry: [{ ErrorEquals: ["States.ALL", "E"] }] }),
      ["/States/A/Retry/0/ErrorEquals"],
    ],
    [
      "States.ALL before others",
      task({ Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["E"] }] }),
      ["/States/A/Retry/0/ErrorEquals"],
    ],
    [
      "a heartbeat as long as the timeout",
      task({ TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
      ["/States/A/HeartbeatSeconds"],
    ],
    ["a timeout of zero", task({ TimeoutSeconds: 0 }), ["/States/A/TimeoutSeconds"]],
    ["a JSONata syntax error", one({ ...pass, Output: { a: ["{% 1 + %}"] } }), ["/States/A/Output/a/0"]],
    [
      "an operator JSONata 2.0.6 does not have",
      one({ ...pass, Output: "{% 1 ?? 2 %}" }),
      ["/States/A/Output"],
    ],
    ["$eval", one({ ...pass, Output: "{% $eval('1') %}" }), ["/States/A/Output"]],
    [
      "$states.result before there is one",
      task({ Arguments: { FunctionName: "{% $states.result.x %}" } }),
      ["/States/A/Arguments/FunctionName"],
    ],
    [
      "$states.errorOutput outside Catch",
      task({ Output: "{% $states.errorOutput %}" }),
      ["/States/A/Output"],
    ],
    [
      "a variable of the outer scope assigned inside",
      machine({
        A: { Type: "Pass", Assign: { v: 1 }, Next: "P" },
        P: { Type: "Parallel", Branches: [machine.chain({ B: { ...pass, Assign: { v: 2 } } })], End: true },
      }),
      ["/States/P/Branches/0"],
    ],
    ["the reserved variable", one({ ...pass, Assign: { states: 1 } }), ["/"]],
  ])("with %s is refused with its place", (_, definition, expected) => {
    expect(places(definition)).toEqual(expected);
  });
});
