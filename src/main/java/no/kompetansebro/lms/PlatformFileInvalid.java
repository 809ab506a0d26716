package no.kompetansebro.lms;

/** A platform file does not say what it has to; the message is one line that names the file and the key. */
final class PlatformFileInvalid extends RuntimeException {

    PlatformFileInvalid(String problem) {
        super(problem);
    }
}
