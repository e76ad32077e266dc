"""The command line: one file per command. stdout carries data, stderr messages; the explorer is imported late."""
