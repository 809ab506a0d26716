package no.kompetansebro.demo.lms;

/** A person on the start page to choose. */
record Choice(String id, String name) {

    static Choice of(Account account) {
        return new Choice(account.id(), account.name());
    }
}
