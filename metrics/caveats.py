"""What a measure cannot show, in words: one text for each name in the closed list of caveats."""

from __future__ import annotations

from metrics.indicator import Caveat
from metrics.problem import Text

CAVEATS: dict[Caveat, Text] = {
    "protected": Text(
        sv="Antalen är ändrade med högst tre för att ingen person ska kunna pekas ut, och antal under fem visas inte. "
        "Delar summerar därför inte till helheten, och en skillnad på sex eller mindre kan bero på skyddet.",
        en="Counts are changed by at most three so that no person can be singled out, and counts under five are not "
        "shown. Parts therefore do not add up to the whole, and a difference of six or less may come from the "
        "protection.",
    ),
    "protected_mean": Text(
        sv="Medelvärdet är avrundat och ändrat med högst så mycket som en enda person kan bidra med. Grupper med färre "
        "än tio personer visas inte.",
        en="The mean is rounded and changed by at most as much as one single person can add. Groups of fewer than ten "
        "persons are not shown.",
    ),
    "not_linked": Text(
        sv="Personer kopplas aldrig ihop mellan organisationerna. Måttet kan inte säga om det är samma personer på "
        "båda sidor.",
        en="Persons are never linked between the organisations. The measure cannot say whether they are the same "
        "persons on both sides.",
    ),
    "shared_by_own_record": Text(
        sv="Vem som är gemensam brukare bygger på vad den egna organisationen frågat om och antecknat. De båda "
        "organisationernas antal kan därför skilja sig.",
        en="Who is a shared user rests on what the organisation itself has asked and recorded. The two "
        "organisations' numbers may therefore differ.",
    ),
    "own_plans_only": Text(
        sv="Bara planer som den egna organisationen leder ingår. Planer som den andra leder finns i den andras siffra.",
        en="Only plans led by the organisation itself are included. Plans led by the other are in the other's figure.",
    ),
    "several_groups": Text(
        sv="En person kan höra till flera enheter och målgrupper. Grupperna kan därför inte läggas ihop.",
        en="A person may belong to several units and target groups. The groups can therefore not be added up.",
    ),
    "self_rated": Text(
        sv="Måttet visar personens egen bild. Personalens och anhörigas skattningar redovisas för sig och blandas "
        "aldrig in. Den som inte svarat syns inte.",
        en="The measure shows the person's own view. Ratings by staff and relatives are shown apart and never mixed "
        "in. Those who have not answered are not seen.",
    ),
    "latest_unit": Text(
        sv="En person räknas till den enhet som gjorde den senaste skattningen, även om andra enheter också ger stöd.",
        en="A person is counted at the unit that made the latest rating, even if other units give support too.",
    ),
    "rolling_year": Text(
        sv="Varje siffra bygger på de senaste tolv månaderna. Två perioder i rad delar därför uppgifter, och en "
        "förändring syns med fördröjning.",
        en="Each figure rests on the last twelve months. Consecutive periods therefore share data, and a change shows "
        "with a delay.",
    ),
    "registration": Text(
        sv="Bara det som är registrerat räknas. En låg siffra kan bero på att arbetet inte görs eller på att det inte "
        "registreras.",
        en="Only what is registered counts. A low figure may mean that the work is not done, or that it is not "
        "registered.",
    ),
    "open_until_closed": Text(
        sv="En plan eller ett uppdrag räknas som pågående tills någon avslutar det. Gamla som ingen avslutat höjer "
        "siffran.",
        en="A plan or an assignment counts as current until somebody closes it. Old ones that nobody has closed raise "
        "the figure.",
    ),
    "no_due_date": Text(
        sv="Planer utan bestämt uppföljningsdatum räknas som att de skulle ha följts upp 180 dagar efter mötet.",
        en="Plans without an agreed follow-up date count as due 180 days after the meeting.",
    ),
    "half_done_counts_half": Text(
        sv="En delvis genomförd insats räknas som en halv. Samma siffra kan betyda många halvgjorda insatser eller "
        "hälften helt genomförda.",
        en="A partly done intervention counts as a half. The same figure may mean many half-done interventions or half "
        "of them fully done.",
    ),
    "leader_invites": Text(
        sv="Försäkringskassan, Arbetsförmedlingen och Kriminalvården räknas hos den organisation som leder planen, "
        "eftersom den kallar. Om de uteblir beror det sällan på den ensam.",
        en="The social insurance agency, the employment service and the prison and probation service are counted with "
        "the organisation that leads the plan, since it invites. That they stay away is seldom its doing alone.",
    ),
    "maybe_already_planned": Text(
        sv="En ändring räknas även om den var planerad före mötet. Måttet visar inte vad planen själv ledde till.",
        en="A change counts even if it was planned before the meeting. The measure does not show what the plan itself "
        "led to.",
    ),
    "unrecorded_is_none": Text(
        sv="Den vars sysselsättning ingen antecknat räknas som utan. Anteckningen kan vara gammal.",
        en="Those whose occupation nobody has noted count as without. The note may be old.",
    ),
    "two_days_a_year_apart": Text(
        sv="Måttet jämför två dagar med ett år emellan. Byten däremellan syns inte om samma samordnare är tillbaka. "
        "Den som är ny som brukare ingår inte.",
        en="The measure compares two days a year apart. Changes in between are not seen if the same coordinator is "
        "back, and those who are new as users are not included.",
    ),
    "told_when_it_ends": Text(
        sv="En väntan på första kontakt räknas när den är över. Den som ännu väntar syns inte.",
        en="A wait for a first contact is counted when it is over. Those still waiting are not seen.",
    ),
    "nearer_zero_is_better": Text(
        sv="Närmare noll är bättre, åt båda håll. Därför sägs en förändring vara varken bra eller dålig.",
        en="Nearer zero is better, from both sides. A change is therefore called neither good nor bad.",
    ),
    "budget_by_month": Text(
        sv="Hur årets budget delas på månader avgör hur en enskild månad ser ut. Se på flera månader i rad.",
        en="How the year's budget is divided over months decides how one month looks. Look at several in a row.",
    ),
    "volume_not_quality": Text(
        sv="Måttet visar mängd eller pengar, inte om hjälpen är bra. Läs det alltid tillsammans med sitt partnermått.",
        en="The measure shows volume or money, not whether the help is good. Always read it with its partner measure.",
    ),
    "capped": Text(
        sv="Hur mycket en enda person kan bidra med har ett tak, så att enstaka höga värden inte styr medelvärdet.",
        en="What one single person can add has a ceiling, so that a few high values do not steer the mean.",
    ),
    "current_prices": Text(
        sv="Kronor i löpande priser. En del av en ökning är vanlig pris- och löneökning.",
        en="Swedish kronor in current prices. Part of an increase is ordinary growth of prices and wages.",
    ),
    "ledgers_differ": Text(
        sv="De två ekonomisystemen fördelar gemensamma kostnader, till exempel lokaler och ledning, på olika sätt.",
        en="The two ledgers allocate common costs, such as premises and management, in different ways.",
    ),
    "answers_only": Text(
        sv="Bara de som svarat syns. Läs alltid resultatet ihop med hur många som svarade av dem som tillfrågades; "
        "under tio svar visas det inte.",
        en="Only those who answered are seen. Always read the result with how many answered of those asked; under ten "
        "answers it is not shown.",
    ),
    "trained_staff_only": Text(
        sv="Uppgifterna har ingen lista över personalen. Den som inte deltagit i någon utbildning alls på tolv månader "
        "räknas därför inte med, vilket gör siffran högre än den är.",
        en="The data hold no list of the staff. Those who took part in no training at all in twelve months are "
        "therefore not counted, which makes the figure higher than it is.",
    ),
    "as_written_down": Text(
        sv="Siffran visar vad registret säger. Det som gjorts men inte skrivits in syns inte.",
        en="The figure shows what the register says. What was done but never written down is not seen.",
    ),
    "one_committee": Text(
        sv="Det är en och samma styrgrupp. Båda organisationernas siffra är därför alltid lika.",
        en="There is one committee. Both organisations' figures are therefore always the same.",
    ),
}
