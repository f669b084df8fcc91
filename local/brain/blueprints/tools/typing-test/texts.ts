import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the typing test says, and the sentences to type: the first one comes first. */
export const TEXTS = textTable(`
  title      | Typing Test | Tipptest | Test de dactylographie | Prueba de mecanografía
  lead       | Type the text. The time runs from the first key. | Tippen Sie den Text ab. Die Zeit läuft ab der ersten Taste. | Tapez le texte. Le temps court dès la première touche. | Escriba el texto. El tiempo corre desde la primera tecla.
  speed      | Words a minute | Wörter pro Minute | Mots par minute | Palabras por minuto
  accuracy   | Accuracy | Genauigkeit | Précision | Precisión
  best       | Best speed | Bestes Tempo | Meilleure vitesse | Mejor velocidad
  none       | none | keines | aucune | ninguna
  field      | Type here | Hier tippen | Tapez ici | Escriba aquí
  again      | Start over | Von vorn | Recommencer | Empezar de nuevo
  next       | Next text | Nächster Text | Texte suivant | Texto siguiente
  ready      | Ready. | Bereit. | Prêt. | Listo.
  running    | The time runs. | Die Zeit läuft. | Le temps court. | El tiempo corre.
  done       | Done: % words a minute. | Fertig: % Wörter pro Minute. | Terminé : % mots par minute. | Listo: % palabras por minuto.
  length     | Length | Länge | Longueur | Longitud
  short      | Short | Kurz | Court | Corto
  medium     | Medium | Mittel | Moyen | Medio
  long       | Long | Lang | Long | Largo
  own        | Own text | Eigener Text | Texte personnel | Texto propio
  use_own    | Use this text | Diesen Text verwenden | Utiliser ce texte | Usar este texto
  own_short  | Enter at least one word. | Geben Sie mindestens ein Wort ein. | Saisissez au moins un mot. | Escriba al menos una palabra.
  practise   | Keys to practise: | Tasten zum Üben: | Touches à travailler : | Teclas para practicar:
  no_errors  | No mistakes. | Keine Fehler. | Aucune faute. | Sin errores.
  space      | space | Leertaste | espace | espacio
  text       | Text to type | Text zum Abtippen | Texte à taper | Texto para escribir
  hint       | Escape starts over. | Escape beginnt von vorn. | Échap recommence. | Escape empieza de nuevo.
  sentence_1 | The quick brown fox jumps over the lazy dog. | Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. | Portez ce vieux whisky au juge blond qui fume. | El pingüino comió kiwi y bebió whisky en la vieja plaza.
  sentence_2 | Good bread needs flour, water, salt and a little patience. | Gutes Brot braucht Mehl, Wasser, Salz und ein wenig Geduld. | Un bon pain demande de la farine, de l'eau, du sel et un peu de patience. | Un buen pan necesita harina, agua, sal y un poco de paciencia.
  sentence_3 | After the rain the garden smelled of leaves and warm earth. | Nach dem Regen roch der Garten nach Blättern und warmer Erde. | Après la pluie, le jardin sentait les feuilles et la terre chaude. | Después de la lluvia el jardín olía a hojas y a tierra tibia.
  sentence_4 | The last train left at ten past nine, and nobody was late. | Der letzte Zug fuhr um zehn nach neun, und niemand kam zu spät. | Le dernier train partait à neuf heures dix et personne n'était en retard. | El último tren salió a las nueve y diez y nadie llegó tarde.
  sentence_5 | A short walk before breakfast clears the head for the day. | Ein kurzer Gang vor dem Frühstück macht den Kopf für den Tag frei. | Une courte marche avant le petit déjeuner éclaircit les idées. | Un paseo corto antes del desayuno despeja la cabeza.
  sentence_6 | She wrote the letter by hand and posted it the same evening. | Sie schrieb den Brief von Hand und schickte ihn am selben Abend ab. | Elle écrivit la lettre à la main et la posta le soir même. | Escribió la carta a mano y la envió esa misma tarde.
  sentence_7 | Every map leaves something out, or it would not be a map. | Jede Karte lässt etwas weg, sonst wäre sie keine Karte. | Chaque carte omet quelque chose, sinon ce ne serait pas une carte. | Todo mapa omite algo, si no, no sería un mapa.
  sentence_8 | Waves came in slowly, one by one, and left the sand dark. | Die Wellen kamen langsam, eine nach der anderen, und ließen den Sand dunkel zurück. | Les vagues arrivaient lentement, une à une, et laissaient le sable sombre. | Las olas llegaban despacio, una a una, y dejaban oscura la arena.
`);
