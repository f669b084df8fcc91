import { z } from "zod";
import { MAX_FEATURES, type Plan } from "#core/factory/plan/plan.ts";

/** A feature of a plan that a person switches on or off, by its identifier. */
const featureSwitchSchema = z.strictObject({ id: z.string().min(1).max(40), included: z.boolean() });
export type FeatureSwitch = z.infer<typeof featureSwitchSchema>;

/** The switches of one turn. */
export const featureSwitchesSchema = z.array(featureSwitchSchema).min(1).max(MAX_FEATURES);

/** What a person decided about a feature, and how many messages of the request came before. */
export interface Choice extends FeatureSwitch {
  readonly since: number;
}

/** The decisions after further ones: the newest of each feature counts. */
export function choicesAfter(choices: readonly Choice[], newer: readonly Choice[]): Choice[] {
  return [...choices.filter(({ id }) => newer.every((each) => each.id !== id)), ...newer];
}

/** The decisions that a plan records. They came after `since` messages. */
export function choicesOf({ features }: Pick<Plan, "features">, since: number): Choice[] {
  return features
    .filter(({ switched_off }) => switched_off)
    .map(({ id }) => ({ id, included: false, since }));
}
