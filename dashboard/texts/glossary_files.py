"""The glossary's words about how files become figures: what a data steward meets in the organisation's own zone."""

from __future__ import annotations

from typing import Final

from dashboard.texts.glossary_figures import Term
from metrics.problem import Text

FILES: Final = (
    Term(
        "delivery",
        Text(sv="Leverans", en="Delivery"),
        Text(
            sv="En fil från en organisation, om en källa och en period. En ny version ersätter den förra.",
            en="A file from one organisation, about one source and one period. A new version replaces the one before.",
        ),
        "data",
    ),
    Term(
        "profile",
        Text(sv="Profil", en="Profile"),
        Text(
            sv="Säger hur en sorts fil läses: vad kolumner och koder betyder. En människa har bekräftat den, och det "
            "den inte nämner nekas.",
            en="Says how one kind of file is read: what columns and codes mean. A person has confirmed it, and what it "
            "does not name is refused.",
        ),
        "data",
    ),
    Term(
        "pseudonym",
        Text(sv="Pseudonym", en="Pseudonym"),
        Text(
            sv="Det en person heter i filerna i stället för namn och personnummer. Varje organisation har sina egna, "
            "så att de inte går att föra samman.",
            en="What a person is called in the files instead of a name and an identity number. Each organisation has "
            "its own, so that they cannot be matched.",
        ),
    ),
    Term(
        "quarantine",
        Text(sv="Karantän", en="Quarantine"),
        Text(
            sv="Där nekade rader ligger kvar i zonen, med skälen, tills de är rättade. De räknas inte.",
            en="Where refused rows lie in the zone, with the reasons, until they are mended. They are not counted.",
        ),
    ),
    Term(
        "check",
        Text(sv="Kontroll av en leverans", en="Check of a delivery"),
        Text(
            sv="Hela filen jämförs med tidigare leveranser. En varning stoppar filen tills någon skrivit varför den "
            "ändå är rätt; skälet sparas.",
            en="The whole file is compared with earlier deliveries. A warning stops it until somebody has written why "
            "it is right all the same; the reason is kept.",
        ),
    ),
    Term(
        "correction",
        Text(sv="Rättelse av ett känt fel", en="Correction of a known error"),
        Text(
            sv="Rättar ett fel varje gång filen läses in, tills källsystemet är rättat. Då slutar den gälla.",
            en="Mends an error each time the file is loaded, until the source system is mended. Then it expires.",
        ),
    ),
    Term(
        "bundle",
        Text(sv="Paket", en="Bundle"),
        Text(
            sv="Det enda som lämnar zonen: skyddade siffror, undertecknade av den som har godkänt dem.",
            en="All that leaves the zone: protected figures, signed by whoever approved them.",
        ),
    ),
    Term(
        "worklist",
        Text(sv="Arbetslista", en="Worklist"),
        Text(
            sv="Vad den egna personalen har kvar att göra, en rad per person eller plan. Den stannar i zonen.",
            en="What an organisation's own staff have left to do, a row per person or plan. It stays in the zone.",
        ),
    ),
)
