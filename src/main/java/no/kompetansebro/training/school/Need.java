package no.kompetansebro.training.school;

/** How great a leader's need for a module is. */
public enum Need {
    NONE,
    SOME,
    GREAT;

    /** Whether there is any. */
    public boolean isFelt() {
        return this != NONE;
    }
}
