import { textTable } from "#local/brain/blueprints/texts.ts";

/** What 2048 says. */
export const TEXTS = textTable(`
  title     | 2048 | 2048 | 2048 | 2048
  lead      | Join equal tiles. | Gleiche Kacheln verbinden. | Fusionnez les tuiles égales. | Una fichas iguales.
  game      | Game | Spiel | Jeu | Juego
  goal      | Join equal tiles to reach 2048. | Verbinden Sie gleiche Kacheln, bis 2048 erreicht ist. | Fusionnez les tuiles égales pour atteindre 2048. | Una fichas iguales para llegar a 2048.
  won       | You reached 2048! Go on as long as you can. | 2048 ist erreicht! Spielen Sie weiter, so lange es geht. | 2048 est atteint ! Continuez aussi longtemps que possible. | ¡Ha llegado a 2048! Siga todo lo que pueda.
  over      | Game over: no move is left. | Das Spiel ist aus: Kein Zug ist mehr möglich. | Partie terminée : plus aucun coup possible. | Fin de la partida: no queda ningún movimiento.
  score     | Score | Punkte | Score | Puntos
  score_now | Score %. | % Punkte. | Score : %. | % puntos.
  best      | Best | Rekord | Record | Récord
  row       | Row # | Reihe # | Ligne # | Fila #
  empty     | empty | leer | vide | vacía
  new_game  | New game | Neues Spiel | Nouvelle partie | Nueva partida
  undo      | Undo | Rückgängig | Annuler | Deshacer
  undone    | Undone. | Rückgängig gemacht. | Annulé. | Deshecho.
  size      | Board size | Größe des Bretts | Taille de la grille | Tamaño del tablero
  hint      | Use the arrow keys or W A S D; swipe on a touch screen. | Pfeiltasten oder W A S D; auf einem Touchscreen wischen. | Flèches ou W A S D ; glissez sur un écran tactile. | Flechas o W A S D; deslice en una pantalla táctil.
`);
