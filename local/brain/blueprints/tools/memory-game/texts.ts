import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the game of pairs says. */
export const TEXTS = textTable(`
  title        | Memory | Memory | Memory | Memoria
  lead         | Find all pairs. | Finden Sie alle Paare. | Trouvez toutes les paires. | Encuentre todas las parejas.
  begin        | Turn up two cards. Find all pairs. | Decken Sie zwei Karten auf. Finden Sie alle Paare. | Retournez deux cartes. Trouvez toutes les paires. | Descubra dos cartas. Encuentre todas las parejas.
  done         | All pairs found. Moves: % | Alle Paare gefunden. Züge: % | Toutes les paires sont trouvées. Coups : % | Todas las parejas encontradas. Jugadas: %
  game         | Game | Spiel | Jeu | Juego
  cards        | Cards | Karten | Cartes | Cartas
  card         | Card | Karte | Carte | Carta
  face_down    | face down | verdeckt | cachée | boca abajo
  pair         | %: a pair. | %: ein Paar. | % : une paire. | %: una pareja.
  no_pair      | %: no pair. | %: kein Paar. | % : pas de paire. | %: no es pareja.
  found        | % of % | % von % | % sur % | % de %
  moves        | Moves | Züge | Coups | Jugadas
  pairs        | Pairs | Paare | Paires | Parejas
  time         | Time | Zeit | Temps | Tiempo
  fewest       | Fewest moves | Wenigste Züge | Coups au minimum | Menos jugadas
  none         | none | keine | aucun | ninguna
  level        | Level | Stufe | Niveau | Nivel
  easy         | Easy, 6 pairs | Leicht, 6 Paare | Facile, 6 paires | Fácil, 6 parejas
  medium       | Medium, 8 pairs | Mittel, 8 Paare | Moyen, 8 paires | Medio, 8 parejas
  hard         | Hard, 18 pairs | Schwer, 18 Paare | Difficile, 18 paires | Difícil, 18 parejas
  player       | Player % | Spieler % | Joueur % | Jugador %
  next         | Player % is next. | Spieler % ist am Zug. | Au tour du joueur %. | Le toca al jugador %.
  wins         | Player % wins! | Spieler % gewinnt! | Le joueur % gagne ! | ¡Gana el jugador %!
  draw         | It is a draw. | Unentschieden. | Match nul. | Empate.
  new_game     | New game | Neues Spiel | Nouvelle partie | Nueva partida
  hint         | Arrow keys go from card to card, Enter turns one up, N starts a new game. | Pfeiltasten führen von Karte zu Karte, Enter deckt auf, N beginnt ein neues Spiel. | Les flèches vont de carte en carte, Entrée en retourne une, N lance une nouvelle partie. | Las flechas van de carta en carta, Intro descubre una, N empieza otra partida.
  star         | star | Stern | étoile | estrella
  heart        | heart | Herz | cœur | corazón
  moon         | moon | Mond | lune | luna
  sun          | sun | Sonne | soleil | sol
  house        | house | Haus | maison | casa
  tree         | tree | Baum | arbre | árbol
  drop         | drop | Tropfen | goutte | gota
  cloud        | cloud | Wolke | nuage | nube
  bolt         | bolt | Blitz | éclair | rayo
  key          | key | Schlüssel | clé | llave
  bell         | bell | Glocke | cloche | campana
  flag         | flag | Fahne | drapeau | bandera
  cup          | cup | Tasse | tasse | taza
  ring         | ring | Ring | bague | anillo
  fish         | fish | Fisch | poisson | pez
  leaf         | leaf | Blatt | feuille | hoja
  anchor       | anchor | Anker | ancre | ancla
  gem          | gem | Edelstein | gemme | gema
`);
