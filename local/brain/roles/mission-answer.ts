import { keysOf, wordsOf } from "#local/brain/recognise/words.ts";

/** A mission of the tenant, as the chat prompt names it. */
export interface KnownMission {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
}

const NEWEST = keysOf(
  "last latest newest recent current letzte neueste aktuelle dernière récente última reciente actual",
);
const MISSIONS = keysOf(
  "mission missions app apps build builds project bauvorhaben projekt projet proyecto misión",
);
const COUNT = keysOf("many viele combien cuántas cuántos");
/** Beside them, "combien" and "cuánto" ask for no number of missions. */
const AMOUNTS = keysOf("temps dure coûte tiempo tarda dura cuesta lange dauert kostet");
const FAILED = keysOf(
  "fail failed failing error broken wrong fehlgeschlagen fehler gescheitert échoué échec erreur falló fallado",
);
const ENDED_BADLY = new Set(["FAILED", "BLOCKED", "TIMED_OUT", "REJECTED", "SEAL_FAILED"]);

/**
 * Answers a question about the tenant's own missions, newest first: about one that it names by its title, the newest
 * one, how many there are, or those that failed. Returns null for any other question.
 */
export function answerAboutMissions(question: string, missions: readonly KnownMission[]): string | null {
  const keys = new Set(wordsOf(question).map(({ key }) => key));
  const has = (words: readonly string[]) => words.some((word) => keys.has(word));
  const named = missions.find(({ title }) => isNamed(title, keys));
  if (named && !has(COUNT)) return describe(named);
  if (!has(MISSIONS)) return null;
  if (has(COUNT) && !has(AMOUNTS)) return count(missions);
  if (has(FAILED)) return listFailed(missions);
  const [newest] = missions;
  if (!has(NEWEST)) return null;
  return newest ? describe(newest) : NONE;
}

const NONE = "There are no missions yet.";

/** Whether the question has every word of a title. */
function isNamed(title: string, keys: ReadonlySet<string>): boolean {
  const words = keysOf(title).filter((word) => word !== ",");
  return words.length > 0 && words.every((word) => keys.has(word));
}

function describe({ id, title, phase }: KnownMission): string {
  const more = ENDED_BADLY.has(phase) ? ` \`gantry status ${id}\` shows why.` : "";
  return `The mission ${id} (${title}) is ${phase}.${more}`;
}

function count(missions: readonly KnownMission[]): string {
  if (missions.length === 0) return NONE;
  const phases = Map.groupBy(missions, ({ phase }) => phase);
  const parts = [...phases].map(([phase, { length }]) => `${length} ${phase}`);
  return `Your ${missions.length === 1 ? "only mission is" : `${missions.length} newest missions are`}: ${parts.join(", ")}.`;
}

function listFailed(missions: readonly KnownMission[]): string {
  const failed = missions.filter(({ phase }) => ENDED_BADLY.has(phase));
  if (failed.length === 0) return missions.length === 0 ? NONE : "None of your newest missions failed.";
  return failed.map(describe).join(" ");
}
