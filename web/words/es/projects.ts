import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const projects: Catalogue["projects"] = {
  project: "Proyecto",
  projects: "Proyectos",
  lead: "Sus aplicaciones, cada una con sus versiones.",
  none: "Todavía no hay proyectos",
  noneLead: (build) =>
    phrase`Una aplicación aparece aquí cuando su primera misión la ha puesto en línea. ${build("Construya una")}.`,
  older: "Mostrar proyectos anteriores",
  openApp: "Abrir la aplicación",
  changeApp: "Cambiar esta aplicación",
  delete: "Eliminar",
  askDelete: "¿Eliminar este proyecto? Su aplicación se retira de la red. Las pruebas se conservan.",
  releases: "Versiones",
  release: (release) => `Versión ${release}`,
  live: "En línea",
  didNotComeUp: "No apareció",
  asInRelease: (title, release) => `${title}, como en la versión ${release}`,
  promoted: (time, tree) => phrase`${time} · código fuente ${tree}`,
  theTree: "el identificador del código fuente",
  mission: "Misión",
  pullRequest: "Pull request",
  makeLive: "Ponerla de nuevo en línea",
  askMakeLive: (release, title) => `¿Poner de nuevo en línea la versión ${release} de ${title}?`,
  rollbackBegun: (approvals) =>
    phrase`El regreso a una versión anterior ha comenzado. Si una política lo exige, antes lo aprueba una persona: véase ${approvals("Aprobaciones")}.`,
  conversations: "Conversaciones sobre cambios",
  deleted: "Eliminado",
  notLive: "Fuera de línea",
  isLive: (current, releases) => `La versión ${current} de ${releases} está en línea`,
  isAt: (current, releases, work) => `Versión ${current} de ${releases}, ${work}`,
  work: {
    change: "en modificación",
    rollback: "vuelve a una versión anterior",
    deletion: "en eliminación",
  },
};
