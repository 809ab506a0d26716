package no.kompetansebro.demo;

/** What the demo is called. */
public final class Demo {

    /** The profile without which nothing of this module is active. */
    public static final String PROFILE = "demo";

    private Demo() {}
}
