import type { StackName } from "#core/factory/stacks/stacks.ts";
import type { Blueprint } from "./blueprint.ts";
import { QUIZ } from "./blueprints/quiz/blueprint.ts";
import { QUIZ_API } from "./blueprints/quiz-api/blueprint.ts";
import { TASK_MANAGER_REACT } from "./blueprints/task-manager-react/blueprint.ts";
import { CALCULATOR } from "./blueprints/tools/calculator/blueprint.ts";
import { COUNTER } from "./blueprints/tools/counter/blueprint.ts";
import { DRAWING_PAD } from "./blueprints/tools/drawing-pad/blueprint.ts";
import { FLASHCARDS } from "./blueprints/tools/flashcards/blueprint.ts";
import { GAME_2048 } from "./blueprints/tools/game-2048/blueprint.ts";
import { MEMORY } from "./blueprints/tools/memory-game/blueprint.ts";
import { PICKER_WHEEL } from "./blueprints/tools/picker-wheel/blueprint.ts";
import { SNAKE } from "./blueprints/tools/snake/blueprint.ts";
import { TIC_TAC_TOE } from "./blueprints/tools/tic-tac-toe/blueprint.ts";
import { TIMER } from "./blueprints/tools/timer/blueprint.ts";
import { TYPING_TEST } from "./blueprints/tools/typing-test/blueprint.ts";
import { UNIT_CONVERTER } from "./blueprints/tools/unit-converter/blueprint.ts";
import { WORLD_CLOCK } from "./blueprints/tools/world-clock/blueprint.ts";

/** All blueprints. The first entry of a kind has its default stack. */
export const BLUEPRINTS: readonly Blueprint[] = [
  TASK_MANAGER_REACT,
  QUIZ,
  QUIZ_API,
  CALCULATOR,
  TIMER,
  COUNTER,
  UNIT_CONVERTER,
  PICKER_WHEEL,
  TIC_TAC_TOE,
  MEMORY,
  GAME_2048,
  SNAKE,
  TYPING_TEST,
  WORLD_CLOCK,
  DRAWING_PAD,
  FLASHCARDS,
];

/**
 * Returns the blueprint of a kind in a stack, or undefined. Without a stack, in the default stack of the
 * kind.
 */
export function findBlueprint(kind: string, stack?: StackName | null): Blueprint | undefined {
  return BLUEPRINTS.find((blueprint) => blueprint.kind === kind && (!stack || blueprint.stack === stack));
}

/** Returns the spoken forms of the kinds: "a task manager, a notes app or …". */
export function spokenKinds(): string {
  const firsts = BLUEPRINTS.filter(({ kind, stack }) => findBlueprint(kind)?.stack === stack);
  const spoken = firsts.map((blueprint) => blueprint.spoken);
  return `${spoken.slice(0, -1).join(", ")} or ${spoken.at(-1)}`;
}
