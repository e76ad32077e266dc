"""The store: SQLite, filled by `build`, asked by `store`. What a filter keeps is a set of event numbers (`counting` leaves them,
`postings` reads them, `queries` joins them)."""
