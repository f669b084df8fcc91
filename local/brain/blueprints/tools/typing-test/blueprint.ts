import { DARK_MODE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, choose, click, fill, reload, see } from "#local/brain/blueprints/steps.ts";
import { BEST_SCORE, BEST_SCORE_MODULES } from "#local/brain/blueprints/tools/best-score.ts";
import { defineTool } from "#local/brain/blueprints/tools/tool.ts";
import { TEXTS } from "./texts.ts";

const OVER = attribute("#state", "data-over", "true");

/** Measures how fast and how exactly somebody types. */
export const TYPING_TEST = defineTool({
  kind: "typing-test",
  title: "Typing Test",
  spoken: "a typing test",
  hue: 255,
  names: {
    en: `typing test, typing speed test, typing trainer, typing tutor, typing practice, typing game, type test, wpm test,
      typing app, touch typing trainer, keyboard trainer, speed typing test, typing speed tester`,
    de: "Tipptest, Tipptrainer, Tippspiel, Schreibtest, Tastaturtest, Schreibtrainer, Tipp Test, Tipp Trainer, Tippgeschwindigkeitstest",
    fr: "test de dactylographie, test de frappe, test de vitesse de frappe, jeu de dactylographie, entraîneur de frappe",
    es: "prueba de mecanografía, test de mecanografía, test de escritura, juego de mecanografía, prueba de velocidad de escritura",
  },
  purposes:
    "test typing speed, measure typing speed, practise typing, practice typing, learn touch typing, practicing typing",
  inherent: `type, typing, wpm, word per minute, word a minute, speed, typing speed, measure speed, accuracy, word, text, sentence,
    mistake, error, error highlighting, key, time, timer, measure, result, restart, start over, practise, practice, live,
    Geschwindigkeit, Genauigkeit, vitesse, précision, velocidad, precisión`,
  summary: "A typing test that runs in the browser: it measures words a minute and accuracy.",
  texts: TEXTS,
  features: [
    { ...BEST_SCORE, title: "Best speed", spoken: "the best speed" },
    {
      id: "lengths",
      title: "Lengths of text",
      synonyms: phrases(
        "length, text length, short and long text, longer text, long text, short text, level, difficulty, Länge, Textlänge",
      ),
      default: true,
    },
    {
      id: "weak_keys",
      title: "Keys to practise",
      synonyms: phrases(
        "weak key, key to practise, key to practice, missed key, error list, mistake list, list of mistake, list of error",
      ),
      default: true,
    },
    DARK_MODE,
    {
      id: "own_text",
      title: "Own text",
      spoken: "texts of your own",
      synonyms: phrases(
        "own text, custom text, paste text, my text, my own text, custom word, own word, eigener Text, eigene Texte, texte personnel, texto propio",
      ),
      default: false,
      ask: "Should you be able to enter a text of your own?",
    },
  ],
  parts: ["lengths", "weak_keys", "own_text"],
  shared: ["best"],
  modules: BEST_SCORE_MODULES,
  promises: (value) => {
    const type = (text: string) => fill(value("say_field"), text);
    const sentence = value("say_sentence_1");
    const accuracy = (text: string) => see(text, { css: "#accuracy" });
    const oneMissed = `${Math.floor((sentence.length / (sentence.length + 1)) * 100)} %`;
    const wrong = `#${sentence.slice(1)}`;
    return [
      {
        name: "A text that is typed without mistakes ends the test with its speed and full accuracy",
        steps: [
          see(value("say_ready")),
          type(sentence.slice(0, 9)),
          see(value("say_running")),
          type(sentence),
          OVER,
          accuracy("100 %"),
        ],
      },
      {
        name: "A mistake is counted although it is corrected",
        steps: [type(wrong.slice(0, 1)), type(sentence), OVER, accuracy(oneMissed)],
      },
      {
        feature: "best_score",
        name: "The best speed is still there after a reload",
        steps: [
          see(value("say_none"), { css: "#best" }),
          type(sentence),
          // No speed above 20 milliseconds a character is credited.
          see("600", { css: "#best" }),
          reload,
          see("600", { css: "#best" }),
        ],
      },
      {
        feature: "lengths",
        name: "A longer text can be chosen",
        steps: [choose(value("say_length"), "long"), see(value("say_sentence_6"), { css: "#text" })],
      },
      {
        feature: "weak_keys",
        name: "Keys that were missed are named",
        steps: [
          type(wrong.slice(0, 1)),
          type(sentence),
          see(`${value("say_practise")} ${sentence.charAt(0)}`),
        ],
      },
      {
        feature: "own_text",
        name: "A text of one's own can be typed",
        steps: [
          fill(value("say_own"), "abc def"),
          click(button(value("say_use_own"))),
          see("abc def", { css: "#text" }),
          type("abc def"),
          OVER,
        ],
      },
    ];
  },
});
