package no.kompetansebro.lti.spi;

/** Whoever takes checked launches: knows the pages, and who may come in. */
public interface LaunchReceiver {

    /** Whether a target link may lead to the path; compared exactly, so it opens no other path. */
    boolean offers(String path);

    /** Decides about a launch. Runs outside any transaction, once for each launch. */
    Reception receive(Launch launch);
}
