"""Every kind of chart there is: how it is read, and what it cannot show, in both languages side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from metrics.problem import Text

TITLE: Final = Text(sv="Så läser du", en="How to read this")
CANNOT: Final = Text(sv="Vad det inte visar:", en="What it does not show:")


@dataclass(frozen=True, kw_only=True)
class Guide:
    """One kind of chart in plain words.

    In      read    what its marks, lines and places mean
            cannot  what nobody should read out of it
    """

    read: Text
    cannot: Text


GUIDES: Final[Mapping[str, Guide]] = {
    "control_chart": Guide(
        read=Text(
            sv="Varje punkt är en period. Linjen i mitten är medelvärdet, bandet hur mycket det brukar svänga. Punkter "
            "inom bandet, utan mönster, är vanlig variation; det som sticker ut har en bokstav och en form. Siffrorna "
            "ovanför är beslut och händelser, förklarade i listan under. Båda organisationerna har samma skala.",
            en="Each point is a period. The line in the middle is the mean, the band how much it usually varies. "
            "Points within the band, without a pattern, are usual variation; what stands out has a letter and a "
            "shape. The numbers above are decisions and events, explained in the list below. Both organisations have "
            "the same scale.",
        ),
        cannot=Text(
            sv="Varför något har ändrats. Att en händelse står vid en ändring gör den inte till orsak.",
            en="Why something has changed. That an event stands at a change does not make it the cause.",
        ),
    ),
    "units": Guide(
        read=Text(
            sv="Varje märke är en enhet. I en tratt står den längre till höger ju fler den har, och linjerna visar hur "
            "långt från mitten den kan hamna av slumpen: innanför är enheterna lika. Utan tratt står enheterna på var "
            "sin rad, i styrgruppens egen ordning.",
            en="Each mark is a unit. In a funnel it stands further to the right the more it has, and the lines show "
            "how far from the middle chance alone can take it: inside them units are alike. Without a funnel each "
            "unit has a row, in the committee's own order.",
        ),
        cannot=Text(
            sv="Vilken enhet som är bäst. Enheterna möter olika personer, och ordningen är ingen rangordning.",
            en="Which unit is the best. Units meet different persons, and the order is no ranking.",
        ),
    ),
    "needs_profile": Guide(
        read=Text(
            sv="Hela raden är alla som skattats. Den fyllda delen har ett otillfredsställt behov, den bleka ett behov "
            "som är tillfredsställt, resten har inget behov. Svaret ”vet inte” räknas inte som skattat; det sänker "
            "bara täckningen, som står i tabellen.",
            en="The whole row is everybody rated. The solid part has an unmet need, the pale part a need that is met, "
            "the rest have no need. The answer “not known” does not count as rated; it only lowers the coverage, which "
            "stands in the table.",
        ),
        cannot=Text(
            sv="Behoven hos dem som inte skattats, eller hur stort ett behov är: formuläret frågar bara om det finns.",
            en="The needs of those who were not rated, or how large a need is: the form only asks whether it is there.",
        ),
    ),
    "needs_change": Guide(
        read=Text(
            sv="En ändring märks ut bara om den är säker när alla 22 områden prövas samtidigt (Benjamini–Hochberg, 5 "
            "%) och minst fem procentenheter. Lika många nya som lösta behov är rörelse, men ingen ändring av "
            "helheten.",
            en="A change is marked only where it is sure with all 22 domains tested at once (Benjamini–Hochberg, 5%) "
            "and at least five percentage points. As many new as resolved needs is movement, but no change of the "
            "whole.",
        ),
        cannot=Text(
            sv="Vad som fick ett behov att försvinna. Med grannår följs bara de som skattats båda åren.",
            en="What made a need go away. Between neighbouring years only those rated in both are followed.",
        ),
    ),
    "dimension_gap": Guide(
        read=Text(
            sv="Längre till höger är fler behov tillfredsställda. Regionen är en skiva, kommunen en fyrkant. Avståndet "
            "mellan högsta och lägsta raden är gapet: noll betyder att alla sorters behov är lika ofta "
            "tillfredsställda.",
            en="Further to the right more needs are met. The region is a disc, the municipality a square. The distance "
            "between the highest row and the lowest is the gap: nought means that all kinds of well-being are met "
            "alike.",
        ),
        cannot=Text(
            sv="Mening och hopp: formuläret frågar inte om dem, bara om det som ligger närmast.",
            en="Meaning and hope: the form does not ask about them, only about what lies nearest.",
        ),
    ),
    "domains_by_year": Guide(
        read=Text(
            sv="Varje ruta är andelen i procent med ett otillfredsställt behov, mörkare ju fler. Läs längs raden för "
            "att se ett område genom åren.",
            en="Each square is the per cent with an unmet need, darker the more there are. Read along the row to see a "
            "domain through the years.",
        ),
        cannot=Text(
            sv="Om en skillnad mellan två år är säker: det prövas i delen om ändringar. En prick är skyddad, inte "
            "noll.",
            en="Whether a difference between two years is sure: that is tested in the part on change. A dot is "
            "protected, not nought.",
        ),
    ),
    "follow_up_curve": Guide(
        read=Text(
            sv="Kurvan sjunker när planer följs upp. En plan som inte hunnit följas hela tiden räknas med så länge den "
            "kunnat ses, och varken som uppföljd eller som utelämnad. Kurvan slutar där det blir för få planer kvar.",
            en="The curve falls as plans are followed up. A plan that could not be followed all the way counts for as "
            "long as it could be seen, neither as followed up nor as left out. The curve ends where too few plans are "
            "left.",
        ),
        cannot=Text(
            sv="Om uppföljningen var till nytta. Band som går i varandra kan vara samma kurva.",
            en="Whether the follow-up was of use. Bands that overlap may be the same curve.",
        ),
    ),
    "pathway": Guide(
        read=Text(
            sv="Ramen är alla planer som skulle ha tagit steget, det fyllda de som gjorde det. Ett steg som inte är "
            "antecknat räknas som inte taget. Uppföljning räknas bara för planer vars dag har kommit, och det "
            "överenskomna bara i planer som följts upp. Raderna är därför olika många planer.",
            en="The frame is every plan that should have taken the step, what is filled those that did. A step that is "
            "not recorded counts as not taken. Follow-up is counted only for plans whose day has come, and what was "
            "agreed only in plans followed up. The rows are therefore of different numbers of plans.",
        ),
        cannot=Text(
            sv="Om planen var bra. Ett antal planer eller steg säger inget om vad personen fick ut av dem.",
            en="Whether the plan was good. A number of plans or steps says nothing of what the person got out of them.",
        ),
    ),
    "representation": Guide(
        read=Text(
            sv="Raderna är vem som behövdes; kolumnerna vem som leder planen. Mörkare ruta: oftare borta när det "
            "behövdes. Den som leder bjuder in.",
            en="Rows are who was needed; columns are who leads the plan. A darker square: more often missing when "
            "needed. The one who leads invites.",
        ),
        cannot=Text(
            sv="Vem det beror på att någon saknas: den som bjuder, den som bjuds eller något annat.",
            en="With whom it lies that somebody is missing: the one who invites, the one invited, or something else.",
        ),
    ),
    "cost_split": Guide(
        read=Text(
            sv="Linjen är regionens del av den gemensamma nettokostnaden, resten är kommunens. Streckad linje: den "
            "fördelning som gällde den perioden enligt det beslut som står i listan. Avståndet mellan dem är "
            "avvikelsen.",
            en="The line is the region's part of the joint net cost, the rest is the municipality's. Dashed line: the "
            "split in force that period by the decision in the list. The distance between them is the deviation.",
        ),
        cannot=Text(
            sv="Om någon gjort fel. En avvikelse är en fråga till båda, och en kostnad är inget värde.",
            en="Whether anybody has done wrong. A deviation is a question to both, and a cost is not a value.",
        ),
    ),
    "cost_beside_needs": Guide(
        read=Text(
            sv="Överst kostnaden per brukare, under den andelen behov som är tillfredsställda, på samma tidsaxel.",
            en="On top the cost per user, below it the share of needs that are met, on the same axis of time.",
        ),
        cannot=Text(
            sv="Att det ena ger det andra: de läses bredvid varandra, inte som orsak och verkan.",
            en="That one gives the other: they are read beside each other, not as cause and effect.",
        ),
    ),
    "contact_kinds": Guide(
        read=Text(
            sv="En ruta för varje slags kontakt, alla med samma skala: kontakter per brukare och halvår.",
            en="A panel for each kind of contact, all with the same scale: contacts per user and half-year.",
        ),
        cannot=Text(
            sv="Om mycket är bra. Regionens och kommunens kontakter är olika sorters möten och läggs aldrig ihop.",
            en="Whether much is good. The region's and the municipality's contacts are different kinds of meetings and "
            "are never added up.",
        ),
    ),
    "timeline": Guide(
        read=Text(
            sv="Varje märke är något som hände, i en av tre banor och med bokstav för sitt tema. Linjer går från det "
            "som besvarades till svaret. Ett mått kan läggas under, på samma år.",
            en="Each mark is something that happened, in one of three lanes and with a letter for its theme. Lines go "
            "from what was answered to the answer. A measure may be laid below, over the same years.",
        ),
        cannot=Text(
            sv="Att det som kom efter kom på grund av det som var före, eller det som aldrig skrevs ned.",
            en="That what came after came because of what was before, or what was never written down.",
        ),
    ),
    "year_wheel": Guide(
        read=Text(
            sv="Året går medurs från januari överst. Fylld prick: hållet möte. Ring: planerat. Kryss: inställt. "
            "Mörkare månad: något tas upp varje år.",
            en="The year goes clockwise from January on top. Filled dot: a meeting held. Ring: planned. Cross: "
            "cancelled. Darker month: something is taken up every year.",
        ),
        cannot=Text(
            sv="Hur mycket tid en fråga fick, eller om den blev färdig.",
            en="How much time a matter was given, or whether it was settled.",
        ),
    ),
    "attention": Guide(
        read=Text(
            sv="Till vänster hur stor del av det styrgruppen tagit upp som hör till perspektivet, till höger hur stor "
            "del av signalerna. Stora skillnader visar vad som talas om utan att röra sig, eller rör sig utan att "
            "talas om.",
            en="On the left how large a part of what the committee took up belongs to the perspective, on the right "
            "how large a part of the signals. Large differences show what is talked of without moving, or moves "
            "without being talked of.",
        ),
        cannot=Text(
            sv="Hur viktig en fråga är. En lugn siffra kan behöva mest tid.",
            en="How important a matter is. A steady figure may need the most time.",
        ),
    ),
    "action_balance": Guide(
        read=Text(
            sv="En rad för det som lämnats ut, det som är öppet, det som är sent och det som blev klart för sent; "
            "samma skala för båda organisationerna.",
            en="A row for what has been given, what is open, what is late and what was done late; the same scale for "
            "both organisations.",
        ),
        cannot=Text(
            sv="Hur stora åtgärderna är. Många små kan vara mindre arbete än en stor.",
            en="How large the actions are. Many small ones may be less work than one large.",
        ),
    ),
    "sparkline": Guide(
        read=Text(
            sv="De tolv senaste perioderna för båda organisationerna på en skala. Ett hål är en period utan siffra; en "
            "linje utan prick i slutet har sin senaste siffra skyddad.",
            en="The latest twelve periods of both organisations on one scale. A gap is a period without a figure; a "
            "line without a mark at its end has its latest figure protected.",
        ),
        cannot=Text(
            sv="Om en ändring är säker: det säger märket bredvid. Olika rader har olika skala.",
            en="Whether a change is sure: the mark beside says that. Different rows have different scales.",
        ),
    ),
}
"""In the order of the pages; a test walks them all, and each chart on a page must be one of them."""
