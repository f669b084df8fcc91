import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

export const shell: Catalogue["shell"] = {
  skip: "Ir al contenido",
  pages: "Páginas",
  build: "Construir",
  missions: "Misiones",
  projects: "Proyectos",
  approvals: "Aprobaciones",
  operations: "Operación",
  conversations: "Conversaciones",
  settings: "Ajustes",
  waitingForYou: "le esperan",
  verifyEvidence: "Verificar pruebas",
  documentation: "Documentación de la API",
  logOut: "Cerrar sesión",
  logIn: "Iniciar sesión",
  user: "Nombre de usuario",
  password: "Contraseña",
  promise:
    "Diga qué quiere, confirme el plan y reciba una aplicación en línea, una pull request y pruebas que cualquiera puede verificar.",
  whereIsThePassword: (api) =>
    phrase`En una sola máquina, Gantry muestra la contraseña al iniciarse. La ${api("API")} también la acepta.`,
  offline: "No tiene conexión. Lo que ve se conserva; la página se pone al día por sí sola.",
  failed: "Esta página ha fallado",
  failedLead:
    "Las misiones no se ven afectadas: se ejecutan en el servidor. Recargue la página; si vuelve a fallar, avísenos.",
  reload: "Recargar",
  copyReport: "Copiar el informe",
  report: "Informe",
  missing: "No hay nada en esta dirección",
  missingLead: (build, missions) =>
    phrase`Puede que el enlace sea antiguo. ${build("Construya algo")} o vea las ${missions("misiones")}.`,
};
