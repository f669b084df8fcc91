import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("es");

export const work: Catalogue["work"] = {
  views: "Lo que la misión ha hecho y creado",
  log: "Registros",
  machine: "Pasos",
  preview: "Aplicación",
  noPreview: "Aún no hay nada que abrir. La aplicación aparecerá aquí en cuanto esté desplegada.",
  frameFaults: {
    unresolved:
      "Safari no encuentra direcciones que terminan en .localhost. Abra esta página en Chrome, Edge o Firefox para usar la aplicación; estas imágenes la muestran tal como la dejaron sus comprobaciones.",
    elsewhere:
      "La aplicación está en una dirección que esta página no muestra. Ábrala con el botón de arriba.",
  },
  device: "Ancho de la pantalla",
  devices: { phone: "Teléfono", tablet: "Tableta", desktop: "Escritorio" },
  ownTab: "Abrir en una pestaña",
  theApp: (title) => `${title}, la aplicación`,
  frameHint:
    "Lo que introduzca aquí se queda en esta vista previa: los navegadores lo separan de lo que la aplicación guarda en su propia pestaña. Si el marco queda vacío, abra la aplicación en una pestaña.",
  output: "Salida de la construcción",
  files: "Archivos",
  checks: "Comprobaciones",
  attempts: "Intentos",
  attempt: (number) => `Intento ${number}`,
  noDraft: "Aún no hay nada escrito. El borrador aparecerá aquí por sí solo.",
  noAttempt: "No hay ningún intento con este número. Elija otra vista arriba.",
  downloadSource: "Descargar el código fuente",
  filesOf: (count) => counted(count, "archivo", "archivos"),
  changedSinceAttempt: (count, attempt) =>
    `${counted(count, "archivo difiere", "archivos difieren")} del intento ${attempt}`,
  changedSinceRelease: (count, release) =>
    `${counted(count, "archivo difiere", "archivos difieren")} de la versión ${release}`,
  content: "Contenido",
  copyFile: "el archivo",
  binary: "Este archivo no es texto. Está en el código fuente que puede descargar.",
  tooLarge: "Este archivo supera 1 MiB. Está en el código fuente que puede descargar.",
  leftOut: (lines) => counted(lines, "línea sin cambios", "líneas sin cambios"),
  lines: (count) => counted(count, "línea", "líneas"),
  matches: (count) => counted(count, "línea coincide", "líneas coinciden"),
  searchOutput: "Buscar en la salida",
  downloadOutput: "Guardar",
  goToLine: "Ir a la línea",
  goToLineHint: "Una línea, o la primera y la última: 120 o 120-140",
  pause: "Pausar",
  goOn: (missed) => `Continuar, ${counted(missed, "línea nueva", "líneas nuevas")}`,
  noOutput: "Los comandos no mostraron nada.",
  waitsForOutput: "A la espera de la primera salida de la construcción.",
  policy: { allow: "La política permite el borrador", deny: "La política rechaza el borrador" },
  build: (retry) => (retry === 0 ? "Construcción y pruebas" : `Construcción y pruebas, repetición ${retry}`),
  review: { accept: "La revisión acepta la aplicación", reject: "La revisión rechaza la aplicación" },
  pageErrors: "La página comunicó errores",
  notOpened: "La aplicación aún no se ha abierto en un navegador.",
  passed: "Superada:",
  failed: "Fallida:",
  screenshots: "La aplicación tras sus comprobaciones",
  screenshotAt: (width) =>
    `La aplicación con un ancho de ${width} píxeles, tal como la dejaron sus comprobaciones`,
  pixels: (width) => `${width} píxeles de ancho`,
};
