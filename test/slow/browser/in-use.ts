import { planHash } from "#core/factory/plan/plan.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";
import { CONVERSATION, draftsUntil, log, proposal, shown } from "#test/cli/missions.ts";
import { MISSION } from "#test/support/evidence.ts";
import { NOTHING_YET } from "./client-page.ts";

/** In the hour of the mission. */
const TIME = "2026-01-01T12:10:00.000Z";
const SHA = "a".repeat(64);
const plan = { ...PLANTS_PLAN, hash: planHash(PLANTS_PLAN) };
const done = shown();
const running = { ...shown(log(draftsUntil("gantry.build.started"))), mission_id: "m_running" };

const project = {
  project_id: "plants-000001",
  state: "active",
  work: null,
  title: "Plants",
  url: "http://plants-000001.localhost:5050",
  releases: 2,
  current: 2,
  updated_at: TIME,
};
const release = (number: number) => ({
  release: number,
  mission_id: MISSION,
  execution_id: MISSION,
  restores: null,
  status: "released",
  title: project.title,
  plan_hash: SHA,
  tree: `${number}`.repeat(40),
  source_sha256: SHA,
  specification_sha256: null,
  generated_sha256: null,
  output_sha256: SHA,
  deployment: null,
  url: project.url,
  pr_url: "http://127.0.0.1:5050/github/gantry/plants/pull/1",
  evidence_sha256: SHA,
  promoted_at: TIME,
});

const consultation = {
  ...proposal({ plan }),
  title: plan.title,
  archived: false,
  status: "NEEDS_CONFIRMATION",
  created_at: TIME,
  updated_at: TIME,
};

/** An open gate of a deployment, as a person sees who may decide. */
const gate = {
  gate_id: "execution.m_running.approve",
  name: "deploy.production",
  title: "Deploy Plants",
  state: "open",
  epoch: 1,
  execution_id: "m_running",
  conversation_id: null,
  approvers: ["tech_lead"],
  may_decide: true,
  justification: "required",
  devices: "refused",
  overridable: true,
  snapshot_sha256: SHA,
  policy: { id: "authority", version: "3", sha256: SHA },
  opened_at: TIME,
  escalates_at: null,
  expires_at: "2026-01-01T13:10:00.000Z",
  closed_at: null,
  reason: null,
  decision: null,
};

const PHONE = {
  key_id: "k_phone",
  kind: "device",
  name: "Phone",
  principal: "owner",
  created_by: "owner",
  scopes: [],
  created_at: TIME,
  expires_at: "2026-04-01T12:10:00.000Z",
  revoked_at: null,
  status: "active",
};
const REVOKED = { key_id: "k_tablet", name: "Tablet", revoked_at: TIME, status: "revoked" };

const SESSION = {
  session_id: "s_1",
  begun_at: TIME,
  last_used_at: TIME,
  expires_at: "2026-01-02T00:00:00.000Z",
  address: "203.0.113.9",
  client: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  current: true,
};
const SESSIONS = [SESSION, { ...SESSION, session_id: "s_2", client: "curl/8.5.0", current: false }];

const CHECKS = [
  {
    name: "sandbox",
    state: "fail",
    detail: "Builds are refused: they need a sandbox.",
    fix: "install bwrap",
  },
  { name: "model", state: "warn", detail: "No language model is connected.", fix: "set GANTRY_BEDROCK" },
  { name: "github", state: "ok", detail: "A credential is stored." },
];

/** What the API says to a page of somebody who has built an app, changes it, and is asked for an approval. */
export const IN_USE: Readonly<Record<string, unknown>> = {
  ...NOTHING_YET,
  "/gantry/missions": { missions: [running, done], next_cursor: null },
  [`/gantry/status/${MISSION}`]: done,
  [`/gantry/missions/${MISSION}/events`]: { mission_id: MISSION, status: done.status, events: log() },
  "/gantry/status/m_running": running,
  "/gantry/missions/m_running/events": {
    mission_id: "m_running",
    status: running.status,
    events: log(draftsUntil("gantry.build.started")),
  },
  "/gantry/consultations": { consultations: [consultation], next_cursor: null },
  [`/gantry/consultation/${CONVERSATION}`]: {
    ...consultation,
    messages: [
      { from: "person", text: "a plant tracker in green, with photos and a login", time: TIME },
      { from: "gantry", text: consultation.speech, time: TIME },
    ],
    notices: [],
  },
  "/gantry/projects": { projects: [project], next_cursor: null },
  "/gantry/projects/plants-000001": project,
  "/gantry/projects/plants-000001/releases": {
    project_id: project.project_id,
    releases: [release(2), release(1)],
    next_cursor: null,
  },
  "/gantry/auth/status": {
    authenticated: true,
    tenant: "local",
    principal: "owner",
    kind: "human",
    membership: "owner",
    roles: ["tech_lead"],
    teams: [],
    auth_time: TIME,
    amr: ["pwd"],
    scopes: [],
  },
  "/ready": { ready: true, checks: { database: true } },
  "/gantry/sessions": { sessions: SESSIONS },
  "/gantry/queue": {
    slots: 3,
    running: [{ mission_id: "m_running", title: running.title, status: running.status, created_at: TIME }],
    waiting: [],
  },
  "/gantry/budget": {
    ...{ month: "2026-01", spent_usd: 12.5, reserved_usd: 0.5, unknown_usd: 0 },
    ...{ limit_usd: 100, forecast_usd: 31 },
  },
  "/gantry/checks": { ok: false, checks: CHECKS },
  "/gantry/keys": { keys: [PHONE, { ...PHONE, ...REVOKED }], next_cursor: null },
  "/gantry/gates": { gates: [gate], next_cursor: null },
  [`/gantry/gates/${gate.gate_id}`]: {
    ...gate,
    snapshot: JSON.stringify({ about: { app: "Plants", url: project.url }, tree: "2".repeat(40) }),
  },
};

/** The pages of the client over these replies, by path, each with its heading in German. */
export const PAGES_IN_USE = [
  ["/", "Bauen"],
  ["/conversations", "Gespräche"],
  [`/conversations/${CONVERSATION}`, plan.title],
  ["/missions", "Missionen"],
  [`/missions/${MISSION}`, done.title],
  ["/missions/m_running", running.title],
  ["/projects", "Projekte"],
  ["/projects/plants-000001", project.title],
  ["/approvals", "Freigaben"],
  ["/operations", "Betrieb"],
  ["/evidence", "Nachweise prüfen"],
  ["/settings", "Einstellungen"],
  ["/design", "Designsystem"],
] as const;
