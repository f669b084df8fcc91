import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** One operation of the API: the members of its request, and its handler. */
export interface Operation {
  run(request: unknown): object;
}

/** Defines an operation. Requests with unknown members are refused, so none is silently ignored. */
export function operation<S extends z.ZodRawShape>(
  members: S,
  run: (request: z.infer<z.ZodObject<S, z.core.$strict>>) => object,
): Operation {
  const schema = z.strictObject(members);
  return {
    run(request) {
      const parsed = schema.safeParse(request);
      if (parsed.success) return run(parsed.data);
      const reasons = parsed.error.issues.map(
        ({ path, message }) => `${path.join(".") || "request"}: ${message}`,
      );
      const named = parsed.error.issues.every(({ path }) => path[0] === "name");
      throw new ServiceError(named ? "InvalidName" : "ValidationException", reasons.join("; "));
    },
  };
}

const MOST = 1000;
export const paging = {
  maxResults: z.number().int().min(0).max(MOST).optional(),
  nextToken: z.string().min(1).max(1024).optional(),
};

/**
 * One page of `items`. The token names the last item of the page, so new items do not shift the next page.
 */
export function page<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
): { items: T[]; nextToken?: string } {
  const last = nextToken === undefined ? undefined : Buffer.from(nextToken, "base64url").toString();
  const start = last === undefined ? 0 : items.findIndex((item) => idOf(item) === last) + 1;
  if (last !== undefined && start === 0)
    throw new ServiceError("InvalidToken", `Invalid Token: '${nextToken}'`);
  const shown = items.slice(start, start + (maxResults || 100));
  const end = shown.at(-1);
  const more = end !== undefined && start + shown.length < items.length;
  return { items: shown, ...(more ? { nextToken: Buffer.from(idOf(end)).toString("base64url") } : {}) };
}

/** The names of machines and executions. */
export const resourceName = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\s\p{C}<>{}[\]?*"#%\\^|~`$&,;:/]+$/u, "contains a character that is not allowed in names");

/** AWS JSON 1.0 dates are seconds. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
