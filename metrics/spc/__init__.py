"""Statistical process control: limits, the rules for a special cause, and the icons they give."""

from metrics.spc.attribute_charts import laney_p, laney_u, p_chart, u_chart
from metrics.spc.control_chart import ControlChart
from metrics.spc.icons import Assurance, PointType, Variation
from metrics.spc.individuals import xmr
from metrics.spc.limits import ENOUGH, SETTLED, Limits
from metrics.spc.rare_events import g_chart, t_chart
from metrics.spc.rules import SpecialCause
from metrics.spc.run_chart import RunChart, run_chart

__all__ = [
    "ENOUGH",
    "SETTLED",
    "Assurance",
    "ControlChart",
    "Limits",
    "PointType",
    "RunChart",
    "SpecialCause",
    "Variation",
    "g_chart",
    "laney_p",
    "laney_u",
    "p_chart",
    "run_chart",
    "t_chart",
    "u_chart",
    "xmr",
]
