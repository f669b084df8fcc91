import { describe, expect, it } from "@jest/globals";
import { chat } from "#local/brain/roles/chat.ts";
import { answerAboutMissions } from "#local/brain/roles/mission-answer.ts";

const MISSIONS = [
  { id: "m_3", title: "Book Club", phase: "BUILDING" },
  { id: "m_2", title: "Plant Diary", phase: "FAILED" },
  { id: "m_1", title: "Expenses", phase: "DEPLOYED" },
];

describe("a question about the missions of the tenant", () => {
  it.each([
    ["What is the status of my last mission?", "The mission m_3 (Book Club) is BUILDING."],
    ["Was macht meine letzte Mission?", "Die Mission m_3 (Book Club) ist BUILDING."],
    ["Où en est ma dernière mission ?", "La mission m_3 (Book Club) est BUILDING."],
    ["¿Cómo va mi última misión?", "La misión m_3 (Book Club) está en BUILDING."],
    [
      "Welche Missionen sind gescheitert?",
      "Die Mission m_2 (Plant Diary) ist FAILED. `gantry status m_2` zeigt, warum.",
    ],
    ["Combien de missions ai-je ?", "Vos 3 dernières missions sont : 1 BUILDING, 1 FAILED, 1 DEPLOYED."],
    ["¿Cuántas misiones hay?", "Sus 3 últimas misiones están en: 1 BUILDING, 1 FAILED, 1 DEPLOYED."],
    [
      "How is the plant diary going?",
      "The mission m_2 (Plant Diary) is FAILED. `gantry status m_2` shows why.",
    ],
    ["Did the expenses app work?", "The mission m_1 (Expenses) is DEPLOYED."],
    ["Which missions failed?", "The mission m_2 (Plant Diary) is FAILED. `gantry status m_2` shows why."],
    ["How many missions are there?", "Your 3 newest missions are: 1 BUILDING, 1 FAILED, 1 DEPLOYED."],
  ])("%j is answered from them", (question, answer) => {
    expect(chat({ question, documentation: [], context: { missions: MISSIONS } })).toEqual({
      answer,
      sources: [],
    });
  });

  it.each(["What is my latest mission?", "How many missions ran?", "Did any mission fail?"])(
    "%j is answered without any",
    (question) => {
      expect(answerAboutMissions(question, [])).toBe("There are no missions yet.");
    },
  );

  it("is told from one about how missions work", () => {
    for (const question of [
      "What steps does a mission have?",
      "How does a build work?",
      "What is the weather?",
      "How many missions can run at once?",
    ])
      expect([question, answerAboutMissions(question, MISSIONS)]).toEqual([question, null]);
  });
});
