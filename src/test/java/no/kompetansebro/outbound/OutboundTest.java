package no.kompetansebro.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls may go, and what they take back (SVC-09, SVC-10, ATK-020 to ATK-023, ATK-102, ATK-107). */
class OutboundTest {

    private static final Limits SHORT = new Limits(Duration.ofMillis(700), 1000);
    private static final char[] PASSWORD = "password".toCharArray();

    private final WireMockServer lms =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final Outbound outbound = new Outbound();

    @BeforeEach
    void start() {
        lms.start();
        lms.stubFor(any(anyUrl()).willReturn(aResponse().withBody("hello").withHeader("Content-Type", "text/html")));
    }

    @AfterEach
    void stop() {
        outbound.close();
        lms.stop();
    }

    private static Call call(String address) {
        return Call.get(URI.create(address), "application/json");
    }

    private Reply send(String address, Reach reach) {
        return outbound.send(call(address), reach, SHORT);
    }

    private Reply send() {
        return send(lms.baseUrl() + "/x", Reach.PRIVATE_TOO);
    }

    private static void assertCause(Reply reply, Cause cause) {
        assertThat(reply).isEqualTo(new Reply.NoAnswer(cause));
    }

    private static String text(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answer.class);
        return ((Reply.Answer) reply).text();
    }

    private static Destination.Names names(String... addresses) {
        return _ -> List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static Outbound resolving(Destination.Names names) {
        return new Outbound(names, SSLContexts.createDefault());
    }

    @Test
    void callsAPrivateAddressWhereThatIsAllowed() {
        assertThat(text(send())).isEqualTo("hello");
        lms.verify(getRequestedFor(urlEqualTo("/x"))
                .withHeader("Accept", equalTo("application/json"))
                .withoutHeader("Accept-Encoding")
                .withHeader("User-Agent", equalTo("Kompetansebro")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:{port}/, NOT_HTTPS",
        "https://127.0.0.1:{port}/, ADDRESS_PRIVATE",
        "https://localhost:{port}/, ADDRESS_PRIVATE",
        "https://[::1]:{port}/, ADDRESS_PRIVATE",
        "https://[::ffff:127.0.0.1]:{port}/, ADDRESS_PRIVATE",
        "https://[::ffff:7f00:1]:{port}/, ADDRESS_PRIVATE",
        "https://10.1.2.3/, ADDRESS_PRIVATE",
        "https://169.254.169.254/latest/meta-data/, ADDRESS_FORBIDDEN",
        "https://[fd00:ec2::254]/, ADDRESS_FORBIDDEN",
        "https://0.0.0.0:{port}/, ADDRESS_FORBIDDEN",
        "https://2130706433:{port}/, ADDRESS_PRIVATE",
        "https://0x7f.0.0.1:{port}/, ADDRESS_INVALID",
        "https://127.1:{port}/, ADDRESS_INVALID"
    })
    void callsNoAddressOfOurOwnUnlessAllowed(String address, Cause cause) {
        assertCause(send(address.replace("{port}", "" + lms.port()), Reach.PUBLIC), cause);
        lms.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/", "https://169.254.169.254/", "https://100.100.100.200/"})
    void neverCallsWhereCloudsKeepTheirSecrets(String address) {
        assertCause(send(address, Reach.PRIVATE_TOO), Cause.ADDRESS_FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, ADDRESS_INVALID",
        "gopher://localhost/, ADDRESS_INVALID",
        "ftp://localhost/, ADDRESS_INVALID",
        "jar:https://localhost/x.jar!/, ADDRESS_INVALID",
        "/relative, ADDRESS_INVALID",
        "https:///nowhere, ADDRESS_INVALID",
        "http://user:secret@localhost:{port}/, ADDRESS_INVALID",
        "http://localhost:{port}/#part, ADDRESS_INVALID",
        "http://localhost:22/, PORT_FORBIDDEN",
        "http://localhost:25/, PORT_FORBIDDEN"
    })
    void callsOnlyWhatIsPlainlyAWebAddress(String address, Cause cause) {
        assertCause(send(address.replace("{port}", "" + lms.port()), Reach.PRIVATE_TOO), cause);
        lms.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void callsNoPublicAddressByHttp() {
        try (Outbound elsewhere = resolving(names("8.8.8.8"))) {
            assertCause(elsewhere.send(call("http://lms.example/"), Reach.PRIVATE_TOO, SHORT), Cause.NOT_HTTPS);
        }
    }

    @Test
    void callsNoHostWithOnePublicAndOnePrivateAddress() {
        try (Outbound elsewhere = resolving(names("8.8.8.8", "10.0.0.1"))) {
            assertCause(elsewhere.send(call("https://lms.example/"), Reach.PUBLIC, SHORT), Cause.ADDRESS_PRIVATE);
        }
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        try (Outbound elsewhere = resolving(host -> {
            throw new UnknownHostException(host);
        })) {
            assertCause(elsewhere.send(call("https://lms.example/"), Reach.PUBLIC, SHORT), Cause.HOST_UNKNOWN);
        }
    }

    @Test
    void goesWhereItLookedAndLooksOnce() {
        AtomicInteger lookups = new AtomicInteger();
        try (Outbound elsewhere = resolving(host -> {
            lookups.incrementAndGet();
            return host.equals("lms.example") ? names("127.0.0.1").find(host) : new InetAddress[0];
        })) {
            Reply reply =
                    elsewhere.send(call("http://lms.example:" + lms.port() + "/x"), Reach.PRIVATE_TOO, Limits.DOCUMENT);

            assertThat(text(reply)).isEqualTo("hello");
            assertThat(lookups).hasValue(1);
            lms.verify(getRequestedFor(urlEqualTo("/x")).withHeader("Host", equalTo("lms.example:" + lms.port())));
        }
    }

    /** ATK-021: a name that is public when it is checked and ours when it is connected to. */
    @Test
    void isNotRebound() {
        AtomicInteger lookups = new AtomicInteger();
        try (Outbound elsewhere = resolving(host -> names(lookups.getAndIncrement() == 0 ? "192.88.98.1" : "127.0.0.1")
                .find(host))) {
            Reply reply = elsewhere.send(call("https://lms.example:" + lms.port() + "/"), Reach.PUBLIC, SHORT);

            assertThat(reply).isInstanceOf(Reply.NoAnswer.class);
            assertThat(lookups).hasValue(1);
            lms.verify(0, anyRequestedFor(anyUrl()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        lms.stubFor(get("/x").willReturn(aResponse().withStatus(status).withHeader("Location", "/y")));

        assertCause(send(), Cause.REDIRECTED);
        lms.verify(0, getRequestedFor(urlEqualTo("/y")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 400, 401, 404, 409, 429, 500, 503})
    void handsOnEveryOtherStatusAndTriesOnce(int status) {
        lms.stubFor(get("/x").willReturn(aResponse().withStatus(status).withHeader("Retry-After", "1")));

        assertThat(send()).isInstanceOfSatisfying(Reply.Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.isSuccess()).isEqualTo(status < 300);
            assertThat(answer.header("retry-after")).contains("1");
        });
        lms.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void sendsABodyAsItIs() {
        Call post = Call.post(URI.create(lms.baseUrl() + "/x?a=b%20c"), "a/b", "c/d+json", "{\"æ\":1}");
        outbound.send(post.with("Authorization", "Bearer secret"), Reach.PRIVATE_TOO, SHORT);

        assertThat(lms.getAllServeEvents().getFirst().getRequest()).satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/x?a=b%20c");
            assertThat(request.getHeader("Content-Type")).isEqualTo("c/d+json");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer secret");
            assertThat(request.getBody()).isEqualTo("{\"æ\":1}".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(post.with("Authorization", "Bearer secret")).asString().doesNotContain("secret", "a=b");
    }

    @Test
    void takesNoMoreThanItsLimit() {
        lms.stubFor(get("/x").willReturn(aResponse().withBody("x".repeat(1000))));
        assertThat(text(send())).hasSize(1000);

        lms.stubFor(get("/x").willReturn(aResponse().withBody("x".repeat(1001))));
        assertCause(send(), Cause.TOO_LARGE);
    }

    /** ATK-102: it asks for no compression, and unpacks none. */
    @Test
    void unpacksNothing() {
        lms.stubFor(get("/x").willReturn(aResponse().withBody("packed").withHeader("Content-Encoding", "gzip")));

        assertThat(text(send())).isEqualTo("packed");
    }

    @Test
    void waitsNoLongerThanItsLimit() {
        lms.stubFor(get("/x").willReturn(aResponse().withFixedDelay(3000)));
        assertCause(send(), Cause.TIMED_OUT);

        lms.stubFor(get("/x").willReturn(aResponse().withBody("slow").withChunkedDribbleDelay(4, 4000)));
        long started = System.nanoTime();
        assertCause(send(), Cause.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void endsAnAnswerWithoutEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> dripForever(server));

            Reply reply = send("http://127.0.0.1:" + server.getLocalPort() + "/", Reach.PRIVATE_TOO);

            assertCause(reply, Cause.TIMED_OUT);
        }
    }

    /** The limit of the body does not count headers. */
    @ParameterizedTest
    @CsvSource({"10, 10, ANSWER", "40000, 1, CONNECTION_BROKEN", "100, 200, CONNECTION_BROKEN"})
    void takesNoEndlessHeaders(int length, int times, String outcome) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerWithHeaders(server, length, times));

            Reply reply = send("http://127.0.0.1:" + server.getLocalPort() + "/", Reach.PRIVATE_TOO);

            assertThat(reply instanceof Reply.NoAnswer(Cause cause) ? cause.name() : "ANSWER")
                    .isEqualTo(outcome);
        }
    }

    private static void answerWithHeaders(ServerSocket server, int length, int times) {
        try (Socket socket = server.accept()) {
            String header = "X-Y: " + "y".repeat(length) + "\r\n";
            String answer = "HTTP/1.1 200 OK\r\n" + header.repeat(times) + "Content-Length: 0\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.io.IOException e) {
            // The caller has hung up, as it should.
        }
    }

    private static void dripForever(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(50);
            }
        } catch (Exception e) {
            // The caller has hung up, as it should.
        }
    }

    @ParameterizedTest
    @CsvSource({"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"})
    void saysThatAConnectionBroke(Fault fault) {
        lms.stubFor(get("/x").willReturn(aResponse().withFault(fault)));

        assertCause(send(), Cause.CONNECTION_BROKEN);
    }

    @Test
    void saysThatNobodyListens() {
        lms.stop();

        assertCause(send("http://127.0.0.1:" + freePort() + "/", Reach.PRIVATE_TOO), Cause.CONNECTION_REFUSED);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** ATK-107: a certificate that nobody vouches for, one of another host, and the good one. */
    @Test
    void trustsNoCertificateButAGoodOne(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("lms.p12");
        makeCertificateOf("lms.example", store);
        WireMockServer secure = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystorePassword(new String(PASSWORD))
                .keyManagerPassword(new String(PASSWORD))
                .keystoreType("PKCS12"));
        secure.start();
        secure.stubFor(any(anyUrl()).willReturn(aResponse().withBody("secure")));
        SSLContext trusting =
                SSLContexts.custom().loadTrustMaterial(loaded(store), null).build();
        try (Outbound knowing = new Outbound(names("127.0.0.1"), trusting);
                Outbound unknowing = resolving(names("127.0.0.1"))) {
            Call good = call("https://lms.example:" + secure.httpsPort() + "/");
            Call other = call("https://other.example:" + secure.httpsPort() + "/");

            assertThat(text(knowing.send(good, Reach.PRIVATE_TOO, Limits.DOCUMENT)))
                    .isEqualTo("secure");
            assertCause(knowing.send(other, Reach.PRIVATE_TOO, Limits.DOCUMENT), Cause.CERTIFICATE_INVALID);
            assertCause(unknowing.send(good, Reach.PRIVATE_TOO, Limits.DOCUMENT), Cause.CERTIFICATE_INVALID);
        } finally {
            secure.stop();
        }
    }

    private static void makeCertificateOf(String host, Path store) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", "lms", "-keyalg", "EC", "-dname", "CN=" + host));
        command.addAll(List.of("-ext", "san=dns:" + host, "-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
    }

    private static KeyStore loaded(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("lms", keys.getCertificate("lms"));
        return trusted;
    }
}
