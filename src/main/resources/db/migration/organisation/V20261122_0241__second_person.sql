alter table access_grant
    add column waits        boolean not null default false,
    add column confirmed_by text,
    add column confirmed_at timestamptz;
comment on column access_grant.waits is 'Proposed by somebody who is an administrator only by an LMS''s word: holds once an administrator appointed here has confirmed it.';
