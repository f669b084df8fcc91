import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { createDeployments } from "#adapters/vercel/deployments.ts";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { homeKeys } from "#local/home-keys.ts";
import { readJournal } from "#local-cloud/durable/journal.ts";
import { until } from "#test/support/limits.ts";
import type { Client } from "./client.ts";
import { aws, type Opened } from "./effects.ts";

/** Runs of gantry.rollback on an installation, and what they leave behind. */

/** A project with an earlier deployment, one that is live, and one that never was. */
export interface LiveProject {
  readonly name: string;
  readonly earlier: string;
  readonly live: string;
  readonly other: string;
}

/** Makes a project at the installation's Vercel, whose second deployment is live. */
export async function liveProject({ origin, home }: Opened, name: string): Promise<LiveProject> {
  const vercel = createDeployments({
    apiUrl: `${origin}/vercel`,
    token: homeKeys(home).vercel,
    scheme: "http",
    sleep,
    now: Date.now,
  });
  const project = await vercel.ensureProject(name);
  const files = [{ path: "config.json", bytes: new TextEncoder().encode('{"version":3}') }];
  const deploy = async (key: string) => {
    const { id } = await vercel.createPreview({ project, files, meta: { gantryKey: `${name}-${key}` } });
    await vercel.waitReady(id, 60);
    return id;
  };
  const [earlier, live, other] = await Promise.all([deploy("earlier"), deploy("live"), deploy("other")]);
  await vercel.promote(project, earlier);
  await vercel.promote(project, live);
  return { name, earlier, live, other };
}

/** Begins a rollback to the earlier deployment; returns its id. */
export async function beginRollback(
  client: Client,
  { name: project, earlier: deployment }: LiveProject,
): Promise<string> {
  const { status, body } = await client.post("/gantry/instances", {
    workflow: "gantry.rollback",
    trigger: { kind: "incident", ref: "INC-7" },
    input: { project, deployment },
  });
  if (status !== 202) throw new Error(`not accepted: ${JSON.stringify(body)}`);
  return body.instance_id;
}

/** The gate at which an execution waits, with what it shows, once it does. */
export async function gateAt(client: Client, execution: string): Promise<any> {
  const gate_id = await until(
    async () =>
      (await client.get(`/gantry/instances/${execution}`).catch(() => undefined))?.body.gate_id ?? undefined,
    { what: `${execution} waits at a gate` },
  );
  return (await client.get(`/gantry/gates/${gate_id}`)).body;
}

/** The execution once its evidence is sealed. */
export const ended = (client: Client, execution: string): Promise<any> =>
  until(
    async () => {
      const reply = await client.get(`/gantry/instances/${execution}`).catch(() => undefined);
      return reply?.body.seal_sha256 ? reply.body : undefined;
    },
    { seconds: 90, what: `${execution} is sealed` },
  );

/** Which deployments were made the project's production, in order: each entry is one effect at Vercel. */
export function promotionsOf({ home }: Opened, { name }: LiveProject): string[] {
  const changes = readJournal<any[]>(join(home, "vercel/journal.jsonl"), "").flat();
  const label = changes.findLast(({ project }) => project?.name === name)?.project.label;
  return changes.flatMap(({ alias }) => (alias?.label === label ? [alias.deploymentId] : []));
}

/** How often the evidence of an execution was written, its pack, and what the verifier says of it. */
export async function evidenceOf(gantry: Opened, client: Client, execution: string) {
  const s3 = new S3Client(aws(gantry));
  const at = { Bucket: "gantry-evidence", Key: `t/local/missions/${execution}/evidence.zip` };
  const { Versions = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: at.Bucket, Prefix: at.Key }),
  );
  const zip = await (await s3.send(new GetObjectCommand(at))).Body?.transformToByteArray();
  s3.destroy();
  const pem = (await client.get("/gantry/evidence-key")).body as Uint8Array;
  const verdict = verifyPack(EVIDENCE_KINDS, {
    zip: zip as Uint8Array,
    execution,
    pinned_key: new TextDecoder().decode(pem),
    checkSignature,
  });
  return { seals: Versions.length, zip: zip as Uint8Array, ...verdict };
}
