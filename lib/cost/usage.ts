import type { StepName } from "#deployment/steps.ts";

/**
 * The usage of AWS by one mission. MEASURED was counted by `node scripts/run.mjs bench/mission-usage.ts`: an
 * app with tests, built at the first attempt, watched over a socket, deployed and published. ASSUMED cannot
 * be measured locally: time on Lambda and Fargate, tokens of models, downloads by browsers.
 */
export const MEASURED = {
  /** Calls that the state machine does not make. */
  calls: {
    api: 29,
    authorizer: 27,
    "origin-authorizer": 2,
    "ws-authorizer": 1,
    "ws-connect": 1,
    "ws-disconnect": 1,
    relay: 22,
    consultant: 1,
    "object-created": 2,
    "task-stopped": 1,
  },
  /**
   * Write and read request units of a call of a step, including copies in the indexes. Healing is assumed to
   * equal drafting.
   */
  units: {
    admit: [6, 3],
    prepare: [4, 2],
    architect: [56, 1],
    check: [30, 1],
    install: [30, 1],
    build: [24, 2],
    inspect: [25, 1],
    heal: [56, 1],
    review: [54, 1],
    preview: [88, 2],
    verify: [52, 2],
    promote: [94, 2],
    "check-live": [29, 2],
    publish: [100, 3],
    seal: [95, 6],
  },
  /** The same for the API, sockets, relay and builder events. */
  following: [196, 119],
  restRequests: 30,
  socketMessages: 19,
  s3Writes: 10,
  s3Reads: 33,
  /** Draft, job, log, output, result and evidence pack. */
  storedBytes: 141_000,
  /** To GitHub and Vercel. */
  sentBytes: 77_000,
  objectsCreated: 9,
  keyRequests: 3,
} as const satisfies Readonly<Record<string, unknown>>;

export const ASSUMED = {
  /**
   * Billed milliseconds of a call, including a share of cold starts, and of waiting for the model, Vercel and
   * GitHub.
   */
  milliseconds: {
    api: 90,
    authorizer: 30,
    "origin-authorizer": 30,
    "ws-authorizer": 60,
    "ws-connect": 60,
    "ws-disconnect": 60,
    relay: 120,
    consultant: 500,
    "object-created": 100,
    "task-stopped": 100,
    admit: 200,
    prepare: 600,
    architect: 45_000,
    check: 300,
    install: 12_000,
    build: 400,
    "stop-build": 300,
    inspect: 300,
    heal: 30_000,
    review: 15_000,
    preview: 15_000,
    verify: 25_000,
    promote: 8_000,
    "check-live": 2_000,
    publish: 8_000,
    seal: 1_500,
    release: 300,
    ask: 300,
    "await-decision": 200,
    "gate-timer": 200,
    resume: 300,
    "next-step": 300,
    "run-step": 2_000,
    "seal-run": 1_500,
  } satisfies Readonly<Record<StepName | keyof typeof MEASURED.calls, number>>,
  /** The consultant's model calls, for which its own function and the API's wait. */
  consultationMilliseconds: 12_000,
  /** Functions that wait for these calls. */
  consultingFunctions: ["api", "consultant"],
  /**
   * Running time of a small builder. The first one starts while the app is drafted; later ones start when
   * needed.
   */
  builder: { vcpu: 0.5, gb: 1, firstSeconds: 110, laterSeconds: 80 },
  /** How often the first builder polls for its job while the app is drafted. */
  jobRequests: 45,
  /** Progress reports of a build, one every ten seconds; the measured build ended after one. */
  progressReports: 6,
  /** A mission's share of a dependency layer; most missions reuse an existing one. */
  layerBytes: 2_000_000,
  /** Items of the table with their copies in the indexes. */
  tableBytes: 150_000,
  socketMinutes: 4,
  /** The web client's files, and the API's responses. */
  edge: { files: 12, bytes: 900_000 },
  /** START, END and REPORT of an invocation, and its own lines with metrics. */
  logBytesPerCall: 1_200,
  builderLogBytes: 20_000,
  /** The machine's history, level ALL without data, and a line for each request of the API. */
  machineLogBytes: 40_000,
  requestLogBytes: 500,
  dnsQueries: 12,
  /**
   * Custom metrics that a mission writes, and their total number: each is billed for the hours in which it
   * was written.
   */
  metrics: { touched: 15, all: 28 },
  /** Additional signals of a repair, each with a hint, a request of the client and a call of the relay. */
  healSignals: 12,
  /** Tokens by role, without prompt caching. */
  tokens: {
    consultant: { in: 3_000, out: 800 },
    architect: { in: 6_000, out: 14_000 },
    healer: { in: 20_000, out: 4_000 },
    critic: { in: 17_000, out: 1_000 },
  },
} as const;
