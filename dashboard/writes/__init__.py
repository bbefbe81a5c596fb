"""What each form of the pages writes in the register, one subject a file; `dashboard.register_desk` hands forms out."""
