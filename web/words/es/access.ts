import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("es");

export const access: Catalogue["access"] = {
  sessions: "Sesiones",
  sessionsLead: "Dónde ha iniciado sesión. Una sesión termina doce horas después de su inicio.",
  begun: (time) => phrase`iniciada ${time}`,
  used: (time) => phrase`usada ${time}`,
  from: (address) => `desde ${address}`,
  unknownClient: "Programa desconocido",
  thisOne: "Esta sesión",
  end: "Terminar",
  askEnd: (name) => `¿Terminar la sesión «${name}»? Su próxima solicitud será rechazada.`,
  endOthers: "Terminar todas las demás sesiones",
  askEndOthers:
    "¿Terminar todas las demás sesiones? Quien las use tendrá que volver a entrar. Las claves de los dispositivos siguen siendo válidas.",
  password: "Contraseña",
  passwordLead:
    "Cambiarla termina todas sus demás sesiones. Las claves de los dispositivos siguen siendo válidas.",
  currentPassword: "Contraseña actual",
  newPassword: "Contraseña nueva, 12 caracteres o más",
  repeatPassword: "Repetir la contraseña nueva",
  differ: "Las dos contraseñas nuevas son distintas.",
  changePassword: "Cambiar la contraseña",
  passwordChanged: (ended) =>
    `La contraseña ha cambiado; terminadas: ${counted(ended, "otra sesión", "otras sesiones")}.`,
};
