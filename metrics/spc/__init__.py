"""Statistical process control: limits, the rules for a special cause, and the icons they give."""

from metrics.spc.icons import Assurance, PointType, Variation
from metrics.spc.individuals import Xmr, xmr
from metrics.spc.limits import ENOUGH, SETTLED, Limits
from metrics.spc.rules import SpecialCause

__all__ = ["ENOUGH", "SETTLED", "Assurance", "Limits", "PointType", "SpecialCause", "Variation", "Xmr", "xmr"]
