import { nouns } from "./read.ts";

export const WORK = nouns(
  "work",
  `
task | task~s, todo~s, to-do~s, todo item~s, to-do item~s | Aufgabe~n, To-do~s | tâche~s, chose à faire/choses à faire | tarea~s, pendiente~s | title! status priority due_date assignee tags notes | board(status) calendar(due_date) due(due_date,status)
subtask | subtask~s, checklist item~s, sub-task~s | Unteraufgabe~n, Teilaufgabe~n, Checklistenpunkt~e | sous-tâche~s | subtarea~s | title! task=> done |
project | project~s | Projekt~e | projet~s | proyecto~s | name! status start_date end_date budget assignee notes | board(status) calendar(end_date)
milestone | milestone~s | Meilenstein~e | jalon~s, étape clé/étapes clés | hito~s | title! project-> due_date done notes | calendar(due_date) due(due_date,done)
meeting | meeting~s | Besprechung~en, Meeting~s, Sitzung~en | réunion~s | reunión/reuniones, junta~s | title! starts_at duration location participants agenda decisions notes | calendar(starts_at)
decision | decision~s | Entscheidung~en, Beschluss/Beschlüsse | décision~s | decisión/decisiones | title! date decided_by reason status(decision_status) notes | board(status)
idea | idea~s | Idee~n, Einfall/Einfälle | idée~s | idea~s | title! description category rating tags created_at | favorite
note | note~s, memo~s, sticky note~s | Notiz~en, Memo~s, Zettel | note~s, mémo~s | nota~s, apunte~s | title! text tags color created_at | favorite
time_entry | time entry/time entries, hour~s worked, work hour~s, timesheet~s, time log~s, working time~s | Zeiteintrag/Zeiteinträge, Arbeitszeit~en, Arbeitsstunde~n, Stundenzettel, Zeiterfassung~en | saisie de temps/saisies de temps, heure travaillée/heures travaillées, feuille de temps/feuilles de temps, temps de travail | registro de horas/registros de horas, hora trabajada/horas trabajadas, parte de horas/partes de horas | description:text! date duration project-> billable notes | totals(duration) calendar(date) chart(date,duration,bar)
employee | employee~s, staff member~s, staff, worker~s | Mitarbeiter, Mitarbeiterin~nen, Angestellte/Angestellten, Beschäftigte/Beschäftigten | employé~s, employée~s, salarié~s, collaborateur~s | empleado~s, empleada~s, trabajador~es | name! job_title department email phone start_date photo notes | gallery(photo)
absence | absence~s, leave request~s, vacation request~s, day~s off, sick day~s | Abwesenheit~en, Urlaubsantrag/Urlaubsanträge, Urlaubstag~e, Krankheitstag~e | absence~s, demande de congé/demandes de congé, congé~s, jour de congé/jours de congé | ausencia~s, solicitud de vacaciones/solicitudes de vacaciones, día libre/días libres | name! employee-> type(absence_kind) start_date end_date status(request_status) notes | calendar(start_date) board(status)
shift | shift~s, work shift~s | Schicht~en, Dienst~e | créneau~x de travail, quart de travail/quarts de travail | turno~s | name! starts_at ends_at role location notes | calendar(starts_at)
candidate | candidate~s, applicant~s | Kandidat~en, Kandidatin~nen, Bewerber, Bewerberin~nen | candidat~s, candidate~s | candidato~s, candidata~s, aspirante~s | name! job_title email phone stage rating file notes | board(stage)
job_opening | job opening~s, vacancy/vacancies, job posting~s, open position~s, job~s | offene Stelle/offene Stellen, Stellenanzeige~n, Stellenangebot~e, Job~s | offre d'emploi/offres d'emploi, poste à pourvoir/postes à pourvoir | oferta de empleo/ofertas de empleo, vacante~s | title! department location salary published_on status(opening_status) description link | board(status)
job_application | job application~s, application for a job/applications for jobs | Bewerbung~en, Jobbewerbung~en | candidature~s | candidatura~s, solicitud de empleo/solicitudes de empleo | job_title! company status(application_status) applied_on salary link contact_person notes | board(status) calendar(applied_on)
interview | interview~s, job interview~s | Vorstellungsgespräch~e, Interview~s, Bewerbungsgespräch~e | entretien~s, entretien d'embauche/entretiens d'embauche | entrevista~s, entrevista de trabajo/entrevistas de trabajo | name! starts_at interviewer job_title rating result notes | calendar(starts_at)
performance_review | performance review~s, appraisal~s, employee review~s | Mitarbeitergespräch~e, Leistungsbeurteilung~en | évaluation annuelle/évaluations annuelles, entretien annuel/entretiens annuels | evaluación de desempeño/evaluaciones de desempeño | name! employee-> date rating strengths improvements goal | calendar(date)
skill | skill~s, competence~s, competency/competencies | Fähigkeit~en, Kompetenz~en, Fertigkeit~en | compétence~s | habilidad~es, competencia~s | name! category(skill_category) level goal last_used_on notes | filter(level)
contract | contract~s, agreement~s | Vertrag/Verträge, Vereinbarung~en | contrat~s | contrato~s, acuerdo~s | title! partner-> start_date end_date notice_date value file notes | reminder(notice_date,30) calendar(end_date)
document | document~s, paper~s to keep, paperwork | Dokument~e, Unterlage~n, Schriftstück~e | document~s, papier~s | documento~s, papel~es | title! category(document_category) date expires_on file tags notes | reminder(expires_on,30)
risk | risk~s | Risiko/Risiken | risque~s | riesgo~s | title! probability impact assignee mitigation status(risk_status) notes | board(status)
objective | objective~s, OKR~s | strategisches Ziel/strategische Ziele, OKR~s | objectif stratégique/objectifs stratégiques, OKR | objetivo estratégico/objetivos estratégicos, OKR | title! assignee period progress due_date status(goal_status) +key_result | board(status)
key_result | key result~s | Schlüsselergebnis~se | résultat clé/résultats clés | resultado clave/resultados clave | title! objective=> target_value current_value progress |
procedure | standard procedure~s, SOP~s, work instruction~s, procedure~s | Arbeitsanweisung~en, Verfahrensanweisung~en, Ablaufbeschreibung~en | procédure~s, mode opératoire/modes opératoires | procedimiento~s, instrucción de trabajo/instrucciones de trabajo | title! department instructions version review_on file | reminder(review_on,14)
case_file | legal case~s, case file~s, case~s | Akte~n, Rechtsfall/Rechtsfälle | dossier~s, dossier juridique/dossiers juridiques | expediente~s | title! customer-> case_number opened_on due_date status(case_status) assignee notes | board(status) due(due_date,status)
`,
);
