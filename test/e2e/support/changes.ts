import { homeKeys } from "#local/home-keys.ts";
import type { Client } from "./client.ts";
import type { Opened } from "./effects.ts";

/** Asks for a change of a project's app, confirms it, and returns the mission's id. */
export async function change(client: Client, project: string, message: string): Promise<string> {
  const { body } = await client.post(`/gantry/projects/${project}/change`, { message });
  if (!body.plan) throw new Error(`no plan: ${JSON.stringify(body)}`);
  const { conversation_id, plan } = body;
  const confirmed = await client.post("/gantry/consult", { conversation_id, confirm: plan.hash });
  if (!confirmed.body.mission_id) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`);
  return confirmed.body.mission_id;
}

/** The releases of a project, newest first. */
export const releasesOf = async (client: Client, project: string): Promise<any[]> =>
  (await client.get(`/gantry/projects/${project}/releases`)).body.releases;

/** The blobs of a tree that was published, by path. */
async function blobsOf({ origin, home }: Opened, project: string, tree: string) {
  const path = `/github/api/v3/repos/gantry-local/${project}/git/trees/${tree}?recursive=1`;
  const headers = { authorization: `Bearer ${homeKeys(home).github}` };
  const response = await fetch(`${origin}${path}`, { headers });
  if (!response.ok) throw new Error(`${path} returns ${response.status}: ${await response.text()}`);
  const { tree: entries } = (await response.json()) as any;
  return new Map<string, string>(
    entries.filter(({ type }: any) => type === "blob").map(({ path, sha }: any) => [path, sha]),
  );
}

/** The paths of the files by which two published trees differ, sorted. */
export async function changedFiles(
  gantry: Opened,
  project: string,
  from: string,
  to: string,
): Promise<string[]> {
  const before = await blobsOf(gantry, project, from);
  const after = await blobsOf(gantry, project, to);
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
