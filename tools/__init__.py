"""Tools of the repository. Nothing at run time imports them."""
