"""Phrases that tell what a sentence is: data for `salience`, many languages together.

Phrases stand between semicolons, in lower case. `^` is the start of the sentence, `$` its end, `…` up to nine
words in between, and a word that ends in `*` stands for all that begin so. Languages written without spaces
have their own list, looked for anywhere.
"""

from __future__ import annotations

# What must, must never, at most, only: nearly always said by the person.
CONSTRAINT = """
must; mustn't; must not; never; always; do not; don't; dont; may not; shall not; should not; shouldn't; cannot
can't have; at most; at least; no more than; no less than; no later than; no longer than; maximum; minimum; max
up to; leave … alone; leave … as; leave … out; keep … as; keep … working; keep … in sync; keep … compatible
keep … the same; keep … out; keep … under; keep … below; keep … off; keep … every; keep … all; keep it; keep the
stay as; stay on; stays as; stays on; stays the; stay the; stay below; stay under; stay within; stays
has to stay; have to stay; untouched; intact; hands off; off limits; out of bounds; not negotiable
non-negotiable; sacred; required; mandatory; forbidden; not allowed; under no circumstances; whatever you do
whatever we do; make sure; be careful; careful with; without asking; nothing … before; nobody … before
no one … before; no … before; nothing … until; nobody … until; no … until; not … until; not … before
nothing … without; nobody … without; no … without; not … without; only after; only if; only when; only once
only … may; only … can; wait for; wait until; not until; not before; until … signed; until … approved; unless
has to; have to; needs to; need to; no new; no more; no further; no extra; no external; no additional
no breaking; no other; without changing; without touching; without breaking; without losing; without adding
as it is; as they are; exactly as; don't touch; not touch; nothing else; no exceptions; by friday; by monday
by thursday; by tuesday; by wednesday; deadline; read-only; backwards compatible; backward compatible
still support; support; compatible with; not change; nothing changes; darf; dürfen; muss; müssen; soll; sollen
sollte; niemals; keinesfalls; auf keinen fall; höchstens; mindestens; maximal; nur wenn; erst wenn; erst nach
bevor; ohne dass; finger weg; bleibt; bleiben; verboten; unbedingt; kein … bevor; keine … vor; nicht … vor
nichts … bevor; niemand … bevor; nicht … ohne; nicht anfassen; unverändert lassen; nicht einchecken; zwingend
spätestens; no toques; no toquen; no cambies; no cambien; no borres; no uses; no usar; no hay que; no se puede
no se debe; nunca; jamás; debe; deben; tiene que; tienen que; como máximo; al menos; como mínimo; antes de
hasta que; sin tocar; sin cambiar; sin romper; solo si; siempre; obligatorio; nada de; ni se; que no; no puede
no pueden; ne … pas; jamais; doit; doivent; il faut; au plus; au moins; avant que; avant de; jusqu'à
sans toucher; sans changer; toujours; interdit; surtout; não mexa; não mude; não pode; não deve; deve; devem
tem que; no máximo; pelo menos; até que; sempre; non toccare; non cambiare; mai; devono; al massimo; almeno
prima di; prima che; finché; mag niet; moet; moeten; nooit; hooguit; minstens; voordat; zolang; altijd; får inte
måste; aldrig; högst; minst; innan; нельзя; нужно; должен; должна; должно; должны; никогда; не трогай
не трогать; только; пока не; не более; не менее; обязательно
"""

# A choice, with or without its reason.
DECIDED = """
decision; decided; we agreed; settled on; settles it; resolved to; chosen; going with; went with; go with
going for; opted for; instead of; rather than; in favour of; in favor of; as opposed to; over the alternative
use … since; use … because; use … instead; use … so; we'll use; i'll use; we use; i'd use; let's use; let's go
we pick; we'll pick; i pick; i picked; picked; we choose; we chose; i chose; we drop; dropped … for; we'll drop
we keep; i kept; kept; we'll keep; we stick; stick with; sticking with; switch to; switched to; switching to
replaced … with; prefer; preferred; rejected; considered … but; weighed … but; tried … but; looked at … but
compared … and; rules out; ruled out; is out; are out; it is $; won't do; trade-off; tradeoff; then $; then the
then we; then it; so we; wins; beats; not worth; worth it; pays for itself; good enough; simplest; cheaper than
simpler than; faster than; entschieden; entscheidung; entscheiden; beschlossen; statt; anstelle; anstatt; lieber
wir nehmen; ich nehme; nehmen wir; dann nehmen; stattdessen; scheidet aus; fällt aus; fällt weg; bleiben bei
bleibt es bei; wir bleiben; also; wir verwenden; ich verwende; verworfen; decidí; decidimos; decidido; decisión
en lugar de; en vez de; elegimos; elijo; usaremos; usamos; uso; nos quedamos con; mejor; descartado; descartamos
entonces; vamos con; optamos; décidé; décision; au lieu de; plutôt que; on prend; je prends; on garde; retenu
écarté; decisão; em vez de; vamos usar; ficamos com; deciso; invece di; usiamo; scelto; besloten; in plaats van
we kiezen; beslutat; i stället för; vi tar; решил; решили; решение; вместо; выбрали; возьмём; берём
"""

# Causes and discoveries.
FOUND = """
root cause; culprit; underlying; the cause; the reason; the problem; the bug; the catch; the trick; the snag
the issue; turns out; turned out; found it; found the; found that; found out; discovered; reproduced; reproduces
confirmed; profiler; measured; traced; narrowed; because; due to; caused by; causes; comes from; stems from
which is why; that's why; this is why; breaks; broke; broken; fails; failing; crashes; crashed; leaks; leaked
deadlock; deadlocks; race; races; times out; timed out; overflow; overflows; truncates; truncated; swallows
swallowed; silently; twice; off by; stale; wrong; mismatch; missing; corrupt; corrupts; corrupted; never reaches
loses; lost; drops; dropped; ignores; ignored; duplicates; duplicated; duplicate; out of; expired; expires
differs; differ; too late; too early; too large; too small; too slow; too long; only works; only happens
only made; as soon as; every time; even though; although; unlike; nobody guards; unguarded; unused; unmaintained
undocumented; no longer; not the; not a; happens when; happens on; happens if; depends on; reads … before
runs after; runs before; before the; after the; still reads; still uses; still calls; still points; assumes
hard-coded; hardcoded; instead it; in fact; behind; ursache; liegt an; liegt am; liegt daran; weil; deshalb
daher; deswegen; stellt sich heraus; hängt; fehlt; fehlen; falsch; doppelt; kaputt; bricht; schlägt fehl
abgelaufen; veraltet; zu spät; zu früh; zu klein; zu groß; obwohl; sobald; causa; porque; debido a; resulta que
por eso; falla; fallan; falta; faltan; duplicado; duplicada; roto; se pierde; se pierden; cada vez; demasiado
caducado; la cause; parce que; à cause; en fait; s'avère; manque; échoue; devido a; acontece que; perché
a causa; risulta; manca; omdat; doordat; blijkt; eftersom; beror på; причина; потому что; из-за; оказалось
оказался; не хватает
"""

# What waits, and on whom.
BLOCKED = """
blocked; blocker; blocking; stuck; waiting on; waiting for; waits on; waits for; pending; on hold; awaiting
can't … until; cannot … until; cannot … before; can't … before; can't … without; cannot … without; won't … until
until … is back; not yet approved; no access; hasn't answered; hasn't replied; haven't heard; hasn't; on leave
back on; is back; out until; away until; on holiday; needs approval; needs a review; need approval; wants to see
wanted to see; has to approve; has to sign; has to confirm; has to decide; has to say; must approve; must sign
would have to; to sign off; signs off; sign-off; a word from; an answer from; approval from; access to
permission; permissions; credentials for; owns the; owner of; somebody has to; someone has to; before they
blockiert; warte auf; warten auf; wartet auf; hängt von; fehlt noch; freigabe; freigeben; freigibt; zusage
antwort von; solange; kümmert sich; frühestens; urlaub; zugriff; genehmigung; bloqueado; bloqueada; esperando
espera; pendiente de; depende de; falta que; aprobar; aprueba; permiso; de vacaciones; bloqué; en attente
attend; dépend de; aguardando; bloccato; in attesa; geblokkeerd; wacht op; väntar på; заблокирован; ждём; жду
"""

# What comes next and what is still open.
NEXT = """
next step; next i; next we; next up; next is; next comes; next:; ^ next; after that; what remains; what's left
what is left; remaining; remains; left to do; left:; ^ left; still to do; still open; still missing; still needs
still need; still has to; still have to; still fails; still failing; todo; to-do; outstanding; follow-up
follow up; not yet done; not done; open point; open question; open points; missing is; missing are; tomorrow
later today; this afternoon; next week; i'd; we'd; i would; we would; i'll add; i'll write; i'll fix; i'll move
i'll test; i'll take; i'll do; i'll port; i'll replace; i'll remove; i'll wire; i'll finish; i'll tackle
should then; then i; ought to; two things; three things; one thing; remaining work; from here; to finish
before merging; before release; before we ship; als nächstes; danach; noch offen; noch zu; offen ist; offen sind
offen bleibt; offen bleiben; bleibt noch; übrig; morgen; nächster schritt; siguiente paso; lo siguiente
próximo paso; falta; faltan; queda; quedan; pendiente; pendientes; mañana; después; prochaine étape; il reste
reste à; ensuite; demain; amanhã; prossimo passo; resta; domani; volgende; nog te doen; nästa; återstår; imorgon
дальше; осталось; следующий шаг; завтра
"""

# What an agent says while it looks around: it carries nothing, whatever cue stands beside it.
IDLE = """
^ let me; ^ let's; ^ i'll look; ^ i'll check; ^ i'll read; ^ i'll open; ^ i'll start; ^ i'll see; ^ i'll take a
^ i'll now; ^ i'll keep; ^ i'm going to; ^ going to; ^ gonna; ^ i can see; ^ i can also; ^ happy to; ^ looking
^ checking; ^ reading; ^ opening; ^ running; ^ re-running; ^ rerunning; ^ scanning; ^ moving on; ^ moving to
^ continuing; ^ searching; ^ comparing; ^ skimming; ^ keeping; ^ checked; ^ looked; ^ opened; ^ read; ^ scanned
^ skimmed; ^ went through; ^ went over; ^ went back; ^ compared; ^ listed; ^ counted; ^ grepped; ^ reviewed
^ browsed; ^ pulled; ^ fetched; ^ tailed; ^ diffed; ^ ticked; ^ skipped; ^ done with; ^ noted; ^ bookmarked
^ i've reviewed; ^ i went ahead; ^ i took the liberty; ^ i notice; ^ i see; ^ now let me; ^ now the; ^ next the
^ now for; ^ on to; ^ back to; ^ here is; ^ below is; ^ to summarise; ^ to summarize; ^ in short; ^ all set
^ all done; ^ so far; ^ that is all; ^ that covers; ^ done $; nothing to do; nothing to; nothing new
nothing else; nothing unusual; nothing special; nothing surprising; nothing here; nothing there; nothing of note
nothing needed; nothing in; nothing that; nothing out of; nothing weird; no change; no changes; no issues
no issue; no surprises; no findings; no difference; no differences; no diff; no warnings; no matches; no hits
no action; no need; no conclusions; as expected; as usual; as before; as documented; as it should; as always
as planned; as intended; as one expects; as one would expect; looks good; looks fine; looks right; looks ok
looks clean; looks sane; looks normal; look alike; all good; all fine; is fine; are fine; is clean
is consistent; is identical; in order; is unchanged; unchanged; is straightforward; is generated
it is generated; is vendored; same as; the same as before; same shape; makes sense; up to date
for what that is worth; no matter; not our thing; harmless; unremarkable; without findings; without output
nominal; routine; like last time; like every day; like last week; self-explanatory; cosmetic; boilerplate
would you like; want me to; shall i; should i; let me know; just tell me; if you like; if that helps
if you'd like; moving on; and idle; does not matter; doesn't matter; hardly matters; i suppose; so to speak
as they say; not relevant; out of scope; for beginners; on we go; nichts zu tun; nichts auffälliges
nichts besonderes; nichts zu ändern; nichts zu melden; wie erwartet; wie gedacht; wie immer; wie geplant
unverändert; ohne befund; unauffällig; soll ich; möchtest du; ^ habe mir; ^ hab mir; ^ ich schaue; ^ schaue
^ weiter mit; ^ nun zu; im rahmen; alles ruhig; soweit klar; in ordnung; wie im inventar; noch gut; gilt noch
^ revisé; ^ miré; ^ leí; ^ voy a; ^ déjame; ^ reviso; nada que; nada raro; sin cambios; sin hallazgos
como se esperaba; todo correcto; ^ je regarde; ^ je lis; ^ je vérifie; rien à; comme prévu
"""

# Words about reading code rather than about the work.
READS = """
file; files; line; lines; comment; comments; docstring; docstrings; header; headers; heading; section; sections
paragraph; paragraphs; chapter; folder; folders; directory; docs; documentation; documented; manual; wiki; readme
note; notes; page; pages; listing; outline; scroll; scrolling; read; reads; reading; reread; skim; skimmed
skimming; glance; glanced; browse; look; looks; looked; looking; grep; grepped; hits; match; matches; import
imports; imported; name; names; naming; named; style; spelling; typo; typos; formatting; formatted; indentation
whitespace; tabs; spaces; blank; alphabetical; sorted; licence; license; copyright; author; authors; blame
history; changelog; changelogs; todo; spec; example; examples; sample; samples; template; generated; vendored
boilerplate; constant; constants; helper; helpers; signature; signatures; docs; definition; definitions; regular
ordinary; usual; tidy; neat; readable; short; plain; textbook; standard; copy; revision; version; versions; entry
entries; table; glancing; noticed; notice; boring; curious; cute; lovely; nice; funny; interesting; remarkable
datei; dateien; zeile; zeilen; kommentar; kommentare; abschnitt; ordner; verzeichnis; doku; dokumentation
gelesen; lese; lesen; überflogen; gesehen; vorlage; vorlagen; beispiel; beispiele; historie; name; namen; stil
kopf; liste; eintrag; einträge; generiert; durchgesehen; blick; blättern; fichero; ficheros; archivo; línea
líneas; comentario; comentarios; sección; carpeta; manual; ejemplo; ejemplos; plantilla; leído; leo; leer
mirado; mirar; miro; lista; nombre; nombres; estilo; generado; fichier; fichiers; ligne; lignes; commentaire
"""

# Words a person types to keep things going; a prompt of nothing else asks for nothing.
NUDGE = """
ok; okay; k; yes; yep; yeah; y; sure; fine; good; great; cool; thanks; thank; thx; you; perfect; nice; one
right; alright; hm; hmm; mm; mhm; ha; haha; lol; got; it; understood; i; see; sounds; looks; as; expected
please; ack; roger; done; ready; back; ah; oh; aha; ajá; uh; huh; super; genau; listo; hecho; fertig; wow; hey
hi; hello; morning; bye; later; cheers; ta; ty; np; nah; sorry; of; course; exactly; awesome; amazing; agreed
noted; very; much; lovely; excellent; works; me; too; makes; sense; wait; moment; hmmm; okey; dale; ya; genial
whatever; and; then; so; now; well; go; on; ahead; do; that; carry; keep; going; continue; proceed; next; the
more; take; your; time; reading; digging; what; else; up; to; think; with; by; weiter; gut; danke; passt; mach
und; dann; verstanden; nächster; nächste; prima; ja; fahr; fort; vale; sigue; bien; continúa; luego; oui
d'accord; sí; si; claro; perfecto; adelante; merci; да; хорошо; дальше; продолжай
继续; 好; 好的; はい; 続けて; 네; 계속
"""

# What a person asks only to have a look.
LOOK = """
open; show; read; check; look; view; tail; cat; list; print; run; rerun; describe; plot; explain; see; walk
what; who; which; whose; how; where; why; is; does; do; any; anything; schau; sieh; zeig; öffne; was; wo; wer
wie; welche; mira; abre; revisa; qué; dónde; quién; cuántos; lis; ouvre; regarde; can; could; would; try; and
what's; who's; how's; status
"""

CORRECTION = """
^ wait; ^ scratch that; ^ forget it; ^ forget that; ^ on second thought; ^ on second thoughts; ^ correction
^ sorry; ^ i changed my mind; ^ change of plan; ^ stop; ^ doch lieber; ^ lieber; ^ mejor; ^ espera; ^ en fait
^ plutôt; instead $; changed my mind; stattdessen; en su lugar; à la place
"""
REJECTS = """
instead of; rather than; not; no; drop; forget; without; anstatt; statt; nicht; kein; keine; en vez de
en lugar de; au lieu de; pas; sin; scrap
"""

# Languages written without spaces: looked for anywhere in the sentence.
UNSPACED = {
    "constraint": "不要 不能 必须 禁止 只能 至少 最多 之前 一定 决不"
    " しないで 必ず してはいけ までに 触らない 하지 마 하지마 반드시 절대 이전에",
    "decided": "决定 改用 而不是 选择 采用 決定 代わりに にする 採用 결정 대신 선택",
    "found": "原因 因为 发现 原来 なぜなら わかった 判明 때문 원인 발견",
    "blocked": "阻塞 等待 卡住 待ち ブロック 대기 막혀",
    "next": "下一步 接下来 还剩 明天 次は 残り 明日 다음 남은 내일",
}

SPACED = {"constraint": CONSTRAINT, "decided": DECIDED, "found": FOUND, "blocked": BLOCKED, "next": NEXT}
# Little words: what carries no meaning of its own when two sentences are compared.
COMMON = """
a; an; and; are; as; at; be; been; but; by; can; do; does; for; from; get; had; has; have; he; her; his; i; if
in; into; is; it; its; just; me; my; no; not; of; on; or; our; out; she; so; some; than; that; the; their; them
then; there; these; they; this; those; to; too; up; us; was; we; were; what; when; which; who; will; with; would
you; your; der; die; das; ein; eine; einen; und; oder; ist; sind; war; zu; den; dem; des; im; am; auf; mit; von
für; es; sie; wir; ich; nicht; auch; noch; el; la; los; las; un; una; de; del; y; o; en; que; son; con; por; use
used; make; made; keep; take; put; run; set; let; want; need; para; se; lo; le; les; du; et; ou; est; dans; pour
avec; ce; je; nous; il; elle
"""
