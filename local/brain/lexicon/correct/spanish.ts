/** Common Spanish words that differ by a letter or two from a word of the lexicon. */
export const SPANISH = `
abajo accidental aceptable acercamiento acompañan acompañando actitudes activación activista activistas actor
actores actualidad actualiza actualizada actualizado actúa acudió acusaciones acusación adaptarse administraciones
administrado administradores administrar administrativa administrativas administrativo administrativos adoración
adoro agarre agricultores agricultura aislamiento alegria alegría alegrías aleja alemana alemanas aliento alimentan
alimentar almacenar almirante aluminio amada amazonas ampliación anaya ancestral ancestros anima animación anota
anular aníbal aplicaciones aportado aportando aprendemos aprendiendo aprendió aprobaron apropiado apropiados apunta
apunto apuntó araña arañas arena arenas arquitectura arreglado artesanal artesanía articular artística artísticas
asegurada asegurado asesora asesores asesoría asociaciones atacó atado ataque ataques atiende atracción atrajo
atrapado atrapados audiencia audiencias aurora autonomía autoría autónoma autónomas azufre aérea aéreas ballet banca
bando bandos barba barbara barbarie bardo barra barras barro barros batalla batallas beber beneficia beneficiado
beneficiados benefician beneficiar beneficiarse bernal billy blanco blancos busca buscado buscará buscas bárbara
bárbaro caballero caballeros cabello cabellos cabida cabrera caiga caigo cairo cajero calculado calentar calienta
caliente calientes calla calle calles calma calor cambia cambiarlo cambiaron cambiará cambiaría cambias caminaba
camino caminos camioneta campeona cancelado cansa canta cantera capital capitales capturado capturados capturar
caracter caracteres carga cargas carla carlo carlos carpa carretera carreteras cartera carácter casar casta castro
cauca cauce causan causar celebraron cementerio central cerro cerros cerró certeza chang charlar charlie chismes
chota ciclón cielo cielos ciento cientos cinta cintas citan citar clasificación claudia claudio clave claves click
cloro clubes clínico clínicos coalición cobro cobró cocaína cocinar cofradía coherencia colaboraciones colima colin
colina colinas colocación comedia comedias comentado comentando comentar comenzó comercial comicios comiendo
comienzan comodidad compa compara comparada comparado comparando compartan comparten compartiendo compartimos
compartirlo compartió compañera compañeras competente competentes competir competitiva competitivo complemento
completar complicado complicados compone componen composiciones composición comprador compradores compramos compran
comprando comprar comprarlo compraron comprendo compresión comprobado computación computador compás comunicado
comunicar comunidades comunitario comunitarios comía concebido concedido concierne concreta concretas concreto
concretos conde condenado condenados condes condicional conducción conducido conducto confección confiable
confiables confirmaron confluencia conformación conmoción conocerte conociendo conocimos conoció conste consultado
contactar contado contados contando contarle contarte contará contenedor contenta contento contentos contienen
continental contingente contrario contrarios contraste contratado contratados contratar controla controlada
controladas controlado controlados controlan controles contundente conté contó convencer convencido convencidos
convergencia conversar conversión convertida convertido convertir convertirá convicciones convicción convierta
convierte convierten convincente convocado corre corrección corresponden correspondiente correspondientes corrió
corro corta cortas corte cortes corto cortos cortés cortó cosmos costa costas creer criar cuarta cuatro cuestionar
cuida cuidado cuidados cumplan cumplen curioso curiosos cálida célula células cómico cómoda dando dante darte darío
death deberia deberias deberá debería deberías debiera debut decente decide decides decidida decidimos decidió
demolición demonio demonios departamental deportiva deportivas depositar deshacerse destaca destacada destacadas
destacado destacados destinado destinados detección devaluación dicta diera dificulta dimisión dioses directiva
directivo directivos directo directos disolución distante diversión divisiones doctora documentado documental dolor
dominación dominante dominantes domingo domingos dominó doméstica domésticas donar doscientos dotación drive déficit
editora editores electricidad eliminado eliminados eléctrica eléctricas emocional emocionales empleador empleadores
empleando encantado encerrado encerrados encontraba encontrada encontradas encontrado encontrados encontramos
encontrarlo encontrarme encontraron encontrarse encontrarte encontrará encontrarán encontrarás encuentra encuentras
enfrentamiento enfrentamientos entera enterado enteras entere entero enteros enteré enteró entraba entrará entrañas
entregada entregado entregados entregan entregar entregue entrenado entrenados entrenando entrevistado escritura
escrituras escuchaba escuchamos escuchando escucharlo escucharon espacio espacios especiales especializada
especializadas especializado especializados espectacular estadio estadios estadía estadístico estadísticos estamos
estando estatua estatuas estrada estudiando estudiantil estudiantiles estudio estudios estudió evaluación exclusión
exhibición exigencia exigencias expansión experta experto expertos exploración explosiones explosión explotación
exportaciones expresa expresan express expulsión extensiones extinción extorsión extremistas fabrica facilitar
factores favorita favoritas fieles figuran fijamente filmación finde firma firmas firme firmes firmó flecha flechas
flojo flora forma formado formados formas formulación formular formó forro fotográfica fotográfico fractura frente
frentes fruta frutas fuerte fuertes funciona funcional funcionales funcionan funcionar funcionó fundaciones
fundación fundó fábrica fábricas fármacos ganador ganamos ganando garaje garantiza garantizar gastando generado
generadores generando genere gestación gestiones gesto gestos globo globos golpea golpeó graba grace granito grave
graves gripe grises gritar guarda guardan guardando guardas guardia guardianes guardias guiar gustado gustar gusto
gustos gustó habido habita hacha haria haría harían harías heavy hecha hechas heroína hielo historietas histórica
históricas histórico históricos hockey hogares honorarios honra horacio hospitales hostil hostiles hunter ideal
idiota idiotas imagina imaginas imagine imagino imaginé imitación impactante importa importaba importaciones
importado importados importan importó impotencia inclusión incursión indicaciones indicación indicador indicio
indicios indicó indio indios individuales individuo individuos industria industrias infecciones infección influencia
influencias informales infracciones infracción inmigración inminente inserción instrucción instrumental integridad
intención intenso intensos intentado intentamos intentarlo interesan interesar internado interpreta interpretar
intersección interviene intervienen intervino introduce introducido invención inventado inventar inversores
invitamos invitaron inyección jugado juntan juntar justa justas lanka lanza lanzas leales lectores lesión liberar
libre libres licenciado lider ligar limita lineamientos listo listos llamaba llave llaves llegaba llegar llegara
llegará llenar lleva llevada llevadas llevara llevará llevaría llevas localizada localizado localizar logan lucio
lunar líder maestría magna manda mandas manta manto manufactura manía marcado marcados marcan marcar march marcha
marchas marea maria mariana mariano marica marido maridos mario marta maría marín materna mecanismo mecanismos
mecánica mecánicas media mediación mediados medias medicación medicinales mediciones medición medina medio mediodía
medios mejorar mensajero menta mentalidad mercantil mesías metal metan metida mexico migraciones milímetros mirada
miradas mirado modesta modesto modifica modificada modificado mojado monitoreo monton montón morelos mostrador
mostrarle mostraron motor muelle muelles muestra muestras muestre muestro music musicales médica médicas mérida
méxico módulo módulos nancy negar ninja nobel noción norte notar novena obrador ocasional ocupación operaciones
operación operadores ordena ordenado organismo organismos organiza organizada organizadas organizado organizados
organizan organizando organizaron organizarse orientación origina originó orígenes padrón pagada pagamos pagan
pagando pagar pague pagué paisaje paisajes paliza paneles paradero parado parados paraná parcial parecia pareció
parecía paren paris parodia parroquial parte partes participa participado participan participando participar
participen partiendo partió parto parís pasada pasadas pasado pasados pasaje pasajes pasto patada patadas patente
patentes patología patrona patrones pañuelo peaje pedimos pedro pegado pensiones pensó perdido perdidos perdon
perdona perdón periodismo periodística permanencia peronista persistente personales pertenecía pertenecían perón
pescar peticiones petro pieles pinches pintar pinto pintores pintó pizza pizzas placer plaga plagas plana planas
planea planes planeta planetas planificar plano planos plantar plantea planteó plata platón podido podré poeta
poetas polla pollo pollos ponerte poniente ponía porción porro porta portales porteño poseer posesiones posta postal
poste postre postura posturas potencia potencial potenciar potencias potente potentes potter practican practicar
praga preciso precisos predio preguntaba preguntado preguntamos preguntan preguntar pregunten premisa prendió prensa
preparativos presenta presentado presentados presentamos presentan presentar presentaron presentará presenten
presento presentó preservación presidente presidentes presión preso presos presta prestando presunción presunta
presunto presuntos pretender previo previos prime prince prisa proceder procesamiento procesión produccion
producciones producción produce producido producidos producir productivo productivos productor productora
productoras productores profesorado profundizar programada programado programar progresar progresivo promocional
promocionar pronuncia propagación proporciones proporción protector protegida protegidas protestar protocolo
protocolos providencia provisional provisiones provisión proyectar publicaron puerto puertos queda quedas quejan
quema quite racing ramon ramón ratón razones raíces reacciona reaccionar reactor recibe recibes recibió recibía
reciente recientes recinto recipiente recomendación recordaba recordado recordamos recordemos recordé recordó
recorrer recorriendo recorrió recortar recta recto recuerdan recuerden recuperado redacción reducción reelección
referente referentes reflexión reformar registra registrado registrados registran registraron registrarse
regulaciones regulación relaciona relacionan religiones relojes remover renal repartir repentina repentino reporta
reportaje reportajes reportar reporte reportero reporteros reportes reportó reproducir reputación requerido resalta
reservada residente residentes resistente resistentes resoluciones resolución respetado respiración responde
responden responder respondiendo respondió resta restaurar resto restos resuelto resulta resultaba resultando
resultante resultaron resultará resulte resultó resume retrasado retrato retratos reunieron reunió reuters
revelación revisa revolucion revolución riego rioja robado robados roble robles rocha rompa rugby ruina ruinas
salada salado salen salga salgas salgo salido salinas salio saliva salió salmón salones salsa salta salto saltos
saltó saluda saludo saludos salva salvado salve salía seguidor seguirá seguiré seguiría seguí seleccionar senador
sendero senderos senior sentimiento sentimientos serlo servido servidores servir servirá sevilla sexto señor señores
shock short sienta sientas siete simbólica simulación sintió sirio sirve smart sodio soldado soldados solicitan
solicitando solucionar soluciones soporta soporte soporto stark stone stuart suave suaves sucio sucios sueco suelo
suelos suelto sueltos suene suero suman superficial superficiales superficies símbolo símbolos sólida tablet tarda
tarde tardes tarta taylor tejado telefonía telefónico telegrama temblar temblor temer templo templos temporales
temía tenido tenis terminaba terminales terminamos terminando terminara terminaron terminará tesla tigre tigres
titula toalla toallas torno totalidad trabajado trabajadora trabajadoras trabajamos trabajando trabajaron
tradiciones tradición traducida traducido traductores trailer traje trajes transición transmite trate trates traté
traves través trece trenes tráiler tumor turbo turco turcos táchira técnico técnicos tópicos unida unidas unido
unidos usamos usando utilidades utilizada utilizadas utilizado utilizados valdés valen valer valle valles valora
vapor variaciones vasco vascos vegetales vehicular vence vencedor venció venda vende vender vendiendo vendió vendo
venga vengas venia venido venía verbo verle verme verse verte vicente vigilante vigilantes vigor violaciones
violación violenta violentas visitan visitando visitar visitaron visite visitó visualización vivido vivimos vivió
vocación volúmenes voten vuelto vuelvo world álbumes épica épico
`;
