import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("es");

export const evidence: Catalogue["evidence"] = {
  title: "Verificar pruebas",
  lead: "El mismo verificador que en la línea de órdenes, en este navegador. El archivo no se envía a ninguna parte.",
  pack: "Paquete",
  file: "Pruebas (ZIP)",
  chooseFile: "Elija las pruebas: un archivo ZIP.",
  ofMission: "Misión a la que deben pertenecer",
  key: "Clave de confianza (PEM)",
  keyHint: "Sin ella, la clave que este navegador vio primero de esta instalación",
  verify: "Verificar",
  anotherKey:
    "La instalación muestra otra clave que aquella en la que este navegador confiaba hasta ahora. El veredicto vale para la clave de confianza.",
  sentences: {
    VALID: "Las pruebas son lo que se selló, y su registro cumple las reglas.",
    INVALID: "Las pruebas no son lo que se selló, o su registro incumple una regla.",
    INCONCLUSIVE: "No se encontró nada incorrecto, pero tampoco está demostrado.",
  },
  log: (size, root, sealedAt) =>
    phrase`${counted(size, "señal", "señales")}, raíz ${root}, sellado ${sealedAt}`,
  theRoot: "la raíz del registro",
  withheld: (count) => `Señales sin sus datos: ${count}`,
  ignored: (name) => `Fuera del sello, ignorado: ${name}`,
};
