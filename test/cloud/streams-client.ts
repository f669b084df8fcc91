import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { credentials, region } from "./target.ts";

/** An answer of DynamoDB Streams. */
export interface StreamsAnswer {
  readonly status: number;
  readonly body: any;
}

/** Signed calls of DynamoDB Streams (API version 2012-08-10), by operation name. */
export function streamsClient(endpoint: string) {
  const signer = new SignatureV4({ credentials, region, service: "dynamodb", sha256: Sha256 });
  return async (operation: string, input: object): Promise<StreamsAnswer> => {
    const url = new URL(endpoint);
    const body = JSON.stringify(input);
    const { headers } = await signer.sign({
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: "/",
      query: {},
      headers: {
        host: url.host,
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDBStreams_20120810.${operation}`,
      },
      body,
    });
    const answer = await fetch(url, { method: "POST", headers, body });
    return { status: answer.status, body: await answer.json() };
  };
}

class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: any) {
    this.#hash = secret ? createHmac("sha256", secret) : createHash("sha256");
  }
  update(data: any): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
  reset(): void {}
}
