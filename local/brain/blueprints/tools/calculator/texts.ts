import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the calculator says. */
export const TEXTS = textTable(`
  title        | Calculator | Taschenrechner | Calculatrice | Calculadora
  lead         | Exact decimals, by keys or by keyboard. | Genaue Dezimalzahlen, mit Tasten oder Tastatur. | Des décimales exactes, par les touches ou au clavier. | Decimales exactos, con las teclas o el teclado.
  clear        | Clear | Löschen | Effacer | Borrar
  open         | Open bracket | Klammer auf | Ouvrir la parenthèse | Abrir paréntesis
  close        | Close bracket | Klammer zu | Fermer la parenthèse | Cerrar paréntesis
  erase        | Delete the last character | Letztes Zeichen löschen | Effacer le dernier caractère | Borrar el último carácter
  divided      | Divided by | Geteilt durch | Divisé par | Dividido entre
  times        | Times | Mal | Fois | Por
  minus        | Minus | Minus | Moins | Menos
  plus         | Plus | Plus | Plus | Más
  point        | Decimal point | Dezimalkomma | Virgule décimale | Coma decimal
  percent      | Percent | Prozent | Pour cent | Por ciento
  equals       | Equals | Ist gleich | Égale | Igual
  keys         | Keys | Tasten | Touches | Teclas
  functions    | Functions | Funktionen | Fonctions | Funciones
  degrees      | Angles are in degrees. | Winkel sind in Grad. | Les angles sont en degrés. | Los ángulos están en grados.
  root         | Square root | Quadratwurzel | Racine carrée | Raíz cuadrada
  square       | x², square | x², Quadrat | x², carré | x², cuadrado
  power        | xʸ, to the power of | xʸ, hoch | xʸ, puissance | xʸ, elevado a
  pi           | Pi | Pi | Pi | Pi
  factorial    | n!, factorial | n!, Fakultät | n!, factorielle | n!, factorial
  sine         | sin, sine | sin, Sinus | sin, sinus | sin, seno
  cosine       | cos, cosine | cos, Kosinus | cos, cosinus | cos, coseno
  tangent      | tan, tangent | tan, Tangens | tan, tangente | tan, tangente
  log          | log, logarithm to base 10 | log, Logarithmus zur Basis 10 | log, logarithme en base 10 | log, logaritmo en base 10
  ln           | ln, natural logarithm | ln, natürlicher Logarithmus | ln, logarithme népérien | ln, logaritmo natural
  history      | History | Verlauf | Historique | Historial
  no_history   | Results appear here. Choose one to use it again. | Hier erscheinen Ergebnisse. Wählen Sie eines, um damit weiterzurechnen. | Les résultats apparaissent ici. Choisissez-en un pour le reprendre. | Los resultados aparecen aquí. Elija uno para volver a usarlo.
  clear_history | Clear history | Verlauf löschen | Effacer l’historique | Borrar el historial
  empty_history | The history is empty. | Der Verlauf ist leer. | L’historique est vide. | El historial está vacío.
  memory       | Memory | Speicher | Mémoire | Memoria
  memory_clear | clear memory | Speicher löschen | effacer la mémoire | borrar la memoria
  memory_recall | recall memory | Speicher abrufen | rappeler la mémoire | recuperar la memoria
  memory_minus | subtract from memory | vom Speicher abziehen | soustraire de la mémoire | restar de la memoria
  memory_plus  | add to memory | zum Speicher addieren | ajouter à la mémoire | sumar a la memoria
  copy         | Copy result | Ergebnis kopieren | Copier le résultat | Copiar el resultado
  copied       | Copied %. | % kopiert. | % copié. | Se copió %.
  not_copied   | The browser did not allow the page to copy %. | Der Browser hat der Seite nicht erlaubt, % zu kopieren. | Le navigateur n’a pas permis à la page de copier %. | El navegador no permitió a la página copiar %.
  hint         | Enter shows the result, Esc clears. | Enter zeigt das Ergebnis, Esc löscht. | Entrée donne le résultat, Échap efface. | Intro muestra el resultado, Esc borra.
  f_zero       | Cannot divide by zero | Durch null kann man nicht teilen | Division par zéro impossible | No se puede dividir entre cero
  f_large      | The number is too large | Die Zahl ist zu groß | Le nombre est trop grand | El número es demasiado grande
  f_long       | The calculation is too long | Die Rechnung ist zu lang | Le calcul est trop long | El cálculo es demasiado largo
  f_unfinished | The calculation is not finished | Die Rechnung ist unvollständig | Le calcul n’est pas terminé | El cálculo no está terminado
  f_unexpected | Unexpected “%” | „%“ passt hier nicht | « % » est inattendu | «%» no se esperaba
  f_real       | There is no real result | Es gibt kein reelles Ergebnis | Il n’y a pas de résultat réel | No hay resultado real
  f_root       | A negative number has no real root | Eine negative Zahl hat keine reelle Wurzel | Un nombre négatif n’a pas de racine réelle | Un número negativo no tiene raíz real
  f_factorial  | Only whole numbers from 0 have a factorial | Nur ganze Zahlen ab 0 haben eine Fakultät | Seuls les entiers à partir de 0 ont une factorielle | Solo los enteros desde 0 tienen factorial
  f_tangent    | There is no tangent of this angle | Dieser Winkel hat keinen Tangens | Cet angle n’a pas de tangente | Este ángulo no tiene tangente
  f_logarithm  | Only numbers above 0 have a logarithm | Nur Zahlen über 0 haben einen Logarithmus | Seuls les nombres supérieurs à 0 ont un logarithme | Solo los números mayores que 0 tienen logaritmo
`);
