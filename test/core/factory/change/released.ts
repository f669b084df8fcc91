import { consultChange } from "#core/factory/change/consult-change.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { findMission } from "#core/factory/mission/find.ts";
import { projectRef, projects } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import { projectSignal } from "#core/factory/project/signals.ts";
import { draftApp } from "#core/factory/steps/draft.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import { putArtifact } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import type { consult as brain } from "#local/brain/roles/consultant.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { createMission, MISSION } from "#test/support/samples.ts";
import { answerInTime } from "#test/support/turns.ts";

/** A project with a release, and a change of it up to its draft. */

export const ID = "plants-abc123";
export const TREE = "1".repeat(40);

export const store = ({ artifacts }: World, manifest: Manifest): Promise<string> =>
  putArtifact(artifacts, OWNER.tenant, canonicalJson(manifest));

/** Records a release of the project, whose mission is the sample's. */
export const release = (
  world: World,
  facts: Pick<Release, "source" | "generated_base"> & Partial<Pick<Release, "pull_request" | "restores">>,
  tree = TREE,
) =>
  world.ledger.append(projects, projectRef(OWNER.tenant, ID), (project) => ({
    drafts: [
      ...(project
        ? []
        : [
            projectSignal("gantry.project.created", {
              title: "Plants",
              stack: "static",
              requester: OWNER.principal,
              mission: MISSION.mission_id,
            }),
          ]),
      projectSignal("gantry.project.released", {
        mission: MISSION.mission_id,
        execution: MISSION.mission_id,
        restores: null,
        status: "released",
        title: "Plants",
        plan_hash: "a".repeat(64),
        tree,
        specification_sha256: null,
        output_sha256: "c".repeat(64),
        build: "1.0",
        deployment: "dpl_1",
        url: "https://app.test",
        pull_request: null,
        promoted_at: "2026-11-20T00:00:00.000Z",
        ...facts,
      }),
    ],
  }));

/** The input of a prompt, as the offline brain reads it. */
export function inputOf({ messages }: ModelRequest): Parameters<typeof brain>[0] {
  const text = messages[0]?.text ?? "";
  return JSON.parse(text.slice(text.indexOf("<input>") + 7, text.lastIndexOf("</input>")));
}

export function say(world: World, message: string) {
  answerInTime(world);
  return consultChange(world, OWNER, { project: ID, message });
}

/** A change mission, drafted. */
export async function changed(world: World, message: string) {
  const { plan } = await say(world, message);
  const { hash: _, ...confirmed } = plan as NonNullable<typeof plan>;
  await createMission(world, { plan: confirmed, id: "m_2" });
  const mission_id = "m_2";
  await draftApp(world, { tenant: OWNER.tenant, mission_id });
  const mission = await findMission(world, OWNER, mission_id);
  return { mission, manifest: await loadManifest(world, mission) };
}
