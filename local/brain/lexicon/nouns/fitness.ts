import { nouns } from "./read.ts";

export const FITNESS = nouns(
  "fitness",
  `
habit | habit~s, routine~s | Gewohnheit~en, Routine~n | habitude~s, routine~s | hábito~s, rutina~s | name! frequency goal start_date notes | check_in
workout | workout~s, training session~s, training~s, gym session~s, gym log~s, gym diary/gym diaries, workout log~s, training log~s | Training~s, Workout~s, Trainingseinheit~en, Trainingstagebuch/Trainingstagebücher | entraînement~s, séance de sport/séances de sport, séance d'entraînement/séances d'entraînement, carnet d'entraînement/carnets d'entraînement | entrenamiento~s, sesión de entrenamiento/sesiones de entrenamiento, diario de entrenamiento/diarios de entrenamiento | name! date sport duration distance calories notes | list(date) calendar(date) chart(date,duration,line) totals(duration,distance)
exercise | exercise~s | Übung~en, Trainingsübung~en | exercice~s | ejercicio~s | name! muscle_group equipment-> sets reps weight instructions photo | filter(muscle_group)
exercise_set | exercise set~s | Trainingssatz/Trainingssätze | série d'exercices/séries d'exercices | serie de ejercicios/series de ejercicios | name! workout=> reps weight notes |
run | run~s, jog~s, running, jogging | Lauf/Läufe, Laufrunde~n, Joggingrunde~n | course à pied/courses à pied, sortie course/sorties course, footing~s | carrera~s, salida a correr/salidas a correr | name! date distance duration pulse notes | list(date) calendar(date) chart(date,distance,line) totals(distance,duration)
bike_ride | bike ride~s, cycling tour~s, bicycle ride~s, cycling | Radtour~en, Fahrradtour~en, Radausfahrt~en | sortie à vélo/sorties à vélo, sortie vélo/sorties vélo | salida en bici/salidas en bici, ruta en bici/rutas en bici | name! date distance duration elevation_gain notes | list(date) calendar(date) chart(date,distance,line) totals(distance,duration)
hike | hike~s, trek~s, hiking trip~s | Wanderung~en, Bergtour~en | randonnée~s | caminata~s, ruta de senderismo/rutas de senderismo, excursión/excursiones | name! date location distance duration elevation_gain difficulty rating photo | list(date) calendar(date) gallery(photo) totals(distance)
climb | climb~s, climbing route~s, boulder~s | Kletterroute~n, Boulderroute~n | voie d'escalade/voies d'escalade, escalade~s | vía de escalada/vías de escalada, escalada~s | name! date location climbing_grade attempts done rating notes | list(date) calendar(date)
race | race~s, marathon~s, competition~s | Wettkampf/Wettkämpfe, Rennen, Marathon~s | compétition~s, marathon~s | competición/competiciones, maratón/maratones | name! date location distance finish_time position notes | calendar(date) reminder(date,14)
goal | goal~s, target~s, resolution~s | Ziel~e, Vorsatz/Vorsätze | objectif~s, but~s, bonne résolution/bonnes résolutions | objetivo~s, meta~s, propósito~s | name! category target_value current_value due_date status(goal_status) notes | board(status) due(due_date,status)
challenge | challenge~s | Herausforderung~en, Challenge~s | défi~s | reto~s, desafío~s | name! description start_date end_date points done | check_in
training_plan | training plan~s, workout plan~s, exercise plan~s | Trainingsplan/Trainingspläne | plan d'entraînement/plans d'entraînement, programme d'entraînement/programmes d'entraînement | plan de entrenamiento/planes de entrenamiento, rutina de ejercicios/rutinas de ejercicios | name! weekday goal exercises duration active notes | filter(weekday)
personal_record | personal record~s, personal best~s | Bestleistung~en, persönliche Bestleistung/persönliche Bestleistungen | record personnel/records personnels | marca personal/marcas personales, récord personal/récords personales | name! measured_value unit:text date notes | chart(date,measured_value,line)
yoga_pose | yoga pose~s | Yogaübung~en, Yogapose~n | posture de yoga/postures de yoga | postura de yoga/posturas de yoga | name! difficulty muscle_group instructions photo favourite | gallery(photo)
`,
);
