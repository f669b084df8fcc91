import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "@jest/globals";
import { createStates } from "#local-cloud/states/states.ts";
import { makeToken } from "#local-cloud/states/token.ts";
import { OWNER } from "#test/cloud/target.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-states-refusals-"));
const service = createStates({ dir, invoke: {} as never });
afterAll(async () => {
  await service.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(operation: string, body: string): Promise<{ status: number; reply: any }> {
  const headers = { "x-amz-target": `AWSStepFunctions.${operation}` };
  const request = Object.assign(Readable.from([Buffer.from(body)]), { method: "POST", headers });
  let [status, text] = [0, ""];
  const response = {
    writeHead(code: number) {
      status = code;
    },
    end(given: string) {
      text = given;
    },
  };
  await service.handle(request as never, response as never, OWNER);
  return { status, reply: JSON.parse(text) };
}

const roleArn = "arn:aws:iam::000000000000:role/states";
const definition = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "Done",
  States: { Done: { Type: "Succeed" } },
});
const nowhere = "arn:aws:states:us-east-1:000000000000:stateMachine:none";

describe("the local Step Functions", () => {
  it("removes tags with UntagResource", async () => {
    const tags = [
      { key: "team", value: "a" },
      { key: "stage", value: "b" },
    ];
    const machine = { name: "tagged", roleArn, definition, tags };
    const { reply } = await ask("CreateStateMachine", JSON.stringify(machine));
    const resourceArn = reply.stateMachineArn;
    await ask("UntagResource", JSON.stringify({ resourceArn, tagKeys: ["team"] }));
    const listed = await ask("ListTagsForResource", JSON.stringify({ resourceArn }));
    expect(listed.reply.tags).toEqual([{ key: "stage", value: "b" }]);
  });

  it.each([
    ["UnknownOperationException", "StartSyncExecution", {}],
    ["ValidationException", "StartExecution", {}],
    ["SerializationException", "StartExecution", "{"],
    [
      "StateMachineTypeNotSupported",
      "CreateStateMachine",
      { name: "e", roleArn, definition, type: "EXPRESS" },
    ],
    ["ResourceNotFound", "TagResource", { resourceArn: nowhere, tags: [] }],
    [
      "TaskDoesNotExist",
      "SendTaskHeartbeat",
      { taskToken: makeToken("arn:aws:states:us-east-1:000000000000:execution:none:one", "A#0") },
    ],
  ])("refuses with %s in %s", async (code, operation, input) => {
    const body = typeof input === "string" ? input : JSON.stringify(input);
    const { status, reply } = await ask(operation, body);
    expect([status, reply.__type]).toEqual([400, expect.stringMatching(new RegExp(`(^|#)${code}$`))]);
  });
});
