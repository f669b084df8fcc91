import { drawBelow } from "../lib/random.js";

/**
 * Snake on a grid. `body` are cells from head to tail, `queue` the turns that were asked for and not made yet, and `seed`
 * decides where food appears, so that the same turns give the same game. Games go in, new games come out.
 */
export const SIZE = 17;
const MOVES = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };
const OPPOSITE = { up: "down", down: "up", left: "right", right: "left" };

export function newGame(seed) {
  const middle = Math.floor(SIZE / 2);
  const body = [0, 1, 2].map((back) => ({ x: middle - back, y: middle }));
  return withFood({ body, direction: "right", queue: [], food: null, score: 0, over: false, seed });
}

/** Asks for a turn. Turning back is refused, and at most two turns wait, so that a quick corner is not lost. */
export function turn(game, direction) {
  const last = game.queue.at(-1) ?? game.direction;
  if (game.over || game.queue.length === 2 || direction === last || direction === OPPOSITE[last]) return game;
  return { ...game, queue: [...game.queue, direction] };
}

/** Moves by one cell. With `through`, the snake leaves on one side and comes back on the other. */
export function step(game, through = false) {
  if (game.over) return game;
  const direction = game.queue[0] ?? game.direction;
  const moved = { ...game, direction, queue: game.queue.slice(1) };
  const head = ahead(game.body[0], direction, through);
  const eats = head !== null && same(head, game.food);
  const rest = eats ? game.body : game.body.slice(0, -1);
  if (head === null || rest.some((cell) => same(cell, head))) return { ...moved, over: true };
  const body = [head, ...rest];
  return eats ? withFood({ ...moved, body, score: game.score + 1 }) : { ...moved, body };
}

/** The next cell, or null behind a wall. */
function ahead({ x, y }, direction, through) {
  const [dx, dy] = MOVES[direction];
  const next = { x: x + dx, y: y + dy };
  if (through) return { x: (next.x + SIZE) % SIZE, y: (next.y + SIZE) % SIZE };
  return [next.x, next.y].every((index) => index >= 0 && index < SIZE) ? next : null;
}

/** Puts food on a free cell; a snake that fills the grid has won, and the game is over. */
function withFood(game) {
  const taken = new Set(game.body.map(({ x, y }) => y * SIZE + x));
  const free = Array.from({ length: SIZE * SIZE }, (_, index) => index).filter((index) => !taken.has(index));
  if (free.length === 0) return { ...game, food: null, over: true };
  const drawn = drawBelow(free.length, game.seed);
  const at = free[drawn.value];
  return { ...game, food: { x: at % SIZE, y: Math.floor(at / SIZE) }, seed: drawn.seed };
}

function same(one, other) {
  return other !== null && one.x === other.x && one.y === other.y;
}
