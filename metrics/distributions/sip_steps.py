"""The agreed way of a plan, step by step: how many of those that should take a step did."""

from metrics.distribution import Distribution
from metrics.populations import pathway
from metrics.problem import Text

DISTRIBUTION = Distribution(
    id="sip_steps",
    name=Text(sv="Planens väg, steg för steg", en="The way of a plan, step by step"),
    counted_text=Text(
        sv="Planer vars möte hölls under året och som skulle ta steget; de av dem som tog det.",
        en="Plans whose meeting was held in the year and that should take the step; those of them that did.",
    ),
    source="sip_plans",
    rows=pathway.steps,
    categories={
        "prepared": Text(sv="förberedd med brukaren", en="prepared with the user"),
        "user_present": Text(sv="brukaren var med", en="the user was present"),
        "user_heard": Text(sv="brukarens önskan antecknad", en="the user's wish recorded"),
        "agencies_present": Text(sv="alla berörda aktörer var med", en="all agencies needed were present"),
        "mandate": Text(sv="mandat att besluta fanns", en="mandate to decide was there"),
        "needs_stated": Text(sv="insatser som behövs angivna", en="what is needed is stated"),
        "own_part": Text(sv="vad region och kommun ska göra", en="what the region and the municipality do"),
        "others_part": Text(
            sv="vad andra ska göra: någon av dem var med", en="what others do: one of them was present"
        ),
        "responsible_named": Text(sv="ansvarig för helheten utsedd", en="responsible for the whole named"),
        "followed_up_in_time": Text(sv="uppföljd i tid", en="followed up in time"),
        "carried_out": Text(sv="det överenskomna gjort", en="what was agreed carried out"),
        "changed": Text(sv="hjälpen ändrad", en="the help changed"),
    },
    counted="things",
    of="category",
    grain="year",
    disclosure="process",
)
