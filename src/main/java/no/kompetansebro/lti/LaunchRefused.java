package no.kompetansebro.lti;

/** A login or a launch broke a rule. Carries nothing from outside, so that it can be logged. */
final class LaunchRefused extends RuntimeException {

    private final Refusal refusal;

    LaunchRefused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
