import { behaviourFaults } from "./behaviour-faults.ts";
import { customFaults } from "./custom-faults.ts";
import { cycleFaults } from "./cycle-faults.ts";
import { entityFaults } from "./entity-faults.ts";
import { idFaults } from "./id-faults.ts";
import { listingFaults } from "./listing.ts";
import type { Specification } from "./specification.ts";
import { viewFaults } from "./view-faults.ts";

/**
 * Why a specification that matches the schema has no meaning, as sentences that name the part; empty for a valid one.
 * Checked are unique identifiers, the constraints of each type, that every reference leads to a part of a type that its
 * use permits, that nothing depends on itself, and that every record can be found again.
 */
export function specificationFaults({ entities, views, behaviours, custom = [] }: Specification): string[] {
  return [
    ...idFaults("entities", entities),
    ...idFaults("views", views),
    ...idFaults("custom", custom),
    ...custom.flatMap((page) => customFaults(page, entities, views)),
    ...entities.flatMap((entity) => entityFaults(entity, entities)),
    ...cycleFaults(entities),
    ...views.flatMap((view) => viewFaults(view, entities)),
    ...listingFaults({ entities, views }),
    ...behaviours.flatMap((behaviour, index) => behaviourFaults(behaviour, `behaviours.${index}`, entities)),
  ];
}
