/** Advice, teaching, culture and communities. */
export const WORK = `
# photographer #334155 gallery services testimonials
en photographer, photography, wedding photographer, wedding photography, photo studio, videographer, filmmaker | Pictures of what matters | I photograph people, places and days that do not come back. | Portraits; Weddings; Events; Products
de fotograf, fotografin, fotografie, hochzeitsfotograf, hochzeitsfotografin, fotostudio, filmemacher, videograf | Bilder von dem, was zählt | Ich fotografiere Menschen, Orte und Tage, die nicht wiederkommen. | Porträts; Hochzeiten; Veranstaltungen; Produkte
fr photographe, photographie, photographe de mariage, studio photo, vidéaste | Des images de ce qui compte | Je photographie des personnes, des lieux et des jours qui ne reviennent pas. | Portraits; Mariages; Événements; Produits
es fotógrafo, fotógrafa, fotografía, fotógrafo de bodas, fotógrafa de bodas, fotógrafo de boda, fotógrafa de boda, estudio de fotografía, videógrafo | Imágenes de lo que importa | Fotografío personas, lugares y días que no vuelven. | Retratos; Bodas; Eventos; Productos
# artist #7e22ce gallery about events
en artist, painter, sculptor, illustrator, art gallery, gallery, ceramicist, potter | See it closer | I make things with my hands and show them here. | Works; Commissions; Exhibitions; Workshops
de künstler, künstlerin, malerin, bildhauer, illustratorin, illustrator, galerie, keramikerin, töpferei | Aus der Nähe ansehen | Ich mache Dinge mit den Händen und zeige sie hier. | Arbeiten; Aufträge; Ausstellungen; Workshops
fr artiste, artiste peintre, sculpteur, illustratrice, illustrateur, galerie d’art, céramiste | À voir de plus près | Je fabrique des choses avec mes mains et les montre ici. | Œuvres; Commandes; Expositions; Ateliers
es artista, escultor, ilustradora, ilustrador, galería de arte, ceramista | Míralo más de cerca | Hago cosas con las manos y las enseño aquí. | Obras; Encargos; Exposiciones; Talleres
# band #be123c events gallery posts
en band, musician, singer, dj, choir, orchestra, music group | Come and listen | We make music and play it where people are. | Concerts; Recordings; Weddings and parties; Press
de band, musikerin, musiker, sängerin, sänger, dj, chor, orchester | Kommen und zuhören | Wir machen Musik und spielen sie dort, wo Menschen sind. | Konzerte; Aufnahmen; Hochzeiten und Feste; Presse
fr groupe de musique, musicien, musicienne, chanteuse, chanteur, dj, chorale, orchestre | Venez écouter | Nous faisons de la musique et la jouons là où il y a du monde. | Concerts; Enregistrements; Mariages et fêtes; Presse
es banda, grupo de música, músico, música, cantante, dj, coro, orquesta | Ven a escuchar | Hacemos música y la tocamos donde hay gente. | Conciertos; Grabaciones; Bodas y fiestas; Prensa
# writer #57534e about posts events
en writer, author, novelist, journalist, editor, translator, copywriter | Words, in the right order | I write, edit and read aloud. Here is what I am working on. | Books; Texts for you; Readings; Newsletter
de autorin, autor, schriftsteller, schriftstellerin, journalist, lektorin, übersetzerin, übersetzer, texter | Wörter in der richtigen Reihenfolge | Ich schreibe, lektoriere und lese vor. Hier steht, woran ich arbeite. | Bücher; Texte für Sie; Lesungen; Rundbrief
fr autrice, auteur, écrivain, écrivaine, journaliste, traductrice, traducteur, rédactrice | Des mots, dans le bon ordre | J’écris, je corrige et je lis à voix haute. Voici sur quoi je travaille. | Livres; Textes pour vous; Lectures; Lettre d’information
es escritora, escritor, autor, autora, periodista, traductora, traductor, redactora | Palabras en el orden correcto | Escribo, corrijo y leo en voz alta. Aquí está en lo que trabajo. | Libros; Textos para ti; Lecturas; Boletín
# developer #1d4ed8 services gallery about
en freelance developer, web developer, developer, software developer, programmer, designer, web designer, graphic designer, freelancer, design studio | I build what you need | I listen, make a proposal and deliver something that works. | Websites; Applications; Design; Advice
de freelancer, entwickler, entwicklerin, webentwickler, softwareentwickler, programmierer, designerin, designer, webdesigner, grafikerin | Ich baue, was Sie brauchen | Ich höre zu, mache einen Vorschlag und liefere etwas, das funktioniert. | Websites; Anwendungen; Gestaltung; Beratung
fr développeur, développeuse, développeur web, programmeur, designer, graphiste, webdesigner, freelance | Je construis ce qu’il vous faut | J’écoute, je propose et je livre quelque chose qui marche. | Sites web; Applications; Design; Conseil
es desarrollador, desarrolladora, programador, programadora, diseñador, diseñadora, diseñador web, freelance | Construyo lo que necesitas | Escucho, propongo y entrego algo que funciona. | Sitios web; Aplicaciones; Diseño; Asesoría
# portfolio #0f766e about services gallery
en portfolio, cv, resume, personal, student, job seeker | Hello, this is me | What I do, what I have done and how to reach me. | What I do; Experience; Education; Projects
de portfolio, lebenslauf, bewerbung, persönliche, studentin, student | Hallo, das bin ich | Was ich mache, was ich gemacht habe und wie Sie mich erreichen. | Was ich mache; Erfahrung; Ausbildung; Projekte
fr portfolio, cv, personnel, étudiante, étudiant | Bonjour, c’est moi | Ce que je fais, ce que j’ai fait et comment me joindre. | Ce que je fais; Expérience; Formation; Projets
es portafolio, portfolio, currículum, cv, personal, estudiante | Hola, soy yo | Qué hago, qué he hecho y cómo encontrarme. | Qué hago; Experiencia; Formación; Proyectos
# saas #4f46e5 services steps faq testimonials
en saas, saas product, product, app, startup, software, software product, mobile app, newsletter, tool | The short way to get it done | Here you see what it does and for whom. Try it, and tell us what is missing. | Made for one thing; Quick to begin; Yours to keep; Help from people
de saas, produkt, startup, software, app, newsletter, gründung | Der kurze Weg zum Ziel | Hier sehen Sie, was es kann und für wen. Probieren Sie es aus und sagen Sie uns, was fehlt. | Für eine Sache gemacht; Schnell begonnen; Gehört Ihnen; Hilfe von Menschen
fr saas, produit, startup, logiciel, application, lettre d’information | Le chemin le plus court | Voici ce que cela fait et pour qui. Essayez, et dites-nous ce qui manque. | Fait pour une chose; Vite commencé; À vous; Une aide humaine
es saas, producto, startup, software, aplicación, boletín | El camino corto | Aquí ves qué hace y para quién. Pruébalo y dinos qué falta. | Hecho para una cosa; Rápido de empezar; Tuyo; Ayuda de personas
# agency #0f172a services steps team testimonials
en agency, marketing agency, consultant, consulting, consultancy, business consultant, company, business, small business | We think it through with you | We look at what you have, say what we would change, and help to do it. | Analysis; Strategy; Implementation; Training
de agentur, werbeagentur, beratung, unternehmensberatung, beraterin, berater, firma, unternehmen, kleinunternehmen | Wir denken es mit Ihnen durch | Wir sehen uns an, was Sie haben, sagen, was wir ändern würden, und helfen dabei. | Analyse; Strategie; Umsetzung; Schulung
fr agence, agence de marketing, cabinet de conseil, consultante, consultant, entreprise, société | Nous y réfléchissons avec vous | Nous regardons ce que vous avez, disons ce que nous changerions, et aidons à le faire. | Analyse; Stratégie; Mise en œuvre; Formation
es agencia, agencia de marketing, consultoría, consultora, consultor, empresa, negocio | Lo pensamos contigo | Miramos lo que tienes, decimos qué cambiaríamos y ayudamos a hacerlo. | Análisis; Estrategia; Puesta en práctica; Formación
# lawyer #1e3a8a services team faq
en lawyer, law firm, attorney, solicitor, notary | Clear words about your rights | We explain where you stand, what is possible and what it costs. | Advice; Contracts; Family; Work
de anwalt, anwältin, rechtsanwalt, rechtsanwältin, kanzlei, anwaltskanzlei, notar, notarin | Klare Worte zu Ihrem Recht | Wir erklären, wo Sie stehen, was möglich ist und was es kostet. | Beratung; Verträge; Familie; Arbeit
fr avocat, avocate, cabinet d’avocats, notaire | Des mots clairs sur vos droits | Nous expliquons où vous en êtes, ce qui est possible et ce que cela coûte. | Conseil; Contrats; Famille; Travail
es abogado, abogada, bufete, despacho de abogados, notario, notaria | Palabras claras sobre tus derechos | Explicamos cuál es tu situación, qué es posible y cuánto cuesta. | Asesoría; Contratos; Familia; Trabajo
# tax_adviser #166534 services team faq
en tax adviser, tax advisor, accountant, accounting firm, bookkeeper, insurance broker, financial adviser | Your numbers, in order | We sort, calculate and file, and tell you in time what is due. | Tax returns; Bookkeeping; Payroll; Advice for founders
de steuerberater, steuerberaterin, steuerkanzlei, buchhalter, buchhaltung, versicherungsmakler, finanzberater | Ihre Zahlen, in Ordnung | Wir ordnen, rechnen und reichen ein, und sagen rechtzeitig, was fällig ist. | Steuererklärungen; Buchhaltung; Löhne; Beratung für Gründer
fr expert-comptable, comptable, cabinet comptable, courtier en assurances | Vos chiffres, en ordre | Nous classons, calculons et déclarons, et vous disons à temps ce qui est dû. | Déclarations; Comptabilité; Paie; Conseil aux créateurs
es asesor fiscal, asesora fiscal, gestoría, contable, asesoría, corredor de seguros | Tus números, en orden | Ordenamos, calculamos y presentamos, y avisamos a tiempo de lo que vence. | Impuestos; Contabilidad; Nóminas; Consejo para emprendedores
# architect #44403c gallery services steps
en architect, architects, architecture firm, interior designer, engineer, surveyor | Rooms to live in | We design houses and rooms with the people who will use them. | Houses; Conversions; Interiors; Site management
de architekt, architektin, architekturbüro, innenarchitektin, innenarchitekt, ingenieurbüro | Räume zum Leben | Wir entwerfen Häuser und Räume mit den Menschen, die sie nutzen. | Häuser; Umbauten; Innenräume; Bauleitung
fr architecte, cabinet d’architectes, architecte d’intérieur, bureau d’études | Des lieux à vivre | Nous dessinons des maisons et des pièces avec celles et ceux qui y vivront. | Maisons; Rénovations; Intérieurs; Suivi de chantier
es arquitecto, arquitecta, estudio de arquitectura, interiorista, ingeniería | Espacios para vivir | Diseñamos casas y espacios con quienes van a usarlos. | Casas; Reformas; Interiores; Dirección de obra
# real_estate #0c4a6e services gallery team
en real estate agent, real estate agency, estate agent, realtor, property manager, coworking space | A door that fits your key | We know the area and accompany you until you have moved in. | Selling; Buying; Renting; Valuation
de immobilienmakler, immobilienmaklerin, maklerbüro, hausverwaltung, coworking | Die Tür zu Ihrem Schlüssel | Wir kennen die Gegend und begleiten Sie, bis Sie eingezogen sind. | Verkaufen; Kaufen; Mieten; Bewertung
fr agence immobilière, agent immobilier, syndic, coworking | La porte pour votre clé | Nous connaissons le quartier et vous accompagnons jusqu’à l’emménagement. | Vendre; Acheter; Louer; Estimer
es inmobiliaria, agente inmobiliario, administrador de fincas, coworking | La puerta para tu llave | Conocemos la zona y te acompañamos hasta que te mudas. | Vender; Comprar; Alquilar; Tasar
# tutor #c2410c services steps faq testimonials
en tutor, tutoring, teacher, language school, music school, music teacher, piano teacher, school, courses, art school, dance school | Learn it, step by step | We explain it until it is clear, at the pace that suits you. | Single lessons; Groups; Exams; Trial lesson
de nachhilfe, lehrerin, lehrer, sprachschule, musikschule, musiklehrerin, klavierlehrerin, schule, tanzschule, kunstschule | Lernen, Schritt für Schritt | Wir erklären es, bis es klar ist, in dem Tempo, das passt. | Einzelstunden; Gruppen; Prüfungen; Probestunde
fr cours particuliers, professeur, école de langues, école de musique, professeur de piano, école, école de danse | Apprendre, pas à pas | Nous expliquons jusqu’à ce que ce soit clair, au rythme qui convient. | Cours individuels; Groupes; Examens; Cours d’essai
es clases particulares, profesor, profesora, academia de idiomas, escuela de música, escuela, academia, escuela de danza | Aprender, paso a paso | Lo explicamos hasta que queda claro, al ritmo que conviene. | Clases individuales; Grupos; Exámenes; Clase de prueba
# driving_school #dc2626 services hours steps faq
en driving school, driving instructor, driving lessons | Soon behind the wheel | We teach calmly, with patience and without shouting. | Car; Motorcycle; Theory; Refresher lessons
de fahrschule, fahrlehrer, fahrlehrerin | Bald am Steuer | Wir unterrichten ruhig, mit Geduld und ohne Geschrei. | Auto; Motorrad; Theorie; Auffrischung
fr auto-école, auto école, moniteur de conduite | Bientôt au volant | Nous enseignons calmement, avec patience et sans crier. | Voiture; Moto; Code; Remise à niveau
es autoescuela, profesor de autoescuela | Pronto al volante | Enseñamos con calma, con paciencia y sin gritos. | Coche; Moto; Teórica; Reciclaje
# kindergarten #ea580c about hours team faq
en kindergarten, nursery, daycare, day care, childminder, preschool, babysitter | A place to grow | Play, learn, rest: each child at its own pace. | Our days; Our rooms; Food; Settling in
de kindergarten, kita, krippe, tagesmutter, kindertagespflege, babysitter | Ein Ort zum Wachsen | Spielen, lernen, ausruhen: jedes Kind in seinem Tempo. | Unser Tag; Unsere Räume; Essen; Eingewöhnung
fr crèche, jardin d’enfants, école maternelle, assistante maternelle, nounou | Un lieu pour grandir | Jouer, apprendre, se reposer: chaque enfant à son rythme. | Nos journées; Nos espaces; Repas; Adaptation
es guardería, jardín de infancia, escuela infantil, niñera | Un lugar para crecer | Jugar, aprender, descansar: cada niño a su ritmo. | Nuestro día; Nuestros espacios; Comida; Adaptación
# sports_club #15803d about events team posts
en sports club, football club, soccer club, tennis club, running club, club, team, swim club, scouts, association | Together it moves better | We train, play and celebrate. Newcomers are welcome. | Training; Teams; Youth; Membership
de sportverein, fußballverein, tennisverein, verein, lauftreff, mannschaft, schwimmverein, pfadfinder, turnverein | Zusammen geht es besser | Wir trainieren, spielen und feiern. Neue sind willkommen. | Training; Mannschaften; Jugend; Mitgliedschaft
fr club de sport, club de football, club de tennis, club, association sportive, équipe, association, scouts | Ensemble, ça avance mieux | Nous nous entraînons, jouons et fêtons. Les nouveaux sont les bienvenus. | Entraînements; Équipes; Jeunes; Adhésion
es club deportivo, club de fútbol, club de tenis, club, equipo, asociación, peña | Juntos se avanza mejor | Entrenamos, jugamos y celebramos. Quien llega es bienvenido. | Entrenamientos; Equipos; Jóvenes; Socios
# charity #b91c1c about steps events team
en charity, ngo, non-profit, nonprofit, foundation, community project, initiative, food bank, animal shelter | Help that arrives | Here you see what we do and for whom. Join us, with time or with money. | What we do; Donate; Take part; News
de gemeinnütziger verein, hilfsorganisation, stiftung, initiative, spendenprojekt, tafel, tierheim, ngo | Hilfe, die ankommt | Hier sehen Sie, was wir tun und für wen. Machen Sie mit, mit Zeit oder mit Geld. | Was wir tun; Spenden; Mitmachen; Neues
fr association caritative, ong, fondation, collectif, refuge animalier, initiative | Une aide qui arrive | Voici ce que nous faisons et pour qui. Rejoignez-nous, avec du temps ou de l’argent. | Nos actions; Dons; Participer; Actualités
es ong, fundación, asociación benéfica, iniciativa, banco de alimentos, protectora de animales | Ayuda que llega | Aquí ves qué hacemos y para quién. Participa, con tiempo o con dinero. | Qué hacemos; Donar; Participar; Novedades
# church #6d28d9 about events map posts
en church, parish, mosque, synagogue, temple, congregation, community, community centre | You are welcome | We meet, sing, talk and help. Come in, the door is open. | Services; Groups; Help; Celebrations
de kirche, kirchengemeinde, gemeinde, moschee, synagoge, tempel, gemeindezentrum | Sie sind willkommen | Wir treffen uns, singen, reden und helfen. Kommen Sie herein, die Tür steht offen. | Gottesdienste; Gruppen; Hilfe; Feste
fr église, paroisse, mosquée, synagogue, temple, communauté, centre communautaire | Vous êtes les bienvenus | Nous nous retrouvons, chantons, parlons et aidons. Entrez, la porte est ouverte. | Célébrations; Groupes; Aide; Fêtes
es iglesia, parroquia, mezquita, sinagoga, templo, comunidad, centro comunitario | Eres bienvenido | Nos reunimos, cantamos, hablamos y ayudamos. Entra, la puerta está abierta. | Celebraciones; Grupos; Ayuda; Fiestas
# podcast #9333ea about posts team
en podcast, podcasts, radio show, video channel, youtube channel | Press play | We talk about what interests us, and about what you send us. | Episodes; Guests; Topics; Support us
de podcast, podcasts, radiosendung, videokanal, youtube-kanal | Einmal auf Start drücken | Wir reden über das, was uns interessiert, und über das, was Sie uns schicken. | Folgen; Gäste; Themen; Unterstützen
fr podcast, podcasts, émission de radio, chaîne vidéo | Appuyez sur lecture | Nous parlons de ce qui nous intéresse, et de ce que vous nous envoyez. | Épisodes; Invités; Sujets; Nous soutenir
es podcast, podcasts, programa de radio, canal de vídeo | Dale al play | Hablamos de lo que nos interesa y de lo que nos enviáis. | Episodios; Invitados; Temas; Apóyanos
# conference #0e7490 about events team map faq
en conference, event, meetup, festival, fair, workshop day, hackathon, exhibition, theatre, theater, cinema, museum | Be there | Here you see what happens, when and where. Bring a friend. | Programme; Speakers; Place; Tickets
de konferenz, veranstaltung, treffen, festival, messe, hackathon, ausstellung, theater, kino, museum | Seien Sie dabei | Hier sehen Sie, was passiert, wann und wo. Bringen Sie jemanden mit. | Programm; Mitwirkende; Ort; Karten
fr conférence, événement, rencontre, festival, salon, hackathon, exposition, théâtre, cinéma, musée | Soyez là | Voici ce qui se passe, quand et où. Venez accompagné. | Programme; Intervenants; Lieu; Billets
es conferencia, evento, encuentro, festival, feria, hackathon, exposición, teatro, cine, museo | No te lo pierdas | Aquí ves qué pasa, cuándo y dónde. Ven con alguien. | Programa; Ponentes; Lugar; Entradas
# wedding #be185d about events map faq
en wedding, our wedding, wedding day, birthday party, family reunion, baby shower, engagement party | We say yes | Come and celebrate with us. Here is everything that you need to know. | The day; How to get here; Where to stay; Wishes
de hochzeit, unsere hochzeit, geburtstag, geburtstagsfeier, familientreffen, taufe | Wir sagen Ja | Feiern Sie mit uns. Hier steht alles, was Sie wissen müssen. | Der Tag; Anreise; Übernachten; Wünsche
fr mariage, notre mariage, anniversaire, fête d’anniversaire, réunion de famille, baptême | Nous disons oui | Venez fêter avec nous. Voici tout ce qu’il faut savoir. | La journée; Venir; Dormir; Vœux
es boda, nuestra boda, cumpleaños, fiesta de cumpleaños, reunión familiar, bautizo | Decimos sí | Ven a celebrar con nosotros. Aquí está todo lo que necesitas saber. | El día; Cómo llegar; Dónde dormir; Deseos
# wedding_planner #a21caf services steps gallery testimonials
en wedding planner, event planner, event agency, party planner | The day you imagined | We plan, book and watch the clock, so that you can celebrate. | Weddings; Parties; Decoration; On the day
de hochzeitsplanerin, hochzeitsplaner, eventagentur, eventplanerin | Der Tag, den Sie sich vorgestellt haben | Wir planen, buchen und behalten die Uhr im Blick, damit Sie feiern können. | Hochzeiten; Feste; Dekoration; Am Tag selbst
fr wedding planner, organisatrice de mariages, agence événementielle | Le jour que vous avez imaginé | Nous organisons, réservons et surveillons l’heure, pour que vous puissiez fêter. | Mariages; Fêtes; Décoration; Le jour même
es wedding planner, organizadora de bodas, agencia de eventos | El día que imaginaste | Planeamos, reservamos y miramos el reloj, para que podáis celebrar. | Bodas; Fiestas; Decoración; El día mismo
# travel #0369a1 services gallery testimonials
en travel agency, tour guide, tours, surf school, ski school, boat rental, travel guide | Go and see | We know the way and show you what is not in the guide book. | Tours; Groups; Families; Own trips
de reisebüro, reiseleiter, stadtführer, stadtführungen, surfschule, skischule, bootsverleih | Hinfahren und sehen | Wir kennen den Weg und zeigen, was nicht im Reiseführer steht. | Touren; Gruppen; Familien; Eigene Reisen
fr agence de voyage, guide touristique, visites guidées, école de surf, école de ski | Partir et voir | Nous connaissons le chemin et montrons ce qui n’est pas dans les guides. | Circuits; Groupes; Familles; Voyages sur mesure
es agencia de viajes, guía turístico, guía turística, escuela de surf, escuela de esquí | Ir y ver | Conocemos el camino y enseñamos lo que no está en las guías. | Rutas; Grupos; Familias; Viajes a medida
`;
