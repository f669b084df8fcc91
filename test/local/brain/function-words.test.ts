import { describe, expect, it } from "@jest/globals";
import { inEnglish } from "#local/brain/recognise/function-words.ts";

describe("function words of a request", () => {
  it.each([
    ["Baue mir einen Rechner mit Verlauf", "build please a Rechner with Verlauf"],
    ["Crée une calculatrice sans historique", "build a calculatrice without historique"],
    ["Hazme una calculadora con historial", "build a calculadora with historial"],
    ["Un temporizador para la cocina", "a temporizador for a cocina"],
  ])("are English in %s", (message, english) => {
    expect(inEnglish(message)).toBe(english);
  });

  it.each([
    "a calculator with sin and cos",
    "Build me a die roller",
    "Steuererklärung",
    "an AI-powered chat",
    "a planner from Mon to Fri",
    "I will need a notes app",
    "",
  ])("stay as they are in %s", (message) => {
    expect(inEnglish(message)).toBe(message);
  });
});
