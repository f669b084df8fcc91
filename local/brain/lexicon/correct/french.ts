/** Common French words that differ by a letter or two from a word of the lexicon. */
export const FRENCH = `
abouti absente abstraction accent accents accompagnent accompagner accompagnée accompagnées accomplie accomplir
accordent acheter achetez achetée achevé achève achèvement acteur acteurs activement activer actrice actrices
adaptation administratif administratifs administrative administratives admis adresser adressée affichage affichent
affiches agitation agressé agriculture agrément aigle aille aiment aisne aisée ajout alimente alimenter alimenté
allergique amiens amont ananas animale animales annexe annexes annie apparemment apparente appart appartenant
appelées appelés apple appliquant appui appuis architecture arena arrestation arrestations arrete arriva arrivais
arriver arrivez arrête arrêtes arrêté arrêtée arrêtées arrêtés artisanat asile assistance assistante assurer atout
atouts attachement atteindre attendais attendant attendent attendre attendu attendue attendus attribuer attribuée
attribuées auteure autonomie autour autriche avais avènement aînée bague balancer ballet bande bandes banquet
barbara barbare barbares barbe barbie barque barrer basque bassin bassins battle beaux belge belges berges billy
blessés block bloque bloqué bloqués botte bottes boucher bouge bougé bourges bourré bouygues brosse brune brunes
bruno bureaux bénéficiant bénéficier bêtement cabine cable cacher canton cantons capter capture capturé caractère
caractères caron carrière carrières carte cartes cartier casse casser cassé catalogne causer causée chair chambéry
champagne championne chanel changera changez chant chante chanter chanteur chanteurs chanteuse chants chanté charge
charger charges chargé chargés chariot charité charpente charte chasse chassé chaude chaudes chauffer cherche
cherchent cherches chercheur chercheurs cherché cheveux chier chine chère chères clairement classer classée classées
claudia claudio clause clauses clichy clientèle cloche clocher cloches close clôture coalition coeur coeurs coffre
coffres cohérence coiffure colin collaboré collecte collectif collectifs collective collectives collègue collègues
coloration coloris coloré commander commando commandée commente commenter commenté commet communion communiste
communistes compagne compagnie compagnies comparable comparables comparant compatible compatibles compilation
complète complètent complètes complément compléments compléter complété comportent comporter composante composantes
composent composition compositions comprise comprises compromis compter comptoir compétent compétente compétents
compétitif concept concepts concret concrets concrète concrètes condé confection confirme confirmer confirmé
confirmée confirmés conformer conformité congrès connaissant conne connecter conserve conservent conservé conservée
conservées conservés consistant consoler constante constater consultatif consulté conséquent contacte contacter
contactez contacté conte contenait contente contenter contenues contenus contes contester contiennent contient
continental contingent continu continua continuant continue continuent continues continué contraction contraint
contraints contraste contrôler contrôleur contrôleurs contrôlée convenu convergence convertir convertis conviction
convictions convocation corde cordes correction corrections correspondant correspondante correspondants
correspondent corse corses corée costa couche couches couché coude couler couloir couloirs coupe coupes coupé coupés
coureur coureurs courir court courte courtes courtier courts couru cousine coute coûte coûtent coûté crache crever
crient crier critiquent critiquer croatie cruauté crête cuisiner cuisinier culturel culturels câble câbles dante
datée davis death debout demain demandent demander demandera denis devais devise devises difficile difficiles
diplomate diplômée directeur directeurs directive directives directoire distincte distinctes distinction
distinctions diète doive domestique domestiques domination domine dominique dominé dopage dorée dotation doucement
drive droite droites drôle drôles drôme débat débats débit débute débuté décider décidée déclenche déclencher
déclenché décédé décédée défait défaite défaites défense défenses défenseur défenseurs déficit délais délivre
délivré démission départemental dépassement dépenser déplacent désignation détecteur détection ecoutez edith efface
effacé effectue effectué effectués effet effets emballage emploie employer employeur employeurs emporter emprunte
emprunter emprunté enfer enfers engin engins enregistrée enregistrées entier entiers entière entières entrainer
entraînent entraîner entrepris entrer envers environnemental envoie espace espaces espere espère espéré essai essaye
essayes essayé estimait etait etant exagéré examine examiné expansion expert expertise experts expiration
exploitation exploitations exploiter exploration explose explosé exposer exposée exposées express fabrice faciliter
facteur facteurs faille failles faite familiale familiales famine favorise favoriser favorisé faîtes femelle
femelles femme femmes ferais fermer fermez fermier fermiers fermée fermées fiancé filer filet filets fille filles
filme filmer filmé financer financier financiers financée firme fière fleur fleurs fonctionne fonctionné fondateur
fondateurs fondation fondations footballeur formant forme former formes formulation formé formés fournissent
fracture fragilité fraise fraises fréquente fréquenter fréquentes fréquenté fâché fêter galeries galère galères
gamme garant garanti garantis garde gardent gardes gardien gardiens gardé garer gendre goûté grace grain grains
grandes grandir granit grave graves gravé grâce guise géant géants génie génération générations gérant gêner habite
habitué habituée habitués habité halle halles handicapé handicapées handicapés haute hautes heurte historien
historiens hiver hockey honte hostile hostiles humour hunter idéal imitation importante importantes importe
impressionné imprimante imprimerie imprimé imprimés improbable impôt impôts incidence incitation incite indication
indications indigne individuel individuels individus industrie indépendance indépendante indépendantes infection
infections influence influences influencé infraction infractions initiation injection inscrite inscrites inscrivez
insertion installent instaurer institute insérer intensive intention intentions interactive interdiction interdite
interdites internet interpellé intersection intervient intitulée intégrité intéresse intéressé inventer inversement
inversion inviter japon jason jaurès jeune jeunes jeûne joker jouent jouer jouir jouit journalisme journée journées
joyeuse justification kilomètre kilomètres laissons langage langages largement latine laver lenteur levier libraire
libre libres licencié lieux limiter limitée limitées lisse livrer livret livrée logan loger longue longuement
longues loupe loupé lucie lutter lèvre lèvres léger légers lésions machin macron madison maine manches mange manger
manges mangé manière manières manque manques manqué manufacture manège maquillage marchande marchant marchent
marches marchés marie marin marins marion marié mariée marne marquer marquée marquées martine mason masque masques
masqué mater maternel matrice matérielle matérielles mener mentent menteur messieurs metal metro mexicaine meyer
millimètres modifie modifié module modules modéré modérés moniteur monstre monstres monte montent monter montrant
montrez montrée monté montée montées montés moreau morel motivation motivations moustiques multiplier musicale
musicales musique musiques mètre mètres méchant méchants médecine médiation méfier ménage ménager ménages méprise
métal méthode méthodes métro métropole mêler nancy natation nation nations niveaux nobel notez notons nouvel noyer
nuire objection objectivité opposent orage orages ordre ordres organique organiques organisent organisme organismes
organisée organisées origine origines otage otages outrage ouvrir ouvrira ouvrière paient palace palier pallier
panneau parcourt parcouru parenté parier paris parking parle parlement parlent parles parlé paroisses partagent
partagez parte partent parti participent partielle partis parution passe passeront passes passé pasteur patience
patienter payent payer payez payée payées peace peindre peint peints pendu pensons pensée pensées pente pentes
performant perso perte pertes peste peter peuple peuples peuplé phare phares pharmacien photographique phrase
phrases pilote pilotes pince piratage piège pièges placer placée placées plaie plaies plaine plaines plains plaint
plaisante plait plane planter planète planètes plate plates plonge plongé pointe pointer pointes pointé poison pomme
pommes porte porter portes porté portés poser postal poste postes posture posté posée posées potable potter poule
poules poète poètes poêle president prier prince princes prise prises processeur procès procéder producteur
producteurs productif production productions produite produites professeure professionnelle professionnelles
programmée progresse progresser progressif progressive progressé projeté prolongée promet promets propagation
proportion proportions propose proposé proposés propreté protestation protestations protocole protocoles provenant
précision précisions prédilection prédit préparatifs présente présentent présentera présentes présenté présentée
présentées présentés préservation préserver présidence président présidents prévision prévisions prêtre prêtres
prône psychologie puissions pureté pèsent péage pénètre périple péter quantique quartier quartiers quotas quête
raccourci racing raisin raisins range rangé rappelé rapporte rapporter rapporté rapportés recherchent recherches
recherchés recruter recul refus regard regards rejeter rejette relancer remarquer rembourser remis remords remplies
remporter renard rendement rendements rendit rendue rendues rendus rente rentre rentrer rentres rentré rentrée
rentrés repart reparti repartir reporté repose représentatif repérer respecter respiration responsabilité
responsabilités ressent ressentir restaient restait restent rester restez restons restée restées retenu retenue
retenues retenus retourner reuters revente revers reçue reçues reçut rhume riche riches risquer roche roches romain
romaine romaines romains roule roulé roumain rugby règne récente récentes récepteur récolter récompenser
récupération rédaction réduit réduits réflexion réflexions régie régler réglée régulation répandu répandue réparties
répartition répond réponde réponds réputation répète répété réservoir réservoirs réservée réservées résistant
résistants résister résultant résulte résumer réussie réussir réussis réussit révolte révolution révolutions
révélation révélations rééducation rêvent rêver sable sables saisi saisis salariale salue salué salée sauve
sauvegarder sauveur sauvé savez savon savons saxon saxons sculpteur secours seize selle selon senior seniors serbe
serbie serge seriez serre serrer serres serré serrés servie servir servira serviteur serviteurs shirt shirts short
signataires signe signes signé signés simulation singe singes single situe situé situés smart solaire solaires
solide solides sommet sommets sonde songe sorte sortes sorti sorties sortis souhaiter souhaitez souhaitons sourde
souscription soutenir soutenu soutenus soutient souviens speed spirituel sporting spécialiste spécialistes
spécialisé spécialisée spécialisées spécialisés stade stades statu statue statues steak stockholm stone strip stuart
substance substances suivie suivies suivis suivit supplie supporte supportent supporté supprimée sweet symbole
symboles symbolique syrie sénat tableaux tailler taire tante tarde tarte tasse taule taylor tenaient tenait tendue
tentant tentation tente tentes tenté terminale terminent terminer terminée terre terres teste testé texto thème
thèmes tigre tigres tirer tirée tirées toiture tombe tombes tombé tombés totale totalité toucher tourne tourné
tournés trace tracer traces tracteur tracé tradition traditions traduite trait traiter traits trame transition
transporte transporter transporté transportés travail traîne trouve trouvera trouveras trouverez trouves trouvé
trouvés trêve téléphonie united utilisent utiliser utilisez utilisée utilisées utilité vague vagues valable valables
vante vapeur variation variations variées vendue vendues vendus ventre verbe verbes verrez verse versé versés vertu
vertus veste viole violent violente violentes violents violeur violé visait visiter vocation voire voisinage volet
volets voleur voleurs volontiers vomir voter votez votée voyager voûte vécue végétale végétales véritable véritables
vérité vérités world wright écoulé écouter écoutez écrase écrasé édité élection élections électricité électro élever
élevée élevées élimination énergique épargner épices épuisement équiper équipée équité étant étrangère étrangères
évacuation évocation
`;
