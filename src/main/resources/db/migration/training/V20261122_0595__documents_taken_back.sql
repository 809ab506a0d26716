grant delete on claim_document to ${app_role};
comment on table claim_document is 'The file that a certificate was handed in with, checked and without metadata (ADR 10). Read on its own, never with lists. Never changed; deleted when the employee takes the claim back before anybody has decided.';
