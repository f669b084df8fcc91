import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { homeKeys } from "#local/home-keys.ts";
import type { Client } from "./client.ts";
import type { Gantry } from "./gantry.ts";

/** What opens the small cloud of this installation. */
export type Opened = Pick<Gantry, "origin" | "home">;

/** Client settings with the installation's own key. */
export const aws = ({ origin, home }: Opened) => ({
  endpoint: origin,
  region: "us-east-1",
  credentials: homeKeys(home).aws,
  forcePathStyle: true,
});

/** What a mission has done outside the factory, read from the places where it shows. */
export interface Effects {
  /** Ids of deployments made for the mission. */
  readonly deployments: readonly string[];
  /** `<number> <head branch>` of its project's pull requests. */
  readonly pulls: readonly string[];
  /** Version ids of its evidence pack, delete markers included. */
  readonly seals: readonly string[];
  readonly verdict: string;
  readonly reasons: readonly unknown[];
}

/** `project` is the name its repository and its Vercel project have. */
export async function effectsOf(
  gantry: Opened,
  client: Client,
  mission: string,
  project: string,
): Promise<Effects> {
  const { github, vercel } = homeKeys(gantry.home);
  const json = async (path: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${gantry.origin}${path}`, { headers });
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as any;
  };
  const { deployments } = await json(`/vercel/v7/deployments?limit=100`, vercel);
  const pulls = await json(
    `/github/api/v3/repos/gantry-local/${project}/pulls?state=all&per_page=100`,
    github,
  );
  const s3 = new S3Client(aws(gantry));
  const key = `t/local/missions/${mission}/evidence.zip`;
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: "gantry-evidence", Prefix: key }));
  s3.destroy();
  const { verdict, reasons } = await verdictOn(client, mission);
  return {
    deployments: deployments
      .filter((each: any) => each.meta?.gantryMission === mission)
      .map((each: any) => each.uid),
    pulls: pulls.map((each: any) => `${each.number} ${each.head.ref}`),
    seals: [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])].map(
      ({ VersionId }) => VersionId ?? "",
    ),
    verdict,
    reasons,
  };
}

/** What the verifier says of a mission's evidence, under the key the installation publishes. */
export async function verdictOn(client: Client, mission: string) {
  const zip = (await client.get(`/gantry/missions/${mission}/evidence`)).body as Uint8Array;
  const pem = (await client.get("/gantry/evidence-key")).body as Uint8Array;
  return verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: mission,
    pinned_key: new TextDecoder().decode(pem),
    checkSignature,
  });
}

/** A mission's project, from the address of its pull request. */
export const projectOf = (mission: { pr_url: string }): string => mission.pr_url.split("/").at(-3) as string;
