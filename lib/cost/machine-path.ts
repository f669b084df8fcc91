import type { FunctionName } from "#deployment/functions.ts";
import { machineFunctions } from "#deployment/machines.ts";

/** The part of an ASL definition that is needed to follow a path. */
export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Arguments?: { readonly FunctionName?: unknown };
}

/** The target of each Choice, one for each visit; the last one applies to all further visits. */
export type Decisions = Readonly<Record<string, readonly string[]>>;

/** An app that is built, deployed and published at the first attempt. */
export const HAPPY: Decisions = {
  Installed: ["Build"],
  Classify: ["Review"],
  Reviewed: ["Preview"],
  Previewed: ["Verify"],
  Verified: ["Promote"],
  Promoted: ["CheckLive"],
  Checked: ["Publish"],
  Published: ["Succeeded"],
  Ended: ["Done"],
};

/** The same app after one failed build. */
export const HEALED_ONCE: Decisions = { ...HAPPY, Classify: ["Decide", "Review"], Decide: ["Heal"] };

/**
 * Returns the names of the states that a mission enters, in order. Throws if a Choice has no decision, or one
 * that the machine does not offer, so that a changed machine is never priced by an old path.
 */
export function statesOn(machine: Machine, decisions: Decisions): string[] {
  const path: string[] = [];
  const visits: Record<string, number> = {};
  for (let name: string | undefined = machine.StartAt; name !== undefined; ) {
    const state: State | undefined = machine.States[name];
    if (!state) throw new Error(`the machine has no state ${name}`);
    path.push(name);
    name = state.Type === "Choice" ? decide(name, state, decisions, visits) : state.Next;
  }
  return path;
}

/** Returns the names of the functions that the states call, without states that call none. */
export function functionsOf(machine: Machine, path: readonly string[]): FunctionName[] {
  const functions = machineFunctions("mission");
  return path.flatMap((name) => {
    const [, placeholder = ""] =
      /^\$\{(\w+)\}$/.exec(String(machine.States[name]?.Arguments?.FunctionName)) ?? [];
    return functions.get(placeholder) ?? [];
  });
}

function decide(name: string, state: State, decisions: Decisions, visits: Record<string, number>): string {
  const visit = visits[name] ?? 0;
  visits[name] = visit + 1;
  const next = decisions[name]?.[visit] ?? decisions[name]?.at(-1);
  const offered = [state.Default, ...(state.Choices ?? []).map(({ Next }) => Next)];
  if (next === undefined || !offered.includes(next))
    throw new Error(`${name}: the machine offers ${offered.join(", ")}, the path to price takes ${next}`);
  return next;
}
