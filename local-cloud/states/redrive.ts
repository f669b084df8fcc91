/**
 * What a redrive keeps of an execution's facts: the exits of finished states, and of an unfinished Parallel or Map
 * the finished children of its last attempt. The rest is forgotten and runs again with fresh retries and tokens.
 * Keys are paths such as `/1/a0/b2/0/exit`: second state, its first attempt, branch 2, first state there.
 */
export function carriedOver<F>(facts: ReadonlyMap<string, F>): Map<string, F> {
  const lastAttempt = lastAttempts(facts.keys());
  const kept = new Map<string, F>();
  for (const [key, fact] of facts) {
    const renamed = renamedKey(key, (visit) => facts.has(`${visit}/exit`), lastAttempt);
    if (renamed !== undefined) kept.set(renamed, fact);
  }
  return kept;
}

/** Facts that describe how far a chain came, not how an attempt went. */
const LASTING = new Set(["enter", "exit", "input", "plan", "succeeded", "start"]);
const ATTEMPT = /^a(\d+)$/;

function lastAttempts(keys: Iterable<string>): Map<string, number> {
  const last = new Map<string, number>();
  for (const key of keys) {
    const parts = key.split("/");
    for (const [i, part] of parts.entries()) {
      const number = ATTEMPT.exec(part)?.[1];
      if (number === undefined) continue;
      const visit = parts.slice(0, i).join("/");
      last.set(visit, Math.max(last.get(visit) ?? 0, Number(number)));
    }
  }
  return last;
}

/** The key under which the fact lives on (an unfinished state's last attempt becomes its first), or undefined. */
function renamedKey(
  key: string,
  finished: (visit: string) => boolean,
  lastAttempt: ReadonlyMap<string, number>,
): string | undefined {
  const parts = key.split("/");
  const renamed = [...parts];
  for (const [i, part] of parts.entries()) {
    const number = ATTEMPT.exec(part)?.[1];
    if (number === undefined) continue;
    const visit = parts.slice(0, i).join("/");
    if (finished(visit)) return renamed.join("/");
    if (Number(number) !== lastAttempt.get(visit)) return undefined;
    renamed[i] = "a0";
  }
  return LASTING.has(parts.at(-1) ?? "") ? renamed.join("/") : undefined;
}
