import { fields } from "./read.ts";

/** Details of people and organizations. */
export const PEOPLE = fields(`
first_name    | text  | First name, given name, forename | Vorname | Prénom | Nombre de pila
last_name     | text  | Last name, surname, family name | Nachname, Familienname | Nom de famille | Apellido, apellidos
email         | email | Email, email address, mail | E-Mail, E-Mail-Adresse, Mailadresse | E-mail, adresse e-mail, courriel | Correo electrónico, correo, dirección de correo
phone         | phone | Phone, phone number, telephone, mobile, mobile number, cell phone | Telefon, Telefonnummer, Handynummer, Mobilnummer, Rufnummer | Téléphone, numéro de téléphone, portable, mobile | Teléfono, número de teléfono, móvil, celular
birthday      | date  | Birthday, birth date, date of birth, dob | Geburtstag, Geburtsdatum | Date de naissance, anniversaire de naissance | Fecha de nacimiento
company       | text  | Company, organisation, organization, firm, business | Firma, Unternehmen, Organisation, Betrieb | Entreprise, société, organisation | Empresa, organización, compañía
job_title     | text  | Job title, job role | Berufsbezeichnung, Stelle, Jobtitel | Fonction, intitulé du poste | Cargo, puesto de trabajo
role          | text  | Role, function, responsibility | Rolle, Funktion, Aufgabe | Rôle | Función, rol
department    | text  | Department, division | Abteilung, Bereich | Service, département | Departamento
team          | text  | Team | Team | Équipe | Equipo
age           | integer min=0 unit=years | Age, how old | Alter | Âge | Edad
assignee      | text  | Assigned to, assignee, responsible, owner, person in charge | Zuständig, zugewiesen an, verantwortlich, Bearbeiter, Verantwortlicher | Responsable, assigné à, attribué à | Responsable, asignado a, encargado
contact_person | text | Contact person, contact | Ansprechpartner, Ansprechperson, Kontaktperson | Interlocuteur, personne à contacter | Persona de contacto
last_contact  | date  | Last contact, last contacted, last spoke | Letzter Kontakt | Dernier contact | Último contacto
next_contact  | date  | Next contact, follow-up, follow up, follow-up date | Nächster Kontakt, Wiedervorlage | Prochain contact, relance, date de relance | Próximo contacto, seguimiento, fecha de seguimiento
relationship  | choice options=relationship | Relationship, relation | Beziehung, Verhältnis | Lien de parenté, relation | Relación, parentesco
industry      | text  | Industry, sector, line of business | Branche, Wirtschaftszweig | Secteur d'activité, secteur | Sector, ramo
channel       | choice options=channel | Channel, platform for contact | Kanal | Canal | Canal
languages     | tags  | Languages spoken, spoken languages | Sprachkenntnisse, gesprochene Sprachen | Langues parlées | Idiomas hablados
skills        | tags  | Skills | Fähigkeiten, Kenntnisse | Compétences | Habilidades, aptitudes
hourly_rate   | money | Hourly rate, rate per hour | Stundensatz, Stundenlohn | Tarif horaire, taux horaire | Tarifa por hora
availability  | choices options=availability | Availability, available when | Verfügbarkeit, verfügbar wann | Disponibilité, disponibilités | Disponibilidad
joined_on     | date  | Joined on, member since, joining date | Beigetreten am, Mitglied seit, Eintrittsdatum | Membre depuis, inscrit le, date d'adhésion | Miembro desde, fecha de alta como miembro
fee_paid      | boolean | Fee paid, membership paid | Beitrag bezahlt | Cotisation payée | Cuota pagada
guardian      | text  | Guardian, parents | Erziehungsberechtigte, Eltern | Représentant légal, parents | Tutor legal, padres
birthplace    | text  | Place of birth, birthplace, born in | Geburtsort | Lieu de naissance | Lugar de nacimiento
died_on       | date  | Died on, date of death | Gestorben am, Sterbedatum | Décédé le, date de décès | Fallecido el, fecha de fallecimiento
biography     | long_text | Biography, bio, about | Biografie, Lebenslauf in Kürze | Biographie | Biografía
appearance    | long_text | Appearance, looks | Aussehen | Apparence | Aspecto, apariencia
personality   | long_text | Personality, character traits | Persönlichkeit, Charaktereigenschaften | Personnalité, traits de caractère | Personalidad, rasgos de carácter
host          | text  | Host, visiting whom | Gastgeber, Gastgeberin | Hôte, hôtesse | Anfitrión, anfitriona
need          | text  | Help needed | Hilfebedarf | Aide nécessaire | Ayuda necesaria
answered      | boolean | Answered, replied | Beantwortet | Répondu | Respondido
answer        | long_text | Answer, response, reply | Antwort | Réponse | Respuesta
license_number | text | License number, licence number, driver's license, driving licence | Führerscheinnummer, Lizenznummer | Numéro de permis | Número de licencia, número de permiso
license_until | date  | License valid until, licence valid until | Lizenz gültig bis, Führerschein gültig bis | Permis valable jusqu'au | Licencia válida hasta, permiso válido hasta
rsvp          | choice options=rsvp | Reply to invitation, RSVP, attending, coming | Zusage, Rückmeldung, RSVP | Réponse à l'invitation, RSVP | Confirmación, confirmación de asistencia
plus_one      | boolean | Plus one, with companion | Begleitung, mit Begleitung | Accompagné, accompagnant | Con acompañante, acompañante
`);
