package no.kompetansebro.training.reminders;

/** Whose letter it is: a person's about themselves, or a leader's about a unit. */
enum LetterKind {
    PERSON,
    LEADER
}
