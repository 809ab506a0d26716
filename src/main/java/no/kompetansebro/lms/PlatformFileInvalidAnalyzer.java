package no.kompetansebro.lms;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with a platform file in one line in place of a stack trace. */
class PlatformFileInvalidAnalyzer extends AbstractFailureAnalyzer<PlatformFileInvalid> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlatformFileInvalid cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the file, or take it out of the folder, and start again.", cause);
    }
}
