import { type Caller, callerSchema } from "#core/identity/caller.ts";

/** A caller as an authorizer hands it to functions. API Gateway takes texts only; the access log names the tenant. */
export function contextOf(caller: Caller): { tenant: string; caller: string } {
  return { tenant: caller.tenant, caller: JSON.stringify(caller) };
}

/** The caller of an authorizer's context; undefined unless it is a whole one. */
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
