import type { SectionKind } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

type ByLocale<T> = Readonly<Record<Locale, T>>;
const list = (text: string): readonly string[] => text.split(",").map((each) => each.trim());

/** Nouns that always mean a content site. */
export const PAGE_NOUNS: ByLocale<readonly string[]> = {
  en: list(
    "landing page, landingpage, homepage, home page, one pager, one page site, single page website, coming soon page, marketing page, product page, promo page, landing site, online presence, business card site, microsite, portfolio site, portfolio page, portfolio website, company page",
  ),
  de: list(
    "homepage, landingpage, landing page, startseite, internetauftritt, webauftritt, onepager, webpräsenz, portfolioseite, firmenseite",
  ),
  fr: list(
    "site vitrine, page d’accueil, page d'accueil, landing page, page vitrine, mini-site, site de présentation",
  ),
  es: list(
    "landing page, página de inicio, web corporativa, página de aterrizaje, página de presentación, web de presentación",
  ),
};
/** Nouns that mean a content site unless they are about things of which an app keeps records. */
export const SITE_NOUNS: ByLocale<readonly string[]> = {
  en: list("website, web site, websites, web page, webpage, info page"),
  de: list("website, webseite, internetseite, infoseite"),
  fr: list("site web, site internet, page web, page de présentation"),
  es: list("página web, sitio web, pagina web"),
};
/** Nouns that mean one only together with a trade. */
export const WEAK_SITE_NOUNS: ByLocale<readonly string[]> = {
  en: list("page, site, portfolio, cv, resume"),
  de: list("seite, portfolio, lebenslauf, auftritt"),
  fr: list("page, site, portfolio, vitrine, cv"),
  es: list("página, pagina, sitio, web, portafolio, portfolio, cv"),
};
/** Ends of German compounds: `Bäckereiseite`. */
export const GERMAN_ENDS = ["landingpage", "website", "webseite", "homepage", "seite"] as const;

/** Words after a noun for a site that make it something else: `website tracker`. */
export const OTHER_HEADS: ByLocale<readonly string[]> = {
  en: list(
    "tracker, tracking, manager, builder, monitor, visits, visit, checker, analytics, bookmarks, list, log, counter, planner, ideas, reviews, database, numbers, number, count, inspection, inspections, supervisor",
  ),
  de: list("tracker, verwaltung, liste, planer, baukasten, zähler, besuche"),
  fr: list("tracker, gestion, liste, planificateur"),
  es: list("tracker, gestión, lista, planificador"),
};

/** Verbs and nouns of apps that keep records: what names them is no content site. */
export const RECORD_WORDS: ByLocale<readonly string[]> = {
  en: list(
    "track, tracker, log, manage, manager, keep track, organize, organise, bookkeeping, todo, database",
  ),
  de: list("verwalten, verwaltung, erfassen, tracken, tracker, verfolgen, eintragen, datenbank"),
  fr: list("suivre, gérer, gestion, enregistrer, base de données, suivi"),
  es: list("gestionar, gestión, registrar, registro, seguir, base de datos, llevar la cuenta"),
};

/** What each kind of section is called on a page. */
export const TITLES: ByLocale<Readonly<Record<Exclude<SectionKind, "hero">, string>>> = {
  en: {
    about: "About us",
    services: "What we offer",
    steps: "How it works",
    menu: "Menu",
    gallery: "Pictures",
    team: "Team",
    testimonials: "What others say",
    hours: "Opening hours",
    map: "Where to find us",
    faq: "Questions and answers",
    contact: "Contact",
    events: "Events",
    posts: "News",
  },
  de: {
    about: "Über uns",
    services: "Was wir anbieten",
    steps: "So geht es",
    menu: "Karte",
    gallery: "Bilder",
    team: "Team",
    testimonials: "Was andere sagen",
    hours: "Öffnungszeiten",
    map: "So finden Sie uns",
    faq: "Fragen und Antworten",
    contact: "Kontakt",
    events: "Termine",
    posts: "Neues",
  },
  fr: {
    about: "À propos",
    services: "Ce que nous proposons",
    steps: "Comment ça marche",
    menu: "Carte",
    gallery: "Images",
    team: "Équipe",
    testimonials: "Ce que disent les autres",
    hours: "Horaires d’ouverture",
    map: "Nous trouver",
    faq: "Questions et réponses",
    contact: "Contact",
    events: "Événements",
    posts: "Actualités",
  },
  es: {
    about: "Quiénes somos",
    services: "Qué ofrecemos",
    steps: "Cómo funciona",
    menu: "Carta",
    gallery: "Imágenes",
    team: "Equipo",
    testimonials: "Lo que dicen otros",
    hours: "Horario",
    map: "Dónde estamos",
    faq: "Preguntas y respuestas",
    contact: "Contacto",
    events: "Eventos",
    posts: "Novedades",
  },
};

/** Titles of the pages of one person, where they differ. */
export const TITLES_OF_ONE: ByLocale<Readonly<Partial<Record<SectionKind, string>>>> = {
  en: { about: "About me", services: "What I offer", map: "Where to find me" },
  de: { about: "Über mich", services: "Was ich anbiete", map: "So finden Sie mich" },
  fr: { services: "Ce que je propose", map: "Me trouver" },
  es: { about: "Sobre mí", services: "Qué ofrezco", map: "Dónde estoy" },
};

/** Words for each kind of section in a request. `priced` is a list of what is offered with prices. */
export const SECTION_WORDS: ByLocale<Readonly<Record<SectionKind | "priced", readonly string[]>>> = {
  en: {
    hero: list("hero, hero section, headline, header, banner, call to action, cta"),
    about: list("about, about us, about me, story, our story, introduction, bio, biography, history"),
    services: list(
      "services, service, offers, offer, products, product list, highlights, features, benefits, what we do, skills, work, classes, courses, treatments, rooms",
    ),
    priced: list("prices, price, price list, pricing, rates, fees, pricing table"),
    steps: list("how it works, steps, process"),
    menu: list("menu, menus, food menu, dishes, drinks menu"),
    gallery: list("gallery, photos, photo, pictures, images, photo gallery, projects, works"),
    team: list(
      "team, staff, people, members, line-up, who we are, who plays what, who does what, our team, speakers, trainers, teachers, instructors, coaches",
    ),
    testimonials: list("testimonials, testimonial, reviews, customer reviews, quotes, references"),
    hours: list("opening hours, hours, opening times, business hours, schedule, timetable"),
    map: list(
      "map, directions, location, where to find us, how to find us, how to get there, how to get here, getting here, address",
    ),
    faq: list("faq, faqs, questions, questions and answers, frequently asked questions, q&a"),
    contact: list("contact, contact section, contact us, contact details, contact information, get in touch"),
    events: list(
      "events, event, dates, concerts, gigs, gig, gig dates, shows, tour dates, calendar, programme, program, agenda",
    ),
    posts: list("blog, posts, news, articles, updates"),
  },
  de: {
    hero: list("hero, überschrift, banner, kopfbereich"),
    about: list("über uns, über mich, geschichte, vorstellung, vita"),
    services: list(
      "leistungen, angebot, angebote, produkte, highlights, vorteile, kurse, kursen, zimmer, behandlungen",
    ),
    priced: list("preise, preis, preisliste, tarife, honorare"),
    steps: list("so geht es, ablauf, schritte, wie es funktioniert"),
    menu: list("speisekarte, karte, menü, getränkekarte, gerichte"),
    gallery: list("galerie, fotos, foto, bilder, fotogalerie, bildergalerie, projekte, arbeiten"),
    team: list("team, mitarbeiter, mitarbeitende, belegschaft, trainer, lehrer, lehrkräfte, dozenten"),
    testimonials: list("kundenstimmen, bewertungen, referenzen, meinungen, zitate"),
    hours: list("öffnungszeiten, sprechzeiten, zeiten, stundenplan, kurszeiten"),
    map: list("anfahrt, wo wir sind, so finden sie uns, lageplan, wegbeschreibung, adresse, standort"),
    faq: list("faq, häufige fragen, fragen, fragen und antworten"),
    contact: list("kontakt, kontaktdaten, kontaktmöglichkeit"),
    events: list("termine, veranstaltungen, konzerte, kalender, programm"),
    posts: list("blog, neuigkeiten, aktuelles, neues, beiträge, artikel"),
  },
  fr: {
    hero: list("bannière, en-tête, titre"),
    about: list("à propos, présentation, histoire, qui sommes-nous, biographie"),
    services: list("services, prestations, offres, produits, cours, ateliers, chambres, soins"),
    priced: list("prix, tarifs, tarif, liste de prix"),
    steps: list("comment ça marche, étapes, déroulement"),
    menu: list("menu, carte, plats, carte des boissons"),
    gallery: list("galerie, photos, photo, images, projets, réalisations"),
    team: list("équipe, collaborateurs, intervenants, professeurs, enseignants, moniteurs"),
    testimonials: list("témoignages, avis, références, citations"),
    hours: list("horaires, horaires d’ouverture, horaires d'ouverture, emploi du temps"),
    map: list(
      "plan, où nous trouver, comment venir, comment nous trouver, accès, plan d’accès, itinéraire, adresse, carte d’accès",
    ),
    faq: list("faq, questions, questions fréquentes, foire aux questions"),
    contact: list("contact, coordonnées, nous contacter"),
    events: list("événements, évènements, dates, concerts, agenda, programme"),
    posts: list("blog, actualités, nouvelles, articles"),
  },
  es: {
    hero: list("cabecera, encabezado, titular"),
    about: list("sobre nosotros, sobre mí, quiénes somos, historia, presentación, biografía"),
    services: list("servicios, ofertas, productos, clases, cursos, talleres, habitaciones, tratamientos"),
    priced: list("precios, precio, tarifas, lista de precios"),
    steps: list("cómo funciona, pasos, proceso"),
    menu: list("menú, carta, platos, carta de bebidas"),
    gallery: list("galería, fotos, foto, imágenes, proyectos, trabajos"),
    team: list("equipo, personal, ponentes, profesores, profesorado, monitores"),
    testimonials: list("testimonios, opiniones, reseñas, referencias"),
    hours: list("horario, horarios, horario de apertura, horas"),
    map: list("mapa, dónde estamos, donde estamos, cómo llegar, ubicación, dirección"),
    faq: list("faq, preguntas, preguntas frecuentes, preguntas y respuestas"),
    contact: list("contacto, datos de contacto"),
    events: list("eventos, fechas, conciertos, agenda, programa, calendario"),
    posts: list("blog, noticias, novedades, artículos"),
  },
};

/** What a page without a server cannot do. */
export const BEYOND: ByLocale<Readonly<{ words: readonly string[]; why: string }>> = {
  en: {
    words: list(
      "shop, online shop, webshop, store, cart, checkout, payment, payments, login, log in, logins, account, accounts, members area, membership area, booking, bookings, booking system, online booking, reservation, reservations, reservation form, appointment booking, order form, online ordering, ordering, contact form, form, newsletter signup, newsletter, sign up, signup, chat, chatbot, live chat, comments, search, cms, admin area, dashboard, multilingual, languages, video, animation, animations, seo, analytics, waitlist, database",
    ),
    why: "the page has no server",
  },
  de: {
    words: list(
      "shop, onlineshop, webshop, warenkorb, kasse, bezahlung, zahlung, login, anmeldung, konto, konten, mitgliederbereich, buchung, buchungen, buchungssystem, onlinebuchung, reservierung, reservierungen, terminbuchung, bestellformular, kontaktformular, formular, newsletter, chat, chatbot, kommentare, suche, cms, adminbereich, mehrsprachig, video, animation, animationen, seo, statistik, datenbank",
    ),
    why: "die Seite hat keinen Server",
  },
  fr: {
    words: list(
      "boutique en ligne, panier, paiement, paiements, connexion, compte, comptes, espace membre, réservation, réservations, réservation en ligne, prise de rendez-vous, commande en ligne, formulaire de contact, formulaire, newsletter, inscription, chat, chatbot, commentaires, recherche, cms, multilingue, vidéo, animation, animations, seo, statistiques, base de données",
    ),
    why: "la page n’a pas de serveur",
  },
  es: {
    words: list(
      "tienda online, tienda en línea, carrito, pago, pagos, inicio de sesión, cuenta, cuentas, área de miembros, reserva, reservas, sistema de reservas, cita previa, pedidos online, formulario de contacto, formulario, boletín, registro, chat, chatbot, comentarios, búsqueda, cms, multilingüe, vídeo, animación, animaciones, seo, estadísticas, base de datos",
    ),
    why: "la página no tiene servidor",
  },
};

/** Why a page is not built with the technology that a request names. */
export const PLAIN_PAGE: ByLocale<string> = {
  en: "pages are built with plain HTML and CSS",
  de: "Seiten werden mit einfachem HTML und CSS gebaut",
  fr: "les pages sont construites en HTML et CSS simples",
  es: "las páginas se crean con HTML y CSS sencillos",
};

/** Words that say nothing about the content of a site. */
export const FILLERS: ByLocale<readonly string[]> = {
  en: list(
    "modern, simple, beautiful, nice, clean, elegant, minimal, minimalist, professional, responsive, small, new, one, single, static, basic, stylish, cool, great, friendly, local, own, little, section, sections, please, thanks, page, pages, content, business, company, visitors, customers, people, quick, fast, pretty, warm, fresh, cozy, trendy, mobile, phone-friendly, online, internet, colours, colors, colour, color, text, texts, family, up, need, want, make, build, create, design, show, include, including, add, just, also, our, my, something, information, info, details, list, opening, town, city, phone, telephone, tel, mobile, mail, email, e-mail, open, opened, style, look, design, theme, actually, instead, call, it, number",
  ),
  de: list(
    "moderne, moderner, modernes, modern, einfache, einfach, schöne, schön, schlicht, schlichte, elegante, elegant, minimalistisch, professionelle, kleine, kleines, kleiner, neue, neues, eine, bitte, abschnitt, abschnitte, bereich, besucher, kunden, seite, seiten, inhalt, responsive, statische, nette, farbe, farben, text, texte, brauche, möchte, erstelle, baue, mach, zeige, meine, unser, unsere, liste, informationen, infos, stadt, ort, telefon, tel, telefonnummer, mail, e-mail, geöffnet, offen, stil, aussehen, design, nenne",
  ),
  fr: list(
    "moderne, simple, beau, belle, joli, jolie, élégant, élégante, épuré, professionnel, petite, petit, nouveau, nouvelle, svp, section, sections, visiteurs, clients, page, pages, contenu, couleur, couleurs, texte, textes, créer, crée, fais, faire, voudrais, veux, besoin, mon, ma, notre, liste, informations, infos, ville, téléphone, tél, mail, e-mail, ouvert, style, apparence, design, thème",
  ),
  es: list(
    "moderna, moderno, sencilla, sencillo, simple, bonita, bonito, elegante, minimalista, profesional, pequeña, pequeño, nueva, nuevo, sección, secciones, visitantes, clientes, página, páginas, contenido, color, colores, texto, textos, crea, crear, haz, hacer, quiero, necesito, mi, nuestro, nuestra, lista, información, ciudad, teléfono, tel, correo, mail, abierto, estilo, aspecto, diseño, tema",
  ),
};

/** Words of a message that begin what the site is about: `a page for my goat farm`. */
export const ABOUT_CUES: ByLocale<readonly string[]> = {
  en: list("for, about, of"),
  de: list("für, über, von"),
  fr: list("pour, sur, de, du, d"),
  es: list("para, sobre, de, del"),
};

/** Words before the town: `in Berlin`. */
export const PLACE_CUES: ByLocale<readonly string[]> = {
  en: list("in, near"),
  de: list("in, bei, aus"),
  fr: list("à, près de"),
  es: list("en, cerca de"),
};

/** Words that leave out what follows. */
export const NEGATIONS: ByLocale<readonly string[]> = {
  en: list("no, without, not, don't, skip, remove, drop, exclude, leave out, minus, delete"),
  de: list("kein, keine, keinen, keiner, ohne, nicht, entferne, lösche, weg"),
  fr: list("pas de, pas, sans, aucun, aucune, enlève, supprime, retire"),
  es: list("sin, no, ningún, ninguna, quita, elimina"),
};

export const DETERMINER =
  /^(a|an|the|my|our|your|this|mein|meine|meiner|unsere|unserer|die|der|eine|mon|ma|notre|le|la|un|une|mi|nuestro|nuestra|el|una)$/i;
export const FOR = /^(for|about|für|pour|para)$/i;

/** What joins words to a list. */
export const AND = /^(and|und|et|y)$/i;
