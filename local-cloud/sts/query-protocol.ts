import { randomUUID } from "node:crypto";
import { readBody, ServiceError, type SignedHandler, send } from "#local-cloud/http.ts";
import { element, leaf } from "#local-cloud/s3/xml.ts";
import type { Principal } from "./identities.ts";
import { STS_NAMESPACE, writeQueryError } from "./query-error.ts";

/** One operation: receives the members of the request and returns the XML of its result. */
type QueryOperation = (members: Record<string, unknown>, signer: Principal) => string;

export interface QueryOptions {
  readonly version: string;
  /** By the `Action` of the request. */
  readonly operations: ReadonlyMap<string, QueryOperation>;
}

const MAX_BYTES = 64 * 1024;

/** The AWS query protocol (Smithy, "AWS query protocol"): the request is a form, the response XML. */
export function queryHandler({ version, operations }: QueryOptions): SignedHandler {
  return async (req, res, signer) => {
    const id = randomUUID();
    try {
      const form = new URLSearchParams((await readBody(req, MAX_BYTES)).toString("utf8"));
      const action = form.get("Action") ?? "";
      const operation = form.get("Version") === version ? operations.get(action) : undefined;
      if (!operation)
        throw new ServiceError("InvalidAction", `Could not find operation ${action} for version ${version}`);
      const result = operation(membersOf(form), signer);
      const metadata = element("ResponseMetadata", leaf("RequestId", id));
      const body = `<${action}Response xmlns="${STS_NAMESPACE}">${element(`${action}Result`, result)}${metadata}</${action}Response>`;
      send(res, 200, body, { "content-type": "text/xml", "x-amzn-requestid": id });
    } catch (error) {
      const known =
        error instanceof ServiceError ? error : new ServiceError("InternalFailure", "Internal failure", 500);
      writeQueryError(res, id, known);
    }
  };
}

/**
 * Returns the members by name, which the client chooses; `Tags.member.1.Key=tenant` is the key of the first
 * in a list of structures.
 */
function membersOf(form: URLSearchParams): Record<string, unknown> {
  const members: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (name === "Action" || name === "Version") continue;
    const [, list, at, inner] = /^(\w+)\.member\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    if (!list || !inner) members[name] = value;
    else {
      const entries = (members[list] ?? []) as Record<string, string>[];
      entries[Number(at) - 1] = { ...entries[Number(at) - 1], [inner]: value };
      members[list] = entries;
    }
  }
  return members;
}
