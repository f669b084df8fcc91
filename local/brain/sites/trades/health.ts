/** Health, body and beauty. */
export const HEALTH = `
# hairdresser #a21caf services hours team map
en hairdresser, hair salon, hairdressers, barber, barber shop, barbershop, hair stylist | Hair that feels like you | We listen first and cut second. Tell us what you have in mind, or let us suggest something. | Cut; Colour; Styling; Beard
de friseur, friseursalon, friseurin, frisör, barbier, barbershop, haarsalon | Haare, die zu Ihnen passen | Erst hören wir zu, dann schneiden wir. Erzählen Sie, was Sie sich vorstellen, oder lassen Sie sich etwas vorschlagen. | Schnitt; Farbe; Styling; Bart
fr coiffeur, coiffeuse, salon de coiffure, barbier | Des cheveux qui vous ressemblent | Nous écoutons d’abord, nous coupons ensuite. Dites-nous ce que vous imaginez. | Coupe; Couleur; Coiffage; Barbe
es peluquería, peluquero, peluquera, barbería, barbero | Un pelo que se parece a ti | Primero escuchamos, luego cortamos. Cuéntanos qué tienes en mente o déjate aconsejar. | Corte; Color; Peinado; Barba
# yoga #0f766e services hours team testimonials
en yoga studio, yoga teacher, yoga school, yoga, pilates studio, pilates | Breathe. Move. Arrive. | Yoga for beginners and for those who have practised for years. Come as you are. | Beginners; Flow; Gentle yoga; Private classes
de yogastudio, yogalehrerin, yogalehrer, yogaschule, yoga, pilatesstudio, pilates | Atmen. Bewegen. Ankommen. | Yoga für den Anfang und für alle, die schon lange üben. Kommen Sie, wie Sie sind. | Einsteigerkurs; Flow; Sanftes Yoga; Einzelstunden
fr studio de yoga, professeur de yoga, école de yoga, yoga, studio de pilates, pilates | Respirer. Bouger. Arriver. | Du yoga pour débuter et pour celles et ceux qui pratiquent depuis longtemps. Venez comme vous êtes. | Débutants; Flow; Yoga doux; Cours particuliers
es estudio de yoga, profesora de yoga, profesor de yoga, escuela de yoga, yoga, pilates | Respirar. Moverse. Llegar. | Yoga para empezar y para quienes llevan años practicando. Ven como eres. | Principiantes; Flow; Yoga suave; Clases particulares
# gym #b91c1c services hours team
en gym, gyms, fitness studio, fitness centre, fitness center, personal trainer, crossfit box | Stronger than yesterday | Train at your own pace, with people who help. We show you how everything works. | Free training; Classes; Personal training; First steps
de fitnessstudio, fitnessstudios, personal trainer, personaltrainerin, kraftraum | Stärker als gestern | Trainieren Sie in Ihrem Tempo, mit Menschen, die helfen. Wir zeigen Ihnen, wie alles geht. | Freies Training; Kurse; Personal Training; Erste Schritte
fr salle de sport, club de fitness, coach sportif, coach sportive | Plus fort qu’hier | Entraînez-vous à votre rythme, avec des personnes qui aident. Nous vous montrons comment tout fonctionne. | Entraînement libre; Cours; Coaching; Premiers pas
es gimnasio, gimnasios, entrenador personal, entrenadora personal | Más fuerte que ayer | Entrena a tu ritmo, con gente que ayuda. Te enseñamos cómo funciona todo. | Entrenamiento libre; Clases; Entrenamiento personal; Primeros pasos
# dentist #0369a1 services hours team map faq
en dentist, dental practice, dental clinic, dentists, orthodontist | Take care of your smile | We explain what we do before we do it, and take the time that it needs. | Check-ups; Cleaning; Fillings; Advice for children
de zahnarzt, zahnärztin, zahnarztpraxis, kieferorthopäde, zahnpraxis | Gut zu Ihren Zähnen | Wir erklären, was wir tun, bevor wir es tun, und nehmen uns die Zeit dafür. | Vorsorge; Zahnreinigung; Füllungen; Beratung für Kinder
fr dentiste, cabinet dentaire, orthodontiste | Prendre soin de votre sourire | Nous expliquons ce que nous faisons avant de le faire, et prenons le temps nécessaire. | Contrôles; Détartrage; Soins; Conseils pour les enfants
es dentista, clínica dental, ortodoncista | Cuidamos tu sonrisa | Explicamos lo que hacemos antes de hacerlo, y nos tomamos el tiempo necesario. | Revisiones; Limpieza; Empastes; Consejos para niños
# doctor #0e7490 services hours team map faq
en doctor, medical practice, doctors, clinic, gp, paediatrician | Time for your health | Come with your questions. We listen, examine and explain. | Consultations; Check-ups; Vaccinations; Home visits
de arzt, ärztin, arztpraxis, hausarzt, hausarztpraxis, praxis, kinderarzt | Zeit für Ihre Gesundheit | Kommen Sie mit Ihren Fragen. Wir hören zu, untersuchen und erklären. | Sprechstunde; Vorsorge; Impfungen; Hausbesuche
fr médecin, cabinet médical, docteur, clinique, pédiatre | Du temps pour votre santé | Venez avec vos questions. Nous écoutons, examinons et expliquons. | Consultations; Bilans; Vaccinations; Visites à domicile
es médico, médica, consulta médica, doctor, doctora, clínica, pediatra | Tiempo para tu salud | Ven con tus preguntas. Escuchamos, examinamos y explicamos. | Consultas; Revisiones; Vacunas; Visitas a domicilio
# physio #0d9488 services hours team faq
en physiotherapist, physiotherapy, physio, physical therapist, osteopath, massage therapist, massage | Back in motion | We find out what hurts and why, and work on it with you. | Physiotherapy; Massage; Exercises; Prevention
de physiotherapie, physiotherapeutin, physiotherapeut, osteopath, osteopathie, massagepraxis, massage | Wieder in Bewegung | Wir finden heraus, was schmerzt und warum, und arbeiten mit Ihnen daran. | Physiotherapie; Massage; Übungen; Vorbeugung
fr kinésithérapeute, kiné, ostéopathe, cabinet de kinésithérapie, massage | Retrouver le mouvement | Nous cherchons ce qui fait mal et pourquoi, et y travaillons avec vous. | Kinésithérapie; Massage; Exercices; Prévention
es fisioterapeuta, fisioterapia, osteópata, masajista, masajes | De nuevo en movimiento | Averiguamos qué duele y por qué, y lo trabajamos contigo. | Fisioterapia; Masaje; Ejercicios; Prevención
# psychologist #4338ca services about faq
en psychologist, therapist, psychotherapist, counsellor, counselor, coach, life coach | A place to talk | Sometimes it helps to talk with someone from outside. Here is room for that. | First talk; Single sessions; Couples; Online sessions
de psychologin, psychologe, psychotherapeutin, psychotherapeut, psychotherapie, coach, coaching | Ein Ort zum Reden | Manchmal hilft es, mit jemandem von außen zu sprechen. Hier ist Raum dafür. | Erstgespräch; Einzelsitzungen; Paare; Gespräche online
fr psychologue, psychothérapeute, thérapeute, coach de vie, coach | Un lieu pour parler | Parfois, parler avec une personne extérieure aide. Il y a de la place pour cela ici. | Premier entretien; Séances individuelles; Couples; Séances en ligne
es psicóloga, psicólogo, psicoterapeuta, terapeuta, coach | Un lugar para hablar | A veces ayuda hablar con alguien de fuera. Aquí hay espacio para ello. | Primera conversación; Sesiones individuales; Parejas; Sesiones en línea
# nails #db2777 services hours gallery
en nail studio, nail salon, beauty salon, cosmetics studio, beautician, spa | An hour just for you | Sit back. We take care of hands, feet and face. | Manicure; Pedicure; Facials; Gift vouchers
de nagelstudio, kosmetikstudio, kosmetikerin, kosmetik, schönheitssalon, spa | Eine Stunde nur für Sie | Lehnen Sie sich zurück. Wir kümmern uns um Hände, Füße und Gesicht. | Maniküre; Pediküre; Gesichtspflege; Gutscheine
fr onglerie, salon de beauté, institut de beauté, esthéticienne, spa | Une heure rien que pour vous | Installez-vous. Nous prenons soin des mains, des pieds et du visage. | Manucure; Pédicure; Soins du visage; Bons cadeaux
es salón de uñas, salón de belleza, centro de estética, esteticista, spa | Una hora solo para ti | Relájate. Cuidamos manos, pies y rostro. | Manicura; Pedicura; Tratamientos faciales; Vales regalo
# tattoo #1f2937 gallery team faq
en tattoo studio, tattoo artist, tattoo shop, tattooist, piercing studio | Your idea, under your skin | Bring your idea. We draw it with you until it is right. | Own designs; Cover-ups; Small pieces; Advice
de tattoostudio, tätowierer, tätowiererin, tattoo, piercingstudio | Ihre Idee, unter der Haut | Bringen Sie Ihre Idee mit. Wir zeichnen mit Ihnen, bis sie stimmt. | Eigene Entwürfe; Cover-ups; Kleine Motive; Beratung
fr salon de tatouage, tatoueur, tatoueuse, tatouage | Votre idée, sous la peau | Apportez votre idée. Nous la dessinons avec vous jusqu’à ce qu’elle soit juste. | Créations; Recouvrements; Petits motifs; Conseils
es estudio de tatuajes, tatuador, tatuadora, tatuajes | Tu idea, bajo la piel | Trae tu idea. La dibujamos contigo hasta que esté bien. | Diseños propios; Coberturas; Piezas pequeñas; Consejo
# vet #15803d services hours team map
en vet, veterinarian, veterinary practice, animal clinic, vets | For those who cannot say where it hurts | We look after animals and the people who love them. | Check-ups; Vaccinations; Surgery; Advice on food
de tierarzt, tierärztin, tierarztpraxis, tierklinik | Für alle, die nicht sagen können, wo es weh tut | Wir kümmern uns um Tiere und um die Menschen, die sie lieben. | Vorsorge; Impfungen; Operationen; Beratung zum Futter
fr vétérinaire, clinique vétérinaire, cabinet vétérinaire | Pour ceux qui ne peuvent pas dire où ils ont mal | Nous soignons les animaux et pensons à celles et ceux qui les aiment. | Contrôles; Vaccinations; Opérations; Conseils d’alimentation
es veterinario, veterinaria, clínica veterinaria | Para quienes no pueden decir dónde les duele | Cuidamos de los animales y de quienes los quieren. | Revisiones; Vacunas; Cirugía; Consejos de alimentación
# dog_groomer #0891b2 services hours gallery
en dog groomer, dog salon, dog grooming, pet groomer, dog trainer, dog school, dog sitter | Clean paws, happy tails | We take our time, so that a visit is nothing to be afraid of. | Wash; Cut; Claws; Puppies
de hundesalon, hundefriseur, hundeschule, hundetrainer, hundetrainerin, hundesitter | Saubere Pfoten, frohe Nasen | Wir nehmen uns Zeit, damit niemand vor dem Besuch Angst haben muss. | Waschen; Schneiden; Krallen; Welpen
fr toiletteur, toilettage, salon de toilettage, éducateur canin, dog sitter | Pattes propres, queue joyeuse | Nous prenons notre temps pour que la visite ne fasse peur à aucun chien. | Bain; Coupe; Griffes; Chiots
es peluquería canina, peluquero canino, adiestrador, adiestradora canina, cuidador de perros | Patas limpias, colas felices | Nos tomamos nuestro tiempo para que la visita no dé miedo. | Baño; Corte; Uñas; Cachorros
`;
