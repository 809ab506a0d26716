package no.kompetansebro.shared;

import java.util.Optional;

/**
 * The employer that the current work is done for. Every transaction begun inside is bound to it (row-level security);
 * outside any scope a transaction sees no employer's rows.
 */
public final class EmployerScope {

    private static final ScopedValue<EmployerId> CURRENT = ScopedValue.newInstance();

    private EmployerScope() {}

    /** Does the work for the employer and returns what it returns; exceptions pass through unchanged. */
    public static <T, X extends Throwable> T in(EmployerId employer, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, employer).call(work);
    }

    /** The employer of the current work; empty outside any scope. */
    public static Optional<EmployerId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The employer of the current work. Throws {@link IllegalStateException} outside any scope: a broken promise. */
    public static EmployerId required() {
        return current().orElseThrow(() -> new IllegalStateException("No employer is in scope"));
    }
}
