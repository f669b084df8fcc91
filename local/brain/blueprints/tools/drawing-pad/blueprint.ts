import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, click, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { TEXTS } from "./texts.ts";

const PAPER = { css: "#paper" };
const dot = click(PAPER);

/** Draws by finger, pen, mouse or keyboard. */
export const DRAWING_PAD = defineTool({
  kind: "drawing-pad",
  title: "Drawing Pad",
  spoken: "a drawing pad",
  hue: 300,
  forOne: true,
  names: {
    en: `drawing pad, drawing app, drawing board, drawing tool, drawing canvas, drawing page, sketch pad, sketchpad, sketch app,
      sketching app, paint app, painting app, paint program, whiteboard, white board, scribble pad, doodle pad, doodle app,
      draw pad, draw app, digital sketchbook`,
    de: "Zeichenblock, Zeichenbrett, Zeichenprogramm, Malprogramm, Skizzenblock, Zeichenfläche, Zeichentafel, Mal-App, Zeichen-App",
    fr: "bloc à dessin, tableau blanc, carnet de croquis, ardoise magique, application de dessin, appli de dessin, logiciel de dessin",
    es: "bloc de dibujo, pizarra, pizarra digital, cuaderno de bocetos, aplicación de dibujo, programa de dibujo",
  },
  purposes: "draw, drawing, sketch, sketching, paint, painting, doodle, doodling, scribble",
  inherent: `draw, drawing, sketch, paint, canvas, paper, brush, pen, pencil, line, stroke, color, colour, color picker,
    colour picker, color choice, palette, color palette, width, line width, brush size, pen size, size, thickness, clear,
    clear button, clear all, finger, stylus, mouse, pointer, Farbe, Farben, Strichstärke, Strichstärken, Stift, Pinsel,
    couleur, couleurs, épaisseur, crayon, pinceau, color, colores, grosor, lápiz, pincel`,
  summary: "A drawing pad that runs in the browser: lines in any color and width, by pointer or keyboard.",
  texts: TEXTS,
  features: [
    PERSISTENCE,
    {
      id: "undo",
      title: "Undo and redo",
      spoken: "undo and redo",
      synonyms: phrases(
        "undo, redo, undo and redo, undo button, take back, rückgängig, rückgängig machen, annuler, annulation, deshacer",
      ),
      default: true,
    },
    {
      id: "png",
      title: "Saving as PNG",
      spoken: "saving as PNG",
      synonyms: phrases(
        `png, save as png, save png, png export, export png, export as png, export, download, download png, save picture,
        save image, save as image, image export, als PNG speichern, Export, exporter, exportar`,
      ),
      default: true,
    },
    {
      id: "drawings",
      title: "Saving and opening drawings",
      spoken: "saving and opening drawings",
      synonyms: phrases(
        `open, open drawing, open saved drawing, load, load drawing, load saved drawing, save drawing, save and load,
        save and open, reopen, import, import drawing, öffnen, laden, Zeichnung öffnen, Zeichnung laden,
        Zeichnung speichern, ouvrir, charger, ouvrir un dessin, charger un dessin, abrir, cargar, abrir dibujo,
        cargar dibujo`,
      ),
      default: true,
    },
    {
      id: "eraser",
      title: "Eraser",
      spoken: "an eraser",
      synonyms: phrases("eraser, rubber, erase, Radierer, Radiergummi, gomme, goma, goma de borrar"),
      default: true,
    },
    DARK_MODE,
    {
      id: "grid",
      title: "Grid",
      spoken: "a grid",
      synonyms: phrases(
        "grid, grid line, squared paper, graph paper, Raster, Kästchen, quadrillage, cuadrícula",
      ),
      default: false,
      ask: "Should the paper have a grid?",
    },
  ],
  parts: ["undo", "png", "drawings", "eraser", "grid"],
  modules: { "public/lib/download.js": "drawings", "test/download.test.js": "drawings" },
  promises: (value) => [...usualPromises(value), ...featurePromises(value), ...filePromises(value)],
});

/** The file of a drawing of two lines. */
const DRAWING = JSON.stringify({
  version: 1,
  lines: [
    { id: "a", color: "#c81e1e", width: 10, points: [100, 100, 300, 300] },
    { id: "b", color: "#15803d", width: 4, points: [300, 100, 100, 300] },
  ],
});

const upload = (value: Values, content: string): AcceptanceStep => ({
  do: "upload",
  target: { label: value("say_open") },
  name: "drawing.json",
  content,
});
const lines = (count: number, value: Values) => see(value("say_lines").replace("%", String(count)));

function usualPromises(value: Values): ToolPromise[] {
  const named = (name: string) => click(button(value(`say_${name}`)));
  return [
    {
      name: "A pointer draws in the chosen color and width",
      steps: [
        lines(0, value),
        named("red"),
        { do: "select", target: { label: value("say_width") }, value: "20" },
        dot,
        lines(1, value),
        attribute("#paper", "data-last", "#c81e1e 20"),
      ],
    },
    {
      name: "The keyboard draws, and everything can be cleared",
      steps: [
        { do: "press", target: PAPER, key: "Space" },
        press("ArrowRight"),
        press("ArrowDown"),
        press("Space"),
        lines(1, value),
        named("clear"),
        lines(0, value),
      ],
    },
  ];
}

function featurePromises(value: Values): ToolPromise[] {
  const named = (name: string) => click(button(value(`say_${name}`)));
  return [
    {
      feature: "persistence",
      name: "The drawing is still there after a reload",
      steps: [dot, dot, lines(2, value), reload, lines(2, value)],
    },
    {
      feature: "undo",
      name: "Lines and clearing can be undone and redone",
      steps: [
        dot,
        dot,
        named("undo"),
        lines(1, value),
        named("redo"),
        lines(2, value),
        named("clear"),
        lines(0, value),
        named("undo"),
        lines(2, value),
      ],
    },
    {
      feature: "png",
      name: "The drawing can be saved as a picture",
      steps: [dot, named("save"), see(value("say_saved").replace("%", `${value("say_file")}.png`))],
    },
    {
      feature: "eraser",
      name: "The eraser draws with the color of the paper",
      steps: [
        named("eraser"),
        attribute("#eraser", "aria-pressed", "true"),
        dot,
        attribute("#paper", "data-last", "#ffffff 24"),
      ],
    },
    {
      feature: "grid",
      name: "The paper can have a grid",
      steps: [
        { do: "check", target: { label: value("say_grid") } },
        dot,
        attribute("#paper", "data-grid", "true"),
      ],
    },
  ];
}

function filePromises(value: Values): ToolPromise[] {
  return [
    {
      feature: "drawings",
      name: "A saved drawing can be opened and drawn on",
      steps: [
        dot,
        click(button(value("say_keep"))),
        see(value("say_kept").replace("%", `${value("say_file")}.json`)),
        upload(value, DRAWING),
        lines(2, value),
        attribute("#paper", "data-last", "#15803d 4"),
        dot,
        lines(3, value),
      ],
    },
    {
      feature: "drawings",
      name: "A file without a drawing is refused, and nothing is lost",
      steps: [dot, upload(value, "[]"), see(value("say_not_drawing")), lines(1, value)],
    },
  ];
}
