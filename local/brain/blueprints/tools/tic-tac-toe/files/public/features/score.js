export const NO_SCORE = { X: 0, O: 0, draws: 0 };

/** The score after a finished game; `winner` is null for a draw. */
export function scored(score, winner) {
  const name = winner ?? "draws";
  return { ...score, [name]: score[name] + 1 };
}

/** A stored score; throws when it is none. */
export function parseScore(value) {
  const counts = [value?.X, value?.O, value?.draws];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) throw new TypeError("no score");
  return { X: value.X, O: value.O, draws: value.draws };
}
