package no.kompetansebro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import no.kompetansebro.lti.spi.Registration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A platform on a port of its own: publishes keys, signs what it is told to, and counts who reads its key set. */
public final class TestPlatform implements AutoCloseable {

    public static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    public static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    public static final RSAKey KEY = key("platform-key-1", 2048);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> USED_PORTS = ConcurrentHashMap.newKeySet();

    public final AtomicInteger keySetReads = new AtomicInteger();
    public volatile int keySetStatus = 200;
    public volatile @Nullable String keySetType = "application/json";
    public volatile String keySet = "{\"keys\":[" + KEY.toPublicJWK().toJSONString() + "]}";

    private final HttpServer server;

    public TestPlatform() {
        server = onANewPort();
        server.createContext("/jwks", this::answerKeySet);
        server.start();
    }

    /** The system gives a port again once it is free; to the tool, which remembers, that would be the platform of before. */
    private static HttpServer onANewPort() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            if (USED_PORTS.add(server.getAddress().getPort())) {
                return server;
            }
            HttpServer another = onANewPort();
            server.stop(0);
            return another;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answerKeySet(HttpExchange exchange) throws IOException {
        keySetReads.incrementAndGet();
        byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
        if (keySetType != null) {
            exchange.getResponseHeaders().set("Content-Type", keySetType);
        }
        if (keySetStatus / 100 == 3) {
            exchange.getResponseHeaders().set("Location", issuer() + "/jwks");
        }
        exchange.sendResponseHeaders(keySetStatus, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Serves a page that is made from the address it is asked by. */
    public void page(String path, Function<URI, String> html) {
        server.createContext(path, exchange -> {
            byte[] body = html.apply(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public Registration registration(String clientId, String... deployments) {
        return new Registration(
                issuer(),
                clientId,
                Set.of(deployments),
                URI.create(issuer() + "/auth"),
                URI.create(issuer() + "/token"),
                URI.create(issuer() + "/jwks"),
                true);
    }

    /** The claims of a good launch of the client's deployment "1", of a learner without any name. */
    public Map<String, Object> claims(String clientId, String nonce, String targetLink) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", clientId);
        claims.put("sub", "user-" + UUID.randomUUID());
        claims.put("iat", now);
        claims.put("exp", now + 60);
        claims.put("nonce", nonce);
        claims.put(CLAIM + "version", "1.3.0");
        claims.put(CLAIM + "message_type", "LtiResourceLinkRequest");
        claims.put(CLAIM + "deployment_id", "1");
        claims.put(CLAIM + "target_link_uri", targetLink);
        claims.put(CLAIM + "resource_link", Map.of("id", "link-1", "title", "Kompetanse"));
        claims.put(CLAIM + "roles", List.of(MEMBERSHIP + "Learner"));
        return claims;
    }

    public String sign(Map<String, Object> claims) {
        return sign(Map.of("typ", "JWT", "alg", "RS256", "kid", KEY.getKeyID()), claims, KEY);
    }

    public static String sign(Map<String, Object> header, Map<String, Object> claims, RSAKey key) {
        return signText(JSON.writeValueAsString(header), JSON.writeValueAsString(claims), key);
    }

    public static String signText(String header, String payload, RSAKey key) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        return input + "." + Base64URL.encode(signature(input, key));
    }

    private static byte[] signature(String input, RSAKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey key(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public void publish(String... keys) {
        keySet = "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
