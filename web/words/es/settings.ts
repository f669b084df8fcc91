import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("es");

export const settings: Catalogue["settings"] = {
  settings: "Ajustes",
  lead: "La apariencia, el idioma y las notificaciones se guardan en este dispositivo.",
  design: "Sistema de diseño",
  appearance: "Apariencia",
  themes: { light: "Clara", dark: "Oscura", system: "Como el sistema" },
  language: "Idioma",
  notifications: "Notificaciones",
  notify: "Avisarme cuando una misión termine o me espere",
  notifyLead: "Este navegador le avisa mientras haya una página de Gantry abierta, también en segundo plano.",
  notifyStarted: "Se le avisará cuando una misión termine o le espere.",
  notifyBlocked:
    "Este navegador bloquea las notificaciones de esta página. Permítalas en sus ajustes para este sitio.",
  notifyUnsupported: "Este navegador no puede mostrar notificaciones de una página.",
  devices: "Dispositivos y claves",
  devicesLead: "Con una clave, un teléfono, Siri o un programa actúa por usted, sin su contraseña.",
  noKeys: "Todavía no hay claves. Cree una abajo para el primer dispositivo.",
  keyStatus: { active: "Activa", expired: "Caducada", revoked: "Revocada" },
  kinds: { device: "Dispositivo", service: "Servicio", siri: "Siri" },
  createdBy: (principal) => `creada por ${principal}`,
  ends: (time) => phrase`caduca ${time}`,
  ended: (time) => phrase`caducó ${time}`,
  revoke: "Revocar",
  askRevoke: (name) => `¿Revocar la clave «${name}»? Lo que la usa pierde el acceso al instante.`,
  newKey: "Clave nueva para un dispositivo",
  deviceName: "Nombre del dispositivo",
  deviceHint: "Mi teléfono",
  lifetime: "Válida durante",
  days: (count) => counted(count, "día", "días"),
  createKey: "Crear la clave",
  keyFor: (name) => `Clave para ${name}`,
  shownOnce: (guide) =>
    phrase`Cópiela ahora: no se vuelve a mostrar. ${guide("Cómo la usan las peticiones")}.`,
  keyStored: "Ya la he copiado",
  theKey: "la clave",
  olderKeys: "Mostrar claves anteriores",
  session: "Esta sesión",
  principal: "Sesión de",
  tenant: "Organización",
  role: "Rol",
  roles: { owner: "Propietario", admin: "Administrador", member: "Miembro", viewer: "Lector" },
  authority: "Puede decidir como",
  since: "Desde",
  until: "Hasta",
};
