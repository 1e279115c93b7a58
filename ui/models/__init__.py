"""Items of a record as rows and columns of tables, and what is offered in them as one types."""
