import { z } from "zod";
import { briefSpeech } from "#core/factory/conversation/brief-speech.ts";
import { speak } from "#core/factory/conversation/speak.ts";
import { SIRI_LIMITS } from "#core/identity/limits.ts";
import { admitSiriRequest, type SiriRequest } from "#core/identity/siri/admit-request.ts";
import { type SiriHeaders, siriHeaders } from "#core/identity/siri/headers.ts";
import { testSiriRequest } from "#core/identity/siri/self-test.ts";
import { message } from "#lambdas/api/inputs.ts";
import { ACCEPTED, TURN_REFUSES } from "#lambdas/api/routes/consult.ts";
import { spokenReply } from "#lambdas/api/spoken-reply.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { rateLimitHeaders } from "#lambdas/runtime/rate-limit-headers.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";
import { viewerAddress } from "#lambdas/runtime/web-security.ts";

const MAX_BYTES = 8 * 1024;

const body = z.strictObject({
  text: message
    .meta({ examples: ["Build me a todo app"] })
    .describe("What the person said, as it was hashed."),
});

function signedRequest(
  headers: SiriHeaders,
  { text }: z.infer<typeof body>,
  event: APIGatewayProxyEvent,
): SiriRequest {
  return {
    key_id: headers["X-Gantry-Key"],
    timestamp: headers["X-Gantry-Timestamp"],
    nonce: headers["X-Gantry-Nonce"],
    signature: headers["X-Gantry-Signature"].slice("v1=".length),
    text,
    address: viewerAddress(event),
  };
}

const size = ({ burst, per_minute }: { burst: number; per_minute: number }) =>
  `${burst} at once and ${per_minute} per minute`;
const SIGNED =
  "The request is signed with the key `siri` of `POST /gantry/keys` in the scheme `gantry-siri-v1`: with canonical = `gantry-siri-v1:<key id>:<timestamp>:<nonce>:<sha256 of text>`, the signature is `sha256(k2 + sha256(k1 + canonical))`, all in lower-case hex.";
/** A message through Siri names no consultation. */
const CONSULT_REFUSES = TURN_REFUSES.filter((code) => code !== "NotFound");
const LIMIT_HEADERS = ["RateLimit", "RateLimit-Policy"];

export const siriRoutes: readonly Route[] = [
  route({
    method: "POST",
    path: "/gantry/siri",
    id: "siri",
    tag: "Siri",
    right: "public",
    signed: true,
    keyed: false,
    summary: "Send a message through Siri.",
    description: `Does what \`POST /gantry/voice\` does for a device of the key's owner, whose role must have the right \`write\`. The phone names no consultation: within ten minutes its message continues the one that it was told of last, unless another device has spoken there since; later it starts a new one. A yes confirms the plan that this phone was told last, within a day; if there is none, or it has changed since, the yes is refused. ${SIGNED} Nothing is written before the signature and the time are right. The nonce is the idempotency key: a request with a used one is refused and has no effect. Limited to ${size(SIRI_LIMITS.key)} for each key, and like \`/gantry/voice\`.`,
    refuses: [...CONSULT_REFUSES, "Unauthenticated", "StaleRequest", "ReplayedRequest"],
    headers: siriHeaders,
    body,
    maxBytes: MAX_BYTES,
    reply: {
      status: 200,
      description: "The result of the message.",
      schema: "SiriTurn",
      headers: LIMIT_HEADERS,
    },
    others: [{ status: 202, description: ACCEPTED, schema: "SiriTurn", headers: LIMIT_HEADERS }],
    async handle({ services, servicesFor, headers, body, event }) {
      const request = signedRequest(headers, body, event);
      const { caller, limits } = await admitSiriRequest(services, request);
      const own = servicesFor(caller);
      const reply = await spokenReply(own, await speak(own, caller, request.text, "text"));
      return {
        ...reply,
        body: { ...reply.body, speech: briefSpeech(reply.body) },
        headers: rateLimitHeaders(limits),
      };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/siri/selftest",
    id: "siriSelfTest",
    tag: "Siri",
    right: "public",
    signed: true,
    keyed: false,
    summary: "Check how a phone signs.",
    description: `Returns what the server hashes for a signed request, and whether the signature matches. The response never contains any part of the key. The request needs the id of a valid key, but not a matching signature. No consultation is started and nothing is built; if the signature matches, the nonce is used up, so that the request cannot be sent as a message. ${SIGNED} Limited to ${size(SIRI_LIMITS.self_test_key)} for each key, ${size(SIRI_LIMITS.self_test_address)} for each address.`,
    refuses: ["Unauthenticated", "ReplayedRequest"],
    headers: siriHeaders,
    body,
    maxBytes: MAX_BYTES,
    reply: { status: 200, description: "What the server hashed.", schema: "SiriSelfTest" },
    handle: async ({ services, headers, body, event }) => ({
      status: 200,
      body: await testSiriRequest(services, signedRequest(headers, body, event)),
    }),
  }),
];
