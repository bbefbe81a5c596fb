"""The words of the page about services, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from metrics.problem import Text

MIX: Final = Text(
    sv="{whose}: {kind} är {now} av kontakterna {last}, mot {before} {first}",
    en="{whose}: {kind} are {now} of contacts in {last}, against {before} in {first}",
)
MIX_NONE: Final = Text(
    sv="Kontakternas slag visas när minst en organisation har publicerat dem.",
    en="Kinds of contact are shown once at least one organisation has published them.",
)
TABLE: Final = Text(sv="Volym, väntan och samordnare", en="Volume, waiting and coordinators")
VOLUME: Final = Text(sv="Hur mycket", en="How much")
WAITING: Final = Text(sv="Väntan", en="Waiting")
COORDINATORS: Final = Text(
    sv="Samordnare på båda sidor, och om de är kvar", en="Coordinators on both sides, and if they stay"
)

KINDS_TITLE: Final = Text(sv="Så möts vi", en="How we meet")
KINDS_FOUND: Final = Text(
    sv="{risen} har ökat mest och {fallen} minskat mest, {first} till {last}",
    en="{risen} have risen most and {fallen} have fallen most, {first} to {last}",
)
KINDS_SUB: Final = Text(
    sv="Kontakter av varje slag per gemensam brukare och halvår, samma skala i alla rutor. Att ett sätt växer medan "
    "ett annat minskar säger inte att det ena ersatt det andra.",
    en="Contacts of each kind per shared user and half-year, one scale in all panels. That one way grows while "
    "another shrinks does not say that the one has replaced the other.",
)
KIND: Final = Text(sv="Kontaktsätt", en="Kind of contact")
PER_USER: Final = Text(sv="Kontakter per brukare", en="Contacts per user")
REACHED: Final = Text(sv="Andel som nås", en="Share reached")
BEFORE: Final = Text(sv="{first}: {value}", en="{first}: {value}")
KINDS_CAPTION: Final = Text(
    sv="{organisation}, {last}; under varje tal {first}", en="{organisation}, {last}; below each figure {first}"
)

GROUPS_TITLE: Final = Text(sv="Målgrupper", en="Target groups")
GROUPS_CAPTION: Final = Text(
    sv="{organisation}, {last}; under varje andel {first}", en="{organisation}, {last}; below each share {first}"
)
GROUPS_NOTE: Final = Text(
    sv="En person kan höra till flera grupper. Kontakterna är medel av de senaste tolv månader som visas.",
    en="A person may be in several groups. Contacts are the mean of the latest twelve months shown.",
)
GROUP: Final = Text(sv="Målgrupp", en="Target group")
PART: Final = Text(sv="Andel av brukarna", en="Share of the users")
CONTACTS: Final = Text(sv="Kontakter per person och månad", en="Contacts per person and month")
GROUPS_STEADY: Final = Text(
    sv="Ingen målgrupp är säkert en större eller mindre del än {first}.",
    en="No target group is reliably a larger or smaller part than in {first}.",
)

CHANGES_TITLE: Final = Text(sv="Öppnade och stängda verksamheter", en="Opened and closed services")
CHANGES_NONE: Final = Text(
    sv="Registret har inga öppnade eller stängda verksamheter.", en="The register holds no opened or closed services."
)
CHANGE: Final[Mapping[str, Text]] = {
    "service_opened": Text(sv="Öppnad", en="Opened"),
    "service_closed": Text(sv="Stängd", en="Closed"),
}
JOINT: Final = Text(sv="Båda", en="Both")

CAVEATS_TITLE: Final = Text(sv="Så läser du sidan", en="How to read this page")
HOW: Final[tuple[Text, ...]] = (
    Text(
        sv="Mycket eller lite är inte bra eller dåligt: volymer läses med hur behoven blir tillfredsställda.",
        en="Much or little is neither good nor bad: volumes are read with how needs are met.",
    ),
    Text(
        sv="Regionens och kommunens kontakter är olika sorters möten. De läggs aldrig ihop.",
        en="The region's and the municipality's contacts are different kinds of meetings. They are never added up.",
    ),
)
SHEET_HEAD: Final = Text(
    sv="utgåva;fördelning;organisation;del;period;börjar;värde;antal;av;status",
    en="release;distribution;organisation;part;period;starts;value;count;of;status",
)
PLURAL: Final[Mapping[str, Text]] = {
    "visit": Text(sv="besök", en="visits"),
    "home_visit": Text(sv="hembesök", en="home visits"),
    "phone": Text(sv="telefonkontakter", en="telephone contacts"),
    "digital": Text(sv="digitala kontakter", en="digital contacts"),
    "group": Text(sv="gruppträffar", en="groups"),
    "day_activity": Text(sv="dagverksamhet", en="day activities"),
}
