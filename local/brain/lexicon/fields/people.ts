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
`);
