"""What is seen and entered: pages that show protected cells and the register, and nothing else."""
