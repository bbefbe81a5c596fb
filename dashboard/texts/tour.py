"""The tour of the made-up example: eight stops that tell, page by page, what happened in it.

What is told here is planted in the sample data and listed in `sample_data/STORIES.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.view import PageName
from metrics.problem import Text

NAME: Final = Text(sv="Rundtur", en="Guided tour")
INVITE: Final = Text(
    sv="Ny här? Fem minuters rundtur visar vad som hände i det påhittade exemplet, och hur sidorna berättar det.",
    en="New here? A tour of five minutes shows what happened in the made-up example, and how the pages tell it.",
)
BEGIN: Final = Text(sv="Börja rundturen", en="Begin the tour")
NOT_NOW: Final = Text(sv="Inte nu", en="Not now")
AGAIN: Final = Text(sv="Rundtur genom exemplet", en="Tour of the example")
STOP: Final = Text(sv="Rundtur, stopp {n} av {all}", en="Tour, stop {n} of {all}")
BACK: Final = Text(sv="Tillbaka", en="Back")
NEXT: Final = Text(sv="Nästa", en="Next")
END: Final = Text(sv="Avsluta", en="End")
DONE: Final = Text(sv="Klar", en="Done")
KEYS: Final = Text(sv="Piltangenterna bläddrar.", en="The arrow keys turn the pages.")


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One place of the tour.

    In      at  what on the page it points at, as a style sheet would name it
    """

    page: PageName
    at: str
    title: Text
    text: Text
    item: str = ""
    unit: str = ""
    group: str = ""


STOPS: Final = (
    Stop(
        page="overview",
        at="ul.signals",
        title=Text(sv="Vad behöver oss i dag?", en="What needs us today?"),
        text=Text(
            sv="Översikten visar bara det som har förändrats på riktigt. Ett märke med O är oroande, ett med F en "
            "förbättring. Färre av regionens brukare har en namngiven samordnare: vi tar reda på varför.",
            en="The overview shows only what has really changed. A mark with C is a concern, one with I an "
            "improvement. Fewer of the region's users have a named coordinator: let us find out why.",
        ),
    ),
    Stop(
        page="scorecard",
        at='tr[data-href*="id=P10&"]',
        title=Text(sv="Båda sidor, i balans", en="Both sides, in balance"),
        text=Text(
            sv="Styrkortet har fem delar som väger lika. Varje rad visar regionen, kommunen och, där det går, båda. "
            "Här är samordnarna: regionen har sjunkit några procentenheter, kommunen inte. Sidorna går isär.",
            en="The scorecard has five parts of equal weight. Each row shows the region, the municipality and, where "
            "it can be done, both. Here are the coordinators: the region has fallen a few points, the municipality "
            "has not.",
        ),
    ),
    Stop(
        page="indicator",
        item="P10",
        unit="aldreteamet",
        at=".statements",
        title=Text(sv="Helheten dolde det", en="The whole hid it"),
        text=Text(
            sv="I äldreteamet slutade regionens samordnare i början av 2024, och tjänster stod tomma. Från nästan nio "
            "av tio till omkring hälften har nu en samordnare där. I helheten syntes det som ett par procentenheter.",
            en="In the team for elderly people the region's coordinators left early in 2024, and posts stood empty. "
            "From almost nine in ten to about half now have one there. In the whole it showed as a few points.",
        ),
    ),
    Stop(
        page="indicator",
        item="P2",
        at=".stVegaLiteChart",
        title=Text(sv="Vad vi beslutade, bredvid vad som hände", en="What we decided beside what happened"),
        text=Text(
            sv="Våren 2021 började regionen boka uppföljningen redan vid planmötet. Sedan dess följs omkring tre av "
            "fyra planer upp i tid, mot hälften förut. Kommunens system kunde inte boka, och där är det som förut. "
            "Siffrorna i diagrammet är besluten; det säger inte att det ena gav det andra.",
            en="In spring 2021 the region began to book the follow-up at the planning meeting. Since then about three "
            "of four plans are followed up in time, against half before. The municipality's system could not book, "
            "and there it is as before. The numbers on the chart are decisions; it does not say that one led to the "
            "other.",
        ),
    ),
    Stop(
        page="decisions",
        item="B-2021-007",
        at=".effects",
        title=Text(sv="Ett beslut, och vad som följde", en="A decision, and what followed"),
        text=Text(
            sv="Beslutet bär sitt skäl, vad det betyder för regionen, kommunen och brukarna, och vem som skulle göra "
            "vad. På utsatt dag prövades om måttet hade rört sig som väntat. Inget tas bort: ett nytt beslut ersätter.",
            en="The decision carries its reason, what it means for the region, the municipality and the users, and "
            "who was to do what. On the day set it was tried whether the measure had moved as expected. Nothing is "
            "removed.",
        ),
    ),
    Stop(
        page="costs",
        at=".question",
        title=Text(sv="En fråga, ingen skuld", en="A question, not blame"),
        text=Text(
            sv="Sommaren 2022 lämnade regionen västra mottagningen. Regionens kostnad per brukare sjönk, och "
            "kommunens steg nästan lika mycket. Samsyn ser att de rör sig åt var sitt håll och ställer en fråga till "
            "båda.",
            en="In summer 2022 the region left the west centre. The region's cost per user fell, and the "
            "municipality's rose nearly as much. Samsyn sees them move opposite ways and puts a question to both.",
        ),
    ),
    Stop(
        page="indicator",
        item="U1",
        group="neuropsychiatric",
        at=".statements",
        title=Text(sv="En grupp som växer", en="A group that grows"),
        text=Text(
            sv="Vuxna med adhd eller autism har blivit mer än dubbelt så många, men deras team har inga fler platser. "
            "De har fler otillfredsställda behov, på båda sidor. Alla målgrupper sammantagna visar ingenting av det.",
            en="Adults with ADHD or autism have more than doubled, but their team has no more places. They have more "
            "unmet needs, on both sides. All target groups taken together show nothing of it.",
        ),
    ),
    Stop(
        page="meetings",
        at=".year",
        title=Text(sv="Tillbaka till bordet", en="Back to the table"),
        text=Text(
            sv="Signaler, försenade åtgärder och avtal som går ut blir förslag till nästa dagordning, med skäl. Där "
            "diskuteras de, beslutas och prövas på nytt. Hur ingen kan kännas igen i siffrorna står på sidan "
            "Integritet.",
            en="Signals, late actions and agreements that run out become proposals for the next agenda, with reasons. "
            "There they are discussed, decided and tried again. How nobody can be recognised stands on the page "
            "Privacy.",
        ),
    ),
)
