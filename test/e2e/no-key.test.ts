import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { homeKeys } from "#local/home-keys.ts";
import { presign, type Sent, type Signing, sign } from "#test/support/signing.ts";
import { CALLS } from "./support/calls.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import { type RawAnswer, raw } from "./support/raw.ts";

/** A program on the same machine that reaches the port and does not have the installation's key. */

let gantry: Gantry;
let owner: Signing;

beforeAll(async () => {
  gantry = await startGantry();
  owner = { origin: gantry.origin, credentials: homeKeys(gantry.home).aws };
});
afterAll(() => gantry?.stop());

const send = ({ method, path, query, headers, body }: Sent) =>
  raw(gantry, method, query ? `${path}?${query}` : path, headers, body);

/** What is not for a service may still be for the web client, which has a page for every path. */
const isServed = ({ status, headers }: RawAnswer) =>
  status < 400 && !String(headers["content-type"]).startsWith("text/html");

const MINUTE = 60_000;
const minutes = (count: number) => new Date(Date.now() + count * MINUTE);
const withKey = (change: Partial<Signing["credentials"]>): Signing => ({
  ...owner,
  credentials: { ...owner.credentials, ...change },
});
const withHeader = (sent: Sent, name: string, value: string): Sent => ({
  ...sent,
  headers: { ...sent.headers, [name]: value },
});
const withAuthorization = (sent: Sent, change: (text: string) => string): Sent =>
  withHeader(sent, "authorization", change(sent.headers.authorization ?? ""));

/** What somebody without the secret can send, by what it is. */
const TRIES: Readonly<Record<string, (call: (typeof CALLS)[number]) => Promise<Sent>>> = {
  "no signature": async (call) => call,
  "a bearer token": async (call) => withHeader(call, "authorization", "Bearer gantry-local"),
  "an unknown key": (call) =>
    sign(call, withKey({ accessKeyId: "AKIAAAAAAAAAAAAAAAAA", secretAccessKey: "guess" })),
  "the key that releases before had in common": (call) =>
    sign(call, withKey({ accessKeyId: "gantry", secretAccessKey: "gantry-local-secret" })),
  "the right key id and a wrong secret": (call) => sign(call, withKey({ secretAccessKey: "guess" })),
  "a made-up session token": (call) => sign(call, withKey({ sessionToken: "guess" })),
  "another body than was signed": async (call) => ({ ...(await sign(call, owner)), body: `${call.body} ` }),
  "another body, and its digest": async (call) => {
    const { body, headers } = await sign({ ...call, body: `${call.body} ` }, owner);
    return withHeader(
      { ...(await sign(call, owner)), body },
      "x-amz-content-sha256",
      headers["x-amz-content-sha256"] ?? "",
    );
  },
  "no digest, and another body": async (call) => {
    const sent = await sign(call, owner);
    const { "x-amz-content-sha256": _, ...headers } = sent.headers;
    return { ...sent, headers, body: `${call.body} ` };
  },
  "another path than was signed": async (call) => {
    const sent = await sign(call, owner);
    return { ...sent, path: `${sent.path}x` };
  },
  "a query that was not signed": async (call) => ({ ...(await sign(call, owner)), query: "Qualifier=1" }),
  "a header that was not signed": async (call) =>
    withHeader(await sign(call, owner), "x-amz-invocation-type", "Event"),
  "signed headers in another order": async (call) =>
    withAuthorization(await sign(call, owner), (text) =>
      text.replace(
        /SignedHeaders=([^,]+)/,
        (_, names) => `SignedHeaders=${names.split(";").reverse().join(";")}`,
      ),
    ),
  "a signature of another service": (call) =>
    sign(call, { ...owner, service: call.service === "kms" ? "ssm" : "kms" }).then((sent) =>
      withAuthorization(sent, (text) => text.replace(/\/(kms|ssm)\//, `/${call.service}/`)),
    ),
  "a date that has passed": (call) => sign(call, { ...owner, signingDate: minutes(-16) }),
  "a date to come": (call) => sign(call, { ...owner, signingDate: minutes(16) }),
  "yesterday's signature with today's date": async (call) =>
    withHeader(
      await sign(call, { ...owner, signingDate: minutes(-24 * 60) }),
      "x-amz-date",
      minutes(0)
        .toISOString()
        .replace(/[-:]|\.\d+/g, ""),
    ),
  "no date": async (call) => {
    const { "x-amz-date": _, ...headers } = (await sign(call, owner)).headers;
    return { ...call, headers };
  },
  "an Authorization header cut short": async (call) =>
    withAuthorization(await sign(call, owner), (text) => text.slice(0, -1)),
  "two credentials in one header": async (call) =>
    withAuthorization(await sign(call, owner), (text) =>
      text.replace(
        "Credential=",
        `Credential=a/20260101/us-east-1/${call.service}/aws4_request, Credential=`,
      ),
    ),
  "a presigned URL of a wrong secret": (call) => presign(call, withKey({ secretAccessKey: "guess" })),
};

describe("the owner's key", () => {
  it.each(CALLS)("is accepted by $service", async (call) => {
    expect((await send(await sign(call, owner))).status).toBe(call.status);
  });

  it("signs URLs only for S3", async () => {
    for (const call of CALLS)
      expect([call.service, isServed(await send(await presign(call, owner)))]).toEqual([
        call.service,
        call.service === "s3",
      ]);
  });

  it("is in no output of the process", () => {
    for (const text of Object.values(owner.credentials)) expect(gantry.output()).not.toContain(text);
  });
});

describe("a program without the secret", () => {
  it.each(Object.entries(TRIES))("is refused by every service with %s", async (_, attempt) => {
    for (const call of CALLS)
      expect([call.service, isServed(await send(await attempt(call)))]).toEqual([call.service, false]);
  });
});
