import type { Catalogue } from "../en/catalogue.ts";

export const share: Catalogue["share"] = {
  share: "Compartir",
  title: "Compartir esta misión",
  lead: "Quien tenga el enlace puede leer, sin iniciar sesión, el plan, las fases, el resultado, las comprobaciones con sus imágenes y las direcciones de la aplicación y de la pull request. Los buscadores no pueden incluirla.",
  create: "Crear un enlace",
  link: "Enlace",
  theLink: "el enlace",
  shownOnce: "Guárdelo: solo se muestra ahora. Nada aquí puede volver a mostrarlo.",
  shownBefore: "El enlace se mostró al crearlo. Si se ha perdido, revóquelo y cree otro.",
  sharedBy: (who, when) => `Compartida por ${who}, ${when}.`,
  revokedAt: (when) => `El último enlace se revocó, ${when}.`,
  withEvidence: "Con el paquete de pruebas",
  evidenceWarning:
    "El paquete contiene también la solicitud, los nombres de las personas y el código fuente. Sin él, el enlace no muestra nada de eso.",
  revoke: "Revocar el enlace",
  nothing: "Aquí no hay nada compartido",
  nothingLead: "Este enlace es erróneo o se revocó. Pida otro a quien se lo dio.",
  foot: "Una misión de Gantry, compartida para leer. Lo que se muestra aquí se registró mientras se realizaba.",
  changes: "Qué cambia",
  features: "Qué tiene",
  promises: "Qué se comprueba",
  evidenceLead:
    "Todo lo anterior está en un paquete sellado que este comando verifica sin conexión. Compare la clave con una que haya obtenido por otro medio.",
  evidenceKey: "La clave pública",
};
