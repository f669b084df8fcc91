import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { consult } from "#core/factory/conversation/consult.ts";
import type { ConsultAnswer } from "#core/factory/conversation/reply.ts";
import type { ModelRequest } from "#core/model/converser.ts";
import { createBrain } from "#local/brain/brain.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";

/** What a person says, and what must be true of the reply. */
interface Turn {
  readonly say: string;
  /** `kept`: the plan of the turn before, with its hash. `unconfirmed`: whatever it is, no mission. */
  readonly plan?: "new" | "kept" | "unconfirmed" | null;
  readonly mission?: true;
  readonly error?: string;
  readonly says?: string;
  readonly asks?: string;
  readonly kind?: string;
  readonly name?: string;
  /** The look: a color, any color, a scheme, a theme. */
  readonly accent?: string;
  readonly accented?: true;
  readonly scheme?: string;
  readonly theme?: string;
  /** Identifiers of the kinds of records that the app must have. */
  readonly records?: readonly string[];
  /** Parts as `field plant.photo`, `view board`, `behaviour tags`. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** Features of a plan that is not generated from a specification. */
  readonly included?: readonly string[];
  readonly excluded?: readonly string[];
  /** How many questions are open. */
  readonly asked?: number;
  /** Words that cannot be met: each must be part of an entry of the ledger. */
  readonly refused?: readonly string[];
}

interface Dialogue {
  readonly lang: string;
  readonly about: string;
  readonly turns: readonly Turn[];
}

const DIALOGUES: readonly Dialogue[] = readFileSync(
  new URL("../../cases/dialogues.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const brain = createBrain();
async function consultant({ model, role, messages }: ModelRequest): Promise<unknown> {
  const text = messages.at(-1)?.text ?? "";
  const { output } = await brain.converse(
    {
      modelId: model,
      messages: [{ role: "user", content: [{ text }] }],
      requestMetadata: { "gantry-role": role },
    },
    new AbortController().signal,
  );
  return JSON.parse(output.message.content[0]?.text ?? "");
}

type Planned = NonNullable<ConsultAnswer["plan"]>;

/** The parts of a generated app, as the dialogues name them. */
function partsOf({ specification }: Planned): string[] {
  if (specification?.kind !== "app") return [];
  return [
    ...specification.entities.flatMap(({ id, fields }) => fields.map((field) => `field ${id}.${field.id}`)),
    ...specification.views.map(({ kind }) => `view ${kind}`),
    ...specification.behaviours.map(({ kind }) => `behaviour ${kind}`),
  ];
}

/** What the reply is, in the terms of the turn. */
function factsOf(turn: Turn, { plan, mission_id, speech, question }: ConsultAnswer) {
  const specification = plan?.specification;
  const entities = specification?.kind === "app" ? specification.entities.map(({ id }) => id) : [];
  const parts = plan ? partsOf(plan) : [];
  const features = (included: boolean) =>
    (plan?.features ?? []).filter((each) => each.included === included).map(({ id }) => id);
  const refused = (plan?.ledger ?? [])
    .filter(({ outcome }) => outcome === "refused")
    .map(({ words }) => words);
  const among = (wanted: readonly string[], all: readonly string[]) =>
    wanted.filter((each) => all.includes(each));
  return {
    mission: mission_id === undefined ? undefined : true,
    says: turn.says && speech.includes(turn.says) ? turn.says : speech,
    asks: turn.asks && question?.includes(turn.asks) ? turn.asks : question,
    kind: plan?.kind,
    name: plan?.title,
    accent: specification?.look.accent,
    accented: plan?.ledger?.some(({ by }) => by === "look.accent" || by === "settings.hue") || undefined,
    scheme: specification?.look.scheme,
    theme: specification?.look.theme,
    records: among(turn.records ?? [], entities),
    has: among(turn.has ?? [], parts),
    lacks: (turn.lacks ?? []).filter((part) => !parts.includes(part)),
    included: among(turn.included ?? [], features(true)),
    excluded: (turn.excluded ?? []).filter((id) => !features(true).includes(id)),
    asked: plan?.questions.length,
    refused: turn.refused?.length
      ? turn.refused.filter((words) => refused.some((entry) => entry.includes(words)))
      : refused,
  };
}

async function hold({ turns }: Dialogue): Promise<string[]> {
  const world = memoryWorld({ models: { consultant } });
  const wrong: string[] = [];
  let conversation_id: string | undefined;
  let shown: string | undefined;
  for (const turn of turns) {
    const { say, plan, error, ...expected } = turn;
    const note = (what: string) => wrong.push(`${JSON.stringify(say)}: ${what}`);
    try {
      const reply = await consult(world, OWNER, {
        message: say,
        ...(conversation_id && { conversation_id }),
      });
      conversation_id = reply.conversation_id;
      const hash = reply.plan?.hash;
      if (error) note(`is no ${error}`);
      if (turn.mission === undefined && reply.mission_id) note("starts a mission");
      if (plan === null && hash) note("has a plan");
      if (plan === "new" && (!hash || hash === shown))
        note(hash ? "keeps the plan" : `has no plan: ${reply.speech}`);
      if (plan === "kept" && hash !== shown)
        note(`does not keep the plan: ${reply.speech} ${reply.question}`);
      if (turn.mission && hash !== shown) note("builds another plan");
      const facts = factsOf(turn, reply) as Record<string, unknown>;
      for (const [key, value] of Object.entries(expected))
        if (JSON.stringify(facts[key]) !== JSON.stringify(value))
          note(`${key} is ${JSON.stringify(facts[key])}, not ${JSON.stringify(value)}`);
      shown = hash;
    } catch (thrown) {
      const { code, message } = thrown as { code?: string; message: string };
      if (code !== error) note(`throws ${code ?? message}`);
    }
  }
  return wrong;
}

describe("a dialogue in which", () => {
  it.each(DIALOGUES.map((each) => [`${each.lang}: ${each.about}`, each] as const))(
    "%s ends as a person expects",
    async (_, dialogue) => expect(await hold(dialogue)).toEqual([]),
  );
});
