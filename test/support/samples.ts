import { outputOfDraft } from "#core/factory/build/output.ts";
import { type BuildResult, RESULT_VERSION } from "#core/factory/build/result.ts";
import { conversationRef, conversations } from "#core/factory/conversation/conversation.ts";
import { projectName } from "#core/factory/conversation/host.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { FACTORY_MISSION } from "#core/factory/mission/definition.ts";
import { missionRef, missionSignal, missions } from "#core/factory/mission/missions.ts";
import { type Plan, type Proposal, planHash } from "#core/factory/plan/plan.ts";
import { patternsOf } from "#core/factory/policy/evaluate.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { canonicalHash } from "#core/kernel/canonical.ts";
import { fileBytes } from "#core/kernel/files.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { gitTreeId, type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { packFiles } from "#test/support/memory-ports.ts";
import { OWNER, POLICY, type World } from "#test/support/memory-world.ts";

/** A small plan, its draft, and records of its builds. */

export const PROPOSAL: Proposal = {
  title: "Task manager",
  summary: "Keeps tasks.",
  kind: "task-manager",
  project_name: "task-manager",
  stack: "static",
  features: [{ id: "dark_mode", title: "Dark mode", included: true, promise: "A task can be added." }],
  acceptance: ["A task can be added."],
  questions: [],
};

export const PLAN: Plan = {
  ...PROPOSAL,
  features: [{ id: "dark_mode", title: "Dark mode", included: true }],
  deploy: true,
  publish: true,
  request: ["Build me a task manager"],
  design_image: null,
};

export const MANIFEST: Manifest = {
  project_name: "task-manager",
  stack: "static",
  files: [
    { path: "public/index.html", content: "<!doctype html><h1>Tasks</h1>" },
    {
      path: "test/app.test.js",
      content:
        'import assert from "node:assert/strict";\nimport { readFile } from "node:fs/promises";\nimport { test } from "node:test";\ntest("adds", async () => assert.match(await readFile("public/index.html", "utf8"), /Tasks/));\n',
    },
  ],
  audit_command: "node --test",
  run_command: "node --test",
  acceptance: [
    {
      name: "A task can be added.",
      steps: [
        { do: "open", path: "/" },
        { do: "fill", target: { label: "Task" }, value: "Milk" },
        { do: "press", target: { label: "Task" }, key: "Enter" },
        { do: "see", text: "Milk" },
      ],
    },
  ],
};

/** An answer of each role that fits its prompt, with every member that it may have. */
export const ANSWERS: Readonly<Record<string, unknown>> = {
  consultant: {
    proposal: {
      ...PROPOSAL,
      features: PROPOSAL.features.map((feature) => ({ ...feature, promise: "A task can be added." })),
      questions: [{ id: "due", question: "With due dates?", options: ["Yes", "No"], default: "No" }],
      specification: PLANTS,
      ledger: [
        { words: "plants", message: 0, outcome: "met", by: "entities.plant" },
        { words: "tracker", message: 0, outcome: "met_by_kind", by: null },
      ],
    },
    speech: "A task manager.",
    question: "With due dates?",
  },
  architect: {
    ...MANIFEST,
    files: MANIFEST.files.map((file) => ({ ...file, encoding: "utf8" })),
    acceptance: [
      {
        name: "A task can be added.",
        steps: [
          { do: "open", path: "/" },
          { do: "reload" },
          { do: "fill", target: { label: "Task" }, value: "Milk" },
          { do: "select", target: { role: "combobox", name: "Sort" }, value: "Newest" },
          { do: "check", target: { test_id: "done" }, checked: true },
          { do: "click", target: { text: "Add" } },
          { do: "press", target: { placeholder: "Search" }, key: "Enter" },
          { do: "see", text: "Milk", target: { css: "#list" } },
          { do: "not_see", text: "Bread" },
          { do: "attribute", target: { css: "html" }, name: "lang", value: "en" },
        ],
      },
    ],
  },
  healer: {
    repaired: true,
    reason: "The title was missing.",
    edits: [{ path: "public/app.js", search: "start();", replace: "begin();" }],
    files: [{ path: "public/index.html", content: "<h1>Tasks</h1>", encoding: "utf8" }],
    deleted: ["public/old.js"],
    locators: [
      {
        acceptance: "A task can be added.",
        step: 3,
        target: { role: "button", name: "Add" },
        reason: "Renamed.",
      },
    ],
  },
  critic: { verdict: "reject", notes: ["public/index.html: no title."] },
  chat: { answer: "A factory for web apps.", sources: ["README.md"] },
};

const SOURCE: TreeFile[] = MANIFEST.files.map((file) => ({ path: file.path, bytes: fileBytes(file) }));
const OUTPUT = outputOfDraft(MANIFEST.stack, SOURCE) ?? [];
const OUTPUT_SHA256 = treeSha256(treeEntries(OUTPUT));

export const MISSION = { tenant: OWNER.tenant, mission_id: "m_1" } as const;

/** A mission that was just confirmed, under the policy of its world. */
export async function createMission(
  world: Pick<World, "ledger" | "artifacts" | "policy">,
  {
    id = MISSION.mission_id,
    tenant = OWNER.tenant,
    plan = PLAN,
  }: { id?: string; tenant?: string; plan?: Plan } = {},
): Promise<{ tenant: string; mission_id: string }> {
  const { ledger } = world;
  const created = {
    workflow: FACTORY_MISSION,
    policy: await pinPolicy(world, tenant),
    plan,
    plan_hash: planHash(plan),
    project: projectName(plan, id),
    conversation_id: `c_${id}`,
    requester: OWNER.principal,
    retry_of: null,
  };
  const actor = { kind: "human", id: OWNER.principal } as const;
  await ledger.append(conversations, conversationRef(tenant, `c_${id}`), () => ({
    drafts: [
      {
        type: "gantry.conversation.started",
        data: { owner: OWNER.principal, deploy: plan.deploy, publish: plan.publish },
        actor,
      },
    ],
  }));
  await ledger.append(missions, missionRef(tenant, id), () => ({
    drafts: [missionSignal("gantry.mission.created", created, { actor })],
  }));
  return { tenant, mission_id: id };
}

const NO_OUTPUT = { bytes: 0, head: "", tail: "" };

/** The supervisor's record of a build of {@link MANIFEST}; green unless `fields` say otherwise. */
export function buildResult(fields: Partial<BuildResult> = {}): BuildResult {
  const archive = packFiles(OUTPUT);
  return {
    version: RESULT_VERSION,
    ...MISSION,
    attempt: 1,
    verdict: "passed",
    reason: "Build and audit passed.",
    executor: "test",
    started_at: "2026-11-21T00:00:00.000Z",
    ended_at: "2026-11-21T00:00:05.000Z",
    steps: [auditStep(0, "ok")],
    log_sha256: sha256Hex("log"),
    source: { sha256: treeSha256(treeEntries(SOURCE)), git_tree: gitTreeId(SOURCE), files: SOURCE.length },
    output_trees: { before_audit: OUTPUT_SHA256, after_audit: OUTPUT_SHA256 },
    patterns_sha256: canonicalHash(patternsOf(POLICY)),
    output: {
      sha256: OUTPUT_SHA256,
      archive_sha256: sha256Hex(archive),
      bytes: archive.length,
      entries: treeEntries(OUTPUT),
    },
    skipped: [],
    ...fields,
  };
}

/** A red build whose audit wrote this. */
export function redResult(attempt: number, output: string): BuildResult {
  return buildResult({
    attempt,
    verdict: "code",
    reason: "The audit failed with exit code 1.",
    steps: [auditStep(1, output)],
    source: null,
    output: null,
  });
}

function auditStep(exit_code: number, output: string): BuildResult["steps"][number] {
  return {
    name: "audit",
    command: ["node", "--test"],
    exit_code,
    signal: null,
    killed: null,
    ms: 10,
    peak_memory_mb: 1,
    oom_kills: 0,
    stdout: { bytes: output.length, head: output, tail: "" },
    stderr: NO_OUTPUT,
    tests: {
      file: "test/app.test.js",
      helper: false,
      ended: "finished",
      planned: 2,
      passed: exit_code === 0 ? 2 : 1,
      failed: exit_code === 0 ? 0 : 1,
      skipped: 0,
      todo: 0,
    },
  };
}

/** What the builder leaves behind. */
export function leaveResult({ artifacts }: Pick<World, "artifacts">, result: BuildResult, retry = 0): void {
  const folder = `t/${result.tenant}/missions/${result.mission_id}/builds/${result.attempt}/${retry}`;
  artifacts.all.set(`${folder}/result.json`, new TextEncoder().encode(JSON.stringify(result)));
  if (result.output) artifacts.all.set(`${folder}/output.tar.zst`, packFiles(OUTPUT));
}

/** A 1×1 PNG. */
export const PNG_BASE64 =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
