"""Papers of every kind: templates that operators edit, the facts they show, the blocks they become."""
