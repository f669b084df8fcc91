import type { DynaliteError } from "dynalite/db/index.js";
import type { Member, Members } from "dynalite/validations/getItem.js";
import validations from "dynalite/validations/index.js";
import { ServiceError } from "#local/http.ts";
import { MAX_ITEM_SIZE } from "./unit.ts";

/** The shape of a request in dynalite's notation, and what a shape cannot say. */
export interface Rules {
  readonly types: Members;
  readonly custom?:
    | ((data: Record<string, unknown>, store: typeof validationStore) => string | undefined)
    | undefined;
}

const validationStore = { options: { maxItemSize: MAX_ITEM_SIZE } };

/** The request with its expressions parsed (dynalite adds `_condition`, `_updates`, …). Refuses as DynamoDB does. */
export function validated(input: Record<string, unknown>, { types, custom }: Rules): Record<string, unknown> {
  refuseUnknown(input, types, "");
  return translated(() => {
    const data = validations.checkTypes(input, types);
    validations.checkValidations(data, types, custom, validationStore);
    return data;
  });
}

/** dynalite drops members that it does not know, which would look like success. */
function refuseUnknown(value: unknown, members: Members, path: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!member) throw new ServiceError("ValidationException", `The member ${path}${name} is not supported`);
    refuseUnknownInside(inner, member, `${path}${name}`);
  }
}

function refuseUnknownInside(value: unknown, member: Member, path: string): void {
  if (typeof member === "string" || !member.children || typeof member.children === "string") return;
  if (/^(Field|Value)Struct/.test(member.type ?? ""))
    refuseUnknown(value, member.children as Members, `${path}.`);
  else if (Array.isArray(value))
    for (const [at, entry] of value.entries())
      refuseUnknownInside(entry, member.children as Member, `${path}[${at}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, entry] of Object.entries(value))
      refuseUnknownInside(entry, member.children as Member, `${path}.${key}`);
}

/** Runs it; dynalite's errors come out as ServiceError. */
function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toServiceError(error);
  }
}

export function toServiceError(error: unknown): unknown {
  if (!isDynaliteError(error)) return error;
  const { __type, message, Message } = error.body;
  return new ServiceError(__type.split("#")[1] ?? __type, message ?? Message ?? "", error.statusCode);
}

function isDynaliteError(error: unknown): error is DynaliteError {
  return error instanceof Error && "statusCode" in error && "body" in error;
}

/** Throws what a check of dynalite has returned. */
export function refuse(invalid: DynaliteError | null | undefined): void {
  if (invalid) throw toServiceError(invalid);
}
