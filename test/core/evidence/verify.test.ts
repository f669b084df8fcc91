import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { paeDigest } from "#core/evidence/dsse.ts";
import { openPack } from "#core/evidence/pack.ts";
import type { Reason, Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import type { BuildResult, StepResult } from "#core/factory/build/result.ts";
import type { MissionPackInput } from "#core/factory/evidence/mission-pack.ts";
import { toBase64 } from "#core/kernel/base64.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import {
  builtOtherwise,
  builtOutput,
  chain,
  confirmationDrafts,
  consultationDrafts,
  conversationOf,
  editJson,
  editLines,
  MISSION,
  makeKey,
  missionDrafts,
  PLAN,
  packInput,
  rechain,
  repack,
  sealedPack,
  TENANT,
} from "#test/support/evidence.ts";
import { fc, runs } from "#test/support/property.ts";

const OTHER = "m_0000000020000000000000000";
const UNSEALED = ["seal.dsse.json", "key.pem", "disclosures.jsonl"];
const key = makeKey();
const thief = makeKey();
const honest = await sealedPack(key);
const other = await sealedPack(key, packInput(OTHER));

const verify = (zip: Uint8Array, pinned: string | undefined = key.pem, mission = MISSION): Verdict =>
  verifyPack(EVIDENCE_KINDS, { zip, execution: mission, pinned_key: pinned, checkSignature });
const codes = ({ verdict, reasons }: Verdict) => [verdict, ...reasons.map(({ code }) => code)];

describe("an honest pack", () => {
  it("is VALID under the key that sealed it", () => {
    const verdict = verify(honest);
    expect(codes(verdict)).toEqual(["VALID"]);
    expect(verdict.ignored).toEqual([]);
    expect(verdict.statement?.predicate).toMatchObject({ mission_id: MISSION });
  });

  it("stays VALID with files outside the seal, which are listed", () => {
    const verdict = verify(repack(honest, (files) => Object.assign(files, { "notes.txt": strToU8("hi") })));
    expect(codes(verdict)).toEqual(["VALID"]);
    expect(verdict.ignored).toEqual(["notes.txt"]);
  });

  it("is VALID on any timeline", async () => {
    const input = packInput();
    const events = rechain(
      input.events.map((event) => ({ ...event, correlationid: conversationOf(MISSION), causationid: "s_1" })),
    );
    expect(codes(verify(await sealedPack(key, { ...input, events })))).toEqual(["VALID"]);
  });

  it("stays VALID without a check of the live address if its workflow had none yet", async () => {
    const input = packInput();
    const events = rechain(
      input.events
        .filter(({ type }) => type !== "gantry.deployment.checked")
        .map((event) =>
          event.type === "gantry.mission.created"
            ? {
                ...event,
                data: { ...event.data, workflow: { ...(event.data.workflow as object), version: "1" } },
              }
            : event,
        ),
    );
    expect(codes(verify(await sealedPack(key, { ...input, events })))).toEqual(["VALID"]);
  });

  it("stays VALID when the files are in another order", () => {
    const files = [...openPack(honest)].reverse();
    expect(codes(verify(zipSync(Object.fromEntries(files))))).toEqual(["VALID"]);
  });

  it("is INCONCLUSIVE without a trusted key, however consistent it is", () => {
    const verdict = verifyPack(EVIDENCE_KINDS, {
      zip: honest,
      execution: MISSION,
      pinned_key: undefined,
      checkSignature,
    });
    expect(codes(verdict)).toEqual(["INCONCLUSIVE", "KEY_NOT_PINNED"]);
  });
});

describe("an attacker without the key", () => {
  const invalid: [string, () => Uint8Array, Reason][] = [
    ["edit one byte of a signal", () => editLines(honest, edited), "FILE_CHANGED"],
    ["edit a signal and hash all later ones again", () => editLines(honest, rebuilt), "FILE_CHANGED"],
    ["delete a signal", () => editLines(honest, (lines) => lines.toSpliced(5, 1)), "FILE_CHANGED"],
    ["delete the first signal", () => editLines(honest, (lines) => lines.slice(1)), "FILE_CHANGED"],
    ["remove the last signal", () => editLines(honest, (lines) => lines.slice(0, -1)), "FILE_CHANGED"],
    ["remove all signals", () => editLines(honest, () => []), "FILE_CHANGED"],
    [
      "reorder two signals",
      () =>
        editLines(honest, (lines) =>
          lines.toSpliced(4, 2, ...[lines[5], lines[4]].map((line) => line ?? "")),
        ),
      "FILE_CHANGED",
    ],
    [
      "insert a signal twice",
      () => editLines(honest, (lines) => lines.toSpliced(5, 0, lines[4] ?? "")),
      "FILE_CHANGED",
    ],
    [
      "write an infinite number",
      () =>
        editLines(honest, (lines) => lines.map((line) => line.replace('"semantics":1', '"semantics":1e400'))),
      "FILE_CHANGED",
    ],
    [
      "write a lone surrogate",
      () => editLines(honest, (lines) => lines.map((line) => line.replace("Task Manager", "\\ud800"))),
      "FILE_CHANGED",
    ],
    [
      "write 100,000 nested brackets",
      () => editLines(honest, (lines) => [...lines, "[".repeat(100_000)]),
      "FILE_CHANGED",
    ],
    [
      "change the approval",
      () =>
        editLines(
          honest,
          (lines) => lines.map((line) => line.replace("owner", "other")),
          "consultation.jsonl",
        ),
      "FILE_CHANGED",
    ],
    [
      "forge the build result",
      () => editJson(honest, "build-result.json", (result) => ({ ...result, reason: "trust me" })),
      "FILE_CHANGED",
    ],
    ["remove a record", () => without(honest, "plan.json"), "FILE_MISSING"],
    ["remove the log", () => without(honest, "events.jsonl"), "FILE_MISSING"],
    ["remove the seal", () => without(honest, "seal.dsse.json"), "FILE_MISSING"],
    ["show another mission's pack", () => other, "OTHER_MISSION"],
    ["use another mission's log", () => swap(honest, other, ["events.jsonl"]), "FILE_CHANGED"],
    ["use another mission's seal", () => swap(honest, other, ["seal.dsse.json"]), "OTHER_MISSION"],
    ["remove the signature", () => signatures([]), "SEAL_UNREADABLE"],
    ["empty the signature", () => signatures([{ keyid: "", sig: "" }]), "SIGNATURE_WRONG"],
    [
      "add a second signature",
      () =>
        editJson(honest, "seal.dsse.json", (seal) => ({
          ...seal,
          signatures: Array(2).fill(seal.signatures[0]),
        })),
      "SEAL_UNREADABLE",
    ],
    [
      "swap the payload type",
      () => editJson(honest, "seal.dsse.json", (seal) => ({ ...seal, payloadType: "application/json" })),
      "SEAL_UNREADABLE",
    ],
    [
      "change the payload",
      () =>
        editJson(honest, "seal.dsse.json", (seal) => ({
          ...seal,
          payload: btoa(atob(seal.payload).replace("DEPLOYED", "SUCCEEDED")),
        })),
      "SIGNATURE_WRONG",
    ],
    ["truncate the ZIP file", () => honest.slice(0, honest.length / 2), "NOT_A_PACK"],
    ["send another kind of file", () => strToU8("VALID\n"), "NOT_A_PACK"],
    ["use a path outside the folder", () => zipSync({ "../x": strToU8("x") }), "NOT_A_PACK"],
  ];

  it.each(invalid)("cannot %s without the verdict INVALID", (_, make, code) => {
    expect(codes(verify(make()))).toEqual(["INVALID", code]);
  });

  it("cannot sign with another key, even when the pack contains it", async () => {
    const forged = await sealedPack(thief);
    expect(codes(verify(forged))).toEqual(["INVALID", "SIGNATURE_WRONG"]);
    const disguised = repack(forged, (files) => Object.assign(files, { "key.pem": strToU8(key.pem) }));
    expect(codes(verify(disguised))).toEqual(["INVALID", "SIGNATURE_WRONG"]);
    const own = verifyPack(EVIDENCE_KINDS, {
      zip: disguised,
      execution: MISSION,
      pinned_key: undefined,
      checkSignature,
    });
    expect(codes(own)).toEqual(["INVALID", "SIGNATURE_WRONG"]);
  });

  it("cannot influence the verdict with the public key in the pack, which is not trusted", () => {
    const pack = repack(honest, (files) => Object.assign(files, { "key.pem": strToU8("no key") }));
    expect(codes(verify(pack))).toEqual(["VALID"]);
    const own = verifyPack(EVIDENCE_KINDS, {
      zip: pack,
      execution: MISSION,
      pinned_key: undefined,
      checkSignature,
    });
    expect(codes(own)).toEqual(["INVALID", "SIGNATURE_WRONG"]);
  });

  it("gets INCONCLUSIVE, never VALID, for an empty pack", () => {
    expect(codes(verify(new Uint8Array()))).toEqual(["INCONCLUSIVE", "PACK_EMPTY"]);
    expect(codes(verify(zipSync({})))).toEqual(["INCONCLUSIVE", "PACK_EMPTY"]);
  });

  it("causes a reason that names the first break of the log", () => {
    const [finding] = verify(editLines(honest, (lines) => lines.toSpliced(5, 1))).reasons;
    expect(finding?.detail).toContain("its chain breaks at sequence 6 (sequence)");
    const [cut] = verify(editLines(honest, (lines) => lines.slice(0, -1))).reasons;
    expect(cut?.detail).toContain("truncated or rebuilt");
  });

  it("cannot change any byte of a sealed file without the verdict INVALID", () => {
    const files = openPack(honest);
    const sealed = [...files.keys()].filter((name) => !UNSEALED.includes(name));
    const flip = fc.record({
      name: fc.constantFrom(...sealed),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    fc.assert(
      fc.property(flip, ({ name, at, by }) => {
        const bytes = Uint8Array.from(files.get(name) as Uint8Array);
        const index = Math.floor(at * bytes.length);
        bytes[index] = (bytes[index] as number) ^ by;
        const pack = repack(honest, (all) => Object.assign(all, { [name]: bytes }));
        expect(codes(verify(pack))).toEqual(["INVALID", "FILE_CHANGED"]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("cannot change any byte of the seal into a VALID one over another statement", () => {
    const seal = openPack(honest).get("seal.dsse.json") as Uint8Array;
    const genuine = verify(honest).statement;
    const flip = fc.record({
      at: fc.integer({ min: 0, max: seal.length - 1 }),
      by: fc.integer({ min: 1, max: 255 }),
    });
    fc.assert(
      fc.property(flip, ({ at, by }) => {
        const bytes = Uint8Array.from(seal);
        bytes[at] = (bytes[at] as number) ^ by;
        const verdict = verify(repack(honest, (all) => Object.assign(all, { "seal.dsse.json": bytes })));
        if (verdict.verdict === "VALID") expect(verdict.statement).toEqual(genuine);
        else expect(verdict.verdict).toBe("INVALID");
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("a pack whose correct seal is over wrong content", () => {
  const set = (type: string, change: object) => (events: readonly Signal[]) =>
    rechain(
      events.map((event) => (event.type === type ? { ...event, data: { ...event.data, ...change } } : event)),
    );
  const drop = (type: string) => (events: readonly Signal[]) =>
    rechain(events.filter((e) => e.type !== type));
  const events = (change: (events: readonly Signal[]) => Signal[]) => (input: MissionPackInput) => ({
    ...input,
    events: change(input.events),
  });
  const consultation = (change: (signals: readonly Signal[]) => Signal[]) => (input: MissionPackInput) => ({
    ...input,
    consultation: change(input.consultation),
  });
  const predicate = (change: object) => (input: MissionPackInput) =>
    ({ ...input, predicate: { ...input.predicate, ...change } }) as MissionPackInput;

  const DECIDED = "gantry.decision.recorded";
  const POLICY_REF = { id: "factory", version: "1" };
  const claims: [string, (input: MissionPackInput) => MissionPackInput, Reason][] = [
    ["a log without its first signal", events((all) => all.slice(1)), "CHAIN_BROKEN"],
    [
      "a log that changes its format",
      events((all) => rechain([...all.slice(0, 5), ...all.slice(5).map(asV1)])),
      "FORMATS_MIXED",
    ],
    ["a log in the previous format", events((all) => rechain(all.map(asV1))), "FORMATS_MIXED"],
    ["a consultation in the previous format", consultation((all) => rechain(all.map(asV1))), "FORMATS_MIXED"],
    [
      "a log that changes its semantics",
      events((all) => rechain(all.map((event, i) => (i < 5 ? event : { ...event, semantics: 2 })))),
      "FORMATS_MIXED",
    ],
    [
      "a signal without its data",
      events((all) =>
        rechain(all.map((event, i) => (i === 3 ? { ...event, datadigest: "0".repeat(64) } : event))),
      ),
      "LINE_UNREADABLE",
    ],
    ["signals of another mission", events(() => [...packInput(OTHER).events]), "OTHER_MISSION"],
    [
      "a consultation of another mission",
      consultation(() => [...packInput(OTHER).consultation]),
      "OTHER_MISSION",
    ],
    [
      "a mission without a workflow",
      events(set("gantry.mission.created", { workflow: null })),
      "LINE_UNREADABLE",
    ],
    [
      "a mission of another workflow",
      events(
        set("gantry.mission.created", {
          workflow: { id: "factory.other", version: "1", sha256: "0".repeat(64) },
        }),
      ),
      "LINE_UNREADABLE",
    ],
    [
      "a mission without a policy",
      events(set("gantry.mission.created", { policy: null })),
      "LINE_UNREADABLE",
    ],
    [
      "a verdict of a policy other than the pinned one",
      events(set("gantry.policy.evaluated", { policy_sha256: "0".repeat(64) })),
      "POLICY_WRONG",
    ],
    [
      "a mission pinned to a policy other than the one that judged it",
      events(
        set("gantry.mission.created", { policy: { id: "factory", version: "1", sha256: "0".repeat(64) } }),
      ),
      "POLICY_WRONG",
    ],
    [
      "an approval under a policy other than the pinned one",
      consultation((all) =>
        rechain(
          all.map((signal) =>
            "policy" in signal.data
              ? { ...signal, data: { ...signal.data, policy: { ...POLICY_REF, sha256: "0".repeat(64) } } }
              : signal,
          ),
        ),
      ),
      "POLICY_WRONG",
    ],
    ["a log without the mission's start", events((all) => rechain(all.slice(2))), "LINE_UNREADABLE"],
    [
      "a repair without a description",
      events((all) =>
        rechain([...all, { ...(all.at(-1) as Signal), type: "gantry.heal.applied", data: {} }]),
      ),
      "LINE_UNREADABLE",
    ],
    [
      "an illegal transition",
      events(set("gantry.execution.transitioned", { to: "COMPLETED" })),
      "TRANSITION_ILLEGAL",
    ],
    [
      "a transition from a state the mission is not in",
      events(set("gantry.execution.transitioned", { from: "RUNNING", to: "COMPLETED" })),
      "TRANSITION_ILLEGAL",
    ],
    ["no decision", consultation(drop(DECIDED)), "DECISION_WRONG"],
    ["two decisions", consultation((all) => rechain([...all, all.at(-1) as Signal])), "DECISION_WRONG"],
    ["a rejection", consultation(set(DECIDED, { type: "REJECT" })), "DECISION_WRONG"],
    [
      "an approval of another plan",
      consultation(set(DECIDED, { snapshot_sha256: "0".repeat(64) })),
      "DECISION_WRONG",
    ],
    ["an approval of another mission", consultation(set(DECIDED, { execution_id: OTHER })), "DECISION_WRONG"],
    [
      "an approval by an agent",
      consultation((all) =>
        rechain(all.map((signal) => (signal.type === DECIDED ? { ...signal, actorkind: "agent" } : signal))),
      ),
      "DECISION_WRONG",
    ],
    [
      "a mission that no person started",
      events((all) => rechain(all.map((event, i) => (i === 0 ? { ...event, actorkind: "system" } : event)))),
      "DECISION_WRONG",
    ],
    [
      "a plan with another hash",
      events(set("gantry.mission.created", { plan_hash: "0".repeat(64) })),
      "DECISION_WRONG",
    ],
    ["a sealed plan hash that is not the log's", predicate({ plan_hash: "0".repeat(64) }), "DECISION_WRONG"],
    ["a phase that does not follow from the log", predicate({ phase: "SUCCEEDED" }), "OUTCOME_WRONG"],
    ["a log without its ending", events((all) => all.slice(0, -1)), "OUTCOME_WRONG"],
    [
      "a signal after the ending",
      events((all) => rechain([...all, { ...(all[1] as Signal), type: "gantry.mission.hidden", data: {} }])),
      "OUTCOME_WRONG",
    ],
    ["an outcome other than the log's", predicate({ outcome: "partial" }), "OUTCOME_WRONG"],
    [
      "an error that is not in the log",
      predicate({ error: { code: "TimedOut", message: "" } }),
      "OUTCOME_WRONG",
    ],
    [
      "success despite a failed build",
      events(set("gantry.build.finished", { verdict: "code" })),
      "BUILD_WRONG",
    ],
    ["success without a verdict of the policy", events(drop("gantry.policy.evaluated")), "BUILD_WRONG"],
    ["success without a build", events(drop("gantry.build.finished")), "BUILD_WRONG"],
    [
      "a build result other than the one in the log",
      events(set("gantry.build.finished", { result_sha256: "0".repeat(64) })),
      "BUILD_WRONG",
    ],
    [
      "a log that claims more than the build result",
      events(set("gantry.build.finished", { output_sha256: "1".repeat(64) })),
      "BUILD_WRONG",
    ],
    ["an output that was not audited", predicate({ output_sha256: "1".repeat(64) }), "DEPLOYMENT_WRONG"],
    [
      "a deployment of another output",
      events(set("gantry.deployment.previewed", { output_sha256: "1".repeat(64) })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "a promotion of another deployment",
      events(set("gantry.deployment.promoted", { deployment: "dpl_2" })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "a promotion despite failed checks",
      events(set("gantry.deployment.verified", { passed: false })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "a promotion after checks of another deployment",
      events(set("gantry.deployment.verified", { url: "http://127.0.0.1:5050/earlier" })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "success although the live address did not show the deployment",
      events(set("gantry.deployment.checked", { passed: false })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "success without a check of the live address",
      events(drop("gantry.deployment.checked")),
      "DEPLOYMENT_WRONG",
    ],
    [
      "a check of another deployment",
      events(set("gantry.deployment.checked", { deployment: "dpl_2" })),
      "DEPLOYMENT_WRONG",
    ],
    [
      "a source that was not audited",
      predicate({ source: { sha256: "1".repeat(64), git_tree: "a".repeat(40) } }),
      "PULL_REQUEST_WRONG",
    ],
    [
      "a pull request of another tree",
      events(set("gantry.pull_request.opened", { tree: "b".repeat(40) })),
      "PULL_REQUEST_WRONG",
    ],
    ["another tenant's log", predicate({ tenant: "other" }), "OTHER_MISSION"],
  ];

  it.each(claims)("is INVALID with %s", async (_, change, code) => {
    const verdict = verify(await sealedPack(key, change(packInput())));
    expect(codes(verdict)).toEqual(["INVALID", code]);
  });

  it.each([
    [
      "a version that this verifier does not know",
      (text: string) => text.replace('"version":1', '"version":2'),
    ],
    [
      "a signal format that this verifier does not know",
      (text: string) => text.replace("gantry.signal.v2", "gantry.signal.v3"),
    ],
  ])("is INCONCLUSIVE with %s", async (_, change) => {
    const verdict = verify(await resign(honest, change(payloadOf(honest))));
    expect(codes(verdict)).toEqual(["INCONCLUSIVE", "VERSION_UNKNOWN"]);
  });

  it("is INCONCLUSIVE with semantics that this verifier does not know", async () => {
    const later = events((all) => rechain(all.map((event) => ({ ...event, semantics: 2 }))));
    const verdict = verify(await sealedPack(key, later(packInput())));
    expect(codes(verdict)).toEqual(["INCONCLUSIVE", "VERSION_UNKNOWN"]);
  });

  it("is INVALID with signals of a format other than the stated one", async () => {
    const silent = payloadOf(honest).replace('"signal_format":"gantry.signal.v2",', "");
    expect(codes(verify(await resign(honest, silent)))).toEqual(["INVALID", "FORMATS_MIXED"]);
  });

  it.each([
    ["duplicate keys", (text: string) => text.replace('{"_type"', '{"_type":"x","_type"')],
    ["another serialisation", (text: string) => text.replace("{", "{ ")],
    ["unknown members", (text: string) => text.replace('{"_type"', '{"_a":1,"_type"')],
    ["content that is not JSON", () => "hello"],
  ])("is INVALID with a statement that has %s", async (_, change) => {
    const verdict = verify(await resign(honest, change(payloadOf(honest))));
    expect(codes(verdict)).toEqual(["INVALID", "SEAL_UNREADABLE"]);
  });
});

describe("text that people typed", () => {
  const TYPED = PLAN.request[0] as string;
  const disclosures = (change: (lines: string[]) => string[]) =>
    editLines(honest, change, "disclosures.jsonl");

  it("is stored beside the seal, in no sealed log", () => {
    const files = openPack(honest);
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    expect(text("disclosures.jsonl")).toContain(TYPED);
    expect(text("consultation.jsonl").split("\n")[1]).not.toContain(TYPED);
    expect(verify(honest).withheld).toBe(0);
  });

  it("can be withheld from a sealed pack, which stays VALID and counts what is withheld", () => {
    const verdict = verify(without(honest, "disclosures.jsonl"));
    expect(codes(verdict)).toEqual(["VALID"]);
    expect(verdict.withheld).toBe(1);
  });

  it("cannot be changed without the verdict INVALID", () => {
    const forged = disclosures((lines) =>
      lines.map((line) => line.replace(TYPED, "Build me something else")),
    );
    expect(codes(verify(forged))).toEqual(["INVALID", "RECORD_WRONG"]);
    expect(verify(forged).reasons[0]?.detail).toBe(
      "The data of signal 2 of consultation.jsonl in disclosures.jsonl differs from the sealed digest.",
    );
  });

  it.each<[string, (lines: string[]) => string[], Reason]>([
    [
      "with another salt",
      (all) => all.map((line) => line.replace(/"datasalt":"./, '"datasalt":"f')),
      "RECORD_WRONG",
    ],
    ["twice", (all) => [...all, ...all], "RECORD_WRONG"],
    [
      "for no signal",
      (all) => all.map((line) => line.replace(/"hash":".{8}/, '"hash":"00000000')),
      "RECORD_WRONG",
    ],
    ["in another serialisation", (all) => all.map((line) => line.replace("{", "{ ")), "LINE_UNREADABLE"],
  ])("cannot be disclosed %s without the verdict INVALID", (_, change, code) => {
    expect(codes(verify(disclosures(change)))).toEqual(["INVALID", code]);
  });

  it("cannot have any byte changed without the verdict INVALID", () => {
    const bytes = openPack(honest).get("disclosures.jsonl") as Uint8Array;
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] as number) ^ by;
        const pack = repack(honest, (all) => Object.assign(all, { "disclosures.jsonl": changed }));
        expect(verify(pack).verdict).toBe("INVALID");
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("a record", () => {
  const verdictWith = async (records: Record<string, Uint8Array>) =>
    codes(verify(await sealedPack(key, { ...packInput(), records })));
  const names = ["plan.json", "policy.json", "manifest.json", "acceptance-report.json"];

  it("is VALID when it has the digest in the log", async () => {
    expect(await verdictWith(packInput().records)).toEqual(["VALID"]);
  });

  it.each([...names, "build-log.txt"])(
    "with other content is INVALID, no matter who sealed it: %s",
    async (name) => {
      const records = { ...packInput().records, [name]: strToU8("{}") };
      expect(await verdictWith(records)).toEqual(["INVALID", "RECORD_WRONG"]);
    },
  );

  it.each(names)("that is missing is INVALID: %s", async (name) => {
    const { [name]: _, ...records } = packInput().records;
    expect(await verdictWith(records)).toEqual(["INVALID", "RECORD_WRONG"]);
  });

  it("that the log does not name is INVALID", async () => {
    const input = packInput();
    const events = rechain(input.events.filter(({ type }) => type !== "gantry.mission.drafted"));
    expect(codes(verify(await sealedPack(key, { ...input, events })))).toEqual(["INVALID", "RECORD_WRONG"]);
  });

  it("can be missing when it is the build's log, which can be too large", async () => {
    const { "build-log.txt": _, ...records } = packInput().records;
    expect(await verdictWith(records)).toEqual(["VALID"]);
  });
});

describe("a build's record", () => {
  const verdictOf = async (change: (result: BuildResult) => object) =>
    codes(verify(await sealedPack(key, builtOtherwise(change))));
  const other = "1".repeat(64);
  const withAudit = (change: (step: StepResult) => object[]) => (result: BuildResult) => ({
    ...result,
    steps: result.steps.flatMap(change),
  });
  type Entries = NonNullable<BuildResult["output"]>["entries"];
  /** Another output, named everywhere as if it had been audited, but not in the log. */
  const withEntries = (change: (entries: Entries) => Entries) => (result: BuildResult) => {
    const entries = change(result.output?.entries ?? []);
    return { ...result, output: { ...result.output, entries } };
  };

  it("is VALID unchanged", async () => {
    expect(await verdictOf((result) => result)).toEqual(["VALID"]);
  });

  it.each<[string, (result: BuildResult) => object]>([
    ["without trees of the output", (result) => ({ ...result, output_trees: null })],
    [
      "whose output was another one before the audit",
      (result) => ({ ...result, output_trees: { ...result.output_trees, before_audit: other } }),
    ],
    [
      "whose output was another one after the audit",
      (result) => ({ ...result, output_trees: { ...result.output_trees, after_audit: other } }),
    ],
    ["whose output has a file more than its digest", withEntries((all) => [...all, ...all.slice(0, 1)])],
    ["whose output has a file less than its digest", withEntries((all) => all.slice(1))],
    ["without a step", withAudit(() => [])],
    ["whose test was skipped", withAudit((step) => [{ ...step, tests: { ...step.tests, skipped: 1 } }])],
    [
      "whose test file ended early",
      withAudit((step) => [{ ...step, tests: { ...step.tests, ended: "exited" } }]),
    ],
    ["whose audit ended with an error", withAudit((step) => [{ ...step, exit_code: 1 }])],
    ["that counts no test", withAudit((step) => [{ ...step, tests: null }])],
    [
      "of another test file",
      withAudit((step) => [{ ...step, tests: { ...step.tests, file: "test/other.test.js" } }]),
    ],
    ["whose test file ran twice", withAudit((step) => [step, step])],
    ["that was searched for other patterns", (result) => ({ ...result, patterns_sha256: other })],
  ])("%s is INVALID", async (_, change) => {
    expect(await verdictOf(change)).toEqual(["INVALID", "BUILD_WRONG"]);
  });

  it("of an earlier version is INCONCLUSIVE, because it lacks facts", async () => {
    expect(await verdictOf((result) => ({ ...result, version: 1 }))).toEqual([
      "INCONCLUSIVE",
      "VERSION_UNKNOWN",
    ]);
  });

  it("whose output does not follow from the draft is INVALID, even when it is consistent", async () => {
    const planted = { path: "static/planted.html", sha256: other, size: 1, mode: "100644" } as const;
    const verdict = verify(
      await sealedPack(
        key,
        builtOutput((entries) => [...entries, planted]),
      ),
    );
    expect(codes(verdict)).toEqual(["INVALID", "BUILD_WRONG"]);
    expect(verdict.reasons[0]?.detail).toBe(
      "The output does not follow from the draft: static/planted.html.",
    );
  });
});

describe("a retried mission", () => {
  const [opened, decided] = confirmationDrafts("execution", MISSION, MISSION);
  /** A retry of another mission, with that mission's consultation and these decisions on its own chain. */
  const retry = (decisions: SignalDraft[], gate = opened): MissionPackInput => {
    const [created, ...rest] = missionDrafts(MISSION) as [SignalDraft, ...SignalDraft[]];
    const begun = { ...created.data, retry_of: OTHER, conversation_id: conversationOf(OTHER) };
    return {
      ...packInput(MISSION),
      events: chain({ tenant: TENANT, kind: "execution", id: MISSION }, [
        { ...created, data: begun },
        ...(decisions.length > 0 ? [gate] : []),
        ...decisions,
        ...rest,
      ]),
      consultation: chain(
        { tenant: TENANT, kind: "conversation", id: conversationOf(OTHER) },
        consultationDrafts(OTHER),
      ),
    };
  };
  const but = (change: object): SignalDraft => ({ ...decided, data: { ...decided.data, ...change } });

  it("is VALID with a person's decision of its own", async () => {
    expect(codes(verify(await sealedPack(key, retry([decided]))))).toEqual(["VALID"]);
  });

  it.each<[string, SignalDraft[]]>([
    ["only the decision on the first mission", []],
    ["two decisions", [decided, decided]],
    ["a decision on another mission", [but({ execution_id: OTHER })]],
    ["a decision on another plan", [but({ snapshot_sha256: "0".repeat(64) })]],
    ["a rejection", [but({ type: "REJECT" })]],
    ["a decision on another gate", [but({ gate: "deploy.confirm" })]],
    ["a decision in another's name", [but({ actor: "other" })]],
    ["an agent's decision", [{ ...decided, actor: { kind: "agent", id: "owner" } }]],
  ])("is INVALID with %s", async (_, decisions) => {
    const verdict = verify(await sealedPack(key, retry(decisions)));
    expect(codes(verdict)).toEqual(["INVALID", "DECISION_WRONG"]);
  });

  it("is INVALID with a gate under a policy other than the pinned one", async () => {
    const other = { policy: { id: "factory", version: "1", sha256: "0".repeat(64) } };
    const gate = { ...opened, data: { ...opened.data, ...other } };
    const verdict = verify(await sealedPack(key, retry([but(other)], gate)));
    expect(codes(verdict)).toEqual(["INVALID", "POLICY_WRONG"]);
  });
});

describe("a public key that cannot verify evidence", () => {
  it.each([
    ["another curve", () => generateKeyPairSync("ec", { namedCurve: "secp384r1" })],
    ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 })],
  ])("accepts no signature: %s", (_, make) => {
    const { privateKey, publicKey } = make();
    const signature = sign("sha256", strToU8("x"), privateKey);
    const pem = publicKey.export({ type: "spki", format: "pem" }) as string;
    expect(checkSignature(pem, strToU8("x"), signature)).toBe(false);
  });

  it("rejects every signature without an exception", () => {
    for (const pem of ["", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
      expect(checkSignature(pem, strToU8("x"), strToU8("y"))).toBe(false);
  });
});

/** A signal as the format before wrote it. */
function asV1(signal: Signal): Signal {
  const { authtype: _, semantics: __, datadigest: ___, datasalt: ____, ...kept } = signal;
  const source = signal.source.replace("/execution/", "/X/").replace("/conversation/", "/C/");
  return { ...kept, source, sequence: Number(signal.sequence) } as unknown as Signal;
}

function edited(lines: string[]): string[] {
  return lines.map((line, index) => (index === 8 ? line.replace('"exit_code":0', '"exit_code":1') : line));
}

function rebuilt(lines: string[]): string[] {
  return rechain(edited(lines).map((line) => JSON.parse(line) as Signal)).map((signal) =>
    canonicalJson(signal),
  );
}

function without(zip: Uint8Array, name: string): Uint8Array {
  return repack(zip, (files) => {
    delete files[name];
  });
}

function swap(zip: Uint8Array, from: Uint8Array, names: string[]): Uint8Array {
  const source = openPack(from);
  return repack(zip, (files) => {
    for (const name of names) files[name] = source.get(name) as Uint8Array;
  });
}

function signatures(list: unknown[]): Uint8Array {
  return editJson(honest, "seal.dsse.json", (seal) => ({ ...seal, signatures: list }));
}

function payloadOf(zip: Uint8Array): string {
  return atob(JSON.parse(new TextDecoder().decode(openPack(zip).get("seal.dsse.json"))).payload);
}

/** Puts another payload under the genuine key's signature. */
async function resign(zip: Uint8Array, payload: string): Promise<Uint8Array> {
  const sig = toBase64(await key.sign(paeDigest(strToU8(payload))));
  return editJson(zip, "seal.dsse.json", (seal) => ({
    ...seal,
    payload: btoa(payload),
    signatures: [{ keyid: "k", sig }],
  }));
}
