"""What the commands of `samsyn` share: how they speak, fail and show that they are working."""
