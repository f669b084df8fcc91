import { describe, expect, it } from "@jest/globals";
import type { Json } from "#core/kernel/json.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import { next, type Turn, type Work } from "#core/workflows/next.ts";
import { nodesOf } from "#core/workflows/plan.ts";
import { addRecord, type Failure, type StepRecord } from "#core/workflows/record.ts";
import { fc, runs } from "#test/support/property.ts";
import { definition, definitions, directive, gate, tool } from "./definitions.ts";

const BROKEN: Failure = { code: "Internal", message: "It broke." };
const REJECTED: Failure = { code: "Rejected", message: "No." };

interface Script {
  /** Attempts that fail: `<step>.<attempt>`, or `undo <step>.<attempt>`. */
  readonly fails?: ReadonlySet<string>;
  readonly rejects?: ReadonlySet<string>;
  readonly input?: Json;
  readonly deadline_ms?: number;
}

interface Played {
  readonly turns: readonly Turn[];
  /** `a.1`, `undo a.1` and `gate g`, in the order in which they were done. */
  readonly done: readonly string[];
  readonly ending: Extract<Turn, { kind: "done" }>;
  readonly seconds: number;
}

/** Plays a run to its end: each step does what the script says, and time passes only where the run waits. */
function play(
  workflow: StepsDefinition,
  { fails = new Set(), rejects = new Set(), input = {}, deadline_ms = Number.POSITIVE_INFINITY }: Script = {},
): Played {
  const steps = new Map(nodesOf(workflow.steps).map(({ step }) => [step.id, step]));
  const turns: Turn[] = [];
  const done: string[] = [];
  let records: readonly StepRecord[] = [];
  let now = 0;
  const put = (record: StepRecord) => {
    records = addRecord(records, record);
  };
  const work = ({ step: id, undo, attempt }: Work) => {
    const step = steps.get(id);
    const name = `${undo ? "undo " : ""}${id}.${attempt}`;
    done.push(name);
    const about = { step: id, undo, attempt };
    if (step?.kind === "wait")
      return put({ ...about, state: "waiting", until_ms: now + step.seconds * 1000 });
    if (!fails.has(name)) return put({ ...about, state: "succeeded", result: { by: id } });
    const retry = !undo && step && "retry" in step ? step.retry : undefined;
    if (retry && attempt <= retry.attempts)
      return put({ ...about, state: "retrying", until_ms: now + retry.seconds * 1000 });
    return put({ ...about, state: "failed", error: BROKEN });
  };
  for (;;) {
    const turn = next(workflow, { input, records, deadline_ms }, now);
    expect(next(workflow, { input, records, deadline_ms }, now)).toEqual(turn);
    turns.push(turn);
    if (turns.length > 500) throw new Error("the run does not end");
    switch (turn.kind) {
      case "run":
        for (const each of turn.steps) put({ ...each, state: "running" });
        // A process that dies here is told the same again.
        expect(next(workflow, { input, records, deadline_ms }, now)).toEqual(turn);
        turn.steps.forEach(work);
        break;
      case "gate": {
        done.push(`gate ${turn.step}`);
        const about = { step: turn.step, undo: turn.undo, attempt: 1 };
        if (rejects.has(turn.step)) put({ ...about, state: "failed", error: REJECTED });
        else put({ ...about, state: "succeeded", result: {} });
        break;
      }
      case "wait":
        expect(turn.until_ms).toBeGreaterThan(now);
        now = turn.until_ms;
        break;
      default:
        return { turns, done, ending: turn, seconds: now / 1000 };
    }
  }
}

const scripts = fc.record({
  fails: fc
    .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 6,
    })
    .map((all) => new Set(all.map(([undo, step, attempt]) => `${undo ? "undo " : ""}s${step}.${attempt}`))),
  rejects: fc
    .array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 })
    .map((all) => new Set(all.map((n) => `s${n}`))),
  input: fc.boolean().map((flag) => ({ flag })),
});

describe("every run of every workflow", () => {
  it("ends, with each step run at most once and after the steps that it needs", () => {
    fc.assert(
      fc.property(definitions(), scripts, (workflow, script) => {
        const { done, ending } = play(workflow, script);
        expect(new Set(done).size).toBe(done.length);
        const position = (id: string) =>
          done.findLastIndex((name) => name === `gate ${id}` || name.startsWith(`${id}.`));
        for (const { step, needs } of nodesOf(workflow.steps)) {
          if (position(step.id) === -1) continue;
          for (const need of needs) expect(position(need)).toBeLessThan(position(step.id));
        }
        if (ending.outcome === "succeeded")
          expect(done.filter((name) => name.startsWith("undo"))).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  it("starts nothing after a failure, and compensates what was done in reverse order", () => {
    fc.assert(
      fc.property(definitions(), scripts, (workflow, script) => {
        const { turns, done, ending } = play(workflow, script);
        const undone = done.filter((name) => name.startsWith("undo "));
        if (ending.outcome === "succeeded") return;
        const directives = new Set(
          nodesOf(workflow.steps).flatMap(({ step }) => (step.kind === "directive" ? [step.id] : [])),
        );
        const succeeded = done.filter(
          (name) => directives.has(name.split(".")[0] as string) && !script.fails.has(name),
        );
        expect(undone).toEqual(succeeded.toReversed().map((name) => `undo ${name.split(".")[0]}.1`));
        const first = turns.findIndex((turn) => turn.kind === "run" && turn.steps.some(({ undo }) => undo));
        if (first !== -1)
          for (const turn of turns.slice(first, -1))
            expect(turn).toMatchObject({ kind: "run", steps: [{ undo: true }] });
      }),
      { numRuns: runs(400) },
    );
  });

  it("takes one branch of a choice and leaves the other out", () => {
    fc.assert(
      fc.property(definitions(), fc.boolean(), (workflow, flag) => {
        const { done, ending } = play(workflow, { input: { flag } });
        expect(ending.outcome).toBe("succeeded");
        const ran = new Set(done.map((name) => name.replace(/^gate /, "").split(".")[0]));
        for (const { step, options } of nodesOf(workflow.steps)) {
          if (step.kind === "choice" || step.kind === "parallel") continue;
          expect(ran.has(step.id)).toBe(options.every(({ option }) => option === (flag ? 0 : 1)));
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe("a workflow run", () => {
  it("runs ready steps together, and dependent ones in sequence", () => {
    const { turns } = play(definition([tool("a"), tool("b"), tool("c", { depends_on: ["a"] })]));
    expect(
      turns.map((turn) => (turn.kind === "run" ? turn.steps.map(({ step }) => step) : turn.kind)),
    ).toEqual([["a"], ["b", "c"], "done"]);
  });

  it("opens one gate at a time, when nothing else can run", () => {
    const beside = { depends_on: [] };
    const { done } = play(
      definition([{ ...gate("g"), ...beside }, { ...gate("h"), ...beside }, tool("a", beside)]),
    );
    expect(done).toEqual(["a.1", "gate g", "gate h"]);
  });

  it("retries a step as often as permitted, after its pause", () => {
    const workflow = definition([tool("a", { retry: { attempts: 2, seconds: 30 } })]);
    const recovered = play(workflow, { fails: new Set(["a.1", "a.2"]) });
    expect(recovered).toMatchObject({
      done: ["a.1", "a.2", "a.3"],
      seconds: 60,
      ending: { outcome: "succeeded" },
    });
    const given = play(workflow, { fails: new Set(["a.1", "a.2", "a.3"]) });
    expect(given).toMatchObject({
      done: ["a.1", "a.2", "a.3"],
      ending: { outcome: "failed", error: BROKEN },
    });
  });

  it("ends as rejected when a person rejects, with its effects compensated", () => {
    const { done, ending } = play(definition([directive("a"), gate("g"), directive("b")]), {
      rejects: new Set(["g"]),
    });
    expect(done).toEqual(["a.1", "gate g", "undo a.1"]);
    expect(ending).toEqual({ kind: "done", outcome: "rejected", error: REJECTED });
  });

  it("names what could not be compensated, and compensates the rest", () => {
    const { done, ending } = play(definition([directive("a"), directive("b"), tool("c")]), {
      fails: new Set(["c.1", "undo b.1"]),
    });
    expect(done).toEqual(["a.1", "b.1", "c.1", "undo b.1", "undo a.1"]);
    expect(ending.error).toEqual({
      code: "Internal",
      message: "It broke. The effects of these steps could not be undone: b.",
    });
  });

  it("fails with the definition's message where a choice has no matching branch", () => {
    const choice = {
      kind: "choice",
      id: "c",
      title: "c",
      options: [{ when: { equals: [{ from: "steps.a.by" }, "b"] }, steps: [tool("d")] }],
      otherwise: { fail: "It is another one." },
    } as const;
    const { done, ending } = play(definition([directive("a"), choice]));
    expect(done).toEqual(["a.1", "undo a.1"]);
    expect(ending).toMatchObject({ outcome: "failed", error: { message: "It is another one." } });
  });

  it("ends as timed_out once its active time is used up, with its effects compensated", () => {
    const slow = definition([
      directive("a"),
      { kind: "wait", id: "w", title: "w", seconds: 60 },
      directive("b"),
    ]);
    const { done, ending } = play(slow, { deadline_ms: 60_000 });
    expect(done).toEqual(["a.1", "w.1", "undo a.1"]);
    expect(ending.outcome).toBe("timed_out");
    expect(play(slow, { deadline_ms: 60_001 }).ending.outcome).toBe("succeeded");
  });
});
