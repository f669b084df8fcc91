/** What this person last saw of a plan, kept by the browser until the log-out. */
interface SeenPlan {
  readonly conversation: string;
  readonly hash: string;
  readonly lines: readonly string[];
}

const KEY = "gantry-seen-plans";
/** The most conversations that are remembered. */
const MOST = 20;

/** The conversations in which this page has said something, whose next plan is no surprise. */
const expected = new Set<string>();

/** Notes that the next plan of a conversation follows from what was done on this page. */
export const expectChange = (conversation: string): void => void expected.add(conversation);

/** Whether the plan of a conversation follows from what was done on this page; it does once. */
export const isExpected = (conversation: string): boolean => expected.delete(conversation);

/** What was last seen of the plan of a conversation. */
export function seenPlan(conversation: string): SeenPlan | undefined {
  return readAll().find((each) => each.conversation === conversation);
}

export function keepSeenPlan(plan: SeenPlan): void {
  const others = readAll().filter(({ conversation }) => conversation !== plan.conversation);
  localStorage.setItem(KEY, JSON.stringify([plan, ...others].slice(0, MOST)));
}

export const forgetSeenPlans = (): void => localStorage.removeItem(KEY);

function readAll(): readonly SeenPlan[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isSeenPlan) : [];
  } catch {
    return [];
  }
}

function isSeenPlan(value: unknown): value is SeenPlan {
  const { conversation, hash, lines } = (value ?? {}) as Partial<SeenPlan>;
  return typeof conversation === "string" && typeof hash === "string" && Array.isArray(lines);
}
