"""The store: SQLite, built from a judged dossier (`build`), asked by `store` through the shapes of `queries`."""
