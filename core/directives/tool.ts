import type { z } from "zod";

/** What the policy may say about a tool that has effects. */
export const TOOL_VERDICTS = ["allow", "require_human", "deny"] as const;
export type ToolVerdict = (typeof TOOL_VERDICTS)[number];

/** What a tool returns: plain JSON. */
export type ToolResult = Readonly<Record<string, unknown>>;

/** One call of a tool, as its executor gets it. */
interface ToolCall<A> {
  readonly tenant: string;
  /** The id of the execution that the call is for. */
  readonly execution: string;
  /** As the tool's schema returned them. */
  readonly args: A;
}

/** A call that has an effect. The key names the effect: the same key never has a second one. */
export type EffectCall<A> = ToolCall<A> & { readonly key: string };

interface Row<A> {
  readonly name: string;
  readonly input: z.ZodType<A>;
  /**
   * What an unwanted call costs. low: nothing that others see. medium: seen outside, and can be taken back. high:
   * cannot be taken back, or changes what users of an app see.
   */
  readonly risk: "low" | "medium" | "high";
}

/** Looks and changes nothing outside: its calls are recorded and need no permission. */
export interface ReadTool<A, R extends ToolResult, S> extends Row<A> {
  readonly kind: "read";
  execute(services: S, call: ToolCall<A>): Promise<R>;
}

/**
 * Changes something outside: called through a directive only. What happens when the outcome of a dispatch is unknown:
 * - `key`: it is executed again, because what it calls has one effect per key.
 * - `probe`: it is asked whether the effect is there, and executed again if not.
 * - `none`: the directive has failed; it is never dispatched twice.
 */
export type EffectTool<A, R extends ToolResult, S> = Row<A> & {
  readonly kind: "effect";
  execute(services: S, call: EffectCall<A>): Promise<R>;
} & (
    | { readonly idempotency: "key" | "none" }
    | {
        readonly idempotency: "probe";
        /** The result of the effect, or null where it did not happen. */
        probe(services: S, call: EffectCall<A>): Promise<R | null>;
      }
  );

export type Idempotency = EffectTool<unknown, ToolResult, unknown>["idempotency"];
