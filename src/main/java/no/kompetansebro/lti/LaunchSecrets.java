package no.kompetansebro.lti;

/**
 * What an attempt is told apart by, each a secret of its own.
 *
 * @param binding what the browser's cookie holds
 * @param storage what the platform's storage holds; scripts can read it, so it is not the cookie's
 */
record LaunchSecrets(Secret state, Secret nonce, Secret binding, Secret storage) {

    static LaunchSecrets random() {
        return new LaunchSecrets(Secret.random(), Secret.random(), Secret.random(), Secret.random());
    }
}
