import { fields } from "./read.ts";

/** Details of health, care and fitness. */
export const BODY = fields(`
temperature    | decimal unit=celsius | Temperature | Temperatur | Température | Temperatura
measured_at    | date_time | Measured at, time of measurement | Gemessen am, Messzeitpunkt | Mesuré le | Medido el
measured_value | decimal | Measured value, measurement, result value | Messwert | Valeur mesurée | Valor medido
reference_range | text   | Reference range, normal range | Referenzbereich, Normalbereich | Valeurs de référence | Rango de referencia
systolic       | integer min=0 unit=mmhg | Systolic, upper value | Systolisch, oberer Wert | Systolique | Sistólica
diastolic      | integer min=0 unit=mmhg | Diastolic, lower value | Diastolisch, unterer Wert | Diastolique | Diastólica
pulse          | integer min=0 unit=bpm | Pulse, heart rate | Puls, Herzfrequenz | Pouls, fréquence cardiaque | Pulso, frecuencia cardíaca
glucose        | decimal min=0 unit=mgdl | Glucose, blood glucose, blood sugar | Glukose, Blutzucker | Glucose, glycémie | Glucosa, azúcar en sangre
insulin        | decimal min=0 unit=iu | Insulin, insulin dose | Insulin, Insulindosis | Insuline | Insulina
meal_context   | choice options=meal_context | Before or after a meal, fasting | Vor oder nach dem Essen, nüchtern | Avant ou après le repas, à jeun | Antes o después de comer, en ayunas
waist          | decimal min=0 unit=cm | Waist, waist size | Taillenumfang, Bauchumfang | Tour de taille | Cintura, contorno de cintura
body_fat       | percent | Body fat | Körperfett, Körperfettanteil | Masse grasse | Grasa corporal
dose           | text    | Dose, dosage | Dosis, Dosierung | Dose, posologie, dosage | Dosis, posología
times_of_day   | choices options=times_of_day | Times of day, when to take | Tageszeiten, Einnahmezeiten | Moments de la journée, moments de prise | Momentos del día, momentos de toma
allergies      | tags    | Allergies | Allergien | Allergies | Alergias
insurance_provider | text | Insurer, insurance company, health insurance | Versicherer, Versicherungsgesellschaft, Krankenkasse | Assureur, mutuelle, compagnie d'assurance | Aseguradora, compañía de seguros
last_visit     | date    | Last visit, last seen | Letzter Besuch | Dernière visite | Última visita
specialty      | text    | Specialty, field of expertise | Fachgebiet, Fachrichtung | Spécialité | Especialidad
practitioner   | text    | Practitioner, treated by | Behandelt von, behandelnde Person | Praticien, praticienne | Profesional, atendido por
severity       | rating max=10 | Severity, intensity, pain level | Intensität, Schmerzstärke, Schweregrad | Intensité, gravité, niveau de douleur | Intensidad, gravedad, nivel de dolor
trigger        | tags    | Triggers, trigger | Auslöser | Déclencheurs, déclencheur | Desencadenantes, desencadenante
symptoms       | tags    | Symptoms | Symptome, Beschwerden | Symptômes | Síntomas
reaction       | text    | Reaction | Reaktion | Réaction | Reacción
treatment      | long_text | Treatment | Behandlung | Traitement | Tratamiento
since          | date    | Known since | Bekannt seit | Connue depuis | Conocida desde
result         | text    | Result, outcome | Ergebnis | Résultat, issue | Resultado
next_dose      | date    | Next dose, booster due | Nächste Impfung, Auffrischung | Prochain rappel, prochaine dose | Próxima dosis, refuerzo
batch_number   | text    | Batch number, lot number | Chargennummer, Charge | Numéro de lot | Número de lote
bedtime        | time    | Bedtime, went to bed, fell asleep | Schlafenszeit, eingeschlafen um | Heure du coucher, coucher | Hora de acostarse
wake_time      | time    | Wake-up time, woke up, got up | Aufwachzeit, aufgewacht um, aufgestanden um | Heure du réveil, lever | Hora de despertar
sleep_quality  | rating max=5 | Sleep quality | Schlafqualität | Qualité du sommeil | Calidad del sueño
energy         | rating max=5 | Energy, energy level | Energie, Energielevel | Énergie, niveau d'énergie | Energía, nivel de energía
activities     | tags    | Activities | Aktivitäten | Activités | Actividades
cycle_length   | integer min=15 default=28 unit=days | Cycle length | Zykluslänge | Durée du cycle | Duración del ciclo
next_period    | computed formula=add_days(start_date,cycle_length) | Next period | Nächste Periode | Prochaines règles | Próxima menstruación
flow           | choice options=level | Flow | Blutungsstärke | Abondance du flux | Flujo
volume_ml      | integer min=0 unit=ml | Amount in ml, milliliters, millilitres | Menge in ml, Milliliter | Quantité en ml, millilitres | Cantidad en ml, mililitros
technique      | text    | Technique, method used | Technik | Technique | Técnica
body_part      | text    | Body part, part of the body | Körperstelle, Körperteil | Partie du corps | Parte del cuerpo
muscle_group   | choice options=muscle_group | Muscle group, muscles | Muskelgruppe, Muskelgruppen | Groupe musculaire, muscles | Grupo muscular, músculos
sets           | integer min=1 | Sets, number of sets | Sätze, Anzahl der Sätze | Séries, nombre de séries | Series, número de series
reps           | integer min=1 | Repetitions, reps | Wiederholungen | Répétitions | Repeticiones
elevation_gain | integer min=0 unit=m | Elevation gain, ascent, climb height | Höhenmeter, Anstieg | Dénivelé positif, dénivelé | Desnivel positivo, desnivel
difficulty     | choice options=difficulty | Difficulty, difficulty level | Schwierigkeit, Schwierigkeitsgrad | Difficulté, niveau de difficulté | Dificultad, nivel de dificultad
climbing_grade | text    | Climbing grade, route grade | Klettergrad | Cotation | Grado de escalada
attempts       | integer min=1 | Attempts, tries | Versuche | Tentatives, essais | Intentos
finish_time    | duration | Finish time, race time | Zielzeit, Laufzeit | Temps d'arrivée, chrono | Tiempo final, tiempo de llegada
target_value   | decimal | Target value, target | Zielwert, Sollwert | Valeur cible, cible | Valor objetivo
current_value  | decimal | Current value, so far | Aktueller Wert, bisher | Valeur actuelle | Valor actual
points         | integer | Points, score points | Punkte, Punktzahl | Points | Puntos
weekday        | choice options=weekday | Day of the week, weekday | Wochentag | Jour de la semaine | Día de la semana
exercises      | long_text | Exercises | Übungen | Exercices | Ejercicios
`);
