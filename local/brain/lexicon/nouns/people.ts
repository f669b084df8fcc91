import { nouns } from "./read.ts";

export const PEOPLE = nouns(
  "people",
  `
person | person/people, individual~s | Person~en, Leute | personne~s | persona~s, gente | name! email phone address birthday photo notes | favorite
friend | friend~s, acquaintance~s | Freund~e, Freundin~nen, Bekannte/Bekannten | ami~s, amie~s, connaissance~s | amigo~s, amiga~s, conocido~s | name! phone email birthday address last_contact notes | favorite
family_member | family member~s, relative~s, ancestor~s, genealogy | Familienmitglied~er, Verwandte/Verwandten, Vorfahr~en, Ahnenforschung | membre de la famille/membres de la famille, parent proche/parents proches, ancêtre~s, généalogie~s | familiar~es, pariente~s, antepasado~s, miembro de la familia/miembros de la familia, genealogía~s | name! relationship:text birthday birthplace died_on photo notes | gallery(photo)
child | child/children, kid~s, baby/babies | Kind~er, Baby~s | enfant~s, bébé~s | niño~s, niña~s, hijo~s, hija~s, bebé~s | name! birthday school-> size allergies photo notes | gallery(photo)
baby_milestone | baby milestone~s, child milestone~s, first word~s | Entwicklungsschritt~e, erstes Mal/erste Male, Babymeilenstein~e | étape du bébé/étapes du bébé, première fois/premières fois | etapa del bebé/etapas del bebé, primera vez/primeras veces | title! child-> date photo notes | gallery(photo) calendar(date)
neighbor | neighbor~s, neighbour~s | Nachbar~n, Nachbarin~nen | voisin~s, voisine~s | vecino~s, vecina~s | name! address phone email notes | favorite
visitor | visitor~s | Besucher, Besucherin~nen | visiteur~s, visiteuse~s | visitante~s | name! company host starts_at ends_at reason phone | calendar(starts_at)
channel_message | team message~s, channel message~s, channel post~s | Teamnachricht~en, Kanalnachricht~en | message d'équipe/messages d'équipe, message de canal/messages de canal | mensaje de equipo/mensajes de equipo, mensaje de canal/mensajes de canal | text:text! channel(team_channel) author created_at tags favourite | list(created_at) board(channel) favorite
letter | letter~s, correspondence | Brief~e, Schreiben, Korrespondenz | lettre~s, courrier~s, correspondance~s | carta~s, correspondencia | subject! sender recipient date file answered notes | filter(answered)
appreciation | gratitude entry/gratitude entries, thing~s I am grateful for, gratitude, compliment~s | Dankbarkeitseintrag/Dankbarkeitseinträge, Dankbarkeit, Kompliment~e | moment de gratitude/moments de gratitude, gratitude~s | agradecimiento~s, gratitud | title! date text mood | list(date) calendar(date)
memory | treasured memory/treasured memories, keepsake~s | Erinnerungsstück~e, schöne Erinnerung/schöne Erinnerungen | souvenir~s | recuerdo~s | title! date text photo location tags | list(date) gallery(photo) calendar(date)
date_idea | date idea~s, date night~s | Date-Idee~n, Verabredung~en | idée de sortie/idées de sortie, soirée en amoureux/soirées en amoureux | idea de cita/ideas de cita, plan de pareja/planes de pareja | title! location price rating done notes | completion(done)
prayer_request | prayer request~s, prayer~s | Gebetsanliegen, Gebet~e | intention de prière/intentions de prière, prière~s | petición de oración/peticiones de oración, oración/oraciones | title! person-> date answered notes | filter(answered)
babysitter | babysitter~s, nanny/nannies, caregiver~s | Babysitter, Betreuungsperson~en, Tagesmutter/Tagesmütter | baby-sitter~s, nounou~s, aide à domicile/aides à domicile | niñera~s, canguro~s, cuidador~es | name! phone email hourly_rate rating languages notes | favorite
tattoo | tattoo~s, tattoo idea~s | Tattoo~s, Tätowierung~en | tatouage~s | tatuaje~s | name! body_part date price photo notes | gallery(photo)
`,
);
