import { z } from "zod";
import { readScreenshot } from "#core/factory/mission/attempts/screenshot.ts";
import { readEvidence } from "#core/factory/mission/evidence.ts";
import { openShare } from "#core/factory/mission/share/open-share.ts";
import { isShared, type Share } from "#core/factory/mission/share/share.ts";
import { readShare, shareMission, unshareMission } from "#core/factory/mission/share/share-mission.ts";
import { sharedMission } from "#core/factory/mission/share/shared-mission.ts";
import { type BucketSize, SHARE_LIMITS } from "#core/identity/limits.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import type { share as reply } from "#core/web/replies/share.ts";
import { downloadReply } from "#lambdas/api/download-reply.ts";
import { missionPath } from "#lambdas/api/inputs.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";
import { rateLimitHeaders } from "#lambdas/runtime/rate-limit-headers.ts";
import { type Route, type RouteContext, route } from "#lambdas/runtime/route.ts";
import { viewerAddress } from "#lambdas/runtime/web-security.ts";

/** The page that shows what is shared. The token is in the fragment, which browsers send to nobody. */
const linkOf = (token: string) => `/shared#${token}`;

function shown(mission_id: string, share: Share | null): z.infer<typeof reply> {
  return {
    mission_id,
    shared: isShared(share),
    evidence: isShared(share) && share.evidence,
    shared_by: share?.shared_by ?? null,
    shared_at: share?.shared_at ?? null,
    revoked_at: share?.revoked_at ?? null,
  };
}

const manage = {
  path: "/gantry/missions/{id}/share",
  tag: "Sharing",
  refuses: ["NotFound"],
  params: missionPath,
} as const;

const tokenPath = z.strictObject({
  token: z.string().min(1).max(100).describe("The token of the link: what stands behind `#` in it."),
});

const size = ({ burst, per_minute }: BucketSize) => `${burst} at once and ${per_minute} per minute`;
const limited = (kind: "share" | "share-evidence") =>
  `Limited to ${size(SHARE_LIMITS[kind])} for each link, ${size(SHARE_LIMITS.address)} for each address. A link that was revoked is refused like one that never was.`;
const NO_INDEX = { "x-robots-tag": "noindex, nofollow" };
const HEADERS = ["RateLimit", "RateLimit-Policy", "X-Robots-Tag"];

const view = {
  method: "GET",
  tag: "Sharing",
  right: "public",
  refuses: ["NotFound", "TooManyRequests"],
} as const;

type Viewing = Pick<
  RouteContext<{ token: string }, unknown, unknown>,
  "services" | "servicesFor" | "path"
> & {
  readonly event: APIGatewayProxyEvent;
};

const open = ({ services, servicesFor, path, event }: Viewing, kind?: "share-evidence") =>
  openShare(services, servicesFor, { token: path.token, address: viewerAddress(event) }, kind);

export const shareRoutes: readonly Route[] = [
  route({
    ...manage,
    method: "GET",
    id: "share",
    right: "read",
    summary: "Read whether a mission is shared.",
    description: "Returns no link, because only a digest of it is stored.",
    reply: { status: 200, description: "How it is shared.", schema: "Share" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: shown(path.id, await readShare(services, caller, path.id)),
    }),
  }),
  route({
    ...manage,
    method: "POST",
    id: "shareMission",
    right: "write",
    sessionOnly: true,
    keyed: false,
    refuses: ["NotFound", "Conflict"],
    summary: "Share a mission.",
    description:
      "Creates a link with which everybody can read the mission without logging in, until it is revoked: its title and plan, its phases, its result, its checks with the screenshots, and the addresses of the app and the pull request; with `evidence` also the evidence pack, which contains the request, the people's names and the source. Only the reply that creates the link contains it. Repeating the request changes nothing; with another `evidence` it changes that alone. The format of an Idempotency-Key is checked, but a reply that contains a secret is not stored.",
    body: z.strictObject({
      evidence: z.boolean().default(false).describe("Whether the link also downloads the evidence pack."),
    }),
    reply: { status: 200, description: "How it is shared.", schema: "NewShare" },
    async handle({ services, caller, path, body }) {
      const { share, token } = await shareMission(services, caller, path.id, body);
      return { status: 200, body: { ...shown(path.id, share), link: token && linkOf(token) } };
    },
  }),
  route({
    ...manage,
    method: "DELETE",
    id: "unshareMission",
    right: "write",
    refuses: ["NotFound", "Conflict"],
    summary: "Revoke the link of a mission.",
    description: "The link opens nothing from now on. A mission that is not shared stays as it is.",
    reply: { status: 200, description: "How it is shared: not at all.", schema: "Share" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: shown(path.id, await unshareMission(services, caller, path.id)),
    }),
  }),
  route({
    ...view,
    path: "/gantry/shared/{token}",
    id: "sharedMission",
    summary: "Read a shared mission.",
    description: `Returns what the link shows, as the page \`/shared\` does. ${limited("share")}`,
    params: tokenPath,
    reply: { status: 200, description: "The mission.", schema: "SharedMission", headers: HEADERS },
    async handle(context) {
      const opened = await open(context);
      return {
        status: 200,
        body: await sharedMission(opened),
        headers: { ...NO_INDEX, ...rateLimitHeaders(opened.limits) },
      };
    },
  }),
  route({
    ...view,
    path: "/gantry/shared/{token}/screenshots/{sha256}",
    id: "sharedScreenshot",
    summary: "Get a screenshot of a shared mission.",
    description: `A picture of the app, by its digest in the checks of the shared mission. ${limited("share")}`,
    params: tokenPath.extend({ sha256: sha256Schema.describe("The digest of the picture.") }),
    reply: {
      status: 200,
      description: "The picture.",
      schema: "binary",
      type: "image/png",
      headers: HEADERS,
    },
    async handle(context) {
      const { services, tenant, share, limits } = await open(context);
      return {
        status: 200,
        body: await readScreenshot(services, { tenant }, share.mission_id, context.path.sha256),
        headers: { ...NO_INDEX, ...rateLimitHeaders(limits), "content-type": "image/png" },
      };
    },
  }),
  route({
    ...view,
    path: "/gantry/shared/{token}/evidence",
    id: "sharedEvidence",
    summary: "Get the evidence pack of a shared mission.",
    description: `Returns the ZIP file if it is shared as well. ${limited("share-evidence")}`,
    params: tokenPath,
    reply: {
      status: 200,
      description: "The pack, up to 4 MiB.",
      schema: "binary",
      type: "application/zip",
      headers: [...HEADERS, "X-Gantry-Seal", "Content-Disposition"],
    },
    others: [
      {
        status: 303,
        description: "A larger pack is at a URL that is valid for one minute.",
        headers: [...HEADERS, "X-Gantry-Seal", "Location"],
      },
    ],
    async handle(context) {
      const { services, tenant, share, limits } = await open(context, "share-evidence");
      if (!share.evidence)
        throw new GantryError("NotFound", "The evidence of this mission is not shared.", { field: "token" });
      const { pack, seal_sha256, ...as } = await readEvidence(services, { tenant }, share.mission_id);
      const headers = { ...NO_INDEX, ...rateLimitHeaders(limits), "x-gantry-seal": seal_sha256 };
      return downloadReply(pack, as, headers);
    },
  }),
];
