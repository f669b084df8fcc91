import { textTable } from "#local/brain/blueprints/texts.ts";

/** What tic-tac-toe says. */
export const TEXTS = textTable(`
  title        | Tic-Tac-Toe | Drei gewinnt | Morpion | Tres en raya
  lead         | Three in a row win. | Drei in einer Reihe gewinnen. | Trois alignés gagnent. | Ganan tres en línea.
  game         | Game | Spiel | Jeu | Juego
  board        | Board | Brett | Grille | Tablero
  top_left     | top left | oben links | en haut à gauche | arriba a la izquierda
  top          | top | oben | en haut | arriba
  top_right    | top right | oben rechts | en haut à droite | arriba a la derecha
  left         | left | links | à gauche | a la izquierda
  center       | center | Mitte | au centre | en el centro
  right        | right | rechts | à droite | a la derecha
  bottom_left  | bottom left | unten links | en bas à gauche | abajo a la izquierda
  bottom       | bottom | unten | en bas | abajo
  bottom_right | bottom right | unten rechts | en bas à droite | abajo a la derecha
  empty        | empty | leer | vide | vacía
  wins         | % wins! | % gewinnt! | % gagne ! | ¡Gana %!
  draw         | It is a draw. | Unentschieden. | Match nul. | Empate.
  turn         | It is %'s turn. | % ist am Zug. | C’est à % de jouer. | Le toca a %.
  against      | You play X against | Sie spielen X gegen | Vous jouez X contre | Usted juega X contra
  easy         | Easy computer | Leichter Computer | Ordinateur facile | Ordenador fácil
  medium       | Medium computer | Mittlerer Computer | Ordinateur moyen | Ordenador medio
  hard         | Hard computer | Schwerer Computer | Ordinateur difficile | Ordenador difícil
  friend       | A friend | Freund oder Freundin | Une autre personne | Otra persona
  first        | First move | Erster Zug | Premier coup | Primer turno
  new_game     | New game | Neues Spiel | Nouvelle partie | Nueva partida
  undo         | Undo | Rückgängig | Annuler | Deshacer
  draws        | Draws | Remis | Matchs nuls | Empates
  reset_score  | Reset the score | Punkte zurücksetzen | Remettre le score à zéro | Poner a cero el marcador
  hint         | 1 to 9 mark a cell, N starts a new game. | 1 bis 9 setzen ein Zeichen, N beginnt ein neues Spiel. | 1 à 9 marquent une case, N lance une nouvelle partie. | 1 a 9 marcan una casilla, N empieza otra partida.
`);
