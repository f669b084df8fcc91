import { type Attempt, note, noted } from "./attempts.ts";
import { together } from "./children.ts";
import type { MapState } from "./definition.ts";
import { StateError } from "./errors.ts";
import { Interrupted } from "./interrupt.ts";
import type { Json, JsonObject } from "./json.ts";
import type { EventDraft } from "./ledger.ts";
import { limited, query, queryTyped, type Scope } from "./visit.ts";

/** AWS's maximum concurrency of an INLINE Map; also the meaning of MaxConcurrency 0. */
const MOST_AT_ONCE = 40;

/** The parameters of a Map at the start of its attempt. */
interface Plan {
  items: Json[];
  concurrency: number;
  /** How many items may fail; if missing, none, and the first error of an item is the state's error. */
  tolerated?: number;
}

/** One attempt of an INLINE Map state. The output contains the results of the successful items, in order. */
export async function runMap(attempt: Attempt<MapState>): Promise<Json> {
  const plan = (noted(attempt, "plan") as unknown as Plan | undefined) ?? (await makePlan(attempt));
  const failures: number[] = [];
  const outputs = await together(
    attempt.visit.scope,
    plan.items.length,
    plan.concurrency,
    async (i, child) => {
      try {
        return await iterate(attempt, plan, i, child);
      } catch (error) {
        if (!(error instanceof StateError) || plan.tolerated === undefined) throw error;
        failures.push(i);
        if (failures.length > plan.tolerated) throw exceeded();
        return null;
      }
    },
  );
  if (noted(attempt, "joined") === undefined) note(attempt, "joined", true, { type: "MapStateSucceeded" });
  return outputs.filter((_, i) => !failures.includes(i));
}

async function makePlan(attempt: Attempt<MapState>): Promise<Plan> {
  const { visit, focus } = attempt;
  const { Items, MaxConcurrency, ToleratedFailureCount, ToleratedFailurePercentage } = visit.state;
  const items = await queryTyped(visit, Items ?? visit.input, "Items", isArray, "an array", focus);
  const amount = async (field: string, given: Json) =>
    queryTyped(visit, given, field, isAmount, "a number", focus);
  const limits: number[] = [];
  if (ToleratedFailureCount !== undefined)
    limits.push(await amount("ToleratedFailureCount", ToleratedFailureCount));
  if (ToleratedFailurePercentage !== undefined)
    limits.push(
      (items.length * (await amount("ToleratedFailurePercentage", ToleratedFailurePercentage))) / 100,
    );
  const concurrency = await amount("MaxConcurrency", MaxConcurrency ?? 0);
  const plan: Plan = {
    items,
    concurrency: Math.min(MOST_AT_ONCE, Math.floor(concurrency) || MOST_AT_ONCE),
    ...(limits.length ? { tolerated: Math.min(...limits) } : {}),
  };
  const length = { type: "MapStateStarted", details: { length: items.length } };
  note(attempt, "plan", plan as unknown as Json, length);
  return plan;
}

async function iterate(
  { visit, key, focus }: Attempt<MapState>,
  plan: Plan,
  index: number,
  child: Omit<Scope, "path">,
): Promise<Json> {
  const { ledger } = visit.run;
  const path = `${key}/i${index}`;
  const event = (type: string): EventDraft => ({
    type: `MapIteration${type}`,
    details: { name: visit.name, index },
  });
  const value = plan.items[index] ?? null;
  const item: JsonObject = { Index: index, Value: value };
  let input = ledger.get(`${path}/input`, child.trail);
  if (input === undefined) {
    const selector = visit.state.ItemSelector;
    input =
      selector === undefined
        ? value
        : limited(visit, "ItemSelector", await query(visit, selector, "ItemSelector", { ...focus, item }));
    ledger.put(`${path}/input`, input, child.trail, event("Started"));
  }
  const once = (fact: string, draft: EventDraft) => {
    if (ledger.get(`${path}/${fact}`, child.trail) === undefined)
      ledger.put(`${path}/${fact}`, true, child.trail, draft);
  };
  try {
    const output = await visit.descend(visit.state.ItemProcessor, { ...child, path, item }, input);
    once("succeeded", event("Succeeded"));
    return output;
  } catch (error) {
    if (error instanceof StateError) once("lost", event("Failed"));
    else if (error instanceof Interrupted && error.reason === "sibling") once("aborted", event("Aborted"));
    throw error;
  }
}

function exceeded(): StateError {
  return new StateError(
    "States.ExceedToleratedFailureThreshold",
    "The specified tolerated failure threshold was exceeded",
  );
}

const isArray = (value: Json): value is Json[] => Array.isArray(value);
const isAmount = (value: Json): value is number => typeof value === "number" && value >= 0;
