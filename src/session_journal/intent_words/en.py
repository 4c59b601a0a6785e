"""How people pick up the work again in English: rules for intent_grammar."""

PHRASES = """
part = morning|afternoon|evening|night|week|weekend|time|session|sesh|month
day = monday|tuesday|wednesday|thursday|friday|saturday|sunday
past = yesterday|earlier|before|previously|recently|lately|today / last|previous|this|yesterday|prior @part /
  the? other day
past = last|this|since @day / a|an|few|two|some few|couple? of? while|hour|hours|days|minutes|moment|bit ago
past = before|after|pre @det? break|lunch|dinner|weekend|meeting|crash|restart|compaction|interruption|outage|
  call|holiday|holidays|reboot
past = before i|we left|stopped|went|paused|crashed / before it|this|everything|the crashed|died|broke
when = from|since|in|on|at|of|for @past / @past / so|thus far / until|till|til|to|up now|date / up|until to|till
  now|date|here / right? now / currently|again|exactly|together|actually|anyway / at the moment / up to this
  point
det = the|our|my|this|that|your|all
adj = last|previous|prior|current|earlier|old|same|whole|remaining|original|ongoing|unfinished|outstanding|next|
  coding|latest|existing|interrupted|pending|other
work = work|session|sesh|task|tasks|conversation|convo|discussion|chat|job|project|thread|things|stuff|plan|
  effort|story|topic|steps|step|todo|todos|todolist|list|process|implementation|day|rest|fun|adventure|mission
obj = @det? @adj? @adj? @work|progress|state|status|status @when? / @det @adj? one / it|this|that|things|stuff|
  everything|all / rest of @det? @adj? @work|it / the rest of @det? @adj? @work|it
we = we|i|you|u|us|ya|claude|weve|youve|ive|wed|youd
be = were|wer|was|are|am|is|re|wre|been|m
done = done|did|do|doing|finished|completed|accomplished|achieved|decided|discussed|discussing|covered|covering|
  agreed|worked|working|built|building|made|tried|trying|talked|talking|learned|learnt|found|saying|said|busy|
  settled|debugging|planning|planned|tackling|started|gotten|got|figured|figuring|fixing|writing|implementing|
  coding|thinking|looking|up|about|supposed|going
done1 = do|decide|accomplish|achieve|discuss|cover|agree|work|get|finish|complete|learn|settle|try|talk|figure|
  find|say|plan|build|conclude|leave|manage|start
doing = @done on|about|to|in|at|of|out|upon|with|for? do|say|done|achieve|the? middle? of? here|there|together?
  @when? @when?
ended = left|leave|lef|stopped|stop|finished|ended|end|quit|paused|broke|halted|got|wrapped|parked|dropped|
  interrupted|disconnected
tail = it|this|that|things|everything? off|of|at|up|to|in|with|on? it|this|that|things|here? @when? @when? on?
  @day?
lo = where|were|wher|what|whatever @we had|have|just|last|both|all|guys? @ended @tail
lo = where|wher @we @be|was|were @tail / where @obj @ended|was|stands|is|are|were|stand|stood @tail / where it|
  things was|were|had|got left|interrupted|cut|stopped @tail
lo = what|whatever|which @we @be|had|have|just|last|both? @doing / what|whatever was|is|were in progress /
  whatever|what is|was|s left|next|remaining
lo = the|that|our|my @adj? point|spot|place|part|checkpoint|step where|that|when|at? which? @we? @ended? @tail /
  the|our|my @adj? point|checkpoint
target = @obj / @past / @lo / there|here / the|our|that interruption|break|crash|restart|compaction|outage|
  disconnect
base = continue|resume|proceed|cont|contd|restart|continuing|resuming|unpause|recommence
base = carry|carrying|go|going|keep|move|moving|press|pressing|push|soldier|crack|drive on|onward|onwards /
  move|push|forge|press|go|plow|power|moving|going forward|forwards|onward|ahead|along / keep|keeping|kept
  going|moving|rolling|pushing|trucking|cracking|working|coding|grinding|building / keep at it|this|that / keep
  it up|going|rolling|moving|coming / keep on|right? going|working|keeping|trucking|rolling
base = get|getting|jump|dive|dig|hop|go|ease|snap|lets right|straight? back|again to|into|in|at|on it|this|that|
  work|business|working|coding|action|@obj|@lo / get|lets|got|getting things|it|this|us|back? going|rolling|
  moving|cracking|started again|back? / get|jump|dive|hop|lets|dig right|straight? back in|into|at|to it?
base = pick|picking|pickup|take|taking|start|starting|kick it|this|that|things|us|@obj? right|straight|back? up|
  off|again|back again|back|right? / pick|start|begin|take it|this|that|things|us|off|over|up? from|at? @lo|
  there|here / start again|over from @lo / pickup|pick up? @lo|there|here / start|starting|begin|get|got back|
  again|up again? / lets start|begin where|from @we @ended @tail
base = get|getting on|along|going with it|this|that|things|work|@obj / finish|wrap|complete up? what|whatever
  @we started|start|began|have|be|were|was|are @doing? / finish|complete @det|up adj? work|job|task|session|
  todo|it|things|rest|remaining|everything|off / finish|complete the|our|up|off remaining|last|open? work|task|
  tasks|job|session|todos|todo|steps|rest|it|things / back|return|returning to|at|on work|it|this|that|business|
  coding|@obj|@lo again? / lets|just? go for it|on / go for it / do|start|begin|tackle|take|to|on the? next|
  remaining|rest|other of? the? step|steps|thing|task|one|item|steps|it|tasks / next step|one|task|item|thing
  please|pls / off we go / time to get|go|start back|going|working|on? to|at? work|it? / onwards|onward / resume
  from? checkpoint|session
V = @base / @base from|with|at|on|after? @target @when? / @base working|work|coding|going|developing|talking|
  chatting on|at|with? @target? @when? / @base in|with|on|at|from @det? same? fashion|direction|vein|there|pace|
  path|track / @base as planned|before|usual|discussed|agreed|we|is
V = continue|resume|proceed|cont|carry|go|keep|lets|back|get|keep|move|push|press|working|start|pick on|going|
  up|ahead|back|forward|to|again? on? again? working|work|worked|coding|hacking on @det? ...
V = continue|proceed|resume|continuing|restart|start @with ...
with = with|w
V = @base with|w ... / continue|continuing|resume on|to|work|working the|our|my|that ... / continue|resume|
  continuing @det? work|working|task|discussion|conversation|session|project|job on|about|with|for|of|regarding
  ... / @base @lo|there|here in|on|with|for|at|about|regarding ... / get|jump|dive|lets back|right back|to? to|
  into|on|in|at the|our|that|my ... / @lo in|on|with|for|about|regarding ... / where were|are|did @we leave|
  stop|get|end|finish? off|up|at|to? @when? with|on|in|about|regarding|for|at ... / how far|much did|are|have|
  were @we get|got|come|along? with|on|in|into ... / what did|have|were|was|are|do|should @we @done1|@done|
  @doing|still|next to|do? on|about|for|with|regarding the|our|my|this|that .. / @wh left|next|missing|
  remaining|open|pending to?
  do? on|for|with our|the|my|this|that .. / @wh the? status|state|next progress|step|steps? of|on|with|for our ..
V = finish|complete|continue|resume @det ... @we started|began|were|was @doing?
back2 = lunch|dinner|breakfast|brunch|break|coffee|tea|meeting|meetings|vacation|holiday|holidays|pto|weekend|
  gym|walk|school|work|standup|doctor|dentist|supper|nap|sleep|run|bed|reboot|restart|toilet|bathroom|commute|
  call|appointment|trip|leave|errand|errands|afk|dead
V = im|i|we|were|were|and|ok|now|am|just|finally? m|am|are|is|got|came|come|have|ve|just? back|returned|here
  again|now|here|online|everyone|buddy|friend|finally|already|guys|all? at|on|to|in|behind? it|my|the? desk|
  keyboard|work|business|office|saddle|computer|laptop|again|now? / back again|now|here / im|i|we|now am|m|are|
  just? here|online again / its me again
V = im|i|we|and|ok|now|just? m|am|are|is|got|came|come|have|just? back from|after @det|a|an? quick|short|long|
  coffee|lunch|tea|dinner|little|weekend? @back2
V = im|i|we|am|m|are? ready to|for continue|resume|proceed|go|move|carry|keep|more|keep|start|work on|going|
  again|next|back? / ready for the? next step|task|one|part|thing
thing = step|steps|task|tasks|thing|things|item|items|one|move|todo|action|stage|part|phase|actions|bit|job|up
list = list|plate|agenda|plan|todo|docket|menu|roadmap|schedule|plate|board|todos|table|radar|cards
wh = whats|wats|whts / what|wat|wht|waht is|s|are|was|were|re / what|wat
Q = where|were|wher|whre @be|s @we|things|everything|ya @tail / where was|were|are|am @we|things at|up|in|with?
  @when? @when? / where exactly|on|in? earth|the|world? @be|did|do|have @we leave|stop|@ended|stand|end|get|
  pause|finish|break|quit|wrap|be @tail
Q = whered|wherd @we leave|stop|end|get|finish @tail / where|wher|were|whre|whered did|do|have|had|has|does @we|
  @obj|things|everything last|just|actually|all? leave|stop|end|get|finish|pause|break|quit|wrap|stand|left|
  stopped|ended|gotten|paused|park|cut|got|halt @tail @tail?
Q = @lo / at|in|on|to|from|up what|which to? point|step|stage|place|part|spot|task did|were|was|are|have|had|do|
  is @we stop|leave|at|on|in|left|end|stopped|get|got|reach|reached|pause|doing|stand|finish|now|now? off|of|at|
  to|up|on|in? @when?
Q = @wh the? current|exact|overall|latest? status|state|progress|situation|deal|story|latest|update on|of|with|
  here|now|so|right|today|currently? far|now|@obj|everything|us|that? right? now? / @wh the? state|status of
  things|play|affairs
Q = how far|much did|have|had|are|were|was|do|am|is @we get|got|gotten|come|along|into|in|made|make|do|done|
  progress|progressed|be|through|from|left|finish|finished|complete|manage|cover? it|this|that|@obj? to|into|
  with|along|through|on|done? it|this|that|@obj? @when? / how much|many is|s|are|steps|tasks|work|do|more still|
  is|are|remain|remains|we|there|work|left|to? left|remaining|to|done|remain|have|go|still|do? do|go|left|to|
  remaining|be? do|done?
Q = @wh @we even|just|actually|both|all|last|again|currently|still|supposed|here? @doing|up @when? / @wh @we
  working|work on|at @tail / @wh been doing|done|going|happening on? @when?
Q = what|wat|waht did|have|had|has|do @we|@obj already|just|actually|both|all|even|last|get|end|so|been? @done1|
  @done done|on|about|to|in|up|out|upon|with|deciding|doing? do|done|so? already|together|exactly? @when? @when?
  / what|which decisions|decision|progress|steps|things|tasks|work did|have|were|was|are|has|had @we|been?
  already|so? @done|make|take|made|taken|@done1? on|about|up? @when? @when?
Q = @wh still|all? left|remaining|outstanding|open|pending|todo|missing|undone|unfinished|unresolved|incomplete|
  still here|there|now|over? @when? to|for|on|in|of? do|be|us|@obj|finish|complete|go|fix|tackle? done|do|now|
  next|here? / @wh there? still? to|left|open be|to? done|do / what remains|remain|s|remaining|else to|is|there|
  needs|still|do? to|left|there|we|be|still? be|to|do|have|need|left? to|done|do|be? do|be|done? done? / what
  do|does|should|must|have|is @we|there|still still|have|need|left|yet|else to|left|yet|need? to|have|left? do|
  finish|complete|be|to? done|do|next|yet|still|now?
Q = @wh @be? still? the|our|my|your next|following|upcoming|remaining|open|last @thing @thing? again|now|here|
  please|for|on|then|@when? us|@list|the|me|our? @list? / @wh next|nxt|up|coming|first now|then|up|please|
  claude|here|today|again|for|on|in? us|the|our|my|me? @list|project|session|work|today? now|today? / @wh on|in|
  left the|our|my|your @list for|today|now|next? today|now|us? / what comes|happens|should|do|shall|can|would|
  will|must|to|are|am @we? do|be|work|tackle|doing|working|focus|start|come|happen|tackling|going|go|look|have|
  proceed|continue|move|take|planning? on|to|at|with? do|work|be|tackle|from|look? on|at|tackle? next|now|after|
  then|first|from|today that|this|here|it|up|then|on? / which @thing is|comes next|up|now|first / what now|then|
  next / what|which task|step|thing is|comes|should next|now|up
Q = @wh the? last|latest|most|previous recent? thing|things|task|step|topic|action|stuff|status|state|one|work|
  item|point|progress|update|decision|on? on|that|which|from? @we? @be|have|had|just|last? @doing|@done1|@ended|
  saw? off|of|on|about|at|up|to? @when?
Q = how do|should|shall|can|could|will|are|would @we continue|proceed|go|carry|move|keep|pick|resume|progress
  on|going|forward|up|ahead|from|with|now|next|here? here|it|now|this|there|from? here|there|now? / how is|are|
  s|was|hows|r everything|things|it|our|the|we|that|your? work|project|progress|session|things|task? going|
  looking|doing|coming|progressing|standing along|so|here|now|with? far|it|that|now|@obj? / hows it|everything|
  things|progress|the|our? progress|work? going|coming|looking|so? along|so? far?
Q = any|anything|is|are|was|were there|anything|something? still|left|open|progress|updates|update|news|
  remaining|unfinished|pending|more|outstanding left|to|so|yet|open|work|since|on|from|things|tasks? do|far|
  @when|left|be|to|finish|it|this|@obj? done|do? / do|did|are|have|were @we almost|nearly|all|done|finished|
  still|already|finish|get done|finished|everything|anything|far|there|with|have|left? left|with|to|here|yet?
  do|@obj?
Q = is|was|are|were|did there anything|something|stuff|work|more left|still|open|remaining|pending|unfinished
  to|left|open? do? / do you remember|recall|know @lo|what|where|our|the|how|@obj @we? @be|did|stop|left|doing|
  far? @doing? @tail?
tell = tell|remind|show|give|refresh|catch|bring|fill|brief|update|help|get|let|lets|walk|run|read|remember|
  recall|summarize|summarise|recap|sum|review|explain|recount|repeat|reload|restore|jog|list|outline|state|say
me = me|us|my|our|up
memory = memory|mind|head|brain|recollection
gist = version|picture|recap|summary|overview|rundown|update|brief|briefing|status|progress|refresher|reminder|
  synopsis|wrapup|summaries|digest|tldr|context|state|catchup|outline|report|standup|history
ginfo = @gist report|update|check|summary|so|overview|please|recap|of|from|on|for? far|today|now|everything? /
  state|status of things|play|affairs|everything
W = what|any? @ginfo now|please? @when? / @ginfo of|on|from|for|about|with @obj|everything|all|@past|@lo|us|
  what|where|so @when? / give|show|send|get|need|want|have|tell|provide|write|can|could|do|lets|print|quick|
  short|brief|i|a me|us|i|you|have|a|want|need|do|get|like|quick|short|brief? a|an|the|my|our|some|another|
  quick|short|brief|have? quick|short|brief|current|full|little|fast|small|short|latest|session|project|two|one|
  detailed|high? line|level|sentence|work|progress? @ginfo of|on|from|for|about|what|where|with|and? @obj|
  everything|all|@past|@lo|us|so? @when? @when?
F = you|it|we|i got|were|was|have|just|been? stopped|interrupted|cut|paused|halted|froze off|short|in|midway|
  halfway|suddenly|there? the? middle|half|way|mid? of? it|that|sentence|something|things? / delay|interruption|
  mid sentence|task?
W = next|nxt|nex @thing? please|up|now|then|one? / so? then|now|and next|what|now|then|so / so|right|ok|well
  what|now|then / and|so then|now|next / status|recap|summary|progress|todos|updates|tldr|todo / status|progress
  check|report|update / @wh up|new / @gist time
W = catch|catching me|us|you? up on|with|to? @obj|everything|what|all|@lo|where|things|speed|date|@past? @when?
  / bring|get|getting|put me|us|back|you back|right|up|fully? up|to|on? to|on|with|in? speed|date|track|the|
  current|@obj|loop|picture on|with|about|again|of? @obj|@lo|everything|what|where|loop|picture? @when? / fill|
  brief|update|clue me|us|em in|on|about? on|about? @obj|@lo|what|everything|where|our? @when? / refresh|jog|
  restore|reload|recover|load my|our|your|the|me|previous|last @memory|context|session|state|conversation|mind|
  history|work|progress of|on|about|from|please? @lo|@obj|what|where|@past?
W = remind|tell|recall|remember|show|help|let|summarize|summarise|recap|sum|review|explain|list|outline|give|
  state|know|read|say|understand|about|see|check|of|for|recount|remembering me|us|back|up|please|again|to|
  myself|just|remember|quickly|briefly|you|know|yourself|shortly? quickly|briefly|again|of|about|on|remember|
  please|know|to|just|out|recall|understand|see|a|brief? @lo|@past|@obj|everything|where|what|so|how|which
  @when? / remind|recap|summarize|summarise|remind me|us|again|please? / recap for|with me|us / what|wat|
  anything did|have|ve? i|we miss|missed / what|anything did|have i|we|you miss|missed
F = please|kindly|thanks|thank|ty|thx|cheers|good|great|nice|perfect|cool|awesome|alright|allright|right|well|
  fine|sure|yes|yeah|yep|yup|yea|so|and|but|then|now|just|lets|let|can|could|would|should|shall|may|might|we|i|
  you|u|us|me|to|want|wanna|like|id|ill|love|need|gotta|gonna|have|ready|im|claude|buddy|friend|mate|dude|man|
  bro|there|morning|evening|afternoon|night|today|again|here|hiya|heya|howdy|greetings|gm|everyone|team|bot|ai|
  assistant|quick|quickly|first|actually|really|also|anyway|anyways|maybe|perhaps|about|time|dear|folks|all|
  guys|it|this|that|back|from|too|before|with|for|much|help|pal|welcome|mind|exactly|together|already|do|us|the|
  a|at|of|right|away|immediately|finally|hope|earlier|forgot
F = @past / @when / i? forgot|forget|lose|missed exactly|again? / i|we cant|cannot|dont|do|cant|am|no|lost|not|
  can|still|just? longer|really|quite? remember|recall|know|sure|track|tell exactly|anymore|of|quite|count? /
  im|not|am not|longer|really|quite? sure|certain|clear exactly|anymore / dont remember|recall|know anymore|
  exactly|quite? / not sure|certain|clear anymore|exactly? / no idea|clue / lost track|count of?
F = no problem|worries / good|happy|gm morning|evening|afternoon|day|night|monday|friday|tuesday / how are you|
  u|things|we doing? today? / how is|s|hows it|everything|life|your going|day? / thank you so|very? much? /
  looks|sounds|all|thats|thats|thats|it|lgtm good|great|fine|ok|done|perfect|right to|now|me? me? / lgtm / im|i
  am|m? done|ready / if you|u can|could|would|dont|please|like|want|mind|are? mind|ready? / when|whenever you|u
  are|re|youre ready / as you|u were|like|wish / its been|a a|while|few|new? while|long|days|day|time|minute|
  week? / would you mind|be / nice|good to see|be you|back again? / one more time / feel free to
dev = laptop|computer|pc|machine|mac|macbook|vpn|wifi|wi|internet|connection|network|terminal|session|
  conversation|chat|power|battery|browser|ssh|tmux|window|client|app|claude|line|electricity|phone|screen|
  editor|server|shell|tab|os|system|context|connectivity|link|boss|fi|router|cli|api|it|everything|call|tokens|
  limit
gone = crashed|died|dropped|rebooted|restarted|disconnected|froze|closed|ended|interrupted|lost|broke|broken|
  hung|out|off|cut|down|failed|stopped|back|gone|dead|compacted|cleared|reset|died|went|crash|expired|hit|rang|
  kicked|ran|shut|blipped|glitched|timed|up|called|logged
F = @dev|we|i|you|my|the|our|got|was|were|had|lost|sorry|it|have|just|there? @dev|we|i|you|my|the|our|was|were|
  got|had|has|just|sorry? @dev|fi|was|were|got|had|has|just|a|been|of? just|suddenly|been|got|a|the|on|to|me|us|
  briefly? @gone off|out|down|away|on|up|again|of|short|me|us|over|back|now? on|out|me|us|tokens|context|again|
  earlier|now|up|online? / lost|dropped|lose my|the|our|internet|network? @dev|connection / had|took|just|
  needed|stepped|went|got|back|was to|a|had|out|away|for|my|the|some|from? to|go|reboot|restart|quick|short|a|
  for|step|leave|pulled|dragged|sidetracked|distracted|interrupted|busy? @back2|away|out|machine|interrupted|
  distracted|sidetracked|busy|something|into|in|minute|bit|moment|phone|quick|restart|reboot? @back2|meeting|
  bit|minute|while|moment|now|a? / sorry about|for that|the|this|delay @past? delay|interruption|wait|break|
  pause|silence|absence? / i|we|just was|had|got|went|been|took away|gone|out|off|afk|busy|asleep|a|for? for|a|
  an|bit|at|in|quick|few? a|few|bit|minute|moment|while|days|day|week|hour|hours|lunch|break|meeting|meetings?
Q = @wh done|finished|completed so|already|and|now? far? / whats|what done and|what whats|left|what is? left?
F = when|whenever you|u|youre are|re|ready? ready|up|done|finished|back? for? it?
plan = plan|plans|goal|goals|strategy|roadmap|decision|decisions|conclusion|outcome|focus|objective|priority|
  priorities
F = lets roll|rock|begin|start|see|do this|it? / alright|allright then|so? / had to step|leave|go|run|hop|drop|
  pop out|away|off|afk? / stepped|popped|dropped out|away|off
Q = @wh the|our|my? last|latest|current|game|previous|recent|final? @plan for|from|on|now|again|at? here|today|
  now|there|@obj|us|yesterday|this? session?
Q = where|how do|does|did things|we|it|everything stand with|on|for ...
Q = @wh @we decided|decide|settled|agreed on|to|about? again|@past?
V = @base the|our|this|that|my? ... @work|refactor|refactoring|implementation|migration|bugfix|fix we|you|i
  started|began|were|had|was|left|stopped @doing? @when?
V = carry|keep|going on|going with|on|at? the|our|my ...
Q = how far|much along|done|left|through|into are|is @we|it? / anything|something|what|whats else left|
  remaining|open|pending|missing|todo|next to? do|be? done? / @wh still? to|left|yet be|to? done|do here|now|
  today? / @wh after that|this|it / @wh on for? today|now|us / what|wats now|next boss|chief|captain|then|
  please|friend|buddy|mate|claude / how are @we|things doing|going|looking|progressing on|with|so|today|here?
  far|it|this|that|time|@obj?
F = teh|boss|chief|captain|gm|by accident|mistake|accidentally|oops|whoops|teh
F = @we was|were|are in|right? right? the? middle of something|it|that|things|stuff? / i|we|just? accidentally?
  closed|killed|lost|shut|quit the|my|our @dev by? accident|mistake? / whats|what teh next
Q = @wh teh|hte|th next @thing? / where is|are @we now
Q = @wh the|our|my? next|last|following @thing is|was|were|are|should? be? again|please|now?
W = can|could|would you remind|tell me @wh @we? @done|next? is|was|are? @when?
F = teh

F = @we was|were|are in|right? right? the? middle of something|it|that|things|stuff? / i|we|just? accidentally?
  closed|killed|lost|shut|quit the|my|our @dev by? accident|mistake? / whats|what teh next
Q = @wh teh|hte|th next @thing? / where is|are @we now
gone = vanished|borked|frozen|cancelled|canceled|killed
Q = what|whatever @be @we in|up|just|right|still in|to|on|at? the? middle of? again|@when? / @wh @we in the
  middle of @when? / are|is|were @we|it|everything done|finished|through|complete|ready|there @when|with? it|
  this|that|everything|@obj? or is|are|do|does|s? there? we? @anyleft?
anyleft = still|anything|something|more|work|stuff|have|some|much|to|left|open|remaining|missing|pending|be|
  done|do|not|yet @anyleft?
W = give|send|get|write|show me|us a|an|the|your? quick|short|brief|concise|fast|little? @gist of|on|about
  where|how|what @we|things|everything|it @be|stand|stands|did|do|have|has? @doing|up|at? @when?
V = dont|do|never not? stop|quit|halt|pause now|there|here|yet|please?
F = didnt|did|dont|do not? mean|want|intend to|for? interrupt|stop|cancel|cut|abort|disturb|press|hit|kill|
  pause you|that|it|this|off|escape|esc|there? / my|that|it was|is? my? bad|fault|mistake
Q = tell me? @wh been|is|was|we? done|decided|finished|doing and|or|plus|also @wh still|left|next|to to|left|
  open? do|be? done? / anything|something|what|whats i|we should|must|need|to|have to? know|remember? before|
  when? we|i|you? continue|resume|proceed|start|go|on? on? / what was it|that|this again?
W = any|anything|are|is|some there|still? open|urgent|pending|important|unresolved questions|blockers|issues|
  points|things|todos|decisions|tasks from|left|since|for|of? @past|us|me|today? / how did @det? yesterdays|
  last|previous|our session|work|day|conversation end|go|finish|stop / @wh done and? @wh not|left|open|missing
  done? / wheres|hows our|the work|session|task at|going|standing? / lemme know|see @wh @we? left|next|open|
  done|missing|remaining / go go go? go? / gogo|gogogo
W = we|i|you|weve|ive|youve got|get|was|were|been|have|had|just been|got|just?
  cut|cutoff|interrupted|disconnected off|short? again|there|earlier|somehow? @past?
V = ive|weve just? returned again|now|from? @det? @back2? / ive|weve just? come|got|gotten back again|now|from?
  @det? @back2?
F = your|the|that last|previous? answer|reply|message|response|output|sentence was|got|is been|just? cut|
  truncated|interrupted off|short?
adj = yesterdays|todays|fridays|mondays|tonights
F = cutoff
EVENT = cutoff
  compaction compact compacted crash crashed crashes reboot rebooted restart restarted restarting lunch
  dinner breakfast coffee break meeting weekend
  vacation holiday interruption interrupted interrupt disconnected escape esc accident accidentally mistake
  mistakenly cancelled canceled dropped died
  froze frozen distracted outage internet wifi vpn power laptop clear cleared reconnected disconnect relaunched
  reopened closed aborted standup phone doorbell
TALK = tl dr lemme gimme urgent important explaining showing checking testing reviewing refactoring
  investigating writing explained decisions session sessions yesterdays todays weve whom through summarise
  summarize halfway hurry supposed next move moves since catch been up while gone wheres hows whens task tasks
  thread able bigger latest news happened happening change changed changes during conversation work remember
  make made reminding where blocker blockers blocking unblocked conclusions progressed know known knew
  should there
  thing leaving forgot recent night working whom others
  catch understand noticed hours overnight evening note notes question questions waiting wait decide deciding
  agree tackle tackled concluded bottom track
  ground point checkpoint milestone milestones goal goals achieved ahead shape speed tldr key main open worth
  quick context tl dr part parts stage phase
  during because while off hook morning sleep sleeping holiday away afk everything nothing something week days
  short
WE = we us our ours i me my you your were weve youve ive wed youd
HEART = yesterday session task questions explaining halfway conversation progressed did finish left next last
  stand stands stood stop stopped progress status plan far leave recap summary decided
  decide decision decisions remaining remains pending
  outstanding open urgent blocker blockers blocked working worked doing continue resume proceed ended stopping
  remind
  reminding refresh missed gist tldr overview next
  priority missing point step steps on tackling accomplished achieved stage phase dealing context before
V = continue|resume|proceed|pick|start|carry up|off|on|it? form @lo / continue|resume|proceed|carry|pick up|on|
  off? form there|here|where
F = i|we|you|have|has|had|was|were|been|just? away|out|off|gone|offline for|the|all? a|an|the|few|two|three|
  whole? week|weeks|days|day|hour|hours|while|bit|weekend
F = context|history|session|conversation|chat|memory|everything|it was|got|is|were|has|been cleared|compacted|
  lost|reset|wiped|gone|summarized|truncated|cut / hey|hi there / mind|do you? mind|you
ASK = what whats where wheres which how hows any anything something did have is are remind reminding tell recap
  summarize summarise bring catch refresh jog lemme know continue resume proceed carry pick keep go
NO = not dont no never stop until later tomorrow if why when text without form doesnt didnt isnt cant many much
  does
NOT = line many much not dont no never should why would does doesnt didnt isnt cant when before without stop until
  later
  tomorrow if start in restart
STOP = neither nor
  failing teh form forms net text texts stops think thing caution not dont no never should must can cant
  could will would wont is are was were does do doesnt did isnt arent didnt if when until unless while once
  after before because since instead button link buttons links error errors loop loops iteration iterations
  iterator keyword statement click clicks google facebook apple microsoft email sso guest password checkout
  popup dialog tomorrow later next line row record element entry value character thread failure failures
  exception timeout timeouts warning warnings so that which whether then than fails exists else otherwise or
  where what why how in_ page index but they he she user users caller option flag modal keyboard screen works
  tonight soon block break return pass other same different another i > < monday tuesday wednesday thursday
  friday saturday sunday
"""
