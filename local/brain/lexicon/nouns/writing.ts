import { nouns } from "./read.ts";

export const WRITING = nouns(
  "writing",
  `
post | post~s, social media post~s, status update~s, feed, social feed~s | Beitrag/Beiträge, Social-Media-Beitrag/Social-Media-Beiträge, Posting~s, Feed~s, Pinnwandbeitrag/Pinnwandbeiträge | publication~s, post~s, fil d'actualité/fils d'actualité | publicación/publicaciones, entrada de red social, post~s, feed~s, muro de publicaciones/muros de publicaciones | title! text author photo channel created_at favourite | gallery(photo) list(created_at) favorite
content_plan_entry | content idea~s, content plan~s, content calendar entry/content calendar entries, scheduled post~s | Inhaltsidee~n, Redaktionsplan/Redaktionspläne, geplanter Beitrag/geplante Beiträge | contenu planifié/contenus planifiés, idée de contenu/idées de contenu, plan éditorial/plans éditoriaux | contenido planificado/contenidos planificados, idea de contenido/ideas de contenido, plan editorial/planes editoriales | title! channel publish_on status(publish_status) text photo link | calendar(publish_on) board(status)
blog_post | blog post~s, blog article~s, blog~s, article~s | Blogbeitrag/Blogbeiträge, Blogartikel, Blog~s | article de blog/articles de blog, billet de blog/billets de blog, blog~s | entrada de blog/entradas de blog, artículo de blog/artículos de blog, blog~s | title! text author category tags publish_on status(publish_status) photo | board(status) calendar(publish_on) gallery(photo)
journal_entry | journal entry/journal entries, diary entry/diary entries, reflection~s, diary/diaries, journal~s | Tagebucheintrag/Tagebucheinträge, Tagebuch/Tagebücher | entrée de journal/entrées de journal, journal intime/journaux intimes, journal/journaux | entrada de diario/entradas de diario, diario~s | title! date text mood tags photo | list(date) calendar(date) chart(mood,pie)
dream | dream~s, nightmare~s | Traum/Träume, Albtraum/Albträume | rêve~s, cauchemar~s | sueño~s, pesadilla~s | title! date text lucid mood tags | list(date) calendar(date)
story | story/stories, short story/short stories, manuscript~s | Geschichte~n, Kurzgeschichte~n, Manuskript~e | histoire~s, nouvelle littéraire/nouvelles littéraires, manuscrit~s | historia~s, cuento~s, relato~s, manuscrito~s | title! text genre word_count status(publish_status) due_date notes | board(status) totals(word_count)
chapter | chapter~s, scene~s | Kapitel, Szene~n | chapitre~s, scène~s | capítulo~s, escena~s | title! story-> position text word_count status | board(status) totals(word_count)
character | fictional character~s, character~s | Romanfigur~en, Figur~en, Charakter~e | personnage~s | personaje~s | name! role age appearance personality biography photo | gallery(photo)
poem | poem~s, song lyric~s, haiku~s | Gedicht~e, Liedtext~e | poème~s, paroles de chanson | poema~s, letra de canción/letras de canciones | title! text author date tags favourite | favorite
joke | joke~s, riddle~s, fun fact~s | Witz~e, Rätsel | blague~s, devinette~s | chiste~s, adivinanza~s | title! text category rating favourite | favorite
press_contact | press contact~s, journalist~s, influencer~s | Pressekontakt~e, Journalist~en, Influencer | contact presse/contacts presse, journaliste~s, influenceur~s | contacto de prensa/contactos de prensa, periodista~s, influencer~s | name! company email phone topic last_contact notes | favorite
photo_shoot | photo shoot~s, photo session~s | Fotoshooting~s, Fototermin~e | séance photo/séances photo, shooting~s | sesión de fotos/sesiones de fotos | title! customer-> starts_at location price status(booking_status) notes | calendar(starts_at) board(status) totals(price)
portfolio_piece | portfolio piece~s, portfolio/portfolios, showcase~s | Portfolioarbeit~en, Portfolio~s, Arbeitsprobe~n | réalisation~s, portfolio~s | trabajo de portafolio/trabajos de portafolio, portafolio~s | title! photo description customer-> date link tags | gallery(photo)
list_entry | list entry/list entries, list item~s | Listeneintrag/Listeneinträge, Listenpunkt~e | élément de liste/éléments de liste | elemento de lista/elementos de lista | title! notes done | completion(done)
`,
);
