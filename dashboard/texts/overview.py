"""What the overview says of the committee's own work, in both languages side by side."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

NEXT_MEETING: Final = Text(sv="Nästa möte", en="Next meeting")
MEETING: Final = Text(sv="{day} kl. {at}", en="{day} at {at}")
AGENDA: Final = Text(sv="{n} punkter på dagordningen", en="{n} items on the agenda")
AGENDA_NONE: Final = Text(sv="Dagordningen är inte satt: se förslagen.", en="The agenda is not set: see the proposals.")
NO_MEETING: Final = Text(sv="Inget möte är planerat.", en="No meeting is planned.")
TO_MEETINGS: Final = Text(sv="Planera ett möte", en="Plan a meeting")
LATE: Final = Text(sv="Försenat", en="Late")
LATE_NONE: Final = Text(sv="Inget. Allt som skulle vara gjort är gjort.", en="Nothing. All that was due is done.")
ACCOUNT_LATE: Final = Text(
    sv="Skulle ha redovisat {decision} senast {day}.", en="Was to account for {decision} by {day}."
)
ENDS: Final = Text(sv="Går ut", en="Running out")
ENDS_NONE: Final = Text(
    sv="Inget avtal och inga tillfälliga medel går ut inom ett halvår.",
    en="No agreement or temporary funding runs out within half a year.",
)
ENDS_ON: Final = Text(sv="Går ut {day}.", en="Runs out on {day}.")
ENDED_ON: Final = Text(sv="Gick ut {day} och har inte ersatts.", en="Ran out on {day} and has not been replaced.")
NEVER_REVIEWED: Final = Text(
    sv="Mål utan dag för översyn, enligt {decisions}.", en="Targets without a day of review, by {decisions}."
)
THE_MEETING: Final = Text(sv="Mötet {day}", en="The meeting of {day}")
THE_CONSULTATION: Final = Text(sv="Samråd med {body} om ”{agreement}”", en="Consultation with {body} on “{agreement}”")
THE_CLAUSE: Final = Text(sv="Punkt {n} i ”{agreement}”", en="Clause {n} of “{agreement}”")
THE_UNIT_CHANGE: Final = Text(sv="Ändring av {unit} {day}", en="Change of {unit} on {day}")
THE_GAP: Final = Text(sv="Lucka i genomgången av {year}: {gap}", en="Gap in the review of {year}: {gap}")
THE_TARGET: Final = Text(sv="Mål för {measure}, {who}", en="Target for {measure}, {who}")
SEE_TO: Final = Text(sv="Att se till", en="To see to")
SEE_TO_NONE: Final = Text(sv="Inget. Registrets regler är uppfyllda.", en="Nothing. The register keeps its rules.")
MORE_LIKE_IT: Final = Text(sv="{n} till av samma slag.", en="{n} more of the same kind.")
ATTENTION: Final = Text(sv="Det vi talar om, bredvid signalerna", en="What we talk about, beside the signals")
ATTENTION_FILE: Final = Text(sv="det_vi_talar_om", en="what_we_talk_about")
ATTENTION_YEAR: Final = Text(
    sv="De tolv månader som slutade med mötet {day}.", en="The twelve months that ended with the meeting of {day}."
)
ATTENTION_CAPTION: Final = Text(
    sv="Perspektivens andel av ärenden och beslut, och av signalerna",
    en="Each perspective's share of items and decisions, and of the signals",
)
PERSPECTIVE: Final = Text(sv="Perspektiv", en="Perspective")
TALK: Final = Text(sv="Ärenden och beslut", en="Items and decisions")
SIGNALS: Final = Text(sv="Signaler", en="Signals")
OF: Final = Text(sv="{signals} av {figures}", en="{signals} of {figures}")
DATA: Final = Text(sv="Uppgifterna", en="The data")
