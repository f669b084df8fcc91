import type { StoredSecret } from "#adapters/aws-account/parameters.ts";
import type { Answer } from "#adapters/aws-account/problem.ts";
import type { Check } from "#core/operations/check.ts";
import { failedCheck } from "./failed-check.ts";

/** What an installation cannot work without: any secret of these names is enough. */
const NEEDED = [
  { name: "users", any: /^users\//, set: "users/owner", without: "no person can log in" },
  {
    name: "github",
    any: /^github-(token|app)$/,
    set: "github-token",
    without: "no pull request can be opened",
  },
  { name: "vercel", any: /^vercel-token$/, set: "vercel-token", without: "no app can be deployed" },
] as const;

/** Which secrets are set, by their names alone. */
export function secretChecks(
  answer: Answer<readonly StoredSecret[]>,
  setSecret: (name: string) => string,
): Check[] {
  if ("problem" in answer) return [failedCheck("secrets", answer.problem)];
  const names = answer.value.map(({ name }) => name);
  return NEEDED.map(({ name: what, any, set, without }) => {
    const name = `secret ${what}`;
    const found = names.filter((one) => any.test(one));
    return found.length > 0
      ? { name, state: "ok", detail: found.join(", ") }
      : {
          name,
          state: "fail",
          detail: `not set: ${without}`,
          fix: setSecret(set),
        };
  });
}
