import { join } from "node:path";
import { z } from "zod";
import { awsJsonHandler, checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import { ServiceError, type SignedService } from "#local-cloud/http.ts";
import { describeParameters } from "./describe-parameters.ts";
import { listTags } from "./list-tags.ts";
import { names, reference } from "./members.ts";
import { openParameterStore, type ParameterStore } from "./parameter-store.ts";
import { putParameter } from "./put-parameter.ts";
import { readOperations } from "./read-operations.ts";
import { openSecretBox } from "./secret-box.ts";

export interface SsmOptions {
  /** Data directory: the parameters and the key of the SecureStrings, readable by their owner only. */
  readonly dir: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly region?: string;
  readonly account?: string;
}

const deleteInput = z.strictObject({ Name: reference });
const deleteManyInput = z.strictObject({ Names: names });

/** The Parameter Store of Systems Manager (API version 2014-11-06), standard tier. */
export function createSsm(options: SsmOptions): SignedService {
  const { dir, now = Date.now, region = "us-east-1", account = "000000000000" } = options;
  const arnPrefix = `arn:aws:ssm:${region}:${account}:`;
  const store = openParameterStore(join(dir, "parameters.json"));
  const box = openSecretBox(
    join(dir, "secret-key.json"),
    "existing encrypted parameters cannot be read, and those of the settings are created again",
  );
  const operations: Record<string, JsonOperation> = {
    PutParameter: (input) => putParameter(store, box, now, input),
    DescribeParameters: (input) => describeParameters(store, arnPrefix, input),
    ListTagsForResource: (input) => listTags(store, input),
    ...readOperations(store, box, arnPrefix),
    ...deleteOperations(store),
  };
  return {
    handle: awsJsonHandler({
      operations: new Map(Object.entries(operations).map(([name, run]) => [`AmazonSSM.${name}`, run])),
      namespace: "com.amazonaws.ssm",
      internalError: "InternalServerError",
    }),
    close: async () => {},
  };
}

function deleteOperations(store: ParameterStore): Record<string, JsonOperation> {
  return {
    DeleteParameter(input) {
      const { Name } = checked(deleteInput, input);
      if (!store.remove([Name]).length)
        throw new ServiceError("ParameterNotFound", `Parameter ${Name} not found.`);
    },
    DeleteParameters(input) {
      const { Names } = checked(deleteManyInput, input);
      const removed = store.remove(Names);
      return {
        DeletedParameters: removed,
        InvalidParameters: Names.filter((name) => !removed.includes(name)),
      };
    },
  };
}
