import { join } from "node:path";
import { loadLibrary } from "#adapters/files/library.ts";
import { generatePlanned } from "#core/factory/generate/generate-planned.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { findBlueprint } from "#local/brain/catalogue.ts";
import { draft } from "#local/brain/roles/architect.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { planFor } from "./plan-for.ts";

const LIBRARY = await loadLibrary(join(import.meta.dirname, "../../../core/factory/generate/static/files"));

/** The app that the offline brain makes of some messages, without a mission. Throws if it plans none. */
export function buildRequest(messages: string[]): Manifest {
  const { proposal } = consult({ messages });
  if (!proposal) throw new TypeError(`no plan: ${messages.join(" / ")}`);
  const { specification, kind, title, summary, features } = proposal;
  if (specification) return generatePlanned({ ...(proposal as unknown as Plan), specification }, LIBRARY);
  const blueprint = findBlueprint(kind);
  if (!blueprint) throw new TypeError(`no blueprint: ${kind}`);
  return draft({ plan: planFor(blueprint, [], { title, summary, features, request: messages }) });
}
