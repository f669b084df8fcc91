import type { Problem } from "#core/kernel/errors.ts";

/** A problem as an HTML page. Not escaped: its texts must not contain anything from the request. */
export function errorPage({ status, title, detail }: Pick<Problem, "status" | "title" | "detail">): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/error.css"><main><h1>${title}</h1><p>${detail} (${status})</p><p><a href="/">Gantry</a></p></main></html>`;
}
