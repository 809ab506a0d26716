package no.kompetansebro.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** One call over one connection of its own: no redirect, no retry, no cookie, no decompression, no proxy. */
final class Exchange {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);

    /** A few MB of headers at most: the limit of the body does not count them. */
    private static final ManagedHttpClientConnectionFactory CONNECTIONS = ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                    .setMaxLineLength(32 * 1024)
                    .setMaxHeaderCount(100)
                    .build())
            .build();

    private final Call call;
    private final Limits limits;
    private final TlsSocketStrategy tls;

    Exchange(Call call, Limits limits, TlsSocketStrategy tls) {
        this.call = call;
        this.limits = limits;
        this.tls = tls;
    }

    Reply with(Destination destination) {
        HttpUriRequestBase request = request();
        try (CloseableHttpClient client = client(destination.addresses())) {
            return client.execute(request, response -> {
                Reply reply = reply(response);
                if (reply instanceof Reply.NoAnswer) {
                    request.abort();
                }
                return reply;
            });
        } catch (SSLException e) {
            return new Reply.NoAnswer(Cause.CERTIFICATE_INVALID);
        } catch (SocketTimeoutException e) {
            return new Reply.NoAnswer(Cause.TIMED_OUT);
        } catch (SocketException e) {
            return new Reply.NoAnswer(
                    e instanceof ConnectException || e instanceof NoRouteToHostException
                            ? Cause.CONNECTION_REFUSED
                            : Cause.CONNECTION_BROKEN);
        } catch (IOException e) {
            return new Reply.NoAnswer(Cause.CONNECTION_BROKEN);
        }
    }

    private Reply reply(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status / 100 == 3) {
            return new Reply.NoAnswer(Cause.REDIRECTED);
        }
        byte[] body = body(response);
        return body.length > limits.bytes()
                ? new Reply.NoAnswer(Cause.TOO_LARGE)
                : new Reply.Answer(status, headers(response), new String(body, StandardCharsets.UTF_8));
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        InputStream content = response.getEntity().getContent();
        return content.readNBytes(limits.bytes() + 1);
    }

    private static List<Reply.Header> headers(ClassicHttpResponse response) {
        return Stream.of(response.getHeaders())
                .map(header -> new Reply.Header(header.getName(), String.valueOf(header.getValue())))
                .toList();
    }

    private HttpUriRequestBase request() {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method().name(), call.address());
        call.headers().forEach(request::setHeader);
        request.setHeader("Connection", "close");
        if (call.body().isPresent()) {
            request.setEntity(new ByteArrayEntity(call.bytes(), null));
        }
        return request;
    }

    private CloseableHttpClient client(List<InetAddress> addresses) {
        BasicHttpClientConnectionManager connection = BasicHttpClientConnectionManager.create(
                null,
                new Pinned(addresses),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", tls)
                        .build(),
                CONNECTIONS);
        Timeout whole = Timeout.of(limits.time());
        connection.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(whole)
                .build());
        return HttpClients.custom()
                .setConnectionManager(connection)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(whole).build())
                .setUserAgent("Kompetansebro")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .build();
    }

    /** Answers every lookup with what was checked. */
    private record Pinned(List<InetAddress> addresses) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return addresses.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
