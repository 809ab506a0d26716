package no.kompetansebro.training.assigning;

/** What became of assigning something, or changing it. */
public sealed interface Outcome {

    /** It is as wished. */
    record Done(AssignmentId id) implements Outcome {}

    /** The viewer may not do it; that it was tried is kept. */
    record Refused() implements Outcome {}

    /** Somebody else has changed it since it was looked at; nothing was changed. */
    record Overtaken() implements Outcome {}

    /** There is no such assignment, or what it names is not in the catalogue any more. */
    record Unknown() implements Outcome {}
}
