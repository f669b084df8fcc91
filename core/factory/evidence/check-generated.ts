import type { PackFiles } from "#core/evidence/files.ts";
import { textOf } from "#core/evidence/read-files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { MANIFEST_FILE } from "#core/factory/evidence/files.ts";
import { GENERATOR } from "#core/factory/generate/author.ts";
import { manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { readPlanned } from "#core/factory/specification/planned-files.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/**
 * The draft of a plan with a specification must be generated, by the factory itself and not by a model, and any other
 * must not. As long as it was not repaired, it must contain exactly the confirmed specification.
 */
export function requireGenerated(mission: Mission, events: readonly AnySignal[], files: PackFiles): void {
  const drafted = events.find(({ type }) => type === "gantry.mission.drafted");
  if (!drafted) return;
  const { by, manifest_sha256 } = drafted.data as unknown as MissionFacts["gantry.mission.drafted"];
  const { specification } = mission.plan;
  if ((by === GENERATOR) !== (specification !== undefined))
    refuse(
      specification
        ? "The plan has a specification, but its draft was not generated from it."
        : "The draft was generated, but the plan has no specification.",
    );
  if (!specification) return;
  if (drafted.actorkind !== "system") refuse("The log names another author of the draft than the factory.");
  if (mission.manifest_sha256 !== manifest_sha256) return;
  const generated = specificationIn(textOf(files, MANIFEST_FILE));
  if (!generated || canonicalJson(generated) !== canonicalJson(specification))
    refuse("The draft does not contain the confirmed specification.");
}

function specificationIn(manifest: string): Planned | undefined {
  try {
    return readPlanned(manifestSchema.parse(JSON.parse(manifest)).files);
  } catch {
    return undefined;
  }
}

function refuse(detail: string): never {
  throw new Refusal("RECORD_WRONG", detail);
}
