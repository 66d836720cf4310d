# Wording of Trellis in English. Plain words, one idea a sentence, suited to nine and to sixteen.

## The frame
app-name = Trellis
skip = Skip to the page
nav = Pages
nav-home = Home
nav-practice = Practice
nav-progress = Progress
nav-settings = Settings
language-other = Español
language-other-name = Cambiar a español
title-practice = Practice
title-progress = Progress
title-map = Skill map
title-skill = A skill
title-settings = Settings
title-learners = Who is learning?
title-question = One question
waiting = One moment …

## Saving
saved-quiet = Nothing to save
saved-linked = This page saves nothing
saved-private = Private: nothing is kept
saving = Saving …
saved = Saved on this device
saved-one-copy = Saved in one place only
saved-not = Not saved yet
saved-try = Save again

## The proof of privacy
title-privacy = Privacy, checked here
proof-title = Privacy, checked on this device
proof-text = Everything a learner does stays in this browser. You need not believe that: below, this page tries every way out that a page has, and says what the browser answered.
proof-address = Checked at { $address }, version { $version }
proof-again = Try again
proof-print = Print this page
proof-trying = Trying every way out. This takes a few seconds.
proof-failed = The check did not come to an end, so nothing is known. Reload the page.
proof-result = What came of it
proof-tried = { $count } attempts, to a name that belongs to nobody ({ $host }).
proof-closed = Blocked, removed or not in this browser: { $count }
proof-open = NOT blocked: { $count }
proof-unknown = Cannot be known from inside a page: { $count }
proof-untried = Not tried, because trying would leave this page: { $count }
proof-verdict-closed = No attempt to send something got through that this page can see.
proof-verdict-open = Some ways were not blocked. They are listed first. Nothing in Trellis uses them, but here that is a promise, not a lock.
proof-verdict-limits = A page can check itself only so far. A browser extension, the program on the host and other programs on this device are out of its sight. To check from outside: open the developer tools (F12), Network, and practice; or turn on airplane mode and go on.
proof-from-page = From the page
proof-from-worker = From a worker beside the page
proof-from-journal = From the worker that keeps the record
proof-from-service = From the service worker, which keeps the app for use offline
said-blocked = Blocked
said-removed = Removed
said-absent = Not in this browser
said-open = NOT blocked
said-unknown = Cannot be known
said-untried = Not tried
way-fetch = A request by script (fetch)
way-fetch-blind = Sending without reading the answer (no-cors POST)
way-fetch-keepalive = Sending while the page closes (keepalive)
way-xhr = An older kind of request (XMLHttpRequest)
way-websocket = A two-way connection (WebSocket)
way-eventsource = A stream of messages (EventSource)
way-webtransport = A fast connection (WebTransport)
way-cache-add = Fetching into the cache (Cache.add)
way-wasm-stream = Fetching a program (WebAssembly)
way-import = Loading a module (import)
way-worker = A worker from another host
way-beacon = A parting message (sendBeacon)
way-fetch-later = A request for later (fetchLater)
way-webrtc = A call between browsers (WebRTC)
way-webrtc-frame = WebRTC taken out of a new empty frame (only looked for, not used)
way-shared-worker = A shared worker from another host
way-blob-worker = A worker made on the spot, which then sends
way-service-worker = A service worker from another host
way-image = A picture
way-image-set = A picture in several sizes (srcset)
way-image-svg = A picture inside a drawing (SVG)
way-audio = A sound
way-video = A film
way-track = The subtitles of a film
way-style-image = A background picture (CSS)
way-style-cursor = A mouse pointer (CSS), which is fetched only when it is pointed with
way-stylesheet = A style sheet
way-style-import = A style sheet that fetches another (@import)
way-font = A font
way-script = A script
way-script-inline = A script written into the page, which then sends
way-markup = Markup made from text (innerHTML)
way-eval = A program made from text (eval)
way-frame = A page inside the page (iframe)
way-object = An embedded file (object)
way-embed = An embedded file (embed)
way-form = Sending a form
way-ping = A message when a link is followed (ping)
way-prefetch = Fetching ahead (prefetch); a browser may ignore it without a word
way-preload = Fetching early (preload)
way-preload-module = Fetching a module early (modulepreload)
way-preload-rules = Rules for fetching ahead (speculation rules)
way-preconnect = Connecting early (preconnect): no script is told what became of it
way-dns-prefetch = Looking up a name early (dns-prefetch): no script is told what became of it
way-leave-address = Going to another address (location)
way-leave-link = Following a link
way-leave-window = Opening another window (window.open)
way-leave-refresh = A page that sends itself elsewhere (meta refresh)
way-import-scripts = Loading a script (importScripts)
way-all = It could not be asked
proof-leaving = No browser lets a page lock its own door everywhere: a script of this page could lead it to another address. Nothing in Trellis does so with anything a learner did; and no foreign script gets in to do it. Where the host sends Connection-Allowlist and the browser knows it, the browser refuses that too.
proof-loaded-title = What was loaded
proof-loaded-own = { $count ->
    [one] One file from this address.
   *[other] { $count } files from this address.
}
proof-loaded-none = None from another host.
proof-loaded-foreign = From other hosts: { $names }
proof-loaded-part = The browser counts only so many, and there were more.
proof-loaded-limits = Counted by the browser for this page since it was opened. What the service worker fetched, and the browser's own look for a new version (sw.js), are not in its count. release.json lists every file of the release with its fingerprint.
proof-files = The files
proof-stored-title = What is stored
proof-stored-text = Everything Trellis can store about a learner, field by field, with an invented example. The list is made from the program itself; the build stops when a field is missing in it. There is no real name, birthday, address, e-mail, picture, sound or place.
proof-field = Field
proof-means = What it is
proof-example = Example
proof-place = Where
place-record = In the record: encrypted, in the browser's database (IndexedDB) and in a journal in its private files (OPFS)
place-desk = Beside the record: encrypted, in the browser's database (IndexedDB)
place-plain = Beside the record, in the browser's database (IndexedDB): not encrypted, because only the browser itself can keep it
place-key = In the browser's private files (OPFS), twice, and in its cache storage; overwritten when the learner is erased
place-device = In the browser's database (IndexedDB), not encrypted
place-settings = In the browser's settings for this address (localStorage)
place-tab = In this tab, until it is closed (sessionStorage)
place-cache = In the browser's cache for this address
proof-plain = This address is not secure (no https): here nothing is encrypted, and there is only one copy.
kind-envelope = With every entry
kind-answered = A checked answer
kind-declined = A question put away
kind-helped = "Someone helped me"
kind-level-shown = A level as it was shown
kind-profile = What a learner says of themselves; all optional
kind-began = How the learner began
kind-put-off = A skill put away
kind-wanted = A skill put on the plan
kind-trial-began = "Prove it"
kind-example-read = A worked example that was read
kind-card-shown = The card for the teacher
kind-goal-set = A goal
kind-goal-cleared = A goal put away: nothing more
kind-frozen = The question on the desk
kind-lesson = The lesson that is open
kind-card = The card in "Who is learning?"
kind-snapshot = A summary of a long record, so that the page opens quickly
kind-place = The file chosen for "Save again to the same file"
kind-lock = The learner's key, and its lock if there is one
kind-device = On this device
kind-plan-set = What a teacher asks for
kind-joined = A teacher's link that was taken
kind-paper-marked = A sheet of practice on paper
field-class = six letters that name the class
field-class-number = the number in the class, 1 to 40
field-plan-minutes = minutes a day that the teacher asks for
field-comment = What the teacher writes to the learner
field-set = The day on which the teacher last corrected a status
field-class-kept = on a teacher's device: the tickets of a class, and names if the teacher put in a list; encrypted, with a key in the same database that the browser does not hand out
kind-brought-back = Skills that a return code brought back
field-item = Id of the question's item
field-item-level = Level of the item
field-seed = The number from which the question is drawn again
field-rev = Revision of the item
field-pack = Fingerprint of the unit's file
field-skill = Id of the skill
field-step = Step of an item that has several
field-response = The answer as given
field-attempt = First try, second, or last step of a solution
field-right = Right or not
field-rules = Wrong rules that give this answer
field-family = The one family of wrong rules that explains it
field-hints = Hints opened before
field-options = Number of choices offered; 0 for a typed answer
field-ms = Milliseconds since the question appeared
field-confidence = How sure the learner was, where they want to be asked
field-skin = Which story a word problem told
field-locale = Language
field-why = Not learned yet, or not now
field-at = Time of the answer meant
field-level = Level shown
field-model = Version of the learner model
field-nickname = Any word the learner likes
field-avatar = Id of a drawn picture
field-grade = Grade
field-interests = Interests, from a list
field-minutes = Minutes chosen for a day
field-week = minutes for each day of the week, from Monday on
field-sheet = the id printed on the sheet
field-marks = numbers of the questions that were right
field-mode = Look for a start, or just practice
field-questions = Number of questions
field-by = Day chosen, counted from 1970
field-reason = Why this question came
field-draft = What is typed so far
field-mine = The last answer
field-phase = How far the question is
field-attempts = Tries so far
field-hints-open = Hints that are open
field-named = The wrong rule that was named
field-helped-said = "Someone helped me" was said
field-queue = Steps still to come
field-returned = It came back after easier ones
field-lesson-at = The part of the lesson that stands there
field-lesson-path = The way of showing the idea that was chosen last
field-lesson-parts = For each part: lines read or boxes filled, reasons chosen, what is typed, misses in the open box, and a question with its answer so far
field-accommodations = What makes learning easier, from a list
field-unit = Skills of the unit
field-from = First day, counted from 1970
field-until = Last day, counted from 1970
field-overrides = A word about single skills
field-skills = Ids of the skills
field-crc = Checksum of the entry
field-v = Version of the format
field-w = Random name of one opening of the page in one tab
field-n = Number of the entry
field-h = Time and order
field-c = What the device's clock and time zone said
field-p = Fingerprint of the entry before
field-e = What happened: one of the kinds below
field-day = Day of the last visit, counted from 1970
field-heads = For each part of the record, its last entry and that entry's hash: what the summary was made from
field-first = When the first entry of it was made
field-last = When the last entry of it was made
field-body = What the pages work out from those entries: levels, what was answered lately, the plan, nickname. All of it can be worked out from the record again, and is, each time the page is opened
field-place = The browser's own note of which file that is, with its name. Using it again needs a yes from whoever sits there
field-key = 32 random bytes that encrypt the record; with a lock, wrapped by it
field-turn = How often the lock was changed
field-lock-kind = PIN, pictures or words (never which)
field-face = A key for the card in "Who is learning?" alone
field-secret = The record's key, encrypted by the lock: salt, rounds, sealed key
field-recovery = The same, encrypted by the words of the recovery sheet
field-learners = A random id for each learner here; the same while one is being erased
field-tab = Which learner's record this tab has open
field-look = Colors, movement and language chosen
field-files = The release's own files, for use offline
proof-kept-title = How long, and how it goes away
proof-kept-text = Until someone erases the learner (Settings), clears the browser's data for this address, or the device is wiped. Nothing is kept anywhere else, so nobody else can delete it, or bring it back.
wipe-title = Delete everything on this device
wipe-text = Erases every learner here, their keys first, then a teacher's class, the settings and the files kept for use offline. Progress files that were saved stay where they are.
wipe-ask = Delete everything …
wipe-sure = Delete everything of everyone on this device?
wipe-sure-text = { $count ->
    [one] One record is here. This can't be undone.
   *[other] { $count } records are here. This can't be undone.
}
wipe-yes = Delete everything now
wipe-no = Keep it
wipe-done = Everything Trellis had on this device is deleted.
wipe-failed = Not everything could be deleted. Close the other Trellis tabs and try again.
proof-link = Privacy, checked on this device

## Locks
lock-title = Lock this record
lock-text = A lock asks for a secret before this record opens. It locks by itself after { $minutes } minutes without a touch, and when the page is closed.
lock-honest = A PIN stops the curious student who sits here next, not someone who copies the disk: all 10,000 four-digit PINs can be tried on a copy within hours. Four pictures are a little weaker than a PIN; four drawn words are much stronger.
lock-forgotten = Forgotten means lost: nobody can open the record then, unless you printed the recovery sheet or saved a progress file.
lock-file = A progress file has no lock but its own passphrase.
lock-is-pin = Locked with a PIN.
lock-is-pictures = Locked with four pictures.
lock-is-words = Locked with four words.
lock-has-sheet = There is a recovery sheet for this lock.
lock-no-sheet = There is no recovery sheet for this lock.
lock-pin = A PIN
lock-pictures = Four pictures
lock-words = Four words
lock-cancel = Not now
lock-remove = Take the lock off
lock-now = Lock and leave
lock-pin-new = Your PIN: 4 to 12 digits
lock-pin-again = The same once more
lock-pin-open = Your PIN
lock-pictures-new = Choose four pictures in an order that you will remember
lock-pictures-open = Your four pictures, in order
lock-pictures-count = { $count } of 4 chosen
lock-pictures-clear = Start over
lock-words-new = These are your words. Write them down, then type them:
lock-words-other = Other words
lock-words-open = Your four words
lock-sheet-open = The words of the recovery sheet
lock-set = Lock
lock-open = Open
lock-open-by-sheet = I have the recovery sheet
lock-open-by-secret = Back to the lock
lock-opening = Opening …
lock-who = This record is locked
lock-wrong = That was not it. Nothing is lost; try again.
lock-pause = That was not it. After five tries there is a pause: try again in { $seconds } seconds.
lock-short = A PIN has 4 to 12 digits.
lock-differs = The two are not the same.
lock-failed = The lock could not be set everywhere, so nothing was changed for sure. Try again.
lock-impossible = This address has no https, so the browser can lock nothing here.
lock-idle = Locked, because nothing was touched for a while.
lock-none-yet = There is nothing to lock yet.
sheet-title = Recovery sheet
sheet-text = Whoever has these words can open this record on this device when the lock is forgotten. Keep the sheet where you keep important paper. They are shown only now.
sheet-print = Print the sheet
sheet-done = I have the sheet
sheet-app = Trellis recovery sheet for the record of { $name }

## First minutes
welcome-title = Learn math at your own pace
welcome-text = Answer a few questions, and Trellis finds what is just right for you.
welcome-start = Start
welcome-import = I have a progress file
welcome-code = I have a code
welcome-fact-private = Nothing you do here is sent to anyone.
welcome-fact-offline = It works without internet once it has loaded.
welcome-fact-account = No account and no ads.
grade-title = What grade are you in?
grade-text = This only decides the first question. You can go back or ahead at any time.
grade-skip = Skip this
grade-kindergarten = K
grade-note-kindergarten = Kindergarten
grade-note = Grade { $grade }
about-title = Before we go on: who is this?
about-text = All of it is optional and stays on this device.
about-nickname = A nickname
about-nickname-note = Not your real name. Any word you like.
about-avatar = A picture
about-interests = Things you like
about-search = Find my starting point
about-practise = Just practice
about-search-note = At most { $count } questions. Stop whenever you like.
interest-sports = Sports
interest-music = Music
interest-animals = Animals
interest-cooking = Cooking
interest-making = Making things
interest-space = Space
interest-games = Games
interest-nature = Nature
avatar-fox = Fox
avatar-owl = Owl
avatar-whale = Whale
avatar-cactus = Cactus
avatar-kite = Kite
avatar-comet = Comet
avatar-drum = Drum
avatar-leaf = Leaf

## Home
home-hello = Hello
home-hello-name = Hello, { $name }
home-continue = Continue
home-practise = Practice
home-others = Or choose
home-plan = Today: about { $minutes } minutes
home-warm = To begin, something you know
home-go-on = On with what you have started
home-new = Something new
home-make-sure = You may know this already
home-review = A short look back
home-plan-over = That's today's plan. Stop here or go on, as you like.
home-resting = Nothing is waiting for today. Tomorrow there is more, or choose a skill from the map.
home-private = Practice in private
home-private-note = For trying things out: nothing you answer is kept.
private-title = Private practice is on
private-text = No answer and no level is kept. It ends when you leave this page.
private-off = Turn it off
home-choose = Practice this
home-minutes = How long today?
home-minutes-some = { $count } minutes
home-minutes-note = { $count ->
    [one] about one question
   *[other] about { $count } questions
 }
home-fact-questions = { $count ->
    [one] You have worked on one question so far.
   *[other] You have worked on { $count } questions so far.
 }
home-fact-practised = { $count ->
    [one] One skill is practiced already.
   *[other] { $count } skills are practiced already.
 }
home-fact-today = { $count ->
    [one] One right answer on your own today.
   *[other] { $count } right answers on your own today.
 }

## Why this question
reason-label = Why this?
reason-search = To find your starting point. Any answer helps.
reason-owed = You had some help with one like this. Now try one on your own.
reason-refresh = { $days ->
    [one] You practiced this a day ago. A short look keeps it fresh.
   *[other] You practiced this { $days } days ago. A short look keeps it fresh.
 }
reason-go-on = You have started this. A little more makes it easier.
reason-ready = You have what you need for it.
reason-mixed = Something different in between: choosing how to solve it is part of learning.
reason-secure = Another day, another kind of question: that helps you remember it.
reason-easier = The last two were hard. This one asks less, or shows a picture.
reason-basics = “{ $skill }” builds on this. After two of these you go back to it.
reason-return = You practiced “{ $skill }”, which helps with it. Now another one like the hard one.
reason-wanted = You want to learn this.
reason-wanted-for = It leads to “{ $skill }”, which you want to learn.
reason-confirm = You can probably do this. One right answer shows it.
reason-unit = This is what your class is working on.
reason-prove = You want to show that you can do this.
reason-chosen = You chose this.
reason-linked = Someone shared this question. Nothing here is saved.
reason-other = It fits what you did before.

## A question
answer-label = Your answer
answer-choose = Choose one
choice-fits = This one fits.
answer-choose-all = Choose every answer that fits
answer-fill = Your answers in order, with ; between
boxes-label = Fill every box
boxes-one = Box { $number } of { $of }
boxes-read = Box { $number }:
boxes-advice = Box { $number }: { $advice }
beside = Show it in Spanish too
beside-name = The question in Spanish
answer-lines = Your next line
answer-keypad = Number keys
read-back = This reads as
check = Check
next = Next
hint = Hint
hint-number = Hint { $number }
hint-none = No more hints
listen = Listen
listen-stop = Stop
listen-missing = This device has no voice of its own for this language. Ask someone to read it to you.
not-learned = I haven't learned this yet
not-now = Not now
helped = Someone helped me
enter-line = Tap the line, or use the arrow keys. You can also type.
enter-bars = Tap the pieces to shade them, or use the arrow keys. You can also type.
enter-nothing = nothing chosen yet
enter-hops = Hop with the arrow keys, or tap where the hop lands. You can also type.
enter-range = Tap the line to place an end, or use the arrow keys. You can also type.
enter-grid = Tap the corner where your array should end, or use the arrow keys. You can also type.
enter-tape = Tap the parts to take them, or use the arrow keys. You can also type.
enter-blocks = Put blocks down and trade them. You can also type.
enter-point = Tap the grid to place the point, or use the arrow keys. You can also type.
enter-points = Place { $count } points: tap the grid, or use the arrow keys. You can also type.
enter-two-points = Place two points: tap the grid, or use the arrow keys. You can also type.
enter-ray = Place where the ray starts, then a point on it. You can also type.
enter-parabola = Place the highest or lowest point, then one more. You can also type.
enter-corners = Drag the corners, or use the arrow keys. You can also type.
enter-cut = Tap both ends of the cut, or use the arrow keys. You can also type two points.
enter-box = Build with the buttons, or use the arrow keys. You can also type.
enter-cells = Fill in the boxes. You can also type below.
enter-area = Fill in every part. You can also type below.
scratch-open = Scratchpad
scratch-note = Draw or type here. Nothing on it is checked or stored; it goes with the question.
scratch-undo = Undo a stroke
scratch-clear = Clear
scratch-keep = Keep as a picture
scratch-notes = Typed notes
scratch-drawing = Drawing sheet. Strokes: { $count }
steps-undo = Undo the last line
steps-note = Keep this line as a note
steps-start = Start
steps-line = Line { $number }
enter-steps = Each line is checked by itself; any right way counts. Notes are never checked.
gallery-steps = Line by line
enter-columns = Write one digit in each box. The dashed boxes are for your own marks and may stay empty.
figure-closer = Look closer
figure-back = Step back
figure-hop = Hop { $number } lands on
figure-hop-next = Next hop
figure-hop-back = Take the hop back
figure-left-end = Left end
figure-right-end = Right end
figure-left-out = left out
figure-taken-in = taken in
figure-no-end = no end
figure-left-take = Take the left end in
figure-left-leave = Leave the left end out
figure-right-take = Take the right end in
figure-right-leave = Leave the right end out
figure-left-none = No left end
figure-right-none = No right end
figure-parts = Equal parts
figure-rows = rows: { $rows }, columns: { $columns }
figure-taken = parts: { $count }, worth { $worth }
figure-ones = Ones
figure-tens = Tens
figure-hundreds = Hundreds
figure-thousands = Thousands
figure-trade-ones = Trade 10 ones for 1 ten
figure-trade-tens = Trade 10 tens for 1 hundred
figure-trade-hundreds = Trade 10 hundreds for 1 thousand
figure-change-ten = Change 1 ten for 10 ones
figure-change-hundred = Change 1 hundred for 10 tens
figure-change-thousand = Change 1 thousand for 10 hundreds
figure-point = Point { $number }
figure-corner = Corner { $number }
figure-cut-end = End { $number } of the cut
figure-other-side = Shade the other side
figure-solid = Make the line solid
figure-dashed = Make the line dashed
figure-long = Long
figure-wide = Wide
figure-high = High
figure-cell = Row { $row }, column { $column }
figure-column = column { $column }
figure-part = { $down } by { $across }
figure-digit = Result, { $column }
figure-mark = Mark over the { $column }
figure-working = Working, line { $row }, { $column }
figure-remainder = Remainder
figure-result = Result
figure-line = Working, line { $row }
figure-less = { $name }: one less
figure-more = { $name }: one more
gallery-title = All figures
gallery-text = Every kind of figure, to look at and to try. Nothing here is kept.
gallery-types = What it types
gallery-written = How it is written, and what it says
gallery-number-line = Number line
gallery-bars = Fraction bars
gallery-grid = Arrays
gallery-area = Area model
gallery-tape = Tape diagram
gallery-blocks = Base-ten blocks
gallery-columns = Column arithmetic
gallery-table = Table
gallery-plane = Coordinate plane
gallery-graph = Graphs
gallery-polygons = Shapes
gallery-solid = Solids
gallery-fields = Answer fields and keypads
gallery-field = Type here
enter-clock = Turn the hands, or use the buttons or the arrow keys. You can also type.
enter-box-plot = Place the five numbers on the line, or use the arrow keys. You can also type.
figure-hour = Hour
figure-minutes = Minutes
figure-lowest = Lowest value
figure-lower-quartile = Lower quartile
figure-median = Median
figure-upper-quartile = Upper quartile
figure-highest = Highest value
gallery-clock = Clock
gallery-spinner = Spinner
gallery-box-plot = Box plot
enter-frame = Tap the places to put counters down, or go with the arrow keys and press space. You can also type.
enter-chart = Tap numbers to mark them, or go with the arrow keys and press space. You can also type.
enter-things = Tap each one once to count it, or go with the arrow keys and press space. You can also type.
enter-decimal-grid = Tap the square up to which to shade, or use the arrow keys. You can also type.
enter-dot-plot = Tap over the line to stack dots, or use the arrow keys: sideways to a place, up and down for its dots. You can also type.
enter-bar-graph = Drag the top of each bar, or use the arrow keys: sideways to a bar, up and down for its height. You can also type.
enter-angle = Turn the ray by pulling it, or use the arrow keys. You can also type.
enter-bond = Set what is missing with the buttons, or use the arrow keys. You can also type.
enter-balance = Do the same to both pans until one box is alone. You can also type.
enter-ruler = Tap where the strip begins and where it ends, or use the arrow keys. You can also type.
enter-tiles = Lay tiles down with the buttons, or use the arrow keys. You can also type.
figure-marked = marked
figure-not-marked = not marked
figure-counted = counted as { $number }
figure-thing = Number { $number } to look at
figure-clear = Take all marks away
figure-over = over { $value }: { $count }
figure-bar = { $name }: { $value }
figure-degrees = { $number } degrees
figure-whole = Whole
figure-bond-part = Part { $number }
figure-off-weight = Weight off both pans
figure-off-boxes = Boxes off both pans
figure-shares = Equal shares, keep one
gallery-ten-frame = Ten frame
gallery-hundred-chart = Hundred chart
gallery-tap-count = Things to count
gallery-decimal-grid = Decimal grid
gallery-dot-plot = Dot plot and line plot
gallery-bar-graph = Bar graph and histogram
gallery-scatter = Scatter plot
gallery-angle = Angles
gallery-ratio = Ratio table and double number line
gallery-bond = Number bond
gallery-balance = Balance
gallery-ruler = Ruler
gallery-tiles = Algebra tiles
key-undo = undo
key-left = move left
key-right = move right
key-open = open parenthesis
key-close = close parenthesis
key-equals = equals
key-plus = plus
key-times = times
key-comma = comma
key-less = less than
key-greater = greater than
key-power = exponent
key-root = square root
key-slash = fraction bar
key-space = space between a whole number and a fraction
key-point = decimal point
key-minus = minus
key-back = delete the last character
stop = That's enough for now
trial-place = Question { $number } of { $limit }
trial-want = I don't think I know this yet
search-place = Question { $number } of at most { $limit }
search-over = That was the last one. Practice goes on from here.

## What is said about an answer
right-title = That's right
right-second = You checked it and found it. One like this comes back later.
right-hinted = One like this comes back later, without hints.
right-helped = Noted. One like this comes back later.
again-title = Not yet. Look once more.
again-try = Then try once more.
show-title = Let's look at it together
show-hint = A first step:
show-steps = One way to do it
show-last = The last step is yours. What goes in the box?
show-given = The answer is:
step-right = Yes, that completes it.
step-wrong = It goes like this.
line-title = Right so far
advice-title = Not checked yet
advice-empty = Write an answer first.
advice-choose = Choose one of the answers first.
advice-character = I can't read “{ $sign }” in a number. Write it with digits, like 3/4 or 1 1/2.
advice-zero = The bottom number of a fraction can't be 0.
advice-unfinished = Something is missing at the end. Write the whole number or fraction.
advice-large = That number is too large for me to read.
advice-grouping = I can read the comma or the point in two ways. Write the number without it.
advice-two-numbers = I see two numbers side by side. Write one number, like 7, 3/4 or 1 1/2.
advice-unclosed = The parenthesis “{ $sign }” is still open. Close it, or take it out.
advice-unopened = I see “{ $sign }” but not the parenthesis that opens it.
advice-missing = Something is missing before or after a sign. Look at each sign: what stands on its two sides?
advice-word = I don't know this word here. Write numbers, letters, signs or units, like 3 cm.
advice-directions = One sign points left and another points right. Write them so that they point the same way, like 3 < x < 7.
advice-lowest = Same value. Write it in simplest form.
advice-mixed = Same value. Write it as a mixed number, like 1 1/2.
advice-improper = Same value. Write it as one fraction, like 3/2.
advice-decimal = Same value. Write it as a decimal, like 0.5.
advice-incomplete = A part of the answer is still missing. Fill it in first.
advice-unit = Write the number in the unit that the question asks for.
advice-form = Same value. Write it in the form that the question asks for.
advice-kind = The question asks for another kind of answer. Read it once more.
level-reached = New: { $skill } is { $level }.

## Help between questions
example-title = One worked out for you
example-text = The last ones were hard. Here is one like them, step by step. There is nothing to answer.
example-why = The last ones were hard. Here is one from the lesson, step by step. Then choose why a step works. It does not count.
example-go = Now one on my own
card-title = Show your teacher this
card-text = “{ $skill }” has not worked out yet. That happens, and it is a good moment to look at it with somebody.
card-tries = { $count ->
    [one] Tried so far: one question.
   *[other] Tried so far: { $count } questions.
 }
card-like = The last one was like this:
card-rest = This skill rests until tomorrow. Nothing you earned is lost.
card-go = Go on with something else
earlier-title = Did someone help with an earlier answer?
earlier-note = Saying so is never a miss. One like it comes back, for you alone.
earlier-said = Noted

## End of a sitting
done-plan = That's today's plan
done-plan-text = Stop here or go on.
done-go-on = Go on
done-title = Good work
done-nothing = You looked around. Everything waits here for you.
done-answers = { $count ->
    [one] You worked on one question.
   *[other] You worked on { $count } questions.
 }
done-right = { $count ->
    [one] One of them was right on the first try.
   *[other] { $count } of them were right on the first try.
 }
done-strong = Going well
done-ready = Ready to learn next
done-take = Take it with me
done-take-note = Saves a file with all your answers. With it you can go on on any device, even if this one is wiped.
done-again = A little more
done-home = Home

## Progress
progress-title = Your progress
progress-text = Levels are earned and never fall.
level-new = not started
level-started = started
level-practised = practiced
level-mastered = mastered
flag-refresh = Worth a refresh
flag-resting = Resting today
flag-wanted = On your plan
flag-goal = Your goal
flag-ready = Ready to learn
receipt-label = What this shows
receipt-none = No answers yet.
receipt-wins = { $count ->
    [0] No right answer on your own yet.
    [one] One right answer on your own.
   *[other] { $count } right answers on your own.
 }
receipt-days = { $count ->
    [one] On one day.
   *[other] On { $count } different days.
 }
receipt-kinds = { $count ->
    [one] In one kind of question.
   *[other] In { $count } kinds of questions.
 }
receipt-owed = One question you had help with comes back first.
receipt-left-practised = To reach “practiced”: a few more right answers on your own.
receipt-left-days = To reach “mastered”: right answers on another day.
receipt-left-kinds = To reach “mastered”: right answers in another kind of question.
receipt-left-more = To reach “mastered”: a few more right answers on your own.
receipt-all = All of it is there.
practise-this = Practice

## The map and a skill
map-title = Skill map
map-text = What you can do, what comes next, and what leads where. Choose a skill to see more.
map-as-map = Map
map-as-list = List
map-ways = Show as
map-label = Map of skills. Every skill is a link; the list shows the same.
map-key = What the signs mean
map-later = Comes later
strand-place = Place value and numbers
strand-add = Addition and subtraction
strand-multiply = Multiplication and division
strand-fractions = Fractions
strand-decimals = Decimals
strand-measure = Measurement
strand-geometry = Shapes and space
strand-data = Data
strand-algebra = Expressions and equations
strand-other = More
skill-place = { $strand }, { $grade }
skill-answers = The answers that earned it
skill-left = What is left
skill-builds = It builds on
skill-leads = It leads to
skill-prove = Prove it
skill-prove-note = { $count ->
    [one] One question, one try a day. Nothing can be lost.
   *[other] { $count } questions, one try a day. Nothing can be lost.
 }
skill-tried = You tried today. Tomorrow you can try again.
skill-trial = Today you showed { $right } of { $count } on your own.
skill-trial-none = You tried it. Now it is one of the skills you practice, and nothing is lost.
skill-want = Put it on my plan
skill-rests = It rests until tomorrow.
skill-no-questions = There are no questions on this here. It is taken as known.
skill-back = All skills
day-today = Today
day-yesterday = Yesterday
day-ago = { $days ->
    [one] A day ago
   *[other] { $days } days ago
 }
goal-title = Your goal
goal-none = Is there something you want to reach?
goal-choose = Choose a skill
goal-make = Make it my goal
goal-when = By when?
goal-week = In a week
goal-two-weeks = In two weeks
goal-month = In four weeks
goal-no-date = No date
goal-clear = Put this goal away
goal-change = Look at it
goal-left = { $days ->
    [one] One day left.
   *[other] { $days } days left.
 }
goal-due = Today is the day you chose. You can choose another one at any time.
goal-forecast = Probably { $low } to { $high } days, if you practice as you do now.
goal-forecast-one = { $days ->
    [one] Probably one day, if you practice as you do now.
   *[other] Probably { $days } days, if you practice as you do now.
 }
goal-fits = That fits the day you chose.
goal-tight = It may just fit. A few more minutes each day help.
goal-late = You may need more time. You can choose a later day. Nothing is lost.
goal-done = You got there!

## Settings
settings-title = Settings
settings-language = Language
settings-theme = Colors
theme-system = Like this device
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
settings-motion = Movement
motion-system = Like this device
motion-less = Keep still
settings-learner = This learner
settings-nickname = Nickname
settings-nickname-save = Save the name
settings-grade = Grade
settings-avatar = Picture
settings-switch = Someone else is learning
settings-about = About
about-privacy = Trellis runs in this browser. Nothing is sent to anyone: no account, no tracking, no ads.
about-licence = The program is free software (MIT or Apache-2.0); its questions and texts are CC BY 4.0.
about-version = Version { $version }
erase-title = Erase this learner
erase-text = Removes all answers, the name and the settings of this learner from this browser. Files you saved stay where they are.
erase-ask = Erase …
erase-sure = Erase everything of this learner?
erase-sure-text = This can't be undone. Save a progress file first if you may want it back.
erase-yes = Erase now
erase-no = Keep it
erase-done = This learner is erased from this browser.
erase-failed = Not everything could be erased. Close the other Trellis tabs and try again.

## Keeping
keep-title = Your record
keep-none = Nothing is recorded yet.
keep-facts = { $count ->
    [one] One entry is recorded.
   *[other] { $count } entries are recorded.
 }
keep-two = Every answer is written to two places in this browser, encrypted.
keep-one = Every answer is written to one place in this browser. The second place does not work here.
keep-plain = This address is not secure (no https), so the record is not encrypted and there is only one copy. Ask whoever hosts this page to use https.
keep-nowhere = This browser lets Trellis keep nothing. Everything lasts until this tab closes; save a progress file before.
keep-persisted = The browser has promised not to clear it by itself.
keep-temporary = The browser may clear it when space runs out. A progress file keeps it safe.
keep-export = Save a progress file
keep-import = Open a progress file
keep-import-note = Its answers are added to those here. Nothing is replaced.
keep-state = Check code of the record
preview-title = Add this file?
preview-new = { $count ->
    [0] Everything in it is here already.
    [one] One entry in it is new here.
   *[other] { $count } entries in it are new here.
 }
preview-known = { $count ->
    [one] One entry is here already.
   *[other] { $count } entries are here already.
 }
preview-damaged = The file is damaged: { $good } of { $promised } entries can be read, and they are kept.
preview-newer = It was made by a newer Trellis. What this one understands is added. Keep the file for the rest.
preview-name = It is the record of { $name }.
preview-other = It is not the record that is open now.
preview-beside = Open it as another learner
preview-into = Add it to this learner
preview-yes = Add it
preview-no = Leave it
import-done = { $count ->
    [one] Done. One entry was added.
   *[other] Done. { $count } entries were added.
 }
import-not-ours = This is not a Trellis progress file. Look for a file that ends in .trellis.
import-empty = Nothing in this file can be read. If you have another copy, try that one.
import-locked = This file is locked with a passphrase.
import-locked-go = Enter the passphrase
import-too-new = This file was made by a newer Trellis. Reload the page while you are online, then open it again.
import-no-cipher = A locked file cannot be opened at this address, because it is not secure (no https).
export-done = The file is being saved. Look in your downloads, and keep it somewhere that is yours.
export-failed = The browser did not allow a download here. Open Trellis in its own tab and try again.

## Learners
learners-title = Who is learning?
learners-text = Each learner has a record of their own on this device.
learners-add = Someone new
learners-none = No name yet
learners-locked = Locked
learners-today = Here today
learners-days = { $days ->
    [one] Here a day ago
   *[other] Here { $days } days ago
 }

## The whole course
course-title = The whole course on this device
course-text = What you have come to stays here. You can also fetch everything at once, so that it all works without internet.
course-keep = Keep the whole course on this device
course-keeping = { $done } of { $all } parts are here.
course-kept = All { $all } parts are on this device. Everything works without internet now.
course-missing = { $done } of { $all } parts are here. The others did not arrive. Check the connection and try again; what is here stays.
course-impossible = This browser keeps no course for this address. A page with https, in a window that is not private, can.

## Lessons
title-lesson = Lesson
lesson-title = Lesson: { $skill }
lesson-place = Part { $number } of { $count }
lesson-idea = The idea
lesson-worked = A worked example
lesson-faded = Now you fill in what is missing
lesson-mistake = Find the mistake
lesson-try = Try one yourself
lesson-paths = Show the idea with
lesson-way = Way { $number }
lesson-picture = a picture
lesson-words = words
lesson-symbols = symbols
lesson-story = a story
lesson-table = a table
lesson-graph = a graph
lesson-more = Show the next line
lesson-why-right = Yes, that is the reason.
lesson-why-again = That does not explain this step. Read the line once more and choose again.
lesson-why-told = This is the reason:
lesson-box = Box { $number } of { $count }: what goes in it?
lesson-box-one = What goes in the box?
lesson-box-right = That fits.
lesson-box-again = Not yet. Read the line before the box once more.
lesson-box-told = Now the box is filled. Read the line again: does it make sense?
lesson-on = Go on
lesson-back = Back
lesson-practise = Practice this skill
lesson-leave = Leave the lesson
lesson-note = Nothing in a lesson is a test: no answer here counts. Your place is kept.
lesson-see = See how it works
lesson-open = Lesson
lesson-offer = This takes time, and that is fine. The lesson goes through it step by step: "See how it works".
trouble-lesson-title = There is no lesson about this yet
trouble-lesson = You can practice the skill all the same. The hints help.

## Notices and trouble
close = Close
ok = All right
note-healed = { $count ->
    [one] One entry was missing in one of the two copies and has been put back.
   *[other] { $count } entries were missing in one of the two copies and have been put back.
 }
note-healed-title = Your record was mended
note-put-right-title = What you see was put right
note-put-right = The page was opened from a summary of your record, and the record itself said something else. What stands here now comes from the record.
note-damaged-title = Part of the record could not be read
note-damaged = { $count ->
    [one] One entry is damaged. Everything else is here. A progress file you saved earlier may still have it.
   *[other] { $count } entries are damaged. Everything else is here. A progress file you saved earlier may still have them.
 }
note-newer-title = This record was made by a newer Trellis
note-newer = You can look and save a file, but new answers are not kept. Reload the page to get the newer version.
note-key-title = This record can no longer be opened
note-key = Its key is missing in this browser. If you have a progress file, open it in Settings.
note-not-saved-title = Not saved yet
note-quota = The device has no room left. Free some space, or save a progress file now.
note-closed = The browser closed its storage. Reload the page; what you did stays in this tab until then.
note-timeout = The browser's storage does not answer. Save a progress file now to be safe.
note-unavailable = This browser keeps nothing for this page (perhaps a private window). Save a progress file before you close it.
note-insecure-title = This address is not secure
note-insecure = Without https the browser keeps one copy only, not encrypted, and Trellis does not work offline. Ask whoever hosts it to use https.
note-update-title = A newer Trellis is ready
note-update = It starts the next time you open the page, or now.
note-update-now = Use it now
note-old-tab-title = Trellis was updated in another tab
note-old-tab = Reload this page to go on. Your answers are safe.
note-reload = Reload
trouble-address-title = There is no such page
trouble-address = The address may be mistyped or old.
trouble-skill-title = This skill is not here
trouble-item-title = This question is not here
trouble-item = The link may be mistyped, or the question belongs to another version.
trouble-pack-title = The questions could not be loaded
trouble-pack = The file with the questions is damaged. Reload the page; if it stays so, tell whoever hosts it. Your record is safe.
trouble-newer-title = The questions are newer than this page
trouble-newer = Reload the page to get the newer Trellis. Your record is safe.
trouble-page-title = This page did not arrive
trouble-fetch-title = The questions did not arrive
trouble-fetch = Check the connection and try again. Your record is safe.
trouble-again = Try again
trouble-home = Go home

# What makes it easier, and how sure one is.
comfort-title = What makes it easier for you
comfort-text = These choices are kept with your record, so they come along to another device. Nobody else is told.
comfort-usual = Usual
comfort-spacing = Room between letters and lines
comfort-wide = More room
comfort-letters = Size of letters
comfort-large = Larger
comfort-success = Questions
comfort-success-more = More that I can probably answer
comfort-sure = Before I check an answer
comfort-sure-no = Just check it
comfort-sure-yes = Ask how sure I am
sure-ask = How sure are you? Say it before you check, if you like.
sure-guess = A guess
sure-think = I think so
sure-certain = I am sure
sure-title = How well you know what you know
sure-text = What you said before you checked, and how often the first try was right.
sure-line = { $said }: { $right } of { $all } right

## Taking the record along
title-carry = Take it with me
carry-title = Take it with me
carry-text = With one of these you can go on where you are now, on any device.
carry-bring-page = Bring it back
carry-temporary = This browser may clear your record when space runs out. Keep a copy somewhere that is yours.
carry-file = In a file
carry-file-text = The file holds everything you did. Keep it in your own Drive, on a USB drive, or in a folder that is not wiped.
carry-pass = Passphrase (if you want one)
carry-pass-note = Whoever opens the file needs it. Four words that you will remember are good. Without it nobody can open the file, not even you.
carry-keep = Choose where to keep it
carry-again = Save again to the same file
carry-elsewhere = Choose another place
carry-save = Save it as a download
carry-saving = Saving…
carry-confirmed = Saved, read back and found whole: { $count ->
    [one] one entry.
   *[other] { $count } entries.
 }
carry-unconfirmed = Not confirmed: the file could not be read back. Open the folder and look whether it is there.
carry-download = The browser is saving the file. Not confirmed: look in your downloads whether it is there. On some school devices the downloads are wiped too.
carry-nowhere = Nothing was saved. Choose a place, or save it as a download.
carry-was-locked = The file there has a passphrase. Type it again, or choose another place.
carry-failed = That place did not take the file. Choose another one, or save it as a download.
carry-opener = Save the page that opens a file without Trellis
carry-opener-note = It works from any disk and without internet. It shows what is in a progress file, locked or not.
carry-code = On paper
carry-code-text = A short code for the skills you have mastered. It is the last resort: it brings the skills back, not the answers. There is no name in it.
carry-code-none = Once you have mastered a skill, a short code for it stands here.
carry-code-label = Your code
carry-code-where = To use it: open Trellis, choose “I have a code”.
carry-code-alt = The same code as a picture for a camera
carry-print = Print this card
carry-show = To another device, by camera
carry-show-text = This device shows pictures, and the camera of the other one reads them. Nothing goes over a network.
carry-show-go = Show the pictures
carry-show-stop = Stop
carry-show-alt = One picture after another, for the other device’s camera
carry-show-on = { $count ->
    [one] One picture. On the other device choose “Read with the camera”.
   *[other] { $count } pictures, again and again. On the other device choose “Read with the camera”, and hold it still until it has all.
 }
carry-show-long = The record is too long for pictures. Take the file.
carry-bring = Bring it back here
carry-bring-text = What you bring is added to what is here. Nothing is replaced.
carry-locked = Passphrase of the file
carry-locked-note = The file you chose is locked.
carry-unlock = Open it
carry-wrong = This passphrase does not open the file. Check capital letters and spaces. If you are sure of it, the file is damaged: try another copy.
carry-typed = Your code
carry-typed-note = Capital or small letters, with or without dashes.
carry-check = Use this code
carry-slip = This code is not valid. One letter or number may be different, or two may have changed places. Compare it with the paper.
carry-sign = There is no “{ $sign }” in a code. Compare it with the paper.
carry-code-newer = This code is from a newer Trellis. Reload the page while you are online, then type it again.
carry-found-title = Bring these skills back?
carry-found = { $count ->
    [0] There is no skill in this code yet.
    [one] One skill. It is taken as known, and one right answer confirms it.
   *[other] { $count } skills. They are taken as known, and one right answer confirms each.
 }
carry-found-yes = Bring them back
carry-watch = Read with the camera
carry-watch-stop = Switch the camera off
carry-watching = Hold the other screen, or the card, before the camera.
carry-watched = { $done } of { $all } pictures read.
carry-no-camera = This browser cannot read pictures with a camera. Use the file, or type the code.
carry-refused = The camera could not be used. Allow it in the browser, or use the file.
carry-video = What the camera sees
carry-framed = This page stands inside another one, which may forbid downloads without a word. The file can also be copied as text: paste it into a document of your own.
carry-as-text = Show the file as text
carry-as-text-note = The file can also be copied as text: paste it into a document of your own.
carry-text-label = The file as text
carry-text-copy = Copy the text
carry-text-copied = Copied. Paste it into a document of your own, all of it.
carry-paste = I have the file as text
carry-paste-field = The text, all of it
carry-paste-note = It begins with TRELLIS-TEXT.
carry-paste-go = Look what is in it
## Handing in
hand-in = Hand in
title-hand-in = Hand in
hand-in-title = Hand in to your teacher
hand-in-text = This ticket tells your teacher which skills you have and where you would like help. It is not for grades.
hand-in-who = You are number { $number }.
hand-in-no-number = What is your number in class? Your teacher has the list.
hand-in-change = Change the number
hand-in-copy = Copy the ticket
hand-in-copied = Copied. Paste it where your teacher told you.
hand-in-not-copied = This browser cannot copy. Select the text and copy it by hand.
hand-in-or = Or show this code to your teacher.
hand-in-code = Your ticket as a picture of small squares, for a camera
hand-in-ticket = Your ticket
hand-in-inside = What is in it
hand-in-inside-yes = In it: your number, your grade, what you like, each skill with its level and last day, mistakes seen twice, how many questions and minutes (in fives).
hand-in-inside-no = Never in it: your name, your answers, how you feel, or any help you use.
hand-in-empty = Answer some questions first. Then there is something to hand in.
join-title = Is this you?
join-text = Your teacher's link says: you are number { $number } in class { $class }.
join-pick = You are joining class { $class }. Which number are you?
join-yes = Yes, I am number { $number }
join-no = No, that is not me
join-note = Only this number goes on your tickets, never a name. You can change it at any time.
join-none = Open the link that your teacher gave you. It ends in your number.
join-number = Number { $number }

## The class view
title-class = My class
class-open = I teach: open my class
class-title = My class
class-lead = See who needs you now. Everything stays on this device: nothing is uploaded.
class-sample-title = This is a sample class
class-sample-text = These students are made up. Look around; nothing here is kept.
class-sample-open = Show me a sample class
class-sample-close = Back to my own class
class-jump = On this page
class-start = How it works
class-start-link = Give each student a number from 1 to 40, and this link with their own number at the end.
class-start-hand-in = Students press “Hand in” and send you the ticket: in a form, a spreadsheet, a chat.
class-start-paste = Paste all tickets here at once. You see whom to help, and with what.
class-link = Link for your students
class-link-note = For number 7 it ends in /7, and so on up to /40. Without a number at the end students choose their own.
class-link-copy = Copy the link
class-link-copied = Copied.
class-link-all = All forty links
class-link-code = The link as a picture of small squares, for a camera
class-take = Take in tickets
class-paste = Paste tickets here
class-paste-note = A whole column with everything around it is fine. Each student counts once, whatever the order.
class-paste-go = Read what I pasted
class-drop = Open or drop files
class-drop-note = Progress files, files with tickets, or a saved class, in any mix.
class-scan = Scan with the camera
class-scan-stop = Switch the camera off
class-scan-video = What the camera sees. Hold one screen after another before it.
class-read = { $count ->
    [one] One ticket read.
   *[other] { $count } tickets read.
 }
class-new = { $count ->
    [one] One is new.
   *[other] { $count } are new.
 }
class-read-none = No ticket found in that text. A ticket begins with TRELLIS1.
class-unreadable = { $count ->
    [one] One could not be read. Ask for it again:
   *[other] { $count } could not be read. Ask for them again:
 }
class-unreadable-line = Line { $line }: { $start }… ({ $why })
class-why-damaged = changed or incomplete
class-why-cut = its end is missing
class-why-newer = from a newer Trellis; reload this page
class-refused = Could not be read: { $name }
class-strangers = { $count ->
    [one] One ticket is from another class and was left out.
   *[other] { $count } tickets are from another class and were left out.
 }
class-files = { $count ->
    [one] One file, { $facts } entries. Reading …
   *[other] { $count } files, { $facts } entries. Reading …
 }
class-arrived = { $name }: { $facts }
class-arrived-more = and { $more } more
class-students = { $count ->
    [one] One student
   *[other] { $count } students
 }
class-as-of = as of { $date }
class-number = Number { $number }
class-no-number = No number ({ $key })
class-two-devices = { $who } handed in from { $count } devices. If that is two students, one has the wrong number.
class-now = Now teach
class-now-lead = See these students first.
class-now-none = Nobody is stuck right now. A good moment for groups or for what comes next.
class-now-empty = When tickets are here, you read whom to see, about what, and with which problem.
class-see = See { $who } about “{ $skill }”.
class-because = { $count ->
    [one] One answer without success, last on { $date }.
   *[other] { $count } answers without success, last on { $date }.
 }
class-others-past = Most of the class can do this already.
class-holds-back = Other skills build on it: { $skills }.
class-same-mistake = The same mistake on two different questions.
class-problem = Open a ready problem
class-problem-note = Opens in a new tab. It counts for nobody.
class-away = No practice lately
class-away-one = { $who }: { $days } days
class-missing = Nothing handed in yet: { $who }
class-early = Early warning
class-early-none = The tickets show nobody who lacks what the unit builds on.
class-groups = Groups for today
class-groups-how = Group by
class-groups-gap = same next step
class-groups-mixed = mixed
class-groups-interest = interests
class-group-skill = { $skill }
class-group-go-on = Ready to go on
class-group-mixed = Group { $number }
class-group-others = No interest known
class-group-move = Move { $who } to
class-groups-note = Drag a name, or choose another group in its list.
class-table = Skills by student
class-table-note = Status on the day of the last ticket. The same definition as on the student's own page.
class-table-skill = Skill
class-mark-confirmed = Confirmed
class-mark-practised = Practiced
class-mark-refresh = Worth a refresh
class-mark-started = Started
class-mark-stuck = Stuck
class-mark-unseen = Not seen
class-standards = Standards
class-standards-note = How many students have all skills of a standard confirmed, and how many have begun.
class-standard = Standard
class-standard-confirmed = Confirmed
class-standard-begun = Begun
class-standard-unseen = Not seen
class-standard-shown = Last shown
class-medians = In the middle of the class (median): { $answers } questions, { $minutes } minutes, { $confirmed } confirmed skills.
class-unit = This week's unit
class-unit-note = Paste standards or skills from your plan. Trellis finds its own skills in them.
class-unit-paste = Standards or skills
class-unit-go = Use these
class-unit-none = No skills chosen yet.
class-unit-drop = Take out { $skill }
class-unit-out = Take out
class-names = Names
class-names-note = Optional. Paste or open a class list: OneRoster users.csv, or a column of names. Names stay on this device and in files that you save.
class-names-paste = Class list
class-names-go = Use these names
class-names-said = { $count ->
    [one] One name.
   *[other] { $count } names.
 }
class-anonymous = Numbers instead of names, for projecting
class-keep = Keep and share
class-keep-sealed = This browser keeps the class encrypted, with a key that it uses but does not hand out. So a copy of the stored class alone is unreadable. It does not protect from somebody who uses this browser as you, nor from an expert with a copy of the whole browser profile, where the key lies too: lock your screen, and erase a class that is over. A saved file is encrypted with your passphrase; without it nobody can open the file, not even you.
class-keep-plain = This address is not secure (no https), so this browser keeps the class unencrypted, and a file cannot be saved under a passphrase. Ask whoever hosts this page to use https.
class-shut = The class that this browser keeps cannot be read now. Nothing is written over it: close this page and open it again. If that does not help, erase the class below and open your saved file.
class-passphrase = Passphrase for the file
class-passphrase-note = At least 10 characters.
class-save = Save the class, encrypted
class-save-plain = Save without encryption
class-csv = Minutes and confirmed skills (CSV)
class-csv-numbers = The same without names
class-print = Print this page
class-erase = Erase this class
class-erase-sure = Really erase all tickets and names from this device?
class-erase-yes = Yes, erase
class-erase-no = No, keep
class-unkept = This browser does not keep the class. Save a file before you close the page.
class-unlock = This file is encrypted. Its passphrase:
class-unlock-go = Open
class-unlock-wrong = That passphrase does not open { $name }.

## The teacher's plan on the learner's device
unit-title = This week in class
unit-text = Your teacher asks you to work on these skills. Trellis starts where you are and leads you there.
unit-taken = Trellis follows this plan. At least half of your questions are on the way to it.
unit-taken-later = This plan is kept here. It begins on its first day; until then Trellis goes on as it was.
unit-taken-over = The last day of this plan is over, so Trellis no longer follows it. Ask your teacher for this week's plan.
unit-over = The last day of this plan is over. Ask your teacher for this week's plan. You can follow this one all the same.
unit-reversed = The last day of this plan is before its first day, so nobody can follow it. Ask your teacher for a new link.
unit-stopped = You stopped following this plan.
unit-again = Follow it again
unit-yes-over = Follow it all the same
unit-empty = There is no plan from your teacher on this device.
unit-damaged = This link is not complete. Ask your teacher for it again.
unit-yes = Follow this plan
unit-back = Stop following this plan
unit-note = You can still choose any skill, and you can leave the plan at any time.
class-unit-link = Link for this week's plan
class-unit-link-note = Give it to your students. It holds skills, days, minutes and your comment, nothing about anyone.
class-unit-link-note-named = Give it to your students. It holds skills, days, minutes and your comment.
class-unit-word = What about { $skill }?
class-unit-on = This week's unit
class-unit-taught = Taught: may start at once
class-unit-not-yet = Not yet
class-unit-skip = Skip

## The report for families and conferences
report-title = Report
report-open = Report for home and school
report-time = { $days ->
    [one] One day. Questions: { $answers }. Time: about { $minutes } min.
   *[other] { $days } days. Questions: { $answers }. Time: about { $minutes } min.
 }
report-lead = This page is made on this device and sent to nobody. It is not a grade.
report-good = Going well
report-working = Working on now
report-next = Ready to learn next
report-talk = To talk about at home
report-ask-show = “Can you draw this for me: { $skill }?”
report-ask-where = “Where could we use this at home or in the store?”
report-ask-hard = “What was hard at first? What helped you?”
report-transcript = Confirmed skills
report-transcript-note = { $count ->
    [one] One skill, shown without help on two days and in two kinds of questions, and still fresh.
   *[other] { $count } skills, each shown without help on two days and in two kinds of questions, and still fresh.
 }
report-transcript-none = None yet. A skill is confirmed when it was shown without help on two days and in two kinds of questions.
report-first = First shown
report-save = Save as a file for spreadsheets (CSV)
class-papers = To print
class-papers-text = Each student's own practice sheet, a card that brings progress back, and a page for a conference.
## On paper
paper-open = Practice on paper
paper-title = Practice on paper
paper-lead = Print a sheet with your own next questions. Fold the answers back, work with a pencil, then look.
paper-lead-class = One sheet for each student, with the skills that come next for them. Where no ticket tells, the week's unit.
paper-about = Questions about
paper-about-own = what comes next for me
paper-about-each = what comes next for each student
paper-about-unit = this week's unit
paper-for = For
paper-for-all = everyone
paper-many = Number of questions
paper-tongue = Language
paper-answers = Answers
paper-answers-foot = at the foot, to fold back
paper-answers-last = on a last page
paper-size = Paper
paper-size-letter = Letter
paper-size-a4 = A4
paper-anew = Other questions
paper-print = Print
paper-back = Back to the class
paper-waiting = Getting the questions…
paper-missing = Some questions could not be fetched. Connect once, then open this page again.
paper-nobody = There is nothing to print yet. Choose a skill above.
paper-id = Sheet
paper-name = Name:
paper-date = Date:
paper-answer = Answer:
paper-fold = Fold back along this line, or cut here. Answers:
paper-key = Answers
paper-marks = Type back what was right
paper-marks-text = Paper cannot show how an answer came about. It is kept as a note. It changes no level.
paper-marks-id = The id on the sheet
paper-marks-note = It stands at the top of the sheet. Small letters and spaces do not matter.
paper-marks-go = Open this sheet
paper-slip = That is not the id of a sheet. Look at each letter again.
paper-slip-newer = This sheet is from a newer Trellis. Reload this page.
paper-found = Your sheet
paper-tick = Which questions were right?
paper-tick-one = Question { $number }
paper-keep = Keep this note
paper-kept = Sheet { $id } is noted.
paper-list = Noted so far
paper-tally = { $count ->
    [0] { $skill } none of { $all }
   *[other] { $skill } { $count } of { $all }
 }
## Return cards for a class
cards-title = Return cards
cards-lead = One card for each student. If a device is wiped, the code brings back what was last handed in.
cards-empty = No card can be made yet. A card holds what a student has mastered.
cards-none = Nothing mastered yet: { $who }
cards-note = A card holds a number and skills, never a name. It knows what tickets know. Skills that came back by a card and were not practiced since are not on a ticket.
## Conference sheets
talk-title = Conference sheets
talk-title-one = Conference sheet
talk-lead = One page for each student: where they stand, and a plan to fill in together.
talk-ticket = From the last ticket. It is not a grade.
talk-paper = On paper
talk-plan = Learning plan
talk-plan-goal = Goal:
talk-plan-steps = Next steps:
talk-plan-supports = What helps me learn:
talk-plan-who = Who helps, and when:
talk-plan-look = We look again on:
talk-sign-student = Student
talk-sign-family = Family
talk-sign-teacher = Teacher
## A week of one's own
week-open = My week
week-title = My week
week-text = This is your own plan. You can change it at any time. A day you miss is not owed.
week-none = Choose how long you want to practice on each day. Days without practice are fine.
week-off = Put this week away
week-free = free
week-today = Today
week-here = You were here
week-how-long = { $day }: how long?
week-monday = Monday
week-tuesday = Tuesday
week-wednesday = Wednesday
week-thursday = Thursday
week-friday = Friday
week-saturday = Saturday
week-sunday = Sunday
mile-title = Milestones
mile-text = What you did. It stays yours, and nobody else sees it.
mile-none = Your first milestone comes with ten questions.
mile-off = Milestones are off.
mile-switch-off = Switch milestones off
mile-switch-on = Show my milestones
mile-questions = { $count } questions answered
mile-days = Practiced on { $count } days
mile-mended = { $count ->
    [one] One skill that was hard at first, and that you now know
   *[other] { $count } skills that were hard at first, and that you now know
 }

## What the host of this copy has set

host-fault-title = { $file } is not used
host-fault = For whoever looks after this address: everything works as if the file were empty, until this is put right.
host-too-large = The file is longer than { $most } bytes.
host-not-json = The file is not JSON: a comma, a bracket or a quotation mark is missing or too many.
host-twice = A key stands twice.
host-no-table = There must be keys and values in braces here.
host-no-key = There is no such key. There are: { $known }.
host-name = The name must be a text of 1 to { $most } plain letters.
host-language = The language must be "en" or "es".
host-packs = The packs must be a list with at least one of: { $known }.
host-standards = The standards must be "ccss" or "none".
host-feature = There is no such feature. There are: { $known }.
host-truth = This must be true or false.
host-off-title = This page is not used here
host-off = Whoever looks after this address has switched it off.
field-host = What whoever hosts this address has set: a name, a language, what is offered. Nothing about a learner.

## A question for the whole room
project-open = Project
project-skill = Project a question about { $skill }
project-title = A question for everyone: { $skill }
project-show = Show the answer
project-hide = Hide the answer
project-before = Previous
project-after = Next
project-leave = Leave
project-keys = Keys: ← and → for another question, A for the answer, Esc to leave
project-code = Open this question on your device
project-code-alt = The link to this question as a picture of small squares, for a camera
project-right = Answer
project-wrong = Other answers you may hear

## What a teacher asks for, and sets
ask-from = First day
ask-until = Last day
ask-minutes = Minutes a day
ask-minutes-own = As each student chose
ask-comment = A word to your students
ask-comment-note = Everyone who opens the link can read it. At most 200 characters.
ask-name = Your comment holds a name from your class list: { $names }. The link would carry it to everyone who opens it.
ask-backwards = The last day lies before the first. Put that right, and the links come back.
ask-past = The last day is over.
class-unit-file = Save the plan as a file
class-unit-file-note = This week's plan for Trellis. Students open it on the page “This week in class”.
correct-title = Correct a status
correct-text = You know something that the answers do not show? Set it here. It changes no answer, and you can take it back.
correct-student = Student
correct-pick = Choose
correct-stands = From the answers: { $mark }.
correct-stands-on = From the answers: { $mark }, { $date }.
correct-knows = known
correct-again = not known yet
correct-none = as the answers say
correct-list = Set by you
correct-one = { $who }, { $skill }: { $word }, set on { $date }
correct-back = Take back { $skill } for { $who }
correct-undo = Take back
correct-link = Link for { $who } alone
correct-link-note = It carries this week's plan and what you set for this student. A link for the whole class does not.
correct-mark = { $word }, set by you on { $date }
correct-key = { $word }, set by you
early-next = What comes next
early-unit = This week's unit
early-note = Who does not hold what it builds on now, and why. Where nothing was asked yet, nothing is said.
early-no-unit = Choose a standard here, or skills for this week's unit below.
early-together = For the whole class first
early-class = { $count ->
    [one] { $skill }: one student
   *[other] { $skill }: { $count } students
 }
early-missed = { $losses ->
    [one] one question missed or helped, last on { $date }
   *[other] { $losses } questions missed or helped, last on { $date }
 }
early-fading = worth a refresh, last shown on { $date }
early-begun = begun, not shown without help yet
early-set = not known yet, set by you on { $date }
unit-day = { $weekday }, { $date }
unit-days = From { $from }, to { $until }.
unit-from = From { $from } on.
unit-until = Until { $until }.
unit-minutes = About { $minutes } minutes a day.
unit-comment = Your teacher writes:
unit-said = About single skills
unit-word-taught = taught in class
unit-set = { $word }, set by your teacher on { $date }
unit-number = This plan is for number { $number }. Is that you?
unit-other = This link is for number { $to }. Here you are number { $own }. Ask your teacher for your own link.
unit-open = Open a plan from a file
unit-open-note = Your teacher may give you a small text file.
home-unit = This week in class:
skill-set-knows = Your teacher set on { $date } that you know this. One right answer makes it sure.
skill-set-again = Your teacher set on { $date } that you practice this again.
unit-word = This comes from your teacher.
## Days in words
date-january = January
date-february = February
date-march = March
date-april = April
date-may = May
date-june = June
date-july = July
date-august = August
date-september = September
date-october = October
date-november = November
date-december = December
date-day = { $month } { $day }
date-year = { $date }, { $year }
