alter table access_look
    add column taken_as text,
    add constraint look_taken_as_is_known check (taken_as in ('csv', 'xlsx'));
comment on column access_look.taken_as is 'The list was taken away as a file of this format; null: it was shown.';
