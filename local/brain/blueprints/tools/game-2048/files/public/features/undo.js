const LIMIT = 50;

/** Earlier games with one more, newest last. */
export function kept(games, game) {
  return [...games, game].slice(-LIMIT);
}

/** The last game kept and those before it, or null when there is none. */
export function lastOf(games) {
  return games.length === 0 ? null : { game: games.at(-1), rest: games.slice(0, -1) };
}
