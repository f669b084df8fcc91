/** What every game does. */
export const GAME_WORDS = `game, play, playing, player, start, restart, new game, play again, rule, browser game, fun,
  mouse, click, tap, classic, Spiel, spielen, neues Spiel, jeu, jouer, nouvelle partie, juego, jugar,
  partida nueva`;
