"""Other people's formats, one module each: values of the core in, lines or rows out. They open nothing and judge nothing."""
