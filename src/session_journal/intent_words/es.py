"""How people pick up the work again in Spanish: rules for intent_grammar."""

PHRASES = """
past = ayer|antes|anteriormente|anoche|recien|hoy|ahorita|recientemente / la|el|esta|este ultima|semana|otro|
  ultimo|sesion|vez|manana|tarde|noche vez|pasada|sesion|dia|anterior|ultima? / hasta|desde|de ahora|aqui|el|
  ayer|hoy|entonces|alli|ahi|momento|antes|anoche|la momento|punto|fecha? / antes|despues de|del la|el? @det?
  pausa|almuerzo|reunion|corte|interrupcion|descanso|caida|comer|comida|irme / por|en el|este|ese momento / el
  lunes|martes|miercoles|jueves|viernes|sabado|domingo pasado / hace un|unos|rato|poco rato|momento|dias|poco? /
  a la fecha
sep = ya|todavia|aun|exactamente|ahora|aqui|ahi|alli|entonces|juntos|tambien|actualmente|mismo|nuevamente|otra|
  vez|de|nuevo|todo|recien|hoy
det = el|la|los|las|lo|del|al|nuestro|nuestra|mi|mis|tu|este|esta|esa|ese|un|una|nuestras|nuestros|su|eso|esto|
  ello|donde
adj = ultima|ultimo|anterior|actual|siguiente|proximo|proxima|siguientes|misma|mismo|pendiente|pendientes|
  restante|restantes|breve|rapido|corto|pequeno|nueva|mismo|interrumpida|original
work = trabajo|sesion|tarea|tareas|conversacion|charla|proyecto|cosa|cosas|asunto|tema|temas|plan|paso|pasos|
  punto|puntos|lugar|sitio|parte|momento|hilo|labor|faena|resto|curro|chat|desarrollo|lista|etapa|actividad|
  discusion|implementacion
obj = @det? @adj? @work @adj? de|del|en? @past|proyecto|hoy|curso? / eso|esto|ello|lo|todo|ahi|alli|aqui|alla /
  lo|los|las de|que @past|siempre|antes|teniamos|falta|faltaba|queda|tenemos|quedaba / lo mismo|siguiente|
  anterior|pendiente
stopped = quedamos|quedo|quede|dejamos|dejaste|deje|dejo|ibamos|iba|ibas|paramos|paraste|pare|estabamos|estaba|
  estabas|estamos|estoy|vamos|detuvimos|llegamos|llegaste|interrumpimos|interrumpio|quedaste|terminamos|corto|
  cortamos|habiamos|hemos|habias|habia|detuviste|detuvo|andabamos|venimos|vas|voy|estan|estas|andamos|acabamos|
  llegue|pausamos
part = quedado|dejado|parado|llegado|detenido|hecho|trabajado|decidido|haciendo|trabajando|hablado|acordado|
  terminado|avanzado|completado|logrado|discutido|hablando|discutiendo|viendo|visto|empezado|ido|programando|
  resuelto|metidos|conseguido|tratando|diciendo|pensando
where = a|de|desde|por|en|hasta|hacia? donde / en|a|hasta|por|de|desde que|cual? punto|parte|paso|lugar|etapa? /
  en|hasta|a que / en cual|que @work / hasta donde
lo = @where fue|es|exactamente|diablos? que? nos|lo|la|me|te|los|las|se|lo? @stopped @part? @sep|@past|todo|
  cosas|trabajo|las|la|nosotros|sesion|con? cosas|sesion|@past|esto|eso|ello? @past? / lo|eso que @we2?
  @stopped|hicimos|hiciste|haciamos|hacias|hacia|estabamos|decidimos|dijimos|hablamos|trabajamos|vimos|
  acordamos|hablabamos|ibamos|tenemos|falta|queda|sigue|logramos|viene @part|@sep|por|a|hacer|haciendo? @sep|
  @past|hacer|hecho|juntos? @past? / que @stopped|hicimos|hiciste|haciamos|hacias|hacia|estabamos|decidimos|
  trabajamos|acordamos|queriamos @part|@sep? @sep|@past|con|hacer? @past|@obj?
we2 = nosotros|tu|yo|nos|ya|habiamos|hemos|ambos
que = que|q|cual|k
base = continua|continuar|continue|continuemos|continuamos|continuad|continuen|continuas|sigue|siga|sigamos|
  seguimos|seguir|sigan|seguid|sigues|prosigue|proseguir|prosigamos|prosiga|prosigue|retoma|retomar|retomemos|
  retomamos|retome|retomalo|reanuda|reanudar|reanudemos|reanudamos|reanude|avanza|avanzar|avancemos|avanzamos|
  continualo|siguele|sigale|dale|prosiguiendo|retomando|continuando|continuacion|continuo / vuelve|volvamos|
  volver|volvemos|regresemos|vuelta|regresar|retornemos a|al @obj|trabajar|ello|la|lo|carga? carga? / vamos|
  vayamos|ve|echale|sal|venga a? por? @obj|ello|siguiente|adelante|delante / adelante|palante / hacia adelante /
  manos a la obra / a|al por|trabajar|trabajo|ello|tajo ello? / sigue|siga|sigamos|seguir|seguimos adelante|
  trabajando|haciendo|programando|avanzando|hablando|desarrollando / pasa|pasemos|vamos|pasamos al|a siguiente|
  lo @work|siguiente? / termina|terminemos|terminar|acabemos|completa lo que empezamos|empezaste|estabamos|
  dejamos|falta|queda|iniciamos @part? / ponte|pongamonos|ponganos|manos al|a|en trabajo|ello|marcha / siguiente
  @work / en marcha
con = con|en|desde|de|a|por|del|al|sobre|donde|a|despues|ya
V = @base @sep? @obj|@past|@sep? @con? @lo|@obj|@past|@sep|mismo? @past|@sep? / @base @obj? @con? @det @work|
  mismo @lo|@past|donde? @lo|@past? / @base @con @det @work @lo
V = @base con|trabajando|trabajo con|en|de? el|la|los|las|lo|mi|nuestro|nuestra|del|al ... / @base @det @work|
  tarea|trabajo de|del|con|en|sobre ... / volvamos|volver|regresemos a|al|con la|el|lo? ...
V = ya|estoy|he|hemos|ya|aqui|me|hola|yo|acabo? estoy|volvi|vuelto|regrese|regresado|volvimos|regresamos|
  regreso|estamos|toy|de|he|conecte|ya|volver|regresar de|aqui|ya|otra|nuevamente|vuelto|regresado|a|vuelta|
  regreso|volver? vuelta|vez|regreso|nuevo|aqui|regresar|volver|del|de? de|del|por|en|al|aqui|vez|a? la|el|aqui|
  mi? pausa|almuerzo|reunion|comida|cafe|descanso|escritorio|comer|almorzar|vacaciones|teclado|linea|desayuno|
  cena|finde? / ya? he vuelto|regresado|volvido / estoy|estamos|ya de vuelta|regreso|nuevo / aqui estoy|estamos|
  ando de? nuevo|otra|vuelta vez? / de vuelta|regreso de|del|al|a|en? la|el? pausa|almuerzo|reunion|comida|
  trabajo|linea? / ya volvi|regrese|vine|llegue|estoy de|del|aqui? almorzar|almuerzo|comer|nuevo|vuelta|la?
  reunion|pausa?
Q = @lo / por|en|a|hasta|de? donde|que vamos|ibamos|estamos|andamos|va|van|iba|esta|estaba|estan todo|eso|esto|
  las|la|el|lo|nuestro|nuestra? cosa|cosas|@work|cosa? / @where continuamos|seguimos|retomamos|empezamos|sigo|
  continuo|seguir|continuar|arrancamos|retomo|comenzamos @past|@sep? / en|que|como que? estado|va|vamos|van|
  esta|estan|estamos|llevamos|punto? quedo|esta|va|van|quedaron|dejamos|estamos|estan|todo|vamos? todo|la|las|
  el|eso|esto|con|lo|@obj? @work|cosas|@obj|hasta? ahora|momento? / cuanto|que tanto? hemos|llevamos|avanzamos|
  falta|queda|progreso|habiamos avanzado|hecho|hemos|por|hicimos? hecho|hacer? @past?
Q = @que es|fue|era|son|seria|hay|cosas|mas|otra|cosa|tareas|pasos? lo? ultimo|ultima|proximo|siguiente|que|la|
  el|las|los|hay? que? siguiente|proximo|proxima|pendiente|pendientes|hacemos|tenemos|quedo|hicimos|sigue|toca|
  falta|viene|hiciste|ultimo|ultima|estabamos|paso|tareas|decidimos|acordamos|hice|dijimos|pasos|vimos|hablamos
  @part|@work|cosa|pendiente|pendientes|a|que|ahora? que|@part|pendiente|siguiente? hicimos|hemos|haciendo|
  siguen|quedan|hecho|vimos|estabamos|hacer? @part|hacer? @past|@sep|ahora? / @que sigue|toca|viene|falta|queda|
  hacemos|hago|hicimos|hiciste|haciamos|hacias|hacia|decidimos|acordamos|tenemos|tengo|debemos|hay|estabamos|
  estaba|hemos|habiamos|has|estabas|trabajamos|he|logramos|avanzamos|faltaba|quedaba|restan|resta|debo|quedo|
  ibamos|vamos|hacer|queria|queriamos|seguia|podemos|tocaba|deberiamos|dejamos|faltan|quedan|terminamos|nos|me|
  se|mas|iba a|por|que|haciendo|ahora|luego|despues|siguiente|pendiente|despues|en|hecho|todavia|hicimos|falta|
  queda|quedo|decidido|@part|hacer|seguir? @part|hacer|pendiente|terminar|completar|ahora|siguiente|lista|
  agenda|luego|entonces|continuacion|delante|por|resolver|la|plan|el|@past|@sep? @sep|@past|hacer|terminar|
  pendiente|agenda|lista|plan|completar|ahora|despues|juntos|luego|continuacion|tareas? @past? / en|sobre|con|de
  que @work? estabamos|estaba|trabajabamos|trabajamos|andabamos|hablabamos|estabas|ibamos|estamos|quedamos|
  hemos|trabajaba|habiamos @part|@sep? @part|@past|@sep? @past? / ahora|y|luego ahora|luego|despues|entonces?
  @que|que? hacemos|sigue|toca|viene|mas? / que|cuales|cual|cuantas tareas|cosas|pasos|decisiones|trabajo|es|
  son|era|fue|seria|decision el|la|los|las|nuestro|tomamos|hemos|quedan|faltan|hay|siguen|nos|queda|quedaron|
  estan? siguiente|proximo|ultimo|ultima|siguientes|proximos|proxima|quedan|faltan|tomado|estado|plan|
  pendientes|pendiente? @work|cosa|pendiente|ahora|decision? que|@past|@sep|tomamos|pendiente|actual|por?
  hicimos|hacer|hablamos|tomamos|estabamos? haciendo? @past? / como va|vamos|quedamos|seguimos|continuamos|van|
  estamos|procedemos|estaba todo|la|las|el|eso|esto|nuestro|ahora|con|lo? @work|cosa|cosas|eso|progreso|esto|
  avance? / queda|falta|hay|quedo|quedaba algo|mucho|mas|alguna|nada pendiente|por|cosa|mas|para|tarea? hacer|
  terminar|pendiente|resolver? / te|me acuerdas|recuerdas de? @lo|que|en|donde|@obj @stopped?
gist = resumen|recap|estado|recapitulacion|recuento|sintesis|panorama|actualizacion|repaso|avance|avances|
  progreso|contexto|balance|status|recordatorio|puesta
W = dame|hazme|haz|hagamos|da|dar|hacer|necesito|quiero|un|puedes|podrias|el|breve|rapido|muestra|muestrame|
  cual|dime|podemos|mandame me|darme|hacerme|un|el|una|es|nos|hacer|dar|quisiera|danos? un|el|una|breve|rapido|
  nuestro|pequeno|corto? breve|rapido|pequeno|corto|actual? @gist rapido|breve|rapida|al|corto|actual|general|
  por|del|de|sobre|dia? del|de|sobre|favor|dia|lo? @obj|estado|donde|lo|todo|la|avance|@lo|@past|nuestra|
  situacion|dia? @lo|@past? @past? / @gist rapido|breve|actual|general|de|del? @obj|la|lo|todo|@lo|situacion?
  @lo|@past?
W = recuerdame|recuerda|recordarme|recordame|dime|resumeme|resume|resumir|resumeme|recapitula|recapitulemos|
  resumamos|ponme|pongame|poner|actualizame|refrescame|refresca|repasemos|repasa|explicame|cuentame|decirme|
  puedes|ayudame|resumas|resumirme|decime|muestrame|recapitulame|repitame a|me|la|lo|en|por|al|recordar|de|
  brevemente|rapido|ponerme|mi|recordarme|resumir|decirme|rapidamente? dia|memoria|contexto|corriente|tanto|
  favor|recordar|de|todo|a|la|lo|en? de|con|sobre|dia? @lo|@obj|@past|que|como|@que? @lo|@past? @past|vamos? /
  que me? perdi / ponerme|ponme al dia
W = y|bueno|ok|entonces|pues|lo ahora|siguiente|luego|despues|entonces|proximo|que|bien? que|ahora|siguiente|
  sigue|paso? / siguiente|proximo|proxima @work? / ahora que|entonces|sigue / lo? siguiente / estado|pendientes
F = por|favor|porfa|porfavor|gracias|hola|buenas|buenos|dias|noches|tardes|tarde|bueno|bien|vale|ok|pues|
  entonces|y|pero|si|claro|listo|perfecto|genial|vamos|podemos|puedes|podrias|podriamos|puede|podes|me|nos|te|
  lo|a|que|quiero|quisiera|gustaria|ahora|ya|de|nuevo|otra|vez|aqui|disculpa|perdon|perdona|lamento|venga|anda|
  oye|claude|amigo|dale|muy|muchas|mil|tal|saludos|hoy|yo|tu|nosotros|solo|favorcito|deja|dejame|vez|excelente|
  estupendo|por|favor|desea|queremos|debemos|hay|necesito|tenemos|tengo|listos|dime|sabes|todo|con|eh|donde|oh|
  en|rapido|rapidamente|juntos|simplemente|mejor|puedo|tambien|holi|finde|es|hora|lo|siento
F = @past / no|me|se|ya me|recuerdo|se|he|olvide|olvido|acuerdo|no|lo? recuerdo|acuerdo|olvide|olvidado bien|
  exactamente|de|muy? bien? / si|cuando quieres|puedes|gustas|quieras|puedas|estas|te|es listo|parece|posible? /
  lo siento / hasta|de nada / sin problema / como estas|vas / se|la|el|mi|nos|perdi|hubo|perdon|tuve|se me|se|
  nos|la|fue|perdio|corto|un|perdi? conexion|internet|red|luz|computadora|ordenador|portatil|sesion|wifi|vpn|
  corte|corto|cayo|me|la|fue|perdio|interrumpio|colgo|interrumpieron|reunion|terminal|laptop|compu|interrumpio|
  llamada|reinicio|reinicie|fui|el|se|pc de|se|me|la|el? luz|conexion|internet|cayo|corto|corte|fue|perdio|
  interrumpio|colgo|red|sesion|apago|murio|reinicio|cerro|wifi|comer|interrumpida|ordenador? conexion|internet|
  red|luz|sesion|apago|llamada? / corte de luz|internet|red / interrupcion / perdon|disculpa|siento por|la|el|
  lo? la|el|de? interrupcion|espera|demora|corte|tardanza|pausa|antes
G = buen dia|dia
F = a ver / como acordamos|quedamos|planeado|estaba|habiamos planeado|acordado?
Q = como|que tal vamos|estamos|va|seguimos todo|eso|con|hasta? @obj|todo|ahora? / cuales son|eran los|nuestros
  siguientes|proximos pasos
V = no pares|pare|paren|te detengas|detengas
W = nos|me|te han|hemos? cortaron|interrumpieron|desconectaron|desconectamos|cortado|interrumpido|interrumpimos /
  se nos? corto|interrumpio|cayo la? conexion|llamada|conversacion|sesion? / fuimos|hemos sido? interrumpidos
V = listo|lista|listos|preparado|preparada para @base
EVENT = cortaron cortaste cortamos cortado cortada desconectamos desconectaron interrumpieron interrumpidos
  cayo colgo reinicie reinicio reiniciar almuerzo almorzar comida comer cafe pausa descanso reunion finde
  vacaciones corte corto interrumpido interrumpi interrupcion
  interrumpio interrumpimos desconecto desconecte conexion internet wifi vpn luz laptop portatil ordenador
  compu accidente error compactacion compact cancele bateria telefono murio
TALK = bloqueos bloqueo objetivo decisiones pasos etapa punto
WE = nosotros nos me yo estabamos ibamos quedamos hicimos dejamos vamos seguimos continuamos podemos hemos
  tenemos estamos llevamos
HEART = falta faltan queda quedan quedamos pendiente pendientes siguiente sigue paso pasos avance avances
  estado resumen decidimos decidido plan punto continuar seguir hecho haciendo
  dejamos hicimos trabajando ibamos
NOT = cuanto cuanta cuantos cuantas no nunca sin porque cuando si manana luego despues
STOP = fallar test texto no nunca sin si cuando hasta despues antes mientras boton botones enlace bucle error
  errores excepcion linea pagina archivo siguiente proximo proxima manana luego lunes martes miercoles jueves
  viernes sabado domingo debe deberia puede es esta son estan clic iteracion elemento valor fallo usuario que
  google al lugar tiempo pausa
"""
