import type { TracedCall } from "./trace.ts";

/** A right that a call needs, on a thing of the product: what it is called on AWS is the templates' matter. */
export interface AskedRight {
  readonly function: string;
  /** With whose credentials: the function's own, or a tenant's. */
  readonly as: "own" | "tenant";
  readonly action: string;
  /** `table`, `table/gsi1`, `artifacts/<key>`, `evidence/<key>`, `artifacts`, `key`, `machine`, … */
  readonly thing: string;
  /** Partition keys, for the table. */
  readonly leading: readonly string[];
}

/** The names that the small cloud knows the product's things by. */
export interface LocalNames {
  readonly accessKey: string;
  readonly artifacts: string;
  readonly evidence: string;
  readonly parameters: string;
}

/** The rights a call needs, by the service authorization reference's names of actions. */
export function rightsOf(call: TracedCall, names: LocalNames): AskedRight[] {
  const [accessKey = "", , , service = ""] = call.scope.split("/");
  const asked = (action: string, thing: string, leading: readonly string[] = []): AskedRight => ({
    function: call.function,
    as: accessKey === names.accessKey ? "own" : "tenant",
    action,
    thing,
    leading,
  });
  const operation = call.headers["x-amz-target"]?.split(".")[1] ?? "";
  const input = call.body ? JSON.parse(call.body) : {};
  switch (service) {
    case "dynamodb":
      return ofTable(operation, input).map(({ action, thing, leading }) => asked(action, thing, leading));
    case "s3":
      return ofObjects(call, names).map(([action, thing]) => asked(action, thing));
    case "states":
      return [asked(`states:${operation}`, "machine")];
    case "ecs":
      return ofTasks(operation, input).map(([action, thing]) => asked(action, thing));
    case "kms":
      return [asked(`kms:${operation}`, "key")];
    case "ssm":
      return [asked(`ssm:${operation}`, `parameter${input.Name.slice(names.parameters.length)}`)];
    case "sts":
      return [asked("sts:AssumeRole", "tenant-role"), asked("sts:TagSession", "tenant-role")];
    case "bedrock":
      return [
        asked(
          "bedrock:InvokeModelWithResponseStream",
          `model/${decodeURIComponent(call.path.split("/")[2] ?? "")}`,
        ),
      ];
    case "lambda":
      return [asked("lambda:InvokeFunction", `function/${call.path.split("/")[3]}`)];
    case "execute-api":
      return [asked("execute-api:ManageConnections", "socket")];
    default:
      throw new Error(`${call.function} called ${service}, whose rights nobody knows here`);
  }
}

const WRITES: Readonly<Record<string, string>> = {
  Put: "dynamodb:PutItem",
  Delete: "dynamodb:DeleteItem",
  Update: "dynamodb:UpdateItem",
};

/** A transaction needs the rights of its writes, one by one. */
function ofTable(operation: string, input: any) {
  if (operation === "GetItem")
    return [{ action: "dynamodb:GetItem", thing: "table", leading: [input.Key.pk.S as string] }];
  if (operation === "Query") {
    const thing = input.IndexName ? `table/${input.IndexName}` : "table";
    return [
      { action: "dynamodb:Query", thing, leading: [input.ExpressionAttributeValues[":h"].S as string] },
    ];
  }
  if (operation === "TransactWriteItems")
    return (input.TransactItems as Record<string, any>[]).map((item) => {
      const [[kind = "", write] = []] = Object.entries(item);
      return {
        action: WRITES[kind] ?? `dynamodb:${kind}`,
        thing: "table",
        leading: [(write.Item ?? write.Key).pk.S as string],
      };
    });
  throw new Error(`a table is asked to ${operation}, which has no rights here`);
}

/** Objects by path-style address. An object under a lock needs the right to set its retention, too. */
function ofObjects({ method, path, headers }: TracedCall, names: LocalNames): [string, string][] {
  const url = new URL(path, "http://s3");
  const [, bucket = "", ...rest] = url.pathname.split("/");
  const thing = bucket === names.artifacts ? "artifacts" : bucket === names.evidence ? "evidence" : undefined;
  if (!thing) throw new Error(`the bucket ${bucket} is none of the product's`);
  const object = `${thing}/${decodeURIComponent(rest.join("/"))}`;
  if (rest.length === 0) return [["s3:ListBucket", thing]];
  if (method === "PUT")
    return [
      ["s3:PutObject", object],
      ...(headers["x-amz-object-lock-mode"] ? [["s3:PutObjectRetention", object] as [string, string]] : []),
    ];
  const version = url.searchParams.has("versionId") ? "Version" : "";
  const read: [string, string] = [`s3:GetObject${version}`, object];
  // The headers that tell of a lock are left out for those who may not read the retention.
  return method === "HEAD" && thing === "evidence" ? [read, ["s3:GetObjectRetention", object]] : [read];
}

function ofTasks(operation: string, input: any): [string, string][] {
  if (operation === "RunTask") {
    const definition = `task-definition/${input.taskDefinition}`;
    return [
      ["ecs:RunTask", definition],
      ["iam:PassRole", "builder-execution-role"],
    ];
  }
  if (operation === "ListTasks") return [["ecs:ListTasks", "container-instances"]];
  return [[`ecs:${operation}`, "task"]];
}
