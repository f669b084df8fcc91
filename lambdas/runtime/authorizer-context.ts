import { type Caller, callerSchema } from "#core/identity/caller.ts";

/** The authorizer context of a caller. API Gateway accepts only strings; the access log uses `tenant`. */
export function contextOf(caller: Caller): { tenant: string; caller: string } {
  return { tenant: caller.tenant, caller: JSON.stringify(caller) };
}

/** The caller in an authorizer's context; undefined unless it is valid. */
export function callerIn(context: Readonly<Record<string, unknown>> | null | undefined): Caller | undefined {
  if (typeof context?.caller !== "string") return undefined;
  return callerSchema.safeParse(parse(context.caller)).data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
