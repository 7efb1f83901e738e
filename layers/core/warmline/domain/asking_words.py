"""Words by which customers ask for a human, as data: English, and what each role means.

Every word or phrase of a language has one role, a letter; `asking` looks for patterns of roles, so
that one grammar serves all languages. Spelling is folded. A trailing "*" stands for any ending; a
trailing "!" says that the word counts only where the message is in that language.

    c C  talk: before the person, after it      k K  call, before and after
    m M  bring me to: before, after; v with "me" in it
    B    the same, with "me" alone              g G  is there: before, before and after
    w W  want, need, give: before, after
    p    a human, beyond doubt                  f a  agent, person; someone, employee
    L    someone else          E  people
    s S  the house's service; support           b    bot
    t j y e u  small words: the, real, please, me, you; h help; l line, look
    V    bring me: only with a person after it  Z    an ask in itself
    R    answer, look into
    H    are you real
    A    available              O    the boss
    i    facts about the service (its hours)    z    makes another thing of the word before it
    n N d D r  refusals: don't want, not, without, tired of
    q Q  are you, am I talking to               o    here another phrase begins
    x    nothing of these
"""

Lexicon = dict[str, str]

WORDS: Lexicon = {
    "c": """talk talking speak speaking chat chatting contact contacting reach reaching
        converse conversing communicate communicating conversation discuss discussing spk tlk""",
    "k": "call calling phone phoning ring",
    "m": """transfer transferring connect connecting forward route direct redirect escalating
        transferred connected forwarded switched refer escalate escalation""",
    "w": """want wanna need needs give gimme get getting prefer require demand request let
        send rather wants ask fetch deserve insist wish requires""",
    "p": """human humans representative representatives rep reps csr operator operators
        supervisor supervisors manager superior handoff coworker coworkers hooman hoomans""",
    "E": "people folks",
    "f": """agent agents person adviser advisor advisers advisors employee employees
        specialist specialists expert associate colleague colleagues technician consultant""",
    "a": """some1 sum1 any1 sumone someone somebody anyone anybody assistant assistants worker
        workers staff team associates sm1 sme1""",
    "s": "helpdesk",
    "S": "support",
    "O": "boss founder founders owner ceo director",
    "b": "bot bots robot robots machine machines ai chatbot chatbots computer automated robotic",
    "t": """to with wth wiht wih wirh wit tto ot toa another other different a an the your one
        of any some this that my our it i from over in through onto on 2 ur possible kindly
        could can would may into at""",
    "j": """real live actual proper manual living breathing genuine bloody fucking goddamn
        damn freaking stupid service customer single virtual natural physical qualified
        competent senior nonrobotic reel fellow normal regular decent knowledgeable friendly
        english""",
    "e": "me us myself",
    "u": "you u ya",
    "h": "help assist assistance",
    "y": """there here please pls plz now plse just right hi hello hey ok okay thanks thank
        immediately asap yes sorry well so but then instead directly quickly already urgent
        urgently today soon also actually even still finally simply""",
    "i": "hour hours time times open opening closed number email mail address schedule when",
    "z": """resources resource rights error errors body hair nature beings race trafficking
        intelligence nearby near name fee fees code id commission account accounts size limit
        behind""",
    "r": "hate bypass skip",
    "l": "line look",
    "D": "dont doesnt didnt wont shouldnt",
    "d": "no not",
    "o": "about like as than who whom which because if was were been had after while yesterday",
    "n": "without",
    "W": "needed wanted",
    "B": "put bring link patch pass hand switch take loop",
    "A": "available reachable",
    "R": "answer reply respond review handle intervene",
}

PHRASES: Lexicon = {
    "p": """human being|human beings|human agent|human agents|live agent|live agents
        |live person|live chat|real agent|human support|human service|human assistance
        |human operator|live operator|live representative|human handoff|human representative
        |service agent|support agent|customer agent|customer service agent
        |customer service representative|bank worker|customer service rep
        |customer support agent|team lead|team leader|call handler|customer executive
        |support executive|real person|actual person|real people|human beeing|real human
        |member of staff|flesh and blood|person in charge|member of your team
        |member of the team|member of your staff|someone in charge|whoever is in charge
        |someone real|somebody real|anyone real|anybody real|human help|one of your people
        |one of your colleagues|one of your staff|call taker|actual people|live human
        |live support|support rep|service rep|care agent|support representative|support person
        |see a manager|see the manager|see your manager|see a supervisor|see a human
        |somebody human|someone human|anyone human|anybody human|someone higher up
        |someone higher|somebody higher up|higher up|human colleague|human voice|real voice
        |live help|member of the support staff|member of support|member of your support team
        |human touch|human response|human reply|human interaction|human contact
        |human customer service|human customer support""",
    "s": """customer service|customer services|customer support|customer care
        |customer assistance|customer help|customerservice|customersupport|support team
        |service team|support staff|service desk|help desk|call center|call centre
        |contact center|contact centre|your team|the support|tech support|technical support
        |support department|service department|customer relations|client services
        |client service|billing department|sales department|returns department
        |accounting department|sales team|billing team|returns team|accounts team|fraud team
        |fraud department|customer service department|customer service team
        |customer service center|customer support team|complaints department""",
    "a": "some one|some body|an expert|one of you|one of yours",
    "j": "non robotic|non bot|non automated",
    "L": "someone else|somebody else|some one else|anyone else|anybody else",
    "r": """sick of|tired of|fed up with|stop talking to|dont feel comfortable|not comfortable
        |dont like|do not like|dont trust|waste my time|wasting time|wasting my time|done with
        |enough with|no more|im done|i am done|im through with|done talking to
        |refuse to talk to|refuse to speak to|refuse to|cant deal with|cannot deal with
        |cant stand|wont talk to|not talking to|get past|get around|get rid of|hate talking to""",
    "D": "do not",
    "c": """get in touch|getting in touch|be in touch|in touch|get hold of|get a hold of
        |get ahold of|a hold of|get through|took with|cat with|touch with|have a word with
        |a word with|deal with|be helped by|be assisted by|speak 2|talk 2|get onto|onto a
        |in contact|complaint with|callback from|call back from|hear from|connect with
        |connected with|connect to|connected to|connecting with|complaint to|complain to
        |connecting to|reach out to""",
    "i": "phone no|phone nr|toll free",
    "w": """ask for|asking for|asked for|id like|i would like|would like|would rather
        |id rather|looking for|have to|had enough|may i have|can i have|could i have
        |would prefer|id prefer|i only talk to|only talk to|only speak to|id love|i said
        |i mean|i told you|i asked for|want to hear a|like to hear a|waiting for
        |waiting to speak|waiting on|still waiting for""",
    "v": """put me through|put us through|pass me on|hand me over|hand over|connect me
        |transfer me|put somebody on|put someone on|get someone on|get somebody on
        |pass this on to|hand off to|talk to sales|speak to sales|talk to billing
        |speak to billing|speak with billing|talk with billing|speak with sales|contact sales
        |contact billing""",
    "g": """is there|are there|isnt there|do you have|have you got|dont you have|any chance of
        |is any|are any|where is|wheres|where s|where are""",
    "q": """are you|r u|are u|r you|you are|youre|your a|ur a|aint you|arent you|am i|is this
        |was this|was that|who am i|what am i|you aint|you arent|are we|if you are|if youre
        |is that|were you|was i|will a|is a|are these""",
    "n": """dont want|do not want|dont need|do not need|no need|dont wanna|dont have to
        |do not have to|need not|rather not|not interested in|not want|not need|never want
        |dont wish|dont make|do not wish|not looking for|instead of|rather than|no longer need
        |no longer want|didnt ask for|do i have to talk|do i have to speak
        |do i have to contact|do i have to call|do i need to talk|do i need to speak
        |do i need to contact|do i need to call|should i contact|should i call|should i talk
        |should i speak|wont need|do not transfer|do not connect|not necessary|no point in""",
    "o": "thanks to|out of|how do you say|how would i say|talk to you later",
    "x": """do i need an agent|do i need a human|do i need a person|do you need a person
        |first person|third person|per person|in person|one person|travel agent
        |insurance agent|estate agent|real estate agent|leasing agent|booking agent
        |ticket agent|cleaning agent|delivery person|sales person|contact person|tour operator
        |phone operator|network operator|mobile operator|machine operator|free agent
        |escrow agent|agent smith|secret agent|rental agent|customs agent|transfer agent
        |data operator|resource manager|account manager|password manager|task manager
        |file manager|bank manager|contact details|contact info|contact information
        |contact number|time of day|my boss|my manager|my supervisor|my agent|my team|my staff
        |my people|another person|any other person|human resources|sales representative
        |sales rep|different person|my coworker|my coworkers|my colleague|my colleagues
        |my operator|my representative|employee credit|employee card|employee cards
        |employee discount|staff discount|employee account|employee benefits|employee badge
        |agent commission|person limit|i was speaking|i was talking|was chatting
        |for connecting|thanks for connecting|i was chatting|was speaking|was talking""",
    "m": "put through|be put through|get put through|put through to|passed to|handed over|pass on",
    "l": "on the phone|on the line|by phone|over the phone|on phone|over the line",
    "B": "loop in|bring in|get me to|get me onto|get me on to",
    "Z": """who can i talk to|who can i speak to|who can i speak with|who can i talk with
        |want to escalate|like to escalate|need to escalate|escalate this|escalate it
        |escalate my case|escalate this matter|hand this over|hand it over|hand this off""",
    "R": "look at|take over|take a look|have a look|look into|step in",
    "H": """are you real|r u real|are you for real|is there a human behind|do humans read
        |sound like a robot|sound like a bot|seem like a bot|seem like a robot""",
}

# Whole messages by which a waiting customer takes the ask back, in every language.
TAKEN_BACK = (
    "never mind|nevermind|nvm|never mind thanks|nevermind thanks|no longer needed"
    "|not needed anymore|no longer necessary|back to the bot|back to bot|the bot is fine"
    "|bot is fine|i found it|found it|i found it thanks|solved|its solved|resolved|problem solved"
    "|ya no hace falta|ya no lo necesito|olvidalo|laisse tomber|laissez tomber|plus besoin"
    "|hat sich erledigt|erledigt|schon gut|nicht mehr notig|deixa pra la|nao precisa mais"
    "|lascia stare|non serve piu|laat maar|niet meer nodig|niewazne|juz nie trzeba|bosver"
    "|gerek kalmadi|لا داعي|لم اعد احتاج|算了|不用了"
)
