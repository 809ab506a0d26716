package no.kompetansebro.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.stereotype.Component;

/**
 * Calls addresses that others gave us. Each call looks its host up once, goes only to what it found and only where its
 * {@link Reach} allows (OWASP ASVS 5.0 1.3.6), follows no redirect, takes back no more than its {@link Limits}, and never
 * throws for what the other side does or is.
 */
@Component
public class Outbound implements AutoCloseable {

    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbound-", 0).factory());
    private final Destination.Names names;
    private final TlsSocketStrategy tls;

    Outbound() {
        this(InetAddress::getAllByName, SSLContexts.createDefault());
    }

    Outbound(Destination.Names names, SSLContext tls) {
        this.names = names;
        this.tls = new DefaultClientTlsStrategy(tls);
    }

    /** Sends the call and waits for its answer, at most as long as the limits say. */
    public Reply send(Call call, Reach reach, Limits limits) {
        Future<Reply> sent = calls.submit(() -> sent(call, reach, limits));
        try {
            return sent.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Reply.NoAnswer(Cause.TIMED_OUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.NoAnswer(Cause.CONNECTION_BROKEN);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call could not be made: " + call, e.getCause());
        } finally {
            sent.cancel(true);
        }
    }

    /** Why an address may not be called, as far as is known without calling it; empty: it may. */
    public Optional<Cause> obstacle(URI address, Reach reach) {
        try {
            Destination.of(address, reach, names);
            return Optional.empty();
        } catch (Destination.NotAllowed e) {
            return Optional.of(e.why());
        }
    }

    private Reply sent(Call call, Reach reach, Limits limits) {
        try {
            return new Exchange(call, limits, tls).with(Destination.of(call.address(), reach, names));
        } catch (Destination.NotAllowed e) {
            return new Reply.NoAnswer(e.why());
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
