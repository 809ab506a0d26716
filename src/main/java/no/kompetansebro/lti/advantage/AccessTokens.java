package no.kompetansebro.lti.advantage;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.lti.key.Signer;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens of platforms, kept in memory for each deployment and set of scopes until shortly before they expire.
 * However many ask at once, one asks the platform.
 */
@Component
class AccessTokens {

    private final Outbound outbound;
    private final Signer signer;
    private final Clock clock;
    private final Map<Key, AccessToken> kept = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<TokenReply>> underWay = new ConcurrentHashMap<>();

    AccessTokens(Outbound outbound, Signer signer, Clock clock) {
        this.outbound = outbound;
        this.signer = signer;
        this.clock = clock;
    }

    /** A token with all of the scopes, the kept one or a new one. */
    TokenReply find(Deployment deployment, Registration registration, Set<String> scopes) {
        Key key = new Key(deployment, registration, new TreeSet<>(scopes));
        CompletableFuture<TokenReply> mine = new CompletableFuture<>();
        CompletableFuture<TokenReply> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return others.join();
        }
        try {
            TokenReply reply = keptOrNew(key);
            mine.complete(reply);
            return reply;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key, mine);
        }
    }

    /** A new token, whatever is kept. */
    TokenReply fresh(Deployment deployment, Registration registration, Set<String> scopes) {
        return asked(new Key(deployment, registration, new TreeSet<>(scopes)));
    }

    /** Forgets a token that a service did not take. */
    void forget(AccessToken token) {
        kept.values().remove(token);
    }

    private TokenReply keptOrNew(Key key) {
        @Nullable AccessToken token = kept.get(key);
        return token != null && token.isUsable(clock.instant()) ? new TokenReply.Granted(token) : asked(key);
    }

    private TokenReply asked(Key key) {
        TokenRequest request =
                new TokenRequest(key.registration(), key.deployment().id(), key.scopes());
        Reply reply = outbound.send(
                request.call(signer, clock.instant()), key.registration().reach(), Limits.DOCUMENT);
        return switch (reply) {
            case Reply.NoAnswer(var cause) -> new TokenReply.NotReached(cause);
            case Reply.Answer answer -> {
                TokenReply read = new TokenAnswer(answer).read(key.scopes(), clock.instant());
                keep(key, read);
                yield read;
            }
        };
    }

    private void keep(Key key, TokenReply reply) {
        kept.values().removeIf(token -> !token.isUsable(clock.instant()));
        if (reply instanceof TokenReply.Granted(AccessToken token)) {
            kept.put(key, token);
        }
    }

    private record Key(Deployment deployment, Registration registration, SortedSet<String> scopes) {}
}
