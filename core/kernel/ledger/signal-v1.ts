import { z } from "zod";
import type { AggregateKind, AggregateRef } from "#core/kernel/keys.ts";
import { type Signal, signalSchema } from "#core/kernel/ledger/signal.ts";

/** The letters that format v1 uses for kinds of aggregates. */
const KINDS: Readonly<Record<string, AggregateKind>> = {
  X: "execution",
  C: "conversation",
  P: "project",
  I: "installation",
  R: "directive",
  F: "topic",
};

/** A signal in the format `gantry.signal.v1`, which is no longer written but must stay readable in sealed packs. */
export const signalV1Schema = signalSchema
  .omit({ authtype: true, semantics: true, datadigest: true, datasalt: true })
  .extend({
    source: z.string().regex(/^\/t\/[^/]+\/[XCPIRF]\/[^/]+$/),
    type: z.string().regex(/^gantry(\.[a-z_]+)+$/),
    dedupekey: z.string().max(256).optional(),
    sequence: z.number().int().min(1),
  });
export type SignalV1 = z.infer<typeof signalV1Schema>;

/** A signal in either format. */
export type AnySignal = Signal | SignalV1;

export const isV1 = (signal: object): signal is SignalV1 => !("semantics" in signal);

/** The position of a signal in its chain, from 1. */
export const sequenceOf = ({ sequence }: Pick<AnySignal, "sequence">): number => Number(sequence);

/** The aggregate that a signal is about. */
export function aggregateOf({ source }: Pick<AnySignal, "source">): AggregateRef {
  const [, , tenant, kind, id] = source.split("/") as [string, string, string, string, string];
  return { tenant, kind: KINDS[kind] ?? (kind as AggregateKind), id };
}

/** Whether a signal is about this aggregate. */
export function isAbout(signal: Pick<AnySignal, "source">, { tenant, kind, id }: AggregateRef): boolean {
  const about = aggregateOf(signal);
  return about.tenant === tenant && about.kind === kind && about.id === id;
}
