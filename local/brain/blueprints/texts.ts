import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import type { Blueprint, Texts } from "#local/brain/blueprint.ts";

/**
 * Reads texts from a table with one line each: `name | English | German | French | Spanish`. Throws RangeError
 * for a line without all four.
 */
export function textTable(table: string): Texts {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...texts] = line.split(" | ").map((cell) => cell.trim());
      if (texts.length !== LOCALES.length || texts.includes(""))
        throw new RangeError(`'${name}' does not have ${LOCALES.length} texts`);
      return [`say_${name}`, Object.fromEntries(LOCALES.map((locale, at) => [locale, texts[at]]))];
    }),
  ) as Texts;
}

/** What the files of `shared/` say. */
const SHARED = textTable(`
  skip        | Skip to the content           | Zum Inhalt springen                    | Aller au contenu                   | Ir al contenido
  no_script   | This app needs JavaScript.    | Diese App braucht JavaScript.          | Cette appli a besoin de JavaScript. | Esta aplicación necesita JavaScript.
  design_alt  | The design this app was made from | Der Entwurf, nach dem diese App gemacht wurde | La maquette d’après laquelle cette appli a été faite | El diseño a partir del cual se hizo esta aplicación
  use_dark    | Use dark mode                 | Dunklen Modus verwenden                | Utiliser le mode sombre            | Usar el modo oscuro
  use_light   | Use light mode                | Hellen Modus verwenden                 | Utiliser le mode clair             | Usar el modo claro
  directions  | Directions                    | Richtungen                             | Directions                         | Direcciones
  move_up     | Move up                       | Nach oben                              | Vers le haut                       | Hacia arriba
  move_down   | Move down                     | Nach unten                             | Vers le bas                        | Hacia abajo
  move_left   | Move left                     | Nach links                             | Vers la gauche                     | Hacia la izquierda
  move_right  | Move right                    | Nach rechts                            | Vers la droite                     | Hacia la derecha
  unreadable  | Some stored data could not be read. It was put aside; nothing of it was deleted. | Einige gespeicherte Daten waren nicht lesbar. Sie wurden beiseitegelegt; nichts davon wurde gelöscht. | Des données enregistrées sont illisibles. Elles ont été mises de côté ; rien n’a été supprimé. | Algunos datos guardados no se pudieron leer. Se apartaron; no se borró nada.
  download_it | Download it                   | Herunterladen                          | Télécharger                        | Descargar
  keep_it     | Keep it for later             | Für später behalten                    | Garder pour plus tard              | Guardar para después
  delete_it   | Delete it                     | Löschen                                | Supprimer                          | Borrar
  delete_sure | Delete the data that could not be read? It cannot be brought back. | Die unlesbaren Daten löschen? Sie lassen sich nicht zurückholen. | Supprimer les données illisibles ? C’est définitif. | ¿Borrar los datos ilegibles? No se podrán recuperar.
`);

/** All texts of a blueprint's files in one language, by name. */
export function textsIn({ texts }: Pick<Blueprint, "texts">, locale: string): Record<string, string> {
  const spoken: Locale = LOCALES.find((each) => texts && each === locale) ?? "en";
  return Object.fromEntries(
    Object.entries({ ...SHARED, ...texts }).map(([name, text]) => [name, text[spoken]]),
  );
}
