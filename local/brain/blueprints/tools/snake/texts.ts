import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the snake game says. */
export const TEXTS = textTable(`
  title     | Snake | Snake | Snake | Snake
  lead      | Eat and grow. | Fressen und wachsen. | Mangez et grandissez. | Coma y crezca.
  game      | Game | Spiel | Jeu | Juego
  field     | Snake on a grid | Schlange auf einem Raster | Serpent sur une grille | Serpiente en una cuadrícula
  score     | Score | Punkte | Score | Puntos
  score_now | Score % | % Punkte | Score : % | % puntos
  best      | Best | Rekord | Record | Récord
  ready     | Ready: press an arrow to start. | Bereit: Eine Pfeiltaste startet das Spiel. | Prêt : une flèche lance la partie. | Listo: una flecha empieza la partida.
  running   | Eat, and do not bite yourself. | Fressen Sie, aber beißen Sie sich nicht. | Mangez, sans vous mordre. | Coma, pero no se muerda.
  paused    | Paused | Pause | En pause | En pausa
  over      | Game over with %. | Das Spiel ist aus, mit %. | Partie terminée avec %. | Fin de la partida con %.
  start     | Start | Start | Démarrer | Empezar
  pause     | Pause | Anhalten | Mettre en pause | Pausar
  again     | Play again | Noch einmal | Rejouer | Jugar otra vez
  speed     | Speed | Tempo | Vitesse | Velocidad
  slow      | Slow | Langsam | Lente | Lenta
  medium    | Medium | Mittel | Moyenne | Media
  fast      | Fast | Schnell | Rapide | Rápida
  through   | Open walls | Offene Wände | Murs ouverts | Paredes abiertas
  sound     | Sound | Ton | Son | Sonido
  hint      | Steer with the arrow keys; Space pauses. | Die Pfeiltasten steuern, die Leertaste hält an. | Les flèches dirigent, Espace met en pause. | Las flechas dirigen; la barra espaciadora hace una pausa.
`);
