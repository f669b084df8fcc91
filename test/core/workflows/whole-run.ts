import { readFileSync } from "node:fs";
import { sealRun } from "#core/evidence/seal-run.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import type { GateHost, GateHosts } from "#core/governance/gate/hosts.ts";
import { tick } from "#core/governance/gate/tick.ts";
import { awaitDecision } from "#core/governance/gate/token.ts";
import { human } from "#core/identity/actor.ts";
import { GATE_HOSTS } from "#core/registry/gate-hosts.ts";
import { RUN_ENDINGS } from "#core/registry/run-endings.ts";
import { REGISTRY } from "#core/registry/workflows.ts";
import { beginRun } from "#core/workflows/begin-run.ts";
import { dataWorkflow } from "#core/workflows/data-workflow.ts";
import type { Definition } from "#core/workflows/definition.ts";
import { askFor, resumeFrom } from "#core/workflows/gates.ts";
import type { Registry } from "#core/workflows/registry.ts";
import { type Run, runRef } from "#core/workflows/run.ts";
import { runHost } from "#core/workflows/run-host.ts";
import { runStep } from "#core/workflows/run-step.ts";
import { takeTurn } from "#core/workflows/take-turn.ts";
import { machineFunctions } from "#deployment/machines.ts";
import { functionArn } from "#local/topology.ts";
import { type MachineRun, runMachine } from "#test/support/machine.ts";
import { Crash } from "#test/support/memory-pause.ts";
import { OWNER, type World } from "#test/support/memory-world.ts";
import { silent, taskError } from "#test/support/scripted-tasks.ts";

const DEFINITION = readFileSync(new URL("../../../statemachines/workflow.asl.json", import.meta.url), "utf8");
const ARNS = Object.fromEntries(
  [...machineFunctions("workflow")].map(([placeholder, name]) => [placeholder, functionArn(name)]),
);

export const RUN = { tenant: OWNER.tenant, execution_id: "run_1" };

export async function begin(world: World, definition: Definition, input: unknown): Promise<Run> {
  return beginRun(world, {
    tenant: RUN.tenant,
    id: RUN.execution_id,
    definition,
    policy: await pinPolicy(world, RUN.tenant),
    actor: human(OWNER),
    team: null,
    trigger: { kind: "person", ref: OWNER.principal, context: {} },
    depth: 1,
    input,
  });
}

export const runOf = async (world: World): Promise<Run> =>
  (await world.ledger.load<Run>(runRef(RUN.tenant, RUN.execution_id))) as Run;

/** Every workflow that the product does not know is one of a test. */
const WORKFLOWS: Registry<never> = (id) => REGISTRY(id) ?? dataWorkflow;
export const HOSTS: GateHosts = (ref, state) => GATE_HOSTS(ref, state) ?? (runHost as GateHost);

/** A function whose process dies is invoked again, as Step Functions does. */
export async function survive<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    return survive(work);
  }
}

const mapValues = (functions: Record<string, (input: any) => Promise<any>>) =>
  Object.fromEntries(
    Object.entries(functions).map(([name, work]) => [name, (input: any) => survive(() => work(input))]),
  );

/** The functions of the machine over a world in memory, as its entries call them. */
function functionsOf(world: World): Record<string, (input: any) => Promise<any>> {
  const services = { ...world, hosts: HOSTS, registry: WORKFLOWS };
  return mapValues({
    "next-step": (input) => takeTurn(services, input),
    "run-step": (input) => runStep(services, input),
    ask: (input) => askFor(services, input),
    "await-decision": (input) => awaitDecision(services, input),
    "gate-timer": (input) => tick(services, input),
    resume: (input) => resumeFrom(services, input),
    "seal-run": (input) => sealRun(services, input, RUN_ENDINGS),
  });
}

/**
 * Runs a begun run on the real machine; at a gate `decide` does what people do. Nothing decides where it is left out.
 */
export async function runToEnd(
  world: World,
  decide?: (gate: string) => Promise<unknown>,
  about: typeof RUN = RUN,
): Promise<MachineRun> {
  const functions = functionsOf(world);
  let until = 0;
  const call = (name: string) => async (input: any) => {
    const result = await functions[name]?.(input);
    return result ?? {};
  };
  return runMachine(DEFINITION, {
    substitutions: ARNS,
    start: world.clock.now(),
    input: { ...about, active_seconds: 3600 },
    tasks: {
      ...Object.fromEntries(Object.keys(functions).map((name) => [name, call(name)])),
      "next-step": async (input) => {
        // Time passes on the machine's clock: the world's follows it.
        if (until > world.clock.now()) world.clock.advance(until - world.clock.now());
        const turn = await functions["next-step"]?.(input);
        until = turn.kind === "wait" ? turn.until_ms : 0;
        return turn;
      },
      "await-decision": async (input) => {
        await functions["await-decision"]?.(input);
        if (!world.workflows.answers.has(input.token)) await decide?.(input.gate);
        await functions["await-decision"]?.(input);
        const answer = world.workflows.answers.get(input.token);
        if (!answer) return silent;
        if ("error" in answer) throw taskError(answer.error, answer.cause);
        return answer.output;
      },
      "gate-timer": async (input) => {
        const { gate } = await runOf(world);
        const expires = Date.parse(gate?.opened_at ?? "") + (gate?.expires_seconds ?? 0) * 1000;
        world.clock.advance(expires - world.clock.now());
        return functions["gate-timer"]?.(input);
      },
    },
  });
}
