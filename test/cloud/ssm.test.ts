import {
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { credentials, region, type Target, target } from "./target.ts";

let cloud: Target;
let ssm: SSMClient;
const root = `/gantry-test-${crypto.randomUUID()}`;
const made = new Set<string>();

beforeAll(async () => {
  cloud = await target((dir) => createSsm({ dir }));
  ssm = new SSMClient({ endpoint: cloud.endpoint, credentials, region });
});

afterAll(async () => {
  const names = [...made];
  for (let at = 0; at < names.length; at += 10)
    await ssm.send(new DeleteParametersCommand({ Names: names.slice(at, at + 10) }));
  ssm.destroy();
  await cloud.close();
});

describe("an SSM parameter", () => {
  it("is returned as it was written, with its version and date", async () => {
    const Name = `${root}/plain`;
    expect(await put({ Name, Value: "one", Type: "String" })).toMatchObject({ Version: 1, Tier: "Standard" });
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    expect(Parameter).toMatchObject({ Name, Value: "one", Type: "String", Version: 1, DataType: "text" });
    expect(Parameter?.LastModifiedDate).toBeInstanceOf(Date);
    expect(Parameter?.ARN).toMatch(new RegExp(`^arn:aws:ssm:.*:parameter${Name}$`));
  });

  it("is overwritten only on request, as its next version", async () => {
    const Name = `${root}/versions`;
    await put({ Name, Value: "one", Type: "String" });
    await expect(put({ Name, Value: "two", Type: "String" })).rejects.toMatchObject({
      name: "ParameterAlreadyExists",
    });
    expect(await put({ Name, Value: "two", Overwrite: true })).toMatchObject({ Version: 2 });
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    expect(Parameter).toMatchObject({ Value: "two", Version: 2, Type: "String" });
    const { Parameter: old } = await ssm.send(new GetParameterCommand({ Name: `${Name}:1` }));
    expect(old).toMatchObject({ Value: "one", Version: 1, Selector: ":1" });
    await expect(ssm.send(new GetParameterCommand({ Name: `${Name}:9` }))).rejects.toMatchObject({
      name: "ParameterVersionNotFound",
    });
  });

  it("that is secret is returned as ciphertext unless decryption is requested", async () => {
    const Name = `${root}/secret`;
    await put({ Name, Value: "hunter2", Type: "SecureString" });
    const sealed = await ssm.send(new GetParameterCommand({ Name }));
    expect(sealed.Parameter).toMatchObject({ Type: "SecureString" });
    expect(sealed.Parameter?.Value).not.toContain("hunter2");
    const opened = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
    expect(opened.Parameter?.Value).toBe("hunter2");
  });

  it("lists no tags of a parameter, and refuses those of one that does not exist", async () => {
    const tagsOf = (ResourceId: string) =>
      ssm.send(new ListTagsForResourceCommand({ ResourceType: "Parameter", ResourceId }));
    const Name = `${root}/tags`;
    await put({ Name, Value: "one", Type: "String" });
    expect((await tagsOf(Name)).TagList ?? []).toEqual([]);
    await expect(tagsOf(`${root}/missing`)).rejects.toMatchObject({ name: "InvalidResourceId" });
  });

  it("that does not exist is reported as not found when it is read or deleted", async () => {
    const Name = `${root}/missing`;
    const refusal = { name: "ParameterNotFound" };
    await expect(ssm.send(new GetParameterCommand({ Name }))).rejects.toMatchObject(refusal);
    await expect(ssm.send(new DeleteParameterCommand({ Name }))).rejects.toMatchObject(refusal);
  });

  it("cannot be read after it was deleted", async () => {
    const Name = `${root}/deleted`;
    await put({ Name, Value: "one", Type: "String" });
    await ssm.send(new DeleteParameterCommand({ Name }));
    made.delete(Name);
    await expect(ssm.send(new GetParameterCommand({ Name }))).rejects.toMatchObject({
      name: "ParameterNotFound",
    });
  });

  it.each([
    ["a name without its leading slash", { Name: "gantry/test" }, "ValidationException"],
    ["a name with a space", { Name: `${root}/a b` }, "ValidationException"],
    ["a reserved name", { Name: "aws-gantry-test" }, "ValidationException"],
    ["too many levels", { Name: `${root}${"/a".repeat(15)}` }, "HierarchyLevelLimitExceededException"],
    [
      "more than 4 KB",
      { Name: `${root}/long`, Value: "x".repeat(4097), Tier: "Standard" },
      "ValidationException",
    ],
    ["no type", { Name: `${root}/typeless`, Type: undefined }, "ValidationException"],
    [
      "a value that does not match its pattern",
      { Name: `${root}/pattern`, AllowedPattern: "^[0-9]+$" },
      "ParameterPatternMismatchException",
    ],
  ])("is refused with %s", async (_, change, name) => {
    const input = { Value: "v", Type: "String", ...change } as PutParameterCommandInput;
    await expect(ssm.send(new PutParameterCommand(input))).rejects.toMatchObject({ name });
  });
});

describe("several SSM parameters", () => {
  it("are read at once, with the unknown names listed", async () => {
    const [first, second, missing] = ["m1", "m2", "m3"].map((name) => `${root}/many/${name}`) as [
      string,
      string,
      string,
    ];
    await put({ Name: first, Value: "1", Type: "String" });
    await put({ Name: second, Value: "a,b", Type: "StringList" });
    const { Parameters, InvalidParameters } = await ssm.send(
      new GetParametersCommand({ Names: [first, second, missing] }),
    );
    expect(new Map(Parameters?.map(({ Name, Value }) => [Name, Value]))).toEqual(
      new Map([
        [first, "1"],
        [second, "a,b"],
      ]),
    );
    expect(InvalidParameters).toEqual([missing]);
  });

  it("are listed by path, one level deep or all, page by page", async () => {
    const path = `${root}/tree`;
    for (const name of ["a", "b", "c", "deep/d", "deep/e"])
      await put({ Name: `${path}/${name}`, Value: name, Type: name === "c" ? "SecureString" : "String" });
    await put({ Name: `${path}-sibling`, Value: "no", Type: "String" });
    expect(await byPath({ Path: path, MaxResults: 2, WithDecryption: true })).toEqual(["a", "b", "c"]);
    expect(await byPath({ Path: `${path}/`, Recursive: true, MaxResults: 2, WithDecryption: true })).toEqual([
      "a",
      "b",
      "c",
      "deep/d",
      "deep/e",
    ]);
    expect(await byPath({ Path: `${path}/nothing` })).toEqual([]);
  });

  it("are deleted at once, with the unknown names listed", async () => {
    const Name = `${root}/batch/one`;
    await put({ Name, Value: "1", Type: "String" });
    const answer = await ssm.send(new DeleteParametersCommand({ Names: [Name, `${root}/batch/two`] }));
    made.delete(Name);
    expect(answer).toMatchObject({ DeletedParameters: [Name], InvalidParameters: [`${root}/batch/two`] });
  });

  it("are described without their values", async () => {
    const Name = `${root}/described`;
    await put({ Name, Value: "hidden", Type: "SecureString", Description: "what it is" });
    const { Parameters } = await ssm.send(
      new DescribeParametersCommand({
        ParameterFilters: [{ Key: "Name", Option: "Equals", Values: [Name] }],
      }),
    );
    expect(Parameters).toEqual([
      expect.objectContaining({ Name, Type: "SecureString", Version: 1, Description: "what it is" }),
    ]);
    expect(JSON.stringify(Parameters)).not.toContain("hidden");
  });
});

async function put(input: PutParameterCommandInput) {
  const answer = await ssm.send(new PutParameterCommand(input));
  made.add(input.Name!);
  return answer;
}

async function byPath(input: ConstructorParameters<typeof GetParametersByPathCommand>[0]) {
  const values: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ssm.send(
      new GetParametersByPathCommand({ ...input, ...(NextToken && { NextToken }) }),
    );
    values.push(...(page.Parameters ?? []).map(({ Value }) => Value));
    NextToken = page.NextToken;
  } while (NextToken);
  return values.sort();
}
