import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import { readBody, send } from "#local-cloud/http.ts";
import { OWNER } from "#test/cloud/target.ts";
import { problemsOf } from "./smithy-check.ts";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** Signature Version 4 by the book ("Create a signed AWS API request"), for the header form. */
function signatureHolds(req: IncomingMessage, body: Buffer, secret: string): boolean {
  const match =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
      req.headers.authorization ?? "",
    );
  if (!match) return false;
  const [, date = "", region = "", service = "", signedHeaders = "", signature] = match;
  const [path = "", query = ""] = (req.url ?? "").split("?");
  const segments = path
    .split("/")
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*]/g,
        (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    );
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(req.headers[name]).trim()}\n`);
  const canonical = [
    req.method,
    segments.join("/"),
    query,
    headers.join(""),
    signedHeaders,
    sha256(body),
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", req.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [region, service, "aws4_request"].reduce(
    (k, part) => hmac(k, part),
    hmac(`AWS4${secret}`, date),
  );
  return hmac(key, toSign).toString("hex") === signature;
}

export interface AwsDouble {
  readonly url: string;
  /** Every request that reached it. */
  readonly seen: IncomingMessage[];
  close(): Promise<void>;
}

/**
 * Stands for AWS: accepts only what is correctly signed for Bedrock and valid by the SDK's own model, then
 * answers from a script.
 */
export async function awsDouble(
  secret: string,
  answers: Parameters<typeof fixtureModel>[0],
): Promise<AwsDouble> {
  const seen: IncomingMessage[] = [];
  const bedrock = createBedrock({ model: fixtureModel(answers) });
  const server: Server = createServer((req, res) => {
    void (async () => {
      seen.push(req);
      const body = await readBody(req);
      const refuse = (status: number, code: string, message: string) =>
        send(res, status, JSON.stringify({ message }), { "x-amzn-errortype": code });
      if (!signatureHolds(req, body, secret)) return refuse(403, "InvalidSignatureException", "signature");
      const problems = problemsOf("ConverseRequest$", JSON.parse(body.toString()));
      if (problems.length > 0) return refuse(400, "ValidationException", problems.join());
      return bedrock.handle(req, res, OWNER);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
