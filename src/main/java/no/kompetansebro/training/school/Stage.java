package no.kompetansebro.training.school;

/** Who speaks in an assessment. */
enum Stage {
    SELF,
    AGREED
}
