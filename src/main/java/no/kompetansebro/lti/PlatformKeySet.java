package no.kompetansebro.lti;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a platform's key set over HTTP: short time limits, no redirects, at most 1 MB, whatever the content type says.
 * The address is one that an operator registered by file, so http and private networks are allowed.
 */
final class PlatformKeySet implements JWKSetSource<SecurityContext> {

    private static final int LARGEST = 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final HttpRequest request;
    private volatile boolean read;

    PlatformKeySet(URI uri) {
        this.request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        JWKSet usable = UsableKeys.of(body());
        if (usable.isEmpty()) {
            throw new JWKSetUnavailableException("The key set has no usable key");
        }
        read = true;
        return usable;
    }

    /** Whether it was ever read with success. */
    boolean wasRead() {
        return read;
    }

    private byte[] body() throws JWKSetUnavailableException {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (response.statusCode() != 200) {
                throw new JWKSetUnavailableException("The key set's address answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new JWKSetUnavailableException("The key set could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("The key set could not be read", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
