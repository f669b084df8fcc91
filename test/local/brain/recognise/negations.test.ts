import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

/** What negates a list, the words of the list, and what joins its last two words. */
interface Language {
  readonly app: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly parts: readonly string[];
  readonly and: string;
  readonly or: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  en: {
    app: "a todo list",
    before: [
      " without ",
      ", skip the ",
      ", leave out the ",
      " that excludes ",
      ", don't add ",
      ". No ",
      ". I hate ",
    ],
    after: [" are not needed", " are unnecessary"],
    parts: ["tags", "priorities", "notes", "due dates"],
    and: "and",
    or: "or",
  },
  de: {
    app: "eine Aufgabenliste",
    before: [" ohne ", ", verzichte auf ", ". Keine "],
    after: [" sind nicht nötig"],
    parts: ["Tags", "Prioritäten", "Notizen"],
    and: "und",
    or: "oder",
  },
  fr: {
    app: "une liste de tâches",
    before: [" sans ", ", évite ", ". Je ne veux pas de "],
    after: [" ne sont pas nécessaires"],
    parts: ["étiquettes", "priorités", "notes"],
    and: "et",
    or: "ou",
  },
  es: {
    app: "una lista de tareas",
    before: [" sin ", ", evita ", ". No quiero "],
    after: [" no son necesarias"],
    parts: ["etiquetas", "prioridades", "notas"],
    and: "y",
    or: "o",
  },
};

/** Each way to list some parts: with commas alone, before "and" or "or", or with nothing between them. */
function listsOf(parts: readonly string[], { and, or }: Language): string[] {
  const [last, ...rest] = [...parts].reverse();
  const first = rest.reverse().join(", ");
  return [parts.join(", "), parts.join(" "), `${first} ${and} ${last}`, `${first} ${or} ${last}`];
}

const SENTENCES = Object.values(LANGUAGES).flatMap((language) => {
  const { app, before, after, parts } = language;
  const chosen = [parts.slice(0, 2), parts.slice(1), parts.slice(0, 3).reverse()];
  return chosen.flatMap((some) => {
    const [commas = "", none = "", and = "", or = ""] = listsOf(some, language);
    return [
      ...[commas, none, and, or].flatMap((list) =>
        before.map((negator) => ({ say: `${app}${negator}${list}`, count: some.length })),
      ),
      ...after.map((negator) => ({ say: `${app}. ${and}${negator}`, count: some.length })),
    ];
  });
});

describe("a negation", () => {
  it.each(SENTENCES)("covers its whole list: $say", ({ say, count }) => {
    const { specification, ledger } = readRequest([say]);
    expect(specification?.entities).toHaveLength(1);
    const fields = specification?.entities[0]?.fields.map(({ id }) => id);
    expect(fields).toHaveLength(7 - count);
    expect(
      fields?.filter((id) => /^(tags|etiquetas|etiquettes|note|notizen|notas|prior)/.test(id)).length,
    ).toBe(3 - Math.min(count, say.includes("due dates") ? count - 1 : count));
    expect(ledger.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  });

  it.each([
    ["a todo list without login, sorted by due date", "behaviours.sort"],
    ["a todo list without login, works offline", "behaviours.offline"],
    ["a todo list without notes, with a calendar", "views.calendar"],
    ["a todo list without notes, but with a calendar", "views.calendar"],
    ["a todo list without notes, a calendar", "views.calendar"],
    ["a todo list without notes, in blue", "look.accent"],
    ["a todo list without notes, show a calendar", "views.calendar"],
    ["a todo list, no tags, calendar", "views.calendar"],
    ["a todo list with no tags and a calendar", "views.calendar"],
    ["eine Aufgabenliste, keine Tags und einen Kalender", "views.calendar"],
  ])("ends where something else is asked for: %s", (say, part) => {
    expect(readRequest([say]).ledger).toContainEqual(expect.objectContaining({ outcome: "met", by: part }));
  });
});
