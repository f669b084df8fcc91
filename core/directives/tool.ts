import type { z } from "zod";

/** The verdicts of a policy on an effect tool. */
export const TOOL_VERDICTS = ["allow", "require_human", "deny"] as const;
export type ToolVerdict = (typeof TOOL_VERDICTS)[number];

/** The result of a tool: plain JSON. */
export type ToolResult = Readonly<Record<string, unknown>>;

/** A call of a tool, as passed to its executor. */
interface ToolCall<A> {
  readonly tenant: string;
  /** The id of the execution that the call is for. */
  readonly execution: string;
  /** The arguments after parsing with the tool's schema. */
  readonly args: A;
}

/** A call with an effect. `key` is the idempotency key: there is never a second effect with the same key. */
export type EffectCall<A> = ToolCall<A> & { readonly key: string };

interface Row<A> {
  readonly name: string;
  readonly input: z.ZodType<A>;
  /**
   * Consequence of an unwanted call. `low`: nothing visible to others. `medium`: visible to others, but reversible.
   * `high`: irreversible, or changes what users of an app see.
   */
  readonly risk: "low" | "medium" | "high";
}

/** A tool that only reads other systems: its calls are recorded and need no verdict. */
export interface ReadTool<A, R extends ToolResult, S> extends Row<A> {
  readonly kind: "read";
  execute(services: S, call: ToolCall<A>): Promise<R>;
}

/**
 * A tool that changes another system; called only through a directive. When the outcome of a dispatch is unknown:
 * - `key`: it is executed again, because the other system has one effect per key.
 * - `probe`: it looks for the effect, and is executed again if there is none.
 * - `none`: the directive has failed; it is never dispatched twice.
 */
export type EffectTool<A, R extends ToolResult, S> = Row<A> & {
  readonly kind: "effect";
  execute(services: S, call: EffectCall<A>): Promise<R>;
} & (
    | { readonly idempotency: "key" | "none" }
    | {
        readonly idempotency: "probe";
        /** The result of the effect, or null if it did not happen. */
        probe(services: S, call: EffectCall<A>): Promise<R | null>;
      }
  );

export type Idempotency = EffectTool<unknown, ToolResult, unknown>["idempotency"];
