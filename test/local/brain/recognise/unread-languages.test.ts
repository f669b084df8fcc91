import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { REQUESTS } from "#test/local/brain/request-check.ts";

const languageOf = (message: string) => localeOf(tokensOf(message), null);

/** A todo list in languages that are not read. */
const UNREAD = [
  ["Italian", "un'app per le attività"],
  ["Portuguese", "um aplicativo de tarefas"],
  ["Dutch", "een takenlijst voor mijn werk"],
  ["Polish", "aplikacja do zadań"],
  ["Swedish", "en att göra-lista"],
  ["Danish", "en huskeliste app"],
  ["Norwegian", "en oppgaveliste app"],
  ["Finnish", "tehtävälista sovellus"],
  ["Czech", "aplikace na úkoly"],
  ["Slovak", "aplikácia na úlohy"],
  ["Hungarian", "teendőlista alkalmazás"],
  ["Romanian", "o aplicație de sarcini"],
  ["Bulgarian", "приложение за задачи"],
  ["Russian", "приложение для задач"],
  ["Ukrainian", "застосунок для завдань"],
  ["Greek", "εφαρμογή εργασιών"],
  ["Turkish", "yapılacaklar uygulaması"],
  ["Arabic", "تطبيق قائمة المهام"],
  ["Hebrew", "אפליקציית משימות"],
  ["Persian", "برنامه فهرست کارها"],
  ["Hindi", "कार्य सूची ऐप"],
  ["Bengali", "কাজের তালিকা অ্যাপ"],
  ["Thai", "แอปรายการสิ่งที่ต้องทำ"],
  ["Vietnamese", "ứng dụng danh sách việc cần làm"],
  ["Chinese", "一个待办事项应用"],
  ["Japanese", "タスク管理アプリ"],
  ["Korean", "할 일 목록 앱"],
] as const;

describe("the language of a request", () => {
  it.each([
    ["en", "a todo app please"],
    ["de", "eine Aufgabenliste bitte"],
    ["fr", "une liste de tâches"],
    ["es", "una lista de tareas"],
  ])("is read as %s: %s", (locale, message) => expect(languageOf(message)).toBe(locale));

  it.each(UNREAD)("is not taken for one that is read when it is %s: %s", (_, message) => {
    expect(languageOf(message)).toBeNull();
  });

  it.each(UNREAD)("is said when it is not read: %s: %s", (_, message) => {
    const { proposal, speech } = consult({ messages: [message] });
    expect(proposal).toBeNull();
    expect(speech).toContain("I read only English, German, French and Spanish");
  });

  it.each([
    "a todo app",
    "todo app",
    "my todo list",
    "a site for the Smørrebrød bakery in Łódź",
    "a van rental app",
  ])("is English in spite of words of other languages: %s", (message) =>
    expect(languageOf(message)).toBe("en"),
  );

  it.each([
    ["de", "eine Liste der Bücher von José Saramago mit Łódź"],
    ["es", "una app para São Paulo con fotos"],
    ["fr", "une liste de tâches pour Åsa"],
  ])("is %s in spite of a foreign name: %s", (locale, message) => expect(languageOf(message)).toBe(locale));
});

const REQUESTS_UNREAD: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL("../../../cases/unread-languages.json", import.meta.url), "utf8"),
);
const SENTENCES = Object.entries(REQUESTS_UNREAD).flatMap(([language, all]) =>
  all.map((say) => [language, say] as const),
);

describe("a request in a language that is not read", () => {
  it("is tried in 30 languages, each with at least 3 sentences", () => {
    expect(Object.keys(REQUESTS_UNREAD)).toHaveLength(30);
    for (const all of Object.values(REQUESTS_UNREAD)) expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it.each(SENTENCES)("gets a reply in English that says so: %s, %s", (_, say) => {
    const { proposal, speech, question } = consult({ messages: [say] });
    expect(proposal).toBeNull();
    expect(speech).toContain("I read only English, German, French and Spanish");
    expect(question).toBe("What should the app keep?");
  });

  it("is followed by one that is read", () => {
    expect(consult({ messages: ["lista della spesa", "a shopping list"] }).proposal?.title).toBe(
      "Shopping list",
    );
  });

  it("is none of the labelled requests", () => {
    const unread = REQUESTS.filter(({ say: [first = ""] }) => languageOf(first) === null);
    expect(unread.map(({ say }) => say)).toEqual([]);
  });
});
