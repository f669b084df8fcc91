/** The best result so far, from storage: well-formed, or an error is thrown. */
export function parseBest(value) {
  const good = Number.isInteger(value?.points) && Number.isInteger(value?.total) && value.points <= value.total;
  if (!good || value.points < 0 || value.total < 1) throw new TypeError("no result");
  return { points: value.points, total: value.total };
}

/** Whichever result is better by its share of right answers; the newer one of equals. */
export function better(best, result) {
  if (result.total === 0) return best;
  return !best || result.points / result.total >= best.points / best.total ? result : best;
}
