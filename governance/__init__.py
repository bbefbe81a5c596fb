"""What the committee has decided: the register and its rules."""
