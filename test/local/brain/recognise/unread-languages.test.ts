import { describe, expect, it } from "@jest/globals";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";

const languageOf = (message: string) => localeOf(tokensOf(message), null);

describe("the language of a request", () => {
  it.each([
    ["en", "a todo app please"],
    ["de", "eine Aufgabenliste bitte"],
    ["fr", "une liste de tâches"],
    ["es", "una lista de tareas"],
  ])("is read as %s: %s", (locale, message) => expect(languageOf(message)).toBe(locale));

  it.each([
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
  ])("is not taken for one that is read when it is %s: %s", (_, message) => {
    expect(languageOf(message)).toBeNull();
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
