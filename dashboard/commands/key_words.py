"""What `samsyn keys` says, in both languages."""

from __future__ import annotations

from metrics.problem import Text

MADE = Text(
    sv="{organisation} har en signeringsnyckel. Den hemliga halvan stannar i zonen; säkerhetskopiera zones/*/keys.",
    en="{organisation} has a signing key. Its secret half stays in the zone; back up zones/*/keys.",
)
CHANGED = Text(
    sv="{organisation} har bytt signeringsnyckel. Den gamla har signerat den nya och är borttagen. Godkänn på nytt ett "
    "paket som väntar, och lämna kortet till den gemensamma zonen.",
    en="{organisation} has changed its signing key. The old one has signed for the new and is gone. Approve a waiting "
    "bundle again, and hand the card to the joint zone.",
)
TRUSTED = Text(sv="Fingeravtryck att läsa upp: {fingerprint}", en="Fingerprint to read aloud: {fingerprint}")
CARD = Text(sv="Kortet att lämna över: {file}", en="The card to hand over: {file}")
ADDED = Text(
    sv="Den gemensamma zonen tar nu emot paket från {organisation} med nyckeln {fingerprint}.",
    en="The joint zone now receives bundles from {organisation} with the key {fingerprint}.",
)
UNTRUSTED = Text(
    sv="{organisation}: den gemensamma zonen har inte godtagit någon nyckel.",
    en="{organisation}: the joint zone has trusted no key.",
)
TITLES = {
    "zone": Text(
        sv="{organisation}: nycklar i zonen, den sista används", en="{organisation}: keys in its zone, last in use"
    ),
    "joint": Text(
        sv="{organisation}: nycklar som den gemensamma zonen godtar", en="{organisation}: keys the joint zone trusts"
    ),
}
COLUMNS = {
    "zone": (Text(sv="fingeravtryck", en="fingerprint"), Text(sv="gjord", en="made")),
    "joint": (
        Text(sv="fingeravtryck", en="fingerprint"),
        Text(sv="godtagen", en="trusted"),
        Text(sv="på grund av", en="because of"),
    ),
}
WAYS = {
    "fingerprint": Text(sv="jämfört fingeravtryck", en="a compared fingerprint"),
    "handover": Text(sv="den förra nyckelns signatur", en="the signature of the key before"),
}
