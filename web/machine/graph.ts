/**
 * The steps of the mission's machine that people see, with their places in the picture: down on the left until the app
 * is reviewed, up on the right until the evidence is sealed, and what is only sometimes needed between them. States that
 * only choose, record or wait for a step are left out, and so are shortcuts past steps and the ways of failures, which
 * lead from any step to the seal. A test compares them with statemachines/mission.asl.json.
 */
const STEPS = {
  Admit: { column: 0, row: 0 },
  Architect: { column: 0, row: 1 },
  Check: { column: 0, row: 2 },
  Install: { column: 0, row: 3 },
  Build: { column: 0, row: 4 },
  Review: { column: 0, row: 5 },
  Heal: { column: 1, row: 3.5 },
  Preview: { column: 2, row: 5 },
  Verify: { column: 2, row: 4 },
  Ask: { column: 1, row: 1.5 },
  Promote: { column: 2, row: 3 },
  CheckLive: { column: 2, row: 2 },
  Publish: { column: 2, row: 1 },
  Seal: { column: 2, row: 0 },
} as const satisfies Readonly<Record<string, { readonly column: number; readonly row: number }>>;

export type StepName = keyof typeof STEPS;
/** In the order in which a mission comes to them. */
export const STEP_NAMES = Object.keys(STEPS) as StepName[];

export const WAYS: readonly (readonly [from: StepName, to: StepName])[] = [
  ["Admit", "Architect"],
  ["Architect", "Check"],
  ["Check", "Install"],
  ["Install", "Build"],
  ["Build", "Review"],
  ["Build", "Heal"],
  ["Heal", "Check"],
  ["Review", "Heal"],
  ["Review", "Preview"],
  ["Preview", "Verify"],
  ["Preview", "Ask"],
  ["Verify", "Heal"],
  ["Verify", "Promote"],
  ["Promote", "CheckLive"],
  ["Promote", "Ask"],
  ["CheckLive", "Publish"],
  ["CheckLive", "Ask"],
  ["Publish", "Seal"],
  ["Publish", "Ask"],
];

const WIDTH = 132;
const HEIGHT = 38;
const ACROSS = 176;
const DOWN = 58;
const MARGIN = 4;

/** The size of the picture. */
export const SIZE = {
  width: 2 * ACROSS + WIDTH + 2 * MARGIN,
  height: 5 * DOWN + HEIGHT + 2 * MARGIN,
} as const;

/** Where a step is drawn, in pixels. */
export function boxOf(step: StepName) {
  const { column, row } = STEPS[step];
  return { x: MARGIN + column * ACROSS, y: MARGIN + row * DOWN, width: WIDTH, height: HEIGHT };
}

/** The line of a way, as the data of an SVG path: straight within a column, else from side to side. */
export function lineOf([from, to]: (typeof WAYS)[number]): string {
  const [start, end] = [boxOf(from), boxOf(to)];
  if (start.x === end.x) {
    const isDown = end.y > start.y;
    const x = start.x + WIDTH / 2;
    return `M${x} ${isDown ? start.y + HEIGHT : start.y}L${x} ${isDown ? end.y : end.y + HEIGHT}`;
  }
  const isRight = end.x > start.x;
  const x1 = isRight ? start.x + WIDTH : start.x;
  const x2 = isRight ? end.x : end.x + WIDTH;
  const [y1, y2] = [start.y + HEIGHT / 2, end.y + HEIGHT / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}
