import { SignatureV4 } from "@smithy/signature-v4";
import { Sha256 } from "#local-cloud/bedrock/sha256.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";

export interface Call {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A call with the headers it goes out with. */
export interface Sent extends Call {
  readonly query?: string;
}

export interface Signing {
  readonly origin: string;
  readonly credentials: KeyPair & { readonly sessionToken?: string };
  readonly signingDate?: Date;
  readonly query?: Readonly<Record<string, string>>;
  /** Service in the credential scope, when it is not the call's. */
  readonly service?: string;
}

/** The call signed in its Authorization header, by the AWS SDK's own signer. */
export async function sign(call: Call, signing: Signing): Promise<Sent> {
  const request = await signerFor(call, signing).sign(unsigned(call, signing), dateOf(signing));
  return { ...call, headers: request.headers, ...queryOf(request.query) };
}

/** The call as a presigned URL. */
export async function presign(call: Call, signing: Signing): Promise<Sent> {
  const body = call.service === "s3" ? { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } : {};
  const plain = unsigned({ ...call, headers: { ...call.headers, ...body } }, signing);
  const request = await signerFor(call, signing).presign(plain, dateOf(signing));
  return { ...call, headers: request.headers, ...queryOf(request.query) };
}

function signerFor(call: Call, { credentials, service = call.service }: Signing): SignatureV4 {
  return new SignatureV4({
    service,
    region: "us-east-1",
    credentials,
    sha256: Sha256,
    uriEscapePath: call.service !== "s3",
  });
}

function unsigned({ method, path, headers, body }: Call, { origin, query = {} }: Signing) {
  const { protocol, hostname, host } = new URL(origin);
  return { protocol, hostname, method, path, query: { ...query }, headers: { ...headers, host }, body };
}

function queryOf(query: object | undefined): { query?: string } {
  const pairs = Object.entries(query ?? {}) as [string, string][];
  const text = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  return text === "" ? {} : { query: text };
}

const dateOf = ({ signingDate }: Signing) => (signingDate ? { signingDate } : {});
