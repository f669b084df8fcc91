import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the picker wheel says. */
export const TEXTS = textTable(`
  title    | Picker Wheel | Glücksrad | Roue de la fortune | Ruleta
  lead     | Every entry is equally likely. | Jeder Eintrag ist gleich wahrscheinlich. | Chaque entrée a la même chance. | Todas las entradas tienen la misma probabilidad.
  wheel    | Wheel | Rad | Roue | Ruleta
  slices   | Wheel with % entries | Rad mit % Einträgen | Roue avec % entrées | Ruleta con % entradas
  ready    | Spin the wheel to pick one. | Drehen Sie das Rad, um zu losen. | Tournez la roue pour tirer une entrée. | Gire la ruleta para elegir una.
  spin     | Spin | Drehen | Tourner | Girar
  spinning | Spinning … | Es dreht sich … | La roue tourne … | Girando …
  picked   | Picked: % | Gezogen: % | Tiré : % | Elegido: %
  remove   | Remove it from the wheel | Vom Rad nehmen | Retirer de la roue | Quitar de la ruleta
  return   | Put % back | % zurücklegen | Remettre % | Volver a poner %
  returned | % is back on the wheel. | % ist wieder auf dem Rad. | % est de nouveau sur la roue. | % vuelve a estar en la ruleta.
  removed  | Removed %. | % ist nicht mehr auf dem Rad. | % n’est plus sur la roue. | % ya no está en la ruleta.
  results  | Results | Ergebnisse | Résultats | Resultados
  entries  | Entries | Einträge | Entrées | Entradas
  lines    | Entries, one on each line | Einträge, einer je Zeile | Entrées, une par ligne | Entradas, una por línea
  count    | % of at most # entries | % von höchstens # Einträgen | % sur # entrées au plus | % de # entradas como máximo
  few      | Enter at least two, one on each line. | Geben Sie mindestens zwei ein, einen je Zeile. | Saisissez-en au moins deux, une par ligne. | Escriba al menos dos, una por línea.
  shuffle  | Shuffle the entries | Einträge mischen | Mélanger les entrées | Mezclar las entradas
  hint     | Space spins the wheel. | Die Leertaste dreht das Rad. | Espace tourne la roue. | La barra espaciadora gira la ruleta.
`);
