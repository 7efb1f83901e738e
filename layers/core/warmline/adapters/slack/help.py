"""What somebody reads on their first day at the desk, and whenever they ask for help."""

HELP_TITLE = "Help"

SHIFT = (
    "*On shift* when you start, *Break* when you pause (you keep your cases and get no new ones), "
    "*Off shift* when you go (your cases go to your colleagues). *Next case* gives you the one "
    "that has waited longest for somebody like you."
)

HELP = """\
*Start.* Press *On shift* on the pinned message. *Break* keeps your cases and brings no new ones; \
*Off shift* gives your cases to your colleagues.

*Take a case.* *Next case* finds the one that has waited longest for you; *Claim* on a card takes \
that one. If a colleague was faster you are told who.

*Read it.* The card says who, why and what was tried. *Transcript* is every word, *Why?* what the \
bot did and on what grounds. Customers go by a made-up name; *Reveal* shows you one thing, such as \
a number, for a minute, and asks you why.

*Answer.* Write in the card's thread. Your words go to the customer after a few seconds; until \
then *Undo* takes them back, and you may change or delete them. A check mark says that they were \
sent, a warning that they were not, and why. Later changes reach customers on the web only.

*Talk among yourselves.* `//` at the start makes a note that stays here; so does everything that \
somebody writes who does not have the case. Words that look like a note are asked about first.

*Get a start.* *Draft* and *Canned reply* write something for you to change: nothing goes out \
before you press Send.

*Answer in time.* The card says until when. After that the case goes to a colleague, and you are \
told.

*End your turn.* *Resolve* when it is solved, *Not solved* when it cannot be; *Transfer* to a \
person or a team, with what they must know; *Hand back* to the bot, with what it must not \
contradict; *Release* when you cannot go on. *Reopen* takes up a closed case.

*By command,* if you like: `/warmline next`, `queue`, `cases`, `on`, `break`, `off`, `me`, and \
`claim`, `release`, `transfer`, `handback`, `resolve`, `unsolved`, `reopen`, `transcript`, `why`, \
`draft`, `reply`, `reveal`, each with the case's name, as in `/warmline resolve Teal Heron 4821`. \
With one open case you may leave the name out.

*Leads:* `/warmline agents`, `add`, `suspend`, and the app's Home."""


def help_after(verb: str) -> str:
    """What can be typed, after a word that cannot."""
    return HELP if verb == "help" else f"I do not know that word.\n{HELP}"


WRITE_IN_A_CHANNEL = (
    "You are one of the agents here, so I do not take this as a customer's message.\n" + HELP
)
