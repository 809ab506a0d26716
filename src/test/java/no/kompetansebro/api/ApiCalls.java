package no.kompetansebro.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST API over HTTP, as other systems do. All API tests share this one application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kompetansebro.database.directory=temporary",
            "kompetansebro.imports.max-file-size=8MB",
            "KOMPETANSEBRO_BOOTSTRAP_API_TOKEN=" + ApiCalls.BOOTSTRAP,
            "KOMPETANSEBRO_BOOTSTRAP_EMPLOYER=fjordvik"
        })
abstract class ApiCalls {

    static final String BOOTSTRAP = "bootstrap-token-of-fjordvik-0123456789";
    static final String ISSUER = "https://issuer.example";
    static final RSAKey KEY = key();

    private static final HttpServer KEYS = serve(new JWKSet(KEY.toPublicJWK()).toString());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @DynamicPropertySource
    static void issuers(DynamicPropertyRegistry registry) {
        String jwks = "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/jwks";
        registry.add("kompetansebro.api.issuers[0].issuer", () -> ISSUER);
        registry.add("kompetansebro.api.issuers[0].jwks-uri", () -> jwks);
        registry.add("kompetansebro.api.issuers[0].audience", () -> "kompetansebro");
        registry.add("kompetansebro.api.issuers[0].employer-claim", () -> "consumer.ID");
        registry.add("kompetansebro.api.issuers[0].employers[0192:987654321]", () -> "fjordvik");
    }

    /** The answer to the request, made with the bearer token. */
    Answer call(String token, UnaryOperator<HttpRequest.Builder> request) {
        return call(request.apply(HttpRequest.newBuilder()).header("Authorization", "Bearer " + token));
    }

    Answer call(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()), json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String token, String path) {
        return call(token, request -> request.uri(uri(path)));
    }

    Answer postCsv(String token, String path, String csv) {
        return call(
                token,
                request -> request.uri(uri(path))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    /** What came back. */
    record Answer(HttpResponse<String> http, JsonMapper json) {

        int status() {
            return http.statusCode();
        }

        String contentType() {
            return http.headers().firstValue("Content-Type").orElse("");
        }

        JsonNode body() {
            return json.readTree(http.body());
        }

        String code() {
            return body().path("code").asString();
        }
    }

    /** A JWT of the issuer for Fjordvik, valid for five minutes, after the changes. */
    static String jwt(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> changes) {
        var claims = changes.apply(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("kompetansebro")
                .claim("scope", "coverage:read other:scope")
                .claim("consumer", Map.of("ID", "0192:987654321"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300))));
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("fjord").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve(String body) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
