# Textos de Trellis en español. Palabras sencillas, una idea por frase, de tú.

## The frame
app-name = Trellis
skip = Saltar al contenido
nav = Páginas
nav-home = Inicio
nav-practice = Práctica
nav-progress = Progreso
nav-settings = Ajustes
language-other = English
language-other-name = Switch to English
title-practice = Práctica
title-progress = Progreso
title-map = Mapa de habilidades
title-skill = Una habilidad
title-settings = Ajustes
title-learners = ¿Quién aprende?
title-question = Una pregunta
waiting = Un momento …

## Saving
saved-quiet = Nada que guardar
saved-linked = Esta página no guarda nada
saved-private = En privado: no se guarda nada
saving = Guardando …
saved = Guardado en este dispositivo
saved-one-copy = Guardado en un solo lugar
saved-not = Aún sin guardar
saved-try = Guardar otra vez

## La prueba de privacidad
title-privacy = Privacidad, comprobada aquí
proof-title = Privacidad, comprobada en este dispositivo
proof-text = Todo lo que hace una persona se queda en este navegador. No hace falta creerlo: aquí abajo, la página prueba todas las salidas que tiene una página y dice qué respondió el navegador.
proof-address = Comprobado en { $address }, versión { $version }
proof-again = Probar otra vez
proof-print = Imprimir esta página
proof-trying = Probando todas las salidas. Tarda unos segundos.
proof-failed = La comprobación no terminó, así que no se sabe nada. Recarga la página.
proof-result = El resultado
proof-tried = { $count } intentos, hacia un nombre que no es de nadie ({ $host }).
proof-closed = Bloqueadas, quitadas o inexistentes en este navegador: { $count }
proof-open = NO bloqueadas: { $count }
proof-unknown = No se puede saber desde una página: { $count }
proof-untried = No probadas, porque probarlas sería salir de esta página: { $count }
proof-verdict-closed = No salió ningún intento de enviar algo que esta página pueda ver.
proof-verdict-open = Algunas salidas no se bloquearon. Están al principio. Nada en Trellis las usa, pero eso aquí es una promesa, no un cerrojo.
proof-verdict-limits = Una página solo puede comprobarse hasta cierto punto. No ve las extensiones del navegador, el programa del servidor ni otros programas del dispositivo. Para comprobarlo desde fuera: abre las herramientas del navegador (F12), Red, y practica; o activa el modo avión y sigue.
proof-from-page = Desde la página
proof-from-worker = Desde un proceso de fondo (worker) junto a la página
proof-from-journal = Desde el proceso de fondo que guarda el registro
proof-from-service = Desde el service worker, que guarda la aplicación para usarla sin internet
said-blocked = Bloqueada
said-removed = Quitada
said-absent = No existe aquí
said-open = NO bloqueada
said-unknown = No se puede saber
said-untried = No probada
way-fetch = Una petición de un programa (fetch)
way-fetch-blind = Enviar sin leer la respuesta (POST no-cors)
way-fetch-keepalive = Enviar mientras se cierra la página (keepalive)
way-xhr = Una petición de tipo antiguo (XMLHttpRequest)
way-websocket = Una conexión de ida y vuelta (WebSocket)
way-eventsource = Una corriente de mensajes (EventSource)
way-webtransport = Una conexión rápida (WebTransport)
way-cache-add = Traer a la memoria caché (Cache.add)
way-wasm-stream = Traer un programa (WebAssembly)
way-import = Cargar un módulo (import)
way-worker = Un proceso de fondo (worker) de otro servidor
way-beacon = Un mensaje de despedida (sendBeacon)
way-fetch-later = Una petición para más tarde (fetchLater)
way-webrtc = Una llamada entre navegadores (WebRTC)
way-webrtc-frame = WebRTC sacado de un marco vacío nuevo (solo se busca, no se usa)
way-shared-worker = Un proceso de fondo compartido (SharedWorker) de otro servidor
way-blob-worker = Un proceso de fondo hecho al momento, que luego envía
way-service-worker = Un service worker de otro servidor
way-image = Una imagen
way-image-set = Una imagen en varios tamaños (srcset)
way-image-svg = Una imagen dentro de un dibujo (SVG)
way-audio = Un sonido
way-video = Un video
way-track = Los subtítulos de un video
way-style-image = Una imagen de fondo (CSS)
way-style-cursor = Un puntero de ratón (CSS), que se pide solo al usarlo
way-stylesheet = Una hoja de estilos
way-style-import = Una hoja de estilos que pide otra (@import)
way-font = Un tipo de letra (font)
way-script = Un programa (script)
way-script-inline = Un programa escrito en la página, que luego envía
way-markup = Código de página hecho de texto (innerHTML)
way-eval = Un programa hecho de texto (eval)
way-frame = Una página dentro de la página (iframe)
way-object = Un archivo incrustado (object)
way-embed = Un archivo incrustado (embed)
way-form = Enviar un formulario
way-ping = Un aviso al seguir un enlace (ping)
way-prefetch = Pedir por adelantado (prefetch); un navegador puede ignorarlo sin decirlo
way-preload = Pedir pronto (preload)
way-preload-module = Pedir pronto un módulo (modulepreload)
way-preload-rules = Reglas para pedir por adelantado (speculation rules)
way-preconnect = Conectar pronto (preconnect): ningún programa se entera del resultado
way-dns-prefetch = Buscar un nombre pronto (dns-prefetch): ningún programa se entera del resultado
way-leave-address = Ir a otra dirección (location)
way-leave-link = Seguir un enlace
way-leave-window = Abrir otra ventana (window.open)
way-leave-refresh = Una página que se va sola a otro sitio (meta refresh)
way-import-scripts = Cargar un programa (importScripts)
way-all = No se le pudo preguntar
proof-leaving = Ningún navegador permite que una página cierre su propia puerta en todas partes: un programa de esta página podría llevarla a otra dirección. Nada en Trellis lo hace con lo que hizo una persona, y ningún programa ajeno entra para hacerlo. Donde el servidor envía Connection-Allowlist y el navegador lo conoce, el navegador también lo impide.
proof-loaded-title = Qué se cargó
proof-loaded-own = { $count ->
    [one] Un archivo de esta dirección.
   *[other] { $count } archivos de esta dirección.
}
proof-loaded-none = Ninguno de otro servidor.
proof-loaded-foreign = De otros servidores: { $names }
proof-loaded-part = El navegador solo cuenta hasta cierto número, y hubo más.
proof-loaded-limits = Contado por el navegador para esta página desde que se abrió. No cuenta lo que pidió el service worker ni lo que el propio navegador pide para ver si hay una versión nueva (sw.js). release.json nombra cada archivo de la versión con su huella.
proof-files = Los archivos
proof-stored-title = Qué se guarda
proof-stored-text = Todo lo que Trellis puede guardar de una persona, dato por dato, con un ejemplo inventado. La lista sale del propio programa; si le falta un dato, el programa no se construye. No hay nombre real, fecha de nacimiento, dirección, correo, foto, sonido ni lugar.
proof-field = Dato
proof-means = Qué es
proof-example = Ejemplo
proof-place = Dónde
place-record = En el registro: cifrado, en la base de datos del navegador (IndexedDB) y en un diario en sus archivos privados (OPFS)
place-desk = Junto al registro: cifrado, en la base de datos del navegador (IndexedDB)
place-plain = Junto al registro, en la base de datos del navegador (IndexedDB): sin cifrar, porque solo el navegador puede guardarlo
place-key = En los archivos privados del navegador (OPFS), dos veces, y en su caché; se sobrescribe al borrar a la persona
place-device = En la base de datos del navegador (IndexedDB), sin cifrar
place-settings = En los ajustes del navegador para esta dirección (localStorage)
place-tab = En esta pestaña, hasta que se cierre (sessionStorage)
place-cache = En la caché del navegador para esta dirección
proof-plain = Esta dirección no es segura (sin https): aquí nada está cifrado y solo hay una copia.
kind-envelope = Con cada entrada
kind-answered = Una respuesta comprobada
kind-declined = Una pregunta apartada
kind-helped = «Me ayudaron»
kind-level-shown = Un nivel tal como se mostró
kind-profile = Lo que una persona dice de sí misma; todo es opcional
kind-began = Cómo empezó
kind-put-off = Una habilidad apartada
kind-wanted = Una habilidad puesta en el plan
kind-trial-began = «Demostrarlo»
kind-example-read = Un ejemplo resuelto que se leyó
kind-card-shown = La tarjeta para el docente
kind-goal-set = Una meta
kind-goal-cleared = Una meta retirada: nada más
kind-frozen = La pregunta sobre la mesa
kind-lesson = La lección que está abierta
kind-card = La tarjeta en «¿Quién aprende?»
kind-snapshot = Un resumen de un registro largo, para que la página se abra rápido
kind-place = El archivo elegido para «Guardar otra vez en el mismo archivo»
kind-lock = La clave de la persona y su cerrojo, si lo hay
kind-device = En este dispositivo
kind-plan-set = Lo que pide un docente
kind-joined = Un enlace de docente que se aceptó
kind-paper-marked = Una hoja de práctica en papel
field-class = seis letras que nombran la clase
field-class-number = el número en la clase, del 1 al 40
field-plan-minutes = minutos al día que pide el docente
field-comment = Lo que el docente escribe al estudiante
field-set = El día en que el docente corrigió un estado por última vez
field-class-kept = en el dispositivo de un docente: los comprobantes de una clase, y nombres si el docente puso una lista; cifrados, con una clave en la misma base de datos que el navegador no entrega
kind-brought-back = Habilidades que devolvió un código de regreso
field-item = Identificador de la pregunta
field-item-level = Nivel de la pregunta
field-seed = El número con que se vuelve a formar la pregunta
field-rev = Revisión de la pregunta
field-pack = Huella del archivo de la unidad
field-skill = Identificador de la habilidad
field-step = Paso de una pregunta con varios
field-response = La respuesta tal como se dio
field-attempt = Primer intento, segundo o último paso de una solución
field-right = Correcta o no
field-rules = Reglas equivocadas que dan esta respuesta
field-family = La única familia de reglas equivocadas que la explica
field-hints = Pistas abiertas antes
field-options = Número de opciones; 0 si se escribió
field-ms = Milisegundos desde que apareció la pregunta
field-confidence = Cuánta seguridad tenía, si quiere que se le pregunte
field-skin = Qué historia contaba el problema
field-locale = Idioma
field-why = Aún no aprendido, o ahora no
field-at = Hora de la respuesta en cuestión
field-level = Nivel mostrado
field-model = Versión del modelo de la persona
field-nickname = Una palabra cualquiera
field-avatar = Identificador de un dibujo
field-grade = Grado
field-interests = Intereses, de una lista
field-minutes = Minutos elegidos para un día
field-week = minutos para cada día de la semana, desde el lunes
field-sheet = el código impreso en la hoja
field-marks = números de las preguntas acertadas
field-mode = Buscar un comienzo, o solo practicar
field-questions = Número de preguntas
field-by = Día elegido, contado desde 1970
field-reason = Por qué vino esta pregunta
field-draft = Lo escrito hasta ahora
field-mine = La última respuesta
field-phase = En qué punto está la pregunta
field-attempts = Intentos hasta ahora
field-hints-open = Pistas abiertas
field-named = La regla equivocada que se nombró
field-helped-said = Se dijo «me ayudaron»
field-queue = Pasos por venir
field-returned = Volvió después de otras más fáciles
field-lesson-at = La parte de la lección que está abierta
field-lesson-path = La forma de mostrar la idea que se eligió la última vez
field-lesson-parts = De cada parte: líneas leídas o casillas llenas, razones elegidas, lo escrito, fallos en la casilla abierta, y una pregunta con su respuesta hasta ahora
field-accommodations = Lo que facilita aprender, de una lista
field-unit = Habilidades de la unidad
field-from = Primer día, contado desde 1970
field-until = Último día, contado desde 1970
field-overrides = Una palabra sobre una habilidad
field-skills = Identificadores de las habilidades
field-crc = Suma de control de la entrada
field-v = Versión del formato
field-w = Nombre al azar de una apertura de la página en una pestaña
field-n = Número de la entrada
field-h = Hora y orden
field-c = Qué decían el reloj y la zona horaria del dispositivo
field-p = Huella de la entrada anterior
field-e = Qué pasó: uno de los tipos de abajo
field-day = Día de la última visita, contado desde 1970
field-heads = De cada parte del registro, su última entrada y la huella de ella: de qué se hizo el resumen
field-first = Cuándo se hizo la primera de esas entradas
field-last = Cuándo se hizo la última de esas entradas
field-body = Lo que las páginas deducen de esas entradas: niveles, lo último que se contestó, el plan, el apodo. Todo se puede deducir otra vez del registro, y se deduce cada vez que se abre la página
field-place = La nota del propio navegador de qué archivo es, con su nombre. Para usarlo otra vez hace falta el sí de quien esté delante
field-key = 32 bytes al azar que cifran el registro; con cerrojo, envueltos por él
field-turn = Cuántas veces cambió el cerrojo
field-lock-kind = PIN, dibujos o palabras (nunca cuáles)
field-face = Una clave solo para la tarjeta de «¿Quién aprende?»
field-secret = La clave del registro, cifrada por el cerrojo: sal, rondas, clave sellada
field-recovery = Lo mismo, cifrado por las palabras de la hoja de rescate
field-learners = Un identificador al azar de cada persona; también mientras se borra
field-tab = El registro de qué persona tiene abierto esta pestaña
field-look = Colores, movimiento e idioma elegidos
field-files = Los archivos de la versión, para usarla sin internet
proof-kept-title = Cuánto tiempo y cómo se quita
proof-kept-text = Hasta que alguien borre a la persona (Ajustes), limpie los datos del navegador para esta dirección o se vacíe el dispositivo. No se guarda nada en otro sitio: nadie más puede borrarlo ni recuperarlo.
wipe-title = Borrar todo en este dispositivo
wipe-text = Borra a todas las personas de aquí, primero sus claves, luego la clase de un docente, los ajustes y los archivos guardados para usar sin internet. Los archivos de progreso guardados se quedan donde están.
wipe-ask = Borrar todo …
wipe-sure = ¿Borrar todo lo de todas las personas en este dispositivo?
wipe-sure-text = { $count ->
    [one] Hay un registro. No se puede deshacer.
   *[other] Hay { $count } registros. No se puede deshacer.
}
wipe-yes = Borrar todo ahora
wipe-no = Conservarlo
wipe-done = Se borró todo lo que Trellis tenía en este dispositivo.
wipe-failed = No se pudo borrar todo. Cierra las otras pestañas de Trellis e inténtalo otra vez.
proof-link = Privacidad, comprobada en este dispositivo

## Cerrojos
lock-title = Poner cerrojo a este registro
lock-text = Un cerrojo pide un secreto antes de abrir este registro. Se cierra solo tras { $minutes } minutos sin tocar nada y al cerrar la página.
lock-honest = Un PIN detiene al compañero curioso que viene después, no a quien copie el disco: sobre una copia, los 10,000 PIN de cuatro dígitos se prueban en unas horas. Cuatro dibujos protegen algo menos que un PIN; cuatro palabras sorteadas, mucho más.
lock-forgotten = Si se olvida, se pierde: nadie podrá abrir el registro, salvo que hayas impreso la hoja de rescate o guardado un archivo de progreso.
lock-file = Un archivo de progreso no lleva más cerrojo que su propia contraseña.
lock-is-pin = Con cerrojo de PIN.
lock-is-pictures = Con cerrojo de cuatro dibujos.
lock-is-words = Con cerrojo de cuatro palabras.
lock-has-sheet = Hay una hoja de rescate para este cerrojo.
lock-no-sheet = No hay hoja de rescate para este cerrojo.
lock-pin = Un PIN
lock-pictures = Cuatro dibujos
lock-words = Cuatro palabras
lock-cancel = Ahora no
lock-remove = Quitar el cerrojo
lock-now = Cerrar y salir
lock-pin-new = Tu PIN: de 4 a 12 dígitos
lock-pin-again = Lo mismo otra vez
lock-pin-open = Tu PIN
lock-pictures-new = Elige cuatro dibujos en un orden que recuerdes
lock-pictures-open = Tus cuatro dibujos, en orden
lock-pictures-count = { $count } de 4 elegidos
lock-pictures-clear = Empezar de nuevo
lock-words-new = Estas son tus palabras. Apúntalas y luego escríbelas:
lock-words-other = Otras palabras
lock-words-open = Tus cuatro palabras
lock-sheet-open = Las palabras de la hoja de rescate
lock-set = Poner cerrojo
lock-open = Abrir
lock-open-by-sheet = Tengo la hoja de rescate
lock-open-by-secret = Volver al cerrojo
lock-opening = Abriendo …
lock-who = Este registro tiene cerrojo
lock-wrong = No era eso. No se pierde nada; inténtalo otra vez.
lock-pause = No era eso. Tras cinco intentos hay una pausa: inténtalo otra vez en { $seconds } segundos.
lock-short = Un PIN tiene de 4 a 12 dígitos.
lock-differs = No son iguales.
lock-failed = No se pudo poner el cerrojo en todos los sitios, así que no es seguro que haya cambiado. Inténtalo otra vez.
lock-impossible = Esta dirección no tiene https, así que el navegador no puede poner cerrojos aquí.
lock-idle = Cerrado, porque no se tocó nada durante un rato.
lock-none-yet = Aún no hay nada que cerrar.
sheet-title = Hoja de rescate
sheet-text = Quien tenga estas palabras puede abrir este registro en este dispositivo si se olvida el cerrojo. Guarda la hoja con los papeles importantes. Solo se muestran ahora.
sheet-print = Imprimir la hoja
sheet-done = Ya tengo la hoja
sheet-app = Hoja de rescate de Trellis para el registro de { $name }

## First minutes
welcome-title = Aprende matemáticas a tu ritmo
welcome-text = Responde unas preguntas y Trellis encuentra el punto justo para ti.
welcome-start = Empezar
welcome-import = Tengo un archivo de progreso
welcome-code = Tengo un código
welcome-fact-private = Nada de lo que haces aquí se envía a nadie.
welcome-fact-offline = Funciona sin internet una vez cargado.
welcome-fact-account = Sin cuenta y sin anuncios.
grade-title = ¿En qué grado estás?
grade-text = Solo sirve para elegir la primera pregunta. Puedes avanzar o volver cuando quieras.
grade-skip = Saltar esto
grade-kindergarten = K
grade-note-kindergarten = Kínder
grade-note = Grado { $grade }
about-title = Antes de seguir: ¿quién eres?
about-text = Todo es opcional y se queda en este dispositivo.
about-nickname = Un apodo
about-nickname-note = No tu nombre real. Cualquier palabra que te guste.
about-avatar = Un dibujo
about-interests = Cosas que te gustan
about-search = Buscar mi punto de partida
about-practise = Solo practicar
about-search-note = Como máximo { $count } preguntas. Puedes parar cuando quieras.
interest-sports = Deportes
interest-music = Música
interest-animals = Animales
interest-cooking = Cocina
interest-making = Hacer cosas
interest-space = Espacio
interest-games = Juegos
interest-nature = Naturaleza
avatar-fox = Zorro
avatar-owl = Búho
avatar-whale = Ballena
avatar-cactus = Cactus
avatar-kite = Cometa de papel
avatar-comet = Cometa del cielo
avatar-drum = Tambor
avatar-leaf = Hoja

## Home
home-hello = Hola
home-hello-name = Hola, { $name }
home-continue = Continuar
home-practise = Practicar
home-others = O elige
home-plan = Hoy: unos { $minutes } minutos
home-warm = Para empezar, algo que ya sabes
home-go-on = Seguir con lo empezado
home-new = Algo nuevo
home-review = Un repaso corto
home-plan-over = Ese es el plan de hoy. Puedes parar aquí o seguir, como quieras.
home-resting = Por hoy no queda nada pendiente. Mañana habrá más, o elige una habilidad del mapa.
home-make-sure = Quizá ya lo sabes
home-private = Practicar en privado
home-private-note = Para probar cosas: nada de lo que respondas se guarda.
private-title = Estás practicando en privado
private-text = No se guarda ninguna respuesta ni ningún nivel. Termina cuando dejas esta página.
private-off = Desactivar
home-choose = Practicar esto
home-minutes = ¿Cuánto tiempo hoy?
home-minutes-some = { $count } minutos
home-minutes-note = { $count ->
    [one] más o menos una pregunta
   *[other] unas { $count } preguntas
 }
home-fact-questions = { $count ->
    [one] Hasta ahora has trabajado en una pregunta.
   *[other] Hasta ahora has trabajado en { $count } preguntas.
 }
home-fact-practised = { $count ->
    [one] Ya tienes una habilidad practicada.
   *[other] Ya tienes { $count } habilidades practicadas.
 }
home-fact-today = { $count ->
    [one] Hoy, una respuesta correcta sin ayuda.
   *[other] Hoy, { $count } respuestas correctas sin ayuda.
 }

## Why this question
reason-label = ¿Por qué esta?
reason-search = Para encontrar tu punto de partida. Cualquier respuesta ayuda.
reason-owed = Tuviste ayuda con una parecida. Ahora intenta una sin ayuda.
reason-refresh = { $days ->
    [one] La practicaste hace un día. Un repaso corto la mantiene fresca.
   *[other] La practicaste hace { $days } días. Un repaso corto la mantiene fresca.
 }
reason-go-on = Ya empezaste con esto. Un poco más y será más fácil.
reason-ready = Ya sabes lo que hace falta para esto.
reason-mixed = Algo distinto en medio: elegir cómo resolverlo también es parte de aprender.
reason-secure = Otro día y otro tipo de pregunta: así se recuerda mejor.
reason-easier = Las dos últimas fueron difíciles. Esta pide menos o muestra un dibujo.
reason-basics = «{ $skill }» se apoya en esto. Después de dos preguntas vuelves allí.
reason-return = Ya practicaste «{ $skill }», que hacía falta. Ahora, otra como la que fue difícil.
reason-wanted = Quieres aprender esto.
reason-wanted-for = Lleva a «{ $skill }», que quieres aprender.
reason-confirm = Probablemente ya sabes esto. Una respuesta correcta lo demuestra.
reason-unit = En esto trabaja tu clase.
reason-prove = Quieres mostrar que ya sabes hacer esto.
reason-chosen = Tú la elegiste.
reason-linked = Alguien compartió esta pregunta. Aquí no se guarda nada.
reason-other = Va bien con lo que hiciste antes.

## A question
answer-label = Tu respuesta
answer-choose = Elige una
choice-fits = Esta es la que encaja.
answer-choose-all = Elige todas las respuestas que encajan
answer-fill = Tus respuestas en orden, con ; entre ellas
boxes-label = Llena cada casilla
boxes-one = Casilla { $number } de { $of }
boxes-read = Casilla { $number }:
boxes-advice = Casilla { $number }: { $advice }
beside = Mostrarlo también en inglés
beside-name = La pregunta en inglés
answer-lines = Tu línea siguiente
answer-keypad = Teclado de números
read-back = Se lee así
check = Comprobar
next = Siguiente
hint = Pista
hint-number = Pista { $number }
hint-none = No hay más pistas
listen = Escuchar
listen-stop = Parar
listen-missing = Este dispositivo no tiene una voz propia para este idioma. Pide a alguien que te lo lea.
not-learned = Esto aún no lo he aprendido
not-now = Ahora no
helped = Alguien me ayudó
enter-line = Toca la recta o usa las flechas. También puedes escribir.
enter-bars = Toca las partes para colorearlas o usa las flechas. También puedes escribir.
enter-nothing = todavía nada
enter-hops = Salta con las flechas o toca donde llega el salto. También puedes escribir.
enter-range = Toca la recta para poner un extremo o usa las flechas. También puedes escribir.
enter-grid = Toca la esquina donde termina tu arreglo o usa las flechas. También puedes escribir.
enter-tape = Toca las partes para tomarlas o usa las flechas. También puedes escribir.
enter-blocks = Pon bloques y cámbialos. También puedes escribir.
enter-point = Toca la cuadrícula para poner el punto o usa las flechas. También puedes escribir.
enter-points = Pon { $count } puntos: toca la cuadrícula o usa las flechas. También puedes escribir.
enter-two-points = Pon dos puntos: toca la cuadrícula o usa las flechas. También puedes escribir.
enter-ray = Pon el punto donde empieza la semirrecta y luego otro punto de ella. También puedes escribir.
enter-parabola = Pon el punto más alto o más bajo y luego otro. También puedes escribir.
enter-corners = Arrastra los vértices o usa las flechas. También puedes escribir.
enter-cut = Toca los dos extremos del corte o usa las flechas. También puedes escribir dos puntos.
enter-box = Construye con los botones o usa las flechas. También puedes escribir.
enter-cells = Completa las casillas. También puedes escribir abajo.
enter-area = Completa todas las partes. También puedes escribir abajo.
scratch-open = Hoja de borrador
scratch-note = Dibuja o escribe aquí. Nada se comprueba ni se guarda; se va con la pregunta.
scratch-undo = Deshacer un trazo
scratch-clear = Borrar
scratch-keep = Guardar como imagen
scratch-notes = Notas escritas
scratch-drawing = Hoja de dibujo. Trazos: { $count }
steps-undo = Deshacer la última línea
steps-note = Guardar esta línea como nota
steps-start = Comienzo
steps-line = Línea { $number }
enter-steps = Cada línea se comprueba sola; vale cualquier camino correcto. Las notas nunca se comprueban.
gallery-steps = Línea por línea
enter-columns = Escribe un dígito en cada casilla. Las casillas punteadas son para tus marcas y pueden quedar vacías.
figure-closer = Mirar de cerca
figure-back = Alejarse
figure-hop = El salto { $number } llega a
figure-hop-next = Otro salto
figure-hop-back = Quitar el salto
figure-left-end = Extremo izquierdo
figure-right-end = Extremo derecho
figure-left-out = no incluido
figure-taken-in = incluido
figure-no-end = sin extremo
figure-left-take = Incluir el extremo izquierdo
figure-left-leave = No incluir el extremo izquierdo
figure-right-take = Incluir el extremo derecho
figure-right-leave = No incluir el extremo derecho
figure-left-none = Sin extremo izquierdo
figure-right-none = Sin extremo derecho
figure-parts = Partes iguales
figure-rows = filas: { $rows }, columnas: { $columns }
figure-taken = partes: { $count }, valen { $worth }
figure-ones = Unidades
figure-tens = Decenas
figure-hundreds = Centenas
figure-thousands = Millares
figure-trade-ones = Cambiar 10 unidades por 1 decena
figure-trade-tens = Cambiar 10 decenas por 1 centena
figure-trade-hundreds = Cambiar 10 centenas por 1 millar
figure-change-ten = Cambiar 1 decena por 10 unidades
figure-change-hundred = Cambiar 1 centena por 10 decenas
figure-change-thousand = Cambiar 1 millar por 10 centenas
figure-point = Punto { $number }
figure-corner = Vértice { $number }
figure-cut-end = Extremo { $number } del corte
figure-other-side = Sombrear el otro lado
figure-solid = Hacer la recta continua
figure-dashed = Hacer la recta discontinua
figure-long = Largo
figure-wide = Ancho
figure-high = Alto
figure-cell = Fila { $row }, columna { $column }
figure-column = columna { $column }
figure-part = { $down } por { $across }
figure-digit = Resultado, { $column }
figure-mark = Marca sobre la { $column }
figure-working = Cálculo, línea { $row }, { $column }
figure-remainder = Residuo
figure-result = Resultado
figure-line = Cálculo, línea { $row }
figure-less = { $name }: uno menos
figure-more = { $name }: uno más
gallery-title = Todas las figuras
gallery-text = Todos los tipos de figuras, para mirar y probar. Aquí no se guarda nada.
gallery-types = Lo que escribe
gallery-written = Cómo se escribe y qué dice
gallery-number-line = Recta numérica
gallery-bars = Barras de fracciones
gallery-grid = Arreglos
gallery-area = Modelo de área
gallery-tape = Diagrama de cinta
gallery-blocks = Bloques de base diez
gallery-columns = Operaciones en columnas
gallery-table = Tabla
gallery-plane = Plano de coordenadas
gallery-graph = Gráficas
gallery-polygons = Figuras planas
gallery-solid = Cuerpos geométricos
gallery-fields = Campos de respuesta y teclados
gallery-field = Escribe aquí
enter-clock = Gira las agujas, o usa los botones o las flechas. También puedes escribir.
enter-box-plot = Pon los cinco números en la recta o usa las flechas. También puedes escribir.
figure-hour = Hora
figure-minutes = Minutos
figure-lowest = Valor mínimo
figure-lower-quartile = Cuartil inferior
figure-median = Mediana
figure-upper-quartile = Cuartil superior
figure-highest = Valor máximo
gallery-clock = Reloj
gallery-spinner = Ruleta
gallery-box-plot = Diagrama de caja
enter-frame = Toca los lugares para poner fichas, o ve con las flechas y pulsa espacio. También puedes escribir.
enter-chart = Toca números para marcarlos, o ve con las flechas y pulsa espacio. También puedes escribir.
enter-things = Toca cada uno una vez para contarlo, o ve con las flechas y pulsa espacio. También puedes escribir.
enter-decimal-grid = Toca el cuadrito hasta donde sombrear o usa las flechas. También puedes escribir.
enter-dot-plot = Toca sobre la recta para apilar puntos, o usa las flechas: de lado para ir a un lugar, arriba y abajo para sus puntos. También puedes escribir.
enter-bar-graph = Arrastra la parte de arriba de cada barra, o usa las flechas: de lado para ir a una barra, arriba y abajo para su altura. También puedes escribir.
enter-angle = Gira el rayo arrastrándolo o usa las flechas. También puedes escribir.
enter-bond = Pon lo que falta con los botones o las flechas. También puedes escribir.
enter-balance = Haz lo mismo en los dos platillos hasta que quede sola una caja. También puedes escribir.
enter-ruler = Toca donde empieza la tira y donde termina, o usa las flechas. También puedes escribir.
enter-tiles = Pon fichas con los botones o las flechas. También puedes escribir.
figure-marked = marcado
figure-not-marked = sin marcar
figure-counted = contado como { $number }
figure-thing = El de lugar { $number }
figure-clear = Quitar todas las marcas
figure-over = sobre { $value }: { $count }
figure-bar = { $name }: { $value }
figure-degrees = { $number } grados
figure-whole = Total
figure-bond-part = Parte { $number }
figure-off-weight = Peso quitado en los dos platillos
figure-off-boxes = Cajas quitadas en los dos platillos
figure-shares = Partes iguales, queda una
gallery-ten-frame = Marco de diez
gallery-hundred-chart = Tabla del cien
gallery-tap-count = Cosas para contar
gallery-decimal-grid = Cuadrícula decimal
gallery-dot-plot = Diagrama de puntos
gallery-bar-graph = Gráfica de barras e histograma
gallery-scatter = Diagrama de dispersión
gallery-angle = Ángulos
gallery-ratio = Tabla de razones y recta numérica doble
gallery-bond = Descomposición de números
gallery-balance = Balanza
gallery-ruler = Regla
gallery-tiles = Fichas de álgebra
key-undo = deshacer
key-left = mover a la izquierda
key-right = mover a la derecha
key-open = abrir paréntesis
key-close = cerrar paréntesis
key-equals = igual
key-plus = más
key-times = por
key-comma = coma
key-less = menor que
key-greater = mayor que
key-power = exponente
key-root = raíz cuadrada
key-slash = raya de fracción
key-space = espacio entre un entero y una fracción
key-point = punto decimal
key-minus = menos
key-back = borrar el último signo
stop = Por ahora es suficiente
trial-place = Pregunta { $number } de { $limit }
trial-want = Creo que esto aún no lo sé
search-place = Pregunta { $number } de { $limit } como máximo
search-over = Esa fue la última. La práctica sigue desde aquí.

## What is said about an answer
right-title = Correcto
right-second = La revisaste y la encontraste. Una parecida vuelve más tarde.
right-hinted = Una parecida vuelve más tarde, sin pistas.
right-helped = Anotado. Una parecida vuelve más tarde.
again-title = Todavía no. Mírala otra vez.
again-try = Después inténtalo de nuevo.
show-title = Vamos a verlo paso a paso
show-hint = Un primer paso:
show-steps = Una manera de hacerlo
show-last = El último paso es tuyo. ¿Qué va en la casilla?
show-given = La respuesta es:
step-right = Sí, así queda completo.
step-wrong = Es así.
line-title = Hasta aquí, bien
advice-title = Aún sin comprobar
advice-empty = Escribe primero una respuesta.
advice-choose = Elige primero una de las respuestas.
advice-character = No puedo leer «{ $sign }» en un número. Escríbelo con dígitos, como 3/4 o 1 1/2.
advice-zero = El denominador de una fracción no puede ser 0.
advice-unfinished = Falta algo al final. Escribe el número o la fracción completa.
advice-large = Ese número es demasiado grande para leerlo.
advice-grouping = La coma o el punto se pueden leer de dos maneras. Escribe el número sin ese signo.
advice-two-numbers = Veo dos números juntos. Escribe uno solo, como 7, 3/4 o 1 1/2.
advice-unclosed = El paréntesis «{ $sign }» sigue abierto. Ciérralo o quítalo.
advice-unopened = Veo «{ $sign }», pero no el paréntesis que lo abre.
advice-missing = Falta algo antes o después de un signo. Mira cada signo: ¿qué hay a sus dos lados?
advice-word = No conozco esta palabra aquí. Escribe números, letras, signos o unidades, como 3 cm.
advice-directions = Un signo apunta a la izquierda y otro a la derecha. Escríbelos hacia el mismo lado, como 3 < x < 7.
advice-lowest = El mismo valor. Escríbelo en su forma más simple.
advice-mixed = El mismo valor. Escríbelo como número mixto, como 1 1/2.
advice-improper = El mismo valor. Escríbelo como una sola fracción, como 3/2.
advice-decimal = El mismo valor. Escríbelo como decimal, como 0.5.
advice-incomplete = Aún falta una parte de la respuesta. Complétala primero.
advice-unit = Escribe el número en la unidad que pide la pregunta.
advice-form = El mismo valor. Escríbelo en la forma que pide la pregunta.
advice-kind = La pregunta pide otro tipo de respuesta. Léela otra vez.
level-reached = Nuevo nivel: { $skill }, { $level }.

## Help between questions
example-title = Una resuelta para ti
example-text = Las últimas fueron difíciles. Aquí hay una parecida, paso a paso. No hay nada que responder.
example-why = Las últimas fueron difíciles. Aquí hay una de la lección, paso a paso. Luego elige por qué funciona un paso. No cuenta.
example-go = Ahora una sin ayuda
card-title = Muéstrale esto a tu maestro o maestra
card-text = «{ $skill }» todavía no te sale. Eso pasa, y es un buen momento para mirarlo con alguien.
card-tries = { $count ->
    [one] Intentos hasta ahora: una pregunta.
   *[other] Intentos hasta ahora: { $count } preguntas.
 }
card-like = La última era así:
card-rest = Esta habilidad descansa hasta mañana. No se pierde nada de lo que ganaste.
card-go = Seguir con otra cosa
earlier-title = ¿Alguien te ayudó con una respuesta anterior?
earlier-note = Decirlo nunca cuenta como error. Una parecida vuelve, para ti solamente.
earlier-said = Anotado

## End of a sitting
done-plan = Ese es el plan de hoy
done-plan-text = Puedes parar aquí o seguir.
done-go-on = Seguir
done-title = Buen trabajo
done-nothing = Diste una vuelta por aquí. Todo te espera.
done-answers = { $count ->
    [one] Trabajaste en una pregunta.
   *[other] Trabajaste en { $count } preguntas.
 }
done-right = { $count ->
    [one] Una salió bien al primer intento.
   *[other] { $count } salieron bien al primer intento.
 }
done-strong = Va bien
done-ready = Lo que puedes aprender ahora
done-take = Llevarlo conmigo
done-take-note = Guarda un archivo con todas tus respuestas. Con él puedes seguir en cualquier dispositivo, aunque este se borre.
done-again = Un poco más
done-home = Inicio

## Progress
progress-title = Tu progreso
progress-text = Los niveles se ganan y nunca bajan.
level-new = sin empezar
level-started = empezada
level-practised = practicada
level-mastered = dominada
flag-refresh = Conviene repasar
flag-resting = Descansa hoy
flag-wanted = En tu plan
flag-goal = Tu meta
flag-ready = Ya puedes aprenderla
receipt-label = Qué muestra esto
receipt-none = Todavía no hay respuestas.
receipt-wins = { $count ->
    [0] Todavía ninguna respuesta correcta sin ayuda.
    [one] Una respuesta correcta sin ayuda.
   *[other] { $count } respuestas correctas sin ayuda.
 }
receipt-days = { $count ->
    [one] En un día.
   *[other] En { $count } días distintos.
 }
receipt-kinds = { $count ->
    [one] En un tipo de pregunta.
   *[other] En { $count } tipos de pregunta.
 }
receipt-owed = Primero vuelve una pregunta en la que tuviste ayuda.
receipt-left-practised = Para llegar a «practicada»: unas respuestas correctas más sin ayuda.
receipt-left-days = Para llegar a «dominada»: respuestas correctas en otro día.
receipt-left-kinds = Para llegar a «dominada»: respuestas correctas en otro tipo de pregunta.
receipt-left-more = Para llegar a «dominada»: unas respuestas correctas más sin ayuda.
receipt-all = Está todo.
practise-this = Practicar

## The map and a skill
map-title = Mapa de habilidades
map-text = Lo que ya sabes, lo que sigue y qué lleva a qué. Elige una habilidad para ver más.
map-as-map = Mapa
map-as-list = Lista
map-ways = Mostrar como
map-label = Mapa de habilidades. Cada habilidad es un enlace; la lista muestra lo mismo.
map-key = Qué significan los signos
map-later = Más adelante
strand-place = Valor posicional y números
strand-add = Suma y resta
strand-multiply = Multiplicación y división
strand-fractions = Fracciones
strand-decimals = Decimales
strand-measure = Medida
strand-geometry = Figuras y espacio
strand-data = Datos
strand-algebra = Expresiones y ecuaciones
strand-other = Más
skill-place = { $strand }, { $grade }
skill-answers = Las respuestas que lo ganaron
skill-left = Lo que falta
skill-builds = Se apoya en
skill-leads = Lleva a
skill-prove = Demostrarlo
skill-prove-note = { $count ->
    [one] Una pregunta, un intento al día. No se puede perder nada.
   *[other] { $count } preguntas, un intento al día. No se puede perder nada.
 }
skill-tried = Hoy ya lo intentaste. Mañana puedes otra vez.
skill-trial = Hoy mostraste { $right } de { $count } sin ayuda.
skill-trial-none = Lo intentaste. Ahora está entre las que practicas, y no se pierde nada.
skill-want = Ponerla en mi plan
skill-rests = Descansa hasta mañana.
skill-no-questions = Aquí no hay preguntas sobre esto. Se da por sabido.
skill-back = Todas las habilidades
day-today = Hoy
day-yesterday = Ayer
day-ago = { $days ->
    [one] Hace un día
   *[other] Hace { $days } días
 }
goal-title = Tu meta
goal-none = ¿Hay algo que quieras lograr?
goal-choose = Elegir una habilidad
goal-make = Hacerla mi meta
goal-when = ¿Para cuándo?
goal-week = En una semana
goal-two-weeks = En dos semanas
goal-month = En cuatro semanas
goal-no-date = Sin fecha
goal-clear = Dejar esta meta
goal-change = Verla
goal-left = { $days ->
    [one] Queda un día.
   *[other] Quedan { $days } días.
 }
goal-due = Hoy es el día que elegiste. Puedes elegir otro cuando quieras.
goal-forecast = Probablemente de { $low } a { $high } días, si practicas como hasta ahora.
goal-forecast-one = { $days ->
    [one] Probablemente un día, si practicas como hasta ahora.
   *[other] Probablemente { $days } días, si practicas como hasta ahora.
 }
goal-fits = Alcanza para el día que elegiste.
goal-tight = Puede que alcance justo. Unos minutos más al día ayudan.
goal-late = Quizá necesites más tiempo. Puedes elegir un día posterior. No se pierde nada.
goal-done = ¡Llegaste!

## Settings
settings-title = Ajustes
settings-language = Idioma
settings-theme = Colores
theme-system = Como este dispositivo
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Alto contraste
settings-motion = Movimiento
motion-system = Como este dispositivo
motion-less = Sin movimiento
settings-learner = Quien aprende
settings-nickname = Apodo
settings-nickname-save = Guardar el nombre
settings-grade = Grado
settings-avatar = Dibujo
settings-switch = Ahora aprende otra persona
settings-about = Acerca de
about-privacy = Trellis funciona en este navegador. No se envía nada a nadie: sin cuenta, sin rastreo, sin anuncios.
about-licence = El programa es software libre (MIT o Apache-2.0); sus preguntas y textos son CC BY 4.0.
about-version = Versión { $version }
erase-title = Borrar este registro
erase-text = Quita de este navegador todas las respuestas, el nombre y los ajustes de esta persona. Los archivos que guardaste se quedan donde están.
erase-ask = Borrar …
erase-sure = ¿Borrar todo lo de esta persona?
erase-sure-text = No se puede deshacer. Guarda antes un archivo de progreso si quizá lo quieras después.
erase-yes = Borrar ahora
erase-no = Conservarlo
erase-done = El registro se borró de este navegador.
erase-failed = No se pudo borrar todo. Cierra las otras pestañas de Trellis e inténtalo otra vez.

## Keeping
keep-title = Tu registro
keep-none = Todavía no hay nada registrado.
keep-facts = { $count ->
    [one] Hay una entrada registrada.
   *[other] Hay { $count } entradas registradas.
 }
keep-two = Cada respuesta se escribe en dos lugares de este navegador, cifrada.
keep-one = Cada respuesta se escribe en un lugar de este navegador. El segundo lugar no funciona aquí.
keep-plain = Esta dirección no es segura (sin https): el registro no está cifrado y solo hay una copia. Pide a quien publica esta página que use https.
keep-nowhere = Este navegador no deja que Trellis guarde nada. Todo dura hasta cerrar esta pestaña; guarda antes un archivo de progreso.
keep-persisted = El navegador prometió no borrarlo por su cuenta.
keep-temporary = El navegador puede borrarlo si falta espacio. Un archivo de progreso lo protege.
keep-export = Guardar un archivo de progreso
keep-import = Abrir un archivo de progreso
keep-import-note = Sus respuestas se suman a las de aquí. No se reemplaza nada.
keep-state = Código de control del registro
preview-title = ¿Añadir este archivo?
preview-new = { $count ->
    [0] Todo lo que contiene ya está aquí.
    [one] Una de sus entradas es nueva aquí.
   *[other] { $count } de sus entradas son nuevas aquí.
 }
preview-known = { $count ->
    [one] Una entrada ya está aquí.
   *[other] { $count } entradas ya están aquí.
 }
preview-damaged = El archivo está dañado: se pueden leer { $good } de { $promised } entradas, y se conservan.
preview-newer = Lo hizo un Trellis más nuevo. Se añade lo que este entiende. Guarda el archivo para lo demás.
preview-name = Es el registro de { $name }.
preview-other = No es el registro que está abierto ahora.
preview-beside = Abrirlo como otra persona
preview-into = Añadirlo a esta persona
preview-yes = Añadir
preview-no = Dejarlo
import-done = { $count ->
    [one] Listo. Se añadió una entrada.
   *[other] Listo. Se añadieron { $count } entradas.
 }
import-not-ours = Esto no es un archivo de progreso de Trellis. Busca uno que termine en .trellis.
import-empty = No se puede leer nada de este archivo. Si tienes otra copia, prueba con ella.
import-locked = Este archivo está protegido con una contraseña.
import-locked-go = Escribir la contraseña
import-too-new = Este archivo lo hizo un Trellis más nuevo. Recarga la página con conexión y ábrelo otra vez.
import-no-cipher = Un archivo protegido no se puede abrir en esta dirección, porque no es segura (sin https).
export-done = El archivo se está guardando. Búscalo en tus descargas y guárdalo en un lugar que sea tuyo.
export-failed = El navegador no permitió la descarga aquí. Abre Trellis en su propia pestaña e inténtalo otra vez.

## Learners
learners-title = ¿Quién aprende?
learners-text = Cada persona tiene su propio registro en este dispositivo.
learners-add = Alguien más
learners-none = Aún sin nombre
learners-locked = Con cerrojo
learners-today = Hoy estuvo aquí
learners-days = { $days ->
    [one] Estuvo aquí hace un día
   *[other] Estuvo aquí hace { $days } días
 }

## The whole course
course-title = Todo el curso en este dispositivo
course-text = Lo que ya abriste se queda aquí. También puedes traer todo de una vez, para que funcione sin internet.
course-keep = Guardar todo el curso en este dispositivo
course-keeping = { $done } de { $all } partes ya están aquí.
course-kept = Las { $all } partes están en este dispositivo. Ahora todo funciona sin internet.
course-missing = { $done } de { $all } partes están aquí. Las demás no llegaron. Revisa la conexión e inténtalo otra vez; lo que está aquí se queda.
course-impossible = Este navegador no guarda el curso para esta dirección. Una página con https, en una ventana que no sea privada, sí puede.

## Lessons
title-lesson = Lección
lesson-title = Lección: { $skill }
lesson-place = Parte { $number } de { $count }
lesson-idea = La idea
lesson-worked = Un ejemplo resuelto
lesson-faded = Ahora completa lo que falta
lesson-mistake = Encuentra el error
lesson-try = Ahora te toca
lesson-paths = Mostrar la idea con
lesson-way = Forma { $number }
lesson-picture = un dibujo
lesson-words = palabras
lesson-symbols = símbolos
lesson-story = una historia
lesson-table = una tabla
lesson-graph = una gráfica
lesson-more = Mostrar la línea siguiente
lesson-why-right = Sí, esa es la razón.
lesson-why-again = Eso no explica este paso. Lee la línea otra vez y elige de nuevo.
lesson-why-told = Esta es la razón:
lesson-box = Casilla { $number } de { $count }: ¿qué va en ella?
lesson-box-one = ¿Qué va en la casilla?
lesson-box-right = Eso encaja.
lesson-box-again = Todavía no. Lee otra vez la línea antes de la casilla.
lesson-box-told = Ahora la casilla está llena. Lee la línea otra vez: ¿tiene sentido?
lesson-on = Seguir
lesson-back = Atrás
lesson-practise = Practicar esta habilidad
lesson-leave = Salir de la lección
lesson-note = Nada en una lección es un examen: ninguna respuesta de aquí cuenta. Tu lugar se conserva.
lesson-see = Ver cómo funciona
lesson-open = Lección
lesson-offer = Esto lleva tiempo, y está bien. La lección lo explica paso a paso: «Ver cómo funciona».
trouble-lesson-title = Todavía no hay una lección sobre esto
trouble-lesson = Puedes practicarla igual. Las pistas ayudan.

## Notices and trouble
close = Cerrar
ok = De acuerdo
note-healed = { $count ->
    [one] Faltaba una entrada en una de las dos copias y se ha repuesto.
   *[other] Faltaban { $count } entradas en una de las dos copias y se han repuesto.
 }
note-healed-title = Tu registro se reparó
note-put-right-title = Se corrigió lo que ves
note-put-right = La página se abrió con un resumen de tu registro, y el registro decía otra cosa. Lo que ves ahora sale del registro.
note-damaged-title = Una parte del registro no se pudo leer
note-damaged = { $count ->
    [one] Una entrada está dañada. Todo lo demás está aquí. Quizá esté en un archivo de progreso que guardaste antes.
   *[other] { $count } entradas están dañadas. Todo lo demás está aquí. Quizá estén en un archivo de progreso que guardaste antes.
 }
note-newer-title = Este registro lo hizo un Trellis más nuevo
note-newer = Puedes mirar y guardar un archivo, pero las respuestas nuevas no se guardan. Recarga la página para tener la versión nueva.
note-key-title = Este registro ya no se puede abrir
note-key = Falta su clave en este navegador. Si tienes un archivo de progreso, ábrelo en Ajustes.
note-not-saved-title = Aún sin guardar
note-quota = En el dispositivo no queda espacio. Libera un poco o guarda ahora un archivo de progreso.
note-closed = El navegador cerró su almacén. Recarga la página; lo que hiciste sigue en esta pestaña hasta entonces.
note-timeout = El almacén del navegador no responde. Para más seguridad, guarda ahora un archivo de progreso.
note-unavailable = Este navegador no guarda nada para esta página (quizá es una ventana privada). Guarda un archivo de progreso antes de cerrarla.
note-insecure-title = Esta dirección no es segura
note-insecure = Sin https el navegador guarda una sola copia, sin cifrar, y Trellis no funciona sin internet. Pide a quien la publica que use https.
note-update-title = Hay un Trellis más nuevo
note-update = Empieza la próxima vez que abras la página, o ahora.
note-update-now = Usarlo ahora
note-old-tab-title = Trellis se actualizó en otra pestaña
note-old-tab = Recarga esta página para seguir. Tus respuestas están a salvo.
note-reload = Recargar
trouble-address-title = Esa página no existe
trouble-address = Quizá la dirección tiene un error o es antigua.
trouble-skill-title = Esta habilidad no está aquí
trouble-item-title = Esta pregunta no está aquí
trouble-item = Quizá el enlace tiene un error o la pregunta es de otra versión.
trouble-pack-title = No se pudieron cargar las preguntas
trouble-pack = El archivo con las preguntas está dañado. Recarga la página; si sigue igual, avisa a quien la publica. Tu registro está a salvo.
trouble-newer-title = Las preguntas son más nuevas que esta página
trouble-newer = Recarga la página para tener el Trellis nuevo. Tu registro está a salvo.
trouble-page-title = Esta página no ha llegado
trouble-fetch-title = Las preguntas no llegaron
trouble-fetch = Revisa la conexión e inténtalo otra vez. Tu registro está a salvo.
trouble-again = Intentar otra vez
trouble-home = Ir al inicio

# Lo que lo hace más fácil, y qué tan seguro se está.
comfort-title = Lo que te lo hace más fácil
comfort-text = Esto se guarda con tu registro, así que viene contigo a otro dispositivo. No se le dice a nadie más.
comfort-usual = Como siempre
comfort-spacing = Espacio entre letras y líneas
comfort-wide = Más espacio
comfort-letters = Tamaño de las letras
comfort-large = Más grandes
comfort-success = Preguntas
comfort-success-more = Más que pueda responder bien
comfort-sure = Antes de comprobar una respuesta
comfort-sure-no = Solo comprobar
comfort-sure-yes = Preguntar qué tan segura es mi respuesta
sure-ask = ¿Qué tan segura es tu respuesta? Dilo antes de comprobar, si quieres.
sure-guess = La adiviné
sure-think = Creo que sí
sure-certain = Es segura
sure-title = Qué tan bien sabes lo que sabes
sure-text = Lo que dijiste antes de comprobar, y cuántas veces acertaste al primer intento.
sure-line = { $said }: { $right } de { $all } bien

## Llevarse el registro
title-carry = Llevarlo conmigo
carry-title = Llevarlo conmigo
carry-text = Con una de estas cosas puedes seguir donde estás ahora, en cualquier dispositivo.
carry-bring-page = Recuperarlo
carry-temporary = Este navegador puede borrar tu registro si falta espacio. Guarda una copia en un lugar que sea tuyo.
carry-file = En un archivo
carry-file-text = El archivo tiene todo lo que hiciste. Guárdalo en tu propio Drive, en una memoria USB o en una carpeta que no se borre.
carry-pass = Contraseña (si quieres una)
carry-pass-note = Quien abra el archivo la necesita. Cuatro palabras que recuerdes son una buena idea. Sin ella nadie puede abrir el archivo, tampoco tú.
carry-keep = Elegir dónde guardarlo
carry-again = Guardar otra vez en el mismo archivo
carry-elsewhere = Elegir otro lugar
carry-save = Guardarlo como descarga
carry-saving = Guardando…
carry-confirmed = Guardado, leído de nuevo y completo: { $count ->
    [one] una entrada.
   *[other] { $count } entradas.
 }
carry-unconfirmed = Sin confirmar: no se pudo leer el archivo de nuevo. Abre la carpeta y mira si está.
carry-download = El navegador está guardando el archivo. Sin confirmar: mira en tus descargas si está. En algunos dispositivos de la escuela las descargas también se borran.
carry-nowhere = No se guardó nada. Elige un lugar o guárdalo como descarga.
carry-was-locked = El archivo de ese lugar tiene contraseña. Escríbela otra vez o elige otro lugar.
carry-failed = Ese lugar no aceptó el archivo. Elige otro o guárdalo como descarga.
carry-opener = Guardar la página que abre un archivo sin Trellis
carry-opener-note = Funciona desde cualquier disco y sin internet. Muestra lo que hay en un archivo de progreso, con contraseña o sin ella.
carry-code = En papel
carry-code-text = Un código corto con las habilidades que dominas. Es el último recurso: recupera las habilidades, no las respuestas. No lleva ningún nombre.
carry-code-none = Cuando domines una habilidad, aquí habrá un código corto para ella.
carry-code-label = Tu código
carry-code-where = Para usarlo: abre Trellis y elige «Tengo un código».
carry-code-alt = El mismo código como imagen para una cámara
carry-print = Imprimir esta tarjeta
carry-show = A otro dispositivo, con la cámara
carry-show-text = Este dispositivo muestra imágenes y la cámara del otro las lee. Nada pasa por una red.
carry-show-go = Mostrar las imágenes
carry-show-stop = Parar
carry-show-alt = Una imagen tras otra, para la cámara del otro dispositivo
carry-show-on = { $count ->
    [one] Una imagen. En el otro dispositivo elige «Leer con la cámara».
   *[other] { $count } imágenes, una y otra vez. En el otro dispositivo elige «Leer con la cámara» y no lo muevas hasta que las tenga todas.
 }
carry-show-long = El registro es demasiado largo para imágenes. Usa el archivo.
carry-bring = Recuperarlo aquí
carry-bring-text = Lo que traes se suma a lo que hay aquí. No se reemplaza nada.
carry-locked = Contraseña del archivo
carry-locked-note = El archivo que elegiste está protegido.
carry-unlock = Abrirlo
carry-wrong = Esta contraseña no abre el archivo. Revisa mayúsculas y espacios. Si es la correcta, el archivo está dañado: prueba con otra copia.
carry-typed = Tu código
carry-typed-note = En mayúsculas o minúsculas, con guiones o sin ellos.
carry-check = Usar este código
carry-slip = Este código no es válido. Puede que una letra o un número sea otro, o que dos estén cambiados de lugar. Compáralo con el papel.
carry-sign = En un código no hay «{ $sign }». Compáralo con el papel.
carry-code-newer = Este código es de un Trellis más nuevo. Recarga la página con conexión y escríbelo otra vez.
carry-found-title = ¿Recuperar estas habilidades?
carry-found = { $count ->
    [0] Todavía no hay ninguna habilidad en este código.
    [one] Una habilidad. Se da por sabida, y una respuesta correcta la confirma.
   *[other] { $count } habilidades. Se dan por sabidas, y una respuesta correcta confirma cada una.
 }
carry-found-yes = Recuperarlas
carry-watch = Leer con la cámara
carry-watch-stop = Apagar la cámara
carry-watching = Pon la otra pantalla, o la tarjeta, delante de la cámara.
carry-watched = { $done } de { $all } imágenes leídas.
carry-no-camera = Este navegador no puede leer imágenes con una cámara. Usa el archivo o escribe el código.
carry-refused = No se pudo usar la cámara. Permítela en el navegador o usa el archivo.
carry-video = Lo que ve la cámara
carry-framed = Esta página está dentro de otra, que puede impedir las descargas sin avisar. El archivo también se puede copiar como texto: pégalo en un documento tuyo.
carry-as-text = Mostrar el archivo como texto
carry-as-text-note = El archivo también se puede copiar como texto: pégalo en un documento tuyo.
carry-text-label = El archivo como texto
carry-text-copy = Copiar el texto
carry-text-copied = Copiado. Pégalo entero en un documento tuyo.
carry-paste = Tengo el archivo como texto
carry-paste-field = El texto, entero
carry-paste-note = Empieza por TRELLIS-TEXT.
carry-paste-go = Ver qué contiene
## Handing in
hand-in = Entregar
title-hand-in = Entregar
hand-in-title = Entrega a tu maestro o maestra
hand-in-text = Este comprobante le dice a tu maestro o maestra qué habilidades tienes y dónde quieres ayuda. No es para calificar.
hand-in-who = Eres el número { $number }.
hand-in-no-number = ¿Qué número tienes en la clase? Tu maestro o maestra tiene la lista.
hand-in-change = Cambiar el número
hand-in-copy = Copiar el comprobante
hand-in-copied = Copiado. Pégalo donde te dijo tu maestro o maestra.
hand-in-not-copied = Este navegador no puede copiar. Selecciona el texto y cópialo a mano.
hand-in-or = O muéstrale este código a tu maestro o maestra.
hand-in-code = Tu comprobante como un dibujo de cuadritos, para una cámara
hand-in-ticket = Tu comprobante
hand-in-inside = Qué contiene
hand-in-inside-yes = Contiene: tu número, tu grado, lo que te gusta, cada tema con su nivel y su último día, errores vistos dos veces, cuántas preguntas y minutos (de cinco en cinco).
hand-in-inside-no = Nunca contiene: tu nombre, tus respuestas, cómo te sientes ni las ayudas que usas.
hand-in-empty = Primero responde algunas preguntas. Después habrá algo que entregar.
join-title = ¿Eres tú?
join-text = El enlace de la clase dice: eres el número { $number } de la clase { $class }.
join-pick = Vas a entrar en la clase { $class }. ¿Qué número eres?
join-yes = Sí, soy el número { $number }
join-no = No, no soy yo
join-note = En tus comprobantes va solo este número, nunca un nombre. Puedes cambiarlo cuando quieras.
join-none = Abre el enlace que te dio tu maestro o maestra. Termina en tu número.
join-number = Número { $number }

## The class view
title-class = Mi clase
class-open = Soy docente: abrir mi clase
class-title = Mi clase
class-lead = Mira quién te necesita ahora. Todo se queda en este dispositivo: no se sube nada.
class-sample-title = Esta es una clase de ejemplo
class-sample-text = Estos estudiantes son inventados. Explora; aquí no se guarda nada.
class-sample-open = Ver una clase de ejemplo
class-sample-close = Volver a mi clase
class-jump = En esta página
class-start = Cómo funciona
class-start-link = Da a cada estudiante un número del 1 al 40 y este enlace con su número al final.
class-start-hand-in = Los estudiantes pulsan «Entregar» y te mandan el comprobante: en un formulario, una hoja de cálculo o un chat.
class-start-paste = Pega aquí todos los comprobantes a la vez. Verás a quién ayudar y con qué.
class-link = Enlace para tus estudiantes
class-link-note = Para el número 7 termina en /7, y así hasta /40. Sin número al final, cada estudiante elige el suyo.
class-link-copy = Copiar el enlace
class-link-copied = Copiado.
class-link-all = Los cuarenta enlaces
class-link-code = El enlace como un dibujo de cuadritos, para una cámara
class-take = Recibir comprobantes
class-paste = Pega aquí los comprobantes
class-paste-note = Sirve una columna entera con todo lo que la rodea. Cada estudiante cuenta una vez, en cualquier orden.
class-paste-go = Leer lo pegado
class-drop = Abrir o soltar archivos
class-drop-note = Archivos de progreso, archivos con comprobantes o una clase guardada, mezclados como sea.
class-scan = Escanear con la cámara
class-scan-stop = Apagar la cámara
class-scan-video = Lo que ve la cámara. Pon una pantalla tras otra delante.
class-read = { $count ->
    [one] Se leyó un comprobante.
   *[other] Se leyeron { $count } comprobantes.
 }
class-new = { $count ->
    [one] Uno es nuevo.
   *[other] { $count } son nuevos.
 }
class-read-none = No hay ningún comprobante en ese texto. Un comprobante empieza con TRELLIS1.
class-unreadable = { $count ->
    [one] Uno no se pudo leer. Pídelo otra vez:
   *[other] { $count } no se pudieron leer. Pídelos otra vez:
 }
class-unreadable-line = Línea { $line }: { $start }… ({ $why })
class-why-damaged = cambiado o incompleto
class-why-cut = le falta el final
class-why-newer = de un Trellis más nuevo; recarga esta página
class-refused = No se pudo leer: { $name }
class-strangers = { $count ->
    [one] Un comprobante es de otra clase y no se incluyó.
   *[other] { $count } comprobantes son de otra clase y no se incluyeron.
 }
class-files = { $count ->
    [one] Un archivo, { $facts } entradas. Leyendo …
   *[other] { $count } archivos, { $facts } entradas. Leyendo …
 }
class-arrived = { $name }: { $facts }
class-arrived-more = y { $more } más
class-students = { $count ->
    [one] Un estudiante
   *[other] { $count } estudiantes
 }
class-as-of = al { $date }
class-number = Número { $number }
class-no-number = Sin número ({ $key })
class-two-devices = { $who } entregó desde { $count } dispositivos. Si son dos estudiantes, uno tiene el número equivocado.
class-now = Ahora enseña
class-now-lead = Habla primero con estos estudiantes.
class-now-none = Nadie está atascado ahora. Buen momento para grupos o para lo que sigue.
class-now-empty = Cuando haya comprobantes, aquí verás con quién hablar, sobre qué y con qué problema.
class-see = Habla con { $who } sobre «{ $skill }».
class-because = { $count ->
    [one] Una respuesta sin éxito, la última el { $date }.
   *[other] { $count } respuestas sin éxito, la última el { $date }.
 }
class-others-past = La mayor parte de la clase ya domina esto.
class-holds-back = De esto dependen: { $skills }.
class-same-mistake = El mismo error en dos preguntas distintas.
class-problem = Abrir un problema listo
class-problem-note = Se abre en otra pestaña. No cuenta para nadie.
class-away = Sin practicar últimamente
class-away-one = { $who }: { $days } días
class-missing = Todavía sin entregar: { $who }
class-early = Aviso temprano
class-early-none = Según los comprobantes, a nadie le falta la base de la unidad.
class-groups = Grupos para hoy
class-groups-how = Agrupar por
class-groups-gap = mismo paso siguiente
class-groups-mixed = mezclados
class-groups-interest = intereses
class-group-skill = { $skill }
class-group-go-on = Listos para seguir
class-group-mixed = Grupo { $number }
class-group-others = Sin interés conocido
class-group-move = Mover a { $who } a
class-groups-note = Arrastra un nombre, o elige otro grupo en su lista.
class-table = Habilidades por estudiante
class-table-note = Estado en el día del último comprobante. La misma definición que en la página del estudiante.
class-table-skill = Habilidad
class-mark-confirmed = Confirmada
class-mark-practised = Practicada
class-mark-refresh = Conviene repasar
class-mark-started = Empezada
class-mark-stuck = Atascada
class-mark-unseen = Sin ver
class-standards = Estándares
class-standards-note = Cuántos estudiantes tienen confirmadas todas las habilidades de un estándar y cuántos han empezado.
class-standard = Estándar
class-standard-confirmed = Confirmado
class-standard-begun = Empezado
class-standard-unseen = Sin ver
class-standard-shown = Visto por última vez
class-medians = En el medio de la clase (mediana): { $answers } preguntas, { $minutes } minutos, { $confirmed } habilidades confirmadas.
class-unit = La unidad de esta semana
class-unit-note = Pega estándares o habilidades de tu plan. Trellis busca en ellos sus propias habilidades.
class-unit-paste = Estándares o habilidades
class-unit-go = Usar estos
class-unit-none = Aún no hay habilidades elegidas.
class-unit-drop = Quitar { $skill }
class-unit-out = Quitar
class-names = Nombres
class-names-note = Opcional. Pega o abre una lista de clase: users.csv de OneRoster o una columna de nombres. Los nombres se quedan en este dispositivo y en los archivos que guardes.
class-names-paste = Lista de la clase
class-names-go = Usar estos nombres
class-names-said = { $count ->
    [one] Un nombre.
   *[other] { $count } nombres.
 }
class-anonymous = Números en lugar de nombres, para proyectar
class-keep = Guardar y compartir
class-keep-sealed = Este navegador guarda la clase cifrada, con una clave que usa pero no entrega. Así, una copia de la clase guardada por sí sola no se puede leer. No protege de quien use este navegador en tu lugar, ni de un experto con una copia de todo el perfil del navegador, donde también está la clave: bloquea tu pantalla y borra las clases que ya terminaron. Un archivo guardado se cifra con tu contraseña; sin ella nadie puede abrirlo, ni siquiera tú.
class-keep-plain = Esta dirección no es segura (sin https); por eso este navegador guarda la clase sin cifrar y no se puede guardar un archivo con contraseña. Pide a quien aloja esta página que use https.
class-shut = La clase que guarda este navegador no se puede leer ahora. No se escribe nada encima: cierra esta página y ábrela de nuevo. Si no ayuda, borra la clase abajo y abre tu archivo guardado.
class-passphrase = Contraseña para el archivo
class-passphrase-note = Al menos 10 caracteres.
class-save = Guardar la clase, cifrada
class-save-plain = Guardar sin cifrar
class-csv = Minutos y habilidades confirmadas (CSV)
class-csv-numbers = Lo mismo sin nombres
class-print = Imprimir esta página
class-erase = Borrar esta clase
class-erase-sure = ¿Borrar de verdad todos los comprobantes y nombres de este dispositivo?
class-erase-yes = Sí, borrar
class-erase-no = No, conservar
class-unkept = Este navegador no guarda la clase. Guarda un archivo antes de cerrar la página.
class-unlock = Este archivo está cifrado. Su contraseña:
class-unlock-go = Abrir
class-unlock-wrong = Esa contraseña no abre { $name }.

## The teacher's plan on the learner's device
unit-title = Esta semana en clase
unit-text = Tu maestro o maestra te pide trabajar en estas habilidades. Trellis empieza donde estás y te lleva hasta ahí.
unit-taken = Trellis sigue este plan. Al menos la mitad de tus preguntas va en ese camino.
unit-taken-later = Este plan está guardado aquí. Empieza en su primer día; hasta entonces Trellis sigue como antes.
unit-taken-over = El último día de este plan ya pasó, así que Trellis ya no lo sigue. Pide a tu docente el plan de esta semana.
unit-over = El último día de este plan ya pasó. Pide a tu docente el plan de esta semana. Si quieres, puedes seguir este de todos modos.
unit-reversed = El último día de este plan es anterior al primero, así que no se puede seguir. Pide a tu docente un enlace nuevo.
unit-stopped = Dejaste este plan.
unit-again = Seguirlo otra vez
unit-yes-over = Seguirlo de todos modos
unit-empty = En este dispositivo no hay ningún plan de tu clase.
unit-damaged = Este enlace no está completo. Pídelo otra vez a tu maestro o maestra.
unit-yes = Seguir este plan
unit-back = Dejar este plan
unit-note = Puedes elegir cualquier habilidad y quitar el plan cuando quieras.
class-unit-link = Enlace para el plan de la semana
class-unit-link-note = Dáselo a tus estudiantes. Contiene habilidades, días, minutos y tu comentario, y nada sobre nadie.
class-unit-link-note-named = Dáselo a tus estudiantes. Contiene habilidades, días, minutos y tu comentario.
class-unit-word = ¿Qué hay de { $skill }?
class-unit-on = Unidad de esta semana
class-unit-taught = Ya enseñada: se puede empezar
class-unit-not-yet = Todavía no
class-unit-skip = Omitir

## The report for families and conferences
report-title = Informe
report-open = Informe para casa y escuela
report-time = { $days ->
    [one] Un día. Preguntas: { $answers }. Tiempo: cerca de { $minutes } min.
   *[other] { $days } días. Preguntas: { $answers }. Tiempo: cerca de { $minutes } min.
 }
report-lead = Esta página se hace en este dispositivo y no se manda a nadie. No es una nota.
report-good = Va bien
report-working = Trabaja ahora en
report-next = Lo que puede aprender ahora
report-talk = Para hablar en casa
report-ask-show = «¿Puedes dibujarme esto: { $skill }?»
report-ask-where = «¿Dónde podemos usar esto en casa o en la tienda?»
report-ask-hard = «¿Qué fue difícil al principio? ¿Qué te ayudó?»
report-transcript = Habilidades confirmadas
report-transcript-note = { $count ->
    [one] Una habilidad, mostrada sin ayuda en dos días y en dos tipos de preguntas, y todavía fresca.
   *[other] { $count } habilidades, cada una mostrada sin ayuda en dos días y en dos tipos de preguntas, y todavía fresca.
 }
report-transcript-none = Ninguna todavía. Una habilidad se confirma cuando se mostró sin ayuda en dos días y en dos tipos de preguntas.
report-first = Primera vez
report-save = Guardar como archivo para hojas de cálculo (CSV)
class-papers = Para imprimir
class-papers-text = La hoja de práctica de cada estudiante, una tarjeta que trae de vuelta el progreso y una página para la reunión.
## On paper
paper-open = Practicar en papel
paper-title = Práctica en papel
paper-lead = Imprime una hoja con tus próximas preguntas. Dobla las respuestas hacia atrás, trabaja con lápiz y luego mira.
paper-lead-class = Una hoja para cada estudiante, con lo que sigue para cada uno. Si ningún comprobante lo dice, la unidad de la semana.
paper-about = Preguntas sobre
paper-about-own = lo que sigue para mí
paper-about-each = lo que sigue para cada estudiante
paper-about-unit = la unidad de esta semana
paper-for = Para
paper-for-all = todos
paper-many = Número de preguntas
paper-tongue = Idioma
paper-answers = Respuestas
paper-answers-foot = al pie, para doblar
paper-answers-last = en la última página
paper-size = Papel
paper-size-letter = Carta
paper-size-a4 = A4
paper-anew = Otras preguntas
paper-print = Imprimir
paper-back = Volver a la clase
paper-waiting = Buscando las preguntas…
paper-missing = No se pudieron traer algunas preguntas. Conéctate una vez y abre esta página de nuevo.
paper-nobody = Todavía no hay nada que imprimir. Elige una habilidad arriba.
paper-id = Hoja
paper-name = Nombre:
paper-date = Fecha:
paper-answer = Respuesta:
paper-fold = Dobla por esta línea o corta aquí. Respuestas:
paper-key = Respuestas
paper-marks = Anotar lo que salió bien
paper-marks-text = El papel no muestra cómo salió una respuesta. Se guarda como una nota. No cambia ningún nivel.
paper-marks-id = El código de la hoja
paper-marks-note = Está arriba en la hoja. No importan las minúsculas ni los espacios.
paper-marks-go = Abrir esta hoja
paper-slip = Ese no es el código de una hoja. Mira otra vez cada letra.
paper-slip-newer = Esta hoja es de un Trellis más nuevo. Vuelve a cargar esta página.
paper-found = Tu hoja
paper-tick = ¿Qué preguntas salieron bien?
paper-tick-one = Pregunta { $number }
paper-keep = Guardar esta nota
paper-kept = La hoja { $id } quedó anotada.
paper-list = Anotado hasta ahora
paper-tally = { $count ->
    [0] { $skill } ninguna de { $all }
   *[other] { $skill } { $count } de { $all }
 }
## Return cards for a class
cards-title = Tarjetas de regreso
cards-lead = Una tarjeta para cada estudiante. Si se borra un dispositivo, el código trae de vuelta lo último que se entregó.
cards-empty = Todavía no se puede hacer ninguna tarjeta. Una tarjeta guarda lo que un estudiante domina.
cards-none = Todavía sin nada dominado: { $who }
cards-note = Una tarjeta guarda un número y habilidades, nunca un nombre. Sabe lo que saben los comprobantes. Lo que volvió con una tarjeta y no se practicó desde entonces no está en un comprobante.
## Conference sheets
talk-title = Hojas de reunión
talk-title-one = Hoja de reunión
talk-lead = Una página para cada estudiante: dónde está y un plan para llenar juntos.
talk-ticket = Del último comprobante. No es una nota.
talk-paper = En papel
talk-plan = Plan de aprendizaje
talk-plan-goal = Meta:
talk-plan-steps = Próximos pasos:
talk-plan-supports = Lo que me ayuda a aprender:
talk-plan-who = Quién ayuda y cuándo:
talk-plan-look = Lo miramos otra vez el:
talk-sign-student = Estudiante
talk-sign-family = Familia
talk-sign-teacher = Docente
## A week of one's own
week-open = Mi semana
week-title = Mi semana
week-text = Este plan es tuyo. Puedes cambiarlo cuando quieras. Un día que faltas no se debe.
week-none = Elige cuánto quieres practicar cada día. Está bien tener días sin práctica.
week-off = Dejar esta semana
week-free = libre
week-today = Hoy
week-here = Estuviste aquí
week-how-long = { $day }: ¿cuánto tiempo?
week-monday = Lunes
week-tuesday = Martes
week-wednesday = Miércoles
week-thursday = Jueves
week-friday = Viernes
week-saturday = Sábado
week-sunday = Domingo
mile-title = Metas alcanzadas
mile-text = Lo que hiciste. Es tuyo para siempre y nadie más lo ve.
mile-none = La primera llega con diez preguntas.
mile-off = Las metas alcanzadas están apagadas.
mile-switch-off = Apagar las metas alcanzadas
mile-switch-on = Mostrar mis metas alcanzadas
mile-questions = { $count } preguntas contestadas
mile-days = Práctica en { $count } días
mile-mended = { $count ->
    [one] Una habilidad que era difícil al principio y que ahora sabes
   *[other] { $count } habilidades que eran difíciles al principio y que ahora sabes
 }

## What the host of this copy has set

host-fault-title = { $file } no se usa
host-fault = Para quien cuida esta dirección: todo funciona como si el archivo estuviera vacío, hasta que se corrija.
host-too-large = El archivo tiene más de { $most } bytes.
host-not-json = El archivo no es JSON: falta o sobra una coma, un paréntesis o una comilla.
host-twice = Una clave está dos veces.
host-no-table = Aquí debe haber claves y valores entre llaves.
host-no-key = No existe esa clave. Existen: { $known }.
host-name = El nombre debe ser un texto de 1 a { $most } letras corrientes.
host-language = El idioma debe ser "en" o "es".
host-packs = Los paquetes deben ser una lista con al menos uno de estos: { $known }.
host-standards = Los estándares deben ser "ccss" o "none".
host-feature = No existe esa función. Existen: { $known }.
host-truth = Esto debe ser true o false.
host-off-title = Esta página no se usa aquí
host-off = Quien cuida esta dirección la ha desactivado.
field-host = Lo que ha fijado quien publica esta dirección: un nombre, un idioma, lo que se ofrece. Nada sobre quien aprende.

## Una pregunta para toda la sala
project-open = Proyectar
project-skill = Proyectar una pregunta sobre { $skill }
project-title = Una pregunta para todos: { $skill }
project-show = Mostrar la respuesta
project-hide = Ocultar la respuesta
project-before = Anterior
project-after = Siguiente
project-leave = Salir
project-keys = Teclas: ← y → para otra pregunta, A para la respuesta, Esc para salir
project-code = Abre esta pregunta en tu dispositivo
project-code-alt = El enlace a esta pregunta como dibujo de cuadritos, para una cámara
project-right = Respuesta
project-wrong = Otras respuestas que puedes oír

## Lo que pide y lo que fija un docente
ask-from = Primer día
ask-until = Último día
ask-minutes = Minutos al día
ask-minutes-own = Lo que eligió cada estudiante
ask-comment = Unas palabras para tus estudiantes
ask-comment-note = Las puede leer quien abra el enlace. Como máximo 200 caracteres.
ask-name = Tu comentario tiene un nombre de tu lista: { $names }. El enlace lo llevaría a todos los que lo abran.
ask-backwards = El último día es anterior al primero. Corrígelo y los enlaces volverán.
ask-past = El último día ya pasó.
class-unit-file = Guardar el plan en un archivo
class-unit-file-note = El plan de esta semana para Trellis. Se abre en la página «Esta semana en clase».
correct-title = Corregir un estado
correct-text = ¿Sabes algo que las respuestas no muestran? Fíjalo aquí. No cambia ninguna respuesta y se puede deshacer.
correct-student = Estudiante
correct-pick = Elige
correct-stands = Según las respuestas: { $mark }.
correct-stands-on = Según las respuestas: { $mark }, { $date }.
correct-knows = lo sabe
correct-again = todavía no lo sabe
correct-none = según las respuestas
correct-list = Fijado por ti
correct-one = { $who }, { $skill }: { $word }, fijado el { $date }
correct-back = Deshacer { $skill } para { $who }
correct-undo = Deshacer
correct-link = Enlace solo para { $who }
correct-link-note = Lleva el plan de la semana y lo que fijaste para este estudiante. Un enlace para toda la clase no lo lleva.
correct-mark = { $word }, fijado por ti el { $date }
correct-key = { $word }, fijado por ti
early-next = Lo que sigue
early-unit = La unidad de esta semana
early-note = Quién no domina ahora la base de lo que sigue, y por qué. Donde aún no se preguntó nada, no se dice nada.
early-no-unit = Elige aquí un estándar, o abajo habilidades para la unidad de esta semana.
early-together = Primero, para toda la clase
early-class = { $count ->
    [one] { $skill }: un estudiante
   *[other] { $skill }: { $count } estudiantes
 }
early-missed = { $losses ->
    [one] una pregunta fallada o con ayuda, la última el { $date }
   *[other] { $losses } preguntas falladas o con ayuda, la última el { $date }
 }
early-fading = conviene repasar, mostrado por última vez el { $date }
early-begun = empezado, aún no mostrado sin ayuda
early-set = todavía no lo sabe, fijado por ti el { $date }
unit-day = { $weekday } { $date }
unit-days = Del { $from } al { $until }.
unit-from = Desde el { $from }.
unit-until = Hasta el { $until }.
unit-minutes = Unos { $minutes } minutos al día.
unit-comment = Tu docente escribe:
unit-said = Sobre algunas habilidades
unit-word-taught = visto en clase
unit-set = { $word }, fijado por tu docente el { $date }
unit-number = Este plan es para el número { $number }. ¿Eres tú?
unit-other = Este enlace es para el número { $to }. Aquí eres el número { $own }. Pide a tu docente tu propio enlace.
unit-open = Abrir un plan desde un archivo
unit-open-note = Tu docente puede darte un archivo de texto pequeño.
home-unit = Esta semana en clase:
skill-set-knows = Tu docente fijó el { $date } que ya sabes esto. Una respuesta correcta lo asegura.
skill-set-again = Tu docente fijó el { $date } que practiques esto otra vez.
unit-word = Esto viene de tu docente.
## Days in words
date-january = enero
date-february = febrero
date-march = marzo
date-april = abril
date-may = mayo
date-june = junio
date-july = julio
date-august = agosto
date-september = septiembre
date-october = octubre
date-november = noviembre
date-december = diciembre
date-day = { $day } de { $month }
date-year = { $date } de { $year }
