import { generateKeyPairSync } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import type { Signer } from "#core/evidence/signer.ts";
import { outputOfDraft } from "#core/factory/build/output.ts";
import { type BuildResult, RESULT_VERSION } from "#core/factory/build/result.ts";
import { confirmTerms } from "#core/factory/conversation/confirm-gate.ts";
import { conversations } from "#core/factory/conversation/conversation.ts";
import { type MissionPackInput, makeMissionPack } from "#core/factory/evidence/mission-pack.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { type Plan, planHash } from "#core/factory/plan/plan.ts";
import { decisionOf } from "#core/governance/gate/person-decision.ts";
import { decidedDrafts, openingDrafts } from "#core/governance/gate/plan.ts";
import { NO_GATES } from "#core/governance/gate/subject.ts";
import { canonicalHash, canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { type AggregateRef, sequenceText } from "#core/kernel/keys.ts";
import { type Head, NO_HEAD, planAppend } from "#core/kernel/ledger/append.ts";
import { GENESIS_HASH, sealSignal } from "#core/kernel/ledger/chain.ts";
import { type Signal, type SignalDraft, SYSTEM } from "#core/kernel/ledger/signal.ts";
import { isV1 } from "#core/kernel/ledger/signal-v1.ts";
import { gitTreeId, type TreeEntry, treeEntries, treeSha256 } from "#core/kernel/tree.ts";
import { signDigest } from "#local-cloud/kms/p256.ts";
import { personOf } from "#test/support/callers.ts";
import { passedReport } from "#test/support/passed-report.ts";

/** Missions and evidence packs as the factory makes them, to be attacked by tests. */

export const TENANT = "acme";
export const MISSION = "m_0000000010000000000000000";

const human = { kind: "human", id: "owner" } as const;
const digest = (text: string) => sha256Hex(text);

export const PLAN: Plan = {
  title: "Task Manager",
  summary: "Keeps a list of tasks with due dates.",
  kind: "task-manager",
  project_name: "task-manager",
  stack: "static",
  features: [
    { id: "due_dates", title: "Due dates", included: true },
    { id: "tags", title: "Tags", included: false },
  ],
  acceptance: ["A task that was added is still there after a reload."],
  questions: [{ id: "theme", question: "Which theme?", options: ["Light", "Dark"], default: "Dark" }],
  deploy: true,
  publish: true,
  request: ["Build me a task manager with due dates"],
  design_image: null,
};

/** Chains drafts as the ledger does; times are one second apart. */
export function chain(ref: AggregateRef, drafts: readonly SignalDraft[]): Signal[] {
  let head: Head = NO_HEAD;
  return drafts.flatMap((draft, index) => {
    const plan = planAppend({
      ref,
      head,
      drafts: [draft],
      correlation: ref.id,
      time: new Date(Date.UTC(2026, 0, 1, 12, 0, index)).toISOString(),
      ids: [`s_${ref.id}_${index + 1}`],
      withholdable: ref.kind === "conversation" ? conversations.withholdable : undefined,
      salt: () => digest(`salt ${index}`),
    });
    head = plan.head;
    return plan.signals;
  });
}

/** Links changed signals again, as somebody would who can write the log but not sign it. */
export function rechain(signals: readonly Signal[]): Signal[] {
  let prevhash = GENESIS_HASH;
  return signals.map((signal, index) => {
    const sequence = isV1(signal) ? index + 1 : sequenceText(index + 1);
    const { hash: _, ...body } = { ...signal, sequence, prevhash };
    const sealed = sealSignal(body as Signal);
    prevhash = sealed.hash;
    return sealed;
  });
}

/** The draft, and the policy that judged it. */
const DRAFT: Manifest = {
  project_name: "task-manager",
  stack: "static",
  files: [
    { path: "public/index.html", content: "<!doctype html><h1>Tasks</h1>" },
    { path: "test/app.test.js", content: "import test from 'node:test'; test('works', () => {});" },
  ],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance: [{ name: "opens", steps: [{ do: "see", text: "Tasks" }] }],
};
const POLICY = { forbidden: [{ id: "eval", pattern: "(?i:eval)\\(", reason: "No eval." }], secrets: [] };

const SOURCE = DRAFT.files.map(({ path, content }) => ({ path, bytes: new TextEncoder().encode(content) }));
const SOURCE_SHA256 = treeSha256(treeEntries(SOURCE));
const GIT_TREE = gitTreeId(SOURCE);
const OUTPUT = treeEntries(outputOfDraft("static", SOURCE) ?? []);
const OUTPUT_SHA256 = treeSha256(OUTPUT);

/** The record of a build that passed. */
function buildResult(mission: string): BuildResult {
  return {
    version: RESULT_VERSION,
    tenant: TENANT,
    mission_id: mission,
    attempt: 1,
    verdict: "passed",
    reason: "Build and audit passed.",
    executor: "bwrap",
    started_at: "2026-01-01T12:00:05.000Z",
    ended_at: "2026-01-01T12:00:06.000Z",
    steps: [
      {
        name: "audit",
        command: ["node", "--test", "test/app.test.js"],
        exit_code: 0,
        signal: null,
        killed: null,
        ms: 90,
        peak_memory_mb: 40,
        oom_kills: 0,
        stdout: { bytes: 0, head: "", tail: "" },
        stderr: { bytes: 0, head: "", tail: "" },
        tests: passedReport("test/app.test.js"),
      },
    ],
    log_sha256: digest("log"),
    source: { sha256: SOURCE_SHA256, git_tree: GIT_TREE, files: SOURCE.length },
    output_trees: { before_audit: OUTPUT_SHA256, after_audit: OUTPUT_SHA256 },
    patterns_sha256: canonicalHash(POLICY.forbidden),
    output: { sha256: OUTPUT_SHA256, archive_sha256: digest("archive"), bytes: 10, entries: OUTPUT },
    skipped: [],
  };
}

/** What the log of a mission says until it is sealed: built at the first attempt, live, published. */
export function missionDrafts(
  mission: string = MISSION,
  conversation = conversationOf(mission),
): SignalDraft[] {
  const output_sha256 = OUTPUT_SHA256;
  const manifest_sha256 = digest(canonicalJson(DRAFT));
  const url = `http://task-manager-${mission.slice(-6)}.localhost:5050`;
  return [
    missionSignal(
      "gantry.mission.created",
      {
        workflow: { id: "factory.mission", version: "2", sha256: digest("machine") },
        policy: { id: "factory", version: "1", sha256: digest(canonicalJson(POLICY)) },
        plan: PLAN,
        plan_hash: planHash(PLAN),
        project: `task-manager-${mission.slice(-6)}`,
        conversation_id: conversation,
        requester: "owner",
        retry_of: null,
      },
      { actor: human },
    ),
    missionSignal("gantry.execution.transitioned", { from: "CREATED", to: "RUNNING", outcome: null }),
    missionSignal("gantry.mission.phase_entered", { phase: "ARCHITECTING", attempt: 0 }),
    missionSignal("gantry.mission.drafted", { manifest_sha256, files: 2, attempt: 0, by: "architect" }),
    missionSignal("gantry.policy.evaluated", {
      verdict: "allow",
      reasons: [],
      policy_sha256: digest(canonicalJson(POLICY)),
      manifest_sha256,
    }),
    missionSignal("gantry.mission.phase_entered", { phase: "BUILDING", attempt: 1 }),
    missionSignal("gantry.build.started", { attempt: 1, retry: 0, task: "t-1" }),
    missionSignal("gantry.build.progressed", {
      attempt: 1,
      build_phase: "audit",
      elapsed_ms: 900,
      memory_mb: 40,
    }),
    missionSignal("gantry.build.finished", {
      attempt: 1,
      retry: 0,
      verdict: "passed",
      reason: "Build and audit passed.",
      result_sha256: digest(canonicalJson(buildResult(mission))),
      log_sha256: digest("log"),
      command: ["node", "--test"],
      exit_code: 0,
      source_sha256: SOURCE_SHA256,
      source_git_tree: GIT_TREE,
      output_sha256,
      fingerprint: null,
    }),
    missionSignal("gantry.mission.phase_entered", { phase: "DEPLOYING", attempt: 1 }),
    missionSignal("gantry.deployment.previewed", {
      deployment: "dpl_1",
      url: `${url}/preview`,
      output_sha256,
    }),
    missionSignal("gantry.mission.phase_entered", { phase: "VERIFYING", attempt: 1 }),
    missionSignal("gantry.deployment.verified", {
      attempt: 1,
      url: `${url}/preview`,
      passed: true,
      reason: "All 3 acceptance checks passed.",
      report_sha256: digest("report"),
      fingerprint: null,
    }),
    missionSignal("gantry.mission.phase_entered", { phase: "DEPLOYING", attempt: 1 }),
    missionSignal("gantry.deployment.promoted", { deployment: "dpl_1", url }),
    missionSignal("gantry.deployment.checked", {
      deployment: "dpl_1",
      url,
      passed: true,
      tries: 1,
      reason: "The live address shows the deployment.",
    }),
    missionSignal("gantry.mission.phase_entered", { phase: "PUBLISHING", attempt: 1 }),
    missionSignal("gantry.pull_request.opened", {
      url: "http://127.0.0.1:5050/github/gantry/task-manager/pull/1",
      number: 1,
      branch: `gantry/${mission}`,
      commit: "c".repeat(40),
      tree: GIT_TREE,
    }),
    missionSignal("gantry.execution.transitioned", {
      from: "RUNNING",
      to: "COMPLETED",
      outcome: "succeeded",
    }),
  ];
}

export function conversationOf(mission: string): string {
  return mission.replace(/^m/, "c");
}

export function consultationDrafts(mission: string = MISSION): SignalDraft[] {
  const [text] = PLAN.request as [string];
  return [
    {
      type: "gantry.conversation.started",
      data: { owner: "owner", deploy: true, publish: true },
      actor: human,
    },
    {
      type: "gantry.conversation.message_received",
      data: { text, image: null, deploy: null, publish: null },
      actor: human,
    },
    {
      type: "gantry.conversation.answered",
      data: {
        answers: 2,
        plan: PLAN,
        plan_hash: planHash(PLAN),
        speech: "Here is the plan.",
        question: null,
      },
      actor: { kind: "agent", id: "consultant" },
    },
    ...confirmationDrafts("conversation", conversationOf(mission), mission),
  ];
}

/** The gate of the plan on this aggregate, and the person's approval of it for this mission. */
export function confirmationDrafts(
  kind: "conversation" | "execution",
  id: string,
  mission: string,
): [SignalDraft, SignalDraft] {
  const terms = confirmTerms(
    PLAN,
    { id: "factory", version: "1", sha256: digest(canonicalJson(POLICY)) },
    "plan-1",
  );
  const person = personOf({ tenant: TENANT, principal: human.id });
  const drafts = decidedDrafts(kind, { tenant: TENANT, id, ...NO_GATES }, terms, (gate) =>
    decisionOf(
      gate,
      person,
      {
        gate_id: gate.gate_id,
        epoch: 1,
        snapshot_sha256: planHash(PLAN),
        type: "APPROVE",
        justification: "Yes.",
      },
      { decision_id: "dec_1", execution_id: mission },
    ),
  );
  return drafts as [SignalDraft, SignalDraft];
}

/** The pack of a mission whose record, log and seal agree on another output than its draft's. */
export function builtOutput(change: (entries: TreeEntry[]) => TreeEntry[]): MissionPackInput {
  const entries = change(OUTPUT);
  const sha256 = treeSha256(entries);
  const input = builtOtherwise((result) => ({
    ...result,
    output_trees: { before_audit: sha256, after_audit: sha256 },
    output: { ...result.output, sha256, entries },
  }));
  const events = input.events.map((event) =>
    "output_sha256" in event.data ? { ...event, data: { ...event.data, output_sha256: sha256 } } : event,
  );
  return { ...input, events: rechain(events), predicate: { ...input.predicate, output_sha256: sha256 } };
}

/** The pack of a mission that went well, but for what `change` makes of its build's record. */
export function builtOtherwise(change: (result: BuildResult) => object): MissionPackInput {
  const result = canonicalJson(change(buildResult(MISSION)));
  const { records, events, ...input } = packInput();
  const finished = "gantry.build.finished";
  return {
    ...input,
    events: rechain(
      events.map((event) =>
        event.type === finished
          ? { ...event, data: { ...event.data, result_sha256: digest(result) } }
          : event,
      ),
    ),
    records: { ...records, "build-result.json": new TextEncoder().encode(result) },
  };
}

/** Everything `makePack` takes for a mission that went well. */
export function packInput(mission: string = MISSION): MissionPackInput {
  const encode = (value: unknown) => new TextEncoder().encode(canonicalJson(value));
  return {
    events: chain({ tenant: TENANT, kind: "execution", id: mission }, missionDrafts(mission)),
    consultation: chain(
      { tenant: TENANT, kind: "conversation", id: conversationOf(mission) },
      consultationDrafts(mission),
    ),
    records: {
      "plan.json": encode(PLAN),
      "policy.json": encode(POLICY),
      "manifest.json": encode(DRAFT),
      "build-result.json": encode(buildResult(mission)),
      "acceptance-report.json": new TextEncoder().encode("report"),
      "build-log.txt": new TextEncoder().encode("log"),
    },
    predicate: {
      tenant: TENANT,
      mission_id: mission,
      outcome: "succeeded",
      phase: "DEPLOYED",
      error: null,
      plan_hash: planHash(PLAN),
      source: { sha256: SOURCE_SHA256, git_tree: GIT_TREE },
      output_sha256: OUTPUT_SHA256,
      sealed_at: "2026-01-01T12:01:00.000Z",
    },
  };
}

export interface TestKey extends Signer {
  readonly pem: string;
}

/** A key like the one in KMS: P-256, signs digests. */
export function makeKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const pem = publicKey.export({ type: "spki", format: "pem" }) as string;
  return {
    pem,
    sign: async (hash) => signDigest(privateKey, hash),
    publicKey: async () => pem,
  };
}

export async function sealedPack(key: Signer, input: MissionPackInput = packInput()): Promise<Uint8Array> {
  return (await makeMissionPack(key, input)).zip;
}

type Files = Record<string, Uint8Array>;

/** The pack with its files changed by somebody who cannot sign. */
export function repack(zip: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files: Files = { ...unzipSync(zip) };
  change(files);
  return zipSync(files);
}

/** The pack of a mission that the policy let a service begin, by the verdict that `change` makes of the right one. */
export function begunByPolicy(
  change: (verdict: SignalDraft) => readonly SignalDraft[] = (verdict) => [verdict],
  policy: object = { ...POLICY, gates: { "build.confirm": "allow" } },
): MissionPackInput {
  const { records, ...input } = packInput();
  const sha256 = digest(canonicalJson(policy));
  const actor = { kind: "integration", id: "ci", authtype: "api_key" } as const;
  const [created, ...rest] = missionDrafts(MISSION);
  const events = [{ ...(created as SignalDraft), actor }, ...rest].map(({ data, ...draft }) => ({
    ...draft,
    data: {
      ...data,
      ...("requester" in data ? { requester: "ci", policy: { id: "factory", version: "1", sha256 } } : {}),
      ...("policy_sha256" in data ? { policy_sha256: sha256 } : {}),
    },
  }));
  const ref = { tenant: TENANT, kind: "conversation", id: conversationOf(MISSION) } as const;
  const terms = confirmTerms(PLAN, { id: "factory", version: "1", sha256 }, "plan-1");
  const verdict = {
    type: "gantry.policy.allowed",
    data: {
      gate_id: `conversation.${ref.id}.1`,
      gate: terms.name,
      epoch: 1,
      execution_id: MISSION,
      snapshot_sha256: planHash(PLAN),
      policy: terms.policy,
      requester: "ci",
      requester_kind: "service",
      words: "Yes.",
    },
    actor: SYSTEM,
  };
  const consultation = consultationDrafts().filter(({ type }) => !/decision|gate/.test(type));
  const opened = openingDrafts("conversation", { ...ref, ...NO_GATES }, terms);
  return {
    ...input,
    events: chain({ tenant: TENANT, kind: "execution", id: MISSION }, events),
    consultation: chain(ref, [...consultation, ...opened, ...change(verdict)]),
    records: { ...records, "policy.json": new TextEncoder().encode(canonicalJson(policy)) },
  };
}

/** Changes the lines of a log in a pack. */
export function editLines(
  zip: Uint8Array,
  change: (lines: string[]) => string[],
  file = "events.jsonl",
): Uint8Array {
  return repack(zip, (files) => {
    const lines = new TextDecoder().decode(files[file]).split("\n").slice(0, -1);
    files[file] = new TextEncoder().encode(
      change(lines)
        .map((line) => `${line}\n`)
        .join(""),
    );
  });
}

/** Changes JSON in a pack. */
export function editJson(zip: Uint8Array, file: string, change: (value: any) => unknown): Uint8Array {
  return repack(zip, (files) => {
    const value = JSON.parse(new TextDecoder().decode(files[file]));
    files[file] = new TextEncoder().encode(JSON.stringify(change(value)));
  });
}
