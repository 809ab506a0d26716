alter table account_link
    add column without_rights boolean not null default false,
    add column dismissed_id   uuid;
comment on column account_link.without_rights is 'Confirmed by somebody who is an administrator only by the LMS''s word: gives the own page, and no leader''s, HR''s or administrator''s right until an appointed administrator confirms it too.';
comment on column account_link.suggested_id is 'Whom the administrator might mean; of a confirmed link: whom the LMS says now that the account is.';
comment on column account_link.dismissed_id is 'A suggestion about a confirmed link that an administrator has looked at and dropped.';

alter table account_link_decision
    add column basis  text,
    add column reason text;
comment on column account_link_decision.basis is 'What of the account fitted the employee when it was decided: idnumber, username, email, name, by comma.';
comment on column account_link_decision.reason is 'Why, in the words of who decided.';
