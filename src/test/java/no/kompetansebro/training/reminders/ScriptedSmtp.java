package no.kompetansebro.training.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told: what it says to an addressee, and to the letter; "" hangs up. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> addressees = new CopyOnWriteArrayList<>();
    private volatile String toRecipient = "250 2.1.5 Ok";
    private volatile String toSender = "250 2.1.0 Ok";
    private volatile String toLetter = "250 2.0.0 Ok";

    ScriptedSmtp() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedSmtp toRecipient(String reply) {
        toRecipient = reply;
        return this;
    }

    ScriptedSmtp toSender(String reply) {
        toSender = reply;
        return this;
    }

    ScriptedSmtp toLetter(String reply) {
        toLetter = reply;
        return this;
    }

    /** To whom letters were offered, accepted or not. */
    List<String> addressees() {
        return List.copyOf(addressees);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                converse(client);
            } catch (IOException e) {
                // The client or the test has gone.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        say(out, "220 smtp.example ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String reply = reply(line, in, out);
            if (reply.isEmpty()) {
                return;
            }
            say(out, reply);
        }
    }

    private String reply(String line, BufferedReader in, Writer out) throws IOException {
        String command = line.toUpperCase(java.util.Locale.ROOT);
        if (command.startsWith("MAIL FROM")) {
            return toSender;
        }
        if (command.startsWith("RCPT TO")) {
            addressees.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            return toRecipient;
        }
        if (command.equals("DATA")) {
            say(out, "354 go ahead");
            while (!".".equals(in.readLine())) {
                // The letter itself.
            }
            return toLetter;
        }
        return command.equals("QUIT") ? "" : "250 Ok";
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
