/** Tic-tac-toe. A board is nine cells, row by row: "X", "O" or null. Games go in, new games come out. */
const LINES = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];

export function newGame(first = "X") {
  return { board: Array(9).fill(null), first, moves: [] };
}

/** Whose turn it is. */
export function turnOf({ first, moves }) {
  return moves.length % 2 === 0 ? first : otherOf(first);
}

export function otherOf(mark) {
  return mark === "X" ? "O" : "X";
}

/** Marks a cell; a taken cell, or any cell of a finished game, changes nothing. */
export function play(game, at) {
  if (game.board[at] !== null || isOver(game.board)) return game;
  return { ...game, board: game.board.with(at, turnOf(game)), moves: [...game.moves, at] };
}

/** The game without its last move. */
export function takeBack(game) {
  const last = game.moves.at(-1);
  return last === undefined ? game : { ...game, board: game.board.with(last, null), moves: game.moves.slice(0, -1) };
}

/** The line that has won, or null. */
export function winningLine(board) {
  return LINES.find(([a, b, c]) => board[a] !== null && board[a] === board[b] && board[a] === board[c]) ?? null;
}

export function winnerOf(board) {
  const line = winningLine(board);
  return line ? board[line[0]] : null;
}

export function isOver(board) {
  return winningLine(board) !== null || board.every((cell) => cell !== null);
}
