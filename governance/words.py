"""The register's words for what it holds: kinds, fields, organisations, and how an entry is called."""

from __future__ import annotations

from dataclasses import fields

from governance.entries import (
    KINDS,
    AgendaItem,
    Alignment,
    Amendment,
    Attendance,
    CostSplit,
    Entry,
    FollowUp,
    PriceLevel,
    Recalculation,
    Seat,
    Target,
    Unit,
    UnitCostSplit,
    id_of,
)
from metrics.problem import Text

_NAMES = """
bodies          Organisation            Body
seats           Plats                   Seat
terms           Mandatperiod            Term
units           Enhet                   Unit
meetings        Möte                    Meeting
attendance      Närvaro                 Attendance
agenda_items    Punkt                   Item
item_minutes    Protokoll för punkt     Minutes of item
minutes         Protokoll för           Minutes of
amendments      Ändringsyrkande         Amendment
approvals       Justering               Approval
decisions       Beslut                  Decision
follow_ups      Uppföljning av beslut   Follow-up of decision
actions         Åtgärd                  Action
action_updates  Lägesrapport            Update
targets         Mål                     Target
recalculations  Nya gränser             New limits
cost_splits     Kostnadsfördelning      Cost split
unit_cost_splits  Kostnadsfördelning för enhet  Cost split of unit
price_levels    Prisindex               Price index
unit_changes    Ändring av enhet        Change of unit
confirmations   Bekräftelse             Confirmation
agreements      Avtal                   Agreement
revisions       Revidering av avtal     Revision of agreement
clauses         Avtalspunkt             Clause
consultations   Samråd                  Consultation
undertakings    Åtagande                Undertaking
cycles          Förbättringscykel       Improvement cycle
evaluations     Utvärdering             Evaluation
target_groups   Målgrupp                Target group
annual_reviews  Årsgenomgång            Annual review
gaps            Lucka                   Gap
voices          Föreningens ord         Association's words
proposals       Förslag                 Proposal
review_steps    Steg i årsgenomgång     Step of annual review
conclusions     Slutsats av årsgenomgång  Conclusion of annual review
risks           Risk                    Risk
alignments      Samordnat arbetssätt    Alignment
words           Begrepp                 Word
yearly          Punkt i årshjulet       Item of the year's round
events          Händelse                Event
milestones      Milstolpe               Milestone
"""


def _table(lines: str) -> dict[str, Text]:
    """Name, Swedish and English, with two spaces or more between."""
    rows = ([part.strip() for part in line.split("  ") if part.strip()] for line in lines.strip().splitlines())
    return {name: Text(sv=sv, en=en) for name, sv, en in rows}


NAMES: dict[type[Entry], Text] = {KINDS[name]: text for name, text in _table(_NAMES).items()}
"""What one entry of each kind is called, before its id."""

FIELDS = _table("""
id              Beteckningen            The id
title           Rubriken                The title
text            Texten                  The text
reason          Skälet                  The reason
name            Namnet                  The name
source          Källan                  The source
indicator_id    Måttet                  The measure
decision_id     Beslutet                The decision
holder          Innehavaren             The holder
conclusion      Det punkten kom fram till  What the item came to
plan            Planen                  The plan
finding         Iakttagelsen            The finding
word            Begreppet               The word
region          Regionens betydelse     The region's meaning
municipality    Kommunens betydelse     The municipality's meaning
meeting_id      Mötet                   The meeting
item_id         Punkten                 The item
seat_id         Platsen                 The seat
action_id       Åtgärden                The action
review_id       Årsgenomgången          The annual review
gap_id          Luckan                  The gap
release_id      Frisläppningen          The release
held_on         Mötesdagen              The day of the meeting
starts_at       Klockslaget             The time it begins
minutes         Tiden i minuter         The time in minutes
place           Lokalen                 The place
called_by       Den som kallar          Who calls
position        Ordningen               The order
perspective     Perspektivet            The perspective
presenter       Föredraganden           The presenter
why             Varför                  Why
about           Det punkten gäller      What the item is about
background      Bakgrunden              The background
discussion      Diskussionen            The discussion
views           Synpunkterna            The views
edition         Utgåvan                 The edition
circulated_on   Utskickat den           Circulated on
locked_on       Låst den                Locked on
sha256          Kontrollsumman          The checksum
proposed_on     Begärd den              Asked for on
part            Delen av protokollet    The part of the minutes
approved_on     Justerat den            Approved on
answer          Svaret                  The answer
decided_on      Beslutat den            Decided on
consequence_region        Betyder för regionen   Means for the region
consequence_municipality  Betyder för kommunen   Means for the municipality
consequence_users         Betyder för brukarna   Means for the service users
mandate_region            Regionens mandat       The region's mandate
mandate_municipality      Kommunens mandat       The municipality's mandate
consensus       Enigheten               The consensus
other_views     Andra uppfattningar     Other views
evidence        Underlaget              The evidence
alternatives    Alternativen            The alternatives
due_on          Senast den              Due on
co_owner        Den andra ansvariga     The other owner
expects_indicator  Måttet som väntas röra sig  The measure expected to move
expects_direction  Det väntade hållet   The direction expected
expects_on      Prövas den              To be tested on
links           Länkarna                The links
year            Året                    The year
base_year       Basåret                 The base year
published_on    Publicerat den          Published on
confirmed_on    Bekräftat den           Confirmed on
note            Anmärkningen            The note
raised          Det som lyfts           What is raised
revised_on      Reviderat den           Revised on
domain          Området                 The domain
group           Målgruppen              The target group
said_on         Sagt den                Said on
step            Steget                  The step
month           Månaden                 The month
from_year       Första året             The first year
to_year         Sista året              The last year
lane            Nivån                   The level
theme           Temat                   The theme
actor           Aktören                 The actor
target_group    Målgruppen              The target group
responds_to     Det som den svarar på   What it responds to
owner           Den ansvariga           The owner
period          Perioden                The period
against         Jämförelseåret          The year compared with
groups          Målgrupperna            The target groups
service         Insatsen                The service
done_on         Klart den               Done on
concluded_on    Avslutad den            Finished on
value           Värdet                  The value
end_value       Slutvärdet              The end value
from_on         Första dagen            The first day
to_on           Sista dagen             The last day
region_share    Regionens del           The region's part
recorded_on     Redovisat den           Given on
outcome         Vad det blev            What came of it
do              Det som gjordes         What was done
study           Det som sågs            What was seen
act             Det som händer sedan    What happens now
before          Måttet före             The measure before
after           Måttet efter            The measure after
started_on      Började den             Began on
closed_on       Avslutad den            Closed on
response        Styrgruppens svar       The committee's response
responded_on    Besvarad den            Answered on
gap             Luckan                  The gap
identified_on   Uppmärksammad den       Seen on
included_on     Ingår från              Included from
kind            Slaget                  The kind
on              Dagen                   The day
organisation    Organisationen          The organisation
indicators      Måtten                  The measures
units           Enheterna               The units
amount_sek      Beloppet                The amount
agreement_id    Avtalet                 The agreement
unit_id         Enheten                 The unit
severity        Allvaret                The severity
review_on       Ses över den            To be reviewed on
status          Läget                   The status
region_leader   Ledaren från regionen   The leader from the region
municipality_leader  Ledaren från kommunen  The leader from the municipality
opened_on       Öppnade den             Opened on
into            Enheterna den blev      The units it became
together        Betydelsen tillsammans  The meaning together
number          Numret                  The number
body_id         Föreningen              The association
asked_on        Tillfrågad den          Asked on
answered_on     Svarade den             Answered on
view            Svaret                  The answer
parties         Parterna                The parties
supersedes      Det som ersätts         What is superseded
party           Parten                  The party
deputy_for      Ersätter                Deputy for
chairs          Uppdraget               The office
""")
"""What each field is called: where it must be filled in, and where its changes are told."""
OWN: dict[tuple[type[Entry], str], Text] = {
    (Alignment, "region"): Text(sv="Läget hos regionen", en="The region's status"),
    (Alignment, "municipality"): Text(sv="Läget hos kommunen", en="The municipality's status"),
    (Amendment, "text"): Text(sv="Den önskade skrivningen", en="The wording wished for"),
    (AgendaItem, "source"): Text(sv="Varifrån punkten kom", en="Where the item came from"),
    (Attendance, "status"): Text(sv="Närvaron", en="The attendance"),
    (Seat, "body_id"): Text(sv="Organisationen eller föreningen", en="The organisation or association"),
    (Unit, "closed_on"): Text(sv="Stängde den", en="Closed on"),
    (Unit, "owner"): Text(sv="Vem som driver den", en="Who runs it"),
}
"""What a field is called in a kind that means something of its own by it."""

STEPS = _table("""
needs           behoven                 needs
services        insatser och kostnader  services and costs
gaps            luckor                  gaps
associations    föreningarnas ord       the associations' words
proposals       förslag                 proposals
decisions       beslut                  decisions
""")
"""The steps of an annual review, inside a sentence."""

ORGANISATIONS = {
    "region": Text(sv="regionen", en="the region"),
    "municipality": Text(sv="kommunen", en="the municipality"),
    "association": Text(sv="föreningarna", en="the associations"),
    "joint": Text(sv="båda", en="both"),
}


def field_name(kind: type[Entry], name: str) -> Text:
    """What a field of a kind is called; its own name where it has no other."""
    return OWN.get((kind, name)) or FIELDS.get(name, Text(sv=f"Fältet {name}", en=f"The field {name}"))


def called(entry: Entry) -> Text:
    """The entry as the user knows it.

    >>> from datetime import date
    >>> called(CostSplit(from_on=date(2021, 1, 1), region_share=0.6, decision_id="B-1")).en
    'Cost split from 1 January 2021'
    """
    name = NAMES[type(entry)]
    match entry:
        case Target() | Recalculation():
            who = ORGANISATIONS[entry.organisation]
            said = Text(sv="{name} för {of}, {who}, från {day}", en="{name} for {of}, {who}, from {day}")
            return said.format(name=name, of=entry.indicator_id, who=who, day=entry.from_on)
        case CostSplit():
            return Text(sv="{name} från {day}", en="{name} from {day}").format(name=name, day=entry.from_on)
        case UnitCostSplit():
            said = Text(sv="{name} {unit} från {day}", en="{name} {unit} from {day}")
            return said.format(name=name, unit=entry.unit_id, day=entry.from_on)
        case FollowUp():
            said = Text(sv="{name} {of}, {who}, senast {day}", en="{name} {of}, {who}, by {day}")
            who = ORGANISATIONS[entry.organisation]
            return said.format(name=name, of=entry.decision_id, who=who, day=entry.due_on)
        case PriceLevel():
            return Text(sv=f"{name.sv} för {entry.year}", en=f"{name.en} of {entry.year}")
    return Text(sv=f"{name.sv} {id_of(entry)}", en=f"{name.en} {id_of(entry)}")


def has(entry: Entry | type[Entry], name: str) -> bool:
    """Whether the kind has a field of this name."""
    return any(field.name == name for field in fields(entry))
