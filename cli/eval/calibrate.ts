import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { UsageError } from "#cli/errors.ts";
import { type Share, shareOf } from "#cli/eval/share.ts";
import { acceptanceSchema } from "#core/factory/acceptance.ts";
import type { AcceptanceBrowser } from "#core/factory/acceptance-browser.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { text } from "#core/kernel/text.ts";

/** A page, and steps on it of which a person has said whether they are possible and show what they claim. */
const judgedPage = z.strictObject({
  page: text().min(1).max(20_000),
  judged: z
    .array(z.strictObject({ steps: acceptanceSchema.shape.steps, holds: z.boolean() }))
    .min(1)
    .max(40),
});
type JudgedPage = z.infer<typeof judgedPage>;

export interface Calibration {
  /** Of the judged steps, those on which the browser and the person agree. */
  readonly agreement: Share;
  /** Where they do not, with what the browser said. */
  readonly disagreements: readonly string[];
}

/** Below this share of agreement, results of a judge are no score. */
export const LEAST_AGREEMENT = 0.85;

/** Seconds for the steps on one page; each starts a browser of its own. */
const SECONDS = 600;

/** Reads a file of judged pages, one on each line. Throws a UsageError that names the line and the member. */
export async function readJudged(path: string): Promise<JudgedPage[]> {
  const content = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${fileError(path, "read", error)}.`);
  });
  return content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const parsed = judgedPage.safeParse(parsedJson(line));
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    const member = issue?.path.join(".") || "the object";
    throw new UsageError(`${path}, line ${index + 1}: ${member}: ${issue?.message}.`);
  });
}

/** Lets the browser judge the same steps, and compares. Throws EnvironmentFailure without a browser. */
export async function calibrate(
  pages: readonly JudgedPage[],
  browser: AcceptanceBrowser,
): Promise<Calibration> {
  const disagreements: string[] = [];
  for (const [index, { page, judged }] of pages.entries()) {
    const acceptances = judged.map(({ steps }, number) => ({ name: String(number), steps }));
    const { results } = await served(page, (url) => browser.run({ url, acceptances, seconds: SECONDS }));
    for (const [number, { holds }] of judged.entries()) {
      const result = results[number];
      if (result?.passed === holds) continue;
      const said = result?.passed ? "it passes" : result?.reason;
      disagreements.push(`page ${index + 1}, steps ${number + 1}: a person says ${holds}, but ${said}`);
    }
  }
  const all = pages.reduce((sum, { judged }) => sum + judged.length, 0);
  return { agreement: shareOf(all - disagreements.length, all), disagreements };
}

/** Serves a page at an address of its own while a task runs. */
async function served<T>(page: string, task: (url: string) => Promise<T>): Promise<T> {
  const server: Server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
