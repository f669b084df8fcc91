import { textTable } from "#local/brain/blueprints/texts.ts";

/** What the timer says. */
export const TEXTS = textTable(`
  title        | Timer | Timer | Minuteur | Temporizador
  lead         | It keeps the time in a background tab, too. | Er hält die Zeit auch in einem Tab im Hintergrund. | Il garde l’heure même dans un onglet en arrière-plan. | Lleva el tiempo también en una pestaña en segundo plano.
  mode         | Mode | Modus | Mode | Modo
  countdown    | Countdown | Countdown | Compte à rebours | Cuenta atrás
  pomodoro     | Pomodoro | Pomodoro | Pomodoro | Pomodoro
  stopwatch    | Stopwatch | Stoppuhr | Chronomètre | Cronómetro
  length       | Length | Dauer | Durée | Duración
  hours        | Hours | Stunden | Heures | Horas
  minutes      | Minutes | Minuten | Minutes | Minutos
  seconds      | Seconds | Sekunden | Secondes | Segundos
  start        | Start | Start | Démarrer | Iniciar
  pause        | Pause | Pause | Pause | Pausar
  go_on        | Go on | Weiter | Continuer | Continuar
  again        | Start again | Noch einmal | Recommencer | Empezar de nuevo
  stop         | Stop | Stopp | Arrêter | Detener
  reset        | Reset | Zurücksetzen | Réinitialiser | Restablecer
  more         | +1 min | +1 Min. | +1 min | +1 min
  presets      | Presets | Voreinstellungen | Durées prédéfinies | Tiempos predefinidos
  sound        | Sound | Ton | Son | Sonido
  skip         | Skip | Überspringen | Passer | Saltar
  lap          | Lap | Runde | Tour | Vuelta
  laps         | Laps | Runden | Tours | Vueltas
  time         | Time | Zeit | Temps | Tiempo
  total        | Total | Gesamt | Total | Total
  ready        | Ready | Bereit | Prêt | Listo
  running      | Running | Läuft | En cours | En marcha
  paused       | Paused | Angehalten | En pause | En pausa
  stopped      | Stopped | Gestoppt | Arrêté | Detenido
  over         | Time is up. | Die Zeit ist um. | Le temps est écoulé. | Se acabó el tiempo.
  started_at   | Started: % | Gestartet: % | Démarré : % | Iniciado: %
  stopped_at   | Stopped: % | Angehalten: % | Arrêté : % | Detenido: %
  bad_length   | The length must be between 1 second and 99 hours 59 minutes 59 seconds. | Die Dauer muss zwischen 1 Sekunde und 99 Stunden 59 Minuten 59 Sekunden liegen. | La durée doit être comprise entre 1 seconde et 99 heures 59 minutes 59 secondes. | La duración debe estar entre 1 segundo y 99 horas 59 minutos 59 segundos.
  focus_phase  | Focus | Fokus | Concentration | Concentración
  short_phase  | Short break | Kurze Pause | Pause courte | Descanso corto
  long_phase   | Long break | Lange Pause | Pause longue | Descanso largo
  round        | %, round % of % | %, Runde % von % | %, tour % sur % | %, ronda % de %
  next_phase   | % is over. Next: %. | % ist vorbei. Als Nächstes: %. | % : terminé. Ensuite : %. | % ha terminado. Sigue: %.
  hint         | Space starts and pauses, R resets. | Die Leertaste startet und hält an, R setzt zurück. | Espace démarre et met en pause, R réinitialise. | Espacio inicia y pausa, R restablece.
`);
