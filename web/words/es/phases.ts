import type { Catalogue } from "../en/catalogue.ts";

export const phases: Catalogue["phases"] = {
  AWAITING_INPUT: {
    name: "Le espera",
    sentence: "Espera su respuesta todo el tiempo que usted necesite.",
  },
  QUEUED: {
    name: "En cola",
    sentence: "Empieza en cuanto haya un constructor libre.",
  },
  ARCHITECTING: {
    name: "Redactando",
    sentence: "Se escribe el código: lo hace el generador, o un modelo, que tarda más.",
  },
  CHECKING: {
    name: "Comprobando la política",
    sentence: "La política se aplica a cada archivo antes de que se ejecute nada.",
  },
  BUILDING: {
    name: "Construcción y pruebas",
    sentence:
      "La aplicación se construye y sus tests se ejecutan en un constructor aislado. Después viene una revisión.",
  },
  HEALING: {
    name: "Reparando",
    sentence: "Se encontró un fallo y se está reparando. Después la construcción empieza de nuevo.",
  },
  REVIEWING: {
    name: "Revisando",
    sentence: "El crítico lee el borrador. Después viene el despliegue.",
  },
  AWAITING_APPROVAL: {
    name: "Espera aprobación",
    sentence: "Una persona debe decidir antes de continuar. La espera no cuesta nada.",
  },
  DEPLOYING: {
    name: "Desplegando",
    sentence: "La aplicación se despliega. Espera a que el proveedor la sirva.",
  },
  VERIFYING: {
    name: "Probando en un navegador",
    sentence: "Un navegador real hace lo que el plan promete. Si todo funciona, se pone en línea.",
  },
  PUBLISHING: {
    name: "Abriendo una pull request",
    sentence: "El código llega a su repositorio como pull request.",
  },
  SEALING: {
    name: "Sellando las pruebas",
    sentence: "Se sella lo ocurrido. Es el último paso.",
  },
  SEAL_FAILED: {
    name: "Pruebas sin sellar",
    sentence: "Ha terminado, pero sus pruebas no se pudieron escribir.",
  },
  DEPLOYED: { name: "En línea", sentence: "La aplicación está en línea y sus pruebas están selladas." },
  SUCCEEDED: {
    name: "Construida",
    sentence: "La aplicación está construida y sus pruebas están selladas.",
  },
  FAILED: { name: "Fallida", sentence: "No se pudo construir." },
  BLOCKED: { name: "Bloqueada por la política", sentence: "La política no permite esta aplicación." },
  TIMED_OUT: { name: "Tiempo agotado", sentence: "Tardó más de lo que permite su límite." },
  REJECTED: {
    name: "Rechazada",
    sentence: "Una persona la rechazó y no se desplegó nada.",
  },
  CANCELLED: { name: "Cancelada", sentence: "Se canceló." },
};
